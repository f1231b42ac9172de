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
    } else if (m_sha1) {
        m_sha1->add(bytes);
    }
}

void Checker::startOver()
{
    m_sha256.reset();
    m_sha1.reset();
    switch (m_expected.kind) {
    case Checksum::Kind::None:
        break;
    case Checksum::Kind::Sha256:
        m_sha256 = std::make_unique<Sha256>();
        break;
    case Checksum::Kind::Sha1:
        m_sha1 = std::make_unique<Sha1>();
        break;
    }
}

bool Checker::matches()
{
    if (m_sha256) {
        return m_sha256->finish() == m_expected.bytes;
    }
    return !m_sha1 || m_sha1->finish() == m_expected.bytes;
}

} // namespace kinframe::transfer
