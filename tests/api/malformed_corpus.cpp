// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/malformed_corpus.h"

#include <array>
#include <random>

namespace kinframe::test {
namespace {

/// What the makers of requests draw from.
class Dice
{
public:
    Dice(quint32 seed, const CorpusTarget &target)
        : m_random(seed)
        , m_target(target)
    {
    }

    [[nodiscard]] int below(int limit) { return static_cast<int>(m_random() % static_cast<quint32>(limit)); }

    [[nodiscard]] QByteArray oneOf(std::initializer_list<QByteArray> choices)
    {
        return *(choices.begin() + below(static_cast<int>(choices.size())));
    }

    [[nodiscard]] QByteArray noise(int size)
    {
        QByteArray bytes(size, '\0');
        for (char &byte : bytes) {
            byte = static_cast<char>(m_random());
        }
        return bytes;
    }

    [[nodiscard]] QByteArray word() { return "x" + QByteArray::number(m_random()); }

    [[nodiscard]] QByteArray hostLine() const { return "Host: " + m_target.host + "\r\n"; }

    /// A request that would be fine.
    [[nodiscard]] QByteArray get() const { return getWith({}); }
    [[nodiscard]] QByteArray getWith(const QByteArray &lines) const
    {
        return "GET " + m_target.goodPath + " HTTP/1.1\r\n" + hostLine() + m_target.headers + lines + "\r\n";
    }
    [[nodiscard]] QByteArray getOf(const QByteArray &path) const
    {
        return "GET " + path + " HTTP/1.1\r\n" + hostLine() + m_target.headers + "\r\n";
    }
    [[nodiscard]] QByteArray postWith(const QByteArray &lines, const QByteArray &body) const
    {
        return postTo(m_target.postPath, lines, body);
    }
    [[nodiscard]] QByteArray postTo(const QByteArray &path, const QByteArray &lines, const QByteArray &body) const
    {
        return "POST " + path + " HTTP/1.1\r\n" + hostLine() + m_target.headers + lines + "\r\n" + body;
    }
    [[nodiscard]] QByteArray chunked(const QByteArray &body) const
    {
        return postWith("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n", body);
    }
    /// A good request to hide in the body of another.
    [[nodiscard]] QByteArray hidden() { return getOf("/" + word()); }
    [[nodiscard]] const CorpusTarget &target() const { return m_target; }

private:
    std::mt19937 m_random;
    const CorpusTarget &m_target;
};

QByteArray length(qsizetype size)
{
    return "Content-Length: " + QByteArray::number(size) + "\r\n";
}

// Two ways to find the end of a body.

QByteArray lengthAndChunks(Dice &dice)
{
    const QByteArray body = "0\r\n\r\n" + dice.hidden();
    return dice.postWith(length(body.size()) + "Transfer-Encoding: chunked\r\n", body);
}

QByteArray chunksAndLength(Dice &dice)
{
    const QByteArray hidden = dice.hidden();
    const QByteArray body = QByteArray::number(hidden.size(), 16) + "\r\n" + hidden + "\r\n0\r\n\r\n";
    return dice.postWith("Transfer-Encoding: chunked\r\n" + length(4), body);
}

QByteArray oddTransferEncoding(Dice &dice)
{
    const QByteArray lines = dice.oneOf(
        {"Transfer-Encoding: xchunked\r\n", "Transfer-Encoding: chunked, identity\r\n",
         "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
         "Transfer-Encoding : chunked\r\n",
         "Transfer-Encoding:\x0B"
         "chunked\r\n",
         "Transfer-Encoding: \"chunked\"\r\n", "Transfer-Encoding: chunked;a=b\r\n", "Transfer-Encoding: identity\r\n",
         "Transfer-Encoding: chunked, chunked\r\n", "Transfer-Encoding:\r\n chunked\r\n",
         "Transfer-Encoding: deflate\r\n", "X: y\rTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chun\tked\r\n",
         "Transfer-Encoding: \xFF\r\n"});
    return dice.postWith(lines, "0\r\n\r\n" + dice.hidden());
}

QByteArray twoLengths(Dice &dice)
{
    const QByteArray body = dice.hidden();
    const QByteArray lines = dice.oneOf({length(0) + length(body.size()), length(body.size()) + length(body.size() - 1),
                                         "Content-Length: 0, " + QByteArray::number(body.size()) + "\r\n",
                                         length(body.size()) + "content-LENGTH: 1\r\n"});
    return dice.postWith(lines, body);
}

QByteArray badLength(Dice &dice)
{
    const QByteArray value = dice.oneOf({"-1", "+5", "0x10", "1e3", "", "99999999999999999999", "18446744073709551617",
                                         "5 5", "5a", "five", "5;", "\"5\"", "5.0", "٥", "- 1", "NaN"});
    return dice.postWith("Content-Length: " + value + "\r\n", "12345" + dice.hidden());
}

// Lines of the head.

QByteArray foldedHeader(Dice &dice)
{
    return dice.getWith("X-Folded: a\r\n" + dice.oneOf({" ", "\t", "  \t"}) + dice.word() + "\r\n");
}

QByteArray lineFeeds(Dice &dice)
{
    const QByteArray request = dice.getWith("X-A: " + dice.word() + "\r\n");
    if (dice.below(2) == 0) {
        return QByteArray(request).replace("\r\n", "\n");
    }
    return dice.getWith("X-A: b\nX-C: d\r\n");
}

QByteArray controlCharacters(Dice &dice)
{
    const QByteArray bad = dice.oneOf({QByteArray(1, '\0'), "\r", "\x01", "\x1B", "\x7F"});
    const QByteArray line = dice.oneOf({"X-A: b" + bad + "c\r\n", "X" + bad + "A: b\r\n", "X-A: " + bad + "\r\n"});
    return dice.getWith(line);
}

QByteArray brokenLine(Dice &dice)
{
    return dice.getWith(dice.oneOf({"no colon\r\n", ": no name\r\n", "X A: b\r\n", "X-A : b\r\n", "X\xC3\xA4: b\r\n",
                                    "X(A): b\r\n", "\"X\": b\r\n", "X@A: b\r\n", "=: b\r\n:\r\n"}));
}

QByteArray hostTrouble(Dice &dice)
{
    const QByteArray lines = dice.oneOf({"", "Host: \r\n", "Host: evil.example\r\n", "Host: a b\r\n", "Host: a@b\r\n",
                                         "Host: [::1\r\n", "Host: localhost:99999\r\n", "Host: localhost/x\r\n",
                                         dice.hostLine() + dice.hostLine(), dice.hostLine() + "Host: evil.example\r\n",
                                         "Host: localhost, evil.example\r\n", "Host: 0x7f.1\r\n"});
    return "GET " + dice.target().goodPath + " HTTP/1.1\r\n" + lines + dice.target().headers + "\r\n";
}

QByteArray hugeHeader(Dice &dice)
{
    return dice.getWith("X-Huge: " + QByteArray(33'000 + dice.below(100'000), 'h') + "\r\n");
}

QByteArray manyHeaders(Dice &dice)
{
    QByteArray lines;
    for (int index = 0; index < 101 + dice.below(300); ++index) {
        lines += "X-" + QByteArray::number(index) + ": a\r\n";
    }
    return dice.getWith(lines);
}

QByteArray endlessHeader(Dice &dice)
{
    return "GET / HTTP/1.1\r\nX: " + QByteArray(40'000 + dice.below(200'000), 'e');
}

