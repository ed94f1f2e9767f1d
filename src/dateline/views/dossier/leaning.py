"""Whether a line leans on the one before it: its subject is "the bill", and only that one tells which bill."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dateline.link.words import stem
from dateline.model.mark import ActorMark

# "The old lease was", "In 2010 the bill passed": at most two words before the noun, none that tells which behind it.
SUBJECT = re.compile(
    r"(?:(?:In|On|At|By|Since|Until|From|After)\s[^,;:.]{1,40}(?:,\s|\s)|[A-Z][a-z]+\s(?:days?|weeks?|months?|years?)"
    r"\s(?:later|before|earlier)\s)?[Tt]he\s+(?P<before>(?:[a-z][\w’'-]*\s+){0,2}?)(?P<noun>[a-z][\w’'-]+)"
    r"(?=\s*,|\s+(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|does|did|do|came|took|went"
    r"|began|ran|fell|met|became|stood|won|lost|made|gave|left|held|led|set|put|got|said|kept|met|broke|brought"
    r"|says|recalls|reports|adds|writes|notes|quotes|asks|wants|remains|stands|comes|goes|takes|makes|gives|lies|runs"
    r"|needs|means|shows|[a-z]{2,}ed)\b)"
)
BREAK = re.compile(r"[:;—–]")  # behind it another clause tells the happening
# What there is but one of, in a country or in the world, so that everybody knows which is meant.
KNOWN = frozenset(
    stem(w)
    for w in """government president premier minister ministry cabinet parliament senate congress chamber house assembly
    court army military navy force forces police state country nation people public world war invasion
    revolution opposition economy market markets church pope king queen crown constitution capital union
    alliance bloc allies west east north south city kingdom republic empire authorities population majority
    minority press media sun earth sea coast border borders front year month week day decade century past future
    rebels troops protesters demonstrators crisis conflict fighting violence earthquake quake pandemic virus
    climate number numbers toll internet weather budget currency dollar pound euro""".split()
)


def leans(text: str, start: int, end: int, anchor: int, actors: Sequence[ActorMark], matter: Collection[str]) -> bool:
    """Whether text[start:end] begins with a thing that neither the line, nor a mark, nor the matter's words (stems)
    tell apart from others of its kind; `anchor` is where the words begin that name the happening."""
    found = SUBJECT.match(text, start, end)
    if found is None or BREAK.search(text, found.end(), max(found.end(), anchor)):
        return False
    if (root := stem(found["noun"])) in KNOWN or root in matter:
        return False
    a, z = found.start("before") - 4, found.end("noun")
    return not any(a <= m.words.start < z for m in actors)
