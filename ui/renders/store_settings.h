// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/files/s3_calls.h"
#include "ui/base/context.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QVariantMap>
#include <qqml.h>

#include <optional>

namespace kinframe::ui {

/// Where the files of renders are kept, to be looked at and changed: a folder of this computer, or a bucket. What is
/// chosen is tested before it is kept. The secret goes in and never comes out. GUI thread.
class StoreSettings : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(Status status READ status NOTIFY changed)
    /// Why it could not be read or chosen; empty otherwise.
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(bool isBucket READ isBucket NOTIFY changed)
    /// See store_form.h; as usual for a folder.
    Q_PROPERTY(QVariantMap bucket READ bucket NOTIFY changed)
    /// A choice is being tested.
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)

public:
    enum class Status { Unloaded, Loading, Ready, Failed };
    Q_ENUM(Status)

    using QObject::QObject;

    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] bool isBucket() const { return m_settings.has_value(); }
    [[nodiscard]] QVariantMap bucket() const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    Q_INVOKABLE void reload();
    /// What is wrong with it, by the name of the field; empty: it can be tried.
    [[nodiscard]] Q_INVOKABLE QVariantMap problems(const QVariantMap &bucket) const;
    /// Tests the bucket and keeps it where it can be used; chosen() or errorText follows.
    Q_INVOKABLE void chooseBucket(const QVariantMap &bucket);
    Q_INVOKABLE void chooseFolder();
    /// Forgets why the last choice was none.
    Q_INVOKABLE void clearError();

    void classBegin() override {}
    void componentComplete() override;

    Q_SIGNAL void changed();
    Q_SIGNAL void chosen();

private:
    void choose(const std::optional<render::S3Settings> &settings);

    Context *m_context = nullptr;
    Status m_status = Status::Unloaded;
    std::optional<Error> m_error;
    std::optional<render::S3Settings> m_settings; ///< without its secret
    bool m_hasSecret = false;
    bool m_isBusy = false;
    Question m_question;
};

} // namespace kinframe::ui
