// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "transfer/file_download.h"
#include "transfer/http_errors.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QString programOf(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s}) : found;
}

} // namespace

/// With nginx, which speaks HTTP/2 over TLS.
class TestHttp2 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void manyOnOneConnection();
    void aLimitOnOneConnection();
    void readersThatPauseOnOneConnection();
    void onTheirOwn();
    void downloads();
    void aServerThatEndsOnTheWay();

private:
    struct Logged
    {
        QSet<QByteArray> connections;
        QSet<QByteArray> protocols;
        int requests = 0;
    };
    [[nodiscard]] HttpRequest request() const;
    /// What the server saw since the last look, once it is so many requests.
    Logged logged(int requests);

    QTemporaryDir m_folder;
    QProcess m_nginx;
    int m_port = 0;
    int m_seen = 0;
    QByteArray m_bytes = QByteArray(300'000, 'k');
    QByteArray m_fingerprint;
};

void TestHttp2::initTestCase()
{
    const QString nginx = programOf(u"nginx"_s);
    const QString openssl = programOf(u"openssl"_s);
    if (nginx.isEmpty() || openssl.isEmpty()) {
        QSKIP("There is no nginx here, or no openssl.");
    }
    const QString root = m_folder.path();
    QCOMPARE(QProcess::execute(openssl,
                               {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-batch"_s, u"-subj"_s,
                                u"/CN=test"_s, u"-keyout"_s, root + u"/key.pem"_s, u"-out"_s, root + u"/cert.pem"_s}),
             0);
    QFile certificate(root + u"/cert.pem"_s);
    QVERIFY(certificate.open(QIODevice::ReadOnly));
    const QByteArray base64 = certificate.readAll().split('-').value(10).simplified().replace(' ', "");
    m_fingerprint = QCryptographicHash::hash(QByteArray::fromBase64(base64), QCryptographicHash::Sha256).toHex();
    write(root + u"/file.bin"_s, m_bytes);
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        m_port = free.serverPort();
    }
    write(root + u"/nginx.conf"_s,
          u"daemon off; master_process off; pid %1/pid; error_log %1/error.log;"
          "events { worker_connections 64; }"
          "http { log_format seen '$connection $server_protocol'; access_log %1/access.log seen;"
          "client_body_temp_path %1; proxy_temp_path %1; fastcgi_temp_path %1; uwsgi_temp_path %1; scgi_temp_path %1;"
          "server { listen 127.0.0.1:%2 ssl http2; root %1; ssl_certificate %1/cert.pem;"
          "ssl_certificate_key %1/key.pem; location /slow/ { alias %1/; limit_rate 20000; } } }"_s.arg(root)
              .arg(m_port)
              .toLatin1());
    m_nginx.start(nginx, {u"-p"_s, root, u"-c"_s, root + u"/nginx.conf"_s});
    QVERIFY(m_nginx.waitForStarted());
    QTRY_VERIFY([&] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_port));
        return socket.waitForConnected(1000);
    }());
}

void TestHttp2::cleanupTestCase()
{
    m_nginx.terminate();
    m_nginx.waitForFinished();
}

HttpRequest TestHttp2::request() const
{
    HttpRequest request;
    request.url = QUrl(u"https://127.0.0.1:%1/file.bin"_s.arg(m_port));
    request.fingerprint = m_fingerprint;
    return request;
}

TestHttp2::Logged TestHttp2::logged(int requests)
{
    QList<QByteArray> lines;
    const auto isLogged = [&] {
        QFile file(m_folder.filePath(u"access.log"_s));
        lines = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
        lines.removeAll({});
        return lines.size() >= m_seen + requests;
    };
    Logged logged;
    if (QTest::qWaitFor(isLogged, tests::patienceMs)) {
        for (const QByteArray &line : lines.sliced(m_seen)) {
            logged.connections.insert(line.split(' ').value(0));
            logged.protocols.insert(line.split(' ').value(1));
            ++logged.requests;
        }
    }
    m_seen = int(lines.size());
    return logged;
}

void TestHttp2::manyOnOneConnection()
{
    HttpClient client;
    std::vector<std::future<Result<HttpAnswer>>> futures;
    for (int i = 0; i < 30; ++i) {
        futures.push_back(client.fetch(request(), 1'000'000));
    }
    for (auto &future : futures) {
        const auto answer = future.get();
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().forLog()));
        QCOMPARE(answer->head.version, 20);
        QVERIFY(answer->body == m_bytes);
    }
    const Logged seen = logged(30);
    QCOMPARE(seen.requests, 30);
    QCOMPARE(seen.protocols, QSet<QByteArray>{"HTTP/2.0"});
    QCOMPARE(seen.connections.size(), 1);
}

