// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/body_reader.h"

#include "server/http/form_reader.h"

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

class DroppingReader final : public BodyReader
{
public:
    Result<void> finish(RequestParts & /*parts*/) override { return {}; }

protected:
    Result<void> take(QByteArrayView /*bytes*/) override { return {}; }
};

class BufferingReader final : public BodyReader
{
public:
    explicit BufferingReader(qint64 expected)
    {
        // What a client promises is believed up to here; beyond it the buffer grows with what really comes.
        m_bytes.reserve(std::min<qint64>(expected, 64 * kibibyte));
    }

    Result<void> finish(RequestParts &parts) override
    {
        parts.body = std::move(m_bytes);
        return {};
    }

protected:
    Result<void> take(QByteArrayView bytes) override
    {
        m_bytes.append(bytes);
        return {};
    }

private:
    QByteArray m_bytes;
};

class SpoolingReader final : public BodyReader
{
public:
    explicit SpoolingReader(std::shared_ptr<SpooledFile> file)
        : m_file(std::move(file))
    {
    }

    Result<void> finish(RequestParts &parts) override
    {
        parts.upload = m_file;
        return m_file->finish();
    }

protected:
    Result<void> take(QByteArrayView bytes) override { return m_file->write(bytes); }

private:
    std::shared_ptr<SpooledFile> m_file;
};

class SinkReader final : public BodyReader
{
public:
    explicit SinkReader(std::shared_ptr<BodySink> sink)
        : m_sink(std::move(sink))
    {
    }

    Result<void> finish(RequestParts &parts) override
    {
        parts.sink = m_sink;
        return m_sink->end();
    }

protected:
    Result<void> take(QByteArrayView bytes) override { return m_sink->add(bytes); }

private:
    std::shared_ptr<BodySink> m_sink;
};

} // namespace

std::unique_ptr<BodyReader> BodyReader::into(std::shared_ptr<BodySink> sink, qint64 limit)
{
    auto reader = std::make_unique<SinkReader>(std::move(sink));
    reader->m_limit = limit;
    return reader;
}

Result<std::unique_ptr<BodyReader>> BodyReader::make(BodyKind kind, const Head &head, qint64 limit,
                                                     const Limits &limits, const QString &spoolFolder)
{
    const auto limited = [limit](auto reader) -> std::unique_ptr<BodyReader> {
        reader->m_limit = limit;
        return reader;
    };
    switch (kind) {
    case BodyKind::None:
        return limited(std::make_unique<DroppingReader>());
    case BodyKind::Json:
    case BodyKind::Text:
        return limited(std::make_unique<BufferingReader>(head.contentLength.value_or(0)));
    case BodyKind::Multipart: {
        auto form = FormReader::make(head.headers.value("Content-Type"), limits, spoolFolder);
        if (!form) {
            return failed(form);
        }
        return limited(std::move(*form));
    }
    case BodyKind::Sink:
        return fail(ErrorCode::Internal, {}, u"a sink is opened by its route"_s);
    case BodyKind::Raw:
        break;
    }
    auto file = SpooledFile::create(spoolFolder);
    if (!file) {
        return failed(file);
    }
    return limited(std::make_unique<SpoolingReader>(std::move(*file)));
}

Result<void> BodyReader::add(QByteArrayView bytes)
{
    m_size += bytes.size();
    if (m_size > m_limit) {
        return fail(ErrorCode::TooLarge, {{u"field"_s, u"body"_s},
                                          {u"value"_s, u"more than %1 bytes"_s.arg(m_limit)},
                                          {u"limit"_s, u"%1 bytes"_s.arg(m_limit)}});
    }
    return take(bytes);
}

} // namespace kinframe::http
