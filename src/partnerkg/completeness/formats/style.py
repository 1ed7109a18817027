"""How the page of completeness looks: light and dark, on paper, and where there are 320 pixels."""

from __future__ import annotations

# From orange to blue, which people who see few colours tell apart; each cell says its number too.
_STEPS = (
    "f6c8a4",
    "f8d3b4",
    "fadec6",
    "fbe8d7",
    "f8efe6",
    "f1f1f1",
    "e5eef5",
    "d5e5f1",
    "c2daec",
    "accee6",
    "94c0df",
)
_PLAIN = """
:root { color-scheme: light dark; --ink: #1b1b1b; --page: #fff; --line: #767676; --link: #0b4f8a }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page) }
main { max-width: 90rem; margin: 0 auto; padding: 1rem }
.wide { overflow-x: auto; margin: 1rem 0 }
table { border-collapse: collapse }
caption { text-align: left; font-weight: 600; padding: .25rem 0 }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: bottom }
td { white-space: nowrap }
td.none { text-align: center }
td[class^=h] { color: #1b1b1b }
td[class^=h] a { color: #1b1b1b }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
td { position: relative }
a { color: var(--link) }
pre, code { overflow-x: auto; font-size: .875rem; overflow-wrap: anywhere; white-space: pre-wrap }
details { margin: .5rem 0 }
svg { max-width: 100%; height: auto }
polyline { fill: none; stroke: var(--link); stroke-width: 2 }
circle, text { fill: var(--ink); text-anchor: middle; font-size: .75rem }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eee; --page: #161616; --line: #8a8a8a; --link: #8cc4ff }
}
@media print { .wide { overflow: visible } details { break-inside: avoid } }
"""
STYLE = _PLAIN + "".join(f"td.h{place} {{ background: #{step} }}\n" for place, step in enumerate(_STEPS))
