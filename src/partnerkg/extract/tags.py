"""The tags of HTML by how they are shown (HTML Living Standard, "Rendering"), as far as pages need."""

from __future__ import annotations

import re

from partnerkg.extract import pictures
from partnerkg.extract.view import CELL, FILE, HEADING, ITEM, NAME, PLACE, TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from partnerkg.extract.view import Span

_ATTRIBUTE = re.compile(
    r"([A-Za-z_:@][\w:.-]{0,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]{1,200}))"
)


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


RAW = _tags("script style noscript svg iframe textarea template select object math canvas")
LEFT_OUT = _tags("nav footer form button head dialog blockquote")
BLOCKS = _tags(
    "address article aside blockquote body caption center dd details div dl dt figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr "
    "ul"
)
BOXES = BLOCKS | {"a", "span"}  # what a line may stand in
CARDS = _tags("li tr article figure div section dd dl a")
VOID = _tags("area base br col embed hr img input link meta param source track wbr")
KNOWN = (
    BLOCKS
    | VOID
    | RAW
    | LEFT_OUT
    | _tags(
        "a abbr acronym b bdi bdo big cite code colgroup data del dfn em font i ins kbd label legend mark"
    )
    | _tags("fieldset map menu meter nobr optgroup option output picture progress q rp rt ruby s samp slot")
    | _tags("small span strike strong sub sup time title tt u var video audio path g use")
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
STRONG = _tags("b strong")
ASIDE = re.compile(  # what classes and ids say of boxes that are no part of what a page tells
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|rgpd|newsletter|"
    r"breadcrumbs?|fil-ariane|menu|nav|navbar|navigation|sidenav|sidemenu|offcanvas|mobile-menu|burger|"
    r"topbar|footer|pied|sidebar|copyright|skip|skip-link|social|socials|share|sharing|pagination|modal|popup|"
    r"screen-reader-text|sr-only|visually-hidden|elementor-location-header|elementor-location-footer|wp-block-social-links|"
    r"comments?|comment-respond|login|search|searchform|lang|language-switcher)(?:$|[\s_-](?!content\b|page\b|open\b))"
)
_WITHOUT = (
    "has-",
    "with-",
    "no-",
    "not-",
    "hide-",
    "show-",
    "without-",
    "is-",
)  # of classes of what is beside
_PARTNERS = re.compile(  # what classes and ids call boxes that hold partners
    r"parten(?:aire|er)|partner(?!ship)|sponsor(?!ship|ing)|m[ée]c[èe]nes?(?![a-z])|patrocinador|colaborador|"
    r"financeur|funder|donateurs|sostenitor|f(?:oe|ö)rderer",
    re.I,
)
_AROUND_PARTNERS = re.compile(  # and those that speak of partners, or lead to them
    r"devenir|devenez|becom|join|form|contact|cta|intro|text|desc|hero|banner|titl|titre|head|nav|menu|btn|button|"
    r"link|modal|offre|pack|tarif|pric|benefit|avantage|why|pourquoi|admin|call|filter|filtre|search|tabs?(?![a-z])",
    re.I,
)
NAMED = _tags("name title nom label alt data-name data-nom data-title partner partenaire")
PLACED = _tags("address adresse city ville town commune location lieu data-city data-ville")


def is_aside(about: str) -> bool:
    """Return whether classes and id, in small letters, say that a box is no part of what a page tells."""
    return any(ASIDE.search(word) for word in about.split() if not word.startswith(_WITHOUT))


def tells_partners(about: str) -> bool:
    """Return whether classes and id say that a box holds partners."""
    return any(_PARTNERS.search(word) and not _AROUND_PARTNERS.search(word) for word in about.split())


def attributes(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Yield the attributes of a tag, each with where its value stands."""
    for match in _ATTRIBUTE.finditer(text, start, end):
        number = next(number for number in (2, 3, 4) if match[number] is not None)
        yield match[1].lower(), match.span(number)


def said(text: str, given: Mapping[str, Span]) -> Iterator[tuple[Span, str]]:
    """Yield what the attributes of an unknown tag say, with its kind: a name, a place, or else a file."""
    for key, span in given.items():
        kind_ = NAME if key in NAMED else PLACE if key in PLACED else ""
        if kind_ and not text.startswith("{", span[0]):
            yield span, kind_
    if not NAMED & given.keys() and (shown := pictures.named(text, given, None)):
        yield shown, FILE


def kind(names: list[str], heading: int) -> str:
    """Return what a line is by the boxes it stands in, or the heading."""
    if heading:
        return HEADING
    for name in reversed(names):
        if name in ("li", "dd", "dt"):
            return ITEM
        if name in ("td", "th"):
            return CELL
    return TEXT