QByteArray hugeTarget(Dice &dice)
{
    return dice.getOf(dice.target().goodPath + "?" + QByteArray(17'000 + dice.below(60'000), 'u'));
}

// The first line.

QByteArray badTarget(Dice &dice)
{
    return dice.getOf("/" + dice.word() + "/" +
                      dice.oneOf({"%", "%4", "%zz", "%00", "%C0%AF", "%ED%A0%80", "%FF", "a b", "a\tb", "..",
                                  "%2e%2e/x", "../../../../etc/passwd", "..%5c..%5cwindows"}));
}

QByteArray brokenTarget(Dice &dice)
{
    const QByteArray target =
        dice.oneOf({"", " ", "*", "api", "\\api", "http://", "//", "?a", "#a", "http://evil.example/",
                    "evil.example:80", QByteArray("/a\0b", 4), "/\x7F", "/\x01"});
    return dice.getOf(target);
}

QByteArray badVersion(Dice &dice)
{
    const QByteArray version =
        dice.oneOf({"HTTP/0.9", "HTTP/2.0", "HTTP/3", "HTTP/1.1x", "HTTX/1.1", "HTTP/11", "http/1.1", "HTTP/1.",
                    "HTTP/-1.1", "HTTP/1.1 x", "HTTP/ 1.1", "", "HTTP/9999999999.1", "ICY/1.0", "HTTP\\1.1"});
    return "GET " + dice.target().goodPath + " " + version + "\r\n" + dice.hostLine() + dice.target().headers + "\r\n";
}

