"""What a clause tells that somebody does to somebody: the act, and the tokens where its parties are found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.annotate.claims.lexicon import lexicon as claim_words
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import Voice, lemma, subject, voice
from dateline.annotate.coding.lexicon import Kind, Lexicon
from dateline.model.coding import EventType, Quad, quad

DEEPEST = 4  # verbs that take their meaning from one another: "said it had decided to begin sending"
PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})
PURPOSE = frozenset({EventType.PROTEST, EventType.ACCUSE, EventType.CONSULT, EventType.AID})
SILENT = frozenset({EventType.CONSULT, EventType.SUPPORT})  # nouns that may be offered without being a promise
PERSONAL = frozenset({"host", "receive", "greet", "release", "strike", "hit", "blast"})  # acts on people alone
NEAR = 2  # tokens behind a verb within which a preposition belongs to its name: "call loudly for"
DUE = frozenset({"due", "set", "scheduled", "expected", "bound", "likely"})
DECIDING = frozenset({"announce", "declare"})
COMMANDING = frozenset({"want", "call", "tell", "help", "instruct", "order", "ask"})
INTENT = frozenset({"intend", "plan", "vow", "swear"})  # bad as well as good may follow


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of act; `at` is the word that names it, `verb` heads the clause of its parties, `sayer` is the verb of
    speech whose subject a pronoun stands for (None if nobody says it), `asked` the clause whose subject is
    asked. `own`: the object is what it is done with."""

    kind: Kind
    at: int
    verb: int
    why: str
    sayer: int | None = None
    asked: int | None = None
    own: bool = False


