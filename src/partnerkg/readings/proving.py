"""What is said of a mention by its words, by words it shares with others, or only by who reads them."""

from __future__ import annotations

import re

from partnerkg.extract import kinds
from partnerkg.model.claim import DISTRIBUTED, Evidence
from partnerkg.model.document import Passage
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold
from partnerkg.model.words import part as is_part
from partnerkg.model.words import stem, stems, words
from partnerkg.readings.captured import Captured
from partnerkg.readings.parts import Data, Part, place
from partnerkg.readings.proposed import CLASS_OF, KINDS
from partnerkg.readings.quoted import Quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.readings.reference import Reference

_FAR = 500  # characters between a name and the words that it shares with others


class Proving:
    """One entry in the making: what is `said` of it, and further claims that only a reader makes."""

    def __init__(
        self,
        page: Captured,
        reference: Reference,
        mention: Mention,
        passage: Passage,
        under: tuple[Part, Passage | None],
    ) -> None:
        """Take a mention and its words; `under` is its section, and the heading if that is evidence."""
        part, heading = under
        self._page = page
        self._reference = reference
        self._mention = mention
        self._passage = passage
        self._part = part
        self._quoted = Quoted(Evidence((passage,), (heading,) if heading else ()))
        self._shared: list[str] = []
        self._claims: list[Data] = []
        self.said: Data = {}

    def data(self, relation: Data) -> Data:
        """Return the keys of the entry: how it is proved, what is said, how it is related, further claims."""
        shared: Data = {"with": self._shared, "status": DISTRIBUTED} if self._shared else {}
        return shared | self.said | relation | ({"claims": self._claims} if self._claims else {})

    def call(self, name: str) -> None:
        """Say what the thing is called: in these words, in shared ones, or else as the page writes it."""
        written = " ".join(self._page.text[self._mention.start : self._mention.end].split())
        longer = self._mention.name
        if self._quoted.name(name):
            self.said["name"] = name
            if len(longer) > len(name) and not is_part(longer, name) and self._quoted.name(longer):
                self.said["alt"] = [longer]
        elif self._mention.status == DISTRIBUTED and self._share_head(name):
            self.said |= {"name": name, "mention": written}
        elif self._quoted.name(written) and not is_part(written, name):
            self.said |= {"name": name, "written": written}
        else:
            self.said["name"] = written

    def _share_head(self, name: str) -> bool:
        """Take the head word before a name that shares it with others; whether that proves the name."""
        first = next(iter(words(name)), "")
        before = max(0, self._passage.start - _FAR)
        said = re.finditer(r"[^\W\d_]+", self._page.text[before : self._passage.start])
        found = [match for match in said if stem(fold(match.group())) == stem(first)]
        if not found:
            return False
        head = self._page.passage(before + found[-1].start(), before + found[-1].end())
        shared = self._part.share(head) if Quoted(Evidence((self._passage, head))).hold(name) else None
        self._shared += [shared] if shared else []
        return shared is not None

    def classify(self, known: str = "") -> None:
        """Say what the thing is, where no words do as the claim of a reader; nothing where it is guessed.

        What is `known` of it from elsewhere counts where the page says nothing.
        """
        unsaid = self._mention.guessed or self._mention.likened
        told = "" if unsaid else CLASS_OF.get(self._mention.kind, "")
        name = told or known or "Organization"
        if name == "Organization" or self._is_called(name):
            self.said["class"] = name
            if finest := self._finest(name):
                self.said["kinds"] = [finest]
            elif name == "Organization" and not unsaid:
                self._refine()
            return
        self.said["class"] = "Organization"
        self._claims.append({"claim": "kind", "status": "interpreted", "class": name})

    def _refine(self) -> None:
        """Say the kind of what has no class of its own: in words that call it so, else as a reader."""
        kind = self._mention.kind
        if kind not in KINDS:
            return
        if any(self._quoted.call(label) for label in self._reference.vocabulary.labels("kind", kind)):
            self.said["kinds"] = [kind]
        else:
            self._claims.append({"claim": "kind", "status": "interpreted", "kinds": [kind]})

    def _finest(self, name: str) -> str:
        """Return the kind of a class that the first words of the name are called, such as `college`."""
        vocabulary = self._reference.vocabulary
        called, of_class = stems(self._mention.name), vocabulary.labels("class", name)
        found = {
            stems(label): slug
            for slug in vocabulary.concepts.get("kind", {})
            if fold(slug) != fold(name) and vocabulary.labels("kind", slug) <= of_class
            for label in vocabulary.labels("kind", slug)
            if called.startswith(stems(label)) and self._quoted.call(label)
        }
        return found[max(found, key=len)] if found else ""

    def _is_called(self, name: str) -> bool:
        labels = self._reference.vocabulary.labels("class", name)
        if self._shared:
            head = stem(words(self._mention.name)[0])
            return self._mention.kind != kinds.OTHER and any(stem(fold(label)) == head for label in labels)
        return any(self._quoted.call(label) for label in labels)

    def put(self, fact: str, place: str) -> None:
        """Say a place where the words do, or those that say it once for several; else as a reader."""
        name = re.sub(r"\s*\(.*", "", place)
        longer = self._reference.gazetteer.around(place)
        if self._quoted.name(name, longer) or (self._shared and self._share_town(name)):
            self.said[fact] = place
        else:
            self._claims.append({"claim": fact, "status": "interpreted", fact: place})

    def name_territory(self, place: str) -> None:
        """Say in words where it acts, where that is no place of the graph."""
        self._claims.append({"claim": "territory", "status": "interpreted", "territory_name": place})

    def reach(self, web: str, passage: Passage) -> None:
        """Say where the thing is on the web, in the words that name both."""
        self._claims.append({"claim": "web"} | place(passage) | {"web": web})

    def remark(self, said: dict[str, str]) -> None:
        """Keep what cells of a table say beside, as a note of the reader: address, since when, source."""
        note = "; ".join(f"{name}: {value}" for name, value in said.items() if value)
        if note:
            self._claims.append({"claim": "row", "status": "interpreted", "note": note})

    def _share_town(self, name: str) -> bool:
        """Take the town that stands behind the last of several names on a line; whether there is one."""
        end = self._passage.end
        line = self._page.text[end : end + _FAR].split("\n")[0]
        found = re.search(rf"\b{re.escape(name)}\b", line)
        town = self._page.passage(end + found.start(), end + found.end()) if found else None
        shared = self._part.share(town) if town else None
        self._shared += [shared] if shared else []
        return shared is not None
