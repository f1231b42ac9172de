// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/file_download.h"

#include <cstdio>

#ifndef Q_OS_WIN
#include <csignal>
#include <sys/resource.h>
#endif

using namespace kinframe;
using namespace kinframe::transfer;

namespace {

/// No file of this process may grow beyond: writing more fails as on a disk with such a limit.
void limitFiles([[maybe_unused]] qint64 bytes)
{
#ifndef Q_OS_WIN
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{rlim_t(bytes), rlim_t(bytes)};
    ::setrlimit(RLIMIT_FSIZE, &limit);
#endif
}

void say(const QByteArray &line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

} // namespace

/// download_child URL PATH SHA256 [FILE-LIMIT [RANGE]]: says how far it is, then "done" or the error's name. With the
/// size of a range it fetches several of them at once as soon as it can.
int main(int argc, char **argv)
{
    if (argc < 4) {
        return 2;
    }
    if (argc > 4 && QByteArray(argv[4]).toLongLong() > 0) {
        limitFiles(QByteArray(argv[4]).toLongLong());
    }
    HttpClient client;
    FileDownloader downloader(client);
    FileDownload what;
    what.urls = {QUrl(QString::fromLocal8Bit(argv[1]))};
    what.path = QString::fromLocal8Bit(argv[2]);
    if (const QByteArray hash = QByteArray::fromHex(argv[3]); !hash.isEmpty()) {
        what.checksum = Checksum::sha256(hash);
    }
    what.stallTimeout = std::chrono::seconds(0);
    if (argc > 5) {
        const qint64 range = QByteArray(argv[5]).toLongLong();
        what.split = {6, range, range, range, std::chrono::milliseconds(0), std::chrono::milliseconds(0)};
    }
    std::promise<Result<DownloadedFile>> done;
    DownloadObserver observer;
    observer.progress = [](qint64 bytes, qint64) { say("at " + QByteArray::number(bytes)); };
    observer.done = [&](const Result<DownloadedFile> &result) { done.set_value(result); };
    downloader.start(what, observer);
    const auto result = done.get_future().get();
    if (!result) {
        say(result.error().name().toLatin1() + ' ' + result.error().fact(QStringLiteral("missingBytes")).toLatin1());
        return 1;
    }
    say("done");
    return 0;
}
