// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drawn_servers.h"

#include "storage/database.h"
#include "transfer/downloads/downloads.h"
#include "transfer/remote/servers.h"
#include "ui/window/drawn_people.h"
#include "unit/transfer_remote/immich_script.h"

#include <QBuffer>
#include <QTest>

namespace kinframe::tests {
namespace {

using namespace Qt::StringLiterals;
using test::Answer;
using test::jsonAnswer;
using test::remoteText;

constexpr int photoCount = 120;
constexpr int personCount = 12;
constexpr int firstPerson = 5000;
constexpr int firstAlbum = 6000;

/// As somebody on this computer's network is called.
QUrl under(const QString &host, const QUrl &url)
{
    QUrl named = url;
    named.setHost(host + u".localhost"_s);
    return named;
}

Answer pictureAnswer(const QImage &image)
{
    Answer answer;
    QBuffer buffer(&answer.body);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPEG", 88)) {
        qFatal("a drawn photo cannot be written");
    }
    answer.headers = {{"Content-Type", "image/jpeg"}};
    return answer;
}

QImage photoOf(int number, QSize size)
{
    return drawPhoto(number, {{number % personCount, {0.5, 0.45}, 0.4}}, size);
}

QJsonArray listOf(int photos, const std::vector<QByteArray> &here)
{
    QJsonArray assets;
    for (int number = 1; number <= photos; ++number) {
        const QDate day = QDate(2026, 3, 14).addDays(-number / 9 * (1 + number / 9 % 4));
        QJsonObject more{{u"fileCreatedAt"_s, QDateTime(day, QTime(12, number % 60), Qt::UTC).toString(Qt::ISODate)},
                         {u"isFavorite"_s, number % 17 == 3}};
        if (number % 13 == 5) {
            more[u"type"_s] = u"VIDEO"_s;
            more[u"duration"_s] = u"0:01:24.00000"_s;
        } else if (number % 13 == 9) {
            more[u"livePhotoVideoId"_s] = remoteText(9000 + number);
        }
        if (number % 3 == 0 && size_t(number / 3) < here.size()) {
            more[u"checksum"_s] = QString::fromLatin1(here[size_t(number / 3)].toBase64());
        }
        assets.append(test::remoteAsset(number, more));
    }
    return assets;
}

void serveList(test::FaultServer &server, int photos, const std::vector<QByteArray> &here = {})
{
    test::serveBeginning(server);
    Answer list = jsonAnswer(listOf(photos, here));
    Answer changes = jsonAnswer(test::delta({}));
    for (Answer *answer : {&list, &changes}) {
        answer->headers.emplace_back("X-Kinframe-Next-Updated-After", "t1");
        answer->headers.emplace_back("X-Kinframe-Epoch", "e1");
    }
    server.serve("/api/sync/full-sync", {list});
    server.serve("/api/sync/delta-sync", {changes});
}

std::vector<QByteArray> checksumsIn(const ui::Services &services)
{
    return *services.library.database.read([](storage::Connection &db) -> Result<std::vector<QByteArray>> {
        std::vector<QByteArray> sums;
        storage::Statement row = db.prepare("SELECT sha1 FROM blob ORDER BY id");
        while (row.step()) {
            sums.push_back(row.blob(0));
        }
        return sums;
    });
}

} // namespace

DrawnServers::DrawnServers() = default;

QString DrawnServers::address() const
{
    return under(u"attic"_s, m_attic.url("/")).toString();
}

void DrawnServers::serveAttic(const std::vector<QByteArray> &here)
{
    serveList(m_attic, photoCount, here);
    for (int number = 1; number <= photoCount; ++number) {
        const QByteArray path = "/api/assets/" + remoteText(number).toLatin1();
        m_attic.serve(path + "/thumbnail?size=thumbnail", {pictureAnswer(photoOf(number, {360, 240}))});
        m_attic.serve(path + "/thumbnail?size=preview", {pictureAnswer(photoOf(number, {1200, 800}))});
    }
    constexpr std::array names{u"Ada Lindqvist", u"Tom\u00e1s Rivera", u"Mei Tanaka", u"Jonas Weber", u"Amara Okafor"};
    QJsonArray people;
    for (int number = 0; number < personCount; ++number) {
        const QString id = remoteText(firstPerson + number);
        const bool isNamed = size_t(number) < names.size();
        people.append(QJsonObject{{u"id"_s, id},
                                  {u"name"_s, isNamed ? QStringView(names[size_t(number)]).toString() : QString()}});
        m_attic.serve("/api/people/" + id.toLatin1() + "/thumbnail",
                      {pictureAnswer(drawPhoto(number, {{number, {0.5, 0.48}, 0.75}}, {250, 250}))});
    }
    m_attic.serve("/api/people?withHidden=false&page=1&size=500",
                  {jsonAnswer(QJsonObject{{u"people"_s, people}, {u"hasNextPage"_s, false}})});
    QJsonArray albums;
    int number = 0;
    for (const QString &name :
         {u"Summer"_s, u"Lake in the mountains"_s, u"Empty so far"_s,
          u"All the photos of the great family reunion with everybody who came from far away, second part"_s}) {
        const QString id = remoteText(firstAlbum + number);
        const bool isEmpty = number == 2;
        albums.append(
            QJsonObject{{u"id"_s, id},
                        {u"albumName"_s, name},
                        {u"assetCount"_s, isEmpty ? 0 : 6},
                        {u"albumThumbnailAssetId"_s, isEmpty ? QJsonValue() : QJsonValue(remoteText(3 + number * 8))}});
        m_attic.serve("/api/albums/" + id.toLatin1(),
                      {jsonAnswer(QJsonObject{{u"id"_s, id},
                                              {u"albumName"_s, name},
                                              {u"assets"_s, test::remoteAssets(3 + number * 8, 8 + number * 8)}})});
        ++number;
    }
    m_attic.serve("/api/albums", {jsonAnswer(albums)});
    m_attic.serve("/api/albums?shared=true", {jsonAnswer(QJsonArray())});
}

