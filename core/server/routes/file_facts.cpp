// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/file_facts.h"

#include "render/files/file_key.h"
#include "server/http/invalid_input.h"

#include <algorithm>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestName = 255;
constexpr qsizetype longestLabel = 100;

/// Empty where it is missing.
Result<QString> labelOf(const FieldGetter &get, const QString &name)
{
    const QString text = get(name).value_or(QString());
    if (text.size() > longestLabel) {
        return http::invalidInput(name, text.toUtf8(), u"at most %1 characters"_s.arg(longestLabel));
    }
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; })) {
        return http::invalidInput(name, text.toUtf8(), u"one line"_s);
    }
    return text;
}

Result<void> checkUnionId(const accounts::Principal &principal, const FieldGetter &get)
{
    const auto unionId = labelOf(get, u"unionid"_s);
    if (!unionId) {
        return failed(unionId);
    }
    if (unionId->isEmpty() || principal.isAdmin || *unionId == principal.name) {
        return {};
    }
    return fail(ErrorCode::NotYours, {{u"what"_s, u"name"_s}});
}

Result<void> readHashes(render::FileFacts &facts, const FieldGetter &get)
{
    if (const auto hash = get(u"hash"_s); hash && !hash->isEmpty()) {
        facts.md5 = render::md5From(*hash);
        if (!facts.md5) {
            return http::invalidInput(u"hash"_s, hash->toUtf8(), u"32 hexadecimal digits (MD5)"_s);
        }
    }
    if (const auto xxhash = get(u"xxhash"_s); xxhash && !xxhash->isEmpty()) {
        bool isNumber = false;
        facts.xxh64 = xxhash->toULongLong(&isNumber);
        // Digits only: what the parser lets pass besides, a sign for example, is no hash.
        isNumber = isNumber && std::all_of(xxhash->begin(), xxhash->end(), [](QChar c) { return c.isDigit(); });
        if (!isNumber) {
            return http::invalidInput(u"xxhash"_s, xxhash->toUtf8(), u"a whole number of 64 bits (XXH64)"_s);
        }
    }
    return {};
}

} // namespace

render::Asker askerOf(const http::Request &request)
{
    return {request.principal()->userId, request.principal()->isAdmin};
}

Result<render::FileFacts> fileFactsOf(const accounts::Principal &principal, const QString &fileName,
                                      const FieldGetter &get)
{
    render::FileFacts facts;
    facts.fileName = fileName.left(longestName);
    if (auto checked = checkUnionId(principal, get); !checked) {
        return failed(checked);
    }
    if (auto read = readHashes(facts, get); !read) {
        return failed(read);
    }
    const auto type = labelOf(get, u"file_type"_s);
    if (!type) {
        return failed(type);
    }
    facts.fileType = *type;
    if (const auto path = get(u"path"_s); path && !path->isEmpty()) {
        if (auto checked = render::checkOwnKey(u"path"_s, *path); !checked) {
            return failed(checked);
        }
        facts.key = *path;
    }
    return facts;
}

} // namespace kinframe::server
