"""Who is logged in, and the tokens by which a change shows that it comes from a page of this desk."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.cookies import CookieError, SimpleCookie

from dateline.store.base_sessions import LoggedIn
from dateline.store.base_sessions import Sessions as Kept

COOKIE = "dateline_session"
LASTS = timedelta(hours=12)  # without a request
RENEWED = timedelta(minutes=20)  # after which a session that is in use is written down as such
MOST = 1000


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody at the desk: the name that changes are signed with, and the token that their pages carry."""

    user: str
    token: str


class Sessions:
    """Sessions by the secret in the cookie. They are kept in the store, so that they outlive the server: there, only
    hashes of the secrets stand."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._open = secrets.token_urlsafe(32)

    def open(self, user: str) -> Session:
        """The session of everybody, where nobody has to log in; its token holds as long as this server."""
        return Session(user, _token(self._open))

    def begin(self, kept: Kept, user: str) -> str:
        """A new session; gives the secret for the cookie."""
        secret = secrets.token_urlsafe(32)
        kept.put(LoggedIn(_hashed(secret), user, self._now()))
        kept.prune(self._now() - LASTS, MOST)
        return secret

    def get(self, kept: Kept, secret: str) -> tuple[Session | None, bool]:
        """The session with this secret, None if there is none or it has ended; and whether it has to be renewed."""
        found = kept.get(_hashed(secret)) if secret else None
        if found is None or self._now() - found.seen_at > LASTS:
            return None, False
        return Session(found.user, _token(secret)), self._now() - found.seen_at > RENEWED

    def renew(self, kept: Kept, secret: str) -> None:
        """Writes down that a session is in use."""
        if found := kept.get(_hashed(secret)):
            kept.put(LoggedIn(found.name, found.user, self._now()))

    def end(self, kept: Kept, secret: str) -> None:
        """Ends a session; safe to call twice."""
        kept.drop(_hashed(secret))


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


def cookie(secret: str, lasts: timedelta, safe: bool) -> str:
    """The Set-Cookie header for a secret; `safe` if it came over TLS, and is sent back over that alone."""
    told = f"{COOKIE}={secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age={int(lasts.total_seconds())}"
    return f"{told}; Secure" if safe else told


def _token(secret: str) -> str:
    """What cannot be had without the secret, and does not give it away."""
    return hmac.new(secret.encode(), b"changes come from a page of this desk", hashlib.sha256).hexdigest()


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
