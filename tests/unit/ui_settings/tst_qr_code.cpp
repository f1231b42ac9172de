// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/qr_code.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using kinframe::ui::QrCode;

class TestQrCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHasNoCode();
    void itHasTheThreeCorners();
    void anotherTextIsAnotherCode();
    void whatIsTooLongHasNone();
    void itIsPaintedWithItsEdge();
};

void TestQrCode::nothingHasNoCode()
{
    const QrCode code;
    QCOMPARE(code.squares(), 0);
    QVERIFY(!code.isBlack(0, 0));
}

void TestQrCode::itHasTheThreeCorners()
{
    QrCode code;
    code.setText(u"kinframe"_s);
    const int width = code.squares() - 8;
    QVERIFY(width >= 21 && (width - 17) % 4 == 0);
    // Rings of seven squares: black, white, black in the middle.
    const QList<QPoint> corners{{0, 0}, {width - 7, 0}, {0, width - 7}};
    for (const QPoint &corner : corners) {
        for (int i = 0; i < 7; ++i) {
            QVERIFY(code.isBlack(corner.x() + i, corner.y()));
            QVERIFY(code.isBlack(corner.x(), corner.y() + i));
            QVERIFY(code.isBlack(corner.x() + i, corner.y() + 6));
        }
        QVERIFY(!code.isBlack(corner.x() + 1, corner.y() + 1));
        QVERIFY(code.isBlack(corner.x() + 3, corner.y() + 3));
    }
}

void TestQrCode::anotherTextIsAnotherCode()
{
    QrCode code;
    const QSignalSpy told(&code, &QrCode::textChanged);
    code.setText(u"one"_s);
    code.setText(u"one"_s);
    QCOMPARE(told.count(), 1);
    const int small = code.squares();
    code.setText(QString(200, u'x'));
    QVERIFY(code.squares() > small);
    code.setText({});
    QCOMPARE(code.squares(), 0);
}

void TestQrCode::whatIsTooLongHasNone()
{
    QrCode code;
    code.setText(QString(5000, u'x'));
    QCOMPARE(code.squares(), 0);
}

void TestQrCode::itIsPaintedWithItsEdge()
{
    QrCode code;
    code.setSize({200, 200});
    code.setText(u"kinframe"_s);
    QImage image(200, 200, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    code.paint(&painter);
    painter.end();
    const int side = 200 / code.squares();
    const int start = (200 - side * (code.squares() - 8)) / 2;
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
    QCOMPARE(image.pixelColor(199, 199), QColor(Qt::white));
    QVERIFY(start >= 4 * side);
    QCOMPARE(image.pixelColor(start, start), QColor(Qt::black));
    QCOMPARE(image.pixelColor(start - 1, start), QColor(Qt::white));
}

QTEST_GUILESS_MAIN(TestQrCode)
#include "tst_qr_code.moc"
