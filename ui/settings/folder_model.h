// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "base/result.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"
#include "ui/base/undo_stack.h"
#include "ui/settings/folder_texts.h"

#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <vector>

namespace kinframe::ui {

/// The folders of the library, by path, and what is done with them. GUI thread.
class FolderModel : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    enum Role {
        FolderIdRole = Qt::UserRole + 1,
        NameRole,
        PathRole,
        StateRole,
        ProblemRole,
        IsAwayRole,
        IsCopiedRole,
        IsWatchedRole,
        IsScanningRole,
        MissingRole,
        RefusedRole,
    };
    Q_ENUM(Role)

    explicit FolderModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void reload() override;
    /// As people read it.
    [[nodiscard]] Q_INVOKABLE static QString pathOf(const QUrl &folder);
    Q_INVOKABLE void add(const QUrl &folder, bool isCopied);
    /// Its photos stay in the library, or go to the trash; both can be undone.
    Q_INVOKABLE void remove(const QString &folderId, bool keepsPhotos);
    Q_INVOKABLE void setWatched(const QString &folderId, bool isWatched);
    Q_INVOKABLE void scan(const QString &folderId);
    /// The folder is there now.
    Q_INVOKABLE void relocate(const QString &folderId, const QUrl &folder);
    /// Photos whose files are gone go to the trash.
    Q_INVOKABLE void forgetMissing(const QString &folderId);
    /// Later: refusedFiles.
    Q_INVOKABLE void askForRefused(const QString &folderId);

    /// An act could not be done; `folderId` is empty for one that was to be added.
    Q_SIGNAL void refused(const QString &folderId, const QString &sentence);
    /// Sentences, one for each file.
    Q_SIGNAL void refusedFiles(const QString &folderId, const QStringList &sentences);

protected:
    void begin() override;

private:
    void hear(const std::vector<Event> &events);
    void show(std::vector<FolderView> folders);
    void act(const QString &folderId, std::function<Result<void>(library::Folders &, const QUuid &)> what,
             std::function<void()> then = {});
    void recall(const std::vector<QUuid> &photos);
    void addPath(const QString &path, bool isCopied);
    void noteRemoved(UndoStack::Doing &doing, const FolderView &view, bool keepsPhotos);
    [[nodiscard]] const FolderView *find(const QString &folderId) const;

    std::vector<FolderView> m_folders;
    Question m_question;
    QTimer m_later;
};

} // namespace kinframe::ui
