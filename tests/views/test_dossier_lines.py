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
from dateline.views.dossier.leaning import leans
from dateline.views.dossier.naming import sole
from dateline.views.dossier.sentence import flat


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
        ("An election that December gave him the numbers.", ["him"]),  # a month is nobody
        ("In 2013 their remnants joined the army.", ["their"]),  # a year is nothing
        ("On 2 January he signed a declaration.", ["he"]),
        ("Seoul suspended it on Friday.", ["it"]),  # it is not the subject of its own clause
        ("The army said that it would suspend the pact.", []),
        ("Ada Norland praised her party.", []),
        ("Ada Norland succeeded her exactly two months later.", ["her"]),
        ("The minister said he would resign.", []),
        ("The first accord, it says, was signed in May.", ["it"]),
        ("Since then Norland has joined the League.", ["Since"]),
        ("Norland left in 2014 and since then has stayed alone.", []),
        ("Norland called off such talks on 16 May.", ["such"]),
        ("A revised one was signed in Bogota.", ["A"]),
        ("None of this binds the alliance.", ["None"]),
        ("Deputies voted to drop that rule", ["that"]),
        ("Deputies made a rule and voted to drop that rule", []),
        ("The government rules that out.", ["that"]),
        ("At their summit last July the allies named no date.", ["their"]),
        ("It was the second meeting of the two in a month.", ["It"]),
        ("It took until the summer for a president to come.", []),
    ],
)
def test_a_pronoun_hangs_if_nothing_before_it_explains_it(text: str, open_ones: list[str]) -> None:
    names = ("Yanukovich", "Viktor Yanukovych")
    people = [actor(text, n, "Viktor Yanukovych", "name") for n in names if n in text]
    found = hanging(text, 0, len(text), people)
    assert [text[at:].split(maxsplit=1)[0].strip(",.") for at in found] == open_ones


def test_a_place_is_nobody_and_an_opening_phrase_may_tell_whose_it_is() -> None:
    text = "In Oslo he met the envoys."
    place = (text.index("Oslo"), text.index("Oslo") + 4)
    assert hanging(text, 0, len(text), (), [place]) == [text.index("he")]
    text = "At their summit last July the allies named no date."
    assert hanging(text, 0, len(text), [actor(text, "allies", "League", "the allies", "alliance")]) == []


BEFORE = "Ada Norland won the vote. "


@pytest.mark.parametrize(
    ("text", "pronoun", "told"),
    [
        ("The law undoes the policy of her predecessor.", "her", "Ada Norland’s"),
        ("An election gave her the numbers.", "her", "Ada Norland’s"),  # "the numbers" may be hers: nobody can tell
        ("An election helped her in May.", "her", "Ada Norland"),
    ],
)
def test_a_pronoun_stands_for_the_only_person_named_right_before(text: str, pronoun: str, told: str) -> None:
    whole = BEFORE + text
    people = [actor(whole, "Ada Norland", "Ada Norland", "name")]
    found = sole(whole, whole.index(f" {pronoun} ") + 1, len(BEFORE), people)
    assert found
    assert found.words == told


def test_a_pronoun_stands_for_nobody_where_it_may_be_another() -> None:
    whole = "Ada Norland met Bo Strand. A vote cost her the office. He left."
    people = [actor(whole, n, n, "name") for n in ("Ada Norland", "Bo Strand")]
    at, begins = whole.index("her "), whole.index("A vote")
    assert sole(whole, at, begins, people) is None
    he = actor(whole, "He", "Ada Norland", "he: the only person named just before")
    assert sole(whole, at, begins, [people[0], he]) is None  # the text calls that person "he"
    assert sole(whole, at, begins, people[:1]) is not None


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("The bill came from the president.", True),
        ("On 28 August the trip was postponed because of floods.", True),
        ("The old lease was to run out in 2017.", True),
        ("The government fell in May.", False),  # there is but one
        ("The referendum of June 2016 went the other way.", False),  # it says which
        ("The chance had seemed closer once: deputies dropped the rule.", False),  # another clause tells it
        ("The pact was signed in May.", False),  # the matter's own word
    ],
)
def test_a_line_leans_if_only_the_one_before_tells_what_it_is_on(text: str, leaning: bool) -> None:
    anchor = text.index("dropped") if "dropped" in text else text.index(" ", 8)
    assert leans(text, 0, len(text), anchor, (), {"pact"}) is leaning


def test_a_thing_that_a_mark_tells_does_not_lean() -> None:
    text = "The force was made legal in 2017."
    mark = actor(text, "The force", "Rapid Support Forces", "the force: named before", "military")
    assert not leans(text, 0, len(text), 10, [mark], ())


def test_items_of_a_list_are_told_on_one_line() -> None:
    assert flat("May triggered it.\n- A vote cost her the office.") == "May triggered it. A vote cost her the office."


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
