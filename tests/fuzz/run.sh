#!/usr/bin/env bash
# Usage: bash tests/fuzz/run.sh SECONDS [TARGET...]   Fuzzes each target for so long, from its corpus; all without names.
# New inputs are thrown away, but one that breaks a target stays in build/fuzz/findings. KEEP=1 keeps the new
# inputs that reach more code than the corpus does in build/fuzz/corpus/TARGET.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:?usage: bash tests/fuzz/run.sh SECONDS [TARGET...]}
shift

bash config/packages.sh build check
cmake --preset fuzz >&2
cmake --build --preset fuzz >&2

if [ $# -gt 0 ]; then
  targets=("$@")
else
  mapfile -t targets < <(cd tests/fuzz && printf '%s\n' *_fuzz.cpp | sed 's/_fuzz\.cpp$//')
fi

findings=$PWD/build/fuzz/findings
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$findings"
failed=()

for target in "${targets[@]}"; do
  echo "fuzzing $target for $seconds s"
  new=$scratch/$target
  [ -z "${KEEP:-}" ] || new=$PWD/build/fuzz/corpus/$target
  mkdir -p "$new"
  options=(-max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1
    -artifact_prefix="$findings/$target-")
  if [ -f "tests/fuzz/$target.dict" ]; then
    options+=(-dict="tests/fuzz/$target.dict")
  fi
  # Its running commentary goes to a file; a finding shows it, and a quiet run only what it did.
  if "build/fuzz/tests/${target}_fuzz" "${options[@]}" "$new" "tests/fuzz/corpus/$target" >"$scratch/log" 2>&1; then
    grep -E 'number_of_executed_units|peak_rss_mb' "$scratch/log"
  else
    tail -n 100 "$scratch/log"
    failed+=("$target")
  fi
done

if [ ${#failed[@]} -gt 0 ]; then
  echo "broken: ${failed[*]}; the inputs are in ${findings#"$PWD"/}: keep each in tests/fuzz/corpus/TARGET" >&2
  exit 1
fi
echo "${#targets[@]} targets held"
