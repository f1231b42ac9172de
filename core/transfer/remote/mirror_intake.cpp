// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/mirror_intake.h"

#include "storage/database.h"
#include "transfer/remote/mirror_rows.h"

#include <QJsonDocument>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr size_t batch = 500;
constexpr qint64 minuteMs = 60'000;
/// How far back changes are asked for again where the server does not say itself from where on: what was written while
/// it answered has an older stamp than its answer.
constexpr qint64 overlapMs = 10 * minuteMs;
/// … where it does not even say what time it is.
constexpr qint64 blindOverlapMs = 24 * 60 * minuteMs;

} // namespace

Mirror::Intake::Intake(Mirror &mirror, Kind kind)
    : m_mirror(mirror)
    , m_kind(kind)
{
}

QString Mirror::Intake::nextOf(const HttpHead &head) const
{
    const QByteArray told = head.header("X-Kinframe-Next-Updated-After");
    if (!told.isEmpty()) {
        return QString::fromLatin1(told);
    }
    const auto date = httpDate(head.header("Date"));
    return toIso(date ? *date * 1000 - overlapMs : m_mirror.m_parts.clock() - blindOverlapMs);
}

Result<void> Mirror::Intake::begin(const HttpHead &head)
{
    if (auto kept = flush(); !kept) {
        return kept;
    }
    m_items = 0;
    m_needsWalk = false;
    m_next = nextOf(head);
    m_epoch = QString::fromLatin1(head.header("X-Kinframe-Epoch"));
    rows::MirrorRow &row = m_mirror.m_row;
    if (m_kind == Kind::Walk && !row.walkAfter) {
        row.walkAfter = m_next;
        row.epoch = m_epoch;
    }
    return {};
}

Result<void> Mirror::Intake::take(QByteArrayView member, QByteArrayView item)
{
    if (member == "needsFullSync") {
        m_needsWalk = item == "true";
        return {};
    }
    if (member == "deleted") {
        const QByteArrayView text = item.size() > 2 ? item.sliced(1, item.size() - 2) : QByteArrayView();
        m_deleted.push_back(QUuid::fromString(QString::fromLatin1(text)));
        return m_deleted.size() < batch ? Result<void>{} : flush();
    }
    if (!member.isEmpty() && member != "upserted") {
        return {};
    }
    const QJsonDocument document = QJsonDocument::fromJson(item.toByteArray());
    if (!document.isObject()) {
        return fail(ErrorCode::RemoteInvalid, {{u"reason"_s, u"not JSON"_s}});
    }
    return takeAsset(document.object());
}

Result<void> Mirror::Intake::takeAsset(const QJsonObject &json)
{
    auto asset = remoteAssetFrom(json);
    if (!asset) {
        return failed(asset);
    }
    m_assets.push_back(std::move(*asset));
    m_lastCreated = json.value("fileCreatedAt"_L1).toString();
    ++m_items;
    return m_assets.size() < batch ? Result<void>{} : flush();
}

Result<void> Mirror::Intake::flush()
{
    if (m_assets.empty() && m_deleted.empty()) {
        return {};
    }
    rows::MirrorRow &row = m_mirror.m_row;
    if (m_kind == Kind::Walk && !m_assets.empty()) {
        row.walkLast = m_assets.back().id;
        row.walkLastCreated = m_lastCreated;
    }
    const qint64 serverId = m_mirror.m_parts.serverId;
    auto written = m_mirror.m_parts.database.write([&](storage::Transaction &transaction) -> Result<void> {
        for (const RemoteAsset &asset : m_assets) {
            rows::putAsset(transaction, serverId, asset, row.generation, rows::Standing::Own);
        }
        for (const QUuid &id : m_deleted) {
            rows::removeAsset(transaction, serverId, id);
        }
        rows::writeMirror(transaction, serverId, row);
        return {};
    });
    m_mirror.m_done += qint64(m_assets.size());
    m_assets.clear();
    m_deleted.clear();
    if (m_mirror.m_parts.progress) {
        m_mirror.m_parts.progress(m_mirror.m_done, std::max(m_mirror.m_total, qint64(-1)));
    }
    return written;
}

} // namespace kinframe::transfer
