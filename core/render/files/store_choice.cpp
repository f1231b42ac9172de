// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/store_choice.h"

#include "base/files.h"
#include "render/files/s3_store.h"
#include "storage/database.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

const QString settingKey = u"render.objects"_s;
constexpr qint64 longestSecret = 4096;

QString toText(const S3Settings &settings)
{
    const QJsonObject json{{u"endpoint"_s, settings.endpoint.toString(QUrl::FullyEncoded)},
                           {u"region"_s, settings.region},
                           {u"bucket"_s, settings.bucket},
                           {u"access_key"_s, settings.accessKey},
                           {u"path_style"_s, settings.isPathStyle}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

S3Settings fromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    S3Settings settings;
    settings.endpoint = QUrl(json.value(u"endpoint"_s).toString());
    settings.region = json.value(u"region"_s).toString();
    settings.bucket = json.value(u"bucket"_s).toString();
    settings.accessKey = json.value(u"access_key"_s).toString();
    settings.isPathStyle = json.value(u"path_style"_s).toBool(true);
    return settings;
}

} // namespace

StoreChoice::StoreChoice(const Parts &parts)
    : m_parts(parts)
{
}

Result<std::optional<S3Settings>> StoreChoice::current() const
{
    auto settings =
        m_parts.files.services().database.read([](storage::Connection &db) -> Result<std::optional<S3Settings>> {
            storage::Statement row = db.prepare("SELECT value FROM setting WHERE key = ?1");
            row.bindAll(settingKey);
            return row.step() ? std::optional(fromText(row.text(0))) : std::nullopt;
        });
    if (!settings || !*settings) {
        return settings;
    }
    const auto secret = readSmallFile(m_parts.secretPath, longestSecret);
    if (!secret) {
        return failed(secret);
    }
    (*settings)->secret = *secret;
    return settings;
}

Result<void> StoreChoice::apply()
{
    const auto settings = current();
    if (!settings) {
        return failed(settings);
    }
    m_parts.files.setStore(*settings ? std::make_shared<S3Store>(m_parts.client, m_parts.downloader, **settings)
                                     : nullptr);
    return {};
}

Result<void> StoreChoice::choose(std::optional<S3Settings> settings)
{
    if (settings && settings->secret.isEmpty()) {
        const auto before = current();
        settings->secret = before && *before ? (*before)->secret : QByteArray();
    }
    if (settings) {
        S3Store store(m_parts.client, m_parts.downloader, *settings);
        if (auto checked = store.check(); !checked) {
            return checked;
        }
    }
    if (auto kept = keep(settings); !kept) {
        return kept;
    }
    return apply();
}

Result<void> StoreChoice::keep(const std::optional<S3Settings> &settings)
{
    // The secret first: without its setting it means nothing.
    if (settings) {
        if (auto written = replaceFile(m_parts.secretPath, settings->secret, true); !written) {
            return written;
        }
    }
    auto written = m_parts.files.services().database.write([&](storage::Transaction &transaction) -> Result<void> {
        if (settings) {
            transaction.run("INSERT INTO setting(key, value) VALUES (?1, ?2) "
                            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                            settingKey, toText(*settings));
        } else {
            transaction.run("DELETE FROM setting WHERE key = ?1", settingKey);
        }
        return {};
    });
    if (written && !settings) {
        QFile::remove(m_parts.secretPath);
    }
    return written;
}

} // namespace kinframe::render
