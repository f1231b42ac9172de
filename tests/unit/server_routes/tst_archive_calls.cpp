// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"

#include "base/digest.h"
#include "base/ids.h"
#include "server/routes/zip_stream.h"

#include <QProcess>
#include <QStandardPaths>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Archives of many photos: how they are divided, and whether other programs read them.
class ArchiveCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ImmichCalls>(); }
    void cleanup() { QCOMPARE(m->problems, QStringList()); }
    void archivesAreDivided();
    void whatIsAskedForIsIn();
    void wrongInputIsRefused();
    void otherProgramsReadIt();
    void namesAreUsedOnce();
    void anEmptyArchiveIsOneToo();
    void aFileThatChangedBreaksOff();
    void largeFilesNeedWiderNumbers();

private:
    QUuid addFile(const QString &name, const QByteArray &bytes);
    QJsonObject info(const QJsonObject &body)
    {
        return m->object("POST", "/api/download/info", body, u"DownloadResponseDto"_s);
    }
    /// What `unzip` gives out; nothing where it is not there.
    static std::optional<QByteArray> unzip(const QStringList &arguments)
    {
        const QString program = QStandardPaths::findExecutable(u"unzip"_s);
        if (program.isEmpty()) {
            return std::nullopt;
        }
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(120'000);
        return process.exitCode() == 0 ? process.readAllStandardOutput()
                                       : "failed: " + process.readAllStandardOutput() + process.readAllStandardError();
    }

    std::unique_ptr<ImmichCalls> m;
};

QUuid ArchiveCallsTest::addFile(const QString &name, const QByteArray &bytes)
{
    const QUuid uuid = m->api.addAsset(1'600'000'000'000);
    const QString path = m->api.folder.filePath(toText(uuid));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
    file.close();
    const auto digests = m->api.blobs->addCopyOf(path);
    if (!digests) {
        qFatal("cannot keep %s", qPrintable(path));
    }
    m->api.run("UPDATE blob SET sha256 = ?2, size = ?3 WHERE id = (SELECT blob_id FROM asset WHERE uuid = ?1)", uuid,
               digests->sha256, bytes.size());
    m->api.run("UPDATE asset SET file_name = ?2, size = ?3 WHERE uuid = ?1", uuid, name, bytes.size());
    return uuid;
}

void ArchiveCallsTest::archivesAreDivided()
{
    std::vector<QUuid> photos;
    for (const int size : {40, 50, 10, 200, 30}) {
        photos.push_back(m->api.addAsset(1));
        m->api.run("UPDATE asset SET size = ?2 WHERE uuid = ?1", photos.back(), size);
    }
    const QJsonObject answer = info({{u"assetIds"_s, ImmichCalls::texts(photos)}, {u"archiveSize"_s, 100}});
    QCOMPARE(m->status, 201);
    QCOMPARE(answer.value("totalSize"_L1).toInt(), 330);
    const QJsonArray archives = answer.value("archives"_L1).toArray();
    QCOMPARE(archives.size(), 3);
    QCOMPARE(archives.at(0).toObject(),
             (QJsonObject{{u"size"_s, 100}, {u"assetIds"_s, ImmichCalls::texts({photos[0], photos[1], photos[2]})}}));
    QCOMPARE(archives.at(1).toObject().value("size"_L1).toInt(), 200);
    QCOMPARE(archives.at(2).toObject().value("size"_L1).toInt(), 30);
    QCOMPARE(info({{u"assetIds"_s, ImmichCalls::texts(photos)}}).value("archives"_L1).toArray().size(), 1);
}

void ArchiveCallsTest::whatIsAskedForIsIn()
{
    const QUuid picture = m->api.addAsset(1);
    const QUuid video = m->api.addAsset(2);
    const QUuid trashed = m->api.addAsset(3);
    m->api.run("UPDATE asset SET is_hidden = 1 WHERE uuid = ?1", video);
    m->api.run("UPDATE asset SET live_video_id = (SELECT id FROM asset WHERE uuid = ?2) WHERE uuid = ?1", picture,
               video);
    m->api.run("UPDATE asset SET trashed_at = 1 WHERE uuid = ?1", trashed);
    const auto ids = [&](const QJsonObject &body) {
        return info(body).value("archives"_L1).toArray().at(0).toObject().value("assetIds"_L1).toArray();
    };
    const QJsonArray both = ImmichCalls::texts({picture, video});
    QCOMPARE(ids({{u"assetIds"_s, ImmichCalls::texts({picture})}}), both);
    QCOMPARE(ids({{u"assetIds"_s, both}}), both);
    QCOMPARE(ids({{u"userId"_s, toText(m->api.owner.uuid)}}), both);
    const QJsonValue album =
        m->object("POST", "/api/albums", {{u"albumName"_s, u"A"_s}, {u"assetIds"_s, ImmichCalls::texts({picture})}})
            .value("id"_L1);
    QCOMPARE(ids({{u"albumId"_s, album}}), both);
}

void ArchiveCallsTest::wrongInputIsRefused()
{
    const QJsonObject nobody{{u"assetIds"_s, ImmichCalls::texts({newUuid()})}};
    for (const QJsonObject &body :
         {QJsonObject{{u"archiveSize"_s, 5}}, nobody, QJsonObject{{u"userId"_s, toText(newUuid())}},
          QJsonObject{{u"albumId"_s, toText(newUuid())}},
          QJsonObject{{u"assetIds"_s, QJsonArray()}, {u"archiveSize"_s, 0}}}) {
        info(body);
        QCOMPARE(m->status, 400);
    }
    m->call("POST", "/api/download/archive", nobody);
    QCOMPARE(m->status, 400);
    const QUuid lost = m->api.addAsset(1); // Its bytes are nowhere.
    m->call("POST", "/api/download/archive", {{u"assetIds"_s, ImmichCalls::texts({lost})}});
    QCOMPARE(m->status, 400);
}

