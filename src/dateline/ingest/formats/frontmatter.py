"""The block of fields that stands above a text: YAML-like between lines of ---, TOML between lines of +++."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from dateline.errors import InputError

FIELD = re.compile(r"([A-Za-z_][\w .-]{0,40}?)\s{0,20}:(?:\s+(.*))?")
LONGEST = 200  # lines; what is longer is no front matter but a text between rules


def split(text: str, where: str) -> tuple[dict[str, Any], str]:
    """The fields above a text, and the text below them; no fields and the whole text if it starts with none.

    Of YAML: one field a line, quoted or bare words, lists in brackets or as lines of "- ",
    one level of fields below a field. Raises InputError for
    TOML that cannot be read.
    """
    fence = text[:3]
    if fence not in {"---", "+++"} or text[3:4] not in {"\n", " "}:
        return {}, text
    lines = text.split("\n", LONGEST)
    ends = {fence, "..."} if fence == "---" else {fence}
    end = next((n for n, words in enumerate(lines[1:], 1) if words.rstrip() in ends), 0)
    if not end:
        return {}, text
    inside, below = lines[1:end], "\n".join(lines[end + 1 :]).lstrip("\n")
    if fence == "+++":
        return _toml("\n".join(inside), where), below
    fields = _yaml(inside)
    return ({}, text) if fields is None else (fields, below)


def _toml(inside: str, where: str) -> dict[str, Any]:
    try:
        read = tomllib.loads(inside)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"the TOML above the text cannot be read: {error}", what=where, do="mend it") from error
    return {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in read.items()}


def _yaml(lines: list[str]) -> dict[str, Any] | None:
    """The fields, or None if a line is neither field, item, remark nor blank: then it is a text between rules."""
    fields: dict[str, Any] = {}
    name = ""
    for raw in lines:
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if name and line.startswith("- "):
            _append(fields, name, _scalar(line[2:]))
            continue
        found = FIELD.fullmatch(line)
        if name and raw[:1].isspace():
            fields[name] = _inside(fields[name], found, line)
        elif found:
            name = found.group(1).strip()
            fields[name] = _value(found.group(2) or "")
        else:
            return None
    return fields or None


def _inside(before: Any, found: re.Match[str] | None, line: str) -> Any:
    """An indented line: a field of an object, or more words of the field above."""
    if found and before in ("", None):
        before = {}
    if isinstance(before, dict):
        return {**before, found.group(1).strip(): _value(found.group(2) or "")} if found else before
    return f"{before} {line}".strip() if isinstance(before, str) else before


def _append(fields: dict[str, Any], name: str, value: str) -> None:
    before = fields[name]
    fields[name] = [*before, value] if isinstance(before, list) else [value]


def _value(written: str) -> Any:
    plain = written.strip()
    if plain.startswith("[") and plain.endswith("]"):
        return [_scalar(part) for part in plain[1:-1].split(",") if part.strip()]
    return "" if plain in {"|", ">", "|-", ">-"} else _scalar(plain)


def _scalar(written: str) -> str:
    plain = written.strip()
    if len(plain) >= 2 and plain[0] == plain[-1] == '"':
        return plain[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    if len(plain) >= 2 and plain[0] == plain[-1] == "'":
        return plain[1:-1].replace("''", "'")
    bare = plain.split(" #", 1)[0].rstrip()
    return "" if bare in {"null", "~", "Null", "NULL"} else bare
