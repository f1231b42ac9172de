// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/malformed_corpus.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace kinframe::test {

struct CorpusRun
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0;
    int count = 10'000;
    quint32 seed = 1;
    int inFlight = 64;
    int patienceMs = 60'000; ///< of each request; longer than the server's shortest deadline
    int goodEvery = 500;     ///< requests between two good ones
};

struct CorpusSummary
{
    int sent = 0;
    int goodChecks = 0;      ///< good requests in between, and one at the end
    QMap<int, int> statuses; ///< status -> how often; 0: closed without an answer
    QStringList complaints;  ///< the first 50
    int complaintCount = 0;

    [[nodiscard]] QString text() const;
};

/// Sends the corpus with many connections at once and looks after every `goodEvery` whether a good request is answered
/// with 200. Runs an event loop; returns when every connection has ended.
[[nodiscard]] CorpusSummary runCorpus(const CorpusRun &run, const CorpusTarget &target);

} // namespace kinframe::test
