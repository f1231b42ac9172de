// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/test_data.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int kills = 32;
constexpr int madePhotos = 150;
constexpr int shortestLifeMs = 20;
constexpr int longestLifeMs = 1500;
constexpr unsigned seed = 4;

} // namespace

/// The program is killed again and again while it imports, takes uploads and looks for faces. Whatever it has said it
/// has, it has in the end: once, whole, and nothing else.
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrDoubled();

private:
    void liveFor(int ms);
    void work(int ms, const QElapsedTimer &life);

    KinframeProcess m_kinframe;
    QSet<QString> m_hashes; ///< of everything that was to be imported or was acknowledged
    int m_uploaded = 0;
};

/// Uploads as long as it may live; what is answered 201 must never be lost.
void KillTest::work(int ms, const QElapsedTimer &life)
{
    const HttpClient client = m_kinframe.client();
    (void)client.post(u"/api/recognition/run"_s);
    for (int i = 0; i < 2 && life.elapsed() < ms; ++i) {
        const QByteArray bytes = madeJpeg(10'000 + m_uploaded++);
        if (client.upload(u"uploaded.jpg"_s, bytes).status == 201) {
            m_hashes.insert(sha256Of(bytes));
        }
    }
}

void KillTest::liveFor(int ms)
{
    QElapsedTimer life;
    life.start();
    m_kinframe.launch();
    if (m_kinframe.waitReady(ms)) {
        work(ms, life);
    }
    // When it dies is what this test is about; the moment is drawn, not awaited.
    QTest::qSleep(static_cast<int>(std::max<qint64>(1, ms - life.elapsed())));
    m_kinframe.kill();
}

void KillTest::nothingIsLostOrDoubled()
{
    if (!missingModels().isEmpty()) {
        QSKIP(qPrintable(missingModels())); // Without them no photo is ever done.
    }
    const QTemporaryDir folder;
    QStringList paths = writeJpegs(folder.filePath(u"made"_s), madePhotos);
    if (missingPhotos().isEmpty()) {
        paths += testFiles(u"photos"_s) + testFiles(u"groups"_s);
    }
    for (const QString &path : paths) {
        m_hashes.insert(sha256Of(bytesOf(path)));
    }
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    const HttpAnswer started =
        m_kinframe.client().post(u"/api/import"_s, {{u"paths"_s, QJsonArray::fromStringList(paths)}});
    QVERIFY2(started.status == 201, started.text().constData());
    m_kinframe.kill();

    std::mt19937 random(seed);
    std::uniform_int_distribution<int> lifetime(shortestLifeMs, longestLifeMs);
    for (int i = 0; i < kills; ++i) {
        liveFor(lifetime(random));
    }

    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    const HttpClient client = m_kinframe.client();
    QVERIFY2(waitUntilIdle(client), m_kinframe.log().constData());
    const QString run = u"/api/import/"_s + started.object().value("id"_L1).toString();
    QCOMPARE(client.get(run).object().value("state"_L1).toString(), u"done"_s);
    QCOMPARE(client.get(run).object().value("failed"_L1).toInt(-1), 0);

    // An upload whose answer never came may have been taken or not; everything else is exactly what it was.
    QSet<QString> allowed = m_hashes;
    for (int i = 0; i < m_uploaded; ++i) {
        allowed.insert(sha256Of(madeJpeg(10'000 + i)));
    }
    const QStringList blobs = filesBelow(m_kinframe.data() + u"/blobs"_s);
    QSet<QString> stored;
    for (const QString &blob : blobs) {
        const QString hash = blob.section(u'/', -1);
        QCOMPARE(blob, blobName(hash));
        QCOMPARE(sha256Of(bytesOf(m_kinframe.data() + u"/blobs/"_s + blob)), hash);
        stored.insert(hash);
    }
    QVERIFY2(stored.contains(m_hashes), "A photo was lost.");
    QVERIFY2(allowed.contains(stored), "There are bytes of nobody.");

    const QJsonObject counts = client.get(u"/api/status"_s).object().value("counts"_L1).toObject();
    QCOMPARE(counts.value("assets"_L1).toInteger(), stored.size());
    QCOMPARE(counts.value("failed"_L1).toInteger(), 0);
    for (const QString &path : paths) {
        const QByteArray bytes = bytesOf(path);
        const QString photo = u"/api/asset/"_s + ownerAssetId(bytes);
        const HttpAnswer answer = client.get(photo);
        QVERIFY2(answer.object().value("status"_L1).toString() == "done"_L1, answer.text().constData());
        QVERIFY2(answer.object().value("width"_L1).toInt() > 0, answer.text().constData());
        QVERIFY(client.get(photo + u"/original"_s).body == bytes);
        QCOMPARE(client.get(photo + u"/thumbnail"_s).status, 200);
        QCOMPARE(client.get(photo + u"/thumbnail?size=preview"_s).status, 200);
    }
    const CommandRun checked = m_kinframe.command({u"check"_s});
    QVERIFY2(checked.exitCode == 0, checked.text().constData());
    QVERIFY2(!checked.output.contains("unknown"), checked.text().constData());
    QCOMPARE(filesBelow(m_kinframe.data() + u"/tmp"_s), QStringList());
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(KillTest)
#include "tst_kill.moc"
