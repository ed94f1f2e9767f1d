"""The text's own time: what has been dated so far, and what an expression without a year or a day counts from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.model.time import Days, Granularity, day

FINE = {
    Granularity.DAY: 0,
    Granularity.WEEK: 1,
    Granularity.MONTH: 2,
    Granularity.SEASON: 3,
    Granularity.QUARTER: 3,
    Granularity.HALF_YEAR: 4,
    Granularity.RANGE: 4,
    Granularity.YEAR: 5,
    Granularity.DECADE: 6,
    Granularity.CENTURY: 7,
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """Days to count from, and where they come from: words, and their offset if they stand in the text."""

    days: Days
    granularity: Granularity
    words: str
    at: int | None = None

    @property
    def last(self) -> date:
        """The last day; counting on starts there."""
        return self.days.upper

    @property
    def first(self) -> date:
        """The first day."""
        return self.days.lower


@dataclass(slots=True)
class Course:
    """Where the telling is: `published` anchors news, `named` holds what was dated, latest last.

    `narrative` texts count from their own story; in news, the story's time holds within a paragraph and only for years
    that it named (`here`).
    """

    published: date | None
    narrative: bool
    named: list[Anchor] = field(default_factory=list)
    here: int = 0
    future: bool = False

    @property
    def publication(self) -> Anchor | None:
        """The day of publication as an anchor."""
        if self.published is None:
            return None
        return Anchor(day(self.published), Granularity.DAY, f"published {self.published}")

    @property
    def now(self) -> Anchor | None:
        """What "today" and "last week" count from: publication, or in a narrative the story."""
        if self.narrative:
            return self.story or self.publication
        return self.publication or self.story

    @property
    def story(self) -> Anchor | None:
        """What "later" and "that year" count from: the time named last."""
        return self.named[-1] if self.named else None

    def within(self, unit: Granularity) -> Anchor | None:
        """The latest anchor at least as exact as a unit, else publication."""
        fine = FINE[unit]
        return next((a for a in reversed(self.named[-12:]) if FINE[a.granularity] <= fine), None)

    def local(self) -> Anchor | None:
        """What a month without a year counts from, if it is the story: always in narratives, in news only within the
        paragraph that named a year of its own."""
        if self.narrative or self.published is None:
            return self.story
        story = self.story
        if story and len(self.named) > self.here and story.first.year != self.published.year:
            return story
        return None

    def tell(self, anchor: Anchor) -> None:
        """The telling has come to this time."""
        self.named.append(anchor)

    def paragraph(self) -> None:
        """A new paragraph starts."""
        self.here = len(self.named)
