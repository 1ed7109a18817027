from __future__ import annotations


def test_it_has_a_section_for_each_rule(counted) -> None:
    text = counted.written("markdown")
    assert (
        "\n## violation (4 of 10 nodes) pks:name – name\n\nskos:prefLabel\n\nGive a name.\n\n| node |\n"
        in text
    )
    assert "\n| organization:bare-3 |\n" in text


def test_it_escapes_what_could_be_markup(counted, look) -> None:
    text = counted.written("markdown", look())
    assert '| Chez \\<Nous\\> (organization:bare-0) | "\\<1\\> \\& 2" |\n' in text


def test_it_has_a_row_for_each_shape(counted) -> None:
    assert counted.written("markdown").endswith(
        "| pks:Library | 0 | 0 | 0 | 0 |\n| pks:Shop – bookshop | 10 | 6 | 4 | 0 |\n"
        "| pks:name – name | 10 | 6 | 4 | 0 |\n| pks:site | 10 | 3 | 1 | 6 |\n"
    )


def test_it_shows_ten_results_and_how_many_more_there_are(judge) -> None:
    shops = "".join(f"shop:{number} a pk:Bookshop .\n" for number in range(12))
    text = judge(shops).written("markdown")
    assert text.count("| organization:") == 30
    assert text.count("\nand 2 more\n") == 3


def test_it_says_which_shapes_met_no_node(counted) -> None:
    assert "\n* pks:Library checked nothing: nothing is of the class pk:Library.\n" in counted.written(
        "markdown"
    )
