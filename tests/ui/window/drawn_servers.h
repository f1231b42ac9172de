// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fault_server.h"
#include "ui/base/context.h"

namespace kinframe::tests {

/// Other libraries with drawn photos, of which one works, one is away, one does not know our key any more, one is being
/// read, and one has a very long name. They answer as long as this is there.
class DrawnServers
{
public:
    DrawnServers();

    /// Makes them known to the library and reads their lists; waits for them.
    void addTo(const ui::Services &services);
    /// Downloads of every kind that has not ended: running, waiting to be tried again, paused, without room, waiting.
    void download(const ui::Services &services);
    [[nodiscard]] QString address() const;

private:
    void serveAttic(const std::vector<QByteArray> &here);
    void add(const ui::Services &services, const QString &name, const test::FaultServer &server);

    test::FaultServer m_attic;
    test::FaultServer m_cellar;
    test::FaultServer m_studio;
    test::FaultServer m_files;
};

} // namespace kinframe::tests
