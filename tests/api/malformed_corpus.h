// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace kinframe::test {

/// Where hostile requests go. The paths must exist, so that it is the framing that is judged.
struct CorpusTarget
{
    QByteArray host = "localhost"; ///< the Host that the server takes for its own
    QByteArray goodPath;           ///< a GET of it is answered 200
    QByteArray postPath;           ///< takes a POST of JSON
    QByteArray formPath;           ///< takes a POST of a form
    QByteArray headers;            ///< lines that a good request needs besides, each with its CR LF: credentials
};

/// How the bytes are given to the server.
enum class Delivery {
    Whole,      ///< at once; then the answer is awaited
    HalfClose,  ///< at once; then our side says that nothing more will come
    CloseEarly, ///< at once; then the connection is cut
    Slow,       ///< a few bytes at a time; cut before the end
};

/// What the server may do with them. It never answers 500 and never keeps us waiting.
enum class Expectation {
    Refused,  ///< one answer from 400 up, or none, and the connection ends: what follows cannot be told apart
    Denied,   ///< answers from 400 up, or none; the connection may stay
    Anything, ///< any answer
};

struct HostileRequest
{
    const char *kind = "";
    Delivery delivery = Delivery::Whole;
    Expectation expectation = Expectation::Anything;
    QByteArray bytes;
};

/// The same seed always makes the same requests: every kind in turn, each with other details.
[[nodiscard]] std::vector<HostileRequest> malformedCorpus(int count, quint32 seed, const CorpusTarget &target);

} // namespace kinframe::test
