#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything one does with a checkout of Kinframe; "./build.sh help" lists it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# The packages of Debian 12, Debian 13 and Ubuntu 24.04. A name that ends in "?" is installed where the system has it:
# newer systems put the decoders of libheif into packages of their own.
build_packages=(
    build-essential cmake ninja-build ccache pkg-config git
    qt6-base-dev qt6-httpserver-dev qt6-websockets-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev libopencv-dnn-dev
    libexiv2-dev libheif-dev libheif-plugin-libde265? libheif-plugin-aomdec? libheif-plugin-dav1d?
    libavformat-dev libavcodec-dev libavutil-dev libswscale-dev
    libjpeg-dev libturbojpeg0-dev libpng-dev libtiff-dev libwebp-dev liblcms2-dev zlib1g-dev libzstd-dev
    libsqlite3-dev libssl-dev libsodium-dev libxxhash-dev libcurl4-openssl-dev
    libboost-dev libexpected-dev libhnswlib-dev libyaml-cpp-dev
    qt6-declarative-dev qt6-declarative-dev-tools qt6-svg-dev libqrencode-dev qtkeychain-qt6-dev
    # What the window loads when it runs, and fonts for both of its languages.
    qml6-module-qtquick qml6-module-qtquick-templates qml6-module-qtquick-layouts qml6-module-qtquick-shapes
    qml6-module-qtquick-window qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript
    qml6-module-qtcore qml6-module-qtquick-controls qml6-module-qtquick-dialogs qml6-module-qt-labs-platform
    qml6-module-qt-labs-folderlistmodel gstreamer1.0-plugins-good gstreamer1.0-libav
    qml6-module-qtmultimedia qml6-module-qttest qt6-qpa-plugins? fonts-noto-core fonts-noto-cjk
    # The bus of the Linux desktop, for a test, and what QtKeychain loads to use it.
    dbus-daemon libsecret-1-0
)
# What tests render with and on, and a keychain for one; those are skipped without them.
test_packages=(blender? tachyon? slurm-wlm? slurm-wlm-basic-plugins? slurm-client? gnome-keyring?)
clang_packages=(clang lld libclang-rt-dev)
lint_packages=(clang clang-format clang-tidy shellcheck reuse python3 libxml2-utils)
bench_packages=(aria2 nginx-light wrk libvips-tools libimage-exiftool-perl exiv2 curl python3)

help() {
    cat <<'TEXT'
./build.sh run [ARGS]          install packages, build, start kinframe (the window; the server where there is no display)
./build.sh test                install packages, build, run the unit and API tests
./build.sh test-long           the tests that take minutes
./build.sh sanitize asan|tsan  the unit and API tests under AddressSanitizer or ThreadSanitizer
./build.sh fuzz [SECONDS]      every fuzzer for that long (600)
./build.sh bench [NAME...]     measurements, beside other programs where they do the same work
./build.sh lint                format, static analysis, licences, sizes, translations
./build.sh package             a .deb in build/package
./build.sh build [PRESET]      release, dev, asan, tsan or fuzz, into build/PRESET
./build.sh deps                only install the packages that a build needs
TEXT
}

say() { printf '%s\n' "$*" >&2; }
die() {
    say "build.sh: $*"
    exit 1
}

