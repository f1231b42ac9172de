# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The window over a large library, and during an import. Sourced by run_bench.sh. Drawn by the processor at 1280x800,
# as on a computer without a graphics card.

window_use() {
    QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software LC_ALL=C.UTF-8 "${bin:?}/bench_window" "$@" 2>>"${log:?}"
}

# of_report NAME: the median of that figure in the reports of the window.
of_report() {
    local report values=()
    for report in "${reports[@]}"; do
        values+=("$(field "$1" <<<"$report")")
    done
    median "${values[@]}"
}

# limit WHAT FIGURE UNIT MOST: one line about a figure that should be no more.
limit() {
    row "$1" "$(divide "$2" 1) $3" "at most $4 $3" "$(divide "$4" "$(awk -v f="$2" 'BEGIN { print (f > 0.001 ? f : 0.001) }')")" 1
}

# large_library NAME [PHOTOS FACES]: makes it where it is not there yet.
large_library() {
    local library=${work:?}/$1
    [[ -d $library ]] && return
    rm -rf "$library.new"
    "${bin:?}/make_library" "$library.new" "${@:2}" >>"${log:?}" 2>&1
    mv "$library.new" "$library"
}

# A million photos in squares and in their shapes: how they scroll, how the scroll bar is dragged, what all of it takes.
bench_million() {
    local library=${work:?}/library-million reports=()
    large_library library-million 1000000 0
    for _ in 1 2 3; do
        reports+=("$(window_use images "$library" "$(date +%s%N)")")
        printf '%s\n' "${reports[-1]}" >>"${log:?}"
    done
    limit "window over 1,000,000 photos: until usable" "$(of_report usable_ms)" ms 1500
    limit "its longest stall until all are known" "$(of_report whole_stall_ms)" ms 50
    limit "its longest stall when the layout changes" "$(of_report layout_ms)" ms 100
    limit "the first photos of a filter, slowest of 5" "$(of_report filter_ms)" ms 150
    limit "its memory at most" "$(of_report peak_mb)" MB 500
    limit "frames while it scrolls, 99 of 100" "$(of_report frame_p99_ms)" ms 32
    limit "the longest of $(of_report frames) frames" "$(of_report frame_longest_ms)" ms 100
}

bench_window() {
    local library=${work:?}/library-large reports=() stalls folder why
    large_library library-large
    for _ in 1 2 3; do
        reports+=("$(window_use use "$library" "$(date +%s%N)")")
        printf '%s\n' "${reports[-1]}" >>"${log:?}"
    done
    limit "window over 100,000 photos: until usable" "$(of_report usable_ms)" ms 1500
    limit "its memory at most" "$(of_report peak_mb)" MB 500
    limit "frames while it scrolls, 99 of 100" "$(of_report frame_p99_ms)" ms 32
    limit "the longest of $(of_report frames) frames" "$(of_report frame_longest_ms)" ms 100
    limit "a name is given, slowest of 20" "$(of_report name_ms)" ms 100
    limit "two groups are merged, slowest of 20" "$(of_report merge_ms)" ms 100
    limit "a face is rejected, slowest of 20" "$(of_report reject_ms)" ms 100
    limit "the view moves meanwhile by" "$(of_report moved_px)" px 1
    why=$(photos_missing)
    [[ -z $why ]] || { skipped "stalls of the window in an import" 1 "$why" && return; }
    rm -rf "${work:?}/library-import"
    folder=$(photos photos-window 1000)
    stalls=$(window_use import "$work/library-import" "$folder")
    printf '%s\n' "$stalls" >>"${log:?}"
    limit "window: longest stall, 1000 photos come in" "$(field stall_ms <<<"$stalls")" ms 50
    limit "and until it is closed" "$(field stall_with_end_ms <<<"$stalls")" ms 50
}
