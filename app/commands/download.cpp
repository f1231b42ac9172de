// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/with_session.h"
#include "app/stop_signals.h"

#include <QCoreApplication>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <set>

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;

constexpr unsigned long pollMs = 200;

/// Ctrl-C: the downloads stay in the list, and go on with the server or at its next start.
std::atomic<bool> &isStopped()
{
    static std::atomic<bool> stopped = false;
    return stopped;
}

QString pathOf(const QString &taskId)
{
    return u"/api/downloads/"_s + QString::fromLatin1(QUrl::toPercentEncoding(taskId));
}

/// Those that wait for a person are not waited for: a full disk, or a pause.
bool isOver(const QString &status)
{
    return status == "complete"_L1 || status == "not_found"_L1 || status == "failed"_L1 || status == "canceled"_L1 ||
           status == "paused"_L1;
}

/// Follows the tasks until all are over, each with a bar while it comes.
class Following
{
public:
    Following(ApiClient &api, const QJsonArray &tasks)
        : m_api(api)
    {
        for (const QJsonValue task : tasks) {
            m_open.insert(task.toObject().value("taskId"_L1).toString());
        }
        m_all = qint64(m_open.size());
    }

    Result<ExitCode> run()
    {
        while (!m_open.empty()) {
            QCoreApplication::processEvents();
            // Without a new sign-in nothing more comes from that server.
            if (isStopped() || (m_needsSignIn && !m_open.empty())) {
                m_bar.clear();
                printError(u"%1 of %2 go on later"_s.arg(m_open.size()).arg(m_all));
                return Failed;
            }
            if (auto looked = look(); !looked) {
                return failed(looked);
            }
            QThread::msleep(pollMs);
        }
        m_bar.clear();
        printLine(u"%1 saved, %2 not"_s.arg(m_saved).arg(m_all - m_saved));
        return m_saved == m_all ? Done : Failed;
    }

private:
    Result<void> look()
    {
        // Not more than are fetched at once need a bar; the rest is looked at in turn.
        constexpr int atATime = 20;
        int looked = 0;
        for (auto next = m_open.begin(); next != m_open.end() && looked < atATime; ++looked) {
            const auto answer = m_api.get(pathOf(*next));
            if (!answer) {
                return failed(answer);
            }
            const QJsonObject task = answer->json.toObject();
            const QString status = task.value("status"_L1).toString();
            if (answer->status == 404 || isOver(status)) {
                tell(*next, task, answer->status == 404 ? answer->message() : QString());
                next = m_open.erase(next);
                continue;
            }
            if (status == "running"_L1) {
                show(task);
            }
            ++next;
        }
        return {};
    }

    void tell(const QString &taskId, const QJsonObject &task, const QString &problem)
    {
        m_bar.clear();
        const QJsonObject error = task.value("error"_L1).toObject();
        const QString message = error.value("message"_L1).toString();
        m_needsSignIn = m_needsSignIn || error.value("code"_L1).toString() == "remote_unauthorized"_L1;
        if (task.value("status"_L1).toString() == "complete"_L1) {
            ++m_saved;
            printLine(message.isEmpty() ? task.value("filePath"_L1).toString() : message);
        } else if (!problem.isEmpty() || !message.isEmpty()) {
            printError(taskId + u": "_s + (problem.isEmpty() ? message : problem));
        } else {
            printError(taskId + u": "_s + task.value("status"_L1).toString());
        }
    }

    void show(const QJsonObject &task)
    {
        const qint64 bytes = task.value("bytesReceived"_L1).toInteger();
        const qint64 total = task.value("totalBytes"_L1).toInteger(-1);
        const QString name = task.value("filename"_L1).toString(QUrl(task.value("url"_L1).toString()).fileName());
        const QString whole = u"%1/%2 %3"_s.arg(m_all - qint64(m_open.size()) + 1).arg(m_all).arg(name);
        m_bar.showBytes(whole, bytes, total);
    }

    ApiClient &m_api;
    std::set<QString> m_open;
    qint64 m_all = 0;
    qint64 m_saved = 0;
    bool m_needsSignIn = false;
    ProgressBar m_bar{u"download"_s};
};

QJsonArray tasksOf(const Invocation &invocation)
{
    QJsonArray tasks;
    for (const QString &word : invocation.words) {
        if (invocation.server.isEmpty()) {
            tasks.append(QJsonObject{{u"url"_s, word}});
        } else {
            tasks.append(QJsonObject{{u"server"_s, invocation.server}, {u"assetId"_s, word}});
        }
    }
    return tasks;
}

} // namespace

int runDownload(const Invocation &invocation)
{
    if (invocation.words.isEmpty()) {
        return wrongWords(u"download URL... | ASSET... --server NAME"_s);
    }
    onStopSignal([] { isStopped() = true; });
    return withSession(invocation, [&](Session &session) {
        const auto made =
            session.api().send("POST", u"/api/downloads"_s, QJsonObject{{u"tasks"_s, tasksOf(invocation)}});
        return withAnswer(made, [&](const QJsonValue &answer) {
            Following following(session.api(), answer.toObject().value("items"_L1).toArray());
            const auto code = following.run();
            return code ? int(*code) : fail(code.error());
        });
    });
}

} // namespace kinframe::app
