"""What claims tell that parties do to one another: type, actor and recipient over the real chain."""

from __future__ import annotations

from functools import cache

import pytest

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.chain import Chain
from dateline.annotate.coding.lexicon import lexicon
from dateline.annotate.parses import MODEL
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Revision
from dateline.model.coding import Coding, EventType, Quad, quad
from dateline.model.outlet import Outlet

ACTS = [
    ("Peru promised aid to Bolivia on 2 May 2010.", "agree", "peru", "bolivia"),
    ("Peru will send food to Bolivia in May, the ministry said.", "agree", "peru", "bolivia"),
    ("The foreign ministers of Peru and Bolivia met in Lima on 2 May 2010.", "consult", "peru", "bolivia"),
    ("Peru held talks with Bolivia on 2 May 2010.", "consult", "peru", "bolivia"),
    ("Peru praised Bolivia on 2 May 2010 for its patience.", "support", "peru", "bolivia"),
    ("Peru shared its findings with Bolivia on 2 May 2010.", "cooperate", "peru", "bolivia"),
    ("Peru sent 40 tons of rice to Bolivia on 2 May 2010.", "aid", "peru", "bolivia"),
    ("Peru lifted its curfew on Bolivian traders on 2 May 2010.", "concede", "peru", "bolivia"),
    ("Peru withdrew its troops from Bolivia on 2 May 2010.", "retreat", "peru", "bolivia"),
    ("Peru released 12 Bolivian prisoners on 2 May 2010.", "retreat", "peru", "bolivia"),
    ("Peru urged Bolivia on 2 May 2010 to open its archives.", "request", "peru", "bolivia"),
    ("Peru said on Tuesday that Bolivia must return the ship.", "request", "peru", "bolivia"),
    ("Peru accused Bolivia on 2 May 2010 of spying.", "accuse", "peru", "bolivia"),
    ("Peru launched an investigation into Bolivia's bank on 2 May 2010.", "accuse", "peru", "bolivia"),
    ("Peru refused on 2 May 2010 to meet Bolivia's envoy.", "reject", "peru", "bolivia"),
    ("Peru did not support Bolivia on 2 May 2010.", "reject", "peru", "bolivia"),
    ("Peru threatened on 2 May 2010 to cut off gas to Bolivia.", "threaten", "peru", "bolivia"),
    ("Peru said on Tuesday it would attack Bolivia.", "threaten", "peru", "bolivia"),
    ("Farmers in Peru blocked a road on 2 May 2010 to demand help from Bolivia.", "protest", "peru", "bolivia"),
    ("Peru expelled two Bolivian diplomats on 2 May 2010.", "sanction", "peru", "bolivia"),
    ("Peru announced on Tuesday a suspension of flights to Bolivia.", "sanction", "peru", "bolivia"),
    ("Peru deployed troops along its border with Bolivia on 2 May 2010.", "mobilize", "peru", "bolivia"),
    ("Peru deported 30 Bolivians on 2 May 2010.", "coerce", "peru", "bolivia"),
    ("Peru bombed Bolivia on 2 May 2010.", "assault", "peru", "bolivia"),
    ("Bolivia was bombed by Peru on 2 May 2010.", "assault", "peru", "bolivia"),
    ("Clashes erupted between Peru and Bolivia on 2 May 2010.", "assault", "peru", "bolivia"),
    ("Peru's president is due to visit Bolivia on 2 May 2030.", "agree", "peru", "bolivia"),
    ("Peru claimed responsibility on 2 May 2010 for the raid on Bolivia.", "assault", "peru", "bolivia"),
    ("Peru filed a complaint against Bolivia on 2 May 2010.", "accuse", "peru", "bolivia"),
    ("Peru voted against Bolivia's plan on 2 May 2010.", "reject", "peru", "bolivia"),
    # one or two of each class of verbs and nouns
    ("Peru chatted with Bolivia on 2 May 2010.", "consult", "peru", "bolivia"),
    ("Peru felicitated Bolivia on 2 May 2010.", "support", "peru", "bolivia"),
    ("Peru offered its sympathy to Bolivia on 2 May 2010.", "support", "peru", "bolivia"),
    ("Peru teamed up with Bolivia on 2 May 2010.", "cooperate", "peru", "bolivia"),
    ("Peru wrote off Bolivia's debt on 2 May 2010.", "aid", "peru", "bolivia"),
    ("Peru pleaded with Bolivia on 2 May 2010.", "request", "peru", "bolivia"),
    ("Peru lashed out at Bolivia on 2 May 2010.", "accuse", "peru", "bolivia"),
    ("Peru spied on Bolivia until 2 May 2010.", "accuse", "peru", "bolivia"),
    ("Peru broke its promise to Bolivia on 2 May 2010.", "reject", "peru", "bolivia"),
    ("Peru gave Bolivia an ultimatum on 2 May 2010.", "threaten", "peru", "bolivia"),
    ("Workers in Peru burned the flag of Bolivia on 2 May 2010.", "protest", "peru", "bolivia"),
    ("Peru punished Bolivia on 2 May 2010.", "sanction", "peru", "bolivia"),
    ("Peru terrorised Bolivia on 2 May 2010.", "coerce", "peru", "bolivia"),
    ("Peru carried out a drone strike on Bolivia on 2 May 2010.", "assault", "peru", "bolivia"),
    ("Peruvian soldiers fired on Bolivian fishermen on 2 May 2010.", "assault", "peru", "bolivia"),
]
NONE = [
    "An earthquake killed 40 people in Peru on 2 May 2010.",
    "Shares in Lima fell by 3 percent on 2 May 2010.",
    "Peru did not attack Bolivia on 2 May 2010.",
    "The film received three prizes in Lima on 2 May 2010.",
    "Prices in Peru fell back on 2 May 2010.",
    "Peru's coach slashed his squad on 2 May 2010.",
]


