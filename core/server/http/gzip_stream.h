// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace kinframe::http {

/// Makes a gzip stream of pieces. One thread at a time. Fails with Internal only (no memory).
class GzipStream
{
public:
    /// `level` 1 (fast) to 9 (small).
    explicit GzipStream(int level = 5);
    ~GzipStream();
    GzipStream(GzipStream &&) noexcept;
    GzipStream &operator=(GzipStream &&) noexcept;

    /// What is ready after these bytes; often nothing.
    [[nodiscard]] Result<QByteArray> add(QByteArrayView bytes);
    /// As add, without new bytes: everything given so far can be unpacked from what came out.
    [[nodiscard]] Result<QByteArray> flush();
    /// The end of the stream; add nothing afterwards.
    [[nodiscard]] Result<QByteArray> finish();

private:
    struct State;
    [[nodiscard]] Result<QByteArray> run(QByteArrayView bytes, int mode);

    std::unique_ptr<State> m_state;
};

} // namespace kinframe::http
