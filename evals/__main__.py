"""Quality figures: python -m evals cases [DIR] [--json] [--gate] [--out FOLDER], python -m evals dossier [DIR] [--json]
[--gate], python -m evals planted, or python -m evals slips [TOPIC...]."""

from __future__ import annotations

import sys

from evals import cases, dossier, planted, slips


def main(argv: list[str]) -> int:
    """Runs one evaluation; exit status 1 if a floor is broken, 3 on wrong usage."""
    if argv[:1] == ["cases"]:
        return cases.main(argv[1:])
    if argv[:1] == ["dossier"]:
        return dossier.main(argv[1:])
    if argv[:1] == ["planted"]:
        return planted.main(argv[1:])
    if argv[:1] == ["slips"]:
        return slips.main(argv[1:])
    print(__doc__, file=sys.stderr)
    return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
