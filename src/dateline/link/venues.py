"""Where a happening took place, as far as a town is named; two towns far from each other exclude each other."""

from __future__ import annotations

import gzip
import math
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dateline.link.words import WORD
from dateline.model.claim import Claim

TOWNS = frozenset({"", "capital"})  # kinds of place that a happening is in as a whole: no country, no province
PROVINCES = frozenset({"state", "region"})
OF_PROVINCE = r"\b(?:in|at|of) (?:the )?(?:[\w'’-]+ )?(?:(?:province|region|state) of )?{}\b"
WIDE = 150.0  # kilometres between the middles of two provinces of one country, or a town's and one's
KNOWN = 1000  # hundreds of inhabitants of a town that its name alone may stand for
LARGER = 4  # times by which it has to be larger than all others of its name
NAME = r"[A-Z][\w'’.-]+(?:[ -][A-Z][\w'’.-]+){0,2}"
BESIDE = (
    re.compile(rf"\b(?:[Ii]n|[Aa]t)\s+({NAME}),?\s+(?:(?:early|late)\s+)?(?:(?:on|in|of|from)\s+)?(?:the\s+)?$"),
    re.compile(rf"^,?\s+(?:in|at)\s+({NAME})"),
)  # a town right before the words for the time, or right behind them
FAR = 60.0  # kilometres from which two towns are surely not one in the other
EARTH = 6371.0  # kilometres
NEAR = r"(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|around|off|(?:city|town|village|port|outskirts|suburbs?|airport) of)"
GATHERING = r"(?:talks|summit|conference|meeting|ceremony|round|congress|negotiations|session)"
IN = re.compile(rf"\b{NEAR}\s+((?:[^\W\d_][\w'’.-]*\s?){{1,4}})")
FROM = re.compile(rf"\bfrom ({NAME})")
CAPITAL = re.compile(r"\bin the ((?:[A-Z][\w-]*\s){1,3})capital\b")
HELD = 512
LONGEST = 3  # words of a town's name
REACH = 60  # characters beside the words for the time that are looked at


@dataclass(frozen=True, slots=True)
class Town:
    """A town, or a province, of the place list: its name, country, province and coordinates in degrees; `wide` for a
    province; its number there."""

    name: str
    country: str
    latitude: float
    longitude: float
    province: str = ""
    wide: bool = False
    number: str = ""


def venue(claim: Claim) -> Town | None:
    """The one town in which the claim's words put the happening ("signed in Norwood"), or the one capital in which its
    sentence does ("in the French capital"); None if none or several."""
    told = [m.group(1) for m in IN.finditer(claim.anchor.exact)]
    told += [r.words for r in claim.roles if r.name == "other" and _led_in(claim, r.words)]
    towns = [t for p in claim.places if (t := town(p)) is not None]
    found = {t for t in towns if any(words.startswith(t.name) for words in told)} or _beside(claim, towns)
    found = found or {t for t in towns if t.name not in claim.sentence.exact and any(_called(w, t) for w in told)}
    found = found or {t for t in towns if re.search(rf"\b{re.escape(t.name)} {GATHERING}\b", claim.sentence.exact)}
    found = (found & _beside(claim, towns) or found) if len(found) > 1 else found
    found = found or _provinces(claim)
    found = found or {t for m in CAPITAL.finditer(claim.sentence.exact) if (t := _capital(m.group(1))) is not None}
    return next(iter(found)) if len(found) == 1 else None


def _called(words: str, town: Town) -> bool:
    """Whether the words begin with another name of the town, as it is spelled elsewhere or was once called."""
    first = [m.group() for m in WORD.finditer(words)][:LONGEST]
    return any(_line(town.number) in _bearers(" ".join(first[:n])) for n in range(len(first), 0, -1))


