// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/tus_headers.h"

#include "server/http/header_value.h"
#include "server/http/invalid_input.h"

#include <QStringDecoder>

#include <array>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toByteArray(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

/// The part before the first space, and the part after it.
std::pair<QByteArrayView, QByteArrayView> halves(QByteArrayView text)
{
    const qsizetype space = text.indexOf(' ');
    return space < 0 ? std::pair(text, QByteArrayView())
                     : std::pair(text.first(space), http::trimmed(text.sliced(space + 1)));
}

std::optional<QString> utf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

Result<qint64> tusBytes(const http::Headers &headers, QByteArrayView name)
{
    const QString field = QString::fromLatin1(name);
    const auto value = headers.get(name);
    if (!value) {
        return fail(ErrorCode::MissingField, {{u"field"_s, field}, {u"expected"_s, u"a number of bytes"_s}});
    }
    const auto bytes = http::digits(http::trimmed(*value));
    return bytes ? Result<qint64>(*bytes) : http::invalidInput(field, *value, u"a number of bytes"_s);
}

Result<std::map<QString, QString>> tusMetadata(const http::Headers &headers)
{
    const QByteArrayView text = headers.value("Upload-Metadata");
    const auto wrong = [&] { return http::invalidInput(u"Upload-Metadata"_s, text, u"names with values in base64"_s); };
    std::map<QString, QString> metadata;
    for (const QByteArrayView pair : http::listElements(text)) {
        const auto [name, encoded] = halves(pair);
        const auto bytes = fromBase64(encoded);
        const auto value = bytes ? utf8(*bytes) : std::nullopt;
        if (name.isEmpty() || !value || !metadata.emplace(QString::fromLatin1(name), *value).second) {
            return wrong();
        }
    }
    return metadata;
}

Result<std::optional<render::PieceChecksum>> tusChecksum(const http::Headers &headers)
{
    using Algorithm = QCryptographicHash::Algorithm;
    static const std::array<std::pair<QByteArray, Algorithm>, 3> algorithms{
        {{"md5", Algorithm::Md5}, {"sha1", Algorithm::Sha1}, {"sha256", Algorithm::Sha256}}};
    const auto text = headers.get("Upload-Checksum");
    if (!text) {
        return std::optional<render::PieceChecksum>();
    }
    const auto [name, encoded] = halves(http::trimmed(*text));
    const auto value = fromBase64(encoded);
    for (const auto &[known, algorithm] : algorithms) {
        if (http::equalsIgnoringCase(name, known) && value &&
            value->size() == QCryptographicHash::hashLength(algorithm)) {
            return std::optional(render::PieceChecksum{algorithm, *value});
        }
    }
    return http::invalidInput(u"Upload-Checksum"_s, *text, u"md5, sha1 or sha256 with its value in base64"_s);
}

} // namespace kinframe::server
