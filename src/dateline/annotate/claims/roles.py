"""Who does what to whom in a happening, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.claims.cast import TIMING, Cast
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.misread import cited, doubtful, inherited
from dateline.annotate.claims.passives import undergoes
from dateline.annotate.claims.persons import in_list, one_person
from dateline.annotate.claims.prepositions import about, beside_point, measured, towards
from dateline.annotate.claims.tree import HELPING, Tree
from dateline.annotate.claims.verbs import subject
from dateline.model.claim import Role

BETWEEN = frozenset({"between", "among", "with"})
DEALING = frozenset(
    {"on", "upon", "from", "into", "to", "for"}
)  # besides those within, of a noun that names a happening
MOVING = frozenset(
    {"visit", "trip", "journey", "tour", "flight", "travel", "return", "arrival", "voyage", "march", "ride"}
)
WITHIN = frozenset({"of", "with", "between", "by", "among", "against"})
COMMANDED = frozenset("soldier troop force rebel fighter guerrilla militiaman officer man delegation".split())
LEADING = frozenset({"lead", "head", "command"})  # which "by" tells who acts with others: "a delegation led by Roe"
MAKING = frozenset({"make", "create", "build", "produce", "write", "record", "shoot", "film", "use", "find", "solve"})
BESIDE = frozenset({"follow", "precede", "accompany", "surround"})  # which "by" tells no doer of
HEARING = frozenset({"tell", "inform", "assure", "remind", "notify"})  # verbs of which the object is who hears it


def roles(cast: Cast, words: Lexicon, unit: int) -> tuple[Role, ...]:
    """The parties and things in a happening, in the order agent, patient, recipient, topic, other."""
    tree = cast.tree
    verbal = tree.verbal(unit)
    found = _with_subject(cast, unit, list(_of_verb(cast, words, unit))) if verbal else list(_of_noun(cast, unit))
    rank = ("agent", "patient", "recipient", "topic", "other")
    seen: dict[tuple[str, int], Role] = {}
    for name, token in found:
        if token in cast.dates:
            continue
        for each in (token, *_also(cast, token)):
            actor, acting = ("", False) if name == "other" and cast.is_place(each) else cast.party(each)
            worded = cast.words(each, parted=any(True for _ in _also(cast, each)))
            seen.setdefault((name, each), Role(name, worded, tree.lemma[each], actor, acting))
    for (_, token), role in list(seen.items()):
        if role.actor or (tree.dep[token] == "pobj" and tree.lower[tree.head[token]] in TIMING):
            continue
        for inner in _inside(cast, words, token):
            made = Role("other", cast.named(inner), tree.lemma[inner], *cast.party(inner))
            seen.setdefault(("other", inner), made)
        known = {r.actor for r in seen.values()}
        for inner in cast.deep(token):
            if cast.actor(inner) not in known:
                made = Role("other", cast.named(inner), tree.lemma[inner], cast.actor(inner))
                seen.setdefault(("other", inner), made)
    return tuple(sorted(seen.values(), key=lambda r: rank.index(r.name)))


def _with_subject(cast: Cast, verb: int, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The arguments of a verb; one without a subject has the party right before it, whatever the parser makes of it:
    "In Seoul Moon said"."""
    tree = cast.tree
    finite = tree.tag[verb] in ("VBD", "VBZ", "VBP") or any(tree.dep[k] == "aux" for k in tree.kids[verb])
    who = subject(tree, verb)
    dated = who is not None and who in cast.dates  # "Roe, who won that June, left"
    if (who is not None and not dated) or tree.dep[verb] == "conj" or not finite:
        return found
    if not dated and any(name in ("agent", "patient") for name, _ in found):
        return found
    party = cast.beside(verb)
    return found if party is None else [("agent", party), *((n, t) for n, t in found if t != party)]


def _inside(cast: Cast, words: Lexicon, token: int, *, deeper: bool = True) -> Iterator[int]:
    """The parties inside an argument that is none itself: "May's agreement", "talks with the ELN", "approval of May's
    deal"."""
    tree, acts = cast.tree, words.happening(cast.tree.lemma[token])
    for k in tree.kids[token]:
        if tree.dep[k] == "poss" or (tree.dep[k] == "appos" and not cast.located(token, k)):
            inner: int | None = k
        elif tree.dep[k] in ("amod", "compound", "nmod") and acts:
            inner = k
        elif tree.lemma[token] in COMMANDED and (of := _commander(tree, k)) is not None:
            inner = of
        elif tree.dep[k] in ("prep", "agent") and (tree.lower[k] in WITHIN or (acts and _dealt(tree, k))):
            inner = tree.kid(k, "pobj")
        else:
            continue
        if inner is not None:
            yield from (n for n in (inner, *_also(cast, inner)) if cast.actor_of(n))
            if deeper and not cast.actor_of(inner):
                yield from _inside(cast, words, inner, deeper=False)


def _commander(tree: Tree, k: int) -> int | None:
    """Who leads others by a word under them: "soldiers under Roe", "a delegation led by Roe"; None if nobody does."""
    if tree.dep[k] == "acl" and tree.lemma[k] in LEADING and (by := tree.kid(k, "agent")) is not None:
        return tree.kid(by, "pobj")
    return tree.kid(k, "pobj") if tree.dep[k] == "prep" and tree.lower[k] == "under" else None


def _dealt(tree: Tree, preposition: int) -> bool:
    """Whether a preposition ties a party to a happening: "strikes on Lebanon", "accession to NATO", no "visit to"."""
    return tree.lower[preposition] in DEALING and tree.lemma[tree.head[preposition]] not in MOVING


