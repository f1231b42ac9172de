// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "support/patience.h"
#include "ui/images/compare_facts.h"
#include "ui/images/fact_sheet.h"
#include "ui/images/image_acts.h"
#include "ui/images/tag_choices.h"
#include "ui/images/timeline_model.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestFactSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneByGroups();
    void parametersAreWhatProgramsTakeBack();
    void whatSeveralHaveInCommon();
    void followsTheSelection();
    void anotherPhotoIsNotTheOneBefore();
    void rowsStayWhereTheyAre();
    void tooManyAreOnlyCounted();
    void twoCompared();
    void tagsThatAreThere();
    void propertiesThatAreThere();

private:
    void edit(const library::Registered &photo, const QVariantList &properties)
    {
        m_acts->edit(toText(photo.uuid), properties);
        QTRY_VERIFY(!m_acts->isBusy());
    }
    static QVariantMap set(const QString &key, const QString &text, int kind = FactValues::Text)
    {
        return {{u"key"_s, key}, {u"kind"_s, kind}, {u"text"_s, text}};
    }
    static QString textOf(const FactModel &model, const QString &key)
    {
        for (const FactRow &row : model.rows()) {
            if (row.key == key) {
                return row.isVarious ? u"various"_s : row.text;
            }
        }
        return u"none"_s;
    }
    void show(const library::Registered &photo)
    {
        m_sheet->setAssetId(toText(photo.uuid));
        QTRY_VERIFY(m_sheet->isLoaded());
    }
    QStringList completions(const QString &text, bool areProperties);

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<ImageActs> m_acts;
    std::unique_ptr<FactSheet> m_sheet;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<Selection> m_selection;
    std::vector<library::Registered> m_photos;
};

void TestFactSheet::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_acts = std::make_unique<ImageActs>(m->context.get(), &m->undoStack());
    m_sheet = m->make<FactSheet>();
    m_sheet->componentComplete();
    m_photos = m->photosInARow(3);
    m_model = m->make<TimelineModel>();
    m_model->componentComplete();
    QTRY_COMPARE(m_model->count(), 3);
    m_selection = std::make_unique<Selection>();
    m_selection->setModel(m_model.get());
}

void TestFactSheet::cleanup()
{
    m_sheet.reset();
    m_selection.reset();
    m_model.reset();
    m_acts.reset();
    m.reset();
}

void TestFactSheet::oneByGroups()
{
    edit(m_photos[0], {set(u"prompt"_s, u"a cat"_s), set(u"seed"_s, u"9007199254740993"_s, FactValues::Number),
                       set(u"client"_s, u"Anna"_s), set(u"is_final"_s, u"true"_s, FactValues::YesNo),
                       set(u"task_id"_s, u"job 7"_s), set(u"frame_number"_s, u"12"_s, FactValues::Number)});
    m_acts->changeTags(toText(m_photos[0].uuid), {u"sea"_s, u"New York"_s}, {});
    QTRY_VERIFY(!m_acts->isBusy());
    show(m_photos[0]);
    QCOMPARE(m_sheet->count(), 1);
    QCOMPARE(textOf(*m_sheet->generation(), u"prompt"_s), u"a cat"_s);
    QCOMPARE(textOf(*m_sheet->generation(), u"seed"_s), u"9007199254740993"_s);
    QCOMPARE(textOf(*m_sheet->own(), u"client"_s), u"Anna"_s);
    QCOMPARE(textOf(*m_sheet->own(), u"is_final"_s), u"Yes"_s);
    QCOMPARE(textOf(*m_sheet->own(), u"tag_sea"_s), u"none"_s);
    QCOMPARE(textOf(*m_sheet->own(), u"rating"_s), u"none"_s);
    QCOMPARE(m_sheet->tags(), (QStringList{u"New York"_s, u"sea"_s}));
    QCOMPARE(m_sheet->taskId(), u"job 7"_s);
    QCOMPARE(m_sheet->frame(), u"12"_s);
}

