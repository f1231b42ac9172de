// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/mirror.h"

#include "storage/database.h"
#include "transfer/http_errors.h"
#include "transfer/remote/json_items.h"
#include "transfer/remote/mirror_intake.h"
#include "transfer/remote/mirror_rows.h"
#include "transfer/retry.h"

#include <QRandomGenerator>

#include <condition_variable>
#include <mutex>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

const QString fullSync = u"/sync/full-sync"_s;
const QString deltaSync = u"/sync/delta-sync"_s;
/// Past every clock: what changes during the walk stays in it, and is among the changes asked for afterwards.
const QString noBound = u"2999-12-31T23:59:59.999Z"_s;
/// A walk that has to begin anew does so this often in one run.
constexpr int mostWalks = 3;
/// From here on both calls take a POST.
constexpr RemoteVersion postVersion{1, 106, 0};
/// From here on there are no such calls any more.
constexpr RemoteVersion lastVersion{3, 0, 0};

/// False where the stop came first.
bool wait(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    return !stopped.wait_for(lock, stop, time, [] { return false; }) && !stop.stop_requested();
}

QString textOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QUrlQuery queryOf(const QJsonObject &fields)
{
    QUrlQuery query;
    const auto add = [&](const QString &key, const QJsonValue &value) {
        const QString text = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(text)));
    };
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (!field->isArray()) {
            add(field.key(), *field);
            continue;
        }
        // Twice, as one alone would not be taken for a list.
        for (const QJsonValue value : field->toArray()) {
            add(field.key(), value);
            add(field.key(), value);
        }
    }
    return query;
}

} // namespace

Mirror::Mirror(Parts parts)
    : m_parts(std::move(parts))
    , m_asksByPost(m_parts.calls.access().version >= postVersion)
{
}

Mirror::~Mirror() = default;

Result<void> Mirror::run(const std::stop_token &stop)
{
    m_stop = stop;
    auto row = m_parts.database.read(
        [&](storage::Connection &db) -> Result<rows::MirrorRow> { return rows::mirrorOf(db, m_parts.serverId); });
    if (!row) {
        return failed(row);
    }
    m_row = std::move(*row);
    while (m_walks < mostWalks) {
        if (m_row.walkAfter || !m_row.updatedAfter) {
            auto walked = walk();
            if (!walked || !m_row.updatedAfter) {
                return walked;
            }
        }
        const auto areKnown = askChanges();
        if (!areKnown) {
            return failed(areKnown);
        }
        if (*areKnown) {
            return {};
        }
        if (auto begun = beginWalk(); !begun) {
            return begun;
        }
    }
    return Failure(invalidAnswer(m_parts.calls.access().api, u"it wants the whole list again and again"_s));
}

Result<void> Mirror::beginWalk()
{
    ++m_row.generation;
    m_row.walkAfter.reset();
    m_row.walkLast = {};
    m_row.walkLastCreated.clear();
    m_row.updatedAfter.reset();
    m_done = 0;
    return m_parts.database.write([&](storage::Transaction &transaction) -> Result<void> {
        rows::writeMirror(transaction, m_parts.serverId, m_row);
        return {};
    });
}

Result<void> Mirror::walk()
{
    ++m_walks;
    findTotal();
    if (m_parts.calls.access().version >= lastVersion) {
        return search();
    }
    if (m_row.walkAfter) {
        const auto seen = m_parts.database.read([&](storage::Connection &db) -> Result<qint64> {
            return rows::countSeen(db, m_parts.serverId, m_row.generation);
        });
        m_done = seen.value_or(0);
    } else if (auto begun = beginWalk(); !begun) {
        return begun;
    }
    for (;;) {
        const auto hasMore = walkPage();
        if (!hasMore && hasMore.error().code == ErrorCode::RemoteNotFound && m_row.walkLast.isNull()) {
            return search();
        }
        if (!hasMore) {
            return failed(hasMore);
        }
        if (!*hasMore) {
            return endWalk(m_row.walkAfter);
        }
    }
}

Result<bool> Mirror::walkPage()
{
    Intake intake(*this, Intake::Kind::Walk);
    const auto fields = [this] {
        QJsonObject asked{
            {u"limit"_s, m_parts.pageSize}, {u"updatedUntil"_s, noBound}, {u"userId"_s, textOf(m_parts.user)}};
        if (!m_row.walkLast.isNull()) {
            asked.insert(u"lastId"_s, textOf(m_row.walkLast));
            if (!m_asksByPost) {
                asked.insert(u"lastCreationDate"_s, m_row.walkLastCreated);
            }
        }
        return asked;
    };
    const auto sent = send(fullSync, fields, intake);
    const bool isLost = !sent && sent.error().fact(u"status"_s) == "400"_L1 && !m_row.walkLast.isNull();
    const bool isOther = sent && !m_row.epoch.isEmpty() && intake.epoch() != m_row.epoch;
    if ((isLost || isOther) && m_walks < mostWalks) {
        // It no longer knows where we were, or it is another database since.
        ++m_walks;
        const auto begun = beginWalk();
        return begun ? Result<bool>(true) : failed(begun);
    }
    if (!sent) {
        return failed(sent);
    }
    return intake.items() >= m_parts.pageSize;
}

