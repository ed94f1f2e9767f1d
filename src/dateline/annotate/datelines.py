"""Datelines: "KYIV, Ukraine, Feb. 24 (Agency) -" and its kin, by form and by the list of places; precision first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.annotate.base import BLOCKS, DATELINES, Annotator, Document, PerDocument
from dateline.annotate.gazetteer import Lookup, Toponym, agencies, fold, packed_places, prominence, short_forms
from dateline.model.mark import DatelineMark
from dateline.model.provenance import Producer
from dateline.model.text import Block, BlockKind, select

PRODUCER = Producer("datelines", "3")
BLOCKS_READ = 6  # a headline, a byline and a caption may stand above it
REACH = 160  # characters of a block in which a dateline ends
ENOUGH = 3
COLON_FROM = 50_000  # inhabitants of a place in capitals that a mere colon makes a dateline
ALONE_FROM = 30_000  # inhabitants of a place in capitals that a mere dash makes a dateline

_MONTH = (
    r"(?i:jan(?:uary|vier)?|feb(?:ruary)?|févr?|mar(?:ch|s|zo)?|apr(?:il)?|avr(?:il)?|abr(?:il)?|may(?:o)?|mai|june?|juin"
    r"|july?|juil|aug(?:ust)?|août|ago|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|déc|dic|ene(?:ro)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_DAY = rf"{_WEEKDAY}(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\.?\s+{_MONTH})(?:,?\s+\d{{4}})?"
_CAPS = r"(?:(?:ST|FT|MT|STE)\.|[A-ZÀ-ÖØ-Þ]+(?:['’\-]+[A-ZÀ-ÖØ-Þ]+)*)(?![\w])"
_TITLE = r"(?:(?:St|Ste|Ft|Mt)\.|(?:[a-z]{1,2}['’\-])?[A-ZÀ-ÖØ-Þ][\w'’\-]*)"
_JOIN = r"(?:of|de|del|da|do|dos|di|la|le|el|al|der|am|an|sur|upon|the|en|in)"
_LOUD = rf"{_CAPS}(?:[ \t](?:{_CAPS}|{_JOIN}[ \t]{_CAPS})){{0,4}}"
_QUIET = rf"{_TITLE}(?:[ \t](?:{_TITLE}|{_JOIN}[ \t]{_TITLE})){{0,3}}"
_REGION = rf"(?:(?:[A-Z]\.[ \t]?){{2,3}}|[A-Z]\.[ \t]?[A-Z][a-z]+\.|{_TITLE}\.?(?:[ \t](?:{_TITLE}|{_JOIN})){{0,4}})"
_PRE = re.compile(r"\((?P<name>[A-Z][\w ./\-]{1,30})\)[ \t]*(?:[-–—]+[ \t]*)?")
_PLACE = re.compile(rf"(?:{_LOUD}|{_QUIET})")
_PARTS = (
    ("day", re.compile(rf"[,.]?[ \t]+(?P<words>{_DAY}(?=[\s,.:/(\-–—]|\Z))")),
    ("round", re.compile(r"[,.]?[ \t]*\((?P<words>[^()\n]{2,40})\)")),
    ("slash", re.compile(r"[,.]?[ \t]*/(?P<words>[^/\n]{2,30})/")),
    ("more", re.compile(rf"[ \t]*/[ \t]*(?P<words>{_LOUD}|{_QUIET})|[ \t](?:and|AND)[ \t](?P<other>{_LOUD})")),
    ("bare", re.compile(r"[,.]?[ \t]+(?P<words>[A-Z][\w./\-]{1,20}?)(?=[,.]?[\s]|\Z)")),
    ("region", re.compile(rf",[ \t]+(?P<words>{_REGION})")),
)
_ONCE = frozenset({"day", "round", "slash", "bare"})
_PARTING = re.compile(r"[.,]?[ \t]*(?P<sign>-{1,3}(?=[\s\"“A-Z])|[–—―‒]+|:(?=\s)|[.|](?=\s)|(?=\s)|\Z)\s*")
_DASH = re.compile(r"[-–—―‒]")
_SEATS = {
    "united nations": ("New York", "US"),
    "vatican city": ("Vatican City", "VA"),
    "the hague": ("The Hague", "NL"),
}
_CITY_STATES = frozenset({"SG", "MC", "VA", "HK", "MO", "GI"})
# Last words of places that no list has, from which reports are filed all the same.
_SITE = re.compile(
    r"(?:PRISON|CAMP|BASE|AIRPORT|AIRFIELD|CROSSING|CHECKPOINT|BARRACKS|PORT|PASS|BORDER|VILLAGE|OUTPOST|SETTLEMENT|HARBOU?R"
    r"|RESERVATION|FOREST|VALLEY|DAM|MINE|ISLAND|STATION|HOSPITAL)\Z"
)
_ABOARD = re.compile(r"(?:ABOARD|ON BOARD|Aboard|On board)\b")


@dataclass(slots=True)
class _Form:
    """The parts of an opening that has the form of a dateline: where its words begin and end, and what parts it."""

    begins: int
    place: str
    ends: int = 0
    parting: str = ""
    rest: str = ""
    regions: list[str] = field(default_factory=list)
    agency: str = ""
    day: str = ""

    @property
    def loud(self) -> bool:
        """Whether the place is in capitals."""
        letters = [c for c in self.place if c.isalpha()]
        return len(letters) > 1 and all(c.isupper() for c in letters)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A form with the place and the regions that its words turned out to mean, as (country, division or "")."""

    form: _Form
    place: Toponym | None
    regions: frozenset[tuple[str, str]]


