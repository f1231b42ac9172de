// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/face_regions.h"
#include "media/orientation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::media;

namespace {

std::vector<RegionValue> workingGroup(const QString &appliedWidth, const QString &appliedHeight,
                                      const QString &unit = u"normalized"_s,
                                      const QStringList &area = {u"0.3"_s, u"0.2"_s, u"0.2"_s, u"0.1"_s})
{
    const QString item = u"Regions/RegionList[1]/"_s;
    return {{u"Regions/AppliedToDimensions/w"_s, appliedWidth},
            {u"Regions/AppliedToDimensions/h"_s, appliedHeight},
            {item + u"Name"_s, u" Ann "_s},
            {item + u"Type"_s, u"Face"_s},
            {item + u"Area/x"_s, area[0]},
            {item + u"Area/y"_s, area[1]},
            {item + u"Area/w"_s, area[2]},
            {item + u"Area/h"_s, area[3]},
            {item + u"Area/unit"_s, unit}};
}

bool isAt(const FaceRegion &region, double x, double y, double width, double height)
{
    const auto same = [](double a, double b) { return std::abs(a - b) < 1e-9; };
    return same(region.x, x) && same(region.y, y) && same(region.width, width) && same(region.height, height);
}

/// Black with a white box.
Pixels painted(int width, int height, int left, int top, int boxWidth, int boxHeight)
{
    Pixels pixels = Pixels::make(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool inside = x >= left && x < left + boxWidth && y >= top && y < top + boxHeight;
            std::fill_n(pixels.row(y) + x * 3, 3, std::uint8_t(inside ? 255 : 0));
        }
    }
    return pixels;
}

std::array<double, 4> boundsOfWhite(const Pixels &pixels)
{
    int left = pixels.width;
    int top = pixels.height;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < pixels.height; ++y) {
        for (int x = 0; x < pixels.width; ++x) {
            if (pixels.row(y)[x * 3] > 0) {
                left = std::min(left, x);
                top = std::min(top, y);
                right = std::max(right, x + 1);
                bottom = std::max(bottom, y + 1);
            }
        }
    }
    return {double(left) / pixels.width, double(top) / pixels.height, double(right - left) / pixels.width,
            double(bottom - top) / pixels.height};
}

} // namespace

class FaceRegionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCentre();
    void turnsUpright_data();
    void turnsUpright();
    void knowsWhoTurnedAlready();
    void ignoresRegionsOfAnotherCrop();
    void readsPixels();
    void readsCircles();
    void readsMicrosoft();
    void cutsToThePicture();
    void refusesNonsense_data();
    void refusesNonsense();
    void isBounded();
};

void FaceRegionsTest::readsTheCentre()
{
    const auto regions = workingGroupRegions(workingGroup(u"4000"_s, u"3000"_s), {4000, 3000, 1});
    QCOMPARE(regions.size(), 1U);
    QCOMPARE(regions[0].name, u"Ann"_s);
    QCOMPARE(regions[0].kind, FaceRegion::Kind::Face);
    QVERIFY(isAt(regions[0], 0.2, 0.15, 0.2, 0.1));
}

void FaceRegionsTest::turnsUpright_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 0; orientation <= 9; ++orientation) {
        QTest::newRow(qPrintable(QString::number(orientation))) << orientation;
    }
}

void FaceRegionsTest::turnsUpright()
{
    QFETCH(int, orientation);
    const auto regions = workingGroupRegions(workingGroup(u"400"_s, u"200"_s), {400, 200, orientation});
    QCOMPARE(regions.size(), 1U);
    // A picture with the same box painted into it says where the box goes.
    const Pixels picture = uprighted(painted(400, 200, 80, 30, 80, 20), orientation);
    const auto [x, y, width, height] = boundsOfWhite(picture);
    QVERIFY(isAt(regions[0], x, y, width, height));
}

void FaceRegionsTest::knowsWhoTurnedAlready()
{
    const auto regions = workingGroupRegions(workingGroup(u"3000"_s, u"4000"_s), {4000, 3000, 6});
    QCOMPARE(regions.size(), 1U);
    QVERIFY(isAt(regions[0], 0.2, 0.15, 0.2, 0.1));
}

void FaceRegionsTest::ignoresRegionsOfAnotherCrop()
{
    QVERIFY(workingGroupRegions(workingGroup(u"3000"_s, u"4000"_s), {4000, 3000, 1}).empty());
    QVERIFY(workingGroupRegions(workingGroup(u"4000"_s, u"2000"_s), {4000, 3000, 1}).empty());
    // Scaled is not cropped.
    QCOMPARE(workingGroupRegions(workingGroup(u"4000"_s, u"3000"_s), {1333, 1000, 1}).size(), 1U);
    QCOMPARE(workingGroupRegions(workingGroup({}, {}), {4000, 3000, 1}).size(), 1U);
}

