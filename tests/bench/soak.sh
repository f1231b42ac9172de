# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# 64 clients of eight users that upload, change, delete, sync and read all at once. Sourced by run_bench.sh.
# KINFRAME_BENCH_SOAK_SECONDS says for how long (300), after a minute in which their libraries fill.

bench_soak() {
    local seconds=${KINFRAME_BENCH_SOAK_SECONDS:-300} reports=${work:?}/soak-reports summary kind first last
    # What went wrong is in the log then.
    "${bin:?}/bench_soak" "$seconds" >"$reports" 2>>"${log:?}"
    cat "$reports" >>"$log"
    summary=$(head -n 1 "$reports")
    row "64 clients at once for $seconds s, nothing wrong" "$(divide "$(field calls_s <<<"$summary")" 1) calls/s" '' '' ''
    while read -r kind; do
        row "  $(field kind <<<"$kind")" "$(divide "$(field p50_ms <<<"$kind")" 1) ms, p99 $(divide "$(field p99_ms <<<"$kind")" 1) ms" '' '' ''
    done < <(tail -n +2 "$reports")
    row "  until faces and thumbnails are done then" "$(divide "$(field catch_up_s <<<"$summary")" 1) s" '' '' ''
    first=$(field first_mb <<<"$summary")
    last=$(field last_mb <<<"$summary")
    row "memory of the server, last third of it" "$(divide "$last" 1) MB" \
        "first third $(divide "$first" 1) MB" "$(divide "$first" "$last")" 0.95
    limit "memory of the server, at most" "$(field peak_mb <<<"$summary")" MB 300
}
