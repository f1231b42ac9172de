# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Downloads beside aria2c and curl, from nginx on this computer. Sourced by run_bench.sh.
#
# Ours checks every file's SHA-256 and has it safely on the disk before it says so; the others are followed by sha256sum
# and sync. They get the settings that make them fastest: as many connections as ours, aria2c several for one file.

# download_files NAME COUNT BYTES: a folder of random files below "static", with the list of their sums; made once.
download_files() {
    local folder=${work:?}/download/static/$1
    if [[ ! -f $folder/sums ]]; then
        rm -rf "$folder" && mkdir -p "$folder"
        python3 - "$folder" "$2" "$3" <<'PY'
import hashlib, os, sys
folder, count, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open(folder + "/sums.new", "w") as sums:
    for number in range(count):
        name, digest = f"{number:05}.bin", hashlib.sha256()
        with open(f"{folder}/{name}", "wb") as file:
            for begin in range(0, size, 1 << 20):
                piece = os.urandom(min(1 << 20, size - begin))
                file.write(piece)
                digest.update(piece)
        sums.write(f"{digest.hexdigest()}  {name}\n")
PY
        mv "$folder/sums.new" "$folder/sums"
    fi
}

# download_lists NAME URL: what each program reads, for files that go to the folder "out".
download_lists() {
    local folder=${work:?}/download
    awk -v url="$2/$1/" -v out="$folder/out/" '{ print url $2, $1, out $2 }' "$folder/static/$1/sums" >"$folder/ours"
    awk -v url="$2/$1/" '{ print url $2 "\n  out=" $2 }' "$folder/static/$1/sums" >"$folder/aria2c"
    awk -v url="$2/$1/" -v out="$folder/out/" '{ print "url=" url $2 "\noutput=" out $2 }' \
        "$folder/static/$1/sums" >"$folder/curl"
    awk -v url="$2/$1/" '{ print url $2 }' "$folder/static/$1/sums" >"$folder/kinframe"
}

# download_command PROGRAM: its command line; the files are in "out" afterwards, checked and on the disk.
download_command() {
    local folder=$work/download
    case $1 in
    ours) echo "'${bin:?}/bench_download' '$folder/ours' 6" ;;
    aria2c) echo "aria2c --quiet -j6 -x6 --file-allocation=falloc --dir='$folder/out' --input-file='$folder/aria2c'" ;;
    # The whole program, as a person calls it: with its list of tasks, and three at a time of one kind.
    kinframe) echo "export KINFRAME_DOWNLOADS='$folder/out'" \
        "&& xargs -s 1000000 -a '$folder/kinframe' '$bin/kinframe' download --data '$folder/library' >'$folder/said'" ;;
    curl) echo "curl --no-progress-meter --parallel --parallel-max 6 --config '$folder/curl'" ;;
    esac
    [[ $1 == ours || $1 == kinframe ]] || echo "cd '$folder/out' && sha256sum --check --quiet '$folder/sums' && sync"
}

# download_once PROGRAM: seconds, CPU seconds, megabytes. Many files that the one before got stay for a while: ext4 looks
# for minutes over the places of files that were just deleted, which would be counted against the next.
download_once() {
    local folder=$work/download
    mkdir -p "$folder/out" "$folder/old"
    if [[ $(wc -l <"$folder/sums") -gt 1000 && $(df --output=avail --block-size=1M "$folder" | tail -n 1) -gt 6000 ]]; then
        mv "$folder/out" "$folder/old/$EPOCHREALTIME"
    else
        rm -rf "$folder/out" "$folder/old"
    fi
    mkdir "$folder/out"
    sync
    tests/bench/measured.py bash -ec "$(download_command "$1")" 2>>"${log:?}"
    # Ours is believed as little as the others.
    (cd "$folder/out" && sha256sum --check --quiet "$folder/sums") >>"$log" 2>&1
}

# download_figures MEASUREMENTS: the medians as people read them.
download_figures() {
    printf '%.3g s, %.3g s CPU, %.0f MB' "$(median "$(cut -d ' ' -f 1 <<<"$1")")" \
        "$(median "$(cut -d ' ' -f 2 <<<"$1")")" "$(median "$(cut -d ' ' -f 3 <<<"$1")")"
}

# download_beside WHAT NAME REPEATS URL PEER...: rows of ours and of the whole program beside the best of the others, and
# of the rest; in turn, so that what else goes on here hits all of them.
download_beside() {
    local what=$1 name=$2 repeats=$3 program turn best='' best_time='' ours
    download_lists "$name" "$4"
    cp "$work/download/static/$name/sums" "$work/download/sums"
    shift 4
    local -A taken=()
    for ((turn = 0; turn < repeats; turn++)); do
        for program in ours kinframe "$@"; do
            taken[$program]+="$(download_once "$program")"$'\n'
        done
    done
    local -A seconds=()
    for program in ours kinframe "$@"; do
        taken[$program]=${taken[$program]%$'\n'}
        seconds[$program]=$(median "$(cut -d ' ' -f 1 <<<"${taken[$program]}")")
        if [[ $program != ours && $program != kinframe ]] && { [[ -z $best ]] || awk -v a="${seconds[$program]}" -v b="$best_time" 'BEGIN { exit !(a < b) }'; }; then
            best=$program best_time=${seconds[$program]}
        fi
    done
    ours=$(download_figures "${taken[ours]}")
    row "$what" "$ours" "$best $(download_figures "${taken[$best]}")" "$(divide "$best_time" "${seconds[ours]}")" 1
    row "$what, \`kinframe download\`" "$(download_figures "${taken[kinframe]}")" \
        "$best $(download_figures "${taken[$best]}")" "$(divide "$best_time" "${seconds[kinframe]}")" ''
    for program in "$@"; do
        [[ $program == "$best" ]] || row "" "" "$program $(download_figures "${taken[$program]}")" \
            "$(divide "${seconds[$program]}" "${seconds[ours]}")" ''
    done
}

# Unlimited, the disk and the processors are measured. With a limit for each connection, as lines and servers have it,
# what counts is that none of them idles. nginx waits after each piece that it sends, so the pieces of small files must be
# small.
bench_download() {
    local repeats=${KINFRAME_BENCH_REPEATS:-3} static=${work:?}/download/static
    (($(df --output=avail --block-size=1M "$work" | tail -n 1) > 8000)) ||
        { say "downloads are measured with 8 GB of free disk" && return 1; }
    download_files large 1 1000000000
    download_files middle 500 4000000
    download_files small 10000 50000
    start_nginx "$static" "location /at10m/ { alias $static/; limit_rate 10m; }
        location /at12m/ { alias $static/; limit_rate 12m; }
        location /at4m/ { alias $static/; limit_rate 4m; sendfile_max_chunk 16k; }"
    download_beside "1 x 1 GB" large "$repeats" "${nginx_url:?}" aria2c curl
    download_beside "500 x 4 MB" middle "$repeats" "$nginx_url" aria2c curl
    download_beside "10,000 x 50 KB" small "$repeats" "$nginx_url" aria2c curl
    # One connection takes 100 s for it, so curl, which makes no more, is left out.
    download_beside "1 x 1 GB, 10 MiB/s a connection" large "$repeats" "$nginx_url/at10m" aria2c
    download_beside "500 x 4 MB, 12 MiB/s a connection" middle 1 "$nginx_url/at12m" aria2c curl
    download_beside "10,000 x 50 KB, 4 MiB/s a connection" small 1 "$nginx_url/at4m" aria2c curl
    stop_servers
    rm -rf "$work/download"
}
