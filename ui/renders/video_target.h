// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>
#include <qqml.h>

namespace kinframe::ui {

/// Where a video of a render is to be saved, as a person writes it, and whether it can be. GUI thread; disks are looked
/// at on another.
class VideoTarget : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /// What is wrong with what was written, and what to do; empty: nothing is known of.
    Q_PROPERTY(QString folderProblem READ folderProblem NOTIFY changed)
    Q_PROPERTY(QString nameProblem READ nameProblem NOTIFY changed)
    Q_PROPERTY(bool isLooking READ isLooking NOTIFY changed)
    Q_PROPERTY(QString path READ path NOTIFY changed) ///< that was looked at last; empty: none

public:
    using QObject::QObject;

    [[nodiscard]] QString folderProblem() const { return m_folderProblem; }
    [[nodiscard]] QString nameProblem() const { return m_nameProblem; }
    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    [[nodiscard]] QString path() const { return m_path; }

    /// The folder that the desktop has for videos, else the person's own.
    [[nodiscard]] Q_INVOKABLE QString usualFolder() const;
    /// Of the video of a scene: "castle.mp4".
    [[nodiscard]] Q_INVOKABLE QString nameFor(const QString &scene) const;
    [[nodiscard]] Q_INVOKABLE QString pathOf(const QUrl &folder) const;
    /// How long so many frames are at so many a second: "2.0 s".
    [[nodiscard]] Q_INVOKABLE QString lengthText(int frames, int frameRate) const;

    /// Looks whether a video can get that name there; `nothingThere` or `taken` follow, or a problem.
    Q_INVOKABLE void look(const QString &folder, const QString &name);
    /// What was written is another by now.
    Q_INVOKABLE void forget();

    Q_SIGNAL void changed();
    Q_SIGNAL void nothingThere();
    /// A file has the name.
    Q_SIGNAL void taken();

private:
    void say(const QString &folderProblem, const QString &nameProblem);

    QString m_folderProblem;
    QString m_nameProblem;
    QString m_path;
    bool m_isLooking = false;
    int m_looks = 0; ///< the answer to an older one says nothing
};

} // namespace kinframe::ui
