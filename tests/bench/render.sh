# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Render tasks: Blender through the whole program beside Blender alone over the same frames in one process, and many
# light frames of a small renderer. Sourced by run_bench.sh.

# make_light_scene FILE: a cube that turns, at 160x90 and one sample.
make_light_scene() {
    blender -b --factory-startup --python tests/bench/light_scene.py -- "$1" >>"${log:?}" 2>&1
}

# blender_alone SCENE FRAMES WIDTH HEIGHT: into a folder of its own each time, since file systems take longer to make files
# where others were just removed.
blender_alone() {
    local at="import bpy; r = bpy.context.scene.render; r.resolution_x = $3; r.resolution_y = $4"
    blender -b --disable-autoexec "$1" --python-expr "$at" -o "$(mktemp -d "${work:?}/alone.XXXX")/f_####" -F PNG -s 1 -e "$2" -a
}

# stored FILE: its key, once it is stored.
stored() { ask --form "file=@$1" "${url:?}/api/files/upload" | python3 -c 'import json, sys; print(json.load(sys.stdin)["data"]["storage_path"])'; }

# task_seconds JSON: makes the task and waits for it; how long it took, from its making to its end and until the library
# had its frames.
task_seconds() { tests/bench/render_task.py "${url:?}" "${key:?}" "$1" 2>>"${log:?}"; }

bench_render() {
    local scene
    command -v blender >/dev/null || { skipped "frames by Blender" 0.9 "there is no Blender" && return; }
    scene=${work:?}/light.blend
    [[ -e $scene ]] || make_light_scene "$scene"
    start_kinframe library-renders
    bench_blender "$scene" 1000 160 90
    bench_blender "$scene" 100 1280 720
    bench_dispatch 2000
    stop_servers
    rm -rf "$work"/alone.*
}

# bench_blender SCENE FRAMES WIDTH HEIGHT: in turn.
bench_blender() {
    local scene=$1 frames=$2 size="\"width\": $3, \"height\": $4" what scene_key ours=() taken=() theirs=() one all
    scene_key=$(stored "$scene")
    for _ in 1 2 3; do
        theirs+=("$(seconds blender_alone "$@")")
        read -r one all < <(task_seconds "{\"render_engine\": \"blender\", \"oss_file_path\": \"$scene_key\", \"total_frames\": $frames, \"task_info\": {$size}}")
        ours+=("$one") taken+=("$all")
    done
    what="$frames light frames by Blender, $3x$4"
    row "$what" "$(divide "$frames" "$(median "${ours[@]}")") frames/s" \
        "Blender alone $(divide "$frames" "$(median "${theirs[@]}")") frames/s" \
        "$(divide "$(median "${theirs[@]}")" "$(median "${ours[@]}")")" 0.9
    row "$what, until all are photos" "$(divide "$frames" "$(median "${taken[@]}")") frames/s" '' '' ''
}

# One process a frame: what is left is our own work.
bench_dispatch() {
    local frames=$1 scene_key spent _
    command -v tachyon >/dev/null || { skipped "frames of a process each" '' "there is no tachyon" && return; }
    printf 'BEGIN_SCENE\nRESOLUTION 64 48\nCAMERA\n ZOOM 1.0\n ASPECTRATIO 1.0\n ANTIALIASING 0\n RAYDEPTH 1\n CENTER 0 0 -5\n VIEWDIR 0 0 1\n UPDIR 0 1 0\nEND_CAMERA\nLIGHT CENTER 4 3 -6 RAD 0.2 COLOR 1 1 1\nSPHERE CENTER 0 0 2 RAD 1 TEXTURE AMBIENT 0.1 DIFFUSE 0.9 SPECULAR 0 OPACITY 1 COLOR 1 0.5 0 TEXFUNC 0\nEND_SCENE\n' >"$work/light.dat"
    ask -X PUT -H 'Content-Type: application/json' "${url:?}/api/render-setup" \
        -d '{"engines": {"command": {"program": "tachyon", "arguments": "{scene}\n-format TARGA\n-o {output}\n-numthreads 1", "file_suffix": "tga"}}}' >>"${log:?}"
    scene_key=$(stored "$work/light.dat")
    read -r spent _ < <(task_seconds "{\"render_engine\": \"command\", \"oss_file_path\": \"$scene_key\", \"total_frames\": $frames}")
    row "frames of a process each, by tachyon" "$(divide "$frames" "$spent") frames/s" '' '' ''
    limit "memory of the program meanwhile" "$(memory VmHWM)" MB 400
}
