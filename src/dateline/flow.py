"""The whole dataflow on one screen: ingest -> annotate -> link -> views -> serve.

Each stage is a function of values; only `run` reads, calls a stage and writes. A stage wakes the next one: what it
gave is what waits there. Killed anywhere, the next call goes on with what still waits.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.chain import Chain
from dateline.annotate.standard import standard_chain
from dateline.model.actor import OwnName


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: the folder it lives in, what it takes and gives, the jobs that drive it, and which stage it wakes."""

    name: str
    takes: str
    gives: str
    driven_by: tuple[str, ...]
    wakes: str = ""


FLOW = (
    Stage("ingest", "bytes from outside", "articles, revisions, captures", ("add", "fetch", "run"), wakes="annotate"),
    Stage("annotate", "a revision", "blocks, sentences, marks, claims", ("annotate",), wakes="link"),
    Stage(
        "link",
        "claims and articles",
        "events, relations, stories",
        ("add", "annotate", "fetch", "run", "judge", "correct", "remove", "undo", "story.merge", "story.split"),
        wakes="views",
    ),
    Stage("views", "what is kept", "plain answers", ()),
)


def annotators(model: str, own: tuple[OwnName, ...] = ()) -> Chain:
    """The annotators of the flow, in order, with the desk's own names of parties; nothing is loaded until the first
    text passes."""
    return standard_chain(model, own)
