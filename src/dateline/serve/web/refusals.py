"""Why a request is refused, and with which HTTP status any error is answered."""

from __future__ import annotations

from dateline.errors import DatelineError, InputError, NothingFound, StoreLocked, UsageError


class Refusal(DatelineError):
    """A request that is not answered, whatever it asks for."""

    kind = "refused"
    status = 403


class WrongHost(Refusal):
    """The request names a host that this server is not known by: somebody else's name may lead here."""

    kind = "wrong-host"
    status = 421


class ForeignOrigin(Refusal):
    """A change that another site asks for."""

    kind = "foreign-origin"


class NoToken(Refusal):
    """A change without the token of a page of this desk."""

    kind = "no-token"


class ReadOnly(Refusal):
    """A change, where nothing may be changed."""

    kind = "read-only"


class LoginNeeded(Refusal):
    """Nobody is logged in."""

    kind = "login-needed"
    status = 401


class TooLarge(Refusal):
    """A body, address or header that is too long."""

    kind = "too-large"
    status = 413


class TooMany(Refusal):
    """Too many requests of one address in a short time."""

    kind = "too-many"
    status = 429


class TooSlow(Refusal):
    """A request that takes too long to arrive."""

    kind = "too-slow"
    status = 408


class WrongMethod(Refusal):
    """A method that this address does not take."""

    kind = "wrong-method"
    status = 405


STATUS: tuple[tuple[type[DatelineError], int], ...] = (
    (UsageError, 400),
    (NothingFound, 404),
    (InputError, 422),
    (StoreLocked, 503),
)


def status_of(error: DatelineError) -> int:
    """The HTTP status that tells of an error."""
    if isinstance(error, Refusal):
        return error.status
    return next((status for kind, status in STATUS if isinstance(error, kind)), 500)
