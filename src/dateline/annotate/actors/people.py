"""People by their names: office holders in any spelling, and unknown people by title, given name or context."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from operator import itemgetter

from dateline.annotate.actors.lexicon import Actor, Lexicon, Person, slug, title_ends, titles, words
from dateline.annotate.actors.scan import Found, Scan
from dateline.annotate.actors.signs import told
from dateline.annotate.gazetteer import fold

LONGEST = 5  # words of a person's name
ALIKE = 0.72  # likeness of two spellings of a name that sound alike
SPELLED = "name in another spelling"
EXACT = 0.9  # likeness of names that nobody transliterates: "John Hale" is no John Healey
ONE_SPELLING = frozenset(
    """
    US GB CA AU NZ IE FR DE IT ES PT NL BE AT CH LU SE NO DK FI PL CZ SK HU RO HR SI EE LV LT MT MX AR BR CL CO PE VE UY
    EC BO PY CU DO GT HN SV NI CR PA JM TT ZA PH
    """.split()
)
ALIKE_EAST = 0.9  # of names of two or three syllables, of which many are near each other
EAST_ASIAN = frozenset({"CN", "KP", "KR", "TW", "VN", "HK", "MO", "KH"})
GIVEN = frozenset({"ET", "ER", "IS", "TH", "MN", "MY"})  # where people go by their given names
BASED = frozenset({"based", "born", "bound", "backed", "headquartered", "listed", "led", "owned", "made", "trained"})
CREDITS = frozenset("reuters afp ap getty epa pa xinhua tass dpa ansa efe kyodo yonhap upi rex shutterstock".split())
KOREAN_FAMILIES = frozenset("kim lee park choi jung kang cho yoon jang lim han moon roh ri pak chun hwang hong".split())


@dataclass(slots=True)
class Cast:
    """The people of a document by the folded name that later sentences use, in the order in which they were named.

    `loose` are the last words of longer names that nobody could place: alone, they are no leader's surname.
    """

    families: dict[str, list[tuple[int, Actor]]] = field(default_factory=dict)
    titled: dict[str, list[tuple[int, Actor]]] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)

    def enter(self, at: int, actor: Actor, names: Iterable[str], title: str = "", person: Person | None = None) -> None:
        """Notes that a person was named at word `at`, under a title or "", and what later sentences may call them."""
        for name in dict.fromkeys(bare(n) for n in (*names, *_by_given(actor))):
            insort(self.families.setdefault(name, []), (at, actor), key=itemgetter(0))
        if title:
            insort(self.titled.setdefault(title, []), (at, actor), key=itemgetter(0))


def _by_given(actor: Actor) -> tuple[str, ...]:
    """The first name of somebody from where people have no family name and go by it: "Abiy", "Thaksin"."""
    first = fold(actor.name).split()[:1]
    return tuple(first) if actor.country in GIVEN and " " in actor.name else ()


def enter_own(scan: Scan, cast: Cast) -> None:
    """Notes the people whom the desk's own names have found, so that their surnames are known too."""
    for find in scan.ordered():
        if find.actor.kind == "person":
            cast.enter(find.first, find.actor, [scan.tokens[find.last - 1].folded])


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words first..last that may be a name, with the title before them."""

    first: int
    last: int
    title: str
    titled: bool


def find_people(scan: Scan, lexicon: Lexicon, cast: Cast, known: bool) -> None:
    """Adds people named in full: those of the lists (`known`), or else those that only the words around give away."""
    for run in _runs(scan, lexicon):
        if known:
            _known(scan, run, lexicon, cast)
        elif scan.free(run.first, run.last):
            _unknown(scan, run, lexicon, cast)


def _runs(scan: Scan, lexicon: Lexicon) -> Iterator[Run]:
    """Stretches of capitalised words, with particles inside, without titles and common words before."""
    n = 0
    while n < len(scan.tokens):
        if not scan.tokens[n].capital or n in scan.taken:
            n += 1
            continue
        last = _stretch(scan, n)
        yield from _split(scan, n, last, lexicon)
        n = last


def _stretch(scan: Scan, n: int) -> int:
    last = n + 1
    while last < len(scan.tokens) and last not in scan.taken and scan.joined(last):
        token = scan.tokens[last]
        particle = token.folded in words("particles") and last + 1 < len(scan.tokens) and scan.tokens[last + 1].capital
        if not token.capital and not (particle and scan.joined(last + 1)) and not _inside_title(scan, n, last):
            break
        last += 1
    return last


def _inside_title(scan: Scan, n: int, last: int) -> bool:
    """Whether a small word stands inside a capitalised title ("Secretary of State") or behind a hyphen of a name."""
    if scan.tokens[last].gap == "-":
        return True
    return any(_joined(scan, k, last + 2) in titles() for k in range(max(n, last - 2), last))


def _split(scan: Scan, first: int, last: int, lexicon: Lexicon) -> Iterator[Run]:
    """A run behind each title in a stretch, and the stretch without its leading common words."""
    title, titled = _title_before(scan, first)
    n = first
    inner = [k for k in range(first, last - 1) if scan.tokens[k].folded in words("titles_inside")]
    if inner:
        n, title, titled = inner[-1] + 1, "", True
    while n < last:
        length = _title_length(scan, n, last)
        if length and n + length <= last:
            title, titled = titles()[_joined(scan, n, n + length)], True
            n += length
            if n == last:
                return
            continue
        skipped = _no_name(scan, n, last, lexicon)
        if not skipped:
            break
        n += skipped
    if n < last:
        yield Run(n, last, title, titled)


def _no_name(scan: Scan, n: int, last: int, lexicon: Lexicon) -> int:
    """How many words at the front of a stretch belong to no name: "Then", or the town in "In Seoul Moon said"."""
    token = scan.tokens[n]
    if (token.first and token.folded in words("common") and last - n > 1) or _is_day(scan, n, last):
        return 1
    located = n > 0 and scan.joined(n) and scan.tokens[n - 1].folded in words("place_prepositions")
    if located:
        for length in (2, 1):
            if last - n > length and _joined(scan, n, n + length) in lexicon.seats:
                return length
    return 0


def _is_day(scan: Scan, n: int, last: int) -> bool:
    """Whether a word in front of a name is only a day: "on 17 September General Roe", "on Sunday Jane Roe"."""
    word = scan.tokens[n].folded
    if last - n < 2 or n == 0 or word not in words("common"):
        return False
    return word.endswith("day") or (word in words("months") and scan.tokens[n - 1].words.isdigit())


def _title_length(scan: Scan, n: int, last: int) -> int:
    for length in (3, 2, 1):
        if n + length <= last and _joined(scan, n, n + length) in titles():
            return length
    return 0


def _title_before(scan: Scan, first: int) -> tuple[str, bool]:
    """The title in small letters before a name: "prime minister Abdalla Hamdok"."""
    if first == 0 or scan.tokens[first - 1].folded.rpartition(" ")[2] not in title_ends():
        return "", False
    for length in (3, 2, 1):
        start = first - length
        if start >= 0 and scan.joined(first) and all(scan.joined(k) for k in range(start + 1, first)):
            name = _joined(scan, start, first)
            if name in titles():
                return titles()[name], True
    return "", False


def _joined(scan: Scan, first: int, last: int) -> str:
    return " ".join(t.folded for t in scan.tokens[first:last])


def _known(scan: Scan, run: Run, lexicon: Lexicon, cast: Cast) -> None:
    n = run.first
    while n < run.last - 1:
        found = None
        for last in range(min(run.last, n + LONGEST), n + 1, -1):
            found = None if _cuts(scan, last) or _named_after(scan, last) else _office_holder(scan, n, last, lexicon)
            if found and found[1] == SPELLED and _left_over(scan, run, n, last):
                found = None
            if found:
                person, how = found
                title = run.title if n == run.first else ""
                scan.add(Found(n, last, person.actor, how, title=title))
                cast.enter(
                    n, person.actor, [*person.families, _family_as_written(scan, n, last, person)], title, person
                )
                n = last
                break
        if not found:
            n += 1


def _named_after(scan: Scan, last: int) -> bool:
    """Whether a name goes on as that of something called after a person: "the Brent Scowcroft Center"."""
    ahead = scan.tokens[last] if last < len(scan.tokens) and scan.joined(last) else None
    if ahead is None or ahead.folded == "administration":
        return False
    return (ahead.capital and ahead.folded in words("not_people")) or ahead.folded in words("named_after")


def _left_over(scan: Scan, run: Run, first: int, last: int) -> bool:
    """Whether words of a name stay outside: "Noor [Mohammad Faiz]" is another man, if the spelling is another one."""
    before = first > run.first and scan.tokens[first - 1].folded not in words("common")
    after = last < run.last and scan.tokens[last].folded not in ("jr", "sr", "ii", "iii")
    return before or after


def _cuts(scan: Scan, last: int) -> bool:
    """Whether a name that ends there would be cut off at a hyphen."""
    return last < len(scan.tokens) and scan.tokens[last].gap == "-"


def _office_holder(scan: Scan, first: int, last: int, lexicon: Lexicon) -> tuple[Person, str] | None:
    """The person of the lists whom the words name, if spelling and the countries of the text agree."""
    folded = [t.folded for t in scan.tokens[first:last]]
    solid = [w for w in folded if w not in words("particles") and len(w) > 1]
    parted = any(t.gap != "-" for t in scan.tokens[first + 1 : last])  # "Abdel-Fattah" alone is one name
    if len(solid) < 2 or not parted or (not scan.tokens[last - 1].capital and scan.tokens[last - 1].gap != "-"):
        return None
    spoken = " ".join(folded)
    best: tuple[float, Person, str] | None = None
    for given, family in ((solid[0], solid[-1]), (solid[0], "".join(solid[-2:])), ("".join(solid[1:]), solid[0])):
        for person in lexicon.person(given, family):
            likeness = _likeness(spoken, person)
            if likeness and _believable(scan, person, likeness) and (best is None or likeness > best[0]):
                how = "name" if likeness == 1.0 else SPELLED
                best = (likeness, person, how)
    return (best[1], best[2]) if best else None


def _likeness(spoken: str, person: Person) -> float:
    """How far the words agree with a person's name, 0 if they cannot be it; middle names count for nothing."""
    name = fold(person.actor.name)
    if spoken == name:
        return 1.0
    mine, theirs = spoken.split(), name.split()
    if person.actor.country in EAST_ASIAN:
        solid = SequenceMatcher(None, spoken.replace(" ", ""), name.replace(" ", "")).ratio()
        return solid if solid >= ALIKE_EAST else 0.0
    family = bare(person.family).split()[-1]
    same_family = max(SequenceMatcher(None, w, family).ratio() for w in mine)
    given = [w for w in theirs if w not in fold(person.family).split()]
    same_given = max((SequenceMatcher(None, a, b).ratio() for a in mine for b in given), default=0.0)
    least = min(same_family, same_given)
    if person.actor.country in ONE_SPELLING and same_family < EXACT:
        return 0.0
    if least < 1.0 and len(mine) > len(theirs):
        return 0.0  # "Abdul Razaq Qaderi" is no Abdul Qadir, but "Donald J. Trump" is Donald Trump
    return least - 0.001 - 0.1 * abs(len(mine) - len(theirs)) / len(theirs) if least >= ALIKE else 0.0


