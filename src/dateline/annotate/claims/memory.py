"""The dated happenings of a text, sentence by sentence, with what each takes from what stands before it."""

from __future__ import annotations

import re
from bisect import bisect_right

from dateline.annotate.base import BLOCKS, DATES, Document
from dateline.annotate.claims.dated import Dated, direct, usable
from dateline.annotate.claims.deadlines import kept_until, spanned
from dateline.annotate.claims.doubts import moved, told_in_time, trusted
from dateline.annotate.claims.inheritance import answers, from_before, from_lead_in, lead_dates
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.occasions import after_meeting, told_there
from dateline.annotate.claims.passage import Passage
from dateline.annotate.claims.reaching import closed, decided, on_days, only_there, outlasted
from dateline.annotate.claims.setting import Setting
from dateline.annotate.claims.sharing import shared
from dateline.annotate.claims.weekdays import ahead, far, looks_back, unanchored
from dateline.model.mark import DateMark
from dateline.model.text import BlockKind
from dateline.model.time import Days, Granularity

MOST = 12  # dates of a sentence: more make a table or a menu
FEAST = re.compile(r"(?:[A-Z][\w.’']+\s){1,3}(?:Day|Eve|Sunday|Monday|Friday|Week)|Christmas|Easter|New Year(?:[’']s)?")
QUOTES = ('"', "“", "‘", "'")
MOSTLY = 0.6  # share of a heading that its date must fill for the heading to date what stands under it


class Memory:
    """What the sentences so far have said about time: headings and lead-ins with dates, and the sentence before."""

    def __init__(self, document: Document, words: Lexicon) -> None:
        self._words = words
        self._blocks = document[BLOCKS]
        self._marks = document[DATES]
        self._leads: dict[int, list[DateMark]] = {}
        self._headings = _dated_headings(document, words)
        self._before: list[Dated] = []
        self._block = -1
        self._week: bool | None = None

    def happenings(self, passage: Passage) -> list[Dated]:
        """The dated happenings of the next sentence, inherited ones included."""
        if self._week is None:
            self._week = looks_back(self._marks, passage.published)
        before = [d.days for d in self._before] if passage.sentence.block == self._block else []
        dated = self._inherited(passage, _told(passage, self._words, before, week=self._week))
        if passage.dates:
            self._leads.setdefault(passage.sentence.block, lead_dates(passage, self._words))
        self._before, self._block = dated, passage.sentence.block
        return dated

    def _inherited(self, passage: Passage, dated: list[Dated]) -> list[Dated]:
        if passage.asks:
            return dated
        above = self._above(passage)
        if above:
            return dated if _dates_its_root(passage, dated) else dated + self._from_above(passage, above, dated)
        if not passage.dates and passage.sentence.block == self._block:
            listed = self._blocks[passage.sentence.block].kind is BlockKind.BULLET
            dated = from_before(passage.tree, self._words, self._before, close=listed)
        return dated + answers(passage.tree, self._words, self._before, {d.unit for d in dated})

    def _above(self, passage: Passage) -> list[DateMark]:
        """The dates of the lead-in that a sentence stands under, else of the heading, if it is an item of a list."""
        block = self._blocks[passage.sentence.block]
        if block.lead is not None and self._leads.get(block.lead):
            return self._leads[block.lead]
        if block.kind is BlockKind.BULLET and block.section is not None:
            return self._headings.get(block.section, [])
        return []

    def _from_above(self, passage: Passage, above: list[DateMark], dated: list[Dated]) -> list[Dated]:
        if passage.text[:1] in QUOTES:
            return []  # the time of the saying, not of what is said
        taken = {d.unit for d in dated} | {d.also for d in dated if d.also is not None}
        return from_lead_in(passage.tree, self._words, above, taken)


def _told(passage: Passage, words: Lexicon, before: list[Days], *, week: bool) -> list[Dated]:
    """What the sentence itself dates; `before` are the days of the sentence before it."""
    timed = [] if passage.asks or passage.imprint else passage.timed(words)
    if not timed or len(timed) > MOST:
        return []
    tree, published = passage.tree, passage.published
    setting = Setting(tree, words, published)
    found = [outlasted(tree, d) for d in direct(tree, words, timed)]
    own = {d.unit for d in found}
    there = [told_there(tree, words, decided(tree, words, d, own), own) for d in found]
    there = [after_meeting(tree, words, kept_until(tree, d, found), own) for d in there]
    placed = [ahead(setting, moved(tree, words, d, published)) for d in there]
    twice = [d.unit for d in placed]
    spans = (spanned(tree, words, d, None if twice.count(d.unit) > 1 else published) for d in placed)
    told = [
        d for d in spans if d is not None and trusted(tree, words, d, published, before) and not _other_year(passage, d)
    ]
    stated = [d for d in told if not far(setting, d, week=week) and not unanchored(d, published)]
    stated += on_days(tree, timed, published, {d.unit for d in stated})
    whole = closed(shared(tree, words, stated), tree, words)
    return [d for d in whole if told_in_time(tree, words, d, published) and not only_there(tree, words, d)]


def _other_year(passage: Passage, dated: Dated) -> bool:
    """Whether a feast without a year stands in a sentence that tells of another year ("two years ago ... on Easter
    Sunday")."""
    mark = dated.mark
    if mark is None or mark.granularity is not Granularity.DAY or not FEAST.fullmatch(mark.words.exact):
        return False
    others = (m.days for m in passage.dates if m.granularity is Granularity.YEAR and m.days is not None)
    return any(not days.holds(dated.days) for days in others)


def _dates_its_root(passage: Passage, dated: list[Dated]) -> bool:
    return any(d.how == "stated" and passage.tree.dep[d.unit] == "ROOT" for d in dated)


def _dated_headings(document: Document, words: Lexicon) -> dict[int, list[DateMark]]:
    headings = [(b.start, b.end, i) for i, b in enumerate(document[BLOCKS]) if b.kind is BlockKind.HEADING]
    starts = [start for start, _, _ in headings]
    found: dict[int, list[DateMark]] = {}
    for mark in document[DATES] if headings else ():
        at = bisect_right(starts, mark.words.start) - 1
        if at < 0 or mark.words.end > headings[at][1] or not usable(words, mark):
            continue
        start, end, index = headings[at]
        if len(mark.words.exact) >= MOSTLY * (end - start):
            found.setdefault(index, []).append(mark)
    return found
