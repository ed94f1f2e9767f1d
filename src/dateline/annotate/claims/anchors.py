"""The words that name a happening, with their nearest complements."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.claims.lexicon import lexicon
from dateline.annotate.claims.tree import HELPING, OBJECTS, Tree
from dateline.annotate.claims.verbs import answers

ASIDE = frozenset({"before", "after", "when", "while", "because"})
LONGEST = 22  # tokens: enough for verb, object and a phrase or clause, short enough to read as a name
PLANNED_WITHIN = 3  # tokens between "due", "were" or "wants" and the infinitive that is taken with it
PHRASE = 7  # tokens of a phrase that is taken along behind an object
NEAR = 6  # tokens between a verb and the subject that is taken along
COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "prt", "dative", "agent", "neg"})
TRAILING = frozenset({"PUNCT", "ADP", "DET", "CCONJ", "SCONJ", "PART"})
LEADING = frozenset(
    {"but", "and", "or", "that", "which", "who", "whom", "if", "as", "than", "while", "when", "because"}
)
JOINED = frozenset(
    {"compound", "amod", "det", "nummod", "poss", "nmod", "advmod", "quantmod", "aux", "auxpass", "punct"}
)
SAYING = frozenset({"say", "tell", "add", "write", "tweet", "post", "explain", "include", "adopt", "reply", "bear"})
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
EMPTY = frozenset({
    "be", "have", "do", "say", "tell", "make", "take", "other", "such", "same", "more", "most", "many", "much", "last",
    "next", "first", "new", "own",
})  # fmt: skip


def anchor(tree: Tree, unit: int, skip: frozenset[int]) -> tuple[int, int]:
    """First and last token of the words that name the happening; tokens in `skip` (dates) end it. Words that say
    nothing alone are given with their subject, or, of speech, by what is said."""
    first, last = _anchor(tree, unit, skip)
    while first < unit and tree.pos[first] in ("SPACE", "PUNCT") and tree.word[first] not in "“‘\"'":
        first += 1  # a dateline is a blank to the parser
    return first, last


def _anchor(tree: Tree, unit: int, skip: frozenset[int]) -> tuple[int, int]:
    if not tree.verbal(unit):
        return _of_noun(tree, unit, skip)
    found = _of_verb(tree, unit, skip)
    if not bare(tree, found):
        return found
    content = tree.kid(unit, "ccomp")
    spliced = content is not None and content < unit and tree.tag[content] == tree.tag[unit] == "VBD"
    if spliced and tree.lemma[unit] not in lexicon()["speech"]:
        content = None  # "the one came in May, the other left in June": no words that anybody says
    beside = tree.kid(unit, "nsubjpass") is not None and tree.lemma[unit] not in lexicon()["speech"]
    if content is not None and not beside and tree.right[content] < unit and tree.verbal(content):
        told = _with_subject(tree, content, _of_verb(tree, content, skip))
        if not bare(tree, told):
            return told
    wide = widened(tree, unit, found, skip)
    if wide == (unit, unit) and content is not None and unit < content:
        return _of_verb(tree, unit, frozenset())  # "announced this autumn that ..."
    return wide


def _with_subject(tree: Tree, verb: int, found: tuple[int, int]) -> tuple[int, int]:
    """The words of what somebody says, from its own subject on, so that it is not read as the speaker's doing."""
    who = tree.kid(verb, "nsubj", "nsubjpass", "csubj", "expl")
    start = found[0] if who is None else min(found[0], tree.left[who])
    return (start, found[1]) if found[1] - start < LONGEST else found


def _of_verb(tree: Tree, verb: int, skip: frozenset[int]) -> tuple[int, int]:
    last = verb + answers(tree, verb)
    has_object = any(tree.dep[k] in OBJECTS | {"ccomp", "xcomp"} and tree.lower[k] != "place" for k in tree.kids[verb])
    phrases = 0
    for k in tree.kids[verb]:
        asked = tree.dep[k] == "advcl" and tree.has(k, "for")  # "called for the border to be opened"
        if k < verb or not (asked or tree.dep[k] in COMPLEMENTS | {"prep"}):
            continue
        if tree.dep[k] == "prep":
            if phrases or tree.kid(k, "pobj", "pcomp") in skip or (has_object and not _bound(tree, verb, k, skip)):
                continue
            phrases += 1
        last = max(last, _end(tree, k))
    return _cut(tree, _first(tree, verb, skip, has_object), verb, last, skip)


