// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/import_acts.h"

#include "base/ids.h"
#include "library/folders.h"
#include "library/import_job.h"
#include "ui/base/context.h"
#include "ui/base/sentences.h"

#include <QFileInfo>
#include <QLocale>
#include <QTimer>

#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The task of an import ends a moment before what it did is written.
constexpr int mostLooks = 20;
constexpr auto lookAgainAfter = 250ms;
constexpr qsizetype mostNamed = 3;

Result<library::Owner> ownerOf(storage::Database &database, qint64 userId)
{
    return database.read(
        [&](storage::Connection &db) -> Result<library::Owner> { return library::findOwner(db, userId); });
}

} // namespace

void ImportActs::componentComplete()
{
    m_context = Context::of(this);
    if (m_context != nullptr) {
        connect(m_context, &Context::happened, this, &ImportActs::hear);
    }
}

QList<QUrl> ImportActs::filesIn(const QList<QUrl> &urls)
{
    QList<QUrl> files;
    for (const QUrl &url : urls) {
        if (url.isLocalFile()) {
            files.push_back(url);
        }
    }
    return files;
}

QList<QUrl> ImportActs::urlsOf(const QStringList &paths)
{
    QList<QUrl> urls;
    for (const QString &path : paths) {
        urls.push_back(QUrl::fromLocalFile(path));
    }
    return urls;
}

QString ImportActs::namesOf(const QList<QUrl> &urls)
{
    QStringList names;
    for (const QUrl &url : urls) {
        const QString name = url.adjusted(QUrl::StripTrailingSlash).fileName();
        names << (name.isEmpty() ? url.toLocalFile() : name);
    }
    if (names.size() <= mostNamed) {
        return QLocale().createSeparatedList(names);
    }
    const int others = int(names.size() - mostNamed);
    return tr("%1 and %n more", nullptr, others).arg(names.mid(0, mostNamed).join(u", "_s));
}

void ImportActs::add(const QList<QUrl> &urls, bool isInPlace)
{
    QStringList paths;
    for (const QUrl &url : filesIn(urls)) {
        paths << url.toLocalFile();
    }
    if (m_context == nullptr || paths.isEmpty()) {
        return;
    }
    const auto placement = isInPlace ? library::Importer::Placement::InPlace : library::Importer::Placement::Copy;
    m_context->ask(
        this,
        [services = m_context->services().library, user = m_context->userId(), paths,
         placement]() -> Result<library::ImportRun> {
            const auto owner = ownerOf(services.database, user);
            return owner ? library::startImport(services, *owner, paths, placement) : kinframe::failed(owner);
        },
        [this](const Result<library::ImportRun> &run) {
            if (run) {
                Q_EMIT started();
            } else {
                Q_EMIT failed(sentenceOf(run.error()));
            }
        });
}

void ImportActs::follow(const QList<QUrl> &folders, bool isInPlace)
{
    if (m_context == nullptr) {
        return;
    }
    const auto placement = isInPlace ? library::Importer::Placement::InPlace : library::Importer::Placement::Copy;
    for (const QUrl &url : filesIn(folders)) {
        m_context->ask(
            this,
            [services = m_context->services().library, user = m_context->userId(), path = url.toLocalFile(),
             placement]() -> Result<library::Folder> {
                const auto owner = ownerOf(services.database, user);
                return owner ? library::Folders(services).add(*owner, path, placement) : kinframe::failed(owner);
            },
            [this](const Result<library::Folder> &folder) {
                if (folder) {
                    Q_EMIT started();
                } else {
                    Q_EMIT failed(sentenceOf(folder.error()));
                }
            });
    }
}

void ImportActs::hear(const std::vector<Event> &events)
{
    for (const Event &event : events) {
        const bool isEnd = event.type == "job.progress"_L1 && event.details.value("ended"_L1).toBool() &&
                           event.details.value("kind"_L1).toString() == QStringView(library::importKind);
        if (const auto run = uuidFromText(event.details.value("subject"_L1).toString()); isEnd && run) {
            lookAt(*run, mostLooks);
        }
    }
}

void ImportActs::lookAt(const QUuid &run, int looksLeft)
{
    m_context->ask(
        this,
        [services = m_context->services().library, user = m_context->userId(), run] {
            return library::findImport(services.database, user, run);
        },
        [this, looksLeft](const Result<library::ImportRun> &found) {
            if (!found) {
                return;
            }
            if (found->state != library::ImportState::Running) {
                tell(*found);
            } else if (looksLeft > 0) {
                QTimer::singleShot(lookAgainAfter, this,
                                   [this, id = found->uuid, looksLeft] { lookAt(id, looksLeft - 1); });
            }
        });
}

void ImportActs::tell(const library::ImportRun &run)
{
    QStringList sentences;
    if (run.state == library::ImportState::Canceled) {
        sentences << tr("The import was cancelled.");
    } else if (run.state == library::ImportState::Failed) {
        sentences << tr("The import has stopped.");
    }
    if (run.added > 0) {
        sentences << tr("%n photo(s) added.", nullptr, int(run.added));
    } else if (run.state == library::ImportState::Done && run.failed == 0) {
        sentences << (run.duplicates > 0 ? tr("Nothing new: all of it is in the library already.")
                                         : tr("There are no photos or videos in it."));
    }
    if (run.failed > 0) {
        sentences << tr("%n file(s) could not be added.", nullptr, int(run.failed));
    }
    const bool hasFailures = run.failed > 0 || run.state == library::ImportState::Failed;
    Q_EMIT finished(toText(run.uuid), sentences.join(u' '), int(run.added),
                    hasFailures ? std::max(1, int(run.failed)) : 0);
}

} // namespace kinframe::ui
