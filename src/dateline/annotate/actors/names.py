"""Parties by the names in the lists: states, their people and seats, organisations, and what states have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from dateline.annotate.actors.lexicon import Actor, Lexicon, titles, words
from dateline.annotate.actors.scan import Found, Scan
from dateline.annotate.actors.tokens import Token, tokens
from dateline.annotate.gazetteer import fold

LONGEST = 8  # words of a name
CALLING = frozenset({"call", "calls", "called", "calling"})  # on those who govern
HEADED = frozenset({"alliance", "organisation", "group"})  # of which headlines tell for the text
SEAT_REACH = 3  # words after a seat's name in which its verb must come
SENT_REACH = 4  # words before "to" in which what is sent must stand
_ORGANS = frozenset("government parliament army police embassy navy council court congress ministry party".split())
KOREAS = {"north": "KP", "south": "KR"}


@cache
def _starts(lexicon: Lexicon) -> dict[str, int]:
    """The first words of all names, and how many words the longest name behind each has."""
    found: dict[str, int] = {}
    for table in (lexicon.organisations, lexicon.states, lexicon.demonyms):
        for name in table:
            parts = name.split()
            found[parts[0]] = max(found.get(parts[0], 0), len(parts))
    return found


def find_names(scan: Scan, lexicon: Lexicon) -> list[Found]:
    """Adds what the lists name outright: organisations, states, their adjectives; returns what they leave unsure."""
    starts, n = _starts(lexicon), 0
    unsure: list[Found] = []
    while n < len(scan.tokens):
        find = _longest(scan, n, starts, lexicon)
        if find is None or _inside_longer(scan, find):
            n += 1
            continue
        if _in_building(scan, find) or _measure(scan, find):
            n = find.last
            continue
        if find.how == "unsure":
            unsure.append(find)
        elif find.actor.kind == "instrument":
            scan.taken.update(dict.fromkeys(range(find.first, find.last), find))
        else:
            scan.add(find)
        n = find.last
    return unsure


def _in_building(scan: Scan, find: Found) -> bool:
    """Whether a name of a house that stands for those in it is only where something is: "met at the White House"."""
    if find.actor.kind == "state" or scan.tokens[find.last - 1].owns:
        return False
    if _joined(scan, find.first, find.last) not in words("buildings"):
        return False
    n = find.first - 1 - (find.first > 0 and scan.tokens[find.first - 1].folded == "the")
    if n < 0 or scan.tokens[n].sentence != scan.tokens[find.first].sentence:
        return False
    before = scan.tokens[n].folded
    if before == "to":
        return not _addressed(scan, n) and any(
            t.folded in words("ways_there") for t in scan.tokens[max(0, n - SENT_REACH) : n]
        )
    return before in words("place_prepositions") or before in words("going_there")


def _measure(scan: Scan, find: Found) -> bool:
    """Whether a state only measures something: "a zone the size of Switzerland", "as big as France"."""
    before = [t.folded for t in scan.tokens[max(0, find.first - 3) : find.first] if t.folded != "the"]
    if find.actor.kind != "state" or len(before) < 2:
        return False
    return before[-2:] in (["size", "of"], ["area", "of"]) or (
        before[-2] in words("sizes") and before[-1] in ("as", "than")
    )


def _joined(scan: Scan, first: int, last: int) -> str:
    return " ".join(t.folded for t in scan.tokens[first:last])


def _inside_longer(scan: Scan, find: Found) -> bool:
    """Whether a name is part of a longer one: "Port Sudan", "China Daily", "the Las Vegas Metropolitan Police"."""
    if find.actor.kind != "state":
        return _inside_longer_body(scan, find)
    if find.first and scan.joined(find.first) and scan.tokens[find.first - 1].folded in words("firms_before"):
        return scan.tokens[find.first - 1].capital
    after = scan.tokens[find.last] if find.last < len(scan.tokens) and scan.joined(find.last) else None
    if (
        after
        and after.capital
        and after.gap == " "
        and (after.folded in words("not_people") or after.folded == "first" or _ends_firm(scan, find.last))
    ):
        return after.folded not in _ORGANS
    if _of_part(scan, find):
        return True
    if find.how == "demonym":
        return _no_people(scan, find)
    before = scan.tokens[find.first - 1] if find.first and scan.joined(find.first) else None
    plain = before is None or not before.capital or before.first or scan.tokens[find.first].gap == "-"
    return not plain and before is not None and before.folded not in titles() and find.first - 1 not in scan.taken


def _of_part(scan: Scan, find: Found) -> bool:
    """Whether a part of a state is named, which is not the state: "South Australia", "West Australian police"."""
    before = scan.tokens[find.first - 1] if find.first and scan.joined(find.first) else None
    return before is not None and before.capital and before.folded in words("sides")


def _inside_longer_body(scan: Scan, find: Found) -> bool:
    """Whether a body's name, made of words that many have, is a part of another's: "Liberal [Democratic Party]"."""
    after = scan.tokens[find.last] if find.last < len(scan.tokens) and scan.joined(find.last) else None
    if after and after.capital and after.folded in words("papers"):
        return True
    ends = scan.tokens[find.last - 1].folded
    if ends not in words("organisation_heads") and ends not in words("not_people"):
        return _of_another(scan, find)
    return _behind_capital(scan, find) or _of_another(scan, find)


def _behind_capital(scan: Scan, find: Found) -> bool:
    """Whether a capitalised word that begins no sentence, and is no title, stands before in one name."""
    before = scan.tokens[find.first - 1] if find.first and scan.joined(find.first) else None
    if before is None or not before.capital or before.first or find.first - 1 in scan.taken:
        return False
    return before.folded not in titles() and before.folded not in words("common") and not before.words.isupper()


def _of_another(scan: Scan, find: Found) -> bool:
    """Whether a body of one country stands behind the possessive of another: "Nigeria's Department of State"."""
    owner = scan.taken.get(find.first - 1)
    if not owner or owner.actor.kind != "state" or find.actor.kind == "group" or not find.actor.country:
        return False
    owns = scan.tokens[find.first - 1].owns or (owner.how == "demonym" and scan.joined(find.first))
    return owns and owner.actor.country != find.actor.country


def _no_people(scan: Scan, find: Found) -> bool:
    """Whether the name of a people is part of another name: "Central American", "the Cleveland Indians"."""
    before = scan.tokens[find.first - 1] if find.first and scan.adjacent(find.first) else None
    if before is None or before.owns:
        return False
    last = scan.tokens[find.last - 1].folded
    if last in ("american", "americans") and before.folded in words("not_american"):
        return before.capital or scan.tokens[find.first].gap == "-"
    return last.endswith("s") and find.last == find.first + 1 and _behind_capital(scan, find)


def _ends_firm(scan: Scan, n: int) -> bool:
    """Whether a word ends a firm's name: "China Southern", and not "Saudi Energy Minister"."""
    ahead = scan.tokens[n + 1] if n + 1 < len(scan.tokens) and scan.joined(n + 1) else None
    return scan.tokens[n].folded in words("firms") and not (ahead and ahead.capital)


