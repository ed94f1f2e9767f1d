"""Who speaks: the words that name the speaker, and the party that they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.annotate.claims.tree import Tree
from dateline.annotate.quotes.passage import Passage, Text
from dateline.model.mark import ActorMark

_BEFORE = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "quantmod", "advmod", "predet", "case"})
_OF = frozenset("of at in for from on with".split())
_BACK = 4  # sentences looked back for whom a pronoun means
_PEOPLE = frozenset({"he", "she"})
_CUTS = frozenset({",", ";", ":", '"', "“", "”", "«", "»", "„", "(", ")", "—", "–"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A party or "", where it is named, and how that was found. `person` is false for what is surely no person."""

    actor: str
    words: tuple[int, int] | None
    how: str
    person: bool = True


@dataclass(slots=True)
class Speakers:
    """Tells who speaks, sentence after sentence; remembers who spoke last."""

    text: Text
    words: Mapping[str, frozenset[str]]
    last: Speaker | None = None
    last_block: int = -1
    _known: dict[tuple[int, int], Speaker | None] = field(default_factory=dict)

    def of(self, passage: Passage, token: int | None, outer: Speaker | None = None) -> Speaker | None:
        """Who a token means as a speaker; None if there is none. `outer` speaks the words in which it stands."""
        if token is None:
            return None
        lower = passage.tree.lower[token]
        if lower in self.words["first"]:
            return outer
        if lower in self.words["third"]:
            return self._pronoun(passage, token, lower)
        return self.named(passage, token)

    def note(self, passage: Passage, speaker: Speaker | None) -> None:
        """Remembers who has just spoken."""
        if speaker is not None:
            self.last, self.last_block = speaker, passage.sentence.block

    def named(self, passage: Passage, token: int) -> Speaker:
        """The speaker whom a noun phrase names."""
        first, last = phrase(passage.tree, token)
        mark = self._party(passage, token)
        told = f"“{self.text.text[slice(*passage.span(first, last))]}”"
        if mark is None:
            return Speaker(
                "", passage.span(first, last), f"{told}, no known party", _may_be_person(passage.tree, token)
            )
        how = f"{told}, {mark.name}" if mark.how == "name" else f"{told}, {mark.name} by {mark.how}"
        return Speaker(mark.actor, passage.span(first, last), how, mark.kind == "person")

    def _party(self, passage: Passage, token: int) -> ActorMark | None:
        """The party at the head of a phrase, or in the name beside it ("the president, Joe Biden,")."""
        for at in (token, *(k for k in passage.tree.kids[token] if passage.tree.dep[k] == "appos")):
            mark = self.text.actor_over(*passage.span(at, at))
            if mark is not None and mark.how != "unsure":
                return mark
        return None

    def _pronoun(self, passage: Passage, token: int, lower: str) -> Speaker:
        start, end = passage.span(token, token)
        mark = self.text.actor_over(start, end)
        if mark is not None:
            return Speaker(mark.actor, (start, end), f"{lower}: {mark.name} by {mark.how}", mark.kind == "person")
        found = self._meant(passage, token, lower)
        if found is None:
            return Speaker("", (start, end), f"{lower}, not resolved", lower in _PEOPLE)
        return Speaker(found.actor, found.words, f"{lower}: {found.how}", found.person)

    def _meant(self, passage: Passage, token: int, lower: str) -> Speaker | None:
        """Whom a pronoun means: the subject of a sentence before in the paragraph, else who spoke last near by."""
        before = self.text.before(passage)
        for _ in range(_BACK):
            if before is None or before.sentence.block != passage.sentence.block:
                break
            found = self.subject(before)
            if found is not None and self._fits(found, lower):
                return found
            before = self.text.before(before)
        near = self.last_block >= passage.sentence.block - 1
        return self.last if self.last and near and self._fits(self.last, lower) else None

    def _fits(self, speaker: Speaker, lower: str) -> bool:
        return speaker.person == (lower in _PEOPLE)

    def subject(self, passage: Passage) -> Speaker | None:
        """Whom the main clause of a sentence speaks of, None for a pronoun or for none."""
        key = (passage.sentence.start, passage.sentence.end)
        if key not in self._known:
            self._known[key] = self._subject(passage)
        return self._known[key]

    def _subject(self, passage: Passage) -> Speaker | None:
        tree = passage.tree
        for i in range(len(tree)):
            main = tree.dep[i] in ("nsubj", "nsubjpass") and tree.dep[tree.head[i]] in ("ROOT", "ccomp", "conj")
            if main and passage.within[i] < 0:
                return None if tree.pos[i] == "PRON" else self.named(passage, i)
        return None


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """The tokens of a noun phrase around its head: what stands before it, "of ..." behind it, and names joined."""
    first = head
    while first and tree.word[first - 1] not in _CUTS and (_leads(tree, first - 1, head) or _joined(tree, first)):
        first -= 1
    last = head
    for k in tree.kids[head]:
        joined = tree.dep[k] == "conj" and tree.pos[k] in ("NOUN", "PROPN")
        if k > last and (joined or (tree.dep[k] == "prep" and tree.lower[k] in _OF and k == last + 1)):
            last = _closed(tree, last, k)
    return first, last


def _joined(tree: Tree, i: int) -> bool:
    """Whether a name goes on to the left, whatever the parser made of it."""
    return tree.word[i][:1].isupper() and tree.word[i - 1][:1].isupper() and tree.pos[i - 1] == "PROPN"


def _leads(tree: Tree, i: int, head: int) -> bool:
    for at in (i, *tree.up(i)):
        if tree.head[at] == head:
            return tree.dep[at] in _BEFORE
    return False


def _closed(tree: Tree, last: int, k: int) -> int:
    """As far as a joined phrase goes without a mark that closes it."""
    for i in range(last + 1, tree.right[k] + 1):
        if tree.word[i] in _CUTS or tree.dep[i] in ("relcl", "acl"):
            return i - 1
    return tree.right[k]


def _may_be_person(tree: Tree, head: int) -> bool:
    """Whether a phrase that names no known party may be one person: a singular noun, or a name without "the"."""
    if tree.tag[head] in ("NNS", "NNPS"):
        return False
    named = tree.tag[head] == "NNP"
    return not (named and tree.lower[tree.left[head]] == "the")
