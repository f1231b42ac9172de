// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/storage_use.h"
#include "ui/base/context.h"

#include <QQmlParserStatus>
#include <qqml.h>

#include <thread>

namespace kinframe::ui {

/// What the library takes of the disk, and emptying the trash. GUI thread.
class StorageOverview : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(bool isKnown READ isKnown NOTIFY changed)
    Q_PROPERTY(QString originals READ originals NOTIFY changed)
    Q_PROPERTY(QString thumbnails READ thumbnails NOTIFY changed)
    Q_PROPERTY(QString trash READ trash NOTIFY changed)
    Q_PROPERTY(QString database READ database NOTIFY changed)
    Q_PROPERTY(QString inPlace READ inPlace NOTIFY changed)
    Q_PROPERTY(QString free READ free NOTIFY changed)
    Q_PROPERTY(int trashed READ trashed NOTIFY changed)
    /// Shares of the whole, 0 to 1, for a bar: originals without the trash, trash, thumbnails, database.
    Q_PROPERTY(QList<double> shares READ shares NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(bool isEmptying READ isEmptying NOTIFY progressed)
    /// 0 to 1 while the trash is emptied.
    Q_PROPERTY(double fraction READ fraction NOTIFY progressed)

public:
    using QObject::QObject;
    /// Stops an emptying; the rest stays in the trash.
    ~StorageOverview() override;

    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    [[nodiscard]] QString originals() const;
    [[nodiscard]] QString thumbnails() const;
    [[nodiscard]] QString trash() const;
    [[nodiscard]] QString database() const;
    [[nodiscard]] QString inPlace() const;
    [[nodiscard]] QString free() const;
    [[nodiscard]] int trashed() const { return int(m_use.trashed); }
    [[nodiscard]] QList<double> shares() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool isEmptying() const { return m_isEmptying; }
    [[nodiscard]] double fraction() const { return m_fraction; }

    void classBegin() override {}
    void componentComplete() override;

    Q_INVOKABLE void reload();
    /// For good. Later: emptied, or errorText.
    Q_INVOKABLE void emptyTrash();
    Q_INVOKABLE void cancelEmptying();

    Q_SIGNAL void changed();
    Q_SIGNAL void progressed();
    Q_SIGNAL void emptied(int photos);

private:
    void ended(const Result<qint64> &result);

    Context *m_context = nullptr;
    library::StorageUse m_use;
    bool m_isKnown = false;
    bool m_isEmptying = false;
    double m_fraction = 0;
    QString m_errorText;
    Question m_question;
    std::jthread m_emptier;
};

} // namespace kinframe::ui
