"""Commands that belong to the terminal alone."""

from __future__ import annotations

from collections.abc import Callable


def version() -> None:
    """Prints the version."""
    from importlib.metadata import version as installed

    print(f"dateline {installed('dateline')}")


OWN: dict[str, tuple[Callable[..., None], str]] = {"version": (version, "The version of Dateline.")}
