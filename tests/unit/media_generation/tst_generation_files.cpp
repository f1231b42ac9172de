// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the metadata of whole files says about how they were made.
#include "media/file_type.h"
#include "media/metadata.h"
#include "media/metadata_exiv2.h"
#include "unit/media_generation/comfy_graphs.h"
#include "unit/media_generation/made_texts.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <functional>
#include <map>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;
using namespace kinframe::media::test;

namespace {

using Describe = std::function<void(Exiv2::ExifData &, Exiv2::XmpData &)>;

const QString parameters = u"a cat, 一只猫\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: "
                           "965400086, Size: 512x512, Model: dream"_s;

void setBytes(Exiv2::ExifData &exif, const char *key, const QByteArray &bytes, Exiv2::TypeId type)
{
    const auto value = Exiv2::Value::create(type);
    value->read(reinterpret_cast<const Exiv2::byte *>(bytes.constData()), std::uint32_t(bytes.size()),
                Exiv2::littleEndian);
    exif.add(Exiv2::ExifKey(key), value.get());
}

QByteArray unicodeComment(const QString &text)
{
    QByteArray bytes("UNICODE\0", 8);
    for (const QChar c : text) {
        bytes += char(c.unicode() >> 8);
        bytes += char(c.unicode() & 0xff);
    }
    return bytes;
}

QByteArray littleEndian(qint64 number, int size)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i) {
        bytes += char(number >> (8 * i) & 0xff);
    }
    return bytes;
}

/// Exif with those texts, as programs write it that know of no limit; Exiv2 leaves long ones out.
QByteArray exifOf(const std::map<int, QByteArray> &tags)
{
    constexpr qsizetype ascii = 2;
    const qsizetype textsAt = 8 + 2 + 12 * qsizetype(tags.size()) + 4;
    QByteArray entries = littleEndian(qint64(tags.size()), 2);
    QByteArray texts;
    for (const auto &[tag, text] : tags) {
        entries += littleEndian(tag, 2) + littleEndian(ascii, 2) + littleEndian(text.size() + 1, 4) +
                   littleEndian(textsAt + texts.size(), 4);
        texts += text + '\0';
    }
    return QByteArray("II*\0\10\0\0\0", 8) + entries + littleEndian(0, 4) + texts;
}

QByteArray riffChunk(const QByteArray &type, const QByteArray &content)
{
    return type + littleEndian(content.size(), 4) + content + QByteArray(content.size() % 2, '\0');
}

/// A grey picture of 64 x 48 with that Exif.
QByteArray webpWith(const QByteArray &exif)
{
    std::vector<unsigned char> plain;
    cv::imencode(".webp", cv::Mat(48, 64, CV_8UC3, cv::Scalar(90, 90, 90)), plain);
    constexpr qsizetype headerSize = 12;
    const QByteArray picture(reinterpret_cast<const char *>(plain.data()) + headerSize,
                             qsizetype(plain.size()) - headerSize);
    const QByteArray extended = QByteArray("\10\0\0\0", 4) + littleEndian(63, 3) + littleEndian(47, 3);
    return riffChunk("RIFF", "WEBP" + riffChunk("VP8X", extended) + picture + riffChunk("EXIF", exif));
}

} // namespace

class GenerationFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPng();
    void readsPngWithBrokenTexts();
    void readsComments_data();
    void readsComments();
    void readsGraphsOfExif_data();
    void readsGraphsOfExif();
    void readsXmp();
    void readsTheCommentOfJpeg();
    void findsNothingInPhotos();
    void keepsGenerationWithSidecars();

private:
    [[nodiscard]] Result<Metadata> reading(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] Metadata written(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] Metadata described(const QString &suffix, const Describe &describe) const;

    QTemporaryDir m_folder;
};

/// The metadata of a file with those bytes.
Result<Metadata> GenerationFilesTest::reading(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("The file could not be written.");
    }
    file.close();
    const auto type = sniffFileType(path, name);
    return type ? readMetadata(path, *type) : failed(type);
}

/// The same, where it can be read.
Metadata GenerationFilesTest::written(const QString &name, const QByteArray &bytes) const
{
    const auto metadata = reading(name, bytes);
    if (!metadata) {
        qFatal("%s", qPrintable(metadata.error().forLog()));
    }
    return *metadata;
}

