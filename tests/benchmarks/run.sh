#!/usr/bin/env bash
# Usage: bash tests/benchmarks/run.sh [BENCHMARK-ARGUMENT...]   Builds a release and runs every benchmark, one by one.
# For example: bash tests/benchmarks/run.sh --benchmark_filter=answer --benchmark_repetitions=5
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bash config/packages.sh build test
cmake --preset release >&2
cmake --build --preset release >&2

for source in tests/benchmarks/*.cpp; do
  name=$(basename "$source" .cpp)
  echo "== $name"
  "build/release/tests/benchmarks/$name" "$@"
done
