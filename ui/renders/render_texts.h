// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/renders/render_reads.h"

#include <QString>

namespace kinframe::ui {

/// A state as people see it: a word, an icon, and one of the window's colours by its name (`good`, `warn`, `bad`,
/// `accent`, `textSoft`), so that none of them alone has to say it.
struct StateSign
{
    QString text;
    QString icon;
    QString tone;
};

[[nodiscard]] StateSign signOf(render::TaskState state);
[[nodiscard]] StateSign signOf(render::FrameState state);

// Of a task, in the window's language. A line that has nothing to say is empty.
[[nodiscard]] QString progressText(const render::Task &task);         ///< "12 of 20 frames", "… · 3 failed"
[[nodiscard]] QString timeText(const render::Task &task, qint64 now); ///< "about 3 minutes left", "took 4 minutes"
[[nodiscard]] QString costText(const render::Task &task);             ///< "1.20 of about 3.40"
[[nodiscard]] QString requestText(const render::Task &task);          ///< "Blender · frames 1 to 120 · …"
[[nodiscard]] QString problemText(const render::Task &task);          ///< why it failed, or what is special
[[nodiscard]] double fractionOf(const render::Task &task);            ///< frames that are rendered of all, 0 to 1

/// "0.8 s", "2 min 5 s", "3 h 20 min".
[[nodiscard]] QString spanText(qint64 ms);

/// What can be done with it now.
struct RenderChoices
{
    bool canPause = false;
    bool canResume = false;
    bool canCancel = false;
    bool canRetry = false;
    bool canCleanUp = false;
    bool canSaveVideo = false;
};
[[nodiscard]] RenderChoices choicesOf(const render::Task &task);

/// `image://library/thumb/…`; empty without one.
[[nodiscard]] QString thumbnailOf(const QUuid &picture, qint64 stamp);

} // namespace kinframe::ui
