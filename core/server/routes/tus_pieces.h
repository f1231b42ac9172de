// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/files/partial_uploads.h"
#include "server/http/request.h"
#include "server/routes/api_services.h"

namespace kinframe::server {

/// One piece while it arrives.
class PieceSink final : public http::BodySink
{
public:
    PieceSink(QUuid upload, std::unique_ptr<render::PartialFile::Writer> writer)
        : uuid(upload)
        , m_writer(std::move(writer))
    {
    }

    [[nodiscard]] Result<void> add(QByteArrayView bytes) override { return m_writer->add(bytes); }
    /// Finished by the handler: putting it on the disk may take long.
    [[nodiscard]] Result<void> end() override { return {}; }

    render::PartialFile::Writer &writer() { return *m_writer; }
    /// A later piece may be written.
    void close() { m_writer.reset(); }

    const QUuid uuid;

private:
    std::unique_ptr<render::PartialFile::Writer> m_writer;
};

/// The first piece of an upload that is recorded when the piece has come: where it does not come whole, the client has
/// not heard yet where it could go on.
class FirstPieceSink final : public http::BodySink
{
public:
    FirstPieceSink(render::PartialUploads &uploads, render::PartialUpload draft,
                   std::unique_ptr<render::PartialFile::Writer> writer)
        : m_uploads(uploads)
        , m_draft(std::move(draft))
        , m_piece(m_draft.uuid, std::move(writer))
    {
    }
    ~FirstPieceSink() override
    {
        m_piece.close();
        if (!m_isRecorded) {
            m_uploads.discard(m_draft);
        }
    }
    FirstPieceSink(const FirstPieceSink &) = delete;
    FirstPieceSink &operator=(const FirstPieceSink &) = delete;

    [[nodiscard]] Result<void> add(QByteArrayView bytes) override { return m_piece.add(bytes); }
    [[nodiscard]] Result<void> end() override { return m_piece.end(); }

    [[nodiscard]] Result<void> record()
    {
        const auto recorded = m_uploads.record(m_draft);
        m_isRecorded = recorded.has_value();
        return recorded ? Result<void>() : failed(recorded);
    }
    [[nodiscard]] PieceSink &piece() { return m_piece; }

private:
    render::PartialUploads &m_uploads;
    render::PartialUpload m_draft;
    PieceSink m_piece;
    bool m_isRecorded = false;
};

/// Whether the request speaks our version of tus; 412.
[[nodiscard]] http::Admitted<void> checkTusVersion(const http::Headers &headers);
/// The UUID of an upload; NotFound where it is none.
[[nodiscard]] Result<QUuid> tusUploadOf(const QString &text);
/// What a POST says of the upload that it begins; its file is made.
[[nodiscard]] Result<render::PartialUpload> tusDraftOf(const ApiServices &services, const http::Headers &headers,
                                                       const accounts::Principal &principal);

/// Opens the body of a POST that brings the first piece along: a FirstPieceSink.
[[nodiscard]] http::Admitted<std::shared_ptr<http::BodySink>> openFirstPiece(const ApiServices &services,
                                                                             const http::BodyStart &start);
/// Opens the body of a PATCH: a PieceSink.
[[nodiscard]] http::Admitted<std::shared_ptr<http::BodySink>> openPiece(const ApiServices &services,
                                                                        const http::BodyStart &start);
/// The same for a request without a body: a piece of no bytes.
[[nodiscard]] http::Admitted<std::shared_ptr<PieceSink>>
openPieceAt(const ApiServices &services, const http::Head &head, const QString &id, qint64 userId);

} // namespace kinframe::server
