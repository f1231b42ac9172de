// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "base/ids.h"
#include "library/process_job.h"
#include "library/processor.h"
#include "media/encode.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

library::Owner makeUser(storage::Database &database, const QString &name, bool isOwner)
{
    return *database.write([&](storage::Transaction &transaction) -> Result<library::Owner> {
        const QUuid uuid = newUuid();
        transaction.run("INSERT INTO user(uuid, name, email, is_owner, created_at, updated_at) "
                        "VALUES (?1, ?2, ?2, ?3, 1, 1)",
                        uuid, name, isOwner);
        return library::Owner{transaction.db().lastInsertId(), uuid, isOwner};
    });
}

} // namespace

LibraryFixture::LibraryFixture(Clock clock)
{
    database = std::move(*storage::Database::open({path(u"kinframe.db"_s), path(u"backups"_s), std::move(clock)}));
    blobs = std::move(*storage::BlobStore::open(path(u"blobs"_s), path(u"tmp"_s)));
    jobs = std::make_unique<jobs::JobQueue>(*database);
    services.emplace(library::Services{*database, *blobs, *jobs, changes, path(u"thumbs"_s)});
    owner = makeUser(*database, u"anna"_s, true);
    guest = makeUser(*database, u"berta"_s, false);
}

LibraryFixture::~LibraryFixture() = default;

QByteArray LibraryFixture::jpeg(int shade, int width, int height)
{
    media::Pixels pixels = media::Pixels::make(width, height);
    std::fill_n(pixels.bytes.get(), pixels.size(), std::uint8_t(shade));
    return *media::encodeJpeg(pixels, 90);
}

QString LibraryFixture::write(const QString &name, const QByteArray &bytes)
{
    const QString file = path(u"photos/"_s + name);
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate) || out.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(file));
    }
    return file;
}

Result<library::Registered> LibraryFixture::add(const QString &file, library::Importer::Placement placement)
{
    return addFor(owner, file, placement);
}

Result<library::Registered> LibraryFixture::addFor(const library::Owner &whose, const QString &file,
                                                   library::Importer::Placement placement)
{
    return library::Importer(*services).addFile(whose, file, placement, {});
}

Result<library::Registered> LibraryFixture::upload(const QByteArray &bytes, const QString &name)
{
    QFile temporary(blobs->temporaryPath());
    if (!temporary.open(QIODevice::WriteOnly) || temporary.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(temporary.fileName()));
    }
    temporary.close();
    MultiHash hash;
    hash.add(bytes);
    library::FileFacts facts;
    facts.fileName = name;
    return library::Importer(*services).addSpooled(owner, temporary.fileName(), hash.finish(), facts);
}

std::optional<library::Asset> LibraryFixture::asset(const QUuid &uuid, qint64 userId)
{
    return *database->read([&](storage::Connection &db) -> Result<std::optional<library::Asset>> {
        return library::findAsset(db, userId == 0 ? owner.userId : userId, uuid);
    });
}

Result<void> LibraryFixture::process(const library::Registered &registered, library::PictureAnalyser *analyser,
                                     qint64 userId)
{
    library::Processor processor(*services, analyser);
    jobs::Job job;
    job.kind = QString::fromUtf16(library::processKind);
    job.userId = userId == 0 ? owner.userId : userId;
    job.subject = registered.uuid;
    std::any state;
    jobs::JobContext context({{}, std::numeric_limits<qint64>::max(), 1, state, [](qint64, qint64) {}});
    auto effect = processor.run(job, context);
    if (!effect) {
        return failed(effect);
    }
    return *effect ? database->write(*effect) : Result<void>{};
}

} // namespace kinframe::test
