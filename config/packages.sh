#!/usr/bin/env bash
# Usage: packages.sh SECTION...   Installs what is missing of these sections of packages.txt; says nothing if nothing is.
set -euo pipefail

list=$(dirname "${BASH_SOURCE[0]}")/packages.txt
mapfile -t wanted < <(awk -v sections=" $* " '
  /^\[/ { wanted = index(sections, " " substr($1, 2, length($1) - 2) " ") }
  /^[^[#]/ && wanted { print $1 }' "$list")

if [ -n "${FACTEUR_NO_PACKAGES:-}" ]; then
  exit 0
fi
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  cat >&2 <<END
facteur: this system has no apt-get, so install these (Debian's names) by hand:
  ${wanted[*]}
Then set FACTEUR_NO_PACKAGES=1 and start again.
END
  exit 1
fi

installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
missing=()
for package in "${wanted[@]}"; do
  grep -qx "installed $package" <<<"$installed" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    cat >&2 <<END
facteur: these packages are missing, and only root can install them (there is no sudo here). As root:
  apt-get update && apt-get install --no-install-recommends ${missing[*]}
END
    exit 1
  fi
  as_root=(sudo)
fi

echo "facteur: installing ${missing[*]}${as_root[*]:+ (by sudo)}" >&2
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null >&2
}
# A source that is down needn't matter, if what is known already is enough: the install decides.
apt update || echo "facteur: apt-get update failed; trying with the package lists that are here" >&2
if ! apt install -y --no-install-recommends "${missing[@]}"; then
  cat >&2 <<END
facteur: apt-get could not install the packages named above; its own words stand just before this.
Is there a network, is this Debian 12 or newer, and may you use sudo? Then start again.
END
  exit 1
fi