def _also(cast: Cast, token: int) -> Iterator[int]:
    """What is joined to an argument; the parser makes of the second state in a list an apposition of the first."""
    tree, waiting = cast.tree, [token]
    while waiting:
        at = waiting.pop()
        if one_person(tree, at):
            continue
        for k in tree.kids[at]:
            joined = tree.dep[k] == "conj" and tree.pos[k] in ("NOUN", "PROPN", "PRON")
            if tree.dep[k] == "conj" and "but" in tree.lower[at + 1 : k]:
                continue
            if joined and any(tree.verbal(i) and tree.dep[i] not in ("acl", "relcl") for i in range(at + 1, k)):
                continue
            if joined or (tree.dep[k] == "appos" and (cast.listed(at, k) or in_list(tree, at, k))):
                yield k
                waiting.append(k)


def _of_verb(cast: Cast, words: Lexicon, verb: int) -> Iterator[tuple[str, int]]:
    tree = cast.tree
    passive = undergoes(tree, verb, words)
    suffered = passive and tree.lemma[verb] not in BESIDE
    who = subject(tree, verb)
    told = words["speech"] | words["demanding"] | words["denying"]
    turned = who is not None and cited(tree, verb, who)
    heard = tree.lemma[verb] in HEARING and tree.kid(verb, "ccomp") is not None
    if who is not None and not inherited(tree, verb, who) and not doubtful(tree, verb, who):
        yield ("patient" if passive else "agent"), who
    objects = [k for k in tree.kids[verb] if tree.dep[k] == "dobj"]
    for k in tree.kids[verb]:
        if tree.dep[k] in ("dobj", "attr", "oprd"):
            thing = tree.pos[k] not in ("VERB", "ADJ", "ADV", "SCONJ") and k not in objects[1:]
            thing = thing and not (tree.dep[k] == "attr" and tree.lemma[verb] == "be" and not cast.actor_of(k))
            if thing and not doubtful(tree, verb, k):
                named = "agent" if turned else "recipient" if heard else "patient"
                yield (named if tree.dep[k] == "dobj" else "patient"), k
        elif tree.dep[k] == "dative" and tree.pos[k] != "ADP":
            yield "recipient", k
        elif (tree.dep[k] == "xcomp" or _to_do(tree, k)) and (done := tree.kid(k, "dobj")) is not None:
            yield from [("topic", done)] if not doubtful(tree, k, done) else []
        elif (
            tree.dep[k] == "ccomp"
            and k > verb
            and tree.lemma[verb] not in told
            and not objects
            and (of := tree.kid(k, "nsubj", "nsubjpass"))
            and not doubtful(tree, k, of)
        ):
            yield ("topic" if _told(tree, verb, k) else "patient"), of
        elif tree.dep[k] == "acomp":
            yield from (p for i in tree.kids[k] if tree.dep[i] == "prep" for p in _phrase(tree, i, False, ""))
        elif tree.dep[k] in ("prep", "agent", "dative"):
            yield from _phrase(tree, k, suffered, tree.lemma[verb])


def _told(tree: Tree, verb: int, content: int) -> bool:
    """Whether a clause tells what is seen or thought, and not how something is used: "made the film using a lens"."""
    bare = tree.tag[content] == "VBG" and not any(tree.dep[k] in HELPING for k in tree.kids[content])
    return not bare or tree.lemma[verb] not in MAKING


def _to_do(tree: Tree, verb: int) -> bool:
    """Whether an adverbial clause is an infinitive: "declined on Thursday to put Norway on the list"."""
    return tree.dep[verb] == "advcl" and any(tree.tag[k] == "TO" for k in tree.kids[verb])


def _phrase(tree: Tree, preposition: int, passive: bool, verb: str) -> Iterator[tuple[str, int]]:
    thing = tree.kid(preposition, "pobj")
    if thing is None or tree.pos[thing] == "NUM" or beside_point(tree, preposition, thing):
        return
    word = tree.lower[preposition]
    if word == "by" and passive and not measured(tree, thing):
        yield "agent", thing
    elif towards(word, verb):
        yield "recipient", thing
    else:
        yield ("topic" if about(tree, word, verb, thing) else "other"), thing


def _of_noun(cast: Cast, noun: int) -> Iterator[tuple[str, int]]:
    tree = cast.tree
    for k in tree.kids[noun]:
        if tree.dep[k] == "poss" or (tree.dep[k] in ("amod", "compound", "nmod") and cast.actor(k)):
            yield "agent", k
        elif tree.dep[k] == "prep" and (thing := tree.kid(k, "pobj")) is not None and tree.pos[thing] != "NUM":
            word = tree.lower[k]
            yield ("agent" if word in BETWEEN or word == "by" else "patient" if word == "of" else "other"), thing


def speaker(cast: Cast, verb: int) -> str:
    """Who says what a verb of saying says: the actor's id, else the words; "" if nobody is named."""
    who = subject(cast.tree, verb)
    if who is not None and cited(cast.tree, verb, who):
        who = cast.tree.kid(verb, "dobj")
    if who is None or who in cast.dates or doubtful(cast.tree, verb, who):
        return ""
    return cast.actor_of(who) or cast.words(who)


def according_to(cast: Cast) -> str:
    """Whom the sentence follows by "according to"; "" if nobody."""
    tree = cast.tree
    for i in range(len(tree) - 1):
        if tree.lower[i] == "according" and tree.lower[i + 1] == "to":
            thing = tree.kid(i + 1, "pobj") or tree.kid(i, "pobj")
            if thing is not None:
                return cast.actor_of(thing) or cast.words(thing)
    return ""
