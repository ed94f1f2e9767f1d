"""Who may log in: names with hashed passwords, in a file beside the store that only its owner can read."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import StoreError, UsageError

NAME = re.compile(r"[\w.@-]{1,64}")
SHORTEST = 12  # characters of a password
LONGEST = 1024
COST, BLOCK, LANES = 2**15, 8, 1  # scrypt: 32 MB and about 0.1 s a try (OWASP's least)
MEMORY = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Users:
    """The file of users; made when the first one is added."""

    path: Path

    def names(self) -> tuple[str, ...]:
        """Who may log in."""
        return tuple(sorted(self._read()))

    def put(self, name: str, password: str) -> None:
        """Adds a user, or gives one a new password. Raises UsageError for a name or password that will not do."""
        if not NAME.fullmatch(name):
            raise UsageError("is no name", what=name[:80], do="use letters, digits and . @ - _, at most 64")
        if not SHORTEST <= len(password) <= LONGEST:
            raise UsageError(f"has {len(password)} characters", what="the password", do=f"give {SHORTEST} or more")
        salt = secrets.token_bytes(16)
        self._write({**self._read(), name: {"salt": salt.hex(), "hash": _hash(password, salt).hex()}})

    def drop(self, name: str) -> bool:
        """Takes a user out; False if there is none of the name."""
        held = self._read()
        found = held.pop(name, None) is not None
        if found:
            self._write(held)
        return found

    def fits(self, name: str, password: str) -> bool:
        """Whether the password is that of the user. It takes as long for a name that is not there."""
        row = self._read().get(name, {"salt": "00" * 16, "hash": ""})
        made = _hash(password[:LONGEST], bytes.fromhex(row["salt"]))
        return secrets.compare_digest(made.hex(), row["hash"])

    def _read(self) -> dict[str, dict[str, str]]:
        try:
            found: dict[str, dict[str, str]] = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as e:
            raise StoreError(f"cannot be read: {e}", what=str(self.path), do="mend it, or remove it") from e
        return found

    def _write(self, users: dict[str, dict[str, str]]) -> None:
        beside = self.path.with_name(self.path.name + ".new")
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(users, file, indent=1, sort_keys=True)
        beside.replace(self.path)


def users_beside(store: Path) -> Users:
    """The users of the desk on a store."""
    return Users(store.with_name(store.name + ".users"))


def _hash(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=MEMORY)