void DrawnServers::add(const ui::Services &services, const QString &name, const test::FaultServer &server)
{
    transfer::NewServer wanted;
    wanted.name = name;
    wanted.url = under(name.section(u' ', 0, 0).toLower(), server.url("/")).toString();
    wanted.signIn.apiKey = u"key"_s;
    if (const auto added = services.servers->add(wanted); !added) {
        qFatal("a drawn server cannot be added: %s", qPrintable(name));
    }
    (void)services.servers->syncNow(name);
}

void DrawnServers::addTo(const ui::Services &services)
{
    serveAttic(checksumsIn(services));
    add(services, u"attic"_s, m_attic);
    serveList(m_cellar, 60);
    add(services, u"cellar"_s, m_cellar);
    m_cellar.serve("/api/sync/delta-sync", {test::refusal(401)});
    m_cellar.serve("/api/users/me", {test::refusal(401)});
    (void)services.servers->syncNow(u"cellar"_s);
    {
        test::FaultServer harbour;
        serveList(harbour, 40);
        add(services, u"harbour"_s, harbour);
    }
    (void)services.servers->syncNow(u"harbour"_s);
    add(services, u"Photos of grandmother and grandfather that uncle Frederik scanned at the lake"_s, m_attic);
    serveList(m_studio, 3);
    Answer slow = jsonAnswer(listOf(2000, {}));
    slow.dripBytes = 40;
    m_studio.serve("/api/sync/full-sync", {slow});
    transfer::NewServer wanted;
    wanted.name = u"studio"_s;
    wanted.url = under(u"studio"_s, m_studio.url("/")).toString();
    wanted.signIn.apiKey = u"key"_s;
    if (!services.servers->add(wanted) || !services.servers->sync(u"studio"_s, {})) {
        qFatal("a drawn server cannot be added");
    }
}

void DrawnServers::download(const ui::Services &services)
{
    const auto file = [&](const QString &name, Answer answer) {
        m_files.serve('/' + name.toUtf8(), {std::move(answer)});
        transfer::NewDownload wanted;
        wanted.url = under(u"photos"_s, m_files.url('/' + name.toUtf8()));
        wanted.filename = name;
        return wanted;
    };
    const auto slow = [](qint64 bytes, qint64 drip) {
        Answer answer;
        answer.body = QByteArray(bytes, 'x');
        answer.dripBytes = drip;
        return answer;
    };
    Answer busy;
    busy.status = 503;
    busy.headers = {{"Retry-After", "600"}};
    Answer large;
    large.claimedLength = qint64(9) * 1000 * 1000 * 1000 * 1000;
    large.body = "x";
    const auto added = services.downloads->add({
        file(u"film_from_the_boat_with_everybody_who_was_there_on_the_second_day_of_the_holidays.mov"_s,
             slow(90'000'000, 3000)),
        file(u"IMG_3001.jpg"_s, slow(3'700'000, 120)),
        file(u"IMG_3002.jpg"_s, busy),
        file(u"IMG_3003.tif"_s, slow(60'000'000, 200)),
        file(u"everything.zip"_s, large),
        file(u"IMG_3004.jpg"_s, slow(4'000'000, 50)),
        file(u"IMG_3005.jpg"_s, slow(4'000'000, 50)),
        file(u"IMG_3006.jpg"_s, slow(4'000'000, 50)),
        file(u"IMG_3007.jpg"_s, slow(4'000'000, 50)),
        file(u"IMG_3008.jpg"_s, slow(4'000'000, 50)),
    });
    if (!added) {
        qFatal("the downloads cannot be added");
    }
    QTest::qWait(1500);
    (void)services.downloads->pause((*added)[3].taskId);
    QTest::qWait(1500);
}

} // namespace kinframe::tests
