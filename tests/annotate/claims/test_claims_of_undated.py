"""Texts that nobody dates: what a dateline with a full day is good for."""

from __future__ import annotations

import datetime as dt

from claims_of_text import claims_of

TEXT = "Deputies ratified the accord on Wednesday. It had been signed on Sept. 26 in Cartagena."


def test_a_dateline_with_a_full_day_dates_what_is_counted_from_it() -> None:
    days = [c.when.days for c in claims_of(f"BOGOTA, Nov 30, 2016 (Meridian Press) - {TEXT}") if c.when]
    assert [d.start for d in days] == [dt.date(2016, 11, 30), dt.date(2016, 9, 26)]


def test_without_a_day_nothing_is_counted() -> None:
    assert all(c.when is None for c in claims_of(f"BOGOTA (Meridian Press) - {TEXT}"))
