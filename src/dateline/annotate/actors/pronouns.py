"""Pronouns of people: "he" and "she", each with its reason; unsure stays out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.annotate.actors.gender import of_name, of_title
from dateline.annotate.actors.lexicon import Actor, words
from dateline.annotate.actors.scan import Found, Scan
from dateline.annotate.actors.subjects import Centre

PRONOUN_REACH = 4  # sentences of a paragraph over which "he" may reach back
PRONOUNS = frozenset({"he", "she"})
OBJECTS = {"him": "he", "her": "she"}
SOMEBODY = Actor("", "", "person")  # named by a word that the lists cannot place
CLEARLY = 4  # times as many "he" as "she" for a person to be no woman, and the other way round


def find_pronouns(scan: Scan, blocks: Sequence[int]) -> None:
    """Adds "he" and "she" where only one person can be meant: the only one named in the sentence so far, or in the last
    sentence before that names any, if nobody unnamed stands between.

    `blocks` are the numbers of the blocks of the sentences: but for the sentence before, a paragraph starts afresh.
    """
    crowd, quoted, centre = _Crowd(scan, blocks), _quoted(scan, blocks), Centre(scan, blocks)
    genders = _genders(scan)
    for n, token in enumerate(scan.tokens):
        find = scan.taken.get(n)
        if find and find.actor.kind == "person" and n == find.first:
            crowd.enter(token.sentence, find.actor, told_of=n in quoted)
            centre.note(n)
        elif find is None and token.capital and n and is_kin(scan, n):
            crowd.enter(token.sentence, SOMEBODY, told_of=n in quoted)
        if token.folded in OBJECTS and n not in scan.taken and token.sentence >= 0 and n not in quoted:
            _object(scan, n, crowd, centre, genders)
        if token.folded not in PRONOUNS or n in scan.taken or token.sentence < 0:
            continue
        if n and scan.tokens[n - 1].folded in ("whom", "who"):
            continue  # "Roe, whom he had dismissed": somebody else
        near = [a for a in crowd.near(token.sentence, n in quoted) if genders.get(a.id, token.folded) == token.folded]
        how = "the only person named just before"
        if len(near) > 1 and n not in quoted and (subject := centre.subject(n)) in near:
            near, how = [subject], "the subject just before"
        if len(near) != 1 or near[0] is SOMEBODY or crowd.unnamed_here(scan, n, near[0], quoted):
            continue
        scan.add(Found(n, n + 1, near[0], f"{token.folded}: {how}"))
        crowd.enter(token.sentence, near[0])
        centre.note(n)
    _agree(scan)


def _object(scan: Scan, n: int, crowd: _Crowd, centre: Centre, genders: dict[str, str]) -> None:
    """Adds "him", and "her" that owns nothing: the subject of the sentence before, if it names nobody else who may be
    meant, and the own sentence so far nobody but its subject, who does it to somebody else."""
    token = scan.tokens[n]
    whose = OBJECTS[token.folded]
    if token.folded == "her" and not _owns_nothing(scan, n):
        return
    here = crowd.of(token.sentence)
    doer = centre.doer(token.sentence)
    other = _done_to(scan, n, here, genders, whose)
    if other is not None:
        scan.add(Found(n, n + 1, other, f"{token.folded}: the only one in the sentence who does not do it"))
        return
    if len(here) > 1 or (here and here[0] != doer):
        return
    near = [a for a in crowd.of(token.sentence - 1) if genders.get(a.id, whose) == whose and a not in here]
    if len(near) == 1 and near[0] == centre.doer(token.sentence - 1) and not crowd.unnamed_before(token.sentence - 1):
        scan.add(Found(n, n + 1, near[0], f"{token.folded}: the subject of the sentence before"))


def _done_to(scan: Scan, n: int, here: Sequence[Actor], genders: dict[str, str], whose: str) -> Actor | None:
    """The only person of the sentence so far besides a party that does something to somebody: "Roe fled, and Norway
    accused him"; None if others may be meant."""
    doer = scan.taken.get(n - 2) if n > 1 else None
    apart = any(scan.tokens[k].gap.strip() or scan.tokens[k].sentence != scan.tokens[n].sentence for k in (n - 1, n))
    if doer is None or doer.last != n - 1 or apart or scan.tokens[n - 1].capital or scan.tokens[n - 2].owns:
        return None
    if doer.first > 1 and scan.tokens[doer.first - 1].folded in ("and", "or", "with") and doer.first - 2 in scan.taken:
        return None
    others = [a for a in here if a.id != doer.actor.id]
    fits = len(others) == 1 and others[0] is not SOMEBODY and genders.get(others[0].id, whose) == whose
    return others[0] if fits and scan.tokens[n - 1].folded not in words("place_prepositions") else None


def _owns_nothing(scan: Scan, n: int) -> bool:
    """Whether "her" is an object: a stop or a word that begins no noun stands behind it."""
    if n + 1 >= len(scan.tokens) or scan.tokens[n + 1].gap.strip() or scan.tokens[n + 1].first:
        return True
    return scan.tokens[n + 1].folded in words("behind_objects")


