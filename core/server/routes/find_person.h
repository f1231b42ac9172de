// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/person.h"
#include "server/routes/api_services.h"
#include "server/routes/route_kit.h"
#include "storage/database.h"

#include <type_traits>

namespace kinframe::server {

[[nodiscard]] Failure noPerson(const QUuid &id);

/// The person of the path, or the one they were merged into. NotFound. Throws SqlError.
[[nodiscard]] Result<faces::Person> personOf(storage::Connection &db, const http::Request &request);

/// Runs `read(db, person) -> Result<T>` for the person of the path, over one snapshot.
template <typename Read>
auto withPerson(const ApiServices &services, const http::Request &request, Read read)
    -> std::invoke_result_t<Read, storage::Connection &, const faces::Person &>
{
    using Outcome = std::invoke_result_t<Read, storage::Connection &, const faces::Person &>;
    return services.library.database.read(
        [&](storage::Connection &db) -> Outcome {
            auto person = personOf(db, request);
            if (!person) {
                return failed(person);
            }
            return read(db, *person);
        },
        request.stopToken());
}

} // namespace kinframe::server
