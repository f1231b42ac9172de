// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/export_files.h"
#include "ui/images/asset_choice.h"

#include <QObject>
#include <QQuickItem>
#include <QThreadPool>
#include <QUrl>
#include <QVariant>
#include <qqml.h>

#include <functional>
#include <stop_token>

class QJSEngine;
class QMimeData;
class QQmlEngine;

namespace kinframe::ui {

class Context;

/// Photos on their way out of the library: into folders, onto the clipboard, to other programs. `what` is a Selection
/// of a list of photos, or the id of one. Copying to a folder shows among what runs and can be stopped there. One for
/// the engine. GUI thread.
class ExportActs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY busyChanged) ///< copying to a folder

public:
    enum Format { Original, Jpeg, WebP };
    Q_ENUM(Format)

    /// Without a context (tests of views) nothing is done.
    explicit ExportActs(Context *context, QObject *parent = nullptr);
    /// Stops what still runs, and waits for it.
    ~ExportActs() override;
    static ExportActs *create(QQmlEngine *engine, QJSEngine *);

    [[nodiscard]] bool isBusy() const { return m_exports > 0; }

    /// `folder` is a whole path, `longSide` in pixels, 0: as they are. Answered by `done` or `failed`, or by both.
    Q_INVOKABLE void exportTo(const QVariant &what, const QString &folder, Format format, int longSide,
                              bool withSidecars);
    [[nodiscard]] Q_INVOKABLE QString pathOf(const QUrl &folder) const;
    /// The files, for programs that take files, and the picture itself where it is one.
    Q_INVOKABLE void copyFiles(const QVariant &what);
    Q_INVOKABLE void copyPaths(const QVariant &what);
    Q_INVOKABLE void copyHashes(const QVariant &what);
    Q_INVOKABLE void copyText(const QString &text);
    /// Begins to drag the files, as soon as they are there and while the mouse is still pressed.
    Q_INVOKABLE void dragOut(const QVariant &what, QQuickItem *from);

    Q_SIGNAL void busyChanged();
    Q_SIGNAL void done(const QString &sentence);
    Q_SIGNAL void failed(const QString &sentence);

private:
    using Uuids = std::vector<QUuid>;
    void handOver(const QVariant &what, const std::function<void(const QStringList &files)> &take);
    void copyLines(const QVariant &what, const std::function<Result<QStringList>(const Uuids &)> &linesOf,
                   const QString &sentence);
    void finish(const library::ExportDone &outcome, const QString &folder);
    [[nodiscard]] QString outFolder() const;
    template <typename Work, typename Done>
    void run(Work work, Done done);

    Context *m_context;
    QThreadPool m_pool; ///< one thread: disks are faster with one copy at a time
    std::stop_source m_stop;
    int m_exports = 0;
};

} // namespace kinframe::ui
