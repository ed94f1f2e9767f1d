"""Whether a stored claim tells of what a drafted one says as a fact, of the same parties in the same parts. Pure.

Words that merely stand in the same sentence bear nothing out: what was asked for, ordered or blocked was not done, and
who was there did not act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.link.words import WORD, stem, stems
from dateline.model.claim import Role
from dateline.views.bearing import PRONOUNS, SPOKEN, SUPPORT, Said, points_back, reach
from dateline.views.checking.lands import lands
from dateline.views.checking.senses import pieces, things
from dateline.views.tokens import Token

POINTING = PRONOUNS | {"who", "which", "whom", "what", "one", "them", "him", "her"}
NAMED = 5  # letters that a region and its people have in common at least
REGION = frozenset(("", "a", "e", "o", "y", "ia"))  # what follows them in the name of the region
PEOPLE = frozenset("n ns an ans ian ians ean eans ar ars er ers i is ese ish".split())  # and in that of its people
OWNING = re.compile(r"(?i)\b(?:his|her|its|their)\b")
ALIKE = 2  # kinds of happening that the words of two claims have to share if their verbs share none
NOT_UNTIL = re.compile(r"(?i)(?:\bnot|n['’]t|\bnever)\b.*\b(?:until|till|before)\b")
BODIES = frozenset("the a of government governments authorities".split())
WHERE = ("in", "at", "near", "into", "to")


def asserts(drafted: Said, stored: Said) -> bool:
    """Whether the stored claim can bear the drafted one out, as far as predicate, parties and negation go."""
    return _same_predicate(drafted, stored) and parts_meet(drafted, stored)


def parts_meet(drafted: Said, stored: Said) -> bool:
    """The same but for the predicate."""
    return (
        _as_fact(drafted, stored)
        and _same_sign(drafted, stored)
        and _agents_meet(drafted, stored)
        and _patients_meet(drafted, stored)
        and _places_meet(drafted, stored)
        and _things_meet(drafted, stored)
        and _named_near(drafted, stored)
    )


def meaning_meets(drafted: Said, stored: Said, undergone: bool = False, told: bool = False) -> bool:
    """The same where the words are others: without the things that it is done to; `undergone` for acts that
    who acts by the words of the draft undergoes ("lost his life", "won the election"), `told` if the stored claim's own
    verb is known to tell the act, so that the draft's may stand elsewhere in its sentence."""
    undergoes = undergone and _undergoes(drafted, stored)
    return (
        (told or _as_fact(drafted, stored))
        and (_same_sign(drafted, stored) or bool(NOT_UNTIL.search(drafted.claim.sentence.exact)))
        and (undergoes or _told_of(drafted, stored) or _agents_meet(drafted, stored))
        and (undergoes or not acted_by_others(drafted, stored))
        and _names_of_parts_meet(drafted, stored)
        and _patients_meet(drafted, stored)
        and _places_meet(drafted, stored)
        and _named_near(drafted, stored)
    )


def acted_by_others(drafted: Said, stored: Said) -> bool:
    """Whether somebody acts in the stored claim, and the name of one who acts in the draft stands nowhere in it."""
    mine, theirs = _roles(drafted, ("agent",)), _roles(stored, ("agent", "speaker"))
    named = [t for t in drafted.tokens if t.name and any(t.words in r.words for r in mine)]
    told = bool(theirs) and not any(_meet(a, b) or _apposed(a, b, stored) for a in mine for b in theirs)
    return told and bool(named) and not any(t.stands_in(stored.tiers[1]) for t in named)


def exchanged(drafted: Said, stored: Said) -> bool:
    """Whether who acts in the draft undergoes it in the stored claim, and who acts there stands beside it in the
    draft."""
    mine, theirs = _roles(drafted, ("agent",)), _roles(stored, ("agent",))
    others, undergone = _roles(drafted, ("patient", "recipient", "topic", "other")), _roles(stored, ("patient",))
    met = any(_meet(a, b) for a in mine for b in theirs)
    turned = any(_meet(a, b) for a in mine for b in undergone) and any(_meet(a, b) for a in others for b in theirs)
    return turned and not met


def _told_of(drafted: Said, stored: Said) -> bool:
    """Whether what acts in the draft, and does it to nothing, is a thing that the stored claim tells something of."""
    mine = _roles(drafted, ("agent",))
    things = _roles(stored, ("topic", "patient", "other"))
    alone = bool(mine) and not _roles(drafted, ("patient",)) and not any(_names(r, drafted) for r in mine)
    return alone and any(_inside(a, b) for a in mine for b in things)


def _undergoes(drafted: Said, stored: Said) -> bool:
    """Whether one who acts by the words of the draft, on nobody that it names, undergoes it in the stored claim."""
    mine, on = _roles(drafted, ("agent",)), _roles(drafted, ("patient",))
    theirs = _roles(stored, ("patient",))
    return not any(_names(r, drafted) for r in on) and any(_meet(a, b) for a in mine for b in theirs)


