// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/banner_model.h"

#include "base/files.h"
#include "faces/face_jobs.h"
#include "jobs/job_queue.h"
#include "library/folders.h"
#include "library/import_job.h"
#include "library/process_job.h"
#include "ui/base/sentences.h"
#include "ui/shell/task_texts.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto lookEvery = 3s;
// Under this much room an import of one camera card would fail half way.
constexpr qint64 littleSpace = 500'000'000;

bool isAboutModels(const Error &error)
{
    return error.code == ErrorCode::ModelMissing || error.code == ErrorCode::ModelWrongHash ||
           error.code == ErrorCode::ModelUnreadable;
}

/// What it is about, whatever its numbers say by now.
QString keyOf(const Error &error)
{
    return error.name() + u' ' + error.fact(u"path"_s);
}

/// What is wrong with the disk under the library. Waits for the disk.
std::optional<Error> diskTrouble(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists()) {
        return Error{ErrorCode::LibraryNotFound, {{u"path"_s, folder}}, {}};
    }
    if (!info.isWritable()) {
        return Error{ErrorCode::DiskReadOnly, {{u"path"_s, folder}}, {}};
    }
    const qint64 free = freeSpace(folder);
    if (free >= 0 && free < littleSpace) {
        return Error{ErrorCode::DiskFull, {{u"path"_s, folder}, {u"missing"_s, bytesText(littleSpace - free)}}, {}};
    }
    return {};
}

std::vector<Error> foldersAway(const library::Services &services, qint64 userId)
{
    std::vector<Error> away;
    const auto folders = library::Folders(services).list(userId);
    for (const library::Folder &folder : folders.value_or(std::vector<library::Folder>())) {
        if (folder.missingSince) {
            away.push_back({ErrorCode::FolderAway, {{u"path"_s, folder.path}}, {}});
        }
    }
    return away;
}

std::vector<Error> lookForTrouble(const library::Services &services, qint64 userId, const QString &folder)
{
    std::vector<Error> found = foldersAway(services, userId);
    if (auto trouble = diskTrouble(folder)) {
        found.push_back(std::move(*trouble));
    }
    for (const char16_t *kind : {faces::facesKind, library::importKind, library::processKind}) {
        if (auto hold = services.jobs.holdOf(QString::fromUtf16(kind))) {
            found.push_back(std::move(*hold));
        }
    }
    return found;
}

QString textOfBanner(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ModelMissing:
        return BannerModel::tr(
            "The face models are not on this computer yet: faces are looked for as soon as they are.");
    case ErrorCode::ModelWrongHash:
    case ErrorCode::ModelUnreadable:
        return BannerModel::tr("“%1” is not the face model it should be. Download it again.")
            .arg(error.fact(u"path"_s));
    case ErrorCode::LibraryNotFound:
        return BannerModel::tr(
                   "The folder of the library, “%1”, has gone: it was moved, or its disk was taken out. Bring "
                   "it back, or close Kinframe before you move it.")
            .arg(error.fact(u"path"_s));
    default:
        return sentenceOf(error);
    }
}

} // namespace

BannerModel::BannerModel(QObject *parent)
    : ListModel(parent)
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &BannerModel::reload);
}

void BannerModel::begin()
{
    m_timer.start();
}

void BannerModel::reload()
{
    if (context() == nullptr) {
        return;
    }
    m_question.ask(
        *context(), this,
        [services = context()->services().library, user = context()->userId(), folder = m_folder](
            const std::stop_token &) -> Result<std::vector<Error>> { return lookForTrouble(services, user, folder); },
        [this](const Result<std::vector<Error>> &found) {
            show(*found);
            setStatus(Status::Ready);
        });
}

void BannerModel::show(const std::vector<Error> &errors)
{
    std::vector<Error> shown;
    for (const Error &error : errors) {
        // Several kinds of work wait for the same room on the disk; folders are each for itself.
        const bool isKnown = std::ranges::any_of(shown, [&](const Error &other) {
            return error.code == ErrorCode::FolderAway ? keyOf(other) == keyOf(error) : other.code == error.code;
        });
        if (!isKnown && std::ranges::find(m_dismissed, keyOf(error)) == m_dismissed.end()) {
            shown.push_back(error);
        }
    }
    // What stays stays where it is, though its numbers may change: nobody's click goes astray.
    const bool isSame = std::ranges::equal(shown, m_errors, {}, keyOf, keyOf);
    if (isSame && !shown.empty()) {
        m_errors = std::move(shown);
        Q_EMIT dataChanged(index(0), index(int(m_errors.size()) - 1));
    } else if (!isSame) {
        beginResetModel();
        m_errors = std::move(shown);
        endResetModel();
    }
}

void BannerModel::dismiss(int row)
{
    if (row < 0 || row >= rowCount({})) {
        return;
    }
    m_dismissed.push_back(keyOf(m_errors[size_t(row)]));
    beginRemoveRows({}, row, row);
    m_errors.erase(m_errors.begin() + row);
    endRemoveRows();
}

int BannerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_errors.size());
}

QVariant BannerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Error &error = m_errors[size_t(index.row())];
    switch (role) {
    case Text:
        return textOfBanner(error);
    case Remedy:
        return isAboutModels(error) ? FetchModels : error.code == ErrorCode::FolderAway ? ShowFolders : NoRemedy;
    default:
        return {};
    }
}

QHash<int, QByteArray> BannerModel::roleNames() const
{
    return {{Text, "text"}, {Remedy, "remedy"}};
}

} // namespace kinframe::ui
