"""Are two claims so surely of one happening that two dates for it contradict each other? Real news repeats itself."""

from __future__ import annotations

import re

from dateline.link.elections import two_elections
from dateline.link.figures import alike_in_count
from dateline.link.naming import capitals
from dateline.link.profile import Profile
from dateline.link.reasons.likeness import in_common, likeness
from dateline.link.reasons.matter import USUAL
from dateline.link.reasons.once import named_once, repeats
from dateline.link.reasons.pair import Pair
from dateline.link.reasons.parties import same_place
from dateline.link.reasons.standing import same_order
from dateline.link.reasons.wording import objects
from dateline.link.times import exact
from dateline.link.venues import excluded, venue
from dateline.link.words import WORD, groups_of, many, once, personal, rarity, stem, stems
from dateline.model.claim import Claim, Status

COMMON = 0.2  # what two claims have to have in common beside the kind of happening
MORE = 0.3  # the same for dates that are some days apart, or differ by a digit
MUCH = 0.6  # the same for words that only are of kindred kinds, or for what does not happen once
REPEATED = 0.7  # the same for what happens again and again
ALL = 1.8  # what claims have in common that share about all they tell
NAMED = 0.45  # likeness of the words for the happening that such claims need
ALIKE = 0.85  # likeness of the words for the happening that are of one kind
AKIN = 0.6  # the same for kindred ones, of one place
MET = frozenset({"meet", "talk", "visit"})  # what the same parties do again within days, elsewhere
ABOUT = frozenset("precede follow prompt trigger cause herald mark commemorate".split())  # name no happening of theirs
WHICH = 0.3  # rarity of a word that tells which of its kind a thing is
ARTICLES = frozenset({"The", "A", "An", "His", "Her", "Its", "Their"})
BEHIND = re.compile(r" (?:of|over|at|in|near|to|with|against|between|for) (?:the )?[A-Z][\w'’-]+")
CLOSE = 0.4  # kinship of articles that have much in common
CONTENT = 1.5  # points, but for the times, of two claims that nothing else disputes
TOGETHER = 1.0  # likeness of the words and what is in common, together, of two that nothing else disputes
DAY = 1  # days between dates of which one is the most usual slip for the other


def nearest(pair: Pair) -> bool:
    """The same of two that are one day apart, each the other's nearest in both articles, which are of one matter, while
    neither tells of the other's day: it is enough that words and parties are alike together."""
    if pair.times.gap > DAY or pair.crowd.kinship < CLOSE or _unfit(pair):
        return False
    if not (exact(pair.a.claim.when) and exact(pair.b.claim.when)):
        return False
    return _named_alike(pair) and likeness(pair) + in_common(pair) >= TOGETHER


def _named_alike(pair: Pair) -> bool:
    """Whether one kind of word names both, or a word of one that is not of the things both tell of ("paid the debt",
    "was lent money on the debt")."""
    a, b = pair.a, pair.b
    if likeness(pair) >= ALIKE:
        return True
    shared = a.groups & b.theme | b.groups & a.theme
    return bool(shared - {g for w in a.weights.keys() & b.weights.keys() for g in groups_of(w)})


def unmatched(pair: Pair, content: float) -> bool:
    """The same of two of which neither article tells anything else of the other's time: it is enough that it is done
    to one thing, or, for what does not repeat itself, that the articles have much in common; `content` are the points
    of the two but for their times."""
    if _unfit(pair) or likeness(pair) < ALIKE:
        return False
    if objects(pair.a.claim, 0.0) & objects(pair.b.claim, 0.0):
        return True
    return pair.crowd.kinship >= CLOSE and content >= CONTENT and repeats(pair) is None


def firm(pair: Pair) -> bool:
    """Whether two claims of two dates name one happening by kind, words, parties and places, and not two places."""
    a, b = pair.a, pair.b
    if _unfit(pair):
        return False
    if not (exact(a.claim.when) and exact(b.claim.when)):
        return _firm_years(pair)
    if in_common(pair) >= ALL and likeness(pair) >= NAMED:
        return True
    if pair.times.gap <= DAY and in_common(pair) >= MUCH and alike_in_count(a, b):
        return True
    if pair.times.gap <= DAY:
        alike = likeness(pair) >= (AKIN if same_place(pair) else ALIKE)
        return alike and (in_common(pair) >= COMMON or _known_once(pair))
    repeated = many(a.groups & b.groups)
    return likeness(pair) >= ALIKE and in_common(pair) >= (REPEATED if repeated else MORE)


