// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/folder_model.h"

#include "base/ids.h"
#include "jobs/job_queue.h"
#include "library/folder_job.h"
#include "ui/base/sentences.h"

#include <QDir>

#include <algorithm>
#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using library::Folders;

// Counts change with every photo of an import; a few times a second is enough to see it.
constexpr auto gathering = 400ms;
constexpr int mostRefused = 200;

Result<std::vector<FolderView>> readFolders(const library::Services &services, qint64 userId)
{
    const Folders folders(services);
    auto all = folders.list(userId);
    if (!all) {
        return failed(all);
    }
    std::vector<FolderView> views;
    for (library::Folder &folder : *all) {
        const auto counts = folders.counts(folder);
        const auto jobs = services.jobs.list({QString::fromUtf16(library::folderKind), {}, folder.uuid, 0, 1});
        if (!counts || !jobs) {
            return !counts ? failed(counts) : failed(jobs);
        }
        const bool isScanning = !jobs->empty() && jobs->front().state == jobs::JobState::Leased;
        views.push_back({std::move(folder), *counts, isScanning});
    }
    return views;
}

library::Owner ownerOf(const library::Services &services, qint64 userId)
{
    const auto owner = services.database.read(
        [&](storage::Connection &db) -> Result<library::Owner> { return library::findOwner(db, userId); });
    return owner ? *owner : library::Owner{userId, {}, false};
}

} // namespace

FolderModel::FolderModel(QObject *parent)
    : ListModel(parent)
{
    m_later.setSingleShot(true);
    m_later.setInterval(gathering);
    connect(&m_later, &QTimer::timeout, this, &FolderModel::reload);
}

void FolderModel::begin()
{
    connect(context(), &Context::happened, this, &FolderModel::hear);
}

void FolderModel::hear(const std::vector<Event> &events)
{
    const bool isOurs = std::ranges::any_of(events, [](const Event &event) {
        return event.type == u"folder.changed" ||
               (event.type == u"job.progress" &&
                event.details.value("kind"_L1).toString() == QStringView(library::folderKind));
    });
    if (isOurs && !m_later.isActive()) {
        m_later.start();
    }
}

int FolderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_folders.size());
}

QVariant FolderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const FolderView &view = m_folders[size_t(index.row())];
    switch (role) {
    case FolderIdRole:
        return toText(view.folder.uuid);
    case NameRole: {
        const QString name = QDir(view.folder.path).dirName();
        return name.isEmpty() ? view.folder.path : name;
    }
    case PathRole:
        return QDir::toNativeSeparators(view.folder.path);
    case StateRole:
        return stateText(view);
    case ProblemRole:
        return problemText(view);
    case IsAwayRole:
        return view.folder.missingSince.has_value();
    case IsCopiedRole:
        return view.folder.isCopied;
    case IsWatchedRole:
        return view.folder.isWatched;
    case IsScanningRole:
        return view.isScanning;
    case MissingRole:
        return int(view.counts.missing);
    case RefusedRole:
        return int(view.counts.refused);
    default:
        return {};
    }
}

QHash<int, QByteArray> FolderModel::roleNames() const
{
    return {{FolderIdRole, "folderId"},    {NameRole, "name"},           {PathRole, "path"},
            {StateRole, "stateText"},      {ProblemRole, "problemText"}, {IsAwayRole, "isAway"},
            {IsCopiedRole, "isCopied"},    {IsWatchedRole, "isWatched"}, {IsScanningRole, "isScanning"},
            {MissingRole, "missingCount"}, {RefusedRole, "refusedCount"}};
}

void FolderModel::reload()
{
    if (!context()) {
        return;
    }
    if (status() == Status::Unloaded) {
        setStatus(Status::Loading);
    }
    m_question.ask(
        *context(), this,
        [services = context()->services().library, user = context()->userId()](const std::stop_token &) {
            return readFolders(services, user);
        },
        [this](Result<std::vector<FolderView>> folders) {
            if (!folders) {
                setFailed(folders.error());
                return;
            }
            show(std::move(*folders));
            setStatus(Status::Ready);
        });
}

void FolderModel::show(std::vector<FolderView> folders)
{
    const auto uuidOf = [](const FolderView &view) { return view.folder.uuid; };
    for (size_t row = 0; row < m_folders.size();) {
        if (std::ranges::find(folders, m_folders[row].folder.uuid, uuidOf) == folders.end()) {
            beginRemoveRows({}, int(row), int(row));
            m_folders.erase(m_folders.begin() + qsizetype(row));
            endRemoveRows();
        } else {
            ++row;
        }
    }
    for (size_t row = 0; row < folders.size(); ++row) {
        const auto rest =
            std::ranges::find(m_folders.begin() + qsizetype(row), m_folders.end(), folders[row].folder.uuid, uuidOf);
        if (rest == m_folders.end()) {
            beginInsertRows({}, int(row), int(row));
            m_folders.insert(m_folders.begin() + qsizetype(row), folders[row]);
            endInsertRows();
            continue;
        }
        if (const auto from = int(rest - m_folders.begin()); from != int(row)) {
            // A folder that was found elsewhere stands elsewhere in the order.
            beginMoveRows({}, from, from, {}, int(row));
            std::rotate(m_folders.begin() + qsizetype(row), rest, rest + 1);
            endMoveRows();
        }
        m_folders[row] = folders[row];
        Q_EMIT dataChanged(index(int(row)), index(int(row)));
    }
}

