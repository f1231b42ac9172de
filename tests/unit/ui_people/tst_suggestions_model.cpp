// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "ui/people/suggestions_model.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::SuggestionsModel;

/// Three pairs of people who look alike.
class TestSuggestionsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_model.reset(); }
    void anAnswerGoesAtOnce_data();
    void anAnswerGoesAtOnce();
    void manyAtOnce();
    void skippedOnesWait();
    void answersAreTakenBackOneByOne();

private:
    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<SuggestionsModel> m_model;
};

void TestSuggestionsModel::init()
{
    m = std::make_unique<test::WindowFixture>();
    for (int pair = 0; pair < 3; ++pair) {
        m->photoOf({m->face(10 * pair + 1, 0, 0.1F, 1)});
        m->photoOf({m->faceBetween(10 * pair + 1, 10 * pair + 2, 0.40 + 0.01 * pair)});
    }
    m->cluster();
    m_model = m->make<SuggestionsModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->componentComplete();
    QTRY_COMPARE(m_model->count(), 3);
}

void TestSuggestionsModel::anAnswerGoesAtOnce_data()
{
    QTest::addColumn<bool>("isSame");
    QTest::newRow("yes") << true;
    QTest::newRow("no") << false;
}

void TestSuggestionsModel::anAnswerGoesAtOnce()
{
    QFETCH(bool, isSame);
    const QString second = m_model->index(1).data(SuggestionsModel::SuggestionIdRole).toString();
    const qint64 people = m->everybody().total;
    m_model->answer({0}, isSame);
    QCOMPARE(m_model->count(), 2);
    QCOMPARE(m_model->total(), 2);
    QCOMPARE(m_model->index(0).data(SuggestionsModel::SuggestionIdRole).toString(), second);
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    QCOMPARE(m->everybody().total, isSame ? people - 1 : people);
    QCOMPARE(m->suggestions.list(m->owner.userId, 1, 10)->total, 2);
    QVERIFY(m_model->canUndo());
    m_model->undo();
    QTRY_COMPARE(m_model->count(), 3);
    QTRY_COMPARE(m->everybody().total, people);
    QVERIFY(!m_model->canUndo());
}

void TestSuggestionsModel::manyAtOnce()
{
    const qint64 people = m->everybody().total;
    m_model->answer({2, 0}, true);
    QCOMPARE(m_model->count(), 1);
    QTRY_COMPARE(m->everybody().total, people - 2);
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    m->undoStack().undo();
    QTRY_COMPARE(m_model->count(), 3);
    QCOMPARE(m->everybody().total, people);
}

void TestSuggestionsModel::skippedOnesWait()
{
    m_model->skip(0);
    QCOMPARE(m_model->count(), 2);
    m_model->reload();
    QTest::qWait(0);
    QCOMPARE(m_model->count(), 2);
    QVERIFY(!m->undoStack().canUndo());
    m_model->undo();
    QCOMPARE(m_model->count(), 3);
}

void TestSuggestionsModel::answersAreTakenBackOneByOne()
{
    m_model->answer({0}, false);
    m_model->skip(0);
    m_model->answer({0}, false);
    QCOMPARE(m_model->count(), 0);
    QTRY_COMPARE(m->suggestions.list(m->owner.userId, 1, 10)->total, 1);
    m_model->undo();
    QTRY_COMPARE(m_model->count(), 1);
    m_model->undo();
    QCOMPARE(m_model->count(), 2);
    m_model->undo();
    QTRY_COMPARE(m_model->count(), 3);
}

QTEST_GUILESS_MAIN(TestSuggestionsModel)
#include "tst_suggestions_model.moc"
