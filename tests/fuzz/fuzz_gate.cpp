// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The framing of a connection without its socket: what comes whole and what comes in pieces must be the same requests,
// and nothing ambiguous may pass.
#include "fuzz/input.h"
#include "server/http/head_scanner.h"
#include "server/http/request_parser.h"

#include <random>
#include <vector>

using namespace kinframe;
using namespace kinframe::http;
using kinframe::fuzz::Input;
using kinframe::fuzz::require;

namespace {

Limits smallLimits()
{
    Limits limits;
    limits.headBytes = 600;
    limits.targetBytes = 100;
    limits.headers = 12;
    return limits;
}

struct Message
{
    QByteArray method;
    QByteArray path;
    QByteArray query;
    QByteArray body;
    bool isWhole = false;
};

void checkHead(const Head &head, const Limits &limits)
{
    require(head.path.startsWith('/') || head.path == "*");
    require(head.path.size() + head.rawQuery.size() <= limits.targetBytes);
    require(!head.path.contains(' ') && !head.path.contains('\0') && !head.path.contains('#'));
    require(head.headers.size() <= limits.headers);
    require(head.headers.count("Host") == 1 || head.minorVersion == 0);
    require(head.headers.count("Content-Length") <= 1 && head.headers.count("Transfer-Encoding") <= 1);
    require(!head.chunked || !head.headers.has("Content-Length"));
    require(head.chunked == head.headers.has("Transfer-Encoding"));
    require(head.contentLength.value_or(0) >= 0);
    for (int line = 0; line < head.headers.size(); ++line) {
        const QByteArrayView value = head.headers.valueAt(line);
        require(!value.contains('\r') && !value.contains('\n') && !value.contains('\0'));
        require(!head.headers.nameAt(line).isEmpty());
    }
}

/// One connection: takes bytes as they come and keeps what it understands.
class Connection
{
public:
    std::vector<Message> messages;
    bool isRefused = false;

    /// The parser looks at the end of a body in chunks only once the shortest end could be there: what is wrong in
    /// fewer bytes is refused when more come.
    [[nodiscard]] bool waitsForTheEnd() const
    {
        constexpr qsizetype shortestEnd = 5; // 0\r\n\r\n
        return m_inBody && !m_parser.isDone() && m_buffer.size() < shortestEnd;
    }

    void add(QByteArrayView bytes)
    {
        m_buffer.append(bytes);
        while (!isRefused && (m_inBody ? readBody() : readHead())) {
        }
    }

private:
    bool readHead()
    {
        const Admitted<std::optional<qsizetype>> length = m_scanner.scan(m_buffer);
        if (!length) {
            isRefused = true;
            return false;
        }
        if (!*length) {
            require(m_buffer.size() <= m_limits.headBytes);
            return false;
        }
        const Admitted<Head> head = m_parser.parseHead(QByteArrayView(m_buffer).first(**length));
        if (!head) {
            require(head.error().status >= 400 && head.error().status < 600);
            isRefused = true;
            return false;
        }
        checkHead(*head, m_limits);
        messages.push_back({head->method, head->path, head->rawQuery, {}, false});
        m_buffer.remove(0, **length);
        m_scanner.reset();
        m_inBody = true;
        return true;
    }

    bool readBody()
    {
        if (m_parser.isDone()) {
            messages.back().isWhole = true;
            m_inBody = false;
            return !m_buffer.isEmpty();
        }
        if (m_buffer.isEmpty()) {
            return false;
        }
        const Result<qsizetype> used = m_parser.parseBody(m_buffer, [this](QByteArrayView bytes) {
            messages.back().body.append(bytes);
            return Result<void>();
        });
        isRefused = !used;
        if (!used) {
            return false;
        }
        require(*used >= 0 && *used <= m_buffer.size());
        m_buffer.remove(0, *used);
        return *used > 0 || m_parser.isDone();
    }

    Limits m_limits = smallLimits();
    HeadScanner m_scanner{m_limits};
    RequestParser m_parser{m_limits};
    QByteArray m_buffer;
    bool m_inBody = false;
};

void compare(const Connection &whole, const Connection &pieces)
{
    const Connection &other = whole.isRefused ? pieces : whole;
    require(whole.isRefused == pieces.isRefused || other.waitsForTheEnd());
    require(whole.messages.size() == pieces.messages.size());
    for (std::size_t index = 0; index < whole.messages.size(); ++index) {
        const Message &one = whole.messages[index];
        const Message &piecewise = pieces.messages[index];
        require(one.method == piecewise.method && one.path == piecewise.path && one.query == piecewise.query);
        require(one.isWhole == piecewise.isWhole);
        // How much of a body came through before its framing broke depends on the pieces.
        require(!one.isWhole || one.body == piecewise.body);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    std::mt19937 random(input.byte());
    const QByteArrayView bytes = input.rest();
    Connection whole;
    whole.add(bytes);
    Connection pieces;
    for (QByteArrayView rest = bytes; !rest.isEmpty();) {
        const QByteArrayView piece =
            rest.first(std::min<qsizetype>(1 + static_cast<qsizetype>(random() % 40), rest.size()));
        pieces.add(piece);
        rest = rest.sliced(piece.size());
    }
    compare(whole, pieces);
    return 0;
}
