"""Positions of one text, from its claims and quotations: who stands how to what, in which words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dateline.annotate.positions.lexicon import lexicon
from dateline.annotate.positions.speech import WORD, about, plain, stances
from dateline.annotate.positions.takers import names_of, peoples, takers
from dateline.model.claim import Claim, Role, Status
from dateline.model.ids import content_id
from dateline.model.mark import ActorMark, QuoteMark, Speech
from dateline.model.position import Position, Stance
from dateline.model.text import Selector, Sentence, select

FLIPPED = {Stance.SUPPORTS: Stance.OPPOSES, Stance.OFFERS: Stance.OPPOSES}
FAR = 16  # words behind "insisted" in which the verb of what is insisted on comes
NEAR = 8  # words behind "asked" in which what is asked for begins
BIDDING = frozenset({"for", "that", "to"})
ASKING = frozenset({"how", "whether", "why", "if", "what", "who", "when", "where", "which", "about"})
SPOKEN = frozenset({Status.SAID, Status.DEMANDED, Status.DENIED})
TOLD = frozenset({Status.HAPPENED, Status.ONGOING, Status.SAID, Status.DEMANDED})
BREAK = re.compile(r"[;:]\s+|,\s+but\s+|\s+[—–]\s+")
DANGLING = re.compile(
    r"(?:[\s.,;:—–'\"”’-]+|\s(?:and|but|despite|after|before|while|as|because|when|hours|days|who|which))*\Z"
)
LONGEST = 240  # characters of a claim's clause that are kept as the words of a position


@dataclass(frozen=True)
class Page:
    """One text with the marks that positions are read from, in its order."""

    text: str
    sentences: Sequence[Sentence]
    actors: Sequence[ActorMark]
    quotes: Sequence[QuoteMark]
    claims: Sequence[Claim]

    @cached_property
    def starts(self) -> list[int]:
        """Where the marks of parties begin."""
        return [m.words.start for m in self.actors]

    @cached_property
    def by_actor(self) -> dict[str, frozenset[str]]:
        """The words that name each speaker of the text."""
        return {actor: names_of(self.actors, actor) for actor in sorted({q.speaker for q in self.quotes} - {""})}


def positions(page: Page) -> tuple[Position, ...]:
    """The positions that the text states, in its order; each party's stance once a sentence.

    Only parties that are known to the text take one: states, organisations, holders of an office. Linear time.
    """
    able = takers(page.actors)
    found: dict[tuple[int, str, Stance], Position] = {}
    for made in (*_of_claims(page, able), *_of_quotes(page, able)):
        found.setdefault((made.sentence.start, made.actor, made.stance), made)
    return tuple(sorted(found.values(), key=lambda p: (p.words.start, p.words.end, p.stance, p.actor)))


def _of_claims(page: Page, able: frozenset[str]) -> Iterator[Position]:
    crowds = peoples(page.actors)
    for claim, after in pairwise((*page.claims, None)):
        assert claim is not None
        stance, how = _stance(claim)
        if stance is None:
            continue
        for role in _holders(claim):
            people = role.words.removeprefix("the ").removeprefix("The ") in crowds
            if role.actor in able and not people and role.head not in lexicon()["crowd"]:
                yield _position(page, claim, role.actor, stance, (how, _clause(page.text, claim, after)))


def _clause(text: str, claim: Claim, after: Claim | None) -> Selector:
    """The claim's words up to the end of their clause, or to where the next claim of the sentence begins."""
    end = claim.sentence.end
    if after is not None and claim.anchor.end < after.anchor.start < end and after.said_of != claim.id:
        end = after.anchor.start
    stop = BREAK.search(text, claim.anchor.end, end)
    end = min(stop.start() if stop else end, max(claim.anchor.end, claim.anchor.start + LONGEST))
    kept = DANGLING.sub("", text[claim.anchor.start : end])
    return select(text, claim.anchor.start, max(claim.anchor.end, claim.anchor.start + len(kept)))


def _stance(claim: Claim) -> tuple[Stance | None, str]:
    """The stance that the claim's own verb takes, and why; None if it takes none."""
    if claim.status not in TOLD or claim.said_of:
        return None, ""
    words, head = lexicon(), claim.head
    if head == "insist" and not _bids(claim):
        return None, ""
    if claim.status is Status.DEMANDED:
        return (None, "") if claim.negated or _refrains(claim) else (Stance.DEMANDS, "a demand")
    for stance in (Stance.SUPPORTS, Stance.OPPOSES, Stance.OFFERS):
        if head in words[stance.value]:
            if not claim.negated:
                return (None, "") if _courtesy(claim) else (stance, f"“{head}”")
            return FLIPPED.get(stance), f"not “{head}”"
    if claim.negated or not (head in words["demands"] or (head in words["demands_with"] and _asks(claim))):
        return None, ""
    return Stance.DEMANDS, f"“{head}”"


def _courtesy(claim: Claim) -> bool:
    """Whether somebody accepts, offers or declines what takes no side."""
    told = {r.head for r in claim.roles if r.name == "patient"} | set(claim.terms[:3]) | set(_behind(claim)[:3])
    return bool(told & lexicon()["courtesies"])


