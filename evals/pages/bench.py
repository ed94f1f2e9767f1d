"""How well pages of the web become articles: title, day of publication, authors, body; plain trafilatura beside ours.

`python -m evals.pages.bench [FOLDER] [--json] [--misses]`, or `main(argv)`. The folder has, for each outlet,
COUNTRY/OUTLET.json with the expected values by version of its pages, and COUNTRY/OUTLET_DAY.html.gz with the pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.ingest import decoding, extract, times
from evals.shared import shared_folder

NOW = datetime(2100, 1, 1, tzinfo=UTC)  # no page of the set is ahead of it


@dataclass(frozen=True, slots=True)
class Case:
    """One page and what is expected of it."""

    name: str
    content: bytes
    title: str
    published: datetime | None
    authors: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program makes of a page; `moment` only if it knows the offset."""

    title: str
    day: str
    moment: datetime | None
    authors: tuple[str, ...]
    body: str


@dataclass(slots=True)
class Tally:
    """The figures of one program over all pages."""

    titles: list[bool] = field(default_factory=list)
    days: list[bool] = field(default_factory=list)
    moments: list[bool] = field(default_factory=list)
    authors: Counter[str] = field(default_factory=Counter)
    bodies: list[float] = field(default_factory=list)
    seconds: float = 0.0
    misses: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float | int]:
        """Shares right, F1 of authors (over all pages), mean token F1 of bodies, and how many are below 0.5."""
        return {
            "pages": len(self.titles),
            "title": _mean(self.titles),
            "day": _mean(self.days),
            "moment": _mean(self.moments),
            "authors_f1": _f1(self.authors["right"], self.authors["found"], self.authors["wanted"]),
            "body_f1": _mean(self.bodies),
            "bodies_below_half": sum(b < 0.5 for b in self.bodies),
            "seconds": round(self.seconds, 2),
        }


def cases(folder: Path) -> Iterator[Case]:
    """The pages of a folder; the versions of an outlet in order are its pages in order of day."""
    for told in sorted(folder.glob("*/*.json")):
        versions = json.loads(told.read_text("utf-8"))
        names = sorted(versions, key=lambda v: [int(n) for n in re.findall(r"\d+", v)])
        for name, page in zip(names, sorted(told.parent.glob(f"{told.stem}_*.html.gz")), strict=True):
            yield _case(page, versions[name])


def _case(page: Path, told: dict[str, Any]) -> Case:
    body = told["body"]
    parts = [*body["summary"], *(p for s in body["sections"] for p in (*s["headline"], *s["paragraphs"]))]
    written = told["publishing_date"]
    return Case(
        page.name.removesuffix(".html.gz"),
        gzip.decompress(page.read_bytes()),
        told["title"] or "",
        datetime.fromisoformat(written) if written else None,
        tuple(told.get("authors") or ()),
        "\n".join(parts),
    )


def ours(content: bytes) -> Answer:
    decoded = decoding.decode(content, markup=True)
    page = extract.page(decoded.text if decoded else "")
    when = times.published(page.published, NOW).published
    day, moment = (when.day.isoformat(), when.moment) if when else ("", None)
    return Answer(page.headline, day, moment, page.authors, page.text)


def plain(content: bytes) -> Answer:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(content, with_metadata=True, include_comments=False)
    if not isinstance(found, Document):
        return Answer("", "", None, (), "")
    authors = tuple(a.strip() for a in (found.author or "").split(";") if a.strip())
    return Answer(found.title or "", found.date or "", None, authors, found.text or "")


def measure(program: Callable[[bytes], Answer], pages: Sequence[Case]) -> Tally:
    tally = Tally()
    for case in pages:
        began = time.process_time()
        answer = program(case.content)
        tally.seconds += time.process_time() - began
        _score(tally, case, answer)
    return tally


def _score(tally: Tally, case: Case, answer: Answer) -> None:
    tally.titles.append(_plain(case.title) == _plain(answer.title))
    if not tally.titles[-1]:
        tally.misses.append(f"{case.name} title: {answer.title!r}, not {case.title!r}")
    if case.published:
        tally.days.append(case.published.date().isoformat() == answer.day)
        if case.published.tzinfo:
            tally.moments.append(answer.moment == case.published.astimezone(UTC).replace(microsecond=0))
        if not tally.days[-1] or (case.published.tzinfo and not tally.moments[-1]):
            tally.misses.append(f"{case.name} time: {answer.day} {answer.moment}, not {case.published}")
    wanted, found = ({_plain(a) for a in names} for names in (case.authors, answer.authors))
    tally.authors.update(right=len(wanted & found), found=len(found), wanted=len(wanted))
    if wanted != found:
        tally.misses.append(f"{case.name} authors: {answer.authors}, not {case.authors}")
    tally.bodies.append(_token_f1(case.body, answer.body))
    if tally.bodies[-1] < 0.9:
        tally.misses.append(f"{case.name} body: {tally.bodies[-1]:.3f}")


def _plain(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _token_f1(wanted: str, found: str) -> float:
    a, b = _tokens(wanted), _tokens(found)
    return _f1((a & b).total(), b.total(), a.total())


def _tokens(text: str) -> Counter[str]:
    """Words; of scripts without spaces, characters."""
    return Counter(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+", text.casefold()))


def _f1(right: int, found: int, wanted: int) -> float:
    return round(2 * right / (found + wanted), 4) if found + wanted else 1.0


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures of both programs; with --misses, also where ours falls short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=None)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args(argv)
    pages = list(cases(given.folder or shared_folder() / "bench" / "pages"))
    tallies = {"plain trafilatura": measure(plain, pages), "ours": measure(ours, pages)}
    figures = {name: tally.figures() for name, tally in tallies.items()}
    if given.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, row in figures.items():
            print(f"{name:18}", "  ".join(f"{k} {v}" for k, v in row.items()))
    if given.misses:
        print("\n".join(tallies["ours"].misses))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
