"""Matters: running affairs over months or years, and what editors decided about their dossiers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dateline.model.claim import Status
from dateline.model.relation import Target


@dataclass(frozen=True, slots=True)
class Matter:
    """A running affair: what a dossier is about.

    The id is minted when it is made and stays. `name` is what people type ("ukraine-and-nato"), `title` what stands
    above the dossier. A happening belongs to it by the words of `query`, or if two of its `actors` (ids or names) take
    part, or one of them at one of its `places` (names); `since` leaves out what was over before that day.
    """

    id: str
    name: str
    title: str
    query: str
    by: str
    at: datetime
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    since: date | None = None


class SectionKey(StrEnum):
    """The sections of a dossier, in their order."""

    LEAD = "lead"
    BACKGROUND = "background"
    CHRONOLOGY = "chronology"
    POSITIONS = "positions"
    CALENDAR = "calendar"
    RECENT = "recent"
    DISAGREEMENTS = "disagreements"
    UNCONFIRMED = "unconfirmed"
    OPEN = "open"


class Ruled(StrEnum):
    """What an editor can decide about a dossier."""

    PIN = "pin"
    DROP = "drop"
    NOTE = "note"
    RENAME = "rename"


@dataclass(frozen=True, slots=True)
class MatterEdit:
    """An editor's decision about a dossier; it survives recomputation, and is undone, never deleted.

    PIN, DROP and NOTE point by `target` to words of an article, so that they outlive ids; RENAME names a `section`.
    `words` are those of a note, or the new title of the section ("" for its own again).
    """

    id: str
    matter: str
    ruled: Ruled
    by: str
    at: datetime
    target: Target | None = None
    section: str = ""
    words: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class NearClaim:
    """A claim of an article as a matter sees it before it is looked at closely.

    `near` has a letter for each word of the matter's query: "s" where it stands in the sentence, "h" in the heading
    above, "-" for neither; and "@" at the end if the matter's parties take part. `said` is true for what is somebody's
    word, or uncertain.
    """

    claim: str
    near: str
    status: Status
    said: bool = False


@dataclass(frozen=True, slots=True)
class MatterShare:
    """What one article gives to a matter: its claims, if it has any word of it. Worked out once for each state of both.

    `key` tells of which state of the article (revision, annotation) and of the matter it was made. `about` tells for
    each word of the query how much (0..1) the article is about it, `names` whether its text has it: "n" as a name, "w"
    as another word, "-" not at all.
    """

    matter: str
    article_id: str
    key: str
    about: tuple[float, ...] = ()
    names: str = ""
    claims: tuple[NearClaim, ...] = ()


def slug(title: str) -> str:
    """A name to type for a title: lower case letters and digits with hyphens between, "" if it has neither."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    return re.sub(r"[^\w]+|_+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
