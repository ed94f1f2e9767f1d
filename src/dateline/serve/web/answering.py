"""Answers of views in the forms that a browser or a program asks for: page, envelope, feed of entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dateline.desk import Desk
from dateline.errors import DatelineError, NothingFound
from dateline.serve.envelope import as_json, envelope, failure
from dateline.serve.parameters import parameters
from dateline.serve.web import atom
from dateline.serve.web.addresses import Address
from dateline.serve.web.apart import Apart
from dateline.serve.web.asking import Words, asked
from dateline.serve.web.caching import Made
from dateline.serve.web.notes import notes_for
from dateline.serve.web.pages.registry import Page, page_of
from dateline.serve.web.refusals import status_of
from dateline.serve.web.rendering import render
from dateline.serve.web.sessions import Session
from dateline.serve.web.site import Site, made
from dateline.views.every import VIEWS

JSON = "application/json; charset=utf-8"
HTML = "text/html; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
DEAR = frozenset({"dossier.show", "dossier.changes", "dossier.audit", "coverage", "positions"})  # made apart
MEDIA = {"json": JSON, "html": HTML, "atom": ATOM}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a view: where, with which words, by whom, at which address of this server."""

    address: Address
    words: Words
    session: Session
    root: str
    path: str
    working: bool = False  # whether a job goes on


def words_of(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Names and all their values, in order."""
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


async def answer(site: Site, asked_: Asked) -> Made:
    """The answer to a request; errors are answers, too."""
    head = await site.head()
    if site.apart is not None and asked_.address.view in DEAR:
        found: Made | None = await site.apart.ask((asked_, head))
        if found is not None:
            return found
    return await site.desks.read(lambda desk: answer_of(site, desk, asked_, head))


def apart(site: Site) -> Apart[tuple[Asked, Any], Made]:
    """A process that makes dear pages of the site."""
    return Apart(lambda asked_: answer_of(site, site.desks.mine(), *asked_))


def answer_of(site: Site, desk: Desk, wanted: Asked, head: Any) -> Made:
    """The answer that a desk gives, made now of one state of its store."""
    form = wanted.address.form
    try:
        with desk.store.reading():
            return _made(site, desk, wanted, head)
    except DatelineError as error:
        return failed(site, wanted.session, error, form == "html", head)


def _made(site: Site, desk: Desk, wanted: Asked, head: Any) -> Made:
    if wanted.address.form == "html":
        return made(_page(site, desk, wanted, head), HTML)
    return made(_data(desk, wanted), MEDIA[wanted.address.form])


def _data(desk: Desk, wanted: Asked) -> str:
    declared = VIEWS[wanted.address.view]
    parameters = asked(declared, wanted.words, wanted.address.rest)
    if wanted.address.form == "atom":
        if declared.name not in atom.FEEDS:
            told = "glance, story, stories, dossier and search"
            raise NothingFound("this page has no feed of entries", what=wanted.path, do=f"there are feeds for {told}")
        return atom.feed(desk, declared.name, parameters, wanted.root, wanted.path)
    return as_json(envelope(declared, parameters, desk.view(declared.name, **parameters)))


def _page(site: Site, desk: Desk, wanted: Asked, head: Any) -> str:
    declared, page = VIEWS[wanted.address.view], page_of(wanted.address.view)
    shared = context(site, wanted.session, head) | {
        "view": declared,
        "path": wanted.path,
        "given": wanted.words,
        "data_path": data_path(wanted.path),
        "title": page.title,
        "working": wanted.working,
    }
    if _unasked(declared.name, wanted) and page.form:
        return render(page.form, shared)
    own = {n: v for n, v in wanted.words.items() if n in page.beside} | {"user": [wanted.session.user]}
    parameters = asked(declared, wanted.words, wanted.address.rest, page.beside)
    return _rendered(site, desk, page, shared, parameters, own)


def data_path(path: str) -> str:
    """The address of the same answer as data."""
    stem, mark, query = path.partition("?")
    return ("/glance" if stem == "/" else stem) + ".json" + mark + query


def _rendered(
    site: Site, desk: Desk, page: Page, shared: dict[str, Any], parameters: dict[str, Any], own: Mapping[str, Any]
) -> str:
    name = shared["view"].name
    result = page.ask(desk, name, parameters)
    more = page.context(desk, result, parameters, own) if page.context else {}
    notes = notes_for(desk, (result, tuple(more.values())))
    told = {
        "result": result,
        "params": parameters,
        "notes": notes,
        "warnings": tuple(getattr(result, "warnings", ())),
        "marks": reader_marks(desk, shared["session"].user),
    }
    return render(page.template, shared | told | more)


def _unasked(name: str, wanted: Asked) -> bool:
    """Whether a page that needs words was opened without any: it shows its form."""
    found = parameters(VIEWS[name])
    needed = [p.name for p in found[:1] if p.required]
    return bool(needed) and not wanted.address.rest and not any(v.strip() for v in wanted.words.get(needed[0], ()))


def reader_marks(desk: Desk, user: str) -> Mapping[str, frozenset[str]]:
    """What the reader has read and starred."""
    from dateline.model.reading import Kept

    return {kept.value: frozenset(m.thing for m in desk.store.readers.of(user, kept)) for kept in Kept}


def context(site: Site, session: Session, head: Any) -> dict[str, Any]:
    """What every page is made with."""
    return {
        "head": head,
        "session": session,
        "read_only": site.read_only,
        "login": site.login,
        "working": bool(site.tasks.going_on),
        "made_at": site.desks.now(),
    }


def failed(site: Site, session: Session, error: DatelineError, page: bool, head: Any = None) -> Made:
    """An error as an answer: the one shape, as a page for browsers."""
    status = status_of(error)
    if not page:
        return made(as_json(failure(error)), JSON, status)
    shared = context(site, session, head) | {"title": "Not this", "error": error, "status": status, "view": None}
    shared |= {"path": "", "given": {}}
    return made(render("error.html", shared), HTML, status)


def response(request: Request, answered: Made) -> Response:
    """The answer as sent: not at all if the browser has it, packed if it can be."""
    headers = {
        "etag": answered.etag,
        "cache-control": "no-cache, private",
        "vary": "Accept-Encoding, Cookie",
        "content-type": answered.media,
    }
    if answered.status == 200 and answered.etag in _tags(request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    body = answered.body
    if answered.packed and "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        body = answered.packed
    return Response(body, answered.status, headers)


def _tags(header: str) -> list[str]:
    return [t.strip().removeprefix("W/") for t in header.split(",")]


def wants_page(request: Request) -> bool:
    """Whether a browser asks, rather than a program."""
    return "text/html" in request.headers.get("accept", "")
