# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The servers that are measured, and asking ours. Sourced by run_bench.sh. At most one of each runs at a time.

# shellcheck disable=SC2034 # they are read in the files beside
server='' url='' key='' data=''
# shellcheck disable=SC2034
gate='' gate_url=''
nginx='' nginx_url=''

# serve_library FOLDER: a server on that library, which stays; sets url, key and server (its process).
serve_library() {
    local ready
    exec {server_output}< <(exec "${bin:?}/kinframe" serve --port 0 --json --data "$1" 2>>"${log:?}")
    read -r -t 60 ready <&"$server_output" || { say "the server does not start; $log says why" && return 1; }
    url=$(field url <<<"$ready")
    server=$(field pid <<<"$ready")
    key=$(cat "$1/owner.key")
}

# start_kinframe NAME: a server on an empty library; sets also data (its folder), which goes when the server does.
start_kinframe() {
    data=${work:?}/$1
    rm -rf "$data"
    serve_library "$data"
}

# start_gate FOLDER: the gate alone before the files of a folder; sets gate_url and gate. It ends when its input does.
start_gate() {
    local port
    coproc gate_pipes { exec "${bin:?}/serve_gate" "$1" 2>>"${log:?}"; }
    gate=${gate_pipes_PID:?}
    read -r -t 20 port <&"${gate_pipes[0]}" || { say "the gate does not start; $log says why" && return 1; }
    gate_url=http://127.0.0.1:$port
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# start_nginx FOLDER [MORE]: the files of a folder as nginx serves them, on this computer only, with MORE in its
# configuration of that server; sets nginx_url and nginx.
start_nginx() {
    local home=${work:?}/nginx port
    port=$(free_port)
    rm -rf "$home" && mkdir -p "$home"
    cat >"$home/nginx.conf" <<TEXT
daemon off;
$([[ $(id -u) != 0 ]] || echo 'user root;')
worker_processes ${cores:?};
pid $home/pid;
error_log $home/error.log;
events { worker_connections 1024; }
http {
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    types { image/jpeg jpg; application/json json; video/mp4 mp4; }
    client_body_temp_path $home; proxy_temp_path $home; fastcgi_temp_path $home; uwsgi_temp_path $home; scgi_temp_path $home;
    server { listen 127.0.0.1:$port backlog=1024; root $1; ${2:-} }
}
TEXT
    nginx -p "$home" -c "$home/nginx.conf" 2>>"${log:?}" &
    nginx=$!
    nginx_url=http://127.0.0.1:$port
    curl --silent --retry 20 --retry-connrefused --retry-max-time 20 --output /dev/null "$nginx_url/"
}

# Ends all of them, also when a measurement failed, and removes what they served: some hold gigabytes.
stop_servers() {
    local process
    for process in $server $gate $nginx; do
        kill "$process" 2>>"${log:?}" && tail --pid="$process" -f /dev/null >>"$log"
    done
    [[ -z $data ]] || rm -rf "$data" "${work:?}/static"
    server='' gate='' nginx='' data=''
}

ask() { curl --silent --show-error --fail -H "x-api-key: $key" "$@"; }

# upload FILE: its id.
upload() { ask --form "assetData=@$1" "$url/api/asset/upload" | field id; }

wait_for_faces() { tests/bench/wait_for_faces.py "$url" "$key" "$1" >>"${log:?}"; }

# Why the running server cannot look for faces; nothing where it can.
faces_missing() {
    ask -H "Accept-Language: en" "$url/api/status" |
        python3 -c 'import json, sys; print(json.load(sys.stdin)["recognition"]["error"] or "")'
}

# memory FIELD: VmRSS or VmHWM of the running server in megabytes.
memory() { awk -v name="$1:" '$1 == name { printf "%.1f", $2 * 1024 / 1e6 }' "/proc/$server/status"; }

# From now on VmHWM is the most that was held since; starting takes more than much of what comes after, to hash the key.
forget_peak() { echo 5 >"/proc/$server/clear_refs"; }
