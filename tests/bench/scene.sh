# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# A large Maya scene, read beside the least that anybody could do with it: count its lines. Sourced by run_bench.sh.
# KINFRAME_BENCH_SCENE_MB says how large it is (900).

count_lines() { wc -l <"$1"; }
count_packed_lines() { gzip -dc "$1" | wc -l; }

# scene_rows WHAT FILE MB COUNT: reads FILE beside the function COUNT, in turn. MB: of what is read, unpacked.
scene_rows() {
    local what=$1 file=$2 megabytes=$3 count=$4 ours=() unhashed=() theirs=() report memory=0
    "$count" "$file" >>"${log:?}" # once before, so that the file is in memory for both
    for _ in 1 2 3; do
        report=$("${bin:?}/bench_scene" read "$file")
        ours+=("$(field seconds <<<"$report")")
        unhashed+=("$(field unhashed_seconds <<<"$report")")
        memory=$(field megabytes <<<"$report")
        theirs+=("$(seconds "$count" "$file")")
    done
    theirs=("$(median "${theirs[@]}")")
    row "$what, with its MD5" "$(divide "$megabytes" "$(median "${ours[@]}")") MB/s" \
        "$count $(divide "$megabytes" "${theirs[0]}") MB/s" "$(divide "${theirs[0]}" "$(median "${ours[@]}")")" ""
    [[ $count == count_packed_lines ]] ||
        row "$what, read alone" "$(divide "$megabytes" "$(median "${unhashed[@]}")") MB/s" \
            "$count $(divide "$megabytes" "${theirs[0]}") MB/s" \
            "$(divide "${theirs[0]}" "$(median "${unhashed[@]}")")" 0.5
    limit "$what, memory" "$memory" MB 64
}

bench_scene() {
    local megabytes=${KINFRAME_BENCH_SCENE_MB:-900} scene
    scene=${work:?}/scene-$megabytes.ma
    if [[ ! -e $scene ]]; then
        "${bin:?}/bench_scene" make "$scene.part" "$megabytes" && mv "$scene.part" "$scene"
    fi
    [[ -e $scene.gz ]] || { gzip -1 -c "$scene" >"$scene.gz.part" && mv "$scene.gz.part" "$scene.gz"; }
    scene_rows "scene of $megabytes MB" "$scene" "$megabytes" count_lines
    scene_rows "the same packed" "$scene.gz" "$megabytes" count_packed_lines
}
