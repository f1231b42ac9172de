// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place that knows which version of Exiv2 is installed. Included only by files that read metadata.
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <exiv2/exiv2.hpp>

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace kinframe::media {

/// Makes Exiv2 ready for use from many threads. Every function here calls it; callers of Exiv2's own parsers must too.
void prepareExiv2();

/// The picture with its metadata read, or null where Exiv2 does not know its format.
/// FileDamaged where it cannot be read; FileTruncated where it ends too early.
[[nodiscard]] Result<std::unique_ptr<Exiv2::Image>> openWithExiv2(const QString &path);

/// What an Exiv2 exception means for that file.
[[nodiscard]] Error exiv2Failure(const QString &path, const std::exception &error);

/// One file's values by their keys. Exiv2's own search spells out the key of every value anew each time.
template <typename Datum>
class KeyIndex
{
public:
    template <typename Data>
    explicit KeyIndex(const Data &data)
    {
        for (const Datum &datum : data) {
            m_values.try_emplace(datum.key(), &datum);
        }
    }

    /// Null where there is none, or an empty one. The file's, as long as its data lives.
    [[nodiscard]] const Datum *find(const char *key) const
    {
        const auto found = m_values.find(key);
        return found == m_values.end() || found->second->count() == 0 ? nullptr : found->second;
    }

private:
    std::unordered_map<std::string, const Datum *> m_values;
};
using ExifIndex = KeyIndex<Exiv2::Exifdatum>;
using XmpIndex = KeyIndex<Exiv2::Xmpdatum>;

/// Component `index` as a finite number, a rational with denominator 0 being none.
[[nodiscard]] std::optional<double> finiteNumber(const Exiv2::Metadatum &datum, int index = 0);
[[nodiscard]] std::optional<qint64> integerNumber(const Exiv2::Metadatum &datum, int index = 0);
[[nodiscard]] QByteArray valueBytes(const Exiv2::Metadatum &datum);
/// As valueBytes, but text as it is in the file, with the name of its charset where it has one.
[[nodiscard]] QByteArray textBytes(const Exiv2::Metadatum &datum);

} // namespace kinframe::media
