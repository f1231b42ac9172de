// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_pictures.h"
#include "media/file_type.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;
using Colours = made::JpegKind::Colours;

class DecodeJpegTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsColours_data()
    {
        QTest::addColumn<Colours>("colours");
        QTest::addColumn<bool>("progressive");
        for (const bool progressive : {false, true}) {
            QTest::addRow("rgb %d", progressive) << Colours::Rgb << progressive;
            QTest::addRow("cmyk by Adobe %d", progressive) << Colours::CmykAdobe << progressive;
            QTest::addRow("ycck %d", progressive) << Colours::YcckAdobe << progressive;
            QTest::addRow("cmyk without Adobe's marker %d", progressive) << Colours::CmykPlain << progressive;
        }
    }

    void everyKindHasItsColours()
    {
        QFETCH(Colours, colours);
        QFETCH(bool, progressive);
        const auto bytes = made::jpeg(made::quarters(160, 96), {colours, progressive});
        const auto decoded = made::decode(bytes);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().forLog()));
        QCOMPARE(decoded->pixels.layout, Pixels::Layout::Bgr);
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.2, 0.2), {255, 0, 0}, 6));
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.8, 0.2), {0, 255, 0}, 6));
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.2, 0.8), {0, 0, 255}, 6));
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.8, 0.8), {255, 255, 255}, 6));
    }

    void grayHasThreeEqualChannels()
    {
        const auto decoded = made::decode(made::jpeg(made::landscape(64, 48), {Colours::Gray}));
        QVERIFY(decoded);
        const auto colour = made::colourAt(decoded->pixels, 0.5, 0.9);
        QCOMPARE(colour.red, colour.green);
        QCOMPARE(colour.green, colour.blue);
        QVERIFY(colour.red > 150);
    }

    void scaledIsExactlyAsLongAsAsked_data()
    {
        QTest::addColumn<int>("longSide");
        for (const int longSide : {1, 2, 63, 64, 99, 100, 150, 256, 400, 799, 800}) {
            QTest::addRow("%d", longSide) << longSide;
        }
    }

    void scaledIsExactlyAsLongAsAsked()
    {
        QFETCH(int, longSide);
        const QByteArray bytes = made::jpeg(made::quarters(600, 800));
        const auto decoded = made::decode(bytes, {.longSide = longSide});
        QVERIFY(decoded);
        QCOMPARE(decoded->pixels.height, longSide);
        QCOMPARE(decoded->pixels.width, std::max(1, (600 * longSide + 400) / 800));
        QCOMPARE(decoded->originalWidth, 600);
        QCOMPARE(decoded->originalHeight, 800);
        if (longSide > 60) {
            QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.2, 0.2), {255, 0, 0}, 4));
            QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.2, 0.8), {0, 0, 255}, 4));
        }
    }

    void nothingIsEnlarged()
    {
        const auto decoded = made::decode(made::jpeg(made::quarters(60, 40)), {.longSide = 256});
        QVERIFY(decoded);
        QCOMPARE(decoded->pixels.width, 60);
        QCOMPARE(decoded->pixels.height, 40);
    }

    void orientationTurnsPixelsAndSizes()
    {
        const auto decoded = made::decode(made::jpeg(made::quarters(800, 600)), {.longSide = 200}, 6);
        QVERIFY(decoded);
        QCOMPARE(decoded->originalWidth, 600);
        QCOMPARE(decoded->originalHeight, 800);
        QCOMPARE(decoded->pixels.width, 150);
        QCOMPARE(decoded->pixels.height, 200);
        // The stored picture's lower left corner, blue, comes to the upper left.
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.2, 0.2), {0, 0, 255}, 4));
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.8, 0.2), {255, 0, 0}, 4));
    }

    void cutShortSaysSo_data()
    {
        QTest::addColumn<bool>("progressive");
        QTest::newRow("baseline") << false;
        QTest::newRow("progressive") << true;
    }

    void cutShortSaysSo()
    {
        QFETCH(bool, progressive);
        QCOMPARE(made::wrongAnswersWhenCut(made::jpeg(made::landscape(320, 200), {Colours::Rgb, progressive}), 20), 0);
    }

    void damageIsNotShown()
    {
        QByteArray bytes = made::jpeg(made::landscape(320, 200));
        // A marker in the middle of the picture's data.
        bytes[bytes.size() / 2] = '\xff';
        bytes[bytes.size() / 2 + 1] = '\xc4';
        const auto decoded = made::decode(bytes);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::FileDamaged);
    }

    void noiseNeverCrashes()
    {
        const QByteArray good = made::jpeg(made::landscape(64, 64), {Colours::YcckAdobe, true});
        unsigned int noise = 7;
        for (int i = 0; i < 300; ++i) {
            QByteArray bytes = good;
            for (int change = 0; change < 5; ++change) {
                noise = noise * 1664525U + 1013904223U;
                bytes[qsizetype(noise >> 8) % bytes.size()] = char(noise);
            }
            const auto decoded = made::decode(bytes, {.maxPixels = 4'000'000});
            QVERIFY(!decoded || !decoded->pixels.isNull());
        }
    }

    void tooManyPixelsAreRefusedByTheHeader()
    {
        QByteArray bytes = made::jpeg(made::quarters(64, 64));
        const qsizetype frame = bytes.indexOf("\xff\xc0");
        for (const qsizetype at : {frame + 5, frame + 7}) {
            bytes[at] = '\xea';
            bytes[at + 1] = '\x60';
        }
        const auto decoded = made::decode(bytes);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::ImageTooLarge);
        QCOMPARE(decoded.error().fact(u"width"_s), u"60000"_s);
    }

    void arbitraryPrecisionIsNamed()
    {
        QByteArray bytes = made::jpeg(made::quarters(64, 64));
        bytes[bytes.indexOf("\xff\xc0") + 4] = 12;
        const auto decoded = made::decode(bytes);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::Unsupported);
    }

    void canBeStopped()
    {
        std::stop_source source;
        source.request_stop();
        const auto decoded = made::decode(made::jpeg(made::quarters(64, 64)), {.stop = source.get_token()});
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::Canceled);
    }

    void aFileThatWentAwayHasVanished()
    {
        const QTemporaryDir folder;
        const FileType type{Format::Jpeg, false, u"image/jpeg"_s, u"jpg"_s};
        const auto decoded = decodePicture(folder.filePath(u"gone.jpg"_s), type, 1, {});
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::FileVanished);
    }

    void realPhotosHaveTheirSizes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("orientation");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("12 MP") << u"gps/IMG_3439.jpg"_s << 1 << 4032 << 3024;
        QTest::newRow("with a profile") << u"gps/St_James_Park.jpg"_s << 1 << 2047 << 1356;
        QTest::newRow("progressive") << u"groups/obama_and_biden.jpg"_s << 1 << 2000 << 1428;
        QTest::newRow("live") << u"live/IMG_0728.JPG"_s << 6 << 3024 << 4032;
        QTest::newRow("raw file with a preview") << u"raw/canon_eos_6d.dng"_s << 1 << 1024 << 683;
        QTest::newRow("turned") << u"groups/portrait-orientation-6.jpg"_s << 6 << 840 << 700;
    }

    void realPhotosHaveTheirSizes()
    {
        QFETCH(QString, name);
        QFETCH(int, orientation);
        const QString path = made::testFile(name);
        if (path.isEmpty()) {
            QSKIP("KINFRAME_TESTDATA does not name a folder with this photo.");
        }
        const auto type = sniffFileType(path, name);
        QVERIFY(type);
        const auto decoded = decodePicture(path, *type, orientation, {.longSide = 400});
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().forLog()));
        QTEST(decoded->originalWidth, "width");
        QTEST(decoded->originalHeight, "height");
        QCOMPARE(std::max(decoded->pixels.width, decoded->pixels.height), 400);
    }

    void allRealPhotosOpen()
    {
        const QString folder = qEnvironmentVariable("KINFRAME_TESTDATA");
        if (folder.isEmpty()) {
            QSKIP("KINFRAME_TESTDATA does not name a folder with photos.");
        }
        int opened = 0;
        QDirIterator files(folder, {u"*.jpg"_s, u"*.jpeg"_s, u"*.JPG"_s, u"*.png"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const auto type = sniffFileType(path, path);
            QVERIFY2(type, qPrintable(path));
            const auto size = readDimensions(path, *type);
            QVERIFY2(size, qPrintable(path));
            const auto decoded = decodePicture(path, *type, 1, {.longSide = 250});
            QVERIFY2(decoded, qPrintable(path));
            QCOMPARE((Dimensions{decoded->originalWidth, decoded->originalHeight}), *size);
            QCOMPARE(std::max(decoded->pixels.width, decoded->pixels.height),
                     std::min(250, std::max(size->width, size->height)));
            ++opened;
        }
        QVERIFY(opened > 0);
    }
};

QTEST_GUILESS_MAIN(DecodeJpegTest)
#include "tst_decode_jpeg.moc"
