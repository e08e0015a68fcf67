#!/usr/bin/env bash
# Usage: bash tests/benchmarks/run.sh [--quick] [BUILD-FOLDER]
# Builds a release (or takes the programs of the build folder that is named), measures, and prints one table of what was
# found beside what was aimed at. Quick is a minute and rough; the whole takes several, and wants a quiet machine.
# A single benchmark: build/release/tests/benchmarks/understanding --benchmark_filter=warm
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
quick=()
build=
for argument; do
  case $argument in
    --quick) quick=(--quick) ;;
    -*) sed -n '2,5s/^# //p' "$0" >&2 && exit 2 ;;
    *) build=$argument ;;
  esac
done

if [ -z "$build" ]; then
  bash config/packages.sh build test
  cmake --preset release >&2
  cmake --build --preset release >&2
  build=build/release
fi
benchmarks=$build/tests/benchmarks
facteur=$build/bot/facteur

FACTEUR_FIGURES=$(mktemp)
export FACTEUR_FIGURES PYTHONDONTWRITEBYTECODE=1
trap 'rm -f "$FACTEUR_FIGURES"' EXIT

measure() {
  printf '\n== %s\n' "$1"
  shift
  "$@" "${quick[@]}"
}
measure "a message, beside the floor" "$benchmarks/understanding"
measure "the whole process" python3 tests/benchmarks/process.py "$facteur"
measure "beside bots of an evening" python3 tests/benchmarks/peers/compare.py "$facteur" "$benchmarks/understanding"
measure "on Telegram, beside bots of two libraries" python3 tests/benchmarks/telegram/compare.py "$facteur"
measure "on Matrix, beside bots of two libraries" python3 tests/benchmarks/matrix/compare.py "$facteur"
measure "a million domains" "$benchmarks/growth"
python3 tests/benchmarks/figures.py "$FACTEUR_FIGURES"
