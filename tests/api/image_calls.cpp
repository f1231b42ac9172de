// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/image_calls.h"

#include "api/made_files.h"

#include <QJsonDocument>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray boundary = "kinframe-image-0123456789abcdef";

QByteArray field(const QByteArray &name, const QByteArray &value)
{
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

} // namespace

HttpAnswer putImages(const HttpClient &client, const QList<ImageFile> &files,
                     const QList<std::pair<QByteArray, QByteArray>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        body += field(name, value);
    }
    for (const ImageFile &file : files) {
        if (!file.metadata.isEmpty()) {
            body += field("metadata", file.metadata);
        }
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" +
                file.name.toUtf8() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file.bytes + "\r\n";
    }
    body += "--" + boundary + "--\r\n";
    return client.send("PUT", u"/api/images"_s, body, "multipart/form-data; boundary=" + boundary);
}

QString putMade(const HttpClient &client, int number, const QJsonObject &metadata)
{
    const QByteArray json = metadata.isEmpty() ? QByteArray() : QJsonDocument(metadata).toJson(QJsonDocument::Compact);
    const QByteArray bytes = madeJpeg(number);
    const HttpAnswer answer = putImages(client, {{u"made_%1.jpg"_s.arg(number), bytes, json}});
    const QJsonArray taken = answer.object().value("success"_L1).toArray();
    return taken.isEmpty() ? QString() : taken.first().toObject().value("hash"_L1).toString();
}

QString imagePath(const QString &hash, const QString &tail)
{
    return u"/api/images/"_s + hash + tail;
}

QJsonObject metadataOf(const HttpClient &client, const QString &hash)
{
    return client.get(imagePath(hash)).object().value("metadata"_L1).toObject();
}

QJsonObject errorOf(const HttpAnswer &answer)
{
    return answer.object().value("error"_L1).toObject();
}

QStringList hashesOf(const HttpAnswer &answer)
{
    QStringList hashes;
    for (const auto &image : answer.object().value("images"_L1).toArray()) {
        hashes << image.toObject().value("hash"_L1).toString();
    }
    return hashes;
}

} // namespace kinframe::test
