// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers_fixture.h"

namespace kinframe::test {

using namespace Qt::StringLiterals;

ServersFixture::ServersFixture()
    : servers(std::make_unique<transfer::Servers>(
          transfer::Servers::Parts{*database, client, secrets, progress, events, path(u"remote_thumbs"_s)}))
{
    downloads->setSources(servers.get());
    serveBeginning(server);
    ui::Services all = context->services();
    all.servers = servers.get();
    all.secrets = &secrets;
    context = std::make_unique<ui::Context>(all, owner.userId);
    context->attachTo(engine);
}

ServersFixture::~ServersFixture()
{
    context.reset();
    downloads->setSources(nullptr);
}

void ServersFixture::serveList(int photos)
{
    const auto ours = [](const QJsonValue &body, const char *next) {
        Answer answer = jsonAnswer(body);
        answer.headers.emplace_back("X-Kinframe-Next-Updated-After", next);
        answer.headers.emplace_back("X-Kinframe-Epoch", "e1");
        return answer;
    };
    server.serve("/api/sync/full-sync", {ours(remoteAssets(1, photos), "t1")});
    server.serve("/api/sync/delta-sync", {ours(delta({}), "t2")});
}

void ServersFixture::addServer(const QString &name, int photos)
{
    serveList(photos);
    transfer::NewServer wanted;
    wanted.name = name;
    wanted.url = address();
    wanted.signIn.apiKey = u"key"_s;
    QVERIFY(servers->add(wanted));
    QVERIFY(servers->syncNow(name));
}

} // namespace kinframe::test
