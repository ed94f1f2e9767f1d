"""Names in a text that may be places: what the lists have for them, and what the words around say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from dateline.annotate.actors.lands import ACTS
from dateline.annotate.actors.lexicon import Lexicon, titles
from dateline.annotate.actors.lexicon import words as actor_words
from dateline.annotate.actors.tokens import Token
from dateline.annotate.gazetteer import Lookup, Toponym, fold, short_forms
from dateline.model.mark import ActorMark

LONGEST = 6  # words of a place's name
_WORDS = resources.files("dateline.annotate") / "lang" / "en" / "places.toml"
_NAME_GAPS = frozenset({" ", "-", "\u00a0", "‑"})
STILL_PLACES = frozenset({"last word of the name", ACTS})  # how parties are marked whose names are places', too
DIVISIONS = frozenset({"state", "county", "region", "island", "river", "lake", "sea", "desert", "mountain", "strait"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name at start..end, what the lists have for it, most populous first, and how strongly it looks like a place.

    `within` is what follows behind a comma ("Paris, Texas"): countries and divisions, ("", "") if nothing does.
    `shown` says that the words around show a place, `loosely` that they do for a larger town, `sure` that the name
    alone does; `speaks` that a verb of speech follows, as it does people's names.
    """

    start: int
    end: int
    folded: str
    named: tuple[Toponym, ...]
    within: frozenset[tuple[str, str]]
    shown: bool
    sure: bool
    sentence: int
    loosely: bool = False
    speaks: bool = False


@cache
def words(key: str) -> frozenset[str]:
    """A list of English words by its key in places.toml, folded."""
    return frozenset(fold(w) for w in tomllib.loads(_WORDS.read_text("utf-8"))[key].split())


def find_candidates(
    text: str, tokens: Sequence[Token], actors: Sequence[ActorMark], lists: Lookup, lexicon: Lexicon
) -> list[Candidate]:
    """The candidates in the order of the text, without overlap; names of parties that are no states are left out."""
    barred = _barred(tokens, actors)
    found: list[Candidate] = []
    n = 0
    while n < len(tokens):
        if n in barred:
            n += 1
            continue
        candidate, n = _at(text, tokens, n, barred, lists, lexicon)
        if candidate:
            found.append(candidate)
    return _chained(found, text)


def _barred(tokens: Sequence[Token], actors: Sequence[ActorMark]) -> set[int]:
    """The numbers of words inside marks of parties that are no places; a local office's name still names its town."""
    spans = [
        (m.words.start, m.words.end)
        for m in actors
        if not (m.kind == "state" and m.how == "name") and m.how not in STILL_PLACES
    ]
    barred, at = set(), 0
    for n, token in enumerate(tokens):
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at < len(spans) and spans[at][0] <= token.start:
            barred.add(n)
    return barred


def _at(
    text: str, tokens: Sequence[Token], n: int, barred: set[int], lists: Lookup, lexicon: Lexicon
) -> tuple[Candidate | None, int]:
    token = tokens[n]
    short = _short(text, tokens, n) if token.capital else None
    if short or not token.capital:
        return short or (None, n + 1)
    last, named = _longest(tokens, n, barred, lists)
    if last == n + 1:
        named = _as_country(token, lists, lexicon) or named
    if not named:
        return None, n + 1
    last, named, widened = _widened(tokens, n, last, named)
    within, _ = _within(text, tokens, last, lists)
    folded = " ".join(t.folded for t in tokens[n:last])
    shown = bool(within) or widened or _preceded(tokens, n, "locative")
    if _is_other(tokens, n, last, named, shown, lexicon):
        return None, n + 1
    sure = last - n > 1 or named[0].kind in ("country", "continent") or named[0].kind in DIVISIONS
    speaks = last < len(tokens) and tokens[last].gap == " " and tokens[last].folded in actor_words("speech_verbs")
    loosely = shown or _preceded(tokens, n, "loosely_locative")
    return (
        Candidate(
            token.start, tokens[last - 1].end, folded, named, within, shown, sure, token.sentence, loosely, speaks
        ),
        last,
    )


def _as_country(token: Token, lists: Lookup, lexicon: Lexicon) -> tuple[Toponym, ...]:
    """A country under a name that only the list of parties has: "Britain", "DRC"."""
    states = lexicon.states.get(token.folded, ())
    loud = token.words.replace(".", "").isupper()
    if not states or (token.folded in lexicon.spellings and not loud) or (len(token.words) < 4 and not loud):
        return ()
    if not loud and any(t.kind == "country" for t in lists.named(token.words)):
        return ()  # the list has it too, with the towns of that name
    return tuple(t for t in lists.named(states[0].name) if t.kind == "country" and t.country == states[0].country)


def _short(text: str, tokens: Sequence[Token], n: int) -> tuple[Candidate, int] | None:
    """A printed short form of a division: "Ky.", "N.Y.", and "Ohio"'s postal code behind a comma."""
    token = tokens[n]
    dotted = token.words if token.words.endswith(".") else token.words + "."
    followed = text[token.end : token.end + 1] == "." or token.words.endswith(".")
    behind = token.gap.strip() == ","
    form = short_forms().get(dotted) if followed else short_forms().get(token.words) if behind else None
    if form is None or not form.admin or not (behind or "." in token.words):
        return None
    end = token.end + (followed and not token.words.endswith("."))
    place = Toponym(
        f"dateline:{form.country.lower()}-{form.admin.lower()}", dotted, form.country, form.admin, "", 0, 0, 0, "short"
    )
    return Candidate(token.start, end, fold(dotted), (place,), frozenset(), True, True, token.sentence), n + 1


