#!/usr/bin/env bash
# Usage: bash tests/run.sh [CTEST-ARGUMENT...]   Installs what the tests need, builds a release and passes all tests.
# PRESET=debug does it with sanitizers, PRESET=fuzz replays the fuzz targets' corpus under libFuzzer.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=${PRESET:-release}
sections=(build test)
[ "$preset" != fuzz ] || sections+=(check)

bash config/packages.sh "${sections[@]}"
cmake --preset "$preset" >&2
cmake --build --preset "$preset" >&2
ctest --preset "$preset" --parallel "$(nproc)" "$@"
