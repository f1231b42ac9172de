// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/motion_photo.h"
#include "unit/media/described_picture.h"
#include "unit/media/made_video.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

QByteArray big(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray little(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray box(const char *type, const QByteArray &payload)
{
    return big(quint32(payload.size()) + 8) + type + payload;
}

QByteArray still()
{
    return QByteArray("\xff\xd8\xff\xe0", 4) + QByteArray(400, 'p') + QByteArray("\xff\xd9", 2);
}

QByteArray video()
{
    return box("ftyp", "mp42\0\0\0\0") + box("moov", QByteArray(60, 'm')) + box("mdat", QByteArray(200, 'd'));
}

/// Samsung's trailer with one block in it.
QByteArray trailer(const QByteArray &data)
{
    const QByteArray name = "MotionPhoto_Data";
    const QByteArray block = QByteArray("\0\0\x30\x0a", 4) + little(quint32(name.size())) + name + data;
    const QByteArray directory = "SEFH" + little(106) + little(1) + QByteArray("\0\0\x30\x0a", 4) +
                                 little(quint32(block.size())) + little(quint32(block.size()));
    return block + directory + little(quint32(directory.size())) + "SEFT";
}

std::optional<EmbeddedVideo> locate(QByteArray bytes, const MotionPhotoHints &hints = {})
{
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::ReadOnly) ? locateEmbeddedVideo(buffer, hints) : std::nullopt;
}

MotionPhotoHints items(const std::vector<MotionPhotoHints::Item> &list)
{
    return {true, std::nullopt, list};
}

} // namespace

class MotionPhotoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByOffsetFromTheEnd();
    void findsByTheListOfParts();
    void findsInSamsungsTrailer();
    void findsInTheBoxOfHeif();
    void leavesPaddingBehind();
    void believesNoHintWithoutAVideo_data();
    void believesNoHintWithoutAVideo();
    void survivesCutsAnywhere();
    void survivesDamageAnywhere();
    void readsTheHintsOfAFile();
    void findsSamsungsVideo();
};

void MotionPhotoTest::findsByOffsetFromTheEnd()
{
    const EmbeddedVideo expected{still().size(), video().size()};
    QCOMPARE(locate(still() + video(), {true, video().size(), {}}), std::optional(expected));
    QVERIFY(!locate(still() + video(), {false, video().size(), {}}).has_value());
}

void MotionPhotoTest::findsByTheListOfParts()
{
    const QByteArray gain(50, 'g');
    const QByteArray bytes = still() + gain + video();
    const EmbeddedVideo expected{still().size() + gain.size(), video().size()};
    QCOMPARE(locate(bytes, items({{u"Primary"_s, 0, 0}, {u"GainMap"_s, 50, 0}, {u"MotionPhoto"_s, video().size(), 0}})),
             std::optional(expected));
    const QByteArray swapped = still() + video() + gain;
    const EmbeddedVideo before{still().size(), video().size()};
    QCOMPARE(
        locate(swapped, items({{u"Primary"_s, 0, 0}, {u"MotionPhoto"_s, video().size(), 0}, {u"GainMap"_s, 50, 0}})),
        std::optional(before));
}

void MotionPhotoTest::findsInSamsungsTrailer()
{
    const QByteArray bytes = still() + trailer(video());
    const auto found = locate(bytes);
    QVERIFY(found.has_value());
    QCOMPARE(bytes.mid(found->offset, found->length), video());
    QVERIFY(!locate(still() + trailer("mpv2 and a number")).has_value());
}

void MotionPhotoTest::findsInTheBoxOfHeif()
{
    const QByteArray head =
        box("ftyp", "heic\0\0\0\0") + box("mdat", QByteArray(100, 'x')) + box("meta", QByteArray(30, 'y'));
    const auto found = locate(head + box("mpvd", video()) + box("sefd", "z"));
    QCOMPARE(found, std::optional(EmbeddedVideo{head.size() + 8, video().size()}));
    QVERIFY(!locate(head + box("mpvd", "no video")).has_value());
}

void MotionPhotoTest::leavesPaddingBehind()
{
    const QByteArray padding(30, '\0');
    const auto found = locate(still() + video() + padding, {true, video().size() + padding.size(), {}});
    QCOMPARE(found, std::optional(EmbeddedVideo{still().size(), video().size()}));
}

