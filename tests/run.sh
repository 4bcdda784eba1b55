#!/usr/bin/env bash
# Passes the tests, after installing what a fresh machine lacks: for those that look at pages a browser,
# Node.js and the two packages of tests/browser, for those of PDF poppler, for those of the exchange
# format xmllint. Nothing is left running.
set -euo pipefail
cd "$(dirname "$0")/.."

# has NAME...: whether one of these programs is there.
has() {
    local name
    for name in "$@"; do
        if command -v "$name" >/dev/null; then return 0; fi
    done
    return 1
}

# install WHAT PACKAGE...: installs system packages, or says what a person must do.
install() {
    local what=$1 as_root
    shift
    if has apt-get && [ "$(id -u)" = 0 ]; then
        as_root=(env)
    elif has apt-get && has sudo; then
        as_root=(sudo env)
    else
        echo "tests/run.sh: $what is not found, and could not be installed: please install it, then run this again" >&2
        exit 1
    fi
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

has chromium chromium-browser google-chrome || install "Chromium or Chrome" chromium
has node || install "Node.js" nodejs
has npm || install "npm" npm
# They read what was printed.
has pdfinfo || install "pdfinfo and pdftotext" poppler-utils
# The schemas of the exchange format are held to by it.
has xmllint || install "xmllint" libxml2-utils
if [ "$(node --print 'parseInt(process.versions.node)')" -lt 20 ]; then
    echo "tests/run.sh: Node.js 20 or newer is needed, this is $(node --version): please install it, then run this again" >&2
    exit 1
fi

# What npm installed last is written beside it; the lock file is newer when it was changed since.
cd tests/browser
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --no-progress >/dev/null
fi
cd ../..

# Where everything is built once and thrown away, what only helps a next build fills the disk.
if [ -n "${CI:-}" ]; then
    export CARGO_INCREMENTAL=0
fi
free=$(df -Pk . | awk 'NR == 2 { print $4 }')
if [ "$free" -lt 6000000 ]; then
    echo "tests/run.sh: the tests need 6 GB of disk, $((free / 1000000)) GB are free here: please make room, then run this again" >&2
    exit 1
fi

exec cargo test --locked --no-fail-fast
