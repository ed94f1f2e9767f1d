"""Which words of speaking a stretch in quotation marks belongs to, if it is speech at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.annotate.claims.tree import Tree
from dateline.annotate.quotes.cues import Cue
from dateline.annotate.quotes.passage import Passage, Text
from dateline.annotate.quotes.stretches import Stretch

Words = Mapping[str, frozenset[str]]
BEHIND = 25  # tokens between quoted words and the verb of speaking behind them
BEFORE = 14  # tokens between the verb and quoted words behind it
LONG = 4  # quoted words that are somebody's whatever stands before them
SHORT = 14  # tokens of a sentence of its own that tells who spoke ("Putin insisted.")
_SPOKEN_END = re.compile(r"""[,?!…—–-][)\]'’”"»]*\Z|\.\.\.\Z""")
_LAST_WORD = re.compile(r"([\w-]+)[\s(\[]*\Z")
_OBJECTS = frozenset({"dobj", "pobj", "attr", "oprd", "acomp", "prep", "ccomp", "dep", "pcomp"})
_STOPS = frozenset({";", ".", "?", "!"})


@dataclass(frozen=True, slots=True)
class Tie:
    """A cue, the sentence that it stands in, and in words how the quoted stretch is tied to it."""

    passage: Passage
    cue: Cue
    how: str


def names(text: str, stretch: Stretch, words: Words) -> bool:
    """Whether quoted words are a title, a term or a nickname by the words around them: 'the film "..."'."""
    before = text[max(0, stretch.before - 40) : stretch.before]
    inner = text[stretch.start : stretch.end]
    if len(inner) > 120:
        return False
    word = _LAST_WORD.search(before)
    if word and (word.group(1).lower() in words["by_name"] or word.group(1).lower() in words["title_nouns"]):
        return True
    if word and word.group(1).lower() == "as" and re.search(r"\b(?:known|styled|branded|billed)\s+as\s*\Z", before):
        return True
    return _nickname(text, stretch, inner) or _title(before, inner)


def _nickname(text: str, stretch: Stretch, inner: str) -> bool:
    """Mohamed "Hemedti" Dagalo."""
    name_before = re.search(r"(?:^|[^.?!\w]\s*)[A-Z][\w.-]*\s\Z", text[max(0, stretch.before - 30) : stretch.before])
    name_after = re.match(r"\s[A-Z]\w", text[stretch.after : stretch.after + 3])
    return bool(name_before and name_after) and len(inner.split()) <= 4 and inner[-1:].isalnum()


def _title(before: str, inner: str) -> bool:
    """Several words with capitals, without a stop, where no comma or colon leads to them."""
    parts = [w for w in re.findall(r"[^\W\d_][\w'’-]*", inner) if len(w) > 3]
    led = before.rstrip().endswith((",", ":"))
    return (
        len(parts) > 1
        and all(w[0].isupper() for w in parts)
        and inner[-1].isalnum()
        and not led
        and bool(before.strip())
    )


def speech_behind(text: Text, stretch: Stretch, cues: Mapping[int, Sequence[Cue]]) -> Tie | None:
    """The verb behind: '"...," said X', '"...?" X asked'; the quoted words must begin the sentence or follow a mark."""
    passage = text.passage_at(stretch.end - 1)
    if passage is None or not _led_in(text, stretch):
        return None
    inner = text.text[stretch.start : stretch.end].rstrip()
    if _SPOKEN_END.search(inner) or text.text[stretch.after : stretch.after + 1] in (",", "—", "–"):
        found = _behind(passage, stretch, cues.get(passage.index, ()))
        if found is not None:
            return Tie(passage, found, "the verb behind the quoted words")
        return _own_sentence(text, passage, stretch, cues)
    return None


def _led_in(text: Text, stretch: Stretch) -> bool:
    """Whether quoted words begin a sentence, or a comma, colon or dash leads to them."""
    passage = text.passage_at(stretch.before) or text.passage_at(stretch.start)
    if passage is None:
        return False
    begin = passage.sentence.start
    lead = text.text[max(begin, stretch.before - 19) : max(begin, stretch.before)]
    led = lead.rstrip("( [")
    return not led or led.endswith((",", ":", ";", "—", "–", "-", "…", '"', "”", "’", "'"))


def _behind(passage: Passage, stretch: Stretch, found: Sequence[Cue]) -> Cue | None:
    first = passage.first_at(stretch.after)
    for cue in found:
        if cue.verb < first or passage.within[cue.verb] >= 0:
            continue
        between = range(first, cue.verb)
        clear = not any(passage.within[i] >= 0 or passage.tree.word[i] in _STOPS for i in between)
        return cue if cue.verb - first <= BEHIND and clear else None
    return None


