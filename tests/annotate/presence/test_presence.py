"""On the ground: what makes a report one, what does not, and what the sample says."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.annotate.actors.annotator import actors
from dateline.annotate.base import PRESENCE, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.places.annotator import places
from dateline.annotate.presence import presence
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Revision
from dateline.model.mark import PresenceMark
from dateline.model.outlet import Outlet

SUMMITS = {"2015-07-10-eu-summit-called-for-sunday", "2015-07-13-euro-summit-deal", "2023-07-12-vilnius-no-date"}
THERE = "Nairobi woke to rain. The market in Kibera was shut, and Kenya's shilling fell."
QUOTED = '"We have sold nothing since Monday," said Achieng Otieno, 41, who sells fish.'
OTHER = '"My sister has gone," said Baraka Mwangi, a porter.'
OFFICIAL = '"The market will open," said Achieng Otieno, a spokeswoman for the county.'


def marks(text: str, byline: str = "", language: str = "en") -> tuple[PresenceMark, ...]:
    document = Document(Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", "", text, language, byline=byline))
    for annotator in (blocks(), sentences(), datelines(), actors(), places(), presence()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    return document[PRESENCE]


def names(found: tuple[PresenceMark, ...]) -> list[str]:
    return [r.name for m in found for r in m.reasons]


def test_a_correspondent_in_the_place_who_quotes_a_bystander_was_there() -> None:
    (mark,) = marks(f"{THERE}\n\n{QUOTED}", "Mercy Wanjiku in Nairobi")
    assert (mark.country, mark.place, mark.words.exact) == ("KE", "Nairobi", "Achieng Otieno")
    assert names((mark,)) == ["filed", "correspondent", "bystander"]
    assert all(r.words for r in mark.reasons)


def test_a_dateline_alone_needs_two_bystanders_and_a_name() -> None:
    opening = "NAIROBI, Kenya (Reuters) - "
    assert marks(f"{opening}{THERE}\n\n{QUOTED}", "Mercy Wanjiku") == ()
    assert names(marks(f"{opening}{THERE}\n\n{QUOTED}\n\n{OTHER}", "Mercy Wanjiku")).count("bystander") == 2
    assert marks(f"{opening}{THERE}\n\n{QUOTED}\n\n{OTHER}", "World desk") == ()


@pytest.mark.parametrize(
    "seen",
    [
        "A Reuters reporter saw three lorries at the gate.",
        "Three lorries burned, a sight witnessed by a Herald photographer in the city.",
        "When we reached the gate, the lorries had gone.",
    ],
)
def test_the_reporters_own_eyes_are_enough_with_a_dateline(seen: str) -> None:
    assert "first-hand" in names(marks(f"NAIROBI, Kenya (Reuters) - {THERE} {seen}"))


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        (f"{THERE}\n\n{QUOTED}", ""),  # filed from nowhere
        (f"{THERE}\n\n{QUOTED}", "Mercy Wanjiku in London"),  # filed from elsewhere
        (f"{THERE}\n\n{OFFICIAL}", "Mercy Wanjiku in Nairobi"),  # an official may be telephoned
        (f"{THERE}\n\n{QUOTED}", "Agencies in Nairobi"),  # nobody stands for it
        (f'{THERE}\n\n"I saw the lorries burn," said the minister.', "Mercy Wanjiku in Nairobi"),
        (f'{THERE} "We saw the lorries," the minister said.', "Mercy Wanjiku in Nairobi"),
        ("", "Mercy Wanjiku in Nairobi"),
    ],
)
def test_what_could_be_written_at_a_desk_is_not_on_the_ground(text: str, byline: str) -> None:
    assert marks(text, byline) == ()


def test_other_languages_get_no_marks() -> None:
    assert marks(f"{THERE}\n\n{QUOTED}", "Mercy Wanjiku in Nairobi", "sw") == ()


def test_on_the_sample_only_reports_from_the_ground_are_marked(root: Path) -> None:
    right, wrong, missed = [], [], []
    for name, byline, text in _sample(root):
        scene = any(f" {p} " in byline for p in ("in", "on", "at")) and name not in SUMMITS
        (right if scene else wrong).append(name) if marks(text, byline) else missed.extend([name] * scene)
    assert wrong == []
    assert len(right) >= 19
    assert len(missed) <= 3


@pytest.mark.parametrize("piece", ['" , said A B, ', "A, " * 20, "said a " * 20, '"', "Aa Bb, 41, who "])
def test_hostile_texts_are_read_to_their_end(piece: str, ends: None) -> None:
    text = f"NAIROBI, Kenya (Reuters) - {THERE} " + piece * (160_000 // len(piece))
    assert all(text[m.words.start : m.words.end] == m.words.exact for m in marks(text, "Mercy Wanjiku in Nairobi"))


def _sample(root: Path) -> list[tuple[str, str, str]]:
    found = []
    for file in sorted((root / "sample" / "articles").glob("*.md")):
        _, head, text = file.read_text("utf-8").split("---\n", 2)
        fields = dict(line.split(": ", 1) for line in head.strip().splitlines() if ": " in line)
        if fields.get("language", "en") == "en":
            found.append((file.stem, fields.get("byline", ""), text.strip()))
    return found
