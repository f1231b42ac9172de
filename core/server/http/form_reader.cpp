// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/form_reader.h"

#include "server/http/invalid_input.h"
#include "server/http/percent.h"

namespace kinframe::http {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<FormReader>> FormReader::make(QByteArrayView contentType, const Limits &limits,
                                                     const QString &spoolFolder)
{
    const auto boundary = multipartBoundary(contentType);
    if (!boundary) {
        return failed(boundary);
    }
    return std::unique_ptr<FormReader>(new FormReader(*boundary, limits, spoolFolder));
}

FormReader::FormReader(const QByteArray &boundary, const Limits &limits, QString spoolFolder)
    : m_parser(boundary, *this)
    , m_spoolFolder(std::move(spoolFolder))
    , m_textLimit(limits.formTextBytes)
{
}

Result<void> FormReader::take(QByteArrayView bytes)
{
    return m_parser.feed(bytes);
}

Result<void> FormReader::finish(RequestParts &parts)
{
    if (auto finished = m_parser.finish(); !finished) {
        return finished;
    }
    parts.form = std::move(m_form);
    return {};
}

Result<void> FormReader::partBegin(const PartHeaders &headers)
{
    m_part = headers;
    m_text.clear();
    if (headers.isFile) {
        auto file = SpooledFile::create(m_spoolFolder);
        if (!file) {
            return failed(file);
        }
        m_file = std::move(*file);
    }
    return {};
}

Result<void> FormReader::partData(QByteArrayView bytes)
{
    if (m_file) {
        return m_file->write(bytes);
    }
    m_textBytes += bytes.size();
    if (m_textBytes > m_textLimit) {
        return fail(ErrorCode::TooLarge, {{u"field"_s, m_part.name},
                                          {u"value"_s, u"more than %1 bytes with the other fields"_s.arg(m_textLimit)},
                                          {u"limit"_s, u"%1 bytes"_s.arg(m_textLimit)}});
    }
    m_text.append(bytes);
    return {};
}

Result<void> FormReader::partEnd()
{
    if (m_file) {
        if (auto finished = m_file->finish(); !finished) {
            return finished;
        }
        m_form.files.push_back({m_part.name, m_part.fileName, m_part.contentType, std::move(m_file)});
        m_file.reset();
        return {};
    }
    const auto text = utf8Text(m_text);
    if (!text) {
        return invalidInput(m_part.name, m_text.toPercentEncoding(), u"text in UTF-8"_s);
    }
    m_form.fields.push_back({m_part.name, *text});
    return {};
}

} // namespace kinframe::http
