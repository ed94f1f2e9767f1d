"""Reference inside a document: surnames, roles, "the alliance", pronouns, each with its reason; unsure stays out."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.annotate.actors.institutions import near_country
from dateline.annotate.actors.leaders import leader
from dateline.annotate.actors.lexicon import Actor, Lexicon, lexicon, slug, starts, title_ends, titles, words
from dateline.annotate.actors.namesakes import of_cast, other_given
from dateline.annotate.actors.people import Cast, bare
from dateline.annotate.actors.pronouns import is_kin
from dateline.annotate.actors.scan import Found, Scan
from dateline.annotate.actors.tokens import Token

YEAR_REACH = 40  # words on each side of a role among which a year is sought
LONGEST = 3  # words of a single name
HANDOVER = timedelta(days=60)  # after it, "the president" may still be the one before
ROLE_REACH = 3  # words of a role
ROLES = ("roles", "heads_of_bodies", "titles_of_many")
TITLE_REACH = 90  # words behind one of several people of an office in which the bare title still means that one
RULERS = ("president", "prime-minister", "chancellor", "king", "supreme-leader")
LED = frozenset({"KP", "VN"})  # where "the leader" stands above them
ORGANS = frozenset({"government", "ministry", "parliament", "court", "military"})
HEADED = frozenset({"alliance", "organisation", "body", "group", "party", "military"})
RULING = frozenset({"government", "military"})
RULERS_OF = {"government": ("leader", "chief", "head", "ruler"), "military": ("ruler",)}  # what texts call who rules


def find_surnames(scan: Scan, lexicon: Lexicon, cast: Cast) -> None:
    """Adds single names: of people named in full elsewhere in the text, and of leaders whom the lists know."""
    for n, token in enumerate(scan.tokens):
        if not token.capital or n in scan.taken or _is_month(scan, n, cast):
            continue
        longest = n + 1
        while longest < min(n + LONGEST, len(scan.tokens)) and scan.joined(longest):
            longest += 1
        for last in range(longest, n, -1):
            if _single(scan, n, last, lexicon, cast):
                break


def _single(scan: Scan, n: int, last: int, lexicon: Lexicon, cast: Cast) -> bool:
    """Adds the person whom words n..last call by family name or alias; False if there is none."""
    if not scan.free(n, last) or _part_of_name(scan, n, last):
        return False
    name = bare(" ".join(t.folded for t in scan.tokens[n:last]))
    if name in titles() or name in words("persons"):
        return False
    if is_kin(scan, n):
        return False
    title = _title_before(scan, n)
    inside = of_cast(scan, cast, n, name) if name else None
    if inside and title is None and other_given(scan, n, inside[0]):
        return False
    if inside:
        actor, others = inside
        scan.add(Found(n, last, actor, f"surname of {actor.name}, named in the text", others, title or ""))
        return True
    known = None if name in cast.loose else leader(scan, n, name, lexicon, title)
    if known:
        scan.add(Found(n, last, known.actor, "surname of a leader in the lists", title=title or ""))
        cast.enter(n, known.actor, known.families, title or "")
    elif last == n + 1 and title is not None and name not in words("common") and not _names_no_one(name, lexicon):
        actor = Actor(slug(name), scan.tokens[n].words, "person")
        scan.add(Found(n, last, actor, "title before the name", title=title))
        cast.enter(n, actor, [name], title)
    return n in scan.taken


def _names_no_one(name: str, lexicon: Lexicon) -> bool:
    """Whether a word behind a title is the rest of a body's or a thing's name: "Major League"."""
    known = name in words("not_people") or name in words("organisation_heads") or name in lexicon.institutions
    return known or name in lexicon.demonyms


def _part_of_name(scan: Scan, n: int, last: int) -> bool:
    """Whether other capitalised words make these part of a longer name that nobody could place."""
    tokens = scan.tokens
    after = last < len(tokens) and scan.joined(last) and tokens[last].capital and last not in scan.taken
    if after and tokens[last].folded not in words("common"):
        return True
    before = n > 0 and scan.joined(n) and tokens[n - 1].capital and n - 1 not in scan.taken
    apart = tokens[n - 1].folded
    plain = apart in titles() or apart in words("particles") or apart in words("months") or _is_town(tokens[n - 1])
    return before and not plain and not tokens[n - 1].first


def _is_town(token: Token) -> bool:
    return token.folded in lexicon().seats


def _is_month(scan: Scan, n: int, cast: Cast) -> bool:
    """Whether a name that is a month's too is the month here: a day's number beside it, or no such person about."""
    token = scan.tokens[n]
    if token.folded not in words("months"):
        return False
    if token.folded not in cast.families:
        return True
    before = scan.tokens[n - 1] if n and scan.joined(n) else None
    after = scan.tokens[n + 1] if n + 1 < len(scan.tokens) and scan.tokens[n + 1].gap.strip() in ("", ",") else None
    if (before and before.words.isdigit() and len(before.words) < 3) or (after and after.words[0].isdigit()):
        return True
    return before is not None and before.folded in words("month_before")


def _title_before(scan: Scan, n: int) -> str | None:
    """The office in the title before a single name, "" for one without an office, None if there is no title."""
    if n == 0 or scan.tokens[n - 1].folded.rpartition(" ")[2] not in title_ends():
        return None
    for length in (3, 2, 1):
        start = n - length
        if start >= 0 and all(scan.joined(k) for k in range(start + 1, n + 1)):
            name = " ".join(t.folded for t in scan.tokens[start:n])
            if name in titles():
                return titles()[name]
    return None


def find_aliases(scan: Scan, lexicon: Lexicon, cast: Cast) -> None:
    """Adds other names: "Rodrigo Londono, alias Timochenko", "a commander known as Timochenko"."""
    for n, token in enumerate(scan.tokens):
        known = n > 1 and scan.tokens[n - 1].folded == "as" and scan.tokens[n - 2].folded in ("known", "called")
        marked = n > 0 and scan.tokens[n - 1].folded in words("alias_marks")
        if not token.capital or not (known or marked) or n in scan.taken or token.folded in cast.families:
            continue
        listed = lexicon.family(token.folded)
        actor = _bearer(scan, n - 1 if marked else n - 2)
        if actor is None:
            actor = listed[0].actor if listed and listed[0].leading else Actor(slug(token.words), token.words, "person")
        scan.add(Found(n, n + 1, actor, f"other name of {actor.name}"))
        cast.enter(n, actor, [token.folded])


def _bearer(scan: Scan, mark: int) -> Actor | None:
    """The person right before "known as" or "alias"; None if no name stands there."""
    for n in range(mark - 1, max(-1, mark - 4), -1):
        find = scan.taken.get(n)
        if find is not None:
            return find.actor if find.actor.kind == "person" else None
        if scan.tokens[n].folded not in ("better", "also", "widely", "commonly", "who", "is", "was"):
            return None
    return None


def find_roles(scan: Scan, lexicon: Lexicon, cast: Cast) -> None:
    """Adds "the president", "Ukraine's prime minister": by the text itself, else by who held the office on the day."""
    beginnings = starts("roles") | starts("heads_of_bodies") | starts("titles_of_many")
    for n in range(len(scan.tokens)):
        token = scan.tokens[n]
        if token.folded.partition(" ")[0] not in beginnings or n in scan.taken or (token.capital and not n):
            continue
        if token.capital and (n - 1 not in scan.taken or scan.taken[n - 1].actor.kind != "state"):
            continue
        for length in range(min(ROLE_REACH, len(scan.tokens) - n), 0, -1):
            role = " ".join(t.folded for t in scan.tokens[n : n + length])
            if any(role in words(key) for key in ROLES) and scan.free(n, n + length):
                _role(scan, n, n + length, role, lexicon, cast)
                break


def _role(scan: Scan, n: int, last: int, role: str, lexicon: Lexicon, cast: Cast) -> None:
    before = scan.tokens[n - 1] if n else None
    if before is None or (not scan.joined(n) and not before.owns) or _named_behind(scan, last):
        return
    office = titles().get(role, role.replace(" ", "-"))
    owner = scan.taken.get(n - 1)
    if owner and owner.actor.kind == "state" and _definite(scan, owner):
        _by_office(scan, n, last, office, owner.actor.country, lexicon)
    elif owner and owner.actor.kind in HEADED and role in words("heads_of_bodies") and _definite(scan, owner):
        _head_of(scan, n, last, owner.actor, lexicon)
    elif owner and owner.actor.kind in RULING and role in RULERS_OF[owner.actor.kind]:
        _ruler(scan, n, last, owner.actor.country, lexicon)
    elif role not in words("roles"):
        if role in words("titles_of_many") and before.folded == "the":
            _of_many(scan, n, last, role, cast)
    elif before.folded == "the" and _goes_on_with_of(scan, last):
        state = scan.taken.get(last + 1 + (scan.tokens[last + 1].folded == "the"))
        if state and state.actor.kind == "state" and state.how != "demonym":
            _by_office(scan, n, last, office, state.actor.country, lexicon)
    elif before.folded == "the":
        _told_before(scan, n, last, role, lexicon, cast)


def _head_of(scan: Scan, n: int, last: int, body: Actor, lexicon: Lexicon) -> None:
    """Adds "the NATO chief", "Hamas's leader": whoever headed the body when the text was published."""
    if scan.day is None or _of_another_year(scan, n, scan.day.year) or _newly(scan, n - 1):
        return
    head = lexicon.head(body.id, scan.day)
    if head:
        scan.add(Found(n, last, head, f"headed {body.name} on {scan.day.isoformat()}"))


def _newly(scan: Scan, n: int) -> bool:
    """Whether a body's name at word n follows "as": somebody is only now named "as Norway's leader"."""
    first = scan.taken[n].first
    before = [t.folded for t in scan.tokens[max(0, first - 2) : first] if t.folded != "the"]
    return bool(before) and before[-1] in ("as", "new", "next")


