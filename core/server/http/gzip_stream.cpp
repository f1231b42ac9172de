// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/gzip_stream.h"

#define ZLIB_CONST
#include <zlib.h>

namespace kinframe::http {

using namespace Qt::StringLiterals;

namespace {

/// The largest window, and gzip's header instead of zlib's.
constexpr int gzipWindowBits = 15 + 16;
constexpr int memoryLevel = 8;
/// zlib counts in unsigned int.
constexpr qsizetype largestPiece = 1 << 30;
constexpr qsizetype outputStep = 32 * 1024;

} // namespace

struct GzipStream::State
{
    z_stream stream{};
    int status = Z_OK;

    explicit State(int level)
    {
        status = deflateInit2(&stream, level, Z_DEFLATED, gzipWindowBits, memoryLevel, Z_DEFAULT_STRATEGY);
    }
    ~State() { deflateEnd(&stream); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    /// Appends what comes out until zlib has no more to say.
    void drain(QByteArray &output, int mode)
    {
        do {
            const qsizetype before = output.size();
            output.resize(before + outputStep);
            stream.next_out = reinterpret_cast<Bytef *>(output.data() + before);
            stream.avail_out = static_cast<uInt>(outputStep);
            status = deflate(&stream, mode);
            output.chop(static_cast<qsizetype>(stream.avail_out));
        } while (status == Z_OK && stream.avail_out == 0);
        if (status == Z_STREAM_END || status == Z_BUF_ERROR) {
            status = Z_OK;
        }
    }
};

GzipStream::GzipStream(int level)
    : m_state(std::make_unique<State>(level))
{
}

GzipStream::~GzipStream() = default;
GzipStream::GzipStream(GzipStream &&) noexcept = default;
GzipStream &GzipStream::operator=(GzipStream &&) noexcept = default;

Result<QByteArray> GzipStream::add(QByteArrayView bytes)
{
    return run(bytes, Z_NO_FLUSH);
}

Result<QByteArray> GzipStream::flush()
{
    return run({}, Z_SYNC_FLUSH);
}

Result<QByteArray> GzipStream::finish()
{
    return run({}, Z_FINISH);
}

Result<QByteArray> GzipStream::run(QByteArrayView bytes, int mode)
{
    QByteArray output;
    do {
        const qsizetype length = std::min(bytes.size(), largestPiece);
        m_state->stream.next_in = reinterpret_cast<const Bytef *>(bytes.data());
        m_state->stream.avail_in = static_cast<uInt>(length);
        bytes = bytes.sliced(length);
        if (m_state->status == Z_OK) {
            m_state->drain(output, mode);
        }
    } while (!bytes.isEmpty());
    if (m_state->status != Z_OK) {
        return fail(ErrorCode::Internal, {}, u"zlib failed with %1"_s.arg(m_state->status));
    }
    return output;
}

} // namespace kinframe::http
