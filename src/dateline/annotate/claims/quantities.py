"""Numbers with their units, as a clause states them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.annotate.claims.tree import Tree
from dateline.model.claim import Quantity

ONES = {
    "zero": 0.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0, "fourteen": 14.0, "fifteen": 15.0,
    "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0,
}  # fmt: skip
TENS = {
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0,
    "ninety": 90.0,
}  # fmt: skip
SMALL = ONES | TENS | {"dozen": 12.0}
LARGE = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "k": 1e3,
}  # fmt: skip
SCALES = {"m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3}
ROUGH = frozenset({
    "about", "around", "some", "nearly", "almost", "over", "roughly", "approximately", "under", "up", "least", "more",
    "less", "fewer", "than", "many", "most", "at", "as", "to", "below", "above",
})  # fmt: skip
CLOCK = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "gmt", "o'clock"})
ALIKE = frozenset({
    "percent", "people", "dozen", "hundred", "thousand", "million", "billion", "trillion", "aircraft", "spacecraft",
    "police", "crew", "personnel", "staff", "youth", "cattle", "sheep", "fish", "kmph", "hertz", "warhead", "per",
    "percentage", "euro", "dollar", "yuan", "rand", "baht", "series", "species", "offspring",
})  # fmt: skip
MORE = frozenset({"as", "more", "less", "the", "higher", "larger", "bigger", "greater"})
LOOSE = frozenset({"point", "time", "day", "way", "thing", "hand", "side", "reason", "word", "case", "swoop", "stage"})
LEAST = 20.0  # a smaller number that counts nothing named is a score, a rank or a pronoun
HARMED = frozenset({"kill", "wound", "injure", "hurt", "die", "arrest", "detain", "displace"})
LONG_NAME = 6  # tokens from a part of a name to its last word ("300 Stalin era Antonov An-2 aircraft")
LONGEST = 24  # characters of a number that is read: longer ones are codes


def quantities(
    tree: Tree, tokens: Iterable[int], dates: frozenset[int], *, named: bool = False
) -> tuple[Quantity, ...]:
    """The numbers among a clause's tokens that are no dates, in the order of the words; `named` leaves out those that
    do not stand with what they count."""
    wanted = sorted(t for t in tokens if tree.pos[t] == "NUM" and t not in dates and not _label(tree, t))
    return tuple(
        _quantity(tree, run)
        for run in _runs(tree, wanted)
        if _value(tree, run) is not None and _counts(tree, run, named)
    )


def _counts(tree: Tree, run: list[int], named: bool) -> bool:
    """Whether a number has something that it counts: not "one of them", "Falcon 9", "a factor of two"."""
    unit = _unit(tree, run)
    after = tree.lower[run[-1] + 1 : run[-1] + 4]
    if after[:1] == ["times"] and MORE.intersection(after[1:2]):
        return False  # "ten times as many"
    if unit is not None and tree.lower[run[-1]] == "one" and tree.lemma[unit] in LOOSE:
        return False  # "at one point"
    if _numbered(tree, run[0]) or (unit is not None and tree.lower[unit] in CLOCK):
        return False
    if _part(tree, run) or (named and _between(tree, run)):
        return False
    if unit is not None:
        return _countable(tree, run, unit) and (unit > run[0] or tree.tag[unit] in ("$", "#"))
    if named:
        return _people(tree, run) is not None or _rough(tree, run)
    large = (_value(tree, run) or 0.0) >= LEAST or _people(tree, run) is not None
    return large and (run[0] == 0 or tree.pos[run[0] - 1] != "PROPN")


def _rough(tree: Tree, run: list[int]) -> bool:
    """Whether a number is told as rough, or as a part of more ("more than 2,500 have been built", "134 of 219")."""
    counted = tree.dep[run[-1]] in ("nsubj", "nsubjpass", "dobj") and (_value(tree, run) or 0.0) >= LEAST
    within = tree.lower[run[-1] + 1 : run[-1] + 2] == ["of"]
    return counted and (within or (tree.kid(run[-1], "prep") is None and _approximation(tree, run[0])[1] != ""))


def _part(tree: Tree, run: list[int]) -> bool:
    """Whether a number is only a part of a word, a score or a code ("103-58", "2K")."""
    first, after = run[0], run[-1] + 1
    glued = (
        first > 0 and tree.end[first - 1] == tree.start[first] and tree.tag[first - 1] not in ("$", "#", "-LRB-", "``")
    )
    letters = after < len(tree) and tree.start[after] == tree.end[after - 1] and tree.word[after][0].isupper()
    return (glued and tree.word[first - 1] not in "(“\"'‘—") or letters


def _between(tree: Tree, run: list[int]) -> bool:
    """Whether a number is one end of a span ("30 to 40", "between 8% and 15%")."""
    first, after = run[0] - (1 if run[0] > 0 and tree.tag[run[0] - 1] == "$" else 0), run[-1] + 1
    before = tree.lower[max(0, first - 2) : first]
    while after < len(tree) and (tree.tag[after] in ("$", "NN") and tree.lower[after] in ("%", "percent", "$")):
        after += 1
    joined = tree.lower[after : after + 1] in (["to"], ["or"], ["-"], ["–"]) and _numeral(tree, after + 1)
    spans = "between" in before or (before[-1:] == ["and"] and "between" in tree.lower[max(0, first - 6) : first])
    after_one = before[-1:] in (["to"], ["or"], ["-"], ["–"]) and first > 1 and tree.pos[first - 2] in ("NUM", "SYM")
    return joined or spans or after_one


def _numeral(tree: Tree, i: int) -> bool:
    """Whether a number stands at a token, or behind a sign of money there."""
    at = i + 1 if i < len(tree) and tree.tag[i] == "$" else i
    return at < len(tree) and tree.pos[at] == "NUM"


def _countable(tree: Tree, run: list[int], unit: int) -> bool:
    """Whether a word can be what a number counts: no name, and no single thing of several."""
    if tree.tag[unit] == "NNP" or tree.pos[unit] in ("ADJ", "VERB"):
        return False
    several = (_value(tree, run) or 0.0) >= 2
    single = (
        tree.tag[unit] == "NN"
        and len(tree.word[unit]) > 3
        and tree.word[unit][-1] != "s"
        and tree.lower[unit] not in ALIKE
    )
    return not (several and single and unit > run[-1])


def _numbered(tree: Tree, first: int) -> bool:
    """Whether a number belongs to a name before it ("the Pixel 2 family")."""
    before = first - 1
    return before >= 0 and tree.pos[before] == "PROPN" and tree.word[first].isdigit()


def _people(tree: Tree, run: list[int]) -> str | None:
    """What a number counts that is itself hurt or killed: "527 were injured"."""
    at = run[-1]
    hurt = tree.dep[at] in ("nsubj", "nsubjpass", "dobj") and tree.lemma[tree.head[at]] in HARMED
    return "people" if hurt else None


def _label(tree: Tree, i: int) -> bool:
    """Whether a number counts nothing: "Apollo 11", "a 3-year-old"."""
    if tree.lower[i] in LARGE and not (
        i and (tree.pos[i - 1] == "NUM" or tree.lower[i - 1] in ("a", "one", "several"))
    ):
        return True  # "hundred dollar bills", "million years"
    hyphened = i + 1 < len(tree) and tree.word[i + 1] == "-" and tree.start[i + 1] == tree.end[i]
    if hyphened and i + 2 < len(tree) and _ones_of(tree, i + 2):
        return False
    up = tree.head[i]
    return hyphened or (tree.pos[up] == "PROPN" and up < i and tree.dep[i] in ("nummod", "appos"))


def _runs(tree: Tree, wanted: list[int]) -> Iterator[list[int]]:
    """Numbers that are written in several words ("two billion", "fifty-eight") are one."""
    run: list[int] = []
    for i in wanted:
        hyphen = i > 1 and tree.word[i - 1] == "-" and tree.start[i] == tree.end[i - 1]
        joined = bool(run) and (i == run[-1] + 1 or (hyphen and i == run[-1] + 2))
        if run and not (joined and (tree.lower[i] in LARGE or _ones_of(tree, i))):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _ones_of(tree: Tree, i: int) -> bool:
    """Whether a number is the ones of the tens before it ("twenty one", "twenty-one")."""
    before = i - 2 if i > 1 and tree.word[i - 1] == "-" else i - 1
    return before >= 0 and tree.lower[i] in ONES and tree.lower[before] in TENS


def _quantity(tree: Tree, run: list[int]) -> Quantity:
    last = run[-1]
    unit_at = _unit(tree, run)
    first, approx = _approximation(tree, run[0])
    end = unit_at if unit_at is not None and 0 < unit_at - last <= 4 else last
    scale = _scale(tree, run)
    end = max(end, last + 1) if scale != 1.0 else end
    words = _spelled(tree, first, end + (1 if tree.lower[end] == "per" else 0))
    if [*tree.lower[max(0, run[0] - 2) : run[0]]] == ["half", "a"]:
        words = _spelled(tree, run[0] - 2, end)
        return Quantity((_value(tree, run) or 0.0) / 2, "" if unit_at is None else _named(tree, unit_at), words, approx)
    unit = _people(tree, run) or "" if unit_at is None else _named(tree, unit_at)
    return Quantity((_value(tree, run) or 0.0) * scale, unit, words, approx)


def _named(tree: Tree, unit: int) -> str:
    """The base form of a unit; "per cent" is one word."""
    return "percent" if tree.lower[unit : unit + 2] == ["per", "cent"] else tree.lemma[unit]


def _scale(tree: Tree, run: list[int]) -> float:
    """By how much a sum of money is told shorter, with a letter glued to its number ("$7m")."""
    before, after = run[0] - 1, run[-1] + 1
    money = before >= 0 and tree.tag[before] == "$"
    glued = after < len(tree) and tree.start[after] == tree.end[after - 1]
    return SCALES.get(tree.lower[after], 1.0) if money and glued else 1.0


def _spelled(tree: Tree, first: int, last: int) -> str:
    """The words as they are written, tokens that stand together unparted."""
    spaced = (
        (" " if i > first and tree.start[i] > tree.end[i - 1] else "") + tree.word[i] for i in range(first, last + 1)
    )
    return "".join(spaced)


def _unit(tree: Tree, run: list[int]) -> int | None:
    after = run[-1] + 1
    before = run[0] - 1
    if after < len(tree) and tree.lower[after] in ("percent", "%"):
        return after
    if before >= 0 and tree.tag[before] == "$":
        return before
    if after < len(tree) and tree.lower[after] == "per":
        return after
    for i in reversed(run):
        up = tree.head[i]
        if (
            tree.dep[i] in ("nummod", "compound", "quantmod")
            and tree.pos[up] in ("NOUN", "PROPN", "SYM")
            and up not in run
        ):
            return _counted(tree, run[-1], up)
    return None


def _counted(tree: Tree, number: int, noun: int) -> int:
    """What a number before a noun counts: whose thing it is ("400 people's data"), or what it is a part of the name of
    ("three quarterback hits")."""
    owner = next((i - 1 for i in range(number + 1, noun) if tree.tag[i] == "POS"), None)
    if owner is not None:
        return owner
    while tree.dep[noun] in ("compound", "nmod") and tree.pos[noun] == "NOUN" and _named_with(tree, noun):
        noun = tree.head[noun]
    return noun


def _named_with(tree: Tree, noun: int) -> bool:
    """Whether nothing but other parts of the name stand between a part of a name and its last word."""
    last = tree.head[noun]
    return noun < last <= noun + LONG_NAME and all(last in tree.up(i) for i in range(noun + 1, last))


def _approximation(tree: Tree, first: int) -> tuple[int, str]:
    at = first
    while at > 0 and first - at < 3 and tree.lower[at - 1] in ROUGH and tree.dep[at - 1] != "prt":
        at -= 1
    words = " ".join(tree.lower[at:first])
    return (first, "") if words in ("to", "at", "as", "than", "up", "many", "most") else (at, words)


def _value(tree: Tree, run: list[int]) -> float | None:
    total = 1.0
    seen = False
    for i in run:
        number = _number(tree.lower[i])
        if number is None:
            return None
        total = total + number if seen and _ones_of(tree, i) else total * number
        seen = True
    return total if seen else None


def _number(word: str) -> float | None:
    if word in LARGE:
        return LARGE[word]
    if len(word) > LONGEST:
        return None
    if word in SMALL:
        return SMALL[word]
    tens, _, ones = word.partition("-")
    if tens in SMALL and ones in SMALL:
        return SMALL[tens] + SMALL[ones]
    plain = word.replace(",", "")
    return float(plain) if plain.replace(".", "", 1).isdigit() and plain.isascii() else None
