"""Signals by which a publisher reserves text and data mining: in headers, in a page, in files of its site. Pure.

Each has a short name: "tdm-reservation" (W3C TDMRep: header, meta or tdmrep.json), "noai" (robots meta or
X-Robots-Tag), "ai-input=no" and "ai-train=no" (Content-Signal, Content-Usage), "ai-robots" (a robots.txt that
bars crawlers of model makers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dateline.ingest.robots import Robots

HEAD = 200_000  # characters of a page in which its meta elements stand
META = re.compile(r"<meta\s[^<>]{0,1000}>", re.IGNORECASE)
NAME = re.compile(r"\bname\s{0,4}=\s{0,4}[\"']?\s{0,4}(tdm-reservation|robots)\b", re.IGNORECASE)
CONTENT = re.compile(r"\bcontent\s{0,4}=\s{0,4}[\"']?([^\"'<>]{0,200})", re.IGNORECASE)
REFUSING = {
    "ai-input=no": "ai-input=no",
    "ai-train=no": "ai-train=no",
    "train-ai=n": "ai-train=no",
    "ai=n": "ai-input=no",
}


def signals(
    headers: Mapping[str, str], markup: str = "", robots: Robots | None = None, reserved: bool = False
) -> tuple[str, ...]:
    """The names of all signals found, sorted; names of headers in small letters, `reserved` as tdmrep.json says."""
    by_site = (*(_of_robots(robots) if robots else ()), *(("tdm-reservation",) if reserved else ()))
    return tuple(sorted({*_of_headers(headers), *_of_page(markup), *by_site}))


def obeyed(found: tuple[str, ...], setting: str) -> tuple[str, ...]:
    """Those of the signals that a setting (names with spaces between) says to obey."""
    return tuple(s for s in found if s in setting.split())


def _of_headers(headers: Mapping[str, str]) -> Iterator[str]:
    if headers.get("tdm-reservation", "").strip() == "1":
        yield "tdm-reservation"
    if "noai" in _words(headers.get("x-robots-tag", "")):
        yield "noai"
    for name in ("content-signal", "content-usage"):
        yield from (REFUSING[w] for w in _words(headers.get(name, "")) if w in REFUSING)


def _of_page(markup: str) -> Iterator[str]:
    for meta in META.finditer(markup, 0, HEAD):
        name, content = NAME.search(meta[0]), CONTENT.search(meta[0])
        if name and content and name[1].lower() == "robots" and "noai" in _words(content[1]):
            yield "noai"
        elif name and content and name[1].lower() == "tdm-reservation" and content[1].strip() == "1":
            yield "tdm-reservation"


def _of_robots(robots: Robots) -> Iterator[str]:
    if robots.miners_barred:
        yield "ai-robots"
    yield from (REFUSING[s] for s in robots.signals if s in REFUSING)


def _words(value: str) -> list[str]:
    return [w.strip().lower().replace(" ", "") for w in re.split(r"[,;:]", value)]