void TestFactSheet::parametersAreWhatProgramsTakeBack()
{
    edit(m_photos[0], {set(u"prompt"_s, u"a cat"_s), set(u"negative_prompt"_s, u"a dog"_s),
                       set(u"steps"_s, u"20"_s, FactValues::Number), set(u"cfg_scale"_s, u"7.5"_s, FactValues::Number),
                       set(u"sampler"_s, u"Euler a"_s)});
    show(m_photos[0]);
    QCOMPARE(m_sheet->parameters(), u"a cat\nNegative prompt: a dog\nSteps: 20, Sampler: Euler a, CFG scale: 7.5"_s);
    show(m_photos[1]);
    QCOMPARE(m_sheet->parameters(), QString());
}

void TestFactSheet::whatSeveralHaveInCommon()
{
    for (int i = 0; i < 2; ++i) {
        edit(m_photos[size_t(i)], {set(u"client"_s, u"Anna"_s), set(u"shot"_s, QString::number(i)),
                                   set(u"rating"_s, QString::number(3 + i), FactValues::Number)});
    }
    m_acts->changeTags(toText(m_photos[0].uuid), {u"sea"_s, u"blue"_s}, {});
    m_acts->changeTags(toText(m_photos[1].uuid), {u"sea"_s}, {});
    QTRY_VERIFY(!m_acts->isBusy());
    m_selection->setRows({1, 2}, false); // the newest is first
    m_sheet->setSelection(m_selection.get());
    QVERIFY(m_sheet->isMany());
    QTRY_COMPARE(m_sheet->count(), 2);
    QCOMPARE(textOf(*m_sheet->own(), u"client"_s), u"Anna"_s);
    QCOMPARE(textOf(*m_sheet->own(), u"shot"_s), u"various"_s);
    QCOMPARE(m_sheet->rating(), -1);
    QCOMPARE(m_sheet->tags(), QStringList{u"sea"_s});
    QCOMPARE(m_sheet->someTags(), QStringList{u"blue"_s});
    // One without it makes it various.
    m_selection->selectAll();
    QTRY_COMPARE(m_sheet->count(), 3);
    QCOMPARE(textOf(*m_sheet->own(), u"client"_s), u"various"_s);
    QCOMPARE(m_sheet->tags(), QStringList());
    QCOMPARE(m_sheet->someTags(), (QStringList{u"blue"_s, u"sea"_s}));
    // What is done to all of them shows.
    m_acts->edit(m_sheet->what(), {set(u"client"_s, u"Ben"_s)});
    QTRY_COMPARE(textOf(*m_sheet->own(), u"client"_s), u"Ben"_s);
}

void TestFactSheet::followsTheSelection()
{
    m_sheet->setSelection(m_selection.get());
    show(m_photos[0]);
    QCOMPARE(m_sheet->what(), QVariant(toText(m_photos[0].uuid)));
    m_selection->selectAll();
    QVERIFY(m_sheet->isMany());
    QCOMPARE(m_sheet->what().value<Selection *>(), m_selection.get());
    QTRY_COMPARE(m_sheet->count(), 3);
    m_selection->select(0);
    QVERIFY(!m_sheet->isMany());
    QTRY_COMPARE(m_sheet->count(), 1);
}

void TestFactSheet::anotherPhotoIsNotTheOneBefore()
{
    m_acts->changeTags(toText(m_photos[0].uuid), {u"sea"_s}, {});
    QTRY_VERIFY(!m_acts->isBusy());
    show(m_photos[0]);
    QCOMPARE(m_sheet->tags(), QStringList{u"sea"_s});
    m_sheet->setAssetId(toText(m_photos[1].uuid));
    QVERIFY(!m_sheet->isLoaded());
    QVERIFY(m_sheet->tags().isEmpty());
}

void TestFactSheet::rowsStayWhereTheyAre()
{
    FactModel &model = *m_sheet->own();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    edit(m_photos[0], {set(u"a"_s, u"1"_s), set(u"b"_s, u"1"_s), set(u"c"_s, u"1"_s)});
    show(m_photos[0]);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    edit(m_photos[0], {set(u"b"_s, u"2"_s)});
    QTRY_COMPARE(textOf(model, u"b"_s), u"2"_s);
    QCOMPARE(removed.size(), 0);
    edit(m_photos[0], {set(u"b"_s, QString(), FactValues::Nothing), set(u"d"_s, u"1"_s)});
    QTRY_COMPARE(textOf(model, u"b"_s), u"none"_s);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.count(), 3);
}

