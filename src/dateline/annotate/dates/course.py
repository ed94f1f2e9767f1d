"""The text's own time: what has been dated so far, and what an expression without a year or a day counts from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.annotate.dates.happenings import Anchor, Diary
from dateline.annotate.dates.reach import Reach
from dateline.annotate.dates.tense import BACK, UNTOLD, Outlook
from dateline.model.time import Granularity, day

# The most days that a time may span to answer a question for that unit ("that day", "the following month").
SPAN = {
    Granularity.DAY: 1,
    Granularity.WEEK: 9,
    Granularity.MONTH: 31,
    Granularity.QUARTER: 92,
    Granularity.YEAR: 366,
    Granularity.DECADE: 3653,
}
LOOK_BACK = 12  # times told before; further back nothing is pointed at
NEAR = 1000  # days between a backgrounder and the times that it tells
LONGEST = 366  # days
LEAP = 20  # years: a lone year so much later than a narrative is a remark, not its course
LEAP_BACK = 10  # years: so is one so much earlier


@dataclass(slots=True)
class Course:
    """Where the telling is: `published` anchors news; `told` holds the times told, `named` all that were named.

    A narrative counts from its own story. In news, the story's time holds within a paragraph (from `here` on) and only
    if it was told with its year and nothing counted from publication came after it; `context` is the time of the
    section's heading; `filed` says what was done on the day that anchors news. `outlook` is that of the clause;
    `leapt` is a remark on a time far off, `aside` the same for the rest of its sentence; `before_christ` is the year
    before Christ that the text has come to. `adrift` is true for a report of no known day: what counts from that day
    stays untold. `governed` is true where a past form stands right before the words ("was signed on 5 May"), `owned`
    where they name a thing ("its 5 May vote"); `clause`
    are the words before a time of day that stands alone; `bygone` is true after "since"; `definite` where "the" stands
    before a weekday that is no name of a thing ("on the Tuesday he left"); `paragraph_named`
    counts the times named before the paragraph. In a list, `listed` counts the times told before its first item, and is
    None elsewhere; `coming` is the first day of the next time that the text states with its year and month;
    `limit` is what the sentence has counted a limit from, `lead` the year gone by that it opens with ("a year ago,");
    `apart` is where the clause begins.
    """

    published: date | None
    narrative: bool
    told: list[Anchor] = field(default_factory=list)
    named: list[Anchor] = field(default_factory=list)
    diary: Diary = field(default_factory=Diary)
    here: int = 0
    sentence: tuple[int, int] = (0, 0)
    context: Anchor | None = None
    outlook: Outlook = UNTOLD
    leapt: Anchor | None = None
    aside: Anchor | None = None
    before_christ: int | None = None
    filed: str = "published"
    adrift: bool = False
    governed: bool = False
    owned: bool = False
    clause: tuple[str, ...] = ()
    bygone: bool = False
    definite: bool = False
    paragraph_named: int = 0
    listed: int | None = None
    coming: date | None = None
    limit: Anchor | None = None
    lead: Anchor | None = None
    apart: int = 0

    @property
    def ahead(self) -> bool:
        """Whether the clause looks ahead."""
        return self.outlook.ahead

    @property
    def publication(self) -> Anchor | None:
        """The day of publication as an anchor."""
        if self.published is None:
            return None
        return Anchor(day(self.published), Granularity.DAY, f"{self.filed} {self.published}")

    @property
    def now(self) -> Anchor | None:
        """What "today" and "last week" count from: publication, or in a narrative the story."""
        if self.adrift:
            return None
        if self.narrative and not self.near():
            return self.story or self.publication
        return self.publication or self.story

    @property
    def at_hand(self) -> Anchor | None:
        """The publication, unless the text tells a story of long ago, which never counts from there."""
        return None if self.narrative and self.story and not self.near() else self.publication

    def near(self) -> bool:
        """Whether the story has come so close to publication that "last week" counts from that."""
        at = self.told[-1] if self.told else self.aside
        if not self.published or not at:
            return False
        return abs((self.published - at.last).days) < NEAR

    @property
    def story(self) -> Anchor | None:
        """What "later" counts from: the time told last."""
        return self.aside or (self.told[-1] if self.told else None)

    def within(self, unit: Granularity) -> Anchor | None:
        """The latest time told that is at least as exact as a unit; None if the telling has since come to a coarser
        time elsewhere."""
        found = _fitting([*self.told[-LOOK_BACK:], *([self.aside] if self.aside else [])], unit)
        story = self.story
        elsewhere = found not in self.told[self.sentence[0] :]
        moved_on = found and story and not story.days.holds(found.days) and not found.days.holds(story.days)
        moved_on = moved_on and (elsewhere or unit is not Granularity.YEAR)
        return None if moved_on and found is not story else found

    def pointed(self, unit: Granularity) -> Anchor | None:
        """What "that year" points at: the latest time named, told or not, at least as exact as the unit; in a paragraph
        that has only named a month, none of the days named before."""
        found = self._named_last(unit) or _fitting(self.named, unit)
        since = self.named[self.paragraph_named :]
        months = since and all(a.granularity == Granularity.MONTH for a in since)
        elsewhere = found and found not in since and not any(a.days.holds(found.days) for a in since)
        return None if months and elsewhere else found

    def _named_last(self, unit: Granularity) -> Anchor | None:
        """The latest time named that is exact enough, but no beginning of a state ("who has led it since 5 January")
        and no name of a document ("the law of 1963");
        of the sentences before none that stood beside another one."""
        before, here = self.named[: self.sentence[1]][-2 * LOOK_BACK :], self.named[self.sentence[1] :]
        told = [a for a in before if not (a.passing or a.since or a.label)]
        return _fitting([a for a in here if not (a.since or a.label)], unit) or _fitting(told, unit)

    def local(self, *, loose: bool = False) -> Anchor | None:
        """What a month without a year counts from, if it is the story; a clause that looks firmly ahead counts from
        publication, save in a story of long ago. `loose` if any year told before will do, however far it reaches."""
        if self.at_hand is not None and self.outlook.ahead and self.outlook.firm:
            return None
        if self.narrative or self.published is None:
            story = self.story
            leans = self.near() and story is not None and (story.leans or self._to_come(story))
            return None if leans else self._labelled() or story or self._since()
        story = self._lender(loose) if self.named and self.named[-1].explicit else None
        if story and not self._to_come(story):
            return story if story.first.year != self.published.year else None
        return self.lead if self.lead and not self.ahead else self.context

    def _since(self) -> Anchor | None:
        """In a text that has told no time of its own, the season or month since which something lasts ("since the
        spring of 2012, when a quarrel began"); a mere year lies too far back."""
        named = self.named[-1] if self.named and not self.told else None
        return named if named and (named.days.length() or LONGEST) < SPAN[Granularity.QUARTER] + 1 else None

    def _to_come(self, story: Anchor) -> bool:
        """Whether the story is later than publication, but the clause does not look ahead."""
        return bool(self.published and story.first > self.published and not self.ahead)

    def _lender(self, loose: bool) -> Anchor | None:
        """The time of the paragraph whose year a report goes on with; None where it has come back to publication."""
        for at in range(len(self.told), max(self.here, len(self.told) - LOOK_BACK) - 1, -1):
            told = self.aside if at == len(self.told) else self.told[at]
            if told and not told.explicit:
                return None
            if told and (loose or self._reaches(told, at)):
                return told
        return None

    def _reaches(self, told: Anchor, at: int) -> bool:
        here = at >= self.sentence[0]
        same = here and told.at is not None and told.at >= self.apart
        past = here and told.reach is Reach.SENTENCE and self.outlook == BACK
        return same or past or told.reach is Reach.ONWARD

    def chronicled(self) -> Anchor | None:
        """The time that a report tells for its own sake, not in passing."""
        return next((a for a in reversed(self.told[-LOOK_BACK:]) if a.reach is not Reach.CLAUSE), None)

    def _labelled(self) -> Anchor | None:
        """A year that the sentence named in passing after the story's time ("the 1954 accords ... on July 21")."""
        named = self.named_in_sentence()
        passing = (
            named is not None
            and named.granularity == Granularity.YEAR
            and not named.passing
            and self.in_sentence() is None
        )
        return named if passing else None

    def open_to(self, story: Anchor) -> bool:
        """Whether what follows may be counted from so coarse a time: a year at most, told in this paragraph or in a
        narrative."""
        return (story.days.length() or LONGEST) <= LONGEST and (self.narrative or self.in_paragraph())

    def fallback(self) -> Anchor | None:
        """What "the following week" counts from where the story tells no time exact enough: publication, unless the
        paragraph has told a coarser time."""
        return None if self.in_paragraph() else self.at_hand

    def in_paragraph(self) -> bool:
        """Whether the paragraph has told a time yet."""
        return len(self.told) > self.here

    def in_sentence(self) -> Anchor | None:
        """The time told last in the sentence; None if it has told none yet."""
        return self.aside or self.at_in_sentence()

    def at_in_sentence(self) -> Anchor | None:
        """The time that the telling has come to in the sentence, whatever stands beside it."""
        return self.told[-1] if len(self.told) > self.sentence[0] else None

    def named_in_sentence(self) -> Anchor | None:
        """The time named last in the sentence, even in passing."""
        return self.named[-1] if len(self.named) > self.sentence[1] else None

    def start_sentence(self) -> None:
        """A new sentence starts."""
        self.aside = self.limit = self.lead = None
        self.sentence = (len(self.told), len(self.named))

    def start_clause(self, at: int) -> None:
        """A clause starts there: what the one before told in passing is over."""
        self.apart = at
        if self.aside and self.aside.reach is Reach.CLAUSE and self.aside.at is not None and self.aside.at < at:
            self.aside = None

    def tell(self, anchor: Anchor) -> None:
        """The telling has come to this time."""
        if self._leaps(anchor):
            self.leapt = self.aside = anchor
            return
        self.leapt = self.aside = None
        if not self._repeats(anchor):
            self.told.append(anchor)

    def mention(self, anchor: Anchor) -> None:
        """The sentence tells a time beside the one that the telling stays at: only its own words count from there."""
        self.aside = anchor

    def _repeats(self, anchor: Anchor) -> bool:
        """Whether it is the year of the day or month that the sentence told just before."""
        before = self.in_sentence()
        return before is not None and anchor.granularity == Granularity.YEAR and anchor.days.holds(before.days)

    def _leaps(self, anchor: Anchor) -> bool:
        if not (self.narrative and self.story and anchor.granularity == Granularity.YEAR):
            return False
        since = anchor.first.year - self.story.last.year
        known = self.leapt is not None and abs(anchor.first.year - self.leapt.first.year) <= LEAP
        return (since > LEAP or -since > LEAP_BACK) and not known

    def in_list(self) -> bool:
        """Whether the list that the paragraph is an item of has told a time yet."""
        return self.listed is not None and len(self.told) > self.listed

    def paragraph(self, context: Anchor | None = None, *, item: bool = False) -> None:
        """A new paragraph starts, in a section of that time; `item` if it is one of a list."""
        self.listed = (len(self.told) if self.listed is None else self.listed) if item else None
        self.here = len(self.told)
        self.paragraph_named = len(self.named)
        self.context = context


def _fitting(anchors: list[Anchor], unit: Granularity) -> Anchor | None:
    most = SPAN.get(unit, 1)
    return next((a for a in reversed(anchors[-LOOK_BACK:]) if (a.days.length() or 9999) <= most), None)
