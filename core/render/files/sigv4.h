// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <utility>
#include <vector>

namespace kinframe::render {

/// Signatures of requests to S3 and what speaks as it does: AWS Signature Version 4. Pure functions.

struct SigV4Credentials
{
    QByteArray accessKey;
    QByteArray secret;
    QByteArray region;
    QByteArray service = "s3";
};

using SigV4Pairs = std::vector<std::pair<QByteArray, QByteArray>>;

/// What of a request is signed.
struct SigV4Request
{
    QByteArray method = "GET";
    QByteArray path = "/"; ///< percent-encoded, as it is sent; see sigV4Encoded()
    SigV4Pairs query;      ///< names and values as they are meant, not encoded
    SigV4Pairs headers;    ///< those that are signed: `Host` always
    QByteArray payload;    ///< SHA-256 of the body in hexadecimal, or `UNSIGNED-PAYLOAD`
};

/// Every byte but letters, digits and `-._~` as %XX; slashes stay where they divide a path.
enum class Slashes { Keep, Encode };
[[nodiscard]] QByteArray sigV4Encoded(QByteArrayView text, Slashes slashes);
/// The query as it is signed and sent: sorted and encoded.
[[nodiscard]] QByteArray sigV4Query(const SigV4Pairs &query);
/// `20150830T123600Z`
[[nodiscard]] QByteArray sigV4Time(qint64 ms);

[[nodiscard]] QByteArray sigV4CanonicalRequest(const SigV4Request &request);
/// The value of the header `Authorization`. `X-Amz-Date` with the same time is among the headers.
[[nodiscard]] QByteArray sigV4Authorization(const SigV4Request &request, const SigV4Credentials &credentials,
                                            qint64 nowMs);
/// The query with which whoever has it may send the request for so long, `X-Amz-Signature` at its end.
[[nodiscard]] QByteArray sigV4PresignedQuery(SigV4Request request, const SigV4Credentials &credentials, qint64 nowMs,
                                             std::chrono::seconds valid);

} // namespace kinframe::render
