"""What a dossier rests on: independent texts, grouped by kind and country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline.store.base import Held
from dateline.views.dossier.making import voiced
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import Copied, DossierLine, SourceGroup, Sources, SourceText
from dateline.views.evidence import published_day, told_by


def sources(material: Material, lines: Iterable[DossierLine]) -> Sources:
    """All independent texts of the matter, with how many of these lines rest on each."""
    gathered = material.gathered
    held = {h.article.id: h for h in gathered.held.values() if _tells(h, material)}
    runs: dict[str, list[Held]] = {}
    for article in sorted(held):
        runs.setdefault(gathered.voice(article), []).append(held[article])
    resting = Counter(v for line in lines for v in {gathered.voice(c.evidence.article) for c in line.cited})
    groups: dict[tuple[str, str], list[SourceText]] = {}
    for voice in sorted(runs):
        text = _text(voice, runs[voice], resting[voice])
        groups.setdefault((text.kind, text.country), []).append(text)
    ordered = sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))
    return Sources(
        independent=len(runs),
        articles=len(held),
        outlets=len({h.outlet.id for h in held.values()}),
        countries=len({h.outlet.country for h in held.values() if h.outlet.country}),
        voiced=voiced(len(runs)),
        groups=tuple(_group(kind, country, texts) for (kind, country), texts in ordered),
        latest=max((d for h in held.values() if (d := published_day(h))), default=None),
    )


def _tells(held: Held, material: Material) -> bool:
    return held.article.id in material.telling


def _group(kind: str, country: str, texts: list[SourceText]) -> SourceGroup:
    ranked = sorted(texts, key=lambda t: (-t.lines, str(t.published_at), t.article))
    return SourceGroup(kind, country, voiced(len(texts)), tuple(ranked))


def _text(voice: str, runs: list[Held], lines: int) -> SourceText:
    first = next((h for h in runs if h.article.id == voice), runs[0])
    copies = [
        Copied(h.article.id, told_by(h), published_day(h), h.article.url)
        for h in runs
        if h.article.id != first.article.id
    ]
    return SourceText(
        article=first.article.id,
        outlet=told_by(first),
        outlet_id=first.outlet.id,
        kind=first.outlet.kind.value,
        country=first.outlet.country,
        headline=first.revision.headline,
        url=first.article.url,
        published_at=published_day(first),
        copies=tuple(copies),
        lines=lines,
    )
