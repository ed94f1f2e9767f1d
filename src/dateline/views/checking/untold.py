"""What of a drafted sentence stands in nothing that is cited for it: such a sentence is not borne out. Pure.

A slip is mostly one word in a sentence that is otherwise right, so that no share of what is told can tell it: each
word, name, figure and time has to stand there, in its own words or in others that are known to mean the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.link.naming import LIGHT
from dateline.link.words import stem
from dateline.views.asserting import akin
from dateline.views.checking.aligning import ENDED, UNTIL, stands
from dateline.views.checking.attached import attached_otherwise
from dateline.views.checking.counted import counted_otherwise, figures
from dateline.views.checking.differing import OFFICES
from dateline.views.checking.meant import Item, Meant, Side, sides_of
from dateline.views.checking.senses import FAILING, acts, key, table
from dateline.views.checking.small import small_words_differ
from dateline.views.checking.timed import lasting_otherwise, timed_otherwise
from dateline.views.checking.whole import Whole

TOLD = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "VERB", "NUM"})
INTO_OFFICE = re.compile(
    r"(?i)\b(?:as|became|become|becomes|elected|appointed|named|chosen)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?\w+"
)
COPIED = 0.6  # from here on a sentence is told in the words of what is cited, and another noun is another thing
NAMING = frozenset({"NOUN", "ADJ"})


def untold(draft: Whole, cited: Sequence[Meant], others: Sequence[Meant] = ()) -> str:
    """What the cited claims do not tell, in words; "" if they tell all of it. `others` tell of the same happenings:
    what their own words name need not stand in what is cited."""
    return (
        _words(draft, cited, others)
        or _names(draft, cited, others)
        or counted_otherwise(draft, cited)
        or timed_otherwise(draft, [*cited, *others])
        or lasting_otherwise(draft, cited)
        or small_words_differ(draft, cited)
        or attached_otherwise(draft, cited)
    )


def _words(draft: Whole, cited: Sequence[Meant], others: Sequence[Meant]) -> str:
    keys = frozenset[str]().union(*(m.keys for m in cited))
    sides = _sides(cited)
    beside = frozenset[str]().union(*(m.clause for m in others))
    near = frozenset[str]().union(*(m.near for m in cited))
    acted = any(r.name == "agent" for m in cited for r in m.said.claim.roles)
    copied = _copied(draft, cited) >= COPIED
    for item in draft.items:
        if _kind(item, draft) == "NOUN" and not copied:
            continue
        if item.name or _free(item, draft) or _stands(item, draft, keys, sides):
            continue
        if not acted and stem(item.words) in _doers():
            continue
        context = beside if OFFICES & item.keys and INTO_OFFICE.search(draft.text) else near | beside
        if not (_kind(item, draft) in NAMING and stands(item, context)):
            return f"“{item.words}”"
    return ""


def _copied(draft: Whole, cited: Sequence[Meant]) -> float:
    """The part of the draft's words that stand in what is cited by these very words, and of its names by any."""
    words = frozenset[str]().union(*(m.said.tiers[1] for m in cited))
    keys = frozenset[str]().union(*(m.keys for m in cited))
    found = [stands(i, keys) if i.name else stem(i.words) in words for i in draft.items]
    return sum(found) / len(found) if found else 0.0


def _stands(item: Item, draft: Whole, keys: frozenset[str], sides: frozenset[Side]) -> bool:
    """Whether a word stands among these keys, or, of what is done, one that tells it on the same side."""
    if _kind(item, draft) == "NOUN":
        return stands(item, keys)
    return stands(_plain(item), keys) or bool(draft.sides.get(key(item.words), frozenset()) & sides)


def _sides(cited: Sequence[Meant]) -> frozenset[Side]:
    """What the cited sentences tell as done; of what lasted until a time, that it ended, too."""
    lasted = any(UNTIL.search(m.said.claim.sentence.exact) for m in cited)
    return frozenset[Side](ENDED if lasted else ()).union(*(sides_of(m) for m in cited))


def _plain(item: Item) -> Item:
    """The same without the acts that it can tell."""
    return Item(item.words, frozenset(k for k in item.keys if k[:1] != "/"), item.name)


def _doers() -> frozenset[str]:
    """Words for those who do what is told without a doer."""
    return frozenset(stem(w) for w in ("government", "authority", "authorities"))


def _kind(item: Item, draft: Whole) -> str:
    return draft.kinds.get(item.words.lower().replace("’", "'").removesuffix("'s"), "")


def _free(item: Item, draft: Whole) -> bool:
    """Whether a word adds nothing that could be wrong; figures are looked at by themselves."""
    kind, word = _kind(item, draft), stem(item.words)
    if any(figures(item.words)) or word in _light() or key(item.words) in FAILING or kind not in TOLD:
        return True
    return kind == "VERB" and (word in LIGHT or not acts([key(item.words)]))


@cache
def _light() -> frozenset[str]:
    return frozenset(stem(w) for line in table("light.txt") for w in line.split())


def _names(draft: Whole, cited: Sequence[Meant], others: Sequence[Meant]) -> str:
    for item in draft.items:
        if not item.name or any(stands(item, m.keys) for m in others):
            continue
        known = _describes(item, draft) and any(stands(item, m.said.tiers[-1]) for m in cited)
        if not known and not any(_called(item, m) for m in cited):
            return f"“{item.words}”"
    return ""


def _describes(item: Item, draft: Whole) -> bool:
    """Whether a name only says which thing is meant ("the Singapore summit")."""
    found = re.search(rf"\bthe {re.escape(item.words)} ([a-z]+)\b", draft.text)
    return found is not None and draft.kinds.get(found.group(1)) == "NOUN"


def _called(item: Item, told: Meant) -> bool:
    """Whether a name stands in a sentence, by its region's people too, or is understood there."""
    named = stands(item, told.keys) or stands(item, told.said.understood)
    return named or akin(item.words, told.said.claim.sentence.exact)
