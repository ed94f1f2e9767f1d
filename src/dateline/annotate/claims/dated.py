"""Happenings of one sentence with their dates: the direct ones, as the parse ties them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.annotate.claims.asides import PASSING
from dateline.annotate.claims.counted import counted
from dateline.annotate.claims.governors import Governed, Timed, govern, slot_of
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import lemma, voice
from dateline.model.mark import DateMark, TimexType
from dateline.model.time import Days, Granularity, Modifier

QUOTES = frozenset({'"', "“", "‘", "'"})
REGULAR = frozenset({"mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A happening (its token `unit`) and its time. `also` is the verb that tells of a noun, or the noun that sets a
    verb's scene. `relation` is "", "since" or "until"; `how` and `way` tell in words how the time was found."""

    unit: int
    days: Days
    granularity: Granularity
    timed: Timed | None
    way: str
    how: str = "stated"
    relation: str = ""
    also: int | None = None
    vague: bool = False
    shared: bool = False

    @property
    def mark(self) -> DateMark | None:
        """The words for the date, if there are any."""
        return self.timed.mark if self.timed else None


def timed_marks(tree: Tree, words: Lexicon, marks: list[DateMark], offset: int) -> list[Timed]:
    """The usable marks of a sentence that starts at `offset`, tied to its tokens, in order."""
    found = []
    for mark in [m for given in marks for m in _days_moved(tree, words, given, offset)]:
        if not usable(words, mark):
            continue
        tokens = tree.at(mark.words.start - offset, mark.words.end - offset)
        inside = tokens and (_inside_word(tree, tokens[0]) or tree.end[tokens[-1]] > mark.words.end - offset)
        if tokens and not inside:
            anchor = mark.anchor_at
            here = anchor is not None and offset <= anchor < mark.words.start
            before = tree.at(anchor - offset, anchor - offset + 1) if here and anchor is not None else []
            found.append(_timed(tree, mark, tokens, before[0] if before else None))
    return _spans(tree, found)


def _days_moved(tree: Tree, words: Lexicon, mark: DateMark, offset: int) -> tuple[DateMark, ...]:
    """The mark, or both its days where something is moved from the one to the other, which is no span."""
    if len(mark.parts) != 2 or mark.days is None:
        return (mark,)
    tokens = tree.at(mark.words.start - offset, mark.words.end - offset)
    if not tokens or not tokens[0] or tree.lower[tokens[0] - 1] != "from":
        return (mark,)
    verb = tree.clause(tokens[0])
    moves = lemma(tree, verb) in words["postponing"] | words["moving"] | {"bring"}
    return mark.parts if moves and verb < tokens[0] else (mark,)


def _spans(tree: Tree, timed: list[Timed]) -> list[Timed]:
    """The dates, two days in a row joined by "and" as one span ("spent Sunday and Monday in the city")."""
    found: list[Timed] = []
    for t in timed:
        whole = _span(tree, found[-1], t) if found else None
        found[-1:] = [whole] if whole else [*found[-1:], t]
    return found


def _span(tree: Tree, one: Timed, other: Timed) -> Timed | None:
    a, b = one.mark.days, other.mark.days
    if tree.lower[one.last + 1 : other.first] != ["and"] or a is None or b is None:
        return None
    if a.length() != 1 or b.length() != 1 or (b.lower - a.lower).days != 1:
        return None
    first, last = one.mark.words, other.mark.words
    words = replace(last, start=first.start, exact=f"{first.exact} and {last.exact}", prefix=first.prefix)
    mark = replace(one.mark, words=words, days=Days(a.lower, b.upper), granularity=Granularity.RANGE)
    return replace(one, mark=mark, last=other.last)


def _inside_word(tree: Tree, first: int) -> bool:
    """Whether words for a time begin behind a hyphen ("two-and-a-half minutes") or inside a title ("USA Today")."""
    glued = first > 0 and tree.end[first - 1] == tree.start[first]
    title = first > 0 and tree.word[first] == "Today" and tree.pos[first - 1] == "PROPN"
    named = tree.word[first : first + 2] in (["This", "Week"], ["This", "Morning"], ["Last", "Week"])
    title = title or (first > 0 and named and tree.word[first - 1] in QUOTES)
    return title or (glued and tree.word[first - 1] == "-")


def usable(words: Lexicon, mark: DateMark) -> bool:
    """Whether a mark can date a happening: resolved, no label, more than a time of day, more than "now"."""
    if mark.days is None or mark.granularity is None or mark.names:
        return False
    spoken = set(mark.words.exact.lower().replace("’", "'").replace("'s", "").split())
    if spoken & {"past", "last"} and mark.granularity is Granularity.DECADE:
        return False
    if "past" in spoken and mark.granularity is Granularity.YEAR:
        return False
    if spoken <= {"to", "date", "up"} or spoken == {"the", "end", "of", "day"}:
        return False
    if spoken & REGULAR and not any(c.isdigit() for c in mark.words.exact):
        return False
    if mark.type in (TimexType.TIME, TimexType.SET):
        if mark.rule == "day_of":
            return True  # "on the evening of that assault"
        counted = mark.anchor_at is not None and mark.days.length() == 1 and bool(spoken & {"before", "after"})
        return mark.type is TimexType.TIME and (counted or bool(spoken & words["pointing"]))
    return not spoken <= words["present_words"]


