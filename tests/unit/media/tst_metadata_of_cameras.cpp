// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/file_type.h"
#include "media/metadata.h"

#include "base/clock.h"

#include <QDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

/// What another reader (ExifTool, ffprobe) says of the same file.
struct Expected
{
    QString captured; ///< wall time, then the offset in minutes where there is one
    QString camera;
    QString lens;
    QString exposure;
    double fNumber = 0;
    int iso = 0;
    double focalLength = 0;
    int orientation = 0;
    double latitude = 0;
    double longitude = 0;
    double altitude = 0;
    QString identifier = {};
};

QString said(const std::optional<CaptureTime> &time)
{
    if (!time) {
        return {};
    }
    const QString wall = toIsoShort(time->wallMs).chopped(1);
    return time->offsetMinutes ? QString(wall + u' ' + QString::number(*time->offsetMinutes)) : wall;
}

} // namespace

Q_DECLARE_METATYPE(Expected)

/// Photos and videos of real cameras; they are not part of the project.
class MetadataOfCamerasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reads_data();
    void reads();
    void readsWords();
    void givesNoPlaceForEmptyGps();
    void givesTheSameMomentToBothHalvesOfALivePhoto();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }
    [[nodiscard]] Result<Metadata> read(const QString &name) const
    {
        const auto type = sniffFileType(path(name), name);
        return type ? readMetadata(path(name), *type) : failed(type);
    }

    QString m_folder;
};

void MetadataOfCamerasTest::initTestCase()
{
    m_folder = qEnvironmentVariable("KINFRAME_TESTDATA");
    if (!QDir(m_folder + u"/live"_s).exists()) {
        QSKIP("KINFRAME_TESTDATA names no folder with photos of real cameras.");
    }
}

void MetadataOfCamerasTest::reads_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Expected>("expected");
    QTest::newRow("JPEG of a live photo, zone by GPS") << u"live/IMG_0728.JPG"_s
                                                       << Expected{u"2019-12-29T19:01:15.505 -480"_s,
                                                                   u"Apple iPhone 6s"_s,
                                                                   u"iPhone 6s back camera 4.15mm f/2.2"_s,
                                                                   u"1/30"_s,
                                                                   2.2,
                                                                   32,
                                                                   4.15,
                                                                   6,
                                                                   34.0082638888889,
                                                                   -118.497933333333,
                                                                   10.55793762,
                                                                   u"C3754624-A05F-474D-9F16-E9C47B5F892D"_s};
    QTest::newRow("its video") << u"live/IMG_0728.MOV"_s
                               << Expected{u"2019-12-29T19:01:14 -480"_s,
                                           u"Apple iPhone 6s"_s,
                                           {},
                                           {},
                                           0,
                                           0,
                                           0,
                                           0,
                                           34.0083,
                                           -118.4979,
                                           10.558,
                                           u"C3754624-A05F-474D-9F16-E9C47B5F892D"_s};
    QTest::newRow("HEIC of a live photo") << u"live/IMG_4580.HEIC"_s
                                          << Expected{u"2025-08-17T19:33:48.600 -240"_s,
                                                      u"Apple iPhone 15 Pro"_s,
                                                      u"iPhone 15 Pro back triple camera 2.22mm f/2.2"_s,
                                                      u"1/99"_s,
                                                      2.2,
                                                      160,
                                                      2.220000029,
                                                      6,
                                                      41.6989361111111,
                                                      -86.2376472222222,
                                                      224.6617497,
                                                      u"4E1A1B89-CE70-4FF8-873B-E4470B839314"_s};
    QTest::newRow("HEVC video of a live photo") << u"live/IMG_4580.MOV"_s
                                                << Expected{u"2025-08-17T19:33:48 -240"_s,
                                                            u"Apple iPhone 15 Pro"_s,
                                                            {},
                                                            {},
                                                            0,
                                                            0,
                                                            0,
                                                            0,
                                                            41.6989,
                                                            -86.2376,
                                                            224.662,
                                                            u"4E1A1B89-CE70-4FF8-873B-E4470B839314"_s};
    QTest::newRow("HEIC of Samsung")
        << u"live/samsung-one-ui-6.heic"_s
        << Expected{u"2024-01-12T21:38:53.853 -480"_s, u"samsung SM-S906U"_s, {}, u"1/10"_s, 1.8, 200, 5.4, 6, 0, 0, 0};
    QTest::newRow("HEIC with XMP") << u"heic/iphone_7.heic"_s
                                   << Expected{u"2018-09-10T12:16:13.023"_s,
                                               u"Apple iPhone 7"_s,
                                               u"iPhone 7 back camera 3.99mm f/1.8"_s,
                                               u"1/4000"_s,
                                               1.8,
                                               20,
                                               3.99,
                                               6,
                                               34.79745,
                                               134.764633333333,
                                               0};
    QTest::newRow("AVIF without metadata") << u"heic/8bit-sRGB.avif"_s << Expected{};
    QTest::newRow("southern and eastern") << u"gps/IMG_4547.jpg"_s
                                          << Expected{u"2017-06-20T17:18:56.518"_s,
                                                      u"Apple iPhone 6s"_s,
                                                      u"iPhone 6s back camera 4.15mm f/2.2"_s,
                                                      u"1/17"_s,
                                                      2.2,
                                                      320,
                                                      4.15,
                                                      0,
                                                      -34.9188916666667,
                                                      138.596861111111,
                                                      61};
    QTest::newRow("dates only in XMP") << u"gps/thompson-springs.jpg"_s
                                       << Expected{u"2022-01-10T15:15:44.310 -360"_s,
                                                   {},
                                                   u"Canon EF 24-105mm f/4L IS II USM"_s,
                                                   {},
                                                   0,
                                                   0,
                                                   0,
                                                   0,
                                                   39.115,
                                                   -108.400968333333,
                                                   1483.9};
    QTest::newRow("camera with a lens of another maker") << u"gps/St_James_Park.jpg"_s
                                                         << Expected{u"2018-10-13T09:18:12.501"_s,
                                                                     u"NIKON D7000"_s,
                                                                     u"12.0-24.0 mm f/4.0"_s,
                                                                     u"1/2000"_s,
                                                                     4,
                                                                     200,
                                                                     22,
                                                                     0,
                                                                     51.5035722222222,
                                                                     -0.131805555555556,
                                                                     2.6};
    QTest::newRow("raw") << u"raw/canon_eos_6d.dng"_s << Expected{u"2019-06-06T07:29:51"_s,
                                                                  u"Canon EOS 6D"_s,
                                                                  u"EF24-105mm f/4L IS USM"_s,
                                                                  u"1/60"_s,
                                                                  5.6,
                                                                  1000,
                                                                  65,
                                                                  1,
                                                                  0,
                                                                  0,
                                                                  0};
    QTest::newRow("video with Apple's date")
        << u"video/Jellyfish.mov"_s
        << Expected{u"2020-01-05T14:13:13 -480"_s, {}, {}, {}, 0, 0, 0, 0, 34.0533, -118.2423, 0};
    QTest::newRow("video that says nothing") << u"video/christmas.mp4"_s << Expected{};
}

