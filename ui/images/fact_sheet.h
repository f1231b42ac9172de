// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "ui/base/context.h"
#include "ui/base/selection.h"
#include "ui/images/fact_model.h"

#include <QObject>
#include <QPointer>
#include <QQmlParserStatus>
#include <QTimer>
#include <QVariant>
#include <qqml.h>

namespace kinframe::ui {

/// Every property of one photo, or what all that are selected have in common, kept up to date. GUI thread.
class FactSheet : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    /// Of one photo; what is selected comes before it where that is more than one, or where there is no one photo.
    Q_PROPERTY(QString assetId READ assetId WRITE setAssetId NOTIFY whatChanged)
    Q_PROPERTY(kinframe::ui::Selection *selection READ selection WRITE setSelection NOTIFY whatChanged)
    Q_PROPERTY(QVariant what READ what NOTIFY whatChanged) ///< what acts take
    Q_PROPERTY(bool isMany READ isMany NOTIFY changed)
    Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(bool isTooMany READ isTooMany NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString sizeText READ sizeText NOTIFY changed) ///< of all together
    Q_PROPERTY(int rating READ rating NOTIFY changed)         ///< -1: they differ
    Q_PROPERTY(QStringList tags READ tags NOTIFY changed)
    Q_PROPERTY(QStringList someTags READ someTags NOTIFY changed) ///< not of all of them
    Q_PROPERTY(QString taskId READ taskId NOTIFY changed)
    Q_PROPERTY(QString frame READ frame NOTIFY changed)
    Q_PROPERTY(QString parameters READ parameters NOTIFY changed) ///< all of the generation as one text
    Q_PROPERTY(kinframe::ui::FactModel *file READ file CONSTANT)
    Q_PROPERTY(kinframe::ui::FactModel *generation READ generation CONSTANT)
    Q_PROPERTY(kinframe::ui::FactModel *own READ own CONSTANT)

public:
    explicit FactSheet(QObject *parent = nullptr);
    void classBegin() override {}
    void componentComplete() override;

    [[nodiscard]] QString assetId() const { return m_assetId; }
    void setAssetId(const QString &id);
    [[nodiscard]] Selection *selection() const { return m_selection; }
    void setSelection(Selection *selection);
    [[nodiscard]] QVariant what() const;
    [[nodiscard]] bool isMany() const { return m_selection && m_selection->count() > 1; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] bool isTooMany() const { return m_facts.isTooMany; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] int count() const { return int(m_facts.count); }
    [[nodiscard]] QString sizeText() const;
    [[nodiscard]] int rating() const;
    [[nodiscard]] QStringList tags() const { return m_facts.tags; }
    [[nodiscard]] QStringList someTags() const { return m_facts.someTags; }
    [[nodiscard]] QString taskId() const { return m_facts.values.value(QLatin1String("task_id")).toString(); }
    [[nodiscard]] QString frame() const;
    [[nodiscard]] QString parameters() const { return parametersText(m_facts); }
    [[nodiscard]] FactModel *file() { return &m_file; }
    [[nodiscard]] FactModel *generation() { return &m_generation; }
    [[nodiscard]] FactModel *own() { return &m_own; }

    Q_SIGNAL void whatChanged();
    Q_SIGNAL void changed();

private:
    [[nodiscard]] bool isOfSelection() const { return isMany() || (m_selection && m_assetId.isEmpty()); }
    void hear(const std::vector<Event> &events);
    void begin(bool isAnother);
    void reload();
    void take(Result<SharedFacts> facts);
    void show();

    Context *m_context = nullptr;
    QString m_assetId;
    QPointer<Selection> m_selection;
    SharedFacts m_facts;
    QString m_errorText;
    bool m_isLoaded = false;
    bool m_isAsking = false;
    bool m_isStale = false; ///< something happened since it was asked
    bool m_wasOfSelection = false;
    FactModel m_file;
    FactModel m_generation;
    FactModel m_own;
    QTimer m_gather;
    Question m_question;
};

} // namespace kinframe::ui
