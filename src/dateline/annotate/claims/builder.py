"""Puts claims together from a sentence's happenings: status, parties, numbers, words, grounds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.annotate.base import Document
from dateline.annotate.claims.anchors import anchor, between_dates
from dateline.annotate.claims.asides import PASSING, words_of
from dateline.annotate.claims.clipped import clipped
from dateline.annotate.claims.dated import Dated, usable
from dateline.annotate.claims.hollow import says_nothing
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.passage import Passage
from dateline.annotate.claims.phrases import readable
from dateline.annotate.claims.quantities import quantities
from dateline.annotate.claims.reaching import short_of
from dateline.annotate.claims.roles import roles
from dateline.annotate.claims.scraps import glued
from dateline.annotate.claims.setting import Setting, matrix, refused
from dateline.annotate.claims.showing import clause, goes_on, shown, worded
from dateline.annotate.claims.soundness import sound_words, uneven
from dateline.annotate.claims.speakers import demander, followed, sayer, saying_of
from dateline.annotate.claims.spoken import Spoken, who
from dateline.annotate.claims.status import status
from dateline.annotate.claims.terms import clause_tokens, counted_before, own_tokens, terms
from dateline.annotate.claims.tree import HELPING, Tree
from dateline.annotate.claims.undated import undated_status
from dateline.annotate.claims.verbs import lemma, subject, voice
from dateline.model.claim import Certainty, Claim, Quantity, Role, Status, When
from dateline.model.ids import content_id
from dateline.model.text import Selector, select

TELLING = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "VERB"})
FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
OTHERS = frozenset({"he", "she", "it", "they", "him", "her", "them"})
MARKS = frozenset({'"', "“", "”"})
HEDGES = frozenset({"may", "might", "could"})  # unless they are a month or a strength
DOING = frozenset({"agent", "patient"})
ASKING = frozenset({"about", "nor", "how", "why", "whether", "what", "not"})
BROKEN = frozenset(".,;:!?)]}%/&-–—")  # marks that no words begin with
SPOKEN = frozenset({Status.SAID, Status.DEMANDED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class Named:
    """A happening to be claimed: its token, its time if any, its words (first and last token), status and why."""

    unit: int
    dated: Dated | None
    first: int
    last: int
    status: Status
    why: tuple[str, ...]


class Builder:
    """Makes the claims of one document."""

    def __init__(self, document: Document, words: Lexicon, spoken: Spoken) -> None:
        self._document = document
        self._words = words
        self._spoken_words = spoken

    def claims(self, passage: Passage, after: Passage | None, dated: list[Dated], undated: list[int]) -> list[Claim]:
        """The claims of one sentence, in the order of their words; contents of speech point to the act of saying.

        `after` is the next sentence, None at the end."""
        if not dated and not undated:
            return []
        named = self._named(passage, after, dated, undated)
        others = frozenset(n.unit for n in named)
        known = passage.tokens_of([*passage.dates])
        made = [(n, self._claim(passage, n, others, known)) for n in named]
        speeches = {n.unit: c for n, c in made if c.status in SPOKEN or n.status in SPOKEN}
        told = [self._quoted(passage, n, self._spoken(passage, n, c, speeches)) for n, c in made]
        seams = [passage.sentence.start + at for at in glued(passage.text)]
        told = [c for n, c in zip(named, told, strict=True) if c is None or not _asked(passage, n, c)]
        kept = [c for c in told if c is not None and not _lone(c) and c.words.exact[0] not in BROKEN]
        return [c for c in kept if not any(_across(c.words, seam) for seam in seams)]

    def _named(self, passage: Passage, after: Passage | None, dated: list[Dated], undated: list[int]) -> list[Named]:
        near = after if after is not None and after.sentence.block == passage.sentence.block else None
        setting = Setting(passage.tree, self._words, passage.published, near)
        skip = passage.tokens_of([m for m in passage.dates if usable(self._words, m)])
        found, last_date = [], dict[int, int]()
        for d in sorted(dated, key=lambda d: (d.timed.first if d.timed else -1, d.unit)):
            between = last_date.get(d.unit)
            if d.timed is not None and between is not None and _clause_between(passage.tree, between, d.timed.first):
                continue
            first, last = _anchor(passage.tree, d, skip, last_date)
            how, why = status(setting, d)
            first, last = _content(passage.tree, d.unit, how, skip) or (first, last)
            if says_nothing(setting, d, how, (first, last)):
                continue
            found.append(Named(d.unit, d, first, last, how, (d.way, why)))
        for unit in undated:
            first, last = anchor(passage.tree, unit, skip)
            how, why = undated_status(setting, unit)
            first, last = _content(passage.tree, unit, how, skip) or (first, last)
            if first == last or (how is Status.SAID and last == unit):
                continue
            if how is not Status.SAID and uneven(passage.text):
                continue
            told = Named(unit, None, first, last, how, (why,))
            first, last = clause(passage.tree, unit, first, last)
            if sound_words(passage.tree, first, last) and not goes_on(passage.tree, last):
                found.append(told)
        return sorted(found, key=lambda n: (n.first, n.last, n.unit))

    def _claim(self, passage: Passage, named: Named, others: frozenset[int], dates: frozenset[int]) -> Claim:
        tree, revision = passage.tree, self._document.revision
        tokens = sorted(clause_tokens(tree, named.unit, others - {named.unit}))
        covered = passage.tokens_of(passage.actors) | passage.tokens_of(passage.places) | dates
        words = self._selector(passage, *worded(passage, named.first, named.last))
        told = self._selector(passage, *shown(passage, named.unit, named.first, named.last))
        parties = _parted(named, self._roles(passage, named.unit))
        told_of = [*counted_before(tree, named.unit), *own_tokens(tree, named.unit, tokens)]
        numbers = quantities(tree, told_of, dates, named=named.dated is None)
        when = _when(named.dated)
        key = (str(words.start), str(words.end), named.status, when.days.edtf() if when else "")
        return Claim(
            id=content_id("claim", revision.id, str(passage.sentence.start), *key),
            article_id=revision.article_id,
            revision_id=revision.id,
            sentence=self._selector(passage, 0, len(passage.text)),
            anchor=words,
            head=lemma(tree, named.unit) if tree.verbal(named.unit) else tree.lemma[named.unit],
            status=named.status,
            when=when,
            roles=parties,
            places=self._places(passage, tokens),
            quantities=_told_numbers(named, (told.exact, *(r.words for r in parties if r.name in DOING)), numbers),
            terms=terms(tree, tokens, covered),
            negated=_negated(tree, self._words, named.unit) and not _not_until(tree, named.dated),
            certainty=_certainty(tree, named.unit, self._words),
            why=named.why,
            told=None if told == words else told,
        )

    def _roles(self, passage: Passage, unit: int) -> tuple[Role, ...]:
        found = _turned(passage.tree, unit, roles(passage.cast, self._words, unit))
        return readable(clipped(passage.tree, found, passage.text), passage.text)

    def _selector(self, passage: Passage, start: int, end: int) -> Selector:
        at = passage.sentence.start
        return select(self._document.text, at + start, at + end)

    def _places(self, passage: Passage, tokens: list[int]) -> tuple[str, ...]:
        inside, tree, at = set(tokens), passage.tree, passage.sentence.start
        found: dict[str, None] = {}
        for mark in passage.places:
            if inside & set(tree.at(mark.words.start - at, mark.words.end - at)):
                found.setdefault(mark.place, None)
        return tuple(found)

    def _spoken(self, passage: Passage, named: Named, claim: Claim, speeches: dict[int, Claim]) -> Claim:
        """The claim with its speaker: of the act of saying itself, or of the one that it is the content of."""
        asks = demander(passage.tree, self._words, named.unit) if claim.status is Status.DEMANDED else None
        if asks is not None:
            of = speeches[asks].id if asks in speeches else ""
            return replace(claim, speaker=sayer(passage, self._words, asks), said_of=of)
        if claim.status in SPOKEN and passage.tree.verbal(named.unit):
            return replace(claim, speaker=sayer(passage, self._words, named.unit))
        saying = saying_of(passage.tree, self._words, named.unit)
        if saying is None:
            return replace(claim, speaker=followed(passage, named.unit)) if "ccording" in passage.text else claim
        of = speeches[saying].id if saying in speeches else ""
        return replace(claim, speaker=sayer(passage, self._words, saying), said_of=of)

    def _quoted(self, passage: Passage, named: Named, claim: Claim) -> Claim | None:
        """The claim with whoever's direct speech it stands in as its speaker; None if nobody knows whose it is."""
        if named.dated is None and claim.status is Status.SAID and not claim.speaker:
            return None
        quote = self._spoken_words.around(passage.sentence.start + passage.tree.start[named.unit])
        if quote is None:
            return claim if claim.speaker or _told_by_reporter(passage.tree, named, claim) else None
        voice_of = claim.speaker or who(quote)
        if not voice_of or _points(passage, named.unit):
            return None
        return replace(claim, speaker=voice_of, roles=tuple(_not_of_speaker(r, voice_of) for r in claim.roles))