def _ruler(scan: Scan, n: int, last: int, country: str, lexicon: Lexicon) -> None:
    """Adds "the junta's chief", "Norway's military ruler": the only one of the highest offices on the day."""
    if scan.day is None or _of_another_year(scan, n, scan.day.year):
        return
    for office in (*RULERS, "leader"):
        holders = lexicon.holders(country, office, scan.day)
        if len({p.actor.id for p in holders}) == 1:
            scan.add(Found(n, last, holders[0].actor, f"ruled on {scan.day.isoformat()}"))
            return


def _goes_on_with_of(scan: Scan, last: int) -> bool:
    """Whether the role is that of what is named behind it: "the president of Iceland"."""
    return last + 2 < len(scan.tokens) and scan.joined(last) and scan.tokens[last].folded == "of"


def _told_before(scan: Scan, n: int, last: int, role: str, lexicon: Lexicon, cast: Cast) -> None:
    """Adds "the president": the one named with the title before, else whoever it was in the country of the text. Of
    several presidents, it is the one named so last, and not long ago."""
    office = titles().get(role, role.replace(" ", "-"))
    known = [(at, a) for at, a in cast.titled.get(office, []) if at < n]
    if known and (n - known[-1][0] <= TITLE_REACH or len({a.id for _, a in known}) == 1):
        scan.add(Found(n, last, known[-1][1], f"the {role} named before"))
    elif not cast.titled.get(office):
        country = near_country(scan, n)
        if country:
            _by_office(scan, n, last, office, country, lexicon)


