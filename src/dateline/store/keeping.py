"""Rules that every back end keeps, as pure functions: what belongs together, what wins, what is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.errors import InputError, NothingFound
from dateline.model.article import Article, Revision
from dateline.model.claim import Claim
from dateline.model.mark import ActorMark, PlaceMark
from dateline.model.outlet import Outlet, OutletKind
from dateline.model.provenance import Producer
from dateline.model.relation import Correction, Decision, Judgement, Relation, RelationKind
from dateline.store.codec import encode

CLAIMS = "claims"  # the layer that is kept as rows of their own
DIFFERING = frozenset({RelationKind.CONTRADICTION, RelationKind.UPDATE})  # found by the articles at their ends
ACTOR, STATUS = "actor:", "status:"  # before the id of a party and the status of a claim, in tags
MOST = 20  # ids that a prefix may stand for before it is no use to anybody


def check_fit(outlet: Outlet, article: Article, revision: Revision) -> None:
    """Raises ValueError if these are not an outlet, an article of it, and a revision of that; InputError if some text
    of them cannot be written."""
    if article.outlet_id != outlet.id or revision.article_id != article.id:
        raise ValueError(f"{outlet.id}, {article.id} and {revision.id} do not belong together")
    try:
        encode((outlet, article, revision))
    except UnicodeEncodeError as e:
        told = f"its text cannot be written as UTF-8 (character {e.start})"
        raise InputError(told, what=article.url or article.id, do="mend its encoding and add it again") from e


def richer(held: Outlet, arrived: Outlet) -> Outlet:
    """What is known of an outlet after hearing of it again: new knowledge wins, silence takes nothing away."""
    return Outlet(
        id=held.id,
        name=arrived.name if arrived.name and arrived.name != arrived.id else held.name,
        country=arrived.country or held.country,
        language=arrived.language or held.language,
        kind=held.kind if arrived.kind is OutletKind.UNKNOWN else arrived.kind,
        note=arrived.note or held.note,
    )


def in_text_order(claims: Iterable[Claim]) -> list[Claim]:
    """The claims of one text, by sentence, then by anchor."""
    return sorted(claims, key=lambda c: (c.sentence.start, c.anchor.start, c.id))


def ends_of_copies(relations: Iterable[Relation], article_ids: Collection[str]) -> dict[str, set[str]]:
    """Of which articles each of these is a copy, or they of it, by these relations."""
    asked, found = set(article_ids), dict[str, set[str]]()
    for one in relations:
        if one.kind is RelationKind.SAME_COPY:
            for end, other in ((one.a, one.b), (one.b, one.a)):
                if end in asked:
                    found.setdefault(end, set()).add(other)
    return found


def wanted(layers: Mapping[str, Sequence[Any]]) -> dict[str, Claim]:
    """The claims among the layers, by id, each once."""
    claims: dict[str, Claim] = {}
    for claim in layers.get(CLAIMS, ()):
        claims.setdefault(claim.id, claim)
    return claims


def signature(producers: Iterable[Producer]) -> str:
    """A set of producers as one text: "name/version name/version", sorted."""
    return " ".join(sorted({str(p) for p in producers}))


def place_codes(layers: Mapping[str, Sequence[Any]]) -> list[str]:
    """Under what places a revision is found: ids, "country:KE", "continent:AF", sorted."""
    marks = [m for name in sorted(layers) for m in layers[name] if isinstance(m, PlaceMark)]
    codes = {m.place for m in marks}
    codes |= {f"country:{m.country}" for m in marks if m.country}
    codes |= {f"continent:{m.continent}" for m in marks if m.continent}
    return sorted(codes)


def tags(layers: Mapping[str, Sequence[Any]]) -> list[str]:
    """What else a revision is found under: "actor:ID" of parties that it names, "status:planned" of what it claims."""
    marks = [m for name in sorted(layers) for m in layers[name] if isinstance(m, ActorMark)]
    found = {f"{ACTOR}{m.actor}" for m in marks} | {f"{STATUS}{c.status}" for c in layers.get(CLAIMS, ())}
    return sorted(tag for tag in found if not any(letter.isspace() for letter in tag))


def undone(decision: Decision) -> Decision:
    """The decision as one that no longer holds."""
    return replace(decision, undone=True)


def targets(decision: Decision) -> frozenset[str]:
    """The articles that a decision is about."""
    match decision:
        case Judgement(a=a, b=b):
            return frozenset((a.article_id, b.article_id))
        case Correction(target=target):
            return frozenset((target.article_id,))


def refused(article_id: str, why: str) -> InputError:
    """For an article that was removed and comes again."""
    return InputError(f"this article was removed: {why}", what=article_id, do="leave it out; a removal is final")


def unknown_revision(revision_id: str) -> InputError:
    """For marks on a text that is not held."""
    return InputError("no such revision is held", what=revision_id, do="add its article first")


def unknown_feed(feed_id: str) -> InputError:
    """For what is told of a feed that is not there."""
    return InputError("no such feed is kept", what=feed_id, do="add it first: dateline feeds add URL")


def unknown_import(name: str) -> InputError:
    """For the progress of an import that never began."""
    return InputError("no such import was begun", what=name, do="begin it first")


def unknown_article(article_id: str) -> NothingFound:
    """For the removal of what is not there."""
    return NothingFound("no such article is held", what=article_id, do="look its id up with dateline search")
