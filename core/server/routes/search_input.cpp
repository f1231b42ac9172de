// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/search_input.h"

#include "base/clock.h"
#include "base/ids.h"
#include "server/http/invalid_input.h"
#include "server/http/json_text.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/route_kit.h"

#include <QRegularExpression>

#include <array>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using albums::MetadataSearch;
using storage::Connection;

constexpr const char *nothing = "0";

/// Goes through the fields of one body; the first that is wrong ends it.
class Reader
{
public:
    Reader(Connection &db, const QJsonObject &body, MetadataSearch &search)
        : m_db(db)
        , m_body(body)
        , m_search(search)
    {
    }

    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

    void times(const QString &after, const QString &before, const std::string &column)
    {
        for (const auto &[field, condition] : {std::pair(after, " >= ?"), std::pair(before, " <= ?")}) {
            if (const QJsonValue value = m_body.value(field); !isMissing(value)) {
                const auto time = fromIso(value.toString());
                time ? m_search.add(column + condition, {*time}) : wrong(field, u"a time as ISO 8601"_s);
            }
        }
    }

    /// `condition` holds where the field is true, its opposite where it is false.
    void flag(const QString &field, const std::string &condition)
    {
        if (const QJsonValue value = m_body.value(field); value.isBool()) {
            m_search.add(value.toBool() ? condition : "NOT (" + condition + ')');
        } else if (!isMissing(value)) {
            wrong(field, u"true or false"_s);
        }
    }

    [[nodiscard]] std::optional<QString> text(const QString &field)
    {
        const QJsonValue value = m_body.value(field);
        if (!isMissing(value) && !value.isString()) {
            wrong(field, u"a text"_s);
        }
        return value.isString() ? std::optional(value.toString()) : std::nullopt;
    }

    void same(const QString &field, const std::string &column)
    {
        if (const auto value = text(field)) {
            m_search.add(column + " = ?", {*value});
        }
    }

    void contains(const QString &field, const std::string &column)
    {
        if (const auto value = text(field)) {
            m_search.addContains(column, *value);
        }
    }

    /// Null asks for photos without it.
    void exif(const QString &field, const char *name)
    {
        if (m_body.value(field).isNull()) {
            m_search.addExif(name, std::nullopt);
        } else if (const auto value = text(field)) {
            m_search.addExif(name, *value);
        }
    }

    template <typename Add>
    void ids(const QString &field, Add add)
    {
        if (isMissing(m_body.value(field))) {
            return;
        }
        const auto all = idsIn(m_body, field, 1000);
        if (!all) {
            m_problem = m_problem.value_or(all.error());
            return;
        }
        for (const QUuid &id : *all) {
            add(id);
        }
    }

    void kind()
    {
        const auto type = text(u"type"_s);
        if (!type) {
            return;
        }
        if (*type == "IMAGE"_L1 || *type == "VIDEO"_L1) {
            m_search.add("a.is_video = ?", {qint64(*type == "VIDEO"_L1)});
        } else if (*type == "AUDIO"_L1 || *type == "OTHER"_L1) {
            m_search.add(nothing);
        } else {
            wrong(u"type"_s, u"IMAGE or VIDEO"_s);
        }
    }

    void visibility()
    {
        const QString name = text(u"visibility"_s).value_or(u"timeline"_s);
        if (name == "timeline"_L1) {
            m_search.add("a.is_hidden = 0 AND a.is_archived = 0");
        } else if (name == "archive"_L1) {
            m_search.add("a.is_hidden = 0 AND a.is_archived = 1");
        } else if (name == "hidden"_L1) {
            m_search.add("a.is_hidden = 1");
        } else if (name == "locked"_L1) {
            m_search.add(nothing); // There is no locked folder.
        } else {
            wrong(u"visibility"_s, u"timeline, archive or hidden"_s);
        }
    }

    /// SHA-1 as base64 or in hex.
    void checksum()
    {
        const auto given = text(u"checksum"_s);
        if (!given) {
            return;
        }
        const QByteArray latin = given->toLatin1();
        const QByteArray sha1 = latin.size() == 40 ? QByteArray::fromHex(latin) : QByteArray::fromBase64(latin);
        m_search.add("a.blob_id IN (SELECT id FROM blob WHERE sha1 = ?)", {sha1});
    }

    void rating()
    {
        const QJsonValue value = m_body.value("rating"_L1);
        if (value.isNull() || value.toDouble() == -1) {
            m_search.add("a.rating IS NULL");
        } else if (value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= 5) {
            m_search.add("a.rating = ?", {value.toDouble()});
        } else if (!value.isUndefined()) {
            wrong(u"rating"_s, u"a number from 0 to 5"_s);
        }
    }