def _bound(tree: Tree, verb: int, prep: int, skip: frozenset[int]) -> bool:
    """Whether a short phrase follows the object at once, without which the verb may say too little ("accused him of
    fraud", "handed the city over to them")."""
    near = any(tree.dep[k] in OBJECTS and tree.right[k] == prep - 1 for k in tree.kids[verb])
    phrase = range(prep, tree.right[prep] + 1)
    return near and len(phrase) <= PHRASE and not any(i in skip or tree.verbal(i) for i in phrase)


def _end(tree: Tree, complement: int) -> int:
    """Where a complement ends; what is said beside it ("called it a trial, saying ...") is none of it."""
    side = [k for k in tree.kids[complement] if tree.dep[k] == "acl" and tree.tag[k] == "VBG"]
    beside = next((k for k in side if tree.lemma[k] in SAYING), None)
    if beside is None:
        beside = next((k for k in (*_asides(tree, complement), *_side_clauses(tree, complement))), None)
    return tree.right[complement] if beside is None else beside - 1


def _side_clauses(tree: Tree, verb: int) -> Iterator[int]:
    """The words that begin side clauses behind a content: of time, of ground, or joined with a subject of their own."""
    for k in tree.kids[verb]:
        start = tree.left[k]
        aside = tree.dep[k] == "advcl" and tree.lower[start] in ASIDE
        joined = tree.dep[k] == "conj" and tree.verbal(k) and tree.kid(k, "nsubj", "nsubjpass", "expl") is not None
        if start > verb and (aside or joined):
            yield start


def _asides(tree: Tree, noun: int) -> Iterator[int]:
    """The words that begin relative clauses behind a comma ("his sixth album, which was promoted as ...")."""
    apart = [k for k in tree.kids[noun] if tree.dep[k] == "appos"]
    for k in [k for n in (noun, *apart) for k in tree.kids[n] if tree.dep[k] == "relcl"]:
        start = tree.left[k]
        if start > noun and tree.lower[start - 1] == "," and tree.tag[start] in ("WDT", "WP"):
            yield start - 1


def _first(tree: Tree, verb: int, skip: frozenset[int], has_object: bool) -> int:
    """Where the words begin: with the verb's helpers; with its subject, if it has no object and the subject is near."""
    first = min([k for k in tree.kids[verb] if tree.dep[k] in (*HELPING, "neg") and k < verb], default=verb)
    up = tree.head[verb]
    if tree.dep[verb] == "acl" and up == verb - 1:
        return _chunk(tree, up, skip)[0]
    undone = tree.lemma[up] in lexicon()["refusing"]  # the polarity tells it
    if tree.dep[verb] == "xcomp" and first - PLANNED_WITHIN <= up < first and not undone:
        first = min([k for k in tree.kids[up] if tree.dep[k] in HELPING and k < up], default=up)
    found = tree.kid(verb, "nsubjpass") if has_object else tree.kid(verb, "nsubj", "nsubjpass")
    if found is None or found > first or verb - found > NEAR or _dated_between(tree, skip, found, verb):
        return verb if _dated_between(tree, skip, first, verb) else first
    if tree.tag[found] in ("WDT", "WP") or tree.lower[found] == "that":
        up = tree.head[verb]
        return _chunk(tree, up, skip)[0] if tree.dep[verb] == "relcl" and up == found - 1 and not has_object else first
    return _chunk(tree, found, skip)[0] if verb - tree.left[found] <= NEAR else _name(tree, found)


def _name(tree: Tree, noun: int) -> int:
    """Where the nearest words of a long name begin."""
    first = noun
    while first > max(0, noun - NEAR) and tree.dep[first - 1] in ("compound", "amod") and tree.head[first - 1] <= noun:
        first -= 1
    return first


def _dated_between(tree: Tree, skip: frozenset[int], first: int, last: int) -> bool:
    """Whether words for a date stand between two tokens; "currently" and the like are none to be left out."""
    return any(i in skip and tree.pos[i] != "ADV" for i in range(first, last))


