// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_library.h"

#include "albums/kept_album.h"
#include "base/error_json.h"
#include "base/ids.h"
#include "library/trash.h"
#include "library/visibility.h"
#include "media/encode.h"

#include <QDateTime>
#include <QDir>

namespace kinframe::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstDay = 1'600'000'000'000;
constexpr qint64 dayMs = 86'400'000;

QByteArray drawn(int shade)
{
    media::Pixels pixels = media::Pixels::make(300, 200);
    for (int y = 0; y < pixels.height; ++y) {
        for (int x = 0; x < pixels.width; ++x) {
            std::uint8_t *pixel = pixels.row(y) + std::ptrdiff_t(x) * 3;
            pixel[0] = std::uint8_t(shade * 37);
            pixel[1] = std::uint8_t(x * 255 / pixels.width);
            pixel[2] = std::uint8_t(y * 255 / pixels.height);
        }
    }
    return *media::encodeJpeg(pixels, 90);
}

} // namespace

void DrawnLibrary::addPhotos(int count)
{
    for (int i = 0; i < count; ++i) {
        ++m_shade;
        const auto photo = *m_fixture.upload(drawn(m_shade), u"photo %1.jpg"_s.arg(m_shade));
        (void)m_fixture.process(photo);
        (void)m_fixture.change([&](storage::Transaction &transaction) -> Result<void> {
            transaction.run("UPDATE asset SET created_at = ?2, created_offset = 0 WHERE id = ?1", photo.assetId,
                            firstDay + m_shade * dayMs);
            m_fixture.changes.touch(transaction, photo.assetId);
            return {};
        });
        m_photos.push_back(photo);
    }
}

void DrawnLibrary::addUnread()
{
    m_photos.push_back(*m_fixture.upload(drawn(++m_shade), u"unread.jpg"_s));
}

void DrawnLibrary::addBroken()
{
    addUnread();
    const Error error{ErrorCode::FileTruncated, {{u"path"_s, u"broken.jpg"_s}}, {}};
    (void)m_fixture.change([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE asset SET state = 2, error = ?2, file_name = 'broken.jpg' WHERE id = ?1",
                        m_photos.back().assetId, toJsonText(error));
        m_fixture.changes.touch(transaction, m_photos.back().assetId);
        return {};
    });
}

void DrawnLibrary::addFace()
{
    m_fixture.find(m_photos.back(), {m_fixture.face(int(m_photos.size()), 0, 0.4F)});
    (void)m_fixture.change([&](storage::Transaction &transaction) -> Result<void> {
        m_fixture.changes.touch(transaction, m_photos.back().assetId);
        return {};
    });
}

void DrawnLibrary::rate(int photo, double stars)
{
    (void)m_fixture.run("UPDATE asset SET rating = ?2 WHERE id = ?1", m_photos.at(size_t(photo)).assetId, stars);
}

void DrawnLibrary::tag(int photo, const QString &tag)
{
    (void)m_fixture.run("INSERT INTO asset_tag(tag, asset_id) VALUES (?1, ?2)", tag,
                        m_photos.at(size_t(photo)).assetId);
}

void DrawnLibrary::archive(int photo)
{
    (void)m_fixture.change([&](storage::Transaction &transaction) {
        const auto asset =
            library::findAsset(transaction.db(), m_fixture.owner.userId, m_photos.at(size_t(photo)).uuid);
        return library::setVisibility(transaction, *m_fixture.services, *asset, library::Visibility::Archive);
    });
}

QString DrawnLibrary::addAlbum(const QString &name, int photos)
{
    albums::AlbumEdit edit;
    edit.name = name;
    std::vector<QUuid> assets;
    for (int i = 0; i < photos; ++i) {
        assets.push_back(m_photos.at(size_t(i)).uuid);
    }
    const auto made = m_fixture.change([&](storage::Transaction &transaction) -> Result<QUuid> {
        const auto album = albums::createAlbum(transaction, m_fixture.owner.userId, edit, assets);
        if (!album) {
            return failed(album);
        }
        albums::tellOfAlbum(transaction, m_fixture.events, album->uuid);
        return album->uuid;
    });
    return toText(*made);
}

void DrawnLibrary::renameAlbum(const QString &album, const QString &name)
{
    (void)m_fixture.change([&](storage::Transaction &transaction) -> Result<void> {
        albums::AlbumEdit edit;
        edit.name = name;
        const QUuid uuid = QUuid::fromString(album);
        albums::tellOfAlbum(transaction, m_fixture.events, uuid);
        const auto edited = albums::editAlbum(transaction, m_fixture.owner.userId, uuid, edit);
        return edited ? Result<void>() : failed(edited);
    });
}

void DrawnLibrary::takeToday(int photo, int yearsAgo)
{
    const QDate day(QDate::currentDate().year() - yearsAgo, QDate::currentDate().month(), QDate::currentDate().day());
    const qint64 assetId = m_photos.at(size_t(photo)).assetId;
    (void)m_fixture.change([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE asset SET created_at = ?2 WHERE id = ?1", assetId,
                        QDateTime(day, QTime(12, 0), Qt::UTC).toMSecsSinceEpoch());
        m_fixture.changes.touch(transaction, assetId);
        return {};
    });
}

void DrawnLibrary::forgetMemories()
{
    (void)m_fixture.run("DELETE FROM memory");
}

void DrawnLibrary::clear()
{
    (void)m_fixture.change([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("DELETE FROM album");
        for (const auto &photo : m_photos) {
            (void)library::Trash(*m_fixture.services).deleteForGood(transaction, m_fixture.owner.userId, photo.uuid);
        }
        return {};
    });
    m_photos.clear();
}

QString DrawnLibrary::idOf(int photo) const
{
    return toText(m_photos.at(size_t(photo)).uuid);
}

int DrawnLibrary::number(const QString &sql)
{
    return int(m_fixture.number(sql.toUtf8().constData()));
}

int DrawnLibrary::filesIn(const QString &name) const
{
    return int(QDir(m_fixture.path(name)).entryList(QDir::Files | QDir::Hidden).size());
}

} // namespace kinframe::tests
