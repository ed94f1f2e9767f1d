"""One step of linking: new claims against what is held. In whatever order claims come, the outcome is the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.link.base import Known, Linked, Lookup
from dateline.link.candidates import articles_to_compare
from dateline.link.comparing import Comparing, Edge, by_article
from dateline.link.disagreements import findings, inconsistency, office_slip
from dateline.link.events import event, groups
from dateline.link.judgements import Ruled, ruled
from dateline.link.plans import replanned
from dateline.link.profile import telling
from dateline.model.event import Event
from dateline.model.ids import content_id
from dateline.model.provenance import Reason
from dateline.model.relation import Relation, RelationKind

COMPONENT = 96  # claims that are regrouped together, but for the new ones; of a larger event the rest stays as it is


def link(new: Sequence[Known], lookup: Lookup) -> Linked:
    """Relations and events to add and to retire so that the new claims (or claims to be linked again) take part.

    The new claims may or may not be held already. The work is bounded whatever is held.
    """
    comparing = Comparing()
    own = _own(new, lookup)
    comparing.add(telling(claims) for claims in own.values())
    edges = _edges({k.claim.id for k in new}, own, comparing, lookup)
    affected = _affected({k.claim.id for k in new}, edges, comparing, lookup)
    held = Held.of(affected, lookup)
    rulings = ruled(lookup.judgements(), [comparing.profiles[c].known for c in sorted(affected)])
    near = _near(affected, edges, comparing)
    joining = {e for e in near if _one(e, comparing)}
    profiles = {c: comparing.profiles[c] for c in affected}
    threshold = comparing.scorer.threshold
    grouped = groups(profiles, joining, comparing.score, threshold, rulings, held.blocks())
    relations = _relations(grouped, joining, rulings, comparing)
    relations += [r for e in sorted(near) if (r := replanned(e, comparing))]
    events = [event([*(profiles[c].known for c in g), *lookup.known(held.outside(g))]) for g in grouped]
    return held.changes(events, relations, {k.claim.id: comparing.keys(k.claim.id) for k in new})


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of the affected claims: events, and relations among them."""

    affected: frozenset[str]
    events: Mapping[str, Event]
    relations: Mapping[str, Relation]

    @classmethod
    def of(cls, affected: Collection[str], lookup: Lookup) -> Held:
        """What is held now."""
        inside = frozenset(affected)
        events = {e.id: e for e in lookup.events_of(sorted(inside))}
        relations = {r.id: r for r in lookup.relations_of(sorted(inside)) if r.a in inside and r.b in inside}
        return cls(inside, events, relations)

    def blocks(self) -> list[Edge]:
        """Pairs that keep together what is affected of an event that is too large to be regrouped as a whole."""
        found = []
        for each in self.events.values():
            inside = sorted(c for c in each.claims if c in self.affected)
            if len(inside) < len(each.claims):
                found += list(pairwise(inside))
        return found

    def outside(self, group: Iterable[str]) -> list[str]:
        """The claims of such events that belong to a group without being affected."""
        members = set(group)
        touched = (e for e in self.events.values() if not members.isdisjoint(e.claims))
        return sorted({c for e in touched for c in e.claims if c not in self.affected})

    def changes(
        self, events: Iterable[Event], relations: Iterable[Relation], keys: Mapping[str, tuple[str, ...]]
    ) -> Linked:
        """What to add and to retire."""
        made, now = {e.id: e for e in events}, {r.id: r for r in relations}
        return Linked(
            tuple(now[i] for i in sorted(now) if self.relations.get(i) != now[i]),
            tuple(i for i in sorted(self.relations) if i not in now),
            tuple(made[i] for i in sorted(made) if self.events.get(i) != made[i]),
            tuple(i for i in sorted(self.events) if i not in made),
            keys,
        )


def _own(new: Sequence[Known], lookup: Lookup) -> dict[str, list[Known]]:
    """All claims of the articles that the new claims stand in."""
    articles = sorted({k.article_id for k in new})
    claims = {k.claim.id: k for k in lookup.of_articles(articles)} | {k.claim.id: k for k in new}
    found: dict[str, list[Known]] = {a: [] for a in articles}
    for known in claims.values():
        found[known.article_id].append(known)
    return found


