// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/upload_facts.h"

#include "base/clock.h"
#include "base/ids.h"
#include "jobs/job.h"
#include "library/change_feed.h"
#include "library/live_photos.h"
#include "library/sidecar_files.h"
#include "server/http/invalid_input.h"
#include "server/routes/live_video_input.h"
#include "server/routes/route_kit.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Request;
using library::Registered;
using storage::Transaction;

Result<std::optional<qint64>> timeField(const http::Form &form, const QString &name)
{
    const auto text = form.get(name);
    if (!text || text->isEmpty()) {
        return std::optional<qint64>();
    }
    const auto time = fromIso(*text);
    if (!time) {
        return http::invalidInput(name, text->toUtf8(), u"a time as ISO 8601"_s);
    }
    return time;
}

/// The video came before its picture.
Result<QUuid> liveVideoOf(const http::Form &form)
{
    const QString text = form.get(u"livePhotoVideoId").value_or(QString());
    const auto id = text.isEmpty() ? std::optional(QUuid()) : uuidFromText(text);
    return id ? Result<QUuid>(*id) : http::invalidInput(u"livePhotoVideoId"_s, text.toUtf8(), u"the id of a video"_s);
}

/// Whether it is to be archived. A video that is to be hidden is shown until its picture comes, which hides it: the
/// client may never send that.
Result<bool> isArchived(const http::Form &form)
{
    const QString visibility = form.get(u"visibility").value_or(u"timeline"_s);
    if (visibility == "timeline"_L1 || visibility == "archive"_L1 || visibility == "hidden"_L1) {
        return visibility == "archive"_L1 || form.get(u"isArchived") == u"true"_s;
    }
    return http::invalidInput(u"visibility"_s, visibility.toUtf8(), u"timeline, archive or hidden"_s);
}

Result<void> linkVideo(Transaction &transaction, const library::Services &services, qint64 ownerId,
                       const Registered &picture, const QUuid &videoId)
{
    const auto video = namedLiveVideo(transaction.db(), ownerId, picture.assetId, videoId);
    if (!video) {
        return failed(video);
    }
    if (picture.isDuplicate) {
        return {}; // It has its video, or was taken from it by somebody here.
    }
    library::linkLivePhoto(transaction, services.changes, picture.assetId, *video);
    return {};
}

} // namespace

Result<library::FileFacts> uploadFacts(const ApiServices &services, const Request &request)
{
    const http::Form &form = request.form();
    auto created = timeField(form, u"fileCreatedAt"_s);
    auto modified = timeField(form, u"fileModifiedAt"_s);
    if (!created || !modified) {
        return !created ? failed(created) : failed(modified);
    }
    const auto liveVideo = liveVideoOf(form);
    const auto archived = isArchived(form);
    if (!liveVideo || !archived) {
        return !liveVideo ? failed(liveVideo) : failed(archived);
    }
    library::FileFacts facts;
    facts.fileCreatedAt = *created;
    facts.fileModifiedAt = *modified;
    facts.isFavorite = form.get(u"isFavorite"_s) == u"true"_s;
    facts.deviceAssetId = form.get(u"deviceAssetId"_s).value_or(QString());
    facts.deviceId = form.get(u"deviceId"_s).value_or(QString());
    facts.priority = jobs::priority::upload;
    if (const http::FormFile *sidecar = form.file(u"sidecarData")) {
        auto text = library::sidecarText(sidecar->path());
        if (!text) {
            return http::invalidInput(u"sidecarData"_s, {}, u"an XMP file of at most 1 MiB"_s);
        }
        facts.sidecar = *text;
    }
    facts.also = [&services, &request, video = *liveVideo,
                  archives = *archived](Transaction &transaction, const Registered &registered) -> Result<void> {
        if (archives && !registered.isDuplicate) {
            transaction.run("UPDATE asset SET is_archived = 1 WHERE id = ?1", registered.assetId);
        }
        return video.isNull() ? Result<void>()
                              : linkVideo(transaction, services.library, userOf(request), registered, video);
    };
    return facts;
}

Result<void> checkChecksum(const Request &request, const Digests &digests)
{
    const QByteArray said = request.header("x-immich-checksum").trimmed().toByteArray();
    if (said.isEmpty() || said.toLower() == digests.sha1.toHex() ||
        QByteArray::fromBase64(said, QByteArray::AbortOnBase64DecodingErrors) == digests.sha1) {
        return {};
    }
    return http::invalidInput(u"x-immich-checksum"_s, said,
                              u"the SHA-1 of the file that came, %1"_s.arg(QString::fromLatin1(digests.sha1.toHex())));
}

} // namespace kinframe::server
