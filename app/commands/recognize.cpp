// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/with_session.h"

#include <QFileInfo>
#include <QThread>

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;

constexpr unsigned long pollMs = 30;

/// Polls as any client does until the photo's people are known; says why where they never will be.
int waitForPeople(ApiClient &api, const QString &id)
{
    for (;;) {
        const auto asset = api.get(u"/api/asset/"_s + id);
        if (!asset) {
            return fail(asset.error());
        }
        const QJsonObject json = asset->json.toObject();
        const QString status = json.value("status"_L1).toString();
        if (!asset->isGood() || status == "failed"_L1 || status == "waiting"_L1) {
            printError(asset->isGood() ? json.value("error"_L1).toString() : asset->message());
            return Failed;
        }
        if (status == "done"_L1) {
            return Done;
        }
        QThread::msleep(pollMs);
    }
}

int again(const Invocation &invocation)
{
    return withSession(invocation, [](Session &session) {
        const auto started = session.api().send("POST", u"/api/recognition/run"_s, {});
        return withAnswer(started, [&](const QJsonValue &json) {
            printLine(u"%1 photos are looked at again."_s.arg(json.toObject().value("photos"_L1).toInteger()));
            return Done;
        });
    });
}

} // namespace

int runRecognize(const Invocation &invocation)
{
    if (invocation.has(u"again"_s)) {
        return again(invocation);
    }
    if (invocation.words.size() != 1) {
        return wrongWords(u"recognize PHOTO [--size 10]"_s);
    }
    return withSession(invocation, [&](Session &session) {
        const QJsonObject body{{u"path"_s, QFileInfo(invocation.words.first()).absoluteFilePath()}};
        const auto added = session.api().send("POST", u"/api/import/file"_s, body);
        return withAnswer(added, [&](const QJsonValue &json) {
            const QString id = json.toObject().value("id"_L1).toString();
            if (const int code = waitForPeople(session.api(), id); code != Done) {
                return code;
            }
            const auto people =
                session.api().get(u"/api/asset/%1/people-photos?size=%2"_s.arg(id).arg(invocation.size));
            return withAnswer(people, [](const QJsonValue &answer) {
                printJson(answer);
                return Done;
            });
        });
    });
}

} // namespace kinframe::app
