// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/icon_provider.h"
#include "ui/base/round_crop.h"

#include <QDir>
#include <QTest>

#include <cstdlib>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestDrawnPictures : public QObject
{
    Q_OBJECT

private:
    Q_SLOT void icon_data();
    Q_SLOT void icon();
    Q_SLOT void iconSizes();
    Q_SLOT void translucentIcon();
    Q_SLOT void missingIcon();
    Q_SLOT void circle();
    Q_SLOT void circleOfATallPicture();
    Q_SLOT void circleOfNothing();
};

void TestDrawnPictures::icon_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(u":/kinframe/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() >= 60);
    for (const QString &file : files) {
        QTest::newRow(qUtf8Printable(file)) << file.chopped(4);
    }
}

// Each has ink, all of it in the colour asked for, and none of it is cut off at the edge.
void TestDrawnPictures::icon()
{
    QFETCH(const QString, name);
    IconProvider provider;
    QSize size;
    const QImage image = provider.requestImage(name + u"?1f5fd6"_s, &size, {48, 48});
    QCOMPARE(size, QSize(48, 48));
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 255) {
                continue;
            }
            ++inked;
            // Where strokes cross, blending rounds.
            QVERIFY2(std::abs(pixel.red() - 0x1f) + std::abs(pixel.green() - 0x5f) + std::abs(pixel.blue() - 0xd6) <= 3,
                     qPrintable(pixel.name()));
            QVERIFY(x > 0 && y > 0 && x < 47 && y < 47);
        }
    }
    QVERIFY2(inked > 30 && inked < 48 * 48 / 2, qPrintable(QString::number(inked)));
}

void TestDrawnPictures::iconSizes()
{
    IconProvider provider;
    QSize size;
    QCOMPARE(provider.requestImage(u"heart?ffffff"_s, &size, {}).size(), QSize(24, 24));
    QCOMPARE(provider.requestImage(u"heart?ffffff"_s, &size, {36, 36}).size(), QSize(36, 36));
}

void TestDrawnPictures::translucentIcon()
{
    IconProvider provider;
    QSize size;
    const QImage image = provider.requestImage(u"heart-filled?80ff0000"_s, &size, {24, 24});
    QCOMPARE(image.pixelColor(12, 12).alpha(), 0x80);
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
}

void TestDrawnPictures::missingIcon()
{
    IconProvider provider;
    QSize size;
    QTest::ignoreMessage(QtWarningMsg, "There is no icon \"unheard-of\".");
    const QImage image = provider.requestImage(u"unheard-of?000000"_s, &size, {24, 24});
    QCOMPARE(image.pixelColor(12, 12).alpha(), 0);
}

void TestDrawnPictures::circle()
{
    QImage picture(300, 200, QImage::Format_RGB32);
    picture.fill(Qt::green);
    const QImage round = roundCrop(picture, 64);
    QCOMPARE(round.size(), QSize(64, 64));
    QCOMPARE(round.pixelColor(32, 32), QColor(Qt::green));
    QCOMPARE(round.pixelColor(32, 1).alpha(), 255);
    for (const QPoint corner : {QPoint(0, 0), QPoint(63, 0), QPoint(0, 63), QPoint(63, 63)}) {
        QCOMPARE(round.pixelColor(corner).alpha(), 0);
    }
}

// What is in the middle stays there.
void TestDrawnPictures::circleOfATallPicture()
{
    QImage picture(100, 300, QImage::Format_RGB32);
    picture.fill(Qt::red);
    for (int y = 100; y < 200; ++y) {
        for (int x = 0; x < 100; ++x) {
            picture.setPixelColor(x, y, Qt::blue);
        }
    }
    const QImage round = roundCrop(picture, 0);
    QCOMPARE(round.size(), QSize(100, 100));
    QCOMPARE(round.pixelColor(50, 3), QColor(Qt::blue));
    QCOMPARE(round.pixelColor(50, 96), QColor(Qt::blue));
}

void TestDrawnPictures::circleOfNothing()
{
    QVERIFY(roundCrop({}, 0).isNull());
}

QTEST_GUILESS_MAIN(TestDrawnPictures)
#include "tst_drawn_pictures.moc"
