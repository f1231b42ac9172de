// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>

namespace kinframe::test {

/// What a server answered.
struct HttpAnswer
{
    int status = 0;                       ///< 0: none came, see failure
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QString failure;
    double ms = 0; ///< from the call to the last byte of the answer

    [[nodiscard]] QJsonObject object() const;
    [[nodiscard]] QJsonArray array() const;
    [[nodiscard]] QString message() const { return object().value(QLatin1String("message")).toString(); }
    /// All of it in a line, for a test that fails.
    [[nodiscard]] QByteArray text() const;
};

struct FormFile
{
    QString fileName; ///< empty: it is a text
    QByteArray bytes;
    QByteArray field = "assetData";
};

/// Asks one server and waits for each answer. Sends only the headers it is told to, and paths as they are given.
class HttpClient
{
public:
    HttpClient() = default;
    /// `key` goes along as x-api-key where it is not empty.
    explicit HttpClient(QString url, QByteArray key = {});

    [[nodiscard]] HttpClient withKey(const QByteArray &key) const;
    /// Each is a whole line: `Accept-Language: en`.
    [[nodiscard]] HttpClient withHeaders(const QList<QByteArray> &lines) const;
    /// For https: the certificate that the server must show, as a PEM file.
    [[nodiscard]] HttpClient withCertificate(const QString &path) const;
    /// Closes the connection where the answer is not there within that time; the answer's status is 0 then.
    [[nodiscard]] HttpClient withPatience(int ms) const;
    /// Asks all over one connection, as it and its copies then do: none of them on two threads at a time.
    [[nodiscard]] HttpClient withConnection() const;

    [[nodiscard]] HttpAnswer get(const QString &path) const { return send("GET", path); }
    [[nodiscard]] HttpAnswer head(const QString &path) const { return send("HEAD", path); }
    [[nodiscard]] HttpAnswer remove(const QString &path) const { return send("DELETE", path); }
    [[nodiscard]] HttpAnswer post(const QString &path, const QJsonObject &body = {}) const;
    [[nodiscard]] HttpAnswer put(const QString &path, const QJsonObject &body) const;
    [[nodiscard]] HttpAnswer postForm(const QString &path, const QList<FormFile> &parts) const;
    [[nodiscard]] HttpAnswer upload(const QList<FormFile> &files) const;
    [[nodiscard]] HttpAnswer upload(const QString &fileName, const QByteArray &bytes) const;
    [[nodiscard]] HttpAnswer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                                  const QByteArray &type = {}) const;

    [[nodiscard]] const QString &url() const { return m_url; }
    [[nodiscard]] const QByteArray &key() const { return m_key; }

private:
    QString m_url;
    QByteArray m_key;
    QList<QByteArray> m_headers;
    QString m_certificate;
    int m_patienceMs = 600'000;         ///< backups and checks answer when they are done
    std::shared_ptr<void> m_connection; ///< libcurl's; empty: each call makes one
};

/// The names of an object's members, sorted.
[[nodiscard]] QStringList keysOf(const QJsonObject &object);

} // namespace kinframe::test
