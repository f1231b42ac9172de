// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/log_reader.h"

#include <array>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

/// Reads what Maya's Render says with the renderers that work in it.
class MayaLogReader : public LogReader
{
public:
    bool read(QByteArrayView line, FrameTrack &frames) override
    {
        const bool maySayMore = line.contains('%') || line.contains("writ") || line.contains("Writ") ||
                                line.contains("ering") || line.contains("Block ") || line.contains("Sav");
        if (!maySayMore) {
            return false;
        }
        const QString text = QString::fromUtf8(line);
        return readBegin(text, frames) || readFile(text, frames) || readProgress(text, frames);
    }

private:
    static bool readBegin(const QString &line, FrameTrack &frames)
    {
        static const std::array patterns{
            QRegularExpression(u"\\[Redshift\\].*Rendering.*frame (\\d+)"_s),
            QRegularExpression(u"rfm Notice: Rendering .* at (\\d+)"_s),
            QRegularExpression(u"V-Ray: Updating frame at time (\\d+)"_s),
        };
        for (const QRegularExpression &pattern : patterns) {
            if (const auto number = numberIn(line, pattern)) {
                frames.started(int(*number));
                return true;
            }
        }
        return false;
    }

    static bool readFile(const QString &line, FrameTrack &frames)
    {
        static const std::array patterns{
            QRegularExpression(u"\\[driver_\\w+\\] writing file `(.+)'"_s),    // Arnold
            QRegularExpression(u"Successfully written image file \"(.+)\""_s), // V-Ray
            QRegularExpression(u"\\[Redshift\\].*Sav(?:ing|ed)(?: file)?:? '?([^']+\\.\\w+)'?"_s),
            QRegularExpression(u"Finished Rendering (.+?)\\.?$"_s), // Maya's own, and what it adds to others
        };
        for (const QRegularExpression &pattern : patterns) {
            const auto match = pattern.match(line);
            if (match.hasMatch()) {
                frames.written(match.captured(1).trimmed());
                return true;
            }
        }
        return false;
    }

    static bool readProgress(const QString &line, FrameTrack &frames)
    {
        static const QRegularExpression block(u"Block (\\d+)/(\\d+) .*rendered by GPU"_s); // Redshift
        static const std::array percents{
            QRegularExpression(u"\\b(\\d{1,3})% done"_s),               // Arnold
            QRegularExpression(u"\\bR90000\\s+(\\d{1,3})%"_s),          // RenderMan
            QRegularExpression(u"Rendering image[^%]*?([\\d.]+) ?%"_s), // V-Ray
            QRegularExpression(u"V-Ray:\\s+(\\d{1,3}) ?%"_s),
            QRegularExpression(u"Percentage of rendering done: ([\\d.]+)"_s), // Maya's own
            QRegularExpression(u"\\[PROGRESS\\] (\\d{1,3}) percent"_s),
        };
        if (const auto match = block.match(line); match.hasMatch()) {
            const double all = match.captured(2).toDouble();
            frames.progress(all > 0 ? match.captured(1).toDouble() / all : 0);
            return true;
        }
        for (const QRegularExpression &pattern : percents) {
            if (const auto percent = numberIn(line, pattern)) {
                frames.progress(*percent / 100);
                return true;
            }
        }
        return false;
    }
};

} // namespace

std::unique_ptr<LogReader> mayaLogReader()
{
    return std::make_unique<MayaLogReader>();
}

} // namespace kinframe::render
