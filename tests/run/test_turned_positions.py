"""A party that turns: read by the whole flow, told on the glance of the day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from dateline.desk import open_desk
from dateline.views.insights import InsightKind

BEFORE = """---
outlet: Danube Courier
url: https://danube.example/{n}
published: {day}
---
# {headline}

{text}
"""


def write(folder: Path, n: int, day: str, headline: str, text: str) -> None:
    (folder / f"{n}.md").write_text(BEFORE.format(n=n, day=day, headline=headline, text=text), "utf-8")


def test_a_party_that_turns_is_told_with_both_sentences(tmp_path: Path) -> None:
    write(
        tmp_path, 1, "2023-03-01", "Turkey opposes Sweden's bid to join NATO",
        "Turkey opposed Sweden's membership of NATO on Wednesday. It was the third such word in Ankara.",
    )  # fmt: skip
    write(
        tmp_path, 2, "2024-01-23", "Turkey supports Sweden's bid to join NATO",
        "Turkey backed Sweden's membership of NATO on Tuesday. The vote in Ankara took all night.",
    )  # fmt: skip
    with open_desk(None, now=lambda: datetime(2024, 1, 24, 12, tzinfo=UTC)) as desk:
        desk.add([tmp_path])
        told = desk.view("glance", since="7d", as_of=date(2024, 1, 24))
        turns = [i for i in told.insights if i.kind is InsightKind.POSITION]
        (one,) = turns
        assert one.told == "Turkey: opposes on 2023-03-01, supports now"
        assert [b.article.published_at for b in one.basis] == [date(2024, 1, 23), date(2023, 3, 1)]
        earlier = desk.view("glance", since="7d", as_of=date(2023, 3, 2))
        assert not [i for i in earlier.insights if i.kind is InsightKind.POSITION]
