#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""import_folder.py URL KEY PROCESS FOLDER: lets the server at URL import FOLDER and waits until everything in it is
stored with its thumbnails and, where the models are there, its faces. Prints how long that took and what it took of the
computer, as JSON. Sorting the faces into people comes afterwards and is not waited for."""
import http.client
import json
import os
import sys
import time
import urllib.parse

# Looking takes time from what is measured, so it is done often only towards the end.
LOOK_EVERY_SECONDS = 0.2
LOOK_AT_THE_END_SECONDS = 0.01
NEARLY_DONE = 8
LONGEST_SECONDS = 1200


class Server:
    def __init__(self, url: str, key: str):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=60)
        self.headers = {"x-api-key": key, "Content-Type": "application/json"}

    def ask(self, method: str, path: str, body=None):
        self.connection.request(method, path, json.dumps(body) if body else None, self.headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status} {text.decode()}")
        return json.loads(text)


def open_jobs(progress) -> int:
    jobs = [job for job in progress["jobs"] if job["kind"] in ("import", "process", "faces")]
    # What is held waits for a person who fetches the models, not for time.
    return sum(job["waiting"] + job["running"] for job in jobs if not job["hold"])


def processor_seconds(process: str) -> float:
    with open(f"/proc/{process}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_megabytes(process: str) -> float:
    with open(f"/proc/{process}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) * 1024 / 1e6 for line in status if line.startswith("VmHWM:"))


def main(url: str, key: str, process: str, folder: str) -> None:
    server = Server(url, key)
    busy = processor_seconds(process)
    start = time.monotonic()
    path = "/api/import/" + server.ask("POST", "/api/import", {"paths": [folder]})["id"]
    while left := open_jobs(server.ask("GET", "/api/progress")):
        if time.monotonic() - start > LONGEST_SECONDS:
            sys.exit(f"the import does not end: {left} jobs are left")
        time.sleep(LOOK_EVERY_SECONDS if left > NEARLY_DONE else LOOK_AT_THE_END_SECONDS)
    seconds = time.monotonic() - start
    busy = processor_seconds(process) - busy
    run = server.ask("GET", path)
    counts = server.ask("GET", "/api/status")["counts"]
    if run["state"] != "done" or run["failed"] or counts["failed"]:
        sys.exit(f"not everything could be imported: {run} {counts}")
    print(json.dumps({"seconds": seconds, "files": run["added"], "faces": counts["faces"],
                      "busy_percent": 100 * busy / seconds / os.cpu_count(), "megabytes": peak_megabytes(process)}))


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
