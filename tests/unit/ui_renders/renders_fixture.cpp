// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"

namespace kinframe::test {

using namespace Qt::StringLiterals;

RendersFixture::RendersFixture()
    : files(std::make_unique<render::Files>(*services, render::FilesSetup{path(u"objects"_s)}))
    , tasks(std::make_unique<render::Tasks>(*services, *files, events, render::TasksSetup{renders(), wallMs}))
    , scenes(std::make_unique<render::SceneAnalysis>(
          *database, render::SceneOptions{[]() -> Result<QString> { return fail(ErrorCode::EngineMissing); }}))
    , store(std::make_unique<render::StoreChoice>(
          render::StoreChoice::Parts{*files, client, downloader, path(u"objects.key"_s)}))
{
    ui::Services all = context->services();
    all.renderFiles = files.get();
    all.tasks = tasks.get();
    all.sceneAnalysis = scenes.get();
    all.objectStore = store.get();
    context = std::make_unique<ui::Context>(all, owner.userId);
    context->attachTo(engine);
}

RendersFixture::~RendersFixture()
{
    // What it was asked is asked of the tasks.
    context.reset();
}

void RendersFixture::tell(qint64 task)
{
    (void)change([&](storage::Transaction &transaction) -> Result<void> {
        render::touchTask(transaction, task);
        render::publishTask(transaction, events, task);
        return {};
    });
}

} // namespace kinframe::test
