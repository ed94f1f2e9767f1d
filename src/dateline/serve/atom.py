"""What changed in a dossier as an Atom feed (RFC 4287): one entry for each change, with its sentences."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from dateline.model.ids import content_id
from dateline.views.dossier.comparing import Change
from dateline.views.dossier.parts import Cited
from dateline.views.dossier_changes import DossierChanges

LONGEST = 160  # characters of a title


def atom(result: DossierChanges, address: str = "") -> str:
    """The feed; `address` is where it can be had, "" if nowhere."""
    here = f"  <link rel={quoteattr('self')} href={quoteattr(address)}/>\n" if address else ""
    entries = "".join(_entry(c, result) for c in result.changes)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"  <id>urn:dateline:dossier:{escape(result.name)}</id>\n  <title>{_text(result.title)}</title>\n{here}"
        f"  <updated>{_moment(result.known_at)}</updated>\n  <author><name>Dateline</name></author>\n{entries}</feed>\n"
    )


def _entry(change: Change, result: DossierChanges) -> str:
    named = content_id("change", result.name, change.kind, change.line.id, *change.why)
    words = f"{change.kind}: {change.line.text}"
    title = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    url = next((c.evidence.url for c in change.line.cited if c.evidence.url.startswith(("http://", "https://"))), "")
    link = f"    <link href={quoteattr(url)}/>\n" if url else ""
    told = "".join(_sentence(c) for line in (change.line, change.before) if line for c in line.cited[:3])
    body = f"<p>{_text('; '.join(change.why))}</p>{told}"
    return (
        f"  <entry>\n    <id>urn:dateline:{named}</id>\n    <title>{_text(title)}</title>\n"
        f"    <updated>{_moment(result.known_at)}</updated>\n{link}"
        f'    <content type="html">{escape(body)}</content>\n  </entry>\n'
    )


def _sentence(cited: Cited) -> str:
    found = cited.evidence
    return f"<p>“{_text(found.sentence)}” ({_text(found.outlet)}, {found.published_at or 'no date'})</p>"


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _text(words: str) -> str:
    """The words, escaped, without letters that XML does not allow."""
    return escape("".join(c if c >= " " or c in "\t\n" else " " for c in words))