/// The metadata of a grey picture that says that.
Metadata GenerationFilesTest::described(const QString &suffix, const Describe &describe) const
{
    std::vector<unsigned char> bytes;
    if (!cv::imencode(suffix.toStdString(), cv::Mat(48, 64, CV_8UC3, cv::Scalar(90, 90, 90)), bytes)) {
        qFatal("The picture could not be made.");
    }
    const QString name = u"described"_s + suffix;
    (void)written(name, QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())));
    const auto image = openWithExiv2(m_folder.filePath(name));
    if (!image || !*image) {
        qFatal("The picture could not be opened.");
    }
    describe((*image)->exifData(), (*image)->xmpData());
    (*image)->writeMetadata();
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("The picture could not be read.");
    }
    return written(u"copy"_s + suffix, file.readAll());
}

void GenerationFilesTest::readsPng()
{
    const Metadata metadata =
        written(u"a.png"_s, png(internationalChunk("parameters", parameters.toUtf8(), Packing::Zlib)));
    QVERIFY(metadata.generation);
    QCOMPARE(metadata.generation->tool, u"AUTOMATIC1111"_s);
    QCOMPARE(metadata.generation->prompt, u"a cat, 一只猫"_s);
    QCOMPARE(metadata.generation->seed, 965400086ULL);
    QCOMPARE(metadata.width, 8);

    const Metadata graph = written(u"b.png"_s, png({}, textChunk("prompt", usualPrompt.toUtf8())));
    QVERIFY(graph.generation);
    QCOMPARE(graph.generation->model, u"v1-5-pruned-emaonly"_s);
}

