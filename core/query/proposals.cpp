// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/proposals.h"

#include "query/property_map.h"
#include "storage/sql_text.h"

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::joined;
using storage::Statement;

// So many different values are looked through; of a key with more, those that come first.
constexpr int mostLookedAt = 5000;

constexpr QLatin1StringView builtIn[] = {
    "rating"_L1,       "is_favorite"_L1, "tags"_L1,      "people"_L1,      "created_at"_L1,      "camera"_L1,
    "lens"_L1,         "type"_L1,        "model"_L1,     "prompt"_L1,      "negative_prompt"_L1, "seed"_L1,
    "steps"_L1,        "cfg_scale"_L1,   "sampler"_L1,   "width"_L1,       "height"_L1,          "size"_L1,
    "file_name"_L1,    "mime_type"_L1,   "duration"_L1,  "iso"_L1,         "f_number"_L1,        "exposure_time"_L1,
    "focal_length"_L1, "latitude"_L1,    "longitude"_L1, "is_nsfw"_L1,     "is_trashed"_L1,      "task_id"_L1,
    "frame_number"_L1, "hash"_L1,        "albums"_L1,    "is_archived"_L1, "is_stacked"_L1,
};

/// Those that fit, the ones that begin like it first.
class Fitting
{
public:
    explicit Fitting(QString written)
        : m_written(std::move(written))
    {
    }

    void add(const QString &text)
    {
        if (text.startsWith(m_written, Qt::CaseInsensitive)) {
            m_first += text;
        } else if (text.contains(m_written, Qt::CaseInsensitive)) {
            m_others += text;
        }
    }
    [[nodiscard]] bool isFull() const { return m_first.size() >= mostProposals; }
    [[nodiscard]] QStringList all() const
    {
        QStringList all = m_first + m_others;
        all.removeDuplicates();
        return all.first(std::min(all.size(), mostProposals));
    }

private:
    QString m_written;
    QStringList m_first;
    QStringList m_others;
};

// Each value from the one before, by the index, instead of a look at every row. `next` has ?1, the value before.
template <typename Bind>
void lookThrough(Connection &connection, const char *next, Bind bind, Fitting &fitting)
{
    QString value;
    Statement statement = connection.prepare(next);
    for (int count = 0; count < mostLookedAt && !fitting.isFull(); ++count) {
        statement.reset();
        bind(statement, value);
        if (!statement.step() || statement.isNull(0)) {
            return;
        }
        value = statement.text(0);
        // Whether one of the owner's has it; of very many that are somebody else's only the first are asked.
        if (!value.isEmpty() && statement.boolean(1)) {
            fitting.add(value);
        }
    }
}

void addTags(Connection &connection, qint64 ownerId, Fitting &fitting)
{
    lookThrough(
        connection,
        "WITH next(tag) AS (SELECT min(tag) FROM asset_tag WHERE tag > ?1) SELECT tag, EXISTS (SELECT 1 FROM "
        "(SELECT asset_id FROM asset_tag WHERE tag = next.tag LIMIT 1000) t JOIN asset a ON a.id = t.asset_id "
        "WHERE a.owner_id = ?2) FROM next",
        [ownerId](Statement &statement, const QString &before) { statement.bindAll(before, ownerId); }, fitting);
}

void addPeople(Connection &connection, qint64 ownerId, Fitting &fitting)
{
    Statement statement =
        connection.prepare("SELECT p.name FROM person p WHERE p.owner_id = ?1 AND p.name <> '' AND p.merged_into IS "
                           "NULL ORDER BY (SELECT count(*) FROM face f WHERE f.person_id = p.id) DESC, p.id");
    statement.bindAll(ownerId);
    while (statement.step()) {
        fitting.add(statement.text(0));
    }
}

void addAlbums(Connection &connection, qint64 ownerId, Fitting &fitting)
{
    Statement statement =
        connection.prepare("SELECT name FROM album WHERE (owner_id = ?1 OR id IN (SELECT album_id FROM "
                           "album_user WHERE user_id = ?1)) AND name <> '' ORDER BY created_at DESC");
    statement.bindAll(ownerId);
    while (statement.step()) {
        fitting.add(statement.text(0));
    }
}

void addColumn(Connection &connection, qint64 ownerId, const char *sql, Fitting &fitting)
{
    lookThrough(
        connection, sql, [ownerId](Statement &statement, const QString &before) { statement.bindAll(before, ownerId); },
        fitting);
}