void ArchiveCallsTest::otherProgramsReadIt()
{
    const QByteArray large = randomBytes(700'000);
    const std::vector<QUuid> photos{addFile(u"海 Zürich.jpg"_s, "first"), addFile(u"a.jpg"_s, large),
                                    addFile(u"A.jpg"_s, "second"), addFile(u"empty.jpg"_s, "e")};
    const QByteArray body =
        QJsonDocument(QJsonObject{{u"assetIds"_s, ImmichCalls::texts(photos)}}).toJson(QJsonDocument::Compact);
    const http::Reply reply = m->api.post("/api/download/archive", body);
    QCOMPARE(reply.status(), 200);
    const auto *stream = std::get_if<http::Reply::Stream>(&reply.body());
    QVERIFY(stream);
    const QByteArray bytes = ApiFixture::bodyOf(reply);
    QCOMPARE(qint64(bytes.size()), stream->length);
    const QString path = m->api.folder.filePath(u"photos.zip"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const auto tested = unzip({u"-t"_s, path});
    if (!tested) {
        QSKIP("unzip is not here.");
    }
    QVERIFY2(tested->contains("No errors detected"), tested->constData());
    QCOMPARE(*unzip({u"-p"_s, path, u"a.jpg"_s}), large);
    QCOMPARE(*unzip({u"-p"_s, path, u"A+1.jpg"_s}), QByteArray("second"));
    QProcess::execute(u"unzip"_s, {u"-q"_s, path, u"-d"_s, m->api.folder.filePath(u"out"_s)});
    QFile first(m->api.folder.filePath(u"out/海 Zürich.jpg"_s));
    QVERIFY(first.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), QByteArray("first"));
}

void ArchiveCallsTest::namesAreUsedOnce()
{
    server::ZipNames names;
    QCOMPARE(names.take(u"a.jpg"_s, u"x"_s), u"a.jpg"_s);
    QCOMPARE(names.take(u"a+1.jpg"_s, u"x"_s), u"a+1.jpg"_s);
    QCOMPARE(names.take(u"A.JPG"_s, u"x"_s), u"A+2.JPG"_s);
    QCOMPARE(names.take(u"noend"_s, u"x"_s), u"noend"_s);
    QCOMPARE(names.take(u"noend"_s, u"x"_s), u"noend+1"_s);
    QVERIFY(!names.take(u"../../etc/passwd"_s, u"x"_s).contains(u'/'));
    QCOMPARE(names.take(u""_s, u"x"_s), u"x"_s);
}

void ArchiveCallsTest::anEmptyArchiveIsOneToo()
{
    server::ZipStream zip({});
    const auto end = zip.next();
    QVERIFY(end);
    QCOMPARE(end->size(), 22);
    QCOMPARE(zip.length(), 22);
    QVERIFY(zip.next()->isEmpty());
}

void ArchiveCallsTest::aFileThatChangedBreaksOff()
{
    const QString path = m->api.folder.filePath(u"file"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("12345") == 5);
    file.close();
    server::ZipStream longer({{u"a"_s, path, 6, 0}});
    QCOMPARE(longer.next().error().code, ErrorCode::FileChanged);
    server::ZipStream gone({{u"a"_s, path + u'x', 5, 0}});
    QCOMPARE(gone.next().error().code, ErrorCode::FileVanished);
}

/// The files have holes, so they take no room here; what stands behind them in the archive needs ZIP64.
void ArchiveCallsTest::largeFilesNeedWiderNumbers()
{
    constexpr qint64 size = (qint64(1) << 32) + 5;
    const QString big = m->api.folder.filePath(u"big"_s);
    QFile file(big);
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (!file.resize(size)) {
        QSKIP("No files with holes here.");
    }
    file.close();
    const QString small = m->api.folder.filePath(u"small"_s);
    QFile other(small);
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("behind") == 6);
    other.close();
    server::ZipStream zip({{u"big.mov"_s, big, size, 0}, {u"small.jpg"_s, small, 6, 0}});
    const QString path = m->api.folder.filePath(u"big.zip"_s);
    QFile archive(path);
    QVERIFY(archive.open(QIODevice::WriteOnly));
    qint64 total = 0;
    for (;;) {
        const auto piece = zip.next();
        QVERIFY(piece);
        if (piece->isEmpty()) {
            break;
        }
        // Zeros stay holes.
        const bool isHole = piece->size() > 1000 && piece->count('\0') == piece->size();
        QVERIFY(isHole ? archive.seek(total + piece->size()) : archive.write(*piece) == piece->size());
        total += piece->size();
    }
    archive.close();
    QCOMPARE(total, zip.length());
    const auto list = unzip({u"-v"_s, path});
    if (!list) {
        QSKIP("unzip is not here.");
    }
    QVERIFY2(list->contains("4294967301"), list->constData());
    QCOMPARE(*unzip({u"-p"_s, path, u"small.jpg"_s}), QByteArray("behind"));
}

QTEST_GUILESS_MAIN(ArchiveCallsTest)
#include "tst_archive_calls.moc"
