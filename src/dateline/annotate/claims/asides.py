"""What is told beside the main clause: states in passing ("Roe, in power since 1982, ..."), places before a date."""

from __future__ import annotations

from dateline.annotate.claims.tree import Tree

PASSING = "a state told in passing of who is named before it"
NAMES = frozenset({"NOUN", "PROPN"})
PARTS = NAMES | {"ADJ", "ADP", "DET", "NUM", "ADV", "PART", "PUNCT"}
CLOSING = frozenset({",", ".", ";", ")"})
PLACED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
PLACE = 8  # tokens of a place that opens a sentence
LONGEST = 9  # tokens between the comma and "since"


def in_passing(tree: Tree, first: int, last: int) -> int | None:
    """The word that tells the state whose start is the date in tokens `first`..`last`; None if there is none.

    The state stands between a comma behind a name and "since", with no finite verb: "in power", "a ghost town"."""
    since = first - 1
    if since < 2 or tree.lower[since] != "since" or tree.lower[last + 1 : last + 2] not in [[w] for w in CLOSING]:
        return None
    start = next((i + 1 for i in range(since - 1, max(0, since - LONGEST) - 1, -1) if tree.lower[i] == ","), 0)
    if start < 2 or start == since or not _named(tree, start - 2):
        return None
    told = range(start, since)
    bare = tree.tag[start] == "VBN"
    if any(tree.pos[i] not in PARTS for i in told if not (bare and i == start)):
        return None
    return start if bare else _state(tree, start, since)


def _named(tree: Tree, noun: int) -> bool:
    """Whether a word ends a name, or the subject of the sentence."""
    return tree.pos[noun] == "PROPN" or (tree.pos[noun] == "NOUN" and tree.dep[noun] in ("nsubj", "nsubjpass"))


def _state(tree: Tree, start: int, since: int) -> int | None:
    """The noun of "in power", "president", "a ghost town"."""
    nouns = [i for i in range(start, since) if tree.pos[i] in NAMES]
    opens = tree.pos[start] == "ADP" or tree.dep[nouns[0] if nouns else start] == "appos" or tree.pos[start] == "DET"
    return nouns[0] if nouns and opens else None


def words_of(tree: Tree, unit: int, since: int) -> tuple[int, int]:
    """First and last token of a state told in passing, from the name before it on ("Roe, in power")."""
    comma = next(i for i in range(unit, 0, -1) if tree.lower[i] == ",")
    first = comma - 1
    while first > 0 and tree.pos[first - 1] in NAMES | {"ADJ", "NUM"} and comma - first < LONGEST:
        first -= 1
    return first, since - 1


def placed_first(tree: Tree, i: int) -> bool:
    """Whether only a place stands before a token in its sentence ("at the palace | on 4 May")."""
    return 1 < i <= PLACE and tree.pos[0] == "ADP" and all(tree.pos[k] in PLACED for k in range(1, i))
