// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/channel.h"
#include "server/http/descriptor_watch.h"

#include <QByteArray>

namespace kinframe::http {

/// A channel without TLS straight on the system's descriptor: one call to read a request, one to answer it, and files
/// go out without passing through this process. Linux only.
class PlainChannel final : public Channel, private DescriptorWatch::Watched
{
public:
    /// Takes the descriptor of a connection over; nullptr (and it is closed) where the system refuses. The watch
    /// outlives the channel.
    [[nodiscard]] static std::unique_ptr<PlainChannel> make(DescriptorWatch &watch, int descriptor);
    ~PlainChannel() override;

    [[nodiscard]] Peer peer() const override;
    void begin(User &user) override { m_user = &user; }
    [[nodiscard]] qint64 read(char *to, qint64 atMost) override;
    [[nodiscard]] bool hasInput() const override { return m_mayRead; }
    [[nodiscard]] bool hasEnded() const override { return m_hasEnded; }
    [[nodiscard]] bool write(QByteArrayView bytes, More more) override;
    [[nodiscard]] FileStep sendFile(OutgoingFile &file, qint64 &first, qint64 &length) override;
    [[nodiscard]] qint64 queued() const override { return m_waiting.size(); }
    [[nodiscard]] bool isFull() const override { return m_isFull; }
    [[nodiscard]] qint64 progress() const override { return m_sent; }
    void endWriting() override;
    void close() override;
    void abort() override;
    [[nodiscard]] std::unique_ptr<QTcpSocket> release() override;

private:
    PlainChannel(DescriptorWatch &watch, int descriptor);
    void descriptorReady(quint32 events) override;
    [[nodiscard]] qint64 send(QByteArrayView bytes, More more);
    [[nodiscard]] FileStep copyFile(OutgoingFile &file, qint64 &first, qint64 &length);
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }

    DescriptorWatch &m_watch;
    int m_descriptor; ///< -1: closed
    User *m_user = nullptr;
    QByteArray m_waiting; ///< written, but not taken by the system yet
    qint64 m_sent = 0;
    bool m_mayRead = false;
    bool m_hasEnded = false;
    bool m_isFull = false; ///< the system says when it takes more
};

} // namespace kinframe::http
