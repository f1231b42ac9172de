// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http_client.h"

#include <QJsonDocument>

#include <curl/curl.h>

#include <memory>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

struct CurlEnd
{
    void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

size_t takeBody(char *bytes, size_t size, size_t count, void *target)
{
    static_cast<QByteArray *>(target)->append(bytes, static_cast<qsizetype>(size * count));
    return size * count;
}

size_t takeHeader(char *bytes, size_t size, size_t count, void *target)
{
    const QByteArray line(bytes, static_cast<qsizetype>(size * count));
    const qsizetype colon = line.indexOf(':');
    if (colon > 0) {
        static_cast<QMap<QByteArray, QByteArray> *>(target)->insert(line.first(colon).toLower(),
                                                                    line.sliced(colon + 1).trimmed());
    }
    return size * count;
}

QByteArray formBody(const QList<FormFile> &files, const QByteArray &boundary)
{
    QByteArray body;
    for (const FormFile &file : files) {
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field + '"';
        if (!file.fileName.isEmpty()) {
            body += "; filename=\"" + file.fileName.toUtf8() + "\"\r\nContent-Type: application/octet-stream";
        }
        body += "\r\n\r\n" + file.bytes + "\r\n";
    }
    return body + "--" + boundary + "--\r\n";
}

} // namespace

QJsonObject HttpAnswer::object() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonArray HttpAnswer::array() const
{
    return QJsonDocument::fromJson(body).array();
}

QByteArray HttpAnswer::text() const
{
    return QByteArray::number(status) + ' ' + failure.toUtf8() + ' ' + body.left(2000);
}

HttpClient::HttpClient(QString url, QByteArray key)
    : m_url(std::move(url))
    , m_key(std::move(key))
{
}

HttpClient HttpClient::withKey(const QByteArray &key) const
{
    HttpClient other = *this;
    other.m_key = key;
    return other;
}

HttpClient HttpClient::withHeaders(const QList<QByteArray> &lines) const
{
    HttpClient other = *this;
    other.m_headers += lines;
    return other;
}

HttpClient HttpClient::withCertificate(const QString &path) const
{
    HttpClient other = *this;
    other.m_certificate = path;
    return other;
}

HttpClient HttpClient::withPatience(int ms) const
{
    HttpClient other = *this;
    other.m_patienceMs = ms;
    return other;
}

HttpClient HttpClient::withConnection() const
{
    HttpClient other = *this;
    other.m_connection = std::shared_ptr<CURL>(curl_easy_init(), CurlEnd());
    return other;
}

HttpAnswer HttpClient::post(const QString &path, const QJsonObject &body) const
{
    return send("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact), "application/json");
}

HttpAnswer HttpClient::put(const QString &path, const QJsonObject &body) const
{
    return send("PUT", path, QJsonDocument(body).toJson(QJsonDocument::Compact), "application/json");
}

HttpAnswer HttpClient::postForm(const QString &path, const QList<FormFile> &parts) const
{
    const QByteArray boundary = "kinframe-test-0123456789abcdef";
    return send("POST", path, formBody(parts, boundary), "multipart/form-data; boundary=" + boundary);
}

HttpAnswer HttpClient::upload(const QList<FormFile> &files) const
{
    return postForm(u"/api/asset/upload"_s, files);
}

HttpAnswer HttpClient::upload(const QString &fileName, const QByteArray &bytes) const
{
    return upload({FormFile{fileName, bytes}});
}

HttpAnswer HttpClient::send(const QByteArray &method, const QString &path, const QByteArray &body,
                            const QByteArray &type) const
{
    HttpAnswer answer;
    const std::shared_ptr<CURL> curl = m_connection ? m_connection : std::shared_ptr<CURL>(curl_easy_init(), CurlEnd());
    curl_easy_reset(curl.get()); // Its connection stays.
    const QByteArray url = (m_url + path).toUtf8();
    QList<QByteArray> wanted = m_headers;
    // An empty value takes away what the library would send by itself.
    wanted << "Expect:" << (type.isEmpty() ? QByteArray("Content-Type:") : QByteArray("Content-Type: " + type));
    if (!m_key.isEmpty()) {
        wanted << QByteArray("x-api-key: " + m_key);
    }
    curl_slist *lines = nullptr;
    for (const QByteArray &line : wanted) {
        lines = curl_slist_append(lines, line.constData());
    }
    const std::unique_ptr<curl_slist, CurlEnd> headers(lines);
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.constData());
    curl_easy_setopt(curl.get(), CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(m_patienceMs));
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer.body);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &answer.headers);
    const QByteArray certificate = m_certificate.toLocal8Bit();
    if (!certificate.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_CAINFO, certificate.constData());
    }
    if (method == "HEAD") {
        curl_easy_setopt(curl.get(), CURLOPT_NOBODY, 1L);
    } else {
        curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, method.constData());
    }
    if (!type.isEmpty() || !body.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.constData());
    }
    if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK) {
        answer.failure = QString::fromLatin1(curl_easy_strerror(code));
    }
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    double seconds = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_TOTAL_TIME, &seconds);
    answer.ms = seconds * 1000;
    return answer;
}

QStringList keysOf(const QJsonObject &object)
{
    return object.keys();
}

} // namespace kinframe::test
