// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"
#include "ui/images/face_acts.h"

#include <QRectF>

namespace kinframe::ui {

/// The faces of one photo and whose they are, and what people do with them. Boxes are 0 to 1 of the picture as it is
/// shown. What is done can be undone. GUI thread.
class FaceBoxes : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString assetId READ assetId WRITE setAssetId NOTIFY assetIdChanged)

public:
    enum Role {
        FaceIdRole = Qt::UserRole,
        PersonIdRole,
        NameRole, ///< empty: nobody has named this group yet
        BoxRole,
        IsConfirmedRole,
    };
    Q_ENUM(Role)

    using ListModel::ListModel;

    [[nodiscard]] QString assetId() const { return m_assetId; }
    void setAssetId(const QString &id);
    void reload() override;

    /// `personId` where one of the known was chosen, else empty.
    Q_INVOKABLE void setName(const QString &faceId, const QString &name, const QString &personId);
    Q_INVOKABLE void draw(const QRectF &box, const QString &name, const QString &personId);
    Q_INVOKABLE void reshape(const QString &faceId, const QRectF &box);
    /// "Not a face".
    Q_INVOKABLE void dismiss(const QString &faceId);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void assetIdChanged();
    Q_SIGNAL void failed(const QString &sentence);

protected:
    void begin() override;

private:
    struct Face
    {
        QString id;
        QString personId;
        QString name;
        QRectF box;
        bool isConfirmed = false;

        friend bool operator==(const Face &, const Face &) = default;
    };
    [[nodiscard]] static Result<std::vector<Face>> read(const Services &services, qint64 userId, const QUuid &asset,
                                                        const std::stop_token &stop);
    void hear(const std::vector<Event> &events);
    void show(std::vector<Face> faces);
    using Work = std::function<Result<Acts>(const Services &, qint64)>;
    void act(const QString &text, const Work &work);

    QString m_assetId;
    std::vector<Face> m_faces;
    Question m_question;
};

} // namespace kinframe::ui
