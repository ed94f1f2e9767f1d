"""Names in a text that may be places: what the lists have for them, and what the words around say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.actors.lands import ACTS
from dateline.annotate.actors.lexicon import Lexicon, titles
from dateline.annotate.actors.lexicon import words as actor_words
from dateline.annotate.actors.tokens import Token
from dateline.annotate.gazetteer import Lookup, Toponym, fold, ordinary_names, short_forms
from dateline.annotate.places.candidate import Candidate, lies_in
from dateline.annotate.places.listing import chained
from dateline.annotate.places.surroundings import (
    DIVISIONS,
    NAME_GAPS,
    Area,
    before,
    behind,
    designated,
    divided,
    filed,
    followed,
    of_party,
    preceded,
    short_pair,
    stated,
    suits,
    words,
)
from dateline.annotate.places.unlisted import name_end, unlisted, unplaced
from dateline.model.mark import ActorMark

KNOWN_FROM = 100_000  # inhabitants of a town that a bare name may mean without any sign of a place
TINY = 30  # times smaller than the largest of its name: nobody means it who tells a country alone
FAMOUS = 500_000  # inhabitants of a city whose name in a list of states is no unknown town's
LONGEST = 6  # words of a place's name
STILL_PLACES = frozenset({"last word of the name", ACTS})  # how parties are marked whose names are places', too
AREAS = frozenset({"country", "continent"})


def find_candidates(
    text: str, tokens: Sequence[Token], actors: Sequence[ActorMark], lists: Lookup, lexicon: Lexicon
) -> list[Candidate]:
    """The candidates in the order of the text, without overlap; names of parties that are no states are left out."""
    barred = _barred(tokens, actors, lists)
    found: list[Candidate] = []
    n = 0
    while n < len(tokens):
        if n in barred:
            n += 1
            continue
        candidate, n = _at(text, tokens, n, barred, lists, lexicon)
        if candidate:
            found.append(candidate)
    return chained(found, text)


def _barred(tokens: Sequence[Token], actors: Sequence[ActorMark], lists: Lookup) -> set[int]:
    """The numbers of words inside marks of parties that are no places; a local office's name still names its town."""
    spans = [
        (m.words.start, m.words.end)
        for m in actors
        if not (m.kind == "state" and m.how == "name") and m.how not in STILL_PLACES and not _is_town(m, lists)
    ]
    barred, at = set(), 0
    for n, token in enumerate(tokens):
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at < len(spans) and spans[at][0] <= token.start:
            barred.add(n)
    return barred


def _is_town(mark: ActorMark, lists: Lookup) -> bool:
    """Whether what looks like a person's name is that of a known place: "West Java", "Los Angeles"."""
    if mark.how != "form of a name" or " " not in mark.words.exact:
        return False
    return any(t.kind in DIVISIONS or t.population >= KNOWN_FROM for t in lists.named(mark.words.exact)[:1])


def _at(
    text: str, tokens: Sequence[Token], n: int, barred: set[int], lists: Lookup, lexicon: Lexicon
) -> tuple[Candidate | None, int]:
    token = tokens[n]
    short = _short(text, tokens, n) if token.capital else None
    if short or not token.capital:
        return short or (None, n + 1)
    last, named = _longest(tokens, n, barred, lists)
    if last == n + 1:
        named = _as_country(tokens, n, lists, lexicon) or named
    if all(t.kind in ("city", "capital") for t in named):
        candidate, end = _unlisted(tokens, n, barred, lists, lexicon)
        if not named or (candidate and end > last):
            return candidate, end
    if _is_no_name(text, token):
        return None, n + 1
    if last == n + 1 and token.folded in words("no_places"):
        return None, n + 1
    last, named, widened = _widened(tokens, n, last, named)
    designator = designated(tokens, n)
    named = tuple(t for t in named if suits(t.kind, designator)) or named if designator else named
    sure = stated(tokens, last, lists)
    within = _inside(named, behind(tokens, last, lists) | before(tokens, n, lists, lexicon), sure)
    if sure and not within and _is_led(tokens, n, last, named[0], lexicon):
        named, within = (unplaced(tokens, n, last, "city"),), sure
    told = filed(tokens, last) or (bool(within) and tokens[min(last, len(tokens) - 1)].gap.strip() == ",")
    shown = bool(within or widened or designator) or told or _is_shown(tokens, n, last, named[0])
    doubtful = last == n + 1 and _is_wary(token, named[0], lexicon) and not told and not (shown and not token.first)
    if (doubtful and token.first) or _is_other(tokens, n, last, named, lists, lexicon):
        return None, n + 1
    return _candidate(tokens, n, last, named, within, shown, doubtful), last


