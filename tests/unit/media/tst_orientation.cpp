// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_pictures.h"
#include "media/orientation.h"

#include <QTest>

#include <cstring>

using namespace kinframe::media;

/// Turns and mirrors as EXIF defines its eight orientations.
class OrientationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPixelGoesWhereTheTagSays_data()
    {
        QTest::addColumn<int>("orientation");
        for (int orientation = 1; orientation <= 8; ++orientation) {
            QTest::addRow("%d", orientation) << orientation;
        }
    }

    void everyPixelGoesWhereTheTagSays()
    {
        QFETCH(int, orientation);
        for (const auto layout : {Pixels::Layout::Bgr, Pixels::Layout::Bgra}) {
            const Pixels stored = numbered(7, 5, layout);
            const Pixels upright = uprighted(stored, orientation);
            QCOMPARE(upright.width, orientation >= 5 ? 5 : 7);
            QCOMPARE(upright.height, orientation >= 5 ? 7 : 5);
            for (int y = 0; y < upright.height; ++y) {
                for (int x = 0; x < upright.width; ++x) {
                    const auto [fromX, fromY] = storedPlace(orientation, x, y, stored);
                    const auto channels = std::size_t(stored.channels());
                    QVERIFY(std::memcmp(upright.row(y) + x * stored.channels(),
                                        stored.row(fromY) + fromX * stored.channels(), channels) == 0);
                }
            }
        }
    }

    void nonsenseLeavesThePictureAsItIs()
    {
        const Pixels stored = numbered(3, 2, Pixels::Layout::Bgr);
        for (const int orientation : {-1, 0, 1, 9, 65535}) {
            QCOMPARE(uprighted(stored, orientation).bytes, stored.bytes);
            QVERIFY(!swapsSides(orientation));
        }
        QVERIFY(uprighted({}, 6).isNull());
    }

private:
    static Pixels numbered(int width, int height, Pixels::Layout layout)
    {
        Pixels pixels = Pixels::make(width, height, layout);
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            pixels.bytes[i] = std::uint8_t(i);
        }
        return pixels;
    }

    /// Where the stored picture has the pixel that is upright at (x, y): from the table of the EXIF standard, which
    /// names the sides that the first row and the first column are.
    static std::pair<int, int> storedPlace(int orientation, int x, int y, const Pixels &stored)
    {
        const int right = stored.width - 1;
        const int bottom = stored.height - 1;
        switch (orientation) {
        case 2:
            return {right - x, y};
        case 3:
            return {right - x, bottom - y};
        case 4:
            return {x, bottom - y};
        case 5:
            return {y, x};
        case 6:
            return {y, bottom - x};
        case 7:
            return {right - y, bottom - x};
        case 8:
            return {right - y, x};
        default:
            return {x, y};
        }
    }
};

QTEST_GUILESS_MAIN(OrientationTest)
#include "tst_orientation.moc"
