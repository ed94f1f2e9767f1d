"""Lines of happenings, each told once: what stands in the same words, or says the same of the same days, is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from dateline.link.words import faint, groups_in, rarity, stem, stems
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.time import Days
from dateline.views.dossier.choosing import Chosen, Place, chosen, nominal, overlap, shown
from dateline.views.dossier.likeness import Alike, Heard, Likeness
from dateline.views.dossier.making import borne_out, line_by
from dateline.views.dossier.material import Material, months
from dateline.views.dossier.parts import DossierLine, PieceKind
from dateline.views.dossier.weighing import Weights

SAME = 0.6  # share of the lighter line's telling words that the other one has, from which it says the same
FEW = 2  # telling words that two lines share at least
BETTER = 0.5  # points by which the sentence of one happening tells both better than that of the weightier one
CLOSER = 2.0  # points that a sentence may tell its happening worse if it dates it more closely
YEAR = 366
SUBJECT = 25  # characters of a sentence in which its subject begins
NEAR = 31  # days within which two happenings dated alike are compared
# Likeness from which two sentences tell one happening: by themselves; if what happens, and who takes part or where, are
# the same too; if one of them has no date; and from which each bears the other out whatever else they share.
ALIKE, TIED, UNDATED, SURE = 0.45, 0.35, 0.4, 0.6


@dataclass(frozen=True, slots=True)
class Telling:
    """What tells a happening from others: stems of its words, ids of its parties, the kinds of happening it can be."""

    words: frozenset[str]
    parties: frozenset[str]
    kinds: frozenset[str]
    acts: frozenset[str] = frozenset()  # the words that name it, where they say who or what, too

    @property
    def size(self) -> int:
        """How many words and parties."""
        return len(self.words) + len(self.parties)


@dataclass(slots=True)
class Told:
    """A happening that a line tells: its sentence, its weight, and the happenings that are told with it; `same` are
    those of them that it is one with, so that their sentences bear it out."""

    event: Event
    made: Chosen
    weight: float
    telling: Telling
    also: list[str] = field(default_factory=list)
    same: list[Event] = field(default_factory=list)


class Ledger:
    """What the lines of a dossier have told so far, found again by words, days and places in the text."""

    def __init__(self, material: Material, weights: Weights) -> None:
        self.material, self.weights = material, weights
        self.told: list[Told] = []
        self._heard = Heard(Likeness(material))
        self._by_revision: dict[str, list[Told]] = defaultdict(list)
        self._by_text: dict[str, list[Told]] = defaultdict(list)
        self._by_month: dict[int, list[Told]] = defaultdict(list)
        self._wide: list[Told] = []
        self._cited: dict[tuple[str, int], Told] = {}

    def add(self, told: Told) -> None:
        """Takes in what a line tells."""
        self.told.append(told)
        self._heard.add(told.event)
        self._by_revision[told.made.claim.revision_id].append(told)
        self._by_text[_plain(told.made)].append(told)
        for claim in self.material.gathered.claims_of(told.event):
            self._cited.setdefault(_sentence(claim), told)
        days = told.event.days
        for month in months(days) if days else ():
            self._by_month[month].append(told)
        if days and not months(days):
            self._wide.append(told)

    def same(self, found: Told) -> tuple[Told | None, bool]:
        """What was told that a happening is told with, and whether the two are one (not only told in one sentence)."""
        for held in self._by_revision.get(found.made.claim.revision_id, ()):
            if overlap(held.made.reach, found.made.span):
                return held, False
        for held in self._by_text.get(_plain(found.made), ()):
            if held.made.claim.article_id != found.made.claim.article_id:
                return held, held.event.days == found.event.days
        if found.event.days is None and (cited := self._cited.get(_sentence(found.made.claim))):
            return cited, False
        for held in self._of_the_time(found.event.days):
            if _says_the_same(held, found):
                return held, True
        return next(((held, one) for held, one in self._alike(found)), (None, False))

    def within(self, event: Event) -> Told | None:
        """What was told in the only words that assert this happening, too."""
        claims = [c for c in self.material.gathered.claims_of(event) if not nominal(c)]
        held = [self._around(c) for c in claims]
        return held[0] if held and all(held) else None

    def _around(self, claim: Claim) -> Told | None:
        told = self._by_revision.get(claim.revision_id, ())
        return next(
            (t for t in told if t.made.span[0] <= claim.anchor.start and claim.anchor.end <= t.made.span[1]), None
        )

    def _of_the_time(self, days: Days | None) -> Iterable[Told]:
        if days is None:
            return ()
        close = {id(held): held for month in months(days) for held in self._by_month.get(month, ())}
        return [*close.values(), *self._wide]

    def _alike(self, found: Told) -> Iterable[tuple[Told, bool]]:
        """What was told in other words: alike, and of days that may be the same."""
        for number, alike in self._heard.near(found.event, TIED):
            held = self.told[number]
            if enough(alike, held.event.days, found.event.days):
                yield held, held.event.days is not None and (tied(alike) or alike.score >= SURE)

    def asserted(self, found: Told) -> Told | None:
        """What was told that the sentence of a merely named happening asserts ("months after the coup")."""
        claim = found.made.claim
        if not nominal(claim) and found.made.context < 0:
            return None
        beside = self.material.sentence_claims(claim.revision_id, claim.sentence.start)
        events = {self.material.event_of[c.id].id for c in beside if c.id != claim.id and not nominal(c) and c.when}
        return next((held for held in self.told if held.event.id in events or events & set(held.also)), None)


def told_once(
    events: Iterable[Event], ledger: Ledger, most: int, before: Collection[Place] = (), *, latest: bool = False
) -> tuple[list[Told], int]:
    """At most `most` happenings, each with the sentence that tells it, the weightiest first, and how many are left.

    Words that stand in a line `before` are not told again, nor what the ledger has; a sentence with a pronoun that
    nobody can resolve tells nothing. With `latest` the last happenings come first.
    """
    material, weights = ledger.material, ledger.weights
    ranked = weights.ranked(events) if not latest else sorted(events, key=_latest)
    kept: list[Told] = []
    looked_at = ranked[: 2 * most]
    for event in looked_at:
        made = _unrepeating(chosen(event, material, before), event, material, before)
        beside = made is not None and (made.open or _aside(made))
        if made is None or (beside and event.id not in weights.pinned):
            continue
        found = Told(event, made, weights.of(event), telling(event, material))
        held, one = ledger.same(found)
        held = held or ledger.asserted(found) or ledger.within(event)
        if held is None and (shorter := _covered(kept, found)):
            kept = _merged(shorter, found, kept, ledger)
        elif held is None:
            if len(kept) < most or event.id in weights.pinned:
                ledger.add(found)
            kept.append(found)
        else:
            _join(held, found, ledger, one=one, swap=any(held is k for k in kept))
    told = [c for n, c in enumerate(kept) if n < most or c.event.id in weights.pinned]
    return told, len(kept) - len(told) + len(ranked) - len(looked_at)


def tellable(event: Event, ledger: Ledger, before: Collection[Place]) -> bool:
    """Whether a happening would have a line of its own, as far as can be told without making it."""
    made = _unrepeating(chosen(event, ledger.material, before), event, ledger.material, before)
    if made is None or made.open or _aside(made):
        return False
    found = Told(event, made, 0.0, telling(event, ledger.material))
    return ledger.same(found)[0] is None and ledger.asserted(found) is None and ledger.within(event) is None


def _unrepeating(made: Chosen | None, event: Event, material: Material, before: Collection[Place]) -> Chosen | None:
    """The sentence, or another one if it needs words before it that another section quotes; None if there is none and
    no second claim tells the happening."""
    if made is None or made.context < 0:
        return made
    words = (made.context, made.span[0])
    if not any(r == made.claim.revision_id and overlap(place, words) for r, place in before):
        return made
    other = chosen(event, material, before, whole=True)
    return other if other and not other.open else made if len(event.claims) > 1 else None


def _aside(made: Chosen) -> bool:
    """Whether a sentence that needs the one before it only mentions the happening, not as what it is on."""
    late = made.claim.anchor.start - made.claim.sentence.start > SUBJECT
    return made.context >= 0 and nominal(made.claim) and late


def _covered(kept: Iterable[Told], found: Told) -> list[Told]:
    """The lines whose words the sentences before, told for a pronoun, would tell again."""
    made = found.made
    near = [k for k in kept if k.made.claim.revision_id == made.claim.revision_id] if made.context >= 0 else []
    return [k for k in near if overlap(k.made.reach, made.reach)]


def _merged(shorter: Sequence[Told], found: Told, kept: Sequence[Told], ledger: Ledger) -> list[Told]:
    """The lines, with those that the found one would tell again told in its longer words; where they rest on more than
    one claim or reach further back, they stay as they are, and it is told with them."""
    first = shorter[0]
    alone = all(len(k.event.claims) == 1 and k.made.reach[0] >= found.made.context for k in shorter)
    if not alone and len(found.event.claims) > 1:
        places = [(k.made.claim.revision_id, k.made.reach) for k in kept]
        other = chosen(found.event, ledger.material, places, whole=True)
        found.made = other if other and not other.open else found.made
        ledger.add(found)
        return [*kept, found]
    _join(first, found, ledger, one=False, swap=alone)
    first.also += [s.event.id for s in shorter[1:] if alone]
    return [k for k in kept if not alone or not any(k is s for s in shorter[1:])]


def _latest(event: Event) -> tuple[int, str]:
    return (-(event.days.lower.toordinal() if event.days else 0), event.id)


def in_lines(lines: Iterable[DossierLine], material: Material) -> list[Told]:
    """What lines that were made otherwise tell, such as those of the lead."""
    claims = [material.gathered.claims[line.claim] for line in lines if line.claim in material.event_of]
    events = [material.event_of[c.id] for c in claims]
    return [Told(e, shown(c, material), 1.0, telling(e, material)) for e, c in zip(events, claims, strict=True)]


def places(lines: Iterable[DossierLine]) -> frozenset[Place]:
    """Which words of which revisions the lines quote."""
    return frozenset(
        (line.cited[0].revision, (p.start, p.end))
        for line in lines
        for p in line.pieces
        if p.kind is PieceKind.QUOTED and line.cited
    )


def _join(held: Told, other: Told, ledger: Ledger, *, one: bool, swap: bool) -> None:
    """Tells the second with the first, in the words and with the days that tell both best; where both stand in the same
    words, the line is that of what these assert."""
    same = held.made.claim.revision_id == other.made.claim.revision_id and other.made.context >= 0
    longer = same and overlap(held.made.span, (other.made.context, other.made.span[0]))
    if swap and (longer or _tells_better(held, other, one=one)):
        held.event, other.event = other.event, held.event
        held.made = other.made
        ledger.add(held)
    held.also.append(other.event.id)
    if one:
        held.same.append(other.event)


def _tells_better(held: Told, other: Told, *, one: bool) -> bool:
    a, b = held.made.claim, other.made.claim
    if a.sentence == b.sentence and a.article_id == b.article_id:
        return (nominal(b), b.anchor.start) < (nominal(a), a.anchor.start)
    return one and other.made.score > held.made.score + _closer(held.event.days, other.event.days)


def _closer(held: Days | None, other: Days | None) -> float:
    """By how many points the sentence that dates a happening less closely has to tell it better."""
    if held is None or other is None or held == other:
        return BETTER
    return -CLOSER if held.holds(other) else CLOSER


def line_of(found: Told, ledger: Ledger) -> DossierLine:
    """The line of a happening, with all that is told with it."""
    why = tuple(r.words for r in ledger.weights.reasons(found.event))
    made = line_by(found.made, found.event, ledger.material, found.weight, why)
    return settled(made, found, ledger.material)


def settled(line: DossierLine, found: Told, material: Material) -> DossierLine:
    """The line with the sentences of all happenings that it is one with by now."""
    also = dict.fromkeys([*line.also, *found.also])
    return replace(borne_out(line, found.same, material), also=tuple(also))


def telling(event: Event, material: Material) -> Telling:
    """The telling words of a happening: stems of its clauses and its parties, and of what kind it is."""
    claims = material.gathered.claims_of(event)
    words = {s for c in claims for t in (*c.terms, c.head) if (s := stem(t)) and rarity(s) > 0.2}
    kinds = {g for c in claims for g in groups_in(stems(c.anchor.exact)) if not faint((g,))}
    acts = {a for c in claims if " " in (a := c.anchor.exact.casefold()) and not nominal(c)}
    return Telling(frozenset(words), frozenset(a for c in claims for a in c.actors), frozenset(kinds), frozenset(acts))


def _says_the_same(held: Told, other: Told) -> bool:
    if not _same_days(held.event.days, other.event.days):
        return False
    close = held.event.days is not None and held.event.days == other.event.days and (held.event.days.length() or NEAR)
    kinds = held.telling.kinds & other.telling.kinds
    a, b = held.telling.parties, other.telling.parties
    if held.telling.acts & other.telling.acts:
        return True
    if close == 1 and kinds:
        return not (a and b) or bool(a & b)
    if close and close <= NEAR and (len(kinds) > 1 or (kinds and a & b and held.telling.words & other.telling.words)):
        return True
    return says(held.telling, other.telling)


def hears(undated: Telling, told: Telling) -> bool:
    """Whether an undated mention is of what a line tells: alike in words, or of one kind with words in common."""
    common = len(undated.words & told.words) + len(undated.parties & told.parties)
    return says(undated, told) or (bool(undated.kinds & told.kinds) and common > FEW)


def says(one: Telling, two: Telling) -> bool:
    """Whether two happenings share so many telling words that they are one as far as words go."""
    words, parties = len(one.words & two.words), len(one.parties & two.parties)
    return words > 0 and words + parties > FEW and words + parties >= SAME * min(one.size, two.size)


def enough(alike: Alike, a: Days | None, b: Days | None) -> bool:
    """Whether two happenings with sentences this much alike are one, given their days."""
    if a is None or b is None:
        return alike.score >= (ALIKE if a is b else UNDATED)
    return _may_be_one(a, b) and alike.score >= (TIED if tied(alike) else ALIKE)


def tied(alike: Alike) -> bool:
    """Whether what happens, and who takes part or where it happens, are the same: or two parties at least."""
    return alike.count("@") > 1 or (alike.count("~") > 0 and alike.count("@") + alike.count("#") > 0)


def _may_be_one(a: Days, b: Days) -> bool:
    """Whether days do not speak against one happening: one span holds the other, or both begin in one year."""
    if a.end is None or b.end is None:
        return abs((a.lower - b.lower).days) <= YEAR
    return a.holds(b) or b.holds(a)


def _sentence(claim: Claim) -> tuple[str, int]:
    return claim.revision_id, claim.sentence.start


def _plain(made: Chosen) -> str:
    return " ".join(made.claim.sentence.exact.split())


def _same_days(a: Days | None, b: Days | None) -> bool:
    if a is None or b is None:
        return a is b
    lengths: Sequence[int] = [(d.length() or 10**6) for d in (a, b)]
    return a.overlaps(b) and (max(lengths) <= NEAR or a == b or max(lengths) <= 2 * min(lengths))
