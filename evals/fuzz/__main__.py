"""Feeds and pages, mutated: python -m evals.fuzz [--count 20000] [--seed N] [--keep FOLDER] [--atheris]

Hypothesis draws the changes; with --atheris (requirements/fuzz.lock) coverage of the readers leads the way.
Prints what falls over or takes over two seconds; the exit status is 1 if anything does.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from dateline.model.ids import digest
from evals.fuzz.mutants import KINDS, TROUBLE, Change, mutant, seeds

CASES = Path(__file__).resolve().parents[2] / "tests" / "cases" / "ingest"
CHANGES = st.lists(
    st.builds(
        Change,
        st.integers(0, len(KINDS) - 1),
        st.integers(0, 65_535),
        st.integers(0, 400),
        st.integers(0, len(TROUBLE) - 1),
    ),
    min_size=1,
    max_size=8,
)


def drawn(count: int, number: int, keep: Path | None) -> Counter[str]:
    """What goes wrong with `count` mutants drawn by Hypothesis, by words, and how often."""
    from evals.fuzz.targets import trouble

    sound = sorted(seeds(CASES).items())
    found: Counter[str] = Counter()
    done = [0]

    @seeded(number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(sound), CHANGES)
    def one(chosen: tuple[str, bytes], changes: list[Change]) -> None:
        name, data = chosen[0], mutant(chosen[1], changes)
        done[0] += 1
        if words := trouble(name, data):
            _tell(found, name, data, words, keep)

    one()
    print(f"{done[0]} mutants of {len(sound)} documents")
    return found


def led(count: int, keep: Path | None) -> Counter[str]:
    """The same with changes that coverage leads to."""
    import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]

    with atheris.instrument_imports(include=["dateline.ingest"]):
        from evals.fuzz.targets import trouble

    sound = sorted(seeds(CASES).items())
    found: Counter[str] = Counter()

    def one(data: bytes) -> None:
        name, seed = sound[data[0] % len(sound)] if data else sound[0]
        parts = [data[n : n + 6] for n in range(1, len(data) - 5, 6)][:8]
        changes = [Change(p[0], p[1] << 8 | p[2], p[3] << 1, p[4]) for p in parts]
        changed = mutant(seed, changes)
        if words := trouble(name, changed):
            _tell(found, name, changed, words, keep)

    atheris.instrument_func(one)
    atheris.Setup([sys.argv[0], f"-atheris_runs={count}", "-max_len=64", "-len_control=0", "-print_final_stats=0"], one)
    with suppress(SystemExit):
        atheris.Fuzz()  # ends the process itself once it has done its runs
    return found


def _tell(found: Counter[str], name: str, data: bytes, words: str, keep: Path | None) -> None:
    found[words] += 1
    if found[words] == 1:
        print(f"{name} ({len(data)} bytes, {digest(data)[:12]}): {words}", flush=True)
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{digest(data)[:12]}{Path(name).suffix}").write_bytes(data)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the mutants; 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None, help="where documents that cause trouble are written")
    parser.add_argument("--atheris", action="store_true")
    given = parser.parse_args(argv)
    began = time.perf_counter()
    found = led(given.count, given.keep) if given.atheris else drawn(given.count, given.seed, given.keep)
    for words, often in found.most_common():
        print(f"{often:6}  {words}")
    print(f"{found.total()} of {given.count} went wrong, {time.perf_counter() - began:.0f} s")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
