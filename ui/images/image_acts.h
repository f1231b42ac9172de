// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/act_line.h"
#include "ui/images/asset_choice.h"
#include "ui/images/image_changes.h"

#include <QObject>
#include <QVariant>
#include <qqml.h>

#include <functional>
#include <stop_token>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

class Context;
class UndoStack;

/// What people do with photos. `what` is a Selection of a list of photos, or the id of one. Acts are done one after the
/// other, in the order in which they were asked for; one that lasts shows among what runs and can be stopped there, and
/// what it has done by then stays. Every act but deleting for good can be undone. One for the engine, so that acts
/// outlive the page that asked for them. GUI thread.
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

    [[nodiscard]] bool isBusy() const { return m_line.isBusy(); }

    Q_INVOKABLE void moveToTrash(const QVariant &what);
    Q_INVOKABLE void restore(const QVariant &what);
    Q_INVOKABLE void setFavourite(const QVariant &what, bool isFavourite);
    /// Takes them out of the favourites where all of them are among those, else adds them.
    Q_INVOKABLE void toggleFavourite(const QVariant &what);
    /// Puts them aside, with all that are stacked with them: they are not among all photos then, but in the archive.
    Q_INVOKABLE void setArchived(const QVariant &what, bool isArchived);
    /// Takes them out of the archive where all of them are in it, else puts them there.
    Q_INVOKABLE void toggleArchived(const QVariant &what);
    /// 0 to 5 stars.
    Q_INVOKABLE void rate(const QVariant &what, int stars);
    /// 1: a quarter to the right, -1: to the left.
    Q_INVOKABLE void turn(const QVariant &what, int quarterTurns);
    /// Sets and takes away properties: each is {key, kind, text}, see FactValues. Those that are no values are not.
    Q_INVOKABLE void edit(const QVariant &what, const QVariantList &properties);
    Q_INVOKABLE void changeTags(const QVariant &what, const QStringList &added, const QStringList &removed);
    /// Finds out what would go, for the question before it: answered by deletionDescribed.
    Q_INVOKABLE void describeDeletion(const QVariant &what);
    Q_INVOKABLE void deleteForGood(const QVariant &what);

    Q_SIGNAL void busyChanged();
    Q_SIGNAL void failed(const QString &sentence);
    /// `kept` originals lie in the library and go with it, `inPlace` ones in folders of the person and stay there.
    Q_SIGNAL void deletionDescribed(int count, int kept, int inPlace, const QString &size);

private:
    /// What to do with these, found out on another thread.
    using Choose = std::function<Result<ImageChange>(const Services &, const std::vector<QUuid> &)>;
    using Say = std::function<QString(const ImageChange &, int count)>;
    struct Outcome
    {
        ImageChanges changes; ///< what was to be done
        ChangesDone done;
    };
    using Work = std::function<Result<Outcome>(const std::stop_source &)>; ///< on another thread
    using Finish = std::function<void(const Outcome &)>;
    void change(const QVariant &what, const Choose &choose, const Say &say);
    void change(const QVariant &what, const ImageChange &change, const Say &say);
    void run(const ImageChanges &changes);
    void enqueue(const Work &work, const Finish &finish = {});
    void tell(const ChangesDone &done);

    Context *m_context;
    UndoStack *m_undoStack;
    ActLine m_line;
};

} // namespace kinframe::ui
