// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/remote_gallery.h"

#include "base/ids.h"
#include "ui/base/preferences.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A screenful and some more, so that it is there at once; then as many as one question may ask for.
constexpr int firstPage = 250;
constexpr int laterPage = 1000;
// A mirror tells of itself all the time while it is read, and so does an import.
constexpr auto gathering = 2s;

} // namespace

RemoteGallery::RemoteGallery(QObject *parent)
    : SectionedModel(parent)
{
    m_later.setSingleShot(true);
    m_later.setInterval(gathering);
    connect(&m_later, &QTimer::timeout, this, &RemoteGallery::reload);
}

RemoteGallery::~RemoteGallery()
{
    m_stop.request_stop();
}

void RemoteGallery::begin()
{
    connect(context(), &Context::happened, this, [this](const std::vector<Event> &events) {
        const bool isOurs = std::ranges::any_of(events, [](const Event &event) {
            return event.type == "server.changed"_L1 || event.type == "asset.added"_L1 ||
                   event.type == "asset.deleted"_L1;
        });
        if (isOurs && m_isReading) {
            m_isStale = true;
        } else if (isOurs && !m_later.isActive()) {
            m_later.start();
        }
    });
    connect(
        Preferences::of(this), &Preferences::languageChanged, this,
        [this] {
            m_sections = sectionsOf(m_rows);
            Q_EMIT sectionsChanged();
        },
        Qt::QueuedConnection);
}

void RemoteGallery::setServer(const QString &server)
{
    if (server != m_server) {
        m_server = server;
        m_filter.album = {};
        m_filter.person = {};
        wish();
    }
}

void RemoteGallery::setText(const QString &text)
{
    if (text != m_filter.text) {
        m_filter.text = text;
        wish();
    }
}

void RemoteGallery::setKind(int kind)
{
    if (kind != int(m_filter.kind)) {
        m_filter.kind = transfer::RemoteKind(kind);
        wish();
    }
}

QString RemoteGallery::album() const
{
    return m_filter.album.isNull() ? QString() : toText(m_filter.album);
}

void RemoteGallery::setAlbum(const QString &album)
{
    if (album != this->album()) {
        m_filter.album = QUuid::fromString(album);
        wish();
    }
}

QString RemoteGallery::person() const
{
    return m_filter.person.isNull() ? QString() : toText(m_filter.person);
}

void RemoteGallery::setPerson(const QString &person)
{
    if (person != this->person()) {
        m_filter.person = QUuid::fromString(person);
        wish();
    }
}

void RemoteGallery::setMissing(bool isMissing)
{
    if (isMissing != this->isMissing()) {
        m_filter.isHere = isMissing ? std::optional(false) : std::nullopt;
        wish();
    }
}

/// Something else is wanted: nothing of what is shown stays.
void RemoteGallery::wish()
{
    stopReading();
    show({});
    setStatus(Status::Unloaded);
    Q_EMIT wishesChanged();
    if (isComplete()) {
        reload();
    }
}

void RemoteGallery::reload()
{
    if (!context() || !context()->services().servers || m_server.isEmpty()) {
        return;
    }
    stopReading();
    m_replaces = !m_rows.empty();
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    setReading(true);
    readFrom({});
}

void RemoteGallery::stopReading()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_coming.clear();
    m_later.stop();
    m_isStale = false;
    setReading(false);
}

void RemoteGallery::setReading(bool isReading)
{
    if (std::exchange(m_isReading, isReading) != isReading) {
        Q_EMIT readingChanged();
    }
}

void RemoteGallery::readFrom(const QString &cursor)
{
    m_work.ask(
        this,
        [servers = context()->services().servers, userId = context()->userId(), server = m_server, filter = m_filter,
         cursor](const std::stop_token &stop) -> Result<Page> {
            const auto page =
                servers->page(server, userId, filter, cursor.isEmpty() ? firstPage : laterPage, cursor, stop);
            if (!page) {
                return failed(page);
            }
            Page read{{}, page->next};
            read.rows.reserve(page->items.size());
            for (const transfer::RemoteAsset &asset : page->items) {
                read.rows.push_back(ui::rowOf(asset));
            }
            return read;
        },
        [this, isFirst = cursor.isEmpty()](Result<Page> page) {
            if (page) {
                took(std::move(*page), isFirst);
                return;
            }
            m_coming.clear();
            setReading(false);
            setFailed(page.error());
        },
        m_stop);
}

