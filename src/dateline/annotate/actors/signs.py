"""What the words around a name show of it: that somebody says it, is so old, or is explained by a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.actors.lexicon import titles, words
from dateline.annotate.actors.scan import Scan
from dateline.annotate.actors.tokens import Token

APPOSED = 9  # words beside a name in which its title must stand
PAIR = 2  # words of a plain name
SHORT = 5  # words of a title without an article


def told(scan: Scan, first: int, last: int) -> bool:
    """Whether the words around show a person: a verb of speech, an age, or "who"."""
    ahead = scan.tokens[last : last + 2]
    if not ahead:
        return False
    one = ahead[0]
    if one.gap == " " and one.folded in words("speech_verbs"):
        return True
    if one.gap.strip() == "," and (one.folded == "who" or (one.words.isdigit() and len(one.words) == 2)):
        return True
    if one.gap == " " and (one.folded in words("done_by_people") or _done_to(ahead)):
        return True
    before = scan.tokens[first - 1] if first else None
    if before and scan.joined(first) and (before.folded in words("person_verbs") or _of_sort(before)):
        return True
    return _apposed(scan, first, last) or _both_apposed(scan, last) or _joined_to(scan, first, last)


def _joined_to(scan: Scan, first: int, last: int) -> bool:
    """Whether two words stand joined to a person's full name: "Jane Roe and Ali Hale", be the first known or the
    second."""
    if last - first != PAIR or any(t.gap != " " for t in scan.tokens[first + 1 : last]):
        return False
    before = scan.taken.get(first - 2) if first > 1 and scan.tokens[first - 1].folded == "and" else None
    after = scan.taken.get(last + 1) if last < len(scan.tokens) and scan.tokens[last].folded == "and" else None
    near = [f for f in (before, after) if f is not None and f.actor.kind == "person" and f.last - f.first >= PAIR]
    plain = all(len(t.words) > 1 for t in scan.tokens[first:last])
    styled = any(t.folded in words("persons") or t.folded in titles() for t in scan.tokens[last : last + APPOSED // 2])
    return bool(near) and plain and not styled


def _both_apposed(scan: Scan, last: int) -> bool:
    """Whether a title in the plural explains two joined names, of which a name is one: "Jane Roe and Ali Hale, the
    chiefs of the armies"; `last` is where either ends."""
    end = last
    if scan.tokens[end].folded == "and" and end + 1 < len(scan.tokens) and scan.tokens[end + 1].capital:
        end += 2
        while end < len(scan.tokens) and scan.tokens[end].capital and scan.joined(end):
            end += 1
    after = scan.tokens[end : end + APPOSED]
    if not after or after[0].gap.strip() != "," or after[0].folded not in ("the", "both", "his", "her", "its", "their"):
        return False
    return any(t.folded != "leaders" and t.folded[:-1] in words("persons") for t in _clause(after[1:]))


def _done_to(ahead: Sequence[Token]) -> bool:
    """Whether "was sworn in", "was elected" or the like follows."""
    return ahead[0].folded in ("was", "were", "is", "being") and ahead[-1].folded in words("done_to_people")


def _of_sort(before: Token) -> bool:
    """Whether a noun for a person stands right before a name: "his ally Anna Berg"."""
    return not before.capital and before.folded in words("persons")


def _apposed(scan: Scan, first: int, last: int) -> bool:
    """Whether a title stands beside a name: "the governor of Kano, Abba Yusuf," or "Jake Sullivan, the adviser"."""
    after = scan.tokens[last : last + APPOSED]
    if after and after[0].gap.strip() == "," and after[0].folded in ("the", "a", "an", "its", "his", "her", "their"):
        return any(t.folded in titles() or t.folded in words("persons") for t in _clause(after[1:]))
    if after and after[0].gap.strip() == "," and (_bare_title(scan, first, last) or _of_state(scan, last)):
        return True
    if not first or scan.tokens[first].gap.strip() != "," or not (after and after[0].gap.strip()[:1] in (",", ".")):
        return False
    before = list(reversed(scan.tokens[max(0, first - APPOSED) : first]))
    return any(t.folded in titles() or t.folded in words("persons") for t in _clause(before, backwards=True))


def _of_state(scan: Scan, last: int) -> bool:
    """Whether a title of a state's explains a name: "Jane Roe, Norway's second foreign minister,"."""
    owner = scan.taken.get(last)
    if owner is None or owner.actor.kind not in ("state", "alliance", "organisation") or owner.first != last:
        return False
    if not scan.tokens[owner.last - 1].owns:
        return False
    return any(t.folded in words("persons") for t in _clause(scan.tokens[owner.last : owner.last + SHORT]))


def _bare_title(scan: Scan, first: int, last: int) -> bool:
    """Whether a title without an article explains a name: "Jane Roe, national security adviser to the president,"; and
    not "in Port Roe, police chief Hale said"."""
    if first and scan.tokens[first - 1].folded in words("place_prepositions"):
        return False
    for n in range(last, min(last + SHORT, len(scan.tokens) - 1)):
        token, ahead = scan.tokens[n], scan.tokens[n + 1]
        if token.capital or (n > last and token.gap.strip(" -")):
            return False
        if token.folded in words("persons") and (ahead.gap.strip() == "," or ahead.folded in ("to", "of", "for", "at")):
            return not ahead.capital
    return False


def _clause(tokens: Sequence[Token], backwards: bool = False) -> Iterator[Token]:
    """Words up to the first comma or stop."""
    for n, token in enumerate(tokens):
        if not backwards and token.gap.strip() not in ("", "-"):
            return
        yield token
        if backwards and n and token.gap.strip() not in ("", "-"):
            return
