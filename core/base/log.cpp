// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include "base/clock.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <mutex>

namespace kinframe {

Q_LOGGING_CATEGORY(logStorage, "kinframe.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logAccounts, "kinframe.accounts", QtInfoMsg)
Q_LOGGING_CATEGORY(logJobs, "kinframe.jobs", QtInfoMsg)
Q_LOGGING_CATEGORY(logMedia, "kinframe.media", QtInfoMsg)
Q_LOGGING_CATEGORY(logLibrary, "kinframe.library", QtInfoMsg)
Q_LOGGING_CATEGORY(logFaces, "kinframe.faces", QtInfoMsg)
Q_LOGGING_CATEGORY(logTransfer, "kinframe.transfer", QtInfoMsg)
Q_LOGGING_CATEGORY(logRender, "kinframe.render", QtInfoMsg)
Q_LOGGING_CATEGORY(logServer, "kinframe.server", QtInfoMsg)
Q_LOGGING_CATEGORY(logApp, "kinframe.app", QtInfoMsg)

namespace {

constexpr qint64 longestLog = 10 * 1024 * 1024;

struct LogFile
{
    std::mutex mutex;
    QFile file;
    qint64 size = 0;
};

LogFile &logFile()
{
    // Never destroyed: other static things may log while they are.
    static auto *const log = new LogFile;
    return *log;
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

// A text from outside may hold line ends and commands to the terminal; a log line stays one line of plain text.
QByteArray asOneLine(const QString &text)
{
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; })) {
        return text.toLatin1();
    }
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\n') {
            line += QLatin1String("\\n");
        } else if (c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
                   c == QChar::ParagraphSeparator) {
            line += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        } else {
            line += c;
        }
    }
    return line.toUtf8();
}

/// toIso() of now; most lines share the second with the one before.
QByteArray timeNow()
{
    thread_local qint64 second = -1;
    thread_local QByteArray upToSecond;
    const qint64 now = wallMs();
    if (now / 1000 != second) {
        second = now / 1000;
        upToSecond = toIso(now).toLatin1().chopped(qsizetype(std::strlen("123Z")));
    }
    return upToSecond + QByteArray::number(1000 + now % 1000).sliced(1) + 'Z';
}

void beginAnew(QFile &file)
{
    const QString path = file.fileName();
    file.close();
    QFile::remove(path + QLatin1String(".1"));
    QFile::rename(path, path + QLatin1String(".1"));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        std::fprintf(stderr, "kinframe: the log %s cannot be written\n", qPrintable(path));
    }
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const char *category = context.category != nullptr ? context.category : "default";
    const QByteArray line = timeNow() + ' ' + levelName(type) + ' ' + category + ' ' + asOneLine(text) + '\n';
    LogFile &log = logFile();
    const std::scoped_lock lock(log.mutex);
    if (type != QtDebugMsg && type != QtInfoMsg) {
        std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    }
    if (log.file.isOpen() && log.size > longestLog) {
        beginAnew(log.file);
        log.size = 0;
    }
    if (log.file.isOpen()) {
        log.file.write(line);
        log.file.flush();
        log.size += line.size();
    }
}

} // namespace

void installLog(const QString &path)
{
    if (!path.isEmpty()) {
        LogFile &log = logFile();
        const std::scoped_lock lock(log.mutex);
        // Qt warns of a file that is open already, and the warning would wait for this very lock.
        log.file.close();
        log.file.setFileName(path);
        if (!log.file.open(QIODevice::WriteOnly | QIODevice::Append)) {
            std::fprintf(stderr, "kinframe: the log %s cannot be written\n", qPrintable(path));
        }
        log.size = log.file.size();
    }
    qInstallMessageHandler(write);
}

} // namespace kinframe
