// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"

#include <QByteArray>

#include <memory>

namespace kinframe::transfer {

/// What the bytes of a file must hash to, as far as anybody told.
struct Checksum
{
    enum class Kind { None, Sha256, Sha1 };

    Kind kind = Kind::None;
    QByteArray bytes;

    [[nodiscard]] static Checksum sha256(QByteArray bytes) { return {Kind::Sha256, std::move(bytes)}; }
    [[nodiscard]] static Checksum sha1(QByteArray bytes) { return {Kind::Sha1, std::move(bytes)}; }
    [[nodiscard]] bool known() const { return kind != Kind::None; }
};

/// Hashes a file while it comes in. One thread at a time.
class Checker
{
public:
    explicit Checker(Checksum expected);

    void add(QByteArrayView bytes);
    /// Forgets what was added.
    void startOver();
    /// Whether all that was added is what was expected; true where nothing is. Add nothing afterwards.
    [[nodiscard]] bool matches();

private:
    Checksum m_expected;
    std::unique_ptr<Sha256> m_sha256;
    std::unique_ptr<Sha1> m_sha1;
};

} // namespace kinframe::transfer
