// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drawn_downloads.h"

#include "base/error_json.h"
#include "transfer/downloads/download_task.h"

#include <QDateTime>

namespace kinframe::tests {
namespace {

using namespace Qt::StringLiterals;
using transfer::DownloadGroup;
using transfer::DownloadStatus;

constexpr auto gallery = "/home/alex/Pictures/Kinframe";

struct Ended
{
    QString name;
    DownloadStatus status = DownloadStatus::Complete;
    std::optional<Error> error = {};
    qint64 received = 0;
    qint64 total = 3'700'000;
    QString server = u"attic"_s;
    DownloadGroup group = DownloadGroup::Image;
};

void add(test::LibraryFixture &fixture, const Ended &one, int number)
{
    const qint64 at = QDateTime(QDate(2026, 3, 14), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch() + number * 2000;
    const QString host = one.server.isEmpty() ? u"photos.example.org"_s : one.server + u".local"_s;
    (void)fixture.run(
        "INSERT INTO download(task_id, queue, grp, server, asset_id, url, headers, filename, updates, meta, half, "
        "checksum_kind, status, hold, stage, received, total, folder, path, error, attempts, retries, created_at, "
        "updated_at) VALUES (?1, ?2, ?3, ?4, '', ?5, '[]', ?6, 1, '{}', 0, 0, ?7, 0, ?8, ?9, ?10, ?11, ?12, ?13, 1, 0, "
        "?14, ?14)",
        u"made-%1"_s.arg(number), one.server.isEmpty() ? u"https://"_s + host : one.server, int(one.group), one.server,
        u"https://%1/api/assets/%2/original"_s.arg(host).arg(number), one.name, int(one.status),
        one.status == DownloadStatus::Complete ? 2 : 0, one.received, one.total, QString::fromLatin1(gallery),
        one.status == DownloadStatus::Complete ? QString::fromLatin1(gallery) + u'/' + one.name : QString(),
        one.error ? std::optional(toJsonText(*one.error)) : std::nullopt, at);
}

QList<Ended> failures()
{
    const auto failed = [](const QString &name, ErrorCode code, Error::Facts facts, qint64 received = 0) {
        return Ended{name, DownloadStatus::Failed, Error{code, std::move(facts), {}}, received};
    };
    QList<Ended> all{
        failed(u"IMG_2041.jpg"_s, ErrorCode::RemoteUnauthorized, {{u"host"_s, u"attic"_s}}),
        failed(
            u"a_very_long_name_that_somebody_gave_to_the_panorama_of_the_lake_with_the_mountains_behind_it_2026.tif"_s,
            ErrorCode::DownloadFolder,
            {{u"path"_s, u"/media/alex/Backup of all photos/2026"_s}, {u"reason"_s, u"Permission denied"_s}}),
        failed(u"IMG_2043.jpg"_s, ErrorCode::RemoteCertificate,
               {{u"host"_s, u"cellar.local"_s},
                {u"reason"_s, u"self-signed certificate"_s},
                {u"fingerprint"_s, u"5A:1C:0E:77:42:9B:D3:64:AF:21:8C:00:3E:95:B7:F2:68:D1:4C:AA:90:E3:17:5B:C6:2D:"
                                   u"F8:04:81:39:6E:BD"_s}}),
        failed(u"concert.mov"_s, ErrorCode::DiskFull,
               {{u"path"_s, QString::fromLatin1(gallery)}, {u"missing"_s, u"1204 MB"_s}}, 412'000'000),
        failed(u"IMG_2045.jpg"_s, ErrorCode::RemoteChecksum, {{u"host"_s, u"attic.local"_s}}, 3'700'000),
        failed(u"IMG_2046.jpg"_s, ErrorCode::RemoteRefused, {{u"host"_s, u"attic.local"_s}, {u"status"_s, u"503"_s}},
               900'000),
    };
    all[3].total = 1'800'000'000;
    all[3].group = DownloadGroup::Video;
    all[5].server.clear();
    all << Ended{u"IMG_2044.jpg"_s, DownloadStatus::NotFound,
                 Error{ErrorCode::RemoteNotFound, {{u"url"_s, u"https://attic.local/api/assets/9/original"_s}}, {}}};
    all << Ended{u"IMG_2047.jpg"_s, DownloadStatus::Canceled, {}, 1'200'000};
    return all;
}

} // namespace

void addDownloads(test::LibraryFixture &fixture, int complete)
{
    int number = 0;
    for (; number < complete; ++number) {
        const bool isVideo = number % 9 == 4;
        add(fixture,
            {isVideo ? u"MOV_%1.mov"_s.arg(1000 + number) : u"IMG_%1.jpg"_s.arg(1000 + number),
             DownloadStatus::Complete,
             {},
             isVideo ? 84'000'000 : 2'400'000 + number % 7 * 310'000,
             isVideo ? 84'000'000 : 2'400'000 + number % 7 * 310'000,
             u"attic"_s,
             isVideo ? DownloadGroup::Video : DownloadGroup::Image},
            number);
    }
    for (const Ended &one : failures()) {
        add(fixture, one, number++);
    }
}

} // namespace kinframe::tests
