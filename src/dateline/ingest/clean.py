"""Text and addresses in one canonical form, so that the same thing written twice is the same."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

NEWLINES = re.compile("\r\n|[\r\u2028\u2029\u0085]")
HYPHENS = re.compile("[\u00ad\u200b\u2060\ufeff]")
SURROGATES = re.compile("[\ud800-\udfff]")
LONGEST_URL = 2048  # characters: what browsers and sitemaps allow

# what advertising, mail, social and analytics services append to addresses; none of it selects content
TRACKING = frozenset({
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
    "igshid", "igsh", "li_fat_id", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "hsctatracking", "mkt_tok", "oly_anon_id",
    "oly_enc_id", "vero_id", "wickedid", "_openstat", "cmpid", "cmp", "icid", "intcid", "ncid", "ocid", "ito",
    "smid", "smtyp", "ftag", "xtor", "wt_mc", "wt_zmc", "ns_campaign", "ns_mchannel", "ns_source", "ns_linkname",
    "ns_fee", "ref_src", "ref_url", "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3",
    "at_custom4", "at_format", "at_link_id", "at_link_origin", "at_link_type", "at_ptr_name", "at_bbc_team",
    "__twitter_impression", "guccounter", "guce_referrer", "guce_referrer_sig", "taid", "sharedarticle", "ssrc",
    "s_cid", "s_kwcid", "spm", "cid_source", "mbid", "emci", "emdi", "ceid", "traffic_source",
    "src_rss",
})  # fmt: skip
TRACKING_STARTS = ("utm_", "pk_", "mtm_", "matomo_", "hsa_", "ga_", "piwik_", "trk_", "sc_c", "stm_")
# names that select content as often as not; as these values they tell no more than where a reader came from
MARKS = {
    "rss": frozenset({"", "1", "true", "yes"}),
    "feature": frozenset({"share", "shared", "youtu.be", "emb_logo", "emb_title", "player_embedded"}),
}
AMP_KEYS = frozenset({"amp", "_amp", "amp_js_v", "amp_gsa", "usqp", "ampshare"})
VARIANT_HOSTS = ("amp.", "m.", "mobile.", "mobil.", "touch.")
PORTS = {"http": ":80", "https": ":443"}


def text(raw: str) -> tuple[str, str]:
    """A text in Unicode NFC with \\n for every kind of line end, nothing else changed; and a note if halves of
    surrogate pairs (which no file can hold) had to be replaced."""
    plain = NEWLINES.sub("\n", raw.removeprefix("\ufeff"))
    mended, broken = SURROGATES.subn("\ufffd", plain)
    note = f"{broken} characters that are no Unicode were replaced by U+FFFD" if broken else ""
    return unicodedata.normalize("NFC", mended), note


def line(raw: str) -> str:
    """A headline, name or byline on one line: NFC, runs of white space as one space, none at the ends,
    without the marks that only tell a browser where it may break."""
    return " ".join(HYPHENS.sub("", text(raw)[0]).split())


def host(url: str) -> str:
    """The host of an address in lower case, without "www." and port; "" if it has none."""
    parts = _split(url)
    return (parts.hostname or "").removeprefix("www.").rstrip(".") if parts else ""


def whole(base: str, relative: str) -> str:
    """A relative address made whole; "" if there is none, or it cannot be."""
    try:
        return urljoin(base, relative.strip()) if relative.strip() else ""
    except ValueError:
        return ""


def is_web(url: str) -> bool:
    """Whether this is an http or https address with a host."""
    parts = _split(url)
    return bool(parts and parts.scheme.lower() in PORTS and parts.hostname)


def canonical(url: str) -> str:
    """A web address in the form that is shown and kept: scheme and host in lower case, no default port, fragment or
    tracking parameters (RFC 3986, 6.2). Other addresses are only trimmed. "" for what is none."""
    trimmed = "".join(line(url).split())
    parts = _split(trimmed) if len(trimmed) <= LONGEST_URL else None
    if not parts or not parts.scheme:
        return ""
    if parts.scheme.lower() not in PORTS:
        return trimmed
    if not parts.hostname:
        return ""
    scheme = parts.scheme.lower()
    return urlunsplit((scheme, _netloc(parts, scheme), _escaped(parts.path) or "/", _query(parts.query), ""))


def key(url: str) -> str:
    """What all addresses of one article have in common, as an address: https, no "www.", AMP or mobile variant, no
    trailing slash, parameters in order. Not for fetching. Addresses that are not of the web stay as they are."""
    shown = canonical(url)
    parts = _split(shown) if is_web(shown) else None
    if not parts:
        return shown
    netloc = _without_variant(_netloc(parts, parts.scheme))
    pairs = sorted(p for p in _pairs(parts.query) if not _is_amp(*p))
    return urlunsplit(("https", netloc, _without_amp(parts.path).rstrip("/"), urlencode(pairs), ""))


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _netloc(parts: SplitResult, scheme: str) -> str:
    name = (parts.hostname or "").rstrip(".")
    shown = f"[{name}]" if ":" in name else name
    return shown if parts.port is None or f":{parts.port}" == PORTS[scheme] else f"{shown}:{parts.port}"


def _without_variant(netloc: str) -> str:
    bare = netloc.removeprefix("www.")
    rest = next((bare.removeprefix(v) for v in VARIANT_HOSTS if bare.startswith(v)), bare)
    return rest.removeprefix("www.") if "." in rest else bare


def _escaped(path: str) -> str:
    return quote(path, safe="/:@!$&'()*+,;=~-._%")


def _without_amp(path: str) -> str:
    plain = path.rstrip("/")
    for ending, instead in (("/amp", ""), (".amp.html", ".html"), (".amp", "")):
        if plain.endswith(ending) and len(plain) > len(ending):
            return plain.removesuffix(ending) + instead
    return plain.removeprefix("/amp") if plain.startswith("/amp/") else plain


def _pairs(query: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return [(query, "")]


def _query(query: str) -> str:
    pairs = _pairs(query)
    kept = [(k, v) for k, v in pairs if not _tracks(k.lower(), v.lower())]
    return query if kept == pairs else urlencode(kept)


def _tracks(name: str, value: str) -> bool:
    return name in TRACKING or name.startswith(TRACKING_STARTS) or value in MARKS.get(name, ())


def _is_amp(name: str, value: str) -> bool:
    low = name.lower()
    return low in AMP_KEYS or (low in {"outputtype", "output"} and value.lower() in {"amp", "amp-type"})
