"""A dossier over the small desk made by hand: sections, decisions of editors, as of, known at, changes, the audit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from small_matter import PRODUCER, RECORDED, fill

from dateline.desk import Desk, open_desk
from dateline.errors import InputError, NothingFound, UsageError
from dateline.model.article import Article, Published, Revision, article_id, revision_id
from dateline.model.claim import Claim, Role, Status, When
from dateline.model.event import Event
from dateline.model.ids import content_id
from dateline.model.mark import DatelineMark
from dateline.model.matter import SectionKey
from dateline.model.outlet import Outlet
from dateline.model.relation import Relation, RelationKind
from dateline.model.text import Block, BlockKind, Sentence, select
from dateline.model.time import Days, Granularity, day, month
from dateline.store.base import Tombstone
from dateline.views.dossier.auditing import Auditor, faulty
from dateline.views.dossier.comparing import ChangeKind
from dateline.views.dossier.parts import Dossier, DossierLine, Length, Turnout

PARTIES = (Role("agent", "Norland", "Norland", "norland"), Role("agent", "League", "League", "league"))
NARRATIVE = (SectionKey.LEAD, SectionKey.BACKGROUND, SectionKey.CHRONOLOGY, SectionKey.RECENT)
LATER = RECORDED + timedelta(days=30)


class Clock:
    now = RECORDED + timedelta(hours=1)


@pytest.fixture(params=["memory", "sqlite"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    Clock.now = RECORDED + timedelta(hours=1)
    place = None if request.param == "memory" else tmp_path / "desk.sqlite"
    with open_desk(place, now=lambda: Clock.now) as opened:
        fill(opened.store)
        opened.job("dossier.new", name="Norland and the League", query="Norland League")
        yield opened


def show(desk: Desk, **params: object) -> Dossier:
    shown = desk.view("dossier.show", name="norland-and-the-league", **{"length": Length.FULL, **params})
    assert isinstance(shown, Dossier)
    return shown


def lines(dossier: Dossier, *keys: SectionKey) -> list[DossierLine]:
    return [x for s in dossier.sections if not keys or s.key in keys for p in s.parts for x in p.lines]


def put(
    desk: Desk,
    sentence: str,
    anchor: str,
    status: Status,
    when: date | Days,
    published: date,
    outlet: str,
    *,
    terms: tuple[str, ...] = (),
    roles: tuple[Role, ...] = (),
    speaker: str = "",
) -> Claim:
    """One more article of one sentence, its claim in an event of its own."""
    article = Article(article_id(outlet, sentence, ""), outlet, f"https://{outlet}.example/{len(sentence)}")
    headline = "Norland and the Harbour League"
    told = Published(published)
    revision = Revision(
        revision_id(article.id, headline, sentence, told), article.id, headline, sentence, "en", published_at=told
    )
    desk.store.articles.put(Outlet(outlet, outlet.title(), "DK", "en"), article, revision, None, Clock.now)
    at = sentence.index(anchor)
    time = day(when) if isinstance(when, date) else when
    granularity = Granularity.DAY if isinstance(when, date) else Granularity.MONTH
    words, days = select(sentence, at, at + len(anchor)), When(time, granularity, "stated")
    named = content_id("claim", revision.id, anchor)
    whole = select(sentence, 0, len(sentence))
    claim = Claim(named, article.id, revision.id, whole, words, anchor, status, days, roles, terms=terms)
    claim = replace(claim, speaker=speaker)
    desk.store.annotations.put(revision.id, {"claims": [claim], "blocks": []}, [PRODUCER], Clock.now)
    event = Event(content_id("event", claim.id), (claim.id,), days.days, days.granularity, status, 1, anchor)
    desk.store.links.put(
        seen=[claim.id], events=[event], retired_events=(), relations=(), retired_relations=(), at=Clock.now
    )
    return claim


def test_a_dossier_has_the_sections_that_there_is_evidence_for(desk: Desk) -> None:
    dossier = show(desk)
    keys = [s.key for s in dossier.sections]
    assert keys == [k for k in SectionKey if k in keys]
    assert SectionKey.CALENDAR in keys
    assert SectionKey.DISAGREEMENTS in keys
    assert SectionKey.UNCONFIRMED not in keys
    assert all(x.cited for x in lines(dossier))


def test_what_another_matter_tells_is_left_out(desk: Desk) -> None:
    assert not any("Accra" in x.text for x in lines(show(desk)))


def test_copies_of_one_text_are_one_source(desk: Desk) -> None:
    dossier = show(desk)
    told = next(x for x in lines(dossier) if "constitution" in x.text and x.voices > 1)
    assert (told.voices, told.voiced) == (3, "three independent sources")
    assert len({c.evidence.article for c in told.cited}) == 4
    assert (dossier.sources.articles, dossier.sources.independent) == (4, 3)
    copied = [t for g in dossier.sources.groups for t in g.texts if t.copies]
    assert [c.outlet for t in copied for c in t.copies] == ["Wire of the Sound"]


def test_each_version_of_a_disagreement_has_its_line(desk: Desk) -> None:
    (part,) = next(s for s in show(desk).sections if s.key is SectionKey.DISAGREEMENTS).parts
    assert part.title == "date: 7 February 2019 ≠ 2018"
    assert {x.value: x.voices for x in part.lines} == {"7 February 2019": 1, "2018": 1}


def test_the_calendar_tells_how_plans_stand(desk: Desk) -> None:
    states = {x.text: x.plan.state for x in lines(show(desk), SectionKey.CALENDAR) if x.plan}
    assert states == {
        "A meeting planned for 24 February 2022 was called off.": Turnout.CANCELLED,
        "The League will decide in 2023.": Turnout.UNREPORTED,
    }


def test_a_plan_whose_day_passed_without_a_report_is_an_open_question(desk: Desk) -> None:
    (question,) = lines(show(desk), SectionKey.OPEN)
    assert (
        question.text == "No report held tells what came of this, planned for 2023: “The League will decide in 2023.”"
    )
    assert not lines(show(desk, as_of=date(2022, 12, 31)), SectionKey.OPEN)


def test_a_report_of_what_was_planned_closes_the_question(desk: Desk) -> None:
    put(
        desk, "The League decided on 3 May 2023.", "decided", Status.HAPPENED, date(2023, 5, 3), date(2023, 5, 4), "ada"
    )
    plan = next(x for x in lines(show(desk), SectionKey.CALENDAR) if "will decide" in x.text)
    assert plan.plan
    assert plan.plan.state is Turnout.UNREPORTED  # a year is too wide a plan to be sure that this was it
    event = next(e for e in desk.store.links.events_of([plan.claim]))
    assert event.status is Status.PLANNED


def test_as_of_a_day_only_what_was_dated_by_then_is_told(desk: Desk) -> None:
    told = {x.text for x in lines(show(desk, as_of=date(2019, 12, 31)))}
    assert "Norland asked to join the Harbour League in December 2021." not in told
    assert any("constitution" in text for text in told)
    assert "The League will decide in 2023." in told


def test_known_at_a_moment_only_what_was_held_then_is_told(desk: Desk) -> None:
    Clock.now = LATER
    text = "Norland left the Harbour League on 1 June 2025."
    put(desk, text, "left the Harbour League", Status.HAPPENED, date(2025, 6, 1), date(2025, 6, 2), "ada")
    assert text in {x.text for x in lines(show(desk))}
    assert text not in {x.text for x in lines(show(desk, known_at=LATER - timedelta(days=1)))}


def test_one_happening_that_linking_left_apart_has_one_line_with_both_sentences(desk: Desk) -> None:
    one = "Norland's ferrymen blockaded the Harbour League's oyster terminal at Kirkvik on 3 May 2020."
    two = "Norland's ferrymen blockaded the oyster terminal at Kirkvik in May, to the League's dismay."
    first = put(desk, one, "blockaded", Status.HAPPENED, date(2020, 5, 3), date(2020, 5, 4), "ada", roles=PARTIES)
    second = put(desk, two, "blockaded", Status.HAPPENED, month(2020, 5), date(2020, 6, 9), "bo", roles=PARTIES)
    told = [x for x in lines(show(desk), *NARRATIVE) if "Kirkvik" in x.text]
    assert [x.text for x in told] == [one]
    assert {c.evidence.claim for x in told for c in x.cited} == {first.id, second.id}
    assert told[0].voiced == "two independent sources"


def test_happenings_of_other_days_keep_their_lines_however_alike(desk: Desk) -> None:
    for day_of_may, outlet in ((3, "ada"), (9, "bo")):
        text = f"Norland's ferrymen blockaded the Harbour League's oyster terminal at Kirkvik on {day_of_may} May 2020."
        put(desk, text, "blockaded", Status.HAPPENED, date(2020, 5, day_of_may), date(2020, 5, 20), outlet)
    assert len([x for x in lines(show(desk), *NARRATIVE) if "Kirkvik" in x.text]) == 2


def test_a_plan_and_its_calling_off_are_one_line_of_the_calendar(desk: Desk) -> None:
    day_of_it = date(2024, 5, 3)
    plan = "Norland and the Harbour League are to meet in Kirkvik on 3 May 2024."
    off = "Norland and the Harbour League called off their meeting in Kirkvik on 3 May 2024."
    first = put(desk, plan, "meet", Status.PLANNED, day_of_it, date(2024, 4, 1), "ada", roles=PARTIES)
    second = put(desk, off, "meeting", Status.CANCELLED, day_of_it, date(2024, 4, 9), "bo", roles=PARTIES)
    desk.store.links.put(
        seen=(), events=(), retired_events=(), retired_relations=(), at=Clock.now,
        relations=[Relation("relation-x", RelationKind.SAME_EVENT, *sorted((first.id, second.id)), 1.0, ())],
    )  # fmt: skip
    merge(desk, first, second)
    told = [x for x in lines(show(desk), SectionKey.CALENDAR) if "Kirkvik" in x.text]
    assert [x.text for x in told] == [off]
    assert {c.evidence.claim for c in told[0].cited} == {first.id, second.id}


def merge(desk: Desk, *claims: Claim) -> None:
    """Makes one happening of those of these claims."""
    store, ids = desk.store, tuple(c.id for c in claims)
    old = [e.id for e in store.links.events_of(ids)]
    when = claims[0].when
    event = Event(content_id("event", *ids), ids, when and when.days, when and when.granularity, claims[-1].status, 2)
    store.links.put(seen=(), events=[event], retired_events=old, relations=(), retired_relations=(), at=Clock.now)


def test_what_a_bystander_says_in_his_own_voice_is_no_unconfirmed_report(desk: Desk) -> None:
    own = "“We have left the Harbour League,” said Ole Strand, a sailor from Norland."
    other = "Norland has left the Harbour League on 2 May 2024, said Ole Strand, a sailor."
    for text, anchor in ((own, "left the Harbour League"), (other, "left the Harbour League on")):
        put(desk, text, anchor, Status.HAPPENED, date(2024, 5, 2), date(2024, 5, 3), "ada", speaker="ole-strand")
    assert [x.text for x in lines(show(desk), SectionKey.UNCONFIRMED)] == [other]


def test_a_pronoun_that_nobody_can_resolve_tells_nothing(desk: Desk) -> None:
    text = "On 2 May 2024 she gave them the keys of Norland and the Harbour League."
    put(desk, text, "gave", Status.HAPPENED, date(2024, 5, 2), date(2024, 5, 3), "ada")
    assert not any(text in x.text for x in lines(show(desk), *NARRATIVE))


def test_nothing_known_is_no_dossier(desk: Desk) -> None:
    with pytest.raises(NothingFound, match="nothing is held"):
        show(desk, known_at=RECORDED - timedelta(days=1))
    with pytest.raises(NothingFound, match="no such dossier"):
        desk.view("dossier.show", name="nobody")


def test_a_dossier_is_found_by_its_title(desk: Desk) -> None:
    assert desk.view("dossier.show", name="Norland and the League").name == show(desk).name
    line = next(x for x in lines(show(desk)) if x.event)
    desk.job("dossier.note", name="Norland and the League", line=line.event, words="see the protocol")
    assert any("see the protocol" in x.notes for x in lines(show(desk)))


def test_a_dossier_made_later_tells_what_was_known_before_it_was_made(desk: Desk) -> None:
    assert lines(show(desk, known_at=RECORDED)) == lines(show(desk))


def test_a_dossier_needs_a_title_and_bears_it_alone(desk: Desk) -> None:
    with pytest.raises(UsageError):
        desk.job("dossier.new", name="…", query="Norland")
    with pytest.raises(InputError, match="name"):
        desk.job("dossier.new", name="Norland and the League", query="Norland")
    assert [d.name for d in desk.view("dossier.list").dossiers] == ["norland-and-the-league"]


def test_what_an_editor_drops_is_left_out_until_it_is_taken_back(desk: Desk) -> None:
    name = "norland-and-the-league"
    line = next(x for x in lines(show(desk)) if "asked to join" in x.text)
    desk.job("dossier.drop", name=name, line=line.claim)
    dossier = show(desk)
    assert dossier.dropped == 1
    assert not any("asked to join" in x.text for x in lines(dossier))
    desk.job("dossier.undo", name=name)
    assert any("asked to join" in x.text for x in lines(show(desk)))
    with pytest.raises(NothingFound):
        desk.job("dossier.undo", name=name)


def test_pins_notes_and_titles_are_kept_through_a_new_annotation(desk: Desk) -> None:
    name = "norland-and-the-league"
    line = next(x for x in lines(show(desk)) if "asked to join" in x.text)
    desk.job("dossier.pin", name=name, line=line.claim)
    desk.job("dossier.note", name=name, line=line.event, words="see the protocol")
    desk.job("dossier.rename-section", name=name, section=SectionKey.CALENDAR, title="Dates")
    (old,) = desk.store.claims.get([line.claim])
    claims = [c for c in desk.store.claims.of_article(old.article_id) if c.id != old.id]
    renewed = replace(old, id="claim-renewed")
    desk.store.annotations.put(old.revision_id, {"claims": [*claims, renewed], "blocks": []}, [PRODUCER], LATER)
    event = Event("event-renewed", (renewed.id,), old.when and old.when.days, None, old.status, 1, "asked")
    desk.store.links.put(
        seen=[renewed.id], events=[event], retired_events=(), relations=(), retired_relations=(), at=LATER
    )
    dossier = show(desk)
    again = next(x for x in lines(dossier) if "asked to join" in x.text)
    assert (again.pinned, again.notes, again.id) == (True, ("see the protocol",), line.id)
    assert next(s.title for s in dossier.sections if s.key is SectionKey.CALENDAR) == "Dates"


def test_the_usual_title_comes_back(desk: Desk) -> None:
    name = "norland-and-the-league"
    for title in ("Dates", ""):
        Clock.now += timedelta(minutes=1)
        desk.job("dossier.rename-section", name=name, section=SectionKey.CALENDAR, title=title)
    titles = [s.title for s in show(desk).sections if s.key is SectionKey.CALENDAR]
    assert titles == ["Diplomatic calendar"]


def test_changes_are_told_by_kind_the_weightiest_first(desk: Desk) -> None:
    since = RECORDED.date() + timedelta(days=1)
    assert desk.view("dossier.changes", name="norland-and-the-league", since=since).changes == ()
    Clock.now = LATER
    new = "Norland left the Harbour League on 1 June 2025."
    put(desk, new, "left the Harbour League", Status.HAPPENED, date(2025, 6, 1), date(2025, 6, 2), "ada")
    gone = next(c for c in desk.store.claims.all() if "asked to join" in c.anchor.exact)
    desk.store.articles.remove(Tombstone(gone.article_id, LATER, "desk", "asked to"))
    found = desk.view("dossier.changes", name="norland-and-the-league", since=since)
    kinds = [c.kind for c in found.changes]
    assert ChangeKind.NEW in kinds
    assert [c.line.text for c in found.changes if c.kind is ChangeKind.NEW] == [new]
    weights = [c.weight for c in found.changes]
    assert weights == sorted(weights, reverse=True)
    assert found.counts["new"] == 1


def test_terms_without_a_stem_tell_nothing(desk: Desk) -> None:
    for outlet, text in (("ada", "Norland paid the League."), ("bea", "Norland paid the League a fee.")):
        put(desk, text, "paid", Status.HAPPENED, date(2025, 5, 2), date(2025, 5, 3), outlet, terms=("’s", "'s"))
    assert any("paid" in x.text for x in lines(show(desk)))


def test_a_sentence_with_a_dateline_is_covered_when_another_is_told_before_it(desk: Desk) -> None:
    text = "The League met. LUNDBY - It signed a treaty on 2 May 2025."
    claim = put(desk, text, "signed a treaty", Status.HAPPENED, date(2025, 5, 2), date(2025, 5, 3), "ada")
    start = text.index("LUNDBY")
    words = select(text, start, len(text))
    held = replace(claim, sentence=words)
    line = DatelineMark(select(text, start, start + 6), "lundby", "Lundby", "NO")
    sentences = [Sentence(0, start - 1, 0), Sentence(start, len(text), 0)]
    blocks = [Block(0, len(text), BlockKind.PARAGRAPH)]
    layers = {"claims": [held], "blocks": blocks, "sentences": sentences, "datelines": [line]}
    desk.store.annotations.put(claim.revision_id, layers, [PRODUCER], Clock.now)
    event = Event("event-x", (held.id,), day(date(2025, 5, 2)), Granularity.DAY, held.status, 1, "signed")
    desk.store.links.put(
        seen=[held.id], events=[event], retired_events=(), relations=(), retired_relations=(), at=Clock.now
    )
    shown = next(x for x in lines(show(desk)) if "treaty" in x.text)
    assert shown.text == "The League met. It signed a treaty on 2 May 2025."
    assert desk.view("audit.dossier", name="norland-and-the-league").uncovered == ()


def contradictions(desk: Desk) -> list[Relation]:
    return [r for r in desk.store.links.relations() if r.kind is RelationKind.CONTRADICTION]


def test_a_new_disagreement_and_a_settled_one_are_told(desk: Desk) -> None:
    gone = contradictions(desk)
    nothing: dict[str, tuple[()]] = {"seen": (), "events": (), "retired_events": ()}
    desk.store.links.put(**nothing, relations=(), retired_relations=[r.id for r in gone], at=LATER)
    Clock.now = LATER + timedelta(days=1)
    since = RECORDED.date() + timedelta(days=1)
    (settled,) = desk.view("dossier.changes", name="norland-and-the-league", since=since).changes
    assert settled.kind is ChangeKind.SETTLED
    desk.store.links.put(**nothing, relations=gone, retired_relations=(), at=LATER + timedelta(days=2))
    Clock.now = LATER + timedelta(days=3)
    since = LATER.date() + timedelta(days=1)
    (disputed,) = desk.view("dossier.changes", name="norland-and-the-league", since=since).changes
    assert disputed.kind is ChangeKind.DISPUTED
    assert disputed.why == ("date: 7 February 2019 ≠ 2018",)
    assert disputed.before


def test_a_changed_text_is_told_with_what_it_said_before(desk: Desk) -> None:
    Clock.now = LATER
    held = next(h for h in desk.store.articles.all() if "League membership" in h.revision.headline)
    text = held.revision.text.replace("in 2023", "in 2024")
    revision = replace(held.revision, id="revision-changed", text=text)
    desk.store.articles.put(held.outlet, held.article, revision, None, LATER)
    sentence, anchor = "The League will decide in 2024.", "decide"
    at = text.index(sentence)
    words = select(text, at + sentence.index(anchor), at + sentence.index(anchor) + len(anchor))
    when = When(day(date(2024, 1, 1)), Granularity.YEAR, "stated")
    claim = Claim(
        "claim-changed", held.article.id, revision.id, select(text, at, at + len(sentence)), words, anchor,
        Status.PLANNED, when,
    )  # fmt: skip
    desk.store.annotations.put(revision.id, {"claims": [claim], "blocks": []}, [PRODUCER], LATER)
    event = Event("event-changed", (claim.id,), when.days, when.granularity, claim.status, 1, anchor)
    desk.store.links.put(
        seen=[claim.id], events=[event], retired_events=(), relations=(), retired_relations=(), at=LATER
    )
    found = desk.view("dossier.changes", name="norland-and-the-league", since=RECORDED.date() + timedelta(days=1))
    (revised,) = [c for c in found.changes if c.kind is ChangeKind.REVISED]
    assert revised.before
    assert (revised.before.text, revised.line.text) == ("The League will decide in 2023.", sentence)


def test_parties_that_act_together_belong_to_a_matter_without_its_words(desk: Desk) -> None:
    desk.job("dossier.new", name="Coast", query="harbour fees", actors="Norland, Harbour League")
    told = {x.text for x in lines(desk.view("dossier.show", name="coast", length=Length.FULL))}
    assert "Norland asked to join the Harbour League in December 2021." in told  # the word “harbour”
    desk.job("dossier.new", name="Market", query="fish", actors="norland", places="Lundby")
    with pytest.raises(NothingFound):
        desk.view("dossier.show", name="market")


def test_what_was_over_before_the_first_day_is_left_out(desk: Desk) -> None:
    desk.job("dossier.new", name="Late", query="Norland League", since=date(2021, 1, 1))
    told = lines(desk.view("dossier.show", name="late", length=Length.FULL))
    assert told
    assert not any("2018" in x.text or "2019" in x.text for x in told)


def test_a_withdrawn_article_is_told_as_such(desk: Desk) -> None:
    Clock.now = LATER
    held = next(h for h in desk.store.articles.all() if "League membership" in h.revision.headline)
    gone = replace(held.revision, id="revision-gone", withdrawn=True, text="Withdrawn.")
    desk.store.articles.put(held.outlet, held.article, gone, None, LATER)
    found = desk.view("dossier.changes", name="norland-and-the-league", since=RECORDED.date() + timedelta(days=1))
    told = {c.line.text: c.why for c in found.changes if c.kind is ChangeKind.WITHDRAWN}
    assert told["The League will decide in 2023."] == ("the outlet withdrew the article",)


def test_all_lines_are_covered(desk: Desk) -> None:
    for as_of in (None, date(2019, 12, 31), date(2022, 1, 1)):
        audit = desk.view("audit.dossier", name="norland-and-the-league", as_of=as_of)
        assert audit.lines > 0
        assert audit.uncovered == ()
        assert audit.exit_status == 0


def sabotaged(line: DossierLine) -> dict[str, DossierLine]:
    """Lines that say what nobody says."""
    first = line.pieces[0]
    other = replace(first, text=first.text.replace("Norland", "Sudmark"))
    cited = line.cited[0]
    wrong = replace(cited, sentence=replace(cited.sentence, exact=f"{cited.sentence.exact} Indeed."))
    added = replace(first, kind=type(first.kind)("added"), text=" [Sudmark]", why="made up")
    return {
        "words": replace(line, pieces=(other, *line.pieces[1:]), text=line.text.replace("Norland", "Sudmark")),
        "text": replace(line, text=f"{line.text} Indeed."),
        "sentence": replace(line, cited=(wrong, *line.cited[1:])),
        "nothing": replace(line, cited=()),
        "bracket": replace(line, pieces=(*line.pieces, added), text=f"{line.text} [Sudmark]"),
        "missing": replace(line, pieces=line.pieces[1:], text="".join(p.text for p in line.pieces[1:])),
        "voices": replace(line, voices=7),
        "time": replace(line, occurred=line.occurred and replace(line.occurred, edtf="1999")),
        "rule": replace(line, pieces=(replace(first, kind=type(first.kind)("told")),), text=first.text, rule="mine"),
    }


def test_the_audit_finds_every_kind_of_uncovered_line(desk: Desk) -> None:
    line = next(x for x in lines(show(desk)) if x.text.startswith("Norland asked"))
    auditor = Auditor(desk.store, None)
    assert faulty([line], auditor) == []
    for fault, bad in sabotaged(line).items():
        assert faulty([bad], auditor), fault


def test_what_an_article_gives_is_kept_and_worked_out_anew_when_it_changes(desk: Desk) -> None:
    matter = desk.store.matters.named("norland-and-the-league")
    assert matter
    before = dict(desk.store.matters.share_keys(matter.id))
    assert len(before) == 5
    assert desk.job("dossier.refresh").articles == 0
    Clock.now = datetime(2026, 3, 1, tzinfo=UTC)
    put(desk, "Norland paid on 2 May 2025.", "paid", Status.HAPPENED, date(2025, 5, 2), date(2025, 5, 3), "ada")
    assert desk.job("dossier.refresh").articles == 1
    after = dict(desk.store.matters.share_keys(matter.id))
    assert {a: k for a, k in after.items() if a in before} == before
