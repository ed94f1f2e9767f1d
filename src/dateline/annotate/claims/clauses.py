"""The words of a whole clause: from its subject to where the next clause begins, so that they can be read alone."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.claims.soundness import sound
from dateline.annotate.claims.tree import HELPING, OBJECTS, SUBJECTS, Tree, known

LONGEST = 34  # tokens of a clause: more is cut where a phrase begins
LONGEST_SUBJECT = 16  # tokens of a subject that is shown with its verb
LONGEST_SPEECH = 60  # tokens of a clause that tells what is said
ESSENTIAL = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "prt", "dative", "agent"})
SIDE = frozenset({"advcl", "relcl", "acl", "parataxis", "appos", "npadvmod", "prep", "advmod", "dep", "intj"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
STOPS = frozenset({";", "—", "–", "--", "…", "...", "|", "("})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LEADING = frozenset({"than", "if", "when", "while", "because", "although", "though", "whether", "unless", "until"})
DANGLING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART"})
BEYOND = 12  # tokens more than the most, if the clause cannot be cut before
NAMED = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
LOOSE = frozenset({"advcl", "relcl", "npadvmod", "advmod", "cc", "punct", "appos", "parataxis", "intj", "dep"})
COMING = frozenset({"come", "happen", "occur", "follow"})  # which say nothing without what they come with
OPENING = {"“": "”", "(": ")", "[": "]"}


@known
def whole(tree: Tree, verb: int, first: int, last: int) -> tuple[int, int]:
    """First and last token of the clause of a verb, given the words that name its happening, which lie in it."""
    start = _start(tree, verb, first)
    least = max(last, _least(tree, verb))
    end = _end(tree, verb, least, start + (LONGEST_SPEECH if tree.kid(verb, "ccomp") is not None else LONGEST))
    return start, _paired(tree, start, _trimmed(tree, verb, end))


def _start(tree: Tree, verb: int, first: int) -> int:
    """Where the clause begins: with the whole subject, if it is the verb's own and no longer than can be read; with the
    verb's own helpers, if it shares the subject of another verb before it."""
    subject = next((k for k in tree.kids[verb] if tree.dep[k] in SUBJECTS and k < verb), None)
    if subject is None:
        return max(first, _group(tree, verb)) if tree.dep[verb] == "conj" else first
    if tree.tag[subject] in RELATIVE or (tree.lower[subject] == "that" and tree.dep[verb] == "relcl"):
        return first
    left = tree.left[subject]
    while left < subject and (tree.pos[left] in ("PUNCT", "CCONJ", "SPACE")):
        left += 1
    return left if left < first and verb - left <= LONGEST_SUBJECT else first


def _group(tree: Tree, verb: int) -> int:
    """The first of a verb's own helpers and adverbs."""
    own = [k for k in tree.kids[verb] if k < verb and tree.dep[k] in HELPING | {"neg", "advmod"}]
    return min((k for k in own if k > tree.head[verb]), default=verb)


def _least(tree: Tree, verb: int) -> int:
    """The last token without which the clause would be broken off: the heads of its complements, and theirs."""
    found = verb
    for k in tree.kids[verb]:
        if k > verb and tree.dep[k] in ESSENTIAL:
            found = max(found, _least(tree, k) if tree.verbal(k) else k)
    for k in tree.kids[verb]:
        thing = tree.kid(k, "pobj", "pcomp") if tree.dep[k] == "prep" and tree.lower[k] == "of" and k > verb else None
        found = found if thing is None else max(found, _least(tree, thing) if tree.verbal(thing) else thing)
    if found == verb and _shares(tree, verb):
        found = max(_least(tree, k) for k in tree.kids[verb] if k > verb and tree.dep[k] == "conj")
    if found == verb and tree.lemma[verb] in COMING and tree.kid(verb, "prep") is None:
        found = max((_least(tree, k) for k in tree.kids[verb] if k > verb and tree.dep[k] == "advcl"), default=verb)
    return found


def _end(tree: Tree, verb: int, least: int, limit: int) -> int:
    """The last token before the next clause, or the last phrase that keeps the words readable."""
    right, own, breaks = tree.right[verb], set(tree.under(verb)), set(_breaks(tree, verb))
    behind = range(least + 1, right + 1)
    end = next(
        (i - 1 for i in behind if i in breaks or tree.word[i] in STOPS or not (i in own or _mark(tree, i))), right
    )
    if end <= limit and clean(tree, verb, end + 1):
        return end
    ends = (*range(min(end, limit), least - 1, -1), *range(limit + 1, min(right, limit + BEYOND) + 1))
    found = next((i for i in ends if clean(tree, verb, i + 1)), None)
    return _short_of(tree, least, min(end, limit)) if found is None else found


def _short_of(tree: Tree, least: int, end: int) -> int:
    """The end without words that lead to what was cut off."""
    while end > least and tree.pos[end] in DANGLING and tree.dep[end] != "prt":
        end -= 1
    return end


