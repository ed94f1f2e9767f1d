"""Addresses as they may be shown and logged: without passwords, and without keys in their parameters."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

SECRET = re.compile(r"key|token|auth|secret|pass|pwd|sig|session|sid|credential|hash|user|login", re.IGNORECASE)
OPAQUE = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[A-Za-z0-9_=+-]{24,}")  # letters and digits without an end: a key
HIDDEN = "***"


def discreet(url: str) -> str:
    """The address with names, passwords and what looks like a key hidden; addresses without such stay as they are."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return HIDDEN
    _, at, host = parts.netloc.rpartition("@")
    shown = [(k, HIDDEN if v and (SECRET.search(k) or OPAQUE.fullmatch(v)) else v) for k, v in pairs]
    query = parts.query if shown == pairs else urlencode(shown, safe="*")
    path = "/".join(HIDDEN if OPAQUE.fullmatch(p) else p for p in parts.path.split("/"))
    return urlunsplit((parts.scheme, f"{HIDDEN}@{host}" if at else host, path, query, ""))
