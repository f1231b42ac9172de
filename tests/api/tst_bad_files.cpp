// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/test_data.h"

#include <QDir>
#include <QFile>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// Files that cannot be taken or shown: each is refused by name, with what is wrong and what helps, and leaves nothing.
class BadFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void uploadIsRefused_data();
    void uploadIsRefused();
    void pictureCannotBeShown_data();
    void pictureCannotBeShown();
    void pathIsRefused_data();
    void pathIsRefused();
    void folderWithBadFilesIsImportedButForThem();
    void fileThatShrinksWhileItIsReadLeavesNothing_data();
    void fileThatShrinksWhileItIsReadLeavesNothing();
    void nothingIsLeft();
    void cleanupTestCase();

private:
    [[nodiscard]] qint64 assets() const
    {
        const QJsonObject status = m_client.get(u"/api/status"_s).object();
        return status.value("counts"_L1).toObject().value("assets"_L1).toInteger(-1);
    }

    QTemporaryDir m_folder;
    KinframeProcess m_kinframe;
    HttpClient m_client;
};

void BadFilesTest::initTestCase()
{
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client().withHeaders({"Accept-Language: en"});
}

void BadFilesTest::uploadIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("problem");
    QTest::newRow("empty") << u"empty.jpg"_s << QByteArray() << 400
                           << u"“empty.jpg” is empty. Copy it again from where it came."_s;
    QTest::newRow("text")
        << u"text.jpg"_s << QByteArray("Dear diary, today I took no photo.\n") << 415
        << u"“text.jpg” is neither a picture nor a video that Kinframe knows, whatever its name says."_s;
    QTest::newRow("noise") << u"noise.mp4"_s << QByteArray(5000, '\x9d') << 415 << u"“noise.mp4” is neither"_s;
    QTest::newRow("program") << u"photo.png"_s
                             << QByteArray("\x7f"
                                           "ELF\x02\x01\x01",
                                           7) +
                                    QByteArray(500, '\0')
                             << 415 << u"“photo.png” is neither"_s;
}

void BadFilesTest::uploadIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QString, problem);
    const qint64 before = assets();
    const HttpAnswer answer = m_client.upload(name, bytes);
    QVERIFY2(answer.status == status, answer.text().constData());
    QCOMPARE(answer.object().value("statusCode"_L1).toInt(), status);
    QVERIFY2(answer.message().startsWith(problem), answer.text().constData());
    QCOMPARE(assets(), before);
}

void BadFilesTest::pictureCannotBeShown_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    QTest::newRow("huge PNG") << u"huge.png"_s << hugePng(60'000, 60'000)
                              << u"“huge.png” claims to be 60000 x 60000 pixels; more than "_s;
    const QByteArray jpeg = madeJpeg(1);
    QTest::newRow("half JPEG") << u"half.jpg"_s << jpeg.first(jpeg.size() / 2)
                               << u"“half.jpg” ends too early: it was not copied whole. Copy it again."_s;
    QTest::newRow("PNG without pixels") << u"short.png"_s << hugePng(640, 480) << u"“short.png” "_s;
    if (missingPhotos().isEmpty()) {
        const QByteArray png = bytesOf(testPath(u"photos/Alex_Lacamoire/alex-lacamoire.png"_s));
        QTest::newRow("half PNG") << u"half.png"_s << png.first(png.size() / 2) << u"“half.png” ends too early"_s;
        const QByteArray heic = bytesOf(testPath(u"heic/IMG_2682.heic"_s));
        QTest::newRow("half HEIC") << u"half.heic"_s << heic.first(heic.size() / 2) << u"“half.heic” ends too early"_s;
        const QByteArray movie = bytesOf(testPath(u"live/IMG_0728.MOV"_s));
        QTest::newRow("half MOV") << u"half.mov"_s << movie.first(movie.size() / 2) << u"“half.mov” ends too early"_s;
    }
}

void BadFilesTest::pictureCannotBeShown()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    const HttpAnswer added = m_client.upload(name, bytes);
    QVERIFY2(added.status == 201, added.text().constData());
    const QString id = added.object().value("id"_L1).toString();
    const QJsonObject photo = waitForPhoto(m_client, id);
    QCOMPARE(photo.value("status"_L1).toString(), u"failed"_s);
    QCOMPARE(photo.value("faces"_L1), QJsonValue(QJsonArray()));
    QVERIFY2(photo.value("error"_L1).toString().startsWith(problem), qPrintable(photo.value("error"_L1).toString()));
    // The bytes are the person's all the same.
    QCOMPARE(m_client.get(u"/api/asset/%1/original"_s.arg(id)).body, bytes);
    QCOMPARE(m_client.get(u"/api/asset/%1/thumbnail"_s.arg(id)).status, 404);
}

void BadFilesTest::pathIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("problem");
    QTest::newRow("folder") << m_folder.path() << 400 << u" is a folder. Give a file in it."_s;
    QTest::newRow("missing") << m_folder.filePath(u"missing.jpg"_s) << 404 << u" does not exist. Check the name."_s;
    QTest::newRow("relative") << u"photo.jpg"_s << 400 << u"an absolute path"_s;
#ifdef Q_OS_UNIX
    const QString pipe = m_folder.filePath(u"pipe.jpg"_s);
    QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    QTest::newRow("pipe") << pipe << 400 << u"cannot be read: it is not an ordinary file"_s;
    QTest::newRow("device") << u"/dev/zero"_s << 400 << u"cannot be read: it is not an ordinary file"_s;
    const QString link = m_folder.filePath(u"link.jpg"_s);
    QVERIFY(QFile::link(m_folder.filePath(u"nowhere.jpg"_s), link));
    QTest::newRow("link to nowhere") << link << 404 << u" does not exist"_s;
    const QString loop = m_folder.filePath(u"loop.jpg"_s);
    QVERIFY(QFile::link(loop, loop));
    QTest::newRow("link to itself") << loop << 404 << u" does not exist"_s;
