// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/folder_job.h"
#include "ui/settings/sharing.h"
#include "window_fixture.h"

#include <QObject>

#include <memory>

namespace kinframe::tests {

/// A server that says what a test has it say.
class MadeSharing : public ui::Sharing
{
public:
    [[nodiscard]] ui::SharingFacts facts() const override { return m_facts; }
    void retry() override { say({}); }
    void say(const ui::SharingFacts &facts)
    {
        m_facts = facts;
        Q_EMIT changed();
    }

private:
    ui::SharingFacts m_facts;
};

/// What the settings show in a test: a library of its own with a folder of photos that the test moves about.
class MadeSetup : public QObject
{
    Q_OBJECT

public:
    MadeSetup();
    ~MadeSetup() override;

    void attachTo(QQmlEngine &engine);
    [[nodiscard]] test::WindowFixture &fixture() { return *m_fixture; }

    /// The folder of that name in the test's own place, as a URL.
    [[nodiscard]] Q_INVOKABLE QUrl folder(const QString &name) const;
    Q_INVOKABLE void write(const QString &name, int shade);
    Q_INVOKABLE void writeGarbage(const QString &name);
    Q_INVOKABLE bool rename(const QString &from, const QString &to);
    Q_INVOKABLE void scanAll();
    [[nodiscard]] Q_INVOKABLE int photos() const;
    Q_INVOKABLE void addToTrash(int photos);
    /// As it was at first: no folders, no keys, settings as usual.
    Q_INVOKABLE void clear();
    [[nodiscard]] Q_INVOKABLE QVariant setting(const QString &key) const;

    Q_INVOKABLE void sayRunning();
    Q_INVOKABLE void sayPortInUse(int port, int freePort);
    /// As a device does that has read the token; gives the digits that it shows.
    Q_INVOKABLE QString askAsDevice(const QString &token, const QString &name);
    /// "waiting", "confirmed" or "refused".
    Q_INVOKABLE QString deviceStands();

private:
    /// What the views have asked for is done, and they have heard of it.
    void settle();

    std::unique_ptr<test::WindowFixture> m_fixture;
    std::unique_ptr<library::FolderJob> m_job;
    MadeSharing m_sharing;
    QUuid m_device;
    QString m_deviceSecret;
};

} // namespace kinframe::tests