def _timed(tree: Tree, mark: DateMark, tokens: list[int], anchor: int | None) -> Timed:
    top = tree.top(tokens)
    within = top > tokens[0] and tree.pos[top] == "ADP"  # "a minute before midnight"
    before = tokens[0] - 1 if within and tokens[0] and tree.pos[tokens[0] - 1] == "ADP" else top
    preposition = tree.lower[before] if tree.pos[before] == "ADP" and not (within and before == top) else ""
    if not preposition and tree.dep[top] == "pobj":
        preposition = tree.lower[tree.head[top]]
    if preposition == "on" and "by" in tree.lower[max(0, tokens[0] - 3) : tokens[0]]:
        preposition = "by"  # "by noon on Friday"
    return Timed(mark, tokens[0], tokens[-1], top, preposition, anchor)


def direct(tree: Tree, words: Lexicon, timed: list[Timed]) -> list[Dated]:
    """What each date dates by itself; one happening keeps only the narrowest of nested dates."""
    found: list[Dated] = []
    for t in timed:
        governed = counted(tree, words, t, govern(tree, words, t), {d.unit for d in found})
        if governed is not None:
            found.extend(_anew(tree, words, t, governed) or _dated(tree, words, t, governed))
    return _narrowest([_aside(tree, words, d, found) for d in _own_first(found)])


def _aside(tree: Tree, words: Lexicon, dated: Dated, found: list[Dated]) -> Dated:
    """Of two times of one verb, the coarser one right behind a happening is that happening's ("on 1 July, the
    anniversary of the handover in 1997, protesters stormed ...")."""
    timed = dated.timed
    if timed is None or timed.first < 2 or not tree.verbal(dated.unit) or dated.relation:
        return dated
    noun = timed.first - 2 if tree.pos[timed.first - 1] == "ADP" else timed.first - 1
    if tree.pos[noun] != "NOUN" or not words.happening(tree.lemma[noun]):
        return dated
    finer = any(o.unit == dated.unit and _finer(o, dated) for o in found)
    return replace(dated, unit=noun, way="names the happening right before it") if finer else dated


def _finer(one: Dated, other: Dated) -> bool:
    a, b = one.days.length(), other.days.length()
    return a is not None and b is not None and a < b and not other.days.holds(one.days)


def _dated(tree: Tree, words: Lexicon, timed: Timed, governed: Governed) -> list[Dated]:
    mark = timed.mark
    assert mark.days is not None and mark.granularity is not None
    relation = _relation(tree, words, timed)
    base = Dated(
        governed.unit, mark.days, mark.granularity, timed, governed.way,
        relation=relation, also=governed.also, vague=mark.vague,
    )  # fmt: skip
    if tree.verbal(governed.unit) or governed.way == PASSING:
        return [_opened(tree, words, base)]
    if relation in ("since", "until", "till") and tree.dep[timed.top] == "pobj":
        # "Returns since 2005" is a span, of no single happening; "the worst since 2004, when ..." tells one.
        when = [k for k in tree.kids[timed.top] if tree.dep[k] == "relcl" and tree.has(k, "when")]
        return [replace(base, unit=k, relation="", way="a clause of time on the date") for k in when]
    base = replace(base, relation="")
    if mark.complement:
        return [base]
    return _joined_nouns(tree, words, base) + _counted_from(tree, words, base)


def _anew(tree: Tree, words: Lexicon, timed: Timed, governed: Governed) -> list[Dated]:
    """The new day of a thing put off: "postponed the launch to May" plans the launch."""
    verb, mark = governed.unit, timed.mark
    if timed.preposition not in ("", "to", "until", "till") or mark.days is None or mark.granularity is None:
        return []
    named = _named_day(tree, timed, verb)
    if named is not None:
        way = "the day that is set for it"
        return [Dated(named, mark.days, mark.granularity, timed, way, relation="anew", also=verb, vague=mark.vague)]
    moved = timed.preposition == "to" and tree.lemma[verb] in words["moving"]
    if not timed.preposition or not tree.verbal(verb) or not (moved or lemma(tree, verb) in words["postponing"]):
        return []
    thing = tree.kid(verb, "dobj", "nsubjpass")
    unit = verb if thing is None else thing
    way = "the new day of what is put off"
    return [Dated(unit, mark.days, mark.granularity, timed, way, relation="anew", also=verb, vague=mark.vague)]


