// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/test_data.h"
#include "unit/storage/small_disk.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// A computer on which something is wrong: each time the program says what, and what helps, and breaks nothing.
class BadStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUseIsSaid_data();
    void wrongUseIsSaid();
    void newerDatabaseIsLeftAlone();
    void damagedDatabaseIsSaid_data();
    void damagedDatabaseIsSaid();
    void portInUseIsSaid();
    void foreignAddressIsSaid();
    void secondInstanceIsSaid();
    void wrongModelIsSaid();
    void folderThatCannotBeWrittenIsSaid();
    void fullDiskRefusesUploads();
    void fullDiskHoldsAnImportUntilThereIsRoom();
};

namespace {

/// A library with one photo, closed.
bool makeLibrary(const QString &data)
{
    KinframeProcess kinframe(data);
    return kinframe.start() && kinframe.client().upload(u"a.jpg"_s, madeJpeg(1)).status == 201 &&
           waitUntilIdle(kinframe.client()) && kinframe.stop();
}

/// Overwrites bytes in the middle of a file.
bool patch(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}

/// Why a kind of work stands still; empty where it does not.
QString holdOf(const HttpClient &client, const QString &kind)
{
    const QJsonArray jobs = client.get(u"/api/progress"_s).object().value("jobs"_L1).toArray();
    for (const QJsonValue job : jobs) {
        if (job.toObject().value("kind"_L1).toString() == kind) {
            return job.toObject().value("hold"_L1).toString();
        }
    }
    return {};
}

/// Every command that opens the library, and the server.
void verifyRefused(const QString &data, const QByteArray &sentence)
{
    for (const QStringList &words : {QStringList{u"serve"_s, u"--port"_s, u"0"_s}, QStringList{u"status"_s}}) {
        const CommandRun run = runKinframe(words + QStringList{u"--data"_s, data});
        QVERIFY2(run.exitCode == 1, run.text().constData());
        QVERIFY2(run.error.startsWith("kinframe: ") && run.error.contains(sentence), run.text().constData());
        QVERIFY(run.output.isEmpty());
    }
}

} // namespace

void BadStateTest::wrongUseIsSaid_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *words) { QTest::newRow(words) << QString::fromLatin1(words).split(u' '); };
    for (const char *words : {"fly", "serve --fly", "serve extra", "serve --port 70000", "serve --port x", "import",
                              "recognize", "recognize a b", "recognize a --size 0", "recognize a --size 1001", "user",
                              "user add", "key", "key create extra", "models", "models use", "backup", "restore a b"}) {
        row(words);
    }
}

void BadStateTest::wrongUseIsSaid()
{
    QFETCH(QStringList, words);
    const QTemporaryDir folder;
    const CommandRun run = runKinframe(words + QStringList{u"--data"_s, folder.filePath(u"library"_s)});
    QVERIFY2(run.exitCode == 2, run.text().constData());
    QVERIFY2(run.error.startsWith("kinframe: ") && run.error.contains("kinframe --help"), run.text().constData());
    QVERIFY(run.output.isEmpty());
    QVERIFY(!QFile::exists(folder.filePath(u"library"_s)));
}

void BadStateTest::newerDatabaseIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString data = folder.filePath(u"library"_s);
    QVERIFY(makeLibrary(data));
    // Where SQLite keeps PRAGMA user_version.
    QVERIFY(patch(data + u"/kinframe.db"_s, 60, QByteArray("\x00\x00\x03\xe7", 4)));
    const QByteArray before = bytesOf(data + u"/kinframe.db"_s);
    verifyRefused(data, "written by a newer Kinframe (version 999; this one knows");
    QVERIFY(bytesOf(data + u"/kinframe.db"_s) == before);
}

void BadStateTest::damagedDatabaseIsSaid_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("the head is noise") << qint64(0) << QByteArray(200, '\x5a');
    QTest::newRow("it is a text") << qint64(0) << QByteArray("Dear diary, ").repeated(1000);
    QTest::newRow("its first pages are noise") << qint64(100) << QByteArray(30'000, '\xa5');
}

void BadStateTest::damagedDatabaseIsSaid()
{
    QFETCH(qint64, offset);
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString data = folder.filePath(u"library"_s);
    QVERIFY(makeLibrary(data));
    QVERIFY(patch(data + u"/kinframe.db"_s, offset, bytes));
    const QByteArray before = bytesOf(data + u"/kinframe.db"_s);
    const QByteArray sentence =
        "The database “" + data.toUtf8() +
        "/kinframe.db” is damaged. Your photos are safe; restore the database with “kinframe restore”.";
    verifyRefused(data, sentence);
    QVERIFY(bytesOf(data + u"/kinframe.db"_s) == before);
    QCOMPARE(filesBelow(data + u"/blobs"_s).size(), 1);
}

void BadStateTest::portInUseIsSaid()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QTemporaryDir folder;
    const QString port = QString::number(other.serverPort());
    const CommandRun run = runKinframe({u"serve"_s, u"--port"_s, port, u"--data"_s, folder.filePath(u"library"_s)});
    QVERIFY2(run.exitCode == 1, run.text().constData());
    QVERIFY2(QString::fromUtf8(run.error).contains(
                 u"Port %1 is used by another program. Choose another with --port."_s.arg(port)),
             run.text().constData());
}

void BadStateTest::foreignAddressIsSaid()
{
    const QTemporaryDir folder;
    const CommandRun run = runKinframe(
        {u"serve"_s, u"--host"_s, u"192.0.2.1"_s, u"--port"_s, u"0"_s, u"--data"_s, folder.filePath(u"library"_s)});
    QVERIFY2(run.exitCode == 1, run.text().constData());
    QVERIFY2(run.error.contains("This computer has no address “192.0.2.1”."), run.text().constData());
}

