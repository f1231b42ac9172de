// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"

#include "base/clock.h"
#include "base/ids.h"
#include "support/patience.h"

#include <mutex>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// What was taken on this day in other years, as clients ask for it.
class MemoryCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ImmichCalls>(); }
    void cleanup() { QCOMPARE(m->problems, QStringList()); }
    void aDayBringsItsYears();
    void olderClientsAskByDay();
    void theDayIsThatOfThePlace();
    void whatIsSaidStays();
    void everyChangeIsTold();
    void memoriesAreMadeByHand();
    void wrongInputIsRefused();

private:
    QUuid photo(const char *time) { return m->api.addAsset(*fromIso(QString::fromLatin1(time))); }
    QJsonArray memories(const QByteArray &query)
    {
        return m->list("GET", "/api/memories?" + query, {}, u"MemoryResponseDto"_s);
    }
    static QList<int> yearsOf(const QJsonArray &memories)
    {
        QList<int> years;
        for (const QJsonValue memory : memories) {
            years << memory.toObject().value("data"_L1).toObject().value("year"_L1).toInt();
        }
        return years;
    }

    std::unique_ptr<ImmichCalls> m;
};

void MemoryCallsTest::aDayBringsItsYears()
{
    photo("2019-05-17T00:00:00Z");
    photo("2019-05-17T23:59:59Z");
    photo("2021-05-17T12:00:00Z");
    photo("2021-05-18T12:00:00Z");
    photo("2022-05-17T12:00:00Z"); // The day itself.
    const QUuid archived = photo("2018-05-17T12:00:00Z");
    m->api.run("UPDATE asset SET is_archived = 1 WHERE uuid = ?1", archived);
    const QByteArray day = "for=2022-05-17T10:00:00.000Z";
    const QJsonArray found = memories(day);
    QCOMPARE(yearsOf(found), (QList<int>{2021, 2019}));
    QCOMPARE(found.at(1).toObject().value("assets"_L1).toArray().size(), 2);
    QCOMPARE(found.at(1).toObject().value("memoryAt"_L1).toString(), u"2019-05-17T00:00:00.000Z"_s);
    QCOMPARE(found.at(0).toObject().value("showAt"_L1).toString(), u"2022-05-17T00:00:00.000Z"_s);
    QCOMPARE(memories(day), found); // The same ones when asked again.
    QCOMPARE(yearsOf(memories(day + "&order=asc&size=1")), QList<int>{2019});
    QCOMPARE(yearsOf(memories("for=2022-05-16T10:00:00.000Z")), QList<int>());
    const QJsonObject count = m->object("GET", "/api/memories/statistics?" + day, {}, u"MemoryStatisticsResponseDto"_s);
    QCOMPARE(count.value("total"_L1).toInt(), 2);
}

void MemoryCallsTest::olderClientsAskByDay()
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    photo(qPrintable(u"%1-03-09T12:00:00Z"_s.arg(today.year() - 3)));
    photo(qPrintable(u"%1-03-10T12:00:00Z"_s.arg(today.year() - 3)));
    for (const char *base : {"/api/assets/", "/api/asset/"}) {
        const QJsonArray lane = m->list("GET", base + QByteArray("memory-lane?day=9&month=3"));
        QCOMPARE(m->status, 200);
        // Those of days that are still far away are not brought yet.
        QCOMPARE(lane.size(), QDate(today.year(), 3, 9) <= today.addDays(3) ? 1 : 0);
        for (const QJsonValue one : lane) {
            QCOMPARE(one["yearsAgo"_L1].toInt(), 3);
            QCOMPARE(one["assets"_L1].toArray().size(), 1);
        }
    }
    for (const char *wrong : {"day=31&month=2", "day=0&month=1", "day=1&month=13", "day=first&month=1", "month=1"}) {
        m->call("GET", QByteArray("/api/assets/memory-lane?") + wrong);
        QCOMPARE(m->status, 400);
    }
}

void MemoryCallsTest::theDayIsThatOfThePlace()
{
    const QUuid far = photo("2019-05-16T22:00:00Z");
    m->api.run("UPDATE asset SET created_offset = 540 WHERE uuid = ?1", far);
    QCOMPARE(yearsOf(memories("for=2022-05-17T10:00:00Z")), QList<int>{2019});
    QCOMPARE(yearsOf(memories("for=2022-05-16T10:00:00Z")), QList<int>());
}

