"""Places in the manners of world news: names that are other words, what the words around tell, other names."""

from __future__ import annotations

import time

import pytest

from dateline.annotate.actors.annotator import actors
from dateline.annotate.base import Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.gazetteer import ordinary_names, packed_places
from dateline.annotate.places.annotator import places
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Revision
from dateline.model.mark import PlaceMark
from dateline.model.outlet import Outlet


def marks(text: str) -> list[PlaceMark]:
    document = Document(Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", "", text, "en"))
    for annotator in (blocks(), sentences(), datelines(), actors()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    return list(places().annotate([document])[0])


def told(text: str) -> list[tuple[str, str, str]]:
    return [(m.words.exact, m.country, m.kind) for m in marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferries sail to the Netherlands.", ("Netherlands", "NL", "country")),
        ("Mines closed in the Democratic Republic of Congo.", ("Democratic Republic of Congo", "CD", "country")),
        ("Farmers in Cape Verde and Côte d'Ivoire agreed.", ("Côte d'Ivoire", "CI", "country")),
        ("The People's Republic of China was founded then.", ("People's Republic of China", "CN", "country")),
        ("Floods hit Anhui province.", ("Anhui province", "CN", "state")),
        ("The typhoon struck Nueva Ecija.", ("Nueva Ecija", "PH", "county")),
        ("Talks on the Korean peninsula go on.", ("Korean peninsula", "", "region")),
        ("He bought a house on Martha's Vineyard.", ("Martha's Vineyard", "US", "island")),
        ("Traffic stood still in L.A. on Monday.", ("L.A.", "US", "city")),
    ],
)
def test_other_names_of_lands_and_divisions(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ship reached the island of Ithaca.", ("Ithaca", "GR", "island")),
        ("The town of Harar celebrated.", ("Harar", "ET", "city")),
        ("Fighting went on in Iranian Kurdistan.", ("Kurdistan", "IR", "state")),
        ("Clinics in Namibia's Kunene region ran short.", ("Kunene region", "NA", "state")),
        ("A shell fell in northern Punjab state.", ("Punjab state", "IN", "state")),
        ("A shell fell in Punjab province.", ("Punjab province", "PK", "region")),
        ("Pupils from Chibok in northern Nigeria came home.", ("Chibok", "NG", "city")),
        ("Traders fled the northern Nigerian town of Chibok.", ("Chibok", "NG", "city")),
        ("Rain fell in Ohio, Oregon, New York and Washington.", ("New York", "US", "state")),
        ("Rain fell in Ohio, Oregon, New York and Washington.", ("Washington", "US", "state")),
        ("Storms crossed northwestern Kansas.", ("Kansas", "US", "state")),
        ("Trucks wait at the Texas-Mexico border.", ("Texas", "US", "state")),
        ("Senator Ann Able, R-Wis., spoke first.", ("Wis.", "US", "state")),
        ("Rain fell in Charleston, W.Va., at noon.", ("W.Va.", "US", "state")),
        ("Crews left the Baikonur cosmodrome.", ("Baikonur", "KZ", "city")),
        ("Factories closed in North Texas.", ("Texas", "US", "state")),
        ("Fires rage in the Amazon.", ("Amazon", "BR", "region")),
    ],
)
def test_words_around_tell_which_place(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The probe left Earth for Jupiter.",
        "A spokesman for the White House declined to comment.",
        "International aid is on its way.",
        "The Centre for Disease Control wrote of it.",
        "The Panama Papers were leaked.",
        "The loan is worth US$5 million.",
        "She read it in English in Nov 2014.",
        "CAR SALES fell again.",
        "Amazon hired more drivers.",
        "Officers of the SWAT team came.",
    ],
)
def test_names_that_are_other_words_are_no_places(text: str) -> None:
    assert told(text) == []


