// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api_client.h"
#include "app/open_library.h"
#include "app/running_server.h"

#include <memory>

namespace kinframe::app {

/// A library to give commands to: through the server that has it open, or opened here for as long as this lives. The
/// commands see only its API, and so do in both cases the same.
class Session
{
public:
    /// What opening a library may fail with; LibraryBusy where a process has it that does not answer.
    [[nodiscard]] static Result<std::unique_ptr<Session>> begin(const QString &root);

    [[nodiscard]] ApiClient &api() { return *m_client; }
    /// Whether another process does the work, and goes on with it afterwards.
    [[nodiscard]] bool isRemote() const { return m_library == nullptr; }

private:
    std::unique_ptr<OpenLibrary> m_library;
    std::unique_ptr<RunningServer> m_server;
    std::unique_ptr<ApiClient> m_client;
};

} // namespace kinframe::app
