#!/usr/bin/env bash
# Passes the tests, after installing what a fresh machine lacks: a browser, for the tests that look
# at the report. Nothing is left running.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
    if command -v apt-get >/dev/null; then
        as_root=""
        [ "$(id -u)" = 0 ] || as_root="sudo"
        $as_root apt-get update -qq
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium >/dev/null
    else
        echo "tests/run.sh: please install Chromium (or Chrome), then run this again" >&2
        exit 1
    fi
fi

exec cargo test --locked --no-fail-fast
