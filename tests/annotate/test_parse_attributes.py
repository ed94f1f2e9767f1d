"""The remembered attribute ruler gives what spaCy's own gives."""

import gc
import subprocess
import sys
from pathlib import Path

import spacy
from spacy.language import Language

from dateline.annotate.attributes import REMEMBERED, remember
from dateline.annotate.base import DATELINES, SENTENCES, Document
from dateline.annotate.parses import LEFT_OUT, MODEL, parses
from dateline.model.article import Article, Revision
from dateline.model.outlet import Outlet
from dateline.model.text import Sentence

TEXTS = (
    "Ministers met in Oslo on Friday, and they didn't agree.",
    "There's no way that all of them can go; y'all ain't going.",
    "There were two votes, and she'll have lost both.",
    "  \n ",
    "",
    "“I could’ve left,” he said – but who'd believe that?",
    "Let's see: c'mon, you gotta say there were gonna be more, and here's what there's to it.",
    "Y'all ain't there. All said it was there.",
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
    assert set(first.get_pipe(REMEMBERED).parts).isdisjoint(second.get_pipe(REMEMBERED).parts)


def test_base_forms_follow_the_case_of_the_word() -> None:
    pipeline = remember(spacy.load(MODEL, exclude=LEFT_OUT))
    words = [[t.lemma_ for t in pipeline(text)] for text in ("It left Paris.", "It left paris.")]
    plain = spacy.load(MODEL, exclude=LEFT_OUT)
    assert words == [[t.lemma_ for t in plain(text)] for text in ("It left Paris.", "It left paris.")]


def test_base_forms_that_are_not_by_rules_are_left_to_their_own_part() -> None:
    pipeline = spacy.load(MODEL, exclude=LEFT_OUT)
    pipeline.replace_pipe("lemmatizer", "lemmatizer", config={"mode": "lookup"})
    assert remember(pipeline).pipe_names[-1] == "lemmatizer"


def test_a_pipeline_whose_rules_read_something_else_is_left_as_it_is() -> None:
    pipeline = spacy.load(MODEL, exclude=LEFT_OUT)
    pipeline.get_pipe("attribute_ruler").add([[{"SHAPE": "Xxxx"}]], {"POS": "PROPN"})
    assert "attribute_ruler" in remember(pipeline).pipe_names


def test_a_pipeline_without_a_ruler_is_left_as_it_is() -> None:
    assert remember(spacy.blank("en")).pipe_names == []


def test_the_collector_passes_over_the_loaded_model() -> None:
    text = "They met."
    document = Document(Outlet("o", "O"), Article("a", "o", "u"), Revision("r", "a", "", text, "en"))
    document.put(SENTENCES, (Sentence(0, len(text), 0),))
    document.put(DATELINES, ())
    (parsed,) = parses(MODEL).annotate([document])
    vocab = parsed[0].vocab
    assert all(held is not vocab.lookups for held in gc.get_objects())


def test_a_file_that_a_program_left_open_is_written_to_its_end(tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    program = f"""
from dateline.annotate.parses import _pipeline
def keep(): return left
_pipeline({MODEL!r})
left = open({str(told)!r}, "w")
left.write("all of it")
"""
    subprocess.run([sys.executable, "-c", program], check=True)
    assert told.read_text() == "all of it"
