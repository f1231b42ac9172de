// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "support/fault_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <random>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int kills = 30;
constexpr int longestLifeMs = 1200; // between two kills
constexpr unsigned seed = 21;
constexpr int largeFiles = 24;
constexpr qsizetype largeSize = 8'000'000;
constexpr int smallFiles = 200;
constexpr int pairs = 40;
// What is smaller than this is fetched anew sooner than it is described; six come at a time. As much again may wait
// at the server, and in the system's buffers on either side.
constexpr qint64 lostAtMost = 4 * 6 * 256 * 1024;

} // namespace

/// The program is killed again and again while much is downloaded: in the end everything is there once, whole, and
/// what had come was not fetched again.
class DownloadKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void againAndAgain();

private:
    void add(const QString &name, const QByteArray &bytes, const QJsonObject &metaData = {});
    void startAgain()
    {
        QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
        m_client = m_kinframe.client();
    }
    [[nodiscard]] qint64 totalOf(const QString &status) const
    {
        return m_client.get(u"/api/downloads?size=1&status="_s + status).object().value("total"_L1).toInteger(-1);
    }

    QTemporaryDir m_gallery;
    /// Before the program gets its environment.
    const bool m_isSet = qputenv("KINFRAME_DOWNLOADS", QFile::encodeName(m_gallery.path()));
    FaultServer m_server;
    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
    QJsonArray m_tasks;
    std::map<QString, QByteArray> m_files; ///< by name
    qint64 m_bytes = 0;
};

void DownloadKillTest::add(const QString &name, const QByteArray &bytes, const QJsonObject &metaData)
{
    const QByteArray path = '/' + name.toUtf8();
    Answer answer;
    answer.body = bytes;
    answer.etag = '"' + QByteArray::number(m_files.size()) + '"';
    answer.dripBytes = 16'000;
    m_server.serve(path, {answer});
    QJsonObject meta = metaData;
    meta.insert(u"checksum"_s,
                QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toBase64()));
    m_tasks.append(
        QJsonObject{{u"url"_s, m_server.url(path).toString()}, {u"filename"_s, name}, {u"metaData"_s, meta}});
    m_files[name] = bytes;
    m_bytes += bytes.size();
}

void DownloadKillTest::againAndAgain()
{
    QVERIFY(m_isSet);
    std::mt19937 random(seed);
    const QByteArray large = testBytes(largeSize);
    for (int i = 0; i < smallFiles; ++i) {
        if (i < largeFiles) {
            add(u"large-%1.mp4"_s.arg(i), large);
        }
        if (i < pairs) {
            const QJsonObject meta{{u"id"_s, u"live-%1"_s.arg(i)}};
            QJsonObject picture = meta;
            picture.insert(u"part"_s, u"image"_s);
            QJsonObject video = meta;
            video.insert(u"part"_s, u"video"_s);
            add(u"live-%1.HEIC"_s.arg(i), testBytes(30'000, quint32(1000 + i)), picture);
            add(u"live-%1.MOV"_s.arg(i), testBytes(400'000, quint32(2000 + i)), video);
        }
        add(u"small-%1.jpg"_s.arg(i), testBytes(10'000 + i * 500, quint32(i)));
    }
    startAgain();
    const HttpAnswer made = m_client.post(u"/api/downloads"_s, {{u"tasks"_s, m_tasks}});
    QVERIFY2(made.status == 201, made.text().constData());
    std::uniform_int_distribution<int> lifetime(1, longestLifeMs);
    for (int kill = 0; kill < kills; ++kill) {
        // When it dies is what this test is about; the moment is drawn, not awaited.
        QTest::qSleep(lifetime(random));
        m_kinframe.kill();
        startAgain();
    }
    QVERIFY(waitUntil([&] { return totalOf(u"complete"_s) == m_tasks.size(); }));
    QStringList names;
    for (const auto &[name, bytes] : m_files) {
        QFile file(m_gallery.filePath(name));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        QVERIFY2(file.readAll() == bytes, qPrintable(name));
        names << name;
    }
    QStringList there;
    for (QDirIterator all(m_gallery.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); all.hasNext();) {
        there << all.next().mid(m_gallery.path().size() + 1);
    }
    there.sort();
    names.sort();
    QCOMPARE(there, names);
    const qint64 again = m_server.bytesSent() - m_bytes;
    qInfo() << "fetched again:" << again << "bytes of" << m_bytes << "over" << kills << "kills";
    QVERIFY2(again <= kills * lostAtMost, QByteArray::number(again).constData());
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(DownloadKillTest)
#include "tst_download_kill.moc"
