"""The parse of one sentence as plain lists: quick to walk, typed, and free of the parser's own classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

VERBAL = frozenset({"VERB", "AUX"})
HELPING = frozenset({"aux", "auxpass"})
NOT_CLAUSAL = HELPING | {"amod", "compound", "nmod", "prep", "mark", "punct", "case"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "acomp"})


READ = "dateline.read"  # where a parse keeps what its tokens say


@dataclass(slots=True)
class Tree:
    """Tokens of one sentence, all lists as long as the sentence has tokens. `start` and `end` are character offsets in
    the sentence; `head` is the index of the governor (a root governs itself); `kids` are the governed, in order."""

    word: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    kids: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    known: dict[int, Any] | None = None  # what was worked out of verbs, once no more of the parse is mended

    def __len__(self) -> int:
        return len(self.word)

    def up(self, i: int) -> Iterator[int]:
        """The governors of a token, nearest first."""
        for _ in range(len(self.head)):
            if self.head[i] == i:
                return
            i = self.head[i]
            yield i

    def under(self, i: int) -> Iterator[int]:
        """A token and all that hangs under it, parents first."""
        waiting = [i]
        while waiting:
            at = waiting.pop()
            yield at
            waiting.extend(reversed(self.kids[at]))

    def kid(self, i: int, *deps: str) -> int | None:
        """The first governed token with one of the relations."""
        return next((k for k in self.kids[i] if self.dep[k] in deps), None)

    def has(self, i: int, *lowers: str) -> bool:
        """Whether a token governs one of the words directly."""
        return any(self.lower[k] in lowers for k in self.kids[i])

    def verbal(self, i: int) -> bool:
        """Whether a token heads a clause or verb phrase: a verb or copula that does not merely help another."""
        return self.pos[i] in VERBAL and self.dep[i] not in NOT_CLAUSAL

    def clause(self, i: int) -> int:
        """The verb that a token belongs to: itself, or the nearest verb above; the root if there is none."""
        if self.verbal(i):
            return i
        for at in self.up(i):
            if self.verbal(at):
                return at
            i = at
        return i

    def at(self, start: int, end: int) -> list[int]:
        """The tokens that share a character with sentence[start:end]."""
        return [i for i in range(len(self.word)) if self.start[i] < end and start < self.end[i]]

    def top(self, tokens: list[int]) -> int:
        """The token of a span whose governor lies outside it (the first, if several)."""
        inside = set(tokens)
        return next((i for i in tokens if self.head[i] not in inside or self.head[i] == i), tokens[0])


def tree(doc: Any) -> Tree:
    """The tree of a spaCy Doc of one sentence; several roots stay several roots. Each call gives one of its own: asking
    the parser's tokens is what costs, so what they say is kept with the Doc."""
    if READ not in doc.user_data:
        doc.user_data[READ] = _read(list(doc))
    made = Tree(*(held.copy() for held in doc.user_data[READ]))
    fill(made)
    return made


def _read(tokens: list[Any]) -> tuple[list[Any], ...]:
    """What the tokens say, in the order of the fields of a tree."""
    return (
        [t.text for t in tokens],
        [_lower(tokens, i) for i in range(len(tokens))],
        [t.lemma_.lower() for t in tokens],
        [t.pos_ for t in tokens],
        [t.tag_ for t in tokens],
        [t.dep_ for t in tokens],
        [t.head.i for t in tokens],
        [t.idx for t in tokens],
        [t.idx + len(t.text) for t in tokens],
    )


def _lower(tokens: list[Any], i: int) -> str:
    """The word in lower case; names that would then be read as pronouns are told apart: "US", "Mazar-i-Sharif", "World
    War I"."""
    word: str = tokens[i].text
    if word == "US":
        return "u.s."
    hyphened = i > 0 and tokens[i - 1].text == "-" and tokens[i].idx == tokens[i - 1].idx + 1
    counted = word == "I" and i > 0 and tokens[i].pos_ == tokens[i - 1].pos_ == "PROPN"
    return f"{word.lower()}." if (word == "i" and hyphened) or counted else str(tokens[i].lower_)


def fill(tree: Tree) -> None:
    """Works out what each token governs and how far it reaches, from the governors."""
    count = len(tree)
    tree.kids = [[] for _ in range(count)]
    for i, h in enumerate(tree.head):
        if h != i:
            tree.kids[h].append(i)
    tree.left, tree.right = left, right = list(range(count)), list(range(count))
    for i in _leaves_first(tree):
        h = tree.head[i]
        left[h], right[h] = min(left[h], left[i]), max(right[h], right[i])


def _leaves_first(tree: Tree) -> list[int]:
    order: list[int] = []
    waiting = [i for i, h in enumerate(tree.head) if h == i]
    while waiting:
        at = waiting.pop()
        order.append(at)
        waiting += tree.kids[at]
    return order[::-1]
