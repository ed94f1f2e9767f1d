"""Feeds and pages of a made-up newsroom, and the ways in which servers go wrong."""

from __future__ import annotations

import asyncio
import gzip
import random
from dataclasses import dataclass
from functools import cache
from itertools import count

from loopback import Asked, Handler, Loopback, answer, feed, page, says

WORDS = (
    "the a of in at harbour bridge school tax budget minister mayor river road market farm border water light vote "
    "plan court union strike price wheat rain storm train island army doctor nurse teacher museum film song match goal "
    "team opened closed raised lowered built sold bought praised blamed delayed asked told saw left entered signed"
).split()
DAY = "Sat, 21 Nov 2026 {hour:02}:{minute:02}:00 +0200"
LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip


@dataclass(frozen=True)
class Story:
    """What a feed tells of one article."""

    host: str
    number: int

    @property
    def headline(self) -> str:
        return f"Council {self.number} of {self.host} agrees on the harbour"

    @property
    def text(self) -> str:
        chance = random.Random(f"{self.host} {self.number}")
        said = [" ".join(chance.choices(WORDS, k=12)) for _ in range(5)]
        return "".join(f"The council of {self.host} heard that {words}. " for words in said)


def item(server: Loopback, story: Story, *, whole: bool = True, guid: str = "", when: str = "", text: str = "") -> str:
    words = text or (story.text if whole else story.text[:80])
    tag = "content:encoded" if whole else "description"
    url = server.url(f"/a/{story.number}", story.host)
    return (
        f"<item><title>{story.headline}</title><link>{url}</link><guid isPermaLink='false'>{guid or url}</guid>"
        f"<pubDate>{when or DAY.format(hour=story.number % 20, minute=story.number % 60)}</pubDate>"
        f"<{tag}>{words}</{tag}></item>"
    )


def rss(items: str, host: str = "news", before: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{before}<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>The {host} Herald</title><link>http://{host}.localhost/</link>{items}</channel></rss>"
    ).encode()


def article(story: Story, *, head: str = "") -> bytes:
    body = "".join(f"<p>{story.text} Paragraph {n} has more of it for readers.</p>" for n in range(4))
    top = f"<title>{story.headline}</title>{head}"
    return f"<html><head>{top}</head><body><article><h1>{story.headline}</h1>{body}</article></body></html>".encode()


@cache
def bomb() -> bytes:
    """Unpacks to a hundred times of what most would take."""
    return gzip.compress(bytes(40_000_000))


def stories(host: str, n: int = 3) -> list[Story]:
    return [Story(host, k) for k in range(n)]


def good(server: Loopback, host: str) -> bytes:
    return rss("".join(item(server, s) for s in stories(host)), host)


def bad_ways(server: Loopback, host: str) -> dict[str, Handler]:
    """Each way to go wrong, by name. Those that start with "odd" still give their items."""
    whole = good(server, host)
    ahead = "".join(item(server, s, when="Mon, 21 Nov 2095 10:00:00 GMT") for s in stories(host))
    laughs = rss(item(server, Story(host, 0)) + item(server, Story(host, 1), text="&i;"), host, LAUGHS)
    return {
        "slow": says(answer(200, b"x" * 500)[:-500], *[b"x"] * 40, pause=0.1),
        "cut off": says(answer(200, whole)[: -len(whole) // 2]),
        "no answer": says(b""),
        "no feed": page(b"<html><body>Welcome</body></html>", Content_Type="text/html"),
        "endless redirect": page(b"", 302, Location="/rss"),
        "too many": page(b"", 429, Retry_After="3600"),
        "out of service": page(b"", 503),
        "broken": page(b"oops", 500),
        "missing": page(b"", 404),
        "gone": page(b"", 410),
        "bomb": page(bomb(), Content_Encoding="gzip"),
        "too big": says(answer(200, b"")[:-2].replace(b": 0", b": 200000000") + b"\r\n", *[b"x" * 100_000] * 3),
        "binary": page(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, Content_Type="application/rss+xml"),
        "empty": page(b""),
        "no HTTP": says(b"220 ftp.example ready\r\n\r\n"),
        "odd: laughs": page(laughs),
        "odd: wrong type": page(whole, Content_Type="image/png"),
        "odd: wrong length": says(answer(200, whole, Content_Length=str(len(whole) + 9))),
        "odd: no UTF-8": page(whole.replace(b"harbour", b"h\xe4rbour").replace(b'encoding="utf-8"', b"")),
        "odd: changing GUIDs": changing(server, host),
        "odd: duplicates": page(rss("".join(item(server, s) for s in stories(host) * 3), host)),
        "odd: out of order": page(rss("".join(item(server, s) for s in reversed(stories(host))), host)),
        "odd: future": page(rss(ahead, host)),
    }  # fmt: skip


def changing(server: Loopback, host: str) -> Handler:
    turn = count()

    async def handler(asked: Asked, writer: asyncio.StreamWriter) -> None:
        n = next(turn)
        writer.write(answer(200, rss("".join(item(server, s, guid=f"g{n}-{s.number}") for s in stories(host)), host)))

    handler.closes = False  # type: ignore[attr-defined]
    return handler


def serve(server: Loopback, total: int, bad: int) -> dict[str, str]:
    """Sets up feeds at /rss of hosts f0, f1...; the way of each by host ("good" for those that behave)."""
    ways = {}
    for n in range(total):
        host = f"f{n}"
        ways[host] = "good"
        handler = feed(good(server, host))
        if n < bad:
            made = bad_ways(server, host)
            ways[host] = list(made)[n % len(made)]
            handler = made[ways[host]]
        server.on("/rss", handler, host)
    return ways
