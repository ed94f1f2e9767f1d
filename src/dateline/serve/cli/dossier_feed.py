"""What changed in a dossier as a feed on standard output, for whoever reads feeds."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from dateline.serve.atom import atom
from dateline.serve.cli.given import Given
from dateline.serve.cli.opening import open_at
from dateline.serve.cli.own import own


@own("dossier.feed", doc="Print what changed in a dossier since a day as an Atom feed.")
def dossier_feed(
    given: Given,
    name: Annotated[str, "The dossier's name; `dateline dossier list` has them."],
    *,
    since: Annotated[date, "What came after the end of this day (UTC)."],
) -> None:
    """Prints the feed."""
    with open_at(given, None) as desk:
        print(atom(desk.view("dossier.changes", name=name, since=since)), end="")