def _is_led(tokens: Sequence[Token], n: int, last: int, first: Toponym, lexicon: Lexicon) -> bool:
    """Whether the words before make a name that of a town that the lists lack in the state behind: "in York, Maine"."""
    if first.kind in (*AREAS, "state", "capital") or first.population >= FAMOUS:
        return False
    wary = last == n + 1 and _is_wary(tokens[n], first, lexicon)
    return preceded(tokens, n, "locative") or (preceded(tokens, n, "loosely_locative") and not wary)


def _inside(named: tuple[Toponym, ...], areas: frozenset[Area], sure: frozenset[Area]) -> frozenset[Area]:
    """Those of the areas that one of the places lies in; only the sure ones for a namesake of a far larger place."""
    larger = named[0].population / TINY
    large = tuple(t for t in named if t.population > larger)
    return frozenset(a for a in areas if any(lies_in(t, frozenset({a})) for t in (named if a in sure else large)))


def _unlisted(
    tokens: Sequence[Token], n: int, barred: set[int], lists: Lookup, lexicon: Lexicon
) -> tuple[Candidate | None, int]:
    """A name that no list has, with what it lies in by the words around it."""
    last = name_end(tokens, n, barred)
    around = before(tokens, n, lists, lexicon) | behind(tokens, last, lists)
    place = unlisted(tokens, n, last, around, lexicon)
    return (_candidate(tokens, n, last, (place,), around, True, False), last) if place else (None, n + 1)


def _candidate(
    tokens: Sequence[Token],
    n: int,
    last: int,
    named: tuple[Toponym, ...],
    within: frozenset[Area],
    shown: bool,
    doubtful: bool,
) -> Candidate:
    speaks = last < len(tokens) and tokens[last].gap == " " and tokens[last].folded in actor_words("speech_verbs")
    sure = not doubtful and (last - n > 1 or named[0].kind in AREAS or named[0].kind in DIVISIONS)
    return Candidate(
        tokens[n].start,
        tokens[last - 1].end,
        " ".join(t.folded for t in tokens[n:last]),
        named,
        within,
        shown,
        sure,
        tokens[n].sentence,
        shown or preceded(tokens, n, "loosely_locative"),
        speaks,
        doubtful,
    )


def _is_shown(tokens: Sequence[Token], n: int, last: int, first: Toponym) -> bool:
    named_so = first.kind not in ("city", "capital") and preceded(tokens, n, "articles")  # "in the Amazon"
    within = preceded(tokens, n - 1 if named_so else n, "locative")
    return within or followed(tokens, last, "dwellers") or of_party(tokens, n)


def _is_no_name(text: str, token: Token) -> bool:
    """Whether a name stands for a country's money, or in an address: "US$5", "US dollars", "Chicago.com"."""
    if text.startswith((" dollar", "."), token.end):
        behind_it = text[token.end + 1 : token.end + 7]
        return text[token.end] == " " or behind_it[:1].islower()
    return text[token.end : token.end + 1] == "$" or text[max(0, token.start - 1) : token.start] == "$"