void TestHttp2::aLimitOnOneConnection()
{
    HttpClient client;
    client.setDownloadLimit(10'000'000);
    HttpRequest limited = request();
    limited.limited = true;
    std::vector<std::future<Result<HttpAnswer>>> futures;
    for (int i = 0; i < 12; ++i) {
        futures.push_back(client.fetch(limited, 1'000'000));
    }
    // What is not limited goes on among those that wait.
    QVERIFY(client.fetch(request(), 1'000'000).get());
    for (auto &future : futures) {
        const auto answer = future.get();
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().forLog()));
        QVERIFY(answer->body == m_bytes);
    }
    QCOMPARE(logged(13).connections.size(), 1);
}

void TestHttp2::readersThatPauseOnOneConnection()
{
    struct Reader
    {
        qint64 taken = 0;
        int pauses = 0;
        HttpExchange exchange;
        std::promise<Result<HttpHead>> done;
    };
    std::vector<Reader> readers(8);
    HttpClient client;
    for (Reader &reader : readers) {
        HttpHandlers handlers;
        handlers.body = [&](QByteArrayView piece) -> Result<BodyFlow> {
            // Every third piece waits for a while.
            if (++reader.pauses % 3 == 0) {
                client.after(std::chrono::milliseconds(2), [&reader] { reader.exchange.resume(); });
                return BodyFlow::Pause;
            }
            reader.taken += piece.size();
            return BodyFlow::Taken;
        };
        handlers.done = [&](const Result<HttpHead> &result) { reader.done.set_value(result); };
        reader.exchange = client.send(request(), handlers);
    }
    for (Reader &reader : readers) {
        QVERIFY(reader.done.get_future().get());
        QCOMPARE(reader.taken, m_bytes.size());
    }
    QCOMPARE(logged(8).connections.size(), 1);
}

void TestHttp2::onTheirOwn()
{
    HttpClient client;
    HttpRequest own = request();
    own.ownConnection = true;
    const auto answer = client.fetch(own, 1'000'000).get();
    QVERIFY(answer);
    QCOMPARE(answer->head.version, 11);
    QCOMPARE(logged(1).protocols, QSet<QByteArray>{"HTTP/1.1"});
}

void TestHttp2::downloads()
{
    HttpClient client;
    FileDownloader downloader(client);
    std::vector<std::future<Result<DownloadedFile>>> futures;
    for (int i = 0; i < 20; ++i) {
        FileDownload what;
        what.urls = {request().url};
        what.fingerprint = m_fingerprint;
        what.path = m_folder.filePath(u"%1.out"_s.arg(i));
        what.checksum = Checksum::sha256(QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256));
        futures.push_back(downloader.start(what));
    }
    for (auto &future : futures) {
        const auto file = future.get();
        QVERIFY2(file, file ? "" : qPrintable(file.error().forLog()));
        QCOMPARE(file->head.version, 20);
    }
    QCOMPARE(logged(20).connections.size(), 1);
}

// The last one: it ends the server.
void TestHttp2::aServerThatEndsOnTheWay()
{
    HttpClient client;
    HttpRequest slow = request();
    slow.url.setPath(u"/slow/file.bin"_s);
    std::promise<Result<HttpHead>> done;
    std::promise<void> begun;
    bool hasBegun = false;
    HttpHandlers handlers;
    handlers.body = [&](QByteArrayView) -> Result<BodyFlow> {
        if (!std::exchange(hasBegun, true)) {
            begun.set_value();
        }
        return BodyFlow::Taken;
    };
    handlers.done = [&](const Result<HttpHead> &result) { done.set_value(result); };
    const HttpExchange exchange = client.send(slow, handlers);
    begun.get_future().wait();
    m_nginx.kill();
    QVERIFY(m_nginx.waitForFinished());
    const auto result = done.get_future().get();
    QVERIFY(!result);
    QVERIFY2(mayPass(result.error()), qPrintable(result.error().forLog()));
}

QTEST_GUILESS_MAIN(TestHttp2)
#include "tst_http2.moc"