QByteArray badMethod(Dice &dice)
{
    const QByteArray method = dice.oneOf({"G@T", "", " ", "GE T", "G\tET", "\"GET\"", "G(ET)", QByteArray("G\0ET", 5),
                                          "GÉT", QByteArray(9000, 'M'), "\x16\x03\x01", "<script>"});
    return method + " " + dice.target().goodPath + " HTTP/1.1\r\n" + dice.hostLine() + "\r\n";
}

QByteArray strangeMethod(Dice &dice)
{
    return dice.oneOf({"get", "CONNECT", "TRACE", "PROPFIND", "DELETE", "PATCH", "BREW", "OPTIONS", "M-SEARCH", "A"}) +
           " " + dice.target().goodPath + " HTTP/1.1\r\n" + dice.hostLine() + "Content-Length: 0\r\n\r\n";
}

QByteArray otherProtocol(Dice &dice)
{
    return dice.oneOf({"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                       QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03", 11), QByteArray("\x05\x01\x00", 3),
                       "SSH-2.0-OpenSSH_9.2\r\n", "EHLO example\r\n\r\n", "RTSP/1.0 200 OK\r\n\r\n",
                       "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "USER a\r\nPASS b\r\n",
                       "*1\r\n$4\r\nPING\r\n"}) +
           dice.noise(dice.below(64));
}

// Bodies.

