// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/render_setup.h"
#include "ui/base/context.h"
#include "ui/base/keep_in_turn.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QVariantList>
#include <qqml.h>

#include <optional>

namespace kinframe::ui {

/// What the owner has set up for renders, to be looked at and changed. Changes show at once and are kept in the
/// background; one that is refused goes back. GUI thread.
class RenderSettings : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(Status status READ status NOTIFY changed)
    /// Why it could not be read or kept; empty otherwise.
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(bool rendersAnyway READ rendersAnyway WRITE setRendersAnyway NOTIFY changed)
    Q_PROPERTY(int reservedCores READ reservedCores WRITE setReservedCores NOTIFY changed)
    /// Of each: `title`, `program` (as it is set; empty: looked for), `place` (where it was found), `isElsewhere` (the
    /// place is what the cluster's computers run, where they have it), `problem`.
    Q_PROPERTY(QVariantList engines READ engines NOTIFY changed)
    /// They go to the cluster that is set up, not to this computer.
    Q_PROPERTY(bool usesCluster READ usesCluster WRITE setUsesCluster NOTIFY changed)
    /// How the cluster is reached, as texts: see cluster_form.h.
    Q_PROPERTY(QVariantMap cluster READ cluster NOTIFY changed)
    /// Of each: `name`, `ram` (GB), `cores`, `gpus`, `gpuModel`, `price` (per hour), `isAvailable`.
    Q_PROPERTY(QVariantList hardware READ hardware NOTIFY changed)

public:
    enum class Status { Unloaded, Loading, Ready, Failed };
    Q_ENUM(Status)

    using QObject::QObject;

    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] bool rendersAnyway() const { return m_setup.rendersAnywayOn(m_setup.runner); }
    void setRendersAnyway(bool isWanted);
    [[nodiscard]] int reservedCores() const { return m_setup.reservedCores; }
    void setReservedCores(int cores);
    [[nodiscard]] bool usesCluster() const;
    void setUsesCluster(bool isWanted);
    [[nodiscard]] QVariantMap cluster() const;
    [[nodiscard]] QVariantList engines() const;
    [[nodiscard]] QVariantList hardware() const;

    /// Path or name; empty: it is looked for where it is usually installed.
    Q_INVOKABLE void setProgram(int engine, const QString &program);
    /// Gives why it cannot be so; empty: it is.
    Q_INVOKABLE QString setCluster(const QVariantMap &texts);
    /// Row -1: one more. Gives why it cannot be so; empty: it is.
    Q_INVOKABLE QString setHardware(int row, const QVariantMap &values);
    /// Can be taken back.
    Q_INVOKABLE void removeHardware(int row);
    Q_INVOKABLE void reload();

    void classBegin() override {}
    void componentComplete() override;

    Q_SIGNAL void changed();

private:
    struct EnginePlace
    {
        QString place;
        bool isElsewhere = false; ///< on the cluster's computers, where nobody looks from here
        std::optional<Error> error;
    };
    struct Read
    {
        render::RenderSetup setup;
        std::vector<EnginePlace> places;
    };
    [[nodiscard]] static Result<Read> read(const Services &services);
    /// Shows it and keeps it.
    void put(render::RenderSetup setup);
    void keep();
    void show(Result<Read> read);

    Context *m_context = nullptr;
    Status m_status = Status::Unloaded;
    std::optional<Error> m_error;
    render::RenderSetup m_setup;
    std::vector<EnginePlace> m_places;
    KeepInTurn m_keeping{[this] { keep(); }};
    Question m_question;
};

} // namespace kinframe::ui
