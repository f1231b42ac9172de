// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/quota.h"

#include <QLocale>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

Result<void> checkRoom(storage::Transaction &transaction, const NewAsset &asset)
{
    if (asset.inPlace || asset.isBeyondQuota) {
        return {};
    }
    storage::Statement user = transaction.prepare("SELECT quota_bytes, used_bytes FROM user WHERE id = ?1");
    user.bindAll(asset.owner.userId);
    const auto quota = user.step() ? user.optionalInt64(0) : std::nullopt;
    if (!quota || asset.digests.size <= *quota - user.int64(1)) {
        return {};
    }
    return fail(ErrorCode::QuotaExceeded, {{u"value"_s, sizeText(user.int64(1) + asset.digests.size)},
                                           {u"limit"_s, sizeText(*quota)},
                                           {u"file_name"_s, asset.fileName}});
}

} // namespace kinframe::library
