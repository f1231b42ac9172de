// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/image_changes.h"

#include <QObject>
#include <QVariant>
#include <qqml.h>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

class Context;
class UndoStack;

/// What people do with photos. `what` is a Selection of a list of photos, or the id of one. Every act but deleting for
/// good can be undone. One for the engine, so that acts outlive the page that asked for them. GUI thread.
class ImageActs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY busyChanged)

public:
    /// Without a context (tests of views) nothing is done.
    ImageActs(Context *context, UndoStack *undoStack, QObject *parent = nullptr);
    static ImageActs *create(QQmlEngine *engine, QJSEngine *);

    [[nodiscard]] bool isBusy() const { return m_running > 0; }

    Q_INVOKABLE void moveToTrash(const QVariant &what);
    Q_INVOKABLE void restore(const QVariant &what);
    Q_INVOKABLE void setFavourite(const QVariant &what, bool isFavourite);
    /// 0 to 5 stars.
    Q_INVOKABLE void rate(const QVariant &what, int stars);
    /// 1: a quarter to the right, -1: to the left.
    Q_INVOKABLE void turn(const QVariant &what, int quarterTurns);
    /// Finds out what would go, for the question before it: answered by deletionDescribed.
    Q_INVOKABLE void describeDeletion(const QVariant &what);
    Q_INVOKABLE void deleteForGood(const QVariant &what);

    Q_SIGNAL void busyChanged();
    Q_SIGNAL void failed(const QString &sentence);
    /// `kept` originals lie in the library and go with it, `inPlace` ones in folders of the person and stay there.
    Q_SIGNAL void deletionDescribed(int count, int kept, int inPlace, const QString &size);

private:
    struct Chosen
    {
        std::vector<qint64> keys;
        QUuid one;
    };
    [[nodiscard]] static Chosen chosen(const QVariant &what);
    using Say = std::function<QString(int count)>;
    void change(const QVariant &what, const ImageChange &change, const Say &say);
    void run(const ImageChanges &changes);
    void finish(const ChangesDone &done);
    void begin();
    void end();

    Context *m_context;
    UndoStack *m_undoStack;
    int m_running = 0;
};

} // namespace kinframe::ui