def _longest(tokens: Sequence[Token], n: int, barred: set[int], lists: Lookup) -> tuple[int, tuple[Toponym, ...]]:
    best, named = n + 1, lists.named(tokens[n].words)
    name = tokens[n].words
    for last in range(n + 1, min(n + LONGEST, len(tokens))):
        if tokens[last].gap not in _NAME_GAPS or last in barred or tokens[last - 1].owns or not lists.begins(name):
            break
        name = f"{name} {tokens[last].words}"
        found = lists.named(name) if tokens[last].capital or tokens[last].folded.isdigit() else ()
        if found:
            best, named = last + 1, found
    return best, named


def _widened(
    tokens: Sequence[Token], n: int, last: int, named: tuple[Toponym, ...]
) -> tuple[int, tuple[Toponym, ...], bool]:
    """A name with the designator behind it ("Anbar province"), which then means a division if the lists have one."""
    if (
        last < len(tokens)
        and tokens[last].gap == " "
        and tokens[last].folded in words("designators")
        and not tokens[last - 1].owns
    ):
        divisions = tuple(t for t in named if t.kind in DIVISIONS)
        return (last + 1, divisions, True) if divisions else (last, named, True)
    return last, named, False


def _within(text: str, tokens: Sequence[Token], last: int, lists: Lookup) -> tuple[frozenset[tuple[str, str]], int]:
    """What stands behind a comma after a name, if it is a division or a country."""
    if last >= len(tokens) or tokens[last].gap.strip() not in (",", "(") or not tokens[last].capital:
        return frozenset(), last
    dotted = tokens[last].words if tokens[last].words.endswith(".") else tokens[last].words + "."
    form = short_forms().get(dotted) or short_forms().get(tokens[last].words)
    meant = {(form.country, form.admin)} if form else set()
    for end in range(min(last + 3, len(tokens)), last, -1):
        if all(tokens[k].gap in _NAME_GAPS for k in range(last + 1, end)):
            for t in lists.named(" ".join(x.words for x in tokens[last:end])):
                if t.kind in ("country", "state", "county", "region") and t.country:
                    meant.add((t.country, t.admin if t.kind in ("state", "county") else ""))
        if meant:
            return frozenset(meant), end
    return frozenset(meant), last


def _preceded(tokens: Sequence[Token], n: int, by: str) -> bool:
    return n > 0 and tokens[n].gap in (" ", "\n") and tokens[n - 1].folded in words(by)


def _is_other(
    tokens: Sequence[Token], n: int, last: int, named: tuple[Toponym, ...], shown: bool, lexicon: Lexicon
) -> bool:
    """Whether the words around, or the word itself, make the name something else than a place."""
    country = named[0].kind in ("country", "continent")
    if last == n + 1 and _is_other_word(tokens, n, named[0].kind, shown, lexicon):
        return True
    after = (
        tokens[last] if last < len(tokens) and tokens[last].gap in _NAME_GAPS and not tokens[last - 1].owns else None
    )
    if after and after.capital and not _may_follow(after, last - n > 1 or country, lexicon):
        return True
    before = tokens[n - 1] if n and tokens[n].gap in _NAME_GAPS else None
    if before and before.capital and not before.first and not country and not before.owns:
        return not (before.folded in words("locative") or _is_adjective(before, lexicon))
    return bool(before and before.folded == "of" and n > 1 and tokens[n - 2].folded in words("not_places"))


def _is_other_word(tokens: Sequence[Token], n: int, kind: str, shown: bool, lexicon: Lexicon) -> bool:
    token = tokens[n]
    if kind == "country" and token.words.isupper():
        return False
    if token.folded in actor_words("common") or token.folded in titles():
        return True
    if kind in ("country", "continent"):
        return False
    if len(token.folded) < 3 or (token.words.isupper() and len(token.words) < 5 and kind in ("city", "capital")):
        return True
    wary = token.folded in words("ordinary") or lexicon.is_given(token.folded)
    return wary and not (shown and not token.first)


def _may_follow(after: Token, strong: bool, lexicon: Lexicon) -> bool:
    """Whether a capitalised word behind a name leaves it a place: "Dublin City Council", "Texas Governor"."""
    if after.folded in words("not_places"):
        return False
    institution = after.folded in actor_words("organisation_heads") or after.folded in words("local_offices")
    return strong or institution or after.folded in titles() or after.folded in actor_words("common")


def _is_adjective(token: Token, lexicon: Lexicon) -> bool:
    return token.folded in lexicon.demonyms


def _chained(found: list[Candidate], text: str) -> list[Candidate]:
    """Names in a list with one that is shown to be a place are shown as well: "in Paris, Lyon and Lille"."""
    made: list[Candidate] = []
    for c in found:
        last = made[-1] if made else None
        gap = (
            text[last.end : c.start].strip()
            if last and last.sentence == c.sentence and c.start - last.end < 8
            else None
        )
        listed = gap in (",", "and", ", and", "or", "to", "/") and last is not None and (last.shown or last.sure)
        made.append(replace(c, shown=True) if listed else c)
    return made


def names(candidates: Sequence[Candidate]) -> Iterator[str]:
    """The folded names, each once, in order."""
    yield from dict.fromkeys(c.folded for c in candidates)
