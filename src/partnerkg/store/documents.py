"""The text of an answer, and the tables and truths of SPARQL in it, whatever the server calls them."""

from __future__ import annotations

import json
import re

from partnerkg.errors import N_, BrokenAnswer, Message, NoSparql

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from partnerkg.store.reply import Reply

_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding=["']([\w.-]+)""")
_DECLARATION = re.compile(r"^<\?xml[^>]*\?>")
_RESULTS = "{http://www.w3.org/2005/sparql-results#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read(reply: Reply, url: str) -> dict[str, Any]:
    """Return an answer as SPARQL's JSON has it, whatever it is called and written in."""
    written = text(reply, url)
    opening = written.lstrip()[:1]
    if opening == "{":
        return _json(written, reply, url)
    if opening == "<" and "sparql" in written[:1000] and "<html" not in written[:1000].lower():
        return _xml(written, reply, url)
    raise stranger(reply, url)


def text(reply: Reply, url: str) -> str:
    """Return an answer in the charset that it says; NoSparql if that is not so."""
    declared = _ENCODING.match(reply.data)
    charset = reply.charset or (declared[1].decode().lower() if declared else "utf-8")
    try:
        return reply.data.decode("utf-8-sig" if charset in ("utf-8", "utf8") else charset)
    except (LookupError, UnicodeDecodeError):
        reason = Message("it is not written in {charset}, as it says", charset=charset)
        raise wrong(reply, url, reason) from None


def _json(written: str, reply: Reply, url: str) -> dict[str, Any]:
    try:
        # Control characters in texts are read as they are.
        found = json.loads(written, strict=False, object_pairs_hook=lambda pairs: _once(pairs, reply, url))
    except json.JSONDecodeError as error:
        near = " ".join(written[error.pos : error.pos + 40].split())
        raise wrong(
            reply,
            url,
            Message("it breaks off before `{near}`", near=near) if near else Message("it breaks off"),
        ) from None
    except RecursionError:
        raise wrong(reply, url, Message("it is nested too deep")) from None
    except ValueError as error:  # a number of thousands of digits
        raise wrong(reply, url, Message("{reason}", reason=str(error).partition(";")[0])) from None
    return found if isinstance(found, dict) else {}


def _once(pairs: list[tuple[str, Any]], reply: Reply, url: str) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in found if names.count(name) > 1)
        raise wrong(reply, url, Message(N_("the key `{key}` stands twice in one object"), key=twice))
    return found


def _xml(written: str, reply: Reply, url: str) -> dict[str, Any]:
    """Return SPARQL's XML as its JSON: no entity is expanded, for there is no reason to declare one."""
    from xml.etree.ElementTree import ParseError, fromstring

    if "<!" in written.replace("<!--", "").replace("<![CDATA[", ""):
        raise wrong(reply, url, Message("it has a document type"))
    try:
        root = fromstring(_DECLARATION.sub("", written.lstrip()))  # noqa: S314 - nothing is declared in it
    except ParseError as error:
        raise wrong(reply, url, Message("{reason}", reason=str(error))) from None
    truth_ = root.findtext(f"{_RESULTS}boolean")
    if truth_ is not None:
        return {"boolean": truth_.strip() == "true"}
    names = [element.get("name", "") for element in root.iterfind(f"{_RESULTS}head/{_RESULTS}variable")]
    rows = [
        {str(bound.get("name")): _element(bound[0]) for bound in result if len(bound)}
        for result in root.iterfind(f"{_RESULTS}results/{_RESULTS}result")
    ]
    return {"head": {"vars": names}, "results": {"bindings": rows}}


def _element(found: Any) -> dict[str, Any]:
    kind = found.tag.removeprefix(_RESULTS)
    if kind == "triple":
        parts = {part.tag.removeprefix(_RESULTS): _element(part[0]) for part in found if len(part)}
        return {"type": kind, "value": parts}
    shown = {"type": kind, "value": found.text or ""}
    return {**shown, "xml:lang": found.get(_LANGUAGE), "datatype": found.get("datatype")}


def _page(reply: Reply) -> Message:
    """Return what stands there instead of an answer."""
    written = reply.data.decode(errors="replace")
    if not written.strip():
        return Message("its answer is empty")
    if name := title(written):
        return Message("its answer is a page for people, “{title}”", title=name)
    near = " ".join(written[:200].split())[:40]
    return Message(
        N_("its answer is {type} that cannot be read: it begins with `{near}`"),
        type=reply.media_type,
        near=near,
    )


def title(written: str) -> str:
    """Return what a page for people is called, "" if it is none."""
    found = _TITLE.search(written[:10_000])
    return " ".join(found[1].split())[:100] if found else ""


def wrong(reply: Reply, url: str, why: Message) -> NoSparql:
    """Return the error for an answer that is not what it should be."""
    return BrokenAnswer(url=url, type=reply.media_type, why=why)


def stranger(reply: Reply, url: str) -> NoSparql:
    """Return the error for what no SPARQL server answers."""
    return NoSparql(url=url, reason=_page(reply))
