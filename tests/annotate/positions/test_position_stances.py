"""What quoted words say of the speaker's position."""

from __future__ import annotations

import time

import pytest

from dateline.annotate.positions.speech import stances
from dateline.model.position import Stance

NAMES = frozenset({"norland", "norlandic"})
SAID = [
    ("its forces would not leave the strait until the siege is lifted", "said", Stance.CONDITIONS),
    ("it would sign if the toll was dropped", "said", Stance.CONDITIONS),
    ("we will reopen the border unless the shelling goes on", "said", Stance.CONDITIONS),
    ("the siege must be lifted at once", "said", Stance.DEMANDS),
    ("Sudmark has to withdraw its guns", "said", Stance.DEMANDS),
    ("the levy should never have been raised", "said", Stance.OPPOSES),
    ("he would not negotiate a delay", "said", Stance.OPPOSES),
    ("the treaty could not be reopened", "answered", Stance.OPPOSES),
    ("Norland will never accept a second toll", "said", Stance.OPPOSES),
    ("it was ready to talk", "said", Stance.OFFERS),
    ("his government would be open to a better deal", "said", Stance.OFFERS),
    ("it was not prepared to give way", "said", Stance.OPPOSES),
    ("his party would support a second ballot", "said", Stance.SUPPORTS),
    ("it firmly rejects the plan", "said", Stance.OPPOSES),
    ("it calls for a pause", "said", Stance.DEMANDS),
    ("schools would get new roofs", "promised", None),
    ("it would mend the roofs", "promised", Stance.OFFERS),
]
NO_STANCE = [
    "the army had retaken the bridge",
    "45 countries had offered help",
    "he should have known better",
    "you must see this valley",
    "everybody should be glad",
    "the vote was one that the country did not need to hold",
    "it would send troops back to the border",
    "they stood by the promise made two years ago",
    "the river would not rise before the spring",
    "they are ready for any threat",
    "the disease cannot be contained",
    "they were asked to wait",
    "the panel will determine if the water is safe",
    "it has to work out",
    "the town does not need to worry",
    "it should be simple",
    "the drills are a rehearsal, although the state must answer them",
    "its programme is justified should these drills go on",
    "it was ready to strike",
    "it sets no rules for how firms should pay",
    "states that are strong have to have money",
    "whether the law must be changed",
    "if it had rained the harvest was saved",
]


@pytest.mark.parametrize(("content", "cue", "wanted"), SAID, ids=[s[0][:40] for s in SAID])
def test_words_take_a_stance(content: str, cue: str, wanted: Stance | None) -> None:
    direct = content.startswith("we ")
    assert [found.stance for found in stances(content, cue, NAMES, direct=direct)] == ([wanted] if wanted else [])


@pytest.mark.parametrize("content", NO_STANCE)
def test_words_without_a_stance_take_none(content: str) -> None:
    assert list(stances(content, "said", NAMES)) == []


def test_each_clause_takes_its_own() -> None:
    content = "it would support the bill, but that the levy must go"
    found = list(stances(content, "said", NAMES))
    assert [(f.stance, content[f.start : f.end]) for f in found] == [
        (Stance.SUPPORTS, "it would support the bill"),
        (Stance.DEMANDS, "the levy must go"),
    ]


@pytest.mark.parametrize("hostile", ["must " * 20_000, "if " * 20_000, "x;" * 20_000, "it would not " * 9_000])
def test_hostile_words_are_read_to_their_end(hostile: str) -> None:
    begun = time.process_time()
    list(stances(hostile, "said", NAMES))
    assert time.process_time() - begun < 20


def test_others_are_not_the_speaker_in_the_speakers_own_words() -> None:
    assert list(stances("they know that they will not dare", "said", NAMES, direct=True)) == []
    assert [f.stance for f in stances("we will not wait", "said", NAMES, direct=True)] == [Stance.OPPOSES]