def _unfit(pair: Pair) -> bool:
    """Whether they are not told as done, at two places, to two persons, or as what the same parties do again."""
    a, b = pair.a, pair.b
    if any(p.status is not Status.HAPPENED or p.claim.head in ABOUT for p in (a, b)):
        return True
    if _two_places(pair) or _two_persons(pair) or _two_doers(a.claim, b.claim) or two_elections(a.claim, b.claim):
        return True
    if in_common(pair) < ALL and _two_things(a.claim, b.claim):
        return True
    return pair.times.gap > DAY and not MET.isdisjoint(a.groups & b.groups) and not _one_town(pair)


def _firm_years(pair: Pair) -> bool:
    """The same for years or months: of what happens once, or has much in common."""
    if many(pair.a.groups & pair.b.groups):
        return False
    return likeness(pair) >= AKIN and in_common(pair) >= _least(pair)


def _least(pair: Pair) -> float:
    if not named_once(pair):
        return MUCH
    if likeness(pair) >= ALIKE:
        return COMMON
    return MORE if pair.crowd.kinship >= USUAL else MUCH


def _known_once(pair: Pair) -> bool:
    """Whether both are of one kind that happens once in a matter, or numbered alike, and the articles are of one."""
    numbered = same_order(pair) is not None
    return (once(pair.a.groups & pair.b.groups) or numbered) and pair.crowd.kinship >= USUAL


def _one_town(pair: Pair) -> bool:
    x, y = venue(pair.a.claim), venue(pair.b.claim)
    return x is not None and y is not None and not excluded(x, y)


def _two_places(pair: Pair) -> bool:
    """Whether they differ in the town as well: then they are two."""
    x, y = venue(pair.a.claim), venue(pair.b.claim)
    return x is not None and y is not None and excluded(x, y)


def _two_persons(pair: Pair) -> bool:
    """Whether it happens to one person, and each names another."""
    a, b = pair.a, pair.b
    if not personal(a.groups & b.groups):
        return False
    x, y = (_undergoing(p) for p in (a, b))
    return bool(x and y) and not (x & b.names and y & a.names)


def _two_doers(a: Claim, b: Claim) -> bool:
    """Whether each is done by somebody by a name of whom the other's sentence knows nothing."""
    if frozenset(r.actor for r in a.roles if r.actor) & frozenset(r.actor for r in b.roles if r.actor):
        return False
    x, y = _named_in(a, "agent"), _named_in(b, "agent")
    mine, theirs = x - y, y - x  # "the Senate of Norland", "Norland's House of Lords"
    known = mine & frozenset(stems(b.sentence.exact)) or theirs & frozenset(stems(a.sentence.exact))
    return bool(mine and theirs) and not known


def _two_things(a: Claim, b: Claim) -> bool:
    """Whether one noun names what each is done to or who does it, and each tells by a word of its own which it is ("the
    herring law", "the harbour law")."""
    for name in ("patient", "agent"):
        mine, theirs = _told_by_head(a, name), _told_by_head(b, name)
        for head in mine.keys() & theirs.keys():
            x, y = mine[head] - set(stems(b.sentence.exact)), theirs[head] - set(stems(a.sentence.exact))
            if x and y:
                return True
    return False


def _told_by_head(claim: Claim, name: str) -> dict[str, frozenset[str]]:
    """The telling words that stand with the heads of the roles of a name, but for those that are names."""
    roles = [r for r in claim.roles if r.name == name and r.head and r.head in r.words]
    return {h: _telling(r.words + _behind(r.words, claim)) - {h} for r in roles if (h := stem(r.head))}


def _behind(words: str, claim: Claim) -> str:
    """The name that a preposition joins to such words in the sentence: "the bridge", " over the Ild"."""
    found = BEHIND.match(claim.sentence.exact.partition(words)[2])
    return found.group() if found else ""


def _telling(words: str) -> frozenset[str]:
    return frozenset(w for w in stems(words) if rarity(w) >= WHICH)


def _named_in(claim: Claim, name: str) -> frozenset[str]:
    told = " ".join(r.words for r in claim.roles if r.name == name)
    return frozenset(stem(w) for w in WORD.findall(told) if w[0].isupper() and w not in ARTICLES)


def _undergoing(profile: Profile) -> frozenset[str]:
    """Stems of the names of those to whom it is done."""
    return capitals(" ".join(r.words for r in profile.claim.roles if r.name == "patient"))
