// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/round_crop.h"

#include <QPainter>

#include <algorithm>

namespace kinframe::ui {

QImage roundCrop(const QImage &picture, int side)
{
    const int edge = std::min(picture.width(), picture.height());
    const int width = side > 0 ? side : edge;
    if (width == 0) {
        return {};
    }
    const QImage square = picture.copy((picture.width() - edge) / 2, (picture.height() - edge) / 2, edge, edge)
                              .scaled(width, width, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage circle(width, width, QImage::Format_ARGB32_Premultiplied);
    circle.fill(Qt::transparent);
    QPainter painter(&circle);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(square));
    painter.drawEllipse(circle.rect());
    return circle;
}

} // namespace kinframe::ui