def _longest(scan: Scan, n: int, starts: dict[str, int], lexicon: Lexicon) -> Found | None:
    """The find that begins at word n and reaches furthest."""
    token = scan.tokens[n]
    most = starts.get(token.folded.split(" ")[0], 0)
    if not most or n in scan.taken or (token.words.islower() and token.words not in ("al", "uMkhonto")):
        return None
    best, name = None, ""
    for last in range(n + 1, min(n + most, len(scan.tokens)) + 1):
        if last > n + 1 and (not scan.adjacent(last - 1) or last - 1 in scan.taken):
            break
        owner = scan.tokens[last - 2] if last > n + 1 else None
        name += "s" if owner and owner.owns and not owner.folded.endswith("s") else ""
        name = f"{name} {scan.tokens[last - 1].folded}".strip()
        find = _named(scan, n, last, name, lexicon)
        best = find or best
    return best


def _named(scan: Scan, n: int, last: int, name: str, lexicon: Lexicon) -> Found | None:
    spelled = " ".join(t.words for t in scan.tokens[n:last])
    short = lexicon.spellings.get(name)
    if short and not _spelled(spelled.replace(".", ""), short):
        return None
    for table, how in ((lexicon.organisations, "name"), (lexicon.states, "name"), (lexicon.demonyms, "demonym")):
        actors = table.get(name)
        if actors:
            return _choice(scan, n, last, actors, how, name in lexicon.own)
    return None


def _spelled(words: str, forms: frozenset[str]) -> bool:
    return words in {form.replace("-", " ") for form in forms}


def _choice(scan: Scan, n: int, last: int, actors: tuple[Actor, ...], how: str, own: bool) -> Found:
    names = {scan.tokens[n].folded} if last == n + 1 else {" ".join(t.folded for t in scan.tokens[n:last])}
    alone = not own and bool(names & words("ambiguous_names"))
    if len(actors) > 1 or alone:
        return Found(n, last, actors[0], "unsure", tuple(a.id for a in actors[1:]))
    return Found(n, last, actors[0], how)


