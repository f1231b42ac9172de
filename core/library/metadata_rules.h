// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <utility>
#include <vector>

namespace kinframe::library {

/// What somebody sets of an asset's open metadata, in the order in which it was said: keys and what they become. Null
/// takes a key away; `tags` sets all tags, `tag_X` one of them.
struct MetadataEdit
{
    std::vector<std::pair<QString, QJsonValue>> values = {};
};

/// Of one asset. Far above what programs write; they keep a record small enough to be read in one go.
namespace metadata_limit {
constexpr qsizetype keyLength = 128;        ///< characters
constexpr qsizetype textLength = 64 * 1024; ///< UTF-16 units of one value
constexpr qsizetype tagLength = 256;
constexpr qsizetype tags = 1000;
constexpr qsizetype keys = 1000;               ///< that are not columns
constexpr qsizetype recordBytes = 1024 * 1024; ///< all of these as JSON
} // namespace metadata_limit

/// Letters, digits and `_`, letters and digits of every script, with the marks that some of them need.
[[nodiscard]] bool isMetadataKey(QStringView key);
/// The tag that a key of the form `tag_X` stands for.
[[nodiscard]] std::optional<QString> tagOfKey(const QString &key);
/// `tag_` and the tag; empty where that is no key, because of a space in it for example.
[[nodiscard]] QString keyOfTag(const QString &tag);

/// Whether a JSON number is an integer of 64 bits, as it was written.
[[nodiscard]] bool isWhole(const QJsonValue &value);
/// Whether two values are the same, integers beyond 2^53 included.
[[nodiscard]] bool isSame(const QJsonValue &a, const QJsonValue &b);

/// What may be set at all, without a look at the asset. ReadOnlyField for what is computed, InvalidArgument, TooMany or
/// TooLarge for the rest; each names the key.
[[nodiscard]] Result<void> checkMetadata(const MetadataEdit &edit);

/// InvalidArgument about a value, with the first characters of it.
[[nodiscard]] Failure wrongMetadata(const QString &key, const QJsonValue &value, const QString &expected);

/// The tags in a checked value of `tags`, each once.
[[nodiscard]] QStringList tagsFrom(const QJsonValue &value);

} // namespace kinframe::library
