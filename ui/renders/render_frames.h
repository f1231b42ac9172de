// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/context.h"
#include "ui/base/sectioned_model.h"
#include "ui/renders/render_reads.h"

#include <QSet>

#include <vector>

namespace kinframe::ui {

class RenderWatch;

/// The frames of a task, by number. They are all there from the beginning; what becomes of each shows in its row.
/// GUI thread.
class RenderFrames : public kinframe::ui::SectionedModel
{
    Q_OBJECT
    QML_ELEMENT
    /// 0: none, no rows.
    Q_PROPERTY(int taskId READ taskId WRITE setTaskId NOTIFY taskIdChanged)

public:
    enum Role {
        NumberRole = Qt::UserRole + 1,
        StateTextRole,
        StateIconRole,
        StateToneRole,
        PictureRole,
        AssetIdRole,
        TestRole,
        TimeRole,
        ProblemRole,
        BusyRole,
    };
    Q_ENUM(Role)

    explicit RenderFrames(QObject *parent = nullptr)
        : SectionedModel(parent)
    {
    }

    [[nodiscard]] int taskId() const { return m_taskId; }
    void setTaskId(int taskId);

    [[nodiscard]] Q_INVOKABLE int frameAt(int row) const;
    [[nodiscard]] Q_INVOKABLE QList<int> framesAt(const QList<int> &rows) const;
    /// -1 where the task has no such frame.
    [[nodiscard]] Q_INVOKABLE int rowOfFrame(int number) const { return rowOf(number); }
    /// Why the frame failed and what to do; empty otherwise.
    [[nodiscard]] Q_INVOKABLE QString problemAt(int row) const;
    /// "Frame 12 · Done · 3.2 s · on studio-1"
    [[nodiscard]] Q_INVOKABLE QString factsAt(int row) const;
    [[nodiscard]] Q_INVOKABLE bool hasPicture(int row) const;
    /// The first that failed, else the first that renders, else the last that is done; -1 without frames.
    [[nodiscard]] Q_INVOKABLE int rowOfInterest() const;

    [[nodiscard]] const std::vector<FrameView> &frames() const { return m_frames; }

    void reload() override;
    [[nodiscard]] const std::vector<Section> &sections() const override { return m_sections; }
    [[nodiscard]] qint64 keyAt(int row) const override { return m_frames[size_t(row)].number; }
    [[nodiscard]] int rowOf(qint64 key) const override;
    void want(int, int) override {} // A row is all there is.
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void taskIdChanged();

protected:
    void begin() override;

private:
    void show(std::vector<FrameView> frames);
    void update(std::vector<FrameView> frames);
    void settle();

    int m_taskId = 0;
    std::vector<FrameView> m_frames;
    std::vector<Section> m_sections;
    RenderWatch *m_watch = nullptr;
    Question m_question;
    bool m_isReading = false;
    bool m_isStale = false; ///< something has changed since what is being read was asked for
};

} // namespace kinframe::ui
