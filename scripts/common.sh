# shellcheck shell=bash
# What the scripts share. Sourced, never run.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

need_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    say "helseportal needs a Swift toolchain (6.2 or later): install one from swift.org and put its bin directory on PATH."
    exit 69
  fi
}

# Installs Debian packages that are missing: need_packages PACKAGE...
need_packages() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' \
      || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    say "helseportal needs these packages, and this is no Debian or Ubuntu:$missing. Install them by hand."
    exit 69
  fi
  as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      say "These packages are missing and only root can install them: run 'apt-get install$missing' as root."
      exit 69
    fi
    as_root="sudo"
  fi
  say "Installing:$missing"
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -q >/dev/null && apt-get install -y -q --no-install-recommends$missing >/dev/null" || {
    say "Could not install:$missing. Install them by hand and try again."
    exit 69
  }
}

# Builds the program as it is shipped and sets $program.
# shellcheck disable=SC2034
build_release() {
  swift build -c release --product helseportal --static-swift-stdlib -Xlinker -s >&2
  program="$(swift build -c release --product helseportal --static-swift-stdlib -Xlinker -s --show-bin-path)/helseportal"
}
