"""argparse as partnerkg speaks it: in two languages, and an error is a PartnerkgError."""

from __future__ import annotations

import argparse
import os

from partnerkg.cli import completing, language
from partnerkg.errors import N_, Message, Suggestion, UnknownVerb, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence
    from typing import Any, NoReturn

    from partnerkg.cli.context import Context
    from partnerkg.errors import Translate
    from partnerkg.translation import Plural

VERBS = {
    "init": N_("make a project of your own"),
    "read": N_("read the partners that a page names"),
    "resolve": N_("say which mentions of many pages mean the same organisation"),
    "check": N_("say what is wrong or still to be decided in readings"),
    "repair": N_("find quotes again that a page or a slip moved"),
    "review": N_("go through the doubts of a reading, one key each"),
    "accept": N_("take what is decided in readings into the graph"),
    "reject": N_("put aside what a reading proposes"),
    "undo": N_("take back the last decision on a reading"),
    "query": N_("ask a question of the catalogue, or any SPARQL query"),
    "questions": N_("list and search the questions of the catalogue"),
    "show": N_("show an organisation, its relations and the words that prove them"),
    "search": N_("find organisations, places, concepts, terms, sources and questions by words"),
    "validate": N_("check the graph against its shapes"),
    "completeness": N_("say how complete the records are, and list what is missing"),
    "export": N_("write the graph or a part of it: RDF, tables, spreadsheet, network"),
    "diff": N_("say what changed from one graph to another"),
    "release": N_("write a folder with the graph in all formats, described and checked"),
    "identifiers": N_("list the identifiers that are missing, and take them back filled in"),
    "infer": N_("write what follows from the graph, which is never stored with it"),
    "push": N_("put the graph on a SPARQL server, and check that it is there"),
    "engine-check": N_("ask a server every question, and say which it answers wrongly"),
    "load": N_("write RDF files into a store on the disk, to be opened at once"),
    "build": N_("write the claims from the readings"),
    "places": N_("write the places of the graph from the official geographical code"),
    "site": N_("write the graph as a web site: pages, data files, search"),
    "documentation": N_("write the ontology as pages for people"),
    "fair": N_("score how FAIR a release is"),
    "format": N_("write Turtle and TriG files in their canonical form"),
    "serve": N_("give the graph to others over HTTP"),
    "completion": N_("write what a shell reads to complete commands, questions and values"),
    "help": N_("show a page of the documentation"),
    "mcp": N_("offer the graph to assistants (Model Context Protocol)"),
}


# What stands for a file, a folder or an address in the help.
PLACES = (N_("PATH"), N_("FILE"), N_("FOLDER"), N_("DATA"), N_("ADDRESS"), N_("BEFORE"), N_("AFTER"))


def unknown_verb(name: str) -> UnknownVerb:
    """Return the error for a verb that is none, with the nearest ones."""
    return UnknownVerb(name=name, suggestion=Suggestion(name, VERBS))


def speak(translate: Translate, plural: Plural) -> None:
    """Make argparse say its own sentences in the language chosen; it looks both functions up by name."""
    vars(argparse).update(_=translate, ngettext=plural)


class Help(argparse.HelpFormatter):
    """Help as wide as the terminal, asked without `shutil`, whose import takes longer than the help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=_columns() - 2)

    def start_section(self, heading: str | None) -> None:
        """Begin a section; argparse puts a colon behind its heading, before which French has a space."""
        say: Translate = vars(argparse)["_"]
        whole = say(N_("{heading}:")).format(heading=heading)
        super().start_section(heading and whole.removesuffix(":"))


def _columns() -> int:
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size().columns or 80
    except OSError:
        return 80


class Parser(argparse.ArgumentParser):
    """A parser without abbreviations that raises WrongUse instead of printing its usage."""

    def __init__(self, program: str, context: Context, description: str, add_help: bool = True) -> None:
        """Take the name of the program with its verb, and what it does; both as the code has them."""
        say = self.translate = context.translate
        self._places = {*map(say, PLACES), "URL"}
        super().__init__(
            prog=program,
            description=say(description),
            formatter_class=Help,
            allow_abbrev=False,
            add_help=add_help,
        )
        self.add_argument(
            "--project",
            metavar=say(N_("PATH")),
            default=argparse.SUPPRESS,
            help=say(
                N_(
                    "a project folder, a store on the disk, or any RDF file or folder, "
                    "instead of the graph that comes with it"
                )
            ),
        )
        self.add_argument(
            "--endpoint",
            metavar="URL",
            default=argparse.SUPPRESS,
            help=say(N_("a SPARQL endpoint to ask instead, such as http://localhost:7878/query")),
        )
        self.add_argument(
            "--lang",
            choices=language.KNOWN,
            default=argparse.SUPPRESS,
            help=say(N_("language of texts and labels (by default that of the locale)")),
        )

    def parse_args(self, *given: Any, **more: Any) -> Any:
        """Return what the arguments say; where a shell asks what may follow them, answer and end."""
        completing.answer(self, given[0])
        return super().parse_args(*given, **more)

    def read(self, arguments: Sequence[str]) -> Namespace:
        """Return what the options before the verb say."""
        return super().parse_args(arguments)

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> object:
        """Return the values of an option; WrongUse for `--name=--`, of which argparse makes an empty list.

        A place without a name is none: `--endpoint "$URL"` with nothing in it must not mean another graph.
        """
        found: object = super()._get_values(action, arg_strings)
        nowhere = "" in arg_strings and action.dest != "output"
        if (action.nargs is None and found == []) or (nowhere and action.metavar in self._places):
            raise argparse.ArgumentError(action, self.translate(N_("expected one argument")))
        return found

    def error(self, message: str) -> NoReturn:
        """Raise WrongUse: what argparse found wrong, and where to read more."""
        raise WrongUse(reason=message, program=self.prog)


def top(context: Context) -> Parser:
    """Return the parser of what stands before the verb; its help lists the verbs."""
    say = context.translate
    parser = _Top("partnerkg", context, N_("Ask who works with whom in culture, and which words say so."))
    parser.usage = say(N_("partnerkg [--project PATH | --endpoint URL] [--lang {en,fr}] [command ...]"))
    parser.add_argument("--version", action=_Version, help=say(N_("show the version and exit")))
    parser.epilog = say(N_("`partnerkg` alone says what is in the graph and what to try next."))
    return parser


class _Top(Parser):
    def format_help(self) -> str:
        """Return the help with the verbs, which are read elsewhere: only the name of one is imported."""
        verbs = self.add_argument_group(self.translate(N_("commands")))
        for name, summary in VERBS.items():
            verbs.add_argument(name, nargs="?", help=self.translate(summary))
        return super().format_help()


class _Version(argparse.Action):
    def __init__(self, option_strings: list[str], dest: str, help: str | None = None) -> None:  # noqa: A002
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> NoReturn:
        from partnerkg.version import VERSION

        print(f"partnerkg {VERSION}")
        parser.exit()


def pairs(given: Iterable[str], program: str) -> dict[str, str]:
    """Return the values of `--param NAME=VALUE` by name; WrongUse for what has no `=`."""
    found = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise WrongUse(
                reason=Message("--param takes NAME=VALUE, not `{pair}`", pair=pair), program=program
            )
        found[name] = value
    return found
