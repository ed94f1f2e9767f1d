"""The patterns of phrases, over the class letters of tokens (see tokens and lexicon).

Every repetition is bounded, so that the whole is linear in the length of the sentence.
"""

from __future__ import annotations

import re

UNIT = "[Uqs]"
NUMBER = "(?:w-w|w{1,3}|[dn])"
COUNT = f"(?:{NUMBER}(?:ka?h)?|[aD]?r?vO?a?|ah|ha?|a|y)"
DAY = "[do]"
LAST_YEAR = "(?:,?O?D?r{1,2}U)"  # "last year", "of that same year"

# Each core rule may stand after prefixes; the first that fits wins, so longer ones come first.
RULES: tuple[tuple[str, str], ...] = (
    ("iso", "IZ?"),
    ("numeric", "K"),
    ("clock_day", "(?:[dT]AZ?|TZ?)[i,]?(?=W|D?G|M|[do])(?:W(?!,?M)|G)"),
    ("span_dm", f"(?:W,?)?D?{DAY}[-tk]D?{DAY}O?M(?:,?y)?"),
    ("span_md", f"(?:W,?)?MD?{DAY}[-tk]D?{DAY}(?!U)(?:,?y)?"),
    ("dm", f"(?:W,?i?)?(?:D?o|d)O?M(?:,?y(?:X)?|{LAST_YEAR})?"),
    ("md", f"(?:W,?i?)?M(?:D?o|d)(?!-?U|{NUMBER}?[%])(?:,?y(?!-?U)|{LAST_YEAR})?"),
    ("month", f"M,?O?y|M{LAST_YEAR}|D?r{{1,2}}M|M"),
    ("season", f"D?SO?y|D?S{LAST_YEAR}|D?r{{1,2}}S|D?S"),
    ("named", f"D?r?H(?:U)?(?:,?y|{LAST_YEAR})?"),
    ("ago_weekday", f"{COUNT}{UNIT}gW"),
    ("ago", f"m?{COUNT}-?{UNIT}g"),
    ("shift", f"m?{COUNT}-?{UNIT}[elbc]"),
    ("weekday", "(?:D?r{1,2})?WP?|W(?:O)?r{1,2}U"),
    ("fiscal", "D?(?:r|y)?YU(?:,?y(?:-[dy])?)?|Yy"),
    ("quarter_name", "R(?:O?y)?"),
    ("century", "D?[os]-?U"),
    ("deictic", f"D?r{{1,2}}(?:{NUMBER}|v|aO)?{UNIT}"),
    ("deictic_part", "D?r{1,2}P"),
    ("of_month", "D?oO(?:D?r{1,2}U)|Do"),
    ("era", "yX|Xy|nX|dX"),
    ("years", "y-[yd](?!U)"),
    ("decades", "[zx]"),
    ("every", "V(?:[wdos])?(?:U|q|W|P|S|M)"),
    ("repeat", "Q"),
    ("today", "GP?"),
    ("length", f"m?{COUNT}-?{UNIT}"),
    ("clock", "(?:[dT]AZ?|TZ?)"),
    ("daypart", "D?P"),
    ("units", UNIT),
    ("year", "y"),
)
PREFIX = "(?:D?BOD?|D?E-?|[el](?=r|i?D?r|D?i)(?:iD?)?|D?(?:[osrh]|[osrw]h)(?:[Uqs])?[Oi]D?|D?PO|[dT]AZ?[i,]?)"
PATTERN = re.compile(f"(?P<pre>(?:{PREFIX}){{0,2}})(?:" + "|".join(f"(?P<{n}>{p})" for n, p in RULES) + ")")
