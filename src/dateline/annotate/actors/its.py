"""The pronoun "it" for parties that are no persons, where one of them was the subject just before."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.actors.lexicon import Actor, words
from dateline.annotate.actors.scan import Found, Scan

LEAD_REACH = 8  # words of a phrase of time or place before the subject
_LEADS = frozenset("in on at by since during after before last this later earlier then hours days under".split())
_TIMES = frozenset("later afterwards then afterward thereafter before earlier since again".split())
_EMPTY = [
    [w] for w in ("is", "was", "will", "would", "may", "takes", "took", "comes", "came")
]  # behind an "it" of no meaning
_JOINING = frozenset("since after before when because while until although though".split())
_DOING = frozenset("would will had has plans wants intends hopes".split())


def find_it(scan: Scan, blocks: Sequence[int]) -> None:
    """Adds "it" as the subject of a sentence, of a clause behind a semicolon, or of one inside a sentence, if a party
    that is no person was the subject just before.

    `blocks` are the numbers of the blocks of the sentences: a paragraph looks back no further than the one before.
    """
    subjects: dict[int, Actor] = {}
    named: dict[int, set[str]] = {}
    for n, token in enumerate(scan.tokens):
        number, find = token.sentence, scan.finds.get(n)
        if number < 0:
            continue
        if find and find.actor.kind not in ("person", "instrument"):
            named.setdefault(number, set()).add(find.actor.id)
            if number not in subjects and opens(scan, n) and acts(scan, find):
                subjects[number] = find.actor
        elif token.folded == "it" and n not in scan.taken:
            _it(scan, n, subjects, named, blocks)


def _it(scan: Scan, n: int, subjects: dict[int, Actor], named: dict[int, set[str]], blocks: Sequence[int]) -> None:
    number = scan.tokens[n].sentence
    actor, where = subjects.get(number), "clause"
    if ";" in scan.tokens[n].gap or _after_semicolon(scan, n):
        meant = not _is_empty(scan, n)
    elif actor is not None:
        meant = len(named.get(number, ())) == 1 and _inside(scan, n)
    else:
        actor, where = subjects.get(number - 1), "sentence"
        meant = not _is_empty(scan, n) and opens(scan, n) and blocks[number] - blocks[number - 1] <= 1
    if meant and actor is not None:
        scan.add(Found(n, n + 1, actor, f"it: {actor.name} was the subject of the {where} before"))
        subjects[number] = actor


def _inside(scan: Scan, n: int) -> bool:
    """Whether the clause of an "it" goes on what the subject of its sentence does: "since it became independent", "said
    it would"."""
    before, ahead = scan.tokens[n - 1], scan.tokens[n + 1] if n + 1 < len(scan.tokens) else None
    if ahead is None or scan.tokens[n].gap != " " or ahead.gap != " " or scan.tokens[n].owns:
        return False
    if before.folded in _JOINING:
        return ahead.folded.endswith("ed") or ahead.folded in words("government_verbs") - {"is", "was"}
    told = before.folded in words("speech_verbs") or (
        before.folded == "that" and scan.tokens[n - 2].folded in words("speech_verbs")
    )
    return told and ahead.folded in _DOING


def acts(scan: Scan, find: Found) -> bool:
    """Whether a party at the head of a sentence is its subject, and not a word beside it ("U.S. companies")."""
    short = scan.finds.get(find.last)
    if short is not None and short.actor.id == find.actor.id and scan.tokens[find.last].gap.strip() == "(":
        find = short  # "the African Union (AU) said"
    if scan.tokens[find.last - 1].owns or find.last >= len(scan.tokens):
        return False
    ahead = scan.tokens[find.last]
    gap = ahead.gap.strip().removeprefix(")" if find is short else "")
    if gap or ahead.folded.endswith("ly") or ahead.folded in ("also", "now", "then", "still", "never"):
        return gap in ("", ",")
    return ahead.folded.endswith("ed") or ahead.folded in words("government_verbs") | words("speech_verbs")


def _after_semicolon(scan: Scan, n: int) -> bool:
    """Whether only a phrase of time stands between a semicolon and a word: "; nine days later it did the same"."""
    for k in range(n - 1, max(0, n - LEAD_REACH), -1):
        token = scan.tokens[k]
        if token.sentence != scan.tokens[n].sentence or k in scan.taken:
            return False
        if ";" in token.gap:
            return scan.tokens[n - 1].folded in _TIMES
        if token.gap.strip():
            return False
    return False


def _is_empty(scan: Scan, n: int) -> bool:
    """Whether "it" may stand for nothing, as in "It was the first time"."""
    ahead = [t.folded for t in scan.tokens[n + 1 : n + 4] if not t.folded.endswith("ly")][:2]
    return scan.tokens[n].owns or ahead[:1] in _EMPTY or ahead == ["has", "been"]


def opens(scan: Scan, n: int) -> bool:
    """Whether a word opens its sentence, but for "the" and a phrase of time or place in front with its comma."""
    number, start = scan.tokens[n].sentence, n
    while start > 0 and n - start <= LEAD_REACH and scan.tokens[start - 1].sentence == number:
        start -= 1
    lead = scan.tokens[start:n]
    if [t.folded for t in lead] in ([], ["the"]):
        return True
    if lead[0].folded not in _LEADS or len(lead) > LEAD_REACH:
        return False
    closed = "," in scan.tokens[n].gap and not any(k in scan.taken and _no_person(scan, k) for k in range(start, n))
    return closed or not any("," in t.gap for t in lead)


def _no_person(scan: Scan, n: int) -> bool:
    return scan.taken[n].actor.kind != "person"
