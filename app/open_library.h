// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "services/services.h"

#include <QString>

#include <memory>

namespace kinframe::app {

/// A library that this process has opened, with everything that works on it: made in order, begun, and ended in the
/// reverse order. On the main thread.
class OpenLibrary
{
public:
    /// LibraryBusy where another process has it; DatabaseNewer, DatabaseDamaged, DiskFull, DiskReadOnly.
    [[nodiscard]] static Result<std::unique_ptr<OpenLibrary>> open(const QString &root);
    /// Stops the jobs; what they have not finished goes on at the next start.
    ~OpenLibrary();
    OpenLibrary(const OpenLibrary &) = delete;
    OpenLibrary &operator=(const OpenLibrary &) = delete;

    [[nodiscard]] const Services &services() const;
    /// Somebody works in the window, or does not any more: work that should wait for that does. Any thread.
    void setInUse(bool isInUse);
    [[nodiscard]] QString root() const;
    [[nodiscard]] QString temporaryFolder() const;
    [[nodiscard]] QString serverFile() const;

private:
    struct Parts;
    explicit OpenLibrary(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace kinframe::app
