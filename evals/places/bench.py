"""Toponyms beside the peers: python -m evals.bench places [FILE.xml] [--json] [--errors].

Without FILE: LGL and GeoVirus, each in two halves by the hash of the text (the annotator was developed on the first).
Recognition counts overlapping spans; a place is right within 161 km, countries and states by id; the country is right
if it is the annotated one. "Always the US" stands beside the countries, "the largest of the name" beside all.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from dateline.annotate.actors.annotator import actors
from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.actors.tokens import tokens
from dateline.annotate.base import ACTORS, DATELINES, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.gazetteer import Toponym, fold, packed_places, short_forms
from dateline.annotate.places.annotator import places
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Revision
from dateline.model.mark import ActorMark, PlaceMark
from dateline.model.outlet import Outlet
from evals.places.gold import Gold, Text, read
from evals.shared import shared_folder

NEAR_KM = 161.0
SETS = ("lgl.xml", "GeoVirus.xml")
# Best peer: recognition, Acc@161 recognised and end to end, country recognised (spaCy and the most populous place).
PEERS = {"lgl": (0.711, 0.569, 0.378, 0.685)}


@dataclass(frozen=True)
class Ours:
    """A toponym of ours: where, and the place meant."""

    start: int
    end: int
    place: Toponym | PlaceMark


@dataclass
class Tally:
    """Counts over documents."""

    gold: int = 0
    found: int = 0
    met: int = 0
    hits: int = 0
    near: int = 0
    located: int = 0
    located_met: int = 0
    country: int = 0
    country_met: int = 0
    us: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    spurious: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, text: Text, ours: list[Ours]) -> None:
        """Counts one document."""
        self.gold += len(text.toponyms)
        self.found += len(ours)
        for o in ours:
            hit = any(o.start < g.end and g.start < o.end for g in text.toponyms)
            self.hits += hit
            if not hit:
                self.spurious[text.text[o.start : o.end]] += 1
        for g in text.toponyms:
            self._one(g, next((o for o in ours if o.start < g.end and g.start < o.end), None))

    def _one(self, g: Gold, o: Ours | None) -> None:
        self.met += o is not None
        self.located += g.latitude is not None
        if o is None:
            self.missed[g.phrase] += 1
            return
        if g.country:
            self.country_met += 1
            self.country += o.place.country == g.country
            self.us += g.country == "US"
        if g.latitude is not None:
            self.located_met += 1
            right = _right(g, o)
            self.near += right
            if not right:
                self.wrong[f"{g.phrase} ({g.country} {g.area}) -> {o.place.name} {o.place.country} {o.place.kind}"] += 1

    def figures(self) -> dict[str, float]:
        """The figures, rounded."""
        precision, recall = _part(self.hits, self.found), _part(self.met, self.gold)
        both = precision + recall
        return {
            "recognition": round(2 * precision * recall / both, 3) if both else 0.0,
            "precision": precision,
            "recall": recall,
            "near_recognised": _part(self.near, self.located_met),
            "near_end_to_end": _part(self.near, self.located),
            "country_recognised": _part(self.country, self.country_met),
            "country_always_us": _part(self.us, self.country_met),
        }


def main(argv: list[str]) -> int:
    """Prints the figures of our annotator and of the baseline."""
    files = [Path(a) for a in argv if not a.startswith("--")]
    files = files or [shared_folder() / "bench" / "places" / name for name in SETS]
    told = [_figures(path, errors="--errors" in argv) for path in files]
    print(json.dumps(told, indent=1) if "--json" in argv else _table(told))
    return 0


def _figures(path: Path, errors: bool) -> dict[str, Any]:
    texts = list(read(path))
    nations = _has_nations(texts)
    tallies = {name: Tally() for name in ("whole", "developed", "reported", "largest of the name")}
    for text, found in zip(texts, _found(texts, nations), strict=True):
        tallies["whole"].add(text, found)
        tallies[text.half].add(text, found)
        tallies["largest of the name"].add(text, [_largest(text, o) for o in found])
    if errors:
        _print_errors(tallies["developed"])
    return {"set": path.stem, "peer": PEERS.get(path.stem.lower())} | {k: t.figures() for k, t in tallies.items()}


def _has_nations(texts: list[Text]) -> bool:
    """Whether a set annotates words for nations ("American") as toponyms."""
    phrases = [g.phrase for t in texts for g in t.toponyms]
    return sum(fold(p) in lexicon().demonyms and p.isalpha() for p in phrases) > 0.02 * len(phrases)


def _found(texts: list[Text], nations: bool) -> Iterator[list[Ours]]:
    for text in texts:
        article = Article("a", "o", "")
        document = Document(Outlet("o", "o"), article, Revision("r", "a", "", text.text, "en"))
        for annotator in (blocks(), sentences(), datelines(), actors()):
            document.put(annotator.gives, annotator.annotate([document])[0])
        marks = places().annotate([document])[0]
        ours = [Ours(m.words.start, m.words.end, m) for m in marks]
        held = _nations(document) if nations else []
        yield _apart(ours + _filed(document) + held + _governing(document))


def _apart(found: list[Ours]) -> list[Ours]:
    """In the order of the text, the first of those that overlap."""
    kept: list[Ours] = []
    for o in sorted(found, key=lambda o: (o.start, -o.end)):
        if not kept or o.start >= kept[-1].end:
            kept.append(o)
    return kept


def _filed(document: Document) -> list[Ours]:
    """The dateline's place and what it lies in ("ERIE, Pa."), which are no marks of their own in our layers."""
    found = []
    for line in document[DATELINES]:
        place = next((t for t in packed_places().named(line.name) if t.place == line.place), None)
        first, *others = line.words.exact.partition("(")[0].split(",")
        if place:
            found.append(Ours(line.words.start, line.words.start + len(first.rstrip()), place))
        at = line.words.start + len(first) + 1
        for part in others:
            area = _area(part.strip(), line.country)
            if area:
                begin = at + len(part) - len(part.lstrip())
                found.append(Ours(begin, begin + len(part.strip()), area))
            at += len(part) + 1
    return found