def _names_of_parts_meet(drafted: Said, stored: Said) -> bool:
    """Whether the names inside the words of one who acts, or undergoes it ("supporters of Uribe"), stand there too."""
    for part in ("agent", "patient"):
        mine = [t for t in drafted.tokens if t.name and any(t.words in r.words for r in _roles(drafted, (part,)))]
        theirs = [r for r in _roles(stored, (part,)) if _names(r, stored)]
        words = frozenset(k for r in theirs for k in _keys(r))
        if any(_one_land(t.words, r.words) for t in mine for r in stored.claim.roles):
            continue
        if any(_apposed(a, b, stored) for a in _roles(drafted, (part,)) for b in theirs):
            continue
        stands = any(t.stands_in(words) for t in mine) or any(akin(t.words, r.words) for t in mine for r in theirs)
        if mine and theirs and not stands and not _inside_out(mine, stored):
            return False
    return True


def _keys(role: Role) -> Iterator[str]:
    """What a party may be called by: its words, its id, and the names in that."""
    yield from stems(role.words)
    if role.actor:
        yield f"@{role.actor}"
        yield from (stem(part) for part in role.actor.split("-"))


def akin(a: str, b: str) -> bool:
    """Whether both name one region, or its people ("Tigray", "Tigrayan"), and not two lands."""
    mine, theirs = ({w for w in WORD.findall(words) if w[0].isupper()} for words in (a, b))
    near = any(_one_word(x, y) for x in mine for y in theirs)
    return near and not (lands(a) and lands(b) and lands(a) != lands(b))


def _one_word(a: str, b: str) -> bool:
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return same >= NAMED and any(x in REGION and y in PEOPLE for x, y in ((a[same:], b[same:]), (b[same:], a[same:])))


def _inside_out(names: Sequence[Token], stored: Said) -> bool:
    """Whether the names stand in another part of the stored claim ("was received by")."""
    words = frozenset(s for r in stored.claim.roles for s in stems(r.words)) | {f"@{a}" for a in stored.claim.actors}
    return any(t.stands_in(words) for t in names)


def _as_fact(drafted: Said, stored: Said) -> bool:
    """Whether the draft's verb does not stand only behind a negation or where nothing is done ("bid to join")."""
    verb = drafted.verb
    if not verb or drafted.claim.negated or verb == stored.verb:
        return True
    return verb not in (stored.negated - drafted.negated) | (stored.unreal - drafted.unreal)


def _same_predicate(drafted: Said, stored: Said) -> bool:
    """Whether the stored claim itself tells of the draft's kind of happening; its object or aim does not count."""
    if not drafted.verb or drafted.claim.status in SPOKEN:
        return True
    if drafted.verb == stored.verb or drafted.head & (stored.head | stored.groups):
        return True
    alike = drafted.groups & stored.groups  # of a verb that names nothing by itself ("wrote it into the constitution")
    return drafted.verb in stored.tiers[0] or (not drafted.head and len(alike) >= ALIKE)


def _same_sign(drafted: Said, stored: Said) -> bool:
    """Whether both deny something in their own words, or neither."""
    if drafted.claim.negated != stored.claim.negated:
        return True  # a clash, weighed elsewhere
    return bool(drafted.negated & drafted.tiers[0]) == bool(stored.negated & stored.tiers[0])


def _agents_meet(drafted: Said, stored: Said) -> bool:
    """Whether one who acts in the draft acts in the stored claim; where nobody does, whether he may have."""
    spoken = drafted.claim.status in SPOKEN
    mine, theirs = (_roles(s, ("agent", "speaker") if spoken else ("agent",)) for s in (drafted, stored))
    if not mine:
        return True
    undergo, undergone = _roles(drafted, ("patient",)), _roles(stored, ("patient",))
    if not theirs:
        tells = not spoken and any(_meet(a, b) for a in mine for b in _roles(stored, ("speaker",)))
        return not tells and not (undergo and any(_inside(a, b) for a in mine for b in undergone))
    if any(_apposed(a, b, stored) for a in mine for b in theirs):
        return True
    others = theirs if undergo else [*theirs, *undergone]
    known = all(_telling(r, drafted) for r in mine) and all(_telling(r, stored) for r in theirs)
    elsewhere = any(stem(r.head) in stored.tiers[1] for r in mine)
    return not (known or elsewhere) or any(_meet(a, b) for a in mine for b in others)


def _apposed(a: Role, b: Role, stored: Said) -> bool:
    """Whether a party is told by what stands between commas behind the other's name."""
    found = re.search(re.escape(b.words) + r",\s+([^,;.]{3,90}),", stored.claim.sentence.exact)
    if found is None or not a.words[:1].isupper():
        return False
    told = {*stems(found.group(1)), *lands(found.group(1))}
    words = WORD.findall(a.words.replace("'s", "").replace("’s", ""))
    party = bool(a.actor) and f"@{a.actor}" in stored.tiers[1]  # "the EU's chief", told of "the European Union"
    return all(
        w in told or lands(m) & told or (party and m[0].isupper()) for m in words if (w := stem(m)) not in BODIES
    )


