// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/head.h"

#include <QByteArrayView>
#include <QTcpSocket>

#include <memory>

namespace kinframe::http {

class OutgoingFile;

/// The bytes of one client, both ways, whatever they mean. What is not read stays with the system, which then slows the
/// client down. Lives on its network thread.
class Channel
{
public:
    /// Whom the bytes are for.
    class User
    {
    public:
        /// There is something to read, or nothing more will come.
        virtual void channelReadable() = 0;
        /// Some of what waited is out. Also called from inside write().
        virtual void channelWritable() = 0;
        /// The client is gone, or close() is done.
        virtual void channelEnded() = 0;

    protected:
        ~User() = default;
    };

    enum class More { No, Follows };
    enum class FileStep {
        Moved,  ///< some or all of the span is on its way
        Full,   ///< nothing goes now; channelWritable() says when
        Shrunk, ///< the file ends before the span
        Broken, ///< the client is gone
    };

    Channel() = default;
    virtual ~Channel() = default;
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    [[nodiscard]] virtual Peer peer() const = 0;
    /// From now on `user` is told; it outlives this.
    virtual void begin(User &user) = 0;

    /// What is there, up to so many bytes; 0 where that is nothing.
    [[nodiscard]] virtual qint64 read(char *to, qint64 atMost) = 0;
    /// Whether read() may give something now.
    [[nodiscard]] virtual bool hasInput() const = 0;
    /// The client sends nothing after what can be read now.
    [[nodiscard]] virtual bool hasEnded() const = 0;

    /// Takes all of the bytes; what the system does not take at once waits here. False where the connection is broken.
    [[nodiscard]] virtual bool write(QByteArrayView bytes, More more = More::No) = 0;
    /// Sends the beginning of the span and moves `first` and `length` on.
    [[nodiscard]] virtual FileStep sendFile(OutgoingFile &file, qint64 &first, qint64 &length) = 0;
    /// Bytes that wait here because the system has not taken them yet.
    [[nodiscard]] virtual qint64 queued() const = 0;
    /// It is the client that something waits for.
    [[nodiscard]] virtual bool isFull() const = 0;
    /// Bytes that the system has taken since the beginning.
    [[nodiscard]] virtual qint64 progress() const = 0;

    /// Ends our half: the client sees it, and can still send.
    virtual void endWriting() = 0;
    /// Ends both halves; what the system has taken still goes out.
    virtual void close() = 0;
    /// Ends both halves at once; channelEnded() may be called or not.
    virtual void abort() = 0;
    /// Hands the connection on, with what was not read; nullptr where that fails. This is of no use afterwards.
    [[nodiscard]] virtual std::unique_ptr<QTcpSocket> release() = 0;
};

} // namespace kinframe::http
