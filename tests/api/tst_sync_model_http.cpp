// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/image_calls.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/sync_copy.h"

#include <QJsonDocument>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

/// One call of a copy.
void step(SyncCopy &copy)
{
    if (const HttpAnswer answer = copy.step(); answer.status != 200) {
        qFatal("%s", answer.text().constData());
    }
}

} // namespace

/// Changes at random and clients that keep copies, over HTTP, while the program works on the pictures: in the end every
/// copy is what the server has.
class SyncModelHttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCopyIsTheSame();

private:
    void change();

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
    std::mt19937 m_random{20'261'122};
};

void SyncModelHttpTest::change()
{
    constexpr int files = 40;
    const QByteArray bytes = madeJpeg(int(m_random() % files));
    const QString hash = sha256Of(bytes);
    const auto what = m_random() % 10;
    HttpAnswer answer;
    if (what < 4) {
        answer = m_client.upload(u"a.jpg"_s, bytes);
    } else if (what < 7) {
        answer = m_client.post(u"/api/images"_s,
                               {{hash, QJsonObject{{u"rating"_s, int(m_random() % 6)},
                                                   {u"tag_%1"_s.arg(m_random() % 5), m_random() % 2 == 0}}}});
    } else {
        const QByteArray body = QJsonDocument(QJsonObject{{u"hashes"_s, QJsonArray{hash}}}).toJson();
        answer = m_client.send("DELETE", what == 9 ? u"/api/images?force=true"_s : u"/api/images"_s, body,
                               "application/json");
    }
    QVERIFY2(answer.status / 100 == 2, answer.text().constData());
}

void SyncModelHttpTest::everyCopyIsTheSame()
{
    constexpr int rounds = 800;
    constexpr qint64 fiveMinutesMs = 300'000;
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
    std::vector<SyncCopy> copies;
    copies.emplace_back(m_client, SyncCopy::Kind::Exact, 3, 0);
    copies.emplace_back(m_client, SyncCopy::Kind::Exact, 1000, fiveMinutesMs);
    copies.emplace_back(m_client, SyncCopy::Kind::OwnClock, 4, 0);
    copies.emplace_back(m_client, SyncCopy::Kind::OwnClock, 7, fiveMinutesMs);
    copies.emplace_back(m_client, SyncCopy::Kind::OwnClock, 5, -fiveMinutesMs);
    for (int round = 0; round < rounds; ++round) {
        change();
        step(copies[m_random() % copies.size()]);
    }
    // The program may still be at work on the pictures, each with a change more.
    QVERIFY(waitUntil([&] {
        for (SyncCopy &copy : copies) {
            step(copy);
        }
        SyncCopy fresh(m_client, SyncCopy::Kind::Exact, 10'000, 1000);
        step(fresh);
        return !fresh.held().isEmpty() && std::all_of(copies.begin(), copies.end(), [&](const SyncCopy &copy) {
            return copy.held() == fresh.held();
        });
    }));
}

QTEST_GUILESS_MAIN(SyncModelHttpTest)
#include "tst_sync_model_http.moc"
