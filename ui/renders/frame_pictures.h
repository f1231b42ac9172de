// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/sectioned_model.h"
#include "ui/renders/render_frames.h"

#include <QPointer>

#include <vector>

namespace kinframe::ui {

/// Those frames of a task that are photos of the library: what the viewer goes through. GUI thread.
class FramePictures : public kinframe::ui::SectionedModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(kinframe::ui::RenderFrames *source READ source WRITE setSource NOTIFY sourceChanged)

public:
    enum Role { AssetIdRole = Qt::UserRole + 1 };
    Q_ENUM(Role)

    using SectionedModel::SectionedModel;

    [[nodiscard]] RenderFrames *source() const { return m_source; }
    void setSource(RenderFrames *source);
    [[nodiscard]] Q_INVOKABLE int rowOfFrame(int number) const { return rowOf(number); }
    [[nodiscard]] Q_INVOKABLE int frameAt(int row) const;

    void reload() override { gather(); }
    [[nodiscard]] const std::vector<Section> &sections() const override { return m_sections; }
    [[nodiscard]] qint64 keyAt(int row) const override { return m_pictures[size_t(row)].number; }
    [[nodiscard]] int rowOf(qint64 key) const override;
    void want(int, int) override {}
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void sourceChanged();

private:
    struct Picture
    {
        int number = 0;
        QUuid asset;

        friend bool operator==(const Picture &, const Picture &) = default;
    };
    void gather();

    QPointer<RenderFrames> m_source;
    std::vector<Picture> m_pictures;
    std::vector<Section> m_sections;
};

} // namespace kinframe::ui
