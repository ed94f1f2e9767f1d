"""The words that a reader is shown of a claim: the whole clause that tells it, and nothing that needs more."""

from __future__ import annotations

import itertools

from dateline.annotate.claims.clauses import whole
from dateline.annotate.claims.clipped import balanced
from dateline.annotate.claims.passage import Passage
from dateline.annotate.claims.terms import whole_words
from dateline.annotate.claims.tree import Tree

PAPERS = frozenset({"statement", "report", "letter", "post", "tweet", "message", "interview", "note", "claim", "email"})
CONDITIONS = frozenset({"if", "unless", "until", "when", "once"})
PHRASE = 8  # tokens behind a last preposition that are taken along
RELATIVE = frozenset({"WDT", "WP"})


def shown(passage: Passage, unit: int, first: int, last: int) -> tuple[int, int]:
    """The bounds, in the characters of the sentence, of the clause that tells a happening named in those tokens."""
    start, end = _in_full(
        passage, *worded(passage, *_finished(passage.tree, unit, *clause(passage.tree, unit, first, last)))
    )
    return balanced(passage.text, start, end)


def _finished(tree: Tree, unit: int, first: int, last: int) -> tuple[int, int]:
    """First and last token of some words with what their last preposition needs ("stays in space for | a week"), or
    without the preposition if that is long."""
    if tree.lower[last + 1 : last + 2] in (["not"], ["n't"], ["n’t"]) and tree.pos[last] == "AUX":
        return first, last + 1  # "than if we are | not"
    if last <= unit or tree.dep[last] != "prep" or tree.pos[last] != "ADP" or tree.right[last] == last:
        return first, last
    end = max(i for i in range(last, tree.right[last] + 1) if tree.pos[i] != "PUNCT")
    open_clause = any(tree.verbal(i) for i in range(last + 1, end + 1))
    return first, last - 1 if open_clause or end - last > PHRASE else end


def _in_full(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The bounds of some words, which do not end inside words for a time ("on April 17, | 2016")."""
    at = passage.sentence.start
    cut = (m.words.end - at for m in passage.dates if m.words.start - at < end < m.words.end - at)
    return start, max(cut, default=end)


def worded(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """The bounds of some words; a word with hyphens is not parted from the noun that it describes."""
    tree = passage.tree
    while first > 0 and tree.pos[first] == tree.pos[first - 1] == "PROPN" and first <= tree.head[first - 1] <= last:
        first -= 1  # "Hong Kong-flagged"
    start, end = whole_words(passage.text, tree.start[first], tree.end[last])
    if end > tree.end[last]:
        after = next((i for i in range(last, len(tree)) if tree.start[i] > end), len(tree))
        nouns = itertools.takewhile(lambda i: tree.pos[i] in ("NOUN", "PROPN"), range(after, len(tree)))
        end = max((tree.end[i] for i in nouns), default=end)
    return start, end


def clause(tree: Tree, unit: int, first: int, last: int) -> tuple[int, int]:
    """First and last token of the clause that tells a happening; of a noun, and between two dates, of its words."""
    if not tree.verbal(unit):
        return first, last
    if first <= unit <= last:
        start, end = whole(tree, unit, first, last)
        return min(start, _of_what(tree, unit, start)), end
    content = tree.kid(unit, "ccomp")
    if content is not None and first <= content <= last:
        start, end = whole(tree, content, first, last)
        return min(start, _condition(tree, content, start)), end
    if unit < first and not any(tree.verbal(i) for i in range(first, last + 1)):
        return whole(tree, unit, unit, last)
    return first, last


def _condition(tree: Tree, verb: int, first: int) -> int:
    """Where the words begin with the condition before them, without which they say something else."""
    before = [k for k in tree.kids[verb] if tree.dep[k] == "advcl" and k < first]
    tied = (k for k in before if any(tree.lower[m] in CONDITIONS for m in tree.kids[k]))
    return min((tree.left[k] for k in tied), default=first)


def _of_what(tree: Tree, verb: int, first: int) -> int:
    """Where the words of a clause on a noun begin that is its object: with the noun ("the party he held in May")."""
    who, thing = tree.kid(verb, "nsubj", "nsubjpass"), tree.kid(verb, "dobj")
    noun = tree.head[verb]
    if (
        tree.dep[verb] != "relcl"
        or who is None
        or tree.tag[who] in RELATIVE
        or noun >= first
        or tree.lemma[noun] in PAPERS
    ):
        return first
    if (thing is not None and tree.tag[thing] not in RELATIVE) or any(tree.tag[k] == "WRB" for k in tree.kids[verb]):
        return first
    lefts = [k for k in tree.kids[noun] if k < noun]
    return min([noun, *(tree.left[k] for k in lefts if tree.dep[k] in ("det", "amod", "compound", "nummod", "poss"))])


def goes_on(tree: Tree, last: int) -> bool:
    """Whether a finite verb stands right behind some words, so that their last noun is its subject ("watched as workers
    | rummaged")."""
    after = last + 1
    if after >= len(tree) or tree.pos[last] not in ("NOUN", "PROPN", "PRON"):
        return False
    return tree.pos[after] in ("VERB", "AUX") and tree.tag[after] in ("VBD", "VBZ", "VBP")
