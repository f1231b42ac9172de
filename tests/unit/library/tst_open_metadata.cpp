// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "library/asset_edit.h"
#include "library/image_record.h"
#include "library/metadata_doc.h"
#include "library/open_metadata.h"
#include "library/store_metadata.h"
#include "library/trash.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::MetadataEdit;

namespace {

constexpr qint64 beyondDoubles = 9'007'199'254'740'993;

using Values = std::vector<std::pair<QString, QJsonValue>>;

} // namespace

class OpenMetadataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void valuesAreKeptByTheirType();
    void nullTakesAway();
    void integersAreExact();
    void columnsAreWritten();
    void tagsAndTheirKeysAreOneThing();
    void aTagThatIsFalseIsNoTag();
    void allTagsComeBeforeSingleOnes();
    void refused_data();
    void refused();
    void aRefusedEditChangesNothing();
    void keysOfEveryScript();
    void limits();
    void undoIsExact_data();
    void undoIsExact();
    void anEditIsOneChange();
    void photosInTheTrashAreNotThere();
    void whatFilesSayIsKept();
    void whatPeopleSetStays();
    void whatPeopleTookAwayStaysAway();
    void whatTheFileSaysNoMoreGoes();
    void manyAtOnce();
    void aStoppedCallDoesNothing();

private:
    Result<MetadataEdit> edit(const Values &values);
    /// The record as answers show it.
    QJsonObject record();
    QJsonValue value(const QString &key) { return record().value(key); }
    /// An expression over the row of an open key.
    qint64 property(const char *expression, const QString &key)
    {
        const std::string sql = std::string("SELECT ") + expression +
                                " FROM prop WHERE asset_id = ?1 AND key_id = (SELECT id FROM prop_key WHERE name = ?2)";
        return m->number(sql.c_str(), m_photo.assetId, key);
    }
    void read(const media::Metadata &metadata);

    std::unique_ptr<test::LibraryFixture> m;
    library::Registered m_photo;
};

void OpenMetadataTest::init()
{
    m = std::make_unique<test::LibraryFixture>();
    m_photo = *m->upload(m->jpeg(10));
}

Result<MetadataEdit> OpenMetadataTest::edit(const Values &values)
{
    return m->change([&](storage::Transaction &transaction) {
        return library::editMetadata(transaction, *m->services, m->owner.userId, m_photo.uuid, {values});
    });
}

QJsonObject OpenMetadataTest::record()
{
    return *m->database->read([&](storage::Connection &db) -> Result<QJsonObject> {
        return library::imageRecord(db, m_photo.assetId)->metadata;
    });
}

void OpenMetadataTest::read(const media::Metadata &metadata)
{
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        library::storeMetadata(transaction, *library::findAssetById(transaction.db(), m_photo.assetId), metadata);
        return {};
    }));
}

void OpenMetadataTest::valuesAreKeptByTheirType()
{
    QVERIFY(edit({{u"note"_s, u"Grüße"_s}, {u"steps"_s, 20}, {u"cfg"_s, 7.5}, {u"is_nsfw"_s, false}, {u"ok"_s, true}}));
    QCOMPARE(value(u"note"_s), QJsonValue(u"Grüße"_s));
    QCOMPARE(value(u"steps"_s), QJsonValue(20));
    QCOMPARE(value(u"cfg"_s), QJsonValue(7.5));
    QCOMPARE(value(u"is_nsfw"_s), QJsonValue(false));
    // As they are searched: numbers in num alone, texts in txt alone, true and false in both.
    QCOMPARE(property("num IS NULL AND txt = 'Grüße'", u"note"_s), 1);
    QCOMPARE(property("num = 20 AND typeof(num) = 'integer' AND txt IS NULL", u"steps"_s), 1);
    QCOMPARE(property("num = 7.5 AND txt IS NULL", u"cfg"_s), 1);
    QCOMPARE(property("num = 0 AND txt = 'false'", u"is_nsfw"_s), 1);
    QCOMPARE(property("num = 1 AND txt = 'true'", u"ok"_s), 1);
    QVERIFY(edit({{u"note"_s, 5}}));
    QCOMPARE(property("num = 5 AND txt IS NULL", u"note"_s), 1);
}