const FolderView *FolderModel::find(const QString &folderId) const
{
    const auto uuid = uuidFromText(folderId);
    const auto found =
        std::ranges::find_if(m_folders, [&](const FolderView &view) { return view.folder.uuid == uuid; });
    return found == m_folders.end() ? nullptr : &*found;
}

void FolderModel::act(const QString &folderId, std::function<Result<void>(Folders &, const QUuid &)> what,
                      std::function<void()> then)
{
    const auto uuid = uuidFromText(folderId);
    if (!context() || !uuid) {
        return;
    }
    context()->ask(
        this,
        [services = context()->services().library, what = std::move(what), uuid = *uuid] {
            Folders folders(services);
            return what(folders, uuid);
        },
        [this, folderId, then = std::move(then)](const Result<void> &done) {
            if (!done) {
                Q_EMIT refused(folderId, sentenceOf(done.error()));
            } else if (then) {
                then();
            }
            reload();
        });
}

QString FolderModel::pathOf(const QUrl &folder)
{
    return QDir::toNativeSeparators(folder.toLocalFile());
}

void FolderModel::add(const QUrl &folder, bool isCopied)
{
    addPath(folder.toLocalFile(), isCopied);
}

void FolderModel::addPath(const QString &path, bool isCopied)
{
    if (!context()) {
        return;
    }
    const auto placement = isCopied ? library::Importer::Placement::Copy : library::Importer::Placement::InPlace;
    context()->ask(
        this,
        [services = context()->services().library, user = context()->userId(), path, placement] {
            return Folders(services).add(ownerOf(services, user), path, placement);
        },
        [this](const Result<library::Folder> &added) {
            if (!added) {
                Q_EMIT refused({}, sentenceOf(added.error()));
            }
            reload();
        });
}

void FolderModel::remove(const QString &folderId, bool keepsPhotos)
{
    const FolderView *view = find(folderId);
    if (!view) {
        return;
    }
    const auto photos = keepsPhotos ? Folders::Photos::Keep : Folders::Photos::ToTrash;
    act(
        folderId,
        [photos, user = context()->userId()](Folders &folders, const QUuid &uuid) {
            return folders.remove(user, uuid, photos);
        },
        [this, removed = *view, keepsPhotos, doing = UndoStack::beginOf(this)] {
            if (doing) {
                noteRemoved(*doing, removed, keepsPhotos);
            }
        });
}

void FolderModel::noteRemoved(UndoStack::Doing &doing, const FolderView &view, bool keepsPhotos)
{
    // Added again it finds all its photos, also in the trash.
    const QString text =
        keepsPhotos ? tr("Folder “%1” is not followed any more").arg(QDir(view.folder.path).dirName())
                    : tr("Folder “%1” removed, its photos are in the trash").arg(QDir(view.folder.path).dirName());
    doing.push({text,
                [self = QPointer<FolderModel>(this), folder = view.folder] {
                    if (self) {
                        self->addPath(folder.path, folder.isCopied);
                    }
                },
                {}});
}

void FolderModel::setWatched(const QString &folderId, bool isWatched)
{
    act(folderId, [user = context() ? context()->userId() : 0, isWatched](Folders &folders, const QUuid &uuid) {
        return folders.setWatched(user, uuid, isWatched);
    });
}

void FolderModel::scan(const QString &folderId)
{
    act(folderId, [user = context() ? context()->userId() : 0](Folders &folders, const QUuid &uuid) {
        return folders.scanLater(user, uuid);
    });
}

void FolderModel::relocate(const QString &folderId, const QUrl &folder)
{
    act(folderId, [user = context() ? context()->userId() : 0, path = folder.toLocalFile()](
                      Folders &folders, const QUuid &uuid) { return folders.relocate(user, uuid, path); });
}

void FolderModel::forgetMissing(const QString &folderId)
{
    const FolderView *view = find(folderId);
    if (!view) {
        return;
    }
    using Photos = std::vector<QUuid>;
    context()->ask(
        this,
        [services = context()->services().library, user = context()->userId(), uuid = view->folder.uuid] {
            return Folders(services).forgetMissing(user, uuid);
        },
        [this, folderId, doing = UndoStack::beginOf(this)](const Result<Photos> &photos) {
            if (!photos) {
                Q_EMIT refused(folderId, sentenceOf(photos.error()));
            } else if (doing && !photos->empty()) {
                doing->push({tr("%n photo(s) moved to the trash", nullptr, int(photos->size())),
                             [self = QPointer<FolderModel>(this), photos = *photos] {
                                 if (self) {
                                     self->recall(photos);
                                 }
                             },
                             {}});
            }
            reload();
        });
}

void FolderModel::recall(const std::vector<QUuid> &photos)
{
    context()->ask(
        this,
        [services = context()->services().library, user = context()->userId(), photos] {
            return Folders(services).recall(user, photos);
        },
        [this](const Result<void> &recalled) {
            if (!recalled) {
                Q_EMIT refused({}, sentenceOf(recalled.error()));
            }
            reload();
        });
}

void FolderModel::askForRefused(const QString &folderId)
{
    const FolderView *view = find(folderId);
    if (!view) {
        return;
    }
    context()->ask(
        this,
        [services = context()->services().library, folder = view->folder] {
            return Folders(services).refused(folder, mostRefused);
        },
        [this, folderId](const Result<std::vector<library::RefusedFile>> &files) {
            if (!files) {
                Q_EMIT refused(folderId, sentenceOf(files.error()));
                return;
            }
            QStringList sentences;
            for (const library::RefusedFile &file : *files) {
                sentences << sentenceOf(file.error);
            }
            Q_EMIT refusedFiles(folderId, sentences);
        });
}

} // namespace kinframe::ui
