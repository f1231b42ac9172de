// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/fetch_models.h"

#include "faces/recognition.h"
#include "jobs/progress.h"
#include "models/model_store.h"

namespace kinframe::ui {

using namespace Qt::StringLiterals;

Result<void> fetchModels(const Services &services, const QStringList &names,
                         const std::function<void(const models::FetchProgress &)> &progressed,
                         const std::stop_token &stop)
{
    std::stop_source both;
    const std::stop_callback byWindow(stop, [&both] { both.request_stop(); });
    TaskInfo info;
    info.kind = u"models"_s;
    info.title = u"models"_s;
    info.cancel = [both]() mutable { both.request_stop(); };
    ScopedTask task = services.progress.begin(std::move(info));
    models::FetchOptions options;
    options.progress = [&](const models::FetchProgress &progress) {
        task.set(progress.bytes, progress.total);
        progressed(progress);
    };
    auto fetched = services.models.fetch(services.downloader, names, options, both.get_token());
    if (fetched) {
        services.recognition.modelsChanged();
    }
    return fetched;
}

} // namespace kinframe::ui
