"""On the ground: whether a report was made where it happened, with the reasons; never a guess.

Three things must come together: it was filed from a country that it tells of (dateline, or place in the byline); the
text has what only somebody there has (the reporter's own eyes, or bystanders quoted); and a person stands for it, by
name in the byline or as the reporter in the text.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.annotate.base import (
    ACTORS,
    DATELINES,
    PLACES,
    PRESENCE,
    SENTENCES,
    Annotator,
    Document,
    PerDocument,
)
from dateline.annotate.gazetteer import agencies, fold, packed_places
from dateline.model.mark import PresenceMark
from dateline.model.provenance import Producer, Reason
from dateline.model.text import Selector, Sentence, select

PRODUCER = Producer("presence", "1")
SHARE = 0.25  # of the places and states that a text names, for it to tell of a country
OPENING = 60  # characters of a text in which a dateline that the lists do not know may name the place
BEHIND = 90  # characters behind a name in which it is said who that is
SEVERAL = 2  # bystanders who must be quoted if only the dateline says where it was filed
BACK = 3  # sentences back to the name of a bystander who goes on speaking as "she"
LONGEST = 2000  # characters of a paragraph that are looked back for an open quotation
MOST = 4  # reasons of one kind that are shown
_WORDS = resources.files("dateline.annotate") / "lang" / "en" / "presence.toml"
_NAMED = re.compile(r"[^\W\d_][\w.'’\-]+(?: [\w.'’\-]+){1,3}")
_BYLINE_PLACE = re.compile(r"\b(?:in|at|on|from|near|en|à|aus) (?P<place>(?:the )?[A-ZÀ-ÖØ-Þ][^,;|()]{2,40})")
_QUOTED = re.compile(r"[“\"][^“”\"]{0,2000}[”\"]")
_PERSON = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’\-]+(?: (?:al-|de |da |van |bin )?[A-ZÀ-ÖØ-Þ][\w'’\-]+){0,3}(?=,)")
_OPENING = frozenset("On In At By After Before The A And But For When While Since".split())
_AGE = re.compile(r",? ?(?:aged )?\d{1,2}(?=[,.;])")
_WHO = re.compile(r" ?(?:now |then |himself |herself )?(?:an?|one|who|whose|the|[a-z]{3,}ing) ")
_FIRST_PERSON = "saw|watched|heard|counted|visited|met|walked|drove|reached|entered|toured"
_BORDER = re.compile(r"\bborder\b")


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that shows presence: its kind, the words that show it, and the same for a reader."""

    name: str
    words: Selector
    told: str


@dataclass(frozen=True, slots=True)
class Filed:
    """From where a report was filed, and whether the outlet itself says that its correspondent was there."""

    country: str
    place: str
    reason: Reason
    by_outlet: bool


def presence() -> Annotator[PresenceMark]:
    """At most one mark a document, on the words that show best that its writer was there."""
    return PerDocument(PRODUCER, (SENTENCES, DATELINES, PLACES, ACTORS), PRESENCE, _of_document)


def _of_document(document: Document) -> list[PresenceMark]:
    if document.revision.language.split("-")[0] not in ("en", ""):
        return []
    filed, correspondent = _filed(document), _correspondent(document)
    if filed is None:
        return []
    seen = list(_first_hand(document))
    heard = list(_bystanders(document))
    enough = 1 if filed.by_outlet else SEVERAL
    if not (seen or (correspondent and len({s.words.exact for s in heard}) >= enough)):
        return []
    reasons = [filed.reason, *([correspondent] if correspondent else [])]
    reasons += [Reason(s.name, 0.3, s.told) for s in (*seen[:MOST], *heard[:MOST])]
    return [PresenceMark((*seen, *heard)[0].words, filed.country, filed.place, tuple(reasons))]


def _filed(document: Document) -> Filed | None:
    """From where the report was filed, if the text tells of that country (or of none)."""
    told = _countries(document)
    found = _BYLINE_PLACE.search(document.revision.byline)
    if found:
        place = found["place"].strip()
        meant = _countries_of(document, place)
        if not told or meant & told or (not meant and _stands(place, document.text)):
            reason = Reason("filed", 0.5, f"the byline says where it was written: {place}")
            return Filed(min(meant & told or meant, default=""), place, reason, by_outlet=True)
    for line in document[DATELINES]:
        if line.country in told:
            reason = Reason("filed", 0.3, f"filed from {line.name}, of which it tells")
            return Filed(line.country, line.name, reason, by_outlet=False)
    return None


def _stands(place: str, text: str) -> bool:
    """Whether a place that the lists lack is a border crossing, or opens the text."""
    return bool(_BORDER.search(place)) or fold(place) in fold(text[:OPENING])


def _countries(document: Document) -> set[str]:
    """The countries that the text names often enough to tell of them."""
    filed = [m.words for m in document[DATELINES]]
    counted: Counter[str] = Counter()
    for mark in document[PLACES]:
        if mark.country and not any(w.covers(mark.words) for w in filed):
            counted[mark.country] += 1
    counted.update(m.country for m in document[ACTORS] if m.country and m.kind != "person")
    whole = sum(counted.values())
    return {code for code, n in counted.items() if n >= SHARE * whole}


def _countries_of(document: Document, words: str) -> set[str]:
    """The countries that a place in the byline can lie in: as the text has it, else by the list."""
    bare = fold(words.removeprefix("the "))
    lines = {m.country for m in document[DATELINES] if bare in (fold(m.name), fold(m.words.exact))}
    here = {m.country for m in document[PLACES] if bare in (fold(m.name), fold(m.words.exact))}
    return (lines or here or {t.country for t in packed_places().named(bare)}) - {""}


