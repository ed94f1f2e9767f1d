"""Claims of the news set for reading by eye: python -m evals.readings.sample --seed N [--claims 100] [--dated 70].

Draws claims at random, the same for the same seed and the same chain, and prints all that a reader is shown of each,
with its sentence. The first column of a claim (its selector) is what the tables of verdicts name it by.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.annotate.base import ACTORS, CLAIMS, DATELINES, Document
from dateline.annotate.standard import standard_chain
from dateline.model.claim import Claim, Role
from dateline.run.pool import annotated
from dateline.settings import Settings
from evals.chain.bench import load

MODEL = Settings().model
EVERY = 10**6  # articles: more than the set holds


@dataclass(frozen=True, slots=True)
class Drawn:
    """A claim with the document that it was read from."""

    document: Document
    claim: Claim

    @property
    def selector(self) -> str:
        """The hash of the article's address and the offsets of the words that name the happening."""
        return f"{url_hash(self.document.article.url)}:{self.claim.anchor.start}-{self.claim.anchor.end}"


def main(argv: list[str]) -> int:
    """Prints the claims of a sample for reading."""
    options = _options(argv)
    documents = annotated(load(options.articles), standard_chain(MODEL), MODEL, 1)
    drawn = draw(documents, options.seed, options.claims, options.dated)
    for number, each in enumerate(drawn, 1):
        print("\n".join([f"[{number}] {each.selector}", *("    " + line for line in shown(each)), ""]))
    return 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.readings.sample", description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--claims", type=int, default=100)
    parser.add_argument("--dated", type=int, help="how many of them have a time (default: as chance has it)")
    parser.add_argument("--articles", type=int, default=EVERY, help="how many articles to draw from")
    return parser.parse_args(argv)


def url_hash(url: str) -> str:
    """Twelve hex digits of the SHA-256 of an address."""
    return hashlib.sha256(url.encode()).hexdigest()[:12]


def draw(documents: Iterable[Document], seed: int, claims: int, dated: int | None = None) -> list[Drawn]:
    """That many claims at random, dated ones first; the order of the documents does not matter.

    With `dated`, so many of them have a time; without, every claim has the same chance.
    """
    every = sorted((Drawn(d, c) for d in documents for c in d[CLAIMS]), key=_place)
    chance = random.Random(seed)
    if dated is None:
        return sorted(chance.sample(every, min(claims, len(every))), key=lambda each: each.claim.when is None)
    timed = [each for each in every if each.claim.when]
    rest = [each for each in every if not each.claim.when]
    wanted = min(dated, len(timed))
    return chance.sample(timed, wanted) + chance.sample(rest, min(claims - wanted, len(rest)))


def _place(each: Drawn) -> tuple[str, int, int, str]:
    return each.document.article.url, each.claim.anchor.start, each.claim.anchor.end, each.claim.id


def shown(each: Drawn) -> Iterator[str]:
    """The lines that tell what was read from a sentence."""
    claim, published = each.claim, each.document.revision.published_at
    names = {mark.actor: mark.name for mark in each.document[ACTORS]}
    yield f"published {published.day if published else 'unknown'} | {_sentence(each)}"
    yield f"what      {claim.words.exact}{' (negated)' if claim.negated else ''}"
    if claim.when:
        words = claim.when.mark.exact if claim.when.mark else claim.when.why
        vague = ", vague" if claim.when.vague else ""
        yield f"when      {words} = {claim.when.days.edtf()} ({claim.when.granularity}, {claim.when.how}{vague})"
    yield f"status    {claim.status}{'' if claim.certainty == 'certain' else ', ' + claim.certainty}"
    for role in claim.roles:
        yield f"{role.name:9} {_party(role, names)}"
    for quantity in claim.quantities:
        yield f"number    {quantity.words} = {quantity.value:g} {quantity.unit}"
    if claim.speaker:
        yield f"speaker   {names.get(claim.speaker, claim.speaker)}"


def _sentence(each: Drawn) -> str:
    """The sentence, with the words of a dateline in brackets."""
    words = each.claim.sentence
    text = words.exact
    for line in each.document[DATELINES]:
        if words.covers(line.words):
            at = line.words.end - words.start
            text = f"[{text[:at]}]{text[at:]}"
    return " ".join(text.split())


def _party(role: Role, names: dict[str, str]) -> str:
    if not role.actor:
        return role.words
    return f"{role.words} {'for' if role.acts_for else '='} {names.get(role.actor, role.actor)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