def _told_by_reporter(tree: Tree, named: Named, claim: Claim) -> bool:
    """Whether nobody speaks of himself in the sentence, save in quotation marks beside what is told and its time."""
    own = _outside(tree)
    spoken = {i for i in range(len(tree)) if tree.lower[i] in FIRST and not _named_so(tree, i)}
    if not spoken:
        return True
    timed = named.dated.timed if named.dated else None
    told = (
        named.unit in own
        and named.first <= named.unit <= named.last
        and (timed is None or timed.first in own)
        and claim.status is not Status.CONDITIONAL
    )
    return told and not spoken & own and not uneven(claim.words.exact)


def _named_so(tree: Tree, i: int) -> bool:
    """Whether "my" or "our" is a part of a name ("My Big Coin")."""
    return i > 0 and tree.lower[i] != "i" and all(w.istitle() for w in tree.word[i : i + 2])


def _outside(tree: Tree) -> set[int]:
    """The tokens of a sentence that stand in no quotation marks."""
    inside, found = False, set[int]()
    for i in range(len(tree)):
        if tree.word[i] in MARKS:
            inside = tree.word[i] == "“" or (tree.word[i] != "”" and not inside)
        elif not inside:
            found.add(i)
    return found


def _not_of_speaker(role: Role, voice_of: str) -> Role:
    """The role; a "he" in direct speech is somebody else than the speaker."""
    other = role.actor == voice_of and role.words.lower() in OTHERS
    return replace(role, actor="") if other else role