void OpenMetadataTest::nullTakesAway()
{
    QVERIFY(edit({{u"note"_s, u"a"_s}, {u"rating"_s, 4}, {u"tag_x"_s, true}}));
    QVERIFY(edit({{u"note"_s, {}}, {u"rating"_s, {}}, {u"tag_x"_s, {}}, {u"never_there"_s, {}}}));
    for (const QString &key : {u"note"_s, u"rating"_s, u"tag_x"_s, u"tags"_s, u"never_there"_s}) {
        QVERIFY2(!record().contains(key), qPrintable(key));
    }
    QCOMPARE(m->number("SELECT count(*) FROM prop"), 0);
    QCOMPARE(m->number("SELECT count(*) FROM asset_tag"), 0);
}

void OpenMetadataTest::integersAreExact()
{
    QVERIFY(edit({{u"seed"_s, beyondDoubles}}));
    QCOMPARE(value(u"seed"_s).toInteger(), beyondDoubles);
    QCOMPARE(property("num", u"seed"_s), beyondDoubles);
    // One apart, which as doubles would be the same.
    QVERIFY(edit({{u"seed"_s, beyondDoubles - 1}}));
    QCOMPARE(property("num", u"seed"_s), beyondDoubles - 1);
    QVERIFY(edit({{u"seed"_s, std::numeric_limits<qint64>::min()}}));
    QCOMPARE(property("num", u"seed"_s), std::numeric_limits<qint64>::min());
}

void OpenMetadataTest::columnsAreWritten()
{
    QVERIFY(edit({{u"rating"_s, 4.5},
                  {u"is_favorite"_s, true},
                  {u"task_id"_s, u"uuid-123"_s},
                  {u"frame_number"_s, 12},
                  {u"type"_s, u"generated"_s},
                  {u"model"_s, u"sd"_s},
                  {u"latitude"_s, -33.5},
                  {u"longitude"_s, 151},
                  {u"file_name"_s, u"夏.jpg"_s},
                  {u"created_at"_s, u"2024-05-06T07:08:09+02:00"_s}}));
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE rating = 4.5 AND is_favorite = 1 AND task_id = 'uuid-123' AND "
                       "frame_number = 12 AND type = 'generated' AND model = 'sd' AND latitude = -33.5 AND longitude = "
                       "151 AND file_name = '夏.jpg' AND created_offset = 120"),
             1);
    QCOMPARE(m->number("SELECT count(*) FROM prop"), 0);
    QCOMPARE(value(u"created_at"_s).toString(), u"2024-05-06T05:08:09Z"_s);
    QVERIFY(edit({{u"is_favorite"_s, false}}));
    QCOMPARE(value(u"is_favorite"_s), QJsonValue(false));
    QCOMPARE(property("num = 0 AND txt = 'false'", u"is_favorite"_s), 1);
    QVERIFY(edit({{u"is_favorite"_s, {}}, {u"created_at"_s, {}}}));
    QVERIFY(!record().contains(u"is_favorite"_s));
    QCOMPARE(m->number("SELECT created_at = imported_at FROM asset"), 1);
}

void OpenMetadataTest::tagsAndTheirKeysAreOneThing()
{
    QVERIFY(edit({{u"tag_masterpiece"_s, true}}));
    QCOMPARE(value(u"tags"_s), QJsonValue(QJsonArray{u"masterpiece"_s}));
    QVERIFY(edit({{u"tags"_s, QJsonArray{u"夏"_s, u"two words"_s, u"夏"_s}}}));
    QCOMPARE(value(u"tags"_s).toArray().size(), 2);
    QCOMPARE(value(u"tag_夏"_s), QJsonValue(true));
    QVERIFY(!record().contains(u"tag_masterpiece"_s));
    QVERIFY(!record().contains(u"tag_two words"_s));
    QVERIFY(edit({{u"tags"_s, {}}}));
    QCOMPARE(m->number("SELECT count(*) FROM asset_tag"), 0);
}

