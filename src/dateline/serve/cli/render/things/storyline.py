"""A story in a few rows, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped, published, short
from dateline.views.following import Follows
from dateline.views.storyline import StoryBrief


def tell_story(told: StoryBrief, page: Page, *, indent: int = 0) -> None:
    """Headline; lead; who tells it, how many voices, when."""
    page.say(told.voice.article.headline or "(no headline)", indent=indent, style="bold")
    page.say(told.voice.lead, indent=indent + 2)
    page.say(sized(told), indent=indent + 2, style=DIM)


def sized(told: StoryBrief) -> str:
    """Outlet and day of the headline, voices, places, id."""
    article = told.voice.article
    voices = f"{told.voices} independent voice{'s' * (told.voices != 1)}"
    parts = [
        f"{article.outlet}, {published(article.published_at)}",
        f"{voices} of {told.outlets} outlet{'s' * (told.outlets != 1)}",
        ", ".join(told.countries),
        told.course.value,
        "pinned" * told.pinned,
        "muted" * told.muted,
        short(told.story),
    ]
    return " · ".join(p for p in parts if p)


def after(told: Follows) -> str:
    """The earlier story that one follows."""
    return f"follows {told.headline or 'a story'} ({published(told.last_day)}, {short(told.story)})"


def markdown_story(told: StoryBrief) -> str:
    """A list item with the lead below."""
    headline = escaped(told.voice.article.headline or "(no headline)")
    return f"- **{headline}** ({escaped(sized(told))})\n  {escaped(told.voice.lead)}"