def clean(tree: Tree, verb: int, after: int) -> bool:
    """Whether the clause of a verb may end before a token: nothing before it needs what is left out."""
    left, right = tree.left[verb], tree.right[verb]
    if any(tree.head[i] >= after and tree.dep[i] != "punct" for i in range(left, after)):
        return False
    return all(not left <= tree.head[i] < after or _spare(tree, i) for i in range(after, right + 1))


def _spare(tree: Tree, i: int) -> bool:
    """Whether what a token heads can be left out behind its governor."""
    over, dep = tree.head[i], tree.dep[i]
    if dep == "prep":
        nominal = tree.pos[over] in NAMED and tree.lower[i] != "to"
        told = any(tree.dep[k] in OBJECTS | {"prep", "agent", "prt"} and over < k < i for k in tree.kids[over])
        return tree.lower[i] not in ("of", "than") and (nominal or (tree.verbal(over) and told))
    if dep == "acl":
        return not any(tree.tag[k] == "TO" for k in tree.kids[i])
    if dep == "conj":
        apart = any(tree.word[k - 1] == "," for k in tree.kids[over] if tree.dep[k] == "cc" and k > over)
        return tree.verbal(i) or (apart and tree.dep[over] != "conj")
    return dep in LOOSE


def _mark(tree: Tree, i: int) -> bool:
    return tree.pos[i] in ("PUNCT", "SPACE")


def _breaks(tree: Tree, verb: int) -> Iterator[int]:
    """The first tokens of what is joined to a clause or stands beside it, the comma or the joining word included."""
    for i in tree.under(verb):
        if tree.lower[i] == "but" and i > verb and any(tree.tag[k] in FINITE for k in range(i, tree.right[verb] + 1)):
            yield i
        if tree.lower[i] == "according" and i > verb:
            yield i - 1 if tree.lower[i - 1] == "," else i
        if tree.verbal(i) and i > verb and not sound(tree, i):
            yield from _misread(tree, verb, i)
        if i == verb or not (tree.dep[i] in SIDE or (tree.dep[i] == "conj" and tree.verbal(i))):
            continue
        left = tree.left[i]
        if left <= verb:
            continue
        if tree.dep[i] == "conj":
            if _own_words(tree, verb, i):
                yield from _joint(tree, i, left)
        elif tree.dep[i] == "parataxis":
            yield left
        elif tree.lower[left - 1] == ",":
            yield left - 1


def _own_words(tree: Tree, verb: int, joined: int) -> bool:
    """Whether a joined verb begins a clause of its own: not "to inspect and seize ships", "won and kept the seat"."""
    if any(tree.dep[k] in SUBJECTS for k in tree.kids[joined]):
        return True
    return tree.head[joined] == verb and not _shares(tree, verb)


def _shares(tree: Tree, verb: int) -> bool:
    """Whether a verb has nothing behind it but another verb that is joined to it, with which it shares its object."""
    behind = [k for k in tree.kids[verb] if k > verb and tree.dep[k] not in ("cc", "punct")]
    return bool(behind) and tree.dep[behind[0]] == "conj" and tree.verbal(behind[0])


def _misread(tree: Tree, verb: int, inner: int) -> Iterator[int]:
    """Where the side clause begins that holds a verb which the parser cannot have right."""
    for at in (inner, *tree.up(inner)):
        if at == verb:
            return
        if tree.dep[at] in SIDE and tree.left[at] > verb:
            if tree.left[at] < inner:
                yield tree.left[at]
            return


def _joint(tree: Tree, verb: int, left: int) -> Iterator[int]:
    """Where a joined verb begins, with the words that join it."""
    at = left
    while at > 0 and (tree.pos[at - 1] in ("CCONJ", "PUNCT") and tree.word[at - 1] not in "”\"')"):
        at -= 1
    yield at


def _trimmed(tree: Tree, verb: int, end: int) -> int:
    """The end without punctuation and joining words that lead to nothing."""
    while end > verb and (
        tree.pos[end] in ("PUNCT", "CCONJ", "SPACE", "DET") or tree.dep[end] == "mark" or tree.lower[end] in LEADING
    ):
        if tree.word[end] in ("”", '"', ")", "]", "'", "’"):
            break
        end -= 1
    return end


def _paired(tree: Tree, start: int, end: int) -> int:
    """The end, moved to the partner of a quotation mark or bracket that opens among the words, if it is near."""
    for opening, closing in OPENING.items():
        words = tree.word[start : end + 1]
        if words.count(opening) > words.count(closing):
            found = next((i for i in range(end + 1, len(tree)) if tree.word[i] == closing), None)
            if found is not None:
                end = found
    words = tree.word[start : end + 1]
    if words.count('"') % 2 == 1:
        end = next((i for i in range(end + 1, len(tree)) if tree.word[i] == '"'), end)
    return end
