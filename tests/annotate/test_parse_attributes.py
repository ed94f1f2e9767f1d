"""The remembered attribute ruler gives what spaCy's own gives."""

import spacy
from spacy.language import Language

from dateline.annotate.attributes import REMEMBERED, remember
from dateline.annotate.parses import LEFT_OUT, MODEL

TEXTS = (
    "Ministers met in Oslo on Friday, and they didn't agree.",
    "There's no way that all of them can go; y'all ain't going.",
    "There were two votes, and she'll have lost both.",
    "  \n ",
    "",
    "“I could’ve left,” he said – but who'd believe that?",
    "Nobody knows which of these is whose.",
)


def _told(pipeline: Language) -> list[list[tuple[str, ...]]]:
    docs = pipeline.pipe(TEXTS * 2)
    return [[(t.tag_, t.dep_, t.pos_, t.lemma_, str(t.morph)) for t in d] for d in docs]


def test_every_attribute_is_the_same() -> None:
    plain = spacy.load(MODEL, exclude=LEFT_OUT)
    assert _told(remember(spacy.load(MODEL, exclude=LEFT_OUT))) == _told(plain)


def test_two_pipelines_each_keep_their_own_ruler() -> None:
    first, second = (remember(spacy.load(MODEL, exclude=LEFT_OUT)) for _ in range(2))
    assert REMEMBERED in first.pipe_names
    assert first.get_pipe(REMEMBERED).ruler is not second.get_pipe(REMEMBERED).ruler


def test_a_pipeline_whose_rules_read_something_else_is_left_as_it_is() -> None:
    pipeline = spacy.load(MODEL, exclude=LEFT_OUT)
    pipeline.get_pipe("attribute_ruler").add([[{"SHAPE": "Xxxx"}]], {"POS": "PROPN"})
    assert "attribute_ruler" in remember(pipeline).pipe_names


def test_a_pipeline_without_a_ruler_is_left_as_it_is() -> None:
    assert remember(spacy.blank("en")).pipe_names == []