def _behind(claim: Claim) -> list[str]:
    """The words behind the claim's verb in its sentence, in lower case."""
    words = _worded(claim.sentence.exact[claim.anchor.start - claim.sentence.start :])
    heads = {*claim.head.split("-")}
    at = next((n for n, w in enumerate(words) if plain(w) & heads), None)
    return words[at + 1 :] if at is not None else []


def _refrains(claim: Claim) -> bool:
    """Whether "did not" or the like stands right before the verb: "did not call on him to go"."""
    words = _worded(claim.sentence.exact[: claim.anchor.end - claim.sentence.start])
    at = next((n for n in range(len(words) - 1, -1, -1) if plain(words[n]) & {*claim.head.split("-")}), None)
    return at is not None and bool({"not", "never", "didn't", "doesn't", "don't"} & set(words[max(0, at - 2) : at]))


def _bids(claim: Claim) -> bool:
    """Whether "insist" demands, and does not assert: "insisted on", "insisted that he be freed"."""
    behind = _behind(claim)[:FAR]
    finite = next((w for w in behind if w in lexicon()["bidding"] | lexicon()["asserting"]), "")
    return behind[:1] == ["on"] or finite in lexicon()["bidding"]


def _asks(claim: Claim) -> bool:
    """Whether "for", "that" or "to" stands behind the verb, or behind whom it is put to, and no question."""
    behind = _behind(claim)
    if claim.head != "ask":
        return "for" in behind[:2]
    return next((w for w in behind[:NEAR] if w in BIDDING | ASKING), "") in BIDDING


def _holders(claim: Claim) -> list[Role]:
    return [r for r in claim.roles if r.name == "agent" and r.actor]


def _position(page: Page, claim: Claim, actor: str, stance: Stance, told: tuple[str, Selector]) -> Position:
    how, words = told
    return Position(
        id=content_id("position", claim.revision_id, actor, stance.value, str(words.start), str(words.end)),
        actor=actor,
        stance=stance,
        words=words,
        sentence=claim.sentence,
        article_id=claim.article_id,
        revision_id=claim.revision_id,
        about=_on(page, actor, words, claim.head),
        claim=claim.id,
        how=how,
    )


def _on(page: Page, actor: str, words: Selector, head: str = "") -> tuple[str, ...]:
    """What a position is on: the parties and other words in it, but for the party itself and its verb."""
    starts = page.starts
    inside = page.actors[bisect_left(starts, words.start) : bisect_left(starts, words.end)]
    others = [f"@{m.actor}" for m in inside if m.actor != actor]
    named = {w for m in inside for w in _worded(m.words.exact)}
    told = [w for w in _worded(words.exact) if w not in named and w.removesuffix("'s") not in named]
    return about([*others, *(w for w in told if not plain(w) & {*head.split("-")})])


def _of_quotes(page: Page, able: frozenset[str]) -> Iterator[Position]:
    starts = [s.start for s in page.sentences]
    by_sentence: dict[int, list[Claim]] = {}
    for claim in page.claims:
        by_sentence.setdefault(claim.sentence.start, []).append(claim)
    for quote in page.quotes:
        at = bisect_right(starts, quote.words.start) - 1
        if quote.speaker not in able or at < 0 or _by_crowd(quote):
            continue
        sentence = page.sentences[at]
        yield from _spoken(page, quote, sentence, by_sentence.get(sentence.start, []))


def _by_crowd(quote: QuoteMark) -> bool:
    """Whether people of a party speak, and not the party."""
    named = quote.speaker_words.exact.lower().split() if quote.speaker_words else []
    return any(w in lexicon()["crowd"] or w.removesuffix("s") in lexicon()["crowd"] for w in named)


def _spoken(page: Page, quote: QuoteMark, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Position]:
    cue = quote.cue.exact.lower().split()[-1] if quote.cue and quote.cue.exact.strip() else ""
    names = page.by_actor[quote.speaker]
    own = sorted((c for c in claims if c.speaker == quote.speaker), key=lambda c: c.status not in SPOKEN)
    saying = next(iter([*own, *claims]), None)
    for found in stances(quote.words.exact, cue, names, direct=quote.kind is Speech.DIRECT):
        start, end = quote.words.start + found.start, quote.words.start + found.end
        if end > sentence.end or saying is None:
            continue
        words = select(page.text, start, end)
        yield Position(
            id=content_id("position", saying.revision_id, quote.speaker, found.stance.value, str(start), str(end)),
            actor=quote.speaker,
            stance=found.stance,
            words=words,
            sentence=_selector(page.text, sentence),
            article_id=saying.article_id,
            revision_id=saying.revision_id,
            about=_on(page, quote.speaker, words),
            claim=saying.id,
            how=found.how,
        )


def _selector(text: str, sentence: Sentence) -> Selector:
    return select(text, sentence.start, sentence.end)


def _worded(text: str) -> list[str]:
    return [m.group().lower().replace("’", "'") for m in WORD.finditer(text)]
