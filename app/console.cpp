// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "base/clock.h"
#include "base/language.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;

constexpr int barWidth = 30;
constexpr qint64 terminalIntervalMs = 100;
constexpr qint64 pipeIntervalMs = 5000;

void write(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

bool isTerminal(FILE *stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream)) != 0;
#else
    return ::isatty(::fileno(stream)) != 0;
#endif
}

QString bar(qint64 done, qint64 total)
{
    const int filled = int(std::min<qint64>(barWidth, done * barWidth / total));
    return u'[' + QString(filled, u'#') + QString(barWidth - filled, u'.') + u']';
}

QString barText(const QString &what, qint64 done, qint64 total, std::optional<double> secondsLeft)
{
    if (total <= 0) {
        return u"%1  %2"_s.arg(what).arg(done);
    }
    QString text = u"%1  %2 %3 / %4 (%5 %)"_s.arg(what, bar(done, total)).arg(done).arg(total).arg(done * 100 / total);
    if (secondsLeft) {
        const auto left = qint64(*secondsLeft);
        text += u"  %1:%2"_s.arg(left / 60).arg(left % 60, 2, 10, QChar(u'0'));
    }
    return text;
}

} // namespace

void printLine(const QString &text)
{
    write(stdout, text + u'\n');
}

void printError(const QString &text)
{
    write(stderr, u"kinframe: "_s + text + u'\n');
}

int fail(const Error &error)
{
    printError(textOf(error, systemLanguage()));
    return Failed;
}

void printJson(const QJsonValue &json)
{
    const QJsonDocument document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    write(stdout, QString::fromUtf8(document.toJson(QJsonDocument::Indented)));
}

QString sizeText(qint64 bytes)
{
    const double value = double(bytes);
    if (value >= 1e9) {
        return u"%1 GB"_s.arg(value / 1e9, 0, 'f', 1);
    }
    return value >= 1e6 ? u"%1 MB"_s.arg(value / 1e6, 0, 'f', 1) : u"%1 KB"_s.arg(value / 1e3, 0, 'f', 0);
}

ProgressBar::ProgressBar(QString what)
    : m_what(std::move(what))
    , m_isTerminal(isTerminal(stderr))
{
}

ProgressBar::~ProgressBar()
{
    clear();
}

void ProgressBar::show(const QString &what, qint64 done, qint64 total, std::optional<double> secondsLeft)
{
    if (isTime()) {
        show(barText(what.isEmpty() ? m_what : what, done, total, secondsLeft));
    }
}

void ProgressBar::showBytes(const QString &what, qint64 bytes, qint64 total)
{
    if (!isTime()) {
        return;
    }
    show(total <= 0 ? u"%1  %2"_s.arg(what, sizeText(bytes))
                    : u"%1  %2 %3 / %4 (%5 %)"_s.arg(what, bar(bytes, total), sizeText(bytes), sizeText(total))
                          .arg(bytes * 100 / total));
}

bool ProgressBar::isTime()
{
    const qint64 now = steadyMs();
    if (m_lastShown != 0 && now - m_lastShown < (m_isTerminal ? terminalIntervalMs : pipeIntervalMs)) {
        return false;
    }
    m_lastShown = now;
    return true;
}

void ProgressBar::show(const QString &text)
{
    if (m_isTerminal) {
        write(stderr, u"\r\x1b[K"_s + text);
        m_isShown = true;
    } else {
        write(stderr, text + u'\n');
    }
}

void ProgressBar::clear()
{
    if (m_isShown) {
        write(stderr, u"\r\x1b[K"_s);
        m_isShown = false;
    }
}

} // namespace kinframe::app
