"""Whether a parse can be right about a party or thing: one that it cannot be right about is not told."""

from __future__ import annotations

from dateline.annotate.claims.soundness import orphaned
from dateline.annotate.claims.tree import HELPING, SUBJECTS, Tree

FEW = frozenset({"few", "dozen", "hundred", "thousand", "couple", "lot", "handful", "many", "million", "estimated"})
FORESEEING = frozenset({"forecast", "bet"})  # nouns that look like the past tense of verbs that tell something
ASKING = frozenset({"WP", "WDT", "WP$"})
AWAY = frozenset({"off", "on", "aboard", "out", "under", "up", "behind", "down", "over", "in", "at", "away"})
BOUND = frozenset({"MD", "VBZ", "VBP"})
FINITE = BOUND | {"VBD"}
TIMES = frozenset({"day", "night", "week", "month", "year", "morning", "evening", "afternoon", "moment", "weekend"})
PASSING = frozenset({
    "start", "begin", "end", "die", "arrive", "happen", "occur", "leave", "return", "come", "go", "play", "work",
    "speak", "meet", "sleep", "travel", "live", "appear", "resign", "retire", "vanish", "disappear", "crash", "fall",
})  # fmt: skip
GIVING = frozenset({"wish", "grant", "hand", "promise", "deny", "afford"})
IDEAS = frozenset({"way", "time", "place", "reason", "day", "moment", "chance", "opportunity", "method", "means"})
QUOTES = frozenset({'"', "“", "”"})


def inherited(tree: Tree, verb: int, who: int) -> bool:
    """Whether a verb has its subject from one before that it cannot be joined to, or tells that something is there."""
    if tree.kid(verb, "expl") is not None:
        return True
    own = any(k == who for k in tree.kids[verb])
    joined = any(tree.dep[k] == "cc" and tree.head[verb] < k < verb for k in tree.kids[tree.head[verb]])
    return not own and ((not joined and orphaned(tree, verb)) or _meant_for(tree, verb, who))


def _meant_for(tree: Tree, verb: int, who: int) -> bool:
    """Whether what is named only serves what an infinitive tells: "the perfect way to see it"."""
    serves = tree.dep[verb] in ("acl", "relcl") and tree.head[verb] == who and tree.lemma[who] in IDEAS
    return serves and any(tree.tag[k] == "TO" for k in tree.kids[verb])


def doubtful(tree: Tree, verb: int, thing: int) -> bool:
    """Whether a subject or object of a verb cannot be one as it has been read."""
    if tree.tag[thing] in ("JJS", "RBS") and tree.lower[thing] == "least":
        return True  # "to say the least"
    if tree.dep[thing] == "dobj" and tree.lemma[thing] in TIMES and tree.lemma[verb] in PASSING:
        return True  # "it started the day of the parade"
    if any(tree.dep[i] == "cc" and _acts(tree, i + 1) for i in range(tree.left[thing], thing - 1)):
        return True
    if tree.dep[thing] == "csubj" and tree.lemma[verb] == "be" and _turned_round(tree, verb, thing):
        return True
    alone = _asks(tree, thing) or _odd(tree, thing) or _open(tree, thing) or _bare(tree, thing)
    return alone or _aside(tree, verb, thing) or cited(tree, verb, thing) or _leads(tree, verb, thing)


def _turned_round(tree: Tree, verb: int, thing: int) -> bool:
    """Whether a participle leads to the subject behind: "also appearing in the papers is a host of relatives"."""
    who = tree.kid(verb, "attr")
    bare = tree.tag[thing] == "VBG" and tree.kid(thing, "prep") is not None and tree.kid(thing, "dobj") is None
    return bare and who is not None and any(tree.lower[k] in ("a", "an") for k in tree.kids[who])


def _asks(tree: Tree, thing: int) -> bool:
    """Whether it begins a question: "what life was like"."""
    return any(tree.tag[k] in ASKING and tree.dep[k] in ("det", "amod") and k < thing for k in tree.kids[thing])


def _odd(tree: Tree, thing: int) -> bool:
    """Whether a verb has been taken for a noun: "a farmer shoots", "the bank forecast that"."""
    if tree.lower[thing] in FORESEEING and tree.lower[thing + 1 : thing + 2] == ["that"]:
        return any(tree.dep[k] == "compound" for k in tree.kids[thing])
    if tree.tag[thing] not in ("NNS", "NNPS"):
        return False
    before = [k for k in tree.kids[thing] if k < thing]
    one = any(tree.dep[k] == "det" and tree.lower[k] in ("a", "an", "every", "each", "another") for k in before)
    return one and not any(tree.dep[k] in ("nummod", "quantmod") or tree.lemma[k] in FEW for k in before)