def _of_many(scan: Scan, n: int, last: int, role: str, cast: Cast) -> None:
    """Adds "the general": the only one whom the text so far gives that title, if it tells of no other since."""
    known = [(at, a) for at, a in cast.titled.get(titles().get(role, ""), []) if at < n]
    if len({a.id for _, a in known}) != 1 or not _is_noun(scan, last):
        return
    since = range(known[-1][0], n)
    if any(scan.tokens[k].folded == role and scan.tokens[k - 1].folded in ("a", "an", "another") for k in since if k):
        return
    scan.add(Found(n, last, known[-1][1], f"the {role} named before"))


def _is_noun(scan: Scan, last: int) -> bool:
    """Whether a title that ends before word `last` describes no other noun: "the general said"."""
    if last >= len(scan.tokens) or scan.tokens[last].gap.strip() or scan.tokens[last - 1].owns:
        return True
    ahead = scan.tokens[last].folded
    return any(ahead in words(key) for key in ("behind_titles", "speech_verbs", "government_verbs"))


def enter_apposed(scan: Scan, cast: Cast) -> None:
    """Notes titles that many have and that explain a name: "Jane Roe, the general who", "Jane Roe, an envoy of"."""
    for find in scan.ordered():
        n = find.last
        if find.actor.kind != "person" or n + 1 >= len(scan.tokens) or scan.tokens[n].gap.strip() != ",":
            continue
        if scan.tokens[n].folded not in ("the", "a", "an"):
            continue
        ahead = [t for t in scan.tokens[n + 1 : n + 3] if not t.gap.strip()]
        title = next((t.folded for t in ahead if t.folded in words("titles_of_many")), "")
        if title and not any(t.folded in words("bending") for t in ahead):
            cast.enter(find.first, find.actor, (), titles()[title])


