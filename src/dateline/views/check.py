"""A draft checked against what is held: each sentence supported, contradicted or not found, with the evidence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Annotated, NewType

from dateline.annotate.base import ACTORS, CLAIMS, DATES, PLACES, SENTENCES, Document
from dateline.errors import UsageError
from dateline.model.article import Article, Revision
from dateline.model.outlet import Outlet
from dateline.model.relation import Relation, RelationKind
from dateline.model.text import Sentence
from dateline.store.base import Held, Store
from dateline.views.base import Answer, KnownAt, Reading, view
from dateline.views.bearing import Said, bearing
from dateline.views.checking.aligning import Crowd
from dateline.views.checking.drafted import dated, surely_timed
from dateline.views.checking.grounding import grounded, names_of
from dateline.views.checking.meant import Meant, meant
from dateline.views.checking.referring import without_references
from dateline.views.checking.sentences import judge
from dateline.views.checking.untold import untold
from dateline.views.checking.whole import Whole, whole
from dateline.views.clashing import clashes
from dateline.views.dossier.selecting import articles_of
from dateline.views.evidence import Evidence, evidence
from dateline.views.gather import gather_claims
from dateline.views.ruling import Ruling, Verdict
from dateline.views.saying import Page, of_sentence, sayings
from dateline.views.tokens import Marks

ARTICLES = 40  # articles read for one sentence, best first
WIDER = 400  # articles that are passed by at most to find those of a dossier

DraftText = NewType("DraftText", str)  # a text to be checked; on the command line the file that holds it


@dataclass(frozen=True, slots=True)
class Checked:
    """One sentence of the draft with its verdict, the evidence (best first), and why, in words."""

    sentence: str
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check(Answer):
    """The sentences of a draft in order, and how many have each verdict."""

    sentences: tuple[Checked, ...]
    supported: int
    contradicted: int
    not_found: int

    @property
    def exit_status(self) -> int:
        """4 if a sentence is contradicted, 1 if nothing was found on any."""
        if self.contradicted:
            return 4
        return 0 if self.supported else 1


@view(
    "check",
    doc="Check a draft: each sentence supported, contradicted or not found, with the evidence.",
    sample={"draft": "Ukraine's parliament wrote the goal of joining NATO into the constitution in February 2019."},
)
def check(
    reading: Reading,
    draft: DraftText,
    known_at: KnownAt = None,
    dossier: Annotated[str, "Only against the articles of this dossier."] = "",
) -> Check:
    """The verdict on every sentence of a draft. Raises UsageError for an empty one, NothingFound for no dossier."""
    if not draft.strip():
        raise UsageError("the draft is empty", what="draft", do="give a text with at least one sentence")
    document = _annotated(reading, draft)
    shelf = Shelf(reading.store, known_at, articles_of(reading.store, dossier, known_at) if dossier else None)
    marks = Marks(document[ACTORS], document[PLACES], document[DATES])
    worded = sayings(Page("", document.text, marks, surely_timed(document[CLAIMS])))
    drafted = sayings(Page("", document.text, marks, dated(document)))
    checked = tuple(
        _checked(document, s, (of_sentence(worded, s.start), of_sentence(drafted, s.start)), _named(drafted, s), shelf)
        for s in document[SENTENCES]
    )
    count = {v: sum(c.verdict is v for c in checked) for v in Verdict}
    return Check(checked, count[Verdict.SUPPORTED], count[Verdict.CONTRADICTED], count[Verdict.NOT_FOUND])


def _named(drafted: Sequence[Said], sentence: Sentence) -> frozenset[str]:
    """The names in a draft up to the end of a sentence."""
    return names_of(s for s in drafted if s.claim.sentence.start <= sentence.start)


def _annotated(reading: Reading, draft: str) -> Document:
    outlet = Outlet("draft", "Draft", language="en")
    revision = Revision("revision-draft", "article-draft", "", draft, "en")
    (document,) = reading.chain().run([Document(outlet, Article("article-draft", "draft", ""), revision)])
    return document


def _checked(
    document: Document,
    sentence: Sentence,
    drafted: tuple[Sequence[Said], Sequence[Said]],
    names: frozenset[str],
    shelf: Shelf,
) -> Checked:
    words = document.text[sentence.start : sentence.end]
    worded, own = drafted
    near = shelf.near(words)
    judged = grounded(judge(worded, own, near, Crowd([shelf.meant(s) for s in near])), names, own)
    ruling = disputed(told_whole(judged, without_references(whole(document, sentence)), shelf), own, shelf)
    cited = list(dict.fromkeys(b.stored.claim.id for b in ruling.bearings))
    gathered = gather_claims(shelf.store, shelf.store.claims.get(cited, shelf.known_at))
    shown = tuple(evidence(gathered.claims[c], gathered) for c in cited if c in gathered.claims)
    return Checked(words, ruling.verdict, shown, ruling.why)


def told_whole(ruling: Ruling, draft: Whole, shelf: Shelf) -> Ruling:
    """The same, or not found where what is cited for it leaves something of the sentence untold."""
    if ruling.verdict is not Verdict.SUPPORTED or ruling.why == ("the very words",):
        return ruling
    cited = [b.stored for b in ruling.bearings]
    meanings = [shelf.meant(s) for s in cited]
    if not untold(draft, meanings):
        return ruling
    others = shelf.told_besides(cited)
    if missing := untold(draft, meanings, [shelf.meant(s) for s in others]):
        return Ruling(Verdict.NOT_FOUND, (), (f"not told: {missing}",))
    return Ruling(ruling.verdict, (*ruling.bearings, *(bearing(cited[0], s) for s in others)), ruling.why)


def disputed(ruling: Ruling, drafted: Sequence[Said], shelf: Shelf) -> Ruling:
    """The same, or a contradiction where what bears the sentence out is itself contradicted by another article in a
    slot that the sentence speaks of."""
    if ruling.verdict is not Verdict.SUPPORTED:
        return ruling
    cited = {b.stored.claim.id for b in ruling.bearings}
    against = {x for r in shelf.contradictions(cited) for x in (r.a, r.b)} - cited
    rested = [b.stored for b in ruling.bearings]
    own = [d for d in drafted if not any(clashes(d, s) for s in rested)]
    others = [s for s in shelf.claims(sorted(against)) if any(clashes(d, s) for d in own)]
    if not others:
        return ruling
    found = [bearing(drafted[0], s) for s in others]
    why = next(c.words for d in own for s in others for c in clashes(d, s))
    return Ruling(Verdict.CONTRADICTED, (*found, *ruling.bearings), (f"borne out, but disputed: {why}",))


class Shelf:
    """The claims of articles near to a text, ready to be compared; each article is read once."""

    def __init__(self, store: Store, known_at: datetime | None, only: Collection[str] | None = None) -> None:
        """With `only`, nothing but these articles (ids) is looked at."""
        self.store = store
        self.known_at = known_at
        self._only = only
        self._read: dict[str, list[Said]] = {}
        self._meant: dict[str, Meant] = {}

    def near(self, words: str) -> list[Said]:
        """All claims of the articles that have most of the words."""
        most = ARTICLES if self._only is None else ARTICLES + WIDER
        hits = self.store.articles.search(words, None, most, self.known_at, snippets=False)
        near = [h for h in hits if self._only is None or h.held.article.id in self._only]
        return [s for hit in near[:ARTICLES] for s in self._claims(hit.held)]

    def meant(self, said: Said) -> Meant:
        """What a stored claim means; worked out once."""
        if said.claim.id not in self._meant:
            self._meant[said.claim.id] = meant(said)
        return self._meant[said.claim.id]

    def told_besides(self, cited: Sequence[Said]) -> list[Said]:
        """The other claims that tell of the same happenings."""
        ids = [s.claim.id for s in cited]
        events = self.store.links.events_of(ids, self.known_at)
        return self.claims(sorted({c for e in events for c in e.claims} - set(ids)))

    def contradictions(self, claims: Collection[str]) -> list[Relation]:
        """The contradictions that any of these claims stands in."""
        relations = self.store.links.relations_of(claims, self.known_at)
        return [r for r in relations if r.kind is RelationKind.CONTRADICTION]

    def claims(self, ids: Sequence[str]) -> list[Said]:
        """These claims, ready to be compared."""
        wanted = set(ids)
        articles = sorted({c.article_id for c in self.store.claims.get(ids, self.known_at)})
        found = (self.store.articles.get(a, self.known_at) for a in articles)
        return [s for held in found if held for s in self._claims(held) if s.claim.id in wanted]

    def _claims(self, held: Held) -> list[Said]:
        if held.article.id not in self._read:
            layer = partial(self.store.annotations.layer, held.revision.id)
            marks = Marks(layer(ACTORS.name), layer(PLACES.name), layer(DATES.name))
            claims = self.store.claims.of_article(held.article.id, self.known_at)
            self._read[held.article.id] = sayings(Page(held.revision.headline, held.revision.text, marks, claims))
        return self._read[held.article.id]
