// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "base/clock.h"
#include "base/ids.h"

#include <QJsonArray>
#include <QMap>
#include <QTest>

#include <array>
#include <random>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Whatever people say about people, a copy of the library that is kept by delta syncs has every word of it: nothing
/// in an asset's answer changes without a new stamp of that asset.
class SyncPeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActReachesTheCopies();

private:
    using Assets = QMap<QString, QJsonObject>;

    [[nodiscard]] Assets all();
    /// How many assets had changed.
    qsizetype update(Assets &copy);
    void act(int what);
    template <typename Item>
    const Item &any(const std::vector<Item> &items)
    {
        return items[m_random() % items.size()];
    }
    [[nodiscard]] faces::PersonEdit someEdit();
    [[nodiscard]] std::vector<QUuid> ids(const char *sql);

    std::unique_ptr<ApiFixture> m;
    std::mt19937 m_random{20'261'123};
    QByteArray m_next;
    QByteArray m_epoch;
};

SyncPeopleTest::Assets SyncPeopleTest::all()
{
    const http::Reply reply =
        m->get("/api/sync/full-sync?limit=10000&updatedUntil=" + toIso(wallMs() + 60'000).toLatin1());
    Assets assets;
    for (const QJsonValue asset : QJsonDocument::fromJson(ApiFixture::bodyOf(reply)).array()) {
        assets.insert(asset["id"_L1].toString(), asset.toObject());
    }
    if (m_next.isEmpty()) {
        m_next = reply.headers().value("X-Kinframe-Next-Updated-After").toByteArray();
        m_epoch = reply.headers().value("X-Kinframe-Epoch").toByteArray();
    }
    return assets;
}

qsizetype SyncPeopleTest::update(Assets &copy)
{
    ApiFixture::Call call{"GET", "/sync/delta-sync?updatedAfter=" + m_next};
    call.headers.emplace_back("X-Kinframe-Epoch", m_epoch);
    const http::Reply reply = m->call(call);
    const QJsonObject delta = QJsonDocument::fromJson(ApiFixture::bodyOf(reply)).object();
    const QJsonArray upserted = delta.value("upserted"_L1).toArray();
    for (const QJsonValue asset : upserted) {
        copy.insert(asset["id"_L1].toString(), asset.toObject());
    }
    m_next = reply.headers().value("X-Kinframe-Next-Updated-After").toByteArray();
    return upserted.size();
}

std::vector<QUuid> SyncPeopleTest::ids(const char *sql)
{
    return *m->database->read([&](storage::Connection &db) -> Result<std::vector<QUuid>> {
        storage::Statement row = db.prepare(sql);
        std::vector<QUuid> found;
        while (row.step()) {
            found.push_back(row.uuid(0));
        }
        return found;
    });
}

faces::PersonEdit SyncPeopleTest::someEdit()
{
    faces::PersonEdit edit;
    switch (m_random() % 5) {
    case 0:
        edit.name = u"Name %1"_s.arg(m_random() % 100);
        break;
    case 1:
        edit.isHidden = m_random() % 2 == 0;
        break;
    case 2:
        edit.isFavorite = m_random() % 2 == 0;
        break;
    case 3:
        edit.birthDate = u"19%1-01-01"_s.arg(10 + m_random() % 90);
        break;
    default:
        edit.color = u"#%1"_s.arg(100'000 + m_random() % 900'000);
    }
    return edit;
}

void SyncPeopleTest::act(int what)
{
    const qint64 user = m->owner.userId;
    const std::vector<QUuid> people = ids("SELECT uuid FROM person WHERE merged_into IS NULL");
    const std::vector<QUuid> faces = ids("SELECT uuid FROM face WHERE is_dismissed = 0");
    const std::vector<QUuid> assets = ids("SELECT uuid FROM asset");
    // Some cannot be done: then nothing changes.
    if (what < 3) {
        static_cast<void>(m->people->edit(user, any(people), someEdit()));
    } else if (what < 4) {
        static_cast<void>(m->people->moveFaces(user, any(people), {any(faces)}));
    } else if (what < 5) {
        static_cast<void>(m->people->merge(user, any(people), {any(people)}));
    } else if (what < 6) {
        static_cast<void>(m->people->split(user, any(people), {any(faces)}));
    } else if (what < 7) {
        static_cast<void>(m->people->rejectFaces(user, any(people), {any(faces)}));
    } else if (what < 8) {
        static_cast<void>(m->people->drawFace(user, any(assets), {0.1F, 0.2F, 0.3F, 0.4F}, any(people)));
    } else {
        const auto entries = m->history->list(user, std::numeric_limits<qint64>::max(), 5);
        if (entries && !entries->empty()) {
            const QUuid entry = any(*entries).uuid;
            static_cast<void>(what < 9 ? m->history->undo(user, entry) : m->history->redo(user, entry));
        }
    }
}

void SyncPeopleTest::everyActReachesTheCopies()
{
    m = std::make_unique<ApiFixture>();
    for (int i = 0; i < 12; ++i) {
        const QUuid asset = m->addAsset(i);
        const QUuid person = m->addPerson(u"Person %1"_s.arg(i));
        m->addFace(asset, person);
        m->addFace(asset, i % 3 == 0 ? std::nullopt : std::optional(any(ids("SELECT uuid FROM person"))));
    }
    Assets copy = all();
    std::array<qsizetype, 10> changes{};
    for (int round = 0; round < 400; ++round) {
        const int what = int(m_random() % 10);
        act(what);
        changes.at(size_t(what)) += update(copy);
        const Assets expected = all();
        for (auto asset = expected.begin(); asset != expected.end(); ++asset) {
            const QJsonArray both{what, copy.value(asset.key()), *asset};
            QVERIFY2(both.at(1) == both.at(2), QJsonDocument(both).toJson().constData());
        }
    }
    for (const qsizetype changed : changes) {
        QVERIFY(changed > 0); // Each act has done something now and then.
    }
}

QTEST_GUILESS_MAIN(SyncPeopleTest)
#include "tst_sync_people.moc"
