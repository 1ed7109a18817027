"""The tags of HTML by how they are shown (HTML Living Standard, "Rendering"), as far as pages need."""

from __future__ import annotations

import re


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
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|rgpd|newsletter|breadcrumbs?|fil-ariane|menu|nav|navbar|navigation|"
    r"topbar|footer|pied|sidebar|copyright|skip|skip-link|social|socials|share|pagination|modal|popup)(?:$|[\s_-])"
)
NAMED = _tags("name title nom label alt data-name data-nom data-title partner partenaire")
PLACED = _tags("address adresse city ville town commune location lieu data-city data-ville")
