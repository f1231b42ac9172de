// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drawn_renders.h"

#include "support/made_renders.h"

#include <QDateTime>

#include <algorithm>

namespace kinframe::tests {
namespace {

using namespace Qt::StringLiterals;
using render::TaskState;

constexpr auto logText = "Blender 4.2.3 LTS (hash 0e22e4fcea03 built 2024-10-14 23:51:41)\n"
                         "Read blend: /tasks/7/files/castle.blend\n"
                         "Fra:%1 Mem:412.80M (Peak 498.13M) | Time:00:01.92 | Syncing Tree_042\n"
                         "Fra:%1 Mem:1204.33M (Peak 1204.33M) | Time:00:09.41 | Mem:861.22M | Sample 16/128\n"
                         "Fra:%1 Mem:1204.33M (Peak 1204.33M) | Time:00:21.07 | Mem:861.22M | Sample 96/128\n";

void give(test::LibraryFixture &fixture, qint64 task, int frames, const std::vector<library::Registered> &photos)
{
    for (int number = 1; number <= std::min(frames, 60); ++number) {
        test::setPicture(fixture, task, number, photos[size_t(number * 7) % photos.size()].assetId);
        test::addLog(fixture, fixture.path(u"renders"_s), task, number,
                     QString::fromLatin1(logText).arg(number).toUtf8() + "Saved: frame\n");
    }
}

} // namespace

void addRenders(test::LibraryFixture &fixture, const std::vector<library::Registered> &photos)
{
    if (photos.size() < 2) {
        return;
    }
    const qint64 at = QDateTime(QDate(2026, 3, 13), QTime(9, 12), Qt::UTC).toMSecsSinceEpoch();
    const bool areMany = photos.size() >= 1000;
    const Error noMemory{ErrorCode::RenderNoMemory, {{u"reason"_s, u"Out of memory in CUDA queue enqueue"_s}}, {}};
    const auto done = test::addRender(fixture, {.scene = u"lighthouse.blend"_s,
                                                .state = TaskState::Completed,
                                                .frames = areMany ? 10'000 : 48,
                                                .completed = areMany ? 10'000 : 48,
                                                .createdAt = at});
    give(fixture, done, 48, photos);
    for (int number = 1; number <= 48; ++number) {
        test::addOutput(fixture, fixture.path(u"renders"_s), done, number, test::LibraryFixture::jpeg(number));
    }
    (void)test::addRender(fixture, {.scene = u"tea_house_v12_final_with_the_longer_camera_move_of_the_second_shot.ma"_s,
                                    .state = TaskState::Cancelled,
                                    .completed = 3,
                                    .createdAt = at + 3'600'000});
    const auto broken = test::addRender(fixture, {.scene = u"harbour_night.blend"_s,
                                                  .state = TaskState::Failed,
                                                  .frames = 24,
                                                  .completed = 21,
                                                  .failed = 3,
                                                  .error = noMemory,
                                                  .createdAt = at + 7'200'000});
    give(fixture, broken, 21, photos);
    for (const int number : {22, 23, 24}) {
        test::setFrame(fixture, broken, number, render::FrameState::Failed, noMemory);
        for (int attempt = 0; attempt < 3; ++attempt) {
            test::addLog(fixture, fixture.path(u"renders"_s), broken, number,
                         QString::fromLatin1(logText).arg(number).toUtf8() +
                             "Error: Out of memory in CUDA queue enqueue (integrator_shade_surface)\n");
        }
    }
    const auto paused = test::addRender(
        fixture,
        {.scene = u"market.blend"_s, .state = TaskState::Paused, .completed = 5, .createdAt = at + 10'800'000});
    give(fixture, paused, 5, photos);
    const auto running = test::addRender(fixture, {.scene = u"castle.blend"_s,
                                                   .state = TaskState::Rendering,
                                                   .frames = 120,
                                                   .completed = 34,
                                                   .rendering = 3,
                                                   .tests = u"1,60,120"_s,
                                                   .createdAt = at + 14'400'000});
    give(fixture, running, 34, photos);
    test::setFrame(fixture, running, 17, render::FrameState::Failed, noMemory);
    (void)test::addRender(
        fixture, {.scene = u"garden.blend"_s, .state = TaskState::Queued, .frames = 250, .createdAt = at + 18'000'000});
}

} // namespace kinframe::tests
