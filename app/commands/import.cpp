// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/with_session.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;

constexpr unsigned long pollMs = 200;

qint64 openWork(const QJsonObject &progress)
{
    qint64 open = 0;
    for (const QJsonValue value : progress.value("jobs"_L1).toArray()) {
        const QJsonObject job = value.toObject();
        // What is held or paused waits for a person, not for time.
        if (!job.value("paused"_L1).toBool() && !job.value("hold"_L1).isString()) {
            open += job.value("waiting"_L1).toInteger() + job.value("running"_L1).toInteger();
        }
    }
    return open;
}

QString holdText(const QJsonObject &progress)
{
    for (const QJsonValue job : progress.value("jobs"_L1).toArray()) {
        const QJsonValue hold = job.toObject().value("hold"_L1);
        if (hold.isString() && job.toObject().value("waiting"_L1).toInteger() > 0) {
            return hold.toString();
        }
    }
    return {};
}

/// Says once what the import waits for: whoever frees the disk need not start it again.
void sayHold(const QJsonValue &run, QString &said, ProgressBar &bar)
{
    const QString hold = run.toObject().value("hold"_L1).toString();
    if (!hold.isEmpty() && hold != said) {
        bar.clear();
        printError(hold);
        said = hold;
    }
}

/// Waits until the files are in and looked at. Gives the import as it is then.
Result<ApiAnswer> follow(ApiClient &api, const QString &path, QString &hold)
{
    ProgressBar bar(u"import"_s);
    QString said;
    for (;;) {
        QCoreApplication::processEvents();
        auto run = api.get(path);
        if (!run || !run->isGood()) {
            return run;
        }
        sayHold(run->json, said, bar);
        const auto progress = api.get(u"/api/progress"_s);
        if (progress && progress->isGood()) {
            const QJsonObject json = progress->json.toObject();
            showProgress(json, bar);
            hold = holdText(json);
            if (run->json.toObject().value("state"_L1).toString() != "running"_L1 && openWork(json) == 0) {
                return run;
            }
        }
        if (isStopped().exchange(false)) {
            (void)api.send("DELETE", path, {});
            return run;
        }
        QThread::msleep(pollMs);
    }
}

/// Every file that could not be taken, with the reason, a page at a time.
void printFailures(ApiClient &api, const QString &path)
{
    QString after;
    for (;;) {
        const auto page =
            api.get(path + u"/failures?size=500&after="_s + QString::fromLatin1(QUrl::toPercentEncoding(after)));
        const QJsonArray items =
            page && page->isGood() ? page->json.toObject().value("items"_L1).toArray() : QJsonArray();
        if (items.isEmpty()) {
            return;
        }
        for (const QJsonValue item : items) {
            printError(item.toObject().value("message"_L1).toString());
        }
        after = items.last().toObject().value("path"_L1).toString();
    }
}

} // namespace

int runImport(const Invocation &invocation)
{
    if (invocation.words.isEmpty()) {
        return wrongWords(u"import PATH... [--in-place]"_s);
    }
    QJsonArray paths;
    for (const QString &word : invocation.words) {
        paths.append(QFileInfo(word).absoluteFilePath());
    }
    watchForStop(); // Ctrl-C: the import is cancelled where this process does it, else it goes on in the server.
    return withSession(invocation, [&](Session &session) {
        const QJsonObject body{{u"paths"_s, paths}, {u"inPlace"_s, invocation.has(u"in-place"_s)}};
        const auto started = session.api().send("POST", u"/api/import"_s, body);
        return withAnswer(started, [&](const QJsonValue &run) {
            const QString path = u"/api/import/"_s + run.toObject().value("id"_L1).toString();
            QString hold;
            return withAnswer(follow(session.api(), path, hold), [&](const QJsonValue &ended) {
                printFailures(session.api(), path);
                const QJsonObject result = ended.toObject();
                printLine(u"%1 added, %2 already there, %3 failed"_s.arg(result.value("added"_L1).toInteger())
                              .arg(result.value("duplicates"_L1).toInteger())
                              .arg(result.value("failed"_L1).toInteger()));
                if (!hold.isEmpty()) {
                    printError(hold);
                }
                return result.value("failed"_L1).toInteger() == 0 && result.value("state"_L1).toString() == "done"_L1
                           ? Done
                           : Failed;
            });
        });
    });
}

} // namespace kinframe::app