def datelines(places: Lookup | None = None) -> Annotator[DatelineMark]:
    """At most one dateline of a document. `places` is the list to look names up in; by default our own.

    `place` is the id of the first place named, "" if the lists do not have it (the region or agency then vouches).
    """
    return PerDocument(PRODUCER, (BLOCKS,), DATELINES, lambda d: _of_document(d, places or packed_places()))


def _of_document(document: Document, places: Lookup) -> Sequence[DatelineMark]:
    for block in document[BLOCKS][:BLOCKS_READ]:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            mark = _mark(document, block, places)
            if mark:
                return (mark,)
    return ()


def _mark(document: Document, block: Block, places: Lookup) -> DatelineMark | None:
    form = _form(document.text[block.start : min(block.end, block.start + REACH)], places)
    if form is None:
        return None
    regions = _meant(form.regions, places)
    reading = _Reading(form, _resolve(form.place, regions, document.outlet.country, places), regions)
    if _score(reading) < ENOUGH or not _goes_on(form):
        return None
    words = select(document.text, block.start + form.begins, block.start + form.ends)
    place = reading.place
    if place is None:
        country = min((country for country, _ in regions), default="")
        return DatelineMark(words, "", form.place, country, form.agency)
    return DatelineMark(words, place.place, place.name, place.country, form.agency)


def _form(head: str, places: Lookup) -> _Form | None:
    """The parts of an opening, read from left to right; None if it does not begin like a dateline."""
    before = _PRE.match(head)
    known = before is not None and fold(before["name"]) in agencies()
    at = before.end() if before and known else 0
    found = _PLACE.match(head, at)
    if not found:
        return None
    form = _Form(0, found.group(), found.end())
    if before and known:
        form.agency = before["name"]
    _cut_agency(form, found.start())
    _read_parts(head, form, places)
    parting = _PARTING.match(head, form.ends)
    if not parting:
        return None
    form.ends = len(head[: form.ends].rstrip())
    form.parting, form.rest = parting["sign"], head[parting.end() :]
    return form


def _cut_agency(form: _Form, start: int) -> None:
    """Takes a known agency off the end of the place: "London CNN"."""
    first, _, last = form.place.rpartition(" ")
    if first and fold(last) in agencies():
        form.place, form.agency, form.ends = first, last, start + len(form.place)


def _read_parts(head: str, form: _Form, places: Lookup) -> None:
    seen: set[str] = set()
    while part := _next_part(head, form, seen):
        name, found = part
        words = found["words"]
        if name == "day":
            form.day = words
        elif name == "region" or (name == "round" and _meant([words], places)):
            form.regions.append(words)
        elif name in ("round", "slash", "bare"):
            form.agency = form.agency or words.strip()
        seen.add(name)
        form.ends = found.end()