def _named_day(tree: Tree, timed: Timed, verb: int) -> int | None:
    """What a day is set for, or the word for that day, in "named 25 April as the day of the vote"."""
    if (
        tree.lemma[verb] not in NAMING
        or tree.dep[timed.top] not in ("dobj", "npadvmod")
        or tree.head[timed.top] != verb
    ):
        return None
    leads = [k for i in (verb, timed.top) for k in tree.kids[i] if tree.lower[k] == "as" and k > timed.last]
    days = [i for k in leads if (i := tree.kid(k, "pobj")) is not None and tree.lemma[i] in DAYS]
    if not days:
        return None
    ofs = [tree.kid(k, "pobj") for k in tree.kids[days[0]] if tree.lower[k] in ("of", "for")]
    return next((i for i in ofs if i is not None and tree.pos[i] in ("NOUN", "PROPN")), days[0])


NAMING = frozenset(
    {"name", "set", "fix", "choose", "pick", "propose", "designate", "announce", "suggest", "select", "give"}
)
DAYS = frozenset({"day", "date", "deadline", "limit", "term", "month", "year"})


def _joined_nouns(tree: Tree, words: Lexicon, dated: Dated) -> list[Dated]:
    """A date after two joined happenings belongs to both: "the annexation and the outbreak of war that year"."""
    first = tree.head[dated.unit]
    after = dated.timed is not None and dated.timed.first > dated.unit
    if after and tree.dep[dated.unit] == "conj" and words.happening(tree.lemma[first]) and not tree.verbal(first):
        return [replace(dated, unit=first, also=None, shared=True), dated]
    return [dated]


def _counted_from(tree: Tree, words: Lexicon, base: Dated) -> list[Dated]:
    """The verb whose time is told as since or following a dated happening."""
    slot = slot_of(tree, base.unit)
    if slot.verb is None or slot.preposition not in words["since"] | words["following"]:
        return []
    if _long_after(tree, base.unit) or (slot.preposition != "since" and tree.lemma[base.unit] in SITTINGS):
        return []
    relation = "since" if slot.preposition in words["since"] else "following"
    later = replace(
        base, unit=slot.verb, also=None, relation=relation, shared=True,
        way=f"counted {slot.preposition} the happening that the date names",
    )  # fmt: skip
    return [_opened(tree, words, later)]


# After these, what is told was done there and then, and is no state that began.
SITTINGS = frozenset({"meeting", "talk", "summit", "session", "conference", "hearing", "debate", "discussion"})


def _long_after(tree: Tree, noun: int) -> bool:
    """Whether "long", "years" or the like stands before the preposition that a happening follows."""
    above = next((i for i in tree.up(noun) if tree.pos[i] in ("ADP", "SCONJ")), 0)
    return above > 0 and (tree.lower[above - 1] in ("long", "well") or tree.lemma[above - 1] in ("year", "decade"))


def _relation(tree: Tree, words: Lexicon, timed: Timed) -> str:
    counted = "before" in tree.lower[timed.last : timed.last + 2] and timed.mark.anchor_at is not None
    before = timed.mark.modifier is Modifier.BEFORE or timed.preposition == "before"
    if before and not counted and not _within(timed):
        return "before"
    if timed.preposition == "by":
        return "by"
    if timed.preposition in words["following"]:
        return "following"
    return timed.mark.direction or (timed.preposition if timed.preposition in ("since", "until", "till") else "")


def _within(timed: Timed) -> bool:
    """Whether words tell a time inside a span: "earlier this month", unless the month has just begun."""
    spoken, days = timed.mark.words.exact.lower().split(), timed.mark.days
    of_day = not {"week", "month", "year"} & set(spoken)
    return spoken[0] == "earlier" and days is not None and (of_day or days.length() != 1)


def _opened(tree: Tree, words: Lexicon, dated: Dated) -> Dated:
    """Since a day: from its start on, with an open end; "following" opens only a state that lasts."""
    lasting = dated.relation == "since"
    if dated.relation == "following":
        shape = voice(tree, dated.unit, words)
        lasting = (shape.perfect and not shape.past) or shape.present
    if not lasting:
        return dated
    return replace(dated, days=Days(dated.days.start, None), relation="since")


def _own_first(found: list[Dated]) -> list[Dated]:
    """A verb that has a date of its own takes none from "since" or "following" a dated noun."""
    own = {d.unit for d in found if not d.shared}
    return [d for d in found if not d.shared or d.unit not in own]


def _narrowest(found: list[Dated]) -> list[Dated]:
    kept: list[Dated] = []
    for d in found:
        rivals = [o for o in found if o is not d and o.unit == d.unit and not o.relation and not d.relation]
        if any(d.days != o.days and d.days.holds(o.days) for o in rivals):
            continue
        if any(k.unit == d.unit and k.days == d.days for k in kept):
            continue
        kept.append(d)
    return kept