void BadStateTest::secondInstanceIsSaid()
{
    KinframeProcess first;
    QVERIFY2(first.start(), first.log().constData());
    const CommandRun second = first.command({u"serve"_s, u"--port"_s, u"0"_s});
    QVERIFY2(second.exitCode == 1, second.text().constData());
    QVERIFY2(second.error.contains("is in use by another Kinframe. Close it first."), second.text().constData());
    // The first one does not mind, and the other commands go through it.
    QCOMPARE(first.client().get(u"/api/status"_s).status, 200);
    const CommandRun status = first.command({u"status"_s});
    QVERIFY2(status.exitCode == 0, status.text().constData());
    // The one that has been killed leaves the library to the next.
    first.kill();
    QVERIFY2(first.start(), first.log().constData());
    QVERIFY2(first.stop(), first.log().constData());
}

void BadStateTest::wrongModelIsSaid()
{
    if (const QString reason = missingModels(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    const QTemporaryDir folder;
    const QDir models(qEnvironmentVariable("KINFRAME_MODELS"));
    for (const QString &name : models.entryList({u"*.onnx"_s}, QDir::Files)) {
        QByteArray bytes = bytesOf(models.filePath(name));
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        QVERIFY(writeBytes(folder.filePath(name), bytes));
    }
    const QByteArray before = qgetenv("KINFRAME_MODELS");
    qputenv("KINFRAME_MODELS", folder.path().toLocal8Bit());
    const CommandRun run =
        runKinframe({u"recognize"_s, testPath(u"groups/two_people.jpg"_s), u"--data"_s, folder.filePath(u"library"_s)});
    qputenv("KINFRAME_MODELS", before);
    QVERIFY2(run.exitCode == 1, run.text().constData());
    QVERIFY2(run.error.contains("is not the file it should be. Delete it, then run “kinframe models fetch”."),
             run.text().constData());
}

void BadStateTest::folderThatCannotBeWrittenIsSaid()
{
    // A file where the folder should be: that stops root, too.
    const QTemporaryDir folder;
    QVERIFY(writeBytes(folder.filePath(u"file"_s), "x"));
    const CommandRun run = runKinframe({u"status"_s, u"--data"_s, folder.filePath(u"file/library"_s)});
    QVERIFY2(run.exitCode == 1, run.text().constData());
    QVERIFY2(run.error.contains(folder.filePath(u"file/library"_s).toUtf8()), run.text().constData());
    QVERIFY2(!run.error.contains("Something went wrong inside Kinframe"), run.text().constData());
}

void BadStateTest::fullDiskRefusesUploads()
{
    const SmallDisk disk(64);
    if (!disk.isMounted()) {
        QSKIP("Only root may make a small disk.");
    }
    KinframeProcess kinframe(disk.filePath(u"library"_s));
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    const HttpClient client = kinframe.client().withHeaders({"Accept-Language: en"});
    const HttpAnswer answer = client.upload(u"a.jpg"_s, madeJpeg(1));
    QVERIFY2(answer.status == 507, answer.text().constData());
    QVERIFY2(answer.message().contains("is full. Free at least "_L1), answer.text().constData());
    QCOMPARE(filesBelow(disk.filePath(u"library/tmp"_s)), QStringList());
    QCOMPARE(filesBelow(disk.filePath(u"library/blobs"_s)), QStringList());
    const QJsonObject counts = client.get(u"/api/status"_s).object().value("counts"_L1).toObject();
    QCOMPARE(counts.value("assets"_L1).toInt(-1), 0);
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
}

void BadStateTest::fullDiskHoldsAnImportUntilThereIsRoom()
{
    SmallDisk disk(32);
    if (!disk.isMounted()) {
        QSKIP("Only root may make a small disk.");
    }
    const QTemporaryDir folder;
    const QString large = folder.filePath(u"large.jpg"_s);
    QVERIFY(writeBytes(large, madeJpeg(2) + QByteArray(60'000'000, 'x')));
    KinframeProcess kinframe(disk.filePath(u"library"_s));
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    const HttpClient client = kinframe.client().withHeaders({"Accept-Language: en"});
    const HttpAnswer started = client.post(u"/api/import"_s, {{u"paths"_s, QJsonArray{large}}});
    QVERIFY2(started.status == 201, started.text().constData());
    QString hold;
    QVERIFY(waitUntil([&] {
        hold = holdOf(client, u"import"_s);
        return !hold.isEmpty();
    }));
    QVERIFY2(hold.startsWith(u"The disk with “%1"_s.arg(disk.filePath(u"library"_s))), qPrintable(hold));
    QVERIFY2(hold.contains(" is full. Free at least "_L1), qPrintable(hold));
    QCOMPARE(filesBelow(disk.filePath(u"library/tmp"_s)), QStringList());
    QCOMPARE(filesBelow(disk.filePath(u"library/blobs"_s)), QStringList());
    // The import itself says it too.
    const QString run = u"/api/import/"_s + started.object().value("id"_L1).toString();
    QVERIFY(waitUntil([&] {
        const QJsonObject json = client.get(run).object();
        return json.value("state"_L1).toString() == "running"_L1 &&
               json.value("hold"_L1).toString().contains(" is full. Free at least "_L1);
    }));
    // With room again it goes on by itself.
    QVERIFY(disk.grow(512));
    QVERIFY(waitUntil([&] { return client.get(run).object().value("state"_L1).toString() == "done"_L1; }));
    QVERIFY(client.get(run).object().value("hold"_L1).isNull());
    QCOMPARE(client.get(run).object().value("added"_L1).toInt(), 1);
    QVERIFY(waitUntilIdle(client));
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
}

QTEST_GUILESS_MAIN(BadStateTest)
#include "tst_bad_state.moc"
