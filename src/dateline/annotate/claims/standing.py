"""Words that are no party's name and yet tell of one: "a Nato spokesman", "Norway's envoy", "their ally, Norway"."""

from __future__ import annotations

from dateline.annotate.actors.lexicon import words as names_of
from dateline.annotate.claims.lexicon import lexicon
from dateline.annotate.claims.tree import Tree
from dateline.model.mark import ActorMark

GOVERNING = frozenset(
    {"party", "government", "administration", "regime", "cabinet", "presidency", "camp", "side", "delegation"}
)
FIGHTING = frozenset(
    {"force", "troop", "fighter", "soldier", "army", "militia", "guard", "rebel", "guerrilla", "militant", "insurgent"}
)
STATES = frozenset({  # what a state may be called beside its name, besides those that stand for it
    "neighbour", "neighbor", "rival", "partner", "member", "host", "power", "republic", "kingdom", "island", "foe",
    "enemy", "sponsor", "backer", "colony", "homeland", "winner", "champion", "opponent", "exporter", "producer",
    "importer", "economy", "democracy", "donor", "lender", "buyer", "supplier", "patron", "protector",
    "newcomer", "candidate", "applicant", "holder", "chair", "mediator", "guarantor", "giant", "heavyweight",
})  # fmt: skip
ALIKE = frozenset({"group", "party", "alliance", "military", "government"})  # kinds that go by two names


def stands(tree: Tree, token: int) -> bool:
    """Whether a noun tells of those who act for the party beside it: "official", "envoy", "troops"."""
    return tree.lemma[token] in lexicon()["standing_for"] and tree.dep[token] != "attr"


def lends(tree: Tree, token: int, mark: ActorMark) -> bool:
    """Whether the party beside a noun that stands for one is the one: a person's spokesman or lawyer is another
    person, a person's troops and government are the person's; and "elects Roe president" tells of Roe."""
    if mark.kind != "person" or tree.lemma[token] in GOVERNING | FIGHTING:
        return True
    return tree.lower[token] in names_of("roles") and not any(tree.dep[k] in ("poss", "det") for k in tree.kids[token])


def explains(tree: Tree, token: int, apposition: int, mark: ActorMark) -> bool:
    """Whether the name beside an argument is that of the argument: "their ally, Norway"; not "in Oldford, Norway",
    "Jane Roe, Oldford University", or one that stands behind the verb."""
    verb = tree.head[token]
    if token < verb < apposition and tree.verbal(verb):
        return False
    if tree.pos[token] == "PROPN":
        return mark.kind == "person" or mark.kind in ALIKE
    if mark.kind != "state":
        return True
    called = tree.lemma[token] in STATES or tree.lemma[token] in lexicon()["standing_for"]
    return mark.how == "demonym" or called


def is_person(tree: Tree, token: int) -> bool:
    """Whether a noun tells of a person, before whose name it may stand: "the ambassador to Norway Jane Roe"."""
    return tree.lemma[token] in names_of("persons") or tree.lemma[token] in lexicon()["standing_for"]
