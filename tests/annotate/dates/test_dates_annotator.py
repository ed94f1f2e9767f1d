from __future__ import annotations

from datetime import date
from itertools import pairwise

from dateline.annotate.base import BLOCKS, DATES, SENTENCES, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.chain import chain
from dateline.annotate.dates.annotator import dates, read
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Published, Revision
from dateline.model.mark import TimexType
from dateline.model.outlet import Outlet

PUBLISHED = date(2024, 6, 12)


def document(text: str, language: str = "en", published: date | None = PUBLISHED) -> Document:
    when = Published(published) if published else None
    revision = Revision("revision-1", "article-1", "A headline", text, language, published_at=when)
    return Document(Outlet("outlet.example", "Outlet"), Article("article-1", "outlet.example", ""), revision)


def test_the_chain_gives_the_marks_that_read_gives():
    text = "Talks opened on 3 May 2014.\n\n- They broke off two days later.\n- They may go on next week."
    (done,) = chain([blocks(), sentences(), dates()]).run([document(text)])
    assert list(done[DATES]) == read(text, PUBLISHED)
    assert [m.words.exact for m in done[DATES]] == ["3 May 2014", "two days later", "next week"]


def test_needs_blocks_and_sentences_alone():
    assert dates().needs == (BLOCKS, SENTENCES)


def test_a_text_in_another_language_gets_no_marks():
    text = "Le 24 mai 2022, May 24"
    assert read(text, PUBLISHED, language="fr") == []
    assert len(read(text, PUBLISHED, language="en-GB")) > 0


def test_a_weekday_that_does_not_fit_is_told_in_words():
    (mark,) = read("It began on Tuesday, 24 February 2022.", PUBLISHED)
    assert mark.note == "Tuesday is told, but 24 February 2022 was a Thursday"


def test_a_mark_tells_the_anchor_it_was_counted_from():
    text = "It was signed on 3 May 2014. Two days later it fell. Troops left on Friday."
    _, later, friday = read(text, PUBLISHED)
    assert later.anchor == "3 May 2014, earlier in the text"
    assert later.anchor_at == text.index("3 May")
    assert friday.anchor == "published 2024-06-12"
    assert friday.anchor_at is None


def test_explicit_dates_have_no_anchor():
    (mark,) = read("It was signed on 3 May 2014.", PUBLISHED)
    assert (mark.anchor, mark.anchor_at) == ("", None)


def test_marks_come_in_text_order_with_exact_words_and_do_not_overlap():
    text = "From 23 to 27 September 2022 they voted; on Friday, 30 September, nine days before Christmas, he spoke."
    marks = read(text, date(2022, 10, 2))
    assert all(text[m.words.start : m.words.end] == m.words.exact for m in marks)
    assert all(a.words.end <= b.words.start for a, b in pairwise(marks))


def test_a_span_keeps_its_parts():
    (mark,) = read("They voted from 23 to 27 September 2022.", PUBLISHED)
    assert [(p.words.exact, p.value) for p in mark.parts] == [("23", "2022-09-23"), ("27 September 2022", "2022-09-27")]


def test_headings_date_what_stands_under_them():
    text = "Campaign of 2019\n\nIn March the talks began. They broke off in May.\n\nLater events\n\nIn May they met."
    marks = {(m.words.exact, m.words.start): m for m in read(text, PUBLISHED)}
    days = [m.days.edtf() if m.days else "?" for m in marks.values()]
    assert days == ["2019", "2019-03", "2019-05", "2024-05"]


def test_the_dateline_is_a_mark_and_the_anchor_where_publication_is_unknown():
    first, thursday = read("KYIV, 7 February 2019 - Deputies voted on Thursday.")
    assert first.words.exact == "7 February 2019"
    assert thursday.days
    assert thursday.days.start == date(2019, 2, 7)


def test_types_follow_timeml():
    text = "On 3 May 2014 at 10:30 they met for two weeks, and every week since."
    kinds = {m.words.exact: m.type for m in read(text, PUBLISHED)}
    assert kinds["two weeks"] is TimexType.DURATION
    assert kinds["every week"] is TimexType.SET


def test_texts_full_of_old_years_are_read_as_narratives():
    years = " ".join(f"In {y} the army moved. It fell back in August." for y in range(1914, 1924))
    found = [m.days.edtf() for m in read(years, date(2009, 12, 19)) if m.days]
    assert found[:4] == ["1914", "1914-08", "1915", "1915-08"]


def test_news_that_look_back_are_still_read_as_news():
    text = "In 1991 it was founded.\n\nTroops left on Friday. They came last week. They had come in August."
    found = {m.words.exact: m.days.edtf() for m in read(text, PUBLISHED) if m.days}
    assert found["August"] == "2023-08"