def _asked(passage: Passage, named: Named, claim: Claim) -> bool:
    """Whether the words of what is said lack the word before them that asks or denies ("how about | you learn")."""
    if claim.status is not Status.SAID or named.first <= named.unit <= named.last:
        return False
    before = passage.tree.at(0, claim.words.start - passage.sentence.start)
    return bool(before) and passage.tree.lower[before[-1]] in ASKING


def _across(words: Selector, seam: int) -> bool:
    """Whether words begin in one sentence and end in another that has run into it."""
    return words.start < seam < words.end


def _lone(claim: Claim) -> bool:
    """Whether a participle is all that is told ("{released} yesterday")."""
    word = claim.anchor.exact
    bare = word.endswith("ed") or word in ("is", "was", "are", "were", "be", "been")
    return not claim.roles and not claim.places and bare and " " not in word


def _clause_between(tree: Tree, before: int, first: int) -> bool:
    """Whether a clause of another subject stands between two dates of one verb ("on Friday, with the two calling a
    meeting ahead of the assembly next week"), so that nobody knows what the second one dates."""
    between = range(before + 1, first)
    return any(tree.dep[i] == "pcomp" and tree.kid(i, "nsubj") is not None for i in between)


def _content(tree: Tree, unit: int, how: Status, skip: frozenset[int]) -> tuple[int, int] | None:
    """The words of what is said, where it stands before the verb of saying ("..., he told reporters")."""
    content = tree.kid(unit, "ccomp") if how is Status.SAID and tree.verbal(unit) else None
    if content is None or not tree.verbal(content) or tree.left[content] > unit:
        return None
    return anchor(tree, content, skip)


