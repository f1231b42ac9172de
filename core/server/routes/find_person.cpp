// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/find_person.h"

#include "base/ids.h"

namespace kinframe::server {

using namespace Qt::StringLiterals;

Failure noPerson(const QUuid &id)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"person"_s}, {u"id"_s, toText(id)}});
}

Result<faces::Person> personOf(storage::Connection &db, const http::Request &request)
{
    auto id = idOf(request, u"person"_s);
    if (!id) {
        return failed(id);
    }
    auto person = faces::findPerson(db, userOf(request), *id);
    return person ? Result<faces::Person>(*person) : noPerson(*id);
}

} // namespace kinframe::server
