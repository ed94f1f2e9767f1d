"""What a robots.txt allows a visitor (RFC 9309), how long it asks to wait, and what it tells of mining. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

LONGEST = 500_000  # characters that are read (RFC 9309, 2.5, asks for 500 KiB)
LONGEST_DELAY = 60.0  # seconds; who asks for more means search engines that come every minute
NAME = "dateline"
# crawlers that feed models; a site that bars one of them from everything says what it thinks of mining
MINERS = frozenset({
    "gptbot", "chatgpt-user", "oai-searchbot", "ccbot", "google-extended", "anthropic-ai", "claudebot", "claude-web",
    "perplexitybot", "applebot-extended", "bytespider", "meta-externalagent", "facebookbot", "cohere-ai", "amazonbot",
    "diffbot", "omgili", "omgilibot", "ai2bot", "youbot", "timpibot", "img2dataset", "mistralai-user",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """A path pattern, with * for anything and $ for the end, and whether it allows."""

    pattern: str
    allows: bool


@dataclass(frozen=True, slots=True)
class Robots:
    """What holds for us: rules, seconds between requests, which miners are barred from everything, and what
    lines of Content-Signal and Content-Usage say ("ai-train=no")."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0
    miners_barred: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()

    def allows(self, url: str) -> bool:
        """Whether an address may be fetched: the longest pattern that fits decides, and allows on a tie."""
        path = path_of(url)
        fitting = [(len(r.pattern), r.allows) for r in self.rules if fits(r.pattern, path)]
        return max(fitting, default=(0, True))[1]


NOTHING_ALLOWED = Robots((Rule("/", False),))


@lru_cache(maxsize=256)
def read(text: str, name: str = NAME) -> Robots:
    """What a robots.txt says to the visitor of that name; if it has no group for it, what it says to all."""
    groups, signals = _groups(text[:LONGEST])
    mine = groups.get(name.lower()) or groups.get("*") or []
    rules = tuple(Rule(normal(value), key == "allow") for key, value in mine if key in {"allow", "disallow"} and value)
    delays = [_seconds(value) for key, value in mine if key == "crawl-delay"]
    barred = sorted(n for n in groups.keys() & MINERS if ("disallow", "/") in groups[n])
    return Robots(rules, min(max(delays, default=0.0), LONGEST_DELAY), tuple(barred), signals)


def _groups(text: str) -> tuple[dict[str, list[tuple[str, str]]], tuple[str, ...]]:
    """The lines for each visitor by name in small letters; groups of one name are joined."""
    groups: dict[str, list[tuple[str, str]]] = {}
    signals: list[str] = []
    names: list[str] = []
    open_head = False
    for line in text.removeprefix("\ufeff").splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            names = [*(names if open_head else ()), value.lower().partition("/")[0]]
            groups.setdefault(names[-1], [])
            open_head = True
        elif key in {"allow", "disallow", "crawl-delay"}:
            open_head = False
            for name in names:
                groups[name].append((key, value))
        elif key in {"content-signal", "content-usage"}:
            words = value.split(" ", 1)[-1] if value.startswith("/") else value
            signals += [s.strip().lower().replace(" ", "") for s in words.split(",")]
    return groups, tuple(dict.fromkeys(signals))


def _seconds(value: str) -> float:
    try:
        return max(0.0, float(value))
    except ValueError:
        return 0.0


def path_of(url: str) -> str:
    """The path and query of an address, in the form of patterns."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "/"
    return normal((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))


def normal(path: str) -> str:
    """One form for paths that are written with more or fewer percent signs."""
    return quote(unquote(path), safe="/*$?&=;:@!'()+,~-._")


def fits(pattern: str, path: str) -> bool:
    """Whether a pattern fits the start of a path; in linear time: each part is looked for once, from left to right."""
    at_end = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(rest, 1):
        if at_end and number == len(rest):
            return len(path) - len(part) >= at and path.endswith(part)
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not at_end or bool(rest) or at == len(path)
