// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QObject>
#include <QStringList>

#include <optional>

class QQmlEngine;

namespace kinframe::ui {

/// How the server in the window stands, as it was last told.
struct SharingFacts
{
    bool isRunning = false;     ///< it lets others in, as the settings say
    QStringList addresses = {}; ///< `https://192.168.1.5:8000`: where others find it
    QString fingerprint = {};   ///< SHA-256 of its certificate as `AA:BB:…`; empty without one
    int port = 0;
    int freePort = 0; ///< one that could be used instead, where the chosen one is taken
    std::optional<Error> error = {};

    bool operator==(const SharingFacts &other) const;
};

/// The server in the window, which the program runs as the settings `sharing.…` say. GUI thread.
class Sharing : public QObject
{
    Q_OBJECT

public:
    /// Gives the engine's objects this server. It outlives the engine.
    void attachTo(QQmlEngine &engine);
    /// Null where the program has given none.
    [[nodiscard]] static Sharing *of(const QObject *object);

    [[nodiscard]] virtual SharingFacts facts() const = 0;
    /// Tries once more: whatever was in the way may be gone.
    virtual void retry() = 0;

    Q_SIGNAL void changed();
};

} // namespace kinframe::ui
