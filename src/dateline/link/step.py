"""One step of linking: new claims against what is held. In whatever order claims come, the outcome is the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from dateline.link.base import Known, Linked, Lookup
from dateline.link.candidates import articles_to_compare
from dateline.link.comparing import Comparing, Edge, by_article
from dateline.link.disagreements import findings, inconsistency
from dateline.link.events import event, groups
from dateline.link.judgements import Ruled, ruled
from dateline.link.profile import telling
from dateline.model.event import Event
from dateline.model.ids import content_id
from dateline.model.provenance import Reason
from dateline.model.relation import Relation, RelationKind

COMPONENT = 240  # claims that are regrouped together at most


def link(new: Sequence[Known], lookup: Lookup) -> Linked:
    """Relations and events to add and to retire so that the new claims (or claims to be linked again) take part.

    The new claims may or may not be held already; of an article, all claims should come together.
    """
    comparing = Comparing()
    own = _own(new, lookup)
    comparing.add(telling(claims) for claims in own.values())
    edges = _edges({k.claim.id for k in new}, own, comparing, lookup)
    affected = _affected({k.claim.id for k in new}, edges, comparing, lookup)
    rulings = ruled(lookup.judgements(), [comparing.profiles[c].known for c in sorted(affected)])
    joining = _joining(affected, edges, comparing)
    profiles = {c: comparing.profiles[c] for c in affected}
    grouped = groups(profiles, joining, lambda a, b: comparing.score(a, b)[0], comparing.scorer.threshold, rulings)
    relations = _relations(grouped, joining, rulings, comparing)
    events = [event(comparing.profiles[c] for c in group) for group in grouped]
    return _changes(affected, events, relations, comparing, lookup, new)


def _own(new: Sequence[Known], lookup: Lookup) -> dict[str, list[Known]]:
    """All claims of the articles that the new claims stand in."""
    articles = sorted({k.article_id for k in new})
    claims = {k.claim.id: k for k in lookup.of_articles(articles)} | {k.claim.id: k for k in new}
    found: dict[str, list[Known]] = {a: [] for a in articles}
    for known in claims.values():
        found[known.article_id].append(known)
    return found


def _edges(new: Collection[str], own: Mapping[str, Sequence[Known]], comparing: Comparing, lookup: Lookup) -> set[Edge]:
    """Pairs of a new claim and a claim of another article that score as one happening."""
    wanted: dict[str, set[str]] = {}
    for article, claims in sorted(own.items()):
        made = {k.claim.id: comparing.keys(k.claim.id) for k in claims if k.claim.id in new}
        wanted[article] = {*articles_to_compare(made, article, lookup), *own} - {article}
    _load({a for others in wanted.values() for a in others}, comparing, lookup)
    return {e for e in comparing.sharing(new, wanted) if _one(e, comparing)}


def _one(edge: Edge, comparing: Comparing) -> bool:
    return comparing.score(*edge)[0] >= comparing.scorer.threshold


def _load(articles: Collection[str], comparing: Comparing, lookup: Lookup) -> None:
    missing = sorted(a for a in articles if a not in comparing.tellings)
    found: dict[str, list[Known]] = {}
    for known in lookup.of_articles(missing) if missing else ():
        found.setdefault(known.article_id, []).append(known)
    comparing.add(telling(found[a]) for a in sorted(found))


def _affected(new: Collection[str], edges: set[Edge], comparing: Comparing, lookup: Lookup) -> set[str]:
    """The new claims and all that hang together with them by pairs that score as one happening."""
    reached, border = set(new), set(new)
    near: dict[str, set[str]] = {}
    for a, b in edges:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    while border and len(reached) < COMPONENT:
        found = {c for b in border for c in near.get(b, ())}
        found |= {c for r in lookup.relations_of(sorted(border)) for c in (r.a, r.b)}
        found |= {c for e in lookup.events_of(sorted(border)) for c in e.claims}
        border = found - reached
        _load(
            {k.article_id for k in lookup.known(sorted(c for c in border if c not in comparing.profiles))},
            comparing,
            lookup,
        )
        border = {c for c in border if c in comparing.profiles}
        reached |= border
    return reached


def _joining(affected: Collection[str], edges: set[Edge], comparing: Comparing) -> set[Edge]:
    """All pairs over articles among the affected that score as one happening."""
    articles = sorted(by_article(comparing.profiles[c] for c in affected))
    pairs = comparing.sharing(affected, dict.fromkeys(articles, articles))
    return edges | {e for e in pairs if e[0] in affected and e[1] in affected and _one(e, comparing)}


def _relations(
    grouped: Iterable[Sequence[str]], joining: set[Edge], rulings: Ruled, comparing: Comparing
) -> list[Relation]:
    """A same-event relation for each joining pair (score 0 if it was kept apart), and the findings of each group."""
    group = {c: at for at, members in enumerate(grouped) for c in members}
    wanted = joining | {e for e in rulings.same if e[0] in group and e[1] in group}
    made = [_same(e, group[e[0]] == group[e[1]], rulings, comparing) for e in sorted(wanted)]
    for members in grouped:
        made.extend(findings([comparing.profiles[c] for c in members], comparing))
        made.extend(r for c in members if (r := inconsistency(comparing.profiles[c])))
    return made


def _same(edge: Edge, joined: bool, rulings: Ruled, comparing: Comparing) -> Relation:
    judged = edge in rulings.same
    across = comparing.profiles[edge[0]].known.article_id != comparing.profiles[edge[1]].known.article_id
    score, reasons = comparing.score(*edge) if across else (0.0, ())
    if judged:
        reasons = (Reason("judged", 1.0, "a person judged them to be the same"), *reasons)
    elif not joined:
        reasons = (*reasons, Reason("kept-apart", -score, "joining their groups would join what is told apart"))
        score = 0.0
    told = f"{joined}|{judged}|{score}|" + "|".join(f"{r.name}{r.score}" for r in reasons)
    named = content_id("relation", RelationKind.SAME_EVENT, *edge, told)
    return Relation(named, RelationKind.SAME_EVENT, *edge, score, reasons, producer=comparing.scorer.name)


def _changes(
    affected: Collection[str], events: Sequence[Event], relations: Sequence[Relation], comparing: Comparing,
    lookup: Lookup, new: Sequence[Known],
) -> Linked:  # fmt: skip
    ids = sorted(affected)
    held_events = {e.id: e for e in lookup.events_of(ids)}
    held = {r.id: r for r in lookup.relations_of(ids) if r.kind is not RelationKind.SAME_COPY}
    made, now = {e.id: e for e in events}, {r.id: r for r in relations}
    return Linked(
        tuple(now[i] for i in sorted(now) if held.get(i) != now[i]),
        tuple(i for i in sorted(held) if i not in now),
        tuple(made[i] for i in sorted(made) if held_events.get(i) != made[i]),
        tuple(i for i in sorted(held_events) if i not in made),
        {k.claim.id: comparing.keys(k.claim.id) for k in new},
    )