def settle_names(scan: Scan, unsure: list[Found], lexicon: Lexicon) -> None:
    """Decides names of several parties, and ones that are words as well, by the countries of the text."""
    for find in unsure:
        _settle(scan, find, scan.countries + scan.homes, lexicon)


def _settle(scan: Scan, find: Found, countries: Counter[str], lexicon: Lexicon) -> None:
    candidates = [find.actor, *(lexicon.named[i] for i in find.others if i in lexicon.named)]
    known = [a for a in candidates if countries[a.country] or (a.country and a.country == scan.home)]
    known.sort(key=lambda a: -countries[a.country])
    if known and scan.free(find.first, find.last):
        others = tuple(a.id for a in candidates if a is not known[0])
        scan.add(Found(find.first, find.last, known[0], "name, by the countries of the text", others))


def note_headline(scan: Scan, headline: str, lexicon: Lexicon) -> None:
    """Notes the countries of the states that the headline names, and its alliances, organisations and groups."""
    named = [t for t in tokens(headline, 0, len(headline), 0) if t.capital]
    pairs = [f"{a.folded} {b.folded}" for a, b in pairwise(named)]
    tables = (lexicon.states, lexicon.demonyms)
    parts = {word for pair in pairs for word in pair.split() if any(pair in table for table in tables)}
    singles = [t.folded for t in named if t.folded not in parts and len(t.folded) > 2]
    found = [table[name] for name in (*pairs, *singles) for table in tables if name in table]
    scan.bodies = tuple(_headed_bodies(headline, lexicon))
    scan.headed = frozenset(many[0].country for many in found if len(many) == 1 and lexicon.led(many[0].country))


def _headed_bodies(headline: str, lexicon: Lexicon) -> Iterator[Actor]:
    """The alliances, organisations and groups that a headline names."""
    told = tokens(headline, 0, len(headline), 0)
    for n, token in enumerate(told):
        for last in range(min(n + LONGEST, len(told)), n, -1) if token.capital else ():
            many = lexicon.organisations.get(" ".join(t.folded for t in told[n:last]), ())
            written = " ".join(t.words.replace(".", "") for t in told[n:last])
            spelled = lexicon.spellings.get(fold(written))
            if len(many) == 1 and many[0].kind in HEADED and (not spelled or written in spelled):
                yield many[0]
                break


def note_grounds(scan: Scan, lexicon: Lexicon) -> None:
    """Notes the countries of the seats that the text names, in whatever sense."""
    named = {t.folded for t in scan.tokens if t.capital}
    scan.grounds = frozenset(a.country for name in named for a in lexicon.seats.get(name, ())[:1])


def find_seats(scan: Scan, lexicon: Lexicon) -> None:
    """Adds capitals and seats where the words around them show that the government is meant, and the two Koreas."""
    for n, token in enumerate(scan.tokens):
        if not token.capital or n in scan.taken:
            continue
        for length in (2, 1):
            last = n + length
            if last > len(scan.tokens) or (length == 2 and not scan.joined(n + 1)):
                continue
            seat = lexicon.seats.get(" ".join(t.folded for t in scan.tokens[n:last]))
            if (
                seat
                and scan.free(n, last)
                and acts(scan, n, last, lexicon)
                and _known_seat(scan, n, last, seat[0], lexicon)
            ):
                scan.add(Found(n, last, seat[0], "seat of the government, by the verb", tuple(a.id for a in seat[1:])))
                break
        _korea(scan, n, lexicon)


def _known_seat(scan: Scan, n: int, last: int, state: Actor, lexicon: Lexicon) -> bool:
    """Whether a seat is no name of people too, or a state's, or the text speaks of its country: Hamilton, Stanley."""
    token = scan.tokens[n]
    name = last == n + 1 and (lexicon.family(token.folded) or lexicon.is_given(token.folded))
    return not name or lexicon.led(state.country) or bool(scan.countries[state.country]) or state.country == scan.home


def _korea(scan: Scan, n: int, lexicon: Lexicon) -> None:
    """ "the North" and "the South" in a text on Korea."""
    token = scan.tokens[n]
    code = KOREAS.get(token.folded)
    if not code or n in scan.taken or n == 0 or scan.tokens[n - 1].folded != "the":
        return
    followed = n + 1 < len(scan.tokens) and scan.tokens[n + 1].capital and scan.joined(n + 1)
    if any(c[code] for c in (scan.countries, scan.homes) for code in KOREAS.values()) and not followed:
        scan.add(Found(n, n + 1, lexicon.countries[code], "one of the two Koreas of the text"))


