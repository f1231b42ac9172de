// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "ui/images/query_completion.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestQueryCompletionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutALibrary();
    void nothingToOffer();
    void operatorsByTheirMeaning();
    void valuesOfTheLibrary();
    void whatIsPutIn_data();
    void whatIsPutIn();
    void whatIsOfferedFits();
    void namesAndValuesOfAField();

private:
    void write(const QString &text);
    [[nodiscard]] QStringList titles() const;

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<QueryCompletion> m_model;
};

void TestQueryCompletionModel::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_model = m->make<QueryCompletion>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    const auto photo = m->photoAt(1'600'000'000'000);
    for (const QString &tag : {u"sea"_s, u"seaside"_s, u"O'Brien"_s}) {
        QVERIFY(m->run("INSERT INTO asset_tag(tag, asset_id) VALUES (?1, ?2)", tag, photo.assetId));
    }
    m_model->componentComplete();
}

void TestQueryCompletionModel::cleanup()
{
    m_model.reset();
    m.reset();
}

void TestQueryCompletionModel::write(const QString &text)
{
    m_model->setText(text);
    m_model->setCaret(int(text.size()));
}

QStringList TestQueryCompletionModel::titles() const
{
    QStringList titles;
    for (int row = 0; row < m_model->count(); ++row) {
        titles += m_model->index(row).data(QueryCompletion::TitleRole).toString();
    }
    return titles;
}

void TestQueryCompletionModel::withoutALibrary()
{
    QueryCompletion alone;
    alone.setText(u"rat"_s);
    alone.reload();
    QCOMPARE(alone.count(), 0);
}

void TestQueryCompletionModel::nothingToOffer()
{
    write(u"rating ge # "_s);
    QTRY_COMPARE(m_model->count(), 0);
    QCOMPARE(m_model->accepted(0)[u"text"_s].toString(), u"rating ge # "_s);
    QCOMPARE(m_model->accepted(-1)[u"caret"_s].toInt(), 12);
    QCOMPARE(m_model->titleAt(0), QString());
}

void TestQueryCompletionModel::operatorsByTheirMeaning()
{
    write(u"rating g"_s);
    QTRY_COMPARE(titles(), (QStringList{u"ge · at least"_s, u"gt · more than"_s}));
    write(u"rating ge 4 "_s);
    QTRY_COMPARE(titles(), (QStringList{u"and · and also"_s, u"or · or else"_s}));
}

void TestQueryCompletionModel::valuesOfTheLibrary()
{
    write(u"tags/any(t: t eq 'se"_s);
    QTRY_COMPARE(titles(), (QStringList{u"sea"_s, u"seaside"_s}));
    write(u"tags/any(t: t eq 'seas"_s);
    QTRY_COMPARE(titles(), QStringList{u"seaside"_s});
}

void TestQueryCompletionModel::whatIsPutIn_data()
{
    QTest::addColumn<QString>("text"); // the caret is at the bar
    QTest::addColumn<QString>("after");
    QTest::newRow("property") << u"ratin|"_s << u"rating |"_s;
    QTest::newRow("property of the short form") << u"is_nsfw&ratin|"_s << u"is_nsfw&rating|"_s;
    QTest::newRow("operator") << u"rating ge|"_s << u"rating ge |"_s;
    QTest::newRow("tags") << u"tag|"_s << u"tags/any(t: t eq '|"_s;
    QTest::newRow("value") << u"tags/any(t: t eq 'seas|"_s << u"tags/any(t: t eq 'seaside'|"_s;
    QTest::newRow("value that is closed") << u"tags/any(t: t eq 'seas|')"_s << u"tags/any(t: t eq 'seaside'|)"_s;
    QTest::newRow("quote within") << u"tags/any(t: t eq 'O|"_s << u"tags/any(t: t eq 'O''Brien'|"_s;
    QTest::newRow("in the middle") << u"wid| and x eq 1"_s << u"width | and x eq 1"_s;
}

void TestQueryCompletionModel::whatIsPutIn()
{
    QFETCH(QString, text);
    QFETCH(QString, after);
    const auto caret = int(text.indexOf(u'|'));
    m_model->setText(text.remove(u'|'));
    m_model->setCaret(caret);
    QTRY_VERIFY(m_model->count() > 0 && m_model->status() == ListModel::Status::Ready);
    const QVariantMap accepted = m_model->accepted(0);
    QString result = accepted[u"text"_s].toString();
    result.insert(accepted[u"caret"_s].toInt(), u'|');
    QCOMPARE(result, after);
}

// No offer for one place is put into another while the library is asked.
void TestQueryCompletionModel::whatIsOfferedFits()
{
    write(u"rat"_s);
    QTRY_VERIFY(m_model->count() > 0);
    write(u"rating eq 1 and tags/any(t: t eq '"_s);
    m_model->reload();
    QCOMPARE(m_model->count(), 0);
    QTRY_COMPARE(m_model->count(), 3);
}

void TestQueryCompletionModel::namesAndValuesOfAField()
{
    m_model->setKind(QueryCompletion::Kind::Names);
    m_model->setText(u"rati"_s);
    QTRY_COMPARE(titles(), (QStringList{u"rating"_s, u"duration"_s}));
    m_model->setKind(QueryCompletion::Kind::Values);
    m_model->setProperty(u"tags"_s);
    m_model->setText(u"seas"_s);
    QTRY_COMPARE(titles(), QStringList{u"seaside"_s});
    m_model->setText(u"seaside"_s); // it is written already
    QTRY_COMPARE(m_model->count(), 0);
}

QTEST_GUILESS_MAIN(TestQueryCompletionModel)
#include "tst_query_completion_model.moc"
