"""Readers of annotated toponyms: the formats of LGL and GeoVirus, one document after another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.gazetteer import fold, packed_places


@dataclass(frozen=True)
class Gold:
    """A toponym at start..end; coordinates None if the annotators found none. `country` is ISO alpha-2 or "".

    `area` is "country", "state" or "": countries and states are compared by id, not by centre points. `admin` is the
    first-level code of a state where it is known.
    """

    start: int
    end: int
    phrase: str
    latitude: float | None
    longitude: float | None
    country: str
    area: str
    admin: str = ""


@dataclass(frozen=True)
class Text:
    """A document with its toponyms; `half` is "developed" or "reported", by the hash of its text."""

    text: str
    toponyms: tuple[Gold, ...]

    @property
    def half(self) -> str:
        """Which half of its set the document belongs to."""
        return "reported" if int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 2 else "developed"


def read(path: Path) -> Iterator[Text]:
    """The documents of a file in either format."""
    for article in ElementTree.parse(path).getroot():
        text = article.findtext("text") or ""
        if article.find("toponyms") is not None:
            yield Text(text, tuple(_lgl(t) for t in article.iter("toponym")))
        else:
            yield Text(text, tuple(_geovirus(x, text) for x in article.iter("location")))


def _lgl(node: ElementTree.Element) -> Gold:
    start, end = int(node.findtext("start", "0")), int(node.findtext("end", "0"))
    tag, phrase = node.find("gaztag"), node.findtext("phrase", "")
    latitude = (tag.findtext("lat") if tag is not None else None) or node.findtext("lat")
    longitude = (tag.findtext("lon") if tag is not None else None) or node.findtext("lon")
    point = (float(latitude), float(longitude)) if latitude and longitude else (None, None)
    code = tag.findtext("fcode", "") if tag is not None else ""
    country = _code(tag.findtext("country", "")) if tag is not None else ""
    area = "country" if code.startswith("PCL") else "state" if code == "ADM1" else ""
    admin = _admin(tag.findtext("admin1", ""), country) if tag is not None and area == "state" else ""
    return Gold(start, end, phrase, *point, country, area, admin)


def _geovirus(node: ElementTree.Element, text: str) -> Gold:
    start, phrase = int(node.findtext("start", "1")) - 1, node.findtext("name", "")
    start = start if text[start : start + len(phrase)] == phrase else max(0, text.find(phrase, max(0, start - 2)))
    title = unquote((node.findtext("page") or "").rsplit("/", 1)[-1]).replace("_", " ")
    areas = [t for t in packed_places().named(title) if t.kind in ("country", "state")]
    country, area, admin = (areas[0].country, areas[0].kind, areas[0].admin) if areas else ("", "", "")
    point = (float(node.findtext("lat", "0")), float(node.findtext("lon", "0")))
    return Gold(start, start + len(phrase), phrase, *point, country, area, admin)


def _code(name: str) -> str:
    states = lexicon().states.get(fold(name), ())
    return states[0].country if states else ""


def _admin(name: str, country: str) -> str:
    states = [t for t in packed_places().named(name) if t.kind == "state" and t.country == country]
    return states[0].admin if states else ""
