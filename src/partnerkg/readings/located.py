"""YAML values that know the file and the line they were written on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from partnerkg.errors import N_, Message, MissingFile, Suggestion, UnreadableFile, WrongReading
from partnerkg.readings.faults import Faults
from partnerkg.translation import Several

DEEPEST = 20  # levels of nesting; a reading needs eight
LARGEST = 10_000_000  # bytes
LONGEST_NUMBER = 18  # characters of a number; what is longer is text
MOST = 20  # unknown keys of a mapping that are named


class Located:
    """A mapping, a list or a scalar of a reading file, with its line (from 1) and the faults of the file."""

    __slots__ = ("faults", "line", "path", "value")

    def __init__(self, value: object, line: int, path: str, faults: Faults) -> None:
        self.value = value
        self.line = line
        self.path = path
        self.faults = faults

    def like(self, value: object) -> Located:
        """Return another value that stands on the same line."""
        return Located(value, self.line, self.path, self.faults)

    def wrong(self, template: str, **details: object) -> WrongReading:
        """Return the error that says what is wrong here."""
        return WrongReading(path=self.path, line=self.line, problem=Message(template, **details))

    def mapping(self, required: Iterable[str] = (), allowed: Iterable[str] = ()) -> dict[str, Located]:
        """Return the mapping; WrongReading for anything else, an unknown key or a missing one."""
        required, named = list(required), self.named()
        known = [*required, *allowed]
        strange = [key for key in named if key not in known]
        wrong = [named[key].wrong_key(key, known) for key in strange[:MOST]]
        if len(strange) > MOST:
            more = len(strange) - MOST
            unknown = Several(
                "{count} more key is unknown here.", "{count} more keys are unknown here.", more
            )
            wrong.append(self.wrong("{unknown}", unknown=unknown))
        absent = [key for key in required if key not in named]
        wrong += [self.wrong(N_("the key `{key}` is missing; add it."), key=key) for key in absent]
        if wrong:
            self.faults.extend(wrong[:-1])
            raise wrong[-1]
        return named

    def wrong_key(self, key: str, known: Iterable[str]) -> WrongReading:
        """Return the error that says that the key of this value is none of those known."""
        near = Suggestion(key, known)
        return self.wrong(N_("unknown key `{key}`; {near} See docs/readings.md."), key=key, near=near)

    def named(self) -> dict[str, Located]:
        """Return the mapping whatever its keys are; WrongReading for anything else."""
        if not isinstance(self.value, dict):
            raise self.wrong(N_("expected `name: value` lines here."))
        return self.value

    def items(self) -> list[Located]:
        """Return the list; WrongReading for anything else."""
        if not isinstance(self.value, list):
            raise self.wrong(N_("expected a list here ([a, b] or `- a` lines)."))
        return self.value

    def text(self) -> str:
        """Return the text; WrongReading for anything else or an empty one."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.wrong(N_("expected a text here, not `{value}`; put it in quotes."), value=self.value)
        return self.value

    def integer(self) -> int:
        """Return the whole number; WrongReading for anything else or a negative one."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < 0:
            raise self.wrong(N_("expected a whole number here, not `{value}`."), value=self.value)
        return self.value

    def flag(self) -> bool:
        """Return the truth value; WrongReading for anything else."""
        if not isinstance(self.value, bool):
            raise self.wrong(N_("expected true or false here, not `{value}`."), value=self.value)
        return self.value

    def choice(self, known: Iterable[str]) -> str:
        """Return the text if it is one of `known`; WrongReading with the nearest otherwise."""
        text, known = self.text(), list(known)
        if text not in known:
            raise self.wrong(
                N_("`{value}` is not known here; {near}"), value=text, near=Suggestion(text, known)
            )
        return text


def read(path: str, data: bytes | None = None) -> Located:
    """Return the YAML file as located values; WrongReading names the line of what is wrong.

    `data` is what stands in the place of what the file holds.
    """
    data = content(path) if data is None else data
    if len(data) > LARGEST:
        reason = Message(N_("it is larger than {most} bytes"), most=LARGEST)
        raise UnreadableFile(path=path, reason=reason)
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(data.decode("utf-8"))
        root = loader.get_single_node()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _broken(path, line, N_("this is not UTF-8; save the file as UTF-8.")) from None
    except yaml.YAMLError as error:
        raise _broken(path, _line(error), N_("not YAML: {reason}"), reason=_reason(error)) from None
    except RecursionError:
        raise _broken(path, 1, N_("nested too deep.")) from None
    if root is None:
        raise _broken(path, 1, N_("the file is empty."))
    return _Converter(path, loader).convert(root, 0)


def content(path: str) -> bytes:
    """Return what a file holds; MissingFile, UnreadableFile."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror) from None


def _broken(path: str, line: int, template: str, **details: object) -> WrongReading:
    return WrongReading(path=path, line=line, problem=Message(template, **details))


def _line(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 1


def _reason(error: yaml.YAMLError) -> str:
    return getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"


class _Converter:
    """Turns YAML nodes into located values; refuses aliases, which could make a file a cycle or a bomb."""

    def __init__(self, path: str, loader: yaml.SafeLoader) -> None:
        self.path = path
        self.loader = loader
        self.faults = Faults()
        self.seen: set[int] = set()

    def convert(self, node: yaml.Node, depth: int) -> Located:
        line = node.start_mark.line + 1
        if id(node) in self.seen or depth > DEEPEST:
            raise _broken(
                self.path, line, N_("aliases (`*name`) and deep nesting are not read; repeat the words.")
            )
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.located(self.mapping(node, depth), line)
        if isinstance(node, yaml.SequenceNode):
            return self.located([self.convert(item, depth + 1) for item in node.value], line)
        return self.located(self.scalar(node), line)

    def located(self, value: object, line: int) -> Located:
        return Located(value, line, self.path, self.faults)

    def mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Located]:
        mapping: dict[str, Located] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in mapping:
                raise _broken(self.path, line, N_("the key `{key}` stands twice; keep one."), key=key)
            mapping[key] = self.located(self.convert(value_node, depth + 1).value, line)
        return mapping

    def scalar(self, node: yaml.Node) -> object:
        """Return whole numbers and truth values as such, and everything else as the text it is."""
        is_read = node.tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:bool")
        if not is_read or len(node.value) > LONGEST_NUMBER:
            return node.value
        try:
            return self.loader.construct_object(node)
        except ValueError:
            return node.value
