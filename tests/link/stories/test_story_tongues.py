"""Languages of articles, and what two articles in two languages share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from evals.stories.bench import Measured, read

from dateline.link.stories.affinity import STANDARD, affinity, foreign, reasons
from dateline.link.stories.profile import Compared, keys, profile
from dateline.link.stories.shared_terms import meaning, shared_terms, sound
from dateline.link.stories.tongues import fold, function_words, pieces, tongue
from dateline.link.words import WORD

DAY = date(2026, 5, 18)
NO_EN = "Voters in Ecuador rejected a third term on Sunday; 61.4 percent said No, Andrés Villacís told them in Quito."
NO_ES = "Los votantes del Ecuador rechazaron un tercer mandato; el 61,4 % dijo No, según Andrés Villacís en Quito."
RAIN_ES = (
    "Al menos nueve personas murieron en las inundaciones que causaron las lluvias de la semana en la región de Murcia."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers said that they would meet again on Friday.", "en"),
        ("Los ministros dijeron que se reunirán de nuevo el viernes.", "es"),
        ("Les ministres ont dit qu'ils se réuniront de nouveau vendredi.", "fr"),
        ("Die Minister sagten, dass sie sich am Freitag wieder treffen werden.", "de"),
        ("Министры сказали, что они снова встретятся в пятницу.", "ru"),
        ("Malaita Star, Gizo", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_text(text: str, expected: str) -> None:
    assert tongue([fold(w) for w in WORD.findall(text)]) == expected


def test_function_words_of_english_are_weighed_by_a_list_of_their_own() -> None:
    assert function_words("en") == function_words("") == frozenset()
    assert {"que", "los", "el"} <= function_words("es")


def test_scripts_without_spaces_are_read_by_two_letters() -> None:
    assert list(pieces("外长会议")) == ["外长", "长会", "会议"]
    assert list(pieces("ferry")) == ["ferry"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Petkanov", "Petkanow"),
        ("Zelensky", "Зеленський"),
        ("Nairobi", "Nairóbi"),
        ("Dakar", "Dacar"),
        ("Mitsotakis", "Μητσοτάκης"),
        ("Piñera", "Pinera"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other) != ""


def test_words_of_other_languages_mean_english_ones() -> None:
    assert meaning("terremotos") == meaning("erdbeben") == meaning("землетрясения") == "earthquak"
    assert meaning("rey") == "king"
    assert meaning("reyerta") == ""  # short beginnings are whole words


def test_figures_days_and_lands_are_written_in_one_way() -> None:
    told = {
        t.stem
        for t in shared_terms("", "La votación del 2 de marzo costó 1.100 millones y el 6,9 % en Alemania.", "es")
    }
    same = {
        t.stem for t in shared_terms("", "The vote of 2 March cost 1,100 million and 6.9 percent in Germany.", "en")
    }
    assert {"=3-2", "#1100", "#6.9", "^DE"} <= told & same


def test_two_articles_in_one_foreign_language_are_not_alike_by_its_function_words() -> None:
    one, other = (Compared(profile(n, t.split(";")[0], t, DAY)) for n, t in (("a", NO_ES), ("b", RAIN_ES)))
    assert not foreign(one, other)
    assert affinity(one, other) < STANDARD.same / 2


def test_versions_in_two_languages_are_one_story_and_say_why() -> None:
    one, other = (Compared(profile(n, t.split(";")[0], t, DAY)) for n, t in (("a", NO_EN), ("b", NO_ES)))
    assert foreign(one, other)
    assert affinity(one, other) > STANDARD.same
    told = {r.name: r.words for r in reasons(one, other)}
    assert "61.4" in told["figures"]
    assert "Villacís" in told["names"]
    assert "Ecuador" in told["countries"]
    assert set(keys(one.profile)) & set(keys(other.profile))


def test_an_article_whose_happenings_are_not_read_brings_news_of_its_day() -> None:
    assert profile("a", "", NO_ES, DAY).occurred == (DAY,)
    assert profile("a", "", NO_EN, DAY).occurred == ()


def test_days_put_off_and_days_to_come_are_read_in_other_languages() -> None:
    day = date(2031, 8, 25)
    told = (
        "Das Treffen in Ardesh am 12. September wird auf den 10. Oktober verschoben, sagte der Rat. Am 3. Mai war es "
        "noch nicht geplant, und die Stadt hat es nicht gewollt."
    )
    found = profile("a", "Treffen in Ardesh wird verschoben", told, day)
    assert found.tongue == "de"
    assert found.occurred == (day, date(2031, 9, 12), date(2031, 10, 10))
    assert {date(2031, 9, 12), date(2031, 10, 10)} <= set(found.moved)
    assert date(2031, 5, 3) not in found.moved


def test_sets_of_our_own(root: Path) -> None:
    """Two happenings of one kind stay apart, undated; versions in six languages come together."""
    assert Measured(read(root / "evals" / "stories" / "alike.jsonl")).f1 >= 0.95
    assert Measured(read(root / "evals" / "stories" / "tongues.jsonl")).f1 >= 0.95


def test_articles_tell_names_apart() -> None:
    one, other = (profile(n, f"Storm over {n} Ardesh", "", DAY) for n in ("Las", "Los"))
    assert {"las"} == {t.stem for t in one.terms} - {t.stem for t in other.terms}
