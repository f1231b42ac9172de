// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/log_reader.h"

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

/// Reads what Blender 2.93 to 5 says while it renders, and what our script says in it.
class BlenderLogReader : public LogReader
{
public:
    bool read(QByteArrayView line, FrameTrack &frames) override
    {
        // Nearly all lines are of one of a few kinds; the others need no more than this look.
        const bool maySayMore = line.contains("Fra:") || line.contains("Saved:") || line.contains("Time:") ||
                                line.contains("Kinframe: frame ") || line.contains("Sample ");
        return maySayMore && readText(QString::fromUtf8(line), frames);
    }

    void ended(FrameTrack &frames, bool /*well*/, double /*seconds*/) override { giveSaved(frames, {}); }

private:
    bool readText(const QString &line, FrameTrack &frames)
    {
        static const QRegularExpression begins(u"^Kinframe: frame (\\d+) begins(?:, (\\d+) x (\\d+))?"_s);
        static const QRegularExpression saved(u"Saved: '(.*)'\\s*$"_s);
        static const QRegularExpression time(u"^\\s*Time: ([\\d:.]+)"_s);
        static const QRegularExpression frame(u"Fra: ?(\\d+)"_s);
        if (const auto match = begins.match(line); match.hasMatch()) {
            giveSaved(frames, {});
            const QSize size(match.capturedView(2).toInt(), match.capturedView(3).toInt());
            frames.started(match.captured(1).toInt(), size.isEmpty() ? std::nullopt : std::optional(size));
            return true;
        }
        if (const auto match = saved.match(line); match.hasMatch()) {
            giveSaved(frames, {});
            m_saved = match.captured(1);
            return true;
        }
        if (const auto match = time.match(line); match.hasMatch()) {
            giveSaved(frames, secondsOf(match.captured(1)));
            return true;
        }
        const auto match = frame.match(line);
        if (!match.hasMatch() && !line.contains(u"Sample ")) {
            return false;
        }
        readProgress(line, match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt, frames);
        // Such a line may hold an error too: "Fra:1 … | Error: …".
        return !line.contains(u"rror") && !line.contains(u"ut of");
    }

    static void readProgress(const QString &line, std::optional<int> frame, FrameTrack &frames)
    {
        static const QRegularExpression sample(u"Sample (\\d+)/(\\d+)"_s);
        static const QRegularExpression remaining(u"Remaining: ?([\\d:.]+)"_s);
        const auto match = sample.match(line);
        if (!match.hasMatch()) {
            if (frame) {
                frames.started(*frame);
            }
            return;
        }
        const double all = match.captured(2).toDouble();
        const auto left = remaining.match(line);
        frames.progress(all > 0 ? match.captured(1).toDouble() / all : 0,
                        left.hasMatch() ? secondsOf(left.captured(1)) : std::nullopt, frame);
    }

    // How long it took is on the line after the one that names the file.
    void giveSaved(FrameTrack &frames, std::optional<double> seconds)
    {
        if (!m_saved.isEmpty()) {
            frames.written(std::exchange(m_saved, {}), seconds);
        }
    }

    QString m_saved;
};

} // namespace

std::unique_ptr<LogReader> blenderLogReader()
{
    return std::make_unique<BlenderLogReader>();
}

} // namespace kinframe::render