void MotionPhotoTest::believesNoHintWithoutAVideo_data()
{
    QTest::addColumn<MotionPhotoHints>("hints");
    constexpr qint64 largest = std::numeric_limits<qint64>::max();
    QTest::newRow("the file's beginning") << MotionPhotoHints{true, still().size() + video().size(), {}};
    QTest::newRow("one byte off") << MotionPhotoHints{true, video().size() + 1, {}};
    QTest::newRow("nothing") << MotionPhotoHints{true, 0, {}};
    QTest::newRow("negative") << MotionPhotoHints{true, -5, {}};
    QTest::newRow("largest") << MotionPhotoHints{true, largest, {}};
    QTest::newRow("larger than the file") << items({{u"MotionPhoto"_s, 1'000'000, 0}});
    QTest::newRow("sum over the largest number")
        << items({{u"MotionPhoto"_s, largest, largest}, {u"GainMap"_s, largest, 1}});
    QTest::newRow("negative length") << items({{u"MotionPhoto"_s, -1, 0}});
    QTest::newRow("negative padding") << items({{u"MotionPhoto"_s, 10, -100}});
}

void MotionPhotoTest::believesNoHintWithoutAVideo()
{
    QFETCH(MotionPhotoHints, hints);
    QVERIFY(!locate(still() + video(), hints).has_value());
}

void MotionPhotoTest::survivesCutsAnywhere()
{
    const QByteArray head = box("ftyp", "heic\0\0\0\0");
    const QList<QByteArray> files{still() + trailer(video()), head + box("mpvd", video()), still() + video()};
    for (const QByteArray &whole : files) {
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto found =
                locate(whole.first(size), {true, video().size(), {{u"MotionPhoto"_s, video().size(), 0}}});
            QVERIFY(!found || (found->offset >= 0 && found->length > 0 && found->offset + found->length <= size));
        }
    }
}

void MotionPhotoTest::survivesDamageAnywhere()
{
    const QByteArray whole = still() + trailer(video());
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const char value : {'\0', '\x7f', '\xff'}) {
            QByteArray bytes = whole;
            bytes[at] = value;
            const auto found = locate(bytes);
            QVERIFY(!found ||
                    (found->offset >= 0 && found->length > 0 && found->offset + found->length <= bytes.size()));
        }
    }
}

void MotionPhotoTest::readsTheHintsOfAFile()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"motion.jpg"_s);
    const QString clipName = folder.filePath(u"clip.mp4"_s);
    QVERIFY(test::makeVideo(clipName, {.frames = 5, .paint = [](cv::Mat &, int) {}}));
    QFile clip(clipName);
    QVERIFY(clip.open(QIODevice::ReadOnly));
    const QByteArray film = clip.readAll();
    const QByteArray packet =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        "<rdf:Description rdf:about='' xmlns:Camera='http://ns.google.com/photos/1.0/camera/' "
        "xmlns:C='http://ns.google.com/photos/1.0/container/' "
        "xmlns:I='http://ns.google.com/photos/1.0/container/item/' "
        "Camera:MotionPhoto='1'><C:Directory><rdf:Seq>"
        "<rdf:li rdf:parseType='Resource'><C:Item I:Mime='image/jpeg' I:Semantic='Primary' I:Length='0'/></rdf:li>"
        "<rdf:li rdf:parseType='Resource'><C:Item I:Mime='video/mp4' I:Semantic='MotionPhoto' I:Length='" +
        QByteArray::number(film.size()) +
        "'/></rdf:li></rdf:Seq></C:Directory></rdf:Description></rdf:RDF></x:xmpmeta>";
    QVERIFY(test::makePicture(name, [&](auto &, auto &, Exiv2::XmpData &xmp) {
        QCOMPARE(Exiv2::XmpParser::decode(xmp, packet.toStdString()), 0);
    }));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 stillSize = file.size();
    QVERIFY(!findEmbeddedVideo(name).value().has_value());
    file.seek(stillSize);
    QCOMPARE(file.write(film), film.size());
    file.close();
    const auto found = findEmbeddedVideo(name);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().forLog()));
    QCOMPARE(*found, std::optional(EmbeddedVideo{stillSize, film.size()}));
}

void MotionPhotoTest::findsSamsungsVideo()
{
    const QDir data(qEnvironmentVariable("KINFRAME_TESTDATA"));
    const QString name = data.filePath(u"live/samsung-one-ui-6.heic"_s);
    if (qEnvironmentVariableIsEmpty("KINFRAME_TESTDATA") || !QFile::exists(name)) {
        QSKIP("KINFRAME_TESTDATA names no folder with a motion photo of Samsung.");
    }
    const auto found = findEmbeddedVideo(name);
    QVERIFY(found.has_value() && found->has_value());
    // ExifTool: MotionPhotoVideo, 3226469 bytes.
    QCOMPARE((*found)->offset, 452284);
    QCOMPARE((*found)->length, 3226469);
    QVERIFY(!findEmbeddedVideo(data.filePath(u"live/IMG_4580.HEIC"_s)).value().has_value());
    QVERIFY(!findEmbeddedVideo(data.filePath(u"live/IMG_0728.JPG"_s)).value().has_value());
}

QTEST_GUILESS_MAIN(MotionPhotoTest)
#include "tst_motion_photo.moc"
