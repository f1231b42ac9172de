// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/with_session.h"
#include "base/ids.h"

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;

/// What a user logs in with who was given a name only: it holds no spaces.
QString addressFor(const QString &name)
{
    return name.contains(u'@') ? name : QString(name.simplified().toLower().replace(u' ', u'.') + u"@localhost"_s);
}

int addUser(const Invocation &invocation)
{
    const QString name = invocation.words.at(1);
    QJsonObject body{{u"name"_s, name}, {u"isAdmin"_s, invocation.has(u"admin"_s)}};
    body.insert(u"email"_s, addressFor(name));
    const bool isMade = invocation.password.isEmpty();
    const QString password = isMade ? QString::fromLatin1(randomBytes(12).toBase64()) : invocation.password;
    body.insert(u"password"_s, password);
    body.insert(u"shouldChangePassword"_s, isMade);
    return withSession(invocation, [&](Session &session) {
        return withAnswer(session.api().send("POST", u"/api/admin/users"_s, body), [&](const QJsonValue &user) {
            printLine(u"Added %1 (%2)"_s.arg(user.toObject().value("name"_L1).toString(),
                                             user.toObject().value("email"_L1).toString()));
            if (isMade) {
                printLine(u"Password, to be changed at the first log-in: "_s + password);
            }
            return Done;
        });
    });
}

int listUsers(const Invocation &invocation)
{
    return withSession(invocation, [](Session &session) {
        return withAnswer(session.api().get(u"/api/admin/users"_s), [](const QJsonValue &users) {
            for (const QJsonValue user : users.toArray()) {
                printLine(user.toObject().value("name"_L1).toString() + u'\t' +
                          user.toObject().value("email"_L1).toString());
            }
            return Done;
        });
    });
}

} // namespace

int runUser(const Invocation &invocation)
{
    if (invocation.words.size() == 2 && invocation.words.first() == "add"_L1) {
        return addUser(invocation);
    }
    if (invocation.words == QStringList{u"list"_s}) {
        return listUsers(invocation);
    }
    return wrongWords(u"user add NAME [--admin] [--password WORD] | user list"_s);
}

int runKey(const Invocation &invocation)
{
    if (invocation.words != QStringList{u"create"_s}) {
        return wrongWords(u"key create [--user NAME] [--name TEXT]"_s);
    }
    QJsonObject body{{u"name"_s, invocation.name.isEmpty() ? u"command line"_s : invocation.name}};
    if (!invocation.user.isEmpty()) {
        body.insert(u"user"_s, invocation.user);
    }
    return withSession(invocation, [&](Session &session) {
        return withAnswer(session.api().send("POST", u"/api/api-keys"_s, body), [](const QJsonValue &key) {
            printLine(key.toObject().value("secret"_L1).toString());
            return Done;
        });
    });
}

} // namespace kinframe::app