void addOpen(Connection &connection, qint64 ownerId, const QString &property, Fitting &fitting)
{
    Statement key = connection.prepare("SELECT id FROM prop_key WHERE name = ?1");
    key.bindAll(property);
    if (!key.step()) {
        return;
    }
    const qint64 keyId = key.int64(0);
    lookThrough(
        connection,
        "WITH next(txt) AS (SELECT min(txt) FROM prop INDEXED BY prop_txt WHERE key_id = ?3 AND txt > ?1 AND "
        "txt IS NOT NULL AND num IS NULL) SELECT txt, EXISTS (SELECT 1 FROM (SELECT asset_id FROM prop "
        "INDEXED BY prop_txt WHERE key_id = ?3 AND txt = next.txt AND txt IS NOT NULL AND num IS NULL LIMIT "
        "1000) p JOIN asset a ON a.id = p.asset_id WHERE a.owner_id = ?2) FROM next",
        [ownerId, keyId](Statement &statement, const QString &before) { statement.bindAll(before, ownerId, keyId); },
        fitting);
}

// Whether an image of the owner has the key: of each kind of values the first are asked.
bool isUsed(Connection &connection, qint64 ownerId, qint64 keyId)
{
    constexpr const char *kinds[][2] = {{"prop_num", "num IS NOT NULL AND txt IS NULL"},
                                        {"prop_txt", "txt IS NOT NULL AND num IS NULL"},
                                        {"prop_flag", "num IS NOT NULL AND txt IS NOT NULL"}};
    return std::any_of(std::begin(kinds), std::end(kinds), [&](const auto &kind) {
        const std::string sql =
            joined({"SELECT 1 FROM (SELECT asset_id FROM prop INDEXED BY ", kind[0], " WHERE key_id = ?1 AND ", kind[1],
                    " LIMIT 1000) p JOIN asset a ON a.id = p.asset_id WHERE a.owner_id = ?2"});
        Statement statement = connection.prepare(sql);
        statement.bindAll(keyId, ownerId);
        return statement.step();
    });
}

} // namespace

QStringList proposedProperties(Connection &connection, qint64 ownerId, const QString &written)
{
    Fitting fitting(written);
    for (const QLatin1StringView name : builtIn) {
        fitting.add(name);
    }
    Statement keys = connection.prepare("SELECT id, name FROM prop_key ORDER BY name");
    Fitting own(written);
    while (keys.step() && !own.isFull()) {
        const QString name = keys.text(1);
        const bool isNew = std::find(std::begin(builtIn), std::end(builtIn), name) == std::end(builtIn);
        if (isNew && name.contains(written, Qt::CaseInsensitive) && isUsed(connection, ownerId, keys.int64(0))) {
            own.add(name);
        }
    }
    QStringList all = fitting.all();
    // Where all fit, there is room for what only this library has.
    const QStringList others = own.all();
    all = all.first(std::min(all.size(), std::max<qsizetype>(mostProposals - others.size(), mostProposals / 2)));
    all += others;
    return all.first(std::min(all.size(), mostProposals));
}

QStringList proposedValues(Connection &connection, qint64 ownerId, const QString &property, const QString &written)
{
    Fitting fitting(written);
    if (property == "tags"_L1) {
        addTags(connection, ownerId, fitting);
    } else if (property == "people"_L1) {
        addPeople(connection, ownerId, fitting);
    } else if (property == "albums"_L1) {
        addAlbums(connection, ownerId, fitting);
    } else if (property == "model"_L1) {
        addColumn(connection, ownerId,
                  "SELECT min(model), 1 FROM asset INDEXED BY asset_model WHERE owner_id = ?2 AND model > ?1 AND model "
                  "IS NOT NULL",
                  fitting);
    } else if (property == "task_id"_L1) {
        addColumn(connection, ownerId,
                  "SELECT min(task_id), 1 FROM asset INDEXED BY asset_task WHERE owner_id = ?2 AND task_id > ?1 AND "
                  "task_id IS NOT NULL",
                  fitting);
    } else if (property == "type"_L1) {
        fitting.add(u"generated"_s);
    } else if (property == "mime_type"_L1) {
        for (const char *type :
             {"image/jpeg", "image/png", "image/webp", "image/heic", "video/mp4", "video/quicktime"}) {
            fitting.add(QLatin1StringView(type));
        }
    } else if (typeOfProperty(property) == Type::Boolean) {
        fitting.add(u"true"_s);
        fitting.add(u"false"_s);
    } else if (columnOf(property) == nullptr) {
        addOpen(connection, ownerId, property, fitting);
    }
    return fitting.all();
}

} // namespace kinframe::query
