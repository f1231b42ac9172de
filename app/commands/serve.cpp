// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/invocation.h"
#include "app/running_server.h"
#include "app/stop_signals.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::app {

using namespace Qt::StringLiterals;

namespace {

/// One line, so that a program that started this one can read it and go on.
void printReady(const Invocation &invocation, const OpenLibrary &library, const RunningServer &server)
{
    if (!invocation.has(u"json"_s)) {
        printLine(u"Kinframe ready on "_s + server.url());
        if (!server.fingerprint().isEmpty()) {
            printLine(u"Certificate SHA-256 "_s + server.fingerprint());
        }
        return;
    }
    QJsonObject ready{
        {u"url"_s, server.url()}, {u"pid"_s, double(QCoreApplication::applicationPid())}, {u"data"_s, library.root()}};
    if (!server.fingerprint().isEmpty()) {
        ready.insert(u"fingerprint"_s, server.fingerprint());
    }
    printLine(QString::fromUtf8(QJsonDocument(ready).toJson(QJsonDocument::Compact)));
}

} // namespace

int runServe(const Invocation &invocation)
{
    if (!invocation.words.isEmpty()) {
        fail({ErrorCode::WrongUse, {{u"reason"_s, u"serve takes no further words"_s}}, {}});
        return WrongUse;
    }
    onStopSignal([] { QCoreApplication::quit(); });
    auto library = OpenLibrary::open(invocation.data);
    if (!library) {
        return fail(library.error());
    }
    ServeOptions options;
    options.host = invocation.host;
    options.port = quint16(invocation.port);
    options.trustLoopback = invocation.has(u"trust-loopback"_s);
    options.isTls = invocation.has(u"tls"_s);
    auto server = RunningServer::start(**library, options);
    if (!server) {
        return fail(server.error());
    }
    printReady(invocation, **library, **server);
    return QCoreApplication::exec();
}

} // namespace kinframe::app
