"""What a party's words say of its position: read clause by clause, from the words of will, duty and readiness."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.annotate.positions.lexicon import lexicon
from dateline.model.position import Stance

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
CLAUSE = re.compile(r"[;:.!?]\s+|,?\s+(?:and|but)\s+that\s+|,\s+but\s+|\s+[—–]\s+")
SUBJECT = 9  # words before the verb among which the subject is looked for
BEHIND = 3  # words behind a verb of will among which its denial stands
LONGEST = 600  # characters of one clause that are looked at
PAST = frozenset({"have", "be", "been"})


@dataclass(frozen=True, slots=True)
class Worded:
    """A stance in text[start:end] of what was said, and what shows it."""

    stance: Stance
    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of one clause of what was said, in lower case, and where it stands in it."""

    start: int
    end: int
    words: tuple[str, ...]
    cue: str
    names: frozenset[str]
    own_words: frozenset[str]

    def subject(self, at: int) -> tuple[str, ...]:
        """The words before a verb, without a phrase in front."""
        return self.words[max(0, at - SUBJECT) : at]

    def own(self, at: int) -> bool:
        """Whether the subject before a verb stands for the speaker."""
        found, words = self.subject(at), lexicon()
        if not found:
            return False
        if found[-1] in self.own_words or found[0] in self.own_words:
            return True
        owned = any(a in self.own_words and b in words["owned"] for a, b in pairwise(found))
        the = found[0] == "the" and len(found) == 2 and found[1] in words["owned"]
        return owned or the or bool(self.names & set(found[:4]))


def stances(content: str, cue: str, names: frozenset[str], *, direct: bool = False) -> Iterator[Worded]:
    """The stances in what somebody said, in order, at most one a clause; `cue` is the verb that tells of the saying and
    `names` words that name the speaker, all in lower case; `direct` tells whether these are the speaker's own words."""
    own = lexicon()["first" if direct else "third"]
    if content.lower().startswith(("if ", "whether ", "why ", "how ", "what ", "who ")):
        return
    for start, end in _clauses(content):
        words = tuple(m.group().lower().replace("’", "'") for m in WORD.finditer(content, start, end))
        clause = Clause(start, end, words, cue, names, own)
        for rule in (_condition, _duty, _readiness, _refusal, _verb, _promise):
            found = rule(clause)
            if found is not None:
                yield found
                break


def _clauses(content: str) -> Iterator[tuple[int, int]]:
    at = 0
    for part in CLAUSE.finditer(content):
        if part.start() > at:
            yield at, min(part.start(), at + LONGEST)
        at = part.end()
    if at < len(content):
        yield at, min(len(content), at + LONGEST)


def _made(clause: Clause, stance: Stance, how: str) -> Worded:
    return Worded(stance, clause.start, clause.end, how)


def _condition(clause: Clause) -> Worded | None:
    """ "would take part in no meeting until all foreign forces had gone home"."""
    words = lexicon()
    at = next((n for n, w in enumerate(clause.words) if w in words["if_words"]), None)
    if at is None or clause.cue.startswith("warn") or (at and clause.words[at - 1] in words["open_question"]):
        return None
    main = clause.words[:at] if at else clause.words
    willing = next((n for n, w in enumerate(main) if w in words["conditioned"]), None)
    if willing is None or not (at == 0 or clause.own(willing)):
        return None
    if clause.words[at] == "until" and not words["denials"] & set(main):
        return None
    return _made(clause, Stance.CONDITIONS, f"what the party would do depends on what follows “{clause.words[at]}”")


def _duty(clause: Clause) -> Worded | None:
    """ "the siege must be lifted", "Kyiv has to withdraw"."""
    words = lexicon()
    for n, word in enumerate(clause.words):
        ahead = clause.words[n + 1 : n + 2]
        bound = word in words["duty"] or (word in words["duty_to"] and ahead == ("to",))
        if not bound or n == 0:
            continue
        behind = clause.words[n + 1 : n + 3]
        if words["subordinate"] & set(clause.words[1:n]) or (word == "should" and words["inverted"] & set(behind[:1])):
            return None  # "..., although they must", "should these fail"
        if words["if_words"] & set(clause.words[n:]):
            return None  # "they should provide some views if they work": nothing is asked for
        if word in words["duty"] and "have" in behind:
            never = behind[0] in words["denials"]  # "should have known" is about what is past
            return _made(clause, Stance.OPPOSES, f"says what “{word}” not have been done") if never else None
        if word not in words["duty"] and words["denials"] & set(clause.words[max(0, n - 2) : n]):
            return None
        vague = words["vague"]
        if word in words["duty_to"]:  # "it has to work out", "we will have to wait"
            vague = vague | {"it"} | words["first"] | words["will"]
        if behind[:1] == ("be",) and not _participle(behind[1:2]):
            vague = vague | {"it"}  # "it should be simple"
        if set(clause.subject(n)[-1:]) & vague or clause.subject(n)[:1] == ("if",):
            return None
        return _made(clause, Stance.DEMANDS, f"says what “{word}” be done")
    return None


