// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/memory.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <QDate>
#include <QTimer>
#include <QVariantList>

#include <functional>
#include <optional>
#include <vector>

namespace kinframe::ui {

/// What was taken on this day of former years, the latest first; each can be kept or hidden, which can be undone. Only
/// those that have photos to look at. GUI thread.
class MemoriesModel : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Whose they are of; not set: of today, whichever that is by then.
    Q_PROPERTY(QDate day READ day WRITE setDay NOTIFY dayChanged)
    Q_PROPERTY(bool isOn READ isOn WRITE setOn NOTIFY isOnChanged) ///< without, nothing is read and there are none
    /// Those that were saved, of whatever day, in place of those of the day; also where it is not on.
    Q_PROPERTY(bool showsSaved READ showsSaved WRITE setShowsSaved NOTIFY showsSavedChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole, ///< "3 years ago", or the day of one that was saved
        YearRole,
        PhotosRole, ///< how many
        PictureRole,
        IsSavedRole,
        NameRole, ///< all of it, for screen readers
    };
    Q_ENUM(Role)

    explicit MemoriesModel(QObject *parent = nullptr);

    [[nodiscard]] QDate day() const { return m_day; }
    void setDay(const QDate &day);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool isOn);
    [[nodiscard]] bool showsSaved() const { return m_showsSaved; }
    void setShowsSaved(bool showsSaved);

    /// Row ids of its photos, for MemoryPhotos; it counts as seen then.
    [[nodiscard]] Q_INVOKABLE QVariantList open(int row);
    Q_INVOKABLE void setSaved(int row, bool isSaved);
    /// It does not come again.
    Q_INVOKABLE void hide(int row);

    void reload() override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void dayChanged();
    Q_SIGNAL void isOnChanged();
    Q_SIGNAL void showsSavedChanged();
    /// An act was not done, and why.
    Q_SIGNAL void failed(const QString &sentence);

protected:
    void begin() override;

private:
    struct Row
    {
        albums::Memory memory;
        QString cover; ///< address of its picture; empty where there is none yet
        friend bool operator==(const Row &a, const Row &b)
        {
            return a.memory.uuid == b.memory.uuid && a.memory.isSaved == b.memory.isSaved &&
                   a.memory.assets == b.memory.assets && a.cover == b.cover;
        }
    };
    using Work = std::function<Result<void>(storage::Transaction &transaction, qint64 ownerId, const QUuid &memory)>;

    /// Without a day those that were saved.
    static Result<std::vector<Row>> read(const Services &services, qint64 userId, const std::optional<QDate> &day,
                                         const std::stop_token &stop);
    void hear(const std::vector<Event> &events);
    void take(std::vector<Row> rows);
    [[nodiscard]] QDate shownDay() const { return m_day.isValid() ? m_day : QDate::currentDate(); }
    [[nodiscard]] bool has(int row) const { return row >= 0 && size_t(row) < m_rows.size(); }
    void run(const QUuid &memory, const Work &work, const std::function<void()> &done);
    void act(int row, const QString &told, const Work &work, const Work &back);

    QDate m_day;
    bool m_isOn = true;
    bool m_showsSaved = false;
    std::vector<Row> m_rows;
    Question m_question;
    QTimer m_later;    ///< gathers changes of photos
    QTimer m_midnight; ///< another day then
};

} // namespace kinframe::ui
