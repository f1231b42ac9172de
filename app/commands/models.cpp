// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/with_session.h"

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;

QString lineOf(const QJsonObject &model)
{
    const qint64 missing = model.value("missingBytes"_L1).toInteger();
    const QString state = model.value("usable"_L1).toBool() ? u"here"_s
                          : missing > 0                     ? u"missing, "_s + sizeText(missing)
                                                            : u"missing"_s;
    return u"%1\t%2\t%3"_s.arg(model.value("name"_L1).toString(), model.value("role"_L1).toString(), state);
}

int status(const Invocation &invocation)
{
    return withSession(invocation, [](Session &session) {
        return withAnswer(session.api().get(u"/api/models"_s), [](const QJsonValue &json) {
            for (const QJsonValue model : json.toObject().value("models"_L1).toArray()) {
                printLine(lineOf(model.toObject()));
            }
            return Done;
        });
    });
}

int fetch(const Invocation &invocation)
{
    const QJsonObject body{{u"names"_s, QJsonArray::fromStringList(invocation.words.mid(1))}};
    return withSession(invocation, [&](Session &session) {
        const auto fetched = sendWithProgress(session.api(), "POST", u"/api/models/fetch"_s, body, u"models"_s);
        return withAnswer(fetched, [](const QJsonValue &) {
            printLine(u"The models are here."_s);
            return Done;
        });
    });
}

int use(const Invocation &invocation)
{
    const QJsonObject body{{u"recogniser"_s, invocation.words.at(1)}};
    return withSession(invocation, [&](Session &session) {
        return withAnswer(session.api().send("PUT", u"/api/models"_s, body), [&](const QJsonValue &) {
            printLine(u"All faces are measured again with %1."_s.arg(invocation.words.at(1)));
            return Done;
        });
    });
}

} // namespace

int runModels(const Invocation &invocation)
{
    const QString verb = invocation.words.value(0);
    if (verb == "status"_L1 && invocation.words.size() == 1) {
        return status(invocation);
    }
    if (verb == "fetch"_L1) {
        return fetch(invocation);
    }
    if (verb == "use"_L1 && invocation.words.size() == 2) {
        return use(invocation);
    }
    return wrongWords(u"models fetch | status | use NAME"_s);
}

} // namespace kinframe::app
