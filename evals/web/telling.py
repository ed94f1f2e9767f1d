"""Articles of the sample corpus told again: other persons and organisations, other days, other outlets.

A happening is one sample article told by one or more outlets under the same made-up names of the same length, so that
every mark still stands on its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dateline.link.events import event
from dateline.link.stories.profile import keys
from dateline.model.act import act
from dateline.model.article import Article, Published
from dateline.model.claim import Claim
from dateline.model.story import Sort
from dateline.run.lookup import known
from dateline.store.base import Held, Store
from dateline.store.codec import encode, kind_of
from dateline.store.keeping import CLAIMS as CLAIMED
from dateline.store.keeping import place_codes, tags
from dateline.store.words import folded
from evals.web.templates import Key, Template, shifted, template

LAYERS = ("blocks", "sentences", "datelines", "dates", "actors", "places", "quotes", "presence")
CLAIMS = 10  # claims of an article that are kept, the first
TELLERS = (1, 1, 2, 1, 5)  # outlets that tell a happening, in turn
KEPT = 40  # of so many happenings one keeps its names: they make the matters
RENAMED = frozenset({"person", "organisation", "alliance", "group", "company", "party", "body"})
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()
MASK, ODD = (1 << 64) - 1, 0x9E3779B97F4A7C15


def scattered(number: int) -> str:
    """Sixteen digits that are another's for no other number, and that lie anywhere, as those of hashes do."""
    return f"{(number + 1) * ODD & MASK:016x}"


@dataclass(frozen=True)
class Acted:
    """An act of a claim: its number in the article, kind and parties, its day and that of publication."""

    claim: int
    type: str
    actor: str
    recipient: str
    day: str
    published: str


@dataclass(frozen=True)
class Source:
    """One article of the sample, in templates."""

    held: Held
    day: date
    revision: Template
    folded: tuple[Template, Template]
    layers: Sequence[tuple[str, str, Template]]
    places: Sequence[str]
    tags: str
    claims: Sequence[Template]
    acts: Sequence[Acted]
    profile: Template
    keys: Sequence[Template]
    events: dict[int, Sequence[Template]]


def sources(store: Store) -> list[Source]:
    """What is told again: every dated article of the store that claims something."""
    found = []
    for held in store.articles.all():
        claims = store.claims.of_article(held.article.id)[:CLAIMS]
        if held.revision.published_at and claims and not held.revision.withdrawn:
            found.append(_source(store, held, claims))
    return found


def _source(store: Store, held: Held, claims: Sequence[Claim]) -> Source:
    layers = {name: store.annotations.layer(held.revision.id, name) for name in LAYERS}
    names, published = _names(layers), held.revision.published_at
    assert published is not None
    plain = replace(held.revision, id="@@R@@", article_id="@@A@@", published_at=Published(published.day))
    words = (held.revision.headline, held.revision.text)
    placed = store.stories.profiles([held.article.id])[held.article.id].profile
    marked = tuple(replace(t, stem=f"{t.stem}@@S@@") if t.sort is Sort.NAME else t for t in placed.terms)
    profile = replace(placed, article_id="@@A@@", terms=marked)
    own = [_text(c).replace(held.article.id, "@@A@@").replace(held.revision.id, "@@R@@") for c in claims]
    numbers = {c.id: n for n, c in enumerate(claims)}
    return Source(
        held,
        published.day,
        template(_text(plain), names, days=True),
        tuple(template(" ".join(folded(w)), names) for w in words),  # type: ignore[arg-type]
        [(n, kind_of(n, list(ms)), template(_text(list(ms)), names)) for n, ms in sorted(layers.items())],
        place_codes(layers),
        f" {' '.join(tags({**layers, CLAIMED: claims}))} ",
        [template(_renumbered(text, numbers), names, days=True) for text in own],
        _acts(claims, published.day),
        template(_text(profile), (), days=True),
        [template(k) for k in keys(profile)],
        {tellers: _events(claims, held, tellers, names) for tellers in sorted(set(TELLERS))},
    )


def _text(record: object) -> str:
    return encode(record).decode()


def _names(layers: dict[str, Sequence[Any]]) -> set[str]:
    """The words of persons and organisations that no place is called by."""
    places = {w for m in layers["places"] for w in m.words.exact.split()}
    marks = [m for m in layers["actors"] if str(m.kind) in RENAMED]
    words = {w for m in marks for w in re.findall(r"\b[A-Z][A-Za-z]{3,}\b", m.words.exact)}
    return {w for w in words - places if w.isascii()}


