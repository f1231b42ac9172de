#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""query_over_http.py URL KEY: asks what the lines of JSON on standard input have as `query`, several times over one
connection, and prints the median and p95 in ms for each. The count comes with every page."""
import http.client
import json
import sys
import time
import urllib.parse

ROUNDS = 21


def main():
    url, key = sys.argv[1:3]
    connection = http.client.HTTPConnection(urllib.parse.urlparse(url).netloc, timeout=60)
    for line in sys.stdin:
        report = json.loads(line)
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            connection.request("GET", "/api/images?" + report["query"], headers={"x-api-key": key})
            answer = connection.getresponse()
            body = answer.read()
            times.append((time.perf_counter() - start) * 1000)
            if answer.status != 200:
                sys.exit(f"{report['query']}: {answer.status} {body[:500]}")
        times.sort()
        print(json.dumps({"bench": "query over HTTP", "shape": report["shape"], "ms": round(times[ROUNDS // 2], 3),
                          "p95_ms": round(times[ROUNDS * 95 // 100], 3)}), flush=True)


main()
