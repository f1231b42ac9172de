// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/strictness_preview.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <QStringList>
#include <QThreadPool>

#include <stop_token>
#include <vector>

namespace kinframe::ui {

/// What another strictness of recognition would make of the people there are: a list of who would become one, and who
/// would become several. Nothing changes until it is applied. GUI thread.
class StrictnessPreview : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The one to look at, in steps; `usual` is what is recommended.
    Q_PROPERTY(int strictness READ strictness WRITE setStrictness NOTIFY strictnessChanged)
    Q_PROPERTY(int applied READ applied NOTIFY appliedChanged)
    Q_PROPERTY(int least READ least CONSTANT)
    Q_PROPERTY(int most READ most CONSTANT)
    /// 0..1 while it is worked out.
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
    Q_PROPERTY(int peopleNow READ peopleNow NOTIFY previewed)
    Q_PROPERTY(int peopleThen READ peopleThen NOTIFY previewed)
    Q_PROPERTY(int joined READ joined NOTIFY previewed)
    Q_PROPERTY(int parted READ parted NOTIFY previewed)

public:
    enum Role {
        JoinRole = Qt::UserRole, ///< they would become one; else one would become these
        TextRole,
        CoversRole, ///< of some of them
        MoreRole    ///< how many there are beyond those
    };
    Q_ENUM(Role)

    explicit StrictnessPreview(QObject *parent = nullptr);
    /// Stops and waits for what is being worked out.
    ~StrictnessPreview() override;

    [[nodiscard]] int strictness() const { return m_strictness; }
    /// Works it out, in place of what was worked out before.
    void setStrictness(int strictness);
    [[nodiscard]] int applied() const { return m_applied; }
    [[nodiscard]] int least() const;
    [[nodiscard]] int most() const;
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] int peopleNow() const { return int(m_preview.peopleNow); }
    [[nodiscard]] int peopleThen() const { return int(m_preview.peopleThen); }
    [[nodiscard]] int joined() const { return int(m_preview.joined); }
    [[nodiscard]] int parted() const { return int(m_preview.parted); }

    /// Keeps it, and sorts all faces by it in the background.
    Q_INVOKABLE void apply();
    Q_INVOKABLE void cancel();

    void reload() override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void strictnessChanged();
    Q_SIGNAL void appliedChanged();
    Q_SIGNAL void progressChanged();
    Q_SIGNAL void previewed();
    Q_SIGNAL void wentWrong(const QString &text);

protected:
    void begin() override;

private:
    void workOut();
    void show(const Result<faces::StrictnessPreview> &preview);
    [[nodiscard]] const faces::StrictnessPreview::Group &groupAt(int row) const;
    [[nodiscard]] bool isJoin(int row) const { return row < int(m_preview.joins.size()); }
    [[nodiscard]] QString textOf(int row) const;

    int m_strictness = 0;
    int m_applied = 0;
    bool m_isKnown = false; ///< what is applied has been read
    double m_progress = 0;
    faces::StrictnessPreview m_preview;
    QThreadPool m_pool; ///< of one thread: it may take long
    std::stop_source m_stop;
    Question m_reading;
};

} // namespace kinframe::ui
