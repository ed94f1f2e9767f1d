"""Who speaks: the words that name the speaker, and the party that they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from dateline.annotate.claims.tree import Tree
from dateline.annotate.quotes.passage import MOST, Passage, Text
from dateline.model.mark import ActorMark

_BEFORE = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "quantmod", "advmod", "predet", "case"})
_OF = frozenset("of at in for from on with".split())
_BACK = 4  # sentences looked back for whom a pronoun means
_PEOPLE = frozenset({"he", "she"})
_CUTS = frozenset({",", ";", ":", '"', "“", "”", "«", "»", "„", "(", ")", "—", "–"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A party or "", where it is named, and how that was found; whether it is one person, and whether many."""

    actor: str
    words: tuple[int, int] | None
    how: str
    person: bool = True
    plural: bool = False


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
            found = self._pronoun(passage, token, lower)
            own = outer is not None and found.words == outer.words and found.actor == outer.actor
            return Speaker("", passage.span(token, token), f"{lower}, not resolved") if own else found
        return self.named(passage, token)

    def note(self, passage: Passage, speaker: Speaker | None) -> None:
        """Remembers who has just spoken."""
        if speaker is not None:
            self.last, self.last_block = speaker, passage.sentence.block

    def named(self, passage: Passage, token: int) -> Speaker:
        """The speaker whom a noun phrase names."""
        tree = passage.tree
        first, last = passage.span(*phrase(tree, token))
        mark = self._party(passage, token)
        if mark is None:
            how = f"“{self.text.text[first:last]}”, no known party"
            return Speaker("", (first, last), how, self._is_person(tree, token), tree.tag[token] in ("NNS", "NNPS"))
        if mark.words.start < last and first < mark.words.end:
            first, last = min(first, mark.words.start), max(last, mark.words.end)
        told = f"“{self.text.text[first:last]}”"
        how = f"{told}, {mark.name}" if mark.how == "name" else f"{told}, {mark.name} by {mark.how}"
        return Speaker(mark.actor, (first, last), how, mark.kind == "person")

    def _party(self, passage: Passage, token: int) -> ActorMark | None:
        """The party at the head of a phrase, or in the name set behind it ("the president, Joe Biden,")."""
        for at in (token, *(k for k in passage.tree.kids[token] if passage.tree.dep[k] == "appos")):
            mark = self.text.actor_over(*passage.span(at, at))
            if mark is not None and mark.how != "unsure":
                return mark
        return self._set_behind(passage.span(*phrase(passage.tree, token))[1])

    def _set_behind(self, end: int) -> ActorMark | None:
        """The person named between commas right behind a phrase."""
        if self.text.text[end : end + 2] != ", ":
            return None
        mark = self.text.actor_over(end + 2, end + 3)
        named = mark is not None and mark.kind == "person" and mark.words.start == end + 2 and mark.how != "unsure"
        return (
            mark if named and mark is not None and self.text.text[mark.words.end : mark.words.end + 1] == "," else None
        )

    def _pronoun(self, passage: Passage, token: int, lower: str) -> Speaker:
        start, end = passage.span(token, token)
        mark = self.text.actor_over(start, end)
        if mark is not None and not self._spoken_of(passage, mark):
            return Speaker(mark.actor, (start, end), f"{lower}: {mark.name} by {mark.how}", mark.kind == "person")
        found = self._meant(passage, token, lower)
        if found is None:
            return Speaker("", (start, end), f"{lower}, not resolved", lower in _PEOPLE)
        return Speaker(found.actor, found.words, f"{lower}: {found.how}", found.person)

    def _spoken_of(self, passage: Passage, mark: ActorMark) -> bool:
        """Whether a party is named inside the quoted words of a sentence: nobody speaks so of himself."""
        named = (m for s in passage.quoted[:MOST] for m in self.text.actors_in(s.start, s.end))
        return any(
            m.actor == mark.actor and m.words.exact.lower() not in self.words["third"] for m in islice(named, MOST)
        )

    def _meant(self, passage: Passage, token: int, lower: str) -> Speaker | None:
        """Whom a pronoun means: a party that is the subject of a sentence before in the paragraph, a person named in
        it, any other subject that fits; else who spoke last near by."""
        spare: Speaker | None = None
        if (here := self._speaks_here(passage, token, lower)) is not None:
            return here
        before = self.text.before(passage)
        for _ in range(_BACK):
            if before is None or before.sentence.block != passage.sentence.block:
                break
            found = self.subject(before)
            if found is not None and self._fits(found, lower):
                if found.actor:
                    return found
                spare = spare or found
            if lower in _PEOPLE and (person := self._person_in(before)):
                return person
            before = self.text.before(before)
        near = self.last_block >= passage.sentence.block - 1
        return spare or (self.last if self.last and near and self._fits(self.last, lower) else None)

    def _speaks_here(self, passage: Passage, token: int, lower: str) -> Speaker | None:
        """Who speaks earlier in the same sentence: "The report says so, and it adds"."""
        tree = passage.tree
        for i in range(token - 1, -1, -1):
            told = tree.dep[i] == "nsubj" and tree.lemma[tree.head[i]] in self.words["speech"]
            if told and tree.pos[i] != "PRON" and passage.within[i] < 0:
                found = self.named(passage, i)
                return found if self._fits(found, lower) else None
        return None

    def _person_in(self, passage: Passage) -> Speaker | None:
        """The person whom a sentence names last."""
        for mark in self.text.actors_in(passage.sentence.start, passage.sentence.end):
            if mark.kind == "person" and mark.how != "unsure":
                return Speaker(
                    mark.actor, (mark.words.start, mark.words.end), f"{mark.name}, named in the sentence before"
                )
        return None

    def _fits(self, speaker: Speaker, lower: str) -> bool:
        """Whether a pronoun may mean a speaker."""
        if lower in _PEOPLE:
            return speaker.person
        many = speaker.plural or bool(speaker.actor)
        return not speaker.person and (many if lower == "they" else not speaker.plural)

    def _is_person(self, tree: Tree, head: int) -> bool:
        """Whether a phrase that names no known party is one person: by the noun, or a name without "the"."""
        if tree.tag[head] == "NNP":
            return tree.lower[tree.left[head]] != "the"
        endings = tuple(self.words["people_endings"])
        return tree.tag[head] == "NN" and (
            tree.lower[head] in self.words["people"] or tree.lower[head].endswith(endings)
        )

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
    while first and not _cut(tree, first - 1) and (_leads(tree, first - 1, head) or _joined(tree, first)):
        first -= 1
    while first > 1 and tree.word[first - 1] == "-" and tree.end[first - 1] == tree.start[first]:
        first -= 2
    last = head
    for k in tree.kids[head]:
        joined = tree.dep[k] == "conj" and tree.pos[k] in ("NOUN", "PROPN")
        if k > last and (joined or (tree.dep[k] == "prep" and tree.lower[k] in _OF and k == last + 1)):
            last = _closed(tree, last, k)
    return first, last


def _cut(tree: Tree, i: int) -> bool:
    return tree.word[i] in _CUTS or tree.pos[i] == "SPACE"


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
    told = [tree.left[i] for i in tree.under(k) if tree.dep[i] in ("relcl", "acl")]
    end = min([tree.right[k], *(at - 1 for at in told)])
    return next((i - 1 for i in range(last + 1, end + 1) if tree.word[i] in _CUTS), end)