void FaceRegionsTest::readsPixels()
{
    const auto values = workingGroup(u"1000"_s, u"500"_s, u"pixel"_s, {u"500"_s, u"100"_s, u"200"_s, u"50"_s});
    const auto regions = workingGroupRegions(values, {1000, 500, 1});
    QCOMPARE(regions.size(), 1U);
    QVERIFY(isAt(regions[0], 0.4, 0.15, 0.2, 0.1));
}

void FaceRegionsTest::readsCircles()
{
    const QString item = u"Regions/RegionList[2]/"_s;
    const std::vector<RegionValue> values{{u"Regions/AppliedToDimensions/w"_s, u"1000"_s},
                                          {u"Regions/AppliedToDimensions/h"_s, u"500"_s},
                                          {item + u"Type"_s, u"Focus"_s},
                                          {item + u"Area/x"_s, u"0.5"_s},
                                          {item + u"Area/y"_s, u"0.5"_s},
                                          {item + u"Area/d"_s, u"0.2"_s}};
    const auto regions = workingGroupRegions(values, {1000, 500, 1});
    QCOMPARE(regions.size(), 1U);
    QCOMPARE(regions[0].kind, FaceRegion::Kind::Focus);
    QVERIFY(isAt(regions[0], 0.45, 0.4, 0.1, 0.2));
}

void FaceRegionsTest::readsMicrosoft()
{
    const std::vector<RegionValue> values{{u"RegionInfo/Regions[1]/PersonDisplayName"_s, u"Bob"_s},
                                          {u"RegionInfo/Regions[1]/Rectangle"_s, u"0.2, 0.15, 0.2, 0.1"_s},
                                          {u"RegionInfo/Regions[2]/PersonDisplayName"_s, u"Only named"_s}};
    const auto regions = microsoftRegions(values, {4000, 3000, 6});
    QCOMPARE(regions.size(), 1U);
    QCOMPARE(regions[0].name, u"Bob"_s);
    QVERIFY(isAt(regions[0], 0.75, 0.2, 0.1, 0.2));
}

void FaceRegionsTest::cutsToThePicture()
{
    const auto values = workingGroup(u"100"_s, u"100"_s, u"normalized"_s, {u"0"_s, u"1"_s, u"0.4"_s, u"0.2"_s});
    const auto regions = workingGroupRegions(values, {100, 100, 1});
    QCOMPARE(regions.size(), 1U);
    QVERIFY(isAt(regions[0], 0, 0.9, 0.2, 0.1));
}

void FaceRegionsTest::refusesNonsense_data()
{
    QTest::addColumn<QStringList>("area");
    QTest::newRow("not a number") << QStringList{u"nan"_s, u"0.5"_s, u"0.1"_s, u"0.1"_s};
    QTest::newRow("infinite") << QStringList{u"0.5"_s, u"0.5"_s, u"inf"_s, u"0.1"_s};
    QTest::newRow("too large to multiply") << QStringList{u"0.5"_s, u"0.5"_s, u"1e999"_s, u"0.1"_s};
    QTest::newRow("empty") << QStringList{u"0.5"_s, u"0.5"_s, u"0"_s, u"0.1"_s};
    QTest::newRow("negative") << QStringList{u"0.5"_s, u"0.5"_s, u"-0.1"_s, u"0.1"_s};
    QTest::newRow("outside") << QStringList{u"3"_s, u"0.5"_s, u"0.1"_s, u"0.1"_s};
    QTest::newRow("words") << QStringList{u"left"_s, u"0.5"_s, u"0.1"_s, u"0.1"_s};
}

void FaceRegionsTest::refusesNonsense()
{
    QFETCH(QStringList, area);
    QVERIFY(workingGroupRegions(workingGroup(u"100"_s, u"100"_s, u"normalized"_s, area), {100, 100, 6}).empty());
    const std::vector<RegionValue> values{{u"RegionInfo/Regions[1]/Rectangle"_s, area.join(u", "_s)}};
    if (area[0] != u"0.5"_s || area[2] != u"-0.1"_s) {
        QVERIFY(microsoftRegions(values, {100, 100, 6}).empty());
    }
}

void FaceRegionsTest::isBounded()
{
    std::vector<RegionValue> values;
    for (int i = 0; i < 1500; ++i) {
        values.push_back({u"RegionInfo/Regions[%1]/Rectangle"_s.arg(i + 1), u"0.1, 0.1, 0.1, 0.1"_s});
    }
    values.push_back({u"RegionInfo/Regions[99999999999]/Rectangle"_s, u"0.1, 0.1, 0.1, 0.1"_s});
    values.push_back({u"RegionInfo/Regions["_s, u"0.1, 0.1, 0.1, 0.1"_s});
    QCOMPARE(microsoftRegions(values, {}).size(), 1000U);
}

QTEST_GUILESS_MAIN(FaceRegionsTest)
#include "tst_face_regions.moc"