def _open(tree: Tree, thing: int) -> bool:
    """Whether a preposition on it leads to nothing: "Roe leans in and", where a verb has been taken for a noun."""
    return any(
        tree.dep[k] == "prep" and k == thing + 1 and not tree.kids[k] and k + 1 < len(tree) and tree.dep[k + 1] == "cc"
        for k in tree.kids[thing]
    )


def _bare(tree: Tree, thing: int) -> bool:
    """Whether a clause hangs on it that has neither a subject nor a word that stands for it."""
    for verb in tree.kids[thing]:
        if tree.dep[verb] != "relcl" or not tree.verbal(verb):
            continue
        helped = [k for k in tree.kids[verb] if tree.dep[k] in HELPING]
        bound = tree.tag[min([verb, *helped])] in BOUND
        if bound and not any(tree.dep[k] in SUBJECTS or tree.tag[k] in (*ASKING, "WRB", "IN") for k in tree.kids[verb]):
            return True
    return False


def _aside(tree: Tree, verb: int, thing: int) -> bool:
    """Whether an object stands where none can: of "be", behind an adverb ("was off limits"), behind a lone comma."""
    if tree.dep[thing] not in ("dobj", "attr") or thing < verb:
        return False
    first = min(tree.left[thing], thing)
    before = first - 1
    if tree.lower[max(before - 1, 0) : before + 1] == ["on", "board"] or tree.lower[before] == "aboard":
        return True
    if tree.word[verb][0].isupper() and tree.tag[verb] == "VBG" and tree.word[verb - 1] in (*QUOTES, "‘", "'"):
        return True  # a title: is "Making a Difference"
    if tree.lemma[verb] == "be":
        led = before > verb and tree.lower[before] in AWAY and tree.dep[before] in ("prep", "advmod", "prt", "mark")
        return led or (
            tree.dep[thing] == "dobj" and any(tree.dep[k] == "prep" and verb < k < first for k in tree.kids[verb])
        )
    if tree.dep[thing] != "dobj" or tree.word[before] != "," or tree.word[first] in (*QUOTES, "‘", "'"):
        return False
    return tree.word[verb:first].count(",") % 2 == 1


def _acts(tree: Tree, i: int) -> bool:
    """Whether a noun behind "and" looks like a verb with its object: "government and | fortifies dictatorships"."""
    return tree.lower[i].endswith("ies") and tree.tag[i + 1 : i + 2] in (["NNS"], ["DT"])


def _leads(tree: Tree, verb: int, thing: int) -> bool:
    """Whether an object stands right before a clause that lacks a subject: "told local radio officers would come"."""
    if tree.dep[thing] != "dobj":
        return False
    for k in tree.kids[verb]:
        if tree.dep[k] == "ccomp" and k > thing and not any(tree.dep[s] in SUBJECTS for s in tree.kids[k]):
            first = min([k, *(h for h in tree.kids[k] if tree.dep[h] in HELPING)])
            if tree.right[thing] == first - 1 and tree.tag[first] in FINITE:
                return True
    return _given(tree, verb, thing)


def _given(tree: Tree, verb: int, thing: int) -> bool:
    """Whether who is given something has been read as a part of it: "wished South Korea success"."""
    first = tree.left[thing]
    named = first < thing and tree.pos[first] == "PROPN" and tree.tag[thing] in ("NN", "NNS")
    single = not any(tree.dep[k] in ("det", "poss", "case") for k in tree.kids[thing])
    return tree.lemma[verb] in GIVING and named and single and tree.dep[first] == "compound"


def cited(tree: Tree, verb: int, thing: int) -> bool:
    """Whether a quotation that a subject stands in ends before its verb, whose object then is who says it: '... news,"
    confirmed the mayor'."""
    first, opened = min(tree.left[thing], thing), 0
    for i in range(verb):
        if tree.word[i] not in QUOTES:
            continue
        spaced = i == 0 or tree.end[i - 1] < tree.start[i]
        if tree.word[i] == "“" or (tree.word[i] == '"' and spaced):
            opened = i + 1
        elif i > thing and opened <= first and (not opened or tree.word[i - 1] == ","):
            return True
        else:
            opened = 0
    return False
