// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace kinframe::media {

/// Bytes of unknown charset as text, up to the first NUL: UTF-8 where they are that, else Latin-1, which PNG asks for.
[[nodiscard]] QString textOfBytes(QByteArrayView bytes);

/// Exif's UserComment: after the name of a charset in eight bytes, or without it as some programs write it. UTF-16
/// comes in either byte order, whatever the order of the rest of the file.
[[nodiscard]] QString userCommentText(QByteArrayView bytes);

/// Text to show: line ends as `\n`, without other control characters and halves of characters, trimmed, at most
/// 64 KiB of UTF-8.
[[nodiscard]] QString shownText(QStringView text);

/// Text to copy: as shownText, but empty where it takes more than 2 MiB, for half of a graph is of no use.
[[nodiscard]] QString keptText(QStringView text);

/// `v1-5-pruned.emaonly` of `SD1.5\v1-5-pruned.emaonly.safetensors`: names of models are paths in some tools.
[[nodiscard]] QString modelName(QStringView path);

} // namespace kinframe::media
