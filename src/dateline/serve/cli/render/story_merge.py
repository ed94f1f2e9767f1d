"""A word on stories as kept, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.run.stories import StoryEdited
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped, short

TOLD = {"merge": "are one story", "split": "are two stories", "pin": "is pinned", "mute": "is muted"}


def terminal(result: StoryEdited, page: Page) -> None:
    """What was said, and the stories as they are now."""
    page.say(told(result))
    for story in result.stories:
        page.say(f"{story.id} · {len(story.articles)} article{'s' * (len(story.articles) != 1)}", indent=2)
    page.say(f"{short(result.edit.id)} by {result.edit.by}", style=DIM)


def told(result: StoryEdited) -> str:
    """The word in a sentence."""
    what = ", ".join((*result.edit.articles[:3], *result.edit.others[:1])) or result.edit.story
    subject = what if result.edit.edit.value in {"merge", "split"} else result.edit.story
    return f"{'Taken back: ' * result.edit.undone}{subject} {TOLD[result.edit.edit.value]}"


def markdown(result: StoryEdited) -> str:
    """The same in a list."""
    rows = "\n".join(f"- `{s.id}`, {len(s.articles)} articles" for s in result.stories)
    return f"{escaped(told(result))} (`{result.edit.id}`)\n\n{rows}\n"
