"""The annotation in evals/quotes: big enough, and met by the annotator; the scorer tells right from wrong."""

from __future__ import annotations

from pathlib import Path

from evals.quotes import bench
from evals.quotes.gold import Quotation, documents, half_of, names, quotations, written
from evals.quotes.scoring import Tally, right_speaker, score
from evals.quotes.traps import mistaken, traps

from dateline.annotate.base import ACTORS, QUOTES
from dateline.model.mark import ActorMark, QuoteMark, Speech
from dateline.model.text import select

TEXT = "The mill is shut, Anna Berg said. It was old."


def test_the_annotator_meets_the_annotation(shared: Path) -> None:
    texts = documents(shared, names())
    gold = list(quotations({name: d.text for name, d in texts.items()}))
    assert len(texts) >= 60
    assert sum(not q.optional for q in gold) >= 230
    chain = bench.quote_chain()
    list(chain.run(list(texts.values())))
    tallies = bench.tally(texts, gold)
    for half, least in (("developed", 0.95), ("reported", 0.89)):
        assert tallies[half].figures()["both f1"] >= least, tallies["developed"].wrong


def test_scare_quotes_are_hardly_ever_taken_for_speech() -> None:
    held = list(traps())
    assert len(held) >= 100
    assert len(mistaken(held, bench.quote_chain())) <= 0.02 * len(held)


def test_a_right_span_with_a_wrong_speaker_counts_half() -> None:
    document = written(TEXT)
    document.put(ACTORS, [ActorMark(select(TEXT, 18, 27), "anna-berg", "Anna Berg", "person")])
    document.put(QUOTES, [QuoteMark(select(TEXT, 0, 16), Speech.INDIRECT, speaker="jan-wolf")])
    tally = Tally()
    score(document, "case", [_gold("Anna Berg")], tally)
    assert (tally.gold, tally.found, tally.spans, tally.both) == (1, 1, 1, 0)


def test_a_speaker_is_right_by_party_or_by_words() -> None:
    document = written(TEXT)
    document.put(ACTORS, [ActorMark(select(TEXT, 18, 27), "anna-berg", "Anna Berg", "person")])
    words = select(TEXT, 0, 16)
    assert right_speaker(document, _gold("Berg"), QuoteMark(words, Speech.INDIRECT, speaker="anna-berg"))
    assert right_speaker(document, _gold("Berg"), QuoteMark(words, Speech.INDIRECT, speaker_words=select(TEXT, 18, 27)))
    assert not right_speaker(document, _gold("Jan Wolf"), QuoteMark(words, Speech.INDIRECT, speaker="anna-berg"))
    assert not right_speaker(document, _gold("Anna Berg"), QuoteMark(words, Speech.INDIRECT))


def test_a_find_that_overlaps_an_optional_quotation_counts_neither_way() -> None:
    document = written(TEXT)
    document.put(ACTORS, [])
    document.put(QUOTES, [QuoteMark(select(TEXT, 0, 14), Speech.INDIRECT)])
    tally = Tally()
    score(document, "case", [_gold("Anna Berg", optional=True)], tally)
    assert (tally.gold, tally.found) == (0, 0)


def test_halves_do_not_depend_on_the_run() -> None:
    assert half_of("a") == half_of("a")
    assert {half_of(str(n)) for n in range(20)} == {"developed", "reported"}


def _gold(speaker: str, optional: bool = False) -> Quotation:
    return Quotation("case", 0, 16, "indirect", (speaker,), "said", False, optional)
