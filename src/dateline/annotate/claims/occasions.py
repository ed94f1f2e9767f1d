"""Occasions of speech: the day of a statement or a meeting is the day of what is said or decided there."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import HELPING, Tree

ISSUING = frozenset({
    "issue", "release", "publish", "post", "air", "broadcast", "carry", "read", "print", "record", "upload", "share",
    "distribute", "circulate", "send", "deliver", "give", "make", "show", "televise", "stream", "write", "hold",
})  # fmt: skip
PAPERS = frozenset({
    "statement", "interview", "speech", "address", "video", "letter", "report", "message", "post", "tweet", "remark",
    "comment", "article", "column", "recording", "broadcast", "briefing", "conference", "communique", "release", "note",
    "declaration", "announcement", "email", "footage", "press", "filing", "document", "memo", "study", "paper",
})  # fmt: skip
SPEAKING = frozenset({
    "speak", "meet", "gather", "address", "appear", "testify", "visit", "sit", "convene", "assemble", "preside", "talk",
    "reply", "respond", "write", "tweet", "campaign", "attend",
})  # fmt: skip
PAST = frozenset({"VBD", "VBZ"})


def told_there(tree: Tree, words: Lexicon, dated: Dated, own: set[int]) -> Dated:
    """The happening; of an occasion that a date stands with, what was said or decided there.

    "Said in a statement issued on Friday", "speaking in Paris on Friday, he said"; `own` are the units that have a time
    of their own."""
    unit = dated.unit
    if (
        dated.relation
        or dated.timed is None
        or not tree.verbal(unit)
        or any(tree.dep[k] in HELPING for k in tree.kids[unit])
    ):
        return dated
    opens = tree.dep[unit] == "advcl"
    said = _opening(tree, words, unit) if opens else _in_paper(tree, words, unit) or _at_meeting(tree, words, unit)
    if said is None or said in own:
        return dated
    return replace(dated, unit=said, also=None, way="said or decided on the occasion that the date names")


def after_meeting(tree: Tree, words: Lexicon, dated: Dated, own: set[int]) -> Dated:
    """The happening; of a meeting after which something was agreed or said, that ("agreed to cut output after talks on
    Friday"), unless it has a time of its own."""
    noun = dated.unit
    if tree.verbal(noun) or dated.timed is None or dated.relation or dated.days.length() != 1:
        return dated
    lead = tree.head[noun]
    if tree.lemma[noun] not in SESSIONS or tree.dep[noun] != "pobj" or tree.lower[lead] not in ("after", "following"):
        return dated
    verb, before = tree.head[lead], tree.lower[lead - 1]
    counted = before in COUNTED or any(tree.dep[k] == "npadvmod" for k in tree.kids[lead])
    if counted or verb in own or not _told(tree, verb) or verb > noun:
        return dated
    return replace(dated, unit=verb, also=None, way="told as what came of the dated meeting")


SESSIONS = frozenset({
    "meeting", "talk", "summit", "session", "conference", "vote", "ballot", "hearing", "debate", "round", "discussion",
})  # fmt: skip
COUNTED = frozenset(
    {"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "hour", "soon", "long"}
)
AT = frozenset({"at", "in", "during"})


def _told(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what was done or has been done."""
    if not tree.verbal(verb) or any(tree.tag[k] == "MD" or tree.dep[k] == "neg" for k in tree.kids[verb]):
        return False
    helpers = [k for k in tree.kids[verb] if tree.dep[k] in HELPING]
    return tree.tag[verb] == "VBD" or any(tree.lower[k] in ("have", "has", "was", "were") for k in helpers)


def _at_meeting(tree: Tree, words: Lexicon, unit: int) -> int | None:
    """The verb of what was decided "at a meeting held on Friday"."""
    noun = tree.head[unit]
    lead = tree.head[noun]
    held = tree.dep[unit] == "acl" and tree.tag[unit] == "VBN" and tree.lemma[unit] in ("hold", "convene")
    if not held or tree.dep[noun] != "pobj" or tree.lower[lead] not in AT or tree.lemma[noun] not in MEETINGS:
        return None
    verb = tree.head[lead]
    return verb if _told(tree, verb) else None


MEETINGS = SESSIONS | {"congress", "assembly", "election", "referendum", "rally", "ceremony", "sitting", "forum"}


def _in_paper(tree: Tree, words: Lexicon, unit: int) -> int | None:
    """The verb of what is said in what was issued on a day."""
    noun = tree.head[unit] if tree.dep[unit] == "acl" else unit - 1
    if tree.tag[unit] not in ("VBN", "VBD") or tree.lemma[unit] not in ISSUING or tree.lemma[noun] not in PAPERS:
        return None
    verb = tree.head[noun] if tree.dep[noun] == "nsubj" else tree.head[tree.head[noun]]
    if tree.dep[noun] not in ("pobj", "nsubj") or (tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] not in IN):
        return None
    spoken = tree.lemma[verb] in words["speech"] | words["denying"] | words["demanding"] | FINDING
    return verb if spoken and _plain(tree, verb) else None


IN = frozenset({"in", "at", "during", "on", "through", "via", "by", "with"})
FINDING = frozenset({"find", "show", "call", "warn", "protest", "set", "announce"})


def _opening(tree: Tree, words: Lexicon, unit: int) -> int | None:
    """The main verb behind "speaking in Paris on Friday," or "gathered in Paris on Friday,"."""
    main = tree.head[unit]
    if tree.tag[unit] not in ("VBG", "VBN") or tree.lemma[unit] not in SPEAKING or main < unit:
        return None
    opens = tree.left[unit] == 0 or tree.pos[tree.left[unit] - 1] in ("PUNCT", "CCONJ", "SPACE")
    return main if opens and tree.left[unit] == unit and _plain(tree, main) else None


def _plain(tree: Tree, verb: int) -> bool:
    """Whether a verb tells in its own finite form what was done."""
    return tree.verbal(verb) and tree.tag[verb] in PAST and not any(tree.tag[k] == "MD" for k in tree.kids[verb])