def _next_part(head: str, form: _Form, seen: set[str]) -> tuple[str, re.Match[str]] | None:
    for name, pattern in _PARTS:
        found = None if name in seen and name in _ONCE else pattern.match(head, form.ends)
        if found and (name != "region" or (len(form.regions) < 2 and not seen & _ONCE)):
            if name == "bare" and not _is_bare_agency(found["words"]):
                continue
            if name in ("round", "slash") and not _sounds_like_agency(found["words"]):
                continue
            return name, found
    return None


def _is_bare_agency(words: str) -> bool:
    """Whether words without brackets name an agency, and no state: "ERIE, Pa." is not the Press Association's."""
    return fold(words) in agencies() and words not in short_forms() and words.rstrip(".") + "." not in short_forms()


def _sounds_like_agency(words: str) -> bool:
    return fold(words) in agencies() or (words[0].isupper() and not any(c.isdigit() for c in words) and len(words) > 2)


def _meant(regions: Sequence[str], places: Lookup) -> frozenset[tuple[str, str]]:
    """The countries and divisions that the words behind a place can mean."""
    meant: set[tuple[str, str]] = set()
    for words in regions:
        short = short_forms().get(words) or short_forms().get(words + ".")
        if short:
            meant.add((short.country, short.admin))
        for t in places.named(words):
            if t.country and t.kind in ("country", "state", "region", "county", "island"):
                meant.add((t.country, t.admin if t.kind in ("state", "county") else ""))
    return frozenset(meant)


def _resolve(words: str, regions: frozenset[tuple[str, str]], home: str, places: Lookup) -> Toponym | None:
    seat = _SEATS.get(fold(words))
    if seat:
        words, regions = seat[0], frozenset({(seat[1], "")})
    named = places.named(words)
    if regions:
        named = tuple(t for t in named if (t.country, t.admin) in regions or (t.country, "") in regions)
    elif _is_country(named):
        return None
    return max(filter(_can_be_filed_from, named), key=lambda t: prominence(t, home), default=None)


def _is_country(named: Sequence[Toponym]) -> bool:
    """Whether a name is a country's before all, and not also that of its capital."""
    capitals = {t.country for t in named if t.kind == "capital"}
    return bool(named) and named[0].kind == "country" and named[0].country not in capitals | _CITY_STATES


def _can_be_filed_from(t: Toponym) -> bool:
    return t.kind not in ("country", "continent", "state", "county") or t.country in _CITY_STATES


def _score(reading: _Reading) -> int:
    """How much speaks for a dateline; 0 without a known place or something that vouches for an unknown one."""
    form, place = reading.form, reading.place
    dash = bool(_DASH.search(form.parting))
    vouched = bool(form.agency or form.day)
    aboard = _ABOARD.match(form.place)
    site = form.loud and dash and reading.regions and _SITE.search(form.place)
    named = site or (vouched and (reading.regions or aboard or (form.loud and form.day and form.agency)))
    if place is None and not named:
        return 0
    if form.agency and not dash and fold(form.agency) not in agencies():
        return 0
    colon = form.parting == ":" and form.loud and place is not None and place.population > COLON_FROM
    known = bool(place and (place.population >= ALONE_FROM or place.kind == "capital" or fold(form.place) in _SEATS))
    if not vouched and not ((dash and (known or reading.regions)) or colon):
        return 0
    return 2 * form.loud + 2 * bool(form.agency) + 2 * bool(form.day) + bool(reading.regions) + (dash or colon)


def _goes_on(form: _Form) -> bool:
    """Whether what follows reads like the beginning of a report: a capital, a quotation or a figure, or a new line."""
    if not form.rest:
        return bool(form.day or form.agency)
    bare = form.rest.lstrip("\"“‘'«([")
    return bool(bare) and not bare[0].islower() and not (len(bare) > 13 and bare[:14].isupper())