def _believable(scan: Scan, person: Person, likeness: float) -> bool:
    """Leaders are taken by name; ministers of long ago only in texts that speak of their country."""
    near = bool(scan.countries[person.actor.country]) or person.actor.country == scan.home
    return near or (person.leading and likeness > ALIKE)


def _family_as_written(scan: Scan, first: int, last: int, person: Person) -> str:
    """The word among those of a name that is the family name in this text's spelling."""
    family = bare(person.family).split()[-1]
    tokens = [t.folded for t in scan.tokens[first:last] if t.folded not in words("particles")]
    return max(tokens, key=lambda w: SequenceMatcher(None, w, family).ratio())


def _unknown(scan: Scan, run: Run, lexicon: Lexicon, cast: Cast) -> None:
    first, last = run.first, min(run.last, run.first + LONGEST)
    last = _once(scan, first, last)
    if last - first == LONGEST and not any(t.folded in words("particles") for t in scan.tokens[first:last]):
        return  # a headline, not a name
    if last - first > 2 and scan.tokens[first].first and not lexicon.is_given(scan.tokens[first].folded):
        first += lexicon.is_given(scan.tokens[first + 1].folded)  # "Model Anna Berg"
    if last - first > 1 and scan.tokens[first].folded in CREDITS:
        first += 1  # "Reuters Jane Roe", under a picture
    if last - first < 2:
        return
    korean = _korean(scan, first, last)
    if not korean and _is_no_person(scan, first, last):
        return
    tokens = scan.tokens[first:last]
    given = lexicon.is_given(tokens[0].folded) and not _where(scan, first)
    if not (run.titled or korean or given or told(scan, first, last)):
        cast.loose.add(tokens[-1].folded)
        return
    name = _spelled(scan, first, last)
    actor = Actor(slug(name), name, "person")
    how = "title before the name" if run.titled else "form of a name"
    scan.add(Found(first, last, actor, how, title=run.title))
    called = [tokens[0].folded if korean else tokens[-1].folded]
    if not korean and scan.first_country() in GIVEN:
        called.append(tokens[0].folded)
    called += [t.folded for t in tokens[1:-1] if _eastern(t.folded, lexicon)]
    cast.enter(first, actor, called, run.title)


