"""One page of HTML that stands alone in a file: escaped text, a few marked words, no script, prints well."""

from __future__ import annotations

from html import escape

__all__ = ["escape", "link", "page"]

STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1b; --paper: #fdfcf9; --dim: #6b6862; --line: #d9d5cb; --accent: #1d4e89;
  --clash: #c8401f; --fine: #2f6b3a; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8df; --paper: #171614; --dim: #a09a8e; --line: #3a3732;
  --accent: #8ab4e8; --clash: #f0785a; --fine: #8cc79a; } }
body { background: var(--paper); color: var(--ink); max-width: 76rem; margin: 2rem auto; padding: 0 1.25rem;
  font: 1rem/1.5 system-ui, sans-serif; }
h1, h2, h3, .said { font-family: ui-serif, "Iowan Old Style", Palatino, Georgia, serif; }
h1 { font-size: 2rem; margin: 0; } h2 { font-size: 1.35rem; margin: 2.5rem 0 .5rem; border-top: 1px solid var(--line);
  padding-top: .75rem; } h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; color: var(--dim); }
.row { display: grid; grid-template-columns: 9rem minmax(0, 34rem) minmax(0, 1fr); gap: .25rem 1.25rem;
  padding: .45rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.when, .dim { color: var(--dim); font-variant-numeric: tabular-nums; } .when { text-align: right; }
.added { color: var(--dim); } .clash { color: var(--clash); } .fine { color: var(--fine); }
.evidence { font-size: .85rem; } .evidence p { margin: 0 0 .4rem; } a { color: var(--accent); }
.verdict { font-weight: 600; } .supported { background: color-mix(in srgb, var(--fine) 12%, transparent); }
.contradicted { background: color-mix(in srgb, var(--clash) 14%, transparent); }
.not_found { background: color-mix(in srgb, var(--dim) 12%, transparent); }
@media (max-width: 50rem) { .row { grid-template-columns: 1fr; } .when { text-align: left; } }
@media print { body { margin: 0; max-width: none; } a { color: inherit; } }
"""


def page(title: str, body: str) -> str:
    """A whole page; `body` is HTML, `title` is text."""
    head = (
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>'
    )
    return f'<!doctype html>\n<html lang="en">\n{head}\n<style>{STYLE}</style>\n<body>\n{body}\n</body>\n</html>\n'


def link(words: str, url: str) -> str:
    """The words, leading to an address of the web; the words alone for any other."""
    if not url.startswith(("http://", "https://")):
        return escape(words)
    return f'<a href="{escape(url)}" rel="noreferrer">{escape(words)}</a>'