def _own_sentence(text: Text, passage: Passage, stretch: Stretch, cues: Mapping[int, Sequence[Cue]]) -> Tie | None:
    """'"Never!" Putin insisted.', where the stop in the quoted words has parted the sentence."""
    behind = text.after(passage)
    if passage.sentence.end > stretch.after or behind is None or behind.quoted or len(behind.tree) > SHORT:
        return None
    own = [c for c in cues.get(behind.index, ()) if c.content is None and c.subject is not None]
    return Tie(behind, own[0], "the sentence behind the quoted words") if own else None


def speech_before(text: Text, stretch: Stretch, cues: Mapping[int, Sequence[Cue]]) -> Tie | None:
    """The verb before: 'X said: "..."', 'X told reporters, "..."', 'X said "..."'."""
    passage = text.passage_at(stretch.before)
    if passage is None:
        return None
    at = passage.first_at(stretch.before)  # the mark itself
    for cue in reversed(cues.get(passage.index, ())):
        if cue.verb >= at or passage.within[cue.verb] >= 0:
            continue
        return Tie(passage, cue, "the verb before the quoted words") if _leads(passage, cue, at) else None
    return None


def _leads(passage: Passage, cue: Cue, mark: int) -> bool:
    """Whether nothing but a hearer, an adverb, "that" or a mark stands between the verb and the quotation mark."""
    tree = passage.tree
    between = range(cue.last + 1, mark)
    if len(between) > BEFORE or any(tree.word[i] in _STOPS or passage.within[i] >= 0 for i in between):
        return False
    if not between or tree.word[mark - 1] in (",", ":"):
        return True
    return all(tree.lower[i] == "that" or _hearer(tree, cue, i, mark) for i in between)


def _hearer(tree: Tree, cue: Cue, token: int, mark: int) -> bool:
    """Whether a token belongs to words under the verb that end before the quotation mark."""
    for at in (token, *tree.up(token)):
        if tree.head[at] == cue.verb:
            beside = tree.dep[at] in ("dobj", "dative", "nsubj", "npadvmod", "advmod", "prep")
            return beside and tree.right[at] < mark
    return False


def fragment(text: Text, stretch: Stretch, cues: Mapping[int, Sequence[Cue]], words: Words) -> Tie | None:
    """The verb under whose object a quoted fragment stands: 'blaming "open hostility"'."""
    passage = text.passage_at(stretch.start)
    if passage is None:
        return None
    tree = passage.tree
    tokens = range(passage.first_at(stretch.start), passage.first_at(stretch.end))
    if not tokens:
        return None
    top = tree.top(list(tokens))
    by_verb = {c.verb: c for c in cues.get(passage.index, ()) if passage.within[c.verb] < 0}
    for at in (top, tree.head[top], tree.head[tree.head[top]]):
        cue = by_verb.get(tree.head[at])
        if cue is not None and _object(tree, at, top, cue):
            theirs = cue.subject is not None and cue.subject not in tokens and _theirs(tree, tokens, top, cue, words)
            return Tie(passage, cue, "under the verb of speaking") if theirs else None
    return None


def _object(tree: Tree, at: int, top: int, cue: Cue) -> bool:
    """Whether the quoted words are the object of the verb, or of its preposition."""
    if at == cue.verb or at < cue.verb:
        return False
    return tree.dep[at] in _OBJECTS and (at == top or tree.dep[at] == "prep" or tree.dep[top] in _OBJECTS)


def _theirs(tree: Tree, tokens: range, top: int, cue: Cue, words: Words) -> bool:
    """Whether quoted words are so many, or stand so bare, that they must be the speaker's: 'warned of "grave
    consequences"', and not 'rejected the "final" offer'."""
    count = sum(tree.word[i][:1].isalnum() for i in tokens)
    known = tree.lemma[cue.verb] in words["judging"] or tree.lemma[cue.verb] in words["speech"]
    if not known or count == 0 or (tree.dep[top] == "amod" and count < LONG):
        return False
    before = tree.lower[tokens[0] - 2] if tokens[0] > 1 else ""
    if before in ("a", "an"):
        return count > 1
    bare = tree.pos[tokens[0] - 2] not in ("DET", "NUM", "ADJ") if tokens[0] > 1 else False
    return bare or count >= LONG
