# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Queries over a large library, beside what somebody would write by hand for the same database, and beside a scan of
# JSON documents. Sourced by run_bench.sh. KINFRAME_BENCH_IMAGES says over how many images (200000).

# query_row REPORT: the line of the table for one shape of query.
query_row() {
    local what ours beside ratio
    what="$(field shape <<<"$1"): $(field what <<<"$1")"
    ours="$(divide "$(field ms <<<"$1")" 1) ms, p95 $(divide "$(field p95_ms <<<"$1")" 1)"
    if [[ $1 != *'"hand_ms"'* ]]; then
        limit "$what" "$(field ms <<<"$1")" ms 150
        return
    fi
    [[ $1 != *'"first_ms"'* ]] || ours+=", first $(divide "$(field first_ms <<<"$1")" 1)"
    beside="by hand $(divide "$(field hand_ms <<<"$1")" 1) ms, p95 $(divide "$(field hand_p95_ms <<<"$1")" 1)"
    [[ $1 != *'"naive_ms"'* ]] || beside+="; JSON $(divide "$(field naive_ms <<<"$1")" 1)"
    ratio=$(divide "$(field hand_ms <<<"$1")" "$(field ms <<<"$1")")
    row "$what" "$ours" "$beside" "$ratio" 0.83
}

# What the program answers over HTTP: the page with its total.
query_http() {
    local answer
    serve_library "$1"
    while read -r answer; do
        printf '%s\n' "$answer" >>"${log:?}"
        limit "HTTP, $(field shape <<<"$answer")" "$(field ms <<<"$answer")" ms 150
    done < <(grep -F '"what":"page"' "$2" | tests/bench/query_over_http.py "${url:?}" "${key:?}")
    stop_servers
}

bench_query() {
    local images=${KINFRAME_BENCH_IMAGES:-200000} library reports report
    library=${work:?}/library-query-$images
    reports=$work/query-reports
    # Filled half-way by a run that was ended it would be taken for a smaller one.
    if [[ ! -e $library/filled ]]; then
        rm -rf "$library"
    fi
    "${bin:?}/bench_query" "$library" "$images" >"$reports" 2>>"${log:?}"
    touch "$library/filled"
    cat "$reports" >>"$log"
    while read -r report; do
        if [[ $report == *'"shape"'* ]]; then
            query_row "$report"
        else
            row "index for searches, $images images" "$(divide "$(field megabytes <<<"$report")" 1) MB in $(divide "$(field seconds <<<"$report")" 1) s" \
                "the database without it: $(divide "$(field database_megabytes <<<"$report")" 1) MB" \
                "$(divide "$(field database_megabytes <<<"$report")" "$(field megabytes <<<"$report")")" ''
        fi
    done <"$reports"
    query_http "$library" "$reports"
}
