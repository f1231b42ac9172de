// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <QVariantList>

#include <vector>

namespace kinframe::ui {

/// The photos of the stack that a photo is in, in the order of their times, and which of them is looked at. None of
/// the trash; so the photo itself may not be among them any more. No rows where it is in none. GUI thread.
class StackPhotos : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The photo that a list shows, for its stack or for itself.
    Q_PROPERTY(QString assetId READ assetId WRITE setAssetId NOTIFY shownChanged)
    /// The one that is looked at: that one, or another one of its stack.
    Q_PROPERTY(QString shownId READ shownId NOTIFY shownChanged)
    Q_PROPERTY(int current READ current NOTIFY shownChanged)  ///< row of that one; -1: there are none
    Q_PROPERTY(bool isStack READ isStack NOTIFY shownChanged) ///< there is more than that one
    Q_PROPERTY(bool isCover READ isCover NOTIFY shownChanged)
    Q_PROPERTY(QVariantList keys READ keys NOTIFY keysChanged) ///< row ids, for PhotoCursor::others

public:
    enum Role { AssetIdRole = Qt::UserRole, PictureRole, NameRole, IsCoverRole, IsVideoRole };
    Q_ENUM(Role)

    using ListModel::ListModel;

    [[nodiscard]] QString assetId() const { return m_assetId; }
    void setAssetId(const QString &id);
    [[nodiscard]] QString shownId() const { return m_shownId.isEmpty() ? m_assetId : m_shownId; }
    [[nodiscard]] int current() const { return rowOf(shownId()); }
    [[nodiscard]] bool isStack() const { return m_photos.size() > 1 && current() >= 0; }
    [[nodiscard]] bool isCover() const;
    [[nodiscard]] QVariantList keys() const;

    Q_INVOKABLE void show(int row);
    Q_INVOKABLE void step(int by);
    /// The next photo of the list is looked at itself, whatever stack it is in.
    Q_INVOKABLE void release() { m_shownId.clear(); }

    void reload() override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void shownChanged();
    Q_SIGNAL void keysChanged();

protected:
    void begin() override;

private:
    struct Photo
    {
        qint64 id = 0;
        QString uuid;
        QString name;
        qint64 stamp = 0; ///< as of PhotoBrief
        bool isReady = false;
        bool isVideo = false;
        bool isCover = false;
        friend bool operator==(const Photo &, const Photo &) = default;
    };
    static std::vector<Photo> read(storage::Connection &db, qint64 userId, const QUuid &asset);
    void hear(const std::vector<Event> &events);
    void take(std::vector<Photo> photos);
    [[nodiscard]] int rowOf(const QString &id) const;

    QString m_assetId;
    QString m_shownId; ///< empty: the one of the list
    std::vector<Photo> m_photos;
    Question m_question;
};

} // namespace kinframe::ui
