// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/file_download.h"

#include <QElapsedTimer>
#include <QFile>

#include <condition_variable>
#include <cstdio>
#include <mutex>

using namespace kinframe;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

namespace {

/// So many may be on their way to the disk while others come from the network.
constexpr int mostOpen = 512;

/// Lines of `url sha256 path`, as a list of downloads.
std::vector<FileDownload> listOf(const QString &path)
{
    std::vector<FileDownload> list;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no list of downloads");
    }
    while (!file.atEnd()) {
        const QList<QByteArray> words = file.readLine().trimmed().split(' ');
        FileDownload what;
        what.urls = {QUrl::fromEncoded(words.value(0))};
        what.checksum = Checksum::sha256(QByteArray::fromHex(words.value(1)));
        what.path = QFile::decodeName(words.value(2));
        list.push_back(std::move(what));
    }
    return list;
}

class Run
{
public:
    explicit Run(int atOnce)
        : m_atOnce(atOnce)
    {
    }

    /// How many failed.
    int all(FileDownloader &downloader, const std::vector<FileDownload> &list)
    {
        for (const FileDownload &what : list) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_coming < m_atOnce && m_open < mostOpen; });
            ++m_coming;
            ++m_open;
            lock.unlock();
            begin(downloader, what);
        }
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_open == 0; });
        return m_failed;
    }

private:
    void begin(FileDownloader &downloader, const FileDownload &what)
    {
        const auto isHere = std::make_shared<bool>(false);
        DownloadObserver observer;
        observer.received = [this, isHere] {
            *isHere = true;
            const std::scoped_lock lock(m_mutex);
            --m_coming;
            m_changed.notify_one();
        };
        observer.done = [this, isHere](const Result<DownloadedFile> &result) {
            if (!result) {
                std::fprintf(stderr, "%s\n", qPrintable(result.error().forLog()));
            }
            const std::scoped_lock lock(m_mutex);
            m_failed += result ? 0 : 1;
            m_coming -= *isHere ? 0 : 1;
            --m_open;
            m_changed.notify_one();
        };
        downloader.start(what, std::move(observer));
    }

    const int m_atOnce;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_coming = 0;
    int m_open = 0;
    int m_failed = 0;
};

} // namespace

/// bench_download LIST [AT-ONCE]: fetches what the list names, checked and safely on the disk, and tells how long it
/// took.
int main(int argc, char **argv)
{
    if (argc < 2) {
        return 2;
    }
    const auto list = listOf(QFile::decodeName(argv[1]));
    HttpClient client;
    FileDownloader downloader(client);
    QElapsedTimer timer;
    timer.start();
    const int failed = Run(argc > 2 ? QByteArray(argv[2]).toInt() : 6).all(downloader, list);
    std::printf("{\"files\": %zu, \"failed\": %d, \"seconds\": %.3f}\n", list.size(), failed,
                double(timer.nsecsElapsed()) / 1e9);
    return failed == 0 ? 0 : 1;
}