QByteArray badChunk(Dice &dice)
{
    return dice.chunked(
        dice.oneOf({"zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n", "0x2\r\n{}\r\n0\r\n\r\n",
                    "FFFFFFFFFFFFFFFFF\r\n{}", "2\r\n{}0\r\n\r\n", "2\n{}\n0\n\n", "2\r\n{}\r\r0\r\n\r\n",
                    " 2\r\n{}\r\n0\r\n\r\n", "\r\n2\r\n{}\r\n0\r\n\r\n", "1\r\n{}\r\n0\r\n\r\n",
                    "8000000000000000\r\n{}", "2;" + QByteArray(40'000, 'x') + "\r\n{}\r\n0\r\n\r\n",
                    "2\r\n{}\r\n0\r\nX\r\n\r\n", "2\r\n{}\r\n0\r\nX: " + QByteArray(40'000, 't') + "\r\n\r\n",
                    "+2\r\n{}\r\n0\r\n\r\n", "2,\r\n{}\r\n0\r\n\r\n"}));
}

QByteArray hugeBody(Dice &dice)
{
    return dice.postWith("Content-Type: application/json\r\nContent-Length: " +
                             dice.oneOf({"9223372036854775807", "99999999999999", "1099511627776"}) + "\r\n",
                         "{}");
}

QByteArray badExpectation(Dice &dice)
{
    return dice.postWith("Content-Length: 2\r\nExpect: " + dice.oneOf({"200-ok", "100-continue, x", "banana"}) + "\r\n",
                         "{}");
}

QByteArray badJson(Dice &dice)
{
    const QByteArray body = dice.oneOf({"{", "[[[[[[[[", QByteArray(20'000, '['), "{\"a\":", "\"\\ud800\"", "nul",
                                        "{}{}", QByteArray("\0", 1), "\xFF\xFE{}", "1e999", ""});
    return dice.postWith("Content-Type: application/json\r\n" + length(body.size()), body);
}

QByteArray badForm(Dice &dice)
{
    const QByteArray body = "--b\r\n" +
                            dice.oneOf({"", "Content-Disposition: form-data", "X\r\n\r\n", "\r\n\r\n--b--",
                                        "Content-Disposition: form-data; name=\"a\r\n\r\nx\r\n--b--"}) +
                            dice.noise(dice.below(200));
    const QByteArray boundary = dice.oneOf({"b", "", "\"", QByteArray(80, 'b')});
    return dice.postTo(dice.target().formPath,
                       "Content-Type: multipart/form-data; boundary=" + boundary + "\r\n" + length(body.size()), body);
}

QByteArray shortBody(Dice &dice)
{
    return dice.postWith("Content-Type: application/json\r\n" + length(100 + dice.below(100'000)),
                         QByteArray(dice.below(90), ' '));
}

QByteArray openChunks(Dice &dice)
{
    return dice.chunked(dice.oneOf({"", "5", "5\r\n", "5\r\n{}", "2\r\n{}", "2\r\n{}\r\n", "2\r\n{}\r\n0\r\n"}));
}

// Whole requests of another kind.

QByteArray strangeHeaders(Dice &dice)
{
    return dice.getWith(dice.oneOf({"Range: bytes=" + QByteArray("0-0,").repeated(500) + "1-1\r\n",
                                    "Range: bytes=-\r\n",
                                    "If-None-Match: \"" + dice.word() + "\r\n",
                                    "Accept-Encoding: gzip;q=" + dice.word() + "\r\n",
                                    "Cookie: " + QByteArray("a=b; ").repeated(1000) + "\r\n",
                                    "Authorization: " + dice.word() + "\r\n",
                                    "Authorization: Bearer " + QByteArray(5000, 'b') + "\r\n",
                                    "x-api-key: \xFF\xFE\r\n",
                                    "Origin: http://evil.example\r\n",
                                    "Origin: null\r\n",
                                    "Upgrade: h2c\r\nConnection: Upgrade\r\n",
                                    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 99\r\n",
                                    "Connection: close, close, keep-alive\r\n",
                                    "X-Forwarded-For: 127.0.0.1\r\n",
                                    "If-Range: x\r\n",
                                    "Accept-Language: " + QByteArray("zh;q=9,").repeated(200) + "\r\n",
                                    "If-Modified-Since: never\r\n",
                                    "X-HTTP-Method-Override: DELETE\r\n",
                                    "Content-Length: 0\r\n",
                                    "TE: trailers, x\r\n"}));
}

QByteArray pipelinedGarbage(Dice &dice)
{
    return dice.get() + dice.noise(1 + dice.below(400)) + "\r\n\r\n";
}

QByteArray pipelinedMany(Dice &dice)
{
    return dice.get().repeated(2 + dice.below(40));
}

QByteArray leadingLines(Dice &dice)
{
    return QByteArray("\r\n").repeated(1 + dice.below(3000)) + dice.get();
}

QByteArray randomBytes(Dice &dice)
{
    return dice.noise(1 + dice.below(3000)) + "\r\n\r\n";
}

QByteArray mutated(Dice &dice)
{
    QByteArray request = dice.below(2) == 0 ? dice.get() : dice.postWith(length(2), "{}");
    for (int change = 0; change <= dice.below(6); ++change) {
        const int at = dice.below(static_cast<int>(request.size()));
        const int how = dice.below(3);
        if (how == 0) {
            request[at] = static_cast<char>(dice.below(256));
        } else if (how == 1) {
            request.insert(at, dice.noise(1 + dice.below(4)));
        } else {
            request.remove(at, 1 + dice.below(4));
        }
    }
    return request;
}

QByteArray cut(Dice &dice)
{
    const QByteArray request = dice.postWith(length(500), QByteArray(500, ' '));
    return request.first(dice.below(static_cast<int>(request.size())));
}

struct Kind
{
    const char *name;
    QByteArray (*make)(Dice &dice);
    Delivery delivery;
    Expectation expectation;
};

constexpr auto whole = Delivery::Whole;
constexpr auto halfClose = Delivery::HalfClose;
constexpr auto refused = Expectation::Refused;
constexpr auto denied = Expectation::Denied;
constexpr auto anything = Expectation::Anything;

constexpr std::array kinds{
    Kind{"length and chunks", lengthAndChunks, whole, refused},
    Kind{"chunks and length", chunksAndLength, whole, refused},
    Kind{"odd transfer encoding", oddTransferEncoding, whole, refused},
    Kind{"two lengths", twoLengths, whole, refused},
    Kind{"bad length", badLength, whole, refused},
    Kind{"folded header", foldedHeader, whole, refused},
    Kind{"line feeds", lineFeeds, whole, refused},
    Kind{"control characters", controlCharacters, whole, refused},
    Kind{"broken line", brokenLine, whole, refused},
    Kind{"host trouble", hostTrouble, whole, denied},
    Kind{"huge header", hugeHeader, whole, refused},
    Kind{"many headers", manyHeaders, whole, refused},
    Kind{"endless header", endlessHeader, whole, refused},
    Kind{"huge target", hugeTarget, whole, refused},
    Kind{"bad target", badTarget, whole, denied},
    Kind{"broken target", brokenTarget, whole, denied},
    Kind{"bad version", badVersion, whole, refused},
    Kind{"bad method", badMethod, whole, refused},
    Kind{"strange method", strangeMethod, whole, anything},
    Kind{"other protocol", otherProtocol, halfClose, refused},
    Kind{"bad chunk", badChunk, halfClose, refused},
    Kind{"huge body", hugeBody, whole, refused},
    Kind{"bad expectation", badExpectation, whole, refused},
    Kind{"bad JSON", badJson, whole, anything},
    Kind{"bad form", badForm, whole, anything},
    Kind{"short body", shortBody, halfClose, refused},
    Kind{"short body, cut", shortBody, Delivery::CloseEarly, anything},
    Kind{"open chunks", openChunks, halfClose, refused},
    Kind{"strange headers", strangeHeaders, whole, anything},
    Kind{"pipelined garbage", pipelinedGarbage, halfClose, anything},
    Kind{"many pipelined", pipelinedMany, whole, anything},
    Kind{"many pipelined, cut", pipelinedMany, Delivery::CloseEarly, anything},
    Kind{"leading lines", leadingLines, halfClose, anything},
    Kind{"random bytes", randomBytes, halfClose, anything},
    Kind{"mutated", mutated, halfClose, anything},
    Kind{"half a request", cut, halfClose, anything},
    Kind{"half a request, cut", cut, Delivery::CloseEarly, anything},
};

/// One in so many is slow: each of them takes its time.
constexpr int slowEvery = 100;

} // namespace

std::vector<HostileRequest> malformedCorpus(int count, quint32 seed, const CorpusTarget &target)
{
    Dice dice(seed, target);
    std::vector<HostileRequest> requests;
    requests.reserve(static_cast<std::size_t>(count));
    for (int index = 0; index < count; ++index) {
        if (index % slowEvery == slowEvery - 1) {
            requests.push_back({"slow", Delivery::Slow, anything, dice.postWith(length(500), QByteArray(500, ' '))});
            continue;
        }
        const Kind &kind = kinds[static_cast<std::size_t>(index) % kinds.size()];
        requests.push_back({kind.name, kind.delivery, kind.expectation, kind.make(dice)});
    }
    return requests;
}

} // namespace kinframe::test
