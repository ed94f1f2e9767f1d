"""What the words of speaking say, in the reporter's words: from the parse where it holds, from commas where not."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.annotate.claims.tree import SUBJECTS, Tree
from dateline.annotate.quotes.passage import Passage

Place = tuple[int, int]
Words = Mapping[str, frozenset[str]]
_TRIMMED = frozenset(
    {",", ".", ";", ":", "-", "–", "—", "(", ")", '"', "“", "”", "'", "’", "‘", "«", "»", "!", "…", "..."}
)
_DASHES = frozenset({",", "—", "–", "--"})
_QUESTIONS = frozenset("whether if who whom whose what which when where why how".split())
_THINGS = frozenset("what which who whom whose".split())
_JOINING = frozenset({"and", "but", "or", "yet", "while", "though", "although"})
_HEARING = frozenset("tell assure inform remind notify warn advise ask".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def place(passage: Passage, first: int, last: int) -> Place | None:
    """Where tokens first..last stand in the document, without marks and white space at the edges; None if all are."""
    tree = passage.tree
    while first <= last and (tree.word[first] in _TRIMMED or tree.pos[first] == "SPACE"):
        first += 1
    while last >= first and (tree.word[last] in _TRIMMED or tree.pos[last] == "SPACE" or _dangles(tree, last)):
        last -= 1
    return _with_marks(passage, first, last) if first <= last else None


def _with_marks(passage: Passage, first: int, last: int) -> Place:
    """The place of tokens, with the marks of quoted words at their edges if these begin and end inside."""
    start, end = passage.span(first, last)
    opening, closing = passage.inside(first), passage.inside(last)
    if opening is not None and closing is not opening and opening.after <= end:
        start = min(start, opening.before)
    if closing is not None and closing is not opening and closing.before >= start and closing.closed:
        end = max(end, closing.after)
    return start, end


def _dangles(tree: Tree, i: int) -> bool:
    return tree.lower[i] in ("and", "but", "or") or (tree.lower[i] in _JOINING and tree.word[i - 1] == ",")


def clause(passage: Passage, verb: int, words: Words, asking: bool = False) -> Place | None:
    """The clauses that stand behind a verb as what is said ("said that ... and that ..."); None if there is none."""
    tree = passage.tree
    kids = [k for k in tree.kids[verb] if k > verb and tree.dep[k] == "ccomp" and _states(tree, k)]
    if not kids:
        return None if asking else _distant(passage, verb, words) or _after_colon(passage, verb)
    first = tree.left[kids[0]]
    if first <= verb:
        return None
    opening = next((i for i in range(first, kids[0] + 1) if tree.word[i] not in _TRIMMED), first)
    if (asking and tree.lower[opening] not in _QUESTIONS) or (not asking and tree.lower[opening] in _THINGS):
        return None
    if tree.lower[opening] == "that":
        if tree.dep[opening] != "nsubj":
            opening += 1
        elif any(verb < k < opening and tree.dep[k] == "dobj" for k in tree.kids[verb]):
            return None
    opening = _past_day(tree, verb, opening, words)
    return place(passage, opening, _end(tree, kids[-1], words))


def _past_day(tree: Tree, verb: int, opening: int, words: Words) -> int:
    """Where what is said begins, if the day of saying stands first: "said on Monday they would allow it"."""
    day = opening + (tree.lower[opening] == "on")
    if opening == verb + 1 and day + 1 < len(tree) and tree.lower[day] in words["days"] and tree.word[day + 1] != ",":
        return day + 1
    return opening


def _states(tree: Tree, i: int) -> bool:
    """Whether a clause has a subject of its own and a finite verb."""
    if any(tree.dep[k] == "aux" and tree.tag[k] == "TO" for k in tree.kids[i]):
        return tree.lower[tree.left[i]] in _QUESTIONS
    return any(tree.dep[k] in SUBJECTS or (tree.dep[k] == "mark" and tree.lower[k] == "that") for k in tree.kids[i])


def _end(tree: Tree, head: int, words: Words) -> int:
    """The last token of what is said: what hangs under it, up to where the reporter's own words begin again."""
    last = tree.right[head]
    marked = any(tree.dep[k] == "mark" and tree.lower[k] == "that" for k in tree.kids[head])
    for k in tree.kids[head]:
        own = _comments(tree, k) or _silent(tree, k, words) or (marked and _starts_anew(tree, k))
        if k > head and (own or tree.dep[k] == "parataxis"):
            last = min(last, tree.left[k] - 1)
    return last


