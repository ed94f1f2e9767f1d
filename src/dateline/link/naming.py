"""What happening a claim's words name: its head, kinds of happening, and whether it is numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.link.words import WORD, groups_in, groups_of, lines, phrase_groups, stem, stems
from dateline.model.claim import Claim, Role

LIGHT = frozenset(stem(w.partition("-")[0]) for line in lines("light.txt") for w in line.split())
WHOLE = frozenset(w for line in lines("light.txt") for w in line.split() if "-" in w)
CORE = ("patient", "agent", "topic")  # the roles that say what a light verb is about, in this order
ORDINALS = {
    "first": "first", "initial": "first", "second": "second", "third": "third", "fourth": "fourth", "fifth": "fifth",
    "again": "again", "another": "again", "new": "again", "renewed": "again", "revised": "again", "repeat": "again",
    "final": "final", "preliminary": "first", "provisional": "first",
}  # fmt: skip
REACH = 28  # characters before the anchor in which an ordinal still belongs to it
MEETINGS = frozenset(map(stem, ("summit", "conference", "congress", "convention", "forum", "assembly", "session")))
AHEAD = 4  # words before the anchor in which a phrase that the head belongs to may begin
WINDOW = 12  # words from the anchor on in which a verb finds its particle
BE = stem("be")
PARTICLES = frozenset({"back", "down"})  # behind another verb they name no support, and nothing shot down
PREDICATE = 3  # words behind "was" that tell what something was: "was long dead"
TIMES = re.compile(
    r"\b(?:twice|thrice|(?:two|three|four|five|six|several|many|\d{1,2}) times|repeatedly|time and again"
    r"|again and again|over and over|time after time)\b"
)
ROUND = re.compile(
    rf"\b(?:in|at|on|for|after) (?:an?|the|its|their) ({'|'.join(ORDINALS)}) "
    r"(?:vote|reading|round|time|ballot|attempt|stage|session|summit|meeting|test|try)\b"
)  # how it is numbered behind its verb: "approved the bill in a second vote"
DEFINITE = re.compile(r"(?i)^(?:the|this|that|these|those|such) ")
DOER = re.compile(r"(?:[eo]rs?|ists?)$")  # nouns for who does something, not for what is done


@dataclass(frozen=True, slots=True)
class Naming:
    """`head` is the stem that names the happening; `groups` what it can name, `theme` what the words with it can."""

    head: str
    groups: frozenset[str]
    theme: frozenset[str]


def naming(claim: Claim) -> Naming:
    """What a claim's anchor names; for a light verb ("the vote was taken"), what it is about names it."""
    verb = _verb(claim)
    own, core = _own(claim, verb), _core(claim)
    carried = frozenset(g for groups in core.values() for g in groups)
    others = {*stems(claim.anchor.exact), *map(stem, claim.terms), *(stem(r.head) for r in claim.roles)}
    others -= {verb[0], *PARTICLES}
    rest = frozenset(g for w in others for g in groups_of(w)) | carried
    if verb[0] in LIGHT - {BE} and not carried and not own - frozenset(groups_of(verb[0])):
        rest |= _around(claim, verb[0])
    if verb[0] in LIGHT and carried and not own - frozenset(groups_of(verb[0])):
        named = next(w for w, groups in core.items() if groups)
        return Naming(named, carried, (own | rest) - carried)
    return Naming(verb[0], own, rest - own)


def _around(claim: Claim, verb: str) -> frozenset[str]:
    """What the rest of the clause can name, where what a light verb is about names nothing ("the vote she held")."""
    return groups_in([w for w in stems(claim.words.exact) if w != verb])


def _verb(claim: Claim) -> tuple[str, ...]:
    """The stems of the head; of one that is also a form of another word ("found", of "find"), as the anchor has it."""
    made = stems(claim.head.replace("-", " ")) or ("",)
    regular = stem(f"{claim.head}ed") if claim.head.isalpha() else made[0]
    if regular == made[0] or made[0] in (told := stems(claim.anchor.exact)) or regular not in told:
        return made
    return (regular,)


