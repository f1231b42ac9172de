// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "soak/soak_calls.h"

namespace kinframe::test {

/// An album of a client's own, with some of its own pictures.
class SoakAlbum
{
public:
    explicit SoakAlbum(SoakCalls &calls);

    // Makes it where it is not there yet.

    void put();
    void takeOut();
    /// It must hold what was put into it, but for what lies in the trash.
    void look();

private:
    bool isMade();
    void change(const QString &kind, const QByteArray &method, bool isIn);

    SoakCalls &m_calls;
    QString m_id;
};

} // namespace kinframe::test
