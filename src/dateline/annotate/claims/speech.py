"""Acts of saying, demanding and denying."""

from __future__ import annotations

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.setting import Setting, refused
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.untimely import LENGTHS
from dateline.annotate.claims.utterances import asks_to_do, confers, utters
from dateline.annotate.claims.verbs import answers, voice
from dateline.model.claim import Status

PROVIDING = frozenset(
    {"forecast", "plan", "law", "rule", "agreement", "deal", "programme", "program", "contract", "budget"}
)
HINTING = frozenset({"indicate", "suggest", "signal", "imply"})
WORDED = frozenset(
    {"conclude", "reason", "exclaim", "muse", "concur", "read", "protest", "object", "retort", "counter", "underline"}
    | {"underscore", "grumble", "point"}
)  # which are speech by what is said alone
WORDLESS = frozenset({"speak", "testify", "respond", "answer", "reply"})  # which may be done without words
TAKEN = frozenset({"life", "victim", "title", "victory", "win", "place", "spot", "seat", "prize", "crown", "medal"})
THEORIES = frozenset({
    "theory", "law", "model", "effect", "number", "figure", "fact", "thing", "way", "move", "sign", "name", "score",
    "idea", "insurgency", "history", "rocket", "missile", "ball", "ship", "plane", "price", "share", "stock",
})  # fmt: skip
GOING_ON = frozenset({"continue", "proceed", "begin"})  # which tell speech where a clause tells what is said
WRITTEN = frozenset({
    "sign", "banner", "placard", "poster", "note", "headline", "caption", "inscription", "plaque", "email", "text",
    "slogan", "label", "sticker", "notice", "card", "memo", "charge", "filing", "complaint", "order", "preamble",
})  # fmt: skip
CALLED_FOR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "tonight",
    "noon", "midnight",
})  # fmt: skip
HEARERS = frozenset({
    "reporter", "journalist", "parliament", "lawmaker", "medium", "media", "press", "newspaper", "paper", "agency",
    "audience", "crowd", "court", "jury", "police", "investigator", "officer", "channel", "station", "television",
    "radio", "magazine", "conference", "senator", "committee", "council", "people", "fan", "follower", "staff",
    "employee", "worker", "friend", "family", "relative", "authority", "official", "broadcaster",
})  # fmt: skip
OTHERS_SAY = frozenset({"i", "he", "she", "it", "they", "we"})


