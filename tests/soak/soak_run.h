// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/kinframe_process.h"
#include "soak/memory_samples.h"
#include "soak/soak_client.h"
#include "soak/soak_record.h"

#include <functional>
#include <memory>
#include <vector>

namespace kinframe::test {

/// Many clients of several users at one server, all at once and for long: nothing may fail, be lost or be there twice.
class SoakRun
{
public:
    struct Plan
    {
        int users = 8;
        int clientsOfUser = 8;
        int warmUpSeconds = 0; ///< before calls and memory are measured: until the libraries are as large as they get
        int seconds = 20;
        int filesOfClient = 40; ///< at most, in the library and in the trash
    };

    explicit SoakRun(const Plan &plan);

    /// An empty library with its users, and a server on it; false where that fails, see problems().
    [[nodiscard]] bool start();
    /// The clients at work, for as long as planned.
    void run();
    /// When all is done that they left to do: whether the library holds what it must, then whether the server ends
    /// well.
    void check();

    [[nodiscard]] QStringList problems() const { return m_record->problems(); }
    /// `clients`, `calls`, `calls_s`, `problems`, `assets`, `catch_up_s`, how long the work on pictures went on when
    /// the clients were done, and memory in MB: `first_mb` and `last_mb`, the medians of the first and the last third,
    /// `course_mb`, those of ten parts, `peak_mb`.
    [[nodiscard]] QJsonObject summary() const;
    /// One for each kind of call.
    [[nodiscard]] QJsonArray kinds() const { return m_record->kinds(); }

private:
    struct User
    {
        HttpClient client;
        QString shared; ///< the hash of the picture that all of its clients edit
        QMap<QString, QJsonObject> fresh;
    };

    [[nodiscard]] bool addUsers();
    [[nodiscard]] bool addClients();
    /// On a thread each.
    void withAllClients(const std::function<void(SoakClient &, User &)> &work);
    void watch(int seconds, MemorySamples *samples);
    [[nodiscard]] bool catchUp();
    void checkUser(int number);
    void checkBlobs();
    [[nodiscard]] QList<const SoakFile *> held(int user) const;

    Plan m_plan;
    KinframeProcess m_kinframe;
    std::vector<User> m_users;
    std::unique_ptr<SoakRecord> m_record = std::make_unique<SoakRecord>();
    std::vector<std::unique_ptr<SoakClient>> m_clients; ///< those of the first user first
    std::unique_ptr<MemorySamples> m_memory;
    qint64 m_assets = 0;
    double m_catchUpSeconds = 0;
};

} // namespace kinframe::test
