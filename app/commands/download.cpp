// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/with_session.h"

#include <QCoreApplication>
#include <QThread>
#include <QUrl>

#include <map>
#include <vector>

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;

constexpr unsigned long pollMs = 200;
constexpr qint64 pageSize = 200;
constexpr size_t atATime = 20; // of those that are asked for one by one

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
            m_tasks.push_back(task.toObject().value("taskId"_L1).toString());
            m_open.emplace(m_tasks.back(), qint64(m_tasks.size()) - 1);
        }
        m_all = qint64(m_tasks.size());
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
            const auto looked = look();
            if (!looked) {
                return failed(looked);
            }
            if (!*looked) {
                QThread::msleep(pollMs);
            }
        }
        m_bar.clear();
        printLine(u"%1 saved, %2 not"_s.arg(m_saved).arg(m_all - m_saved));
        return m_saved == m_all ? Done : Failed;
    }

private:
    /// Gives whether any of them was over.
    Result<bool> look()
    {
        while (!m_open.contains(m_tasks[m_front])) {
            ++m_front;
        }
        const size_t before = m_open.size();
        auto met = lookAtPage();
        // Where others were added or removed meanwhile, the page is another.
        for (size_t next = m_front; met && !*met && next < m_front + atATime && next < m_tasks.size(); ++next) {
            if (const auto looked = lookAtOne(m_tasks[next]); !looked) {
                return failed(looked);
            }
        }
        return met ? Result<bool>(m_open.size() < before) : met;
    }

    /// The one that comes next and its neighbours in the list, which has the newest first. Gives whether it was there.
    Result<bool> lookAtPage()
    {
        const qint64 place = m_newer + m_all - 1 - qint64(m_front);
        const qint64 first = place / pageSize * pageSize;
        const auto answer = m_api.get(u"/api/downloads?size=%1&page=%2"_s.arg(pageSize).arg(first / pageSize + 1));
        if (!answer) {
            return failed(answer);
        }
        bool isMet = false;
        const QJsonArray items = answer->json.toObject().value("items"_L1).toArray();
        for (qsizetype at = items.size() - 1; at >= 0; --at) {
            const QJsonObject task = items[at].toObject();
            const QString taskId = task.value("taskId"_L1).toString();
            isMet = isMet || taskId == m_tasks[m_front];
            if (const auto ours = m_open.find(taskId); ours != m_open.end()) {
                m_newer = first + at - (m_all - 1 - ours->second);
                take(taskId, task, {});
            }
        }
        return isMet;
    }

    Result<void> lookAtOne(const QString &taskId)
    {
        const auto answer = m_open.contains(taskId) ? m_api.get(pathOf(taskId)) : Result<ApiAnswer>();
        if (!answer) {
            return failed(answer);
        }
        if (m_open.contains(taskId)) {
            take(taskId, answer->json.toObject(), answer->status == 404 ? answer->message() : QString());
        }
        return {};
    }

    void take(const QString &taskId, const QJsonObject &task, const QString &problem)
    {
        const QString status = task.value("status"_L1).toString();
        if (!problem.isEmpty() || isOver(status)) {
            tell(taskId, task, problem);
            m_open.erase(taskId);
        } else if (status == "running"_L1) {
            show(task);
        }
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
    std::vector<QString> m_tasks;     ///< in the order of the list, the oldest first
    std::map<QString, qint64> m_open; ///< those that are not over, with their places in it
    qint64 m_all = 0;
    size_t m_front = 0; ///< the first that was not over yet
    qint64 m_newer = 0; ///< in the list, that are not ours
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
    watchForStop(); // Ctrl-C: the downloads stay in the list, and go on with the server or at its next start.
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
