#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures this build beside other programs that do the same work, on this computer, and prints a table. Called by
# "./build.sh bench"; with names only those: thumbnails metadata search scene render query sync soak pipeline answer http
# upload download import window million.
set -euo pipefail
# A command that fails inside of $(...) ends the measurement too.
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export bin=${KINFRAME_BIN:-$PWD/build/release/bin}
export work=$PWD/build/bench
export log=$work/log
cores=$(nproc)
export cores

# shellcheck source=tests/bench/table.sh
source tests/bench/table.sh
# shellcheck source=tests/bench/servers.sh
source tests/bench/servers.sh
# shellcheck source=tests/bench/media.sh
source tests/bench/media.sh
# shellcheck source=tests/bench/scene.sh
source tests/bench/scene.sh
# shellcheck source=tests/bench/render.sh
source tests/bench/render.sh
# shellcheck source=tests/bench/library.sh
source tests/bench/library.sh
# shellcheck source=tests/bench/window.sh
source tests/bench/window.sh
# shellcheck source=tests/bench/query.sh
source tests/bench/query.sh
# shellcheck source=tests/bench/sync.sh
source tests/bench/sync.sh
# shellcheck source=tests/bench/soak.sh
source tests/bench/soak.sh
# shellcheck source=tests/bench/http.sh
source tests/bench/http.sh
# shellcheck source=tests/bench/download.sh
source tests/bench/download.sh

# Also after a failure: nothing goes on running.
finish() {
    local status=$?
    stop_servers
    [[ $status == 0 ]] || say "a measurement failed; $log says why"
}

main() {
    local name
    mkdir -p "$work"
    : >"$log"
    [[ $# -gt 0 ]] || set -- thumbnails metadata search scene render query sync soak pipeline answer http upload download import window million
    for name in "$@"; do
        declare -F "bench_$name" >/dev/null || { say "there is no measurement $name" && return 2; }
    done
    trap finish EXIT
    # Whoever reads the table may have seen enough of it.
    trap 'exit 141' PIPE
    begin_table
    for name in "$@"; do
        say "measuring $name"
        "bench_$name"
    done
}

main "$@"
