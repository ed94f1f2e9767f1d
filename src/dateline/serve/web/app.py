"""The desk in the browser as an ASGI application."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Scope

from dateline.errors import DatelineError, NothingFound, UsageError
from dateline.serve.envelope import as_json
from dateline.serve.parameters import parameters
from dateline.serve.web.addresses import path_of, read_path
from dateline.serve.web.answering import HTML, JSON, Asked, answer, context, failed, response, wants_page, words_of
from dateline.serve.web.asking import Words
from dateline.serve.web.caching import Made
from dateline.serve.web.changing import change, form, inside
from dateline.serve.web.guard import LOOPBACK, Guard
from dateline.serve.web.live import Live
from dateline.serve.web.openapi import description
from dateline.serve.web.refusals import NoToken, Refusal, WrongMethod
from dateline.serve.web.rendering import render
from dateline.serve.web.sessions import LASTS, Session, cookie, same, secret_in
from dateline.serve.web.site import Site, made
from dateline.views.every import VIEWS

STATIC = Path(__file__).parent / "static"
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
FIELDS = 200
LOG = logging.getLogger("dateline.web")
Handler = Callable[[Request], Awaitable[Response]]


def application(site: Site, names: frozenset[str] = LOOPBACK, any_number: bool = False) -> Guard:
    """The whole application behind its guard; `names` are the hosts that it answers to."""
    live = Live(site)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        await live.end()
        site.desks.close()

    pages = Pages(site, live)
    routes = [
        Route("/static/{name}", pages.safe(static), methods=["GET"]),
        Route("/health", pages.health, methods=["GET"]),
        Route("/openapi.json", pages.safe(pages.openapi), methods=["GET"]),
        Route("/live", pages.safe(pages.events), methods=["GET"]),
        Route("/help", pages.safe(pages.help), methods=["GET"]),
        Route("/work", pages.safe(pages.work), methods=["GET"]),
        Route("/work.json", pages.safe(pages.work), methods=["GET"]),
        Route("/login", pages.safe(pages.login), methods=["GET", "POST"]),
        Route("/logout", pages.safe(pages.logout), methods=["POST"]),
        Route("/do/{name}", pages.safe(pages.change), methods=["POST"]),
        Route("/{path:path}", pages.safe(pages.view), methods=["GET", "POST"]),
    ]
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers={404: pages.astray, 405: pages.astray})
    return Guard(
        app,
        pages.refused,
        site.sessions,
        site.user,
        site.known,
        names,
        any_number,
        login=site.login,
        read_only=site.read_only,
    )


class Pages:
    """What answers at each address."""

    def __init__(self, site: Site, live: Live) -> None:
        self._site = site
        self._live = live

    def safe(self, handler: Handler) -> Handler:
        """The handler; what it raises becomes an answer of the one shape."""

        async def call(request: Request) -> Response:
            try:
                return await handler(request)
            except DatelineError as error:
                LOG.debug("%s", request.url.path, exc_info=True)
                return response(request, self._failed(request.scope, error))
            except Exception:
                LOG.exception("%s %s", request.method, request.url.path)
                return response(request, self._failed(request.scope, _fault(request)))

        return call

    def refused(self, scope: Scope, refusal: Refusal) -> Response:
        """The answer to what the guard refuses."""
        return response(Request(scope), self._failed(scope, refusal))

    def _failed(self, scope: Scope, error: DatelineError) -> Made:
        request = Request(scope)
        page = wants_page(request) and not scope["path"].endswith((".json", ".atom"))
        return failed(self._site, scope.get("session") or Session("", ""), error, page)

    async def astray(self, request: Request, error: Exception) -> Response:
        """An address or method that nothing takes."""
        if getattr(error, "status_code", 404) == 405:
            told: DatelineError = WrongMethod("is not taken here", what=request.method, do="see /help for the pages")
        else:
            told = NothingFound("no such page", what=quote(request.url.path[:200]), do="/help lists all pages")
        return response(request, self._failed(request.scope, told))

    async def view(self, request: Request) -> Response:
        """A view at its address; a draft comes by POST, everything else by GET."""
        wanted = await self._asked(request)
        if request.method == "POST":
            return response(request, await answer(self._site, wanted))
        key = (wanted.session.token, wanted.session.user, wanted.root, request.url.path, request.url.query)
        version = await self._site.version()
        return response(request, await self._site.cache.get(key, version, lambda: answer(self._site, wanted)))

    async def _asked(self, request: Request) -> Asked:
        address = read_path(request.url.path)
        if request.method == "POST":
            if not any(p.text for p in parameters(VIEWS[address.view])):
                raise UsageError("takes no body", what=request.url.path, do="ask by GET")
            words: Words = {n: v for n, v in (await form(request)).items() if n != "token"}
        else:
            words = _query(request.url.query)
        root = f"{request.url.scheme}://{request.headers.get('host', '')}"
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return Asked(address, words, request.scope["session"], root, path, bool(self._site.tasks.going_on))

    async def change(self, request: Request) -> Response:
        """A job."""
        return await change(request, self._site)

    async def events(self, request: Request) -> Response:
        """What arrives."""
        if self._live.full:
            raise NothingFound("too many readers listen", what="/live", do="load the page again now and then")
        return self._live.stream()

    async def openapi(self, request: Request) -> Response:
        """The description of all addresses."""
        return response(request, made(as_json(description()), JSON))

    async def health(self, request: Request) -> Response:
        """That the server is there, and to this machine alone which process it is; nothing is read."""
        told = "ok" if self._site.login else f"ok {os.getpid()}"
        return Response(told + "\n", media_type="text/plain", headers={"cache-control": "no-store"})

    async def _shared(self, request: Request, title: str) -> dict[str, Any]:
        head = await self._site.head()
        told = context(self._site, request.scope["session"], head)
        return told | {"title": title, "view": None, "path": request.url.path, "given": {}}

    async def help(self, request: Request) -> Response:
        """All pages and keys."""
        listed = [(path_of(n), VIEWS[n]) for n in sorted(VIEWS)]
        shared = await self._shared(request, "Help")
        return response(request, made(render("help.html", shared | {"views": listed}), HTML))

    async def work(self, request: Request) -> Response:
        """What goes on, and what came of it."""
        tasks, progress = self._site.tasks, self._site.desks.progress
        if request.url.path.endswith(".json"):
            told = [
                {"job": t.job, "by": t.by, "state": t.state, "begun": t.begun, "error": t.error} for t in tasks.latest
            ]
            step = {"task": progress.task, "done": progress.done, "total": progress.total}
            return response(request, made(as_json({"work": told, "step": step}), JSON))
        shared = await self._shared(request, "Work")
        return response(request, made(render("work.html", shared | {"tasks": tasks.latest, "step": progress}), HTML))

    async def login(self, request: Request) -> Response:
        """The form, and what it sends."""
        users = self._site.users
        if users is None:
            return RedirectResponse("/", 303)
        shared = await self._shared(request, "Log in") if request.scope["session"].user else self._bare()
        if request.method == "GET":
            onward = {"next": inside(request.query_params.get("next", "/")), "wrong": False}
            return response(request, made(render("login.html", shared | onward), HTML))
        words = await form(request)
        name, password, onward_to = ((words.get(n) or [""])[-1] for n in ("name", "password", "next"))
        if not await self._site.desks.read(lambda _: users.fits(name, password)):
            wrong = {"next": inside(onward_to), "wrong": True}
            return response(request, made(render("login.html", shared | wrong), HTML, 401))
        entered = RedirectResponse(inside(onward_to or "/"), 303)
        entered.headers["set-cookie"] = cookie(await self._site.begin(name), LASTS, _over_tls(request))
        return entered

    def _bare(self) -> dict[str, Any]:
        """What the page to log in at may tell those who have not yet."""
        told = context(self._site, Session("", ""), None)
        return told | {"title": "Log in", "view": None, "path": "", "given": {}}

    async def logout(self, request: Request) -> Response:
        """Ends the session."""
        token = ((await form(request)).get("token") or [""])[-1]
        if not same(token, request.scope["session"].token):
            raise NoToken("does not come from a page of this desk", what="/logout", do="open the page anew")
        await self._site.end(secret_in(request.headers.get("cookie", "")))
        left = RedirectResponse("/login", 303)
        left.headers["set-cookie"] = cookie("", timedelta(0), _over_tls(request))
        return left


def _over_tls(request: Request) -> bool:
    """Whether the browser speaks TLS, to this server or to one that stands before it."""
    told = (request.url.scheme, request.headers.get("x-forwarded-proto", ""), request.headers.get("origin", ""))
    return any(one.split(":")[0].strip().lower() == "https" for one in told)


def _query(query: str) -> Words:
    try:
        return words_of(parse_qsl(query, keep_blank_values=True, max_num_fields=FIELDS))
    except ValueError as e:
        raise UsageError("has too many parameters", what="the address", do=f"give at most {FIELDS}") from e


def _fault(request: Request) -> DatelineError:
    told = "this is a fault of the program, not yours"
    return DatelineError(told, what=request.url.path[:200], do="what was kept is whole; tell its makers")


async def static(request: Request) -> Response:
    """A file of the page itself: only those that stand in the folder."""
    name = request.path_params["name"]
    found = {p.name: p for p in STATIC.iterdir()}.get(name)
    if found is None or found.suffix not in TYPES:
        raise NothingFound("no such file", what=quote(name[:100]), do="the pages name theirs")
    return response(request, made(found.read_bytes(), TYPES[found.suffix]))
