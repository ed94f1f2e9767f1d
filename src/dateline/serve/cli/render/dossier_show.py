"""A dossier on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.serve.cli.page import CLASH, DIM, Page
from dateline.serve.cli.render.things.dossier_paper import dossier_page
from dateline.serve.cli.render.timed import escaped, in_words, published, short
from dateline.views.dossier.parts import Cited, Dossier, DossierLine, Part, Plan, Section, SourceText
from dateline.views.evidence import Evidence
from dateline.views.wording import a_day

COLUMN = 16  # where dates end


def terminal(result: Dossier, page: Page) -> None:
    """All sections, each line with who says it; then the sources."""
    from rich.text import Text

    page.say(Text.assemble((result.title, "bold"), (f" · as of {a_day(result.as_of)}", DIM)))
    page.say(size(result), style=DIM)
    for section in result.sections:
        page.say()
        page.say(section.title, style="bold")
        for part in section.parts:
            _part(part, page)
        if section.left_out:
            page.say(f"{section.left_out} more with --length full", indent=2, style=DIM)
    _sources(result, page)


def size(result: Dossier) -> str:
    """How much there is: happenings and sources."""
    dropped = f", {result.dropped} left out by an editor" if result.dropped else ""
    return f"{result.happenings} happenings{dropped} · {result.sources.voiced} in {result.sources.articles} articles"


def _part(part: Part, page: Page) -> None:
    from rich.text import Text

    if part.title:
        page.say(Text(part.title, style=CLASH if part.finding else "italic"), indent=2)
    for line in part.lines:
        page.row(f"{when(line):>{COLUMN}}  {page.glyph(line.status)} ", Text.assemble(line.text, *_sign(line)))
        for row in below(line):
            page.row(" " * (COLUMN + 4), row, style=DIM)


def _sign(line: DossierLine) -> Iterator[tuple[str, str]]:
    if line.clashes:
        yield "  ≠", CLASH


def when(line: DossierLine) -> str:
    """The line's time in words."""
    return line.occurred.words if line.occurred else ""


def below(line: DossierLine) -> Iterator[str]:
    """What stands under a line: who says it, how a plan stands, disagreements, notes."""
    named = f" · {short(line.claim)}" if line.claim else ""
    yield f"{line.voiced}: {'; '.join(origins(line.cited))}{named}"
    if line.plan:
        yield plan(line.plan)
    if line.value:
        yield stance(line)
    else:
        yield from (f"≠ {in_words(c)}" for c in line.clashes)
    if line.pinned:
        yield "pinned by an editor"
    yield from (f"note: {note}" for note in line.notes)


def stance(line: DossierLine) -> str:
    """The side that a line takes in a disagreement, or how a party stands there."""
    by = f", by {line.speaker}" if line.speaker and not line.clashes else ""
    later = ", in place of an earlier position" if line.replaces else ""
    return f"says {line.value}" if line.clashes else f"{line.value}{by}{later}"


def origins(cited: Sequence[Cited]) -> list[str]:
    """Who published the sentences, each article once, with its id."""
    seen: dict[str, Evidence] = {}
    for one in cited:
        seen.setdefault(one.evidence.article, one.evidence)
    return [f"{e.outlet}, {published(e.published_at)} ({short(e.article)})" for e in seen.values()]


def plan(told: Plan) -> str:
    """How a plan stands, in words."""
    day = f" for {told.planned_for.words}" if told.planned_for else ""
    changed = f", told on {told.changed_on.words}" if told.changed_on else ""
    return f"planned{day}: {told.state}{changed}"


def _sources(result: Dossier, page: Page) -> None:
    page.say()
    page.say(f"Sources: {result.sources.voiced}", style="bold")
    for group in result.sources.groups:
        page.say(f"{group.kind}{f', {group.country}' if group.country else ''}: {group.voiced}", indent=2)
        for text in group.texts:
            page.say(source(text), indent=4, style=DIM)


def source(text: SourceText) -> str:
    """One independent text with its copies."""
    copied = f", copied by {', '.join(dict.fromkeys(c.outlet for c in text.copies))}" if text.copies else ""
    return f"{text.outlet}, {published(text.published_at)}: {text.headline}{copied} ({short(text.article)})"


def markdown(result: Dossier) -> str:
    """Headings, lists, and a footnote for each sentence that a line rests on."""
    notes: dict[str, int] = {}
    parts = [f"# {escaped(result.title)}", f"As of {a_day(result.as_of)}. {escaped(size(result))}."]
    for section in result.sections:
        parts += [f"## {escaped(section.title)}", *_markdown_section(section, notes)]
    parts += ["## Sources", *_markdown_sources(result)]
    cited = {key(c): c for s in result.sections for p in s.parts for x in p.lines for c in x.cited}
    footnotes = "\n".join(f"[^{number}]: {_footnote(cited[k])}" for k, number in notes.items())
    return "\n\n".join([*parts, footnotes]) + "\n"


def html(result: Dossier) -> str:
    """The same as a page of its own, each line with its sentences beside it."""
    return dossier_page(result, size(result))


def key(cited: Cited) -> str:
    """What makes two citations one: the sentence of the article."""
    return f"{cited.evidence.article}:{cited.sentence.start}"


def _markdown_section(section: Section, notes: dict[str, int]) -> Iterator[str]:
    for part in section.parts:
        if part.title:
            yield f"### {escaped(part.title)}"
        yield "\n".join(_item(line, notes) for line in part.lines)
    if section.left_out:
        yield f"*{section.left_out} more with the full length.*"


def _item(line: DossierLine, notes: dict[str, int]) -> str:
    cited = dict.fromkeys(map(key, line.cited))
    numbers = "".join(f"[^{notes.setdefault(k, len(notes) + 1)}]" for k in cited)
    day = f"**{when(line)}** " if when(line) else ""
    told = [plan(line.plan)] if line.plan else []
    told += [stance(line)] if line.value else [f"≠ {in_words(c)}" for c in line.clashes]
    told += [f"note: {n}" for n in line.notes]
    after = "".join(f"\n  - {escaped(t)}" for t in [line.voiced, *told])
    return f"- {day}{escaped(line.text)}{numbers}{after}"


def _footnote(cited: Cited) -> str:
    found = cited.evidence
    name = escaped(f"{found.outlet}, {published(found.published_at)}")
    linked = f"[{name}](<{found.url}>)" if found.url.startswith(("http://", "https://")) else name
    return f"“{escaped(found.sentence)}” {linked} `{found.article}`"


def _markdown_sources(result: Dossier) -> Iterator[str]:
    for group in result.sources.groups:
        yield f"### {escaped(', '.join(x for x in (group.kind, group.country) if x))}: {group.voiced}"
        yield "\n".join(f"- {escaped(source(text))}" for text in group.texts)