void MemoryCallsTest::whatIsSaidStays()
{
    photo("2019-05-17T01:00:00Z");
    photo("2020-05-17T01:00:00Z");
    const QByteArray day = "for=2022-05-17T10:00:00Z";
    const QJsonArray found = memories(day);
    const QByteArray saved = ImmichCalls::path("/api/memories/", found.at(0).toObject().value("id"_L1));
    const QByteArray deleted = ImmichCalls::path("/api/memories/", found.at(1).toObject().value("id"_L1));
    const QJsonObject changed = m->object(
        "PUT", saved, {{u"isSaved"_s, true}, {u"seenAt"_s, u"2022-05-17T11:00:00.000Z"_s}}, u"MemoryResponseDto"_s);
    QCOMPARE(changed.value("isSaved"_L1).toBool(), true);
    QCOMPARE(changed.value("seenAt"_L1).toString(), u"2022-05-17T11:00:00.000Z"_s);
    m->call("DELETE", deleted);
    QCOMPARE(m->status, 204);
    m->call("GET", deleted);
    QCOMPARE(m->status, 400);
    QCOMPARE(yearsOf(memories(day)), QList<int>{2020});
    QCOMPARE(yearsOf(memories(day + "&isSaved=true")), QList<int>{2020});
    QCOMPARE(yearsOf(memories(day + "&isSaved=false")), QList<int>());
    QCOMPARE(yearsOf(memories(day + "&isTrashed=true")), QList<int>{2019});
}

void MemoryCallsTest::everyChangeIsTold()
{
    photo("2019-05-17T01:00:00Z");
    QStringList told;
    std::mutex mutex;
    const auto subscription = m->api.events.subscribe([&](const Event &event) {
        const std::lock_guard lock(mutex);
        if (event.type == "memory.changed"_L1 && event.user == m->api.owner.uuid) {
            told << toText(event.id);
        }
    });
    const auto count = [&] {
        const std::lock_guard lock(mutex);
        return told.size();
    };
    const QJsonValue id = memories("for=2022-05-17T10:00:00Z").at(0).toObject().value("id"_L1);
    const QByteArray memory = ImmichCalls::path("/api/memories/", id);
    m->object("PUT", memory, {{u"isSaved"_s, true}}, u"MemoryResponseDto"_s);
    QTRY_COMPARE(count(), 1);
    m->call("DELETE", memory);
    QTRY_COMPARE(count(), 2);
    QCOMPARE(told, QStringList(2, id.toString()));
}

void MemoryCallsTest::memoriesAreMadeByHand()
{
    const QUuid a = photo("2019-05-17T01:00:00Z");
    const QUuid b = photo("2019-05-18T01:00:00Z");
    const QJsonObject made = m->object("POST", "/api/memories",
                                       {{u"type"_s, u"on_this_day"_s},
                                        {u"memoryAt"_s, u"2019-05-17T00:00:00.000Z"_s},
                                        {u"data"_s, QJsonObject{{u"year"_s, 2019}}},
                                        {u"assetIds"_s, ImmichCalls::texts({a, a})}},
                                       u"MemoryResponseDto"_s);
    QCOMPARE(m->status, 201);
    QCOMPARE(made.value("assets"_L1).toArray().size(), 1);
    const QByteArray path = ImmichCalls::path("/api/memories/", made.value("id"_L1));
    const QJsonArray added =
        m->list("PUT", path + "/assets", {{u"ids"_s, ImmichCalls::texts({a, b, newUuid()})}}, u"BulkIdResponseDto"_s);
    QCOMPARE(added.at(0).toObject().value("error"_L1).toString(), u"duplicate"_s);
    QCOMPARE(added.at(1).toObject().value("success"_L1).toBool(), true);
    QCOMPARE(added.at(2).toObject().value("error"_L1).toString(), u"no_permission"_s);
    const QJsonArray removed =
        m->list("DELETE", path + "/assets", {{u"ids"_s, ImmichCalls::texts({a, a})}}, u"BulkIdResponseDto"_s);
    QCOMPARE(removed.at(0).toObject().value("success"_L1).toBool(), true);
    QCOMPARE(removed.at(1).toObject().value("error"_L1).toString(), u"not_found"_s);
    QCOMPARE(m->object("GET", path, {}, u"MemoryResponseDto"_s).value("assets"_L1).toArray().size(), 1);
}

void MemoryCallsTest::wrongInputIsRefused()
{
    for (const QByteArray query : {"for=today", "order=up", "size=0", "isSaved=1", "type=trip"}) {
        memories(query);
        QVERIFY2(m->status == 400, query.constData());
    }
    m->call("POST", "/api/memories", {{u"type"_s, u"on_this_day"_s}});
    QCOMPARE(m->status, 400);
    m->call("PUT", "/api/memories/" + toText(newUuid()).toLatin1(), {{u"isSaved"_s, true}});
    QCOMPARE(m->status, 400);
}

QTEST_GUILESS_MAIN(MemoryCallsTest)
#include "tst_memory_calls.moc"
