"""What states have: "Ukraine's parliament", "the Sudanese army", and "the Senate" of the country of the text."""

from __future__ import annotations

from dateline.annotate.actors.lexicon import Actor, Lexicon, slug, titles, words
from dateline.annotate.actors.scan import Found, Scan

UNLISTED = "last word of the name"
FLEETING = frozenset(
    {"fleet", "forces", "police", "officials", "secret service", "treasury", "administration"}
)  # of firms, towns
RULING = frozenset({"junta", "military government"})  # of which a text has one, that of the country it names most
MEMBERS = frozenset({"deputies", "lawmakers", "mps", "legislators"})
MILITARY = frozenset("court courts tribunal tribunals judge judges prosecutor prosecutors base bases hospital".split())
SECTION_REACH = 400  # words looked back for a heading
OWNER_REACH = {"his": 60, "her": 60, "its": 12}  # words looked back for whose organ is told of
STATELY = frozenset({"state", "government"})  # who has organs
SENTENCE_REACH = 60  # words looked back for a state in the same sentence
CLEAR = 4  # mentions of a country that is named twice as often as any other, for "the army" to be its
LONGEST = 4  # words of an institution's noun
CONGRESSES = frozenset("US MX BR AR CL CO PE PY BO HN ES PH EC GT".split())  # whose parliament is called so
BARE_KINDS = ("parliament", "court", "ministry")  # capitalised, they stand alone: "the Senate", "Foreign Ministry"
NOMINAL = frozenset({
    "parliament", "senate", "house", "government", "army", "foreign-ministry", "defence-ministry", "interior-ministry",
    "constitutional-court", "supreme-court", "central-bank", "police", "prosecutors", "opposition",
})  # fmt: skip
SURE_NOMINALS = frozenset({
    "parliament", "congress", "senate", "government", "army", "military", "foreign ministry", "defence ministry",
    "defense ministry", "constitutional court", "supreme court", "central bank", "lower house", "upper house",
    "house of representatives", "national assembly", "armed forces", "navy", "air force", "cabinet", "junta", "regime",
})  # fmt: skip


def find_institutions(scan: Scan, lexicon: Lexicon) -> None:
    """Adds organs of states that an adjective, a possessive or the country of the text ties to one."""
    for find in list(scan.ordered()):
        if find.actor.kind == "state" and find.actor.country in lexicon.countries:
            _behind_state(scan, find, lexicon)
    bearers = _bearers(scan)
    n = 0
    while n < len(scan.tokens):
        n = _alone(scan, n, lexicon, bearers) if n not in scan.taken else n + 1


def _bearers(scan: Scan) -> dict[str, str]:
    """The countries of the people whom the text names in full, by each of their names: of "Roe's government"."""
    people = [f for f in scan.ordered() if f.actor.kind == "person" and f.actor.country]
    return {scan.tokens[n].folded: f.actor.country for f in people for n in range(f.first, f.last)}


def _behind_state(scan: Scan, find: Found, lexicon: Lexicon) -> None:
    """Widens a state's find by the institution behind it, or before it with "of"."""
    owns = scan.tokens[find.last - 1].owns
    noun = _noun(scan, find.last, lexicon) if find.how == "demonym" or owns or _attributive(scan, find) else None
    if noun is None:
        if find.how == "name":
            _of_state(scan, find, lexicon)
        return
    called, last = noun
    if scan.free(find.last, last) and not _describes(scan, last):
        actor = _organ(find.actor.country, called, lexicon)
        _replace(scan, find, Found(find.first, last, actor, f"{called} of {find.actor.name}"))


def _describes(scan: Scan, last: int) -> bool:
    """Whether "military" only describes what stands behind it: "an Israeli military court"."""
    ahead = scan.tokens[last] if last < len(scan.tokens) and scan.joined(last) else None
    return ahead is not None and scan.tokens[last - 1].folded == "military" and ahead.folded in MILITARY


def _attributive(scan: Scan, find: Found) -> bool:
    """ "the U.S. government", "South Sudan army"."""
    return find.last < len(scan.tokens) and scan.joined(find.last)


def _of_state(scan: Scan, find: Found, lexicon: Lexicon) -> None:
    """Adds what stands before a state with "of": "the parliament of Ukraine"."""
    start = find.first - 1
    if start >= 0 and scan.tokens[start].folded == "the":
        start -= 1
    if start < 1 or scan.tokens[start].folded != "of":
        return
    for first in range(max(0, start - LONGEST), start):
        noun = _noun(scan, first, lexicon)
        if noun and noun[1] == start and scan.free(first, start):
            actor = _organ(find.actor.country, noun[0], lexicon)
            _replace(scan, find, Found(first, find.last, actor, f"{noun[0]} of {find.actor.name}"))
            return


