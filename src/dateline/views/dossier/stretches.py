"""The chronology: turning points, and what happened in the stretches between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.views.dossier.parts import DossierLine, Part

BEFORE, FROM, SINCE = "Before {0}", "From {0} to {1}", "Since {0}"


def stretches(lines: Sequence[DossierLine], turns: frozenset[str]) -> tuple[Part, ...]:
    """The lines in order of occurrence, a new part at each turning point; what came before the first one, first."""
    turned = [replace(line, turning=True) if turns & {line.event, *line.also} else line for line in lines]
    marked = sorted(turned, key=_turn_first)
    groups: list[list[DossierLine]] = [[]]
    last: DossierLine | None = None
    for line in marked:
        if line.turning and groups[-1] and not (last and _meet(last, line)):
            groups.append([])
        last = line if line.turning else last
        groups[-1].append(line)
    return tuple(Part(_title(groups, n), tuple(group)) for n, group in enumerate(groups) if group)


def _meet(one: DossierLine, two: DossierLine) -> bool:
    """Whether two turning points lie in each other's time: they are one turn."""
    a, b = one.occurred, two.occurred
    return bool(a and b and a.end and b.start and b.start <= a.end)


def _title(groups: Sequence[Sequence[DossierLine]], n: int) -> str:
    """The stretch of time of a group, by its turning point and the next one."""
    if len(groups) == 1:
        return ""
    first, after = groups[n][0], groups[n + 1][0] if n + 1 < len(groups) else None
    if not first.turning and after:
        return BEFORE.format(_when(after))
    if after is None:
        return SINCE.format(_when(first))
    return FROM.format(_when(first), _when(after))


def _when(line: DossierLine) -> str:
    return line.occurred.words.removeprefix("since ") if line.occurred else ""


def _turn_first(line: DossierLine) -> tuple[date, int, bool, str]:
    """The order of occurrence; of one day, what turned the matter comes first."""
    start, length, named = by_day(line)
    return (start, length, not line.turning, named)


def by_day(line: DossierLine) -> tuple[date, int, str]:
    """The order of occurrence: by first day, the longer first among those that start together."""
    when = line.occurred
    if when is None:
        return (date.max, 0, line.id)
    start = when.start or when.end or date.max
    return (start, -((when.end - when.start).days if when.start and when.end else 10**7), line.id)
