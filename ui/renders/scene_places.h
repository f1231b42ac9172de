// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/scene_settings.h"
#include "ui/base/context.h"
#include "ui/base/keep_in_turn.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QUrl>
#include <QVariantList>
#include <qqml.h>

#include <functional>
#include <optional>

namespace kinframe::ui {

/// Where scenes and their files may lie, and how their paths are to be read on this computer. Changes show at once, are
/// kept in the background, and can be taken back. GUI thread.
class ScenePlaces : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(Status status READ status NOTIFY changed)
    /// Why it could not be read or kept; empty otherwise.
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// Those that others than the owner may have looked at, as this computer writes them.
    Q_PROPERTY(QStringList folders READ folders NOTIFY changed)
    /// Of each: `from` (its name), `to` (what it stands for); by name.
    Q_PROPERTY(QVariantList variables READ variables NOTIFY changed)
    /// Of each: `from` (how paths of another computer begin), `to` (a folder of this one).
    Q_PROPERTY(QVariantList mappings READ mappings NOTIFY changed)

public:
    enum class Status { Unloaded, Loading, Ready, Failed };
    Q_ENUM(Status)

    using QObject::QObject;

    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QStringList folders() const;
    [[nodiscard]] QVariantList variables() const;
    [[nodiscard]] QVariantList mappings() const;

    Q_INVOKABLE void addFolder(const QUrl &folder);
    Q_INVOKABLE void removeFolder(int row);
    /// Row -1: one more. Give why it cannot be so; empty: it is.
    Q_INVOKABLE QString setVariable(int row, const QString &name, const QString &value);
    Q_INVOKABLE QString setMapping(int row, const QString &from, const QString &to);
    Q_INVOKABLE void removeVariable(int row);
    Q_INVOKABLE void removeMapping(int row);
    /// How people write that folder.
    [[nodiscard]] Q_INVOKABLE static QString pathOf(const QUrl &folder);
    Q_INVOKABLE void reload();

    void classBegin() override {}
    void componentComplete() override;

    Q_SIGNAL void changed();

private:
    using Change = std::function<void(render::SceneSettings &)>;
    /// Shows it and keeps it; `text` says what was done where it can be taken back by `back`.
    void change(const Change &forth, const QString &text = {}, const Change &back = {});
    void put(render::SceneSettings settings);
    void keep();
    void show(Result<render::SceneSettings> settings);

    Context *m_context = nullptr;
    Status m_status = Status::Unloaded;
    std::optional<Error> m_error;
    render::SceneSettings m_settings;
    KeepInTurn m_keeping{[this] { keep(); }};
    Question m_question;
};

} // namespace kinframe::ui
