// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_client.h"

#include "support/must.h"

namespace kinframe::test {
namespace {

using storage::Connection;
using storage::Statement;

std::pair<QUuid, qint64> rowOf(Connection &db, qint64 id)
{
    Statement row = db.prepare("SELECT uuid, updated_at FROM asset WHERE id = ?1");
    row.bindAll(id);
    if (!row.step()) {
        qFatal("a row of the answer is not there");
    }
    return {row.uuid(0), row.int64(1)};
}

} // namespace

Holdings holdingsOf(storage::Database &database, qint64 ownerId)
{
    return must(database.read([&](Connection &db) -> Result<Holdings> {
        Statement row = db.prepare("SELECT uuid, updated_at FROM asset WHERE owner_id = ?1 AND is_hidden = 0");
        row.bindAll(ownerId);
        Holdings all;
        while (row.step()) {
            all.emplace(row.uuid(0), row.int64(1));
        }
        return all;
    }));
}

SyncClient::SyncClient(storage::Database &database, qint64 ownerId, Setup setup)
    : m_database(database)
    , m_ownerId(ownerId)
    , m_setup(std::move(setup))
{
}

void SyncClient::step()
{
    if (m_isComplete) {
        askForChanges();
    } else {
        walkOn();
    }
}

void SyncClient::settle()
{
    // The first delta may ask for a walk, which may leave what is new to another delta.
    const int before = m_deltas;
    while (m_deltas == before || !m_isComplete || m_afterWalk) {
        step();
    }
}

void SyncClient::walkOn()
{
    if (!m_walk) {
        m_walk = Walk{m_setup.clock(), {}, {}, {}};
        ++m_walks;
    }
    const qint64 wallNow = m_database.wallNow();
    const sync::FullPage page = must(m_database.read([&](Connection &db) -> Result<sync::FullPage> {
        auto found = sync::fullSync(db, {m_ownerId, m_walk->lastId, m_walk->until, m_setup.pageSize}, wallNow);
        if (found) {
            for (const qint64 id : found->assets) {
                const auto row = rowOf(db, id);
                m_walk->found.insert_or_assign(row.first, row.second);
                m_walk->lastId = row.first;
            }
        }
        return found;
    }));
    if (!m_walk->next) {
        m_walk->next = m_setup.kind == Kind::OwnClock ? m_walk->until : page.nextUpdatedAfter;
        m_epoch = page.mark.epoch;
    }
    if (page.assets.size() < size_t(m_setup.pageSize)) {
        m_held = std::move(m_walk->found);
        m_next = *m_walk->next;
        m_walk.reset();
        m_isComplete = true;
        m_afterWalk = true;
    }
}

void SyncClient::askForChanges()
{
    ++m_deltas;
    m_afterWalk = false;
    const qint64 started = m_setup.clock();
    const QString epoch = m_setup.kind == Kind::Exact ? m_epoch : QString();
    Holdings upserted;
    const sync::Delta delta = must(m_database.read([&](Connection &db) -> Result<sync::Delta> {
        const sync::Delta found = sync::deltaSync(db, {m_ownerId, m_next, epoch}, m_database.now());
        for (const qint64 id : found.upserted) {
            upserted.insert(rowOf(db, id));
        }
        return found;
    }));
    if (delta.needsFullSync) {
        m_isComplete = false;
        return;
    }
    for (const QUuid &id : delta.deleted) {
        m_held.erase(id);
    }
    for (const auto &[id, stamp] : upserted) {
        m_held.insert_or_assign(id, stamp);
    }
    m_next = m_setup.kind == Kind::OwnClock ? started : delta.mark.stamp;
}

} // namespace kinframe::test
