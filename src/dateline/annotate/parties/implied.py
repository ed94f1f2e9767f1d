"""The party that a happening is told of without naming any: the state that the text speaks of before all."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from dateline.annotate.actors.lands import headed_lands
from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.base import ACTORS, PLACES, Document
from dateline.annotate.gazetteer import fold
from dateline.model.mark import ActorMark

SHARE = 0.3  # of all mentions of parties, for a text to be on one before all; tuned on two thirds of the gold cases
LEAST = 3  # mentions
UNLISTED = "last word of the name"  # papers and firms that no list has
HEADED = 0.5  # of the mentions of the party named most often, for the only one in the headline to be the main one
HEADLINE = 2  # mentions that a headline counts for
AT_HOME = 3  # people and places of a state that make a text one on it, if its headline names it
REACH = 24  # characters before a name in which the preposition stands that makes it a mere place
NO_MAIN = frozenset({"person", "media", "company"})  # on whom no text is before all
ORGANS = frozenset({"government", "ministry", "parliament", "court", "military"})
_WORD = re.compile(r"[^\W\d_]+")
_PLACED = re.compile(
    r"(?i)\b(?:in|at|near|outside|across|around|into|within|through|inside|throughout)\s+(?:the\s+|\w+ern\s+)?$"
)


def main_party(document: Document) -> str:
    """The id of the party, no person or firm, named far more than others, "" if none is; organs count for states."""
    states = {a.country: a.id for a in lexicon().countries.values()}
    counted: Counter[str] = Counter()
    for mark in document[ACTORS]:
        if mark.kind not in NO_MAIN and mark.how != UNLISTED and not is_place(document.text, mark):
            counted[states.get(mark.country, mark.actor) if mark.kind in ORGANS else mark.actor] += 1
    headed = _headed(document.revision.headline) or _of_lands(document.revision.headline, counted, states)
    for party in headed:
        counted[party] += HEADLINE if party in counted or _at_home(document, party) else 0
    found = max(counted.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    lone = min(headed) if len(headed) == 1 else ""
    if lone and counted[lone] >= max(1, HEADED * found[1]):
        return lone
    return found[0] if found[1] >= max(LEAST, SHARE * counted.total()) else ""


def _at_home(document: Document, party: str) -> bool:
    """Whether a text tells of people or places of a state that it does not name itself."""
    state = lexicon().named.get(party)
    if state is None or state.kind != "state":
        return False
    at = document.revision.headline.find(state.name)
    if at > 0 and _PLACED.search(document.revision.headline[:at]):
        return False  # "A ship sinks in Norway"
    homes = [m.country for m in (*document[ACTORS], *document.layers.get(PLACES.name, ()))]
    return homes.count(state.country) >= AT_HOME


def _headed(headline: str) -> frozenset[str]:
    """The states and organisations that a headline names, as far as one name means one."""
    lists, found = lexicon(), set[str]()
    words = [w for w in _WORD.findall(headline) if w[0].isupper()]
    for name in (*words, *(f"{a} {b}" for a, b in pairwise(words))):
        for table in (lists.states, lists.demonyms, lists.organisations):
            meant = table.get(fold(name), ())
            spelled = lists.spellings.get(fold(name))
            if len(meant) == 1 and (not spelled or name in spelled):
                found.add(meant[0].id)
    return frozenset(found)


def _of_lands(headline: str, counted: Counter[str], states: dict[str, str]) -> frozenset[str]:
    """The lands that a headline names; their states where the text tells of no act of a land, or where an armed
    group of it acts."""
    lists = lexicon()
    acting = {a.id for a in lists.lands.values() if a.id in counted and a.id not in lists.armed}
    return frozenset(a.id if a.id in acting else states.get(a.country, a.id) for a in headed_lands(headline, lists))


def is_place(text: str, mark: ActorMark) -> bool:
    """Whether a state's name only says where something was: "in Kenya"."""
    before = text[max(0, mark.words.start - REACH) : mark.words.start]
    return mark.kind == "state" and mark.how == "name" and _PLACED.search(before) is not None