def _noun(scan: Scan, first: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The longest institution's noun that begins at a word: its folded noun and where it ends."""
    if first >= len(scan.tokens) or scan.tokens[first].folded.partition(" ")[0] not in lexicon.institution_starts:
        return None
    best, name = None, ""
    for last in range(first + 1, min(first + LONGEST, len(scan.tokens)) + 1):
        if last > first + 1 and not scan.joined(last - 1):
            break
        token = scan.tokens[last - 1]
        if last == first + 1 and not token.first and token.gap.strip(" '’sS-"):
            return None
        name = f"{name} {token.folded}".strip()
        if name in lexicon.institutions:
            best = (name, last)
    return best


def _organ(country: str, noun: str, lexicon: Lexicon) -> Actor:
    """The organ of a country: the one that has a name of its own, else one named after the country."""
    own = lexicon.national.get((country, noun))
    if own:
        return own
    part, kind = lexicon.institutions[noun]
    own = next(
        (
            a
            for (c, called), a in lexicon.national.items()
            if c == country and lexicon.institutions.get(called, ("",))[0] == part
        ),
        None,
    )
    if own:
        return own
    state = lexicon.countries[country]
    name = (
        f"{noun.title()} of {state.name}"
        if part in ("senate", "house")
        else f"{lexicon.adjective.get(country) or state.name} {noun}"
    )
    return Actor(f"{slug(state.name)}-{part}", name, kind, country)


def _alone(scan: Scan, n: int, lexicon: Lexicon, bearers: dict[str, str]) -> int:
    """ "the Senate", "parliament": an institution without its state, taken for that of the country of the text."""
    noun = _noun(scan, n, lexicon)
    if noun is None or not scan.free(n, noun[1]):
        return n + 1
    called, last = noun
    if n and scan.tokens[n - 1].owns and scan.tokens[n - 1].capital:
        _of_region(scan, n, last, called, lexicon, bearers)
        return last
    part, kind = lexicon.institutions[called]
    owner = _owner(scan, n, kind, lexicon)
    if owner is not None:
        scan.add(Found(n, last, _organ(owner.country, called, lexicon), f"{called} of the country of {owner.name}"))
        return last
    if _in_longer(scan, n, last):
        return last
    seated = _in_seat(scan, last, lexicon) if called in SURE_NOMINALS | MEMBERS else ""
    if seated in lexicon.countries:
        scan.add(Found(n, last, _organ(seated, called, lexicon), f"{called} in a seat of {seated}"))
        return last
    loud = scan.tokens[n].capital and not scan.tokens[n].first
    if not (
        (loud and kind in BARE_KINDS)
        or (part in NOMINAL and (called in SURE_NOMINALS or called in MEMBERS) and _definite(scan, n, called))
    ):
        return last
    country = (scan.first_country() if called in RULING else "") or near_country(scan, n) or _clear_country(scan, n)
    if called == "congress" and loud and country not in CONGRESSES:
        country = "US" if scan.countries["US"] else ""
    if country and country in lexicon.countries:
        scan.add(Found(n, last, _organ(country, called, lexicon), f"{called} of the country of the text"))
    return last


def _owner(scan: Scan, n: int, kind: str, lexicon: Lexicon) -> Actor | None:
    """Whose organ is told of: the person named last for "his foreign ministry", the state for "its army"; None if "his"
    or "its" does not stand before it, or others may be meant."""
    word = scan.tokens[n - 1].folded if n else ""
    if word not in OWNER_REACH or (word != "its" and kind != "ministry"):
        return None
    near = (scan.taken[k] for k in range(n - 2, max(-1, n - OWNER_REACH[word]), -1) if k in scan.taken)
    find = next((f for f in near if (f.actor.kind == "person") is (word != "its")), None)
    if find is None or find.actor.country not in lexicon.countries:
        return None
    if word != "its":
        return find.actor
    here = scan.tokens[find.first].sentence == scan.tokens[n].sentence and not scan.tokens[find.last - 1].owns
    return find.actor if here and find.actor.kind in STATELY else None


def _seated(name: str, lexicon: Lexicon) -> str:
    """The country of a capital, "" if it is none: "Seoul's defence ministry"."""
    seats = lexicon.seats.get(name, ())
    return seats[0].country if len(seats) == 1 else ""


def _in_seat(scan: Scan, last: int, lexicon: Lexicon) -> str:
    """The country whose seat stands behind an organ: "the parliament in Athens"; "" if none does."""
    if last + 1 >= len(scan.tokens) or not (scan.joined(last) and scan.joined(last + 1)):
        return ""
    if scan.tokens[last].folded != "in" or not scan.tokens[last + 1].capital:
        return ""
    names = " ".join(t.folded for t in scan.tokens[last + 1 : last + 3])
    return _seated(names, lexicon) or _seated(names.split()[0], lexicon)


def _in_longer(scan: Scan, n: int, last: int) -> bool:
    """Whether other capitalised words make the noun part of another name: "the Mobile World Congress", "the Library of
    Congress"."""
    if n > 1 and [t.folded for t in scan.tokens[n - 2 : n]] == ["library", "of"]:
        return True
    before = scan.tokens[n - 1] if n and scan.joined(n) and n - 1 not in scan.taken else None
    if before is None or not scan.tokens[n].capital or not before.capital or before.first:
        return False
    return before.folded not in titles() and before.folded not in words("common")


def _of_region(scan: Scan, n: int, last: int, noun: str, lexicon: Lexicon, bearers: dict[str, str]) -> None:
    """Adds an organ of a region that is no state: "Catalonia's parliament"."""
    owner, holder = scan.tokens[n - 1], scan.taken.get(n - 1)
    country = holder.actor.country if holder and holder.actor.kind == "person" else _seated(owner.folded, lexicon)
    country = country or ("" if holder else bearers.get(owner.folded, ""))
    if country in lexicon.countries:
        scan.add(Found(n, last, _organ(country, noun, lexicon), f"{noun} of {lexicon.countries[country].name}"))
        return
    longer = n > 1 and scan.joined(n - 1) and scan.tokens[n - 2].capital and not scan.tokens[n - 2].first
    if holder or longer or owner.folded in words("common") or noun in FLEETING or lexicon.is_given(owner.folded):
        return
    part, kind = lexicon.institutions[noun]
    actor = Actor(f"{slug(owner.words)}-{part}", f"{owner.words}'s {noun}", kind, near_country(scan, n))
    scan.add(Found(n - 1, last, actor, f"{noun} of {owner.words}"))


def _definite(scan: Scan, n: int, noun: str) -> bool:
    before = scan.tokens[n - 1].folded if n else ""
    if noun in MEMBERS:
        return scan.tokens[n].first or before in words("before_members") or before.isdigit()
    return before == "the" or (noun in ("parliament", "congress") and before not in ("a", "an", "european"))


def near_country(scan: Scan, n: int) -> str:
    """The country that an unnamed organ belongs to: the one that the heading above names, else that of the text, else
    the only one of its sentence."""
    main = _headed(scan, n) or scan.main_country()
    if main:
        return main
    sentence = scan.tokens[n].sentence
    here = {f.actor.country for f in _same_sentence(scan, n, sentence) if f.actor.country}
    return here.pop() if len(here) == 1 else ""


def _clear_country(scan: Scan, n: int) -> str:
    """The country that the text names twice as often as any other, if the sentence so far names no other one."""
    ranked = scan.weighed().most_common(2)
    clear = ranked and ranked[0][1] >= CLEAR and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1])
    others = {f.actor.country for f in _same_sentence(scan, n, scan.tokens[n].sentence)} - {
        "",
        ranked[0][0] if clear else "",
    }
    return ranked[0][0] if clear and not others else ""


