// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "faces/history.h"
#include "faces/people.h"
#include "faces/people_index.h"
#include "faces/recognition.h"
#include "faces/suggestions.h"
#include "jobs/job_queue.h"
#include "jobs/progress.h"
#include "library/change_feed.h"
#include "models/model_store.h"
#include "render/files/files.h"
#include "render/files/partial_uploads.h"
#include "render/files/store_choice.h"
#include "server/http/request.h"
#include "server/http/route.h"
#include "server/routes/api_services.h"
#include "storage/blob_store.h"
#include "storage/database.h"
#include "transfer/file_download.h"
#include "transfer/http_client.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

/// A library of its own with all routes over it, called without a network. No jobs run and no models are there.
class ApiFixture
{
public:
    ApiFixture();

    struct Call
    {
        QByteArray method;
        QByteArray target; ///< path and query
        QByteArray body = {};
        bool isLoopback = true;
        std::vector<std::pair<QByteArray, QByteArray>> headers = {};
        std::stop_token stop = {}; ///< fires when the client goes away
    };
    /// Finds the route and runs its handler as the owner (or nobody).
    kinframe::http::Reply call(const Call &call);
    kinframe::http::Reply get(const QByteArray &target) { return call({"GET", target}); }
    kinframe::http::Reply post(const QByteArray &target, const QByteArray &body = {})
    {
        return call({"POST", target, body});
    }
    /// Streamed or not; empty where the stream breaks off.
    static QByteArray bodyOf(const kinframe::http::Reply &reply);
    static QJsonObject objectOf(const kinframe::http::Reply &reply);
    static QJsonArray arrayOf(const kinframe::http::Reply &reply);

    /// Changes the database behind the program's back; fails the test where that does not go.
    template <typename... Values>
    void run(const char *sql, const Values &...values)
    {
        const auto done = database->write([&](kinframe::storage::Transaction &transaction) -> kinframe::Result<void> {
            transaction.run(sql, values...);
            return {};
        });
        QVERIFY(done);
    }

    /// A photo of the owner, done, 1000 x 500 pixels.
    QUuid addAsset(qint64 createdAt);
    /// A face in it, of that person where one is given.
    QUuid addFace(const QUuid &asset, const std::optional<QUuid> &person);
    QUuid addPerson(const QString &name);

    QTemporaryDir folder;
    kinframe::EventBus events;
    kinframe::ProgressRegistry progress{events};
    std::unique_ptr<kinframe::storage::Database> database;
    std::unique_ptr<kinframe::storage::BlobStore> blobs;
    std::unique_ptr<kinframe::accounts::Accounts> accounts;
    kinframe::library::ChangeFeed changes{events};
    kinframe::faces::PeopleIndexes indexes;
    std::unique_ptr<kinframe::jobs::JobQueue> jobs;
    std::unique_ptr<kinframe::models::ModelStore> models;
    kinframe::transfer::HttpClient client;
    kinframe::transfer::FileDownloader downloader{client};
    std::optional<kinframe::library::Services> library;
    std::unique_ptr<kinframe::faces::People> people;
    std::unique_ptr<kinframe::faces::History> history;
    std::unique_ptr<kinframe::faces::Suggestions> suggestions;
    std::unique_ptr<kinframe::faces::Recognition> recognition;
    std::unique_ptr<kinframe::render::Files> renderFiles;
    std::unique_ptr<kinframe::render::PartialUploads> partialUploads;
    std::unique_ptr<kinframe::render::StoreChoice> objectStore;
    std::optional<kinframe::server::ApiServices> services;
    std::vector<kinframe::http::Route> routes;
    kinframe::accounts::Principal owner;
};
