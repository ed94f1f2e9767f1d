"""What the text has dated so far, found again by its words: "two days after the annexation of Crimea"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.annotate.dates.reach import Reach
from dateline.annotate.dates.tokens import Token
from dateline.model.time import Days, Granularity

KEY = 4  # letters that the forms of a word share: annexed, annexation; invaded, invasion
REACH = 10  # tokens on each side of a time that tell what happened then
LONGEST = 999_999  # days: however long
RECENT = 40  # dated places looked at for one word, the latest first


@dataclass(frozen=True, slots=True)
class Anchor:
    """Days to count from, and where they come from: words, and their offset if they stand in the text.

    `explicit` is true where the text told the year itself; `leans` where the time was counted from publication. `value`
    is the TIMEX3 value of the words, "" if that of the days will do. `passing` is true where the sentence told the time
    only beside another one: in a clause on something, or as the day of a plan. `reach` is how far its year reaches;
    `label` is true where it names a document.
    """

    days: Days
    granularity: Granularity
    words: str
    at: int | None = None
    explicit: bool = False
    value: str = ""
    leans: bool = False
    passing: bool = False
    since: bool = False
    reach: Reach = Reach.ONWARD
    label: bool = False

    @property
    def last(self) -> date:
        """The last day; counting on starts there."""
        return self.days.upper

    @property
    def first(self) -> date:
        """The first day."""
        return self.days.lower


class Diary:
    """Words beside each time that the text has told, and the time. `kindred` are groups of words for one sort of
    happening."""

    def __init__(self, kindred: Iterable[str] = ()) -> None:
        self._kin: dict[str, str] = {}
        for group in sorted(kindred):
            self._kin.update({word: f"{self._kin.get(word, '')} {group}" for word in group.split()})
        self._places: dict[str, list[int]] = {}
        self._forms: dict[str, list[int]] = {}
        self._anchors: list[Anchor] = []

    def note(self, tokens: list[Token], first: int, last: int, anchor: Anchor) -> None:
        """Keeps the words around tokens first..last as what happened at the anchor."""
        behind = tokens[last : last + REACH]
        end = next((i for i, t in enumerate(behind) if t.low in APART), REACH)
        around = tokens[max(0, first - REACH) : first] + behind[:end]
        for key in sorted(_keys(t.low for t in around)):
            self._places.setdefault(key, []).append(len(self._anchors))
        for low in sorted({t.low for t in around if t.low in self._kin}):
            self._forms.setdefault(low, []).append(len(self._anchors))
        self._anchors.append(anchor)

    def find(self, event: Iterable[str], least: int = 1, longest: int = LONGEST) -> Anchor | None:
        """The time of the happening that shares most words, at least half of those given and so many; the most exactly
        dated on a tie, then the latest. Times of more days than `longest` are none."""
        words = tuple(event)
        return self._shared(_keys(words), least, longest) or self._akin(words, longest)

    def _akin(self, words: tuple[str, ...], longest: int) -> Anchor | None:
        """The time of what another word of the same sort tells: "the ballot" where "voted" was dated; None if such
        happenings were dated on several days."""
        head = next((low for low in words if low in self._kin), None)
        plain = [low for low in words if low not in SMALL]
        if head is None or plain != [head]:
            return None
        forms = self._kin[head].split()
        places = sorted({i for low in forms for i in self._forms.get(low, [])[-RECENT:] if self._length(i) <= longest})
        finest = min(places, key=lambda place: (self._length(place), -place), default=None)
        if finest is None:
            return None
        told = self._anchors[finest]
        return told if all(self._anchors[place].days.holds(told.days) for place in places) else None

    def _shared(self, keys: set[str], least: int, longest: int) -> Anchor | None:
        shared: dict[int, int] = {}
        for key in keys:
            for place in self._places.get(key, [])[-RECENT:]:
                if self._length(place) <= longest:
                    shared[place] = shared.get(place, 0) + 1
        best = max(shared, key=lambda place: (shared[place], -self._length(place), place), default=None)
        return self._anchors[best] if best is not None and shared[best] >= max(least, len(keys) / 2) else None

    def note_behind(self, tokens: list[Token], last: int, anchor: Anchor) -> None:
        """Keeps the words behind token `last` as what happened at the anchor."""
        self.note(tokens[last:], 0, 0, anchor)

    def _length(self, place: int) -> int:
        return self._anchors[place].days.length() or 0


def _keys(words: Iterable[str]) -> set[str]:
    return {low[:KEY] for low in words if len(low) >= KEY and low.isalpha() and low not in IDLE}


APART = frozenset({"before", "after"})  # what follows them came at another time
SMALL = frozenset({"the", "a", "an", "that", "this", "his", "her", "its", "their"})
IDLE = frozenset(
    {"that", "this", "they", "them", "their", "with", "from", "have", "were", "been", "when", "where", "which", "would"}
    | {"into", "over", "also", "more", "than", "then", "there", "these", "those", "after", "before", "will", "under"}
    | {"first", "last", "next", "only", "said", "year", "years", "month", "months", "week", "weeks", "days", "later"}
)
