// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/person_edit_json.h"

#include "server/routes/route_kit.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

/// Takes a field over; the first failure stays.
template <typename Value>
void take(std::optional<Value> &target, Result<std::optional<Value>> value, Result<void> &outcome)
{
    if (value) {
        target = std::move(*value);
    } else if (outcome) {
        outcome = failed(value);
    }
}

} // namespace

Result<faces::PersonEdit> personEditFrom(const QJsonObject &body)
{
    faces::PersonEdit edit;
    Result<void> outcome;
    take(edit.name, textIn(body, u"name"_s), outcome);
    take(edit.birthDate, textOrNullIn(body, u"birthDate"_s), outcome);
    take(edit.isHidden, flagIn(body, u"isHidden"_s), outcome);
    take(edit.isFavorite, flagIn(body, u"isFavorite"_s), outcome);
    take(edit.color, textOrNullIn(body, u"color"_s), outcome);
    take(edit.coverFace, optionalIdIn(body, u"coverFaceId"_s), outcome);
    take(edit.coverAsset, optionalIdIn(body, u"featureFaceAssetId"_s), outcome);
    return outcome ? Result<faces::PersonEdit>(std::move(edit)) : failed(outcome);
}

bool isEmpty(const faces::PersonEdit &edit)
{
    return !edit.name && !edit.birthDate && !edit.isHidden && !edit.isFavorite && !edit.color && !edit.coverFace &&
           !edit.coverAsset;
}

} // namespace kinframe::server
