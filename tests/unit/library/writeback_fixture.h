// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/files.h"
#include "library/asset_edit.h"
#include "library/folder_job.h"
#include "library/settings.h"
#include "library/sidecar_files.h"
#include "library/writeback_job.h"
#include "media/file_type.h"
#include "support/library_fixture.h"

#include <QTest>

#include <limits>

namespace kinframe::test {

inline QByteArray contents(const QString &path)
{
    const auto bytes = readSmallFile(path, 10'000'000);
    return bytes ? *bytes : QByteArray();
}

inline media::FaceRegion face(const QString &name, double x = 0.1)
{
    return {media::FaceRegion::Kind::Face, name, x, 0.2, 0.3, 0.4};
}

inline bool isNear(const media::FaceRegion &a, const media::FaceRegion &b)
{
    const auto close = [](double x, double y) { return std::abs(x - y) < 1e-5; };
    return a.name == b.name && close(a.x, b.x) && close(a.y, b.y) && close(a.width, b.width) &&
           close(a.height, b.height);
}

/// A library whose photos are written back by the test itself, and what then stands in their sidecars.
class WriteBackFixture : public LibraryFixture
{
public:
    WriteBackFixture()
    {
        changes.onTouch([this](storage::Transaction &transaction, std::span<const qint64> assetIds) {
            library::writeBackLater(transaction, *jobs, assetIds);
        });
        changes.onDeletion([this](storage::Transaction &transaction, const library::Asset &asset) {
            library::dropKeptSidecar(transaction, *blobs, asset);
        });
    }

    void turnOn(bool andFiles = false)
    {
        QVERIFY(library::Settings(*services).set(library::setting::writeBackSidecars, true));
        QVERIFY(library::Settings(*services).set(library::setting::writeBackFiles, andFiles));
        QVERIFY(run("DELETE FROM job"));
    }
    library::Registered addPhoto(const QByteArray &bytes,
                                 library::Importer::Placement placement = library::Importer::Placement::InPlace)
    {
        file = write(QStringLiteral("a.jpg"), bytes);
        const auto registered = *add(file, placement);
        [&] { QVERIFY(process(registered)); }();
        return registered;
    }
    void rate(const library::Registered &photo, std::optional<double> stars)
    {
        QVERIFY(change([&](storage::Transaction &transaction) -> Result<void> {
            library::AssetEdit edit;
            edit.rating = stars;
            const auto edited = library::editAsset(transaction, *services, owner.userId, photo.uuid, edit);
            return edited ? Result<void>{} : Result<void>(failed(edited));
        }));
    }
    void tag(const library::Registered &photo, const QString &tag)
    {
        QVERIFY(run("INSERT INTO asset_tag(tag, asset_id) VALUES (?1, ?2)", tag, photo.assetId));
    }
    QStringList tags(const library::Registered &photo)
    {
        return *database->read([&](storage::Connection &db) -> Result<QStringList> {
            QStringList tags;
            auto row = db.prepare("SELECT tag FROM asset_tag WHERE asset_id = ?1 ORDER BY tag");
            row.bindAll(photo.assetId);
            while (row.step()) {
                tags << row.text(0);
            }
            return tags;
        });
    }
    Result<void> writeBackOne(const QUuid &subject, qint64 userId = 0)
    {
        library::WriteBackJob handler(*services,
                                      [this](storage::Connection &, const library::Asset &) { return faces; });
        jobs::Job job;
        job.userId = userId == 0 ? owner.userId : userId;
        job.subject = subject;
        std::any state;
        jobs::JobContext context({{}, std::numeric_limits<qint64>::max(), 1, state, [](qint64, qint64) {}});
        auto effect = handler.run(job, context);
        if (!effect) {
            return failed(effect);
        }
        return *effect ? change(*effect) : Result<void>{};
    }
    Result<void> writeBack(const library::Registered &photo) { return writeBackOne(photo.uuid); }
    qint64 jobsFor(const library::Registered &photo)
    {
        return number("SELECT count(*) FROM job WHERE kind = 'writeback' AND subject = ?1", photo.uuid);
    }
    [[nodiscard]] QString sidecar() const { return file + QStringLiteral(".xmp"); }
    /// What the sidecar says of the file beside it.
    [[nodiscard]] media::Metadata said(const QString &path) const
    {
        const auto metadata = media::readMetadata(file, *media::sniffFileType(file, file));
        const auto read = metadata ? media::readSidecar(path, *metadata) : metadata;
        return read ? *read : media::Metadata();
    }
    [[nodiscard]] media::Metadata said() const { return said(sidecar()); }
    /// As another program would do it.
    void replaceInSidecar(const QByteArray &from, const QByteArray &to)
    {
        QByteArray text = contents(sidecar());
        QVERIFY(text.contains(from));
        QVERIFY(replaceFile(sidecar(), text.replace(from, to)));
    }
    Result<void> scan(const library::Folder &where)
    {
        library::FolderJob handler(*services, [] { return QStringList(); });
        jobs::Job job;
        job.userId = where.ownerId;
        job.subject = where.uuid;
        std::any state;
        jobs::JobContext context({{}, std::numeric_limits<qint64>::max(), 1, state, [](qint64, qint64) {}});
        auto effect = handler.run(job, context);
        return effect && *effect ? change(*effect) : effect ? Result<void>{} : Result<void>(failed(effect));
    }

    std::vector<media::FaceRegion> faces;
    QString file; ///< of the photo
};

} // namespace kinframe::test