def _genders(scan: Scan) -> dict[str, str]:
    """Who is "he" and who "she", by titles before their names, else by given names; those that are neither are left
    out."""
    told: dict[str, str] = {}
    for find in scan.ordered():
        if find.actor.kind == "person":
            shown = of_title(scan.tokens[find.first - 1].folded) if find.first and scan.joined(find.first) else ""
            told.setdefault(find.actor.id, shown or of_name(find.actor.name))
            told[find.actor.id] = shown or told[find.actor.id]
    return {actor: whose for actor, whose in told.items() if whose}


def is_kin(scan: Scan, n: int) -> bool:
    """Whether somebody's relative is named, who need not be the one that the text has named so: "her husband, Deng"."""
    return n > 0 and scan.tokens[n].gap.strip() in ("", ",") and scan.tokens[n - 1].folded in words("kin")


def _quoted(scan: Scan, blocks: Sequence[int]) -> frozenset[int]:
    """The words between quotation marks; a paragraph closes what it leaves open."""
    found, inside, block = set(), False, -1
    for n, token in enumerate(scan.tokens):
        here = blocks[token.sentence] if token.sentence >= 0 else -1
        if here != block:
            inside, block = False, here
        for sign in token.gap:
            inside = sign == "“" or (not inside if sign == '"' else inside and sign != "”")
        if inside:
            found.add(n)
    return frozenset(found)


def _agree(scan: Scan) -> None:
    """Takes out pronouns of people who would be both he and she, but for those that are far more often one."""
    told: dict[str, Counter[str]] = {}
    finds = [f for f in scan.ordered() if scan.tokens[f.first].folded in PRONOUNS and f.how.endswith("just before")]
    for find in finds:
        told.setdefault(find.actor.id, Counter())[_gender(scan, find)] += 1
    for find in finds:
        both = told[find.actor.id]
        if len(both) > 1 and both[_gender(scan, find)] < CLEARLY * (both.total() - both[_gender(scan, find)]):
            scan.drop(find)


def _gender(scan: Scan, find: Found) -> str:
    return "she" if scan.tokens[find.first].folded == "she" else "he"


def _is_body_part(scan: Scan, n: int) -> bool:
    """Whether "head" is somebody's own, and no head of anything."""
    ahead = scan.tokens[n + 1].folded if n + 1 < len(scan.tokens) else ""
    return scan.tokens[n].folded == "head" and ahead != "of"


def _some(scan: Scan, n: int) -> bool:
    """Whether a noun tells of somebody new, or of the one whom the text calls so: "a witness", "the director"."""
    before = scan.tokens[max(0, n - 3) : n]
    return any(t.folded in ("a", "an", "the", "one") and t.sentence == scan.tokens[n].sentence for t in before)


class _Crowd:
    """The people named in each sentence so far."""

    def __init__(self, scan: Scan, blocks: Sequence[int]) -> None:
        self._blocks = blocks
        self._people: dict[int, list[Actor]] = {}
        self._told_of: dict[int, list[Actor]] = {}
        unnamed = words("persons") | words("people_unnamed")
        free = (n for n, t in enumerate(scan.tokens) if t.folded in unnamed and not t.capital and n not in scan.taken)
        self._unnamed: dict[int, list[int]] = {}
        for n in free:
            if not _is_body_part(scan, n):
                self._unnamed.setdefault(scan.tokens[n].sentence, []).append(n)

    def enter(self, sentence: int, actor: Actor, told_of: bool = False) -> None:
        """Notes that a sentence names somebody, or that only words quoted in it do."""
        here = (self._told_of if told_of else self._people).setdefault(sentence, [])
        if actor not in here:
            here.append(actor)

    def of(self, sentence: int) -> list[Actor]:
        """Who is named in a sentence so far."""
        return self._people.get(sentence, [])

    def unnamed_here(self, scan: Scan, n: int, actor: Actor, quoted: frozenset[int]) -> bool:
        """Whether somebody unnamed acts in the sentence before a pronoun ("A concert-goer says he heard"), and the
        person who is named only in another one need not be meant."""
        number = scan.tokens[n].sentence
        if actor in self.of(number):
            return False
        here = (k for k in self._unnamed.get(number, ()) if k < n and (k in quoted) is (n in quoted))
        return any(_some(scan, k) for k in here)

    def unnamed_before(self, sentence: int) -> bool:
        """Whether a sentence tells of somebody unnamed."""
        return sentence in self._unnamed

    def near(self, sentence: int, quoted: bool) -> list[Actor]:
        """Who may be meant: those of the sentence, else of the one before, else of one a little further up. People of
        whom only a quotation tells are meant in quotations alone; beside them outside of one, nobody is."""
        if quoted and (told_of := self._told_of.get(sentence) or self._told_of.get(sentence - 1)):
            return told_of
        found = self.of(sentence) or self.of(sentence - 1)
        if not found and not quoted and (self._told_of.get(sentence) or self._told_of.get(sentence - 1)):
            return []
        at = sentence - 2
        while not found and at >= max(0, sentence - PRONOUN_REACH) and self._blocks[at] == self._blocks[sentence]:
            if at + 1 in self._unnamed or sentence in self._unnamed:
                break
            found, at = self.of(at), at - 1
        return found
