"""Times that a sentence takes from what stands around it, when it has no words for a date of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.passage import Passage
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import voice
from dateline.model.mark import DateMark

OPENING = 5  # tokens from the start within which a lead-in's time stands, if it has a verb


def lead_dates(passage: Passage, words: Lexicon) -> list[DateMark]:
    """The dates by which a lead-in dates what follows: all, if it has no verb, else those that open it."""
    if not passage.text.endswith(":"):
        return []
    timed = passage.timed(words)
    verbless = not told(passage.tree, words)
    return [t.mark for t in timed if verbless or t.first <= OPENING]


def from_lead_in(tree: Tree, words: Lexicon, marks: Sequence[DateMark], taken: set[int]) -> list[Dated]:
    """What an item tells under a lead-in that gives a time ("In the months before the war:")."""
    lead = max(marks, key=lambda m: (len(m.words.exact), -m.words.start), default=None)
    if lead is None or lead.days is None or lead.granularity is None:
        return []
    why = f"takes the time of the lead-in: {lead.words.exact}"
    return [
        Dated(verb, lead.days, lead.granularity, None, why, how="inherited", vague=lead.vague)
        for verb in told(tree, words)
        if verb not in taken
    ]


def from_before(tree: Tree, words: Lexicon, before: Sequence[Dated], *, close: bool) -> list[Dated]:
    """What an undated answer or denial takes from the dated sentence before it; `close` in one item of a list."""
    base = _of_before(before)
    if base is None:
        return []
    return [replace(base, unit=verb) for verb in told(tree, words) if _answers(tree, words, verb, close)]


def answers(tree: Tree, words: Lexicon, before: Sequence[Dated], taken: set[int]) -> list[Dated]:
    """An undated answer to what the sentence before dated to a day ("she accepted the later date")."""
    base = _of_before(before)
    if base is None or base.days.length() != 1:
        return []
    return [
        replace(base, unit=verb) for verb in told(tree, words) if verb not in taken and _takes_up(tree, words, verb)
    ]


def _of_before(before: Sequence[Dated]) -> Dated | None:
    """The last dated act of the sentence before, as a pattern for what inherits its time."""
    plain = (d for d in reversed(before) if d.how == "stated" and not d.relation and not d.vague)
    last = next((d for d in plain if d.days.end is not None), None)
    if last is None or last.mark is None:
        return None
    why = f"takes the time of the sentence before: {last.mark.words.exact}"
    return replace(last, timed=None, way=why, how="inherited", also=None, relation="", shared=False)


def _takes_up(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a plain past verb accepts or refuses something known ("the offer", "it")."""
    shape = voice(tree, verb, words)
    if tree.lemma[verb] not in words["accepting"] or not shape.past or shape.perfect or shape.negated:
        return False
    thing = tree.kid(verb, "dobj")
    return thing is not None and (tree.pos[thing] == "PRON" or tree.has(thing, "the", "this", "that"))


def _answers(tree: Tree, words: Lexicon, verb: int, close: bool) -> bool:
    shape = voice(tree, verb, words)
    if not shape.past or shape.perfect or shape.modal:
        return False
    if tree.lemma[verb] in words["denying"]:
        return True
    return close and tree.lemma[verb] in words["speech"] | words["answering"]


def told(tree: Tree, words: Lexicon) -> list[int]:
    """The finite verbs of the main clause and those joined to it that have words of their own."""
    waiting = [i for i in range(len(tree)) if tree.head[i] == i and tree.verbal(i) and voice(tree, i, words).finite]
    found = []
    while waiting:
        verb = waiting.pop(0)
        found.append(verb)
        waiting.extend(k for k in tree.kids[verb] if tree.dep[k] == "conj" and _tells(tree, words, k))
    return found


def _tells(tree: Tree, words: Lexicon, verb: int) -> bool:
    return tree.verbal(verb) and voice(tree, verb, words).finite and _says_more(tree, verb)


def _says_more(tree: Tree, verb: int) -> bool:
    return any(tree.dep[k] not in ("cc", "punct", "conj", "aux") for k in tree.kids[verb])
