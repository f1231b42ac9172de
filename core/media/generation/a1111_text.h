// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/a1111_settings.h"

#include <QString>
#include <QStringView>

namespace kinframe::media {

/// The three parts of what A1111 and its kin write: the prompt, the negative prompt and the settings.
struct A1111Text
{
    QString prompt;
    QString negativePrompt;
    A1111Settings settings;
};

/// Any text can be taken apart so: without settings, it is a prompt.
[[nodiscard]] A1111Text splitA1111(QStringView text);

} // namespace kinframe::media
