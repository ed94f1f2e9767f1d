"""What is known of parties before a text is read: states, organisations, what states have, and office holders."""

from __future__ import annotations

import gzip
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib import resources

from dateline.annotate.gazetteer import fold
from dateline.model.actor import OwnName

_FOLDER = resources.files("dateline") / "data" / "actors"
_WORDS = resources.files("dateline.annotate") / "lang" / "en" / "actors.toml"
SHORT = 5  # letters; names as short as this are taken only in the case in which they are written


@dataclass(frozen=True, slots=True)
class Actor:
    """A party: our id, its name, kind and country; `called` is what texts call it without naming it."""

    id: str
    name: str
    kind: str
    country: str = ""
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office held in a country from a day to a day; None for an open or unknown end."""

    title: str
    start: date | None
    end: date | None

    def held_on(self, day: date) -> bool:
        """Whether the office was held on the day; an open end counts as held until now."""
        return (self.start or date.min) <= day <= (self.end or date.max)


@dataclass(frozen=True, slots=True)
class Person:
    """An office holder: `family` is the family name, `families` the folded names by which texts may call them."""

    actor: Actor
    family: str
    offices: tuple[Office, ...]
    leading: bool
    families: tuple[str, ...] = ()

    def holds(self, title: str, day: date) -> bool:
        """Whether the person held the office on the day, by the lists."""
        return any(o.title == title and o.held_on(day) for o in self.offices)


def slug(name: str) -> str:
    """An id from a name: "Kim Jong-un" gives "kim-jong-un"."""
    return re.sub(r"[^\w]+", "-", fold(name)).strip("-")


_SOUNDS = (
    ("kh", "h"), ("gh", "g"), ("zh", "z"), ("sh", "s"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ts", "c"),
    ("tz", "c"), ("tch", "c"), ("tsch", "c"), ("ch", "c"), ("ck", "k"), ("q", "k"), ("dj", "j"), ("ij", "i"),
    ("x", "ks"), ("w", "v"),
)  # fmt: skip
_LAND = ("region", "province", "territory")  # what texts call a land without naming it
_STYLE = re.compile(r"^(?:Sir|Dame)\s+(?=\S+\s+\S)")  # which the lists write before some names
_VOWELS = re.compile(r"[aeiouy]+")
_TWICE = re.compile(r"(.)\1+")


@cache
def sound(name: str) -> str:
    """What spellings of one name in different transliterations share: its consonants, hard and soft ones alike."""
    plain = fold(name).replace(" ", "")
    for written, spoken in _SOUNDS:
        plain = plain.replace(written, spoken)
    bare = plain[:1] + _VOWELS.sub("", plain[1:])
    return _TWICE.sub(r"\1", ("" if bare[:1] in "aeiouy" else bare[:1]) + bare[1:]) or plain


class Lexicon:
    """The lists, indexed by folded name; people are read when a name asks for them. The desk's own names come first."""

    def __init__(self, own: tuple[OwnName, ...] = ()) -> None:
        self.own_names = own

    @cached_property
    def own(self) -> dict[str, Actor]:
        """Parties by the folded names that the desk has given them."""
        return {fold(n.words): Actor(n.actor, n.name, n.kind, n.country) for n in self.own_names}

    @cached_property
    def countries(self) -> dict[str, Actor]:
        """States by ISO 3166-1 alpha-2 code."""
        return {row[0]: Actor(slug(row[1]), row[1], "state", row[0]) for row in self.country_rows}

    @cached_property
    def adjective(self) -> dict[str, str]:
        """The first adjective of a state by its code: "UA" gives "Ukrainian"."""
        return {row[0]: row[3].split(";")[0] for row in self.country_rows}

    @cached_property
    def states(self) -> dict[str, tuple[Actor, ...]]:
        """States by folded name."""
        return self._index(2)

    @cached_property
    def demonyms(self) -> dict[str, tuple[Actor, ...]]:
        """States by folded adjective or name of their people."""
        return self._index(3)

    @cached_property
    def seats(self) -> dict[str, tuple[Actor, ...]]:
        """States by the folded name of the city that stands for their government."""
        return self._index(4)

    @cached_property
    def organisations(self) -> dict[str, tuple[Actor, ...]]:
        """Everything of organisations.tsv by folded name."""
        found: dict[str, tuple[Actor, ...]] = defaultdict(tuple)
        for actor, names in self.organisation_rows:
            for name in dict.fromkeys(fold(n) for n in names):
                found[name] += (actor,)
        return dict(found) | {name: (actor,) for name, actor in self.own.items()}

    @cached_property
    def spellings(self) -> dict[str, frozenset[str]]:
        """How short names and abbreviations are written, by folded name: only so are they taken."""
        found: dict[str, set[str]] = defaultdict(set)
        names = [n for _, many in self.organisation_rows for n in many]
        names += [n.words for n in self.own_names]
        for name in names + [n for row in self.country_rows for n in row[2].split(";")]:
            found[fold(name)].update(_written(name))
        guarded = (name for name, many in found.items() if any(len(n) <= SHORT or n.isupper() for n in many))
        return {name: frozenset(found[name]) for name in guarded}

    @cached_property
    def institutions(self) -> dict[str, tuple[str, str]]:
        """What states have, by folded noun: its id part and kind."""
        listed = [(part, kind, word) for part, kind, words in rows("institutions.tsv") for word in words.split(";")]
        found: dict[str, tuple[str, str]] = {}
        for part, kind, word in listed:
            found.setdefault(fold(word), (part, kind))
        return found

    @cached_property
    def institution_starts(self) -> frozenset[str]:
        """The first words of what states have."""
        return frozenset(name.split()[0] for name in self.institutions)

    @cached_property
    def national(self) -> dict[tuple[str, str], Actor]:
        """Organs of states that have a name of their own, by country and by what texts call them."""
        found: dict[tuple[str, str], Actor] = {}
        for actor, _ in self.organisation_rows:
            for word in actor.called:
                if actor.country and actor.kind in ("parliament", "court", "ministry"):
                    found.setdefault((actor.country, fold(word)), actor)
        return found

    @cached_property
    def named(self) -> dict[str, Actor]:
        """All organisations and states by id."""
        return {a.id: a for a, _ in self.organisation_rows} | {a.id: a for a in self.countries.values()}

    def person(self, given: str, family: str) -> tuple[Person, ...]:
        """The office holders whose first and family names sound like these."""
        return tuple(self._person(n) for n in _people()[0].get(f"{sound(given)} {sound(family)}", ()))

    def family(self, name: str) -> tuple[Person, ...]:
        """The office holders of that family name as folded; those who led a state or were listed by hand first."""
        people = [self._person(n) for n in _people()[1].get(fold(name), ())]
        return tuple(sorted(people, key=lambda p: not p.leading))

    def holders(self, country: str, title: str, day: date) -> tuple[Person, ...]:
        """Who held an office of a country on a day, by the lists."""
        people = (self._person(n) for n in _people()[2].get(country, ()))
        return tuple(p for p in people if p.holds(title, day))

    def head(self, body: str, day: date) -> Actor | None:
        """Who heads a body, by its id, on a day; None if the lists do not tell."""
        held = [name for name, office in self._heads.get(body, ()) if office.held_on(day)]
        if len(held) != 1:
            return None
        parts = fold(held[0]).split()
        known = next((p.actor for p in self.person(parts[0], parts[-1]) if p.actor.name == held[0]), None)
        return known or Actor(slug(held[0]), held[0], "person")

    @cached_property
    def _leaders_of_groups(self) -> dict[str, str]:
        """The armed group that each of their leaders heads, by the ids of both; the last one first."""
        led = ((slug(n), body) for body, many in self._heads.items() for n, _ in reversed(many))
        return {who: body for who, body in led if body in self.named and self.named[body].kind == "group"}

    def led_group(self, person: str) -> str:
        """The armed group that a person heads or headed, by the ids of both; "" if none."""
        return self._leaders_of_groups.get(person, "")

    @cached_property
    def _heads(self) -> dict[str, list[tuple[str, Office]]]:
        """Who has headed each body, by its id."""
        found: dict[str, list[tuple[str, Office]]] = defaultdict(list)
        for body, name, span in rows("heads.tsv"):
            found[slug(body)].append((name, _office(f"head:{span}")))
        return found

    @cached_property
    def hints(self) -> dict[str, list[tuple[Actor, frozenset[str]]]]:
        """Short names and seats of bodies that need other words in the text to bear them out: by folded name, each body
        with those words."""
        found: dict[str, list[tuple[Actor, frozenset[str]]]] = defaultdict(list)
        for names, body, witnesses in rows("hints.tsv"):
            for name in names.split(";"):
                found[fold(name)].append((self.named[slug(body)], frozenset(fold(w) for w in witnesses.split(";"))))
        return found

    @cached_property
    def regions(self) -> dict[str, tuple[Actor, ...]]:
        """The bodies of the states of a region, by its folded adjective."""
        listed = [(names, bodies) for names, bodies in rows("regions.tsv")]
        return {
            fold(name): tuple(self.named[slug(body)] for body in bodies.split(";"))
            for names, bodies in listed
            for name in names.split(";")
        }

    @cached_property
    def lands(self) -> dict[str, Actor]:
        """Lands with governments of their own, by folded name."""
        return self._lands(2)

    @cached_property
    def of_lands(self) -> dict[str, Actor]:
        """Lands by folded adjective."""
        return self._lands(3)

    @cached_property
    def landsmen(self) -> dict[str, Actor]:
        """Lands by the folded name of their people."""
        return self._lands(4)

    @cached_property
    def armed(self) -> dict[str, Actor]:
        """The armed groups that go by the adjective of a land ("Tigrayan forces"), by the land's id."""
        behind = ("forces", "rebels", "fighters")
        named = (
            (land, self.organisations.get(f"{name} {w}", ())) for name, land in self.of_lands.items() for w in behind
        )
        return {land.id: actors[0] for land, actors in named if actors}

    def _lands(self, column: int) -> dict[str, Actor]:
        found: dict[str, Actor] = {}
        for row in rows("lands.tsv"):
            name, country, others, adjectives, people = (row + [""] * 3)[:5]
            listed = (self.organisations.get(fold(n), ()) for n in (name, *adjectives.split(";")) if n)
            actor = next((a[0] for a in listed if a), Actor(slug(name), name, "group", country, _LAND))
            cell = {2: f"{name};{others}", 3: adjectives, 4: people}[column]
            found |= {fold(n): actor for n in cell.split(";") if n}
        return found

    def led(self, country: str) -> bool:
        """Whether the lists have leaders of a country: of states they have, of dependencies not."""
        return bool(_people()[2].get(country))

    def is_given(self, name: str) -> bool:
        """Whether a folded word is the given name of several people in the lists."""
        return fold(name) in _given()

    @cached_property
    def country_rows(self) -> list[list[str]]:
        """Code, name, names, adjectives and seats of each state."""
        return rows("countries.tsv")

    @cached_property
    def organisation_rows(self) -> list[tuple[Actor, list[str]]]:
        """Each organisation with all its names."""
        listed = []
        for name, kind, country, others, called in rows("organisations.tsv"):
            actor = Actor(slug(name), name, kind, country, tuple(w for w in called.split(";") if w))
            listed.append((actor, [name, *(n for n in others.split(";") if n)]))
        return listed

    def _person(self, number: int) -> Person:
        name, country, family, offices, _, _, families = _lines()[number].split("\t")
        name = _STYLE.sub("", name)
        held = tuple(_office(o) for o in offices.split())
        leading = any(o.title not in ("gov", "mil", "opp", "reb") for o in held)
        return Person(Actor(slug(name), name, "person", country), family, held, leading, tuple(families.split(";")))

    def _index(self, column: int) -> dict[str, tuple[Actor, ...]]:
        found: dict[str, tuple[Actor, ...]] = defaultdict(tuple)
        for row in self.country_rows:
            for name in dict.fromkeys(fold(n) for n in row[column].split(";") if n):
                found[name] += (self.countries[row[0]],)
        return dict(found)