def _edges(new: Collection[str], own: Mapping[str, Sequence[Known]], comparing: Comparing, lookup: Lookup) -> set[Edge]:
    """Pairs of a new claim and another that score as one happening, were judged to be one, or are plans of one."""
    wanted: dict[str, set[str]] = {}
    for article, claims in sorted(own.items()):
        made = {k.claim.id: comparing.keys(k.claim.id) for k in claims}
        wanted[article] = {*articles_to_compare(made, article, lookup), *own} - {article}
    _load({a for others in wanted.values() for a in others}, comparing, lookup)
    near = {e for e in comparing.near(new, wanted) if _one(e, comparing) or replanned(e, comparing)}
    return near | _judged(own, comparing, lookup)


def _judged(own: Collection[str], comparing: Comparing, lookup: Lookup) -> set[Edge]:
    """Pairs with a claim of these articles that a person judged to be the same."""
    about = [j for j in lookup.judgements() if j.a.article_id in own or j.b.article_id in own]
    articles = {t.article_id for j in about for t in (j.a, j.b)}
    _load(articles, comparing, lookup)
    found = [p.known for a in sorted(articles & comparing.tellings.keys()) for p in comparing.tellings[a].profiles]
    return set(ruled(about, found).same)


def _one(edge: Edge, comparing: Comparing) -> bool:
    return comparing.score(*edge) >= comparing.scorer.threshold


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
    while border and len(reached) < COMPONENT + len(new):
        found = {c for b in border for c in near.get(b, ())}
        found |= {c for r in lookup.relations_of(sorted(border)) for c in (r.a, r.b)}
        found |= {c for e in lookup.events_of(sorted(border)) for c in e.claims}
        border = set(sorted(found - reached)[: COMPONENT + len(new) - len(reached)])
        _load({k.article_id for k in lookup.known(sorted(border - comparing.profiles.keys()))}, comparing, lookup)
        border = {c for c in border if c in comparing.profiles}
        reached |= border
    return reached


def _near(affected: Collection[str], edges: set[Edge], comparing: Comparing) -> set[Edge]:
    """All pairs among the affected that are worth comparing."""
    articles = sorted(by_article(comparing.profiles[c] for c in affected))
    pairs = comparing.near(affected, dict.fromkeys(articles, articles))
    return {e for e in {*pairs, *edges} if e[0] in affected and e[1] in affected}


def _relations(
    grouped: Iterable[Sequence[str]], joining: set[Edge], rulings: Ruled, comparing: Comparing
) -> list[Relation]:
    """A same-event relation for each joining pair (score 0 if it was kept apart), and the findings of each group."""
    group = {c: at for at, members in enumerate(grouped) for c in members}
    wanted = joining | {e for e in rulings.same if e[0] in group and e[1] in group}
    made = [_same(e, group[e[0]] == group[e[1]], rulings, comparing) for e in sorted(wanted)]
    for members in grouped:
        made.extend(findings([comparing.profiles[c] for c in members], comparing))
        profiles = [comparing.profiles[c] for c in members]
        made.extend(r for p in profiles for r in (inconsistency(p), office_slip(p)) if r)
    return made


def _same(edge: Edge, joined: bool, rulings: Ruled, comparing: Comparing) -> Relation:
    judged = edge in rulings.same
    known = comparing.between(*edge).same
    if (edge, joined, judged) not in known:
        known[(edge, joined, judged)] = _same_event(edge, joined, judged, comparing)
    return known[(edge, joined, judged)]


def _same_event(edge: Edge, joined: bool, judged: bool, comparing: Comparing) -> Relation:
    score, reasons = comparing.score(*edge), comparing.reasons(*edge)
    if judged:
        reasons = (Reason("judged", 1.0, "a person judged them to be the same"), *reasons)
    elif not joined:
        reasons = (*reasons, Reason("kept-apart", -score, "joining their groups would join what is told apart"))
        score = 0.0
    told = f"{joined}|{judged}|{score}|" + "|".join(f"{r.name}{r.score}" for r in reasons)
    named = content_id("relation", RelationKind.SAME_EVENT, *edge, told)
    return Relation(named, RelationKind.SAME_EVENT, *edge, score, reasons, producer=comparing.scorer.name)
