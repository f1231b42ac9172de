// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/albums/album_changes.h"
#include "ui/base/act_line.h"
#include "ui/base/undo_stack.h"
#include "ui/images/asset_choice.h"

#include <QObject>
#include <QStringList>
#include <QVariant>
#include <qqml.h>

#include <functional>
#include <stop_token>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

class Context;

/// What people do with albums, and what takes each of it back. `what` is a Selection of a list of photos, or the id of
/// one. Acts are done one after the other, in the order in which they were asked for. GUI thread.
class AlbumActs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY busyChanged)

public:
    /// Without a context (tests of views) nothing is done.
    AlbumActs(Context *context, UndoStack *undoStack, QObject *parent = nullptr);
    /// Stops what still runs.
    static AlbumActs *create(QQmlEngine *engine, QJSEngine *);

    [[nodiscard]] bool isBusy() const { return m_line.isBusy(); }

    /// A new album with these photos, or (`what` being null) without any; `made` tells its id.
    Q_INVOKABLE void make(const QString &name, const QVariant &what = {});
    Q_INVOKABLE void add(const QString &album, const QString &name, const QVariant &what);
    /// The photos stay in the library.
    Q_INVOKABLE void remove(const QString &album, const QString &name, const QVariant &what);
    Q_INVOKABLE void rename(const QString &album, const QString &name);
    Q_INVOKABLE void describe(const QString &album, const QString &description);
    /// The photo is one of the album.
    Q_INVOKABLE void setCover(const QString &album, const QVariant &what);
    Q_INVOKABLE void setOldestFirst(const QString &album, bool isOldestFirst);
    /// The photos stay.
    Q_INVOKABLE void deleteAlbums(const QStringList &albums);

    Q_SIGNAL void busyChanged();
    Q_SIGNAL void made(const QString &album);
    /// Worth a word, though nothing was done.
    Q_SIGNAL void said(const QString &sentence);
    Q_SIGNAL void failed(const QString &sentence);

private:
    /// What to do with these photos.
    using Choose = std::function<AlbumChanges(std::vector<QUuid>)>;
    using Say = std::function<QString(const AlbumChangesDone &)>;
    using Work = std::function<Result<AlbumChangesDone>(const std::stop_source &)>; ///< on another thread
    void change(const AlbumChanges &changes, const Say &say);
    void change(const QVariant &what, const Choose &choose, const Say &say);
    void enqueue(const Work &work, const std::function<void(const AlbumChangesDone &)> &finish);
    void remember(UndoStack::Doing &doing, const QString &text, const AlbumChangesDone &done);
    void turnBack(const std::shared_ptr<AlbumChanges> &changes);

    Context *m_context;
    UndoStack *m_undoStack;
    ActLine m_line;
};

} // namespace kinframe::ui