    /// Paths are made of ids here.
    void paths()
    {
        static const QRegularExpression id(u"[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}"_s);
        for (const QString &field : {u"originalPath"_s, u"previewPath"_s, u"thumbnailPath"_s}) {
            if (const auto path = text(field)) {
                const auto uuid = uuidFromText(id.match(*path).captured());
                uuid ? m_search.add("a.uuid = ?", {*uuid}) : m_search.add(nothing);
            }
        }
    }

    void tags()
    {
        if (m_body.value("tagIds"_L1).isNull()) {
            m_search.add("NOT EXISTS (SELECT 1 FROM asset_tag t WHERE t.asset_id = a.id)");
            return;
        }
        ids(u"tagIds"_s, [&](const QUuid &tag) {
            if (const auto added = m_search.addTag(m_db, tag); !added) {
                m_search.add(nothing); // Nobody has a tag that is not there.
            }
        });
    }

    /// What there is none of here.
    void strangers()
    {
        for (const QString &field : {u"encodedVideoPath"_s, u"ocr"_s}) {
            if (text(field)) {
                m_search.add(nothing);
            }
        }
        if (!isMissing(m_body.value("libraryId"_L1))) {
            m_search.add(nothing);
        }
        flag(u"isOffline"_s, nothing);
        flag(u"isEncoded"_s, nothing);
    }

    void trash()
    {
        const bool isAsked = m_body.value("withDeleted"_L1).toBool() || !isMissing(m_body.value("trashedAfter"_L1)) ||
                             !isMissing(m_body.value("trashedBefore"_L1));
        if (!isAsked) {
            m_search.add("a.trashed_at IS NULL");
        }
        times(u"trashedAfter"_s, u"trashedBefore"_s, "a.trashed_at");
    }

private:
    static bool isMissing(const QJsonValue &value) { return value.isUndefined() || value.isNull(); }

    void wrong(const QString &field, const QString &expected)
    {
        if (!m_problem) {
            m_problem = http::invalidInput(field, http::compactJson(m_body.value(field)), expected).value();
        }
    }

    Connection &m_db;
    const QJsonObject &m_body;
    MetadataSearch &m_search;
    std::optional<Error> m_problem;
};

} // namespace

Result<MetadataSearch> searchIn(Connection &db, const http::Request &request, const QJsonObject &body)
{
    MetadataSearch search(ownerOf(request));
    Reader reader(db, body, search);
    reader.visibility();
    reader.trash();
    reader.ids(u"albumIds"_s, [&](const QUuid &id) { search.addAlbum(id); });
    reader.ids(u"personIds"_s, [&](const QUuid &id) { search.addPerson(id); });
    reader.tags();
    reader.times(u"takenAfter"_s, u"takenBefore"_s, "a.created_at");
    reader.times(u"createdAfter"_s, u"createdBefore"_s, "a.imported_at");
    reader.times(u"updatedAfter"_s, u"updatedBefore"_s, "a.updated_at");
    if (const auto id = optionalIdIn(body, u"id"_s)) {
        if (*id) {
            search.add("a.uuid = ?", {**id});
        }
    } else {
        return failed(id);
    }
    reader.checksum();
    reader.kind();
    reader.rating();
    reader.flag(u"isFavorite"_s, "a.is_favorite = 1");
    reader.flag(u"isMotion"_s, "a.live_video_id IS NOT NULL");
    if (body.value("albumIds"_L1).toArray().isEmpty()) {
        reader.flag(u"isNotInAlbum"_s, "NOT EXISTS (SELECT 1 FROM album_asset m WHERE m.asset_id = a.id)");
    }
    reader.contains(u"originalFileName"_s, "a.file_name");
    reader.contains(u"description"_s,
                    "ifnull((SELECT d.txt FROM prop d WHERE d.asset_id = a.id AND d.key_id = (SELECT id FROM prop_key "
                    "WHERE name = 'description')), (SELECT json_extract(e.json, '$.description') FROM asset_exif e "
                    "WHERE e.asset_id = a.id))");
    reader.same(u"deviceAssetId"_s, "a.device_asset_id");
    reader.same(u"deviceId"_s, "a.device_id");
    for (const char *name : {"city", "state", "country", "make", "model", "lensModel"}) {
        reader.exif(QString::fromLatin1(name), name);
    }
    reader.paths();
    reader.strangers();
    return reader.problem() ? Result<MetadataSearch>(Failure(*reader.problem())) : search;
}

} // namespace kinframe::server
