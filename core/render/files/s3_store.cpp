// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/s3_store.h"

#include "render/files/s3_upload.h"
#include "storage/blob_store.h"
#include "transfer/file_download.h"

#include <QFile>

namespace kinframe::render {

using namespace Qt::StringLiterals;

namespace {

// A large object on a slow line; the link is for this program alone.
constexpr std::chrono::seconds fetchLasts = std::chrono::hours(24);

} // namespace

S3Store::S3Store(transfer::HttpClient &client, transfer::FileDownloader &downloader, const S3Settings &settings)
    : m_calls(client, settings)
    , m_downloader(downloader)
{
}

Result<std::optional<ObjectFacts>> S3Store::look(const QString &key, const std::stop_token &stop)
{
    const auto answer = m_calls.send({"HEAD", key}, stop);
    if (!answer) {
        return failed(answer);
    }
    if (answer->head.status == 404) {
        return std::optional<ObjectFacts>();
    }
    if (answer->head.status != 200) {
        return m_calls.refused(*answer);
    }
    return std::optional(ObjectFacts{QString::fromLatin1(answer->head.header("ETag")),
                                     answer->head.header("Content-Length").toLongLong()});
}

Result<Digests> S3Store::fetch(const QString &key, storage::BlobStore &blobs, const std::stop_token &stop)
{
    transfer::FileDownload what;
    what.urls = {m_calls.link(key, fetchLasts)};
    what.path = blobs.temporaryPath();
    auto got = m_downloader.start(what, stop).get();
    if (!got) {
        transfer::FileDownloader::removeParts(what.path);
        const Error &error = got.error();
        if (error.code == ErrorCode::RemoteNotFound) {
            return fail(ErrorCode::FileNotFound, {{u"path"_s, key}});
        }
        const bool isOurs = error.code == ErrorCode::Canceled || error.kind() == ErrorKind::NoSpace ||
                            error.kind() == ErrorKind::Internal;
        return isOurs ? Failure(error) : m_calls.failure(u"an object cannot be fetched"_s, error.forLog());
    }
    auto digests = digestsOfFile(what.path);
    if (!digests) {
        QFile::remove(what.path);
        return digests;
    }
    if (auto adopted = blobs.adopt(what.path, *digests); !adopted) {
        QFile::remove(what.path);
        return failed(adopted);
    }
    return digests;
}

Result<void> S3Store::put(const QString &key, const QString &path, const Digests &digests, const std::stop_token &stop)
{
    return putObject(m_calls, key, path, digests, stop);
}

Result<void> S3Store::remove(const QString &key, const std::stop_token &stop)
{
    const auto answer = m_calls.send({"DELETE", key}, stop);
    if (!answer) {
        return failed(answer);
    }
    const bool isGone = answer->head.status / 100 == 2 || answer->head.status == 404;
    return isGone ? Result<void>() : Result<void>(m_calls.refused(*answer));
}

QUrl S3Store::link(const QString &key, std::chrono::seconds valid) const
{
    return m_calls.link(key, valid);
}

Result<void> S3Store::check()
{
    const auto answer = m_calls.send({"HEAD", {}});
    if (!answer) {
        return failed(answer);
    }
    return answer->head.status == 200 ? Result<void>() : Result<void>(m_calls.refused(*answer));
}

} // namespace kinframe::render
