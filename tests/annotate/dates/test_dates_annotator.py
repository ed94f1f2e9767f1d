from datetime import date

from dateline.annotate.dates.annotator import read


def test_a_weekday_that_does_not_fit_is_told_and_the_day_of_the_month_wins():
    (mark,) = read("It began on Tuesday, 24 February 2022.", date(2022, 10, 2))
    assert mark.days is not None
    assert mark.days.edtf() == "2022-02-24"
    assert mark.note == "Tuesday is told, but 24 February 2022 was a Thursday"


def test_a_text_in_another_language_gets_no_marks():
    assert read("Le 24 mai 2022, May 24", date(2022, 10, 2), language="fr") == []
