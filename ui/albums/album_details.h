// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/album.h"
#include "ui/base/context.h"

#include <QObject>
#include <QQmlParserStatus>
#include <qqml.h>

#include <optional>

namespace kinframe::ui {

/// One album, as it is now. GUI thread.
class AlbumDetails : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(QString album READ album WRITE setAlbum NOTIFY albumChanged)
    Q_PROPERTY(Status status READ status NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)
    Q_PROPERTY(QString cover READ cover NOTIFY changed) ///< id of a photo; empty where there is none
    Q_PROPERTY(QString datesText READ datesText NOTIFY changed)
    Q_PROPERTY(int photoCount READ photoCount NOTIFY changed)
    Q_PROPERTY(bool isOldestFirst READ isOldestFirst NOTIFY changed)
    Q_PROPERTY(QString query READ query NOTIFY albumChanged) ///< finds its photos; empty without an album
    Q_PROPERTY(QString order READ order NOTIFY changed)      ///< of them, as query::WrittenQuery::order

public:
    /// Gone: there is no album of that id (any more).
    enum class Status { Unloaded, Loading, Ready, Gone, Failed };
    Q_ENUM(Status)

    using QObject::QObject;

    [[nodiscard]] QString album() const { return m_uuid; }
    void setAlbum(const QString &album);
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QString name() const { return m_album.name; }
    [[nodiscard]] QString description() const { return m_album.description; }
    [[nodiscard]] QString cover() const;
    [[nodiscard]] QString datesText() const;
    [[nodiscard]] int photoCount() const { return int(m_album.assetCount); }
    [[nodiscard]] bool isOldestFirst() const { return m_album.isOldestFirst; }
    [[nodiscard]] QString query() const;
    [[nodiscard]] QString order() const;

    void classBegin() override {}
    void componentComplete() override;
    Q_INVOKABLE void reload();

    Q_SIGNAL void albumChanged();
    Q_SIGNAL void changed();
    /// Photos may have come into it or left it.
    Q_SIGNAL void contentsChanged();

private:
    void show(const Result<albums::Album> &album);

    Context *m_context = nullptr;
    QString m_uuid;
    Status m_status = Status::Unloaded;
    std::optional<Error> m_error;
    albums::Album m_album;
    Question m_question;
};

} // namespace kinframe::ui
