// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "ui/images/saved_searches_model.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestSavedSearchesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNameThatIsTaken();
    void rowsThatAreNot();
    void saveRenameRemoveAndBack();

private:
    [[nodiscard]] QStringList names() const;

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<SavedSearches> m_model;
};

void TestSavedSearchesModel::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_model = m->make<SavedSearches>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->componentComplete();
    QTRY_COMPARE(m_model->status(), ListModel::Status::Ready);
}

void TestSavedSearchesModel::cleanup()
{
    m_model.reset();
    m.reset();
}

QStringList TestSavedSearchesModel::names() const
{
    QStringList names;
    for (int row = 0; row < m_model->count(); ++row) {
        names += m_model->index(row).data(SavedSearches::NameRole).toString();
    }
    return names;
}

void TestSavedSearchesModel::aNameThatIsTaken()
{
    const QSignalSpy failures(m_model.get(), &SavedSearches::failed);
    m_model->save(u"Sea"_s, u"tag_sea"_s, {}, {});
    QTRY_COMPARE(names(), QStringList{u"Sea"_s});
    m_model->save(u"sea"_s, u"rating>=4"_s, {}, {});
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(failures[0].first().toString(), u"There is a search “sea” already. Choose another name."_s);
    QCOMPARE(names(), QStringList{u"Sea"_s});
    m_model->save(u"  "_s, {}, {}, {});
    QTRY_COMPARE(failures.size(), 2);
    QCOMPARE(failures[1].first().toString(), u"A search needs a name to be saved under."_s);
    m_model->save(QString(300, u'x'), {}, {}, {});
    QTRY_COMPARE(failures.size(), 3);
    QCOMPARE(names(), QStringList{u"Sea"_s});
}

void TestSavedSearchesModel::rowsThatAreNot()
{
    m_model->rename(0, u"x"_s);
    m_model->remove(-1);
    QCOMPARE(m_model->count(), 0);
    QVERIFY(!m->undoStack().canUndo());
}

void TestSavedSearchesModel::saveRenameRemoveAndBack()
{
    m_model->save(u" Sea "_s, u"tag_sea"_s, u"boat"_s, u"rating desc"_s);
    QTRY_COMPARE(names(), QStringList{u"Sea"_s});
    const QModelIndex first = m_model->index(0);
    QCOMPARE(first.data(SavedSearches::FilterRole).toString(), u"tag_sea"_s);
    QCOMPARE(first.data(SavedSearches::SearchRole).toString(), u"boat"_s);
    QCOMPARE(first.data(SavedSearches::OrderRole).toString(), u"rating desc"_s);
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    m_model->rename(0, u"Water"_s);
    QTRY_COMPARE(names(), QStringList{u"Water"_s});
    QTRY_COMPARE(m->undoStack().undoText(), u"“Sea” renamed"_s);
    m_model->remove(0);
    QTRY_COMPARE(m_model->count(), 0);
    QTRY_COMPARE(m->undoStack().undoText(), u"“Water” deleted"_s);
    m->undoStack().undo();
    QTRY_COMPARE(names(), QStringList{u"Water"_s});
    QCOMPARE(m_model->index(0).data(SavedSearches::SearchRole).toString(), u"boat"_s);
    m->undoStack().undo();
    QTRY_COMPARE(names(), QStringList{u"Sea"_s});
    m->undoStack().undo();
    QTRY_COMPARE(m_model->count(), 0);
    m->undoStack().redo();
    QTRY_COMPARE(names(), QStringList{u"Sea"_s});
}

QTEST_GUILESS_MAIN(TestSavedSearchesModel)
#include "tst_saved_searches_model.moc"