#endif
}

void BadFilesTest::pathIsRefused()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QString, problem);
    const qint64 before = assets();
    const HttpAnswer answer = m_client.post(u"/api/import/file"_s, {{u"path"_s, path}});
    QVERIFY2(answer.status == status, answer.text().constData());
    QVERIFY2(answer.message().contains(problem), answer.text().constData());
    QVERIFY2(answer.message().contains(path), answer.text().constData());
    QCOMPARE(assets(), before);
}

void BadFilesTest::folderWithBadFilesIsImportedButForThem()
{
    const QString folder = m_folder.filePath(u"mixed"_s);
    QCOMPARE(writeJpegs(folder, 5, 100).size(), 5);
    QVERIFY(writeBytes(folder + u"/empty.jpg"_s, {}));
    QVERIFY(writeBytes(folder + u"/text.png"_s, "no picture"));
    QVERIFY(writeBytes(folder + u"/notes.txt"_s, "not even named like one"));
    const QString missing = m_folder.filePath(u"missing"_s);
    const QJsonObject run = importAndWait(m_client, {folder, missing});
    QCOMPARE(run.value("state"_L1).toString(), u"done"_s);
    QCOMPARE(run.value("found"_L1).toInt(), 8);
    QCOMPARE(run.value("added"_L1).toInt(), 5);
    QCOMPARE(run.value("failed"_L1).toInt(), 3);
    const QJsonArray failures = failuresOf(m_client, run.value("id"_L1).toString());
    QCOMPARE(failures.size(), 3);
    const QStringList paths{missing, folder + u"/empty.jpg"_s, folder + u"/text.png"_s};
    const QStringList codes{u"file_not_found"_s, u"file_empty"_s, u"file_not_media"_s};
    for (const QJsonValue value : failures) {
        const QJsonObject failure = value.toObject();
        const qsizetype index = paths.indexOf(failure.value("path"_L1).toString());
        QVERIFY(index >= 0);
        QCOMPARE(failure.value("code"_L1).toString(), codes[index]);
        QVERIFY(failure.value("message"_L1).toString().contains(paths[index]));
    }
    const CommandRun again = m_kinframe.command({u"import"_s, folder});
    QVERIFY2(again.exitCode == 1, again.text().constData());
    QCOMPARE(again.output, QByteArray("0 added, 5 already there, 2 failed\n"));
    QVERIFY2(again.error.contains("empty.jpg") && again.error.contains("text.png"), again.text().constData());
}

void BadFilesTest::fileThatShrinksWhileItIsReadLeavesNothing_data()
{
    QTest::addColumn<bool>("inPlace");
    QTest::newRow("copied") << false;
    QTest::newRow("in place") << true;
}

void BadFilesTest::fileThatShrinksWhileItIsReadLeavesNothing()
{
#ifdef Q_OS_LINUX
    QFETCH(bool, inPlace);
    const QString path = m_folder.filePath(u"large-%1.jpg"_s.arg(inPlace));
    QVERIFY(writeBytes(path, madeJpeg(7)));
    // Long enough to be caught while it is open; a sparse file costs no disk.
    QVERIFY(QFile::resize(path, 600'000'000));
    const qint64 before = assets();
    const QJsonObject body{{u"paths"_s, QJsonArray{path}}, {u"inPlace"_s, inPlace}};
    const HttpAnswer started = m_client.post(u"/api/import"_s, body);
    QVERIFY2(started.status == 201, started.text().constData());
    const QDir open(u"/proc/%1/fd"_s.arg(m_kinframe.ready().value("pid"_L1).toInteger()));
    QVERIFY(waitUntil([&] {
        const QFileInfoList files = open.entryInfoList(QDir::Files | QDir::System);
        return std::any_of(files.begin(), files.end(),
                           [&](const QFileInfo &file) { return file.symLinkTarget() == path; });
    }));
    QVERIFY(QFile::resize(path, 1000));
    const QString id = started.object().value("id"_L1).toString();
    QJsonObject run;
    QVERIFY(waitUntil([&] {
        run = m_client.get(u"/api/import/"_s + id).object();
        return run.value("state"_L1).toString() != "running"_L1;
    }));
    QCOMPARE(run.value("failed"_L1).toInt(), 1);
    const QJsonObject failure = failuresOf(m_client, id).first().toObject();
    const QString code = failure.value("code"_L1).toString();
    QVERIFY2(code == "file_vanished"_L1 || code == "file_changed"_L1, qPrintable(code));
    QVERIFY(failure.value("message"_L1).toString().contains(path));
    QCOMPARE(assets(), before);
#else
    QSKIP("Only Linux tells which files a program has open.");
#endif
}

void BadFilesTest::nothingIsLeft()
{
    QVERIFY(waitUntilIdle(m_client));
    QTRY_COMPARE_WITH_TIMEOUT(filesBelow(m_kinframe.data() + u"/tmp"_s), QStringList(), 60'000);
    QCOMPARE(filesBelow(m_kinframe.data() + u"/blobs"_s).size(), assets());
    const CommandRun checked = m_kinframe.command({u"check"_s});
    QVERIFY2(checked.exitCode == 0 && !checked.output.contains("unknown"), checked.text().constData());
}

void BadFilesTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(BadFilesTest)
#include "tst_bad_files.moc"
