// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/part_headers.h"

#include "server/http/header_value.h"
#include "server/http/invalid_input.h"
#include "server/http/percent.h"

#include <algorithm>
#include <optional>

namespace kinframe::http {

using namespace Qt::StringLiterals;

namespace {

struct PartLines
{
    std::optional<QByteArrayView> disposition;
    std::optional<QByteArrayView> type;
    std::optional<QByteArrayView> transferEncoding;
};

Failure broken(QByteArrayView line)
{
    return invalidInput(u"Content-Disposition"_s, line, u"header lines of a form part (RFC 7578)"_s);
}

Result<void> readLine(QByteArrayView line, PartLines &lines)
{
    const qsizetype colon = line.indexOf(':');
    const auto breaksLines = [](char character) { return character == '\r' || character == '\n' || character == '\0'; };
    if (colon < 0 || !isToken(line.first(colon)) || std::any_of(line.begin(), line.end(), breaksLines)) {
        return broken(line);
    }
    const QByteArrayView name = line.first(colon);
    std::optional<QByteArrayView> *place = equalsIgnoringCase(name, "content-disposition") ? &lines.disposition
                                           : equalsIgnoringCase(name, "content-type")      ? &lines.type
                                           : equalsIgnoringCase(name, "content-transfer-encoding")
                                               ? &lines.transferEncoding
                                               : nullptr;
    if (place != nullptr) {
        if (*place) {
            return broken(line);
        }
        *place = trimmed(line.sliced(colon + 1));
    }
    return {};
}

Result<PartLines> readLines(QByteArrayView block)
{
    PartLines lines;
    while (!block.isEmpty()) {
        qsizetype end = block.indexOf(QByteArrayView("\r\n"));
        end = end < 0 ? block.size() : end;
        if (Result<void> read = readLine(block.first(end), lines); !read) {
            return failed(read);
        }
        block = block.sliced(std::min(end + 2, block.size()));
    }
    return lines;
}

/// Browsers escape these three, and nothing else, in the names they put between quotes.
QByteArray withoutFormEscapes(QByteArray text)
{
    return text.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
}

/// RFC 5987: charset'language'percent-encoded.
std::optional<QString> extendedValue(QByteArrayView text)
{
    const qsizetype charsetEnd = text.indexOf('\'');
    const qsizetype languageEnd = charsetEnd < 0 ? -1 : text.indexOf('\'', charsetEnd + 1);
    if (languageEnd < 0) {
        return {};
    }
    const QByteArrayView charset = text.first(charsetEnd);
    const std::optional<QByteArray> bytes = percentDecoded(text.sliced(languageEnd + 1));
    if (bytes && equalsIgnoringCase(charset, "utf-8")) {
        return utf8Text(*bytes);
    }
    if (bytes && equalsIgnoringCase(charset, "iso-8859-1")) {
        return QString::fromLatin1(*bytes);
    }
    return {};
}

Result<void> readFileName(const ParameterizedValue &disposition, PartHeaders &part)
{
    if (const std::optional<QByteArray> extended = disposition.parameter("filename*")) {
        const std::optional<QString> name = extendedValue(*extended);
        if (!name) {
            return invalidInput(u"filename*"_s, *extended, u"a name such as UTF-8''na%C3%AFve.jpg (RFC 5987)"_s);
        }
        part.isFile = true;
        part.fileName = lastSegment(*name);
    } else if (const std::optional<QByteArray> plain = disposition.parameter("filename")) {
        // A name in some other charset should not cost the upload: it is a label only.
        part.isFile = true;
        part.fileName = lastSegment(QString::fromUtf8(withoutFormEscapes(*plain)));
    }
    return {};
}

Result<void> readDisposition(QByteArrayView header, PartHeaders &part)
{
    const std::optional<ParameterizedValue> disposition = parseParameterized(header);
    if (!disposition || disposition->value != "form-data") {
        return invalidInput(u"Content-Disposition"_s, header, u"form-data; name=\"…\""_s);
    }
    const std::optional<QByteArray> name = disposition->parameter("name");
    const std::optional<QString> text = name ? utf8Text(withoutFormEscapes(*name)) : std::nullopt;
    if (!text) {
        return invalidInput(u"Content-Disposition"_s, header, u"form-data with a name in UTF-8"_s);
    }
    part.name = *text;
    return readFileName(*disposition, part);
}

bool keepsBytes(QByteArrayView transferEncoding)
{
    return equalsIgnoringCase(transferEncoding, "binary") || equalsIgnoringCase(transferEncoding, "8bit") ||
           equalsIgnoringCase(transferEncoding, "7bit");
}

} // namespace

QString lastSegment(const QString &sent)
{
    const qsizetype separator = std::max(sent.lastIndexOf(u'/'), sent.lastIndexOf(u'\\'));
    QString name = sent.sliced(separator + 1);
    name.removeIf([](QChar character) { return character.unicode() < 0x20 || character.unicode() == 0x7F; });
    return name == u"."_s || name == u".."_s ? QString() : name;
}

Result<PartHeaders> parsePartHeaders(QByteArrayView block)
{
    const Result<PartLines> lines = readLines(block);
    if (!lines) {
        return failed(lines);
    }
    if (!lines->disposition) {
        return fail(ErrorCode::MissingField,
                    {{u"field"_s, u"Content-Disposition"_s}, {u"expected"_s, u"in every part of a form"_s}});
    }
    if (lines->transferEncoding && !keepsBytes(*lines->transferEncoding)) {
        return fail(ErrorCode::Unsupported, {{u"value"_s, QString::fromUtf8(*lines->transferEncoding)},
                                             {u"expected"_s, u"Content-Transfer-Encoding: binary"_s}});
    }
    PartHeaders part;
    part.contentType = lines->type.value_or(QByteArrayView()).toByteArray();
    if (Result<void> read = readDisposition(*lines->disposition, part); !read) {
        return failed(read);
    }
    return part;
}

} // namespace kinframe::http
