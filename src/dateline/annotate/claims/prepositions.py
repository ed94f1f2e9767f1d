"""What the preposition behind a verb tells of what follows it: a topic, a receiver, a doer, or a place or a way."""

from __future__ import annotations

from dateline.annotate.claims.tree import Tree

ABOUT = frozenset({"about", "over", "concerning", "regarding"})
ON = frozenset(  # verbs of which "on" tells the topic; else it tells where or how ("on Twitter", "on his way")
    """
    vote agree disagree negotiate talk speak decide rule focus consult confer debate report comment deal insist depend
    touch elaborate brief testify differ split clash work centre center compromise legislate deliberate advise act
    """.split()
)
QUARRELLING = frozenset(  # verbs, besides, of which "over" tells the topic
    """
    clash argue dispute fight quarrel protest criticise criticize condemn attack sue charge resign quit sack fire worry
    anger question apologise apologize row feud threaten warn mourn concern complain investigate fine sanction punish
    arrest detain indict impeach jail summon expel divide blame accuse haggle bargain rage wrangle spar bicker battle
    oust suspend reprimand mobilise mobilize rally strike boycott walk
    """.split()
)
SPANS = frozenset(
    {
        "year",
        "month",
        "week",
        "day",
        "decade",
        "time",
        "season",
        "period",
        "century",
        "hour",
        "weekend",
        "summer",
        "winter",
        "night",
        "course",
        "term",
        "past",
        "generation",
    }
)
MOVED = frozenset({"strew", "scatter", "throw", "walk", "wander", "move", "hang", "spread", "toss", "roam", "run"})
TOWARDS = frozenset({"to", "toward", "towards", "for"})
SAYINGS = frozenset({
    "in other words", "in any case", "in fact", "in addition", "in turn", "in part", "in large part", "in order",
    "on the other hand", "on the one hand", "at the moment", "at the time", "at the same time", "in the meantime",
    "for the most part", "in general", "in particular", "in contrast", "by contrast", "for example", "for instance",
    "in the end", "in the process", "of course", "in this case", "in that case", "on the contrary", "at least",
    "at first", "at last", "in the first place", "in the long run", "in effect", "in theory", "in practice",
    "in essence", "in short", "in the past", "in the future", "on average", "for now",
})  # fmt: skip
GOING = frozenset(  # verbs behind which "to" tells where, not to whom
    """
    go come travel fly return move head drive sail march flee walk run rush journey ride swim withdraw retreat escape
    emigrate migrate relocate arrive step climb race hurry fall drop rise drift crash race advance cross jump
    """.split()
)
AMOUNTS = frozenset(  # what "by" tells of a passive besides who does it: how much
    """
    percent point year month week day hour minute margin half third quarter inch foot metre meter mile kilometre
    kilometer dollar pound euro vote
    """.split()
)
WAYS = frozenset(  # or, without an article, how
    """
    mistake accident default hand name mail email phone telephone fax letter post train road car air sea ship boat bus
    plane helicopter rail law nature definition design birth force chance surprise far time then
    """.split()
)


def about(tree: Tree, word: str, verb: str, thing: int) -> bool:
    """Whether a preposition tells of what something is, not where: "over the budget", not "over Japan"."""
    if word == "on":
        return verb in ON
    if word == "over":
        return verb in ON | QUARRELLING and tree.lemma[thing] not in SPANS
    return word in ABOUT and verb not in MOVED


def measured(tree: Tree, thing: int) -> bool:
    """Whether what follows "by" tells how much or how, not who: "by a third", "by mistake"."""
    return tree.lemma[thing] in AMOUNTS or (tree.lemma[thing] in WAYS and not tree.kids[thing])


def beside_point(tree: Tree, preposition: int, thing: int) -> bool:
    """Whether a phrase names no party or place: "never to such effect", "to even the score", "in other words"."""
    denied = preposition > 0 and tree.lower[preposition - 1] in ("never", "though", "although")
    even = tree.lower[preposition] == "to" and tree.lower[preposition + 1 : preposition + 2] == ["even"]
    said = " ".join(tree.lower[preposition : thing + 1])
    return denied or even or said in SAYINGS


def towards(word: str, verb: str) -> bool:
    """Whether a preposition tells who gets something: "gave it to Roe", not "went to Oldford"."""
    return word in TOWARDS and (verb not in GOING or word == "for")