void GenerationFilesTest::readsPngWithBrokenTexts()
{
    const QByteArray bomb = packed(QByteArray(64 * 1024 * 1024, 'a'));
    const auto bombed = reading(u"bomb.png"_s, png(packedTextChunk("parameters", bomb)));
    QVERIFY(bombed ? !bombed->generation : bombed.error().code == ErrorCode::FileDamaged);

    // Exiv2 gives up at what it cannot unpack.
    const QByteArray xmp(32 * 1024 * 1024, 'a');
    const Metadata others = written(u"others.png"_s, png(packedTextChunk("Raw profile type exif", bomb) +
                                                         internationalChunk("XML:com.adobe.xmp", xmp, Packing::Zlib) +
                                                         textChunk("parameters", parameters.toUtf8())));
    QVERIFY(others.generation);
    QCOMPARE(others.generation->model, u"dream"_s);

    const Metadata deep = written(u"deep.png"_s, png(textChunk("prompt", QByteArray("{\"a\":").repeated(500'000))));
    QVERIFY(!deep.generation);
    QCOMPARE(deep.width, 8);

    const QByteArray large(10 * 1024 * 1024, 'a');
    const Metadata good =
        written(u"good.png"_s, png(textChunk("prompt", large) + textChunk("workflow", QByteArray(4096, '\0')),
                                   textChunk("parameters", parameters.toUtf8())));
    QVERIFY(good.generation);
    QCOMPARE(good.generation->model, u"dream"_s);
    QCOMPARE(good.width, 8);

    const QByteArray cut = png(textChunk("parameters", parameters.toUtf8())).chopped(30);
    QVERIFY(written(u"cut.png"_s, cut).generation);
}

void GenerationFilesTest::readsComments_data()
{
    QTest::addColumn<QString>("suffix");
    for (const QString &suffix : {u".jpg"_s, u".webp"_s, u".png"_s}) {
        QTest::newRow(qPrintable(suffix)) << suffix;
    }
}

void GenerationFilesTest::readsComments()
{
    QFETCH(const QString, suffix);
    const Metadata a1111 = described(suffix, [](Exiv2::ExifData &exif, auto &) {
        setBytes(exif, "Exif.Photo.UserComment", unicodeComment(parameters), Exiv2::undefined);
    });
    QVERIFY(a1111.generation);
    QCOMPARE(a1111.generation->prompt, u"a cat, 一只猫"_s);
    QCOMPARE(a1111.generation->steps, 20);
    QCOMPARE(a1111.userComment, parameters);

    // Fooocus leaves the name of the charset out, and chooses another place.
    const Metadata fooocus = described(suffix, [](Exiv2::ExifData &exif, auto &) {
        exif["Exif.Image.Software"] = std::string("Fooocus v2.5.5");
        setBytes(exif, "Exif.Image.0x9286",
                 "{\"metadata_scheme\": \"fooocus\", \"prompt\": \"a fish\", \"seed\": \"7\"}", Exiv2::asciiString);
    });
    QVERIFY(fooocus.generation);
    QCOMPARE(fooocus.generation->tool, u"Fooocus"_s);
    QCOMPARE(fooocus.generation->seed, 7ULL);
    QCOMPARE(fooocus.software, u"Fooocus v2.5.5"_s);
}

void GenerationFilesTest::readsGraphsOfExif_data()
{
    QTest::addColumn<int>("promptTag");
    QTest::addColumn<int>("workflowTag");
    QTest::newRow("ComfyUI") << 0x110 << 0x10f;
    QTest::newRow("WAS") << 0x10f << 0x10e;
}

void GenerationFilesTest::readsGraphsOfExif()
{
    QFETCH(const int, promptTag);
    QFETCH(const int, workflowTag);
    // Longer than other texts may be, and than a JPEG could hold.
    const QByteArray notes = QByteArray("{\"id\": 1, \"type\": \"Note\"},").repeated(8000);
    const std::map<int, QByteArray> tags{{promptTag, "prompt:" + usualPrompt.toUtf8()},
                                         {workflowTag, "workflow:{\"nodes\": [" + notes + "{}]}"}};
    const Metadata metadata = written(u"graph.webp"_s, webpWith(exifOf(tags)));
    QVERIFY(metadata.generation);
    QCOMPARE(metadata.generation->tool, u"ComfyUI"_s);
    QCOMPARE(metadata.generation->seed, 156680208700286ULL);
    QCOMPARE(metadata.generation->prompt, u"beautiful scenery, \"glass\" bottle\nгалактика"_s);
    QVERIFY(metadata.generation->workflow.size() > notes.size());
    QVERIFY(metadata.make.isEmpty() && metadata.model.isEmpty() && metadata.description.isEmpty());
}

void GenerationFilesTest::readsXmp()
{
    const Metadata metadata = described(u".jpg"_s, [](auto &, Exiv2::XmpData &xmp) {
        xmp["Xmp.dc.description"] = "lang=x-default " + parameters.toStdString();
    });
    QVERIFY(metadata.generation);
    QCOMPARE(metadata.generation->negativePrompt, u"dog"_s);
}

void GenerationFilesTest::readsTheCommentOfJpeg()
{
    std::vector<unsigned char> plain;
    QVERIFY(cv::imencode(".jpg", cv::Mat(48, 64, CV_8UC3, cv::Scalar(90, 90, 90)), plain));
    QByteArray bytes(reinterpret_cast<const char *>(plain.data()), qsizetype(plain.size()));
    const QByteArray text = parameters.toUtf8();
    const auto size = text.size() + 2;
    bytes.insert(2, QByteArray("\xff\xfe") + char(size >> 8) + char(size & 0xff) + text);
    const Metadata metadata = written(u"comment.jpg"_s, bytes);
    QVERIFY(metadata.generation);
    QCOMPARE(metadata.generation->prompt, u"a cat, 一只猫"_s);
}

void GenerationFilesTest::findsNothingInPhotos()
{
    const Metadata metadata = described(u".jpg"_s, [](Exiv2::ExifData &exif, Exiv2::XmpData &xmp) {
        exif["Exif.Image.Make"] = std::string("Canon");
        exif["Exif.Image.Model"] = std::string("Canon EOS 6D");
        exif["Exif.Image.ImageDescription"] = std::string("Steps: up to the church, Size: large");
        setBytes(exif, "Exif.Photo.UserComment", QByteArray("ASCII\0\0\0workflow: none", 22), Exiv2::undefined);
        xmp["Xmp.dc.description"] = "lang=x-default prompt: a walk";
    });
    QVERIFY(!metadata.generation);
    QCOMPARE(metadata.cameraName(), u"Canon EOS 6D"_s);
    QVERIFY(!metadata.description.isEmpty());
}

void GenerationFilesTest::keepsGenerationWithSidecars()
{
    Metadata file;
    file.generation = Generation();
    file.generation->tool = u"ComfyUI"_s;
    Metadata sidecar;
    sidecar.rating = 5;
    const Metadata both = merged(file, sidecar);
    QVERIFY(both.generation);
    QCOMPARE(both.rating.value_or(0), 5);
}

QTEST_GUILESS_MAIN(GenerationFilesTest)
#include "tst_generation_files.moc"
