"""Lines of a dossier: brackets, clauses, pronouns; pure functions on small texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.model.claim import Claim, Role, Status, When
from dateline.model.mark import ActorMark, DateMark, TimexType
from dateline.model.text import select
from dateline.model.time import Days, Granularity, day, month
from dateline.views.dossier.alone import hanging
from dateline.views.dossier.brackets import actor_bracket, date_words
from dateline.views.dossier.clauses import span


def actor(text: str, words: str, name: str, how: str, kind: str = "person", country: str = "") -> ActorMark:
    at = text.index(words)
    return ActorMark(select(text, at, at + len(words)), name.lower().replace(" ", "-"), name, kind, country, how)


def timex(words: str, days: Days, granularity: Granularity = Granularity.DAY, **more: object) -> DateMark:
    mark = DateMark(select(words, 0, len(words)), TimexType.DATE, "", days, granularity, "rule")
    return replace(mark, **more)  # type: ignore[arg-type]


def claim(text: str, anchor: str, when: str = "", subject: str = "") -> Claim:
    at = text.index(anchor)
    mark = select(text, text.index(when), text.index(when) + len(when)) if when else None
    days = When(day(date(2020, 1, 1)), Granularity.DAY, "stated", "", mark) if when else None
    roles = (Role("agent", subject, subject.lower()),) if subject else ()
    whole, words = select(text, 0, len(text)), select(text, at, at + len(anchor))
    return Claim(f"claim-{anchor}", "article-1", "revision-1", whole, words, "x", Status.HAPPENED, days, roles)


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (timex("on Thursday", day(date(2010, 7, 1))), "1 July 2010"),
        (timex("On April 21", day(date(2010, 4, 21))), "2010"),
        (timex("in February", month(2010, 2), Granularity.MONTH), "2010"),
        (timex("last month", month(2010, 2), Granularity.MONTH), "February 2010"),
        (timex("later this month", Days(date(2010, 7, 2), date(2010, 7, 31)), Granularity.RANGE), "July 2010"),
        (timex("24 February 2022", day(date(2022, 2, 24))), ""),
        (timex("recently", day(date(2022, 2, 24)), vague=True), ""),
        (timex("nine months", month(2014, 3), Granularity.MONTH, complement=True), ""),
        (timex("in the 1950s", Days(date(1950, 1, 1), date(1959, 12, 31)), Granularity.DECADE), ""),
        (timex("now", day(date(2022, 2, 24))), ""),
    ],
)
def test_a_relative_date_is_told_with_what_it_lacks(mark: DateMark, words: str) -> None:
    assert date_words(mark) == words


def test_a_pronoun_and_a_role_are_told_by_name() -> None:
    text = "On Friday he met the alliance's envoys."
    he = actor(text, "he", "Petro Poroshenko", "he: the only person named just before")
    nato = actor(text, "alliance", "NATO", "the alliance: NATO, named before", "alliance")
    found = [actor_bracket(m, [he, nato], text, len(text)) for m in (he, nato)]
    assert [f.words for f in found if f] == [" [Petro Poroshenko]", " [NATO's]"]


def test_what_the_line_names_itself_gets_no_bracket() -> None:
    text = "NATO said that the alliance's door is open."
    by_name = actor(text, "NATO", "NATO", "name", "alliance")
    role = actor(text, "alliance", "NATO", "the alliance: NATO, named before", "alliance")
    assert actor_bracket(role, [by_name, role], text, len(text)) is None


def test_a_surname_is_told_with_its_given_name_before_it() -> None:
    text = "Poroshenko signed."
    found = actor_bracket(actor(text, "Poroshenko", "Petro Poroshenko", "surname of X, named"), [], text, len(text))
    assert found
    assert (found.words, found.at) == ("[Petro] ", 0)


@pytest.mark.parametrize(
    ("text", "open_ones"),
    [
        ("It had cleared its first reading.", ["It", "its"]),
        ("Ada Norland told her teammates.", []),
        ("She told her teammates.", ["She", "her"]),
        ("The bill passed because it was popular.", []),
        ("Since his inauguration, Yanukovich has mended ties.", []),
        ("In 2010, under Viktor Yanukovych, it ruled out joining.", ["it"]),
        ("It was clear that the vote would fail.", []),
        ("This decision was enshrined in law.", ["This"]),
        ("The minister said that this was not the moment.", []),
    ],
)
def test_a_pronoun_hangs_if_nothing_before_it_explains_it(text: str, open_ones: list[str]) -> None:
    names = ("Yanukovich", "Viktor Yanukovych")
    people = [actor(text, n, "Viktor Yanukovych", "name") for n in names if n in text]
    found = hanging(text, 0, len(text), people)
    assert [text[at:].split(maxsplit=1)[0].strip(",.") for at in found] == open_ones


def test_a_tail_that_tells_another_happening_is_left_out() -> None:
    text = "Deputies dropped the rule on 1 May, which prompted a march on 2 May."
    one, two = claim(text, "dropped the rule", "on 1 May"), claim(text, "prompted a march", "on 2 May")
    start, end = span(one, [two], text)
    assert text[start:end] == "Deputies dropped the rule on 1 May"


def test_a_clause_with_a_subject_of_its_own_stands_alone() -> None:
    text = "Deputies dropped the rule in 2014, and in 2017 a law made it an aim."
    one, two = claim(text, "dropped the rule", "in 2014"), claim(text, "made it an aim", "in 2017", "a law")
    start, end = span(two, [one], text)
    assert text[start:end] == "in 2017 a law made it an aim."


@pytest.mark.parametrize(
    "text",
    [
        "The 2014 revolt, which led to his fall, prompted a reversal.",  # the rest would have no verb
        "He named courts, spies and the army in 2014.",  # a list is no clause
        "“Deputies dropped it in 2014, which prompted a march”, he said.",  # inside a quotation
    ],
)
def test_nothing_is_cut_where_the_rest_would_not_read(text: str) -> None:
    anchor = {"T": "revolt", "H": "named", "“": "dropped it"}[text[0]]
    other = {"T": "led to his fall", "H": "the army", "“": "prompted a march"}[text[0]]
    assert span(claim(text, anchor), [claim(text, other)], text) == (0, len(text))


def test_a_whole_sentence_is_kept_where_nothing_else_is_told() -> None:
    text = "Deputies dropped the rule on 1 May, which prompted a march."
    assert span(claim(text, "dropped the rule", "on 1 May"), [], text) == (0, len(text))


@pytest.mark.usefixtures("ends")
def test_hostile_sentences_are_read_to_their_end() -> None:
    text = "it is it, which " * 20_000
    assert hanging(text, 0, len(text), ())
    one = claim(f"{text}x", "x")
    assert span(one, [claim(f"{text}x", "it")], f"{text}x")[1] == len(text) + 1