def _comments(tree: Tree, k: int) -> bool:
    """ ", as they have said for weeks": the reporter's own."""
    first = tree.left[k]
    return tree.dep[k] == "advcl" and tree.lower[first] == "as" and tree.word[first - 1] == ","


def _silent(tree: Tree, k: int, words: Words) -> bool:
    """ ", but did not say when": the reporter's own."""
    denied = any(tree.dep[n] == "neg" for n in tree.kids[k]) and any(tree.tag[n] == "VBD" for n in tree.kids[k])
    return tree.dep[k] == "conj" and denied and tree.lemma[k] in words["silent"]


def _starts_anew(tree: Tree, k: int) -> bool:
    """Whether a joined sentence is the reporter's again: behind a comma, with a subject, and without a "that"."""
    if tree.dep[k] != "conj" or not any(tree.dep[n] in SUBJECTS for n in tree.kids[k]):
        return False
    first = tree.left[k]
    if any(tree.lower[i] == "that" and tree.tag[i] == "IN" for i in range(first, k)) or first < 2:
        return False
    return tree.word[first - 1] == "," or (tree.lower[first - 1] in _JOINING and tree.word[first - 2] == ",")


def _distant(passage: Passage, verb: int, words: Words) -> Place | None:
    """A "that" clause which the parser hung on a noun between: "vowed six days before the announcement that ..."."""
    tree = passage.tree
    if tree.lower[verb + 1 : verb + 2] == ["that"]:
        last = _before_semicolon(tree, verb)
        return place(passage, verb + 2, last) if _statement(tree, verb + 2, last, verb) else None
    if any(tree.dep[k] in ("dobj", "xcomp", "oprd") for k in tree.kids[verb]):
        return None
    for i in range(verb + 1, tree.right[verb] + 1):
        if tree.word[i] in (",", ";", ":"):
            return None
        if tree.lower[i] == "that" and tree.lower[i - 1] in ("so", "such", "now"):
            return None
        relative = tree.dep[tree.head[i]] == "relcl" and tree.lower[i - 1] not in words["days"]
        if tree.lower[i] == "that" and tree.dep[i] == "mark" and not relative and _states(tree, tree.head[i]):
            return place(passage, i + 1, _end(tree, tree.head[i], words))
    return None


def _before_semicolon(tree: Tree, verb: int) -> int:
    return next((i - 1 for i in range(verb + 1, len(tree)) if tree.word[i] == ";"), len(tree) - 1)


def taken_for_noun(passage: Passage, i: int) -> Place | None:
    """The clause behind a verb that the parser took for a noun, in a sentence left without a verb of its own:
    "Officials at the port repeat that ..."."""
    tree = passage.tree
    if i + 2 >= len(tree) or tree.lower[i + 1] != "that" or tree.dep[i + 1] != "mark":
        return None
    root = next((n for n in range(i, -1, -1) if tree.head[n] == n), i)
    return place(passage, i + 2, len(tree) - 1) if tree.pos[root] in ("NOUN", "PROPN") and root < i else None


def _after_colon(passage: Passage, verb: int) -> Place | None:
    """What follows a colon behind the verb, to the end of the sentence: "denied it: he had asked for less"."""
    tree = passage.tree
    for i in range(verb + 1, len(tree)):
        if passage.within[i] >= 0 or tree.word[i] in (";", "."):
            return None
        if tree.word[i] == ":":
            told = any(tree.dep[k] in SUBJECTS for k in range(i + 1, len(tree)))
            return place(passage, i + 1, len(tree) - 1) if told and i + 1 < len(tree) else None
    return None


def beside(passage: Passage, verb: int, subject: int | None) -> Place | None:
    """The sentence that "he said" stands beside, set off by commas: all of it if it goes on behind, else what stands
    before. None if the words are quoted, or if what stands before is no statement."""
    tree = passage.tree
    if subject is None or tree.head[verb] == subject or _takes_object(tree, verb, subject):
        return None
    first = _group(tree, verb, subject)
    if first == 0 or tree.word[first - 1] not in _DASHES or passage.within[first - 1] >= 0:
        return None
    begin, own = _begin(tree, first - 1), max(verb, subject)
    if not _resumes(tree, begin, first - 1, own):
        if tree.dep[verb] in ("relcl", "acl", "advcl"):
            return None
        loose = _stops(tree, own + 1) and _verbal(tree, begin, first - 1)
        if not (loose or tree.dep[verb] == "parataxis" or _statement(tree, begin, first - 1, verb)):
            return None
    return place(passage, begin, _beside_end(passage, verb, subject, first))


