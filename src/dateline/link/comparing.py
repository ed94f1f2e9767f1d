"""Scores of pairs of claims, each worked out once: the work of one step of linking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dateline.link.candidates import profile_keys
from dateline.link.profile import LONGEST, Profile, Telling
from dateline.link.reasons.pair import Crowd, Ground, Pair
from dateline.link.remembering import REMEMBERED, Between, Remembered
from dateline.link.rivals import outdone, rivalry, sibling, undisputed
from dateline.link.scorers import SAME_EVENT_V1, Scorer
from dateline.link.slips import slip
from dateline.link.times import Fit, compare, exact
from dateline.model.claim import Status
from dateline.model.provenance import Reason

Edge = tuple[str, str]
SHARED = 2  # words, kinds of happening or parties that two claims must share, one if their times are equal
KIN = 0.22  # kinship that articles about one matter have
LEAST_KIN = 0.1  # kinship of two articles below which none of their claims is compared
REACH = 1.5  # points below the threshold up to which it is asked what else both articles tell
SURE = 2.5  # points from which two claims are one happening though another is nearer to one of them
FAR = 31  # days by which two dates of one happening may differ if much is shared
FEW_THEN = 2  # claims of one time, all that an article tells of it, that are compared whatever they share
SHARED_UNDATED = 4  # the same if nothing ties them in time


@dataclass(slots=True)
class Comparing:
    """All profiles of one step, by claim and by article, and the scores made so far."""

    tellings: dict[str, Telling] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    scorer: Scorer = SAME_EVENT_V1
    _crowds: dict[tuple[str, ...], Crowd] = field(default_factory=dict)
    _scores: dict[Edge, float] = field(default_factory=dict)
    _own: Remembered = field(default_factory=Remembered)
    _between: dict[Edge, Between] = field(default_factory=dict)
    _keys: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, tellings: Iterable[Telling]) -> None:
        """Takes articles in; one that is already there is left as it is."""
        for telling in tellings:
            if telling.article_id not in self.tellings:
                self.tellings[telling.article_id] = telling
                self.profiles.update({p.id: p for p in telling.profiles})

    def keys(self, claim_id: str) -> tuple[str, ...]:
        """The blocking keys of a claim."""
        if claim_id not in self._keys:
            self._keys[claim_id] = profile_keys(self.profiles[claim_id])
        return self._keys[claim_id]

    def score(self, a: str, b: str) -> float:
        """Points of two claims, in whatever order."""
        edge = (a, b) if a < b else (b, a)
        if edge not in self._scores:
            self._scores[edge] = self._score(edge)
        return self._scores[edge]

    def _score(self, edge: Edge) -> float:
        scores = self.between(*edge).scores
        if edge not in scores:
            points = self._beyond_first(edge)
            scores[edge] = min(points, self._of_first(edge, points))
        return scores[edge]

    def _beyond_first(self, edge: Edge) -> float:
        """The points but for what the claims tell on which they tell on."""
        points = self._in_sentence(edge)
        nearer = self._outdone(edge, points)
        return round(points + self.scorer.points_of(nearer), 3) if nearer else points

    def _of_first(self, edge: Edge, points: float) -> float:
        """The points of the claims on which two of different articles tell on, if those are not one happening."""
        x, y = (self.profiles[c].first or c for c in edge)
        if (x, y) in (edge, edge[::-1]) or self.profiles[x].known.article_id == self.profiles[y].known.article_id:
            return points
        of_first = self.score(x, y)
        return points if of_first >= self.scorer.threshold else of_first

    def _in_sentence(self, edge: Edge) -> float:
        """The points but for what claims of other sentences tell."""
        known = self.between(*edge).in_sentence
        if edge not in known:
            points = self._alone(edge)
            beside = self._sibling(edge, points)
            known[edge] = round(points + self.scorer.points_of(beside), 3) if beside else points
        return known[edge]

    def between(self, a: str, b: str) -> Between:
        """What is kept of the articles of two claims."""
        x, y = self.profiles[a].known.article_id, self.profiles[b].known.article_id
        return self._of_articles(x, y)

    def _of_articles(self, a: str, b: str) -> Between:
        articles = (min(a, b), max(a, b))
        if articles not in self._between:
            kept = REMEMBERED if self.scorer is SAME_EVENT_V1 else self._own
            self._between[articles] = kept.between(self.tellings[articles[0]], self.tellings[articles[1]])
        return self._between[articles]

    def _alone(self, edge: Edge) -> float:
        """The points but for what other claims of the same sentences tell."""
        known = self.between(*edge).points
        if edge not in known:
            pair = self._pair(edge)
            points = self.scorer.score(pair)
            rival = self._rivalry(pair, points)
            known[edge] = round(points + self.scorer.points_of(rival), 3) if rival else points
        return known[edge]

    def reasons(self, a: str, b: str) -> tuple[Reason, ...]:
        """The reasons of these points, in words."""
        edge = (min(a, b), max(a, b))
        known = self.between(*edge).reasons
        if edge not in known:
            known[edge] = self._reasons(edge)
        return known[edge]

    def _reasons(self, edge: Edge) -> tuple[Reason, ...]:
        pair = self._pair(edge)
        beyond = (
            self._rivalry(pair, self.scorer.score(pair)),
            self._sibling(edge, self._alone(edge)),
            self._outdone(edge, self._in_sentence(edge)),
        )
        made = [Reason(g.name, self.scorer.points_of(g), g.tell()) for g in beyond if g]
        made += self._telling_on(edge)
        return tuple(sorted((*self.scorer.reasons(pair), *made), key=lambda r: (-abs(r.score), r.name)))

    def _telling_on(self, edge: Edge) -> Iterator[Reason]:
        """That a claim tells on what another of its article told, and what that takes from the points."""
        gone = round(self.score(*edge) - self._beyond_first(edge), 3)
        for own in (self.profiles[c] for c in edge if self.profiles[c].first):
            told = self.profiles[own.first].claim.anchor.exact
            yield Reason("tells-on", gone, f"“{own.claim.anchor.exact}” tells on “{told}”, whose time it has")
            gone = 0.0

    def pair(self, a: str, b: str) -> Pair:
        """The pair, smaller id first."""
        return self._pair((min(a, b), max(a, b)))

    def firsts(self, pair: Pair) -> Pair:
        """The pair of the claims whose happenings two tell on, or of the claims themselves."""
        return self.pair(pair.a.first or pair.a.id, pair.b.first or pair.b.id)

    def _pair(self, edge: Edge) -> Pair:
        a, b = self.profiles[edge[0]], self.profiles[edge[1]]
        return Pair.of(a, b, self._crowd(a.known.article_id, b.known.article_id))

    def _rivalry(self, pair: Pair, points: float) -> Ground | None:
        """What other claims of both articles tell of two whose times exclude each other as by a slip."""
        x, y, told = pair.a.claim.when, pair.b.claim.when, self._told(pair)
        if pair.times.fit is not Fit.APART or points < self.scorer.threshold - REACH or told is None:
            return None
        if x is None or y is None or slip(x, y) is None:
            return None
        return rivalry(pair.a, pair.b, told, lambda p, q: self.scorer.content(self.pair(p.id, q.id)))

    def _sibling(self, edge: Edge, points: float) -> Ground | None:
        """What other claims of both sentences tell of two that would pass for one happening."""
        pair = self._pair(edge)
        told = self._told(pair)
        if points < self.scorer.threshold or told is None:
            return None
        return sibling(pair.a, pair.b, told, lambda p, q: self._alone((min(p.id, q.id), max(p.id, q.id))), points)

    def _outdone(self, edge: Edge, points: float) -> Ground | None:
        """What other claims of both articles tell of two that would barely pass for one happening."""
        a, b = self.profiles[edge[0]], self.profiles[edge[1]]
        if not self.scorer.threshold <= points < SURE or self._told(self._pair(edge)) is None:
            return None
        return outdone(points, (self._in_sentence(other) for other in self._instead(a, b)))

    def _instead(self, a: Profile, b: Profile) -> Iterator[Edge]:
        """The pairs of one of them and another claim of the other's article that are worth comparing."""
        for own, matched in ((a, b), (b, a)):
            for other in self._near(own, matched.known.article_id):
                if other != matched.id:
                    yield (min(own.id, other), max(own.id, other))

    def undisputed(self, pair: Pair) -> bool:
        """Whether neither article tells anything akin of the time that the other gives for one of two."""
        told = self._told(pair)
        return told is not None and undisputed(pair.a, pair.b, told)

    def _told(self, pair: Pair) -> tuple[Telling, Telling] | None:
        """All that the articles of two claims tell; None for one article, or one too long to be compared as a whole."""
        a, b = pair.a, pair.b
        x, y = self.tellings.get(a.known.article_id), self.tellings.get(b.known.article_id)
        return (x, y) if x and y and x is not y and max(a.place, b.place) < LONGEST else None

    def _kinship(self, a: str, b: str) -> float:
        return self._crowd(a, b).kinship

    def _crowd(self, a: str, b: str) -> Crowd:
        articles = tuple(sorted({a, b}))
        if articles not in self._crowds:
            self._crowds[articles] = Crowd(tuple(self.tellings[x] for x in articles))
        return self._crowds[articles]

    def near(self, claims: Iterable[str], articles: Mapping[str, Iterable[str]]) -> Iterator[Edge]:
        """Pairs worth scoring: one of the claims, and one of its own article or of those to compare it with."""
        for claim in sorted(claims):
            own = self.profiles[claim]
            if own.place >= LONGEST:
                continue
            for article in sorted({own.known.article_id, *articles.get(own.known.article_id, ())}):
                yield from ((min(claim, other), max(claim, other)) for other in self._near(own, article))

    def _near(self, own: Profile, article: str) -> tuple[str, ...]:
        """The claims of an article that are worth comparing with one."""
        if article not in self.tellings or own.known.article_id not in self.tellings:
            return ()
        known = self._of_articles(own.known.article_id, article).near
        key = (own.id, article)
        if key not in known:
            kinship = self._kinship(own.known.article_id, article)
            found = worth_comparing(own, self.tellings[article], kinship) if kinship >= LEAST_KIN else []
            known[key] = tuple(p.id for p in found)
        return known[key]