void OpenMetadataTest::aTagThatIsFalseIsNoTag()
{
    QVERIFY(edit({{u"tag_nsfw"_s, true}}));
    QVERIFY(edit({{u"tag_nsfw"_s, false}}));
    QVERIFY(!record().contains(u"tags"_s));
    QCOMPARE(value(u"tag_nsfw"_s), QJsonValue(false));
    QCOMPARE(property("num = 0 AND txt = 'false'", u"tag_nsfw"_s), 1);
    QVERIFY(edit({{u"tags"_s, QJsonArray{u"nsfw"_s}}}));
    QCOMPARE(value(u"tag_nsfw"_s), QJsonValue(true));
    QCOMPARE(m->number("SELECT count(*) FROM prop"), 0);
}

void OpenMetadataTest::allTagsComeBeforeSingleOnes()
{
    QVERIFY(edit({{u"tag_b"_s, true}, {u"tags"_s, QJsonArray{u"a"_s, u"c"_s}}, {u"tag_c"_s, false}}));
    QCOMPARE(value(u"tags"_s), QJsonValue(QJsonArray{u"a"_s, u"b"_s}));
}

void OpenMetadataTest::refused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("error");
    const auto add = [](const QString &key, const QJsonValue &value, const QString &error = u"invalid_argument"_s) {
        QTest::newRow(qPrintable(key + QString::number(int(value.type())) + value.toString())) << key << value << error;
    };
    for (const QString &key : {u"hash"_s, u"width"_s, u"height"_s, u"size"_s, u"mime_type"_s, u"duration"_s,
                               u"is_trashed"_s, u"people"_s, u"albums"_s, u"stack_id"_s, u"is_stacked"_s}) {
        add(key, 1, u"read_only_field"_s);
        add(key, {}, u"read_only_field"_s);
    }
    for (const QString &key :
         {u""_s, u"a-b"_s, u"a b"_s, u"a.b"_s, u"$filter"_s, u"a😀"_s, u"\u0301a"_s, QString(129, u'a')}) {
        add(key, 1);
    }
    add(u"note"_s, QJsonArray{1});
    add(u"note"_s, QJsonObject());
    add(u"note"_s, u"a\0b"_s);
    add(u"note"_s, QString(65'537, u'a'));
    add(u"rating"_s, 5.1);
    add(u"rating"_s, -0.1);
    add(u"rating"_s, u"5"_s);
    add(u"rating"_s, true);
    add(u"is_favorite"_s, 1);
    add(u"is_archived"_s, u"yes"_s);
    add(u"is_favorite"_s, u"true"_s);
    add(u"task_id"_s, 5);
    add(u"frame_number"_s, 1.5);
    add(u"frame_number"_s, u"1"_s);
    add(u"model"_s, false);
    add(u"latitude"_s, 90.5);
    add(u"longitude"_s, -181);
    add(u"file_name"_s, {});
    add(u"file_name"_s, u"a/b.jpg"_s);
    add(u"file_name"_s, u"  "_s);
    add(u"created_at"_s, 5);
    add(u"created_at"_s, u"yesterday"_s);
    add(u"created_at"_s, u"2024-13-01T00:00:00Z"_s);
    add(u"tag_x"_s, 1);
    add(u"tag_x"_s, u"true"_s);
    add(u"tags"_s, u"x"_s);
    add(u"tags"_s, QJsonArray{1});
    add(u"tags"_s, QJsonArray{u" "_s});
    add(u"tags"_s, QJsonArray{u"a\nb"_s});
    add(u"tags"_s, QJsonArray{QString(257, u'a')});
}

void OpenMetadataTest::refused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(QString, error);
    const auto done = edit({{key, value}});
    QVERIFY(!done);
    QCOMPARE(done.error().name(), error);
    QCOMPARE(done.error().fact(u"field"_s), key.left(80));
}

