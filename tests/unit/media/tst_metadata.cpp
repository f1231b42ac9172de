// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/file_type.h"
#include "media/metadata.h"
#include "media/metadata_text.h"
#include "media/metadata_values.h"
#include "unit/media/described_picture.h"

#include "base/clock.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

const FileType jpeg{Format::Jpeg, false, u"image/jpeg"_s, u"jpg"_s};

void setPlace(Exiv2::ExifData &exif, const char *latitude, const char *north, const char *longitude, const char *east)
{
    exif["Exif.GPSInfo.GPSLatitude"].setValue(latitude);
    exif["Exif.GPSInfo.GPSLatitudeRef"] = std::string(north);
    exif["Exif.GPSInfo.GPSLongitude"].setValue(longitude);
    exif["Exif.GPSInfo.GPSLongitudeRef"] = std::string(east);
}

void setBytes(Exiv2::ExifData &exif, const char *key, const QByteArray &bytes, Exiv2::TypeId type)
{
    const auto value = Exiv2::Value::create(type);
    value->read(reinterpret_cast<const Exiv2::byte *>(bytes.constData()), std::uint32_t(bytes.size()),
                Exiv2::littleEndian);
    exif.add(Exiv2::ExifKey(key), value.get());
}

QByteArray utf16(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text) {
        bytes += char(c.unicode() & 0xff);
        bytes += char(c.unicode() >> 8);
    }
    return bytes;
}

QByteArray xmpPacket(const QByteArray &attributes, const QByteArray &elements = {})
{
    return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
           "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/' "
           "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:lr='http://ns.adobe.com/lightroom/1.0/' "
           "xmlns:digiKam='http://www.digikam.org/ns/1.0/' xmlns:exif='http://ns.adobe.com/exif/1.0/' "
           "xmlns:tiff='http://ns.adobe.com/tiff/1.0/' xmlns:GPano='http://ns.google.com/photos/1.0/panorama/' "
           "xmlns:rs='http://www.metadataworkinggroup.com/schemas/regions/' "
           "xmlns:dim='http://ns.adobe.com/xap/1.0/sType/Dimensions#' "
           "xmlns:area='http://ns.adobe.com/xmp/sType/Area#' " +
           attributes + ">" + elements + "</rdf:Description></rdf:RDF></x:xmpmeta>";
}

} // namespace

class MetadataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNothingFromNothing();
    void readsExposure();
    void readsTexts_data();
    void readsTexts();
    void readsPlaces_data();
    void readsPlaces();
    void readsRatings_data();
    void readsRatings();
    void readsKeywordsOnce();
    void readsUserComments();
    void readsRegionsUnderAnyPrefix();
    void readsSidecars();
    void refusesBadSidecars();
    void survivesCutsAnywhere();
    void survivesDamageAnywhere();
    void readsOnManyThreads();
    void readsValues();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] Metadata made(const test::Describe &describe) const;
    [[nodiscard]] Result<Metadata> sidecar(const QByteArray &bytes, const Metadata &picture = {}) const;

    QTemporaryDir m_folder;
};

Metadata MetadataTest::made(const test::Describe &describe) const
{
    const QString name = path(u"made.jpg"_s);
    if (!test::makePicture(name, describe)) {
        qFatal("The picture could not be made.");
    }
    const auto metadata = readMetadata(name, jpeg);
    if (!metadata) {
        qFatal("%s", qPrintable(metadata.error().forLog()));
    }
    return *metadata;
}

