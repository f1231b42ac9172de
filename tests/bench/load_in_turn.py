#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""load_in_turn.py UNIT CONNECTIONS KEY URL...: wrk loads every URL in turn, several times over, so that what else the
computer does hits all of them. Prints a line for each: the median rate in UNIT (answers/s or MB/s), the median of the
99th percentiles of the answers' times in milliseconds (0 where none was whole), and the median of its rates as multiples
of the last URL's in the same turn."""
import os
import pathlib
import statistics
import subprocess
import sys

TURNS = 5
SECONDS = 1
REPORT = pathlib.Path(__file__).parent / "wrk_report.lua"


def load(url: str, connections: int, key: str) -> list[float]:
    """What wrk_report.lua says."""
    threads = min(connections, os.cpu_count() or 1)
    output = subprocess.run(
        ["wrk", f"--threads={threads}", f"--connections={connections}", f"--duration={SECONDS}s", "--timeout=60s",
         "--latency", "--header", f"x-api-key: {key}", "--script", str(REPORT), url],
        check=True, stdout=subprocess.PIPE, text=True).stdout
    print(url, connections, output, file=sys.stderr)
    measured = next(line.split()[1:] for line in output.splitlines() if line.startswith("measured "))
    answers, megabytes, p99, refused, broken = map(float, measured)
    if refused or broken or megabytes == 0:
        sys.exit(f"{url} does not answer {connections} connections as it should: {measured}")
    return [answers, megabytes, p99]


def main(unit: str, connections: int, key: str, urls: list[str]) -> None:
    place = ["answers/s", "MB/s"].index(unit)
    for url in urls:
        load(url, connections, key)  # What is there only once it was asked for does not count.
    turns = [[load(url, connections, key) for url in urls] for _ in range(TURNS)]
    for side in range(len(urls)):
        rate = statistics.median(turn[side][place] for turn in turns)
        p99 = statistics.median(turn[side][2] for turn in turns)
        ratio = statistics.median(turn[side][place] / turn[-1][place] for turn in turns)
        print(f"{rate:.1f} {p99:.3f} {ratio:.3g}")


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:])
