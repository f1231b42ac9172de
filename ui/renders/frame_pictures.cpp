// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/frame_pictures.h"

#include "base/ids.h"

#include <algorithm>

namespace kinframe::ui {

void FramePictures::setSource(RenderFrames *source)
{
    if (source == m_source) {
        return;
    }
    if (m_source) {
        m_source->disconnect(this);
    }
    m_source = source;
    if (m_source) {
        connect(m_source, &QAbstractItemModel::dataChanged, this, &FramePictures::gather);
        connect(m_source, &QAbstractItemModel::modelReset, this, &FramePictures::gather);
    }
    gather();
    Q_EMIT sourceChanged();
}

void FramePictures::gather()
{
    std::vector<Picture> pictures;
    if (m_source) {
        for (const FrameView &frame : m_source->frames()) {
            if (!frame.picture.isNull()) {
                pictures.push_back({frame.number, frame.picture});
            }
        }
    }
    setStatus(Status::Ready);
    if (pictures == m_pictures) {
        return;
    }
    beginResetModel();
    m_pictures = std::move(pictures);
    m_sections.clear();
    if (!m_pictures.empty()) {
        m_sections.push_back({{}, 0, int(m_pictures.size())});
    }
    endResetModel();
    Q_EMIT sectionsChanged();
}

int FramePictures::rowOf(qint64 key) const
{
    const auto found = std::ranges::lower_bound(m_pictures, key, {}, &Picture::number);
    return found == m_pictures.end() || found->number != key ? -1 : int(found - m_pictures.begin());
}

int FramePictures::frameAt(int row) const
{
    return row >= 0 && row < int(m_pictures.size()) ? m_pictures[size_t(row)].number : -1;
}

int FramePictures::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pictures.size());
}

QVariant FramePictures::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return role == AssetIdRole ? QVariant(toText(m_pictures[size_t(index.row())].asset)) : QVariant();
}

QHash<int, QByteArray> FramePictures::roleNames() const
{
    return {{AssetIdRole, "assetId"}};
}

} // namespace kinframe::ui
