// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "library/import_run.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QStringList>
#include <QUrl>
#include <qqml.h>

#include <vector>

namespace kinframe::ui {

class Context;

/// Adds files and folders to the library, and says when an import of this library has ended, whoever began it.
/// GUI thread.
class ImportActs : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)

public:
    using QObject::QObject;

    void classBegin() override {}
    void componentComplete() override;

    /// Copies them into the library, or leaves them where they are and shows them from there.
    Q_INVOKABLE void add(const QList<QUrl> &urls, bool isInPlace);
    /// Makes them folders of the library: what comes into them later comes in as well.
    Q_INVOKABLE void follow(const QList<QUrl> &folders, bool isInPlace);
    /// The files of this computer among what was dropped or handed over.
    [[nodiscard]] Q_INVOKABLE static QList<QUrl> filesIn(const QList<QUrl> &urls);
    [[nodiscard]] Q_INVOKABLE static QList<QUrl> urlsOf(const QStringList &paths);
    /// Names a few of them, for a question.
    [[nodiscard]] Q_INVOKABLE static QString namesOf(const QList<QUrl> &urls);

    Q_SIGNAL void started();
    Q_SIGNAL void failed(const QString &sentence);
    /// `run` is for ImportFailures; `text` says how it went.
    Q_SIGNAL void finished(const QString &run, const QString &text, int added, int failures);

private:
    void hear(const std::vector<Event> &events);
    void lookAt(const QUuid &run, int looksLeft);
    void tell(const library::ImportRun &run);

    Context *m_context = nullptr;
};

} // namespace kinframe::ui
