// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/picture_cache.h"

#include <QQuickImageProvider>

namespace kinframe::ui {

/// `image://icon/<name>?<colour>`: an icon of ours, drawn in that colour (six or eight hexadecimal digits, the alpha
/// first) at just the size asked for. An icon that does not exist is empty. From any thread.
class IconProvider : public QQuickImageProvider
{
public:
    IconProvider();

    [[nodiscard]] QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;

private:
    PictureCache m_cache;
};

} // namespace kinframe::ui
