// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/image_calls.h"
#include "api/kinframe_process.h"
#include "api/made_files.h"

#include <QJsonDocument>
#include <QTest>

#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int images = 400;
constexpr int kills = 16;
constexpr int longestLifeMs = 60; // about as long as a call takes, so that some are cut short and others are not
constexpr unsigned seed = 7;

QByteArray jsonOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

/// The program is killed in the middle of calls over many images: each is done whole or not at all, and what was
/// answered is done.
class ImagesKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void editsAreWholeOrNotAtAll();
    void deletionIsWholeOrNotAtAll();
    void cleanupTestCase();

private:
    /// Sends the call and kills the program after so long; whether an answer came before that.
    bool callAndKill(const QByteArray &method, const QString &path, const QByteArray &body, int lifeMs);
    void startAgain()
    {
        QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
        m_client = m_kinframe.client();
    }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
    QStringList m_hashes;
    std::mt19937 m_random{seed};
};

void ImagesKillTest::initTestCase()
{
    startAgain();
    QList<ImageFile> files;
    for (int i = 0; i < images; ++i) {
        files << ImageFile{u"made.jpg"_s, madeJpeg(i)};
        m_hashes << sha256Of(files.last().bytes);
    }
    const HttpAnswer taken = putImages(m_client, files);
    QVERIFY2(taken.status == 201, taken.text().constData());
    QCOMPARE(taken.object().value("success"_L1).toArray().size(), images);
}

bool ImagesKillTest::callAndKill(const QByteArray &method, const QString &path, const QByteArray &body, int lifeMs)
{
    bool answered = false;
    std::thread caller(
        [&, client = m_client] { answered = client.send(method, path, body, "application/json").status == 200; });
    // When it dies is what this test is about; the moment is drawn, not awaited.
    QTest::qSleep(lifeMs);
    m_kinframe.kill();
    caller.join();
    return answered;
}

void ImagesKillTest::editsAreWholeOrNotAtAll()
{
    int last = 0;
    int done = 0;
    std::uniform_int_distribution<int> lifetime(1, longestLifeMs);
    for (int round = 1; round <= kills; ++round) {
        QJsonObject body;
        for (const QString &hash : m_hashes) {
            body.insert(hash,
                        QJsonObject{{u"round"_s, round}, {u"rating"_s, round % 6}, {u"tag_round"_s, round % 2 == 0}});
        }
        const bool answered = callAndKill("POST", u"/api/images"_s, jsonOf(body), lifetime(m_random));
        startAgain();
        const int became = metadataOf(m_client, m_hashes.first()).value("round"_L1).toInt();
        QVERIFY(became == round || (became == last && !answered));
        done += became == round ? 1 : 0;
        last = became;
        for (const QString &hash : m_hashes) {
            const QJsonObject metadata = metadataOf(m_client, hash);
            QCOMPARE(metadata.value("round"_L1).toInt(), last);
            if (last > 0) {
                QCOMPARE(metadata.value("rating"_L1).toInt(), last % 6);
                QCOMPARE(metadata.value("tag_round"_L1).toBool(), last % 2 == 0);
            }
        }
    }
    qInfo() << done << "of" << kills << "edits were done when the program died";
}

void ImagesKillTest::deletionIsWholeOrNotAtAll()
{
    std::uniform_int_distribution<int> lifetime(1, longestLifeMs);
    QStringList left = m_hashes;
    while (!left.isEmpty()) {
        const QStringList some = left.mid(0, images / 8);
        const QByteArray body = jsonOf({{u"hashes"_s, QJsonArray::fromStringList(some)}});
        const bool answered = callAndKill("DELETE", u"/api/images?force=true"_s, body, lifetime(m_random));
        startAgain();
        const bool isGone = m_client.get(imagePath(some.first())).status == 404;
        QVERIFY(isGone || !answered);
        for (const QString &hash : some) {
            QCOMPARE(m_client.get(imagePath(hash)).status, isGone ? 404 : 200);
            QCOMPARE(m_client.get(imagePath(hash, u"/content"_s)).status, isGone ? 404 : 200);
        }
        if (isGone) {
            left = left.mid(some.size());
        }
    }
    // The next start has swept what was deleted as the program died.
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    startAgain();
    QTRY_COMPARE_WITH_TIMEOUT(filesBelow(m_kinframe.data() + u"/blobs"_s), QStringList(), 60'000);
    const CommandRun checked = m_kinframe.command({u"check"_s});
    QVERIFY2(checked.exitCode == 0, checked.text().constData());
}

void ImagesKillTest::cleanupTestCase()
{
    if (m_kinframe.isRunning()) {
        QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    }
}

QTEST_GUILESS_MAIN(ImagesKillTest)
#include "tst_images_kill.moc"