def test_what_is_an_ordinary_word_is_a_place_where_the_text_has_shown_it() -> None:
    words = [m.words.exact for m in marks("They met in Reading. The mayor of Reading spoke. Reading is fun.")]
    assert words == ["Reading", "Reading"]
    assert told("The mayor spoke. He likes Reading.") == []
    assert "reading" in ordinary_names()


def test_headings_name_places_too() -> None:
    text = "Truck hits crowd in Nice, France\n\nThe driver fled on foot. Police looked for him all night.\n"
    assert [m.words.exact for m in marks(text)] == ["Nice", "France"]


def test_one_mention_of_a_land_does_not_outweigh_a_city_that_all_know() -> None:
    assert told("Scholars of the University of Liverpool met. One spoke of Canada.")[0][1] == "GB"


def test_names_of_states_are_no_short_names_of_cities() -> None:
    kinds = {t.kind for t in packed_places().named("Kansas") if t.population > 100_000}
    assert kinds == {"state"}


def test_unlisted_places_lie_in_what_the_words_or_the_text_tell() -> None:
    (village, _) = marks("A fire broke out in the village of Zhongmengchang in Hebei.")
    assert (village.words.exact, village.name, village.place) == (*["Zhongmengchang"] * 2, "dateline:cn-zhongmengchang")
    assert (village.country, village.kind, round(village.latitude)) == ("CN", "city", 38)
    river = marks("Boats sank on the Ebberline River. Ghana and Ghana's neighbours sent aid to Accra.")[0]
    assert (river.words.exact, river.country, river.kind) == ("Ebberline River", "GH", "river")


@pytest.mark.parametrize(
    "text",
    [
        "Boats sank on the Ebberline River.",  # in no land that the text names
        "The Ebberline River Club in Ghana closed.",
        "Ghana's Every County rule ended.",
        "A man of the name of Zhongmengchang came to Ghana.",
    ],
)
def test_unlisted_names_without_a_sign_are_left_alone(text: str) -> None:
    assert [m.words.exact for m in marks(text)] in ([], ["Ghana"])


def test_long_rows_of_names_are_read_in_linear_time() -> None:
    def seconds(times: int) -> float:
        text = "of the northern Iraqi city " * times + "Paris, Texas and Oregon-Ohio, " * times
        text += "Every Capital Letter River " * times
        started = time.process_time()
        marks(text)
        return time.process_time() - started

    seconds(10)
    assert seconds(4_000) < 12 * max(seconds(1_000), 0.02)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She saw it in York, Maine.", ("York", "US", "city", 44)),
        ("The moon rose in Pieta, Malta, over Chicago's twin.", ("Malta", "MT", "country", 36)),
        ("He drove from Boston, New York and Paris.", ("Boston", "US", "city", 42)),
        ("Waves broke off Cape Erimo on Hokkaido, North Korea said.", ("Cape Erimo", "JP", "cape", 43)),
    ],
)
def test_what_stands_behind_a_name_places_it(text: str, expected: tuple[str, str, str, int]) -> None:
    assert expected in [(m.words.exact, m.country, m.kind, round(m.latitude)) for m in marks(text)]


@pytest.mark.parametrize(
    "text",
    [
        "They stayed at the Mandalay Bay Resort.",
        "BlackRock bought the firm.",
        "The Chang’e-5 spacecraft came back.",
        "I trust in God.",
        "The photograph is by Jordan Strauss.",
        "It cost 82 US dollars, Cincinnati.com wrote.",
        "Eastern states saw nothing of it.",
        "Marianne Lake of Ghana spoke. Ghana agreed with Ghana.",
    ],
)
def test_names_of_persons_firms_and_things_are_no_places(text: str) -> None:
    assert {m.words.exact for m in marks(text)} <= {"Ghana"}


def test_a_report_is_filed_near_the_places_that_it_names() -> None:
    text = 'They stood in line on Saturday. "It was my father\'s," said Jane Roe, who lives in Oxford.'
    assert [m.country for m in marks(f"CHRISTCHURCH, New Zealand — {text}")] == ["NZ"]
    assert [m.country for m in marks(text)] == ["GB"]
