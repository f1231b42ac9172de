// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/soak_client.h"

#include "api/image_calls.h"

#include <QCryptographicHash>

namespace kinframe::test {

using namespace Qt::StringLiterals;
using State = SoakFile::State;

namespace {

// Small enough that a walk takes several pages, between which others change what it walks through.
constexpr int pageSize = 150;
// One in so many syncs begins anew.
constexpr int oneInFull = 12;

} // namespace

struct SoakClient::Act
{
    int weight;
    void (*run)(SoakClient &);
};

SoakClient::SoakClient(const HttpClient &http, const Role &role, SoakRecord &record)
    : m_calls{http.withConnection(), record, u"client %1 of user %2"_s.arg(role.client).arg(role.user),
              SoakFiles(role.user, role.client, role.mostFiles)}
    , m_role(role)
    , m_writes(m_calls)
    , m_reads(m_calls)
    , m_album(m_calls)
    , m_copy(m_calls.http, SyncCopy::Kind::Exact, pageSize)
    , m_stream(m_calls.http)
{
}

const std::vector<SoakClient::Act> &SoakClient::acts()
{
    static const std::vector<Act> all{
        {8, [](SoakClient &c) { c.m_writes.uploadNew(); }},
        {2, [](SoakClient &c) { c.m_writes.uploadAgain(); }},
        {3, [](SoakClient &c) { c.m_writes.uploadAtOnce(); }},
        {1, [](SoakClient &c) { c.m_writes.uploadAfterGivingUp(); }},
        {4, [](SoakClient &c) { c.m_writes.importDeleted(); }},
        {3, [](SoakClient &c) { c.m_writes.exchangeCommon(); }},
        {1, [](SoakClient &c) { c.m_writes.uploadDamaged(); }},
        {3, [](SoakClient &c) { c.m_writes.setFavorite(); }},
        {3, [](SoakClient &c) { c.m_writes.rate(); }},
        {3, [](SoakClient &c) { c.m_writes.tag(); }},
        {2, [](SoakClient &c) { c.m_writes.tagShared(c.m_role.shared); }},
        {1, [](SoakClient &c) { c.m_writes.namePerson(); }},
        {3, [](SoakClient &c) { c.m_writes.moveToTrash(); }},
        {2, [](SoakClient &c) { c.m_writes.restore(); }},
        {3, [](SoakClient &c) { c.m_writes.deleteForGood(); }},
        {2, [](SoakClient &c) { c.m_album.put(); }},
        {1, [](SoakClient &c) { c.m_album.takeOut(); }},
        {1, [](SoakClient &c) { c.m_album.look(); }},
        {12, [](SoakClient &c) { c.sync(); }},
        {10, [](SoakClient &c) { c.m_reads.thumbnail(); }},
        {6, [](SoakClient &c) { c.m_reads.original(); }},
        {1, [](SoakClient &c) { c.m_reads.originalGivenUp(); }},
        {4, [](SoakClient &c) { c.m_reads.range(); }},
        {6, [](SoakClient &c) { c.m_reads.record(); }},
        {2, [](SoakClient &c) { c.m_reads.deleted(); }},
        {4, [](SoakClient &c) { c.m_reads.byTag(); }},
        {4, [](SoakClient &c) { c.m_reads.newest(); }},
        {2, [](SoakClient &c) { c.m_reads.uploadCheck(); }},
        {2, [](SoakClient &c) { c.m_reads.search(); }},
        {1, [](SoakClient &c) { c.m_reads.statistics(); }},
    };
    return all;
}

void SoakClient::run(const std::atomic<bool> &isOver)
{
    int sum = 0;
    for (const Act &act : acts()) {
        sum += act.weight;
    }
    while (!isOver) {
        int left = m_calls.files.roll(sum);
        auto act = acts().begin();
        while (left >= act->weight) {
            left -= act->weight;
            ++act;
        }
        act->run(*this);
    }
}

void SoakClient::sync()
{
    if (m_role.client == 0 && m_calls.files.roll(2) == 0) {
        // An app may be ended before it has taken all.
        const auto some = [this](qsizetype lines) -> qsizetype {
            return m_calls.files.roll(static_cast<int>(lines) + 1);
        };
        m_calls.expect(u"stream of changes"_s, m_stream.step(some), {200});
        return;
    }
    if (m_copy.isComplete() && m_calls.files.roll(oneInFull) == 0) {
        m_copy.startOver();
    }
    const QString kind = m_copy.isComplete() ? u"delta sync"_s : u"page of a full sync"_s;
    m_calls.expect(kind, m_copy.step(), {200});
}

void SoakClient::check(const QMap<QString, QJsonObject> &fresh)
{
    checkCopy(fresh);
    if (m_role.client == 0) {
        checkStream();
    }
    for (const SoakFile &file : m_calls.files.all()) {
        checkFile(file, fresh);
    }
    checkShared();
    m_album.look();
}

void SoakClient::checkCopy(const QMap<QString, QJsonObject> &fresh)
{
    do {
        if (const HttpAnswer answer = m_copy.step(); answer.status != 200) {
            m_calls.problem(u"last sync"_s, QString::fromUtf8(answer.text()));
            return;
        }
    } while (!m_copy.isComplete());
    m_calls.expect(u"last sync"_s, m_copy.step(), {200}); // The last page of a walk is as old as its first one.
    if (m_copy.held() == fresh) {
        return;
    }
    QStringList differing;
    for (const QString &id : m_copy.held().keys() + fresh.keys()) {
        if (m_copy.held().value(id) != fresh.value(id) && !differing.contains(id)) {
            differing << id;
        }
    }
    m_calls.problem(u"copy"_s, u"it differs from the library in "_s + differing.join(u' ').left(500));
}

void SoakClient::checkStream()
{
    StreamCopy anew(m_calls.http);
    m_calls.expect(u"last stream"_s, m_stream.step(), {200});
    m_calls.expect(u"new stream"_s, anew.startOver(), {200});
    if (m_stream.held() != anew.held()) {
        m_calls.problem(u"copy by the stream"_s, u"it differs from the library"_s);
    }
}

void SoakClient::checkFile(const SoakFile &file, const QMap<QString, QJsonObject> &fresh)
{
    if (file.id.isEmpty()) {
        return;
    }
    const QString kind = u"in the end"_s;
    const bool isKept = file.state == State::Kept;
    m_calls.expect(kind, m_calls.http.get(imagePath(file.sha256)), {isKept ? 200 : 404});
    if (file.state == State::Gone) {
        if (fresh.contains(file.id)) {
            m_calls.problem(kind, u"picture %1 was deleted and is there"_s.arg(file.number));
        }
        return;
    }
    const QString difference = differenceOf(m_calls.files, file, fresh.value(file.id));
    if (!difference.isEmpty()) {
        m_calls.problem(kind, u"picture %1: %2"_s.arg(file.number).arg(difference));
    }
    if (isKept) {
        const HttpAnswer original = m_calls.http.get(u"/api/assets/%1/original"_s.arg(file.id));
        m_calls.expect(kind, QCryptographicHash::hash(original.body, QCryptographicHash::Sha1) == file.sha1, file,
                       original);
        m_calls.expect(u"thumbnail in the end"_s, m_calls.http.get(u"/api/assets/%1/thumbnail"_s.arg(file.id)), {200});
    }
}

void SoakClient::checkShared()
{
    const QJsonObject metadata = metadataOf(m_calls.http, m_role.shared);
    for (int tag = 0; tag < SoakFiles::tagCount; ++tag) {
        const QString name = u"tag_"_s + m_calls.files.tagName(tag) + SoakWrites::sharedSuffix;
        if (metadata.value(name).toBool() != m_writes.sharedTags().contains(tag)) {
            m_calls.problem(u"shared picture"_s, name + u" is not as it was set"_s);
        }
    }
}

} // namespace kinframe::test