def _takes_object(tree: Tree, verb: int, subject: int) -> bool:
    """Whether the verb has an object of its own that is no hearer: "he said nothing"."""
    objects = (k for k in tree.kids[verb] if k > verb and k != subject)
    return tree.lemma[verb] not in _HEARING and any(tree.dep[k] in ("dobj", "intj", "xcomp") for k in objects)


def _group(tree: Tree, verb: int, subject: int) -> int:
    """The first token of "he had said" or "said the man"."""
    first = min(verb, tree.left[subject])
    helpers = (k for k in tree.kids[verb] if tree.dep[k] in ("aux", "advmod") and first - 2 <= k < verb)
    return min([first, *helpers])


def beside_noun(passage: Passage, i: int) -> tuple[int, Place] | None:
    """The speaker and the sentence before "researchers in Belgium estimate.", where the parser took the verb for a
    noun."""
    tree = passage.tree
    comma = next((n for n in range(i - 1, max(0, i - 8), -1) if tree.word[n] == ","), 0)
    who = next((n for n in range(comma + 1, i) if tree.tag[n] in ("NNS", "NNPS")), None)
    begin = _begin(tree, comma)
    if not comma or who is None or not _statement(tree, begin, comma, -1):
        return None
    content = place(passage, begin, comma - 1)
    return (who, content) if content else None


def _begin(tree: Tree, before: int) -> int:
    """Where the part of the sentence begins that ends at a token: behind the last semicolon or colon, without "and"."""
    begin = next((i + 1 for i in range(before - 1, -1, -1) if tree.word[i] in (";", ":")), 0)
    return begin + 1 if tree.lower[begin] in ("and", "but") else begin


def _statement(tree: Tree, first: int, last: int, verb: int) -> bool:
    """Whether tokens hold a finite verb with its subject, which is not the verb of speaking itself."""
    subjects = (i for i in range(first, last) if tree.dep[i] in SUBJECTS and tree.head[i] != verb)
    heads = (tree.head[i] for i in subjects if tree.head[i] < last)
    return any(finite(tree, h) and not (tree.dep[h] == "advcl" and tree.head[h] == verb) for h in heads)


def _resumes(tree: Tree, begin: int, before: int, own: int) -> bool:
    """Whether a statement broken off before "he said," goes on behind it with its verb: "The plan, he said, failed"."""
    stop = next((i for i in range(own + 1, len(tree)) if tree.word[i] in _TRIMMED), len(tree))
    if stop >= len(tree) or tree.word[stop] not in _DASHES or any(tree.tag[i] in _FINITE for i in range(begin, before)):
        return False
    return any(tree.tag[i] in _FINITE for i in range(stop + 1, min(stop + 3, len(tree))))


def _stops(tree: Tree, i: int) -> bool:
    return all(word in ".!?" for word in tree.word[i:])


def _verbal(tree: Tree, first: int, last: int) -> bool:
    """Whether tokens that the parser made no sentence of hold a verb in the past, and no preposition leads them."""
    return tree.tag[first] != "IN" and any(
        tree.tag[i] in ("VBD", "VBN", "VBZ", "VBP", "MD") for i in range(first, last)
    )


def finite(tree: Tree, verb: int) -> bool:
    """Whether a verb is finite, by itself or by a helper."""
    return tree.tag[verb] in _FINITE or any(tree.tag[k] in _FINITE for k in tree.kids[verb] if tree.dep[k][:3] == "aux")


def _beside_end(passage: Passage, verb: int, subject: int, first: int) -> int:
    tree = passage.tree
    own = max(verb, subject)
    stop = next((i for i in range(own + 1, len(tree)) if tree.word[i] in (",", ";", ".", "—", "–", ":")), len(tree))
    goes_on = stop + 1 < len(tree) and tree.word[stop] in _DASHES and not _owned(tree, verb, stop + 1)
    goes_on = goes_on or _resumes(tree, _begin(tree, first - 1), first - 1, own)
    return len(tree) - 1 if goes_on else first - 1


def _owned(tree: Tree, verb: int, token: int) -> bool:
    """Whether words behind "he said," are the reporter's rather than more of what is said."""
    if tree.lower[token] in ("and", "but", "or"):
        ahead = range(token + 1, min(token + 4, len(tree)))
        return any(tree.tag[i] == "VBD" and tree.head[i] == verb for i in ahead)
    if tree.lower[token] in _JOINING and tree.dep[token] == "mark":
        return True
    return tree.dep[verb] != "parataxis" and verb in tree.up(token)