@cache
def _chain() -> Chain:
    return standard_chain(MODEL)


def _coding(text: str) -> Coding | None:
    document = Document(Outlet("o", "O"), Article("article-1", "o", ""), Revision("r", "article-1", "", text, "en"))
    (done,) = _chain().run([document])
    return next((c.coding for c in done[CLAIMS] if c.coding), None)


@pytest.mark.parametrize(("text", "kind", "actor", "recipient"), ACTS, ids=[a[0] for a in ACTS])
def test_an_act_has_its_type_and_parties(text: str, kind: str, actor: str, recipient: str) -> None:
    coding = _coding(text)
    assert coding is not None
    assert coding.type == kind
    assert coding.actor is not None and coding.recipient is not None
    assert coding.actor.country == {"peru": "PE"}[actor]
    assert coding.recipient.country == {"bolivia": "BO"}[recipient]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_act_between_parties_has_no_coding(text: str) -> None:
    assert _coding(text) is None


def test_who_is_warned_is_not_whom_the_warner_sends() -> None:
    coding = _coding("Peru warned on 2 May 2010 that Peruvian police will no longer tolerate Bolivian traders.")
    assert coding is not None and coding.recipient is not None
    assert (coding.type, coding.recipient.country) == (EventType.THREATEN, "BO")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thousands rallied in Lima on 2 May 2010 against the government of Bolivia.", "Bolivia"),
        ("Workers blocked streets in Lima on 2 May 2010 in defiance of the Bolivian authorities.", "Bolivian"),
        ("Police in Lima fired tear gas at protesters near the Bolivian embassy on 2 May 2010.", "protesters"),
        ("Peru's president offered his condolences to Maribel Quispe on 2 May 2010.", "Quispe"),
    ],
)
def test_the_recipient_is_the_one_whom_the_act_points_at(text: str, words: str) -> None:
    coding = _coding(text)
    assert coding is not None and coding.recipient is not None
    assert words in coding.recipient.words


def test_no_day_is_a_recipient() -> None:
    coding = _coding("Peru's president attended a ceremony in May.")
    assert coding is None or coding.recipient is None


def test_a_bomb_is_nobody() -> None:
    coding = _coding("A bomb killed nine civilians in Lima on 2 May 2010.")
    assert coding is not None
    assert (coding.type, coding.actor) == (EventType.ASSAULT, None)
    assert coding.recipient is not None and coding.recipient.words == "nine civilians in Lima"


def test_a_mode_is_told_where_the_words_tell_it() -> None:
    arrest = _coding("Police in Lima arrested three journalists on 2 May 2010.")
    assert arrest is not None
    assert (arrest.type, arrest.mode) == (EventType.COERCE, "detain")


def test_a_pronoun_behind_speech_is_the_speaker() -> None:
    coding = _coding("Peru said on 2 May 2010 that it had expelled the Bolivian ambassador.")
    assert coding is not None and coding.actor is not None
    assert coding.actor.actor == "peru"


def test_the_quads_share_the_types_out() -> None:
    counted = [quad(kind) for kind in EventType]
    assert [counted.count(q) for q in Quad] == [4, 3, 4, 5]


def test_every_type_has_words() -> None:
    words = lexicon("en")
    told = {k.type for k in (*words.verbs.values(), *words.nouns.values())}
    assert told == set(EventType)


@pytest.mark.parametrize(
    "text",
    [
        "France said that " * 110 + "Peru attacked Chad on 2 May 2010.",
        "The king " + "of the son " * 170 + "of Peru accused France on 2 May 2010.",
        "Peru " + "agreed to promise to threaten to begin to try to " * 38 + "attack Chad on 2 May 2010.",
        "Peru accused " + "Chad, France, " * 130 + "Niger on 2 May 2010.",
    ],
    ids=["speech", "genitives", "intents", "lists"],
)
@pytest.mark.usefixtures("ends")
def test_hostile_sentences_are_read_to_their_end(text: str) -> None:
    _coding(text)
