// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/log_reader.h"

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

/// Unreal does not say which frame it is at: that is seen by the files it writes. Its log tells of problems alone.
class UnrealLogReader : public LogReader
{
public:
    bool read(QByteArrayView /*line*/, FrameTrack & /*frames*/) override { return false; }
};

/// A process of a frame, or of several; it may count in percent.
class CommandLogReader : public LogReader
{
public:
    bool read(QByteArrayView line, FrameTrack &frames) override
    {
        static const QRegularExpression percent(u"(?:^|[^\\d.])(\\d{1,3}(?:\\.\\d+)?) ?%"_s);
        if (!line.contains('%')) {
            return false;
        }
        const auto number = numberIn(QString::fromUtf8(line), percent);
        if (!number || *number > 100) {
            return false;
        }
        frames.progress(*number / 100);
        return true;
    }

    void started(FrameTrack &frames) override { frames.progress(0); }

    void ended(FrameTrack &frames, bool well, double seconds) override
    {
        if (well) {
            frames.writtenAll(seconds);
        }
    }
};

} // namespace

std::unique_ptr<LogReader> unrealLogReader()
{
    return std::make_unique<UnrealLogReader>();
}

std::unique_ptr<LogReader> commandLogReader()
{
    return std::make_unique<CommandLogReader>();
}

std::optional<double> secondsOf(QStringView time)
{
    double seconds = 0;
    for (const QStringView part : time.split(u':')) {
        bool isNumber = false;
        seconds = seconds * 60 + part.toDouble(&isNumber);
        if (!isNumber) {
            return std::nullopt;
        }
    }
    return seconds;
}

std::optional<double> numberIn(const QString &line, const QRegularExpression &pattern)
{
    const auto match = pattern.match(line);
    bool isNumber = false;
    const double number = match.hasMatch() ? match.capturedView(1).toDouble(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace kinframe::render