void RemoteGallery::took(Page page, bool isFirst)
{
    if (m_replaces) {
        std::ranges::move(page.rows, std::back_inserter(m_coming));
    } else {
        Rows rows = isFirst ? Rows() : m_rows;
        std::ranges::move(page.rows, std::back_inserter(rows));
        show(std::move(rows));
    }
    setStatus(Status::Ready);
    if (!page.next.isEmpty()) {
        readFrom(page.next);
        return;
    }
    if (std::exchange(m_replaces, false)) {
        show(std::exchange(m_coming, {}));
    }
    setReading(false);
    if (std::exchange(m_isStale, false)) {
        m_later.start();
    }
}

void RemoteGallery::show(Rows rows)
{
    if (rows == m_rows) {
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    for (const RemoteRow &row : m_rows) {
        if (!m_keys.contains(row.id)) {
            m_keys.insert(row.id, m_keys.size());
        }
    }
    m_rowOfKey.assign(size_t(m_keys.size()), -1);
    for (size_t row = 0; row < m_rows.size(); ++row) {
        m_rowOfKey[size_t(m_keys.value(m_rows[row].id))] = int(row);
    }
    m_sections = sectionsOf(m_rows);
    endResetModel();
    Q_EMIT sectionsChanged();
}

qint64 RemoteGallery::keyAt(int row) const
{
    return m_keys.value(m_rows[size_t(row)].id);
}

int RemoteGallery::rowOf(qint64 key) const
{
    return key >= 0 && size_t(key) < m_rowOfKey.size() ? m_rowOfKey[size_t(key)] : -1;
}

QStringList RemoteGallery::assetsAt(const QList<int> &rows) const
{
    QStringList assets;
    for (const int row : rows) {
        if (row >= 0 && row < int(m_rows.size())) {
            assets << toText(m_rows[size_t(row)].id);
        }
    }
    return assets;
}

QString RemoteGallery::pictureOf(const RemoteRow &row, const QString &kind) const
{
    return u"image://remote/%1/%2/%3"_s.arg(kind, QString::fromLatin1(m_server.toUtf8().toHex()), toText(row.id));
}

QString RemoteGallery::largePictureAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? pictureOf(m_rows[size_t(row)], u"remote-large"_s) : QString();
}

QVariant RemoteGallery::valueAt(int row, const QString &role) const
{
    return row >= 0 && row < int(m_rows.size()) ? data(index(row), roleNames().key(role.toLatin1(), -1)) : QVariant();
}

int RemoteGallery::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RemoteGallery::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RemoteRow &row = m_rows[size_t(index.row())];
    switch (role) {
    case AssetIdRole:
        return toText(row.id);
    case PictureRole:
        return pictureOf(row, u"remote"_s);
    case Qt::DisplayRole:
    case FileNameRole:
        return row.fileName;
    case DateTextRole:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.takenAt), QLocale::ShortFormat);
    case IsVideoRole:
        return row.isVideo;
    case IsLiveRole:
        return row.isLive;
    case IsHereRole:
        return row.isHere;
    case IsFavoriteRole:
        return row.isFavorite;
    case DurationRole:
        return durationText(row.durationMs);
    default:
        return {};
    }
}

QHash<int, QByteArray> RemoteGallery::roleNames() const
{
    return {{AssetIdRole, "assetId"},   {PictureRole, "picture"},   {FileNameRole, "fileName"},
            {DateTextRole, "dateText"}, {IsVideoRole, "isVideo"},   {IsLiveRole, "isLive"},
            {IsHereRole, "isHere"},     {DurationRole, "duration"}, {IsFavoriteRole, "isFavorite"}};
}

} // namespace kinframe::ui
