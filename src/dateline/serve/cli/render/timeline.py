"""A timeline on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import COLUMN, escaped, published, short
from dateline.views.timeline import Cited, Entry, Timeline
from dateline.views.wording import a_day


def terminal(result: Timeline, page: Page) -> None:
    """A heading, and each day with why it stands there and its sentences."""
    from rich.text import Text

    page.say(Text.assemble((result.query, "bold"), (f" · {_size(result)}", DIM)))
    for entry in result.entries:
        page.say()
        _tell(entry, page)


def _tell(entry: Entry, page: Page) -> None:
    indent = " " * (COLUMN + 2)
    page.row(f"{a_day(entry.day):>{COLUMN}}  ", why(entry), style=DIM)
    for cited in entry.sentences:
        page.row(indent, f"“{_flat(cited)}”")
        page.row(indent, f"  {_origin(cited)} · {short(cited.article)} · {cited.reasons[0].words}", style=DIM)


def markdown(result: Timeline) -> str:
    """A heading and a list of days."""
    told = "\n".join(_listed(entry) for entry in result.entries)
    return f"# {escaped(result.query)}\n\n{_size(result)}\n\n{told}\n"


def _listed(entry: Entry) -> str:
    rows = [f"  - “{escaped(c.sentence)}” {_linked(c)} `{c.article}`" for c in entry.sentences]
    return "\n".join([f"- **{a_day(entry.day)}** ({escaped(why(entry))})", *rows])


def why(entry: Entry) -> str:
    """Why a day stands on the timeline, in words."""
    return "; ".join(r.words for r in entry.reasons)


def _linked(cited: Cited) -> str:
    name = escaped(_origin(cited))
    return f"[{name}](<{cited.url}>)" if cited.url.startswith(("http://", "https://")) else name


def _origin(cited: Cited) -> str:
    return f"{cited.outlet}, {published(cited.published_at)}"


def _flat(cited: Cited) -> str:
    return " ".join(cited.sentence.split())


def _size(result: Timeline) -> str:
    days = f"{len(result.entries)} day{'s' * (len(result.entries) != 1)}"
    articles = f"{result.articles} article{'s' * (result.articles != 1)}"
    return f"{days} from {articles}, {result.voices} of them independent"
