#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures this build beside other programs that do the same work, on this computer, with made-up pictures, and prints a
# table. Called by "./build.sh bench"; with names only those: thumbnails metadata search http import answer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

bin=${KINFRAME_BIN:-$PWD/build/release/bin}
work=$PWD/build/bench
cores=$(nproc)

say() { printf '%s\n' "$*" >&2; }

# seconds COMMAND...: how long it takes, as a decimal number. What it prints goes to the log.
seconds() {
    local start=$EPOCHREALTIME
    "$@" >>"$work/log" 2>&1
    awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.3f", b - a }'
}

# field NAME: that number of the JSON object on standard input.
field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

divide() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

rows=()
# row WHAT OURS OTHER RATIO: one line of the table.
row() { rows+=("$(printf '%-38s %-26s %-34s %s' "$1" "$2" "$3" "$4")"); }

print_table() {
    printf '\n%s, %s cores, %s\n\n' "$(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1)" "$cores" "$(date -u +%F)"
    printf '%-38s %-26s %-34s %s\n' what Kinframe "beside it" "times as fast"
    printf '%s\n' "${rows[@]}"
}

# pictures NAME COUNT WIDTH HEIGHT: a folder of made-up JPEGs, made once.
pictures() {
    "$bin/make_pictures" "$work/$1" "$2" "$3" "$4" && echo "$work/$1"
}

# Both sizes of every file with one process per core; the small one from the large one, which is the faster way.
vips_thumbnails() {
    local folder=$1 out=$work/vips
    rm -rf "$out" && mkdir -p "$out"
    find "$folder" -name '*.jpg' -print0 |
        VIPS_CONCURRENCY=1 xargs -0 -n 8 -P "$cores" vipsthumbnail --size 1440 --output "$out/%s_1440.jpg[Q=82]"
    find "$out" -name '*_1440.jpg' -print0 |
        VIPS_CONCURRENCY=1 xargs -0 -n 8 -P "$cores" vipsthumbnail --size 256 --output "$out/%s_256.jpg[Q=80]"
}

bench_thumbnails() {
    local folder ours vips count
    folder=$(pictures jpeg-12mp 48 4000 3000)
    count=48
    vips_thumbnails "$folder" >>"$work/log" 2>&1 # once before, so that the files are in memory for both
    ours=$("$bin/bench_thumbnails" "$folder" "$cores" 1 | field seconds)
    vips=$(seconds vips_thumbnails "$folder")
    row "thumbnails of 12 MP JPEGs, 1440 + 256" "$(divide "$count" "$ours") pictures/s" \
        "vipsthumbnail $(divide "$count" "$vips") pictures/s" "$(divide "$vips" "$ours")"
}

bench_metadata() {
    local folder ours exiftool exiv2
    folder=$(pictures jpeg-small 2000 640 480)
    ours=$(divide "$("$bin/bench_metadata" "$folder" 1 | field ms)" 1000)
    exiftool=$(seconds exiftool -quiet -json -recurse "$folder")
    exiv2=$(seconds find "$folder" -name '*.jpg' -exec exiv2 -pa print '{}' +)
    row "metadata, one thread" "$(divide 2000 "$ours") files/s" "exiftool $(divide 2000 "$exiftool") files/s" \
        "$(divide "$exiftool" "$ours")"
    row "" "" "exiv2 $(divide 2000 "$exiv2") files/s" "$(divide "$exiv2" "$ours")"
}

bench_search() {
    local line
    while read -r line; do
        row "search of similar faces" "$line" "" ""
    done < <("$bin/bench_search")
}

main() {
    local name failed=0
    mkdir -p "$work"
    : >"$work/log"
    [[ $# -gt 0 ]] || set -- thumbnails metadata search
    for name in "$@"; do
        say "measuring $name"
        "bench_$name" || failed=1
    done
    print_table
    return "$failed"
}

main "$@"
