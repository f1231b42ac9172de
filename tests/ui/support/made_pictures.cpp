// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/made_pictures.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace kinframe::tests {

QImage MadePictures::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    if (id.contains(u"broken")) {
        return {};
    }
    const uint seed = uint(qHash(id.section(u'?', 0, 0), 7));
    const bool isTall = seed % 5 == 0;
    const int side = std::clamp(std::max(requestedSize.width(), requestedSize.height()), 16, 2048);
    QImage image(isTall ? side * 3 / 4 : side, isTall ? side : side * 3 / 4, QImage::Format_ARGB32_Premultiplied);
    const int hue = int(seed % 360);
    QLinearGradient sky(0, 0, 0, image.height());
    sky.setColorAt(0, QColor::fromHsl(hue, 130, 190));
    sky.setColorAt(1, QColor::fromHsl((hue + 40) % 360, 110, 90));
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(image.rect(), sky);
    QPainterPath hill(QPointF(0, image.height()));
    hill.lineTo(0, image.height() * 0.7);
    hill.quadTo(image.width() * 0.3, image.height() * (0.35 + seed % 30 / 100.0), image.width(), image.height() * 0.75);
    hill.lineTo(image.width(), image.height());
    painter.fillPath(hill, QColor::fromHsl((hue + 200) % 360, 60, 70));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 250, 220));
    painter.drawEllipse(QPointF(image.width() * (0.2 + seed % 60 / 100.0), image.height() * 0.25), side * 0.06,
                        side * 0.06);
    painter.end();
    if (id.contains(u"round")) {
        const int edge = std::min(image.width(), image.height());
        QImage cut(edge, edge, QImage::Format_ARGB32_Premultiplied);
        cut.fill(Qt::transparent);
        QPainter cutter(&cut);
        cutter.setRenderHint(QPainter::Antialiasing);
        cutter.setBrush(QBrush(image));
        cutter.setPen(Qt::NoPen);
        cutter.drawEllipse(cut.rect());
        cutter.end();
        image = cut;
    }
    *size = image.size();
    return image;
}

} // namespace kinframe::tests
