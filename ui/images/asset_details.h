// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "ui/base/context.h"
#include "ui/images/asset_facts.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QSize>
#include <QUrl>
#include <QVariant>
#include <qqml.h>

namespace kinframe::ui {

/// One photo with all that is known of it, kept up to date. GUI thread.
class AssetDetails : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(QString assetId READ assetId WRITE setAssetId NOTIFY assetIdChanged)
    Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed)      ///< of this photo, not of the one before
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed) ///< why it cannot be shown and what to do
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(bool isReady READ isReady NOTIFY changed) ///< it has a picture
    Q_PROPERTY(bool isVideo READ isVideo NOTIFY changed)
    Q_PROPERTY(bool isLive READ isLive NOTIFY changed)
    Q_PROPERTY(bool isTrashed READ isTrashed NOTIFY changed)
    Q_PROPERTY(bool isArchived READ isArchived NOTIFY changed)
    Q_PROPERTY(bool isFavourite READ isFavourite NOTIFY changed)
    Q_PROPERTY(int rating READ rating NOTIFY changed)
    Q_PROPERTY(int turn READ turn NOTIFY changed)
    Q_PROPERTY(QString stamp READ stamp NOTIFY changed)    ///< changes with what is seen of it
    Q_PROPERTY(QSizeF pixels READ pixels NOTIFY changed)   ///< as it is shown
    Q_PROPERTY(QUrl videoUrl READ videoUrl NOTIFY changed) ///< of a video, or of the moving half of a live photo
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
    Q_PROPERTY(QString timeText READ timeText NOTIFY changed)
    Q_PROPERTY(QString sizeText READ sizeText NOTIFY changed)
    Q_PROPERTY(QString dimensionsText READ dimensionsText NOTIFY changed)
    Q_PROPERTY(QString durationText READ durationText NOTIFY changed)
    Q_PROPERTY(QString camera READ camera NOTIFY changed)
    Q_PROPERTY(QString lens READ lens NOTIFY changed)
    Q_PROPERTY(QString exposureText READ exposureText NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)
    Q_PROPERTY(QString placeText READ placeText NOTIFY changed)
    Q_PROPERTY(QString coordinatesText READ coordinatesText NOTIFY changed)
    Q_PROPERTY(QString folder READ folder NOTIFY changed) ///< where the person's own file lies
    Q_PROPERTY(QStringList tags READ tags NOTIFY changed)
    Q_PROPERTY(QVariantList people READ people NOTIFY changed) ///< of `personId` and `name`

public:
    enum class State { Unknown, Processing, Done, Failed };
    Q_ENUM(State)

    using QObject::QObject;
    void classBegin() override {}
    void componentComplete() override;

    [[nodiscard]] QString assetId() const { return m_assetId; }
    void setAssetId(const QString &id);
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] State state() const;
    [[nodiscard]] bool isReady() const { return asset().isReady; }
    [[nodiscard]] bool isVideo() const { return asset().isVideo; }
    [[nodiscard]] bool isLive() const { return asset().liveVideoId.has_value(); }
    [[nodiscard]] bool isTrashed() const { return asset().trashedAt.has_value(); }
    [[nodiscard]] bool isArchived() const { return asset().isArchived; }
    [[nodiscard]] bool isFavourite() const { return asset().isFavorite; }
    [[nodiscard]] int rating() const { return qRound(asset().rating.value_or(0)); }
    [[nodiscard]] int turn() const { return asset().turn; }
    [[nodiscard]] QString stamp() const { return QString::number(asset().blobId * 4 + asset().turn); }
    [[nodiscard]] QSizeF pixels() const
    {
        return {double(asset().width.value_or(0)), double(asset().height.value_or(0))};
    }
    [[nodiscard]] QUrl videoUrl() const;
    [[nodiscard]] QString fileName() const { return asset().fileName; }
    [[nodiscard]] QString dateText() const;
    [[nodiscard]] QString timeText() const;
    [[nodiscard]] QString sizeText() const;
    [[nodiscard]] QString dimensionsText() const;
    [[nodiscard]] QString durationText() const;
    [[nodiscard]] QString camera() const { return m_facts.camera; }
    [[nodiscard]] QString lens() const { return m_facts.lens; }
    [[nodiscard]] QString exposureText() const;
    [[nodiscard]] QString description() const { return m_facts.description; }
    [[nodiscard]] QString placeText() const { return m_facts.place.join(QStringLiteral(", ")); }
    [[nodiscard]] QString coordinatesText() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QStringList tags() const { return m_facts.tags; }
    [[nodiscard]] QVariantList people() const;

    /// Reads it anew.
    Q_INVOKABLE void reload();

    Q_SIGNAL void assetIdChanged();
    Q_SIGNAL void changed();

private:
    [[nodiscard]] const library::Asset &asset() const { return m_facts.asset; }
    void hear(const std::vector<Event> &events);
    void take(Result<std::optional<AssetFacts>> facts);

    Context *m_context = nullptr;
    QString m_assetId;
    AssetFacts m_facts;
    QString m_readError; ///< why nothing could be read
    bool m_isLoaded = false;
    Question m_question;
};

} // namespace kinframe::ui
