"""The words of a happening's own clause: which tokens tell of it, their content, whole words with hyphens."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.claims.anchors import CONTENT, EMPTY
from dateline.annotate.claims.tree import HELPING, Tree

OTHER_CLAUSES = frozenset({"advcl", "relcl", "parataxis", "acl"})
AROUND = frozenset({"before", "after", "since", "until", "without", "despite"})


def clause_tokens(tree: Tree, unit: int, others: frozenset[int]) -> Iterator[int]:
    """The tokens of the unit's own clause: joined verbs, side clauses and other happenings left out."""
    waiting = [unit]
    while waiting:
        at = waiting.pop()
        yield at
        for k in reversed(tree.kids[at]):
            joined = tree.dep[k] == "conj" and tree.verbal(k)
            if not joined and tree.dep[k] not in OTHER_CLAUSES and k not in others:
                waiting.append(k)


def own_tokens(tree: Tree, unit: int, tokens: list[int]) -> list[int]:
    """Those of a clause's tokens that tell of the happening itself: no appositions, nor what was before or after."""
    aside = {
        i
        for i in tokens
        if i != unit
        and (
            tree.dep[i] == "appos"
            or tree.lower[i] == "compared"
            or (tree.lower[i] == "from" and i > 0 and tree.lower[i - 1] in ("up", "down"))
            or (tree.lower[i] in ("than", "versus") and tree.kid(i, "pobj") is not None)
            or (tree.dep[i] == "pcomp" and tree.lower[tree.head[i]] in AROUND)
        )
    }
    dashes = [i for i in range(len(tree)) if tree.word[i] in ("—", "–", "--")]
    if len(dashes) == 2 and not dashes[0] < unit < dashes[1]:
        aside.update(range(dashes[0], dashes[1]))
    return [i for i in tokens if i not in aside and not aside.intersection(tree.up(i))]


def counted_before(tree: Tree, unit: int) -> list[int]:
    """The numbers of those whom a participle behind them tells of ("Ninety-four soldiers arrested in July")."""
    if tree.dep[unit] != "acl" or tree.tag[unit] != "VBN":
        return []
    numbers = [k for k in tree.kids[tree.head[unit]] if tree.dep[k] == "nummod" and k < unit]
    return sorted(i for k in numbers for i in tree.under(k))


def terms(tree: Tree, tokens: list[int], named: frozenset[int]) -> tuple[str, ...]:
    """The content lemmas among tokens, in order, each once; `named` are tokens of actors, places and dates."""
    found: dict[str, None] = {}
    for i in tokens:
        if i in named or tree.pos[i] not in CONTENT or tree.lower[i] == "according" or tree.dep[i] in HELPING:
            continue
        if tree.lemma[i] not in EMPTY and any(c.isalpha() for c in tree.lemma[i]):
            found.setdefault(tree.lemma[i], None)
    return tuple(found)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of some words, widened to the words with hyphens that they begin or end in ("Kim Dae-jung")."""
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        start -= 2
        while start > 0 and text[start - 1].isalnum():
            start -= 1
    while end + 1 < len(text) and text[end] == "-" and text[end + 1].isalnum():
        end += 2
        while end < len(text) and text[end].isalnum():
            end += 1
    return start, end
