// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/icon_provider.h"

#include <QColor>
#include <QFile>
#include <QLoggingCategory>
#include <QPainter>
#include <QSvgRenderer>

namespace kinframe::ui {
namespace {

// The icons are drawn for this size; one that is not asked for a size gets it.
constexpr QSize drawnSize(24, 24);
constexpr qsizetype cacheKilobytes = 4096;

QImage draw(const QString &name, const QColor &colour, const QSize &size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QFile file(QStringLiteral(":/kinframe/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon \"%s\".", qUtf8Printable(name));
        return image;
    }
    // Qt's SVG reader knows no currentColor; transparency is applied to the whole, or strokes would show where they
    // cross.
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name(QColor::HexRgb).toLatin1()));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    painter.fillRect(image.rect(), QColor(0, 0, 0, colour.alpha()));
    return image;
}

} // namespace

IconProvider::IconProvider()
    : QQuickImageProvider(QQuickImageProvider::Image)
    , m_cache(cacheKilobytes)
{
}

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QSize wanted = requestedSize.isEmpty() ? drawnSize : requestedSize;
    *size = wanted;
    const QString key = id + u'@' + QString::number(wanted.width()) + u'x' + QString::number(wanted.height());
    if (const std::optional<QImage> cached = m_cache.find(key)) {
        return *cached;
    }
    const QColor colour(QString(u'#' + id.section(u'?', 1)));
    QImage image = draw(id.section(u'?', 0, 0), colour.isValid() ? colour : QColor(Qt::black), wanted);
    m_cache.insert(key, image);
    return image;
}

} // namespace kinframe::ui
