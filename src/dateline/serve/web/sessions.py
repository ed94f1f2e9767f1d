"""Who is logged in, and the tokens by which a change shows that it comes from a page of this desk."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

COOKIE = "dateline_session"
LASTS = 12 * 3600.0  # seconds without a request
MOST = 1000


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody at the desk: the name that changes are signed with, and the token that their pages carry."""

    user: str
    token: str


class Sessions:
    """Sessions by the secret in the cookie. They end with the server; only hashes of the secrets are kept."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._key = secrets.token_bytes(32)
        self._clock = clock
        self._held: dict[str, tuple[str, float]] = {}

    def open(self, user: str) -> Session:
        """The session of everybody, where nobody has to log in."""
        return Session(user, self._token("open"))

    def begin(self, user: str) -> str:
        """A new session; gives the secret for the cookie."""
        if len(self._held) >= MOST:
            del self._held[min(self._held, key=lambda k: self._held[k][1])]
        secret = secrets.token_urlsafe(32)
        self._held[_hashed(secret)] = (user, self._clock())
        return secret

    def get(self, secret: str) -> Session | None:
        """The session with this secret; None if there is none, or it has ended."""
        name = _hashed(secret)
        user, seen = self._held.get(name, ("", 0.0))
        if not user or self._clock() - seen > LASTS:
            self._held.pop(name, None)
            return None
        self._held[name] = (user, self._clock())
        return Session(user, self._token(secret))

    def end(self, secret: str) -> None:
        """Ends a session; safe to call twice."""
        self._held.pop(_hashed(secret), None)

    def _token(self, secret: str) -> str:
        return hmac.new(self._key, secret.encode(), hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two tokens are one, in a time that tells nothing."""
    return hmac.compare_digest(one.encode(), other.encode())


def secret_in(cookies: str) -> str:
    """The session's secret in a Cookie header, "" for none."""
    try:
        found = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def cookie(secret: str, lasts: int) -> str:
    """The Set-Cookie header for a secret."""
    return f"{COOKIE}={secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age={lasts}"


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
