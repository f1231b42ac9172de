// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"

#include "base/ids.h"

using namespace kinframe;
using namespace Qt::StringLiterals;

/// What belongs to a photo goes over to a better version of it, and what is left behind is tidied up.
class AssetCopyCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QCOMPARE(m->problems, QStringList()); }
    void allOfItGoesOver();
    void partsAreLeft_data();
    void partsAreLeft();
    void theStackShowsTheCopy();
    void wrongInputIsRefused();
    void unusedTagsGo();

private:
    QJsonObject asset(const QUuid &id)
    {
        return m->object("GET", "/api/assets/" + toText(id).toLatin1(), {}, u"AssetResponseDto"_s);
    }
    int copy(QJsonObject parts = {})
    {
        parts.insert(u"sourceId"_s, toText(m_from));
        parts.insert(u"targetId"_s, toText(m_to));
        m->call("PUT", "/api/assets/copy", parts);
        return m->status;
    }
    QJsonArray albumsOf(const QUuid &id)
    {
        return m->list("GET", ImmichCalls::path("/api/albums?assetId=", toText(id)), {}, u"AlbumResponseDto"_s);
    }
    static QStringList tagsOf(const QJsonObject &asset)
    {
        QStringList tags;
        for (const QJsonValue tag : asset.value("tags"_L1).toArray()) {
            tags << tag["value"_L1].toString();
        }
        return tags;
    }
    void tag(const QString &value, const QUuid &id)
    {
        const QJsonArray made = m->list("PUT", "/api/tags", {{u"tags"_s, QJsonArray{value}}}, u"TagResponseDto"_s);
        m->call("PUT", ImmichCalls::path("/api/tags/", made.first()["id"_L1], "/assets"),
                {{u"ids"_s, ImmichCalls::texts({id})}});
        QCOMPARE(m->status, 200);
    }

    std::unique_ptr<ImmichCalls> m;
    QUuid m_from;
    QUuid m_to;
    QUuid m_other; ///< in one stack with the first
};

void AssetCopyCallsTest::init()
{
    m = std::make_unique<ImmichCalls>();
    m_from = m->api.addAsset(1);
    m_to = m->api.addAsset(2);
    m_other = m->api.addAsset(3);
    m->call("PUT", ImmichCalls::path("/api/assets/", toText(m_from)),
            {{u"isFavorite"_s, true}, {u"description"_s, u"At the sea"_s}, {u"rating"_s, 4}});
    QCOMPARE(m->status, 200);
    tag(u"sea"_s, m_from);
    tag(u"mine"_s, m_to);
    m->call("POST", "/api/albums", {{u"albumName"_s, u"A"_s}, {u"assetIds"_s, ImmichCalls::texts({m_from})}});
    m->call("POST", "/api/stacks", {{u"assetIds"_s, ImmichCalls::texts({m_from, m_other})}}, u"StackResponseDto"_s);
    QCOMPARE(m->status, 201);
}

void AssetCopyCallsTest::allOfItGoesOver()
{
    const qint64 stamp = m->stampOf(m_to);
    QCOMPARE(copy(), 204);
    const QJsonObject copied = asset(m_to);
    QVERIFY(copied.value("isFavorite"_L1).toBool());
    QCOMPARE(copied.value("exifInfo"_L1)["description"_L1].toString(), u"At the sea"_s);
    QCOMPARE(copied.value("exifInfo"_L1)["rating"_L1].toInt(), 4);
    QCOMPARE(tagsOf(copied), (QStringList{u"mine"_s, u"sea"_s}));
    QCOMPARE(albumsOf(m_to).size(), 1);
    QCOMPARE(copied.value("stack"_L1)["assetCount"_L1].toInt(), 3);
    QVERIFY(m->stampOf(m_to) > stamp);
    // What it is taken from keeps it, and doing it again is no harm.
    QCOMPARE(tagsOf(asset(m_from)), QStringList{u"sea"_s});
    QCOMPARE(albumsOf(m_from).size(), 1);
    QCOMPARE(copy(), 204);
    QCOMPARE(asset(m_to).value("stack"_L1), copied.value("stack"_L1));
    QCOMPARE(albumsOf(m_to).first()["assetCount"_L1].toInt(), 2);
}

