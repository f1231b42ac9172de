// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/outgoing_file.h"
#include "server/http/qt_channel.h"
#ifdef Q_OS_LINUX
#include "server/http/network_dispatcher.h"
#include "server/http/plain_channel.h"
#include "support/patience.h"
#endif

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace kinframe;
using namespace kinframe::http;
using namespace Qt::StringLiterals;

namespace {

// Long enough for a loaded machine: nothing is judged by it but "never".
constexpr int patience = 15'000;

enum class Kind { Qt, Plain };

/// Notes what it is told, and reads what comes.
class Listener final : public Channel::User
{
public:
    Channel *channel = nullptr;
    QByteArray input;
    bool mayRead = true;
    int writable = 0;
    bool ended = false;

    void channelReadable() override
    {
        std::array<char, 1000> buffer{};
        while (mayRead) {
            const qint64 count = channel->read(buffer.data(), qint64(buffer.size()));
            if (count == 0) {
                break;
            }
            input.append(buffer.data(), count);
        }
        ended = ended || channel->hasEnded();
    }
    void channelWritable() override { ++writable; }
    void channelEnded() override { ended = true; }
};

/// Gives the descriptors of its connections away.
class Door final : public QTcpServer
{
public:
    std::vector<qintptr> descriptors;

protected:
    void incomingConnection(qintptr descriptor) override { descriptors.push_back(descriptor); }
};

/// A client and the channel that serves it.
class Line
{
public:
    explicit Line(Kind kind)
    {
        Door door;
        if (!door.listen(QHostAddress::LocalHost)) {
            QFAIL("no port to listen on");
        }
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), door.serverPort());
        QTRY_VERIFY(!door.descriptors.empty() && client.state() == QAbstractSocket::ConnectedState);
        channel = make(kind, door.descriptors.front());
        QVERIFY(channel);
        listener.channel = channel.get();
        channel->begin(listener);
    }

    /// Everything that the client gets until it is so many bytes.
    [[nodiscard]] QByteArray received(qsizetype count)
    {
        QByteArray bytes;
        std::ignore = QTest::qWaitFor(
            [&] {
                bytes += client.readAll();
                return bytes.size() >= count;
            },
            patience);
        return bytes;
    }

    QTcpSocket client;
    Listener listener;
    std::unique_ptr<Channel> channel;

private:
    std::unique_ptr<Channel> make([[maybe_unused]] Kind kind, qintptr descriptor)
    {
#ifdef Q_OS_LINUX
        if (kind == Kind::Plain) {
            return PlainChannel::make(NetworkDispatcher::ofThisThread()->watch(), int(descriptor));
        }
#endif
        auto socket = std::make_unique<QTcpSocket>();
        socket->setSocketDescriptor(descriptor);
        return std::make_unique<QtChannel>(std::move(socket));
    }
};

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at) {
        bytes[at] = char(at * 31 + at / 251);
    }
    return bytes;
}

/// More than the system holds for a connection whose client does not read.
constexpr qsizetype muchBytes = 16 * 1024 * 1024;

} // namespace

class TestChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatComes_data() { kinds(); }
    void readsWhatComes();
    void tellsTheEnd_data() { kinds(); }
    void tellsTheEnd();
    void knowsItsPeer_data() { kinds(); }
    void knowsItsPeer();
    void keepsWhatTheClientDoesNotTake_data() { kinds(); }
    void keepsWhatTheClientDoesNotTake();
    void sendsFiles_data() { kinds(); }
    void sendsFiles();
    void saysThatAFileShrank_data() { kinds(); }
    void saysThatAFileShrank();
    void failsWhereTheClientIsGone_data() { kinds(); }
    void failsWhereTheClientIsGone();
    void handsTheConnectionOn_data() { kinds(); }
    void handsTheConnectionOn();
    void opensOrdinaryFilesOnly();

private:
    static void kinds()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("Qt") << Kind::Qt;
#ifdef Q_OS_LINUX
        QTest::newRow("plain") << Kind::Plain;
#endif
    }
};

