// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/principal.h"
#include "base/language.h"
#include "base/result.h"
#include "server/http/body_sink.h"
#include "server/http/door.h"
#include "server/http/form.h"
#include "server/http/head.h"
#include "server/http/query_string.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace kinframe::http {

/// What the gate makes a request of; tests of handlers may make their own.
struct RequestParts
{
    Head head;
    std::vector<std::pair<QByteArray, QString>> arguments; ///< of the path: name and decoded value
    QueryString query;
    QByteArray body;                     ///< of Json and Text
    Form form;                           ///< of Multipart
    std::shared_ptr<SpooledFile> upload; ///< of Raw
    std::shared_ptr<BodySink> sink;      ///< of Sink
    std::optional<accounts::Principal> principal;
    quint64 id = 0;
    std::stop_token stop;
    const Door *door = &plainDoor(); ///< outlives the request
};

/// One request, whole and checked; immutable, so any thread may read it. Its spooled files live as long as it does.
class Request
{
public:
    explicit Request(RequestParts parts);

    [[nodiscard]] const QByteArray &method() const { return m_parts.head.method; }
    /// Encoded, without the query.
    [[nodiscard]] const QByteArray &path() const { return m_parts.head.path; }
    [[nodiscard]] const QByteArray &rawQuery() const { return m_parts.head.rawQuery; }
    [[nodiscard]] const QueryString &query() const { return m_parts.query; }
    /// The path's argument of that name, decoded; empty where the pattern has none such.
    [[nodiscard]] QString argument(QByteArrayView name) const;

    [[nodiscard]] const Headers &headers() const { return m_parts.head.headers; }
    [[nodiscard]] QByteArrayView header(QByteArrayView name) const { return m_parts.head.headers.value(name); }
    [[nodiscard]] std::optional<QByteArray> cookie(QByteArrayView name) const;

    [[nodiscard]] const QByteArray &body() const { return m_parts.body; }
    /// InvalidArgument (field `body`) where it is no JSON.
    [[nodiscard]] Result<QJsonValue> json() const;
    [[nodiscard]] const Form &form() const { return m_parts.form; }
    /// The body of a Raw route; nullptr where there was none.
    [[nodiscard]] const std::shared_ptr<SpooledFile> &upload() const { return m_parts.upload; }

    /// The sink of a Sink route, which has ended; nullptr where there was no body.
    [[nodiscard]] const std::shared_ptr<BodySink> &sink() const { return m_parts.sink; }

    /// Always there on routes that ask for credentials.
    [[nodiscard]] const std::optional<accounts::Principal> &principal() const { return m_parts.principal; }

    /// 16 hexadecimal digits; in the log and in error answers.
    [[nodiscard]] QString id() const;
    [[nodiscard]] const Head &head() const { return m_parts.head; }
    [[nodiscard]] const QHostAddress &peer() const { return m_parts.head.peer.address; }
    [[nodiscard]] bool isLoopback() const { return m_parts.head.peer.isLoopback; }
    [[nodiscard]] bool isTls() const { return m_parts.head.peer.isTls; }
    /// `http://host:port` as the client wrote it, for absolute links.
    [[nodiscard]] QString origin() const;
    [[nodiscard]] Language language() const;
    /// Fires when the client goes away (on Pool routes).
    [[nodiscard]] const std::stop_token &stopToken() const { return m_parts.stop; }

    /// The failure as this request's door answers it; the status is statusOf(error) unless given.
    [[nodiscard]] Reply refuse(const Error &error, int status = 0) const;

private:
    RequestParts m_parts;
};

/// The text form of a request's number.
[[nodiscard]] QString requestIdText(quint64 id);

} // namespace kinframe::http
