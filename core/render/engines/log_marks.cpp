// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/log_marks.h"

#include <QList>

namespace kinframe::render {
namespace {

constexpr QByteArrayView sign("[kinframe] ");

QByteArray numbered(int command, const QByteArray &rest)
{
    return sign.toByteArray() + "command " + QByteArray::number(command) + ' ' + rest + '\n';
}

} // namespace

QByteArray lineOf(const LogMark &mark)
{
    switch (mark.kind) {
    case LogMark::Kind::Started:
        return numbered(mark.command, "begins");
    case LogMark::Kind::GoesOn:
        return numbered(mark.command, "goes on");
    case LogMark::Kind::Ended:
        break;
    }
    QByteArray how = mark.signal != 0 ? "signal " : "exit ";
    how += QByteArray::number(mark.signal != 0 ? mark.signal : mark.exitCode);
    return numbered(mark.command, "ended by " + how + " after " + QByteArray::number(mark.seconds, 'f', 3) + " s");
}

std::optional<LogMark> logMarkFrom(QByteArrayView line)
{
    if (!looksLikeMark(line)) {
        return std::nullopt;
    }
    const QList<QByteArray> words = line.sliced(sign.size()).toByteArray().trimmed().split(' ');
    bool isNumber = false;
    LogMark mark;
    mark.command = words.size() >= 3 ? words[1].toInt(&isNumber) : 0;
    if (!isNumber || words[0] != "command") {
        return std::nullopt;
    }
    if (words[2] == "begins") {
        return mark;
    }
    if (words[2] == "goes") {
        mark.kind = LogMark::Kind::GoesOn;
        return mark;
    }
    // command 3 ended by exit 0 after 1.234 s
    if (words[2] != "ended" || words.size() != 9) {
        return std::nullopt;
    }
    mark.kind = LogMark::Kind::Ended;
    if (words[4] == "signal") {
        mark.signal = words[5].toInt();
        mark.exitCode = -1;
    } else {
        mark.exitCode = words[5].toInt();
    }
    mark.seconds = words[7].toDouble();
    return mark;
}

bool looksLikeMark(QByteArrayView line)
{
    return line.startsWith(sign);
}

QByteArray cutLine(qint64 limit)
{
    return sign.toByteArray() + "log is cut here at " + QByteArray::number(limit) +
           " bytes; only what tells of frames follows\n";
}

} // namespace kinframe::render
