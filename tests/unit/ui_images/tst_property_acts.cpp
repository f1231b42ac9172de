// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "library/metadata_doc.h"
#include "support/patience.h"
#include "ui/base/selection.h"
#include "ui/images/fact_values.h"
#include "ui/images/image_acts.h"
#include "ui/images/timeline_model.h"
#include "window_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestPropertyActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void valuesAsTheyAreWritten_data();
    void valuesAsTheyAreWritten();
    void whatIsNoValueIsSaid();
    void whatPropertiesUsuallyAre();
    void aPropertyAndBack();
    void tagsAddedAndRemovedAndBack();
    void tagsThatAreNoKeys();
    void tenThousandAndOneUndo();
    void oneThatCannotTakeItKeepsNoneBack();

private:
    [[nodiscard]] QVariant one(size_t photo) const { return toText(m_photos[photo].uuid); }
    [[nodiscard]] QStringList tagsOf(size_t photo)
    {
        return *m->database->read([&](storage::Connection &db) -> Result<QStringList> {
            return library::readTags(db, m_photos[photo].assetId);
        });
    }
    [[nodiscard]] QJsonValue valueOf(size_t photo, const QString &key)
    {
        return *m->database->read([&](storage::Connection &db) -> Result<QJsonValue> {
            return library::readDoc(db, m_photos[photo].assetId).values.value(key);
        });
    }
    static QVariantMap set(const QString &key, const QString &text, int kind = FactValues::Text)
    {
        return {{u"key"_s, key}, {u"kind"_s, kind}, {u"text"_s, text}};
    }
    void finish() { QTRY_VERIFY_WITH_TIMEOUT(!m_acts->isBusy(), 60'000); }

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<ImageActs> m_acts;
    std::vector<library::Registered> m_photos;
};

void TestPropertyActs::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_acts = std::make_unique<ImageActs>(m->context.get(), &m->undoStack());
    m_photos = m->photosInARow(3);
}

void TestPropertyActs::cleanup()
{
    m_acts.reset();
    m.reset();
}

void TestPropertyActs::valuesAsTheyAreWritten_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("text") << int(FactValues::Text) << u" 7 "_s << QJsonValue(u" 7 "_s);
    QTest::newRow("whole") << int(FactValues::Number) << u"7"_s << QJsonValue(7);
    QTest::newRow("large") << int(FactValues::Number) << u"9007199254740993"_s << QJsonValue(qint64(9007199254740993));
    QTest::newRow("fraction") << int(FactValues::Number) << u" -1.5 "_s << QJsonValue(-1.5);
    QTest::newRow("yes") << int(FactValues::YesNo) << u"true"_s << QJsonValue(true);
    QTest::newRow("no") << int(FactValues::YesNo) << u"false"_s << QJsonValue(false);
    QTest::newRow("nothing") << int(FactValues::Nothing) << u"x"_s << QJsonValue();
}

void TestPropertyActs::valuesAsTheyAreWritten()
{
    QFETCH(int, kind);
    QFETCH(QString, text);
    QFETCH(QJsonValue, value);
    const auto made = FactValues::value(u"key"_s, FactValues::Kind(kind), text);
    QVERIFY(made);
    QCOMPARE(*made, value);
    QCOMPARE(FactValues::kindOf(value), FactValues::Kind(kind));
    if (!value.isNull()) {
        QCOMPARE(*FactValues::value(u"key"_s, FactValues::Kind(kind), FactValues::written(value)), value);
    }
}

void TestPropertyActs::whatIsNoValueIsSaid()
{
    const FactValues values;
    QVERIFY(values.problem(u"note"_s, FactValues::Text, u"anything"_s).isEmpty());
    QVERIFY(values.problem(u"note"_s, FactValues::Number, u"seven"_s).contains(u"seven"_s));
    QVERIFY(values.problem(u"rating"_s, FactValues::Number, u"7"_s).contains(u"rating"_s));
    QVERIFY(!values.problem(u"width"_s, FactValues::Number, u"7"_s).isEmpty());
    QVERIFY(!values.problem(u"two words"_s, FactValues::Text, u"7"_s).isEmpty());
    QVERIFY(!values.problem(QString(), FactValues::Text, u"7"_s).isEmpty());
    QVERIFY(values.tagProblem(u"New York"_s).isEmpty());
    QVERIFY(!values.tagProblem(u" "_s).isEmpty());
    QVERIFY(!values.tagProblem(QString(300, u'x')).isEmpty());
}

void TestPropertyActs::whatPropertiesUsuallyAre()
{
    const FactValues values;
    QCOMPARE(values.usualKind(u"rating"_s), int(FactValues::Number));
    QCOMPARE(values.usualKind(u"seed"_s), int(FactValues::Number));
    QCOMPARE(values.usualKind(u"is_favorite"_s), int(FactValues::YesNo));
    QCOMPARE(values.usualKind(u"tag_sea"_s), int(FactValues::YesNo));
    QCOMPARE(values.usualKind(u"created_at"_s), int(FactValues::Text));
    QCOMPARE(values.usualKind(u"anything"_s), int(FactValues::Text));
}

