"""Parties' words without a clause on them that has no word of its own to begin it ("improvements the company made")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.annotate.claims.tree import Tree
from dateline.model.claim import Role

PAIRS = {"”": "“", ")": "(", "]": "["}
DOUBLE = ('"', "“", "”")
ALONE = ('"', "'", "‘", "“", "(", "[")
CLAUSES = frozenset({"csubj", "csubjpass"})


def clipped(tree: Tree, roles: Sequence[Role], text: str) -> tuple[Role, ...]:
    """The roles, each with its words up to such a clause; what is a clause itself is no party."""
    return tuple(_clipped(tree, role, text) for role in roles if not _clausal(tree, role, text))


def _clausal(tree: Tree, role: Role, text: str) -> bool:
    """Whether a clause has been taken for a party ("confirming the inquiry will begin")."""
    start = text.find(role.words)
    inside = tree.at(start, start + len(role.words)) if role.words and start >= 0 and not role.actor else []
    return bool(inside) and tree.tag[inside[0]] in ("VBG", "VB") and any(tree.dep[i] in CLAUSES for i in inside)


def _clipped(tree: Tree, role: Role, text: str) -> Role:
    start = text.find(role.words)
    if not role.words or start < 0:
        return role
    inside = tree.at(start, start + len(role.words))
    opening = next((i for i in inside[1:] if _opens_clause(tree, i, inside[0])), None)
    words = role.words if opening is None else text[start : tree.start[opening]].rstrip(" ,")
    return replace(role, words=words or role.words)


def _opens_clause(tree: Tree, token: int, first: int) -> bool:
    """Whether a token is the first of a relative clause whose verb stands behind it, on a noun inside the words."""
    for verb in tree.up(token):
        if tree.dep[verb] in ("relcl", "acl"):
            return verb > token and first <= tree.head[verb] < token and tree.left[verb] == token
    return False


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of some words with the quotation mark before them that they end inside, and without a mark at their
    end whose partner stands beyond them."""
    words = text[start:end]
    if "”" in words and words.count("“") < words.count("”") and text[max(0, start - 1) : start] == "“":
        start -= 1
        words = text[start:end]
    if "]" in words and words.count("[") < words.count("]") and text[max(0, start - 1) : start] == "[":
        start -= 1
        words = text[start:end]
    last = words[-1:]
    if last in DOUBLE and sum(words.count(mark) for mark in DOUBLE) % 2 == 0:
        return start, end
    if last in PAIRS and PAIRS[last] not in words:
        return start, start + len(words[:-1].rstrip(" .,"))
    if last in ALONE and words.count(last) % 2 == 1:
        inside = words[:-1].rstrip(" ,")
        inside = inside.removesuffix(" and").removesuffix(" or").removesuffix(" but").rstrip(" ,")
        return (start, start + len(inside)) if inside else (start, end)
    return start, end
