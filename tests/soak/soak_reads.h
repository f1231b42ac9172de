// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "soak/soak_calls.h"

namespace kinframe::test {

/// What a client looks at: what it has changed itself must be there as it left it, whatever others do.
class SoakReads
{
public:
    explicit SoakReads(SoakCalls &calls);

    // Does nothing where the client has no picture for it.

    /// There or, while the picture is still looked at, not yet.
    void thumbnail();
    void original();
    /// Goes away before all of it is here.
    void originalGivenUp();
    void range();
    void record();
    void deleted();
    /// The pictures with a tag of this client's own.
    void byTag();
    /// The newest, of which none may come twice.
    void newest();
    /// By checksum: which of its files a client may delete at home.
    void uploadCheck();
    void search();
    void statistics();

private:
    SoakCalls &m_calls;
};

/// What an asset, as the calls of Immich give it, must say of a picture; empty where it does.
[[nodiscard]] QString differenceOf(const SoakFiles &files, const SoakFile &file, const QJsonObject &asset);

} // namespace kinframe::test
