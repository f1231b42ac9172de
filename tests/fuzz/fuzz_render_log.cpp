// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The logs of renderers: whatever they hold, and however they are cut, they say the same.
#include "fuzz/input.h"
#include "render/engines/frame_files.h"
#include "render/engines/log_parser.h"

using namespace kinframe::render;
using kinframe::fuzz::Input;
using kinframe::fuzz::require;

namespace {

// Of the two processes together.
const QList<int> frames{1, 2, 10, 3};

void checkEvent(const LoggedEvent &event, qint64 size)
{
    require(event.from >= 0 && event.from <= event.to && event.to <= size);
    if (const auto *started = std::get_if<FrameStarted>(&event.event)) {
        require(frames.contains(started->frame));
    } else if (const auto *progress = std::get_if<FrameProgress>(&event.event)) {
        require(frames.contains(progress->frame) && progress->done >= 0 && progress->done <= 1);
    } else if (const auto *written = std::get_if<FrameWritten>(&event.event)) {
        require(!written->frame || frames.contains(*written->frame));
    } else if (const auto *problem = std::get_if<Problem>(&event.event)) {
        require(problem->text.size() <= 500);
    }
}

std::vector<LoggedEvent> read(Engine engine, QByteArrayView log, qsizetype piece)
{
    LogParser parser(engine, {{frames.first(3)}, {frames.sliced(3)}});
    std::vector<LoggedEvent> events;
    const auto keep = [&](std::vector<LoggedEvent> more) {
        events.insert(events.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    for (qsizetype at = 0; at < log.size(); at += piece) {
        keep(parser.feed(log.sliced(at, std::min(piece, log.size() - at))));
    }
    keep(parser.finish());
    require(parser.position() == log.size());
    return events;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const auto engine = Engine(input.byte() % 4);
    const qsizetype piece = 1 + input.byte();
    const QByteArrayView log = input.rest();
    const std::vector<LoggedEvent> whole = read(engine, log, std::max<qsizetype>(1, log.size()));
    const std::vector<LoggedEvent> cut = read(engine, log, piece);
    require(whole.size() == cut.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        require(whole[i].from == cut[i].from && whole[i].to == cut[i].to);
        require(whole[i].event.index() == cut[i].event.index());
        checkEvent(whole[i], log.size());
    }
    (void)frameOf(QString::fromUtf8(log));
    return 0;
}