def _told_numbers(named: Named, shown: tuple[str, ...], found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The numbers; of what has no time, those in the words that are shown."""
    return found if named.dated is not None else tuple(q for q in found if any(q.words in words for words in shown))


def _anchor(tree: Tree, dated: Dated, skip: frozenset[int], last_date: dict[int, int]) -> tuple[int, int]:
    """The happening's words; a second date of the same happening names what stands before it."""
    before = last_date.get(dated.unit)
    if dated.way == PASSING and dated.timed is not None:
        return words_of(tree, dated.unit, dated.timed.first - 1)
    if dated.timed is not None:
        last_date[dated.unit] = dated.timed.last
        if before is not None and any(tree.pos[i] in TELLING for i in range(before + 1, dated.timed.first)):
            return between_dates(tree, before, dated.timed.first - 1)
    thing = dated.relation == "anew" and dated.also is not None and tree.pos[dated.unit] == "PROPN"
    first, last = anchor(tree, dated.also if thing and dated.also is not None else dated.unit, skip)
    if _not_until(tree, dated) and dated.timed is not None and first <= last < dated.timed.first <= last + 2:
        return first, dated.timed.first - 1  # "was not opened until"
    return first, short_of(tree, dated.unit, first, last)


def _when(dated: Dated | None) -> When | None:
    if dated is None:
        return None
    mark = dated.mark
    why = mark.anchor if mark is not None and dated.how == "stated" else dated.way
    return When(
        dated.days, dated.granularity, dated.how, why,
        mark.words if mark else None, mark.modifier if mark else None, dated.vague,
    )  # fmt: skip


def _parted(named: Named, found: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles; who says what the words tell is its speaker, not the one who does it."""
    if named.status not in SPOKEN or named.first <= named.unit <= named.last:
        return found
    return tuple(replace(r, name="speaker") if r.name == "agent" else r for r in found)


def _points(passage: Passage, unit: int) -> bool:
    """Whether quoted words tell of what only their hearers know ("that was it", "I mean")."""
    by = subject(passage.tree, unit) if passage.tree.verbal(unit) else None
    return by is not None and passage.tree.lower[by] in ("i", "you", "that", "this", "it", "there", "what")


def _turned(tree: Tree, unit: int, found: tuple[Role, ...]) -> tuple[Role, ...]:
    """Of a bare participle ("reached for comment, she ..."), the subject is the one that it is done to."""
    if (
        tree.tag[unit] != "VBN"
        or tree.dep[unit] not in ("advcl", "ccomp")
        or any(tree.dep[k] in HELPING for k in tree.kids[unit])
    ):
        return found
    return tuple(replace(r, name="patient") if r.name == "agent" else r for r in found)


def _not_until(tree: Tree, dated: Dated | None) -> bool:
    """Whether something was "not opened until 1914": it was opened then."""
    timed = dated.timed if dated else None
    return timed is not None and timed.preposition in ("until", "till") and "not" in tree.lower[: timed.first]


def _negated(tree: Tree, words: Lexicon, unit: int) -> bool:
    if not tree.verbal(unit):
        return False
    over = [up for up in matrix(tree, unit) if tree.lemma[up] in words["aspect"] and tree.verbal(up)]
    return refused(tree, words, unit) or any(voice(tree, v, words).negated for v in (unit, *over))


def _certainty(tree: Tree, unit: int, words: Lexicon) -> Certainty:
    beside = [k for k in tree.kids[unit] if not tree.verbal(k) and (tree.tag[k] == "MD" or tree.lower[k] not in HEDGES)]
    around = {tree.lower[k] for k in beside} | {tree.lower[unit]}
    if around & words["possible"] - ({"could"} if voice(tree, unit, words).negated else set()):
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if around & words["probable"] else Certainty.CERTAIN