void OpenMetadataTest::aRefusedEditChangesNothing()
{
    const QJsonObject before = record();
    const qint64 stamp = m->stampOf(m_photo.uuid);
    QVERIFY(!edit({{u"note"_s, u"a"_s}, {u"rating"_s, 4}, {u"tag_x"_s, true}, {u"width"_s, 5}}));
    QCOMPARE(record(), before);
    QCOMPARE(m->stampOf(m_photo.uuid), stamp);
}

void OpenMetadataTest::keysOfEveryScript()
{
    for (const QString &key : {u"ключ"_s, u"备注"_s, u"नाम"_s, u"_"_s, u"2024"_s, u"Ünï_c0de"_s, u"𝒳"_s}) {
        QVERIFY2(edit({{key, 1}}), qPrintable(key));
        QCOMPARE(value(key), QJsonValue(1));
    }
}

void OpenMetadataTest::limits()
{
    Values many;
    for (int i = 0; i < library::metadata_limit::keys; ++i) {
        many.emplace_back(u"key_%1"_s.arg(i), i);
    }
    QVERIFY(edit(many));
    QCOMPARE(edit({{u"one_more"_s, 1}}).error().code, ErrorCode::TooMany);
    QVERIFY(edit({{u"key_0"_s, {}}, {u"one_more"_s, 1}}));
    Values large;
    for (int i = 1; i < 18; ++i) {
        large.emplace_back(u"key_%1"_s.arg(i), QString(65'000, u'a'));
    }
    QCOMPARE(edit(large).error().code, ErrorCode::TooLarge);
    QCOMPARE(value(u"key_1"_s), QJsonValue(1));
}

void OpenMetadataTest::undoIsExact_data()
{
    QTest::addColumn<QJsonObject>("before");
    QTest::addColumn<QJsonObject>("change");
    const QJsonArray ab{u"a"_s, u"b"_s};
    QTest::newRow("new") << QJsonObject() << QJsonObject{{u"note"_s, 1}, {u"rating"_s, 2}, {u"is_favorite"_s, true}};
    QTest::newRow("other") << QJsonObject{{u"note"_s, beyondDoubles}, {u"rating"_s, 2}}
                           << QJsonObject{{u"note"_s, u"a"_s}, {u"rating"_s, {}}};
    QTest::newRow("tags") << QJsonObject{{u"tags"_s, ab}} << QJsonObject{{u"tags"_s, QJsonArray{u"c"_s}}};
    QTest::newRow("tag both ways") << QJsonObject{{u"tags"_s, ab}}
                                   << QJsonObject{{u"tags"_s, QJsonArray{u"c"_s}}, {u"tag_a"_s, true}};
    QTest::newRow("false tag") << QJsonObject{{u"tag_a"_s, false}} << QJsonObject{{u"tags"_s, ab}};
    QTest::newRow("no favourite") << QJsonObject{{u"is_favorite"_s, false}} << QJsonObject{{u"is_favorite"_s, true}};
    QTest::newRow("time") << QJsonObject{{u"created_at"_s, u"2020-02-03T04:05:06.007+05:30"_s}}
                          << QJsonObject{{u"created_at"_s, u"1999-12-31T23:59:59Z"_s}};
}

void OpenMetadataTest::undoIsExact()
{
    QFETCH(QJsonObject, before);
    QFETCH(QJsonObject, change);
    const auto valuesOf = [](const QJsonObject &object) {
        Values values;
        for (auto value = object.begin(); value != object.end(); ++value) {
            values.emplace_back(value.key(), *value);
        }
        return values;
    };
    QVERIFY(edit(valuesOf(before)));
    const QJsonObject was = record();
    const qint64 offset = m->number("SELECT created_offset FROM asset");
    const auto undo = edit(valuesOf(change));
    QVERIFY(undo);
    const QJsonObject became = record();
    QVERIFY(became != was);
    const auto redo = edit(undo->values);
    QVERIFY(redo);
    QCOMPARE(record(), was);
    QCOMPARE(m->number("SELECT created_offset FROM asset"), offset);
    QVERIFY(edit(redo->values));
    QCOMPARE(record(), became);
}

void OpenMetadataTest::anEditIsOneChange()
{
    QStringList told;
    const auto listening = m->events.subscribe([&](const Event &event) { told << event.type; });
    const qint64 before = m->stampOf(m_photo.uuid);
    QVERIFY(edit({{u"a"_s, 1}, {u"rating"_s, 3}, {u"tags"_s, QJsonArray{u"x"_s}}}));
    QVERIFY(m->stampOf(m_photo.uuid) > before);
    QCOMPARE(told, QStringList{u"asset.changed"_s});
}

void OpenMetadataTest::photosInTheTrashAreNotThere()
{
    QVERIFY(m->change([&](storage::Transaction &tx) {
        return library::Trash(*m->services).moveToTrash(tx, m->owner.userId, m_photo.uuid);
    }));
    QCOMPARE(edit({{u"a"_s, 1}}).error().code, ErrorCode::NotFound);
}

void OpenMetadataTest::whatFilesSayIsKept()
{
    media::Metadata metadata;
    metadata.make = u"Canon"_s;
    metadata.model = u"EOS 6D"_s;
    metadata.iso = 400;
    metadata.keywords = {u"sea"_s, u"two words"_s};
    metadata.generation.emplace();
    metadata.generation->tool = u"ComfyUI"_s;
    metadata.generation->model = u"sd_xl"_s;
    metadata.generation->prompt = u"a cat"_s;
    metadata.generation->seed = quint64(beyondDoubles);
    metadata.generation->cfgScale = 7;
    read(metadata);
    QCOMPARE(value(u"camera"_s).toString(), u"Canon EOS 6D"_s);
    QCOMPARE(value(u"iso"_s), QJsonValue(400));
    QCOMPARE(value(u"type"_s).toString(), u"generated"_s);
    QCOMPARE(value(u"model"_s).toString(), u"sd_xl"_s);
    QCOMPARE(value(u"prompt"_s).toString(), u"a cat"_s);
    QCOMPARE(value(u"seed"_s).toInteger(), beyondDoubles);
    QCOMPARE(value(u"tag_sea"_s), QJsonValue(true));
    QCOMPARE(property("num", u"seed"_s), beyondDoubles);
    QVERIFY(!record().contains(u"lens"_s));
    // A seed that the database's integers do not hold is kept to the last digit all the same.
    metadata.generation->seed = std::numeric_limits<quint64>::max();
    read(metadata);
    QCOMPARE(value(u"seed"_s).toString(), u"18446744073709551615"_s);
}

void OpenMetadataTest::whatPeopleSetStays()
{
    QVERIFY(edit({{u"camera"_s, u"mine"_s},
                  {u"created_at"_s, u"2001-02-03T04:05:06Z"_s},
                  {u"rating"_s, 1},
                  {u"latitude"_s, 1},
                  {u"longitude"_s, 2},
                  {u"model"_s, u"my model"_s},
                  {u"type"_s, u"drawing"_s},
                  {u"tag_sea"_s, false}}));
    media::Metadata metadata;
    metadata.model = u"EOS 6D"_s;
    metadata.lensModel = u"50mm"_s;
    metadata.captured = media::CaptureTime{1'600'000'000'000, 0};
    metadata.rating = 5;
    metadata.location = media::GeoPoint{50, 8, {}};
    metadata.keywords = {u"sea"_s, u"sun"_s};
    metadata.generation.emplace();
    metadata.generation->model = u"sd_xl"_s;
    read(metadata);
    QCOMPARE(value(u"camera"_s).toString(), u"mine"_s);
    QCOMPARE(value(u"lens"_s).toString(), u"50mm"_s);
    QCOMPARE(value(u"created_at"_s).toString(), u"2001-02-03T04:05:06Z"_s);
    QCOMPARE(value(u"rating"_s), QJsonValue(1));
    QCOMPARE(value(u"latitude"_s), QJsonValue(1));
    QCOMPARE(value(u"model"_s).toString(), u"my model"_s);
    QCOMPARE(value(u"type"_s).toString(), u"drawing"_s);
    QCOMPARE(value(u"tags"_s), QJsonValue(QJsonArray{u"sun"_s}));
    QVERIFY(edit({{u"created_at"_s, {}}}));
    QCOMPARE(value(u"created_at"_s).toString(), u"2020-09-13T12:26:40Z"_s);
}

void OpenMetadataTest::whatPeopleTookAwayStaysAway()
{
    media::Metadata metadata;
    metadata.lensModel = u"50mm"_s;
    metadata.rating = 5;
    read(metadata);
    library::AssetEdit noStars;
    noStars.rating.emplace(std::nullopt);
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::editAsset(transaction, *m->services, m->owner.userId, m_photo.uuid, noStars);
    }));
    QVERIFY(edit({{u"lens"_s, {}}}));
    read(metadata);
    QVERIFY(!record().contains(u"lens"_s));
    QVERIFY(!record().contains(u"rating"_s));
}

