"""What a claim means beyond its words: acts with their sides, things, parties by any name, times and figures. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.link.naming import LIGHT
from dateline.link.words import lines, rarity, stem
from dateline.model.claim import Claim, Status
from dateline.model.time import Days
from dateline.views.bearing import SPOKEN, Said
from dateline.views.checking.lands import lands
from dateline.views.checking.senses import MONTHS, Act, acts, key, pieces, placed, sides, things, things_of
from dateline.views.tokens import Token

Side = tuple[str, int]
MONTH = re.compile(rf"\b(?:{MONTHS})\b")
YEAR = re.compile(r"\b[12]\d{3}\b|\byear\b")
OFF = frozenset({Status.CANCELLED, Status.POSTPONED})
ENDING = frozenset((axis, -1) for axis in ("begin", "continue", "resume", "accept"))
WHOLE = 5  # letters of a word from which its base form may be a little longer
MORE = 2
CALLING_OFF = frozenset({("held", -1), ("postpone", 1)})
OWNER = re.compile(r"(\w{3,})['’]s\s")
KEPT = frozenset("first second third fourth fifth last final only".split())
SIDES_OF_LAND = frozenset(stem(w) for d in "north south east west".split() for w in (d, f"{d}ern"))
EMPTY = frozenset(stem(w) for line in lines("empty.txt") for w in line.split()) - {stem(w) for w in KEPT}


@dataclass(frozen=True, slots=True)
class Item:
    """A word or name of a draft with all keys under which it may stand elsewhere."""

    words: str
    keys: frozenset[str]
    name: bool


@dataclass(frozen=True, slots=True)
class Meant:
    """A claim with what it means: `head` the sides of its verb, `told` those of each of its words that tells an act,
    `own` all of them; `clause` is what stands in its own words, `keys` in its sentence, `near` in what stands before;
    `items` are its words and names, in order."""

    said: Said
    head: frozenset[Side]
    told: tuple[frozenset[Side], ...]
    own: frozenset[Side]
    clause: frozenset[str]
    keys: frozenset[str]
    near: frozenset[str]
    items: tuple[Item, ...]

    @property
    def place(self) -> tuple[str, int]:
        """Article and start of its sentence."""
        return self.said.claim.article_id, self.said.claim.sentence.start

    @property
    def days(self) -> Days | None:
        """When; None for an undated claim."""
        return self.said.days

    @property
    def yearless(self) -> bool:
        """Whether the words for the time name a month and no year, which is then guessed from what stands before."""
        when, told = self.said.claim.when, self.said.claim.sentence.exact
        return bool(when and when.mark and MONTH.search(when.mark.exact) and not YEAR.search(told))


def meant(said: Said) -> Meant:
    """What a claim means."""
    claim = said.claim
    at, sentence = zip(*placed(claim.sentence.exact), strict=True) if claim.sentence.exact.strip() else ((), ())
    every = acts(sentence)
    own = _own(said, at, sentence, every)
    head = _of_head(own, sentence, claim.head) or _of_what_is_planned(own, sentence, claim)
    told = pieces(claim.words.exact)
    return Meant(
        said,
        sides(head),
        _by_word(own),
        sides(own),
        said.tiers[0] | lands(claim.words.exact) | things(told) | _axes(own),
        said.tiers[1] | lands(claim.sentence.exact) | things(sentence) | _axes(every) | said.tiers[0],
        said.tiers[2] | _widened(said.tiers[2]),
        _items(said, sentence, every),
    )


def sides_of(told: Meant) -> frozenset[Side]:
    """The sides of all acts of the claim's sentence."""
    return sides(acts(pieces(told.said.claim.sentence.exact)))


def _items(said: Said, words: Sequence[str], every: Sequence[Act]) -> tuple[Item, ...]:
    """The words and names of a claim, without pronouns and what belongs to a phrase for an act, and the parties that
    its other words stand for."""
    phrased = {words[p] for a in every if len(a.places) > 1 for p in a.places}
    plain = [t for t in said.tokens if not EMPTY.issuperset(t.keys) and (t.name or key(t.words) not in phrased)]
    named = {k for t in plain if t.name for k in t.keys}
    others = [r for r in said.claim.roles if r.actor and f"@{r.actor}" not in named]
    return (*map(_item, plain), *(Item(r.words, frozenset({f"@{r.actor}"}), False) for r in others))


def _own(said: Said, at: Sequence[int], words: Sequence[str], every: Sequence[Act]) -> list[Act]:
    """The acts of a claim's own words, of speech with what is said; of the sentence if they tell none. What was called
    off was not done."""
    claim = said.claim
    first = claim.words.start - claim.sentence.start
    last = len(claim.sentence.exact) if claim.status in SPOKEN else claim.words.end - claim.sentence.start
    own = [a for a in every if first <= at[a.places[0]] < last] or list(every)
    verb = _of_head(own, words, claim.head)
    if CALLING_OFF & sides(verb):
        kept = {p for a in verb for p in a.places}
        return [a if kept & set(a.places) else _contrary(a) for a in own]
    off = claim.status in OFF and not ENDING & sides(verb)
    return [_contrary(a) for a in own] if off else own


def _contrary(act: Act) -> Act:
    return Act(act.axis, -act.side, act.places)


def _of_what_is_planned(own: Iterable[Act], words: Sequence[str], claim: Claim) -> list[Act]:
    """Of "the meeting planned for May" the acts of the meeting."""
    if claim.status not in OFF | {Status.PLANNED}:
        return []
    things = [r.head for r in claim.roles if r.name == "patient" and r.head]
    return [a for thing in things for a in _of_head(own, words, thing)]


def _of_head(found: Iterable[Act], words: Sequence[str], head: str) -> list[Act]:
    """The acts that the word itself tells that names the happening; a light verb tells one only in a phrase."""
    named = key(head.partition("-")[0])
    least = 2 if stem(head.partition("-")[0]) in LIGHT else 1
    return [a for a in found if len(a.places) >= least and any(_is_head(words[p], named) for p in a.places)]


def _is_head(word: str, named: str) -> bool:
    """Whether a word is the one that names the happening, also where that was brought to its base form wrongly
    ("readmitte")."""
    return word == named or (len(word) > WHOLE and named.startswith(word) and len(named) - len(word) <= MORE)


def _by_word(found: Iterable[Act]) -> tuple[frozenset[Side], ...]:
    """The sides of each word or phrase that tells an act."""
    words: dict[int, set[Side]] = {}
    for act in found:
        words.setdefault(act.places[0], set()).add((act.axis, act.side))
    return tuple(frozenset(words[at]) for at in sorted(words))


def _axes(found: Iterable[Act]) -> frozenset[str]:
    return frozenset(f"/{a.axis}" for a in found)


def _widened(tier: frozenset[str]) -> frozenset[str]:
    return frozenset(n for w in tier for n in things_of(w))


def _surname(parts: Sequence[str]) -> list[str]:
    """The last word of a name, under which it may stand alone, unless that is a kind of thing ("High Court") or the
    whole of which it is a part ("Northern Cyprus")."""
    return [k for k in parts[-1:] if len(k) > MORE and rarity(k) >= 1.0 and parts[0] not in SIDES_OF_LAND]


def _item(token: Token) -> Item:
    keys = set(token.keys)
    if token.name:
        keys |= lands(token.words)
        keys |= {k for key in token.keys if "+" in key for k in _surname(key.split("+"))}
        keys |= {stem(owner) for owner in OWNER.findall(token.words)}
    else:
        keys |= things_of(key(token.words)) | {f"/{a.axis}" for a in acts([key(token.words)])}
    return Item(token.words, frozenset(keys), token.name)