def _area(name: str, country: str) -> Toponym | None:
    """The country or division that a name or its printed short form means."""
    form = short_forms().get(name) or short_forms().get(name + ".")
    named = packed_places().division(form.country, form.admin) if form else packed_places().named(name)
    return next((t for t in named if t.kind in ("country", "state", "region") and t.country == country), None)


def _governing(document: Document) -> list[Ours]:
    """Lands named within parties of theirs ("China's health ministry", "the US military"), and seats that stand for
    governments ("Moscow rejected"): our layers hold these as parties."""
    found = []
    for m in document[ACTORS]:
        if m.how.startswith("seat"):
            named = [t for t in packed_places().named(m.words.exact) if t.country == m.country]
            found += [Ours(m.words.start, m.words.end, t) for t in sorted(named, key=lambda t: t.kind != "capital")[:1]]
        elif m.country and m.kind != "person" and " of " in m.how:
            found += _land_within(m)
    return found


def _land_within(mark: ActorMark) -> list[Ours]:
    """The name of a party's country in its own words."""
    said = tokens(mark.words.exact, 0, len(mark.words.exact), 0)
    for first, last in ((n, m) for n in range(len(said)) for m in range(min(n + 5, len(said)), n, -1)):
        name = " ".join(w.folded for w in said[first:last])
        if said[first].capital and any(s.country == mark.country for s in lexicon().states.get(name, ())):
            lands = packed_places().named(lexicon().countries[mark.country].name)
            start, end = mark.words.start + said[first].start, mark.words.start + said[last - 1].end
            return [Ours(start, end, t) for t in lands if t.kind == "country" and t.country == mark.country][:1]
    return []


def _nations(document: Document) -> list[Ours]:
    """Words for nations, which our layers hold as parties."""
    found = []
    for m in document[ACTORS]:
        parts = m.words.exact.split()
        nation = next((x for x in (" ".join(parts[:2]), parts[0]) if fold(x) in lexicon().demonyms), "")
        end = m.words.start + len(nation)
        if nation and m.country and m.kind != "person":
            named = [t for t in packed_places().named(lexicon().countries[m.country].name) if t.kind == "country"]
        else:
            continue
        found += [Ours(m.words.start, end, t) for t in named[:1]]
    return found


def _largest(text: Text, o: Ours) -> Ours:
    named = packed_places().named(text.text[o.start : o.end])
    return Ours(o.start, o.end, named[0]) if named else o


def _right(g: Gold, o: Ours) -> bool:
    if g.area == "country" and o.place.kind == "country":
        return g.country == o.place.country
    if g.area == "state" and o.place.kind == "state" and g.admin:
        return (g.country, g.admin) == (o.place.country, _admin(o.place))
    return _km(g, o.place) <= NEAR_KM


def _admin(place: Toponym | PlaceMark) -> str:
    if isinstance(place, Toponym):
        return place.admin
    return next((t.admin for t in packed_places().named(place.name) if t.place == place.place), "")


def _km(g: Gold, place: Toponym | PlaceMark) -> float:
    """The great-circle distance in kilometres."""
    if g.latitude is None or g.longitude is None:
        return 1e9
    a, b = radians(g.latitude), radians(place.latitude)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(place.longitude - g.longitude) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(h)))


def _part(a: int, b: int) -> float:
    return round(a / b, 3) if b else 0.0


def _print_errors(tally: Tally) -> None:
    for name in ("missed", "spurious", "wrong"):
        print(name, getattr(tally, name).most_common(90), file=sys.stderr)


def _table(told: list[dict[str, Any]]) -> str:
    lines = ["set / half: recognition (precision recall); Acc@161 recognised, end to end; country (always US)"]
    for entry in told:
        for name in ("whole", "developed", "reported", "largest of the name"):
            f = entry[name]
            lines.append(
                f"{entry['set']:<10} {name:<20} {f['recognition']:.3f} ({f['precision']:.3f} {f['recall']:.3f})  "
                f"{f['near_recognised']:.3f} {f['near_end_to_end']:.3f}  "
                f"{f['country_recognised']:.3f} ({f['country_always_us']:.3f})"
            )
        if entry["peer"]:
            lines.append(f"{entry['set']:<10} best peer            {entry['peer']}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
