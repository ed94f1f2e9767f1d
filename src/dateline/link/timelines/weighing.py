"""How days and sentences are weighed: few named numbers, each with what it does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weighing:
    """The weights of choosing, set by hand on four topics; evals/timelines tells what each is worth, and how far
    choosing them on other topics carries over.

    Days. `after`, `same`, `before`: what an article's naming of a day counts if it was published after it, on it, or
    up to `ahead` days before. `late`: what it counts more if more than `later` days lie between. `place`: exponent by
    which it counts less the later in the text it stands. `near`: exponent of how much the words around it speak of the
    matter. `rhythm`: how much a weekday's average counts beside a day's own evidence, over spans of `weeks` weeks or
    more; `calm`: weeks of an average weekday that stand against the observed ones.

    Sentences. `lead`: sentences at the top of an article that tell of its own day if they name no day. `eve`: what they
    count for the day before. `told`: what they count beside one that names the day; `ahead_told`, `late_told`: what one
    counts that names it before it, or more than `later` days after it. `short`, `long`: words a sentence may have.
    `length`, `enough`: exponent of a sentence's words, counted up to so many. `stray`: exponent of how much less than
    the average sentence it speaks of the matter. `own_voice`: what one counts in which somebody speaks of himself or to
    the reader. `theme`: the share of the matter's words in what a day is about.
    `again`: how much a sentence loses by what is chosen already. `same_words`: likeness from which it is left out.
    """

    after: float = 1.0
    same: float = 0.5
    before: float = 0.5
    ahead: int = 7
    late: float = 0.8
    later: int = 7
    place: float = 0.25
    near: float = 0.7
    rhythm: float = 3.0
    weeks: int = 5
    calm: float = 3.0
    lead: int = 6
    eve: float = 0.8
    told: float = 0.8
    ahead_told: float = 0.5
    late_told: float = 0.7
    stray: float = 0.8
    own_voice: float = 0.8
    short: int = 10
    long: int = 80
    length: float = 0.25
    enough: int = 30
    theme: float = 0.1125
    again: float = 0.9
    same_words: float = 0.7


STANDARD = Weighing()