def _own(claim: Claim, verb: Sequence[str]) -> frozenset[str]:
    """The groups of the head word, or of the phrase that it makes with its particle ("voted the motion down")."""
    told = stems(claim.sentence.exact[claim.anchor.start - claim.sentence.start :])[:WINDOW]
    before = stems(claim.sentence.exact[: claim.anchor.start - claim.sentence.start])[-AHEAD:]
    at = told.index(verb[0]) if verb[0] in told else len(told)
    phrases = phrase_groups((*before, *told), at + len(before)) if at < len(told) else frozenset()
    if not phrases and len(verb) > 1:
        phrases = phrase_groups(verb, 0)
    if not phrases and len(verb) > 1 and claim.head in WHOLE:
        return frozenset()
    if verb[0] == BE:
        return phrases or groups_in([w for w in told[at + 1 :] if w not in PARTICLES][:PREDICATE])
    if at and told[at - 1] == BE:
        phrases = phrases or phrase_groups(told, at - 1)
    return phrases or frozenset(groups_of(verb[0]))


def _core(claim: Claim) -> dict[str, frozenset[str]]:
    """The heads of the core roles that are no names of parties, and what each, or the phrase that it ends, can name."""
    roles = sorted((r for r in claim.roles if r.name in CORE), key=lambda r: CORE.index(r.name))
    told = [r for r in roles if r.head and (not _named(r) or DEFINITE.match(r.words))]
    if any(r.name == "patient" for r in roles):
        told = [r for r in told if r.name != "agent" or not DOER.search(r.head)]
    return {stem(r.head): _phrased(r) for r in told}


def _phrased(role: Role) -> frozenset[str]:
    """The groups of the head ("law"), or of the phrase that hides it ("martial law")."""
    head, words = stem(role.head), stems(role.words)
    alone = frozenset(groups_of(head))
    together = groups_in(words)
    return alone if alone & together or not alone else together - groups_in([w for w in words if w != head])


def _named(role: Role) -> bool:
    """Whether the head is a name: capitalised, and not only because the words begin with it in a sentence's place."""
    found = [m for m in WORD.finditer(role.words) if m.group().lower() == role.head.lower()]
    return any(m.group()[0].isupper() for m in found) if found else role.words[:1].isupper()


def points_back(claim: Claim) -> bool:
    """Whether the happening is named as one already told of ("the vote", "this decision")."""
    core = (r.words for r in claim.roles if r.name in ("patient", "agent"))
    return any(DEFINITE.match(words) for words in (claim.anchor.exact, *core))


def ordinals(claim: Claim) -> frozenset[str]:
    """How the happening is numbered: first, second, again, final."""
    at = max(0, claim.anchor.start - claim.sentence.start - REACH)
    near = claim.sentence.exact[at : claim.anchor.end - claim.sentence.start].lower()
    after = claim.sentence.exact[claim.anchor.start - claim.sentence.start :][: REACH * 2].lower()
    found = frozenset(o for w in WORD.findall(near) if (o := ORDINALS.get(w)))
    found |= {ORDINALS[m.group(1)] for m in ROUND.finditer(after)}
    return found | {"several"} if TIMES.search(after) else found


def occasions(claim: Claim) -> frozenset[str]:
    """Stems of the names next to a word for a meeting in the sentence: "the Norwood summit", "a conference in Lima"."""
    found = list(WORD.finditer(claim.sentence.exact))
    met = [i for i, w in enumerate(found) if stem(w.group()) in MEETINGS]
    near = {j for i in met for j in range(i - 2, i + 4) if 0 <= j < len(found) and j != i}
    return frozenset(stem(found[j].group()) for j in near if found[j].group()[0].isupper() and found[j].start() > 0)


def core_names(claim: Claim) -> frozenset[str]:
    """Stems of the names in the core roles: who or what it is about."""
    return capitals(" ".join(r.words for r in claim.roles if r.name in ("agent", "patient")))


def capitals(words: str) -> frozenset[str]:
    """Stems of the words with a capital."""
    return frozenset(stem(m.group()) for m in WORD.finditer(words) if m.group()[0].isupper())


def acting(claim: Claim) -> frozenset[str]:
    """The ids of the parties that act."""
    return frozenset(r.actor for r in claim.roles if r.name == "agent" and r.actor)