void AssetCopyCallsTest::partsAreLeft_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part : {"albums", "favorite", "sidecar", "stack"}) {
        QTest::newRow(part) << QString::fromLatin1(part);
    }
}

void AssetCopyCallsTest::partsAreLeft()
{
    QFETCH(QString, part);
    QCOMPARE(copy({{part, false}, {u"sharedLinks"_s, true}}), 204);
    const QJsonObject copied = asset(m_to);
    QCOMPARE(copied.value("isFavorite"_L1).toBool(), part != "favorite"_L1);
    QCOMPARE(copied.value("exifInfo"_L1)["rating"_L1].toInt(), part == "sidecar"_L1 ? 0 : 4);
    QCOMPARE(tagsOf(copied).size(), part == "sidecar"_L1 ? 1 : 2);
    QCOMPARE(albumsOf(m_to).size(), part == "albums"_L1 ? 0 : 1);
    QCOMPARE(copied.value("stack"_L1).isNull(), part == "stack"_L1);
}

void AssetCopyCallsTest::theStackShowsTheCopy()
{
    QCOMPARE(copy(), 204);
    QCOMPARE(asset(m_other).value("stack"_L1)["primaryAssetId"_L1].toString(), toText(m_to));
    m->call("DELETE", "/api/assets", {{u"ids"_s, ImmichCalls::texts({m_from})}, {u"force"_s, true}});
    QCOMPARE(m->status, 204);
    QCOMPARE(asset(m_other).value("stack"_L1)["assetCount"_L1].toInt(), 2);
    QCOMPARE(asset(m_other).value("stack"_L1)["primaryAssetId"_L1].toString(), toText(m_to));
}

void AssetCopyCallsTest::wrongInputIsRefused()
{
    QCOMPARE(copy({{u"albums"_s, u"all"_s}}), 400);
    m->call("PUT", "/api/assets/copy", {{u"sourceId"_s, toText(m_from)}});
    QCOMPARE(m->status, 400);
    m->call("PUT", "/api/assets/copy", {{u"sourceId"_s, toText(m_from)}, {u"targetId"_s, toText(newUuid())}});
    QCOMPARE(m->status, 400);
    QCOMPARE(tagsOf(asset(m_to)), QStringList{u"mine"_s});
    m->call("PUT", "/api/assets/copy", {{u"sourceId"_s, toText(m_from)}, {u"targetId"_s, toText(m_from)}});
    QCOMPARE(m->status, 204);
}

void AssetCopyCallsTest::unusedTagsGo()
{
    m->call("PUT", "/api/tags", {{u"tags"_s, QJsonArray{u"empty/below"_s, u"sea/deep"_s}}});
    m->call("POST", "/api/jobs", {{u"name"_s, u"tag-cleanup"_s}});
    QCOMPARE(m->status, 204);
    QStringList left;
    for (const QJsonValue tag : m->list("GET", "/api/tags", {}, u"TagResponseDto"_s)) {
        left << tag["value"_L1].toString();
    }
    QCOMPARE(left, (QStringList{u"mine"_s, u"sea"_s}));
    m->call("POST", "/api/jobs", {{u"name"_s, u"person-cleanup"_s}});
    QCOMPARE(m->status, 204);
    for (const QString &wrong : {u"backup-database"_s, u"explode"_s, QString()}) {
        m->call("POST", "/api/jobs", {{u"name"_s, wrong}});
        QCOMPARE(m->status, 400);
    }
}

QTEST_GUILESS_MAIN(AssetCopyCallsTest)
#include "tst_asset_copy_calls.moc"
