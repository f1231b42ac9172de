// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace kinframe::tests {

/// `image://library/…`: a picture of a few colours for every id; one that ends in "broken" fails.
class MadePictures : public QQuickImageProvider
{
public:
    MadePictures()
        : QQuickImageProvider(QQuickImageProvider::Image)
    {
    }
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace kinframe::tests
