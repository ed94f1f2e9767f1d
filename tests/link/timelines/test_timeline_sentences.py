"""Which sentences tell a day on a timeline, and the timeline as a whole."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.dates.annotator import read
from dateline.annotate.sentences import split
from dateline.link.timelines.choosing import timeline
from dateline.link.timelines.reading import report
from dateline.link.timelines.records import Passage, Report
from dateline.link.timelines.telling import tell
from dateline.link.timelines.topic import topic
from dateline.link.words import stem
from dateline.model.text import Sentence
from dateline.model.time import Days

DAY = date(2024, 3, 4)
NEXT = DAY + timedelta(1)
BREACH = "The dam above Lissow broke on Monday and water filled the old town within an hour."
RESCUE = "Boats brought four hundred people out of Lissow after the dam broke on Monday."
BAKER = "A baker in a distant county won the spring prize for rye bread on Monday evening there."


def told(name: str, published: date | None, *passages: tuple[str, tuple[date, ...]], voice: str = "") -> Report:
    return Report(name, published, tuple(Passage(text, days) for text, days in passages), voice)


def reports() -> list[Report]:
    return [
        told(
            "a", NEXT, (BREACH, (DAY,)), ("Engineers had warned of cracks in the dam above Lissow for ten years.", ())
        ),
        told("b", NEXT, (RESCUE, (DAY,))),
        told("c", NEXT, ("Water from the broken dam stood two metres deep in Lissow on Monday night.", (DAY,))),
        told("d", NEXT, (BAKER, (DAY,))),
    ]


def sentences(*given: Report, most: int = 2) -> list[str]:
    return [s.passage.text for s in tell(topic(given), [DAY], most).get(DAY, ())]


def test_what_many_tell_comes_before_what_one_tells() -> None:
    assert BAKER not in sentences(*reports(), most=3)


def test_a_sentence_comes_once_and_copies_give_none() -> None:
    copy = told("z", NEXT, (BREACH, (DAY,)), voice="a")
    chosen = tell(topic([*reports(), copy]), [DAY], 5)[DAY]
    assert "z" not in {s.article_id for s in chosen}
    again = told("z", NEXT, (BREACH, (DAY,)))
    assert sentences(*reports(), again, most=5).count(BREACH) == 1


def test_the_top_of_an_article_tells_its_day_and_the_day_before() -> None:
    text = "The dam above the town of Lissow broke and water filled the old town within an hour."
    told_by = tell(topic([told("a", NEXT, (text, ()))]), [NEXT], 1)[NEXT]
    assert told_by[0].reasons[0].words == "names no day, stands at place 1 of an article published that day"
    eve = tell(topic([told("a", NEXT, (text, ()))]), [DAY], 1)[DAY]
    assert eve[0].reasons[0].words == "names no day, stands at place 1 of an article published the day after"


def test_no_sentence_stands_under_two_days() -> None:
    both = told(
        "a", NEXT, ("The dam above Lissow broke on Monday and the mayor left his office on Tuesday.", (DAY, NEXT))
    )
    assert len(tell(topic([both]), [DAY, NEXT], 2)) == 1


def test_a_report_is_preferred_to_an_announcement() -> None:
    words = "The council of Lissow votes on the new dam in the old town hall on Monday{}."
    before = told("a", DAY - timedelta(3), (words.format(" next"), (DAY,)))
    after = told("b", NEXT, (words.format(" evening"), (DAY,)))
    assert tell(topic([before, after]), [DAY], 1)[DAY][0].article_id == "b"


def test_scraps_are_no_sentences() -> None:
    assert sentences(told("a", NEXT, ("The dam broke.", (DAY,)))) == []


def test_a_timeline_is_in_order_and_no_longer_than_asked() -> None:
    days = [DAY + timedelta(3 * n) for n in range(6)]
    given = [told(f"a{n}", d + timedelta(1), (f"{BREACH} It was flood number {n}.", (d,))) for n, d in enumerate(days)]
    made = timeline(given, 4, 1)
    assert [d.day for d in made] == sorted(d.day for d in made)
    assert len(made) == 4
    assert all(len(d.sentences) == 1 and d.reasons for d in made)


def test_a_day_without_a_sentence_leaves_its_place_to_the_next() -> None:
    mute = [told(f"m{n}", NEXT + timedelta(9), ("The dam broke.", (DAY,))) for n in range(5)]
    given = [*mute, told("a", NEXT + timedelta(1), (BREACH, (NEXT,)))]
    assert [d.day for d in timeline(given, 1, 1, Days(DAY, NEXT))] == [NEXT]


@given(st.permutations(reports()))
def test_the_order_of_the_articles_changes_nothing(shuffled: list[Report]) -> None:
    assert timeline(shuffled, 3, 2) == timeline(reports(), 3, 2)


def test_nothing_gives_nothing() -> None:
    assert timeline([], 5, 2) == ()


def test_words_of_a_query_lead_the_theme() -> None:
    asked = topic(reports(), ["baker"]).theme
    assert asked[stem("baker")] == max(asked.values())
    assert topic(reports()).theme[stem("baker")] < asked[stem("baker")]


def test_marks_become_days_but_stamps_do_not() -> None:
    text = "Tuesday 5 March 2024. The dam broke on Monday. It was built in 1960. Talks are planned for 9 March."
    spans = [Sentence(a, z, 0) for a, z in split(text, 0, len(text))]
    made = report("a", NEXT, text, spans, read(text, NEXT))
    assert [p.days for p in made.passages] == [(), (DAY,), (), (date(2024, 3, 9),)]
    assert text[made.passages[1].start :].startswith("The dam broke")


def test_a_headline_and_a_stamp_run_together_with_a_sentence_are_left_out() -> None:
    text = "Dam breaks above Lissow Tuesday 5 March 2024 08.43 GMT The dam above the old town broke on Monday evening."
    made = report("a", NEXT, text, [Sentence(0, len(text), 0)], read(text, NEXT))
    (passage,) = made.passages
    assert passage.text == "The dam above the old town broke on Monday evening."
    assert text[passage.start :] == passage.text
    assert passage.days == (DAY,)


def test_the_day_of_another_happening_tells_none_beside_that_of_the_sentence() -> None:
    text = "Lissow buried nineteen people on Friday, four days after the dam broke over the town."
    friday = date(2024, 3, 8)
    made = report("a", friday + timedelta(1), text, [Sentence(0, len(text), 0)], read(text, friday + timedelta(1)))
    assert made.passages[0].days == (friday,)


def test_a_report_is_preferred_to_somebody_who_speaks_of_himself() -> None:
    words = "The dam above Lissow broke on Monday and water filled {} old town within an hour."
    mine, plain = told("a", NEXT, (words.format("our"), (DAY,))), told("b", NEXT, (words.format("the"), (DAY,)))
    assert tell(topic([mine, plain]), [DAY], 1)[DAY][0].article_id == "b"


def test_a_day_whose_sentences_stand_elsewhere_looks_further_down() -> None:
    both = "The dam above Lissow broke on Monday and the mayor left his office on Tuesday."
    filler = [(f"Scrap {n}.", ()) for n in range(8)]
    later = "Engineers of the county looked for cracks in every other dam above the old town."
    given = told("a", NEXT, (both, (DAY, NEXT)), *filler, (later, ()))
    told_by = tell(topic([given]), [DAY, NEXT], 1)
    assert [told_by[d][0].passage.text for d in (DAY, NEXT)] == [both, later]
