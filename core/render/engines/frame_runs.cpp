// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/frame_runs.h"

#include <QStringList>

namespace kinframe::render {

using namespace Qt::StringLiterals;

QList<int> FrameRun::frames() const
{
    QList<int> list;
    for (int frame = start; frame <= end; frame += step) {
        list += frame;
    }
    return list;
}

std::vector<FrameRun> runsOf(const QList<int> &frames)
{
    std::vector<FrameRun> runs;
    bool isOpen = false; // the last run is of one frame, so the next decides its step
    for (const int frame : frames) {
        if (!runs.empty()) {
            FrameRun &last = runs.back();
            if (isOpen && frame > last.end) {
                last.step = frame - last.end;
                last.end = frame;
                isOpen = false;
                continue;
            }
            if (!isOpen && frame == last.end + last.step) {
                last.end = frame;
                continue;
            }
        }
        runs.push_back({frame, frame, 1});
        isOpen = true;
    }
    return runs;
}

QString frameListOf(const QList<int> &frames)
{
    QStringList parts;
    for (const FrameRun &run : runsOf(frames)) {
        if (run.step == 1 && run.end > run.start) {
            parts += u"%1..%2"_s.arg(run.start).arg(run.end);
            continue;
        }
        for (const int frame : run.frames()) {
            parts += QString::number(frame);
        }
    }
    return parts.join(u',');
}

} // namespace kinframe::render
