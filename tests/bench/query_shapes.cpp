// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query_shapes.h"

#include "query_library.h"

namespace kinframe::bench {
namespace {

using namespace Qt::StringLiterals;

const std::string seen = "a.owner_id = 1 AND a.trashed_at IS NULL AND a.is_hidden = 0";

// The conditions once as tests of one asset, once as sets of assets.
struct Conditions
{
    std::string tests;
    std::string sets;
};

std::vector<std::string> wheres(const Conditions &conditions)
{
    std::vector<std::string> all{"asset a INDEXED BY asset_timeline WHERE " + seen + conditions.tests,
                                 "asset a NOT INDEXED WHERE " + seen + conditions.tests,
                                 "asset a WHERE " + seen + conditions.tests};
    if (conditions.sets != conditions.tests) {
        all.push_back("asset a NOT INDEXED WHERE " + seen + conditions.sets);
        all.push_back("asset a INDEXED BY asset_timeline WHERE " + seen + conditions.sets);
        all.push_back("asset a WHERE " + seen + conditions.sets);
    }
    return all;
}

Shape shape(const QString &name, const QByteArray &query, const Conditions &conditions, const std::string &naive,
            const std::vector<std::string> &more = {})
{
    Shape made{name, query, {}, {}, {}};
    std::vector<std::string> all = wheres(conditions);
    all.insert(all.end(), more.begin(), more.end());
    for (const std::string &where : all) {
        made.pages.push_back("SELECT a.id, a.created_at FROM " + where +
                             " ORDER BY a.created_at DESC, a.id DESC LIMIT 51");
        made.counts.push_back("SELECT count(*) FROM " + where);
    }
    made.naive = "SELECT id FROM naive_doc WHERE " + naive +
                 " ORDER BY json_extract(json, '$.created_at') DESC, id DESC LIMIT 51";
    return made;
}

Shape tagged(const QString &name, const std::string &tag)
{
    const std::string bounds = " AND a.width >= 1024 AND a.rating >= 4.5";
    const std::string where = "t.tag = '" + tag + "'";
    return shape(name,
                 QByteArray("$filter=width%20ge%201024%20and%20rating%20ge%204.5%20and%20tags/any(t:%20t%20eq%20'") +
                     tag.c_str() + "')",
                 {bounds + " AND EXISTS (SELECT 1 FROM asset_tag t WHERE t.asset_id = a.id AND " + where + ')',
                  bounds + " AND a.id IN (SELECT t.asset_id FROM asset_tag t WHERE " + where + ')'},
                 "json_extract(json, '$.width') >= 1024 AND json_extract(json, '$.rating') >= 4.5 AND EXISTS (SELECT 1 "
                 "FROM json_each(json, '$.tags') WHERE value = '" +
                     tag + "')",
                 {"asset_tag t CROSS JOIN asset a ON a.id = t.asset_id WHERE " + where + " AND " + seen + bounds});
}

Shape flagged()
{
    const std::string key =
        "p.key_id = (SELECT id FROM prop_key WHERE name = 'custom_flag') AND p.num = 1 AND p.txt IS "
        "NOT NULL";
    return shape(u"a custom flag"_s, "custom_flag",
                 {" AND EXISTS (SELECT 1 FROM prop p WHERE p.asset_id = a.id AND " + key + ')',
                  " AND a.id IN (SELECT p.asset_id FROM prop p WHERE " + key + ')'},
                 "json_extract(json, '$.custom_flag') = 1",
                 {"prop p CROSS JOIN asset a ON a.id = p.asset_id WHERE " + key + " AND " + seen});
}

Shape scored()
{
    const std::string key =
        "p.key_id = (SELECT id FROM prop_key WHERE name = 'score') AND p.num >= 99.9 AND p.txt IS NULL";
    return shape(u"a number of an open key, rare"_s, "score>=99.9",
                 {" AND EXISTS (SELECT 1 FROM prop p WHERE p.asset_id = a.id AND " + key + ')',
                  " AND a.id IN (SELECT p.asset_id FROM prop p WHERE " + key + ')'},
                 "json_extract(json, '$.score') >= 99.9",
                 {"prop p CROSS JOIN asset a ON a.id = p.asset_id WHERE " + key + " AND " + seen});
}

Shape modelled()
{
    // As there are few models: which of them have it, from one to the next by the index.
    const std::string has = "instr(a.model, 'diffusion') > 0";
    const std::string among =
        "a.model IN (WITH RECURSIVE one(model) AS (SELECT min(model) FROM asset WHERE owner_id = 1 AND model IS NOT "
        "NULL UNION ALL SELECT (SELECT min(model) FROM asset WHERE owner_id = 1 AND model > one.model) FROM one WHERE "
        "one.model IS NOT NULL) SELECT model FROM one WHERE instr(model, 'diffusion') > 0)";
    return shape(u"contains(model, ...)"_s, "$filter=contains(model,'diffusion')", {" AND " + has, " AND " + among},
                 "instr(json_extract(json, '$.model'), 'diffusion') > 0",
                 {"asset a INDEXED BY asset_model WHERE " + seen + " AND " + among});
}

Shape withPerson()
{
    const std::string faces =
        "FROM person p CROSS JOIN face f ON f.person_id = p.id WHERE p.owner_id = 1 AND p.name = '" +
        std::string(somebody) + "' AND f.is_dismissed = 0";
    return shape(u"people"_s,
                 QByteArray("$filter=people/any(p:%20p/name%20eq%20'") + QByteArray(somebody).replace(' ', "%20") +
                     "')",
                 {" AND EXISTS (SELECT 1 FROM face f JOIN person p ON p.id = f.person_id WHERE f.asset_id = a.id AND "
                  "p.owner_id = 1 AND p.name = '" +
                      std::string(somebody) + "' AND f.is_dismissed = 0)",
                  " AND a.id IN (SELECT f.asset_id " + faces + ')'},
                 "EXISTS (SELECT 1 FROM json_each(json, '$.people') WHERE value = '" + std::string(somebody) + "')");
}

} // namespace

std::vector<Shape> queryShapes()
{
    const Conditions wide{" AND a.width >= 1024", " AND a.width >= 1024"};
    const Conditions best{" AND a.rating = 5", " AND a.rating = 5"};
    return {tagged(u"width, rating and a common tag"_s, commonTag),
            tagged(u"width, rating and a rare tag"_s, rareTag),
            shape(u"one bound, half of all"_s, "width>=1024", wide, "json_extract(json, '$.width') >= 1024",
                  {"asset a INDEXED BY asset_width WHERE " + seen + " AND a.width >= 1024"}),
            shape(u"one bound, some of all"_s, "rating=5", best, "json_extract(json, '$.rating') = 5",
                  {"asset a INDEXED BY asset_rating WHERE " + seen + " AND a.rating = 5"}),
            flagged(),
            scored(),
            modelled(),
            withPerson()};
}

std::vector<Shape> searchShapes()
{
    return {{u"search: a common word"_s, "$search=word1", {}, {}, {}},
            {u"search: a rare word"_s, "$search=word5nj", {}, {}, {}},
            {u"search: a part of a name"_s, "$search=IMG_00123", {}, {}, {}},
            {u"search: two words"_s, "$search=word5nj%20word1", {}, {}, {}},
            {u"search: a person"_s, "$search=%22Person%20250%22", {}, {}, {}},
            {u"search: nothing has it"_s, "$search=nowhere", {}, {}, {}},
            {u"search: two letters, nothing has them"_s, "$search=zq", {}, {}, {}}};
}

std::vector<std::string> pagesBehind(const std::string &condition, qint64 createdAt, qint64 id)
{
    const std::string behind = "(a.created_at, a.id) < (" + std::to_string(createdAt) + ", " + std::to_string(id) + ')';
    return {"SELECT a.id, a.created_at FROM asset a INDEXED BY asset_timeline WHERE " + seen + " AND " + behind +
            condition + " ORDER BY a.created_at DESC, a.id DESC LIMIT 51"};
}

} // namespace kinframe::bench
