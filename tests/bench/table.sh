# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Numbers and the table of results, which README.md can take as it is printed. Sourced by run_bench.sh.

say() { printf '%s\n' "$*" >&2; }

# divide A B: with three significant digits, or all before the point.
divide() {
    awk -v a="$1" -v b="$2" 'BEGIN { q = b == 0 ? 0 : a / b; printf q < 100 ? "%.3g" : "%.0f", q }'
}

multiply() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.4g", a * b }'; }

median() {
    printf '%s\n' "$@" | sort -g |
        awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# seconds COMMAND...: how long it takes, as a decimal number. What it prints goes to the log.
seconds() {
    local start=$EPOCHREALTIME
    "$@" >>"${log:?}" 2>&1
    awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.3f", b - a }'
}

# field NAME: that number of the JSON object on standard input.
field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

line() { printf '| %-42s | %-40s | %-52s | %-6s | %-5s | %-6s |\n' "$@"; }

begin_table() {
    printf '%s, %s cores, %s\n' "$(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1)" "${cores:?}" \
        "$(date -u +%F)"
    printf 'Ratio: how many times as good as what stands beside; where that is a limit, how far from it.\n\n'
    line what Kinframe "beside it" ratio goal ''
    line --- --- --- --- --- ---
}

# row WHAT OURS BESIDE RATIO GOAL: one line of the table. GOAL is the least that the ratio should be; empty: none.
row() {
    line "$@" "$([[ -z $5 ]] || awk -v ratio="$4" -v goal="$5" 'BEGIN { print (ratio >= goal ? "met" : "MISSED") }')"
}

# skipped WHAT GOAL WHY: the line of what cannot be measured here.
skipped() { line "$1" "skipped: $3" '' '' "$2" ''; }
