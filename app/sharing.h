// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/open_library.h"
#include "app/running_server.h"
#include "base/events.h"
#include "ui/settings/sharing.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace kinframe::app {

/// The server in the window: started, moved and stopped as the settings say. While sharing is off it listens to this
/// computer alone, for Kinframe's own commands.
class Sharing : public ui::Sharing
{
    Q_OBJECT

public:
    /// `hand` lives on the thread of the library, where the server is started and stopped; it outlives this.
    /// `unshared` is how the server listens while sharing is off.
    Sharing(QObject &hand, const ServeOptions &unshared);
    ~Sharing() override;

    // On the library's thread. The library outlives the time between them.
    void begin(const OpenLibrary &library);
    void end();

    // On the GUI thread.
    [[nodiscard]] ui::SharingFacts facts() const override;
    void retry() override;

private:
    void serveSoon();
    void serve();
    [[nodiscard]] Result<void> start(const ServeOptions &options);
    void startUnshared();
    void tell(const ui::SharingFacts &facts);

    QObject &m_hand;
    const ServeOptions m_unshared;
    const OpenLibrary *m_library = nullptr;
    std::unique_ptr<RunningServer> m_server;
    std::optional<ServeOptions> m_serving; ///< how the server listens now
    std::unique_ptr<EventBus::Subscription> m_subscription;
    std::atomic<bool> m_isAsked = false;
    mutable std::mutex m_mutex;
    ui::SharingFacts m_facts; ///< guarded by m_mutex
};

} // namespace kinframe::app
