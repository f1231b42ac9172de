#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# render_task.py URL KEY TASK: makes the task (JSON) and waits for its end; prints the seconds from the one to the other
# as the server tells them. Fails where a frame does.
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


def when(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


made = ask("/api/tasks", {"unionid": "bench", **json.loads(task)})
while True:
    state = ask(f"/api/tasks/{made['id']}")
    if state["status"] in ("completed", "failed", "cancelled"):
        break
    time.sleep(0.1)
if state["status"] != "completed":
    sys.exit(f"the task has {state['status']}: {state['error_message']}")
print(f"{when(state['completed_at']) - when(state['created_at']):.3f}")
