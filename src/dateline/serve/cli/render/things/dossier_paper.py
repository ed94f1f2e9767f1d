"""A dossier as a page of HTML: each line, and beside it the sentences that it rests on."""

from __future__ import annotations

from dateline.serve.cli.render.things.paper import escape, link, page
from dateline.serve.cli.render.timed import in_words, published
from dateline.views.dossier.parts import Cited, Dossier, DossierLine, Part, PieceKind, Section, SourceText
from dateline.views.wording import a_day

SHOWN = 4  # sentences beside a line


def dossier_page(result: Dossier, size: str) -> str:
    """The whole page; `size` tells how much there is."""
    head = f'<h1>{escape(result.title)}</h1>\n<p class="dim">As of {a_day(result.as_of)} · {escape(size)}</p>'
    sections = "\n".join(_section(s) for s in result.sections)
    return page(result.title, f"{head}\n{sections}\n{_sources(result)}")


def _section(section: Section) -> str:
    left = f'<p class="dim">{section.left_out} more in full length</p>' if section.left_out else ""
    parts = "\n".join(_part(p) for p in section.parts)
    return f'<section id="{section.key}">\n<h2>{escape(section.title)}</h2>\n{parts}\n{left}</section>'


def _part(part: Part) -> str:
    title = f"<h3{' class=clash' * bool(part.finding)}>{escape(part.title)}</h3>\n" if part.title else ""
    return title + "\n".join(_line(line) for line in part.lines)


def _line(line: DossierLine) -> str:
    when = escape(line.occurred.words) if line.occurred else ""
    told = "".join(_piece(p.kind, p.text, p.why) for p in line.pieces)
    return (
        f'<div class="row" id="{line.id}"><div class="when">{when}</div>'
        f'<div><div class="said">{told}{_sign(line)}</div><div class="dim">{_about(line)}</div></div>'
        f'<div class="evidence">{"".join(map(_cited, line.cited[:SHOWN]))}{_more(line)}</div></div>'
    )


def _piece(kind: PieceKind, text: str, why: str) -> str:
    if kind in (PieceKind.ADDED, PieceKind.CUT) and text:
        return f'<span class="added" title="{escape(why)}">{escape(text)}</span>'
    return escape(text)


def _sign(line: DossierLine) -> str:
    return ' <span class="clash" title="sources disagree">≠</span>' if line.clashes else ""


def _about(line: DossierLine) -> str:
    told = [line.status.value, line.voiced]
    if line.plan:
        planned = f"planned for {line.plan.planned_for.words}" if line.plan.planned_for else "planned"
        changed = f" on {line.plan.changed_on.words}" if line.plan.changed_on else ""
        told.append(f"{planned}: {line.plan.state}{changed}")
    told += [line.value] if line.value else [in_words(c) for c in line.clashes]
    told += ["pinned by an editor"] * line.pinned + [f"note: {n}" for n in line.notes]
    return escape(" · ".join(told))


def _cited(cited: Cited) -> str:
    found = cited.evidence
    start, end = found.anchor
    words = f"{escape(found.sentence[:start])}<u>{escape(found.sentence[start:end])}</u>{escape(found.sentence[end:])}"
    copied = " (a copy)" if found.copy_of else ""
    name = link(f"{found.outlet}, {published(found.published_at)}", found.url)
    return f'<p><span class="said">“{words}”</span> <span class="dim">{name}{copied}</span></p>'


def _more(line: DossierLine) -> str:
    left = len(line.cited) - SHOWN
    return f'<p class="dim">and {left} more</p>' if left > 0 else ""


def _sources(result: Dossier) -> str:
    groups = "\n".join(
        f"<h3>{escape(', '.join(x for x in (g.kind, g.country) if x))}: {g.voiced}</h3>\n<ul>"
        + "".join(f"<li>{_source(t)}</li>" for t in g.texts)
        + "</ul>"
        for g in result.sources.groups
    )
    return f"<section id=sources>\n<h2>Sources: {escape(result.sources.voiced)}</h2>\n{groups}\n</section>"


def _source(text: SourceText) -> str:
    copied = f", copied by {', '.join(dict.fromkeys(c.outlet for c in text.copies))}" if text.copies else ""
    told = f"{text.outlet}, {published(text.published_at)}{copied} · {text.lines} lines rest on it"
    return f'{link(text.headline, text.url)} <span class="dim">{escape(told)}</span>'