def acts(scan: Scan, n: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a seat's name stands for those who govern there."""
    before = scan.tokens[n - 1].folded if n and scan.joined(n) else ""
    if n > 1 and scan.joined(n - 1) and _spoken_to(scan, n - 1, before):
        return True
    if before in words("place_prepositions"):
        return False
    if before in words("other_prepositions") and not scan.tokens[last - 1].owns:
        return False
    if scan.tokens[last - 1].owns:
        return _owned(scan, last)
    if before in words("parts_of_towns") or (last < len(scan.tokens) and scan.tokens[last].gap == "-"):
        return False
    if before in words("party_prepositions") or before == "that" or before in words("verbs_to_governments"):
        return True
    if last < len(scan.tokens) and scan.tokens[last].capital and scan.joined(last):
        return False
    return _verb_follows(scan, last, lexicon) or _beside_party(scan, last)


def _spoken_to(scan: Scan, at: int, preposition: str) -> bool:
    """Whether something is given or sent to those who govern, or they are called on."""
    called = preposition == "on" and scan.tokens[at - 1].folded in CALLING
    return called or (preposition == "to" and _addressed(scan, at))


def _addressed(scan: Scan, to: int) -> bool:
    """Whether "to" stands behind what is given or sent to those who govern: "the promise made to Kyiv", "a letter went
    off to Brussels"."""
    before = scan.tokens[max(0, to - SENT_REACH) : to]
    sent = (t.folded in words("sent_things") and t.sentence == scan.tokens[to].sentence for t in before)
    return scan.tokens[to - 1].folded in words("to_governments") or any(sent)


def _owned(scan: Scan, last: int) -> bool:
    """ "Kyiv's demands", and not "Kyiv's streets"."""
    if last >= len(scan.tokens) or scan.tokens[last].capital:
        return False
    ahead = [t.folded for t in scan.tokens[last : last + SEAT_REACH + 1]]
    return not any(w in words("place_nouns") for w in ahead[:2]) and any(w in words("state_nouns") for w in ahead)


def _beside_party(scan: Scan, last: int) -> bool:
    """Whether a seat is joined to what cannot be a place: "Kyiv and the alliance", "Moscow and NATO"."""
    if last + 1 >= len(scan.tokens) or scan.tokens[last].folded != "and" or scan.tokens[last].gap != " ":
        return False
    n = last + 1 + (scan.tokens[last + 1].folded == "the")
    if n >= len(scan.tokens) or scan.tokens[n].gap != " ":
        return False
    find = scan.taken.get(n)
    return scan.tokens[n].folded in words("parties_called") or (
        find is not None and find.actor.kind in ("alliance", "organisation", "group")
    )


def _in_course(ahead: Sequence[Token]) -> bool:
    """Whether what follows "is" is something that governments do or feel: "is demanding", "is not ready to"."""
    told = next(
        (t for t in ahead if not t.folded.endswith("ly") and t.folded not in ("not", "also", "now", "still")), None
    )
    if told is None or told.gap.strip():
        return False
    if told.folded.endswith(("ing", "ed")):
        return _stem(told.folded) in _stems()
    return told.folded in words("government_moods")


@cache
def _stems() -> frozenset[str]:
    return frozenset(_stem(w) for w in words("government_verbs") if len(w) > 2)


def _stem(verb: str) -> str:
    """What the forms of a verb share, roughly: "urging" and "urges" give "urg"."""
    return re.sub(r"(?:ing|ed|es|s|e)\Z", "", verb)


def _verb_follows(scan: Scan, last: int, lexicon: Lexicon) -> bool:
    for at, token in enumerate(scan.tokens[last : last + SEAT_REACH], last):
        if at == last and token.folded == "which" and token.gap.strip() == ",":
            return last + 1 < len(scan.tokens) and scan.tokens[last + 1].folded in words("government_verbs")
        joined = scan.tokens[last].folded == "and" and token is scan.tokens[last + 1] if token.capital else False
        if joined and token.folded in lexicon.seats and not token.gap.strip():
            continue
        if any(c in token.gap for c in ",;:.()") or token.capital:
            return False
        if token.folded in ("is", "was"):
            return _in_course(scan.tokens[at + 1 : at + 1 + SEAT_REACH])
        if token.folded in words("government_verbs") or (token.folded.endswith("ed") and len(token.folded) > 4):
            return True
        if not (
            token.folded.endswith("ly") or token.folded in ("also", "again", "now", "never", "still", "and", "itself")
        ):
            return False
    return False
