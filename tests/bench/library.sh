# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# What the whole program does with pictures: the pipeline, the answer to one photo, an import. Sourced by
# run_bench.sh. Made-up pictures show nobody, so these need photos (KINFRAME_TESTDATA) and the models (KINFRAME_MODELS).

photos_missing() {
    [[ -d ${KINFRAME_TESTDATA:-}/photos ]] || echo "KINFRAME_TESTDATA names no folder with photos"
}

# photos NAME COUNT: a folder of photos of about 1 to 3 MP, all of them different files.
photos() {
    tests/bench/unique_photos.py "$KINFRAME_TESTDATA/photos" "${work:?}/$1" "$2" && echo "$work/$1"
}

# Imports a folder into a new library; the figures as JSON.
import_folder() {
    start_kinframe "$1"
    imported=$(tests/bench/import_folder.py "${url:?}" "${key:?}" "${server:?}" "$2")
    stop_servers
}

# The ideal is what the computer would do if decoding, detecting and measuring were all there is to an import and every
# core did it as fast as one does alone. The second line is beside what the cores do when all of them do only that.
bench_pipeline() {
    local what="photos: import, thumbnails, faces, stored" goal=0.9 why folder imported ours alone together
    local all_ours=() ideals=() ratios=() togethers=() together_ratios=() busy=()
    why=$(photos_missing)
    if [[ -z $why ]]; then
        start_kinframe data-pipeline
        why=$(faces_missing)
        stop_servers
    fi
    [[ -z $why ]] || { skipped "$what" "$goal" "$why" && return; }
    folder=$(photos photos 600)
    for _ in 1 2 3; do
        alone=$("${bin:?}/bench_faces" "$folder" 1 | field pictures_per_second)
        import_folder data-pipeline "$folder"
        together=$("$bin/bench_faces" "$folder" "${cores:?}" | field pictures_per_second)
        printf '%s\n' "$imported" >>"${log:?}"
        ours=$(divide "$(field files <<<"$imported")" "$(field seconds <<<"$imported")")
        all_ours+=("$ours")
        ideals+=("$(multiply "$alone" "$cores")")
        ratios+=("$(divide "$ours" "$(multiply "$alone" "$cores")")")
        togethers+=("$together")
        together_ratios+=("$(divide "$ours" "$together")")
        busy+=("$(field busy_percent <<<"$imported")")
    done
    row "$what" "$(median "${all_ours[@]}") photos/s, $(median "${busy[@]}" | cut -d. -f1) % of the cores" \
        "$cores x only faces on 1 thread: $(median "${ideals[@]}")" "$(median "${ratios[@]}")" "$goal"
    row "" "" "only faces on $cores threads: $(divide "$(median "${togethers[@]}")" 1)" \
        "$(median "${together_ratios[@]}")" "$goal"
}

answer_to() { wait_for_faces "$(upload "$1")"; }

# Photos as large as those of a telephone, made by enlarging: the time goes by the pixels.
large_photos() {
    local folder=${work:?}/photos-12mp
    if [[ ! -d $folder ]]; then
        rm -rf "$folder.new" && mkdir "$folder.new"
        find "$(photos photos-for-answers 5)" -name '*.jpg' -exec \
            vipsthumbnail --size 4000x4000 --output "$folder.new/%s.jpg[Q=90]" '{}' + >>"${log:?}" 2>&1
        mv "$folder.new" "$folder"
    fi
    echo "$folder"
}

bench_answer() {
    local what="from upload to the people in it, 12 MP" goal=1 why folder photo times=() took
    why=$(photos_missing)
    [[ -n $why ]] || start_kinframe data-answer
    [[ -n $why ]] || why=$(faces_missing)
    [[ -z $why ]] || { stop_servers && skipped "$what" "$goal" "$why" && return; }
    folder=$(large_photos)
    for photo in "$folder"/*.jpg; do
        times+=("$(seconds answer_to "$photo")")
    done
    stop_servers
    took=$(median "${times[@]}")
    row "$what" "$took s" "at most 1 s" "$(divide 1 "$took")" "$goal"
}

# Memory must not grow with what is imported. Each core has networks and pictures of its own.
bench_import() {
    local folder imported limit megabytes count=10000
    limit=$((${cores:?} > 2 ? 100 + 150 * ${cores:?} : 400))
    folder=$(pictures jpeg-small "$count" 640 480)
    import_folder data-import "$folder"
    printf '%s\n' "$imported" >>"${log:?}"
    megabytes=$(field megabytes <<<"$imported")
    row "memory while $count small JPEGs come in" \
        "$(divide "$megabytes" 1) MB; $(divide "$count" "$(field seconds <<<"$imported")") files/s" \
        "at most $limit MB" "$(divide "$limit" "$megabytes")" 1
}
