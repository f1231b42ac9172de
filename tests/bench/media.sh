# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# What one program does alone: thumbnails, metadata, search. Sourced by run_bench.sh.

# pictures NAME COUNT WIDTH HEIGHT: a folder of made-up JPEGs, made once.
pictures() {
    "${bin:?}/make_pictures" "${work:?}/$1" "$2" "$3" "$4" && echo "$work/$1"
}

# Both sizes of every file with one process per core; the small one from the large one, which is the faster way.
vips_thumbnails() {
    local folder=$1 out=${work:?}/vips
    rm -rf "$out" && mkdir -p "$out"
    find "$folder" -name '*.jpg' -print0 |
        VIPS_CONCURRENCY=1 xargs -0 -n 8 -P "${cores:?}" vipsthumbnail --size 1440 --output "$out/%s_1440.jpg[Q=82]"
    find "$out" -name '*_1440.jpg' -print0 |
        VIPS_CONCURRENCY=1 xargs -0 -n 8 -P "$cores" vipsthumbnail --size 256 --output "$out/%s_256.jpg[Q=80]"
}

bench_thumbnails() {
    local folder ours=() vips=() count=24
    folder=$(pictures jpeg-12mp "$count" 4000 3000)
    vips_thumbnails "$folder" >>"${log:?}" 2>&1 # once before, so that the files are in memory for both
    for _ in 1 2 3; do
        ours+=("$("${bin:?}/bench_thumbnails" "$folder" "$cores" | field seconds)")
        vips+=("$(seconds vips_thumbnails "$folder")")
    done
    row "thumbnails of 12 MP JPEGs, 1440 + 256" "$(divide "$count" "$(median "${ours[@]}")") pictures/s" \
        "vipsthumbnail $(divide "$count" "$(median "${vips[@]}")") pictures/s" \
        "$(divide "$(median "${vips[@]}")" "$(median "${ours[@]}")")" 1
}

bench_metadata() {
    local folder ours=() exiftool=() exiv2=() count=2000
    folder=$(pictures jpeg-small "$count" 640 480)
    for _ in 1 2 3; do
        ours+=("$(divide "$("${bin:?}/bench_metadata" "$folder" 1 | field ms)" 1000)")
        exiftool+=("$(seconds exiftool -quiet -json -recurse "$folder")")
        exiv2+=("$(seconds find "$folder" -name '*.jpg' -exec exiv2 -pa print '{}' +)")
    done
    ours=("$(median "${ours[@]}")")
    row "metadata, one thread" "$(divide "$count" "${ours[0]}") files/s" \
        "exiftool $(divide "$count" "$(median "${exiftool[@]}")") files/s" \
        "$(divide "$(median "${exiftool[@]}")" "${ours[0]}")" 1
    row "" "" "exiv2 $(divide "$count" "$(median "${exiv2[@]}")") files/s" \
        "$(divide "$(median "${exiv2[@]}")" "${ours[0]}")" 1
}

# Faces of which the ten nearest are looked for. A few ms among 100,000 by comparing with all of them, and under a
# millisecond by the graph, which is used above that, is what the library is designed for.
bench_search() {
    local line index faces ms exact_ms limit time built
    while read -r line; do
        index=$(field index <<<"$line")
        faces=$(field faces <<<"$line")
        ms=$(field median_ms <<<"$line")
        time="$(printf '%.3g ms, p99 %.3g ms' "$ms" "$(field p99_ms <<<"$line")")"
        built="built in $(divide "$(field build_ms <<<"$line")" 1000) s, $(field megabytes <<<"$line") MB"
        if [[ $index == exact ]]; then
            exact_ms=$ms
            limit=$(divide "$faces" 20000)
            row "search among $faces, all compared" "$time" "at most $limit ms; $built" "$(divide "$limit" "$ms")" 1
        else
            row "search among $faces, graph" "$time" "all compared $exact_ms ms; $built" "$(divide "$exact_ms" "$ms")" 1
            row "  of the true ten nearest it finds" "$(field recall_at_10 <<<"$line")" "all compared: 1" \
                "$(field recall_at_10 <<<"$line")" 0.95
        fi
    done < <("${bin:?}/bench_search")
    wait "$!"
}