def _readiness(clause: Clause) -> Worded | None:
    """ "was ready to leave office", and what is not so."""
    words = lexicon()
    for n, word in enumerate(clause.words[:-1]):
        if word in words["ready"] and _concedes(clause, n) and clause.own(_verb_before(clause, n)):
            denied = bool(words["denials"] & set(clause.words[max(0, n - BEHIND) : n]))
            return _made(clause, Stance.OPPOSES if denied else Stance.OFFERS, f"{'not ' * denied}“{word}”")
    return None


def _participle(words: Sequence[str]) -> bool:
    return any(w.endswith(("ed", "en", "wn", "ft", "lt", "nt")) for w in words)


def _concedes(clause: Clause, at: int) -> bool:
    """Whether what one is ready for is to the good of others: "ready to talk", and not "ready to strike"."""
    word, *ahead = clause.words[at + 1 :]
    if word == "for":
        return not lexicon()["talks"].isdisjoint(ahead)
    return word == "to" and (clause.words[at] == "open" or not lexicon()["conceding"].isdisjoint(ahead[:2]))


def _verb_before(clause: Clause, at: int) -> int:
    """Where the verb group before an adjective begins."""
    helping = lexicon()["helping"] | lexicon()["will"]
    while at > 1 and clause.words[at - 1] in helping:
        at -= 1
    return at


def _refusal(clause: Clause) -> Worded | None:
    """ "he would not negotiate a delay", "the agreement could not be renegotiated"."""
    words = lexicon()
    for n, word in enumerate(clause.words):
        behind = clause.words[n + 1 : n + 1 + BEHIND]
        if word in words["will"]:
            denied = word.endswith("n't") or bool(behind[:1] and behind[0] in ("not", "never"))
            if denied and clause.own(n) and not PAST & set(behind[1:2]):
                return _made(
                    clause, Stance.OPPOSES, f"the party says what it will not do: “{' '.join(clause.words[n : n + 3])}”"
                )
            return None
        if word in words["can"]:
            denied = word in ("cannot", "can't", "couldn't") or behind[:1] in (("not",), ("never",))
            passive = "be" in behind[:2] and not words["refusable"].isdisjoint(clause.words[n + 2 : n + 5])
            return _made(clause, Stance.OPPOSES, "says that it cannot be done") if denied and passive else None
    return None


def _verb(clause: Clause) -> Worded | None:
    """ "it rejects any deal", with the speaker as the subject."""
    words = lexicon()
    for n, word in enumerate(clause.words[: SUBJECT + 1]):
        subject = _verb_before(clause, n)
        group = set(clause.words[subject:n])
        if n == 0 or not clause.own(subject) or words["denials"] & group:
            continue
        if words["being"] & group and word.endswith("ed"):
            continue  # "we were asked"
        before = clause.words[subject - 2 : subject]
        owned = before[:1] and before[0] in clause.own_words | {"the"} and before[-1] in words["owned"]
        if not owned and before[-1:] and before[-1] not in clause.own_words | clause.names:
            continue
        forms = plain(word)
        for stance in (Stance.SUPPORTS, Stance.OPPOSES, Stance.OFFERS):
            if forms & words[stance.value]:
                return _made(clause, stance, f"the party says that it “{word}”")
        if forms & words["demands"] or (
            forms & (words["demands_with"] | {"call"}) and clause.words[n + 1 : n + 2] == ("for",)
        ):
            return _made(clause, Stance.DEMANDS, f"the party says that it “{word}”")
    return None


def plain(word: str) -> frozenset[str]:
    """What a finite verb's lemma may be."""
    forms = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("d"), word.removesuffix("ed")}
    return frozenset(f for f in forms if len(f) > 2)


def _promise(clause: Clause) -> Worded | None:
    words = lexicon()
    if not plain(clause.cue) & words["promising"] or words["denials"] & set(clause.words):
        return None
    will = next((n for n, w in enumerate(clause.words) if w in words["will"]), None)
    if will is not None and not clause.own(will):
        return None
    return _made(clause, Stance.OFFERS, f"the party “{clause.cue}” it")


def about(words: Sequence[str]) -> tuple[str, ...]:
    """The words that tell what a position is on, each once, in order."""
    empty = lexicon()["empty"] | lexicon()["ready"]
    return tuple(dict.fromkeys(w for w in words if w not in empty and len(w) > 1 and not w[0].isdigit()))
