"""The sample corpus keeps its promises: counts, plants, weekdays, copies, addresses, and no words of the seeds."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
KEYS = {"url", "outlet", "headline", "published", "modified", "byline", "language", "withdrawn", "note"}
REQUIRED = {"url", "outlet", "headline", "language"}
KINDS = {"agency", "public", "private", "state", "nonprofit"}
SLOTS = {"date", "number", "place", "actor", "outcome"}
STATUSES = {"happened", "ongoing", "planned", "postponed", "cancelled", "said", "demanded", "denied", "conditional"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTH = "|".join(rf"{m}|{m[:3]}\.?|{m[:4]}\.?" for m in MONTHS)
FULL_DATE = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}),? (?:(\d{{1,2}}) ({MONTH})|({MONTH}) (\d{{1,2}}))\b(?:,? (\d{{4}}))?",
)
COPY_AT_LEAST, OTHERS_AT_MOST = 0.5, 0.1  # Jaccard over runs of five words


@dataclass(frozen=True)
class Page:
    name: str
    fields: dict[str, str]
    body: str

    @property
    def published(self) -> date | None:
        return date.fromisoformat(self.fields["published"][:10]) if "published" in self.fields else None


@cache
def pages() -> dict[str, Page]:
    return {p.stem: page(p) for p in sorted((SAMPLE / "articles").iterdir())}


def page(path: Path) -> Page:
    opened, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert not opened and path.suffix == ".md"
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Page(path.stem, fields, body.strip())


@cache
def planted() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((SAMPLE / "planted.toml").read_text(encoding="utf-8"))


@cache
def outlets() -> dict[str, dict[str, str]]:
    listed = tomllib.loads((SAMPLE / "outlets.toml").read_text(encoding="utf-8"))["outlet"]
    found = {o["host"]: o for o in listed}
    assert len(found) == len(listed)
    return found


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold().replace("’", "").replace("'", ""))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    told = words(text)
    return {tuple(told[i : i + length]) for i in range(len(told) - length + 1)}


def articles() -> list[Page]:
    """One page for each address: the latest state."""
    return list({p.fields["url"]: p for p in pages().values()}.values())


# ---- counts ----


def test_the_promised_counts_are_there() -> None:
    assert len(articles()) >= 60
    assert len({p.fields["outlet"] for p in pages().values()}) >= 14
    assert {o["kind"] for o in outlets().values()} == KINDS
    assert len({o["country"] for o in outlets().values()}) >= 10
    assert len(planted()["matter"]) >= 12
    assert len(planted()["copy"]) >= 5
    assert len(planted()["disagreement"]) >= 6
    assert len(planted()["trap"]) >= 6
    assert {d["slot"] for d in planted()["disagreement"]} == SLOTS


def test_every_continent_has_at_least_six_articles() -> None:
    told: Counter[str] = Counter()
    for matter in planted()["matter"]:
        told[matter["continent"]] += len(matter["articles"])
    assert set(told) == {"AF", "AS", "EU", "NA", "OC", "SA"}
    assert min(told.values()) >= 6, told


def test_there_are_reports_from_the_ground_of_every_continent() -> None:
    by_article = {a: m["continent"] for m in planted()["matter"] for a in m["articles"]}
    filed = re.compile(r" (?:in|on|at) .+$")
    there = {by_article[p.name] for p in pages().values() if filed.search(p.fields.get("byline", ""))}
    assert there == {"AF", "AS", "EU", "NA", "OC", "SA"}


def test_articles_are_short_but_not_stubs() -> None:
    odd = {p.name: len(p.body.split()) for p in pages().values() if "withdrawn" not in p.fields}
    assert {n: w for n, w in odd.items() if not 90 <= w <= 260} == {}


def test_one_page_is_undated_and_spanish_and_french_are_heard() -> None:
    assert sum(p.published is None for p in pages().values()) == 1
    assert Counter(p.fields["language"] for p in pages().values()) | Counter(es=1, fr=1) == Counter(
        p.fields["language"] for p in pages().values()
    )


# ---- form ----


@pytest.mark.parametrize("name", pages())
def test_front_matter_is_of_the_form(name: str) -> None:
    told = pages()[name]
    assert set(told.fields) >= REQUIRED and set(told.fields) <= KEYS
    url = urlsplit(told.fields["url"])
    assert url.scheme == "https" and url.hostname == told.fields["outlet"]
    assert told.fields["outlet"] in outlets()
    for field in ("published", "modified"):
        assert_time(told.fields.get(field, "2000-01-01"))


def assert_time(written: str) -> None:
    moment = datetime.fromisoformat(written)
    assert len(written) == 10 or moment.utcoffset() is not None


def test_file_names_begin_with_the_day_of_the_text() -> None:
    for told in pages().values():
        day = told.fields.get("modified", told.fields.get("published", "undated"))[:10]
        assert told.name.startswith(day), told.name


def test_every_host_is_one_that_nobody_can_own() -> None:
    assert all(o.endswith(".example") for o in outlets())
    used = {p.fields["outlet"] for p in pages().values()}
    assert used == set(outlets())


def test_an_address_is_used_again_only_by_its_revision_or_withdrawal() -> None:
    twice = {u for u, n in Counter(p.fields["url"] for p in pages().values()).items() if n > 1}
    told = planted()["revision"] + planted()["withdrawal"]
    assert twice == {pages()[t["articles"][0]].fields["url"] for t in told}


# ---- plants ----


def plants() -> Iterator[tuple[str, str]]:
    """Every article with a sentence that planted.toml says it holds."""
    for kind in ("disagreement", "trap", "revision"):
        for plant in planted()[kind]:
            yield from zip(plant["articles"], plant["sentences"], strict=True)
    for kind in ("inconsistency", "history"):
        for plant in planted()[kind]:
            yield plant["article"], plant["sentence"]


@pytest.mark.parametrize(("article", "sentence"), sorted(set(plants())))
def test_a_planted_sentence_stands_once_in_its_article(article: str, sentence: str) -> None:
    assert pages()[article].body.count(sentence) == 1


def test_disagreements_are_between_outlets_and_only_their_articles_are_named() -> None:
    for plant in planted()["disagreement"]:
        a, b = plant["articles"]
        assert pages()[a].fields["outlet"] != pages()[b].fields["outlet"]
        assert len(plant["values"]) == 2 and plant["why"]


def test_the_constitution_is_dated_2018_and_2019_by_two_outlets() -> None:
    values = {tuple(d["values"]) for d in planted()["disagreement"]}
    assert ("2019", "2018") in values


def test_every_article_belongs_to_one_matter_told_by_several_outlets() -> None:
    placed: Counter[str] = Counter(a for m in planted()["matter"] for a in m["articles"])
    assert placed == Counter(dict.fromkeys(pages(), 1))
    for matter in planted()["matter"]:
        told = [pages()[a] for a in matter["articles"]]
        assert len(told) >= 3, matter["name"]
        assert len({p.fields["outlet"] for p in told}) >= 2, matter["name"]


def test_the_model_matter_runs_from_2008_to_2025_in_five_outlets() -> None:
    told = [pages()[a] for a in planted()["matter"][0]["articles"]]
    years = {p.published.year for p in told if p.published}
    assert len(told) >= 8 and len({p.fields["outlet"] for p in told}) >= 5
    assert {2008, 2025} <= years
    assert len(planted()["history"]) >= 38
    assert {h["status"] for h in planted()["history"]} <= STATUSES


def test_what_was_planned_is_told_as_changed_by_a_later_article() -> None:
    for plan in planted()["calendar"]:
        before, after = (pages()[a].published for a in plan["articles"])
        assert before and after and before < after
        assert before <= date.fromisoformat(plan["changed"]) <= after
        assert before <= date.fromisoformat(plan["planned"]), plan["what"]


def test_the_revision_is_later_and_the_withdrawal_is_marked() -> None:
    for plant in planted()["revision"] + planted()["withdrawal"]:
        first, second = (pages()[a].fields for a in plant["articles"])
        assert "modified" not in first
        assert datetime.fromisoformat(second["modified"]) > datetime.fromisoformat(second["published"])
        assert second["note"]
    assert [p.name for p in pages().values() if p.fields.get("withdrawn") == "true"] == [
        w["articles"][1] for w in planted()["withdrawal"]
    ]


# ---- weekdays ----


def full_dates(told: Page) -> Iterator[tuple[str, date]]:
    """Each weekday written beside a day and month: the weekday, and the day that is meant."""
    for found in FULL_DATE.finditer(told.body):
        weekday, day_a, month_a, month_b, day_b, year = found.groups()
        month = next(n for n, m in enumerate(MONTHS, 1) if m.startswith((month_a or month_b).rstrip(".")[:3]))
        of_year = int(year) if year else (told.published or date.min).year
        yield weekday, date(of_year, month, int(day_a or day_b))


def test_weekdays_beside_dates_are_right_but_for_the_planted_slip() -> None:
    checked, wrong = 0, set()
    for told in pages().values():
        for weekday, day in full_dates(told):
            checked += 1
            if WEEKDAYS[day.weekday()] != weekday:
                wrong.add(told.name)
    assert checked >= 5
    assert wrong == {p["article"] for p in planted()["inconsistency"]}


@pytest.mark.parametrize(
    ("name", "words_of_day", "meant"),
    [
        ("2010-07-02-ukraine-outside-blocs", "on Thursday", "2010-07-01"),
        ("2019-02-07-rada-writes-nato-into-constitution", "on Thursday", "2019-02-07"),
        ("2022-02-24-invasion-ends-geneva-plan", "on Tuesday", "2022-02-22"),
        ("2022-10-01-kyiv-applies", "on Friday", "2022-09-30"),
        ("2023-05-11-debt-meeting-postponed", "for Friday", "2023-05-12"),
        ("2023-10-14-voice-rejected", "on Saturday", "2023-10-14"),
        ("2024-03-05-venezuela-election-date", "on Tuesday", "2024-03-05"),
    ],
)
def test_bare_weekdays_lie_where_history_has_them(name: str, words_of_day: str, meant: str) -> None:
    told, day = pages()[name], date.fromisoformat(meant)
    assert words_of_day in told.body
    assert words_of_day.split()[1] == WEEKDAYS[day.weekday()]
    assert told.published and abs(told.published - day) <= timedelta(days=6)


# ---- copies and the seeds ----


def pairs_of_copies() -> set[frozenset[str]]:
    return {frozenset(pair) for group in planted()["copy"] for pair in combinations(group["articles"], 2)}


def test_copies_are_nearly_the_same_and_nothing_else_is() -> None:
    shingles = {n: runs(p.body, 5) for n, p in pages().items()}
    copies = pairs_of_copies()
    for a, b in combinations(shingles, 2):
        if pages()[a].fields["url"] == pages()[b].fields["url"]:
            continue
        alike = len(shingles[a] & shingles[b]) / len(shingles[a] | shingles[b])
        if frozenset((a, b)) in copies:
            assert alike >= COPY_AT_LEAST, (a, b, alike)
        else:
            assert alike <= OTHERS_AT_MOST, (a, b, alike)


def test_the_agency_comes_first_in_its_group() -> None:
    for group in planted()["copy"]:
        kinds = [outlets()[pages()[a].fields["outlet"]]["kind"] for a in group["articles"]]
        assert kinds[0] == "agency" and "agency" not in kinds[1:]
        assert len({pages()[a].fields["outlet"] for a in group["articles"]}) == len(kinds)


def test_no_run_of_six_words_is_taken_from_the_seeds(shared: Path) -> None:
    seeds: set[tuple[str, ...]] = set()
    for path in sorted((shared / "seeds").glob("*.txt")):
        seeds |= runs(path.read_text(encoding="utf-8"), 6)
    assert seeds
    taken = {p.name: found for p in pages().values() if (found := runs(p.body, 6) & seeds)}
    assert taken == {}


# ---- the readme ----


def test_the_readme_tells_the_counts_that_are() -> None:
    told = " ".join((SAMPLE / "README.md").read_text(encoding="utf-8").split())
    countries = {o["country"] for o in outlets().values()}
    assert f"{len(pages())} short texts at {len(articles())} addresses" in told
    assert f"from {len(outlets())} outlets in {len(countries)} countries" in told
    assert f"on {len(planted()['matter'])} matters" in told
    for name, kind in (("Disagreements", "disagreement"), ("Traps", "trap"), ("The calendar", "calendar")):
        assert f"**{name}** ({len(planted()[kind])})" in told
    assert f"**Copies** ({len(planted()['copy'])} groups)" in told
