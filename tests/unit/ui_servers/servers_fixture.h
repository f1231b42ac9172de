// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetching_fixture.h"
#include "transfer/remote/servers.h"
#include "unit/transfer_remote/immich_script.h"

namespace kinframe::test {

/// A library that knows other libraries, and one of them, as the window's objects see it.
class ServersFixture : public FetchingFixture
{
public:
    ServersFixture();
    ~ServersFixture();

    /// The address of the other library, and a list of so many photos there.
    [[nodiscard]] QString address() const { return server.url("/").toString(); }
    void serveList(int photos);
    /// Adds it under that name, with its list.
    void addServer(const QString &name, int photos);

    std::unique_ptr<transfer::Servers> servers;
};

} // namespace kinframe::test
