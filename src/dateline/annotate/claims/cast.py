"""The parties named in a sentence: which of them an argument names, is explained by, or stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.annotate.actors.lexicon import words as names_of
from dateline.annotate.claims.persons import in_list, one_person
from dateline.annotate.claims.standing import ALIKE, explains, is_person, lends, stands
from dateline.annotate.claims.tree import HELPING, Tree
from dateline.annotate.claims.worded import extent
from dateline.model.mark import ActorMark

PLACED = frozenset({"in", "at", "near", "outside", "across", "around", "into", "within", "through", "inside"})
TIMING = frozenset({"after", "before", "since", "until", "till", "following", "during"})
NAMING = frozenset({"name", "call", "know", "nickname", "dub"})
ASIDE = 24  # tokens of an aside between commas
ASIDES = frozenset("who says writes reports recalls adds notes said wrote reported".split())
LONGEST = 120  # characters of an argument that are kept
SHE = frozenset({"he", "she", "him", "her", "his", "hers"})
TO = re.compile(r"\s+(?:to|for|of|in|with|at)\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties named in a sentence, and the sentence's words."""

    tree: Tree
    text: str
    marks: Sequence[ActorMark]
    offset: int
    dates: frozenset[int] = frozenset()

    def actor(self, token: int) -> str:
        """The id of the party that an argument names: by its head word, else by its other words."""
        mark = self._mark(self.tree.start[token], self.tree.end[token])
        return mark.actor if mark is not None else ""

    def actor_of(self, token: int) -> str:
        """The id of the party that an argument is: named by its head, by an apposition or as one, or stood for by its
        head ("a Taliban spokesman")."""
        return self.party(token)[0]

    def party(self, token: int) -> tuple[str, bool]:
        """The id of the party that an argument is, "" if none, and whether its words tell only of somebody who acts for
        the party, or of a part of it."""
        tree = self.tree
        found = self.actor(token)
        if found:
            return found, False
        if one_person(tree, token):
            return self.party(next(k for k in tree.kids[token] if tree.dep[k] == "conj"))
        named = self._behind(token) or self._beside(token) or self._named(token)
        if named:
            return named, False
        above = tree.head[token]
        named = self.actor(above) if tree.dep[token] == "appos" and not in_list(tree, above, token) else ""
        if named and self._is_person(above):
            return named, False
        other = self._stood_for(token) if stands(tree, token) else ""
        return (other, True) if other else (named, False)

    def _beside(self, token: int) -> str:
        """The id of the party that an apposition names."""
        tree = self.tree
        for k in tree.kids[token]:
            if tree.dep[k] != "appos" or "not" in tree.lower[token:k]:
                continue
            mark = self._mark(tree.start[k], tree.end[k])
            if mark is None and (person := self._behind(k)):
                return person
            if mark is not None and explains(tree, token, k, mark):
                return mark.actor
        return ""

    def located(self, token: int, apposition: int) -> bool:
        """Whether a name beside another only says where that one is, or belongs: "Oldford, Norway"."""
        mark = self._mark(self.tree.start[apposition], self.tree.end[apposition])
        if mark is None or mark.kind in ALIKE or mark.kind == "person":
            return False
        named = self.tree.pos[token] == "PROPN" and not self.actor(token)
        return named or (mark.kind == "state" and mark.how != "demonym")

    def _stood_for(self, token: int) -> str:
        """The id of the party for which a noun stands: "a Taliban spokesman", "Norway's envoy"."""
        tree = self.tree
        deps = ["compound", "poss", "amod", "nmod"]
        if sum(tree.dep[k] == "poss" for k in tree.kids[token]) > 1:
            return ""
        for dep in deps:
            for k in tree.kids[token]:
                mark = self._mark(tree.start[k], tree.end[k]) if tree.dep[k] == dep else None
                if mark is not None and lends(tree, token, mark):
                    return mark.actor
        return ""

    def _behind(self, token: int) -> str:
        """The id of the person whose name ends an argument: "the ambassador to Norway Jane Roe"."""
        tree = self.tree
        if token + 1 >= len(tree) or not is_person(tree, token):
            return ""
        end, body = tree.end[token] + self.offset, ""
        for mark in (m for m in self.marks if m.words.start > end):
            between = self.text[end - self.offset : mark.words.start - self.offset]
            if mark.kind == "person":
                return mark.actor if not between.strip() and mark.words.exact.lower() not in SHE else ""
            if body or not TO.fullmatch(between):
                return ""
            body, end = mark.actor, mark.words.end
        return ""

    def _is_person(self, token: int) -> bool:
        mark = self._mark(self.tree.start[token], self.tree.end[token])
        return mark is not None and mark.kind == "person"

    def _named(self, token: int) -> str:
        """The id of the party by which a participle calls an argument: "a brigadier named Roe"."""
        tree = self.tree
        for k in tree.kids[token]:
            if tree.dep[k] == "acl" and tree.lemma[k] in NAMING and (name := tree.kid(k, "oprd", "dobj", "attr")):
                return self.actor(name)
        return ""

    def beside(self, verb: int) -> int | None:
        """The token of the person or party named right before a verb and its helpers, or before what two commas part
        from it ("Roe, who won in May, left"); None if none is."""
        tree = self.tree
        first = min([verb, *(k for k in tree.kids[verb] if tree.dep[k] in HELPING and k < verb)])
        first = self._aside_before(first)
        if first == 0 or not self.actor(first - 1) or first - 1 in self.dates:
            return None
        return first - 1

    def _aside_before(self, first: int) -> int:
        """Where an aside between commas begins that ends right before a token; that token itself if there is none."""
        word = self.tree.word
        if first == 0 or word[first - 1] != ",":
            return first
        commas = [k for k in range(max(0, first - ASIDE), first - 1) if word[k] == ","]
        opens = next((k for k in reversed(commas) if word[k + 1] in ASIDES), None)
        return first if opens is None else opens

    def listed(self, first: int, second: int) -> bool:
        """Whether two names are states named one after the other, and neither explains the other."""
        found = [self._state(t) for t in (first, second)]
        return all(found) and found[0] != found[1]

    def _state(self, token: int) -> str:
        at, end = self.tree.start[token] + self.offset, self.tree.end[token] + self.offset
        near = (m for m in self.marks if m.words.start < end and at < m.words.end)
        return next((m.actor for m in near if m.kind == "state" and m.how == "name"), "")

    def is_place(self, token: int) -> bool:
        """Whether an argument is a state by name behind a preposition of place: "in Kenya" is no part of Kenya's."""
        tree = self.tree
        behind = tree.dep[token] == "pobj" and tree.lower[tree.head[token]] in PLACED
        at, end = tree.start[token] + self.offset, tree.end[token] + self.offset
        return behind and any(
            m.kind == "state" and m.how == "name" and m.words.start < end and at < m.words.end for m in self.marks
        )

    def _mark(self, start: int, end: int) -> ActorMark | None:
        """The party that some characters of the sentence name or are a part of; None if there is none."""
        for mark in self.marks:
            if mark.words.start < end + self.offset and start + self.offset < mark.words.end:
                if len(mark.words.exact) == 1:
                    continue
                he = mark.kind != "person" and self.text[start:end].lower() in SHE
                return None if he or self._longer(mark) else mark
        return None

    def _longer(self, mark: ActorMark) -> bool:
        """Whether a body's name, or a people's, is only a part of a longer one: the "Congress" of "the World Mining
        Congress", the "Indians" of "the Oldford Indians"."""
        people = mark.kind == "state" and mark.how == "demonym" and mark.words.exact.endswith("s")
        if mark.kind in ("person", "state") and not people:
            return False
        tree = self.tree
        inside = tree.at(mark.words.start - self.offset, mark.words.end - self.offset)
        if not inside or inside[0] == 0:
            return False
        before, top, after = inside[0] - 1, tree.top(inside), inside[-1] + 1
        joined = tree.pos[before] == "PROPN" and tree.dep[before] == "compound" and tree.head[before] in (*inside, top)
        dated = before in self.dates or tree.lower[before] in names_of("months")
        if joined and tree.word[before][0].isupper() and not dated and not self._marked(before):
            return True
        goes_on = after < len(tree) and tree.tag[after] in ("NNP", "NNPS") and tree.head[inside[-1]] == after
        return goes_on and not people and tree.dep[inside[-1]] == "compound" and top != inside[-1]

    def _marked(self, token: int) -> bool:
        at, end = self.tree.start[token] + self.offset, self.tree.end[token] + self.offset
        return any(m.words.start < end and at < m.words.end for m in self.marks)

    def deep(self, token: int) -> Iterator[int]:
        """The parties named anywhere in the words of an argument, but for states as places and what phrases of time
        hold: "the need for a plan for Norway", "the path to NATO membership"."""
        tree = self.tree
        start = self.text.find(self.words(token), tree.start[min(tree.left[token], token)])
        end = start + len(self.words(token))
        for mark in self.marks:
            at = mark.words.start - self.offset
            if start <= at < end and mark.kind in ("alliance", "organisation", "group"):
                named = tree.at(at, mark.words.end - self.offset)
                if named and not self._aside(tree.top(named), token):
                    yield tree.top(named)

    def _aside(self, inner: int, token: int) -> bool:
        """Whether a preposition of place or time stands between an argument and a party in it."""
        tree = self.tree
        for up in (inner, *tree.up(inner)):
            if up == token:
                return False
            if tree.dep[up] == "prep" and tree.lower[up] in PLACED | TIMING | {"to"}:
                return True
        return True

    def words(self, token: int, *, parted: bool = False) -> str:
        """The argument as worded, without what trails after a comma; if `parted`, without what is joined to it."""
        first, last = extent(self.tree, token, self.dates, parted=parted)
        return self.text[self.tree.start[first] : self.tree.end[last]][:LONGEST].strip(" -–—:;,")

    def named(self, token: int) -> str:
        """The words of the name that an argument is a part of, else the argument as worded."""
        at, end = self.tree.start[token] + self.offset, self.tree.end[token] + self.offset
        words = self.words(token, parted=self.tree.kid(token, "conj") is not None)
        inner = self.tree.dep[token] in ("compound", "amod", "nmod")
        for mark in self.marks:
            longer = inner or len(mark.words.exact) > len(words)
            if mark.words.start < end and at < mark.words.end and longer:
                return mark.words.exact
        return words
