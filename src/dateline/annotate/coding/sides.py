"""Who does an act, and to whom: the parties around it in the sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import subject
from dateline.annotate.coding.acts import PRONOUNS, Act, Acts
from dateline.annotate.coding.lexicon import Lexicon
from dateline.model.coding import EventType, Side
from dateline.model.mark import ActorMark, PlaceMark

CLOSE = frozenset({"poss", "amod", "compound", "nmod", "appos"})
LONGEST = 80  # characters of the words of one side
WITHIN = frozenset({"of", "from", "in", "to", "with"})
MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE})
AGAINST = frozenset({"against", "over", "at"})
DEFYING = frozenset({"defiance", "protest"})
POINTING = frozenset({"at", "on", "upon", "against", "to", "toward", "towards", "with", "from", "for"})
CALENDAR = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday jan feb mar apr aug sept sep oct nov dec christmas easter ramadan""".split()
)
NAMELESS = frozenset({"this", "that", "these", "those", "which", "what", "there", "who", "one", "some"})


class Sides:
    """The parties of one sentence that begins at character `offset`."""

    def __init__(
        self, tree: Tree, words: Lexicon, actors: Sequence[ActorMark], places: Sequence[PlaceMark], offset: int
    ) -> None:
        self._tree = tree
        self._words = words
        self._party: dict[int, ActorMark] = {}
        self._place: dict[int, PlaceMark] = {}
        for place in reversed(places):
            self._place.update(dict.fromkeys(self._tokens(place, offset), place))
        for actor in reversed(actors):
            self._party.update(dict.fromkeys(self._tokens(actor, offset), actor))

    def _tokens(self, mark: ActorMark | PlaceMark, offset: int) -> range:
        first = bisect_right(self._tree.end, mark.words.start - offset)
        return range(first, bisect_left(self._tree.start, mark.words.end - offset, first))

    def both(self, acts: Acts, act: Act) -> tuple[Side | None, Side | None] | None:
        """Actor and recipient; None if no party of any sort has a part, or nature did it."""
        who = self._doer(acts, act)
        if who is not None and self._of_nature(who):
            return None
        if who is not None and self._tree.lemma[who] in self._words.things["arms"] and self._marked(who) is None:
            who = None  # a bomb is nobody
        actor = self._side(who) if who is not None else None
        towards = self._recipient(acts, act, who, actor)
        pronoun = who is not None and self._tree.lower[who] in PRONOUNS
        if not pronoun and actor is None and (towards is None or who is not None):
            return None
        if actor is None and who is None and self._by_nature(act):
            return None
        return actor, towards

    # the one who acts

    def _doer(self, acts: Acts, act: Act) -> int | None:
        tree = self._tree
        if not tree.verbal(act.verb):
            return self._of_noun(act.verb)
        if act.at == tree.kid(act.verb, "nsubj"):  # "clashes erupted between ..."
            return self._of_noun(act.at) or self._of_noun(act.verb)
        if acts.passive(act.verb) and act.at == act.verb and tree.lower[act.at] not in self._words.adjectives:
            by = tree.kid(act.verb, "agent")
            return None if by is None else tree.kid(by, "pobj")
        found = subject(tree, act.verb)
        if found is not None and tree.lower[found] in PRONOUNS and act.sayer is not None:
            return subject(tree, act.sayer)
        return found

    def _of_noun(self, noun: int) -> int | None:
        """Whose act a noun names: "Spain's visit", "the Spanish attack", "the attack by Spain"."""
        tree = self._tree
        for k in tree.kids[noun]:
            if tree.dep[k] in ("poss", "amod", "compound", "nmod") and k in self._party:
                return k
            if tree.dep[k] in ("prep", "agent") and tree.lower[k] in ("by", "between"):
                return tree.kid(k, "pobj")
        return None

    def _of_nature(self, token: int) -> bool:
        return self._tree.lemma[token] in self._words.things["natural"]

    def _by_nature(self, act: Act) -> bool:
        return any(self._of_nature(i) for i in self._tree.under(act.verb))

    # the one to whom it is done

    def _recipient(self, acts: Acts, act: Act, who: int | None, actor: Side | None) -> Side | None:
        own = frozenset() if who is None else frozenset(self._tree.under(who))
        own -= frozenset(self._joined(who)) if who is not None else frozenset()
        for token in self._candidates(acts, act, own):
            side = self._side(token)
            if side is not None and not (actor and _same(actor, side)):
                return side
        return None

    def _candidates(self, acts: Acts, act: Act, own: frozenset[int]) -> Iterator[int]:
        """Tokens that may be the recipient, the likeliest first: those asked, the object, named parties, places."""
        tree = self._tree
        if act.asked is not None and (asked := tree.kid(act.asked, "nsubj", "nsubjpass")) is not None:
            yield asked
        verbal = tree.verbal(act.verb)
        if verbal:
            objects = list(acts.objects(act.verb))
            yield from (k for k in tree.kids[act.verb] if tree.dep[k] == "dative" and tree.pos[k] != "ADP")
            own |= frozenset(self._means(objects)) if act.own else frozenset()
            yield from (o for o in objects if o not in own and (o in self._party or o in self._place or self._human(o)))
        inside = [i for i in sorted(tree.under(act.verb)) if i not in own]
        mutual = act.kind.type in MUTUAL and act.kind.mode != "visit"
        joined = (i for i in inside if tree.dep[i] == "conj" and i < act.verb)
        yield from (i for i in joined if mutual and (self._marked(i) or tree.pos[i] == "PROPN" or self._human(i)))
        own |= self._speakers_side(act)
        behind = [i for i in inside if i > min(act.at, act.verb) and i not in own and not (mutual and self._venue(i))]
        if act.kind.type is EventType.PROTEST:
            yield from self._protested(act, behind)
        yield from (i for i in self._beside(act) if i in behind and (self._marked(i) or self._human(i)))
        if act.at != act.verb and not tree.verbal(act.at):
            named = [i for i in behind if act.at < i <= tree.right[act.at]]
            yield from (self._head(i) for i in named if i in self._party or i in self._place)
        yield from (self._head(i) for i in behind if i in self._party)
        yield from (i for i in behind if i in self._place)
        yield from (i for i in behind if self._human(i) and self._in_reach(i))
        yield from (i for i in inside if i in self._party and i < act.verb and tree.dep[i] == "conj")
        yield from (i for i in behind if tree.pos[i] == "PROPN" and tree.lower[i] not in CALENDAR and self._in_reach(i))

    def _protested(self, act: Act, behind: Sequence[int]) -> Iterator[int]:
        """Whom a protest is against: named behind "against" or "over" before where it is held."""
        tree = self._tree
        for k in behind:
            defied = tree.lemma[k] in DEFYING and tree.dep[k] == "pobj"
            if tree.lower[k] in AGAINST or defied:
                under = [i for i in sorted(tree.under(k)) if i > k]
                yield from (self._head(i) for i in under if i in self._party)
                yield from (i for i in under if self._human(i) and self._in_reach(i))

    def _beside(self, act: Act) -> Iterator[int]:
        """What stands behind the act's own prepositions that point at somebody: "fired gas at protesters"."""
        tree = self._tree
        for word in dict.fromkeys((act.verb, act.at)):
            for k in tree.kids[word]:
                if tree.dep[k] in ("prep", "dative") and tree.lower[k] in POINTING:
                    yield from (p for p in tree.kids[k] if tree.dep[p] == "pobj")

    def _in_reach(self, token: int) -> bool:
        """Whether a noun is an argument of the act, not of a clause aside."""
        tree = self._tree
        if tree.dep[token] == "nsubj":
            return tree.dep[tree.head[token]] in ("xcomp", "ccomp")
        return tree.dep[token] in ("pobj", "dobj", "poss")

    def _speakers_side(self, act: Act) -> frozenset[int]:
        """The subject of what somebody threatens or agrees to is of his own side: "warned that police will ..."."""
        tree = self._tree
        content = tree.kid(act.verb, "ccomp") if act.kind.type in (EventType.THREATEN, EventType.AGREE) else None
        who = None if content is None else tree.kid(content, "nsubj", "nsubjpass")
        return frozenset() if who is None or content is None else frozenset(tree.under(who))

    def _means(self, objects: list[int]) -> Iterator[int]:
        """What an act is done with: the objects with the words close to them."""
        for thing in objects:
            yield thing
            yield from (k for k in self._tree.kids[thing] if self._tree.dep[k] in CLOSE)

    def _venue(self, token: int) -> bool:
        """Whether a name only says where both met: "in Paris"."""
        head = self._head(token)
        return self._tree.dep[head] == "pobj" and self._tree.lower[self._tree.head[head]] in ("in", "at", "outside")

    def _joined(self, who: int) -> Iterator[int]:
        """A second party beside the first: "Spain and Chad met"."""
        for k in self._tree.kids[who]:
            if self._tree.dep[k] == "conj":
                yield from self._tree.under(k)

    def _human(self, token: int) -> bool:
        return self._tree.lemma[token] in self._words.things["people"] and self._tree.pos[token] in ("NOUN", "PROPN")

    def _head(self, token: int) -> int:
        """The noun that a name stands before: "Palestinian lorries"."""
        tree = self._tree
        while tree.dep[token] in ("amod", "compound", "nmod") and tree.head[token] > token:
            token = tree.head[token]
        return token

    # a side in words

    def _side(self, token: int) -> Side | None:
        """The party that an argument names, by itself or by the words around it; None if it is none."""
        mark = self._marked(token)
        if mark is not None and self._private(token, mark):
            return Side(self._phrase(token), kind="citizen")
        if mark is not None:
            return Side(self._phrase(token), mark.actor, mark.country or self._of_place(token), mark.kind)
        place = self._place.get(token) or next(
            (self._place[k] for k in self._tree.kids[token] if k in self._place), None
        )
        if place is not None:
            return Side(self._phrase(token), "", place.country, "place")
        lower = self._tree.lower[token]
        named = self._tree.pos[token] == "PROPN" and lower not in NAMELESS
        crowd = self._tree.lemma[token] in self._words.things["crowds"]
        return Side(self._phrase(token)) if named or crowd or self._human(token) else None

    def _private(self, token: int, mark: ActorMark) -> bool:
        """Whether somebody is only a man or woman of a country: "an Afghan", "a Spanish student"."""
        tree = self._tree
        alone = token in self._party or tree.lemma[token] in self._words.things["private"]
        return mark.how == "demonym" and alone and tree.lower[tree.left[token]] in ("a", "an")

    def _of_place(self, token: int) -> str:
        """The country of a state's name that the lists of parties give none."""
        return self._place[token].country if token in self._place else ""

    def _marked(self, token: int) -> ActorMark | None:
        tree = self._tree
        if token in self._party:
            return self._party[token]
        for k in tree.kids[token]:
            if tree.dep[k] in CLOSE and k in self._party:
                return self._party[k]
        for k in tree.kids[token]:
            if tree.dep[k] == "prep" and tree.lower[k] in WITHIN:
                inner = tree.kid(k, "pobj")
                if inner is not None and (found := self._marked(inner)):
                    return found
            if tree.dep[k] in CLOSE and (
                found := next((self._party[g] for g in tree.kids[k] if g in self._party), None)
            ):
                return found
        return None

    def _phrase(self, token: int) -> str:
        """The noun's words up to it, with a phrase with "of" behind it."""
        tree = self._tree
        first, last = min(tree.left[token], token), token
        for k in tree.kids[token]:
            if k > token and tree.dep[k] == "prep" and tree.lower[k] in ("of", "in") and tree.right[k] - token < 8:
                last = tree.right[k]
                break
        words = [tree.word[i] for i in range(first, last + 1) if tree.pos[i] not in ("SPACE", "PUNCT")]
        return " ".join(words)[:LONGEST].strip()


def _same(one: Side, other: Side) -> bool:
    """Whether two sides are one: the same party, or the same words."""
    return one.actor == other.actor if one.actor and other.actor else one.words == other.words
