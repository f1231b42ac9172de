// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <future>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace kinframe::test {

/// One answer of the server with what is to go wrong with it. The fields can be combined.
struct Answer
{
    int status = 200;
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray etag;
    QByteArray lastModified;
    bool ranges = true;         ///< honours Range and If-Range
    qint64 claimedLength = -1;  ///< Content-Length instead of the body's
    bool withoutLength = false; ///< the connection's end is the body's end
    bool chunked = false;
    bool gzip = false;       ///< `body` is sent packed, with Content-Encoding
    qint64 closeAfter = -1;  ///< ends the connection after so many bytes of the body
    bool reset = false;      ///< … with a reset instead of an orderly end
    qint64 stallAfter = -1;  ///< sends nothing more after so many bytes, and stays connected
    qint64 dripBytes = 0;    ///< so many bytes every few milliseconds
    qint64 corruptAt = -1;   ///< flips the byte at this place of the whole file
    qint64 rangeAtMost = -1; ///< gives at most so many bytes to a range
    int headerFlood = 0;     ///< so many lines of 1000 bytes
    bool endless = false;    ///< repeats the body for ever
};

/// What a client asked, as far as tests look at it.
struct Asked
{
    QByteArray method;
    QByteArray target;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /// The header's value in whatever case; null where there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// A real HTTP/1.1 server on the loopback, on a thread of its own, that answers as scripted. Every call from any
/// thread.
class FaultServer
{
public:
    FaultServer();
    ~FaultServer();
    FaultServer(const FaultServer &) = delete;
    FaultServer &operator=(const FaultServer &) = delete;

    /// The first request for that path gets the first answer, and so on; the last is repeated.
    void serve(const QByteArray &path, std::vector<Answer> answers);

    [[nodiscard]] QUrl url(const QByteArray &path) const;
    [[nodiscard]] quint16 port() const { return m_port; }
    /// What was asked for that path, in order.
    [[nodiscard]] std::vector<Asked> asked(const QByteArray &path) const;
    [[nodiscard]] int requests(const QByteArray &path) const { return int(asked(path).size()); }
    /// The most requests that were being answered at one time.
    [[nodiscard]] int mostAtOnce() const;
    /// Bytes of bodies that were handed to the network.
    [[nodiscard]] qint64 bytesSent() const;

private:
    friend class FaultConnection;
    struct Script
    {
        std::vector<Answer> answers;
        std::vector<Asked> asked;
    };

    struct Started
    {
        quint16 port;
        QObject *loop;
    };
    void run(std::promise<Started> started);
    Answer next(const Asked &asked);
    void count(int open, qint64 bytes);

    mutable std::mutex m_mutex;
    std::map<QByteArray, Script> m_scripts;
    int m_open = 0;
    int m_mostOpen = 0;
    qint64 m_sent = 0;
    quint16 m_port = 0;
    QObject *m_loop = nullptr; ///< the thread's event loop
    std::thread m_thread;
};

/// Bytes that look random and are the same every time.
[[nodiscard]] QByteArray testBytes(qsizetype count, quint32 seed = 1);

} // namespace kinframe::test
