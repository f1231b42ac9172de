// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/asset_stream.h"

#include <algorithm>

namespace kinframe::server {
namespace {

// Some 200 KB of JSON: enough that a piece costs more than its way, little enough to be held for many clients.
constexpr size_t assetsAtOnce = 150;
constexpr qsizetype usualPiece = 256 * 1024;

/// Gives the pieces of one list, an empty one at the end.
class Pieces
{
public:
    explicit Pieces(AssetStream stream)
        : m_stream(std::move(stream))
        , m_head(std::move(m_stream.before))
    {
    }

    [[nodiscard]] bool isWhole() const { return m_isWhole; }

    Result<QByteArray> next()
    {
        if (m_isWhole) {
            return QByteArray();
        }
        QByteArray piece;
        piece.reserve(usualPiece);
        piece.append(std::exchange(m_head, ","));
        const std::span rest = std::span<const qint64>(m_stream.ids).subspan(m_next);
        const std::span batch = rest.first(std::min(rest.size(), assetsAtOnce));
        const auto written = m_stream.snapshot->read([&](storage::Connection &db) -> Result<void> {
            m_stream.writer.write(db, batch, piece);
            return {};
        });
        if (!written) {
            return failed(written);
        }
        m_next += batch.size();
        m_isWhole = m_next == m_stream.ids.size();
        if (m_isWhole) {
            piece.append(m_stream.after);
            m_stream.snapshot.reset();
        }
        return piece;
    }

private:
    AssetStream m_stream;
    QByteArray m_head;
    size_t m_next = 0;
    bool m_isWhole = false;
};

} // namespace

Result<http::Reply> assetListReply(AssetStream stream)
{
    auto pieces = std::make_shared<Pieces>(std::move(stream));
    auto first = pieces->next();
    if (!first) {
        return failed(first);
    }
    if (pieces->isWhole()) {
        return http::Reply::jsonBytes(std::move(*first));
    }
    return http::Reply::stream(
        [pieces, first = std::move(*first)]() mutable -> Result<QByteArray> {
            return first.isEmpty() ? pieces->next() : Result<QByteArray>(std::exchange(first, {}));
        },
        "application/json");
}

} // namespace kinframe::server
