#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# render_task.py URL KEY TASK: makes the task (JSON) and waits for its end, and until the library has taken up all of its
# frames. Prints the seconds from its making to the one, as the server tells them, and to the other. Fails where a frame
# does.
import datetime
import json
import sys
import time
import urllib.request

url, key, task = sys.argv[1:4]


def ask(path, body=None):
    headers = {"x-api-key": key, "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url + path, data, headers)) as answer:
        return json.load(answer)["data"]


def works():
    """Whether frames are still being taken up."""
    with urllib.request.urlopen(urllib.request.Request(url + "/api/progress", headers={"x-api-key": key})) as answer:
        jobs = json.load(answer)["jobs"]
    return any(kind["waiting"] + kind["running"] for kind in jobs if kind["kind"] in ("render_result", "process"))


def when(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


made = ask("/api/tasks", {"unionid": "bench", **json.loads(task)})
while True:
    state = ask(f"/api/tasks/{made['id']}")
    if state["status"] in ("completed", "failed", "cancelled"):
        break
    time.sleep(2)  # Who asks takes time from what is measured.
if state["status"] != "completed":
    sys.exit(f"the task has {state['status']}: {state['error_message']}")
begun = when(state["created_at"])
while works():
    time.sleep(0.1)
print(f"{when(state['completed_at']) - begun:.3f} {time.time() - begun:.3f}")
