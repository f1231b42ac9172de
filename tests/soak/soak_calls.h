// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"
#include "soak/soak_files.h"
#include "soak/soak_record.h"

#include <initializer_list>

namespace kinframe::test {

/// What everything that one client does has at hand. On one thread at a time.
struct SoakCalls
{
    HttpClient http;
    SoakRecord &record;
    QString name; ///< whose calls they are, for problems
    SoakFiles files;

    /// Counts the call; false, and a problem, where the answer has none of those statuses.
    bool expect(const QString &kind, const HttpAnswer &answer, std::initializer_list<int> statuses);
    /// A problem where it is not so.
    bool expect(const QString &kind, bool isSo, const SoakFile &file, const HttpAnswer &answer);
    void problem(const QString &kind, const QString &what);
};

/// A JSON list of one.
[[nodiscard]] QJsonObject idsOf(const SoakFile &file, const QJsonObject &more = {});

} // namespace kinframe::test
