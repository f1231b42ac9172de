#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures this build beside other programs that do the same work, on this computer, with made-up pictures, and prints a
# table. Called by "./build.sh bench"; with names only those: thumbnails metadata search http answer import.
set -euo pipefail
# A command that fails inside of $(...) ends the measurement too.
shopt -s inherit_errexit
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
    folder=$(pictures jpeg-12mp 24 4000 3000)
    count=24
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

# start_kinframe NAME: a server on an empty library; sets url, key and server (its process).
start_kinframe() {
    local data=$work/$1 line
    rm -rf "$data"
    exec {server_output}< <(exec "$bin/kinframe" serve --port 0 --json --data "$data" 2>>"$work/log")
    read -r -t 60 line <&"$server_output" || { say "the server does not start; $work/log says why" && return 1; }
    url=$(field url <<<"$line")
    server=$(field pid <<<"$line")
    key=$(cat "$data/owner.key")
}

# Ends what start_kinframe and start_nginx began, also when a measurement failed.
stop_servers() {
    local process
    for process in ${server:-} ${nginx:-}; do
        kill "$process" 2>>"$work/log" && tail --pid="$process" -f /dev/null
    done
    server='' nginx=''
}

ask() { curl --silent --show-error --fail -H "x-api-key: $key" "$@"; }

# The static files of a folder as nginx serves them, on this computer only.
start_nginx() {
    local folder=$1 port=$2 home=$work/nginx
    rm -rf "$home" && mkdir -p "$home"
    cat >"$home/nginx.conf" <<TEXT
daemon off;
worker_processes 2;
pid $home/pid;
error_log $home/error.log;
events { worker_connections 1024; }
http {
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    types { image/jpeg jpg; }
    client_body_temp_path $home; proxy_temp_path $home; fastcgi_temp_path $home; uwsgi_temp_path $home; scgi_temp_path $home;
    server { listen 127.0.0.1:$port; root $folder; }
}
TEXT
    nginx -p "$home" -c "$home/nginx.conf" 2>>"$work/log" &
    nginx=$!
    curl --silent --retry 20 --retry-connrefused --retry-max-time 20 --output /dev/null "http://127.0.0.1:$port/"
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# requests URL: answers a second over 32 connections that stay open.
requests() {
    wrk --threads 2 --connections 32 --duration 10s -H "x-api-key: ${key:-none}" "$1" | tee -a "$work/log" |
        sed -n 's/^Requests\/sec: *//p'
}

# upload FILE: its id.
upload() { ask --form "assetData=@$1" "$url/api/asset/upload" | field id; }

# Returns when the faces of a photo are known, at most 5 ms later.
wait_for_faces() {
    python3 - "$url" "$key" "$1" <<'CODE'
import http.client, json, sys, time, urllib.parse
url, key, photo = sys.argv[1:]
connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)
while True:
    connection.request("GET", f"/api/asset/{photo}", headers={"x-api-key": key})
    if json.load(connection.getresponse())["faces"] is not None:
        break
    time.sleep(0.005)
CODE
}

bench_http() {
    local folder id path port ours theirs
    folder=$(pictures jpeg-12mp 24 4000 3000)
    start_kinframe data-http
    id=$(upload "$folder/picture_00000.jpg")
    wait_for_faces "$id"
    path=$(ask "$url/api/asset/$id" | field thumbnailPath)
    mkdir -p "$work/static"
    ask "$url$path" >"$work/static/thumbnail.jpg"
    port=$(free_port)
    start_nginx "$work/static" "$port"
    ours=$(requests "$url$path")
    theirs=$(requests "http://127.0.0.1:$port/thumbnail.jpg")
    stop_servers
    row "a thumbnail over HTTP, with its key" "$ours answers/s" "nginx, without keys $theirs answers/s" \
        "$(divide "$ours" "$theirs")"
}

answer_to() { wait_for_faces "$(upload "$1")"; }

bench_answer() {
    local folder number times=()
    folder=$(pictures jpeg-12mp 24 4000 3000)
    start_kinframe data-answer
    for number in 00000 00001 00002 00003 00004; do
        times+=("$(seconds answer_to "$folder/picture_$number.jpg")")
    done
    stop_servers
    row "from upload to the people in it, 12 MP" "$(printf '%s\n' "${times[@]}" | sort -n | sed -n 3p) s" "" ""
}

bench_import() {
    local folder took memory
    folder=$(pictures jpeg-10000 10000 640 480)
    start_kinframe data-import
    took=$(seconds "$bin/kinframe" import --data "$work/data-import" "$folder")
    memory=$(sed -n 's/^VmHWM:[ \t]*//p' "/proc/$server/status")
    stop_servers
    row "import of 10,000 small JPEGs" "$(divide 10000 "$took") files/s" "" "at most $memory of memory"
}

# Also after a failure: what was measured is shown, and nothing goes on running.
finish() {
    local status=$?
    stop_servers
    [[ ${#rows[@]} == 0 ]] || print_table
    [[ $status == 0 ]] || say "a measurement failed; $work/log says why"
}

main() {
    local name
    mkdir -p "$work"
    : >"$work/log"
    trap finish EXIT
    [[ $# -gt 0 ]] || set -- thumbnails metadata search http answer import
    for name in "$@"; do
        say "measuring $name"
        "bench_$name"
    done
}

main "$@"
