// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/render_calls.h"

#include <QTest>

#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int kills = 20;
constexpr int longestLifeMs = 120; // some uploads take longer, most do not
constexpr unsigned seed = 11;

} // namespace

/// The program is killed while files come in, whole and in pieces: what was answered is there, what was not can be sent
/// again, and an upload in pieces goes on where its bytes end.
class RenderKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startAgain(); }
    void whatWasAnsweredIsThere();
    void piecesGoOnWhereTheyEnd_data();
    void piecesGoOnWhereTheyEnd();
    void nothingIsLeftBehind();
    void cleanupTestCase();

private:
    void startAgain()
    {
        QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
        m_client = m_kinframe.client();
    }
    /// Runs `work` and kills the program after so long.
    template <typename Work>
    void workAndKill(Work work, int lifeMs)
    {
        std::thread worker(work);
        // When it dies is what this test is about; the moment is drawn, not awaited.
        QTest::qSleep(lifeMs);
        m_kinframe.kill();
        worker.join();
    }
    [[nodiscard]] bool isStored(const QByteArray &bytes) const
    {
        const QJsonObject asked{{u"hashes"_s, QJsonArray{QString::fromLatin1(md5Of(bytes))}}};
        const QJsonValue existing = dataOf(m_client.post(u"/api/files/check-hashes"_s, asked)).value("existing"_L1);
        if (existing.toArray().isEmpty()) {
            return false;
        }
        const QString link =
            dataOf(m_client.get(u"/api/files/download-url/%1"_s.arg(existing[0]["asset_id"_L1].toInt())))
                .value("download_url"_L1)
                .toString();
        return m_kinframe.anybody().get(link.mid(m_kinframe.url().size())).body == bytes;
    }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
    std::mt19937 m_random{seed};
    QList<QByteArray> m_stored;
};

void RenderKillTest::whatWasAnsweredIsThere()
{
    std::uniform_int_distribution<int> lifetime(1, longestLifeMs);
    int answered = 0;
    for (int round = 0; round < kills; ++round) {
        QList<QByteArray> files;
        for (int i = 0; i < 10; ++i) {
            files << madeBytes(200'000, 100 * round + i);
        }
        QList<int> statuses;
        workAndKill(
            [&, client = m_client] {
                for (const QByteArray &bytes : files) {
                    statuses << putFile(client, bytes).status;
                }
            },
            lifetime(m_random));
        startAgain();
        for (int i = 0; i < files.size(); ++i) {
            QVERIFY(statuses[i] != 201 || isStored(files[i]));
            answered += statuses[i] == 201 ? 1 : 0;
        }
        const HttpAnswer again = putFile(m_client, files.last());
        QVERIFY2(again.status / 100 == 2, again.text().constData());
        m_stored << files.last();
    }
    qInfo() << answered << "of" << 10 * kills << "uploads were answered before the program died";
}

void RenderKillTest::piecesGoOnWhereTheyEnd_data()
{
    QTest::addColumn<bool>("isChecked");
    QTest::newRow("as they come") << false;
    QTest::newRow("with checksums") << true;
}

void RenderKillTest::piecesGoOnWhereTheyEnd()
{
    QFETCH(const bool, isChecked);
    constexpr qsizetype size = 8'000'000;
    constexpr qsizetype piece = 1'000'000;
    const QByteArray bytes = madeBytes(size, isChecked ? 5001 : 5000);
    const QString upload = beginTus(m_client, size, "hash " + md5Of(bytes).toBase64());
    QVERIFY(!upload.isEmpty());
    int longest = longestLifeMs / 4;
    int lives = 0;
    int inVain = 0;
    qint64 last = 0;
    for (qint64 offset = 0; offset < size; offset = offsetOf(m_client, upload)) {
        QVERIFY2(offset >= last, "what had come is gone");
        QVERIFY(!isChecked || offset % piece == 0);
        inVain = offset > last ? 0 : inVain + 1;
        constexpr int often = 5;
        constexpr int mostMs = 10'000;
        longest = inVain > often ? std::min(2 * longest, mostMs) : longest; // A slow disk takes longer for a piece.
        last = offset;
        ++lives;
        workAndKill(
            [&, client = m_client, at = offset]() mutable {
                for (bool isTaken = true; isTaken && at < size; at += piece) {
                    const QByteArray part = bytes.mid(at, piece - at % piece);
                    const QByteArray checksum = QByteArray::fromHex(sha256Of(part).toLatin1()).toBase64();
                    const QList<QByteArray> more =
                        isChecked ? QList<QByteArray>{"Upload-Checksum: sha256 " + checksum} : QList<QByteArray>();
                    isTaken = sendPiece(client, upload, at, part, more).status == 204;
                    at -= at % piece;
                }
            },
            std::uniform_int_distribution<int>(1, longest)(m_random));
        startAgain();
    }
    qInfo() << "it took" << lives << "lives of the program";
    QVERIFY(lives > 1);
    QVERIFY(isStored(bytes));
    m_stored << bytes;
}

void RenderKillTest::nothingIsLeftBehind()
{
    for (const QByteArray &bytes : m_stored) {
        QVERIFY(isStored(bytes));
    }
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    startAgain();
    QTRY_COMPARE_WITH_TIMEOUT(filesBelow(m_kinframe.data() + u"/uploads"_s), QStringList(), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(filesBelow(m_kinframe.data() + u"/tmp"_s), QStringList(), 60'000);
    const CommandRun checked = m_kinframe.command({u"check"_s});
    QVERIFY2(checked.exitCode == 0, checked.text().constData());
}

void RenderKillTest::cleanupTestCase()
{
    QVERIFY(!m_kinframe.isRunning() || m_kinframe.stop());
}

QTEST_GUILESS_MAIN(RenderKillTest)
#include "tst_render_kill.moc"
