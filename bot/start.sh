#!/usr/bin/env bash
# Usage: bash bot/start.sh [ARGUMENT...]   Installs what is missing, builds what changed, then runs facteur.
# What it has to say goes to stderr: stdout and stdin belong to the program.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$root/build/program

say() { echo "facteur: $*" >&2; }

# A new configuration where there is none, where it failed, or where the presets or the folder's place changed.
configured() {
  [ -f "$build/build.ninja" ] && [ "$build/build.ninja" -nt "$root/CMakePresets.json" ] &&
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"
}

# A compiler can take 700 MB for one of these sources; small machines have several cores and 1 GB.
jobs_that_fit() {
  awk -v cores="$(nproc)" '/^MemAvailable/ { jobs = int($2 / 700000) }
    END { print (jobs < 1 ? 1 : jobs < cores ? jobs : cores) }' /proc/meminfo
}

build() {
  if ! configured; then
    say "configuring the build in build/program"
    (cd "$root" && cmake --fresh --preset program) || return
  fi
  [ -x "$build/bot/facteur" ] || say "building; the first time takes a few minutes"
  # ninja knows what changed. The lines left out say each time that nothing did.
  ninja -C "$build" -j "$(jobs_that_fit)" facteur |
    { grep --line-buffered -vE 'no work to do|Entering directory|Re-checking globbed' || true; }
}

bash "$root/config/packages.sh" build

if ! { mkdir -p "$root/build" && exec 9>"$root/build/.start.lock"; } 2>/dev/null; then
  say "cannot write to $root/build: give it to the user who starts Facteur, or remove it"
  exit 1
fi
flock 9 # two starts at once build once
if ! build </dev/null >&2; then
  say "the build failed; the first error above says why"
  exit 1
fi
exec 9>&-

exec "$build/bot/facteur" "$@"
