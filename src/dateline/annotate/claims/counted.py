"""Times counted from one happening to another: "nine months after the war"."""

from __future__ import annotations

from dateline.annotate.claims.governors import Governed, Timed
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import Tree
from dateline.model.mark import DateMark

COUNTING = ("after", "before")
POINTING = frozenset({"next", "following", "same", "that", "this", "previous"})  # "the next day after paying a fine"
ALONE = frozenset({"that", "with", "and", "but", "in", "at", "to", "for", "by"})  # behind "the day before"


def counted(tree: Tree, words: Lexicon, timed: Timed, governed: Governed | None, dated: set[int]) -> Governed | None:
    """What "nine months after the war" dates: the war, where the main verb has a time of its own (it is in `dated`, or
    the time is counted from its time), else the main verb. Any other date is left with what it is `governed` by."""
    thing = _counted_to(tree, words, timed)
    if governed is not None and (over := _over_count(tree, timed, governed.unit)) is not None:
        return Governed(over, "opens the sentence, before a count from something else")
    if thing is not None and from_stated(timed.mark):
        main = tree.head[thing] if tree.verbal(thing) else tree.clause(timed.top)
        return Governed(main, "counted from what is told with its day") if tree.verbal(main) else governed
    if thing is not None and (timed.anchor is None or _opens_before(tree, timed, thing)):
        return Governed(thing, "the happening that the time is counted to")
    if thing is None or timed.anchor is None:
        return governed
    main = _main(tree, timed, thing)
    origin = tree.clause(timed.anchor)
    if main in dated or main in (thing, origin) or origin in tree.up(main):
        return Governed(thing, "the happening that the time is counted to")
    return Governed(main, "counted from the happening that follows") if tree.verbal(main) else governed


def _over_count(tree: Tree, timed: Timed, verb: int) -> int | None:
    """The main verb of "In May, a day after the court had met, it ruled": the month is not that of the meeting."""
    behind = tree.lower[timed.last + 1 : timed.last + COUNT]
    at = next((timed.last + 1 + i for i, low in enumerate(behind) if low in COUNTING), None)
    if timed.first > 1 or behind[:1] != [","] or at is None or verb < at or not tree.has(verb, tree.lower[at]):
        return None
    main = tree.head[verb]
    return main if main > verb and tree.verbal(main) and tree.lower[at] in ("after", "before") else None


def _opens_before(tree: Tree, timed: Timed, thing: int) -> bool:
    """Whether the count stands behind a time that opens the sentence, before the main verb."""
    return timed.anchor is not None and timed.anchor <= 2 and timed.mark.complement and tree.head[thing] > thing


COUNT = 8  # tokens behind a time among which a count stands


def _main(tree: Tree, timed: Timed, thing: int) -> int:
    inside = tree.lower[timed.last] in COUNTING
    over = tree.clause(tree.head[timed.last] if inside else timed.top)
    return tree.clause(tree.head[over]) if over == thing and tree.head[over] != over else over


def _counted_to(tree: Tree, words: Lexicon, timed: Timed) -> int | None:
    """What "nine months after ..." counts to, where the words behind a comma tell its time from the main verb's."""
    word = timed.last if tree.lower[timed.last] in COUNTING else timed.last + 1
    loose = timed.anchor is None and not timed.mark.complement and not from_stated(timed.mark)
    if loose or word >= len(tree) or tree.lower[word] not in COUNTING:
        return None
    if stands_alone(tree, word) or POINTING & set(tree.lower[timed.first : timed.last + 1]):
        return None
    thing = tree.kid(word, "pobj", "pcomp")
    if thing is not None and (tree.verbal(thing) or words.happening(tree.lemma[thing])):
        return thing
    if tree.dep[word] == "mark":
        return tree.head[word]
    following = [i for i in range(word + 1, len(tree)) if tree.verbal(i) or tree.lower[i] in (",", ";")]
    return following[0] if following and tree.verbal(following[0]) else None


def from_stated(mark: DateMark) -> bool:
    """Whether a count is told with the day of what it counts from ("ten days after the quake of 6 May")."""
    return mark.anchor_at is None and mark.anchor[:4].isdigit() and not mark.complement


def stands_alone(tree: Tree, word: int) -> bool:
    """Whether nothing is counted to behind "before" or "after" ("announced the day before that he was ill")."""
    following = tree.lower[word + 1 : word + 2]
    return not following or tree.pos[word + 1] == "PUNCT" or following[0] in ALONE
