// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/image_calls.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

QString now(qint64 isOffMs)
{
    return QDateTime::currentDateTimeUtc().addMSecs(isOffMs).toString(Qt::ISODateWithMs);
}

/// A copy of the library as a client keeps it, down to the last member of every asset.
class Copy
{
public:
    enum class Kind { Exact, OwnClock };

    Copy(HttpClient client, Kind kind, int pageSize, qint64 isOffMs)
        : m_client(std::move(client))
        , m_kind(kind)
        , m_pageSize(pageSize)
        , m_isOffMs(isOffMs)
    {
    }

    void step()
    {
        if (m_isComplete) {
            askForChanges();
        } else {
            walkOn();
        }
    }

    [[nodiscard]] const QMap<QString, QJsonObject> &held() const { return m_held; }

private:
    void walkOn()
    {
        if (m_until.isEmpty()) {
            m_until = now(m_isOffMs);
            m_found.clear();
        }
        const QString last = m_lastId.isEmpty() ? QString() : u"&lastId="_s + m_lastId;
        const HttpAnswer page =
            m_client.get(u"/api/sync/full-sync?limit=%1&updatedUntil=%2%3"_s.arg(m_pageSize).arg(m_until, last));
        if (page.status != 200) {
            qFatal("%s", page.text().constData());
        }
        if (m_lastId.isEmpty()) {
            m_next = m_kind == Kind::OwnClock
                         ? m_until
                         : QString::fromLatin1(page.headers.value("x-kinframe-next-updated-after"));
            m_epoch = page.headers.value("x-kinframe-epoch");
        }
        for (const QJsonValue asset : page.array()) {
            m_lastId = asset.toObject().value("id"_L1).toString();
            m_found.insert(m_lastId, asset.toObject());
        }
        if (page.array().size() < m_pageSize) {
            m_held = std::exchange(m_found, {});
            m_until.clear();
            m_lastId.clear();
            m_isComplete = true;
        }
    }

    void askForChanges()
    {
        const QString started = now(m_isOffMs);
        const QList<QByteArray> headers =
            m_kind == Kind::Exact ? QList<QByteArray>{"X-Kinframe-Epoch: " + m_epoch} : QList<QByteArray>();
        const HttpAnswer answer = m_client.withHeaders(headers).get(u"/sync/delta-sync?updatedAfter="_s + m_next);
        const QJsonObject delta = answer.object();
        if (answer.status != 200) {
            qFatal("%s", answer.text().constData());
        }
        if (delta.value("needsFullSync"_L1).toBool()) {
            m_isComplete = false;
            return;
        }
        for (const QJsonValue id : delta.value("deleted"_L1).toArray()) {
            m_held.remove(id.toString());
        }
        for (const QJsonValue asset : delta.value("upserted"_L1).toArray()) {
            m_held.insert(asset.toObject().value("id"_L1).toString(), asset.toObject());
        }
        m_next = m_kind == Kind::OwnClock ? started
                                          : QString::fromLatin1(answer.headers.value("x-kinframe-next-updated-after"));
    }

    const HttpClient m_client;
    const Kind m_kind;
    const int m_pageSize;
    const qint64 m_isOffMs;
    bool m_isComplete = false;
    QString m_until;
    QString m_lastId;
    QString m_next;
    QByteArray m_epoch;
    QMap<QString, QJsonObject> m_found;
    QMap<QString, QJsonObject> m_held;
};

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
    std::vector<Copy> copies;
    copies.emplace_back(m_client, Copy::Kind::Exact, 3, 0);
    copies.emplace_back(m_client, Copy::Kind::Exact, 1000, fiveMinutesMs);
    copies.emplace_back(m_client, Copy::Kind::OwnClock, 4, 0);
    copies.emplace_back(m_client, Copy::Kind::OwnClock, 7, fiveMinutesMs);
    copies.emplace_back(m_client, Copy::Kind::OwnClock, 5, -fiveMinutesMs);
    for (int round = 0; round < rounds; ++round) {
        change();
        copies[m_random() % copies.size()].step();
    }
    // The program may still be at work on the pictures, each with a change more.
    QVERIFY(waitUntil([&] {
        for (Copy &copy : copies) {
            copy.step();
        }
        QMap<QString, QJsonObject> expected;
        for (const QJsonValue asset :
             m_client.get(u"/api/sync/full-sync?limit=10000&updatedUntil="_s + now(1000)).array()) {
            expected.insert(asset.toObject().value("id"_L1).toString(), asset.toObject());
        }
        return !expected.isEmpty() &&
               std::all_of(copies.begin(), copies.end(), [&](const Copy &copy) { return copy.held() == expected; });
    }));
}

QTEST_GUILESS_MAIN(SyncModelHttpTest)
#include "tst_sync_model_http.moc"
