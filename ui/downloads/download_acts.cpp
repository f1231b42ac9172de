// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/download_acts.h"

#include "accounts/accounts.h"
#include "transfer/downloads/downloads.h"
#include "ui/base/sentences.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QRegularExpression>

#include <array>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using transfer::Downloads;
using transfer::DownloadStatus;

constexpr char propertyName[] = "kinframeDownloadActs";
constexpr int pageSize = 1000;

/// All that have not ended, of a live photo both halves.
Result<QStringList> unfinished(Downloads &downloads)
{
    QStringList tasks;
    for (const auto status :
         {DownloadStatus::Enqueued, DownloadStatus::Running, DownloadStatus::WaitingToRetry, DownloadStatus::Paused}) {
        for (qint64 offset = 0;; offset += pageSize) {
            const auto page = downloads.list({status}, pageSize, offset);
            if (!page) {
                return failed(page);
            }
            for (const transfer::DownloadTask &task : page->items) {
                tasks << task.taskId;
            }
            if (page->items.size() < size_t(pageSize)) {
                break;
            }
        }
    }
    return tasks;
}

} // namespace

/// The same for one, which says why it cannot be, and for many in one go.
struct DownloadActs::Act
{
    Result<transfer::DownloadTask> (Downloads::*one)(const QString &);
    Result<qint64> (Downloads::*many)(const QStringList &);
};

const DownloadActs::Act DownloadActs::pauseAct{&Downloads::pause, &Downloads::pauseMany};
const DownloadActs::Act DownloadActs::resumeAct{&Downloads::resume, &Downloads::resumeMany};
const DownloadActs::Act DownloadActs::retryAct{&Downloads::retry, &Downloads::retryMany};
const DownloadActs::Act DownloadActs::cancelAct{&Downloads::cancel, &Downloads::cancelMany};
const DownloadActs::Act DownloadActs::removeAct{&Downloads::cancel, &Downloads::removeMany};

DownloadActs::DownloadActs(QQmlEngine *engine)
    : QObject(engine)
    , m_context(Context::of(engine))
{
}

DownloadActs *DownloadActs::create(QQmlEngine *engine, QJSEngine *)
{
    auto *acts = engine->property(propertyName).value<DownloadActs *>();
    if (!acts) {
        acts = new DownloadActs(engine);
        engine->setProperty(propertyName, QVariant::fromValue(acts));
        QQmlEngine::setObjectOwnership(acts, QQmlEngine::CppOwnership);
    }
    return acts;
}

Downloads *DownloadActs::downloads() const
{
    return m_context ? m_context->services().downloads : nullptr;
}

void DownloadActs::perform(const QStringList &tasks, const Act &act, std::function<void(int)> said)
{
    if (!downloads() || tasks.isEmpty()) {
        return;
    }
    m_context->ask(
        this,
        [all = downloads(), tasks, act]() -> Result<qint64> {
            // Of several those that could be are: one that has ended meanwhile is nobody's trouble.
            if (tasks.size() > 1) {
                return (all->*act.many)(tasks);
            }
            const auto task = (all->*act.one)(tasks.first());
            return task ? Result<qint64>(1) : failed(task);
        },
        [this, said = std::move(said)](const Result<qint64> &count) {
            if (!count) {
                Q_EMIT wentWrong(sentenceOf(count.error()));
            } else if (said && *count > 0) {
                said(int(*count));
            }
        });
}

void DownloadActs::performAll(AllAct act, std::function<void(int)> said)
{
    if (!downloads()) {
        return;
    }
    m_context->ask(
        this, [all = downloads(), act] { return (all->*act)(); },
        [this, said = std::move(said)](const Result<qint64> &count) {
            if (!count) {
                Q_EMIT wentWrong(sentenceOf(count.error()));
            } else if (said) {
                said(int(*count));
            }
        });
}

void DownloadActs::pause(const QStringList &tasks)
{
    perform(tasks, pauseAct);
}

void DownloadActs::resume(const QStringList &tasks)
{
    perform(tasks, resumeAct);
}

void DownloadActs::retry(const QStringList &tasks)
{
    perform(tasks, retryAct);
}

void DownloadActs::remove(const QStringList &tasks)
{
    perform(tasks, removeAct);
}

void DownloadActs::cancel(const QStringList &tasks)
{
    perform(tasks, cancelAct, [this, tasks, doing = begin()](int) { offerUndo(*doing, tasks); });
}

std::shared_ptr<UndoStack::Doing> DownloadActs::begin() const
{
    return UndoStack::create(qobject_cast<QQmlEngine *>(parent()), nullptr)->begin();
}

void DownloadActs::offerUndo(UndoStack::Doing &doing, const QStringList &tasks)
{
    if (!tasks.isEmpty()) {
        doing.push({tr("%n download(s) canceled", nullptr, int(tasks.size())),
                    [this, tasks] { perform(tasks, retryAct); }, [this, tasks] { perform(tasks, cancelAct); }});
    }
}

void DownloadActs::pauseAll()
{
    performAll(&Downloads::pauseAll, {});
}

void DownloadActs::resumeAll()
{
    performAll(&Downloads::resumeAll, {});
}

void DownloadActs::cancelAll()
{
    if (!downloads()) {
        return;
    }
    m_context->ask(
        this,
        [all = downloads()]() -> Result<QStringList> {
            auto tasks = unfinished(*all);
            if (tasks) {
                if (const auto canceled = all->cancelAll(); !canceled) {
                    return failed(canceled);
                }
            }
            return tasks;
        },
        [this, doing = begin()](const Result<QStringList> &tasks) {
            if (tasks) {
                offerUndo(*doing, *tasks);
            } else {
                Q_EMIT wentWrong(sentenceOf(tasks.error()));
            }
        });
}

void DownloadActs::retryFailed()
{
    performAll(&Downloads::retryFailed,
               [this](int count) { Q_EMIT done(tr("%n download(s) are tried again.", nullptr, count)); });
}

void DownloadActs::removeEnded()
{
    performAll(&Downloads::removeEnded, [this](int count) {
        Q_EMIT done(tr("%n download(s) left the list. The files stay where they are.", nullptr, count));
    });
}

QStringList DownloadActs::linksIn(const QString &text) const
{
    static const QRegularExpression space(u"\\s+"_s);
    QStringList links;
    for (const QString &word : text.split(space, Qt::SkipEmptyParts)) {
        const QUrl url(word, QUrl::StrictMode);
        const bool isLink =
            url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
        if (isLink && !links.contains(word)) {
            links << word;
        }
    }
    return links;
}

QString DownloadActs::copiedLinks() const
{
    return linksIn(QGuiApplication::clipboard()->text()).join(u'\n');
}

void DownloadActs::add(const QStringList &links)
{
    if (!downloads() || links.isEmpty()) {
        return;
    }
    m_context->ask(
        this,
        [services = &m_context->services(), links]() -> Result<int> {
            const auto owner = services->accounts.owner();
            if (!owner) {
                return failed(owner);
            }
            std::vector<transfer::NewDownload> wanted;
            for (const QString &link : links) {
                transfer::NewDownload file;
                file.url = QUrl(link);
                file.user = owner->uuid;
                wanted.push_back(std::move(file));
            }
            const auto added = services->downloads->add(std::move(wanted), Downloads::OnExisting::Skip);
            return added ? Result<int>(int(added->size())) : failed(added);
        },
        [this](const Result<int> &added) {
            if (!added) {
                Q_EMIT wentWrong(sentenceOf(added.error()));
            } else {
                Q_EMIT done(tr("%n download(s) added.", nullptr, *added));
            }
        });
}

} // namespace kinframe::ui
