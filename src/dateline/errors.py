"""The error tree. Every message says what went wrong, with which thing, and what to do.

DatelineError
├── UsageError            the caller's words are off (exit status 3)
├── InputError            a file or item that cannot be taken (the others go on; exit status 2)
├── NothingFound          the question is fine, the store holds no answer (exit status 1)
├── StoreError            the store cannot be opened, read or written
│   ├── StoreLocked       another process holds it
│   └── StoreTooNew       written by a newer version of Dateline
└── ChainError            annotators that need what no annotator gives
"""

from __future__ import annotations


class DatelineError(Exception):
    """The base of all errors that Dateline raises on purpose: what happened, to what, what to do."""

    kind = "error"
    exit_status = 2

    def __init__(self, message: str, *, what: str = "", do: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.what = what
        self.do = do

    def __str__(self) -> str:
        told = f"{self.what}: {self.message}" if self.what else self.message
        return f"{told} ({self.do})" if self.do else told


class UsageError(DatelineError):
    """A request that cannot be understood."""

    kind = "usage"
    exit_status = 3


class InputError(DatelineError):
    """A file, line or item that cannot be taken in; the rest goes on."""

    kind = "input"


class NothingFound(DatelineError):
    """A well-formed question to which nothing held is an answer."""

    kind = "nothing-found"
    exit_status = 1


class StoreError(DatelineError):
    """The store cannot be opened, read or written."""

    kind = "store"


class StoreLocked(StoreError):
    """Another process is writing and did not finish in time."""

    kind = "store-locked"


class StoreTooNew(StoreError):
    """The store's schema is newer than this program."""

    kind = "store-too-new"


class ChainError(DatelineError):
    """Annotators that do not fit together: something is needed that nobody gives."""

    kind = "chain"
    exit_status = 3