def _cut(tree: Tree, first: int, unit: int, last: int, skip: frozenset[int]) -> tuple[int, int]:
    end, said = unit, _content(tree, unit, first)
    reach = first + LONGEST - 1 if said is None else max(first + LONGEST - 1, said + NEAR)
    for i in range(unit + 1, min(last, reach) + 1):
        inside = said is not None and i < said and (tree.dep[unit] != "xcomp" or tree.clause(i) not in (unit, said))
        if i in skip and not inside and not (i < tree.head[i] <= last and tree.head[i] not in skip):
            break
        end = i
    end = _completed(tree, end, last, skip)
    if end < last and end + 1 not in skip:
        end = _apart(tree, unit, _whole(tree, unit if said is None or said > end else said, end))
    elif end < last:
        while end > unit and tree.head[end] > end and tree.dep[end] in JOINED:
            end -= 1
    end = _before_quote(tree, first, unit, _before_clause(tree, unit, end))
    if end > unit and tree.lemma[end] == "be" and tree.verbal(end) and tree.right[end] > end:
        end = max(unit, tree.left[end] - 1)  # "the time the boy was"
    while end > unit and _trails(tree, end):
        end -= 1
    end = _attached(tree, unit, end, skip)
    while end > unit and end + 1 in skip and tree.head[end] > end and tree.dep[end] in JOINED | {"case"}:
        end -= 1  # "watched fireworks on France's Bastille Day"
        while end > unit and _trails(tree, end):
            end -= 1
    while first < unit and (first in skip or tree.pos[first] in ("PUNCT", "DET", "PART") or tree.tag[first] == "WDT"):
        first += 1
    return first, _closed(tree, first, end)


def _content(tree: Tree, verb: int, first: int) -> int | None:
    """The verb of what a verb says, if it stands so far behind that the words would end before they say anything."""
    found = tree.kid(verb, "ccomp") if tree.verbal(verb) else None
    if found is None:
        return None
    told = next((k for k in tree.kids[found] if tree.dep[k] in OBJECTS and found < k <= found + NEAR), found)
    return told if verb < told < first + LONGEST + NEAR else None


def _attached(tree: Tree, unit: int, end: int, skip: frozenset[int]) -> int:
    """The end without last words that belong to what was cut off ("would be unlikely to quickly")."""
    cut, whole = end + 1 < len(tree) and end + 1 not in skip and tree.pos[end + 1] != "PUNCT", end
    while cut and end > unit and tree.head[end] > end and tree.dep[end] not in ("punct", "case"):
        end -= 1
        while end > unit and _trails(tree, end):
            end -= 1
    return end if end > unit else whole


def _completed(tree: Tree, end: int, last: int, skip: frozenset[int]) -> int:
    """The end, with the noun that its last words describe, if that stands right behind ("of the new tax code")."""
    for i in range(end + 1, min(last, end + 3) + 1):
        if i in skip or tree.head[i - 1] < i or tree.dep[i - 1] not in JOINED - {"punct"}:
            return end
        if tree.pos[i] in ("NOUN", "PROPN") and tree.head[i] < i:
            return i
    return end


def _before_clause(tree: Tree, unit: int, end: int) -> int:
    """The end before a clause whose verb lies beyond it ("details on how changes")."""
    for i in range(unit + 1, end + 1):
        aside = i > unit + 1 and tree.lower[i - 1] == "," and tree.tag[i] in ("WP", "WDT")
        said = tree.kid(unit, "ccomp") if aside else None
        if aside and tree.dep[tree.clause(i)] == "relcl" and (said is None or said < i):
            return i - 2
        if tree.tag[i] not in ("WRB", "WP", "WDT") and tree.dep[i] != "mark":
            continue
        verb = tree.clause(i)
        relative = i < verb <= end and tree.tag[i] in ("WP", "WDT", "WRB")
        told = tree.kid(verb, "ccomp", "xcomp", *OBJECTS) if relative else None
        if verb > end or (told is not None and told > end):
            return i - 1
    return end


def _apart(tree: Tree, unit: int, end: int) -> int:
    """The end before a comma behind which only a word or two of something new would stand ("of China, part")."""
    comma = next((i for i in range(end - 1, max(unit, end - 3), -1) if tree.lower[i] == ","), None)
    if comma is None or tree.dep[end] == "conj" or any(tree.verbal(i) for i in range(comma + 1, end + 1)):
        return end
    return comma - 1


def _closed(tree: Tree, first: int, end: int) -> int:
    """The end with the quotation mark or bracket behind it, if its partner stands among the words."""
    after = end + 1
    pairs = {"”": "“", '"': '"', "’": "‘", ")": "(", "'": "'"}
    opening = pairs.get(tree.word[after], "") if after < len(tree) else ""
    inside = [i for i in range(first, end + 1) if tree.word[i] == opening] if opening else []
    return after if len(inside) % 2 == 1 else end


def _before_quote(tree: Tree, first: int, unit: int, end: int) -> int:
    """The end before a quotation mark that opens among the last words and closes beyond them."""
    for i in range(end, max(unit, end - 3), -1):
        if tree.word[i] in ("“", '"', "‘") and not any(
            tree.word[k] in ("”", '"', "’") for k in range(i + 1, end + 2)[: len(tree)] if k < len(tree)
        ):
            return i - 1
    return end