missing_packages() {
    local installed name
    # dpkg-query fails as soon as one of them is missing, which is just what is asked here.
    installed=$({ dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${@%\?}" 2>/dev/null || true; } | sed -n 's/^installed //p')
    for name in "$@"; do
        grep -qxF "${name%\?}" <<<"$installed" || printf '%s\n' "$name"
    done
}

# Of the names given, those that this system has: all that must be there, and the optional ones that apt knows.
available_packages() {
    local name
    for name in "$@"; do
        if [[ $name != *\? ]]; then
            printf '%s\n' "$name"
        elif apt-cache show --no-all-versions "${name%\?}" >/dev/null 2>&1; then
            printf '%s\n' "${name%\?}"
        fi
    done
}

as_root() {
    if [[ $(id -u) == 0 ]]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

install_packages() {
    if ! command -v apt-get >/dev/null; then
        say "build.sh: no apt-get here; the libraries of README.md must be installed already (vcpkg.json names them)"
        return
    fi
    local missing wanted
    mapfile -t missing < <(missing_packages "$@")
    mapfile -t wanted < <(available_packages "${missing[@]}")
    if [[ ${#wanted[@]} == 0 ]]; then
        return
    fi
    if [[ $(id -u) != 0 ]] && ! command -v sudo >/dev/null; then
        die "packages are missing and there is no sudo; as root, run: apt-get install ${wanted[*]}"
    fi
    as_root apt-get update -qq || say "build.sh: apt-get update failed; trying with the lists that are here"
    # Only now a fresh system knows which of the optional ones it has.
    mapfile -t wanted < <(available_packages "${missing[@]}")
    say "Installing ${wanted[*]}"
    as_root apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 "${wanted[@]}" >&2
}

# One compiler per core, but no more than the memory carries: the largest files need about 1 GB each.
parallel_jobs() {
    local cores gigabytes
    cores=$(nproc)
    gigabytes=$(awk '/^MemTotal:/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null || echo "$cores")
    echo $((gigabytes < 1 ? 1 : gigabytes < cores ? gigabytes : cores))
}

use_ccache() {
    if command -v ccache >/dev/null; then
        export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
        # What ccache must overlook to store compilations that use a precompiled header.
        export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        # One checkout uses what another has compiled.
        export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
    fi
}

configure() {
    local preset=$1
    shift
    use_ccache
    if [[ ! build/$preset/build.ninja -nt CMakePresets.json || $# -gt 0 ]]; then
        mkdir -p "build/$preset"
        if ! cmake --preset "$preset" "$@" >"build/$preset/configure.log" 2>&1; then
            cat "build/$preset/configure.log" >&2
            die "preset $preset cannot be configured"
        fi
    fi
}

# build [PRESET] [TARGET...]: everything, or only those.
build() {
    local preset=${1:-release}
    shift || true
    install_packages "${build_packages[@]}"
    if [[ $preset == fuzz ]]; then
        install_packages "${clang_packages[@]}"
    fi
    configure "$preset"
    cmake --build --preset "$preset" --parallel "$(parallel_jobs)" ${1:+--target "$@"} >&2
}

# Models and test pictures that lie beside the checkout are used where nothing else is said.
use_shared_data() {
    if [[ -z ${KINFRAME_MODELS:-} && -d ../shared/models ]]; then
        KINFRAME_MODELS=$(realpath ../shared/models)
        export KINFRAME_MODELS
    fi
    if [[ -z ${KINFRAME_TESTDATA:-} && -d ../shared/testdata ]]; then
        KINFRAME_TESTDATA=$(realpath ../shared/testdata)
        export KINFRAME_TESTDATA
    fi
}

run() {
    build release kinframe
    use_shared_data
    if [[ $# == 0 && -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} && $(uname) == Linux ]]; then
        set -- serve
    fi
    exec build/release/bin/kinframe "$@"
}

# The test programs of one preset that carry one of the labels, so many at once.
run_tests() {
    local preset=$1 labels=$2 programs=$3
    use_shared_data
    ctest --test-dir "build/$preset" -L "$labels" --parallel "$programs" --output-on-failure --no-tests=error
}

run_short_tests() {
    install_packages "${test_packages[@]}"
    build release
    # They wait for disks, clocks and other processes most of the time.
    run_tests release '^(unit|api|ui)$' "$((2 * $(parallel_jobs)))"
}

run_long_tests() {
    build release
    # Node.js of another source than the system's brings its own npm.
    command -v npm >/dev/null || install_packages nodejs npm
    run_tests release '^long$' 2
}

sanitize() {
    local preset=${1:-}
    [[ $preset == asan || $preset == tsan ]] || die "sanitize takes asan or tsan"
    install_packages "${test_packages[@]}"
    build "$preset"
    export ASAN_OPTIONS="detect_stack_use_after_return=1:strict_string_checks=1:${ASAN_OPTIONS:-}"
    export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0:${LSAN_OPTIONS:-}"
    # Other programs are started while many threads run; what stands between fork and exec is Qt's.
    export TSAN_OPTIONS="suppressions=$PWD/tests/tsan.supp:second_deadlock_stack=1:die_after_fork=0:${TSAN_OPTIONS:-}"
    export QTEST_FUNCTION_TIMEOUT=3000000 # ms; the usual five minutes are too few for some instrumented tests
    export UBSAN_OPTIONS="print_stacktrace=1:${UBSAN_OPTIONS:-}"
    run_tests "$preset" '^(unit|api)$' 2
}

# Inputs that a fuzzer finds stay below build/; one that fails is written there too, and named.
fuzz_one() {
    local program=$1 seconds=$2 name work
    name=$(basename "$program")
    work=$PWD/build/fuzz/work/$name
    mkdir -p "$work/corpus"
    if [[ -d tests/fuzz/corpus/$name ]]; then
        cp -R --update "tests/fuzz/corpus/$name/." "$work/corpus/"
    fi
    say "$name for $seconds s"
    # A refused allocation is an answer like any other: the readers must live with it.
    ASAN_OPTIONS="allocator_may_return_null=1:${ASAN_OPTIONS:-}" "$program" -max_total_time="$seconds" -timeout=20 \
        -rss_limit_mb=4096 -print_final_stats=1 -artifact_prefix="$work/" "$work/corpus" >"$work/log" 2>&1 || {
        tail -n 60 "$work/log" >&2
        return 1
    }
    sed -n 's/^stat::number_of_executed_units: */  inputs tried: /p' "$work/log" >&2
}

fuzz() {
    local seconds=${1:-600} program failures=()
    [[ $seconds =~ ^[0-9]+$ ]] || die "fuzz takes a number of seconds"
    build fuzz
    for program in build/fuzz/bin/fuzz_*; do
        [[ -x $program ]] || die "there is no fuzzer in build/fuzz/bin"
        fuzz_one "$program" "$seconds" || failures+=("$(basename "$program")")
    done
    [[ ${#failures[@]} == 0 ]] || die "failed: ${failures[*]} (the inputs are in build/fuzz/work)"
    say "No fuzzer found anything."
}

bench() {
    install_packages "${bench_packages[@]}"
    build release
    use_shared_data
    exec tests/bench/run_bench.sh "$@"
}

lint() {
    install_packages "${build_packages[@]}" "${lint_packages[@]}"
    # Clang reads no precompiled header of GCC, so the commands it is given are those of a build without one.
    use_ccache
    configure lint
    # New sources are found by configuring again; the other presets do it when they build.
    cmake build/lint >build/lint/configure.log 2>&1 || { cat build/lint/configure.log >&2; die "build/lint cannot be configured"; }
    exec .ci/lint "$@"
}

package() {
    build release
    rm -rf build/package
    (cd build/release && cpack -G DEB -B ../package)
    say "Made: $(echo build/package/*.deb)"
}

main() {
    local verb=${1:-help}
    shift || true
    case $verb in
    run) run "$@" ;;
    test) run_short_tests ;;
    test-long) run_long_tests ;;
    sanitize) sanitize "$@" ;;
    fuzz) fuzz "$@" ;;
    bench) bench "$@" ;;
    lint) lint "$@" ;;
    package) package ;;
    build) build "$@" ;;
    deps) install_packages "${build_packages[@]}" ;;
    help | -h | --help) help ;;
    *)
        help >&2
        die "there is no verb $verb"
        ;;
    esac
}

main "$@"