def _patients_meet(drafted: Said, stored: Said) -> bool:
    """Whether what is named as undergoing it stands in the stored claim's words, if something named undergoes that."""
    mine, theirs = _roles(drafted, ("patient",)), _roles(stored, ("patient",))
    known = mine and theirs and all(_telling(r, drafted) for r in mine) and all(_names(r, stored) for r in theirs)
    return not known or any(_meet(a, b) for a in mine for b in theirs) or _named_in(mine, drafted, stored)


def _things_meet(drafted: Said, stored: Said) -> bool:
    """Whether the thing that the draft says it was done to, or for, stands by some word in the stored sentence."""
    mine = [r for r in _roles(drafted, ("patient", "recipient")) if not _names(r, drafted)]
    theirs = _roles(stored, ("patient", "topic"))
    heads = [t for t in drafted.tokens for r in mine if not t.name and stem(r.head) in t.keys]
    return not heads or not theirs or any(reach(t, stored, SUPPORT) > SUPPORT[2] for t in heads)


def _named_near(drafted: Said, stored: Said) -> bool:
    """Whether the parties that the draft names stand in the stored sentence, unless that only points back to them."""
    if points_back(stored):
        return True
    for name in ("agent", "patient", "recipient"):
        mine = [r for r in _roles(drafted, (name,)) if _telling(r, drafted)]
        names = [t for t in drafted.tokens if t.name and any(t.words in r.words for r in mine)]
        if any(_one_land(t.words, r.words) for t in names for r in stored.claim.roles):
            continue
        if names and not any(t.stands_in(stored.tiers[1]) for t in names) and not _owned(names, stored):
            return False
    return True


def _owned(names: Sequence[Token], stored: Said) -> bool:
    """Whether one of the names stands before a sentence that tells of what is "his"."""
    pointing = any(OWNING.search(r.words) for r in stored.claim.roles)
    return pointing and any(t.stands_in(stored.tiers[2]) for t in names)


def _places_meet(drafted: Said, stored: Said) -> bool:
    """Whether a place that the draft names beside it stands in the stored claim's words, if that has a place."""
    mine, theirs = _beside(drafted), _beside(stored)
    return not mine or not theirs or any(_meet(a, b) for a in mine for b in theirs) or _named_in(mine, drafted, stored)


def _beside(said: Said) -> list[Role]:
    """The named parties and places that stand behind a word of place."""
    told = said.claim.sentence.exact
    return [r for r in _roles(said, ("other",)) if _names(r, said) and any(f" {p} {r.words}" in told for p in WHERE)]


def _named_in(roles: Sequence[Role], drafted: Said, stored: Said) -> bool:
    """Whether a name in these parts of the draft stands in the stored claim's own words."""
    names = [t for t in drafted.tokens if t.name and any(t.words in r.words for r in roles)]
    return any(t.stands_in(stored.tiers[0]) for t in names)


def _roles(said: Said, names: Sequence[str]) -> list[Role]:
    """The parties in these parts, without pronouns that nothing resolved."""
    return [r for r in said.claim.roles if r.name in names and (r.actor or r.head.lower() not in POINTING)]


def _telling(role: Role, said: Said) -> bool:
    """Whether a party is named, so that another name is another party."""
    return bool(role.actor) or any(t.name and stem(role.head) in stems(t.words) for t in said.tokens)


def _names(role: Role, said: Said) -> bool:
    """Whether the words of a party name anybody."""
    return bool(role.actor) or any(t.name and t.words in role.words for t in said.tokens)


def _meet(a: Role, b: Role) -> bool:
    """Whether two parties are one, a body of the other, or called by one word."""
    one, other = sorted((a.actor, b.actor), key=len)
    alike = bool(one and f"{other}-".startswith(f"{one}-")) or _inside(a, b) or _inside(b, a)
    return alike or _one_land(a.words, b.words) or _by_id(a, b) or _by_id(b, a)


def _by_id(a: Role, b: Role) -> bool:
    """Whether the name of one is a part of the other's id ("Radoicic" and who "he" is)."""
    return not a.actor and a.head[:1].isupper() and a.head.lower() in b.actor.split("-")


def _one_land(a: str, b: str) -> bool:
    """Whether both name one country, and one of them nothing else ("Cairo", "the Egyptian government")."""
    mine = lands(a)
    return bool(mine) and mine == lands(b) and (any(_bare(words) for words in (a, b)) or bool(_bodies(a) & _bodies(b)))


def _bodies(words: str) -> frozenset[str]:
    """What kinds of body or thing the words name ("parliament" and "assembly" are of one)."""
    return things(pieces(words))


def _bare(words: str) -> bool:
    """Whether no word for a body stands beside the name of a country."""
    return BODIES.issuperset(w for w in WORD.findall(words.replace("'s", "")) if w.islower())


def _inside(a: Role, b: Role) -> bool:
    """Whether the word that names one party stands in the words of the other."""
    return stem(a.head) in stems(b.words)
