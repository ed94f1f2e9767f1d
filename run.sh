#!/usr/bin/env bash
# The whole workflow, for people and CI: ./run.sh help
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
venv=${DATELINE_VENV:-.venv}
py=$venv/bin/python

# Installs one lock into the environment, only if it changed since the last time.
ensure() {
  local lock=requirements/$1.lock stamp
  stamp=$venv/.dateline-$1-$(cat "$lock" pyproject.toml | sha256sum | cut -c1-16)
  [ -e "$stamp" ] && return
  environment
  echo "installing $lock (once; hashes are checked)" >&2
  rm -f "$venv/.dateline-$1-"*
  "$py" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$lock"
  "$py" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
  touch "$stamp"
}

# Makes the environment, also where one was begun and has no pip yet.
environment() {
  local python=${PYTHON:-python3}
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    { echo "run.sh: $python is not Python 3.11 or newer; set PYTHON to one" >&2; exit 3; }
  "$py" -m pip --version > /dev/null 2>&1 || "$python" -m venv --clear "$venv" ||
    { echo "run.sh: $python cannot make $venv; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 3; }
}

help() { cat <<'TEXT'
./run.sh install            make .venv from the hash-pinned lock
./run.sh demo               load the sample corpus, print coverage and a chronology, serve the desk to a browser
./run.sh test [ARGS]        every check and every test (what CI runs); ARGS go to pytest
./run.sh check              style, types, import directions, no tests
./run.sh eval cases [DIR]   figures of the gold cases (--json); gate with --gate
./run.sh eval dossier [DIR] dossiers of the gold cases: the calendar, and the audit of every line
./run.sh eval planted       what was planted in the sample corpus: how much of it is found
./run.sh bench NAME         figures and ratios of one run; without NAME: which there are
./run.sh fuzz [ARGS]        20,000 mutated feeds, pages and archives, drawn, then as many led by coverage (--count N)
./run.sh screenshots [DIR]  pictures of every page of the desk at three widths (needs chromium)
./run.sh lock               renew the locks from requirements/*.in
./run.sh help               this text
TEXT
}

check() {
  ensure test
  "$venv/bin/ruff" check src tests evals tools
  "$venv/bin/ruff" format --check src tests evals tools
  "$venv/bin/mypy"
  "$venv/bin/lint-imports"
}

lock() {
  ensure test
  local name
  for name in base test fuzz; do
    "$venv/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
      --custom-compile-command "./run.sh lock" "requirements/$name.in" --output-file "requirements/$name.lock"
  done
}

case "${1:-help}" in
  help|-h|--help) help ;;
  install) ensure base ;;
  demo) shift; ensure base; "$py" -m dateline demo --serve "$@" ;;
  check) check ;;
  test) shift; check; "$py" -m pytest "$@" ;;
  eval) shift; ensure test; "$py" -m evals "$@" ;;
  bench) shift; ensure test; "$py" -m evals.bench "$@" ;;
  fuzz) shift; ensure fuzz; "$py" -m evals.fuzz "$@"; "$py" -m evals.fuzz --atheris "$@" ;;
  screenshots) shift; ensure test; "$py" -m evals.web.screenshots "$@" ;;
  lock) lock ;;
  *) echo "run.sh: no such command: $1" >&2; help >&2; exit 3 ;;
esac