def sourced(passage: Passage, according: int, subject: int) -> Place | None:
    """What is said "according to" somebody: what follows if the sentence begins so, all of it if it is set in the
    middle before the verb, else what stands before."""
    tree = passage.tree
    begin = _begin(tree, according)
    behind = max([subject, *(tree.right[k] for k in tree.kids[subject] if tree.dep[k] == "appos")])
    if behind > subject:
        return (
            place(passage, behind + 1, len(tree) - 1) if according <= begin + 1 else _before(passage, begin, according)
        )
    behind = tree.right[subject]
    behind = next((i for i in range(subject, behind + 1) if tree.word[i] in (",", ";")), behind + 1)
    if according <= begin + 1:
        return place(passage, behind, len(tree) - 1)
    return _before(passage, begin, according)


def _before(passage: Passage, begin: int, according: int) -> Place | None:
    """What stands before "according to" if it is a statement, else all of the sentence."""
    stated = _statement(passage.tree, begin, according, -1)
    return place(passage, begin, according - 1 if stated else len(passage.tree) - 1)


def named(passage: Passage, verb: int, words: Words) -> Place | None:
    """The thing and the word for it: "the vote a farce", "the path as irreversible"; None if the verb has no such."""
    tree = passage.tree
    thing = next((k for k in tree.kids[verb] if k > verb and tree.dep[k] == "dobj"), None)
    if thing is not None and (as_at := _as(tree, verb, thing, words)) is not None:
        return place(passage, tree.left[thing], _short_end(tree, as_at))
    return _called(passage, verb, thing) if tree.lemma[verb] in words["naming"] else None


def _as(tree: Tree, verb: int, thing: int, words: Words) -> int | None:
    """The "as" that tells what the thing is taken for."""
    if tree.lemma[verb] not in words["naming_as"]:
        return None
    always = tree.lemma[verb] in words["naming_as_always"]
    around = tree.kids[verb] + (tree.kids[thing] if always else [])
    return next((k for k in around if k > thing and tree.lower[k] == "as" and tree.right[k] > k), None)


def _called(passage: Passage, verb: int, thing: int | None) -> Place | None:
    """The thing and the word for it behind "called"."""
    tree = passage.tree
    said = [k for k in tree.kids[verb] if k > verb and tree.dep[k] in ("oprd", "attr")]
    if said and thing is not None and thing < said[0]:
        return place(passage, tree.left[thing], _short_end(tree, said[0]))
    if said and thing is None and (len(said) > 1 or _holds_thing(tree, said[0])):
        return place(passage, tree.left[said[0]], _short_end(tree, said[-1]))
    if said and tree.kid(verb, "dobj") is not None and tree.lower[tree.kids[verb][0]] in ("what", "which"):
        return place(passage, tree.left[said[0]], _short_end(tree, said[0]))
    if thing is not None and any(k > thing and _said_of(tree, k) for k in tree.kids[thing]):
        return place(passage, tree.left[thing], _short_end(tree, thing))
    small = next(
        (k for k in tree.kids[verb] if k > verb and tree.dep[k] == "ccomp" and tree.pos[k] in ("NOUN", "ADJ", "PROPN")),
        None,
    )
    if small is not None and tree.kid(small, "nsubj") is not None and tree.left[small] > verb:
        return place(passage, tree.left[small], _short_end(tree, small))
    return None


def _said_of(tree: Tree, k: int) -> bool:
    """Whether a word that the parser hung on the thing is what it is called: no comma parts them."""
    return tree.dep[k] == "amod" or (tree.dep[k] == "appos" and tree.word[tree.left[k] - 1] not in _DASHES)


def _holds_thing(tree: Tree, word: int) -> bool:
    """Whether an adjective was given the thing that it is said of: "the meeting productive"."""
    return tree.pos[word] == "ADJ" and any(tree.dep[k] == "compound" and k < word for k in tree.kids[word])


def _short_end(tree: Tree, head: int) -> int:
    """The last token of a phrase, without a verb or a clause that was joined to it."""
    last = tree.right[head]
    for k in tree.under(head):
        if k > head and (
            tree.dep[k] in ("advcl", "parataxis") or (tree.dep[k] == "conj" and tree.pos[k] in ("VERB", "AUX"))
        ):
            last = min(last, tree.left[k] - 1)
    while last > head and (tree.lower[last] in ("and", "but", "or") or tree.word[last] in _TRIMMED):
        last -= 1
    return last
