"""Ids are hashes of content: the same thing always gets the same id, so doing a stage twice changes nothing."""

from __future__ import annotations

import hashlib

SHORTEST = 6  # characters of the hash that a person has to type at least


def digest(data: bytes | str) -> str:
    """The SHA-256 of some bytes (or of a text in UTF-8), as 64 hex digits."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def content_id(kind: str, *parts: str) -> str:
    """An id like `claim-3f9a0c1b2d4e5f60`: the kind, then 16 hex digits over the parts, in order.

    The parts are joined by a unit separator, so that ("ab", "c") and ("a", "bc") differ.
    """
    return f"{kind}-{digest(chr(31).join(parts))[:16]}"