def denied(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    """Denied, and why; None if it is not."""
    tree, words = setting.tree, setting.words
    if tree.lemma[verb] in words["denying"]:
        return Status.DENIED, "a verb of denying"
    thing = tree.head[verb] if tree.dep[verb] == "relcl" else tree.kid(verb, "dobj")
    if tree.lemma[verb] in words["dismissing"] and thing is not None and tree.lemma[thing] in words["accusation"]:
        return Status.DENIED, "an accusation is dismissed"
    return None


def demanded(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    """Demanded, and why; None if it is not."""
    tree, words = setting.tree, setting.words
    if demanding(setting, verb):
        return Status.DEMANDED, "a verb of demanding"
    if tree.dep[verb] in ("xcomp", "ccomp") and demanding(setting, tree.head[verb]):
        return Status.DEMANDED, "the content of a demand"
    asked = tree.lemma[verb] in ("ask", "request", "want", "seek") and dated.relation in ("until", "till")
    if asked or (asked is False and dated.timed is not None and _inside_request(tree, words, dated)):
        return Status.DEMANDED, "the term that was asked for"
    return None


def _inside_request(tree: Tree, words: Lexicon, dated: Dated) -> bool:
    if dated.timed is None or dated.timed.preposition not in ("until", "till", "by"):
        return False
    return any(tree.lemma[up] in ("ask", "request") for up in tree.up(dated.timed.top))


def demanding(setting: Setting, verb: int) -> bool:
    """Whether a verb demands: by itself, by "for", or by its object."""
    tree, words = setting.tree, setting.words
    name = tree.lemma[verb]
    if asks_to_do(tree, verb):
        return True
    if name in words["demanding"]:
        return (
            name not in ("press", "insist", "appeal", "plead")
            or any(tree.lower[k] in ("for", "on") for k in tree.kids[verb] if k > verb)
            or _bids(tree, verb)
        )
    clauses = [k for k in tree.kids[verb] if tree.dep[k] in ("ccomp", "xcomp", "advcl") and tree.has(k, "for")]
    asks = tree.has(verb, "for") or bool(clauses)
    who = tree.kid(verb, "nsubj")
    provides = who is not None and tree.lemma[who] in PROVIDING
    if name in words["demanding_for"] and asks and not provides and tree.kid(verb, "dobj") is None:
        return not _for_a_day(tree, verb)
    if name in words["demanding_on"] and tree.has(verb, "on", "upon") and _to_do(tree, verb):
        return True
    thing = tree.kid(verb, "dobj")
    if any(_sets_term(tree, verb, k) for k in tree.kids[verb] if tree.lemma[k] in LENGTHS):
        return True
    return (
        thing is not None
        and tree.lemma[thing] in ("demand", "ultimatum")
        and name in ("issue", "make", "set", "present")
    )


def _sets_term(tree: Tree, verb: int, thing: int) -> bool:
    """Whether somebody is given so long to obey: "gave the firms three months to leave"."""
    aims = [k for i in (verb, thing) for k in tree.kids[i] if k > thing and tree.tag[k] == "VB" and tree.has(k, "to")]
    whom = tree.kid(verb, "dative") is not None and tree.lemma[verb] == "give"
    return whom and any(tree.lemma[k] in OBEYING for k in aims)


OBEYING = frozenset({
    "leave", "comply", "respond", "answer", "withdraw", "accept", "surrender", "resign", "quit", "vacate", "reply",
    "release", "free", "obey", "stop", "halt", "dismantle", "evacuate", "disband", "disarm", "apologise", "apologize",
    "retract",
})  # fmt: skip


def _bids(tree: Tree, verb: int) -> bool:
    """Whether what is insisted on is what others must do."""
    content = tree.kid(verb, "ccomp")
    modal = content is not None and any(tree.lower[k] in ("must", "should") for k in tree.kids[content])
    who = tree.kid(content, "nsubj", "nsubjpass") if content is not None else None
    return modal and who is not None and tree.lower[who] not in OTHERS_SAY


def _to_do(tree: Tree, verb: int) -> bool:
    """Whether an infinitive tells what somebody is called on to do."""
    return any(
        tree.dep[k] in ("xcomp", "advcl") and tree.tag[k] == "VB" and tree.has(k, "to") and k > verb
        for k in tree.kids[verb]
    )


def _for_a_day(tree: Tree, verb: int) -> bool:
    """Whether what follows "for" is a time ("a strike called for Tuesday")."""
    phrases = [tree.kid(k, "pobj") for k in tree.kids[verb] if tree.lower[k] == "for"]
    return any(
        tree.lower[i] in CALLED_FOR or tree.tag[i] == "CD"
        for thing in phrases
        if thing is not None
        for i in (thing, *(k for k in tree.kids[thing] if k == thing + 1))
    )


def said(setting: Setting, dated: Dated, verb: int) -> tuple[Status, str] | None:
    """Said, and why; None if it is not an act of saying, or one that does what it says."""
    tree, words = setting.tree, setting.words
    name = tree.lemma[verb]
    content = content_of(tree, verb)
    if name in words["enacting"] and content is not None and _own_deed(setting, verb, content):
        return None
    if dated.days.end is not None and utters(tree, words, verb) and not voice(tree, verb, words).negated:
        return Status.SAID, "words that tell an act of saying"
    if confers(tree, verb) or answers(tree, verb):
        return None
    if not (speaks(tree, words, verb) or name in ("announce", "proclaim")) or refused(tree, words, verb):
        return None
    if dated.days.end is None or (content is None and voice(tree, verb, words).negated):
        return None
    if performed(tree, words, verb) and content is None:
        return None
    return (Status.SAID, "a verb of saying") if says(tree, words, verb) else None


def announced(setting: Setting, verb: int) -> bool:
    """Whether a verb announces that something is so, and not what the speaker thereby does."""
    content = content_of(setting.tree, verb)
    if setting.tree.lemma[verb] not in ("announce", "proclaim") or content is None:
        return False
    if setting.tree.has(content, "what", "whatever"):
        return False  # a thing: "announced what he called an operation"
    return not _own_deed(setting, verb, content) and says(setting.tree, setting.words, verb)


def speaks(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb is one of speech, or tells what is written somewhere ("the letter read: ...")."""
    content = content_of(tree, verb) if tree.lemma[verb] in GOING_ON else None
    if content is not None and not _on_a_thing(tree, content):
        return True
    if tree.lemma[verb] != "read":
        return tree.lemma[verb] in words["speech"]
    what = tree.kid(verb, "nsubj")
    return what is not None and tree.lemma[what] in words["speech_noun"] | words["paper"] | WRITTEN


def _on_a_thing(tree: Tree, clause: int) -> bool:
    """Whether a clause only describes a thing before it ("a war began there that has cost many lives")."""
    who = tree.kid(clause, "nsubj", "nsubjpass")
    return who is not None and tree.lower[who] in ("that", "which")


def says(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb of speech tells an act of saying: not "was charged", nor "spoke to the king"."""
    name, content = tree.lemma[verb], content_of(tree, verb)
    if content is None and (name in WORDED or _other_sense(tree, words, verb)):
        return False
    if name in WORDLESS and content is None and tree.kid(verb, "prep") is not None:
        return name == "speak" and tree.has(verb, "of")
    if name == "claim" and (thing := tree.kid(verb, "dobj")) is not None and tree.lemma[thing] in TAKEN:
        return False
    shape = voice(tree, verb, words)
    if content is None and (shape.negated or (name == "welcome" and tree.kid(verb, "dobj") is None)):
        return False
    if (name in HINTING and _thing(tree, words, verb)) or _speechless(tree, words, verb):
        return False
    passive = shape.passive or (tree.tag[verb] == "VBN" and tree.dep[verb] == "acl")
    told = content is not None or (tree.kid(verb, "xcomp") is not None and name not in words["enacting"])
    return not passive or tree.kid(verb, "agent") is not None or told


def _other_sense(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb has a sense that is no speech: "slammed into a wall", "was charged by a court", "hopes to win"."""
    name, passive = tree.lemma[verb], voice(tree, verb, words).passive
    if name in ("slam", "blast"):
        return tree.kid(verb, "dobj") is None or tree.kid(verb, "prt") is not None or tree.has(verb, "into", "off")
    if name == "hope":
        return tree.kid(verb, "xcomp") is not None
    if name in ("boast", "threaten"):
        return tree.kid(verb, "dobj") is not None and tree.kid(verb, "xcomp") is None
    return passive and name in ("charge", "voice", "post")


def wordless(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether only who spoke to whom is told, not what was said ("the firm told the paper")."""
    passive = any(tree.dep[k] == "auxpass" for k in tree.kids[verb])
    clause = any(tree.verbal(i) for i in range(verb + 1, tree.right[verb] + 1))
    if passive or clause:
        return False
    if tree.lemma[verb] in ("post", "tweet", "write"):
        return tree.kid(verb, "dobj", "ccomp", "oprd", "attr") is None
    if tree.lemma[verb] not in ("tell", "inform", "say", "remind"):
        return False
    things = [k for k in tree.kids[verb] if tree.dep[k] in ("dobj", "dative")]
    if tree.kid(verb, "ccomp", "xcomp", "oprd", "acomp") is not None or len(things) > 1:
        return False
    if any(tree.lower[k] in ("of", "about", "that", "how", "what", "why") for k in tree.kids[verb]):
        return False
    return all(tree.pos[k] in ("PROPN", "PRON") or tree.lemma[k] in HEARERS for k in things)


def _speechless(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether who says it, by "by" in a passive, cannot speak ("was predicted by his theory")."""
    by = tree.kid(verb, "agent")
    who = tree.kid(verb, "nsubj") if by is None else tree.kid(by, "pobj")
    return who is not None and tree.pos[who] == "NOUN" and tree.lemma[who] in THEORIES - words["speech_noun"]


def _thing(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a thing is the subject, which says nothing by itself ("the removal suggests")."""
    who = tree.kid(verb, "nsubj")
    if who is None or tree.pos[who] != "NOUN" or tree.lemma[who] in words["speech_noun"]:
        return False
    return words.happening(tree.lemma[who])


def performed(tree: Tree, words: Lexicon, verb: int) -> bool:
    """Whether a verb of speech does what it says to its object: "called an election", but not "called it orderly"."""
    if tree.lemma[verb] == "call" and tree.kid(verb, "oprd", "attr", "acomp") is not None:
        return False
    content = content_of(tree, verb)
    thing = tree.kid(verb, "dobj", "oprd") is not None or (content is not None and tree.has(content, "what"))
    return tree.lemma[verb] in words["performing"] and thing


def content_of(tree: Tree, verb: int) -> int | None:
    """The clause that tells what is said; one that stands before the verb and a colon or semicolon is none."""
    for k in tree.kids[verb]:
        if tree.dep[k] == "ccomp" and (k > verb or not any(tree.lower[i] in (":", ";") for i in range(k, verb))):
            return k
    return None


def _own_deed(setting: Setting, verb: int, content: int) -> bool:
    """Whether what is announced is what the speaker thereby does."""
    tree = setting.tree
    if tree.lemma[verb] in ("agree", "promise", "decide", "order", "resolve", "pledge", "reaffirm"):
        return True
    subject = tree.kid(content, "nsubj", "nsubjpass")
    shape = voice(tree, content, setting.words)
    future = shape.modal in ("will", "would", "'ll", "shall") or (shape.progressive and tree.lemma[content] == "go")
    if not future or subject is None:
        return False
    return tree.lower[subject] in OTHERS_SAY or tree.has(subject, "his", "her", "its", "their", "my", "our")