class Acts:
    """Reads the acts of one sentence."""

    def __init__(self, tree: Tree, words: Lexicon) -> None:
        self.tree = self._tree = tree
        self._words = words
        self._voices: dict[int, Voice] = {}

    def act(self, at: int, depth: int = 0) -> Act | None:
        """The act that a verb or noun tells; None if it tells none, or not clearly."""
        if depth > DEEPEST:
            return None
        if not self._tree.verbal(at):
            found = self._named(at)
            return Act(found[0], found[1], at, f"the noun '{self._tree.lemma[found[1]]}'") if found else None
        names = self._names(at)
        if self._tree.lemma[at] == "be":
            found_so = self._adjective(at, names, depth) or self._due(at, depth)
            return self._bent(found_so, at) if found_so else None
        if names & self._words.operators["announcing"] and (told := self._announced(at, depth)):
            return told
        rules = (
            self._adjective, self._framed, self._crowd, self._agreed, self._threatened, self._requested, self._refused,
            self._plain, self._done, self._passed, self._purpose, self._happened,
        )  # fmt: skip
        for rule in rules:
            if (act := rule(at, names, depth)) is not None:
                return self._bent(act, at)
        return self._declined(at, names)

    def voice(self, at: int) -> Voice:
        """The shape of a verb's group."""
        if at not in self._voices:
            self._voices[at] = voice(self._tree, at, claim_words("en"))
        return self._voices[at]

    def passive(self, at: int) -> bool:
        """Whether a verb is told from the side of the one that it is done to."""
        tree = self._tree
        return self.voice(at).passive or (tree.dep[at] == "acl" and tree.tag[at] == "VBN")

    # names and things

    def _names(self, at: int) -> frozenset[str]:
        """A verb's lemma, with its particle, and with each preposition behind it."""
        tree = self._tree
        own, whole = tree.lemma[at], lemma(tree, at)
        behind = (tree.lower[k] for k in tree.kids[at] if tree.dep[k] == "prep" and at < k <= at + NEAR)
        return frozenset({own, whole, *(f"{own}-{word}" for word in behind)})

    def _kind(self, names: frozenset[str]) -> Kind | None:
        """The kind of the longest name: "call-for" before "call"."""
        known = sorted((n for n in names if n in self._words.verbs), key=lambda n: (-len(n), n))
        return self._words.verbs[known[0]] if known else None

    def objects(self, at: int) -> Iterator[int]:
        """What a verb is done to: its objects, or the subject of a passive; what is joined to them."""
        tree = self._tree
        wanted = ("nsubjpass",) if self.passive(at) else ("dobj", "attr", "oprd")
        if tree.dep[at] == "acl" and tree.tag[at] == "VBN":
            yield tree.head[at]
        for k in tree.kids[at]:
            if tree.dep[k] in wanted:
                yield k
                yield from (c for c in tree.kids[k] if tree.dep[c] == "conj")

    def _things(self, at: int) -> set[str]:
        tree = self._tree
        found = {"fire"} if tree.has(at, "fire") else set[str]()
        for thing in self.objects(at):
            found.update(tree.lemma[i] for i in self._inside(thing))
        for k in tree.kids[at]:
            if tree.dep[k] == "prep" and tree.lower[k] in (
                ("to", "on") if "fire" in found else ("from", "out", "of", "on")
            ):
                found.update(tree.lemma[p] for p in tree.kids[k] if tree.dep[p] == "pobj")
        return found

    def _inside(self, noun: int) -> Iterator[int]:
        """A noun, its compounds, and what it is made of ("a series of bombs", "million dollars of aid")."""
        tree = self._tree
        for _ in range(DEEPEST):
            yield noun
            yield from (k for k in tree.kids[noun] if tree.dep[k] in ("compound", "nmod", "amod"))
            of = next((k for k in tree.kids[noun] if tree.dep[k] == "prep" and tree.lower[k] == "of"), None)
            inner = None if of is None else tree.kid(of, "pobj")
            if inner is None:
                return
            noun = inner

    def _named(self, noun: int) -> tuple[Kind, int] | None:
        """The act that a noun names: itself or with its compound, by what a nominal verb is done to, else inside it."""
        tree, words = self._tree, self._words
        if (verb := words.nominal.get(tree.lemma[noun])) is not None:
            inside = {tree.lemma[i] for i in self._inside(noun)}
            for frame in words.frames:
                if verb in frame.verbs and inside & frame.things and not frame.subjects:
                    return frame.kind, noun
        for i in self._inside(noun):
            with_it = [f"{tree.lemma[k]}-{tree.lemma[i]}" for k in tree.kids[i] if tree.dep[k] in ("compound", "amod")]
            for name in (*with_it, tree.lemma[i]):
                if name in words.nouns and tree.pos[i] in ("NOUN", "PROPN"):
                    return words.nouns[name], i
        return None

    # rules, in order

    def _announced(self, at: int, depth: int) -> Act | None:
        """What is said: a content of its own, or a noun; with the speaker for the one whom a pronoun means."""
        tree = self._tree
        content = tree.kid(at, "ccomp", "xcomp", "parataxis")
        if content is None:
            return self._done_noun(at)
        if not tree.verbal(content):
            return None
        shape, who = self.voice(content), tree.kid(content, "nsubj", "nsubjpass")
        if shape.modal in self._words.modals["duty"] and not shape.negated:
            other = who is not None and tree.lower[who] not in PRONOUNS and subject(tree, at) is not None
            return Act(Kind(EventType.REQUEST), at, at, "a duty that is told", asked=content) if other else None
        if "out of the question" in " ".join(tree.lower):
            return Act(Kind(EventType.REJECT), at, at, "'out of the question'")
        act = self._decided(at, content, depth) or self.act(content, depth + 1)
        own = act is not None and who is not None and tree.lower[who] in PRONOUNS
        return replace(act, sayer=at) if act is not None and own and act.sayer is None else act

    def _decided(self, at: int, content: int, depth: int) -> Act | None:
        """What somebody announces to have settled on, as done: "announced that it would expel"."""
        future = self.voice(content).modal in self._words.modals["future"]
        if not future or self._tree.lemma[at] not in DECIDING:
            return None
        act = self._framed(content, self._names(content), depth) or self._plain(content, self._names(content), depth)
        return act if act and quad(act.kind.type) is Quad.MATERIAL_CONFLICT else None

    def _adjective(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        tree, words = self._tree, self._words
        found = tree.kid(at, "acomp") if tree.lemma[at] == "be" else None
        if found is None and self.passive(at) and tree.kid(at, "agent") is None:
            found = at
        if found is None or tree.lower[found] not in words.adjectives:
            return None
        kind = words.adjectives[tree.lower[found]]
        inner = self._content(found, depth) or (self._content(at, depth) if found != at else None)
        hostile = kind.type is EventType.AGREE and inner and quad(inner.kind.type) is Quad.MATERIAL_CONFLICT
        kind = Kind(EventType.THREATEN, inner.kind.mode) if hostile and inner else kind
        return Act(kind, found, at, f"'{tree.lower[found]}'")

    def _due(self, at: int, depth: int) -> Act | None:
        """What is to be done: "is to visit", "is due to arrive"."""
        inner = self._content(at, depth)
        if inner is None:
            found = self._tree.kid(at, "acomp")
            inner = self._content(found, depth) if found is not None and self._tree.lower[found] in DUE else None
        return None if inner is None else self.to_come(replace(inner, verb=at))

    def _content(self, at: int, depth: int) -> Act | None:
        """The act of the clause under a word."""
        tree = self._tree
        for k in tree.kids[at]:
            if tree.dep[k] in ("xcomp", "ccomp") and tree.verbal(k):
                return self.act(k, depth + 1)
            if tree.dep[k] == "prep" and (inner := tree.kid(k, "pcomp")) is not None and tree.verbal(inner):
                return self.act(inner, depth + 1)
        return None

    def _framed(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        tree, things = self._tree, self._things(at)
        if tree.lemma[at] in ("take", "hold") and things & {"hostage", "captive"}:
            return Act(Kind(EventType.ASSAULT, "abduct"), at, at, "taking hostages")
        if tree.lemma[at] == "hold" and any(tree.lower[i] == "responsible" for i in tree.under(at)):
            return Act(Kind(EventType.ACCUSE), at, at, "holding responsible")
        for frame in self._words.frames:
            if names & frame.verbs and things & frame.things and (not frame.subjects or self._by(at, frame.subjects)):
                thing = sorted(things & frame.things)[0]
                return Act(frame.kind, at, at, f"'{tree.lemma[at]}' with '{thing}'", own=frame.own)
        return None

    def _by(self, at: int, group: str) -> bool:
        who = subject(self._tree, at)
        return who is not None and any(self._tree.lemma[i] in self._words.things[group] for i in self._inside(who))

    def _crowd(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        """What is done in protest, by words that say so, or by a crowd that demands something by it."""
        tree = self._tree
        for k in tree.kids[at]:
            if tree.dep[k] == "prep" and tree.lower[k] == "in" and tree.has(k, "protest"):
                return Act(Kind(EventType.PROTEST), at, at, "'in protest'")
            if tree.dep[k] == "prep" and tree.lower[k] == "on" and tree.has(k, "strike"):
                return Act(Kind(EventType.PROTEST, "strike"), at, at, "'on strike'")
            if tree.dep[k] in ("advcl", "xcomp") and self.voice(k).infinitive:
                asks = tree.lemma[k] == "demand" and self._by(at, "crowds")
                if asks or tree.lemma[k] == "protest":
                    return Act(Kind(EventType.PROTEST), at, at, f"'to {tree.lemma[k]}'")
        return None

    def _agreed(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        if not names & self._words.operators["agreeing"]:
            return None
        inner, tree = self._content(at, depth), self._tree
        noun = next((found for o in self.objects(at) if (found := self._named(o))), None)
        kind = inner.kind if inner else noun[0] if noun else None
        if kind and quad(kind.type) is Quad.MATERIAL_CONFLICT and tree.lemma[at] != "agree":
            return Act(Kind(EventType.THREATEN, kind.mode), at, at, f"'{tree.lemma[at]}' with a hostile act")
        if noun and tree.lemma[at] == "offer" and noun[0].type in SILENT:
            return Act(noun[0], noun[1], at, f"offering '{tree.lemma[noun[1]]}'")
        if tree.lemma[at] in INTENT and kind is None:
            return None
        return Act(Kind(EventType.AGREE), at, at, f"'{tree.lemma[at]}'")

    def _threatened(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        if not names & self._words.operators["threatening"]:
            return None
        inner = self._content(at, depth)
        mode = inner.kind.mode if inner else ""
        return Act(Kind(EventType.THREATEN, mode), at, at, f"'{self._tree.lemma[at]}'")

    def _requested(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        tree = self._tree
        asked = next((k for k in tree.kids[at] if tree.dep[k] in ("ccomp", "xcomp") and tree.verbal(k)), None)
        if not names & self._words.operators["requesting"] or asked is None:
            return None
        if tree.lemma[at] in COMMANDING and (self._own(asked) or not self.voice(asked).infinitive):
            return None
        if tree.dep[asked] == "ccomp" and self._told(asked):
            return None
        return Act(Kind(EventType.REQUEST), at, at, f"'{tree.lemma[at]}'", asked=asked)

    def _told(self, content: int) -> bool:
        """Whether a content is told as a fact: "insisted that the vote was fair"."""
        shape = self.voice(content)
        return shape.finite and not shape.modal and self._tree.tag[content] in ("VBD", "VBZ")

    def _own(self, asked: int) -> bool:
        """Whether somebody only wants to do something himself."""
        return self._tree.kid(asked, "nsubj", "nsubjpass") is None and not any(
            self._tree.dep[k] == "dobj" and k < asked for k in self._tree.kids[self._tree.head[asked]]
        )

    def _refused(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        if not names & self._words.operators["refusing"]:
            return None
        if self._tree.lemma[at] in ("fail",):
            return None
        return Act(Kind(EventType.REJECT), at, at, f"'{self._tree.lemma[at]}'")

    def _plain(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        kind = self._kind(names)
        if self._tree.lemma[at] in PERSONAL and not any(self._person(o) for o in self.objects(at)):
            return None
        return Act(kind, at, at, f"'{self._tree.lemma[at]}'") if kind else None

    def _person(self, noun: int) -> bool:
        """Whether a noun names people, by a name or a word for them."""
        things = self._words.things
        return self._tree.pos[noun] == "PROPN" or self._tree.lemma[noun] in things["people"] | things["captives"]

    def _done(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        """A verb of doing with a noun that names the act."""
        return self._done_noun(at) if names & self._words.operators["doing"] else None

    def _done_noun(self, at: int) -> Act | None:
        for thing in self.objects(at):
            if found := self._named(thing):
                return Act(found[0], found[1], at, f"'{self._tree.lemma[found[1]]}'")
        tree = self._tree
        for k in tree.kids[at]:
            behind = tree.kid(k, "pobj") if tree.dep[k] == "prep" and tree.lower[k] in ("in", "to") else None
            if (
                behind is not None
                and tree.lemma[at] in ("engage", "participate", "resort")
                and (found := self._named(behind))
            ):
                return Act(found[0], found[1], at, f"'{tree.lemma[found[1]]}'")
        return None

    def _happened(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        """What breaks out or goes on: "clashes erupted between Chad and Niger"."""
        who = self._tree.kid(at, "nsubj")
        if who is None or not names & self._words.operators["happening"]:
            return None
        found = self._named(who)
        return Act(found[0], who, at, f"the noun '{self._tree.lemma[found[1]]}'") if found else None

    def _passed(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        """A verb that only begins, tries or decides what another one tells."""
        if self._tree.lower[at] in DUE and self.passive(at):
            inner = self._content(at, depth)
            return self.to_come(replace(inner, verb=at)) if inner else None
        if not names & self._words.operators["passing"]:
            return None
        inner = self._content(at, depth)
        return replace(inner, verb=at) if inner else None

    def _purpose(self, at: int, names: frozenset[str], depth: int) -> Act | None:
        """What something is done for: "sent officers to investigate"."""
        tree = self._tree
        for k in tree.kids[at]:
            if tree.dep[k] in ("advcl", "xcomp") and k > at and self.voice(k).infinitive:
                inner = self._kind(self._names(k))
                if inner and inner.type in PURPOSE:
                    return Act(inner, k, at, f"'to {tree.lemma[k]}'")
        return None

    def _declined(self, at: int, names: frozenset[str]) -> Act | None:
        """What somebody will not do."""
        shape = self.voice(at)
        future = shape.modal in self._words.modals["future"]
        if shape.negated and future and names & self._words.operators["tolerating"]:
            return Act(Kind(EventType.REJECT), at, at, "what is not to be")
        if not shape.negated and not shape.modal and self._by(at, "protesters"):
            return Act(Kind(EventType.PROTEST), at, at, "what protesters do")
        return None

    # mood

    def _bent(self, act: Act, at: int) -> Act | None:
        """The act as the verb's mood has it: what is to come is promised or threatened, what is not done is no act."""
        shape, modals = self.voice(at), self._words.modals
        kind = quad(act.kind.type)
        helpful = kind in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)
        if shape.negated:
            return replace(act, kind=Kind(EventType.REJECT), why=f"{act.why}, negated") if helpful else None
        if shape.modal in modals["duty"]:
            return None
        if kind is Quad.VERBAL_CONFLICT:
            return None if shape.modal in modals["chance"] else act
        if shape.modal in modals["future"] or (shape.modal in modals["chance"] and not helpful and not shape.perfect):
            return self.to_come(act)
        return None if shape.modal in modals["chance"] else act

    def to_come(self, act: Act) -> Act:
        """The act as a plan: help is promised, harm is threatened."""
        kind = quad(act.kind.type)
        if kind is Quad.VERBAL_CONFLICT:
            return act
        bent = EventType.THREATEN if kind is Quad.MATERIAL_CONFLICT else EventType.AGREE
        return replace(act, kind=Kind(bent, act.kind.mode), why=f"{act.why}, told as to come")
