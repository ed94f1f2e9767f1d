"""The annotators that Dateline comes with, for all languages it reads; a language without data gives empty layers."""

from __future__ import annotations

from dateline.annotate.actors.annotator import actors
from dateline.annotate.blocks import blocks
from dateline.annotate.chain import Chain, chain
from dateline.annotate.claims.after import After
from dateline.annotate.claims.annotator import claims
from dateline.annotate.claims.slips import with_slips
from dateline.annotate.coding.annotator import VERSION as CODING
from dateline.annotate.coding.annotator import with_codings
from dateline.annotate.datelines import datelines
from dateline.annotate.dates.annotator import dates
from dateline.annotate.parses import parses
from dateline.annotate.parties.shared import with_parties
from dateline.annotate.places.annotator import places
from dateline.annotate.presence import presence
from dateline.annotate.quotes.annotator import quotes
from dateline.annotate.sentences import sentences
from dateline.model.actor import OwnName


def standard_chain(model: str, own: tuple[OwnName, ...] = ()) -> Chain:
    """All annotators in order; `model` names the installed spaCy pipeline, `own` are the desk's names of parties.

    Nothing is loaded until the first text.
    """
    return chain(
        [
            blocks(),
            sentences(),
            datelines(),
            dates(),
            actors(own),
            places(),
            parses(model),
            After(claims(), (with_slips, with_parties, with_codings), f"parties9+{CODING}"),
            quotes(),
            presence(),
        ]
    )
