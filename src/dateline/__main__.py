"""Starts the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line and leaves with its exit status."""
    from dateline.serve.cli.app import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
