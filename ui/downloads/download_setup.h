// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/downloads/download_settings.h"
#include "ui/base/context.h"
#include "ui/base/keep_in_turn.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QUrl>
#include <qqml.h>

namespace kinframe::ui {

/// Where downloads go, how fast and when. Changes show at once and are kept in the background; one that is refused goes
/// back. GUI thread.
class DownloadSetup : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(bool isReady READ isReady NOTIFY changed)
    /// Why it could not be read or kept; empty otherwise.
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// The gallery, as it is set or usual.
    Q_PROPERTY(QString folder READ folder NOTIFY changed)
    Q_PROPERTY(bool isUsualFolder READ isUsualFolder NOTIFY changed)
    Q_PROPERTY(QString freeText READ freeText NOTIFY changed) ///< "212 GB" on its disk; empty: not known
    /// Megabytes a second, in tenths; 0: as fast as it goes.
    Q_PROPERTY(int speed READ speed WRITE setSpeed NOTIFY changed)
    Q_PROPERTY(bool hasHours READ hasHours WRITE setHasHours NOTIFY changed)
    Q_PROPERTY(int from READ from WRITE setFrom NOTIFY changed) ///< hours of the day
    Q_PROPERTY(int to READ to WRITE setTo NOTIFY changed)
    Q_PROPERTY(bool joinsLibrary READ joinsLibrary WRITE setJoinsLibrary NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] bool isUsualFolder() const { return m_settings.folder.isEmpty(); }
    [[nodiscard]] QString freeText() const;
    [[nodiscard]] int speed() const;
    void setSpeed(int tenths);
    [[nodiscard]] bool hasHours() const { return m_settings.hours.has_value(); }
    void setHasHours(bool isWanted);
    [[nodiscard]] int from() const;
    void setFrom(int hour);
    [[nodiscard]] int to() const;
    void setTo(int hour);
    [[nodiscard]] bool joinsLibrary() const { return m_settings.joinsLibrary; }
    void setJoinsLibrary(bool isWanted);

    /// An empty one: the usual one.
    Q_INVOKABLE void setFolder(const QUrl &folder);
    Q_INVOKABLE void reload();

    void classBegin() override {}
    void componentComplete() override;

    Q_SIGNAL void changed();

private:
    struct Read
    {
        transfer::DownloadSettings settings;
        qint64 free = -1;
    };
    [[nodiscard]] static Result<Read> read(const Services &services);
    void put(transfer::DownloadSettings settings);
    void keep();
    void show(const Result<Read> &read);

    Context *m_context = nullptr;
    bool m_isReady = false;
    KeepInTurn m_keeping{[this] { keep(); }};
    transfer::DownloadSettings m_settings;
    transfer::DownloadHours m_hours{22, 6}; ///< as they were last
    qint64 m_free = -1;
    std::optional<Error> m_error;
    Question m_question;
};

} // namespace kinframe::ui
