// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/recognition.h"
#include "jobs/progress.h"
#include "models/model_store.h"
#include "support/people_fixture.h"
#include "transfer/file_download.h"
#include "transfer/http_client.h"
#include "ui/base/context.h"
#include "ui/base/undo_stack.h"

#include <QQmlEngine>
#include <QQmlParserStatus>

#include <vector>

namespace kinframe::accounts {
class Accounts;
}

namespace kinframe::test {

/// A library as the window's objects see it; no jobs run. Waiting for them runs the event loop.
class WindowFixture : public PeopleFixture
{
public:
    WindowFixture();
    ~WindowFixture();

    /// An object as QML makes it, not complete yet.
    template <typename T>
    std::unique_ptr<T> make()
    {
        auto object = std::make_unique<T>();
        QQmlEngine::setContextForObject(object.get(), engine.rootContext());
        object->classBegin();
        return object;
    }
    /// A photo of that moment (ms UTC), done.
    library::Registered photoAt(qint64 createdAt, std::optional<qint64> offset = 0);
    /// So many of those, a second apart.
    std::vector<library::Registered> photosInARow(int count);
    /// So many photos without files, an hour apart from that moment on: where many are needed and nothing is read.
    void addRows(int count, qint64 createdAt);
    [[nodiscard]] ui::UndoStack &undoStack() { return *ui::UndoStack::create(&engine, nullptr); }

    std::unique_ptr<accounts::Accounts> accounts;
    models::ModelStore models;
    transfer::HttpClient client;
    transfer::FileDownloader downloader{client};
    ProgressRegistry progress{events};
    faces::Recognition recognition;
    std::unique_ptr<ui::Context> context;
    QQmlEngine engine;
};

} // namespace kinframe::test
