// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/server_texts.h"

#include "ui/base/sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using transfer::MirrorState;
using transfer::RemoteServer;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ServerTexts)
};

} // namespace

ServerSign signOf(const RemoteServer &server)
{
    if (server.needsSignIn) {
        return {Texts::tr("Sign in again"), u"key"_s, u"warn"_s};
    }
    if (server.isSyncing) {
        return {Texts::tr("Reading its list"), u"refresh"_s, u"accent"_s};
    }
    if (server.syncError) {
        return {Texts::tr("Not reached"), u"cloud-off"_s, u"bad"_s};
    }
    switch (server.mirror) {
    case MirrorState::Never:
        return {Texts::tr("Not read yet"), u"clock"_s, u"textSoft"_s};
    case MirrorState::Partial:
        return {Texts::tr("Read in part"), u"clock"_s, u"warn"_s};
    case MirrorState::Whole:
        break;
    }
    return {Texts::tr("Up to date"), u"check"_s, u"good"_s};
}

QString countText(const RemoteServer &server)
{
    return server.mirror == MirrorState::Never && server.assets == 0
               ? QString()
               : Texts::tr("%n photo(s) and video(s)", nullptr, int(server.assets));
}

QString syncedText(const RemoteServer &server)
{
    if (!server.syncedAt) {
        return {};
    }
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(*server.syncedAt);
    const QString when = moment.date() == QDate::currentDate() ? QLocale().toString(moment.time(), QLocale::ShortFormat)
                                                               : QLocale().toString(moment, QLocale::ShortFormat);
    return Texts::tr("as of %1").arg(when);
}

QString problemText(const RemoteServer &server)
{
    if (server.needsSignIn) {
        return Texts::tr("This server does not accept the sign-in any more. Sign in again: what you chose to download "
                         "goes on then.");
    }
    return server.syncError && !server.isSyncing ? sentenceOf(*server.syncError) : QString();
}

QString signedInText(const RemoteServer &server)
{
    const QString who = server.userName.isEmpty() ? server.email : server.userName;
    if (who.isEmpty()) {
        return server.usesKey ? Texts::tr("Signed in with a key") : QString();
    }
    return server.usesKey ? Texts::tr("Signed in as %1, with a key").arg(who) : Texts::tr("Signed in as %1").arg(who);
}

} // namespace kinframe::ui
