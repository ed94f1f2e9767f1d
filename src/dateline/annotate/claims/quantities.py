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
ROUGH = frozenset({
    "about", "around", "some", "nearly", "almost", "over", "roughly", "approximately", "under", "up", "least", "more",
    "less", "fewer", "than", "many", "most", "at", "as", "to", "below", "above",
})  # fmt: skip
CLOCK = frozenset({"am", "pm", "a.m.", "p.m.", "gmt", "o'clock"})
MORE = frozenset({"as", "more", "less", "the", "higher", "larger", "bigger", "greater"})
LEAST = 20.0  # a smaller number that counts nothing named is a score, a rank or a pronoun
HARMED = frozenset({"kill", "wound", "injure", "hurt", "die", "arrest", "detain", "displace"})
LONGEST = 24  # characters of a number that is read: longer ones are codes


def quantities(tree: Tree, tokens: Iterable[int], dates: frozenset[int]) -> tuple[Quantity, ...]:
    """The numbers among a clause's tokens that are no dates, in the order of the words."""
    wanted = sorted(t for t in tokens if tree.pos[t] == "NUM" and t not in dates and not _label(tree, t))
    return tuple(
        _quantity(tree, run) for run in _runs(tree, wanted) if _value(tree, run) is not None and _counts(tree, run)
    )


def _counts(tree: Tree, run: list[int]) -> bool:
    """Whether a number has something that it counts: not "one of them", "Falcon 9", "a factor of two"."""
    unit = _unit(tree, run)
    after = tree.lower[run[-1] + 1 : run[-1] + 4]
    if after[:1] == ["times"] and MORE.intersection(after[1:2]):
        return False  # "ten times as many"
    if _numbered(tree, run[0], unit) or (unit is not None and tree.lower[unit] in CLOCK):
        return False
    if unit is not None:
        return tree.tag[unit] != "NNP" and (unit > run[0] or tree.tag[unit] in ("$", "#"))
    if (_value(tree, run) or 0.0) < LEAST and _people(tree, run) is None:
        return False
    return run[0] == 0 or tree.pos[run[0] - 1] != "PROPN"


def _numbered(tree: Tree, first: int, unit: int | None) -> bool:
    """Whether a number belongs to a name before it ("the Pixel 2 family")."""
    before = first - 1
    return (
        before >= 0
        and tree.pos[before] == "PROPN"
        and tree.head[before] in (first, unit)
        and tree.word[first].isdigit()
    )


def _people(tree: Tree, run: list[int]) -> str | None:
    """What a number counts that is itself hurt or killed: "527 were injured"."""
    at = run[-1]
    hurt = tree.dep[at] in ("nsubj", "nsubjpass", "dobj") and tree.lemma[tree.head[at]] in HARMED
    return "people" if hurt else None


def _label(tree: Tree, i: int) -> bool:
    """Whether a number counts nothing: "Apollo 11", "a 3-year-old"."""
    hyphened = i + 1 < len(tree) and tree.word[i + 1] == "-" and tree.start[i + 1] == tree.end[i]
    up = tree.head[i]
    return hyphened or (tree.pos[up] == "PROPN" and up < i and tree.dep[i] in ("nummod", "appos"))


def _runs(tree: Tree, wanted: list[int]) -> Iterator[list[int]]:
    """Numbers that are written in several words ("two billion") are one."""
    run: list[int] = []
    for i in wanted:
        joined = bool(run) and i == run[-1] + 1
        if run and not (joined and (tree.lower[i] in LARGE or _ones_of(tree, i))):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _ones_of(tree: Tree, i: int) -> bool:
    """Whether a number is the ones of the tens before it ("twenty one")."""
    return i > 0 and tree.lower[i] in ONES and tree.lower[i - 1] in TENS


def _quantity(tree: Tree, run: list[int]) -> Quantity:
    last = run[-1]
    unit_at = _unit(tree, run)
    first, approx = _approximation(tree, run[0])
    end = unit_at if unit_at is not None and 0 < unit_at - last <= 4 else last
    words = " ".join(tree.word[first : end + (2 if tree.lower[end] == "per" else 1)])
    if [*tree.lower[max(0, run[0] - 2) : run[0]]] == ["half", "a"]:
        words = " ".join(tree.word[run[0] - 2 : end + 1])
        return Quantity((_value(tree, run) or 0.0) / 2, "" if unit_at is None else tree.lemma[unit_at], words, approx)
    unit = _people(tree, run) or "" if unit_at is None else tree.lemma[unit_at]
    return Quantity(_value(tree, run) or 0.0, unit, words, approx)


def _unit(tree: Tree, run: list[int]) -> int | None:
    after = run[-1] + 1
    if after < len(tree) and tree.lower[after] in ("percent", "%", "per"):
        return after
    before = run[0] - 1
    if before >= 0 and tree.tag[before] == "$":
        return before
    for i in reversed(run):
        up = tree.head[i]
        if (
            tree.dep[i] in ("nummod", "compound", "quantmod")
            and tree.pos[up] in ("NOUN", "PROPN", "SYM")
            and up not in run
        ):
            return up
    return None


def _approximation(tree: Tree, first: int) -> tuple[int, str]:
    at = first
    while at > 0 and first - at < 3 and tree.lower[at - 1] in ROUGH:
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
