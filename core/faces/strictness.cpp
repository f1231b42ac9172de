// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/strictness.h"

#include <algorithm>

namespace kinframe::faces {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;

// Cosine. The whole range moves the threshold by as much as a library of 500 faces differs from one of 5,000: what is
// further away puts strangers together by the hundred, or leaves nobody with two photos.
constexpr float step = 0.02F;

QString keyOf(qint64 ownerId)
{
    return u"strictness/%1"_s.arg(ownerId);
}

} // namespace

int strictnessOf(storage::Connection &db, qint64 ownerId)
{
    Statement statement = db.prepare("SELECT value FROM setting WHERE key = ?1");
    statement.bindAll(keyOf(ownerId));
    return statement.step() ? std::clamp(statement.text(0).toInt(), leastStrictness, mostStrictness) : 0;
}

void storeStrictness(storage::Transaction &transaction, qint64 ownerId, int strictness)
{
    transaction.run("INSERT INTO setting(key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = "
                    "excluded.value",
                    keyOf(ownerId), QString::number(std::clamp(strictness, leastStrictness, mostStrictness)));
}

float sameThresholdAt(const ModelTraits &model, std::size_t faces, int strictness)
{
    return sameThresholdFor(model, faces) + step * float(strictness);
}

} // namespace kinframe::faces
