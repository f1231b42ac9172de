// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_parser.h"

#include "server/http/head_checks.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <limits>
#include <optional>

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;
namespace beast = boost::beast;

// A chunk's size line, or the trailers after the last chunk; nobody needs more.
constexpr qsizetype chunkHeaderBytes = 8 * kibibyte;
constexpr qsizetype shortestChunkedEnd = sizeof("0\r\n\r\n") - 1;

QByteArrayView viewOf(beast::string_view text)
{
    return QByteArrayView(text.data(), qsizetype(text.size()));
}

/// Takes what Beast finds into a Head and a sink.
class Collector final : public beast::http::basic_parser<true>
{
public:
    Head head;
    const RequestParser::Sink *sink = nullptr;
    Result<void> sinkOutcome;
    QByteArray target;

private:
    using ErrorCodeOfBeast = beast::error_code;

    void on_request_impl(beast::http::verb /*verb*/, beast::string_view method, beast::string_view requestTarget,
                         int version, ErrorCodeOfBeast & /*error*/) override
    {
        head.method = methodName(viewOf(method));
        target = viewOf(requestTarget).toByteArray();
        head.minorVersion = version - 10;
    }

    void on_response_impl(int /*status*/, beast::string_view /*reason*/, int /*version*/,
                          ErrorCodeOfBeast & /*error*/) override
    {
    }

    void on_field_impl(beast::http::field /*field*/, beast::string_view name, beast::string_view value,
                       ErrorCodeOfBeast &error) override
    {
        if (!m_headDone) {
            head.headers.add(viewOf(name), viewOf(value));
            return;
        }
        // Trailers come here too, after the head; nothing of ours reads them.
        m_trailerBytes += viewOf(name).size() + viewOf(value).size();
        if (m_trailerBytes > chunkHeaderBytes) {
            error = beast::http::error::header_limit;
        }
    }

    void on_header_impl(ErrorCodeOfBeast & /*error*/) override { m_headDone = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t> & /*length*/, ErrorCodeOfBeast & /*error*/) override {}

    std::size_t on_body_impl(beast::string_view body, ErrorCodeOfBeast &error) override { return take(body, error); }

    void on_chunk_header_impl(std::uint64_t /*size*/, beast::string_view extensions, ErrorCodeOfBeast &error) override
    {
        // The same bound as in parseBody, for a line that comes in one piece.
        if (viewOf(extensions).size() > chunkHeaderBytes) {
            error = beast::http::error::bad_chunk_extension;
        }
    }

    std::size_t on_chunk_body_impl(std::uint64_t /*remain*/, beast::string_view body, ErrorCodeOfBeast &error) override
    {
        return take(body, error);
    }

    void on_finish_impl(ErrorCodeOfBeast & /*error*/) override {}

    std::size_t take(beast::string_view body, ErrorCodeOfBeast &error)
    {
        if (sink != nullptr && !body.empty()) {
            sinkOutcome = (*sink)(viewOf(body));
            if (!sinkOutcome) {
                error = beast::http::error::body_limit;
            }
        }
        return body.size();
    }

    bool m_headDone = false;
    qsizetype m_trailerBytes = 0;
};

Refusal refusalFor(const beast::error_code &error)
{
    Refusal refusal;
    refusal.mustClose = true;
    refusal.status = error == beast::http::error::bad_version ? 505 : 400;
    refusal.error = {ErrorCode::InvalidArgument,
                     {{u"field"_s, u"request"_s},
                      {u"value"_s, QString::fromStdString(error.message())},
                      {u"expected"_s, u"a well-formed HTTP/1.1 request"_s}},
                     {}};
    return refusal;
}

} // namespace

struct RequestParser::State
{
    std::optional<Collector> collector;
};

RequestParser::RequestParser(const Limits &limits)
    : m_limits(limits)
    , m_state(std::make_unique<State>())
{
}

RequestParser::~RequestParser() = default;

Admitted<Head> RequestParser::parseHead(QByteArrayView head)
{
    Collector &collector = m_state->collector.emplace();
    collector.header_limit(std::numeric_limits<std::uint32_t>::max());
    // The policy knows the limit only once it has seen the head; Beast's own would be checked before.
    collector.body_limit(std::numeric_limits<std::uint64_t>::max());
    collector.head.headers.reserve(head.size());
    beast::error_code error;
    const auto used = collector.put(boost::asio::const_buffer(head.data(), size_t(head.size())), error);
    if (error || qsizetype(used) != head.size() || !collector.is_header_done()) {
        return tl::unexpected(refusalFor(error ? error : make_error_code(beast::http::error::bad_field)));
    }
    collector.head.keepAlive = collector.keep_alive();
    collector.head.chunked = collector.chunked();
    if (const auto length = collector.content_length()) {
        if (*length > std::uint64_t(std::numeric_limits<qint64>::max())) {
            return tl::unexpected(refusalFor(make_error_code(beast::http::error::bad_content_length)));
        }
        collector.head.contentLength = qint64(*length);
    }
    if (auto refusal = checkHead(collector.head, collector.target, m_limits)) {
        return tl::unexpected(std::move(*refusal));
    }
    return std::move(collector.head);
}

bool RequestParser::isDone() const
{
    return !m_state->collector || m_state->collector->is_done();
}

Result<qsizetype> RequestParser::parseBody(QByteArrayView bytes, const Sink &sink)
{
    Collector &collector = *m_state->collector;
    // Once it has seen the last chunk, Beast takes it for granted that so many are there. More are always to come.
    if (collector.chunked() && bytes.size() < shortestChunkedEnd) {
        return 0;
    }
    collector.sink = &sink;
    collector.eager(true);
    beast::error_code error;
    const auto used = qsizetype(collector.put(boost::asio::const_buffer(bytes.data(), size_t(bytes.size())), error));
    collector.sink = nullptr;
    if (!collector.sinkOutcome) {
        return failed(collector.sinkOutcome);
    }
    const bool waits = error == beast::http::error::need_more;
    if (error && !waits) {
        return Failure(refusalFor(error).error);
    }
    if (waits && bytes.size() - used > chunkHeaderBytes) {
        return Failure(refusalFor(make_error_code(beast::http::error::bad_chunk_extension)).error);
    }
    return used;
}

} // namespace kinframe::http
