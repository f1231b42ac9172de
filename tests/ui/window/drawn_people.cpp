// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drawn_people.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <random>

namespace kinframe::tests {
namespace {

const std::array skins{QColor(0xf3, 0xcf, 0xb3), QColor(0xe3, 0xb0, 0x8c), QColor(0xc9, 0x8c, 0x62),
                       QColor(0x9a, 0x63, 0x40), QColor(0x6b, 0x42, 0x2c), QColor(0xf7, 0xdc, 0xc8)};
const std::array hairs{QColor(0x2a, 0x1d, 0x16), QColor(0x6b, 0x43, 0x26), QColor(0xb9, 0x85, 0x3f),
                       QColor(0x8e, 0x34, 0x1f), QColor(0x9a, 0x9a, 0x9e), QColor(0x15, 0x15, 0x1a)};
const std::array clothes{QColor(0x3c, 0x6e, 0xb4), QColor(0xc2, 0x54, 0x4b), QColor(0x4f, 0x8f, 0x65),
                         QColor(0xd9, 0xa4, 0x41), QColor(0x7b, 0x5a, 0x9e), QColor(0x2f, 0x3d, 0x4f),
                         QColor(0xe0, 0xd7, 0xc6)};

struct Scene
{
    QColor top;
    QColor middle;
    QColor ground;
    QColor far;
};
const std::array scenes{
    Scene{QColor(0x7f, 0xb8, 0xe6), QColor(0xd8, 0xec, 0xf7), QColor(0x7f, 0xa6, 0x5c), QColor(0x5a, 0x84, 0x55)},
    Scene{QColor(0xf4, 0xb0, 0x7a), QColor(0xfb, 0xdf, 0xb8), QColor(0xc9, 0x9a, 0x6b), QColor(0x8d, 0x6b, 0x66)},
    Scene{QColor(0x58, 0xa0, 0xb8), QColor(0xb7, 0xe0, 0xe6), QColor(0xe6, 0xd2, 0xa4), QColor(0x3d, 0x86, 0x9e)},
    Scene{QColor(0xd9, 0xcd, 0xc0), QColor(0xef, 0xe7, 0xdc), QColor(0xa8, 0x84, 0x66), QColor(0xc4, 0xb3, 0xa1)},
    Scene{QColor(0x2b, 0x36, 0x55), QColor(0x6a, 0x66, 0x8c), QColor(0x2c, 0x33, 0x3f), QColor(0x3b, 0x41, 0x5e)},
    Scene{QColor(0xc7, 0xd8, 0xe2), QColor(0xf2, 0xf6, 0xf8), QColor(0xe9, 0xee, 0xf2), QColor(0x9f, 0xb4, 0xc2)},
};

template <typename Array>
const auto &of(const Array &array, int number)
{
    return array[size_t(number) % array.size()];
}

void drawHills(QPainter &painter, const Scene &scene, std::mt19937 &random, QSizeF size)
{
    for (int layer = 0; layer < 2; ++layer) {
        const double base = size.height() * (0.45 + 0.1 * layer);
        QPainterPath hills(QPointF(0, size.height()));
        hills.lineTo(0, base);
        double x = 0;
        while (x < size.width()) {
            const double step = size.width() * (0.15 + 0.02 * double(random() % 10));
            const double rise = size.height() * 0.012 * double(random() % 12);
            hills.cubicTo(x + step / 3, base - rise, x + 2 * step / 3, base - rise, x + step, base);
            x += step;
        }
        hills.lineTo(size.width(), size.height());
        hills.closeSubpath();
        painter.fillPath(hills, layer == 0 ? scene.far : scene.far.darker(112));
    }
}

void drawWindows(QPainter &painter, const Scene &scene, std::mt19937 &random, QSizeF size)
{
    double x = 0;
    while (x < size.width()) {
        const double width = size.width() * (0.08 + 0.01 * double(random() % 8));
        const double height = size.height() * (0.2 + 0.03 * double(random() % 10));
        const QRectF house(x, size.height() * 0.66 - height, width, height);
        painter.fillRect(house, scene.far.darker(100 + int(random() % 20)));
        for (double row = house.top() + height * 0.1; row < house.bottom() - height * 0.15;
             row += size.height() * 0.05) {
            for (double column = house.left() + width * 0.15; column < house.right() - width * 0.2;
                 column += width * 0.3) {
                if (random() % 3 != 0) {
                    painter.fillRect(QRectF(column, row, width * 0.14, size.height() * 0.022),
                                     scene.middle.lighter(115));
                }
            }
        }
        x += width * 1.08;
    }
}

void drawScene(QPainter &painter, int number, QSizeF size)
{
    const Scene &scene = of(scenes, number);
    std::mt19937 random(static_cast<unsigned>(number) * 31U + 7U);
    QLinearGradient sky(0, 0, 0, size.height() * 0.75);
    sky.setColorAt(0, scene.top);
    sky.setColorAt(1, scene.middle);
    painter.fillRect(QRectF(QPointF(), size), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 250, 225, 190));
    const double sun = size.height() * 0.07;
    painter.drawEllipse(QPointF(size.width() * (0.15 + 0.07 * double(random() % 11)), size.height() * 0.18), sun, sun);
    if (number % 2 == 0) {
        drawHills(painter, scene, random, size);
    } else {
        drawWindows(painter, scene, random, size);
    }
    painter.fillRect(QRectF(0, size.height() * 0.66, size.width(), size.height() * 0.34), scene.ground);
}

void drawHair(QPainter &painter, int identity, QPointF middle, double head, bool isBehind)
{
    painter.setBrush(of(hairs, identity * 5 + 1));
    const double w = head * 0.4;
    const bool isLong = identity % 3 == 0;
    if (isBehind) {
        if (isLong) {
            painter.drawRoundedRect(QRectF(middle.x() - w * 1.18, middle.y() - head * 0.5, w * 2.36, head * 1.15), w,
                                    w);
        }
        return;
    }
    QPainterPath cap;
    cap.addEllipse(middle, w * 1.08, head * 0.53);
    QPainterPath below;
    below.addRect(QRectF(middle.x() - head, middle.y() - head * (identity % 2 == 0 ? 0.16 : 0.22), head * 2, head * 2));
    painter.drawPath(cap.subtracted(below));
    if (identity % 4 == 1) {
        painter.drawEllipse(QPointF(middle.x(), middle.y() - head * 0.55), w * 0.4, w * 0.36);
    }
}

void drawFeatures(QPainter &painter, int identity, QPointF middle, double head)
{
    const QColor ink(0x2b, 0x1f, 0x1a);
    const double eye = head * 0.035;
    const double apart = head * 0.15;
    painter.setBrush(ink);
    for (const int side : {-1, 1}) {
        painter.drawEllipse(QPointF(middle.x() + side * apart, middle.y() - head * 0.02), eye, eye * 1.15);
    }
    QPen line(ink, head * 0.022, Qt::SolidLine, Qt::RoundCap);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    for (const int side : {-1, 1}) {
        painter.drawLine(QPointF(middle.x() + side * apart * 0.6, middle.y() - head * 0.115),
                         QPointF(middle.x() + side * apart * 1.45, middle.y() - head * 0.1));
    }
    painter.drawArc(QRectF(middle.x() - head * 0.12, middle.y() + head * 0.08, head * 0.24, head * 0.17), 200 * 16,
                    140 * 16);
    painter.setPen(QPen(of(skins, identity).darker(135), head * 0.02, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(middle.x(), middle.y() + head * 0.01),
                     QPointF(middle.x() - head * 0.02, middle.y() + head * 0.085));
    if (identity % 5 == 2) {
        painter.setPen(QPen(QColor(0x30, 0x30, 0x38), head * 0.025));
        for (const int side : {-1, 1}) {
            painter.drawEllipse(QPointF(middle.x() + side * apart, middle.y() - head * 0.02), head * 0.105, head * 0.1);
        }
        painter.drawLine(QPointF(middle.x() - apart + head * 0.105, middle.y() - head * 0.03),
                         QPointF(middle.x() + apart - head * 0.105, middle.y() - head * 0.03));
    }
    painter.setPen(Qt::NoPen);
}

void drawBeard(QPainter &painter, int identity, QPointF middle, double head)
{
    if (identity % 4 != 2) {
        return;
    }
    QPainterPath chin;
    chin.addEllipse(middle, head * 0.4, head * 0.5);
    QPainterPath above;
    above.addRect(QRectF(middle.x() - head, middle.y() - head, head * 2, head * 1.12));
    QPainterPath mouth;
    mouth.addEllipse(QPointF(middle.x(), middle.y() + head * 0.19), head * 0.15, head * 0.08);
    painter.setBrush(of(hairs, identity * 5 + 1));
    painter.drawPath(chin.subtracted(above).subtracted(mouth));
}

void drawPerson(QPainter &painter, const DrawnPerson &person, QSizeF size)
{
    const double head = person.size * size.height();
    const QPointF middle(person.place.x() * size.width(), person.place.y() * size.height());
    const QColor skin = of(skins, person.identity);
    painter.setPen(Qt::NoPen);
    drawHair(painter, person.identity, middle, head, true);
    painter.setBrush(of(clothes, person.identity * 3 + 2));
    painter.drawRoundedRect(QRectF(middle.x() - head * 0.85, middle.y() + head * 0.62, head * 1.7, size.height()),
                            head * 0.4, head * 0.4);
    painter.setBrush(skin.darker(110));
    painter.drawRoundedRect(QRectF(middle.x() - head * 0.15, middle.y() + head * 0.3, head * 0.3, head * 0.45),
                            head * 0.1, head * 0.1);
    painter.setBrush(skin);
    painter.drawEllipse(QPointF(middle.x() - head * 0.4, middle.y() + head * 0.02), head * 0.06, head * 0.09);
    painter.drawEllipse(QPointF(middle.x() + head * 0.4, middle.y() + head * 0.02), head * 0.06, head * 0.09);
    painter.drawEllipse(middle, head * 0.4, head * 0.5);
    painter.setBrush(QColor(0xd8, 0x6a, 0x5a, 45));
    painter.drawEllipse(QPointF(middle.x() - head * 0.22, middle.y() + head * 0.1), head * 0.08, head * 0.06);
    painter.drawEllipse(QPointF(middle.x() + head * 0.22, middle.y() + head * 0.1), head * 0.08, head * 0.06);
    drawBeard(painter, person.identity, middle, head);
    drawFeatures(painter, person.identity, middle, head);
    drawHair(painter, person.identity, middle, head, false);
}

} // namespace

QImage drawPhoto(int scene, const std::vector<DrawnPerson> &people, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawScene(painter, scene, size);
    for (const DrawnPerson &person : people) {
        drawPerson(painter, person, size);
    }
    return image;
}

QRectF faceOf(const DrawnPerson &person, QSize size)
{
    const double height = person.size * 0.92;
    const double width = person.size * 0.8 * size.height() / size.width();
    return {person.place.x() - width / 2, person.place.y() - height * 0.46, width, height};
}

} // namespace kinframe::tests