Result<Metadata> MetadataTest::sidecar(const QByteArray &bytes, const Metadata &picture) const
{
    QFile file(path(u"made.xmp"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("The sidecar could not be made.");
    }
    file.close();
    return readSidecar(file.fileName(), picture);
}

void MetadataTest::readsNothingFromNothing()
{
    const Metadata metadata = made([](auto &, auto &, auto &) {});
    QVERIFY(!metadata.captured && !metadata.modified && !metadata.orientation && !metadata.location);
    QVERIFY(!metadata.iso && !metadata.fNumber && !metadata.rating && !metadata.rejected);
    QVERIFY(metadata.keywords.isEmpty() && metadata.regions.empty() && metadata.description.isEmpty());
    QCOMPARE(metadata.width.value_or(0), 64);
    QCOMPARE(metadata.height.value_or(0), 48);
    QCOMPARE(readMetadata(path(u"none.jpg"_s), jpeg).error().code, ErrorCode::FileNotFound);
    QCOMPARE(readMetadata(m_folder.path(), jpeg).error().code, ErrorCode::FileIsDirectory);
}

void MetadataTest::readsExposure()
{
    const Metadata metadata = made([](Exiv2::ExifData &exif, auto &, auto &) {
        exif["Exif.Image.Make"] = std::string("Canon");
        exif["Exif.Image.Model"] = std::string("Canon EOS 6D  ");
        exif["Exif.Photo.ExposureTime"] = Exiv2::URational(10, 2500);
        exif["Exif.Photo.FNumber"] = Exiv2::URational(0, 0);
        exif["Exif.Photo.ApertureValue"] = Exiv2::URational(4, 1);
        exif["Exif.Photo.ISOSpeedRatings"] = std::uint16_t(65535);
        exif["Exif.Photo.RecommendedExposureIndex"] = std::uint32_t(102400);
        exif["Exif.Photo.FocalLength"] = Exiv2::URational(4'000'000'000U, 100'000'000U);
        exif["Exif.Photo.FocalLengthIn35mmFilm"] = std::uint16_t(0);
        exif["Exif.Image.Orientation"] = std::uint16_t(9);
        exif["Exif.Image.DateTime"] = std::string("2001:02:03 04:05:06");
        exif["Exif.Photo.DateTimeOriginal"] = std::string("0000:00:00 00:00:00");
    });
    QCOMPARE(metadata.cameraName(), u"Canon EOS 6D"_s);
    QCOMPARE(metadata.exposureTime, u"1/250"_s);
    QCOMPARE(metadata.exposureSeconds.value_or(0), 0.004);
    QCOMPARE(metadata.fNumber.value_or(0), 4.0);
    QCOMPARE(metadata.iso.value_or(0), 102400);
    QCOMPARE(metadata.focalLength.value_or(0), 40.0);
    QVERIFY(!metadata.focalLength35.has_value());
    QVERIFY(!metadata.orientation.has_value());
    QCOMPARE(toIso(metadata.captured->wallMs), u"2001-02-03T04:05:06.000Z"_s);
    QCOMPARE(metadata.modified, metadata.captured);
}

void MetadataTest::readsTexts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ASCII") << QByteArray("  A picture \r\nof it\r ") << u"A picture \nof it"_s;
    QTest::newRow("UTF-8") << QByteArray("M\xc3\xbcnchen \xe5\xbc\xa0\xe4\xb8\x89") << u"München 张三"_s;
    QTest::newRow("Windows-1252") << QByteArray("M\xfcnchen \x96 caf\xe9 \x80") << u"München – café €"_s;
    QTest::newRow("NUL and rest") << QByteArray("first\0second", 12) << u"first"_s;
    QTest::newRow("control characters") << QByteArray("a\x01\x1b[2Jb\x7f") << u"a[2Jb"_s;
    QTest::newRow("only blanks") << QByteArray("        ") << QString();
    QTest::newRow("the camera's own") << QByteArray("OLYMPUS DIGITAL CAMERA         ") << QString();
}

void MetadataTest::readsTexts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const Metadata metadata = made([&bytes](Exiv2::ExifData &exif, auto &, auto &) {
        setBytes(exif, "Exif.Image.ImageDescription", bytes, Exiv2::asciiString);
    });
    QCOMPARE(metadata.description, expected);
    QCOMPARE(cleanText(QByteArrayView(QByteArray(100'000, 'x'))).size(), 64 * 1024);
    QVERIFY(cleanText(QByteArrayView(QByteArray("\xc3\xa9").repeated(60'000))).toUtf8().size() <= 64 * 1024);
    QVERIFY(cleanText(QByteArrayView(QByteArray("\xc3\xa9").repeated(60'000))).startsWith(u"éé"_s));
}

void MetadataTest::readsPlaces_data()
{
    QTest::addColumn<QList<QByteArray>>("written"); // latitude, its side, longitude, its side
    QTest::addColumn<bool>("hasPlace");
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    const auto row = [](const char *name, const QList<QByteArray> &written) {
        QTest::newRow(name) << written << false << 0.0 << 0.0;
    };
    QTest::newRow("north-east") << QList<QByteArray>{"48/1 30/1 36/1", "N", "11/1 0/1 0/1", "E"} << true << 48.51
                                << 11.0;
    QTest::newRow("south-west") << QList<QByteArray>{"48/1 30/1 36/1", "S", "11/1 0/1 0/1", "W"} << true << -48.51
                                << -11.0;
    QTest::newRow("decimal minutes") << QList<QByteArray>{"48/1 3060/100 0/0", "N", "11/1 0/1 0/0", "E"} << true
                                     << 48.51 << 11.0;
    QTest::newRow("on the equator") << QList<QByteArray>{"0/1 0/1 0/1", "N", "11/1 0/1 0/1", "E"} << true << 0.0
                                    << 11.0;
    row("nothing but zeros", {"0/1 0/1 0/1", "N", "0/1 0/1 0/1", "E"});
    row("0/0", {"0/0 0/0 0/0", "N", "0/0 0/0 0/0", "E"});
    row("minutes 0/0", {"48/1 0/0 0/1", "N", "11/1 0/1 0/1", "E"});
    row("beyond the pole", {"91/1 0/1 0/1", "N", "11/1 0/1 0/1", "E"});
    row("beyond the date line", {"48/1 0/1 0/1", "N", "180/1 30/1 0/1", "E"});
    row("no side", {"48/1 0/1 0/1", "", "11/1 0/1 0/1", "E"});
    row("the wrong side", {"48/1 0/1 0/1", "E", "11/1 0/1 0/1", "E"});
}

void MetadataTest::readsPlaces()
{
    QFETCH(QList<QByteArray>, written);
    QFETCH(bool, hasPlace);
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    const Metadata metadata = made([&written](Exiv2::ExifData &exif, auto &, auto &) {
        setPlace(exif, written[0].constData(), written[1].constData(), written[2].constData(), written[3].constData());
        exif["Exif.GPSInfo.GPSAltitude"] = Exiv2::URational(1234, 10);
        setBytes(exif, "Exif.GPSInfo.GPSAltitudeRef", QByteArray(1, '\1'), Exiv2::unsignedByte);
    });
    QCOMPARE(metadata.location.has_value(), hasPlace);
    if (hasPlace) {
        QVERIFY(std::abs(metadata.location->latitude - latitude) < 1e-12);
        QVERIFY(std::abs(metadata.location->longitude - longitude) < 1e-12);
        QCOMPARE(metadata.location->altitude.value_or(0), -123.4);
    }
}

void MetadataTest::readsRatings_data()
{
    QTest::addColumn<QByteArray>("attribute");
    QTest::addColumn<int>("rating");
    QTest::addColumn<bool>("rejected");
    QTest::newRow("three") << QByteArray("xmp:Rating='3'") << 3 << false;
    QTest::newRow("none") << QByteArray("xmp:Rating='0'") << 0 << false;
    QTest::newRow("decimal") << QByteArray("xmp:Rating='4.0'") << 4 << false;
    QTest::newRow("rejected") << QByteArray("xmp:Rating='-1'") << -1 << true;
    QTest::newRow("too many") << QByteArray("xmp:Rating='17'") << -1 << false;
    QTest::newRow("words") << QByteArray("xmp:Rating='good'") << -1 << false;
    QTest::newRow("not a number") << QByteArray("xmp:Rating='nan'") << -1 << false;
    QTest::newRow("Windows, two stars") << QByteArray("xmlns:M='http://ns.microsoft.com/photo/1.0/' M:Rating='25'") << 2
                                        << false;
    QTest::newRow("Windows, five stars") << QByteArray("xmlns:M='http://ns.microsoft.com/photo/1.0/' M:Rating='99'")
                                         << 5 << false;
}

void MetadataTest::readsRatings()
{
    QFETCH(QByteArray, attribute);
    QFETCH(int, rating);
    QFETCH(bool, rejected);
    const auto metadata = sidecar(xmpPacket(attribute));
    QVERIFY2(metadata.has_value(), metadata ? "" : qPrintable(metadata.error().forLog()));
    QCOMPARE(metadata->rating.value_or(-1), rating);
    QCOMPARE(metadata->rejected, rejected);
}

void MetadataTest::readsKeywordsOnce()
{
    const Metadata metadata = made([](Exiv2::ExifData &exif, Exiv2::IptcData &iptc, Exiv2::XmpData &xmp) {
        setBytes(exif, "Exif.Image.XPKeywords", utf16(u"london;Fog"_s) + QByteArray(2, '\0'), Exiv2::unsignedByte);
        for (const char *word : {"London", "Bridge", "  "}) {
            Exiv2::StringValue value(word);
            iptc.add(Exiv2::IptcKey("Iptc.Application2.Keywords"), &value);
        }
        xmp["Xmp.dc.subject"] = std::string("LONDON");
        xmp["Xmp.dc.subject"] = std::string("rain");
        xmp["Xmp.lr.hierarchicalSubject"] = std::string("Places|Europe|London");
        xmp["Xmp.digiKam.TagsList"] = std::string("Places/Europe/London");
        xmp["Xmp.digiKam.TagsList"] = std::string("Weather/Drizzle");
    });
    QCOMPARE(metadata.keywords, (QStringList{u"LONDON"_s, u"rain"_s, u"Drizzle"_s, u"Fog"_s, u"Bridge"_s}));
    QCOMPARE(metadata.keywordPaths, (QStringList{u"Places/Europe/London"_s, u"Weather/Drizzle"_s}));
}

void MetadataTest::readsUserComments()
{
    QByteArray swapped = utf16(u"a cat, 张三\nSteps: 20"_s);
    for (qsizetype i = 0; i + 1 < swapped.size(); i += 2) {
        std::swap(swapped[i], swapped[i + 1]);
    }
    const QList<std::pair<QByteArray, QString>> comments{
        {QByteArray("ASCII\0\0\0plain", 13), u"plain"_s},
        {QByteArray("\0\0\0\0\0\0\0\0unsaid", 14), u"unsaid"_s},
        {QByteArray("UNICODE\0", 8) + utf16(u"a cat, 张三"_s), u"a cat, 张三"_s},
        {QByteArray("UNICODE\0", 8) + swapped, u"a cat, 张三\nSteps: 20"_s},
        {QByteArray("UNICODE\0\0", 9), QString()},
    };
    for (const auto &[bytes, expected] : comments) {
        const Metadata metadata = made([&bytes = bytes](Exiv2::ExifData &exif, auto &, auto &) {
            setBytes(exif, "Exif.Photo.UserComment", bytes, Exiv2::undefined);
        });
        QCOMPARE(metadata.userComment, expected);
    }
}

void MetadataTest::readsRegionsUnderAnyPrefix()
{
    const QByteArray packet = xmpPacket(
        {}, "<rs:Regions rdf:parseType='Resource'><rs:AppliedToDimensions dim:w='64' dim:h='48' dim:unit='pixel'/>"
            "<rs:RegionList><rdf:Bag><rdf:li><rdf:Description rs:Name='Ann' rs:Type='Face'>"
            "<rs:Area area:x='0.3' area:y='0.2' area:w='0.2' area:h='0.1' area:unit='normalized'/>"
            "</rdf:Description></rdf:li></rdf:Bag></rs:RegionList></rs:Regions>");
    const Metadata metadata = made([&packet](Exiv2::ExifData &exif, auto &, Exiv2::XmpData &xmp) {
        Exiv2::XmpParser::decode(xmp, packet.toStdString());
        exif["Exif.Image.Orientation"] = std::uint16_t(6);
    });
    QCOMPARE(metadata.regions.size(), 1U);
    QCOMPARE(metadata.regions[0].name, u"Ann"_s);
    QVERIFY(std::abs(metadata.regions[0].x - 0.75) < 1e-9);
    QVERIFY(std::abs(metadata.regions[0].y - 0.2) < 1e-9);
}

void MetadataTest::readsSidecars()
{
    Metadata picture;
    picture.rating = 1;
    picture.keywords = {u"old"_s};
    picture.title = u"Old title"_s;
    picture.description = u"Kept"_s;
    picture.captured = CaptureTime{fromIso(u"2020-01-01T10:00:00.500Z"_s).value(), 60};
    const auto words = sidecar(xmpPacket(
        "xmp:Rating='5' exif:DateTimeOriginal='2020-01-01T10:00:00' exif:GPSLatitude='48,30.6N' "
        "exif:GPSLongitude='11,0E' tiff:Make='Leica' GPano:ProjectionType='equirectangular'",
        "<dc:title><rdf:Alt><rdf:li xml:lang='de'>Neu</rdf:li><rdf:li xml:lang='x-default'>New</rdf:li></rdf:Alt>"
        "</dc:title><dc:subject><rdf:Bag><rdf:li>new</rdf:li></rdf:Bag></dc:subject>"));
    QVERIFY2(words.has_value(), words ? "" : qPrintable(words.error().forLog()));
    const Metadata both = merged(picture, *words);
    QCOMPARE(both.rating.value_or(-1), 5);
    QCOMPARE(both.keywords, QStringList{u"new"_s});
    QCOMPARE(both.title, u"New"_s);
    QCOMPARE(both.description, u"Kept"_s);
    QCOMPARE(both.make, u"Leica"_s);
    QCOMPARE(both.projectionType, u"equirectangular"_s);
    QVERIFY(std::abs(both.location->latitude - 48.51) < 1e-9);
    // The sidecar's date is the same second, so the camera's zone still holds.
    QCOMPARE(both.captured, picture.captured);
    const auto corrected = sidecar(xmpPacket("exif:DateTimeOriginal='2021-01-01T10:00:00+02:00'"));
    QCOMPARE(merged(picture, *corrected).captured->offsetMinutes.value_or(0), 120);
    const auto rejected = sidecar(xmpPacket("xmp:Rating='-1'"));
    QVERIFY(merged(picture, *rejected).rejected);
    QVERIFY(!merged(picture, *rejected).rating.has_value());
}

void MetadataTest::refusesBadSidecars()
{
    QCOMPARE(readSidecar(path(u"none.xmp"_s), {}).error().code, ErrorCode::FileNotFound);
    QCOMPARE(sidecar("this is no XMP").error().code, ErrorCode::FileDamaged);
    QCOMPARE(sidecar("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF").error().code, ErrorCode::FileDamaged);
    QCOMPARE(sidecar(QByteArray(17 * 1024 * 1024, ' ')).error().code, ErrorCode::TooLarge);
    // A billion laughs, and a tower that would take the stack.
    QVERIFY(
        !sidecar("<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>" + xmpPacket("tiff:Make='&b;'")).has_value());
    const QByteArray open = QByteArray("<dc:source rdf:parseType='Resource'>").repeated(100'000);
    const QByteArray close = QByteArray("</dc:source>").repeated(100'000);
    QVERIFY(!sidecar(xmpPacket({}, open + close)).has_value());
}

void MetadataTest::survivesCutsAnywhere()
{
    const Metadata whole = made([](Exiv2::ExifData &exif, Exiv2::IptcData &iptc, Exiv2::XmpData &xmp) {
        exif["Exif.Photo.DateTimeOriginal"] = std::string("2001:02:03 04:05:06");
        exif["Exif.Image.Make"] = std::string("Canon");
        setPlace(exif, "48/1 30/1 36/1", "N", "11/1 0/1 0/1", "E");
        iptc["Iptc.Application2.City"] = std::string("München");
        xmp["Xmp.xmp.Rating"] = std::string("4");
    });
    QCOMPARE(whole.city, u"München"_s);
    QFile file(path(u"made.jpg"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    int failures = 0;
    for (qsizetype size = 0; size < bytes.size(); size += 7) {
        QFile cut(path(u"cut.jpg"_s));
        QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(bytes.first(size)) == size);
        cut.close();
        const auto metadata = readMetadata(cut.fileName(), jpeg);
        failures += metadata ? 0 : 1;
        QVERIFY(!metadata || metadata->make.isEmpty() || metadata->make == whole.make);
    }
    QVERIFY(failures > 0);
}

void MetadataTest::survivesDamageAnywhere()
{
    static_cast<void>(made([](Exiv2::ExifData &exif, auto &, Exiv2::XmpData &xmp) {
        exif["Exif.Photo.DateTimeOriginal"] = std::string("2001:02:03 04:05:06");
        setPlace(exif, "48/1 30/1 36/1", "N", "11/1 0/1 0/1", "E");
        xmp["Xmp.xmp.Rating"] = std::string("4");
    }));
    QFile file(path(u"made.jpg"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    // Every byte of the Exif directories: counts, offsets that point back (a circle), types.
    for (qsizetype at = 20; at < std::min<qsizetype>(whole.size(), 420); ++at) {
        for (const char value : {'\0', '\x08', '\xff'}) {
            QByteArray bytes = whole;
            bytes[at] = value;
            QFile damaged(path(u"damaged.jpg"_s));
            QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(bytes) == bytes.size());
            damaged.close();
            const auto metadata = readMetadata(damaged.fileName(), jpeg);
            QVERIFY(!metadata || !metadata->location || std::abs(metadata->location->latitude) <= 90);
        }
    }
}

void MetadataTest::readsOnManyThreads()
{
    const QByteArray packet = xmpPacket("xmp:Rating='3' xmlns:odd='http://example.com/odd/' odd:value='1'");
    static_cast<void>(
        made([&packet](auto &, auto &, Exiv2::XmpData &xmp) { Exiv2::XmpParser::decode(xmp, packet.toStdString()); }));
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 6; ++i) {
            threads.emplace_back([this, &right] {
                for (int j = 0; j < 40; ++j) {
                    const auto metadata = readMetadata(path(u"made.jpg"_s), jpeg);
                    right += metadata && metadata->rating == 3 ? 1 : 0;
                }
            });
        }
    }
    QCOMPARE(right.load(), 240);
}

void MetadataTest::readsValues()
{
    QCOMPARE(exposureText(0.00025), u"1/4000"_s);
    QCOMPARE(exposureText(0.25), u"1/4"_s);
    QCOMPARE(exposureText(0.3), u"0.3"_s);
    QCOMPARE(exposureText(30), u"30"_s);
    QCOMPARE(exposureText(0), QString());
    QVERIFY(!parseXmpDegrees(u"N").has_value());
    QVERIFY(!parseXmpDegrees(u"1,2,3,4N").has_value());
    QVERIFY(!parseXmpDegrees(u"nan,2N").has_value());
    QCOMPARE(parseXmpDegrees(u"51,30,36S").value_or(0), -51.51);
    QCOMPARE(parseIso6709(u"-34.5+138.25/")->longitude, 138.25);
    QVERIFY(!parseIso6709(u"+34.5/").has_value());
    QVERIFY(!parseIso6709(u"+0.0000+000.0000/").has_value());
    QVERIFY(!parseIso6709(u"+94.5+138.25/").has_value());
    QVERIFY(!parseIso6709(u"+1..2+3/").has_value());
}

QTEST_GUILESS_MAIN(MetadataTest)
#include "tst_metadata.moc"