@lru_cache(maxsize=HELD)
def _bearers(name: str) -> frozenset[int]:
    """The lines of the place list, counted from 0, of the places that bear a name, whichever way it is written."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    found = re.search(rb"\n" + re.escape(bare.encode()) + rb"\t([^\n]*)", _names())
    return frozenset(int(n.rstrip("~")) for n in found.group(1).decode().split()) if found else frozenset()


@lru_cache(maxsize=HELD)
def _line(number: str) -> int:
    """In which line of the list, counted from 0, the place of this number stands."""
    return _table().count(b"\n", 0, _table().find(f"\n{number}\t".encode()))


def _beside(claim: Claim, towns: Collection[Town]) -> set[Town]:
    """The town that stands next to the words for the time: "in Norwood on 2 May"."""
    mark = claim.when.mark if claim.when else None
    if mark is None:
        return set()
    sentence, start = claim.sentence.exact, claim.sentence.start
    around = (sentence[: max(0, mark.start - start)][-REACH:], sentence[mark.end - start :][:REACH])
    names = [m.group(1).rstrip(".") for rule, text in zip(BESIDE, around, strict=True) if (m := rule.search(text))]
    found = {name: next((t for t in towns if t.name == name), None) or _known(name) for name in names}
    return {t for t in found.values() if t is not None}


def _led_in(claim: Claim, words: str) -> bool:
    return words[:1].isupper() and re.search(rf"\b{NEAR}\s+{re.escape(words)}", claim.sentence.exact) is not None


def _provinces(claim: Claim) -> set[Town]:
    """The provinces in which the sentence puts the happening ("in Norland", "in the province of Norland")."""
    found = (spot for p in claim.places if (spot := _spot(p.removeprefix("dateline:"))) is not None and spot.wide)
    return {s for s in found if re.search(OF_PROVINCE.format(re.escape(s.name)), claim.sentence.exact)}


def named(town: Town, claim: Claim) -> bool:
    """Whether the claim's own words name the town, be it for something else, or its sentence has somebody from there;
    other clauses may name it."""
    if town.name in claim.anchor.exact or any(town.name in r.words for r in claim.roles):
        return True
    return any(
        m.group(1).startswith(town.name) or _called(m.group(1), town) for m in FROM.finditer(claim.sentence.exact)
    )


def excluded(a: Town, b: Town) -> bool:
    """Whether what is in one town or province cannot be in the other."""
    if not (a.wide or b.wide) or a.country != b.country:
        return kilometres(a, b) >= FAR
    return bool(a.province and b.province) and a.province != b.province and kilometres(a, b) >= WIDE


def kilometres(a: Town, b: Town) -> float:
    """The distance over the ground (haversine)."""
    north, south = math.radians(a.latitude), math.radians(b.latitude)
    turn = math.radians(a.longitude - b.longitude)
    part = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(turn / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(part)))


@lru_cache(maxsize=HELD)
def town(place: str) -> Town | None:
    """The town with this place id, None if it is no town of the list."""
    number = place.removeprefix("geonames:")
    if number == place or not number.isdigit():
        return None
    found = _spot(number)
    return found if found is not None and not found.wide else None


def _spot(number: str) -> Town | None:
    """The town or province with this number in the place list, None if it is neither."""
    at = _table().find(f"\n{number}\t".encode()) + 1
    row = _table()[at : _table().index(b"\n", at)].decode("utf-8").split("\t") if at else []
    if not row or row[7] not in TOWNS | PROVINCES or not row[4]:
        return None
    return Town(row[1], row[4], float(row[2]), float(row[3]), row[5], row[7] in PROVINCES, number)


@lru_cache(maxsize=HELD)
def _known(name: str) -> Town | None:
    """The large town that a name alone stands for; None if there is none, or several of about a size."""
    rows = [m.group(1).decode("utf-8").split("\t") for m in re.finditer(_row_named(name), _table())]
    sized = sorted((int(r[6] or 0), r[7] == "capital", r[0]) for r in rows if r[7] in TOWNS)
    if not sized or not (sized[-1][0] >= KNOWN or sized[-1][1]):
        return None
    alone = len(sized) == 1 or sized[-1][0] >= LARGER * sized[-2][0]
    return town(f"geonames:{sized[-1][2]}") if alone else None


def _row_named(name: str) -> bytes:
    return rb"\n(\d+\t" + re.escape(name.encode()) + rb"\t[^\n]*)"


@lru_cache(maxsize=1)
def _names() -> bytes:
    """The names as they are kept, a folded one a line with the lines of its places."""
    path = files("dateline").joinpath("data", "places", "names.tsv.gz")
    return b"\n" + gzip.decompress(path.read_bytes()) + b"\n"


@lru_cache(maxsize=1)
def _table() -> bytes:
    """The place list as it is kept, in eight million bytes; read only when two claims of one happening name towns."""
    path = files("dateline").joinpath("data", "places", "places.tsv.gz")
    return b"\n" + gzip.decompress(path.read_bytes()) + b"\n"


@lru_cache(maxsize=HELD)
def _capital(people: str) -> Town | None:
    """The capital of the country whose people, or things, are called so ("French"); the largest if of several."""
    rows = [r for country, name in _capitals().get(people.strip(), ()) if (r := _capital_row(country, name))]
    best = max(rows, key=lambda r: (int(r[6] or 0), r[0]), default=None)
    return town(f"geonames:{best[0]}") if best else None


def _capital_row(country: str, name: str) -> list[str]:
    line = rb"\n(\d+\t" + re.escape(name.encode()) + rb"\t[^\n]*\t" + country.encode() + rb"\t[^\n]*\tcapital)\n"
    found = re.search(line, _table())
    return found.group(1).decode("utf-8").split("\t") if found else []


@lru_cache(maxsize=1)
def _capitals() -> dict[str, tuple[tuple[str, str], ...]]:
    """Country codes and capitals by each adjective of a country."""
    text = files("dateline").joinpath("data", "actors", "countries.tsv").read_text("utf-8")
    made: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in (line.split("\t") for line in text.splitlines() if line and line[0] != "#"):
        for word in row[3].split(";") if len(row) > 4 and row[4] else ():
            made[word] = (*made.get(word, ()), (row[0], row[4]))
    return made
