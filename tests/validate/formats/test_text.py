from __future__ import annotations

from dataclasses import replace

PKS = "https://w3id.org/partnerkg/shapes#"


def test_it_says_how_many_nodes_of_how_many_break_a_rule(counted) -> None:
    text = counted.text()
    assert "\nviolation (4 of 10 nodes) pks:name – name\n" in text
    assert "\nwarning (2 findings on 1 of 10 nodes) pks:site\n" in text


def test_it_calls_things_by_their_name(counted, look) -> None:
    assert "    Chez <Nous> (organization:bare-0) skos:prefLabel\n" in counted.written("text", look())


def test_it_gives_each_example_its_own_message_where_they_differ(judge) -> None:
    shape = """pks:A sh:targetClass pk:Bookshop ; sh:property pks:a . pks:a sh:path pk:a ; sh:maxLength 1 ;
        sh:message "{?value} is long." ."""
    text = judge('shop:a a pk:Bookshop ; pk:a "bb" , "cc" .', shape).text()
    assert 'organization:a pk:a "bb": bb is long.\n    organization:a pk:a "cc": cc is long.' in text


def test_it_tells_two_constraints_of_one_shape_apart(judge) -> None:
    shape = """pks:A sh:targetClass pk:Bookshop ; sh:property pks:a .
        pks:a sh:path pk:a ; sh:maxCount 1 ; sh:nodeKind sh:IRI ."""
    text = judge('shop:a a pk:Bookshop ; pk:a "bb" , shop:c .', shape).text()
    assert "pks:a (MaxCount)\n" in text
    assert "pks:a (NodeKind)\n" in text


def test_it_says_why_a_shape_met_no_node(counted, judge) -> None:
    assert (
        counted.text().splitlines()[-1] == "pks:Library checked nothing: nothing is of the class pk:Library."
    )
    shapes = "pks:A sh:targetSubjectsOf org:hasSite ; sh:targetObjectsOf org:hasSite ; sh:nodeKind sh:IRI ."
    last = judge('org:hasSite rdfs:label "site" .', shapes).text().splitlines()[-1]
    assert last == "pks:A checked nothing: nothing has org:hasSite, nothing is a value of org:hasSite."


def test_it_shows_misspelt_shapes_all_and_ten_of_the_others(judge) -> None:
    misspelt = "".join(f"pks:M{n} sh:targetClass pk:M{n} ; sh:nodeKind sh:IRI ." for n in range(20))
    others = "".join(f"pks:O{n} sh:targetClass pk:Known ; sh:nodeKind sh:IRI ." for n in range(12))
    lines = judge('pk:Known rdfs:label "known" .', misspelt + others).text().splitlines()
    assert sum("misspelt" in line for line in lines) == 20
    assert sum("nothing is of the class" in line for line in lines) == 10
    assert lines[-1] == "and 2 more"


def test_it_calls_shapes_of_a_project_misspelt_but_none_that_come_with_partnerkg(judge, look) -> None:
    shapes = "pks:A sh:targetClass pk:A ; sh:nodeKind sh:IRI . shop:b sh:targetClass pk:B ; sh:class pk:B ."
    lines = judge('pk:Known rdfs:label "known" .', shapes).written("text", look(borrowed=True)).splitlines()
    assert (
        [line for line in lines if "misspelt" in line]
        == [line for line in lines if "know pk:B." in line]
        != []
    )
    assert lines[-1].startswith("1 shape of partnerkg met nothing here")


def test_it_lists_what_every_shape_was_asked_about_when_asked(counted, look) -> None:
    text = counted.written("text", look(verbose=True))
    rows = [line.split() for line in text.splitlines()[-4:]]
    assert [row for row in rows if row[0] == "pks:site"] == [["pks:site", "10", "3", "1", "6"]]
    assert "pks:Shop" not in counted.text()


def test_it_says_which_share_no_shape_looked_at(counted) -> None:
    assert "Things described: 40; looked at by no shape: 30 (75%).\n" in counted.text()
    assert "(under 1%)" in replace(counted, subjects=4000, unseen=1).text()
    assert "(over 99%)" in replace(counted, subjects=4000, unseen=3999).text()
    assert "no shape: 0 (0%)" in replace(counted, unseen=0).text()


def test_it_names_ten_of_the_things_that_alone_were_looked_at(partial) -> None:
    many = replace(partial, focus=tuple(f"https://page.example/{number}" for number in range(12)))
    assert "https://page.example/9 and 2 more.\n" in many.text()


def test_it_does_not_pass_strictly_if_a_shape_met_no_node(judge, named, look) -> None:
    met = "pks:B sh:targetClass pk:Bookshop ; sh:nodeKind sh:IRI . "
    unmet = judge(named, met + "pks:A sh:targetClass pk:Bookshopp ; sh:nodeKind sh:IRI .")
    assert (unmet.conforms, unmet.passes(), unmet.passes(strict=True)) == (True, True, False)
    assert "Yet it does not pass" in unmet.written("text", look(strict=True))
    assert "Yet it does not pass" not in unmet.text()
    assert judge(named).passes(strict=True)