def _written(name: str) -> Iterator[str]:
    """The ways to write a name: without dots, and a long abbreviation also as a word ("Unesco")."""
    plain = name.replace(".", "")
    yield plain
    if plain.isupper() and plain.isalpha() and len(plain) >= SHORT:
        yield plain.capitalize()


def lexicon(own: tuple[OwnName, ...] = ()) -> Lexicon:
    """The lists that come along, read once in a process, with the desk's own names above them."""
    return _lexicon(own)


@cache
def _lexicon(own: tuple[OwnName, ...]) -> Lexicon:
    return Lexicon(own)


@cache
def _lines() -> list[str]:
    return gzip.decompress((_FOLDER / "people.tsv.gz").read_bytes()).decode().split("\n")[:-1]


@cache
def _people() -> tuple[dict[str, list[int]], dict[str, list[int]], dict[str, list[int]]]:
    """Line numbers of people by sound of given and family name, by folded family name, leaders by country."""
    sounds: dict[str, list[int]] = defaultdict(list)
    families: dict[str, list[int]] = defaultdict(list)
    leaders: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(_lines()):
        _, country, _, offices, _, keys, family = line.split("\t")
        for key in keys.split(";"):
            sounds[key].append(number)
        for name in family.split(";"):
            families[name].append(number)
        if ":" in offices and not offices.startswith(("gov:", "mil:", "opp:", "reb:")):
            leaders[country].append(number)
    return sounds, families, leaders


