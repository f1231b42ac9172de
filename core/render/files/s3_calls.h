// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "render/files/sigv4.h"
#include "transfer/http_client.h"
#include "transfer/retry.h"

#include <QString>
#include <QUrl>

#include <chrono>
#include <stop_token>

namespace kinframe::render {

/// A bucket and the right to use it.
struct S3Settings
{
    QUrl endpoint; ///< http or https, without a path
    QString region;
    QString bucket;
    QString accessKey;
    QByteArray secret;
    bool isPathStyle = true; ///< `host/bucket/key`; else `bucket.host/key`
    transfer::RetryPolicy retry = {};
};

/// Sends signed requests about the objects of one bucket, again where they fail for now, and waits for the answers. Any
/// thread but the client's.
class S3Calls
{
public:
    /// The client outlives it.
    S3Calls(transfer::HttpClient &client, S3Settings settings, Clock clock = wallMs);

    struct Call
    {
        QByteArray method;
        QString key; ///< empty: the bucket itself
        SigV4Pairs query = {};
        QByteArray body = {};    ///< may point to memory that outlives the call
        QByteArray payload = {}; ///< SHA-256 of the body in hexadecimal; empty: worked out here
    };
    /// The answer with any status that is not one of passing trouble. StoreFailed, Canceled.
    [[nodiscard]] Result<transfer::HttpAnswer> send(const Call &call, const std::stop_token &stop = {}) const;

    /// Lets whoever has it GET the object for so long.
    [[nodiscard]] QUrl link(const QString &key, std::chrono::seconds valid) const;
    /// About this store, with a reason for people.
    [[nodiscard]] Failure failure(const QString &reason, const QString &detail = {}) const;
    /// About an answer that should not have come.
    [[nodiscard]] Failure refused(const transfer::HttpAnswer &answer) const;

private:
    [[nodiscard]] QByteArray host() const;
    [[nodiscard]] QByteArray pathOf(const QString &key) const;
    [[nodiscard]] QUrl urlOf(const QByteArray &path, const QByteArray &query) const;
    [[nodiscard]] SigV4Credentials credentials() const;
    [[nodiscard]] transfer::HttpRequest signedRequest(const Call &call) const;

    transfer::HttpClient &m_client;
    S3Settings m_settings;
    Clock m_clock;
};

} // namespace kinframe::render
