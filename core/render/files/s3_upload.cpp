// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/s3_upload.h"

#include "base/files.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 leastPart = 16 * 1024 * 1024; // S3 takes none below 5 MiB but the last
constexpr qint64 mostParts = 10'000;

/// A stretch of a file as bytes.
class Mapped
{
public:
    Mapped(QFile &file, qint64 offset, qint64 size)
        : m_file(file)
        , m_size(size)
        , m_memory(size > 0 ? file.map(offset, size) : nullptr)
    {
    }
    ~Mapped()
    {
        if (m_memory != nullptr) {
            m_file.unmap(m_memory);
        }
    }
    Mapped(const Mapped &) = delete;
    Mapped &operator=(const Mapped &) = delete;

    [[nodiscard]] bool isThere() const { return m_size == 0 || m_memory != nullptr; }
    [[nodiscard]] QByteArray bytes() const
    {
        return m_memory == nullptr ? QByteArray()
                                   : QByteArray::fromRawData(reinterpret_cast<const char *>(m_memory), m_size);
    }

private:
    QFile &m_file;
    qint64 m_size;
    uchar *m_memory;
};

Failure unreadable(const QFile &file)
{
    return fail(ErrorCode::DiskFailed, {{u"path"_s, file.fileName()}, {u"reason"_s, file.errorString()}});
}

bool isSuccess(const transfer::HttpAnswer &answer)
{
    return answer.head.status / 100 == 2;
}

/// The text of the first element of that name; null where there is none.
QString elementOf(const QByteArray &document, QLatin1String name)
{
    QXmlStreamReader xml(document);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == name) {
            return xml.readElementText();
        }
    }
    return {};
}

/// One upload in parts, given up unless it is completed.
class Multipart
{
public:
    Multipart(const S3Calls &calls, QString key, std::stop_token stop)
        : m_calls(calls)
        , m_key(std::move(key))
        , m_stop(std::move(stop))
    {
    }
    ~Multipart()
    {
        if (!m_id.isEmpty()) {
            // Whatever becomes of it: the store sweeps what is left over by its own rules.
            std::ignore = m_calls.send({"DELETE", m_key, {{"uploadId", m_id}}});
        }
    }
    Multipart(const Multipart &) = delete;
    Multipart &operator=(const Multipart &) = delete;

    Result<void> begin()
    {
        const auto answer = m_calls.send({"POST", m_key, {{"uploads", ""}}}, m_stop);
        if (!answer) {
            return failed(answer);
        }
        m_id = isSuccess(*answer) ? elementOf(answer->body, "UploadId"_L1).toUtf8() : QByteArray();
        return m_id.isEmpty() ? Result<void>(m_calls.refused(*answer)) : Result<void>();
    }

    Result<void> put(const QByteArray &bytes)
    {
        const QByteArray number = QByteArray::number(qint64(m_etags.size()) + 1);
        const auto answer = m_calls.send({"PUT", m_key, {{"partNumber", number}, {"uploadId", m_id}}, bytes}, m_stop);
        if (!answer) {
            return failed(answer);
        }
        const QByteArray etag = answer->head.header("ETag");
        if (!isSuccess(*answer) || etag.isEmpty()) {
            return m_calls.refused(*answer);
        }
        m_etags.push_back(etag);
        return {};
    }

    Result<void> complete()
    {
        const auto answer = m_calls.send({"POST", m_key, {{"uploadId", m_id}}, listOfParts()}, m_stop);
        if (!answer) {
            return failed(answer);
        }
        // Where putting them together takes long, a 200 comes first, and an error in the body after it.
        if (!isSuccess(*answer) || elementOf(answer->body, "ETag"_L1).isEmpty()) {
            return m_calls.refused(*answer);
        }
        m_id.clear();
        return {};
    }

private:
    [[nodiscard]] QByteArray listOfParts() const
    {
        QByteArray document;
        QXmlStreamWriter xml(&document);
        xml.writeStartElement(u"CompleteMultipartUpload"_s);
        for (size_t i = 0; i < m_etags.size(); ++i) {
            xml.writeStartElement(u"Part"_s);
            xml.writeTextElement(u"PartNumber"_s, QString::number(i + 1));
            xml.writeTextElement(u"ETag"_s, QString::fromLatin1(m_etags[i]));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        return document;
    }

    const S3Calls &m_calls;
    const QString m_key;
    const std::stop_token m_stop;
    QByteArray m_id;
    std::vector<QByteArray> m_etags;
};

Result<void> putWhole(const S3Calls &calls, const QString &key, QFile &file, const Digests &digests,
                      const std::stop_token &stop)
{
    const Mapped all(file, 0, digests.size);
    if (!all.isThere()) {
        return unreadable(file);
    }
    const auto answer = calls.send({"PUT", key, {}, all.bytes(), digests.sha256.toHex()}, stop);
    if (!answer) {
        return failed(answer);
    }
    return isSuccess(*answer) ? Result<void>() : Result<void>(calls.refused(*answer));
}

Result<void> putParts(const S3Calls &calls, const QString &key, QFile &file, qint64 size, const std::stop_token &stop)
{
    const qint64 partSize = std::max(leastPart, size / (mostParts - 1) + 1);
    Multipart upload(calls, key, stop);
    if (auto begun = upload.begin(); !begun) {
        return begun;
    }
    for (qint64 offset = 0; offset < size; offset += partSize) {
        const Mapped part(file, offset, std::min(partSize, size - offset));
        if (!part.isThere()) {
            return unreadable(file);
        }
        if (auto put = upload.put(part.bytes()); !put) {
            return put;
        }
    }
    return upload.complete();
}

} // namespace

Result<void> putObject(const S3Calls &calls, const QString &key, const QString &path, const Digests &digests,
                       const std::stop_token &stop, qint64 partsAbove)
{
    auto file = openForReading(path);
    if (!file) {
        return failed(file);
    }
    return digests.size > partsAbove ? putParts(calls, key, **file, digests.size, stop)
                                     : putWhole(calls, key, **file, digests, stop);
}

} // namespace kinframe::render
