// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/video_target.h"

#include "base/file_names.h"
#include "base/result.h"
#include "ui/base/context.h"
#include "ui/renders/render_texts.h"
#include "ui/renders/slow_work.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr auto suffix = ".mp4"_L1;

enum class There { Nothing, File, Folder, NoFolder };

There lookAt(const QString &folder, const QString &path)
{
    const QFileInfo parent(folder);
    if (parent.exists() && !parent.isDir()) {
        return There::NoFolder;
    }
    const QFileInfo file(path);
    // A link that leads nowhere is something, too.
    if (!file.exists() && !file.isSymLink()) {
        return There::Nothing;
    }
    return file.isDir() ? There::Folder : There::File;
}

} // namespace

QString VideoTarget::usualFolder() const
{
    const QString videos = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    const bool isThere = !videos.isEmpty() && QFileInfo(videos).isDir();
    return QDir::toNativeSeparators(isThere ? videos : QDir::homePath());
}

QString VideoTarget::nameFor(const QString &scene) const
{
    const QString name = safeFileName(QFileInfo(scene).completeBaseName());
    return (name.isEmpty() ? tr("Render") : name) + suffix;
}

QString VideoTarget::pathOf(const QUrl &folder) const
{
    return QDir::toNativeSeparators(folder.toLocalFile());
}

QString VideoTarget::lengthText(int frames, int frameRate) const
{
    constexpr qint64 second = 1000;
    return spanText(frames * second / std::max(1, frameRate));
}

void VideoTarget::say(const QString &folderProblem, const QString &nameProblem)
{
    m_folderProblem = folderProblem;
    m_nameProblem = nameProblem;
    Q_EMIT changed();
}

void VideoTarget::forget()
{
    ++m_looks;
    m_isLooking = false;
    m_path.clear();
    say({}, {});
}

void VideoTarget::look(const QString &folder, const QString &name)
{
    forget();
    const QString whole = QDir::cleanPath(QDir::fromNativeSeparators(folder.trimmed()));
    QString file = name.trimmed();
    if (!file.endsWith(suffix, Qt::CaseInsensitive)) {
        file += suffix;
    }
    if (!QDir::isAbsolutePath(whole)) {
        say(tr("This is not the whole path of a folder. Choose one."), {});
        return;
    }
    if (file.size() == suffix.size() || safeFileName(file) != file) {
        say({}, tr("A file cannot have this name. Write a shorter one, without signs such as / and ?."));
        return;
    }
    Context *context = Context::of(this);
    if (!context) {
        return;
    }
    m_path = QDir(whole).filePath(file);
    m_isLooking = true;
    Q_EMIT changed();
    // The folder may be on another computer that does not answer.
    SlowWork::of(*context).ask(
        this, [whole, path = m_path] { return Result<There>(lookAt(whole, path)); },
        [this, look = m_looks](const Result<There> &there) {
            if (look != m_looks) {
                return;
            }
            m_isLooking = false;
            say(there == There::NoFolder ? tr("This is a file. Choose a folder.") : QString(),
                there == There::Folder ? tr("A folder has this name. Write another one.") : QString());
            if (there == There::Nothing) {
                Q_EMIT nothingThere();
            } else if (there == There::File) {
                Q_EMIT taken();
            }
        });
}

} // namespace kinframe::ui