def _headed(scan: Scan, n: int) -> str:
    """The only country that the heading above a word names, "" if there is no such."""
    at, least = n, max(0, n - SECTION_REACH)
    while at >= least and scan.tokens[at].sentence != -1:
        at -= 1
    if at < least:
        return ""
    named: set[str] = set()
    while at >= 0 and scan.tokens[at].sentence == -1:
        find = scan.taken.get(at)
        named |= {find.actor.country} if find and find.actor.country else set()
        at -= 1
    return named.pop() if len(named) == 1 else ""


def _same_sentence(scan: Scan, n: int, sentence: int) -> list[Found]:
    found, at = [], n - 1
    while at >= max(0, n - SENTENCE_REACH) and scan.tokens[at].sentence == sentence:
        if at in scan.finds:
            found.append(scan.finds[at])
        at -= 1
    return found


def _replace(scan: Scan, old: Found, new: Found) -> None:
    del scan.finds[old.first]
    scan.countries[old.actor.country] -= 1
    scan.add(new)


def find_administrations(scan: Scan, lexicon: Lexicon) -> None:
    """Makes of the head of a state who stands before "administration" the government of that state."""
    for find in list(scan.ordered()):
        country, last = find.actor.country, find.last
        if find.actor.kind != "person" or country not in lexicon.countries or last >= len(scan.tokens):
            continue
        if scan.tokens[last].folded == "administration" and scan.joined(last) and last not in scan.taken:
            scan.drop(find)
            how = f"administration of {find.actor.name}"
            scan.add(Found(find.first, last + 1, _organ(country, "administration", lexicon), how))


