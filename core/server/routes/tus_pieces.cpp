// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/tus_pieces.h"

#include "base/ids.h"
#include "server/http/header_value.h"
#include "server/http/status.h"
#include "server/routes/file_facts.h"
#include "server/routes/tus_headers.h"

namespace kinframe::server {

using namespace Qt::StringLiterals;
using http::Admitted;
using http::BodyStart;
using http::Refusal;

namespace {

constexpr const char *version = "1.0.0";

tl::unexpected<Refusal> refused(const Error &error, int status = 0)
{
    return tl::unexpected(Refusal{.status = status != 0 ? status : http::statusOf(error), .error = error});
}

Admitted<void> checkBodyType(const http::Headers &headers)
{
    const QByteArrayView type = http::trimmed(headers.value("Content-Type"));
    const QByteArray expected = "application/offset+octet-stream";
    if (http::equalsIgnoringCase(type, expected)) {
        return {};
    }
    return refused({ErrorCode::Unsupported,
                    {{u"value"_s, QString::fromLatin1(type)}, {u"expected"_s, QString::fromLatin1(expected)}},
                    {}});
}

} // namespace

Admitted<void> checkTusVersion(const http::Headers &headers)
{
    if (http::trimmed(headers.value("Tus-Resumable")) == version) {
        return {};
    }
    return refused({ErrorCode::InvalidArgument,
                    {{u"field"_s, u"Tus-Resumable"_s},
                     {u"value"_s, QString::fromLatin1(headers.value("Tus-Resumable"))},
                     {u"expected"_s, QString::fromLatin1(version)}},
                    {}},
                   412);
}

Result<QUuid> tusUploadOf(const QString &text)
{
    const auto uuid = uuidFromText(text);
    return uuid ? Result<QUuid>(*uuid)
                : fail(ErrorCode::NotFound, {{u"what"_s, u"upload"_s}, {u"id"_s, text.left(80)}});
}

Result<render::PartialUpload> tusDraftOf(const ApiServices &services, const http::Headers &headers,
                                         const accounts::Principal &principal)
{
    const auto size = tusBytes(headers, "Upload-Length");
    const auto metadata = tusMetadata(headers);
    if (!size || !metadata) {
        return !size ? failed(size) : failed(metadata);
    }
    const auto get = [&](const QString &name) -> std::optional<QString> {
        const auto found = metadata->find(name);
        return found == metadata->end() ? std::nullopt : std::optional(found->second);
    };
    const QString fileName = get(u"filename"_s).value_or(get(u"name"_s).value_or(QString()));
    const auto facts = fileFactsOf(principal, fileName, get);
    if (!facts) {
        return failed(facts);
    }
    return services.partialUploads->draft(principal.userId, *size,
                                          QString::fromLatin1(headers.value("Upload-Metadata")), *facts);
}

Admitted<std::shared_ptr<http::BodySink>> openFirstPiece(const ApiServices &services, const BodyStart &start)
{
    const http::Headers &headers = start.head.headers;
    if (auto checked = checkTusVersion(headers).and_then([&] { return checkBodyType(headers); }); !checked) {
        return tl::unexpected(checked.error());
    }
    const auto checksum = tusChecksum(headers);
    if (!checksum) {
        return refused(checksum.error());
    }
    const auto draft = tusDraftOf(services, headers, *start.principal);
    if (!draft) {
        return refused(draft.error());
    }
    auto writer = services.partialUploads->write(*draft, start.head.contentLength.value_or(-1), *checksum);
    if (!writer) {
        services.partialUploads->discard(*draft);
        return refused(writer.error());
    }
    return std::make_shared<FirstPieceSink>(*services.partialUploads, *draft, std::move(*writer));
}

Admitted<std::shared_ptr<PieceSink>> openPieceAt(const ApiServices &services, const http::Head &head, const QString &id,
                                                 qint64 userId)
{
    const http::Headers &headers = head.headers;
    if (auto checked = checkTusVersion(headers).and_then([&] { return checkBodyType(headers); }); !checked) {
        return tl::unexpected(checked.error());
    }
    const auto uuid = tusUploadOf(id);
    const auto offset = tusBytes(headers, "Upload-Offset");
    const auto checksum = tusChecksum(headers);
    if (!uuid || !offset || !checksum) {
        return refused(!uuid ? uuid.error() : !offset ? offset.error() : checksum.error());
    }
    auto writer = services.partialUploads->write(userId, *uuid, *offset, head.contentLength.value_or(-1), *checksum);
    return writer ? Admitted<std::shared_ptr<PieceSink>>(std::make_shared<PieceSink>(*uuid, std::move(*writer)))
                  : refused(writer.error());
}

Admitted<std::shared_ptr<http::BodySink>> openPiece(const ApiServices &services, const BodyStart &start)
{
    return openPieceAt(services, start.head, start.arguments.front(), start.principal->userId)
        .map([](std::shared_ptr<PieceSink> sink) -> std::shared_ptr<http::BodySink> { return sink; });
}

} // namespace kinframe::server
