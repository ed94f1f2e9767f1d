"""One story on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.compare import name, tell_brief
from dateline.serve.cli.render.things.storyline import after, sized, tell_story
from dateline.serve.cli.render.timed import escaped, short
from dateline.views.story import Member, StoryShown


def terminal(result: StoryShown, page: Page) -> None:
    """The story, why its headline speaks for it, and its articles with why they stand there."""
    tell_story(result.brief, page)
    page.say("; ".join(r.words for r in result.brief.voice.why), indent=2, style=DIM)
    for line in context(result):
        page.say(line, indent=2, style=DIM)
    for member in result.members:
        page.say()
        tell_brief(member.article, page)
        page.say(joined(member, result.threshold), indent=2, style=DIM)


def context(result: StoryShown) -> list[str]:
    """What the story follows, and the dossiers that it belongs to."""
    follows = result.brief.follows
    lines = [after(follows) + "; " + "; ".join(r.words for r in follows.why)] if follows else []
    return [*lines, *([f"in the dossiers {', '.join(result.matters)}"] if result.matters else [])]


def joined(member: Member, threshold: float) -> str:
    """Why an article stands in the story."""
    if member.copy_of:
        return f"a copy of {short(member.copy_of)}"
    if not member.nearest:
        return "the story begins with it"
    why = "; ".join(f"{r.words} ({r.score:+.2f})" for r in member.why)
    return f"nearest to {short(member.nearest)}: {member.nearness:.2f}, {threshold:.2f} on average make a story; {why}"


def markdown(result: StoryShown) -> str:
    """A heading and the articles."""
    told = result.brief
    head = f"# {escaped(told.voice.article.headline)}\n\n{escaped(told.voice.lead)}\n\n{escaped(sized(told))}"
    head += "".join(f"\n\n{escaped(line)}" for line in context(result))
    rows = [
        f"- {escaped(m.article.headline)} ({escaped(name(m.article))}) `{m.article.article}`\n"
        f"  - {escaped(joined(m, result.threshold))}"
        for m in result.members
    ]
    return f"{head}\n\n" + "\n".join(rows or ["Nothing new."]) + "\n"