void OpenMetadataTest::whatTheFileSaysNoMoreGoes()
{
    media::Metadata metadata;
    metadata.lensModel = u"50mm"_s;
    read(metadata);
    QVERIFY(edit({{u"note"_s, u"mine"_s}}));
    read({});
    QVERIFY(!record().contains(u"lens"_s));
    QCOMPARE(value(u"note"_s).toString(), u"mine"_s);
}

void OpenMetadataTest::manyAtOnce()
{
    const auto second = *m->upload(m->jpeg(20));
    const QByteArray first = m->asset(m_photo.uuid)->sha256;
    const QByteArray other = m->asset(second.uuid)->sha256;
    const std::vector<library::ItemEdit> items{{first, {{{u"note"_s, 1}}}},
                                               {QByteArray(32, 'x'), {{{u"note"_s, 1}}}},
                                               {other, {{{u"note"_s, 2}, {u"width"_s, 2}}}},
                                               {other, {{{u"rating"_s, 3}}}}};
    const auto outcomes = library::editMany(*m->services, m->owner.userId, items, [](qint64, qint64) {}, {});
    QVERIFY(outcomes);
    QCOMPARE(outcomes->size(), size_t(4));
    QVERIFY((*outcomes)[0] && (*outcomes)[3]);
    QCOMPARE((*outcomes)[1].error().code, ErrorCode::NotFound);
    QCOMPARE((*outcomes)[2].error().code, ErrorCode::ReadOnlyField);
    QCOMPARE(m->number("SELECT count(*) FROM prop"), 1);
    QCOMPARE(m->stampOf(m_photo.uuid), m->stampOf(second.uuid));
    QCOMPARE((*outcomes)[0]->values.front().second, QJsonValue());
    // Another's photo is not there for anybody else.
    const auto guests = library::editMany(*m->services, m->guest.userId, {items.front()}, [](qint64, qint64) {}, {});
    QCOMPARE(guests->front().error().code, ErrorCode::NotFound);
}

void OpenMetadataTest::aStoppedCallDoesNothing()
{
    std::vector<library::ItemEdit> items(250, {m->asset(m_photo.uuid)->sha256, {{{u"note"_s, 1}}}});
    std::stop_source stop;
    const auto outcomes = library::editMany(
        *m->services, m->owner.userId, items,
        [&](qint64 done, qint64) {
            if (done > 0) {
                stop.request_stop();
            }
        },
        stop.get_token());
    QCOMPARE(outcomes.error().code, ErrorCode::Canceled);
    QCOMPARE(m->number("SELECT count(*) FROM prop"), 0);
}

QTEST_GUILESS_MAIN(OpenMetadataTest)
#include "tst_open_metadata.moc"
