"""Puts cues, quoted stretches and speakers together, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.annotate.quotes.attribution import Tie, fragment, names, speech_before, speech_behind
from dateline.annotate.quotes.cues import Cue, cues
from dateline.annotate.quotes.passage import Passage, Text
from dateline.annotate.quotes.speakers import Speaker, Speakers
from dateline.annotate.quotes.stretches import Stretch, outermost
from dateline.model.mark import QuoteMark, Speech
from dateline.model.text import select

Words = Mapping[str, frozenset[str]]
TRIGGERS = ("speech", "voicing", "asking", "finding", "naming", "naming_as", "judging")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"""[.!?…][)\]'’”"»]*\Z""")
_BREAKS = frozenset({",", ".", ";", ":", '"', "“", "”", "«", "»", "``", "`", "''"})
NEAR = 6  # tokens between a verb of speaking and its subject, where the parser does not tie them
_LEAST_ALONE = 3  # words of a stretch that is speech though nothing in its sentence tells of speaking


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch that is speech: how it is tied, or None where it goes on from the speech before."""

    stretch: Stretch
    kind: Speech
    tie: Tie | None


def _numbers(vocab: Any, words: Words) -> frozenset[int]:
    """The parser's numbers for all words without which a sentence has no cue: comparing these is quicker."""
    triggers = {"according", "point"}.union(*(words[key] for key in TRIGGERS))
    return frozenset(vocab.strings[w] for w in triggers)


@dataclass(slots=True)
class Finder:
    """Finds the quotations of one text."""

    text: Text
    words: Words
    speakers: Speakers
    cues: dict[int, list[Cue]] = field(default_factory=dict)
    spoken: dict[int, Spoken] = field(default_factory=dict)
    who: dict[int, Speaker | None] = field(default_factory=dict)
    told: set[int] = field(default_factory=set)
    latest: Spoken | None = None
    _triggers: frozenset[int] | None = None

    def marks(self) -> list[QuoteMark]:
        """All quotations in the order of the text, outer before inner."""
        self.cues = {p.index: found for p in self.text.passages if (found := self._cues(p))}
        for stretch in outermost(self.text.stretches):
            spoken = self._decide(stretch)
            if spoken is not None:
                self.spoken[stretch.start] = spoken
                if spoken.tie is not None:
                    self.told.add(spoken.tie.passage.index)
        made = [mark for passage in self.text.passages for mark in self._of_passage(passage)]
        return sorted(made, key=lambda m: (m.words.start, -m.words.end))

    def _cues(self, passage: Passage) -> list[Cue]:
        if self._triggers is None:
            self._triggers = _numbers(passage.doc.vocab, self.words)
        told = passage.doc.to_array(["LEMMA", "LOWER"]).ravel().tolist()
        return [] if self._triggers.isdisjoint(told) else list(cues(passage, self.words))

    def _decide(self, stretch: Stretch) -> Spoken | None:
        """Whether a stretch is speech, and what shows it."""
        inner = self.text.text[stretch.start : stretch.end]
        if not _WORD.search(inner) or names(self.text.text, stretch, self.words):
            return None
        behind = speech_behind(self.text, stretch, self.cues)
        if behind is not None:
            return Spoken(stretch, Speech.DIRECT, behind)
        covered = self._covering(stretch)
        before = speech_before(self.text, stretch, self.cues)
        led = self._led(stretch)
        if before is not None and (not covered or led):
            whole = led or (inner[:1].isupper() and before.cue.form != "named")
            return Spoken(stretch, Speech.DIRECT if whole else Speech.MIXED, before)
        if covered:
            return None
        under = fragment(self.text, stretch, self.cues, self.words)
        if under is not None:
            return Spoken(stretch, Speech.MIXED, under)
        return self._alone(stretch, inner)

    def _led(self, stretch: Stretch) -> bool:
        return self.text.text[max(0, stretch.before - 3) : stretch.before].rstrip().endswith((",", ":"))

    def _covering(self, stretch: Stretch) -> bool:
        """Whether something said in the reporter's words holds the stretch and more."""
        passage = self.text.passage_at(stretch.start)
        if passage is None:
            return False
        for cue in self.cues.get(passage.index, ()):
            if cue.content and passage.within[cue.verb] < 0:
                start, end = cue.content
                if start <= stretch.start and stretch.end <= end + stretch.width and self._wider(start, end, stretch):
                    return True
        return False

    def _wider(self, start: int, end: int, stretch: Stretch) -> bool:
        rest = self.text.text[start : stretch.start] + " " + self.text.text[stretch.end : end]
        return any(w != "that" for w in _WORD.findall(rest))

    def _alone(self, stretch: Stretch, inner: str) -> Spoken | None:
        """A stretch with no verb of speaking of its own: more of the speech before, or sentences that stand alone."""
        first = self.text.passage_at(stretch.before) or self.text.passage_at(stretch.start)
        last = self.text.passage_at(stretch.end - 1)
        if first is None or last is None:
            return None
        lead = self.text.text[
            first.sentence.start : min(max(first.sentence.start, stretch.before), first.sentence.start + 9)
        ]
        begins = not lead.strip("([ ")
        ends = stretch.after >= last.sentence.end - 1 or not stretch.closed
        stopped = bool(_SENTENCE_END.search(inner.rstrip())) or not stretch.closed
        if begins and ends and (stopped or len(_WORD.findall(inner)) > _LEAST_ALONE):
            return Spoken(stretch, Speech.DIRECT, None)
        if first.index in self.told and self._led(stretch) and inner[:1].isupper():
            return Spoken(stretch, Speech.DIRECT, None)
        return None

    def _of_passage(self, passage: Passage) -> Iterator[QuoteMark]:
        """The marks of what begins in one sentence."""
        for stretch in passage.quoted:
            spoken = self.spoken.get(stretch.start)
            if spoken is not None and passage.sentence.start <= stretch.start < passage.sentence.end:
                yield from self._direct(passage, spoken)
        for cue in self.cues.get(passage.index, ()):
            if cue.content is not None:
                yield from self._told(passage, cue)

    def _direct(self, passage: Passage, spoken: Spoken) -> Iterator[QuoteMark]:
        stretch, tie = spoken.stretch, spoken.tie
        speaker, how = self._who(passage, spoken)
        if speaker is None and tie is None:
            del self.spoken[stretch.start]
            return
        self.who[stretch.start] = speaker
        self.speakers.note(passage, speaker)
        self.latest = spoken
        cue = tie.passage.span(tie.cue.first, tie.cue.last) if tie else None
        yield self._mark(_content(self.text.text, stretch), spoken.kind, cue, speaker, False, how)

    def _who(self, passage: Passage, spoken: Spoken) -> tuple[Speaker | None, str]:
        tie = spoken.tie
        if tie is not None:
            subject = tie.cue.subject
            if subject is None or tie.passage.within[subject] >= 0:
                subject = _noun_between(tie, spoken.stretch) or _noun_near(tie)
            return self.speakers.of(tie.passage, subject), tie.how
        return self._going_on(passage, spoken.stretch)

    def _going_on(self, passage: Passage, stretch: Stretch) -> tuple[Speaker | None, str]:
        """Who speaks where no verb says it: who spoke before in the paragraph, else whom the sentence before is of."""
        latest = self.latest
        if latest is not None and (stretch.continued or latest.stretch.block == stretch.block):
            return self.who.get(latest.stretch.start), "the speech before goes on"
        before = self.text.before(passage)
        if before is None:
            return None, ""
        lead = self.text.text[before.sentence.start : before.sentence.end].endswith(":")
        if lead or before.sentence.block == passage.sentence.block:
            found = self.speakers.subject(before)
            if found is not None and (lead or found.person):
                return found, "the sentence before is of the speaker"
        return None, ""

    def _told(self, passage: Passage, cue: Cue) -> Iterator[QuoteMark]:
        """What a sentence has somebody say in the reporter's words."""
        assert cue.content is not None
        start, end = cue.content
        inside = passage.inside(cue.verb)
        if inside is not None and inside.start not in self.spoken:
            return
        if inside is None and cue.subject is not None and passage.within[cue.subject] >= 0:
            return
        held = [s for s in passage.quoted if s.start < end and start < s.end]
        if inside is None and any(s.start in self.spoken for s in held):
            return
        outer = self.who.get(inside.start) if inside is not None else None
        speaker = self.speakers.of(passage, cue.subject, outer)
        if speaker is None:
            return
        nested = inside is not None or self._inside_other(passage, cue)
        if not nested:
            self.speakers.note(passage, speaker)
        quoted = inside is None and any(not names(self.text.text, s, self.words) for s in held)
        kind = Speech.MIXED if quoted else Speech.INDIRECT
        yield self._mark(cue.content, kind, passage.span(cue.first, cue.last), speaker, nested, _HOW[cue.form])

    def _inside_other(self, passage: Passage, cue: Cue) -> bool:
        start, end = passage.span(cue.verb, cue.verb)
        others = (c.content for c in self.cues[passage.index] if c is not cue and c.content)
        return any(a <= start and end <= b for a, b in others)

    def _mark(
        self,
        words: tuple[int, int],
        kind: Speech,
        cue: tuple[int, int] | None,
        speaker: Speaker | None,
        nested: bool,
        how: str,
    ) -> QuoteMark:
        text = self.text.text
        named = speaker.words if speaker else None
        return QuoteMark(
            words=select(text, *words),
            kind=kind,
            cue=select(text, *cue) if cue else None,
            speaker=speaker.actor if speaker else "",
            speaker_words=select(text, *named) if named else None,
            nested=nested,
            how=f"{how}; {speaker.how}" if speaker else how,
        )


