// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/metadata_columns.h"

#include "base/clock.h"
#include "library/metadata_rules.h"
#include "media/capture_time.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace kinframe::library {

using namespace Qt::StringLiterals;

namespace {

using storage::Statement;
using storage::Transaction;
using enum MetadataColumn::Kind;

constexpr qsizetype longestName = 255; // characters that file systems take
constexpr qsizetype dateLength = 10;   // yyyy-MM-dd

constexpr std::array columns{
    MetadataColumn{"file_name"_L1, Name, "UPDATE asset SET file_name = ?2 WHERE id = ?1"},
    MetadataColumn{"created_at"_L1, Time, "UPDATE asset SET created_at = ?2, created_offset = ?3 WHERE id = ?1"},
    MetadataColumn{"rating"_L1, Stars, "UPDATE asset SET rating = ?2 WHERE id = ?1"},
    MetadataColumn{"is_favorite"_L1, Flag, "UPDATE asset SET is_favorite = ?2 WHERE id = ?1"},
    MetadataColumn{"is_archived"_L1, Flag, "UPDATE asset SET is_archived = ?2 WHERE id = ?1"},
    MetadataColumn{"task_id"_L1, Text, "UPDATE asset SET task_id = ?2 WHERE id = ?1"},
    MetadataColumn{"frame_number"_L1, Whole, "UPDATE asset SET frame_number = ?2 WHERE id = ?1"},
    MetadataColumn{"type"_L1, Text, "UPDATE asset SET type = ?2 WHERE id = ?1"},
    MetadataColumn{"model"_L1, Text, "UPDATE asset SET model = ?2 WHERE id = ?1"},
    MetadataColumn{"latitude"_L1, Latitude, "UPDATE asset SET latitude = ?2 WHERE id = ?1"},
    MetadataColumn{"longitude"_L1, Longitude, "UPDATE asset SET longitude = ?2 WHERE id = ?1"},
};

bool namesZone(const QString &clock)
{
    return std::any_of(clock.begin(), clock.end(),
                       [](QChar c) { return c == u'+' || c == u'-' || c == u' ' || c.isLetter(); });
}

/// A moment with the offset that it was given with. One without is read in the computer's zone, as those in files are.
std::optional<media::CaptureTime> timeFrom(const QString &given)
{
    const QString text = given.trimmed();
    const auto utc = fromIso(text);
    if (!utc) {
        return std::nullopt;
    }
    auto time = media::parseIsoTime(text);
    const bool isLocal = time && !time->offsetMinutes && !namesZone(text.mid(dateLength + 1));
    return time && (time->offsetMinutes || isLocal) ? time : std::optional(media::CaptureTime{*utc, 0});
}

QString textOfTime(qint64 utcMs, std::optional<qint64> offset)
{
    if (!offset || *offset == 0) {
        return toIso(utcMs);
    }
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, int(*offset * 60)).toString(Qt::ISODateWithMs);
}

/// As the file says, else its modification time, else when it came.
void writeUsualTime(Transaction &transaction, qint64 assetId, const char *update)
{
    Statement row = transaction.prepare("SELECT coalesce(a.file_modified_at, a.imported_at), e.json FROM asset a "
                                        "LEFT JOIN asset_exif e ON e.asset_id = a.id WHERE a.id = ?1");
    row.bindAll(assetId);
    if (!row.step()) {
        return;
    }
    const QJsonObject exif = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
    const auto captured = fromIso(exif.value("dateTimeOriginal"_L1).toString());
    transaction.run(update, assetId, captured.value_or(row.int64(0)), nullptr);
}

bool isWithin(const QJsonValue &value, double least, double most)
{
    return value.isDouble() && value.toDouble() >= least && value.toDouble() <= most;
}

bool isName(const QString &text)
{
    const auto isBad = [](QChar c) { return c.unicode() < 0x20 || c == u'/' || c == u'\\'; };
    return !text.trimmed().isEmpty() && text.size() <= longestName && std::none_of(text.begin(), text.end(), isBad);
}

} // namespace

Result<void> MetadataColumn::check(const QJsonValue &value) const
{
    QString expected;
    bool fits = value.isNull();
    switch (kind) {
    case Text:
        fits = fits || value.isString();
        expected = u"a text or null"_s;
        break;
    case Name:
        fits = value.isString() && isName(value.toString());
        expected = u"the name of a file"_s;
        break;
    case Whole:
        fits = fits || isWhole(value);
        expected = u"a whole number or null"_s;
        break;
    case Stars:
        fits = fits || isWithin(value, 0, 5);
        expected = u"a number from 0 to 5"_s;
        break;
    case Latitude:
        fits = fits || isWithin(value, -90, 90);
        expected = u"a number from -90 to 90"_s;
        break;
    case Longitude:
        fits = fits || isWithin(value, -180, 180);
        expected = u"a number from -180 to 180"_s;
        break;
    case Flag:
        fits = fits || value.isBool();
        expected = u"true, false or null"_s;
        break;
    case Time:
        fits = fits || (value.isString() && timeFrom(value.toString()));
        expected = u"a time as ISO 8601"_s;
        break;
    }
    return fits ? Result<void>() : wrongMetadata(key, value, expected);
}

void MetadataColumn::write(Transaction &transaction, qint64 assetId, const QJsonValue &value) const
{
    switch (kind) {
    case Text:
    case Name:
        transaction.run(update, assetId, value.isNull() ? std::nullopt : std::optional(value.toString()));
        return;
    case Whole:
        transaction.run(update, assetId, value.isNull() ? std::nullopt : std::optional(value.toInteger()));
        return;
    case Stars:
    case Latitude:
    case Longitude:
        transaction.run(update, assetId, value.isNull() ? std::nullopt : std::optional(value.toDouble()));
        return;
    case Flag:
        transaction.run(update, assetId, value.toBool());
        return;
    case Time:
        break;
    }
    if (const auto time = timeFrom(value.toString())) {
        transaction.run(update, assetId, time->utcMs(QTimeZone::systemTimeZone()), time->offsetMinutes);
    } else {
        writeUsualTime(transaction, assetId, update);
    }
}

const MetadataColumn *metadataColumn(const QString &key)
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const MetadataColumn &column) { return key == column.key; });
    return found == columns.end() ? nullptr : &*found;
}

QJsonObject columnValues(storage::Connection &db, qint64 assetId)
{
    Statement row = db.prepare("SELECT file_name, created_at, created_offset, rating, is_favorite, task_id, "
                               "frame_number, type, model, latitude, longitude, is_archived FROM asset WHERE id = ?1");
    row.bindAll(assetId);
    if (!row.step()) {
        return {};
    }
    const auto text = [&](int column) { return row.isNull(column) ? QJsonValue() : QJsonValue(row.text(column)); };
    const auto real = [&](int column) { return row.isNull(column) ? QJsonValue() : QJsonValue(row.real(column)); };
    return {{u"file_name"_s, text(0)},
            {u"created_at"_s, textOfTime(row.int64(1), row.optionalInt64(2))},
            {u"rating"_s, real(3)},
            {u"is_favorite"_s, row.boolean(4)},
            {u"task_id"_s, text(5)},
            {u"frame_number"_s, row.isNull(6) ? QJsonValue() : QJsonValue(row.int64(6))},
            {u"type"_s, text(7)},
            {u"model"_s, text(8)},
            {u"latitude"_s, real(9)},
            {u"longitude"_s, real(10)},
            {u"is_archived"_s, row.boolean(11)}};
}

} // namespace kinframe::library
