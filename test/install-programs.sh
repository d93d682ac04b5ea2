#!/usr/bin/env bash
# Installs Debian's packages of the programs that tests ask where they are there (a browser, shells, readers of manual
# pages, jq, sqlite3, duckdb), as far as they are missing and may be installed; never fails a build. Each test that misses one skips
# with a line of its own.
set -uo pipefail
missing=()
need() { # PACKAGE PROGRAM...: any of the programs will do
  local package=$1
  shift
  command -v "$@" >/dev/null 2>&1 || missing+=("$package")
}
[ -n "${CHROMIUM:-}" ] || need chromium chromium chromium-browser google-chrome
need zsh zsh
need fish fish
need mandoc mandoc
need groff-base groff
need jq jq
need sqlite3 sqlite3
# Debian has no duckdb; its makers publish the program for pip as well.
command -v duckdb >/dev/null || timeout 300 python3 -m pip install -q --root-user-action ignore duckdb-cli==1.5.6 >/dev/null 2>&1 || true
[ "${#missing[@]}" -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "not installed, and only root with apt-get could install them here: ${missing[*]}"
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
install() { timeout 300 apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1; }
timeout 300 apt-get update -qq >/dev/null 2>&1
# One that is not to be had must not keep the others away.
install "${missing[@]}" || for package in "${missing[@]}"; do
  install "$package" || echo "$package could not be installed"
done
exit 0
