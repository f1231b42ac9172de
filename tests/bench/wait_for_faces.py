#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""wait_for_faces.py URL KEY PHOTO: returns at most 5 ms after the server has done with a photo what it can do; without
models that is all but its faces. Prints its status: done, failed or waiting."""
import http.client
import json
import sys
import time
import urllib.parse

LOOK_EVERY_SECONDS = 0.005
LONGEST_SECONDS = 120


def main(url: str, key: str, photo: str) -> None:
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=60)
    end = time.monotonic() + LONGEST_SECONDS
    status = "processing"
    while status == "processing":
        if time.monotonic() > end:
            sys.exit(f"photo {photo} is not done after {LONGEST_SECONDS} seconds")
        connection.request("GET", f"/api/asset/{photo}", headers={"x-api-key": key})
        status = json.load(connection.getresponse())["status"]
        if status == "processing":
            time.sleep(LOOK_EVERY_SECONDS)
    print(status)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