def _correspondent(document: Document) -> Reason | None:
    """Whether the byline names a person, and not only an agency or a desk."""
    byline = document.revision.byline
    for name in _NAMED.findall(_BYLINE_PLACE.sub("", byline)):
        parts = name.split()
        loud = all(p[0].isupper() or p in ("de", "da", "van", "von", "al", "bin", "and") for p in parts)
        if loud and fold(name) not in agencies() and not {fold(p) for p in parts} & _NO_PERSONS:
            return Reason("correspondent", 0.2, f"the byline names {name}")
    return None


_NO_PERSONS = frozenset(
    "press agency wire desk staff editors editor correspondents reporters news agencies associated reuters service "
    "bureau team newsroom world writer writers post times herald media online digital network".split()
)


def _first_hand(document: Document) -> Iterator[Sign]:
    """Sentences in which the reporter perceives: "a Herald reporter saw", "we walked", outside quotations."""
    for sentence in document[SENTENCES]:
        text = document.text[sentence.start : sentence.end]
        bare = _QUOTED.sub(lambda m: " " * len(m[0]), text)
        found = _perceived().search(bare)
        if found and not _within_speech(document.text, sentence.start + found.start()):
            words = _selector(document, sentence, found.start(), found.end())
            yield Sign("first-hand", words, f"the reporter's own eyes: {words.exact}")


def _within_speech(text: str, at: int) -> bool:
    """Whether a quotation is open there, by the marks since the beginning of the paragraph."""
    begun = max(text.rfind("\n", max(0, at - LONGEST), at) + 1, at - LONGEST)
    head = text[max(0, begun) : at]
    return bool(head.count('"') % 2) or head.count("“") > head.count("”")


@cache
def _perceived() -> re.Pattern[str]:
    """A reporter and what he or she perceived, in either order, or the first person with a verb of perceiving."""
    who, did = _alternatives("reporters"), _alternatives("perceiving")
    by = rf"\b(?:this|an?|our|the|[A-Z]\w+) (?:[A-Z][\w.]* ){{0,3}}(?:{who})s?"
    return re.compile(
        rf"{by} (?:at the scene |on the scene |in [A-Z]\w+ |there |who )?(?:{did})\b"
        rf"|\b(?:seen|witnessed|heard|visited|filmed) by {by[2:]}\b"
        rf"|\b(?:told|tells) (?:this (?:{who})|our (?:{who}))\b"
        rf"|(?:^|, |\band |\b[Ww]hen |\b[Aa]s )(?:I|[Ww]e) (?:{_FIRST_PERSON})\b"
    )


def _bystanders(document: Document) -> Iterator[Sign]:
    """People without office who are quoted: by name with who they are, or by what they are."""
    known = {(m.words.start, m.words.end) for m in document[ACTORS] if m.office or m.country or m.kind != "person"}
    lately: list[tuple[int, Selector]] = []
    for number, sentence in enumerate(document[SENTENCES]):
        text = document.text[sentence.start : sentence.end]
        bare = _QUOTED.sub(lambda m: " " * len(m[0]), text)
        private = [w for w in _private(document, sentence, bare) if (w.start, w.end) not in known]
        lately = [(n, w) for n, w in lately if n >= number - BACK] + [(number, w) for w in private]
        if not re.search(r"[“”\"]", text):
            continue
        found = _unnamed().search(bare)
        if found:
            words = _selector(document, sentence, found.start(), found.end())
        elif (private and _tells().search(bare)) or (lately and _goes_on().search(bare)):
            words = private[0] if private else lately[-1][1]
        else:
            continue
        yield Sign("bystander", words, f"a bystander is quoted: {words.exact}")


def _private(document: Document, sentence: Sentence, bare: str) -> Iterator[Selector]:
    """The names in a sentence behind which it is said that they are private people's."""
    for name in _PERSON.finditer(bare):
        if _ordinary(bare[name.end() : name.end() + BEHIND]) and name[0].split()[0] not in _OPENING:
            yield _selector(document, sentence, name.start(), name.end())


def _ordinary(behind: str) -> bool:
    """Whether what stands behind a name tells of a private person: an age, "a seamstress", "who repairs telephones"."""
    if not behind.startswith(","):
        return False
    said = re.split(r"[.;]", behind[1:], maxsplit=1)[0]
    if not (_AGE.match(behind) or _WHO.match(said)):
        return False
    named = {fold(w) for w in re.findall(r"[\w\-]+", said)}
    return not named & _listed("officials")


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives('telling')})\b")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"\b(?:he|she|He|She) (?:{_alternatives('telling')})\b")


@cache
def _unnamed() -> re.Pattern[str]:
    """ "said a shopkeeper", "one of the mourners said", "the bride's father told"."""
    who, said = _alternatives("bystanders"), _alternatives("telling")
    some = rf"(?:an?|one|another) (?:[a-z\-]+ ){{0,2}}(?:{who})\b"
    return re.compile(rf"\b(?:{said}) {some}|\b{some} (?:{said})\b|\b[Oo]ne of the (?:{who}) (?:{said})\b")


def _selector(document: Document, sentence: Sentence, first: int, last: int) -> Selector:
    return select(document.text, sentence.start + first, sentence.start + last)


@cache
def _listed(key: str) -> frozenset[str]:
    listed: str = tomllib.loads(_WORDS.read_text("utf-8"))[key]
    return frozenset(listed.split())


@cache
def _alternatives(key: str) -> str:
    return "|".join(sorted(map(re.escape, _listed(key)), key=lambda w: (-len(w), w)))
