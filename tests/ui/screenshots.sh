#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes pictures of every page in every state into build/screenshots (or the folder given): light, dark, English,
# Chinese, narrow, wide, 4K, large text; filled, empty, busy, failed, one photo, many photos, and what people do within
# the pages. The photos and the people are drawn.
# "screenshots.sh FOLDER STATE" only those of one state.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=${1:-build/screenshots}
mkdir -p "$folder"
QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software LC_ALL=C.UTF-8 \
    build/release/bin/make_screenshots "$folder" ${2:+--only "$2"}