def _trails(tree: Tree, end: int) -> bool:
    """Whether words cannot end with a token."""
    if tree.lower[end - 1 : end + 1] == ["in", "order"]:
        return True
    if tree.dep[end] == "prep" and not tree.kids[end] and tree.pos[end] == "ADP" and tree.verbal(tree.head[end]):
        return False  # "were being looked at"
    glued = end > 0 and tree.start[end] == tree.end[end - 1]
    if tree.dep[end] == "prt" or (glued and tree.word[end] in ("%", ")", "”", "’", '"')):
        return False
    return (
        tree.pos[end] in TRAILING or tree.lower[end] in LEADING or (tree.pos[end] == "AUX" and tree.dep[end] in HELPING)
    )


def _whole(tree: Tree, unit: int, end: int) -> int:
    """The last token up to `end` at which a phrase is complete: nothing behind it belongs before it."""
    ends = [i for i in range(end, unit, -1) if _may_end(tree, i)]
    near = next((i for i in ends if tree.lower[i + 1] != "of" and not _of_two(tree, i + 1)), unit)
    return near if near > (unit + end) // 2 else next(iter(ends), end)


def _may_end(tree: Tree, i: int) -> bool:
    """Whether words may end with a token: a new phrase opens behind it."""
    after = i + 1
    opens = tree.pos[after] in ("ADP", "SCONJ", "CCONJ", "PUNCT", "PART") or tree.tag[after] in ("WDT", "WP", "WRB")
    glued = tree.start[after] == tree.end[i] and tree.word[after] not in (",", ";", ":", "—", "–", ")")
    return opens and tree.dep[after] != "prt" and not glued and not (tree.head[i] > i and tree.dep[i] in JOINED)


def _of_two(tree: Tree, i: int) -> bool:
    """Whether a word joins the two of "between the one and the other"."""
    return tree.lower[i] == "and" and tree.lower[tree.head[tree.head[i]]] == "between"


def bare(tree: Tree, found: tuple[int, int]) -> bool:
    """Whether words say nothing by themselves: one verb, or helpers, pronouns and verbs that need more."""
    first, last = found
    telling = [i for i in range(first, last + 1) if tree.pos[i] in CONTENT | {"NUM", "ADV", "ADJ"}]
    full = [i for i in telling if tree.lemma[i] not in EMPTY | SAYING and tree.pos[i] != "ADV"]
    return not full or len(telling) == 1


def widened(tree: Tree, unit: int, found: tuple[int, int], skip: frozenset[int]) -> tuple[int, int]:
    """Words with their subject, or with the noun that a participle or relative clause hangs on, if it is in reach."""
    first, last = found
    who = tree.kid(unit, "nsubj", "nsubjpass", "csubj")
    if tree.dep[unit] in ("acl", "relcl") and (who is None or tree.tag[who] in ("WDT", "WP")):
        who = tree.head[unit]
    if who is None and tree.tag[unit] == "VBN" and first > 1 and tree.lower[first - 1] == ",":
        who = first - 2 if tree.head[unit] == first - 2 else None
    if who is None and tree.dep[unit] in ("conj", "xcomp"):
        who = tree.kid(tree.head[unit], "nsubj", "nsubjpass")
    if who is None or who >= first:
        return first, last
    start = _chunk(tree, who, skip)[0]
    clear = not any(i in skip for i in range(start, first))
    return (start, last) if clear and last - start < LONGEST else (first, last)


def _of_noun(tree: Tree, noun: int, skip: frozenset[int]) -> tuple[int, int]:
    first, last = _chunk(tree, noun, skip)
    for k in tree.kids[noun]:
        if k > noun and tree.dep[k] == "prep" and not any(i in skip for i in tree.under(k)):
            last = max(last, tree.right[k])
            break
    return _cut(tree, first, noun, last, skip)


def _chunk(tree: Tree, noun: int, skip: frozenset[int]) -> tuple[int, int]:
    first = noun
    for k in reversed(tree.kids[noun]):
        if (
            k < noun
            and tree.dep[k] in ("compound", "amod", "poss", "nummod", "nmod", "det", "quantmod")
            and k not in skip
        ):
            first = min(first, tree.left[k])
    while first < noun and first in skip:
        first += 1
    return first, noun


def between_dates(tree: Tree, before: int, until: int) -> tuple[int, int]:
    """The tokens after one date up to the next: what tells apart two happenings of one verb."""
    first = before + 1
    while first < until and tree.pos[first] in ("PUNCT", "CCONJ", "SCONJ"):
        first += 1
    last = until
    while last > first and tree.pos[last] in ("PUNCT", "ADP"):
        last -= 1
    return first, last
