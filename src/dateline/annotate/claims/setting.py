"""What the status of a happening is judged against, and what a verb hangs under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.passage import Passage
from dateline.annotate.claims.tree import Tree


@dataclass(frozen=True, slots=True)
class Setting:
    """What status is judged against: the sentence, the words, the day of publication (None if unknown), and the
    sentence after it in the same paragraph, which may call off what this one plans."""

    tree: Tree
    words: Lexicon
    published: date | None
    after: Passage | None = None


def after_publication(setting: Setting, dated: Dated) -> bool:
    """Whether a happening's first day lies after publication."""
    return setting.published is not None and dated.days.lower > setting.published


def past_day(setting: Setting, dated: Dated) -> bool:
    """Whether a happening's last day lies before publication."""
    return setting.published is not None and dated.days.upper < setting.published


def past_or_unknown(setting: Setting, dated: Dated) -> bool:
    """Whether a happening's last day lies before publication, as far as that is known."""
    return setting.published is None or past_day(setting, dated)


def matrix(tree: Tree, verb: int) -> Iterator[int]:
    """The verbs, adjectives and nouns that an infinitive or participle hangs under, nearest first."""
    while tree.dep[verb] in ("xcomp", "acl") and tree.head[verb] != verb:
        verb = tree.head[verb]
        yield verb
        if tree.pos[verb] == "ADJ" and tree.dep[verb] == "acomp":
            verb = tree.head[verb]
            yield verb


def refused(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb tells what was declined or failed."""
    return any(tree.lemma[up] in words["refusing"] for up in matrix(tree, verb))
