// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/checksum.h"

namespace kinframe::transfer {

Checker::Checker(Checksum expected)
    : m_expected(std::move(expected))
{
    startOver();
}

void Checker::add(QByteArrayView bytes)
{
    if (m_sha256) {
        m_sha256->add(bytes);
    } else if (m_all) {
        m_all->add(bytes);
    }
}

void Checker::startOver()
{
    m_sha256.reset();
    m_all.reset();
    switch (m_expected.kind) {
    case Checksum::Kind::None:
        break;
    case Checksum::Kind::Sha256:
        m_sha256 = std::make_unique<Sha256>();
        break;
    case Checksum::Kind::Sha1:
        m_all.emplace();
        break;
    }
}

bool Checker::matches()
{
    if (m_sha256) {
        return m_sha256->finish() == m_expected.bytes;
    }
    return !m_all || m_all->finish().sha1 == m_expected.bytes;
}

} // namespace kinframe::transfer
