// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <stop_token>
#include <string_view>

namespace kinframe::render {

/// How the bytes of a scene's file are packed.
enum class Packing { None, Gzip, Zstd };

/// What a file is, whatever it is called.
struct FileMark
{
    QByteArray md5; ///< 16 bytes
    qint64 size = 0;
};

/// Reads a scene's file once, from its beginning to its end: what it says goes to the reader unpacked, in blocks, while
/// another thread hashes its bytes as they lie on the disk. Holds a few MB, whatever the file. One thread at a time.
class SceneBytes
{
public:
    /// FileNotFound, FileIsDirectory, FileUnreadable. Reading fails with Canceled once the token asks to stop.
    [[nodiscard]] static Result<std::unique_ptr<SceneBytes>> open(const QString &path, std::stop_token stop);
    ~SceneBytes();
    SceneBytes(const SceneBytes &) = delete;
    SceneBytes &operator=(const SceneBytes &) = delete;

    [[nodiscard]] Packing packing() const;
    /// The next bytes, unpacked, which live until the next call; none at the end. FileVanished, Canceled.
    [[nodiscard]] Result<std::string_view> next();
    /// Whether the packed bytes ended too early or are damaged: what could be unpacked was given.
    [[nodiscard]] bool isDamaged() const;
    /// Reads what is left of the file; nothing can be read afterwards. FileVanished, Canceled.
    [[nodiscard]] Result<FileMark> finish();

private:
    struct State;
    explicit SceneBytes(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace kinframe::render
