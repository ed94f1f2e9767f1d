"""What one article gives to a matter, worked out from its own text, marks and claims: how near each claim stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dateline.link.matching import WORD, about, forms, names_among, present, words_of
from dateline.model.claim import Certainty, Claim
from dateline.model.ids import digest
from dateline.model.mark import ActorMark, PlaceMark
from dateline.model.matter import Matter, MatterShare, NearClaim, slug
from dateline.model.text import Block

VERSION = "shares/1"
PARTIES = 2  # of a matter's parties that take part in what belongs to it without a word of it
FEW = 200  # articles whose texts are read to see if they have a word; of more, the index is asked first
SEARCHED = 20_000  # articles that the index gives at most


@dataclass(frozen=True, slots=True)
class Page:
    """An article as a matter looks at it."""

    article_id: str
    headline: str
    text: str
    claims: Sequence[Claim]
    blocks: Sequence[Block]
    actors: Sequence[ActorMark]
    places: Sequence[PlaceMark]


def waiting(matter: Matter, kept: Mapping[str, str], states: Mapping[str, str]) -> dict[str, str]:
    """The articles whose share has to be worked out (anew), with the key that it will have, by id; `kept` are the keys
    of those that there are."""
    sealed = seal(matter)
    keys = {article: f"{sealed} {states[article]}" for article in sorted(states)}
    return {a: key for a, key in keys.items() if kept.get(a) != key}


def seal(matter: Matter) -> str:
    """What tells the state of a matter that its shares are made of."""
    return digest("\n".join((VERSION, matter.query, *matter.actors, "|", *matter.places)))[:8]


def asked(matter: Matter) -> str:
    """What to ask the index for, to find the articles that may have something of a matter."""
    return f"{forms(words_of(matter.query))} {' '.join(matter.actors)}".replace("-", " ").strip()


def share(matter: Matter, key: str, page: Page) -> MatterShare:
    """The share of one article; without claims if it has no word of the matter and none of its parties take part."""
    words = words_of(matter.query)
    around, near = about(words, page.headline, page.text), _Nearness(matter, page, words)
    found = tuple(NearClaim(c.id, near.of(c), c.status, _said(c)) for c in page.claims)
    if not any(around.about.values()) and not any(c.near.endswith("@") for c in found):
        return MatterShare(matter.id, page.article_id, key)
    return MatterShare(matter.id, page.article_id, key, tuple(around.about[w] for w in words), near.names(), found)


def _said(claim: Claim) -> bool:
    return bool(claim.said_of or claim.speaker) or claim.certainty in (Certainty.PROBABLE, Certainty.POSSIBLE)


class _Nearness:
    """How near the claims of one article stand to the words of a matter."""

    def __init__(self, matter: Matter, page: Page, words: Sequence[str]) -> None:
        self._words, self._page = words, page
        self._actors = {m.actor: m.name for m in page.actors}
        self._places = {m.place: m.name for m in page.places}
        self._parties, self._where = {slug(a) for a in matter.actors}, {slug(p) for p in matter.places}
        self._seen: dict[str, Collection[str]] = {}

    def names(self) -> str:
        """For each word whether the text has it as a name, or in small letters; sentence beginnings tell neither."""
        names = names_among(self._words, [self._page.text])
        small = {w for w in WORD.findall(self._page.text) if w.islower()}
        return "".join("n" if w in names else "w" if w in small else "-" for w in self._words)

    def of(self, claim: Claim) -> str:
        """The letters of a claim; a party counts by its name too, where the sentence has another word for it."""
        told = [self._actors.get(a, "") for a in sorted(claim.actors)] + [self._places.get(p, "") for p in claim.places]
        inside = self._present(" ".join([claim.sentence.exact, *told]))
        above = self._present(self._heading(claim))
        letters = "".join("s" if w in inside else "h" if w in above else "-" for w in self._words)
        return letters + "@" * self._takes_part(claim)

    def _present(self, text: str) -> Collection[str]:
        if text not in self._seen:
            self._seen[text] = present(self._words, text)
        return self._seen[text]

    def _heading(self, claim: Claim) -> str:
        blocks, text = self._page.blocks, self._page.text
        inside = next((b for b in blocks if b.start <= claim.anchor.start < b.end), None)
        above = [blocks[at] for at in (inside.section, inside.lead) if at is not None] if inside else []
        return " ".join(text[b.start : b.end] for b in above)

    def _takes_part(self, claim: Claim) -> bool:
        parties = {a for a in claim.actors if a in self._parties or slug(self._actors.get(a, "")) in self._parties}
        there = any(slug(self._places.get(p, p)) in self._where for p in claim.places)
        return len(parties) >= PARTIES or (bool(parties) and there)