void MetadataOfCamerasTest::reads()
{
    QFETCH(QString, file);
    QFETCH(Expected, expected);
    const auto metadata = read(file);
    QVERIFY2(metadata.has_value(), metadata ? "" : qPrintable(metadata.error().forLog()));
    QCOMPARE(said(metadata->captured), expected.captured);
    QCOMPARE(metadata->cameraName(), expected.camera);
    QCOMPARE(metadata->lensModel, expected.lens);
    QCOMPARE(metadata->exposureTime, expected.exposure);
    QCOMPARE(metadata->fNumber.value_or(0), expected.fNumber);
    QCOMPARE(metadata->iso.value_or(0), expected.iso);
    QVERIFY(std::abs(metadata->focalLength.value_or(0) - expected.focalLength) < 1e-6);
    QCOMPARE(metadata->orientation.value_or(0), expected.orientation);
    QCOMPARE(metadata->location.has_value(), expected.latitude != 0);
    if (metadata->location) {
        QVERIFY(std::abs(metadata->location->latitude - expected.latitude) < 1e-9);
        QVERIFY(std::abs(metadata->location->longitude - expected.longitude) < 1e-9);
        QVERIFY(std::abs(metadata->location->altitude.value_or(0) - expected.altitude) < 1e-5);
    }
    QCOMPARE(metadata->contentIdentifier, expected.identifier);
}

void MetadataOfCamerasTest::readsWords()
{
    const auto pumpkins = read(u"groups/Pumkins1.jpg"_s);
    QVERIFY(pumpkins.has_value());
    QCOMPARE(pumpkins->keywords, (QStringList{u"Katie"_s, u"Suzy"_s, u"Kids"_s}));
    QCOMPARE(pumpkins->title, u"Can we carry this?"_s);
    QCOMPARE(pumpkins->description, u"Girls with pumpkins"_s);
    QCOMPARE(said(pumpkins->captured), u"2018-09-28T15:35:49.630"_s);

    const auto desert = read(u"gps/thompson-springs.jpg"_s);
    QVERIFY(desert.has_value());
    QCOMPARE(desert->keywords.size(), 5);
    QCOMPARE(desert->city, u"Thompson Springs"_s);
    QCOMPARE(desert->state, u"Utah"_s);
    QCOMPARE(desert->country, u"United States"_s);
    QVERIFY(desert->description.startsWith(u"Early winter scene"_s));
}

void MetadataOfCamerasTest::givesNoPlaceForEmptyGps()
{
    const auto metadata = read(u"gps/empty_gps.jpg"_s);
    QVERIFY(metadata.has_value());
    QVERIFY(!metadata->location.has_value());
    QCOMPARE(metadata->make, u"motorola"_s);
}

void MetadataOfCamerasTest::givesTheSameMomentToBothHalvesOfALivePhoto()
{
    const auto image = read(u"live/IMG_4580.HEIC"_s);
    const auto video = read(u"live/IMG_4580.MOV"_s);
    QVERIFY(image.has_value() && video.has_value());
    const QTimeZone utc = QTimeZone::utc();
    QVERIFY(std::abs(image->captured->utcMs(utc) - video->captured->utcMs(utc)) < 2000);
}

QTEST_GUILESS_MAIN(MetadataOfCamerasTest)
#include "tst_metadata_of_cameras.moc"
