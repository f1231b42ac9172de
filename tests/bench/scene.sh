# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# A large Maya scene, beside the least that anybody could do with it: count its lines or, where the MD5 by which answers
# name a file is wanted too, make that. Sourced by run_bench.sh. KINFRAME_BENCH_SCENE_MB says how large it is (900).

count_lines() { wc -l <"$1"; }
count_packed_lines() { gzip -dc "$1" | wc -l; }
make_md5() { md5sum <"$1"; }

# scene_row WHAT SECONDS MB PROGRAM ITS_SECONDS GOAL: how fast that was, beside a program that did less.
scene_row() {
    row "$1" "$(divide "$3" "$2") MB/s" "$4 $(divide "$3" "$5") MB/s" "$(divide "$5" "$2")" "$6"
}

# read_scene FILE PROGRAM...: reads FILE beside each of those functions, in turn, three times; then `hashed` and
# `unhashed` are the seconds of a whole analysis and of one that makes no MD5, `beside` those of the programs and
# `memory` the MB that it took.
read_scene() {
    local file=$1 program report with=() without=()
    local -A theirs=()
    shift
    cat "$file" >/dev/null # so that it is in memory for all
    for _ in 1 2 3; do
        report=$("${bin:?}/bench_scene" read "$file")
        with+=("$(field seconds <<<"$report")")
        without+=("$(field unhashed_seconds <<<"$report")")
        memory=$(field megabytes <<<"$report")
        for program in "$@"; do
            theirs[$program]+="$(seconds "$program" "$file") "
        done
    done
    hashed=$(median "${with[@]}")
    unhashed=$(median "${without[@]}")
    beside=()
    for program in "$@"; do
        # shellcheck disable=SC2086  # numbers, one word each
        beside+=("$(median ${theirs[$program]})")
    done
}

bench_scene() {
    local megabytes=${KINFRAME_BENCH_SCENE_MB:-900} scene
    scene=${work:?}/scene-$megabytes.ma
    if [[ ! -e $scene ]]; then
        "${bin:?}/bench_scene" make "$scene.part" "$megabytes" && mv "$scene.part" "$scene"
    fi
    [[ -e $scene.gz ]] || { gzip -1 -c "$scene" >"$scene.gz.part" && mv "$scene.gz.part" "$scene.gz"; }
    local hashed unhashed beside memory
    read_scene "$scene" count_lines make_md5
    scene_row "scene of $megabytes MB, without its MD5" "$unhashed" "$megabytes" "wc -l" "${beside[0]}" 0.5
    scene_row "the same, with its MD5" "$hashed" "$megabytes" "md5sum alone" "${beside[1]}" 0.83
    limit "memory for that" "$memory" MB 64
    read_scene "$scene.gz" count_packed_lines
    scene_row "the same packed, with its MD5" "$hashed" "$megabytes" "gzip -dc and wc -l" "${beside[0]}" 0.5
    limit "memory for that" "$memory" MB 64
}
