from __future__ import annotations

import pytest

from dateline.errors import NothingFound
from dateline.views.base import Reading
from dateline.views.timeml import timeml


def test_the_text_with_its_times_as_elements(small: Reading) -> None:
    held = next(h for h in small.store.articles.all() if h.outlet.name == "Coast Post" and h.revision.published_at)
    told = timeml(small, held.article.id)
    assert told.article == held.article.id
    assert told.marks
    assert told.timeml.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>article-')
    assert ">late 2021</TIMEX3>" in told.timeml
    assert 'functionInDocument="CREATION_TIME"' in told.timeml


def test_an_id_that_nobody_holds(small: Reading) -> None:
    with pytest.raises(NothingFound):
        timeml(small, "article-0000000000")
