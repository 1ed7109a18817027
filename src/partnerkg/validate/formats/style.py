"""How the page of a report looks: light and dark, narrow and wide, on paper."""

from __future__ import annotations

STYLE = """\
:root { color-scheme: light dark; --page: #fff; --ink: #1b1b1b; --quiet: #555; --line: #ccc; --link: #0b4f9e;
  --bad: #a80f1c; --fair: #7a4b00; --good: #1c6130; --back: #f4f4f2; }
@media (prefers-color-scheme: dark) {
  :root { --page: #16181b; --ink: #ececec; --quiet: #b3b3b3; --line: #4a4d52; --link: #8fc1ff;
    --bad: #ff9a9a; --fair: #f0c070; --good: #8fd6a0; --back: #22252a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; margin: 1.5em 0 .5em; }
h3 { font-size: 1.05rem; }
a { color: var(--link); }
.verdict { border-left: .4rem solid; padding: .5rem 1rem; background: var(--back); }
.conforms { border-color: var(--good); }
.fails { border-color: var(--bad); }
.conforms strong { color: var(--good); }
.fails strong, .violation .severity { color: var(--bad); }
.warning .severity { color: var(--fair); }
.info .severity { color: var(--link); }
.message { margin: .25rem 0; }
.other.message { color: var(--quiet); font-size: .9rem; }
.wide { overflow-x: auto; overflow-wrap: break-word; margin: .5rem 0; }
.wide:focus-visible, a:focus-visible { outline: .2rem solid var(--link); outline-offset: .1rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem .3rem 0; text-align: left;
  vertical-align: top; font-weight: normal; }
thead th { color: var(--quiet); font-weight: 600; }
.counts thead th + th { text-align: right; }
.counts tbody th { min-width: 9rem; overflow-wrap: anywhere; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.violating th, .violating td { color: var(--bad); }
.none th, .none td { color: var(--quiet); font-style: italic; }
@media print {
  :root { --page: #fff; --ink: #000; --quiet: #333; --line: #999; --link: #000; --bad: #000; --fair: #000;
    --good: #000; --back: #fff; }
  main { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  h2, h3, thead { break-after: avoid; }
  tr { break-inside: avoid; }
}
"""
