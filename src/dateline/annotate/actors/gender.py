"""Whether a person is a woman or a man, by the title before the name or by the given name; unsure is neither."""

from __future__ import annotations

from functools import cache
from importlib import resources

from dateline.annotate.gazetteer import fold

SHE, HE = "she", "he"
_FILE = resources.files("dateline") / "data" / "actors" / "given_genders.txt"
_OF_TITLE = {
    "ms": SHE, "mrs": SHE, "miss": SHE, "lady": SHE, "dame": SHE, "queen": SHE, "princess": SHE, "actress": SHE,
    "chairwoman": SHE, "spokeswoman": SHE, "congresswoman": SHE, "sister": SHE,
    "mr": HE, "sir": HE, "lord": HE, "king": HE, "prince": HE, "chairman": HE, "spokesman": HE, "congressman": HE,
    "father": HE, "pope": HE, "archbishop": HE, "cardinal": HE, "imam": HE, "ayatollah": HE, "sheikh": HE,
}  # fmt: skip


def of_title(title: str) -> str:
    """SHE or HE by a folded title, "" if it is neither's."""
    return _OF_TITLE.get(title, "")


def of_name(name: str) -> str:
    """SHE or HE by the first word of a full name, "" if it tells nothing."""
    first = fold(name).replace("-", " ").split()
    return _names().get(first[0], "") if len(first) > 1 else ""


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            whose, *names = line.split()
            found.update(dict.fromkeys(names, whose))
    return found
