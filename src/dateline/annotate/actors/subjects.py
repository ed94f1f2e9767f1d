"""The person whom a sentence is about: its subject, whom "he" goes on with where several people are named."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.actors.its import acts, opens
from dateline.annotate.actors.lexicon import Actor, title_ends, words
from dateline.annotate.actors.scan import Scan

JOINING = frozenset("after before when while because since as although though until that and but where if".split())


class Centre:
    """The people who are the subjects of the sentences of a text, as far as it has been read."""

    def __init__(self, scan: Scan, blocks: Sequence[int]) -> None:
        self._scan = scan
        self._blocks = blocks
        self._subjects: dict[int, Actor] = {}
        self._sayers: set[int] = set()

    def note(self, n: int) -> None:
        """Notes that the words found at word n name a person, if they are the subject of their sentence."""
        number, find = self._scan.tokens[n].sentence, self._scan.finds[n]
        if (
            number >= 0
            and number not in self._subjects
            and opens(self._scan, self._titled(n))
            and acts(self._scan, find)
        ):
            self._subjects[number] = find.actor
            if self._says(find.last):
                self._sayers.add(number)

    def doer(self, number: int) -> Actor | None:
        """The person who is the subject of a sentence; None if none is."""
        return self._subjects.get(number)

    def _says(self, n: int) -> bool:
        """Whether a verb of saying stands at word n or behind one more word."""
        return any(t.folded in words("speech_verbs") for t in self._scan.tokens[n : n + 2])

    def _titled(self, n: int) -> int:
        """The first word of the title before a name."""
        while n > 0 and self._scan.joined(n) and self._scan.tokens[n - 1].folded in title_ends():
            n -= 1
        return n

    def subject(self, n: int) -> Actor | None:
        """Whom a pronoun at word n goes on with: at the head of a sentence the subject of the one before, behind a word
        that joins clauses the subject of its own; None if neither has a person as its subject."""
        number = self._scan.tokens[n].sentence
        own = self._subjects.get(number)
        if own is not None:
            return own if self._goes_on(n) and not self._follows_another(n, own) else None
        before = self._subjects.get(number - 1)
        near = before is not None and self._blocks[number] - self._blocks[number - 1] <= 1
        told_of_another = number - 1 in self._sayers and not self._says(n + 1)
        return before if near and not told_of_another and opens(self._scan, n) else None

    def _follows_another(self, n: int, subject: Actor) -> bool:
        """Whether somebody else is named right before the words that a pronoun follows: "after Roe said he"."""
        near = (self._scan.taken.get(k) for k in range(max(0, n - 4), n))
        return any(f is not None and f.actor.kind == "person" and f.actor.id != subject.id for f in near)

    def _goes_on(self, n: int) -> bool:
        """Whether a clause of its own begins right before a pronoun, told or not: "after he", "said he"."""
        before = self._scan.tokens[n - 1].folded
        return before in JOINING or before in words("speech_verbs")
