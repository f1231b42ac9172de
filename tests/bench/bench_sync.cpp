// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_sync FOLDER [ASSETS]: a full sync of a library of so many assets (1000000), which is made where there is none,
// in pages of 10,000; beside the same pages as one SQL statement each, in turn with each other in this process. Then
// delta syncs after 100 changes, and what is asked before 5000 uploads. One JSON object a line.
#include "accounts/accounts.h"
#include "base/events.h"
#include "library/change_feed.h"
#include "library/library_folder.h"
#include "query_library.h"
#include "server/routes/asset_json.h"
#include "storage/database.h"
#include "support/must.h"
#include "sync/delta_sync.h"
#include "sync/device_assets.h"
#include "sync/full_sync.h"
#include "sync_by_hand.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <limits>

using namespace kinframe;
using kinframe::test::must;
using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t assetsAtOnce = 150; // as the server writes them
constexpr int deltaRounds = 41;
constexpr int changes = 100;

[[noreturn]] void stop(const QString &reason)
{
    std::fprintf(stderr, "%s\n", qPrintable(reason));
    std::exit(1);
}

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void print(const QJsonObject &line)
{
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

struct Library
{
    std::unique_ptr<library::LibraryFolder> folder;
    std::unique_ptr<storage::Database> database;
    accounts::Principal owner;
};

/// What cameras say, some of it other in every photo.
void addExif(Connection &db)
{
    Statement any = db.prepare("SELECT 1 FROM asset_exif LIMIT 1");
    if (any.step()) {
        return;
    }
    std::fprintf(stderr, "adding what files say\n");
    any.reset();
    db.run(
        "INSERT INTO asset_exif(asset_id, json) SELECT id, json_object('city', NULL, 'country', NULL, "
        "'dateTimeOriginal', '2020-01-01T00:00:00.000+00:00', 'description', 'A picture, number ' || id, "
        "'exifImageHeight', height, 'exifImageWidth', width, 'exposureTime', '1/' || (id % 800), 'fNumber', 2.8, "
        "'fileSizeInByte', size, 'focalLength', 35, 'iso', 100 + id % 6400, 'latitude', NULL, 'lensModel', "
        "'EF 35mm f/2 IS USM', 'longitude', NULL, 'make', 'Canon', 'model', 'Canon EOS 6D', 'modifyDate', "
        "'2020-01-01T00:00:00.000+00:00', 'orientation', '1', 'projectionType', NULL, 'rating', NULL, 'state', NULL, "
        "'timeZone', 'UTC+1') FROM asset");
}

Library opened(const QString &root, int assets)
{
    const bool isNew = !QFileInfo::exists(root + u"/kinframe.db"_s);
    Library library;
    library.folder = must(library::LibraryFolder::open(root));
    const auto open = [&] { return must(storage::Database::open({library.folder->database(), root, wallMs})); };
    library.database = open();
    library.owner = must(must(accounts::Accounts::open(*library.database, {root, {}, wallMs}))->owner());
    library.database.reset();
    {
        const auto db = must(Connection::open(root + u"/kinframe.db"_s, Connection::Mode::ReadWrite));
        if (isNew) {
            std::fprintf(stderr, "making %d assets\n", assets);
            bench::fillQueryLibrary(*db, library.owner.userId, assets);
        }
        addExif(*db);
        db->runScript("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    library.database = open();
    return library;
}

class Walk
{
public:
    Walk(const Library &library)
        : m_library(library)
        , m_writer(library.owner.uuid, server::AssetShape::Immich275)
    {
    }

    void run()
    {
        std::optional<QUuid> last;
        qint64 lastId = 0;
        for (bool oursFirst = true;; oursFirst = !oursFirst) {
            // Who comes second finds the pages in memory.
            if (oursFirst) {
                ours(last);
                hand(lastId);
            } else {
                hand(lastId);
                ours(last);
            }
            compare();
            if (m_ids.size() < size_t(sync::largestPage)) {
                break;
            }
            lastId = m_ids.back();
            last = uuidOf(lastId);
        }
        print({{u"bench"_s, u"full sync"_s},
               {u"rows"_s, m_rows},
               {u"bytes"_s, m_bytes},
               {u"rows_s"_s, std::round(double(m_rows) / m_ours)},
               {u"hand_rows_s"_s, std::round(double(m_rows) / m_hand)},
               {u"ratio"_s, std::round(m_hand / m_ours * 1000) / 1000}});
    }

private:
    template <typename Work>
    auto read(Work work)
    {
        return must(m_library.database->read(
            [&](Connection &db) -> Result<std::invoke_result_t<Work, Connection &>> { return work(db); }));
    }

    void ours(const std::optional<QUuid> &last)
    {
        const auto start = Clock::now();
        m_text = read([&](Connection &db) {
            m_ids = must(sync::fullSync(
                             db, {m_library.owner.userId, last, std::numeric_limits<qint64>::max(), sync::largestPage},
                             wallMs()))
                        .assets;
            QByteArray first;
            for (size_t at = 0; at < m_ids.size(); at += assetsAtOnce) {
                QByteArray piece;
                const std::span ids = std::span<const qint64>(m_ids).subspan(at);
                m_writer.write(db, ids.first(std::min(ids.size(), assetsAtOnce)), piece);
                m_bytes += piece.size();
                first = at == 0 ? piece : first;
            }
            return first;
        });
        m_ours += secondsSince(start);
        m_rows += qint64(m_ids.size());
    }

    void hand(qint64 lastId)
    {
        const auto start = Clock::now();
        m_handText = read([&](Connection &db) {
            Statement row = db.prepare(m_byHand);
            row.bindAll(m_library.owner.userId, lastId, sync::largestPage,
                        m_library.owner.uuid.toString(QUuid::WithoutBraces));
            QByteArray text;
            QByteArray first;
            while (row.step()) {
                text.append(text.isEmpty() ? "" : ",").append(row.bytes(0));
                if (first.isEmpty()) {
                    first = text;
                }
            }
            return first;
        });
        m_hand += secondsSince(start);
    }

    /// What both say of the first asset of the page must be the same, but for what SQL cannot.
    void compare() const
    {
        const auto object = [](const QByteArray &text) {
            QJsonObject json = QJsonDocument::fromJson(text).object();
            json.remove(u"checksum"_s);
            QJsonArray tags;
            for (const QJsonValue tag : json.value("tags"_L1).toArray()) {
                QJsonObject one = tag.toObject();
                one.remove(u"id"_s);
                tags.append(one);
            }
            json.insert(u"tags"_s, tags);
            QJsonArray people;
            for (const QJsonValue person : json.value("people"_L1).toArray()) {
                QJsonObject one = person.toObject();
                QJsonArray faces;
                for (const QJsonValue face : one.value("faces"_L1).toArray()) {
                    QJsonObject box = face.toObject();
                    box.remove(u"score"_s);
                    box.remove(u"isConfirmed"_s);
                    faces.append(box);
                }
                one.insert(u"faces"_s, faces);
                people.append(one);
            }
            json.insert(u"people"_s, people);
            return json;
        };
        QByteArray text = "[" + m_text + "]";
        const QByteArray ours = QJsonDocument(QJsonDocument::fromJson(text).array().at(0).toObject()).toJson();
        if (object(ours) != object(m_handText)) {
            stop(u"the two do not say the same:\n%1\n%2"_s.arg(
                QString::fromUtf8(QJsonDocument(object(ours)).toJson()),
                QString::fromUtf8(QJsonDocument(object(m_handText)).toJson())));
        }
    }

    QUuid uuidOf(qint64 id)
    {
        return read([id](Connection &db) {
            Statement row = db.prepare("SELECT uuid FROM asset WHERE id = ?1");
            row.bindAll(id);
            row.step();
            return row.uuid(0);
        });
    }

    const Library &m_library;
    const std::string m_byHand = bench::pageByHand();
    server::AssetWriter m_writer;
    std::vector<qint64> m_ids;
    QByteArray m_text;
    QByteArray m_handText;
    double m_ours = 0;
    double m_hand = 0;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
};

/// Each time after so many changes all over the library.
void deltas(const Library &library, int assets)
{
    EventBus events;
    library::ChangeFeed feed(events);
    std::vector<double> times;
    server::AssetWriter writer(library.owner.uuid, server::AssetShape::Immich275);
    for (int round = 0; round < deltaRounds; ++round) {
        const sync::Mark mark =
            must(library.database->read([](Connection &db) -> Result<sync::Mark> { return sync::readMark(db); }));
        std::vector<qint64> ids;
        for (int i = 0; i < changes; ++i) {
            ids.push_back(1 + (qint64(i) * 7919 * 131 + round * 31) % assets);
        }
        must(library.database->write([&](Transaction &transaction) -> Result<void> {
            feed.touch(transaction, ids);
            return {};
        }));
        const auto start = Clock::now();
        QByteArray text;
        const auto found = must(library.database->read([&](Connection &db) -> Result<size_t> {
            const auto delta =
                sync::deltaSync(db, {library.owner.userId, mark.stamp, mark.epoch}, library.database->now());
            writer.write(db, delta.upserted, text);
            return delta.upserted.size();
        }));
        times.push_back(secondsSince(start) * 1000);
        if (round > 0 && found != size_t(changes)) {
            stop(u"%1 changes were found"_s.arg(found));
        }
    }
    std::sort(times.begin(), times.end());
    print({{u"bench"_s, u"delta sync"_s},
           {u"ms"_s, times[times.size() / 2]},
           {u"p95_ms"_s, times[times.size() * 95 / 100]}});
}

/// Of 5000 files, half of which are there.
void uploadChecks(const Library &library, int assets)
{
    constexpr int checked = 5000;
    std::vector<QByteArray> sha1s;
    must(library.database->read([&](Connection &db) -> Result<void> {
        Statement row = db.prepare("SELECT sha1 FROM blob WHERE id = ?1");
        for (int i = 0; i < checked / 2; ++i) {
            row.bindAll(1 + (qint64(i) * 7919 * 131) % assets);
            row.step();
            sha1s.push_back(row.blob(0));
            sha1s.push_back(sha1s.back().right(10) + sha1s.back().left(10));
            row.reset();
        }
        return {};
    }));
    std::vector<double> times;
    for (int round = 0; round < deltaRounds; ++round) {
        const auto start = Clock::now();
        const auto found = must(library.database->read([&](Connection &db) -> Result<size_t> {
            return sync::storedAssets(db, library.owner.userId, sha1s).size();
        }));
        times.push_back(secondsSince(start) * 1000);
        if (found != size_t(checked)) {
            stop(u"%1 answers came"_s.arg(found));
        }
    }
    std::sort(times.begin(), times.end());
    print({{u"bench"_s, u"upload check"_s},
           {u"ms"_s, times[times.size() / 2]},
           {u"p95_ms"_s, times[times.size() * 95 / 100]}});
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) {
        std::fputs("usage: bench_sync FOLDER [ASSETS]\n", stderr);
        return 2;
    }
    const int assets = argc > 2 ? QByteArray(argv[2]).toInt() : 1'000'000;
    const Library library = opened(QFile::decodeName(argv[1]), assets);
    Walk(library).run();
    deltas(library, assets);
    uploadChecks(library, assets);
    return 0;
}
