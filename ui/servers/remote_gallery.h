// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/remote/servers.h"
#include "ui/base/context.h"
#include "ui/base/sectioned_model.h"
#include "ui/servers/remote_rows.h"
#include "ui/servers/waiting_work.h"

#include <QHash>
#include <QTimer>

#include <vector>

namespace kinframe::ui {

/// The photos and videos of another library as its mirror has them, newest first, under headings of days. They come
/// page by page; the first shows at once. GUI thread.
class RemoteGallery : public kinframe::ui::SectionedModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString server READ server WRITE setServer NOTIFY wishesChanged)
    /// In the name, the description or the place; empty: all.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY wishesChanged)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY wishesChanged)           ///< of transfer::RemoteKind
    Q_PROPERTY(QString album READ album WRITE setAlbum NOTIFY wishesChanged)    ///< its id there; empty: any
    Q_PROPERTY(QString person READ person WRITE setPerson NOTIFY wishesChanged) ///< the same
    /// Only what is not here yet.
    Q_PROPERTY(bool isMissing READ isMissing WRITE setMissing NOTIFY wishesChanged)
    /// More of them are still being read.
    Q_PROPERTY(bool isReading READ isReading NOTIFY readingChanged)

public:
    enum Role {
        AssetIdRole = Qt::UserRole + 1,
        PictureRole,
        FileNameRole,
        DateTextRole,
        IsVideoRole,
        IsLiveRole,
        IsHereRole,
        IsFavoriteRole,
        DurationRole,
    };
    Q_ENUM(Role)

    explicit RemoteGallery(QObject *parent = nullptr);
    ~RemoteGallery() override;

    [[nodiscard]] QString server() const { return m_server; }
    void setServer(const QString &server);
    [[nodiscard]] QString text() const { return m_filter.text; }
    void setText(const QString &text);
    [[nodiscard]] int kind() const { return int(m_filter.kind); }
    void setKind(int kind);
    [[nodiscard]] QString album() const;
    void setAlbum(const QString &album);
    [[nodiscard]] QString person() const;
    void setPerson(const QString &person);
    [[nodiscard]] bool isMissing() const { return m_filter.isHere.has_value(); }
    void setMissing(bool isMissing);
    [[nodiscard]] bool isReading() const { return m_isReading; }

    [[nodiscard]] Q_INVOKABLE QStringList assetsAt(const QList<int> &rows) const;
    /// Where the larger picture of the row is had; empty where there is none.
    [[nodiscard]] Q_INVOKABLE QString largePictureAt(int row) const;
    [[nodiscard]] Q_INVOKABLE QVariant valueAt(int row, const QString &role) const;

    void reload() override;
    [[nodiscard]] const std::vector<Section> &sections() const override { return m_sections; }
    [[nodiscard]] qint64 keyAt(int row) const override;
    [[nodiscard]] int rowOf(qint64 key) const override;
    [[nodiscard]] float aspectAt(int row) const override { return m_rows[size_t(row)].aspect; }
    void want(int, int) override {} // A row is all there is.

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void wishesChanged();
    Q_SIGNAL void readingChanged();

protected:
    void begin() override;

private:
    using Rows = std::vector<RemoteRow>;
    struct Page
    {
        Rows rows;
        QString next;
    };
    void wish();
    void readFrom(const QString &cursor);
    void took(Page page, bool isFirst);
    void show(Rows rows);
    void stopReading();
    void setReading(bool isReading);
    [[nodiscard]] QString pictureOf(const RemoteRow &row, const QString &kind) const;

    QString m_server;
    transfer::RemoteFilter m_filter;
    Rows m_rows;
    Rows m_coming; ///< of a reading that replaces what is shown
    std::vector<Section> m_sections;
    QHash<QUuid, qint64> m_keys; ///< stay with an asset as long as this lives
    std::vector<int> m_rowOfKey;
    bool m_isReading = false;
    bool m_replaces = false; ///< what is read takes the place of what is shown when all of it is there
    bool m_isStale = false;  ///< something changed while it was read
    QTimer m_later;
    std::stop_source m_stop;
    WaitingWork m_work;
};

} // namespace kinframe::ui