@cache
def _given() -> frozenset[str]:
    return frozenset((_FOLDER / "given_names.txt").read_text("utf-8").split())


@cache
def words(key: str) -> frozenset[str]:
    """A list of English words by its key in actors.toml, folded; "_" joins words of one entry."""
    return frozenset(fold(w.replace("_", " ")) for w in _english()["words"][key].split())


@cache
def titles() -> dict[str, str]:
    """Folded titles and the office that each names, "" for none."""
    return {fold(title): office for title, office in _english()["titles"].items()}


@cache
def title_ends() -> frozenset[str]:
    """The last words of titles."""
    return frozenset(title.split()[-1] for title in titles())


@cache
def starts(key: str) -> frozenset[str]:
    """The first words of the entries of a list of words."""
    return frozenset(entry.split()[0] for entry in words(key))


@cache
def _english() -> dict[str, dict[str, str]]:
    return tomllib.loads(_WORDS.read_text("utf-8"))


def rows(name: str) -> list[list[str]]:
    """The cells of a table of the lists, line by line."""
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _office(written: str) -> Office:
    title, _, span = written.partition(":")
    start, _, end = span.partition("-")
    return Office(title, _day(start), _day(end, end=True))


def _day(digits: str, end: bool = False) -> date | None:
    """A day written as yyyymmdd, or a year, which then counts from its first day or to its last."""
    if not digits:
        return None
    year, month, day = int(digits[:4]), int(digits[4:6] or 0), int(digits[6:8] or 0)
    if end and not month:
        return date(year, 12, 31)
    return date(year, max(1, min(12, month)), max(1, min(28, day)) if month else 1)