def worth_comparing(own: Profile, telling: Telling, kinship: float) -> list[Profile]:
    """A cheap look before the score: claims that share almost nothing, or are simply of two dates, are never one.

    In articles about the same matter (`kinship` of at least KIN) the same day is enough. Only claims that share
    something are looked at, so that the work grows with them and not with the article.
    """
    shared: dict[int, int] = {}
    for key in own.sketch & telling.index.keys():
        for place in telling.index[key]:
            shared[place] = shared.get(place, 0) + 1
    found = {place for place, count in shared.items() if _enough(own, telling.profiles[place], count, kinship)}
    found.update(place for key in own.telltales for place in telling.index.get(key, ()))
    if own.days is not None and kinship >= KIN and exact(own.claim.when):
        found.update(telling.dated.get(own.days, ()))
    if own.days is not None and kinship >= KIN and len(then := telling.then(own.days)) <= FEW_THEN:
        found.update(then)
    return [telling.profiles[place] for place in sorted(found) if telling.profiles[place] is not own]


def _enough(a: Profile, b: Profile, shared: int, kinship: float) -> bool:
    """Whether two claims share enough, as their times stand to each other."""
    x, y = a.claim.when, b.claim.when
    if x is None or y is None:
        return shared >= SHARED_UNDATED
    if x.days == y.days or (kinship >= KIN and compare(x, y).fit is not Fit.APART):
        return True
    if shared >= SHARED and (x.days.overlaps(y.days) or slip(x, y) is not None):
        return True
    if a.claim.status is b.claim.status is Status.PLANNED:
        return shared >= SHARED
    return shared >= SHARED_UNDATED and exact(x) and exact(y) and abs((x.days.lower - y.days.lower).days) <= FAR


def by_article(profiles: Iterable[Profile]) -> dict[str, list[str]]:
    """Claim ids by article."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for profile in profiles:
        found[profile.known.article_id].append(profile.id)
    return dict(found)
