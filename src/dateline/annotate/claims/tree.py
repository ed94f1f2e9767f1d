"""The parse of one sentence as plain lists: quick to walk, typed, and free of the parser's own classes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

VERBAL = frozenset({"VERB", "AUX"})
HELPING = frozenset({"aux", "auxpass"})
NOT_CLAUSAL = HELPING | {"amod", "compound", "nmod", "prep", "mark", "punct", "case"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "acomp"})

READ = "dateline.read"  # where a parse keeps its tree
MISTAKEN = frozenset({"US", "I", "i"})  # words that are other words in lower case


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
    known: dict[Any, Any] | None = None  # what was worked out of it, once no more of the parse is mended

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
            if kids := self.kids[at]:
                waiting += kids[::-1]

    def kid(self, i: int, *deps: str) -> int | None:
        """The first governed token with one of the relations."""
        dep = self.dep  # a loop, as this is asked a hundred times of each sentence
        for k in self.kids[i]:
            if dep[k] in deps:
                return k
        return None

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


def parsed(doc: Any) -> Tree:
    """The tree of a spaCy Doc of one sentence; several roots stay several roots. It is made once, since asking the
    parser's tokens is what costs, and shared by all who ask: none may change it."""
    if READ not in doc.user_data:
        made = _read(doc)
        fill(made)
        doc.user_data[READ] = made
    found: Tree = doc.user_data[READ]
    return found


def tree(doc: Any) -> Tree:
    """The tree of a spaCy Doc of one sentence, each time a new one that may be changed."""
    return copied(parsed(doc))


def copied(tree: Tree) -> Tree:
    """Another tree with the same tokens, which may be changed."""
    return Tree(
        tree.word.copy(),
        tree.lower.copy(),
        tree.lemma.copy(),
        tree.pos.copy(),
        tree.tag.copy(),
        tree.dep.copy(),
        tree.head.copy(),
        tree.start.copy(),
        tree.end.copy(),
        [kids.copy() for kids in tree.kids],
        tree.left.copy(),
        tree.right.copy(),
    )


def _read(doc: Any) -> Tree:
    """The tokens of a tree, asked for all at once, without what they govern."""
    named = doc.to_array(["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP"]).reshape(-1, 6).T.tolist()
    word, lower, lemma, pos, tag, dep = ([*map(doc.vocab.strings.__getitem__, keys)] for keys in named)
    start, up = doc.to_array(["IDX", "HEAD"]).reshape(-1, 2).astype("int64").T.tolist()
    for i in (i for i, w in enumerate(word) if w in MISTAKEN):
        lower[i] = _lower(word, pos, start, i)
    head = [i + h for i, h in enumerate(up)]
    end = [at + len(w) for at, w in zip(start, word, strict=True)]
    return Tree(word, lower, [w.lower() for w in lemma], pos, tag, dep, head, start, end)


def _lower(word: list[str], pos: list[str], start: list[int], i: int) -> str:
    """The word in lower case; names that would then be read as pronouns are told apart: "US", "Mazar-i-Sharif", "World
    War I"."""
    if word[i] == "US":
        return "u.s."
    hyphened = i > 0 and word[i - 1] == "-" and start[i] == start[i - 1] + 1
    counted = word[i] == "I" and i > 0 and pos[i] == pos[i - 1] == "PROPN"
    return "i." if (word[i] == "i" and hyphened) or counted else "i"


def known(work: Callable[Concatenate[Tree, P], T]) -> Callable[Concatenate[Tree, P], T]:
    """The same pure function of a tree, worked out once for the same arguments; of one that is still being mended, each
    time."""

    @wraps(work)
    def kept(tree: Tree, /, *args: P.args, **named: P.kwargs) -> T:
        if tree.known is None:
            return work(tree, *args, **named)
        key = (work, args, *named.values())
        if key not in tree.known:
            tree.known[key] = work(tree, *args, **named)
        found: T = tree.known[key]
        return found

    return kept


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
        left[h] = min(left[h], left[i])
        right[h] = max(right[h], right[i])


def _leaves_first(tree: Tree) -> list[int]:
    order: list[int] = []
    waiting = [i for i, h in enumerate(tree.head) if h == i]
    while waiting:
        at = waiting.pop()
        order.append(at)
        waiting += tree.kids[at]
    return order[::-1]