void TestPropertyActs::aPropertyAndBack()
{
    m_acts->edit(one(0), {set(u"client"_s, u"Anna"_s), set(u"shot"_s, u"4"_s, FactValues::Number)});
    finish();
    QCOMPARE(valueOf(0, u"client"_s), QJsonValue(u"Anna"_s));
    m_acts->edit(one(0), {set(u"client"_s, {}, FactValues::Nothing)});
    finish();
    QVERIFY(valueOf(0, u"client"_s).isUndefined());
    m->undoStack().undo();
    finish();
    QCOMPARE(valueOf(0, u"client"_s), QJsonValue(u"Anna"_s));
    m->undoStack().undo();
    finish();
    QVERIFY(valueOf(0, u"client"_s).isUndefined() && valueOf(0, u"shot"_s).isUndefined());
    m->undoStack().redo();
    finish();
    QCOMPARE(valueOf(0, u"shot"_s), QJsonValue(4));
}

void TestPropertyActs::tagsAddedAndRemovedAndBack()
{
    m_acts->changeTags(one(0), {u"sea"_s, u"blue"_s}, {});
    finish();
    m_acts->changeTags(one(0), {u"red"_s}, {u"blue"_s});
    finish();
    QCOMPARE(tagsOf(0), (QStringList{u"red"_s, u"sea"_s}));
    m->undoStack().undo();
    finish();
    QCOMPARE(tagsOf(0), (QStringList{u"blue"_s, u"sea"_s}));
    QVERIFY(m->undoStack().undoText().contains(u"Tags"_s));
}

void TestPropertyActs::tagsThatAreNoKeys()
{
    m_acts->changeTags(one(0), {u"sea"_s}, {});
    finish();
    m_acts->changeTags(one(0), {u"New York"_s, u"张三 & 李四"_s}, {});
    finish();
    QCOMPARE(tagsOf(0), (QStringList{u"New York"_s, u"sea"_s, u"张三 & 李四"_s}));
    m_acts->changeTags(one(0), {}, {u"New York"_s});
    finish();
    QCOMPARE(tagsOf(0), (QStringList{u"sea"_s, u"张三 & 李四"_s}));
    m->undoStack().undo();
    finish();
    QCOMPARE(tagsOf(0), (QStringList{u"New York"_s, u"sea"_s, u"张三 & 李四"_s}));
}

void TestPropertyActs::tenThousandAndOneUndo()
{
    m->addRows(10'000, 1'600'000'100'000);
    m_acts->edit(one(0), {set(u"client"_s, u"before"_s)});
    finish();
    auto model = m->make<TimelineModel>();
    model->componentComplete();
    QTRY_COMPARE(model->count(), 10'003);
    Selection selection;
    selection.setModel(model.get());
    selection.selectAll();
    QElapsedTimer timer;
    timer.start();
    m_acts->edit(QVariant::fromValue(&selection), {set(u"client"_s, u"Anna"_s)});
    finish();
    qInfo() << "10,003 edited in" << timer.elapsed() << "ms";
    const char *count = "SELECT count(*) FROM prop p JOIN prop_key k ON k.id = p.key_id WHERE k.name = 'client' AND "
                        "p.txt = 'Anna'";
    QCOMPARE(m->number(count), 10'003);
    m->undoStack().undo();
    finish();
    QCOMPARE(m->number(count), 0);
    QCOMPARE(valueOf(0, u"client"_s), QJsonValue(u"before"_s));
    QVERIFY(valueOf(1, u"client"_s).isUndefined());
    m->undoStack().redo();
    finish();
    QCOMPARE(m->number(count), 10'003);
    timer.start();
    m_acts->changeTags(QVariant::fromValue(&selection), {u"sea"_s, u"New York"_s}, {});
    finish();
    qInfo() << "10,003 tagged in" << timer.elapsed() << "ms";
    QCOMPARE(m->number("SELECT count(*) FROM asset_tag WHERE tag = 'New York'"), 10'003);
    m->undoStack().undo();
    finish();
    QCOMPARE(m->number("SELECT count(*) FROM asset_tag"), 0);
}

void TestPropertyActs::oneThatCannotTakeItKeepsNoneBack()
{
    QVariantList many;
    for (int i = 0; i < 1000; ++i) {
        many << set(u"key%1"_s.arg(i), u"x"_s);
    }
    m_acts->edit(one(0), many);
    finish();
    auto model = m->make<TimelineModel>();
    model->componentComplete();
    QTRY_COMPARE(model->count(), 3);
    Selection selection;
    selection.setModel(model.get());
    selection.selectAll();
    const QSignalSpy failed(m_acts.get(), &ImageActs::failed);
    m_acts->edit(QVariant::fromValue(&selection), {set(u"one_more"_s, u"x"_s)});
    finish();
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().toString().startsWith(u"1 "_s));
    QCOMPARE(valueOf(1, u"one_more"_s), QJsonValue(u"x"_s));
    QVERIFY(valueOf(0, u"one_more"_s).isUndefined());
    m->undoStack().undo();
    finish();
    QVERIFY(valueOf(1, u"one_more"_s).isUndefined());
}

QTEST_GUILESS_MAIN(TestPropertyActs)
#include "tst_property_acts.moc"