def _as_country(tokens: Sequence[Token], n: int, lists: Lookup, lexicon: Lexicon) -> tuple[Toponym, ...]:
    """A country under a name that only the list of parties has: "UAE", "DRC"."""
    token = tokens[n]
    states = lexicon.states.get(token.folded, ())
    loud = token.words.replace(".", "").isupper()
    if loud and token.folded in ordinary_names() and _is_loud(tokens, n):
        return ()  # a headline in capitals: "CAR CRASH"
    if not states or (token.folded in lexicon.spellings and not loud) or (len(token.words) < 4 and not loud):
        return ()
    if not loud and any(t.kind == "country" for t in lists.named(token.words)):
        return ()  # the list has it too, with the towns of that name
    return tuple(t for t in lists.named(states[0].name) if t.kind == "country" and t.country == states[0].country)


def _is_loud(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word beside this one is in capitals as well."""
    return any(tokens[k].words.isupper() and len(tokens[k].words) > 1 for k in (n - 1, n + 1) if 0 <= k < len(tokens))


def _short(text: str, tokens: Sequence[Token], n: int) -> tuple[Candidate, int] | None:
    """A printed short form of a division: "Ky.", "N.Y.", "W.Va.", and "Ohio"'s postal code behind a comma."""
    token, last = tokens[n], n + 1
    comma = token.gap.strip() == "," or of_party(tokens, n)
    form, words_of_it = short_pair(tokens, n), 2
    if form is None:
        words_of_it = 1
        stopped = text[token.end : token.end + 1] == "." or token.words.endswith(".")
        dotted = token.words if token.words.endswith(".") else token.words + "."
        form = short_forms().get(dotted) if stopped else short_forms().get(token.words) if comma else None
    if form is None or not form.admin or not (comma or words_of_it == 2 or "." in token.words):
        return None
    last = n + words_of_it
    end = tokens[last - 1].end
    end += text[end : end + 1] == "." and text[end - 1 : end] != "."
    words_told = text[token.start : end]
    place = Toponym(
        f"dateline:{form.country.lower()}-{form.admin.lower()}",
        words_told,
        form.country,
        form.admin,
        "",
        0,
        0,
        0,
        "short",
    )
    return Candidate(token.start, end, fold(words_told), (place,), frozenset(), True, True, token.sentence), last


def _longest(tokens: Sequence[Token], n: int, barred: set[int], lists: Lookup) -> tuple[int, tuple[Toponym, ...]]:
    best, named = n + 1, lists.named(tokens[n].words)
    name = tokens[n].words
    for last in range(n + 1, min(n + LONGEST, len(tokens))):
        name += "'s" if tokens[last - 1].owns else ""  # "People's Republic of China", "Martha's Vineyard"
        if tokens[last].gap not in NAME_GAPS or last in barred or not lists.begins(name):
            break
        name = f"{name} {tokens[last].words}"
        found = lists.named(name) if _may_end(tokens[last]) else ()
        if found:
            best, named = last + 1, found
    return best, named


def _may_end(token: Token) -> bool:
    """Whether a name can end with a word: "Côte d'Ivoire", "Area 51", "Korean peninsula"."""
    return not token.words.islower() or token.folded.isdigit() or token.folded in words("designators")


def _widened(
    tokens: Sequence[Token], n: int, last: int, named: tuple[Toponym, ...]
) -> tuple[int, tuple[Toponym, ...], bool]:
    """A name with the designator behind it ("Anbar province"), which then means a division if the lists have one."""
    word = tokens[last] if last < len(tokens) and tokens[last].gap == " " and not tokens[last - 1].owns else None
    if word is None or word.folded not in words("designators"):
        return last, named, False
    divisions = divided(tuple(t for t in named if t.kind in DIVISIONS), word.folded)
    if word.capital and word.folded in words("natural"):  # "Kwajalein Island", but no "Mandalay Bay"
        divisions = tuple(t for t in divisions if t.kind == word.folded)
        return (last + 1, divisions, True) if divisions else (last, named, False)
    return (last + 1, divisions, True) if divisions else (last, named, True)


def _is_other(
    tokens: Sequence[Token], n: int, last: int, named: tuple[Toponym, ...], lists: Lookup, lexicon: Lexicon
) -> bool:
    """Whether the words around, or the word itself, make the name something else than a place."""
    if last == n + 1 and _is_other_word(tokens[n], named[0].kind):
        return True
    if "_".join(t.folded for t in tokens[n:last]) in words("no_places"):
        return True
    after = tokens[last] if last < len(tokens) and tokens[last].gap in NAME_GAPS and not tokens[last - 1].owns else None
    land = named[0].kind in AREAS and not (
        last == n + 1 and tokens[n].folded in words("people_too")
    )  # "Jordan Strauss"
    strong = last - n > 1 or land or _has_office(tokens, last, named[0])
    if after and after.capital and not _may_follow(after, strong, lexicon) and not _is_paired(after, after, lists):
        return True
    earlier = tokens[n - 1] if n and tokens[n].gap in NAME_GAPS else None
    if earlier and earlier.capital and not earlier.first and named[0].kind not in AREAS and not earlier.owns:
        joined = _is_paired(earlier, tokens[n], lists) or of_party(tokens, n)
        known = words("locative") | words("directions")
        return not (joined or earlier.folded in known or earlier.folded in lexicon.demonyms)
    return bool(earlier and earlier.folded == "of" and n > 1 and tokens[n - 2].folded in words("not_places"))


def _has_office(tokens: Sequence[Token], last: int, first: Toponym) -> bool:
    """Whether a long name behind a state's is that of an office in it: "Texas Alcoholic Beverage Commission"."""
    names = tokens[last : last + 3]
    return first.kind == "state" and len(names) == 3 and all(t.capital and t.gap == " " for t in names)


def _is_paired(other: Token, second: Token, lists: Lookup) -> bool:
    """Whether a hyphen joins a name to another place's: "the Texas-Mexico border"."""
    return second.gap in ("-", "‑") and bool(lists.named(other.words))


def _is_other_word(token: Token, kind: str) -> bool:
    if kind == "country" and token.words.isupper():
        return False
    if _is_coined(token):
        return True
    if token.folded in actor_words("common") or token.folded in titles():
        return True
    if kind in AREAS:
        return False
    short = token.words.isupper() and len(token.words) < 5
    return (len(token.folded) < 3 or short) and token.folded not in words("initials")


def _is_coined(token: Token) -> bool:
    """Whether a name is written as firms and things are: "BlackRock", "Chang'e" where the lists have "Change"."""
    inner = token.words[1:]
    coined = (
        inner != inner.lower() and not token.words.isupper() and not token.words.startswith(("Mc", "Mac", "De", "La"))
    )
    return (coined and "." not in inner) or ("'" in inner.replace("’", "'") and token.folded in ordinary_names())


def _is_wary(token: Token, first: Toponym, lexicon: Lexicon) -> bool:
    """Whether a name is an ordinary word or a given name, too, which is not better known as a place."""
    if first.kind in AREAS | {"sea"} or token.folded in words("places_first"):
        return False
    return token.folded in words("ordinary") or token.folded in ordinary_names() or lexicon.is_given(token.folded)


def _may_follow(after: Token, strong: bool, lexicon: Lexicon) -> bool:
    """Whether a capitalised word behind a name leaves it a place: "Dublin City Council", "Texas Governor"."""
    if after.folded in words("not_places"):
        return False
    institution = after.folded in actor_words("organisation_heads") or after.folded in words("local_offices")
    return strong or institution or after.folded in titles() or after.folded in actor_words("common")


def names(candidates: Sequence[Candidate]) -> Iterator[str]:
    """The folded names, each once, in order."""
    yield from dict.fromkeys(c.folded for c in candidates)