void TestFactSheet::tooManyAreOnlyCounted()
{
    m->addRows(int(mostCompared), 1'600'000'100'000);
    m_model->reload();
    QTRY_COMPARE(m_model->count(), int(mostCompared) + 3);
    m_sheet->setSelection(m_selection.get());
    m_selection->selectAll();
    QTRY_COMPARE(m_sheet->count(), int(mostCompared) + 3);
    QVERIFY(m_sheet->isTooMany());
    QCOMPARE(m_sheet->file()->count(), 0);
    QElapsedTimer timer;
    timer.start();
    m_selection->setRange(0, 3, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_sheet->isLoaded() && !m_sheet->isTooMany(), 60'000);
    qInfo() << mostCompared << "compared in" << timer.elapsed() << "ms";
    QCOMPARE(m_sheet->count(), int(mostCompared));
}

void TestFactSheet::twoCompared()
{
    edit(m_photos[0], {set(u"prompt"_s, u"a cat"_s), set(u"client"_s, u"Anna"_s)});
    edit(m_photos[1], {set(u"prompt"_s, u"a dog"_s), set(u"client"_s, u"Anna"_s), set(u"note"_s, u"x"_s)});
    auto other = m->make<FactSheet>();
    other->componentComplete();
    show(m_photos[0]);
    other->setAssetId(toText(m_photos[1].uuid));
    CompareFacts compared;
    const QAbstractItemModelTester tester(&compared, QAbstractItemModelTester::FailureReportingMode::QtTest);
    compared.setLeft(m_sheet.get());
    compared.setRight(other.get());
    const auto told = [&] {
        QStringList rows;
        for (int row = 0; row < compared.count(); ++row) {
            const auto text = [&](int role) { return compared.data(compared.index(row), role).toString(); };
            rows << text(CompareFacts::LabelRole) + u'|' + text(CompareFacts::LeftRole) + u'|' +
                        text(CompareFacts::RightRole);
        }
        return rows;
    };
    QTRY_VERIFY(told().contains(u"Prompt|a cat|a dog"_s));
    QVERIFY(told().contains(u"note||x"_s));
    QVERIFY(told().filter(u"client"_s).isEmpty());
    QVERIFY(told().filter(u"Tags"_s).isEmpty());
    m_acts->changeTags(toText(m_photos[0].uuid), {u"sea"_s, u"blue"_s}, {});
    QTRY_VERIFY(told().contains(u"Tags|blue, sea|"_s));
}

QStringList TestFactSheet::completions(const QString &text, bool areProperties)
{
    auto choices = m->make<TagChoices>();
    choices->setAreProperties(areProperties);
    choices->setText(text);
    choices->componentComplete();
    [&] { QTRY_COMPARE(choices->status(), ListModel::Status::Ready); }();
    QStringList names;
    for (int row = 0; row < choices->count(); ++row) {
        names << choices->data(choices->index(row), TagChoices::NameRole).toString();
    }
    return names;
}

void TestFactSheet::tagsThatAreThere()
{
    m_acts->changeTags(toText(m_photos[0].uuid), {u"sea"_s, u"deep sea"_s, u"blue"_s}, {});
    m_acts->changeTags(toText(m_photos[1].uuid), {u"sea"_s, u"Seaside"_s}, {});
    QTRY_VERIFY(!m_acts->isBusy());
    // Of another user.
    QVERIFY(m->run("UPDATE asset SET owner_id = ?2 WHERE uuid = ?1", m_photos[2].uuid, m->guest.userId));
    QVERIFY(m->run("INSERT INTO asset_tag(tag, asset_id) SELECT 'seaweed', id FROM asset WHERE uuid = ?1",
                   m_photos[2].uuid));
    QCOMPARE(completions(u"sea"_s, false), (QStringList{u"Seaside"_s, u"deep sea"_s}));
    QCOMPARE(completions(u"SE"_s, false), (QStringList{u"Seaside"_s, u"sea"_s, u"deep sea"_s}));
}

void TestFactSheet::propertiesThatAreThere()
{
    edit(m_photos[0], {set(u"my_rate"_s, u"1"_s)});
    QCOMPARE(completions(u"rat"_s, true), (QStringList{u"rating"_s, u"my_rate"_s}));
}

QTEST_GUILESS_MAIN(TestFactSheet)
#include "tst_fact_sheet.moc"