def _eastern(name: str, lexicon: Lexicon) -> bool:
    """Whether a word inside a name may be the family's, as in "Jasmine Li Zidan"."""
    return any(p.actor.country in EAST_ASIAN for p in lexicon.family(name))


def _where(scan: Scan, first: int) -> bool:
    """Whether a preposition of place stands before two words of which a person's name is only one reading: "in Mai
    Kadra"."""
    return first > 0 and scan.joined(first) and scan.tokens[first - 1].folded in words("where")


def _once(scan: Scan, first: int, last: int) -> int:
    """Where a name ends that is printed twice in a row, as under a picture."""
    half = first + (last - first) // 2
    twice = half - first > 1 and _joined(scan, first, half) == _joined(scan, half, 2 * half - first)
    return half if twice else last


def _is_no_person(scan: Scan, first: int, last: int) -> bool:
    """Whether the words themselves, or "the" before them, speak against a person."""
    tokens = scan.tokens[first:last]
    if _cuts(scan, last) or any((len(t.words) > 3 and t.words.isupper()) or t.words[-1].isdigit() for t in tokens):
        return True
    if any(tokens[-1].folded in words(key) for key in ("not_people", "organisation_heads", "firms")):
        return True
    if all(t.gap == "-" for t in tokens[1:]) or any(t.gap == "-" and t.words in BASED for t in tokens):
        return True
    plain = [t for t in tokens if len(t.words) > 1 or t in (tokens[0], tokens[-1])]  # "Robert A. Manning"
    if any(t.folded in words("common") or t.folded in titles() or t.folded in words("persons") for t in plain):
        return True
    if first > 1 and scan.tokens[first - 1].folded in ("of", "for") and _heads(scan, first - 2):
        return True  # "Ministry of Public Security"
    return bool(first and scan.joined(first) and scan.tokens[first - 1].folded in ("the", "a", "an"))


def _heads(scan: Scan, n: int) -> bool:
    """Whether a capitalised word begins the name of a body."""
    token = scan.tokens[n]
    return token.capital and token.folded in words("organisation_heads") and scan.joined(n + 1)


def _korean(scan: Scan, first: int, last: int) -> bool:
    tokens = scan.tokens[first:last]
    return len(tokens) == 3 and tokens[0].folded in KOREAN_FAMILIES and (tokens[2].gap == "-" or tokens[2].capital)


def _spelled(scan: Scan, first: int, last: int) -> str:
    parts = [scan.tokens[first].words]
    for token in scan.tokens[first + 1 : last]:
        parts.append(("-" if token.gap == "-" else ". " if token.gap == ". " else " ") + token.words)
    return "".join(parts)


def bare(family: str) -> str:
    """A folded family name without particles: "al-Burhan" gives "burhan"."""
    return " ".join(w for w in fold(family).split() if w not in words("particles")) or fold(family)
