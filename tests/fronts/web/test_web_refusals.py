"""What is refused, and how: each with the one shape of errors, and nothing changed."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desk_server import Running, serving

from dateline.errors import UsageError
from dateline.serve.web.caching import Cache, Made, Version
from dateline.serve.web.changing import inside
from dateline.serve.web.limits import Buckets, Rate
from dateline.serve.web.passwords import users_beside
from dateline.serve.web.server import PatientProtocol, Serving, site_for
from dateline.settings import Settings
from dateline.store.open import open_store

PASSWORD = "correct horse battery"
SHELVE = {"kept": "starred", "things": "story-1"}


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "",
        "[::ffff:evil]",
        "127.0.0.2",
        "a@evil.example",
    ],
)
def test_a_name_that_leads_here_from_elsewhere_is_refused(site: Running, host: str) -> None:
    for path in ("/", "/glance.json", "/live", "/openapi.json", "/static/desk.js", "/health"):
        got = site.ask(path, host=host)
        assert (got.status, got.error["kind"]) == (421, "wrong-host")


def test_its_own_names_are_taken(site: Running) -> None:
    for host in (f"127.0.0.1:{site.port}", f"localhost:{site.port}", "LOCALHOST", f"[::1]:{site.port}"):
        assert site.ask("/help", host=host).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:1"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
def test_another_site_changes_nothing_even_with_a_token(site: Running, headers: dict[str, str]) -> None:
    got = site.post("/do/shelve", SHELVE, site.token(), **headers)
    assert (got.status, got.error["kind"]) == (403, "foreign-origin")


@pytest.mark.parametrize("token", [None, "", "0" * 64, "é"])
def test_a_change_without_the_token_of_a_page_is_refused(site: Running, token: str | None) -> None:
    fields = SHELVE | ({"token": token} if token else {})
    got = site.post("/do/shelve", fields)
    assert (got.status, got.error["kind"]) == (403, "no-token")
    assert site.ask("/shelf.json").data["data"]["starred"] == []


def test_a_form_of_another_kind_is_refused(site: Running) -> None:
    body = json.dumps(SHELVE).encode()
    for media in ("application/json", "text/plain", "multipart/form-data; boundary=x", ""):
        got = site.ask("/do/shelve", "POST", body, content_type=media)
        assert (got.status, got.error["kind"]) == (400, "usage")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(site: Running, method: str) -> None:
    got = site.ask("/", method)
    assert (got.status, got.error["kind"]) == (405, "wrong-method")


@pytest.mark.parametrize("job", ["run", "backup", "add", "nothing", "../login", "%2e%2e%2fbackup"])
def test_jobs_of_the_terminal_are_not_offered(site: Running, job: str) -> None:
    got = site.post(f"/do/{job}", {"file": "/tmp/x"}, site.token())
    assert got.status in (400, 404) and got.error["kind"] in ("nothing-found", "usage")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "/etc/passwd", "feeds.opml", "javascript:alert(1)"])
def test_no_file_of_the_server_is_read_for_a_browser(site: Running, address: str) -> None:
    got = site.post("/do/feeds.add", {"address": address}, site.token())
    assert (got.status, got.error["message"]) == (400, "is no address")


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static/....//app.py",
        "/static/%5c..%5capp.py",
        "/static//etc/passwd",
        "/static/desk.css%00.js",
        "/static/",
        "/../../etc/passwd",
        "/show/..%2f..%2fetc%2fpasswd.json",
        "/templates/base.html",
        "/.git/config",
    ],
)
def test_nothing_outside_is_given_out(site: Running, path: str) -> None:
    got = site.ask(path)
    assert got.status in (400, 404) and got.error["kind"] in ("nothing-found", "usage")


def test_what_is_too_large_is_refused_before_it_is_read(site: Running) -> None:
    got = site.ask(
        "/check.json", "POST", b"draft=x", content_length="999999999", content_type="application/x-www-form-urlencoded"
    )
    assert (got.status, got.error["kind"]) == (413, "too-large")
    got = site.ask("/glance.json?region=" + "a" * 5000)
    assert (got.status, got.error["kind"]) == (413, "too-large")
    assert site.ask("/search.json?query=" + "a" * 2500).status == 400
    many = "&".join(f"x{n}=1" for n in range(500))
    assert site.ask(f"/glance.json?{many}").status == 400


def test_a_body_in_pieces_without_a_length_ends_at_the_bound(site: Running) -> None:
    head = f"POST /check.json HTTP/1.1\r\nhost: 127.0.0.1:{site.port}\r\ntransfer-encoding: chunked\r\n\r\n"
    piece = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    with socket.create_connection(("127.0.0.1", site.port), 10) as line:
        line.sendall(head.encode())
        try:
            for _ in range(12):
                line.sendall(piece)
        except OSError:
            pass  # the server has had enough
        assert b" 413 " in line.recv(200)


@pytest.fixture
def hasty(copied: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """A server that waits less long than usual."""
    monkeypatch.setattr(PatientProtocol, "patience", 0.4)
    with serving(copied) as running:
        yield running


def answer_to(running: Running, sent: bytes, drip: bytes = b"") -> bytes:
    """What the server says to a connection that sends something and then drips."""
    with socket.create_connection(("127.0.0.1", running.port), 10) as line:
        line.sendall(sent)
        line.settimeout(0.05)
        got, until = b"", time.monotonic() + 8
        while time.monotonic() < until:
            try:
                part = line.recv(4096)
                if not part:
                    break
                got += part
                if got.endswith(b"}") or got.endswith(b"}\n"):
                    break
            except TimeoutError:
                try:
                    line.sendall(drip)
                except OSError:
                    break
        return got


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\n", b"GET /"])
def test_a_request_that_drips_in_is_ended(hasty: Running, sent: bytes) -> None:
    got = answer_to(hasty, sent, b"X-a: b\r\n" if sent.endswith(b"\n") else b"a" if sent else b"")
    assert b" 408 " in got and json.loads(got.partition(b"\r\n\r\n")[2])["error"]["kind"] == "too-slow"


def test_a_body_that_never_comes_is_not_waited_for(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.serve.web.guard.PATIENCE", 0.4)
    with serving(copied) as running:
        head = f"POST /check.json HTTP/1.1\r\nhost: 127.0.0.1:{running.port}\r\ncontent-length: 100\r\n\r\ndraft="
        got = answer_to(running, head.encode())
        assert b" 408 " in got and b'"too-slow"' in got
        assert running.ask("/health").status == 200


def test_what_is_no_http_is_answered_in_the_same_shape(site: Running) -> None:
    got = answer_to(site, b"\x16\x03\x01 hello\r\n\r\n")
    assert b" 400 " in got and json.loads(got.partition(b"\r\n\r\n")[2])["error"]["kind"] == "refused"


def test_every_answer_forbids_what_a_page_does_not_need(site: Running) -> None:
    for path in ("/", "/glance.json", "/nothing", "/static/desk.js", "/openapi.json"):
        headers = site.page(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "server" not in headers and "access-control-allow-origin" not in headers


def test_pages_hold_no_script_and_no_style_of_their_own(site: Running) -> None:
    for path in (
        "/?since=36500d",
        "/chronology?query=Ukraine+NATO",
        "/disagreements",
        "/help",
        "/dossier/ukraine-and-nato",
    ):
        text = site.page(path).text
        assert " style=" not in text and "<style" not in text and "javascript:" not in text
        assert text.count("<script") == 1 and not any(f" on{e}=" in text for e in ("click", "load", "error", "focus"))


def test_a_desk_for_reading_changes_nothing_and_still_checks(copied: Path) -> None:
    with serving(copied, Serving(port=0, read_only=True)) as running:
        got = running.post("/do/shelve", SHELVE, "x")
        assert (got.status, got.error["kind"]) == (403, "read-only")
        assert 'method="post" action="/do/' not in running.page("/feeds").text
        assert running.post("/check.json", {"draft": "Ukraine joined NATO."}).status == 200


def test_who_is_not_logged_in_sees_nothing(copied: Path) -> None:
    with pytest.raises(UsageError, match="nobody may log in"):
        site_for(copied, Settings(), Serving(host="0.0.0.0"), lambda: datetime.now(UTC))
    users = users_beside(copied)
    users.put("ada", PASSWORD)
    assert PASSWORD not in users.path.read_text() and users.path.stat().st_mode & 0o077 == 0
    with serving(copied, Serving(port=0, login=True)) as running:
        assert running.ask("/glance.json").error["kind"] == "login-needed"
        assert running.ask("/live").status == 401
        led = running.page("/coverage")
        assert (led.status, led.headers["location"]) == (303, "/login?next=/coverage")
        assert "articles of" not in running.page("/login").text.partition("<main")[0]
        wrong = running.post("/login", {"name": "ada", "password": "wrong"}, accept="text/html")
        assert wrong.status == 401 and "set-cookie" not in wrong.headers
        right = running.post("/login", {"name": "ada", "password": PASSWORD, "next": "//evil.example"})
        cookie = right.headers["set-cookie"]
        assert (right.status, right.headers["location"]) == (303, "/")
        assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
        mine = cookie.partition(";")[0]
        assert running.ask("/glance.json", cookie=mine).status == 200
        token = running.token(cookie=mine)
        story = running.ask("/stories.json?query=NATO", cookie=mine).data["data"]["stories"][0]["story"]
        assert running.post("/do/shelve", {"kept": "starred", "things": story}, token, cookie=mine).status == 200
        assert len(running.ask("/shelf.json?by=ada", cookie=mine).data["data"]["starred"]) == 1
        assert running.post("/do/shelve", SHELVE, token).status == 401
        assert running.post("/logout", {"token": token}, cookie=mine).status == 303
        assert running.ask("/glance.json", cookie=mine).status == 401


def test_a_session_outlives_the_server_and_ends_with_its_time_or_its_user(copied: Path) -> None:
    users_beside(copied).put("ada", PASSWORD)
    how, begun = Serving(port=0, login=True), datetime(2025, 9, 14, 12, tzinfo=UTC)
    with serving(copied, how, lambda: begun) as running:
        right = running.post(
            "/login", {"name": "ada", "password": PASSWORD}, origin=f"https://127.0.0.1:{running.port}"
        )
        assert right.headers["set-cookie"].endswith("; Secure")
        mine = right.headers["set-cookie"].partition(";")[0]
        token = running.token(cookie=mine)
    with closing(open_store(copied)) as store:
        assert store.sessions.get(mine.partition("=")[2]) is None  # only a hash of it is kept
    with serving(copied, how, lambda: begun + timedelta(hours=11)) as running:
        assert running.token(cookie=mine) == token
        assert running.post("/do/shelve", SHELVE, token, cookie=mine).status == 200
    with serving(copied, how, lambda: begun + timedelta(hours=22)) as running:
        assert running.ask("/glance.json", cookie=mine).status == 200
    with serving(copied, how, lambda: begun + timedelta(hours=35)) as running:
        assert running.ask("/glance.json", cookie=mine).status == 401
        other = running.post("/login", {"name": "ada", "password": PASSWORD}).headers["set-cookie"]
        assert "Secure" not in other
        assert running.ask("/glance.json", cookie=other.partition(";")[0]).status == 200
        with closing(open_store(copied)) as store:
            store.sessions.drop_user("ada")
        assert running.ask("/glance.json", cookie=other.partition(";")[0]).status == 401


def test_passwords_cannot_be_tried_without_end(copied: Path) -> None:
    users_beside(copied).put("ada", PASSWORD)
    with serving(copied, Serving(port=0, login=True)) as running:
        statuses = [running.post("/login", {"name": "ada", "password": str(n)}).status for n in range(10)]
    assert statuses[0] == 401 and statuses[-1] == 429


def test_users_are_named_by_letters_and_have_long_passwords(tmp_path: Path) -> None:
    users = users_beside(tmp_path / "store.sqlite")
    for name, password in (("ada", "short"), ("../ada", PASSWORD), ("", PASSWORD), ("ada", "x" * 2000)):
        with pytest.raises(UsageError):
            users.put(name, password)
    users.put("ada", PASSWORD)
    assert users.fits("ada", PASSWORD) and not users.fits("ada", PASSWORD + "x") and not users.fits("ben", PASSWORD)
    assert users.drop("ada") and not users.drop("ada")


def test_a_bucket_empties_and_fills_again() -> None:
    now = [0.0]
    buckets = Buckets(Rate(3, 1), lambda: now[0])
    assert [buckets.take("a") for _ in range(4)] == [True, True, True, False]
    assert buckets.take("b")
    now[0] = 1.5
    assert [buckets.take("a"), buckets.take("a")] == [True, False]


@pytest.mark.parametrize(
    "back",
    [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "",
        "/a\r\nb: c",
    ],
)
def test_nobody_is_led_to_another_site(back: str) -> None:
    assert inside(back) == "/"


def test_one_who_is_led_back_stays_here() -> None:
    assert inside("/story/story-1?x=1#n2") == "/story/story-1?x=1#n2"


async def _made(text: str) -> Made:
    return Made(text.encode(), b"", '"x"', "text/plain")


def test_what_is_kept_is_given_until_it_changes_here_and_renewed_behind_others() -> None:
    import asyncio

    now, told = [0.0], ["one"]
    cache = Cache(lambda: now[0])

    async def ask(version: Version) -> bytes:
        return (await cache.get(("k",), version, lambda: _made(told[0]))).body

    async def course() -> list[bytes]:
        got = [await ask(Version(0, 1, 1))]
        told[0] = "two"
        got.append(await ask(Version(0, 1, 2)))  # others wrote a moment ago: what is kept is good enough
        now[0] = 10.0
        got.append(await ask(Version(0, 1, 2)))  # now it is made anew behind the answer
        await asyncio.sleep(0.01)
        got.append(await ask(Version(0, 1, 2)))
        told[0] = "three"
        got.append(await ask(Version(1, 1, 2)))  # changed by this server itself: seen at once
        return got

    with ThreadPoolExecutor(1) as other:  # this thread may have a loop already
        got = other.submit(asyncio.run, course()).result()
    assert got == [b"one", b"one", b"one", b"two", b"three"]
