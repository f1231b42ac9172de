// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drawn_servers.h"
#include "ui/window/screenshot_hands.h"
#include "ui/window/screenshot_scenes.h"

#include "accounts/accounts.h"
#include "accounts/user.h"

#include <memory>

namespace kinframe::tests {
namespace {

using namespace Qt::StringLiterals;

class Actor : public Hands
{
public:
    explicit Actor(WindowDriver &driver)
        : Hands(driver)
        , m_servers(std::make_shared<DrawnServers>())
    {
    }

    void addServers() const { m_servers->addTo(context().services()); }
    void download() const { m_servers->download(context().services()); }
    void addUsers() const;
    [[nodiscard]] QString address() const { return m_servers->address(); }

private:
    std::shared_ptr<DrawnServers> m_servers;
};

void Actor::addUsers() const
{
    accounts::Accounts &accounts = context().services().accounts;
    constexpr qint64 gigabyte = 1'000'000'000;
    const auto add = [&](const QString &name, const QString &email, std::optional<qint64> quota) {
        accounts::NewUser user;
        user.name = name;
        user.email = email;
        user.password = u"long enough"_s;
        user.quotaBytes = quota;
        if (!accounts.createUser(user)) {
            qFatal("a drawn user cannot be added");
        }
    };
    add(u"Amara Okafor"_s, u"amara@example.org"_s, {});
    add(u"Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh von und zu Hohenzollern"_s,
        u"wolfeschlegelsteinhausenbergerdorff-featherstonehaugh@a-very-long-name-of-a-company.example.org"_s,
        2 * gigabyte);
    add(u"Mei Tanaka"_s, u"mei@example.org"_s, 50 * gigabyte);
    for (const auto &device : {u"Pixel 9"_s, u"Chrome"_s}) {
        accounts::LoginRequest login;
        login.email = u"mei@example.org"_s;
        login.password = u"long enough"_s;
        login.deviceType = device;
        login.deviceOs = u"Android"_s;
        (void)accounts.login(login);
    }
    // The list is read when the section opens.
    open(u"settings"_s, {{u"section"_s, u"language"_s}});
    open(u"settings"_s, {{u"section"_s, u"users"_s}});
    QTest::qWait(500);
}

void addDownloads(QList<Scene> &scenes, const Actor &a)
{
    const auto escape = [a] { a.escape(1); };
    scenes << Scene{u"downloads-running"_s,
                    [a] {
                        a.go(u"downloads"_s);
                        a.download();
                        a.key(Qt::Key_Home);
                    },
                    {}};
    scenes << Scene{u"downloads-failed"_s,
                    [a] {
                        a.open(u"downloads"_s, {{u"status"_s, 6}});
                        QTest::qWait(500);
                    },
                    {}};
    scenes << Scene{u"downloads-details"_s,
                    [a] {
                        a.key(Qt::Key_Home);
                        a.key(Qt::Key_Down);
                        a.key(Qt::Key_Down);
                        a.key(Qt::Key_Down);
                        a.key(Qt::Key_I);
                    },
                    [a] {
                        a.key(Qt::Key_I);
                        a.open(u"downloads"_s, {{u"status"_s, -1}});
                        QTest::qWait(500);
                    }};
    scenes << Scene{u"downloads-selected"_s,
                    [a] {
                        a.key(Qt::Key_Home);
                        a.key(Qt::Key_Down, Qt::ShiftModifier);
                        a.key(Qt::Key_Down, Qt::ShiftModifier);
                    },
                    escape};
    scenes << Scene{u"downloads-menu"_s, [a] { a.key(Qt::Key_Menu); }, escape};
    scenes << Scene{u"downloads-filter"_s, [a] { a.click(u"All"_s); }, escape};
    scenes << Scene{u"downloads-more"_s, [a] { a.click(u"More"_s); }, escape};
    scenes << Scene{u"downloads-links"_s,
                    [a] {
                        a.key(Qt::Key_N, Qt::ControlModifier);
                        QTest::qWait(200);
                        a.type(u"https://photos.example.org/albums/summer/lake_in_the_mountains_2026_03_14.tif"_s);
                    },
                    escape};
    scenes << Scene{u"downloads-none-like-that"_s,
                    [a] {
                        a.open(u"downloads"_s, {{u"status"_s, 0}});
                    },
                    [a] {
                        a.open(u"downloads"_s, {{u"status"_s, -1}});
                    }};
}

void addServers(QList<Scene> &scenes, const Actor &a)
{
    const auto escape = [a] { a.escape(1); };
    scenes << Scene{u"servers-all"_s,
                    [a] {
                        a.addServers();
                        a.go(u"servers"_s);
                        QTest::qWait(800);
                        a.key(Qt::Key_Home);
                    },
                    {}};
    scenes << Scene{u"servers-menu"_s, [a] { a.key(Qt::Key_Menu); }, escape};
    scenes << Scene{u"servers-add"_s,
                    [a] {
                        a.open(u"servers"_s, {{u"add"_s, a.address()}});
                        QTest::qWait(300);
                        a.key(Qt::Key_Tab);
                        a.key(Qt::Key_Tab);
                        a.key(Qt::Key_Tab);
                        a.type(u"key"_s);
                        a.click(u"Test the connection"_s);
                        QTest::qWait(1000);
                    },
                    escape};
    scenes << Scene{u"servers-add-password"_s,
                    [a] {
                        a.open(u"servers"_s, {{u"add"_s, u"nowhere.localhost:1"_s}});
                        a.click(u"E-mail and password"_s);
                        a.key(Qt::Key_Tab);
                        a.key(Qt::Key_Tab);
                        a.key(Qt::Key_Tab);
                        a.type(u"alex@example.org"_s);
                        a.key(Qt::Key_Tab);
                        a.type(u"secret words"_s);
                        a.click(u"Test the connection"_s);
                        QTest::qWait(1000);
                    },
                    escape};
    scenes << Scene{u"servers-rename"_s,
                    [a] {
                        a.key(Qt::Key_Home);
                        a.key(Qt::Key_Down);
                        a.key(Qt::Key_F2);
                    },
                    escape};
    scenes << Scene{u"servers-photos"_s,
                    [a] {
                        a.open(u"servers"_s, {{u"server"_s, u"attic"_s}});
                        QTest::qWait(500);
                    },
                    {}};
    scenes << Scene{u"servers-selected"_s,
                    [a] {
                        a.key(Qt::Key_Home);
                        a.key(Qt::Key_Right);
                        a.key(Qt::Key_Right, Qt::ShiftModifier);
                        a.key(Qt::Key_Right, Qt::ShiftModifier);
                    },
                    escape};
    scenes << Scene{u"servers-preview"_s, [a] { a.key(Qt::Key_Return); }, escape};
    scenes << Scene{u"servers-download-menu"_s, [a] { a.click(u"Download all of the server"_s); }, escape};
    scenes << Scene{u"servers-nothing"_s,
                    [a] {
                        a.key(Qt::Key_F, Qt::ControlModifier);
                        a.type(u"qqq"_s);
                        QTest::qWait(400);
                    },
                    [a] { a.click(u"Show all"_s); }};
    scenes << Scene{u"servers-albums"_s, [a] { a.click(u"Albums"_s); }, {}};
    scenes << Scene{u"servers-album"_s,
                    [a] {
                        a.click(u"Summer"_s);
                        QTest::qWait(400);
                    },
                    [a] { a.key(Qt::Key_Left, Qt::AltModifier); }};
    scenes << Scene{u"servers-people"_s, [a] { a.click(u"People"_s); }, {}};
    scenes << Scene{u"servers-wrong-key"_s, [a] { a.open(u"servers"_s, {{u"server"_s, u"cellar"_s}}); }, {}};
    scenes << Scene{u"servers-away"_s, [a] { a.open(u"servers"_s, {{u"server"_s, u"harbour"_s}}); }, {}};
    scenes << Scene{u"servers-away-people"_s, [a] { a.click(u"People"_s); }, {}};
    scenes << Scene{u"servers-being-read"_s, [a] { a.open(u"servers"_s, {{u"server"_s, u"studio"_s}}); }, {}};
}

void addUsers(QList<Scene> &scenes, const Actor &a)
{
    const auto escape = [a] { a.escape(1); };
    const auto open = [a](const QString &section) { a.open(u"settings"_s, {{u"section"_s, section}}); };
    scenes << Scene{u"settings-users-alone"_s, [open] { open(u"users"_s); }, {}};
    scenes << Scene{u"settings-users"_s, [a] { a.addUsers(); }, {}};
    scenes << Scene{u"settings-users-menu"_s, [a] { a.click(u"more"_s); }, escape};
    scenes << Scene{u"settings-users-add"_s,
                    [a] {
                        a.click(u"newUser"_s);
                        QTest::qWait(200);
                        a.type(u"Mei Tanaka"_s);
                        a.click(u"userLimited"_s);
                    },
                    escape};
    scenes << Scene{u"settings-users-clients"_s,
                    [a] {
                        a.click(u"more"_s);
                        a.click(u"Where they are signed in…"_s);
                        QTest::qWait(400);
                    },
                    escape};
    scenes << Scene{u"settings-users-password"_s,
                    [a] {
                        a.click(u"more"_s);
                        a.click(u"New password…"_s);
                    },
                    escape};
    scenes << Scene{u"settings-sharing"_s, [open] { open(u"sharing"_s); }, {}};
    scenes << Scene{u"settings-sharing-new-key"_s, [a] { a.click(u"newKey"_s); }, escape};
    scenes << Scene{u"settings-sharing-key"_s,
                    [a] {
                        a.click(u"newKey"_s);
                        QTest::qWait(200);
                        a.type(u"Phone of Mei"_s);
                        a.click(u"Make the key"_s);
                        QTest::qWait(400);
                    },
                    [a] { a.click(u"Done"_s); }};
    scenes << Scene{u"settings-sharing-on"_s,
                    [a] {
                        a.click(u"sharing"_s);
                        QTest::qWait(1500);
                    },
                    {}};
    scenes << Scene{u"settings-sharing-pair"_s,
                    [a] {
                        a.key(Qt::Key_End);
                        QTest::qWait(300);
                        a.click(u"pairDevice"_s);
                    },
                    [a] { a.click(u"Cancel"_s); }};
    scenes << Scene{u"settings-downloads"_s,
                    [a, open] {
                        open(u"downloads"_s);
                        a.click(u"Only at certain hours"_s);
                    },
                    [a] { a.click(u"Only at certain hours"_s); }};
}

} // namespace

QList<Scene> downloadScenesOf(WindowDriver &driver)
{
    QList<Scene> scenes;
    addDownloads(scenes, Actor(driver));
    return scenes;
}

QList<Scene> serverScenesOf(WindowDriver &driver)
{
    QList<Scene> scenes;
    addServers(scenes, Actor(driver));
    return scenes;
}

QList<Scene> accountScenesOf(WindowDriver &driver)
{
    QList<Scene> scenes;
    addUsers(scenes, Actor(driver));
    return scenes;
}

} // namespace kinframe::tests
