#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command and prints what it took: seconds, CPU seconds of all its processes, megabytes of the largest."""

import resource
import subprocess
import sys
import time

begin = time.monotonic()
code = subprocess.run(sys.argv[1:], stdout=sys.stderr).returncode
took = time.monotonic() - begin
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{took:.3f} {used.ru_utime + used.ru_stime:.2f} {used.ru_maxrss * 1024 / 1e6:.0f}")
sys.exit(code)
