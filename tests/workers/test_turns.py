"""Who is served next."""

from __future__ import annotations

import asyncio

from partnerkg.workers.turns import Turns


def served(*clients: str, most: int = 10, share: int = 10) -> list[str]:
    """Return the order in which clients are served that have come in this order, one thing for all."""
    order = []

    async def ask(turns, client):
        if await turns.take(client) is None:
            order.append(f"no {client}")
            return
        order.append(client)
        turns.give("thing")

    async def all_of_them():
        turns = Turns(most, share)
        async with asyncio.TaskGroup() as group:
            for client in clients:
                group.create_task(ask(turns, client))
            await asyncio.sleep(0)
            turns.give("thing")

    asyncio.run(all_of_them())
    return order


def test_it_serves_everybody_once_before_anybody_twice():
    assert served("a", "a", "a", "b", "c", "b") == ["a", "b", "c", "a", "b", "a"]


def test_it_sends_away_whom_it_has_no_place_for():
    assert served("a", "b", "c", most=2) == ["no c", "a", "b"]


def test_it_gives_no_client_all_places():
    assert served("a", "a", "a", "b", share=2) == ["no a", "a", "b", "a"]


def test_it_gives_a_thing_at_once_if_one_is_free():
    async def take():
        turns = Turns(0, 0)
        turns.give("thing")
        return await turns.take("a"), await turns.take("a")

    assert asyncio.run(take()) == ("thing", None)


def test_it_passes_over_who_has_left():
    async def leave():
        turns = Turns(5, 5)
        gone = asyncio.ensure_future(turns.take("a"))
        stays = asyncio.ensure_future(turns.take("b"))
        await asyncio.sleep(0)
        gone.cancel()
        turns.give("thing")
        return await stays, turns.waiting

    assert asyncio.run(leave()) == ("thing", 0)


def test_what_worked_last_works_next():
    async def take():
        turns = Turns(0, 0)
        for thing in ("first", "last"):
            turns.give(thing)
        return await turns.take("a"), turns.free()

    assert asyncio.run(take()) == ("last", "first")
