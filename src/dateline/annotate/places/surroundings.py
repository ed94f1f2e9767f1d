"""What the words around a name say of it: that it is a place, of which kind, in which country, or something else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Any

from dateline.annotate.actors.lexicon import Lexicon
from dateline.annotate.actors.tokens import Token
from dateline.annotate.gazetteer import Lookup, Short, Toponym, fold, ordinary_names, short_forms

Area = tuple[str, str]  # a country and one of its divisions or ""

_WORDS = resources.files("dateline.annotate") / "lang" / "en" / "places.toml"
NAME_GAPS = frozenset({" ", "-", "\u00a0", "‑"})
DIVISIONS = frozenset({"state", "county", "region", "island", "river", "lake", "sea", "desert", "mountain", "strait"})
_AREAS = ("country", "state", "county", "region")
TOWN = 50_000  # inhabitants of a town that makes a state's name doubtful
_REACH = 5  # words between "Iraqi" and the name in "the northern Iraqi city of Mosul"


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(_WORDS.read_text("utf-8"))


@cache
def words(key: str) -> frozenset[str]:
    """A list of English words by its key in places.toml, folded."""
    return frozenset(fold(w) for w in _lists()[key].split())


def preceded(tokens: Sequence[Token], n: int, by: str) -> bool:
    """Whether one of the listed words stands before a name."""
    return n > 0 and tokens[n].gap in (" ", "\n") and tokens[n - 1].folded in words(by)


def followed(tokens: Sequence[Token], last: int, by: str) -> bool:
    """Whether one of the listed words, written small, stands behind a name."""
    if last >= len(tokens) or tokens[last].gap not in (" ", "-") or tokens[last - 1].owns:
        return False
    if tokens[last].gap == "-":
        return tokens[last].folded in words("compounds")
    return not tokens[last].capital and tokens[last].folded in words(by)


def designated(tokens: Sequence[Token], n: int) -> str:
    """The word that says before a name what it is, as "island" in "the island of Ithaca"; "" if none does."""
    if n < 2 or tokens[n].gap != " ":
        return ""
    at = n - 2 if tokens[n - 1].folded == "of" and tokens[n - 1].gap == " " else n - 1
    kind = tokens[at].folded
    if tokens[at].capital:
        return kind if at == n - 2 and kind in words("titled") else ""
    return kind if kind in words("towns") or (kind in words("designators") and at == n - 2) else ""


def of_party(tokens: Sequence[Token], n: int) -> bool:
    """Whether a name tells where a member of parliament comes from: "D-Mass."."""
    return n > 0 and tokens[n].gap in ("-", "‑") and tokens[n - 1].words in ("D", "R", "I", "DFL", "Lab", "Con", "LD")


def filed(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name in capitals opens a report inside a text: "CORSICANA — A woman was sentenced"."""
    name = tokens[last - 1].words
    dashed = last < len(tokens) and any(dash in tokens[last].gap for dash in ("--", " —", " –", " - "))
    return dashed and len(name) > 3 and name.isupper()


def behind(tokens: Sequence[Token], last: int, lists: Lookup) -> frozenset[Area]:
    """The divisions and countries that a name stands in by what follows it: "Paris, Texas", "Chibok in Nigeria"."""
    if last >= len(tokens):
        return frozenset()
    if tokens[last].gap.strip() in (",", "(") and tokens[last].capital:
        return _areas(tokens, last, lists, short=True)
    if tokens[last].folded in ("in", "on") and tokens[last].gap == " " and not tokens[last - 1].owns:
        at = last + 1
        while at < min(last + 3, len(tokens)) and tokens[at].words in words("locative") | words("articles"):
            at += 1
        if at < len(tokens) and tokens[at].capital and tokens[at].gap == " ":
            return _areas(tokens, at, lists, short=False)
    return frozenset()


def stated(tokens: Sequence[Token], last: int, lists: Lookup) -> frozenset[Area]:
    """The state behind a comma that can be nothing else: "York, Maine", but not "Boston, New York"."""
    if last >= len(tokens) or tokens[last].gap.strip() != "," or not tokens[last].capital:
        return frozenset()
    named = lists.named(tokens[last].words)
    clear = bool(named) and named[0].kind == "state" and all(t.population < TOWN for t in named[1:])
    if not clear and not (short_pair(tokens, last) or _short_form(tokens[last])):
        return frozenset()
    return frozenset(a for a in _areas(tokens, last, lists, short=True) if a[1])


def _areas(tokens: Sequence[Token], at: int, lists: Lookup, short: bool) -> frozenset[Area]:
    form = short_pair(tokens, at) or _short_form(tokens[at]) if short else None
    meant = {(form.country, form.admin)} if form else set()
    for end in range(min(at + 4, len(tokens)), at, -1):
        if all(tokens[k].gap in NAME_GAPS for k in range(at + 1, end)):
            meant.update(_named_areas(lists.named(" ".join(x.words for x in tokens[at:end]))))
        if meant:
            break
    return frozenset(meant)


def short_pair(tokens: Sequence[Token], at: int) -> Short | None:
    """What a short form of two words stands for: "W.Va."."""
    if at + 1 >= len(tokens) or tokens[at + 1].gap not in (".", ". "):
        return None
    return short_forms().get(f"{tokens[at].words}{tokens[at + 1].gap}{tokens[at + 1].words}.")


def _short_form(token: Token) -> Short | None:
    dotted = token.words if token.words.endswith(".") else token.words + "."
    return short_forms().get(dotted) or short_forms().get(token.words)


def _named_areas(named: Iterable[Toponym]) -> Iterator[Area]:
    for t in named:
        if t.kind in (*_AREAS, "island") and t.country:
            yield (t.country, t.admin if t.kind in ("state", "county") else "")


def before(tokens: Sequence[Token], n: int, lists: Lookup, lexicon: Lexicon) -> frozenset[Area]:
    """The countries that a name stands in by what comes before: "Namibia's Kunene", "the Iraqi city of Mosul"."""
    if n and tokens[n].gap == " " and tokens[n - 1].owns and tokens[n - 1].capital:
        return frozenset(_named_areas(t for t in lists.named(tokens[n - 1].words) if t.kind == "country"))
    at = n - 1
    if at > 0 and tokens[at].folded == "of" and tokens[at].gap == " ":
        at -= 1
        if tokens[at].folded not in words("towns") | words("designators"):
            return frozenset()
    for k in range(at, max(at - _REACH, -1), -1):
        if tokens[k + 1].gap != " ":
            break
        if tokens[k].capital:
            plain = k < n - 1 or tokens[n].folded not in ordinary_names()  # "the US Energy Secretary"
            return frozenset((state.country, "") for state in lexicon.demonyms.get(tokens[k].folded, ()) if plain)
        if tokens[k].folded not in words("towns") | words("designators") | words("qualities"):
            break
    return frozenset()


def divided(divisions: tuple[Toponym, ...], designator: str) -> tuple[Toponym, ...]:
    """Those of the divisions that lie where divisions are called so: India has states, Pakistan provinces."""
    lands = {
        code.upper()
        for line in _lists()["divided"]
        if designator in line.partition(":")[0].split()
        for code in line.partition(":")[2].split()
    }
    return tuple(t for t in divisions if t.country in lands) or divisions


def suits(kind: str, designator: str) -> bool:
    """Whether a place of a kind may be called by a word: the island of Ithaca is no town."""
    if designator in words("towns"):
        return kind in ("city", "capital")
    return kind == designator if designator in DIVISIONS - {"region"} else kind in DIVISIONS
