// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/render_calls.h"

#include <QCryptographicHash>
#include <QUrl>

namespace kinframe::test {

using namespace Qt::StringLiterals;

HttpAnswer putFile(const HttpClient &client, const QByteArray &bytes, const FormFields &fields, const QString &name)
{
    const QByteArray boundary = "kinframe-render-0123456789abcdef";
    QByteArray body;
    for (const auto &[field, value] : fields) {
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n";
    }
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.toUtf8() +
            "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n--" + boundary + "--\r\n";
    return client.send("POST", u"/api/files/upload"_s, body, "multipart/form-data; boundary=" + boundary);
}

QJsonObject dataOf(const HttpAnswer &answer)
{
    return answer.object().value("data"_L1).toObject();
}

QStringList wrongFieldsOf(const HttpAnswer &answer)
{
    QStringList fields;
    for (const auto &error : answer.object().value("errors"_L1).toArray()) {
        fields << error.toObject().value("field"_L1).toString();
    }
    return fields;
}

QByteArray md5Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
}

QByteArray madeBytes(int size, int seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = quint32(seed) * 2'654'435'761U + 1;
    for (char &byte : bytes) {
        state = state * 1'664'525U + 1'013'904'223U;
        byte = char(state >> 24);
    }
    return bytes;
}

QString beginTus(const HttpClient &client, qint64 size, const QByteArray &metadata)
{
    QList<QByteArray> headers{"Tus-Resumable: 1.0.0", "Upload-Length: " + QByteArray::number(size)};
    if (!metadata.isEmpty()) {
        headers << "Upload-Metadata: " + metadata;
    }
    const HttpAnswer answer = client.withHeaders(headers).send("POST", u"/api/files/tus"_s);
    return answer.status == 201 ? QUrl(QString::fromLatin1(answer.headers.value("location"))).path() : QString();
}

HttpAnswer sendPiece(const HttpClient &client, const QString &upload, qint64 offset, const QByteArray &bytes,
                     const QList<QByteArray> &more)
{
    const QList<QByteArray> headers{"Tus-Resumable: 1.0.0", "Upload-Offset: " + QByteArray::number(offset)};
    return client.withHeaders(headers + more).send("PATCH", upload, bytes, "application/offset+octet-stream");
}

qint64 offsetOf(const HttpClient &client, const QString &upload)
{
    const HttpAnswer answer = client.withHeaders({"Tus-Resumable: 1.0.0"}).head(upload);
    return answer.status == 200 ? answer.headers.value("upload-offset").toLongLong() : -1;
}

} // namespace kinframe::test
