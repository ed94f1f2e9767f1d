"""What changes something: a form or a program posts the parameters of a job to /do/NAME, with the token of a page."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import NothingFound, UsageError
from dateline.model.reading import Kept
from dateline.run.jobs import JOBS
from dateline.serve.envelope import as_json, envelope
from dateline.serve.parameters import Declared, parameters
from dateline.serve.web.answering import JSON, response, wants_page, words_of
from dateline.serve.web.asking import Words, asked
from dateline.serve.web.refusals import NoToken
from dateline.serve.web.sessions import Session, same
from dateline.serve.web.site import Site, made
from dateline.serve.web.tasks import LONG

PREFIX = "/do/"
TERMINAL = frozenset({"run", "backup", "add"})  # endless, or about files of the server
BESIDE = ("token", "back")
SHELVING = "shelve"  # marks of a reader; that a page was visited shows when it is made anew
FIELDS = 400  # of a form
MOST = 30  # pairs judged at once
TOKEN = "x-dateline-token"


def doable(name: str) -> Declared:
    """The job of that name; raises NothingFound for one that is not there, or belongs to the terminal."""
    if name in TERMINAL or name not in JOBS:
        offered = ", ".join(sorted(set(JOBS) - TERMINAL))
        raise NothingFound("no such job here", what=name[:100], do=f"there are {offered}")
    return JOBS[name]


async def change(request: Request, site: Site) -> Response:
    """Does a job; a browser is led back to the page that it came from, a program gets the envelope."""
    session: Session = request.scope["session"]
    declared = doable(request.url.path.removeprefix(PREFIX))
    words = await form(request)
    token = request.headers.get(TOKEN, "") or (words.get("token") or [""])[-1]
    if not same(token, session.token):
        raise NoToken("does not come from a page of this desk", what=declared.name, do="open the page anew")
    calls = [asked(declared, one) for one in _each(declared, {n: v for n, v in words.items() if n not in BESIDE})]
    given = calls[0]
    _only_addresses(declared, given)
    back = inside((words.get("back") or ["/"])[-1])
    if declared.name in LONG:
        site.tasks.begin(declared.name, session.user, given)
        return RedirectResponse("/work", 303) if wants_page(request) else _begun(request)
    for call in calls:
        outcome = await site.desks.do(declared.name, session.user, call)
    if declared.name == SHELVING and given.get("kept") is not Kept.VISITED:
        site.cache.forget(given["things"])
    if wants_page(request):
        return RedirectResponse(back, 303)
    return response(request, made(as_json(envelope(declared, given, outcome)), JSON))


def _each(declared: Declared, words: Words) -> list[Words]:
    """One call; for a judgement one for each pair that is named: a finding may rest on several."""
    pairs = list(zip(words.get("a", ()), words.get("b", ()), strict=False))
    if declared.name != "judge" or len(pairs) < 2:
        return [words]
    return [{**words, "a": [a], "b": [b]} for a, b in dict.fromkeys(pairs[:MOST])]


async def form(request: Request) -> Words:
    """The fields of a form in the body; raises UsageError for another kind of body."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await request.body()
    if media != "application/x-www-form-urlencoded":
        raise UsageError("is no form", what=media[:80] or "the body", do="send application/x-www-form-urlencoded")
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=FIELDS)
    except (UnicodeDecodeError, ValueError) as e:
        raise UsageError("cannot be read as a form", what="the body", do=f"send UTF-8, at most {FIELDS} fields") from e
    return words_of(pairs)


def inside(back: str) -> str:
    """An address of this server alone; the front page for any other."""
    parted = urlsplit(back.replace("\\", "/")[:2000])
    fine = not parted.scheme and not parted.netloc and parted.path.startswith("/") and not parted.path.startswith("//")
    if not fine or any(ord(c) < 32 for c in back):
        return "/"
    return (
        parted.path + (f"?{parted.query}" if parted.query else "") + (f"#{parted.fragment}" if parted.fragment else "")
    )


def _only_addresses(declared: Declared, given: dict[str, Any]) -> None:
    """Refuses names of files, which the command line may read but nobody in a browser."""
    if declared.name not in ("feeds.add", "feeds.test", "discover"):
        return
    values = [v for p in parameters(declared) for v in _many(given.get(p.name, ()))]
    odd = [v for v in values if isinstance(v, str) and not v.startswith(("https://", "http://", "feed-"))]
    if odd:
        raise UsageError("is no address", what=odd[0][:200], do="write it with https:// in front")


def _many(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _begun(request: Request) -> Response:
    return response(request, made(as_json({"begun": True, "next": ["/work.json"]}), JSON, 202))