def find_unknown_organisations(scan: Scan) -> None:
    """Adds organisations that no list has, by the last word of their capitalised name: "the Harbour Gazette"."""
    for n, token in enumerate(scan.tokens):
        if (
            n in scan.taken
            or not token.capital
            or token.folded not in words("organisation_heads")
            or not scan.joined(n)
            or _goes_on(scan, n + 1)
        ):
            continue
        first = n
        while first > 0 and n - first < LONGEST and scan.joined(first) and _belongs(scan, first - 1):
            first -= 1
        hyphened = n + 1 < len(scan.tokens) and scan.tokens[n + 1].gap == "-" and scan.tokens[n + 1].capital
        if 0 < n - first < LONGEST and not (
            n - first == 1 and scan.tokens[first].first and scan.tokens[first].folded in words("common")
        ):
            last = _through(scan, n + 1 + hyphened)
            name = " ".join(t.words for t in scan.tokens[first:last])
            scan.add(Found(first, last, Actor(slug(name), name, "organisation"), UNLISTED))


def _through(scan: Scan, n: int) -> int:
    """Where a name ends that goes on behind the word that shows it: "Committee for the Red Cross", "of Customs"."""
    at = n
    if at >= len(scan.tokens) or scan.tokens[at].folded not in ("of", "for") or not scan.joined(at):
        return n
    at += 1 + (at + 1 < len(scan.tokens) and scan.tokens[at + 1].folded == "the")
    last = at
    while last < min(at + LONGEST, len(scan.tokens)) and scan.joined(last) and _belongs(scan, last):
        last += 1
        another = last + 1 < len(scan.tokens) and scan.tokens[last].folded in ("and", "of") and scan.joined(last)
        if (
            another
            and scan.joined(last + 1)
            and _belongs(scan, last + 1)
            and scan.tokens[last + 1].folded not in titles()
        ):
            last += 2  # "of Recording Arts and Sciences"
    ends = last >= len(scan.tokens) or last not in scan.taken or not scan.joined(last)
    return last if last > at and ends else n


def _goes_on(scan: Scan, n: int) -> bool:
    """Whether the name goes on as that of something else: "Armed Forces Day"."""
    after = scan.tokens[n] if n < len(scan.tokens) and scan.joined(n) else None
    return after is not None and after.capital and after.folded in words("occasions")


def _belongs(scan: Scan, n: int) -> bool:
    token = scan.tokens[n]
    return token.capital and n not in scan.taken and token.folded not in ("the", "a", "an", "this", "that")


def settle_short_names(scan: Scan) -> None:
    """Gives "American" back to American Airlines where it stands as a noun in a text that names them."""
    firms = {
        scan.tokens[f.first].folded: f.actor
        for f in scan.ordered()
        if f.how == UNLISTED and f.last - f.first > 1 and scan.tokens[f.last - 1].folded in words("firms")
    }
    for find in list(scan.ordered()) if firms else ():
        actor = firms.get(scan.tokens[find.first].folded)
        if actor and find.how == "demonym" and find.last == find.first + 1 and _as_noun(scan, find.last):
            scan.drop(find)
            scan.add(Found(find.first, find.last, actor, f"short for {actor.name}"))


def _as_noun(scan: Scan, n: int) -> bool:
    """Whether what ends before word n is no adjective of it: a stop or a verb follows."""
    if n >= len(scan.tokens) or scan.tokens[n].gap.strip() or scan.tokens[n - 1].owns:
        return True
    return scan.tokens[n].folded in words("government_verbs") or scan.tokens[n].folded in words("speech_verbs")
