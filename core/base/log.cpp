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
    const QByteArray line =
        toIso(wallMs()).toLatin1() + ' ' + levelName(type) + ' ' + category + ' ' + asOneLine(text) + '\n';
    LogFile &log = logFile();
    const std::scoped_lock lock(log.mutex);
    if (type != QtDebugMsg && type != QtInfoMsg) {
        std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    }
    if (log.file.isOpen() && log.file.size() > longestLog) {
        beginAnew(log.file);
    }
    if (log.file.isOpen()) {
        log.file.write(line);
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
