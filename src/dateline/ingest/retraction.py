"""An outlet's note that it takes an article back: in its headline, or as a paragraph at the head of its text. Pure.

Such a note speaks of "this article"; a report on somebody else's retraction names what was retracted and is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.ingest.base import Told

LONGEST_NOTE = 600  # characters of a paragraph that can be a note
PARAGRAPHS = 3  # at the head of the text in which it stands
LITTLE = 600  # characters of all other text, below which the note stands in place of the article
LED = r"(?:(?:editors?['’]?s?|publisher['’]?s?)?\s?note|notice|correction|retraction|update|anm\. d\. red\.|hinweis)"
HEADLINE = re.compile(
    r"\W{0,3}(?:retracted|retraction|withdrawn|withdrawal|article removed|story removed|mandatory kill|story killed|"
    r"zurückgezogen|rétracté|article retiré|retractado|artículo retirado|ritirato|retirado|ingetrokken|wycofany)"
    r"(?:\s?[:|\]–—-]|\s*$)",
    re.IGNORECASE,
)
# "this article" and "has been taken back", in the languages of the largest outlets
THIS = (
    r"(?:this|the above) (?:article|story|report|post|item|page|column)",
    r"dieser (?:artikel|beitrag|bericht|text)",
    r"(?:cet|le présent) article",
    r"(?:este|el presente) artículo|esta (?:noticia|nota|información)",
    r"(?:questo|il presente) articolo|questa notizia",
    r"est[ea] (?:artigo|texto|reportagem|notícia|matéria)",
    r"dit (?:artikel|bericht)",
    r"(?:ten|niniejszy) (?:artykuł|tekst)",
    r"(?:эта статья|эта новость|этот материал|эта публикация|данный материал)",
    r"(?:denna|den här|denne|dette) (?:artikeln?|artikkelen|saken|texten)",
    r"bu (?:haber|makale|yazı)",
)
TAKEN = (
    r"(?:has|have|had) (?:since )?been (?:retracted|withdrawn|removed|taken down|deleted|unpublished|pulled)",
    r"(?:was|is) (?:retracted|withdrawn|taken down|unpublished|being withdrawn)",
    r"(?:wurde|ist) [^.]{0,60}?(?:zurückgezogen|entfernt|gelöscht|depubliziert)",
    r"a été [^.]{0,40}?(?:retiré|supprimé|dépublié|rétracté)",
    r"(?:ha sido|fue) [^.]{0,40}?(?:retirad[oa]|eliminad[oa]|retractad[oa]|borrad[oa])",
    r"(?:è stat[oa]) [^.]{0,40}?(?:ritirat[oa]|rimoss[oa]|cancellat[oa])",
    r"foi [^.]{0,40}?(?:retirad[oa]|removid[oa]|apagad[oa]|despublicad[oa])",
    r"(?:is|werd) [^.]{0,40}?(?:ingetrokken|verwijderd)",
    r"został [^.]{0,40}?(?:wycofany|usunięty)",
    r"(?:был[ао]? )?[^.]{0,40}?(?:удал[её]н[ао]?|отозван[ао]?|снят[ао]? с публикации)",
    r"(?:har|er|är|blev) [^.]{0,40}?(?:dragits tillbaka|tagits bort|trukket tilba[kg]e|fjernet|avpublicerats)",
    r"(?:geri çekil|kaldırıl|yayından kaldırıl)\w{2,12}",
)
NOTE = re.compile(
    rf"\W{{0,3}}(?:{LED}\s?[:.–—-]\s*)?(?:{'|'.join(THIS)})\b[^.\n]{{0,120}}?\b(?:{'|'.join(TAKEN)})", re.I
)


def marked(told: Told) -> Told:
    """The document as a withdrawal with the outlet's words as its note, if it carries such a note; else as it is.

    A note in place of the article brings no text, so that the text that is held stays.
    """
    if told.withdrawn:
        return told
    found = note(told.text)
    in_headline = bool(HEADLINE.match(told.headline))
    if not found and not in_headline:
        return told
    rest = len(told.text) - len(found)
    replaced = bool(found) and rest < LITTLE
    words = f"its outlet took it back: “{found or told.headline.strip()}”"
    text = "" if replaced else told.text
    headline = "" if replaced or in_headline else told.headline
    return replace(told, withdrawn=True, text=text, headline=headline).noted(words)


def note(text: str) -> str:
    """The paragraph at the head of a text by which its outlet takes it back, "" without one."""
    head = [p.strip() for p in text[: PARAGRAPHS * 2000].split("\n") if p.strip()][:PARAGRAPHS]
    return next((p for p in head if len(p) <= LONGEST_NOTE and NOTE.match(p)), "")