Result<void> Mirror::endWalk(const std::optional<QString> &updatedAfter)
{
    constexpr qint64 atOnce = 2000;
    for (qint64 removed = atOnce; removed == atOnce;) {
        const auto gone = m_parts.database.write([&](storage::Transaction &transaction) -> Result<qint64> {
            return rows::removeUnseen(transaction, m_parts.serverId, m_row.generation, atOnce);
        });
        if (!gone) {
            return failed(gone);
        }
        removed = *gone;
    }
    m_row.updatedAfter = updatedAfter;
    m_row.walkAfter.reset();
    m_row.walkLast = {};
    m_row.walkLastCreated.clear();
    m_row.isWhole = true;
    return m_parts.database.write([&](storage::Transaction &transaction) -> Result<void> {
        rows::writeMirror(transaction, m_parts.serverId, m_row);
        return {};
    });
}

Result<bool> Mirror::askChanges()
{
    Intake intake(*this, Intake::Kind::Changes);
    const auto fields = [this] {
        return QJsonObject{{u"updatedAfter"_s, *m_row.updatedAfter}, {u"userIds"_s, QJsonArray{textOf(m_parts.user)}}};
    };
    if (auto sent = send(deltaSync, fields, intake); !sent) {
        return failed(sent);
    }
    if (intake.needsWalk() || intake.epoch() != m_row.epoch) {
        return false;
    }
    m_row.updatedAfter = intake.next();
    const auto written = m_parts.database.write([&](storage::Transaction &transaction) -> Result<void> {
        rows::writeMirror(transaction, m_parts.serverId, m_row);
        return {};
    });
    return written ? Result<bool>(true) : failed(written);
}

Result<void> Mirror::search()
{
    if (auto begun = beginWalk(); !begun) {
        return begun;
    }
    constexpr int perPage = 1000;
    constexpr int mostPages = 100'000;
    Intake intake(*this, Intake::Kind::Changes);
    for (int page = 1; page <= mostPages; ++page) {
        const auto answer = m_parts.calls.post(
            u"/search/metadata"_s,
            {{u"page"_s, page}, {u"size"_s, perPage}, {u"withExif"_s, true}, {u"withDeleted"_s, true}}, m_stop);
        if (!answer) {
            return failed(answer);
        }
        const QJsonObject assets = answer->value("assets"_L1).toObject();
        for (const QJsonValue asset : assets.value("items"_L1).toArray()) {
            if (auto taken = intake.takeAsset(asset.toObject()); !taken) {
                return taken;
            }
        }
        if (assets.value("nextPage"_L1).isNull() || assets.value("nextPage"_L1).isUndefined()) {
            break;
        }
    }
    auto kept = intake.flush();
    return kept ? endWalk({}) : kept;
}

HttpRequest Mirror::requestOf(const QString &path, const QJsonObject &fields) const
{
    HttpRequest request =
        m_asksByPost ? m_parts.calls.request(path, {}, fields) : m_parts.calls.request(path, queryOf(fields));
    if (!m_row.epoch.isEmpty()) {
        request.headers.push_back({"X-Kinframe-Epoch", m_row.epoch.toLatin1()});
    }
    return request;
}

Result<void> Mirror::sendOnce(const QString &path, const QJsonObject &fields, Intake &intake)
{
    JsonItems items([&](QByteArrayView member, QByteArrayView item) { return intake.take(member, item); });
    AnswerReader reader;
    reader.head = [&](const HttpHead &head) { return intake.begin(head); };
    reader.body = [&](QByteArrayView piece) { return items.feed(piece); };
    const auto head = m_parts.calls.stream(requestOf(path, fields), reader, m_stop);
    // What did come counts, also where the rest did not.
    auto kept = intake.flush();
    if (!head) {
        return failed(head);
    }
    auto whole = items.finish();
    return whole ? kept : whole;
}

Result<void> Mirror::send(const QString &path, const std::function<QJsonObject()> &fields, Intake &intake)
{
    RetryPolicy policy;
    policy.firstDelay = m_parts.firstDelay;
    bool triedOther = false;
    for (int tries = 0;;) {
        auto sent = sendOnce(path, fields(), intake);
        if (sent) {
            return sent;
        }
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        if (isUnknownCall(sent.error()) && !triedOther) {
            triedOther = true;
            m_asksByPost = !m_asksByPost;
            continue;
        }
        if (isUnknownCall(sent.error())) {
            Error error = sent.error();
            error.code = ErrorCode::RemoteNotFound; // 405 too
            return Failure(error);
        }
        if (!mayPass(sent.error()) || tries == policy.retries) {
            Error error = sent.error();
            if (error.code == ErrorCode::RemoteInvalid && error.fact(u"host"_s).isEmpty()) {
                error = invalidAnswer(m_parts.calls.access().api, error.fact(u"reason"_s));
            }
            return Failure(error);
        }
        if (!wait(policy.delay(tries++, {}, QRandomGenerator::global()->generateDouble()), m_stop)) {
            return fail(ErrorCode::Canceled);
        }
    }
}

/// Only for the bar: a server that does not say how many there are is mirrored all the same.
void Mirror::findTotal()
{
    const ServerAccess &access = m_parts.calls.access();
    const auto counted =
        m_parts.calls.object(access.isOld() ? u"/asset/statistics"_s : u"/assets/statistics"_s, m_stop);
    m_total = counted ? qint64(counted->value("total"_L1).toDouble(-1)) : -1;
}

} // namespace kinframe::transfer
