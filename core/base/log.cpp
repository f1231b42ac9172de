// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include "base/clock.h"

#include <QFile>

#include <cstdio>
#include <mutex>

namespace kinframe {

Q_LOGGING_CATEGORY(logStorage, "kinframe.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logAccounts, "kinframe.accounts", QtInfoMsg)
Q_LOGGING_CATEGORY(logJobs, "kinframe.jobs", QtInfoMsg)
Q_LOGGING_CATEGORY(logMedia, "kinframe.media", QtInfoMsg)
Q_LOGGING_CATEGORY(logLibrary, "kinframe.library", QtInfoMsg)
Q_LOGGING_CATEGORY(logFaces, "kinframe.faces", QtInfoMsg)
Q_LOGGING_CATEGORY(logTransfer, "kinframe.transfer", QtInfoMsg)
Q_LOGGING_CATEGORY(logServer, "kinframe.server", QtInfoMsg)
Q_LOGGING_CATEGORY(logApp, "kinframe.app", QtInfoMsg)

namespace {

constexpr qint64 longestLog = 10 * 1024 * 1024;

struct LogFile
{
    std::mutex mutex;
    QFile file;
};

LogFile &logFile()
{
    static LogFile log;
    return log;
}

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "info";
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    // A text from outside may hold line ends; a log line must stay one line.
    QString line = text;
    line.replace(u'\n', QLatin1String("\\n")).replace(u'\r', QLatin1String("\\r"));
    const QByteArray bytes = toIso(wallMs()).toLatin1() + ' ' + levelName(type) + ' '
                             + (context.category != nullptr ? context.category : "default") + ' ' + line.toUtf8() + '\n';
    LogFile &log = logFile();
    const std::scoped_lock lock(log.mutex);
    if (type != QtDebugMsg && type != QtInfoMsg) {
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    }
    if (log.file.isOpen()) {
        if (log.file.size() > longestLog) {
            const QString path = log.file.fileName();
            log.file.close();
            QFile::remove(path + QLatin1String(".1"));
            QFile::rename(path, path + QLatin1String(".1"));
            log.file.setFileName(path);
            if (!log.file.open(QIODevice::WriteOnly | QIODevice::Append)) {
                return;
            }
        }
        log.file.write(bytes);
        log.file.flush();
    }
}

} // namespace

void installLog(const QString &path)
{
    if (!path.isEmpty()) {
        LogFile &log = logFile();
        const std::scoped_lock lock(log.mutex);
        log.file.setFileName(path);
        if (!log.file.open(QIODevice::WriteOnly | QIODevice::Append)) {
            std::fprintf(stderr, "kinframe: the log %s cannot be written\n", qPrintable(path));
        }
    }
    qInstallMessageHandler(write);
}

} // namespace kinframe