void TestChannel::readsWhatComes()
{
    QFETCH(Kind, kind);
    Line line(kind);
    line.client.write("one");
    QTRY_COMPARE(line.listener.input, "one");
    QVERIFY(!line.channel->hasInput());
    const QByteArray much = pattern(300'000);
    line.client.write(much);
    QTRY_COMPARE(line.listener.input.size(), much.size() + 3);
    QCOMPARE(line.listener.input.sliced(3), much);
    // What nobody reads stays, and is read later.
    line.listener.mayRead = false;
    line.client.write("two");
    QTRY_VERIFY(line.channel->hasInput());
    line.listener.mayRead = true;
    line.listener.channelReadable();
    QVERIFY(line.listener.input.endsWith("two"));
    QVERIFY(!line.listener.ended);
}

void TestChannel::tellsTheEnd()
{
    QFETCH(Kind, kind);
    Line line(kind);
    line.client.write("last");
    line.client.disconnectFromHost();
    QTRY_VERIFY(line.listener.ended);
    QCOMPARE(line.listener.input, "last");
}

void TestChannel::knowsItsPeer()
{
    QFETCH(Kind, kind);
    const Line line(kind);
    const Peer peer = line.channel->peer();
    QCOMPARE(peer.addressText, u"127.0.0.1"_s);
    QCOMPARE(peer.localAddressText, u"127.0.0.1"_s);
    QCOMPARE(peer.port, line.client.localPort());
    QVERIFY(peer.isLoopback && !peer.isTls);
}

void TestChannel::keepsWhatTheClientDoesNotTake()
{
    QFETCH(Kind, kind);
    Line line(kind);
    line.client.setReadBufferSize(1000);
    const QByteArray much = pattern(muchBytes);
    QVERIFY(line.channel->write(much, Channel::More::No));
    QVERIFY(line.channel->isFull());
    QVERIFY(line.channel->queued() > 0);
    QCOMPARE(line.channel->progress() + line.channel->queued(), qint64(much.size()));
    line.client.setReadBufferSize(0);
    QVERIFY(line.received(much.size()) == much);
    QTRY_COMPARE(line.channel->queued(), 0);
    QVERIFY(!line.channel->isFull());
    QVERIFY(line.listener.writable > 0);
    QCOMPARE(line.channel->progress(), qint64(much.size()));
}

void TestChannel::sendsFiles()
{
    QFETCH(Kind, kind);
    const QTemporaryDir folder;
    QFile written(folder.filePath(u"file"_s));
    const QByteArray content = pattern(muchBytes);
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(content) == content.size());
    written.close();
    auto file = OutgoingFile::open(written.fileName());
    QVERIFY(file);
    QCOMPARE(file->size(), qint64(content.size()));
    Line line(kind);
    constexpr qint64 begin = 17;
    qint64 first = begin;
    qint64 length = content.size() - begin;
    QVERIFY(line.channel->write("head ", Channel::More::Follows));
    QByteArray got;
    while (length > 0) {
        const Channel::FileStep step = line.channel->sendFile(*file, first, length);
        QVERIFY(step == Channel::FileStep::Moved || step == Channel::FileStep::Full);
        QCOMPARE(first + length, qint64(content.size()));
        const auto hasRoom = [&] {
            got += line.client.readAll();
            return !line.channel->isFull();
        };
        QVERIFY(step == Channel::FileStep::Moved || line.channel->isFull());
        QVERIFY(step == Channel::FileStep::Moved || QTest::qWaitFor(hasRoom, patience));
    }
    got += line.received(5 + content.size() - begin - got.size());
    QVERIFY(got == "head " + content.sliced(begin));
}

void TestChannel::saysThatAFileShrank()
{
    QFETCH(Kind, kind);
    const QTemporaryDir folder;
    QFile written(folder.filePath(u"file"_s));
    QVERIFY(written.open(QIODevice::WriteOnly) && written.resize(1000));
    auto file = OutgoingFile::open(written.fileName());
    QVERIFY(file);
    QVERIFY(written.resize(10));
    Line line(kind);
    qint64 first = 0;
    qint64 length = 1000;
    QCOMPARE(line.channel->sendFile(*file, first, length), Channel::FileStep::Moved);
    QCOMPARE(first, 10);
    QCOMPARE(line.channel->sendFile(*file, first, length), Channel::FileStep::Shrunk);
}

void TestChannel::failsWhereTheClientIsGone()
{
    QFETCH(Kind, kind);
    Line line(kind);
    line.client.abort();
    QTRY_VERIFY(line.listener.ended);
    line.channel->abort();
    QVERIFY(!line.channel->write("text"));
}

void TestChannel::handsTheConnectionOn()
{
    QFETCH(Kind, kind);
    Line line(kind);
    line.listener.mayRead = false;
    line.client.write("for the next");
    QTRY_VERIFY(line.channel->hasInput());
    const std::unique_ptr<QTcpSocket> socket = line.channel->release();
    QVERIFY(socket);
    line.channel.reset();
    QTRY_COMPARE(socket->bytesAvailable(), 12);
    QCOMPARE(socket->readAll(), "for the next");
    socket->write("answer");
    QCOMPARE(line.received(6), "answer");
    QVERIFY(!line.listener.ended);
}

void TestChannel::opensOrdinaryFilesOnly()
{
    const QTemporaryDir folder;
    QVERIFY(!OutgoingFile::open(folder.path()));
    QVERIFY(!OutgoingFile::open(folder.filePath(u"none"_s)));
#ifdef Q_OS_UNIX
    QVERIFY(!OutgoingFile::open(u"/dev/null"_s));
#endif
    QFile empty(folder.filePath(u"empty"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    const auto opened = OutgoingFile::open(empty.fileName());
    QVERIFY(opened && opened->size() == 0);
}

// The event loop is the one of the network threads.
int main(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    QCoreApplication::setEventDispatcher(NetworkDispatcher::make().release());
#endif
    const QCoreApplication application(argc, argv);
    TestChannel test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_channel.moc"
