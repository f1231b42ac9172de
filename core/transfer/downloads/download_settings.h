// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace kinframe::storage {
class Connection;
class Transaction;
} // namespace kinframe::storage

namespace kinframe::transfer {

/// The hours of the day, on the computer's clock, in which files are fetched: from the beginning of one to the
/// beginning of another, which may be on the next day. Equal: all day.
struct DownloadHours
{
    int from = 0; ///< 0 to 23
    int to = 0;

    [[nodiscard]] bool contains(int hour) const;
};

/// What a person has set up for downloads. A value.
struct DownloadSettings
{
    QString folder;                     ///< the gallery; empty: `Pictures/Kinframe`
    qint64 bytesPerSecond = 0;          ///< of all together; 0: as fast as it goes
    std::optional<DownloadHours> hours; ///< none: always
    bool joinsLibrary = false;          ///< what has come is added to the library, left where it is
};

/// KINFRAME_DOWNLOADS, else `Kinframe` in the person's folder of pictures.
[[nodiscard]] QString usualGallery();

[[nodiscard]] QJsonObject toJson(const DownloadSettings &settings);
/// What is missing is as usual. InvalidArgument with the field.
[[nodiscard]] Result<DownloadSettings> downloadSettingsFrom(const QJsonObject &json);

/// As stored; as usual where it cannot be read. Throws SqlError.
[[nodiscard]] DownloadSettings readDownloadSettings(storage::Connection &db);
void writeDownloadSettings(storage::Transaction &transaction, const DownloadSettings &settings);

} // namespace kinframe::transfer
