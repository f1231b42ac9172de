# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Our HTTP server beside nginx, and a large upload. Sourced by run_bench.sh.

# How near to nginx, which serves the same bytes as a file and checks nothing: the straight path, a small answer and files
# from the gate alone. What goes through the router, and through the key check and the library of the whole program, is
# reported beside.
json_goal=0.5
picture_goal=0.8
original_goal=0.9

# rate FIGURES UNIT: as people read them; FIGURES are those of load_in_turn.py.
rate() {
    local number p99
    read -r number p99 _ <<<"$1"
    awk -v number="$number" -v unit="$2" -v p99="$p99" \
        'BEGIN { printf "%.0f %s", number, unit; if (p99 > 0) printf ", p99 %.3g ms", p99 }'
}

# beside_nginx WHAT UNIT FILE [SIDE URL GOAL]...: every side and nginx with that file; a row for each number of
# connections and side. Without a GOAL it is only reported.
beside_nginx() {
    local what=$1 unit=$2 file=$3 counts=(1 32 256) count side figures
    shift 3
    local sides=() urls=() goals=()
    while [[ $# -gt 0 ]]; do
        sides+=("$1") urls+=("$2") goals+=("$3")
        shift 3
    done
    for count in "${!counts[@]}"; do
        mapfile -t figures < <(tests/bench/load_in_turn.py "$unit" "${counts[count]}" "${key:?}" "${urls[@]}" \
            "${nginx_url:?}/$file" 2>>"${log:?}")
        [[ ${#figures[@]} == $((${#urls[@]} + 1)) ]]
        for side in "${!sides[@]}"; do
            row "$what, ${sides[side]}, ${counts[count]} at once" "$(rate "${figures[side]}" "$unit")" \
                "nginx $(rate "${figures[-1]}" "$unit")" "${figures[side]##* }" "${goals[side]}"
        done
    done
}

# video NAME MEGABYTES: a file that begins as an MP4 does and has that size; its holes take no room on the disk.
video() {
    printf '\0\0\0\x18ftypisom\0\0\2\0isommp42\0\0\0\0mdat' >"${work:?}/$1"
    truncate --size "${2}MB" "$work/$1"
    echo "$work/$1"
}

# The library of start_kinframe gets a photo and a video; "static" the same bytes, and the small answers, for the others.
fill_library() {
    local photo video folder
    # Square, since its preview then has about 200 KB.
    folder=$(pictures jpeg-square 1 3464 3464)
    photo=$(upload "$folder/picture_00000.jpg")
    video=$(upload "$(video original.mp4 1000)")
    rm "${work:?}/original.mp4"
    wait_for_faces "$photo"
    wait_for_faces "$video"
    picture_url="${url:?}/api/asset/$photo/thumbnail?size=preview"
    original_url="$url/api/asset/$video/original"
    rm -rf "$work/static" && mkdir "$work/static"
    ask "$picture_url" >"$work/static/picture.jpg"
    find "${data:?}/blobs" -type f -size +900M -exec ln '{}' "$work/static/original.mp4" ';'
    ask "$url/api/server/ping" >"$work/static/program.json"
}

bench_http() {
    local picture_url original_url size
    start_kinframe data-http
    fill_library
    start_gate "$work/static"
    start_nginx "$work/static"
    curl --silent --show-error --fail "${gate_url:?}/json" >"$work/static/gate.json"
    size="$(($(stat --format %s "$work/static/picture.jpg") / 1000)) KB"
    beside_nginx "small JSON" answers/s gate.json gate "$gate_url/json" "$json_goal" \
        "gate + router" "$gate_url/routed/1" ""
    beside_nginx "small JSON" answers/s program.json program "$url/api/server/ping" ""
    beside_nginx "picture of $size" answers/s picture.jpg gate "$gate_url/file/picture.jpg" "$picture_goal" \
        program "$picture_url" ""
    beside_nginx "original of 1 GB" MB/s original.mp4 gate "$gate_url/file/original.mp4" "$original_goal" \
        program "$original_url" ""
    stop_servers
}

# A file that only the whole of it shows to be no video, so that it is taken in and looked at.
bench_upload() {
    local file id took before grown
    file=$(video upload.mp4 2000)
    start_kinframe data-upload
    forget_peak
    before=$(memory VmRSS)
    took=$EPOCHREALTIME
    id=$(upload "$file")
    took=$(awk -v a="$took" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }')
    wait_for_faces "$id"
    grown=$(awk -v a="$before" -v b="$(memory VmHWM)" 'BEGIN { printf "%.1f", (b > a + 0.1 ? b - a : 0.1) }')
    stop_servers
    rm "$file"
    row "memory that an upload of 2 GB takes" "$grown MB; $(divide 2000 "$took") MB/s" "at most 100 MB" \
        "$(divide 100 "$grown")" 1
}
