"""How far the words of a party or thing reach, as a reader is shown them."""

from __future__ import annotations

from collections.abc import Set

from dateline.annotate.claims.tree import Tree, known

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INNER = frozenset({"dative", "compound", "poss", "amod", "nmod", "appos"})
LOOSE = frozenset({"ADP", "PRON", "DET", "SCONJ", "CCONJ"})
BEFORE = frozenset({"prep", "advmod", "advcl", "npadvmod", "dep"})
STOPS = frozenset({",", ";", "—", "–", "("})
CHARGING = frozenset(  # verbs that take an object and of what: "accused Roe of fraud" is no "Roe of fraud"
    """
    accuse acquit convict suspect rob strip deprive inform warn remind assure cure clear rid relieve notify advise
    persuade convince absolve
    """.split()
)
COUNTING = frozenset({
    "hundred", "thousand", "dozen", "score", "million", "billion", "number", "group", "lot", "couple", "handful",
    "pair", "majority", "half", "member", "rest", "most", "crowd", "array", "series", "owner", "head", "resident",
})  # fmt: skip
CLAUSES = frozenset({"as", "while", "when", "because", "since", "if", "after", "before", "until", "though", "although"})
ALONG = frozenset({"along", "back", "up", "out", "down", "off", "away", "together", "aside"})  # parts of the verb
AGAIN = frozenset({"again", "once", "too", "also", "instead", "together", "anyway", "soon", "already", "now", "then"})
ROUGH = frozenset({"later", "earlier", "early", "late"})


@known
def extent(tree: Tree, token: int, dates: frozenset[int], *, parted: bool) -> tuple[int, int]:
    """First and last token of an argument, without what trails after a comma; if `parted`, without what is joined to
    it. `dates` are tokens of times, which end it."""
    last, own = token, set(tree.under(token))
    parted = parted and tree.kid(token, "preconj") is None
    for i in range(token + 1, tree.right[token] + 1):
        if tree.lower[i] in STOPS or tree.dep[i] in ("relcl", "acl") or i in dates:
            break
        if _ends(tree, token, i) or (parted and tree.dep[i] == "cc" and tree.head[i] == token and tree.lower[i] != "&"):
            break
        if i not in own or (tree.lower[i] == "but" and tree.dep[i] == "cc"):
            break  # what hangs on it from beyond a verb is none of it
        last = i
    while last > token and (_loose(tree, last) or tree.head[last] > last):
        last -= 1
    last = _before_owner(tree, token, last)
    return _first(tree, token, dates), _through(tree, token, last, dates)


def _ends(tree: Tree, token: int, i: int) -> bool:
    """Whether a preposition begins what is none of an argument: "accused Roe | of fraud", "saw it | as a threat"."""
    if tree.dep[i] != "prep":
        return tree.dep[i] == "mark" and tree.lower[i] in CLAUSES
    charged = tree.lower[i] == "of" and tree.head[i] == token and tree.dep[token] == "dobj"
    charged = charged and tree.lemma[token] not in COUNTING and tree.pos[token] not in ("NUM", "PRON", "DET", "ADJ")
    return (charged and tree.lemma[tree.head[token]] in CHARGING) or tree.lower[i] == "as"


def _before_owner(tree: Tree, token: int, last: int) -> int:
    """The last token, before a phrase that has been cut at a genitive: "a list | with the senders | ' names"."""
    cut = last + 1 < len(tree) and (tree.tag[last + 1] == "POS" or tree.dep[last + 1] == "case")
    if not cut or last == token:
        return last
    led = next((i for i in range(last, token, -1) if tree.dep[i] == "prep"), last + 1)
    return led - 1


def _loose(tree: Tree, i: int) -> bool:
    """Whether a word at the end of an argument leads to nothing, or belongs to the verb."""
    again = tree.pos[i] == "ADV" and tree.lower[i] in AGAIN and tree.pos[i - 1] != "CCONJ"
    return again or tree.pos[i] in LOOSE or tree.dep[i] == "case"


def _first(tree: Tree, token: int, dates: Set[int]) -> int:
    """The first token, without phrases before it: "according to Roe, | the lorry", "later Monday | the mayor"."""
    first = min(tree.left[token], token)
    for k in tree.kids[token]:
        after = tree.right[k] + 1
        if k < token and tree.dep[k] in BEFORE and tree.word[after] == ",":
            first = max(first, after + 1)
    if tree.lower[first] in ROUGH and first + 1 in dates:
        first += 1
    led = tree.pos[first] in ("ADV", "ADP") and first < token and tree.lower[first + 1] not in ("to", "from")
    if tree.lower[first] in ALONG and led:
        first += 1
    if tree.lower[first] == "that" and tree.tag[token] == "NNS" and first < token:
        first += 1
    while first < token and (first in dates or tree.pos[first] in ("SPACE", "PUNCT", "PART", "CCONJ")):
        first += 1
    return first


def _through(tree: Tree, token: int, last: int, dates: Set[int]) -> int:
    """The end of a run of nouns that the parser has cut ("two cup | wins"), if the words end inside one."""
    if tree.tag[last] not in NOUNS or tree.dep[token] in INNER:
        return last
    while last + 1 < len(tree) and _goes_on(tree, last + 1, dates):
        last += 1
    return last


def _goes_on(tree: Tree, i: int, dates: Set[int]) -> bool:
    acting = tree.lower[i].endswith("ing") and i + 1 < len(tree) and tree.pos[i + 1] in ("DET", "PRON")
    return tree.tag[i] in NOUNS and tree.pos[i] in ("NOUN", "PROPN") and i not in dates and not acting
