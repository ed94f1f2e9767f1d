"""Records to JSON and back, and moments to text that sorts."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any, TypeVar, get_args

import msgspec

from dateline.errors import StoreError
from dateline.model.mark import Mark
from dateline.model.relation import Correction, Decision, Judgement
from dateline.model.text import Block, Sentence

T = TypeVar("T")

RECALLED = 1 << 13  # records that pages ask for again and again: 15 MB at most
EVER = "9999-12-31T23:59:59.999999Z"  # later than any moment that is recorded: asks for what is held now

KINDS: dict[str, type[Any]] = {k.__name__: k for k in (Block, Sentence, *get_args(Mark))}
_LISTS = {name: list[kind] for name, kind in KINDS.items()}  # type: ignore[valid-type]
DECISIONS: dict[str, type[Decision]] = {k.__name__: k for k in (Judgement, Correction)}


def encode(record: object) -> bytes:
    """The record (a frozen dataclass of the model, or a list of them) as JSON in UTF-8."""
    return msgspec.json.encode(record)


def decode(kind: type[T], body: bytes) -> T:
    """The record that was encoded; fields added to the model since take their defaults. Raises StoreError."""
    decoded: T = _decode(kind, body)
    return decoded


@lru_cache(maxsize=RECALLED)
def _recalled(kind: Any, body: bytes) -> Any:
    return _decode(kind, body)


def recall(kind: type[T], body: bytes) -> T:
    """The same as `decode`, for records that are read often: the same bytes give the same object."""
    by: Any = kind  # a class is hashable, whatever its type tells
    recalled: T = _recalled(by, body)
    return recalled


def _decode(kind: Any, body: bytes) -> Any:
    try:
        return _decoder(kind).decode(body)
    except msgspec.MsgspecError as e:
        told = " of ".join(k.__name__ for k in (kind, *get_args(kind)))
        raise StoreError(
            f"a stored {told} cannot be read: {e}", do="restore a backup, or take the document out and in again"
        ) from e


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def kind_of(layer: str, marks: Sequence[Any]) -> str:
    """The name of the one class whose marks stand in a layer, "" for none; raises TypeError for any other layer."""
    kinds = sorted({type(m).__name__ for m in marks})
    if len(kinds) > 1 or any(k not in KINDS for k in kinds):
        raise TypeError(
            f"layer '{layer}' holds {', '.join(kinds)}; a kept layer holds marks of one of {', '.join(KINDS)}"
        )
    return kinds[0] if kinds else ""


def decode_marks(kind: str, body: bytes) -> tuple[Any, ...]:
    """The marks of a layer, in their order; StoreError for a kind that this program does not know."""
    if not kind:
        return ()
    if kind not in KINDS:
        raise StoreError(f"no such kind of mark: {kind}", do="use the version of Dateline that stored it")
    return tuple(_decode(_LISTS[kind], body))


def utc(at: datetime) -> datetime:
    """The moment in UTC; raises ValueError for a naive one."""
    if at.tzinfo is None:
        raise ValueError(f"a moment without time zone: {at}")
    return at.astimezone(UTC)


def stamp(at: datetime) -> str:
    """The moment in UTC, of fixed width, so that text sorts as time does; raises ValueError for a naive one."""
    return utc(at).isoformat(timespec="microseconds")[:26] + "Z"


def until(known_at: datetime | None) -> str:
    """The moment to ask for: as given, else one after everything."""
    return stamp(known_at) if known_at else EVER


def moment(text: str) -> datetime:
    """The moment (aware UTC) that was stamped."""
    return datetime.fromisoformat(text)