_HOW = {
    "clause": "a clause behind the verb of speaking",
    "beside": "the sentence that the verb of speaking is set into",
    "sourced": "a source is named",
    "named": "the word for a thing is theirs",
}


def _noun_between(tie: Tie, stretch: Stretch) -> int | None:
    """The end of the first name between quoted words and the verb behind: '"...," Ana Ruiz, the head of it, said'."""
    tree = tie.passage.tree
    for i in range(tie.passage.first_at(stretch.after), tie.cue.verb):
        if tree.pos[i] in ("NOUN", "PROPN", "PRON") and tree.pos[i + 1] not in ("NOUN", "PROPN"):
            return i
    return None


def _noun_near(tie: Tie) -> int | None:
    """The noun right before or behind a verb of speaking whose subject the parser missed."""
    tree, cue = tie.passage.tree, tie.cue
    ahead = range(cue.last + 1, min(len(tree), cue.last + 1 + NEAR))
    for side in (range(cue.verb - 1, max(-1, cue.verb - NEAR), -1), ahead):
        for i in side:
            if tree.word[i] in _BREAKS or tree.pos[i] == "ADP" or tie.passage.within[i] >= 0:
                break
            if tree.pos[i] in ("NOUN", "PROPN", "PRON") and (tree.dep[i] != "compound" or tree.head[i] not in side):
                return i
    return None


def _content(text: str, stretch: Stretch) -> tuple[int, int]:
    """The place of quoted words without white space and the comma that ends them."""
    start, end = stretch.start, stretch.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",，、"):
        end -= 1
    return start, end
