"""Marks: typed spans on one revision, stand-off, with the exact words and who made them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.provenance import Reason
from dateline.model.text import Selector
from dateline.model.time import Days, Granularity, Modifier


class TimexType(StrEnum):
    """What sort of time the words speak of (TIMEX3)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class DateMark:
    """Words for a time, and the days they mean.

    `days` is None if the words cannot be resolved (no anchor, or vague): nothing is ever filled in. `granularity` is
    what the words state. `value` is the TIMEX3 value. `names` is true where a year labels a document, law or base
    level ("Resolution of 1999", "levels of 1990"), which dates nothing. `anchor` says in words what the expression was
    counted from ("published 2019-02-07", "24 February 2022, earlier in the text"), empty for explicit dates, and
    `anchor_at` is the character offset of the words that gave the anchor, if it stands in the text. `rule` names the
    rule that fired. `vague` is true where nobody can know the bounds ("recent", "for months"). `direction` is how
    the words place things around the days: "" (in them), "since" or "until". `note` tells an inconsistency in words
    ("Tuesday is told, but 24 February 2022 was a Thursday") or that a season is told of the south. `complement` is true
    where the days are those of the happening named after the words, not of their clause ("in December 2014, nine months
    after the annexation": March 2014).
    `parts` are the marks of which a span is made ("from 23 to 27 September": "23" and "27 September"). `length` is the
    TIMEX3 value of the length of time that the words tell of a day in a report ("ten days before the vote": P10D); ""
    if they tell none.
    """

    words: Selector
    type: TimexType
    value: str
    days: Days | None
    granularity: Granularity | None
    rule: str
    modifier: Modifier | None = None
    anchor: str = ""
    anchor_at: int | None = None
    vague: bool = False
    names: bool = False
    direction: str = ""
    note: str = ""
    complement: bool = False
    parts: tuple[DateMark, ...] = ()
    length: str = ""


@dataclass(frozen=True, slots=True)
class ActorMark:
    """Words for a party. `actor` is our id ("ukraine", "nato", "jens-stoltenberg"), or a slug of the name if unknown.

    `name` is the fullest name seen or known; `country` is ISO 3166-1 alpha-2 or "". `how` says why the words mean that
    party ("name", "surname of a name before", "demonym", "the alliance"); `others` are the runners-up, best first.
    `office` is the code of the office that the text gives a person by a title beside the name ("vice-president").
    """

    words: Selector
    actor: str
    name: str
    kind: str
    country: str = ""
    how: str = "name"
    others: tuple[str, ...] = ()
    office: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """Words for a place. `place` is a GeoNames id ("geonames:703448") or an id of our own ("dateline:crimea").

    `country` is ISO 3166-1 alpha-2, `continent` one of AF AN AS EU NA OC SA (South and North America as GeoNames
    has them); coordinates in degrees.
    """

    words: Selector
    place: str
    name: str
    country: str
    continent: str
    latitude: float
    longitude: float
    kind: str = "place"
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatelineMark:
    """The line that says where, and often when, a report was filed; not where the happening was."""

    words: Selector
    place: str
    name: str
    country: str
    agency: str = ""


class Speech(StrEnum):
    """How words are given: in quotation marks, in the reporter's words, or in both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """What somebody said or wrote: `words` is the content, without quotation marks and without "that".

    `cue` is the words that tell of the speaking ("said", "according to"), None where the speech before goes on.
    `speaker` is an actor id, "" if the speaker is no known party; `speaker_words` names them in the text (where the
    sentence has a pronoun, the words it stands for if they are known). Words of several speakers have the first as
    `speaker`. `nested` is true inside another's speech. `how` says what makes it a quotation and whose, in words.
    """

    words: Selector
    kind: Speech
    cue: Selector | None = None
    speaker: str = ""
    speaker_words: Selector | None = None
    nested: bool = False
    how: str = ""


@dataclass(frozen=True, slots=True)
class PresenceMark:
    """That a report was made where it happened. `words` are those that show it best, `country` and `place` from where
    it was filed ("" for a country that the lists lack), `reasons` all that speaks for it: filed, correspondent,
    first-hand, bystander."""

    words: Selector
    country: str
    place: str
    reasons: tuple[Reason, ...]


Mark = DateMark | ActorMark | PlaceMark | DatelineMark | QuoteMark | PresenceMark
