from __future__ import annotations

import io
from dataclasses import replace

from rich.text import Text

from dateline.model.claim import Status
from dateline.serve.cli.page import GLYPHS, page
from dateline.serve.cli.render.timed import escaped, short


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class Ascii(io.StringIO):
    encoding = "ascii"


def test_further_lines_hang_below_the_first() -> None:
    out = Terminal()
    page(out, width=40, color=False).row("  7 Feb  ", "one two three four five six seven eight nine")
    lines = out.getvalue().splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("  7 Feb  one")
    assert lines[1].startswith("         ")
    assert max(map(len, lines)) <= 40


def test_piped_nothing_is_wrapped_or_padded() -> None:
    out = io.StringIO()
    page(out).row("- ", "word " * 100)
    assert out.getvalue() == "- " + ("word " * 100).rstrip() + "\n"


def test_wide_letters_are_measured_as_they_show() -> None:
    out = Terminal()
    page(out, width=40, color=False).say("議" * 30)
    assert [len(line) for line in out.getvalue().splitlines()] == [20, 10]


def test_every_status_has_a_shape_and_a_letter_of_its_own() -> None:
    assert set(GLYPHS) == set(Status)
    assert len({shape for shape, _ in GLYPHS.values()}) == len(Status)
    assert len({letter for _, letter in GLYPHS.values()}) == len(Status)
    assert all(letter.isascii() for _, letter in GLYPHS.values())


def test_signs_have_ascii_forms() -> None:
    out = Ascii()
    page(out).say(Text("≠ “yes” – no…"))
    assert out.getvalue() == '!= "yes" - no...\n'
    assert replace(page(out), unicode=False).glyph(Status.PLANNED) == "o"


def test_markdown_takes_no_markup_from_the_news() -> None:
    assert escaped("a *b* [c](d)\n# <script>") == "a \\*b\\* \\[c\\](d) \\# \\<script\\>"


def test_short_ids_keep_their_kind() -> None:
    assert short("article-0123456789abcdef") == "article-01234567"


def test_the_news_cannot_steer_the_terminal() -> None:
    out = Terminal()
    page(out, width=80, color=False).say("a\x1b[2Jb\u202ec\x07\x9b")
    assert out.getvalue() == "a\ufffd[2Jb\ufffdc\ufffd\n"
    assert "\x1b" not in escaped("a\x1b[2J")
