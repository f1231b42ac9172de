// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "faces/face_analyser.h"
#include "library/services.h"

#include <QString>

#include <atomic>
#include <mutex>
#include <stop_token>

namespace kinframe::faces {

/// The recogniser in use, and recognition as a whole. Every call from any thread but the writer's.
class Recognition
{
public:
    /// `find` looks for the models of that recogniser (empty: the usual one).
    using Finder = std::function<Result<ModelFiles>(const QString &recogniser)>;

    Recognition(const library::Services &services, Finder find);

    /// Where the models are. A find is remembered; a failure is looked into again.
    [[nodiscard]] Result<ModelFiles> models();
    /// Looks again, and lets the jobs that wait for models go on: some have come.
    void modelsChanged();

    /// The recogniser's name as it was chosen; empty: the usual one.
    [[nodiscard]] Result<QString> chosen();
    /// Takes another recogniser and measures all faces with it. The errors of the finder.
    [[nodiscard]] Result<void> choose(const QString &recogniser);

    /// Looks for all faces anew, of one user or (0) of everyone; gives the number of photos. What people have said
    /// stays.
    [[nodiscard]] Result<qint64> runAgain(qint64 userId, const std::stop_token &stop = {});

private:
    library::Services m_services;
    Finder m_find;
    std::mutex m_mutex;
    std::optional<ModelFiles> m_files;
};

} // namespace kinframe::faces
