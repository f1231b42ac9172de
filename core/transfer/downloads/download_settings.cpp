// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/download_settings.h"

#include "base/log.h"
#include "storage/transaction.h"

#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr int hoursOfDay = 24;

QString settingKey()
{
    return u"downloads"_s;
}

Failure wrong(const QString &field, const QString &value, const QString &expected)
{
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, field}, {u"value"_s, value}, {u"expected"_s, expected}});
}

} // namespace

bool DownloadHours::contains(int hour) const
{
    return from == to || (from < to ? hour >= from && hour < to : hour >= from || hour < to);
}

QString usualGallery()
{
    if (const QString own = qEnvironmentVariable("KINFRAME_DOWNLOADS"); !own.isEmpty()) {
        return QDir(own).absolutePath();
    }
    QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    if (pictures.isEmpty() || pictures == QDir::homePath()) {
        pictures = QDir::homePath() + u"/Pictures"_s;
    }
    return pictures + u"/Kinframe"_s;
}

QJsonObject toJson(const DownloadSettings &settings)
{
    QJsonObject json{{u"folder"_s, settings.folder},
                     {u"bytesPerSecond"_s, settings.bytesPerSecond},
                     {u"joinsLibrary"_s, settings.joinsLibrary}};
    if (settings.hours) {
        json.insert(u"hours"_s, QJsonObject{{u"from"_s, settings.hours->from}, {u"to"_s, settings.hours->to}});
    }
    return json;
}

Result<DownloadSettings> downloadSettingsFrom(const QJsonObject &json)
{
    DownloadSettings settings;
    settings.folder = json[u"folder"].toString();
    if (!settings.folder.isEmpty() && QDir::isRelativePath(settings.folder)) {
        return wrong(u"folder"_s, settings.folder, u"an absolute path"_s);
    }
    settings.bytesPerSecond = json[u"bytesPerSecond"].toInteger(0);
    if (settings.bytesPerSecond < 0) {
        return wrong(u"bytesPerSecond"_s, QString::number(settings.bytesPerSecond), u"0 or more"_s);
    }
    settings.joinsLibrary = json[u"joinsLibrary"].toBool(false);
    if (json[u"hours"].isObject()) {
        const QJsonObject hours = json[u"hours"].toObject();
        settings.hours = DownloadHours{hours[u"from"].toInt(-1), hours[u"to"].toInt(-1)};
        for (const int hour : {settings.hours->from, settings.hours->to}) {
            if (hour < 0 || hour >= hoursOfDay) {
                return wrong(u"hours"_s, QString::number(hour), u"hours from 0 to 23"_s);
            }
        }
    }
    return settings;
}

DownloadSettings readDownloadSettings(storage::Connection &db)
{
    storage::Statement row = db.prepare("SELECT value FROM setting WHERE key = ?1");
    row.bindAll(settingKey());
    if (!row.step()) {
        return {};
    }
    auto settings = downloadSettingsFrom(QJsonDocument::fromJson(row.text(0).toUtf8()).object());
    if (!settings) {
        qCWarning(logTransfer).noquote() << "the stored settings of downloads are not used:"
                                         << settings.error().forLog();
        return {};
    }
    return *settings;
}

void writeDownloadSettings(storage::Transaction &transaction, const DownloadSettings &settings)
{
    transaction.run(
        "INSERT INTO setting(key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        settingKey(), QString::fromUtf8(QJsonDocument(toJson(settings)).toJson(QJsonDocument::Compact)));
}

} // namespace kinframe::transfer
