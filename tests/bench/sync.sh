# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Full and delta syncs of a large library, beside one SQL statement that makes the same JSON. Sourced by run_bench.sh.
# KINFRAME_BENCH_ASSETS says over how many assets (1000000).

bench_sync() {
    local assets=${KINFRAME_BENCH_ASSETS:-1000000} library report
    library=${work:?}/library-sync-$assets
    # Filled half-way by a run that was ended it would be taken for a smaller one.
    [[ -e $library/filled ]] || rm -rf "$library"
    "${bin:?}/bench_sync" "$library" "$assets" >"$work/sync-reports" 2>>"${log:?}"
    touch "$library/filled"
    cat "$work/sync-reports" >>"$log"
    report=$(grep -F '"full sync"' "$work/sync-reports")
    row "full sync of $assets, pages of 10,000" "$(field rows_s <<<"$report") rows/s" \
        "one SQL statement $(field hand_rows_s <<<"$report") rows/s" "$(field ratio <<<"$report")" 1
    report=$(grep -F '"delta sync"' "$work/sync-reports")
    limit "delta sync after 100 changes, p95" "$(field p95_ms <<<"$report")" ms 10
    report=$(grep -F '"upload check"' "$work/sync-reports")
    limit "which of 5000 files are here, p95" "$(field p95_ms <<<"$report")" ms 50
    serve_library "$library"
    report=$(tests/bench/sync_over_http.py "${url:?}" "${key:?}" "${server:?}")
    printf '%s\n' "$report" >>"$log"
    stop_servers
    row "HTTP, full sync" "$(field rows_s <<<"$report") rows/s" '' '' ''
    limit "HTTP, memory of the server" "$(field peak_megabytes <<<"$report")" MB 200
    limit "HTTP, other calls meanwhile, p99" "$(field others_p99_ms <<<"$report")" ms 50
    limit "HTTP, delta sync after 100 changes" "$(field delta_ms <<<"$report")" ms 10
}