def _renumbered(text: str, numbers: dict[str, int]) -> str:
    """Ids of the article's own claims as gaps."""
    return re.sub(r"claim-[0-9a-f]{16}", lambda m: f"@@O{numbers[m[0]]}@@" if m[0] in numbers else m[0], text)


def _acts(claims: Sequence[Claim], published: date) -> list[Acted]:
    told = [(n, a) for n, c in enumerate(claims) if (a := act(c, published))]
    return [
        Acted(n, a.type.value, a.actor, a.recipient, a.day.isoformat(), a.published_at.isoformat()) for n, a in told
    ]


def _events(claims: Sequence[Claim], held: Held, tellers: int, names: set[str]) -> list[Template]:
    """The happenings of an article as so many outlets tell them."""
    made = []
    for n, claim in enumerate(claims):
        told = [
            known(
                replace(claim, id=f"@@C{j}.{n}@@", article_id=f"{j}"),
                replace(held.outlet, id=f"{j}.example"),
                held.revision,
            )
            for j in range(tellers)
        ]
        made.append(template(_text(replace(event(told), id=f"@@E{n}@@")), names, days=True))
    return made


@dataclass(frozen=True)
class Telling:
    """One happening: which source, by how many outlets, on which day; `number` is its own."""

    number: int
    source: Source
    tellers: int
    day: date

    def value(self, teller: int) -> _Values:
        """What fills the gaps in what one outlet tells."""
        return _Values(self, teller)

    def published(self, teller: int) -> date:
        """The outlets tell it on two days."""
        return self.day - timedelta(days=teller % 2)

    def article(self, teller: int, outlet: str) -> Article:
        """The article of one outlet."""
        number = f"article-{scattered(self.number * 8 + teller)}"
        return Article(number, outlet, f"https://{outlet}/{self.number}/{teller}")


class _Values:
    """Fills gaps; each one is worked out once."""

    def __init__(self, telling: Telling, teller: int) -> None:
        self._telling, self._teller = telling, teller
        self._shift = (telling.published(teller) - telling.source.day).days
        self._known: dict[Key, str] = {}

    def __call__(self, key: Key) -> str:
        if key not in self._known:
            self._known[key] = self._made(*key)
        return self._known[key]

    def _made(self, kind: str, words: str) -> str:
        if kind == "day":
            return shifted(words, self._shift)
        if kind in ("name", "lower"):
            return words if self._telling.number % KEPT == 0 else _name(words, self._telling.number)
        return self._gap(words[0], words[1:])

    def _gap(self, letter: str, rest: str) -> str:
        number, teller = self._telling.number, self._teller
        if letter in "AR":
            return f"{'article' if letter == 'A' else 'revision'}-{scattered(number * 8 + teller)}"
        if letter == "O":
            return claim_id(number, teller, int(rest))
        if letter == "C":
            other, _, n = rest.partition(".")
            return claim_id(number, int(other), int(n))
        if letter == "E":
            return f"event-{scattered(number * 16 + int(rest))}"
        return "" if number % KEPT == 0 else f"{number % 9973}"


def claim_id(number: int, teller: int, n: int) -> str:
    """The id of a claim by happening, teller and its place in the text."""
    return f"claim-{scattered(number * 128 + teller * 16 + n)}"


def _name(word: str, number: int) -> str:
    """A made-up word of the same length and case, the same one within one happening."""
    seed = (sum(ord(c) * 31**i for i, c in enumerate(word.lower())) + number * 7919) * ODD & MASK
    made = ""
    while len(made) < len(word):
        made += SYLLABLES[seed % len(SYLLABLES)]
        seed //= len(SYLLABLES)
    made = made[: len(word)]
    return made.capitalize() if word[0].isupper() else made


def tellings(told: Sequence[Source], last: date, articles: int) -> Iterator[Telling]:
    """Happenings with so many articles in all, the oldest first: half of them over ten years, half over the last sixty
    days."""
    count, numbers = 0, list[int]()
    while count < articles:
        tellers = min(TELLERS[len(numbers) % len(TELLERS)], articles - count)
        numbers.append(max(t for t in TELLERS if t <= tellers))
        count += numbers[-1]
    half = len(numbers) // 2
    for number, tellers in enumerate(numbers):
        back = 60 + 3590 * (half - number) // half if number < half else 60 * (len(numbers) - 1 - number) // half
        yield Telling(number, told[number * 7919 % len(told)], tellers, last - timedelta(days=back))