def _definite(scan: Scan, owner: Found) -> bool:
    """Whether "Ukraine's president" or "the Ukrainian president" is meant, and not any such president."""
    before = scan.tokens[owner.first - 1].folded if owner.first else ""
    return scan.tokens[owner.last - 1].owns or before == "the"


def _named_behind(scan: Scan, last: int) -> bool:
    """Whether the name follows the role, which then is only its title; a comma may stand between."""
    if last < len(scan.tokens) and scan.tokens[last].capital and scan.joined(last):
        return True
    ahead = scan.taken.get(last)
    return ahead is not None and ahead.actor.kind == "person" and scan.tokens[last].gap.strip() in ("", ",")


def _by_office(scan: Scan, n: int, last: int, office: str, country: str, lexicon: Lexicon) -> None:
    if scan.day is None or _of_another_year(scan, n, scan.day.year):
        return
    holders = lexicon.holders(country, office, scan.day)
    if office == "leader" and country not in LED and any(lexicon.holders(country, o, scan.day) for o in RULERS):
        return  # the lists' leaders are then those of parties, rebels and the like
    lately = lexicon.holders(country, office, scan.day - HANDOVER) if scan.day - date.min > HANDOVER else ()
    if len({p.actor.id for p in (*holders, *lately)}) == 1 and holders:
        scan.add(Found(n, last, holders[0].actor, f"held that office on {scan.day.isoformat()}"))


def _of_another_year(scan: Scan, n: int, year: int) -> bool:
    """Whether the sentence tells of a year long before the text was published, when somebody else may have held it."""
    number = scan.tokens[n].sentence
    for token in scan.tokens[max(0, n - YEAR_REACH) : n + YEAR_REACH]:
        digits = token.words
        plain = len(digits) == 4 and digits.isdecimal() and digits[:2] in ("18", "19", "20")
        if token.sentence == number and plain and int(digits) < year:
            return True
    return False


def find_country(scan: Scan, lexicon: Lexicon) -> None:
    """Adds "the country": the only state named in the sentence before, else the one that the text speaks of."""
    recent: dict[int, dict[str, Actor]] = {}
    for n, token in enumerate(scan.tokens):
        find = scan.finds.get(n)
        state = _state_of(scan, find, lexicon) if find else None
        if state:
            recent.setdefault(token.sentence, {})[state.id] = state
        if token.folded != "country" or n in scan.taken or n == 0 or scan.tokens[n - 1].folded != "the":
            continue
        near = recent.get(token.sentence - 1, {}) | recent.get(token.sentence, {})
        code = scan.main_country()
        if len(near) == 1:
            scan.add(Found(n, n + 1, next(iter(near.values())), "the country: the only one named just before"))
        elif code in lexicon.countries and (not near or lexicon.countries[code].id in near):
            scan.add(Found(n, n + 1, lexicon.countries[code], "the country that the text speaks of"))


def _state_of(scan: Scan, find: Found, lexicon: Lexicon) -> Actor | None:
    """The state that a find names, or whose organ it is; None for its people ("an Afghan", "ten Americans")."""
    if find.actor.kind in ORGANS:
        return lexicon.countries.get(find.actor.country)
    if find.actor.kind != "state":
        return None
    if find.how == "demonym" and find.first and not scan.tokens[find.last - 1].owns:
        counted = scan.tokens[find.first - 1]
        plural = scan.tokens[find.last - 1].folded.endswith("s") and counted.folded != "the"
        ends = find.last == len(scan.tokens) or bool(scan.tokens[find.last].gap.strip(" -"))
        who = ends or scan.tokens[find.last].folded in ("who", "was", "is", "has", "had")
        if plural or (who and counted.folded in ("a", "an", "one", "another")):
            return None
    return find.actor
