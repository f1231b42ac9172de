#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""sync_over_http.py URL KEY PID: walks through a whole library as a client does, in pages of 10,000, while another one
asks small things all the time; then delta syncs after 100 changes. Prints one JSON object: how fast that was, how long
the small calls took, and the most memory that the server had."""

import datetime
import http.client
import json
import multiprocessing
import re
import statistics
import sys
import time
import urllib.parse

PAGE = 10_000
ROUNDS = 21


class Client:
    def __init__(self, url, key):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)
        self.headers = {"x-api-key": key}

    def ask(self, method, path, body=None, headers=None):
        """The headers and the pieces of the answer."""
        more = {"Content-Type": "application/json"} if body else {}
        self.connection.request(method, path, body, self.headers | more | (headers or {}))
        answer = self.connection.getresponse()
        pieces = []
        while piece := answer.read(1 << 20):
            pieces.append(piece)
        if answer.status >= 300:
            sys.exit(f"{path}: {answer.status} {b''.join(pieces)[:300]}")
        return answer.headers, pieces


def now():
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")


def walk(client):
    """How many assets came."""
    rows = 0
    last = ""
    until = urllib.parse.quote(now())
    while True:
        path = f"/api/sync/full-sync?limit={PAGE}&updatedUntil={until}{last}"
        _, pieces = client.ask("GET", path)
        text = b"".join(pieces)
        # Parsing all of it would measure this program.
        count = text.count(b'"originalFileName":')
        rows += count
        if count < PAGE:
            return rows
        behind = text.rindex(b'"originalPath":"/api/assets/') + len(b'"originalPath":"/api/assets/')
        last = "&lastId=" + text[behind : behind + 36].decode()


def ask_small_things(url, key, answers, stop):
    """In a process of its own: this one's work would be measured with the server's."""
    client = Client(url, key)
    _, pieces = client.ask("GET", f"/api/sync/full-sync?limit=1&updatedUntil={urllib.parse.quote(now())}")
    paths = ["/api/server/ping", "/api/assets/" + json.loads(b"".join(pieces))[0]["id"], "/api/images?$top=20&$count=false"]
    times = []
    while not stop.is_set():
        start = time.perf_counter()
        client.ask("GET", paths[len(times) % len(paths)])
        times.append((time.perf_counter() - start) * 1000)
        time.sleep(0.005)
    answers.put(times)


def peak_megabytes(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read()).group(1)) / 1000


def deltas(client, hashes):
    """The median in ms of what comes after 100 changes."""
    headers, _ = client.ask("GET", f"/api/sync/delta-sync?updatedAfter={urllib.parse.quote(now())}")
    times = []
    for round_number in range(ROUNDS):
        body = json.dumps({one: {"rating": round_number % 5} for one in hashes})
        client.ask("POST", "/api/images", body)
        mark = {"X-Kinframe-Epoch": headers["X-Kinframe-Epoch"]}
        after = headers["X-Kinframe-Next-Updated-After"]
        start = time.perf_counter()
        headers, pieces = client.ask("GET", f"/api/sync/delta-sync?updatedAfter={after}", headers=mark)
        times.append((time.perf_counter() - start) * 1000)
        found = len(json.loads(b"".join(pieces))["upserted"])
        if found != len(hashes):
            sys.exit(f"{found} changes came, not {len(hashes)}")
    return statistics.median(times)


def main():
    url, key, pid = sys.argv[1:]
    client = Client(url, key)
    _, pieces = client.ask("GET", "/api/images?$top=100")
    hundred = [image["hash"] for image in json.loads(b"".join(pieces))["images"]]
    answers = multiprocessing.Queue()
    stop = multiprocessing.Event()
    other = multiprocessing.Process(target=ask_small_things, args=(url, key, answers, stop))
    other.start()
    start = time.perf_counter()
    rows = walk(client)
    seconds = time.perf_counter() - start
    stop.set()
    times = sorted(answers.get())
    other.join()
    peak = peak_megabytes(pid)
    report = {
        "rows": rows,
        "rows_s": round(rows / seconds),
        "others": len(times),
        "others_p99_ms": round(times[len(times) * 99 // 100], 1),
        "peak_megabytes": round(peak),
        "delta_ms": round(deltas(client, hundred), 2),
    }
    print(json.dumps(report))


main()
