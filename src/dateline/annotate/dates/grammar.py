"""The patterns of phrases, over the class letters of tokens (see tokens and lexicon).

Every repetition is bounded, so that the whole is linear in the length of the sentence.
"""

from __future__ import annotations

import re

NUMBER = "(?:w-w|a?#|w{1,2}#?w?|[dn]#?)"
FEW = "(?:[aD]?vO?a?)"  # "several", "a few", "a couple of"
COUNT = f"(?:{NUMBER}(?:-?k-?(?:a-?)?h)?(?:-?[+])?|{FEW}[+]?|ah|ha?|a|y)"
HALF = "(?:-?k-?(?:a-?)?h)?"  # "and a half"
UPTO = f"(?:(?:{NUMBER}-?[tk]-?|[dn]-)(?=[wdn]))?"  # "two to three", "five or six", "10-15", "12- to 15-"
DAY = "[do]"
LINK = "[-tk/]"
YEAR = "(?:[ynd]X|Xy|y)"
POINTED = "(?:,?O?D?r{1,2}U)"  # "last year", "of that same year"
TIME = "(?:[dwT]AZ?|TZ?|[&ynd]Z)"

# Each core rule may stand after prefixes; the first that fits wins, so longer ones come first.
RULES: tuple[tuple[str, str], ...] = (
    ("iso", "IZ?"),
    ("numeric", "K"),
    ("clock_day", f"{TIME}[i,]?(?:W(?!,?M)P?|D?GP?)|{TIME}rP|Pi?W(?!,?M)"),
    ("days_dm", f"D?{DAY}(?:,{DAY}){{1,4}},?k{DAY}O?M(?:,?y)?"),
    ("days_md", f"M{DAY}(?:,{DAY}){{1,4}},?k{DAY}(?![UM])(?:,?y)?"),
    ("span_dm", f"(?:W,?)?D?{DAY}{LINK}D?{DAY}O?M(?:,?y)?"),
    ("span_md", f"(?:W,?)?MD?{DAY}{LINK}(?:D?d|o)(?![UM])(?:,?y)?"),
    ("nth_weekday", "D?[osr]W(?:[Oi](?:D?r{0,2}M(?:,?O?y)?|D?r{1,2}U|DU))"),
    ("dm", f"(?:r?WP?,?i?)?D?{DAY}O?M(?:,?{YEAR}(?!-?U)|{POINTED})?"),
    ("day_weekend", "D?M[do]U"),
    ("md", f"(?:r?WP?,?i?)?r?M(?:D?d|o|Do(?!_))(?!-?U|-?h)(?:,?{YEAR}(?!-?U)|{POINTED})?"),
    ("month", f"M,?O?{YEAR}|M{POINTED}|D?r{{1,2}}M|M"),
    ("season", f"D?SO?{YEAR}(?:[-/][ydn](?!U)X?)?|D?S{POINTED}|D?r{{1,2}}S|D?S"),
    ("named", f"(?:DHU|(?:D?r{{1,2}})?H[UP]?)(?:,?O?y|{POINTED})?"),
    ("ago_day", f"{COUNT}[Uq]g(?:W|G|r[UM])"),
    ("weekdays_ago", f"{NUMBER}Wg"),
    ("from_day", f"{COUNT}Uf(?:W|G)"),
    ("counterpart", "D?U-[ge][UqJ]|D?r[UqJ](?:O?D?rU|O?y|[ai]?a?U-?[eg])"),
    ("ago", f"m?{UPTO}{COUNT}-?[Uqs](?:kah)?g|U-?g"),
    ("shift", f"m?{UPTO}{COUNT}-?[Uqs](?:kah)?(?:[el](?!r{{1,2}}[UqSM])|[bc]|i(?=,))|(?<![el]iD)U[elbc]|U-e"),
    ("night_before", "DP[bc]"),
    ("nights_later", f"{NUMBER}P[elb]"),
    ("beside", "(?<![el]i)DU(?:[bc]|r(?=D))"),
    ("weekday", "WO?r{1,2}U|(?:D?r{1,2})?WP?"),
    ("fiscal", "D?(?:r|y(?:[-/][dny])?)?YU(?:,?y(?:[-/][dny](?!U))?)?|Yy(?:[-/][dny](?!U))?"),
    ("quarter_name", "R(?:O?y)?"),
    ("ends", "(?:D?r{1,2}|D)?U(?:'|-)?B"),
    ("pair", "D?(?:E-?)?[os](?:-?[Uq])?[kt](?:D?E-?|D)?[os]-?(?:UX?|q(?:O?y(?!-?U))?)"),
    ("nth_day", "D[os@]UX?"),
    ("anniversary", "D?[os]j"),
    ("century", "D?[os]-?UX?"),
    ("quarter", "D?Y?[os]-?q(?:y(?!-?U))?"),
    ("deictic", f"D?r{{1,2}}(?:{UPTO}{NUMBER}{HALF}(?:-?[+])?|vO?|aO)?[Uq](?:kah)?"),
    ("deictic_part", "D?r{1,2}P"),
    ("of_month", "D?oOD?r{1,2}U|D?oODU|Do(?![wvdn]#?-?U)"),
    ("era_span", "[ynd]X?(?:-|t|k)[ynd]X"),
    ("era", "[ynd]X|X[ynd]"),
    ("years", "y[-/][ydn](?!U)"),
    ("decades", "D?[zx]X?"),
    ("rate", f"(?:{NUMBER}|a?v|Ck)?C(?:a|V)U(?!-)"),
    ("every", "V(?:[wdnos]|a?v)?[UqWPSM]"),
    ("repeat", "Q"),
    ("so_far", "F"),
    ("today", "D?GP?"),
    ("length", f"(?:m?(?:D?[o@])?|D(?=[wdn])){UPTO}(?:{COUNT}|&)-?U(?:kah)?"),
    ("term", "D[Uq](?=[_t]i?(?:E-?|W,?)?M)"),
    ("hour", "[dw](?:D?GP?|rP|iDP|WP)"),
    ("clock", TIME),
    ("daypart", "[Dwa]?P"),
    ("day_event", "DU(?=OD_)"),
    ("weekend", "D[Uq]"),
    ("units", "[Uq]"),
    ("year", "y"),
    ("then", "N"),
    ("at_time", "(?:D?r{1,2}|D)J"),
    ("past", "Dr"),
    ("recent", "v"),
    ("former", "p"),
    ("lasting", "L"),
    ("current", "r"),
)
PREFIX = (
    "(?:D?BOD?"  # the end of
    "|D?@UOD?"  # the closing days of
    "|D?E-?[tk]-?E(?:-|iD?|D)?"  # early to mid-, mid- to late
    "|D?E(?:-|UOD?|i?D?)"  # early, mid-, late in the, the early months of
    "|D?[orE]%OD?"  # the latter part of
    "|[el](?:iD(?=U)|(?:iD?)?(?=r|i?D?r|D))"  # later this, earlier in the
    "|D?[or][wdv]UOD?"  # the first two months of
    "|D?[or][Uqh]OD?|D?[os][Uqh][Oi]D?|D?[osw][hq]OD?|D?oOD?(?=rU)"  # the last day of, the first half of
    "|D?UOD?(?=M|W|[do])|DU(?=y|n)"  # the week of
    "|D?PU?OD?|[dT]AZ?,?|[dT]AZ?i(?=W)"  # the morning of, 9 a.m.
    ")"
)
NONE = "(?![_,'()/OtkiAZgbc+-]|D[_,'()/-]|a[_,'()/])"  # what opens no time, so that most places are passed by at once


def _pattern(rules: tuple[tuple[str, str], ...], prefixes: int = 2) -> re.Pattern[str]:
    named = "|".join(f"(?P<{n}>{p})" for n, p in rules)
    return re.compile(f"{NONE}(?P<pre>(?:{PREFIX}){{0,{prefixes}}})(?:{named})")


PATTERN = _pattern(RULES)
# What they match may be two times, or one with a word less: "last week last year", "dawn on Friday", "this week start".
GREEDY = ("counterpart", "clock_day", "day_weekend", "ends", "pair", "nth_weekday", "beside")
BARE = _pattern(RULES, prefixes=0)
PLAIN = _pattern(tuple(r for r in RULES if r[0] not in GREEDY))
