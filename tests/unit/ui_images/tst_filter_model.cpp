// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "ui/images/filter_model.h"
#include "ui/images/filter_words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;
using query::Relation;

class TestFilterModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_model.reset(); }
    void wrongTextKeepsWhatWas();
    void wrongValues_data();
    void wrongValues();
    void rowsThatAreNot();
    void textToChips();
    void chipsToText();
    void everyRelationComesBack_data();
    void everyRelationComesBack();
    void wholeQueries();
    void days();
    void numbersOfThePerson();

private:
    [[nodiscard]] QStringList titles() const;

    std::unique_ptr<FilterModel> m_model;
};

void TestFilterModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_model = std::make_unique<FilterModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
}

QStringList TestFilterModel::titles() const
{
    QStringList titles;
    for (int row = 0; row < m_model->count(); ++row) {
        titles += m_model->index(row).data(FilterModel::TitleRole).toString();
    }
    return titles;
}

void TestFilterModel::wrongTextKeepsWhatWas()
{
    m_model->setText(u"rating ge 4"_s);
    const QSignalSpy asked(m_model.get(), &FilterModel::queryChanged);
    m_model->setText(u"rating ge 4 and"_s);
    QCOMPARE(m_model->errorText(), u"Expected here: a property, a value or a function."_s);
    QCOMPARE(m_model->errorPosition(), 15);
    QCOMPARE(m_model->query(), u"rating ge 4"_s);
    QCOMPARE(m_model->text(), u"rating ge 4 and"_s);
    QVERIFY(asked.isEmpty());
    QCOMPARE(titles(), QStringList{u"Rating ≥ 4"_s});
    m_model->setText(u"rating ge 4"_s);
    QVERIFY(m_model->errorText().isEmpty());
    QCOMPARE(m_model->errorPosition(), -1);
    m_model->setText(u"contains(model)"_s);
    QCOMPARE(m_model->errorText(), u"Expected here: contains(…) with other values: at most 2."_s);
    m_model->setText(u"x in ("_s + QString(u"1,"_s).repeated(1200) + u"1)"_s);
    QCOMPARE(m_model->errorText(), u"That is too much for one filter: at most 1000 values in a list."_s);
}

void TestFilterModel::wrongValues_data()
{
    QTest::addColumn<QString>("property");
    QTest::addColumn<Relation>("relation");
    QTest::addColumn<QString>("value");
    QTest::newRow("no number") << u"rating"_s << Relation::AtLeast << u"many"_s;
    QTest::newRow("nothing") << u"rating"_s << Relation::AtLeast << u" "_s;
    QTest::newRow("no day") << u"created_at"_s << Relation::AtLeast << u"2024-02-30"_s;
    QTest::newRow("no tag") << u"tags"_s << Relation::Has << QString();
    QTest::newRow("no property") << QString() << Relation::Equal << u"x"_s;
    QTest::newRow("no name") << u"a b"_s << Relation::Equal << u"x"_s;
    QTest::newRow("an expression") << u"a eq 1 or b"_s << Relation::Equal << u"x"_s;
}

void TestFilterModel::wrongValues()
{
    QFETCH(const QString, property);
    QFETCH(const Relation, relation);
    QFETCH(const QString, value);
    m_model->setText(u"width ge 5"_s);
    QVERIFY(!m_model->put(-1, property, int(relation), value));
    QCOMPARE(m_model->text(), u"width ge 5"_s);
}

void TestFilterModel::rowsThatAreNot()
{
    m_model->remove(0);
    m_model->remove(-1);
    QVERIFY(m_model->put(7, u"rating"_s, int(Relation::AtLeast), u"4"_s)); // there is none yet: it is added
    QCOMPARE(m_model->count(), 1);
    m_model->remove(1);
    QCOMPARE(m_model->count(), 1);
    QVERIFY(!m_model->index(0).data(Qt::DisplayRole).isValid());
}

void TestFilterModel::textToChips()
{
    m_model->setText(u"rating>=4.5&tag_sea&!is_nsfw&model~sd"_s);
    QCOMPARE(titles(), (QStringList{u"Rating ≥ 4.5"_s, u"Tag: sea"_s, u"Not: NSFW"_s, u"Model contains “sd”"_s}));
    m_model->setText(u"(width gt 5 or height gt 5) and people/any(p: p/name eq '张三') and is_favorite"_s);
    QCOMPARE(titles(), (QStringList{u"Custom: width gt 5 or height gt 5"_s, u"Person: 张三"_s, u"Favourite"_s}));
    QVERIFY(m_model->index(0).data(FilterModel::IsOtherRole).toBool());
    m_model->setText(QString());
    QVERIFY(m_model->isEmpty());
    QCOMPARE(m_model->count(), 0);
}

void TestFilterModel::chipsToText()
{
    m_model->setText(u"(width gt 5 or height gt 5)"_s);
    QVERIFY(m_model->put(-1, u"tags"_s, int(Relation::Has), u"O'Brien & sons"_s));
    QCOMPARE(m_model->query(), u"(width gt 5 or height gt 5) and tags/any(t: t eq 'O''Brien & sons')"_s);
    QVERIFY(m_model->put(0, u"rating"_s, int(Relation::AtMost), u"3"_s));
    QCOMPARE(m_model->query(), u"rating le 3 and tags/any(t: t eq 'O''Brien & sons')"_s);
    const QSignalSpy asked(m_model.get(), &FilterModel::queryChanged);
    m_model->remove(1);
    QCOMPARE(m_model->text(), u"rating le 3"_s);
    QCOMPARE(asked.size(), 1);
}

void TestFilterModel::everyRelationComesBack_data()
{
    QTest::addColumn<QString>("property");
    for (const char *property : {"rating", "is_favorite", "tags", "people", "created_at", "camera", "lens", "width",
                                 "type", "model", "prompt", "seed", "is_nsfw", "mood", "is_own"}) {
        QTest::newRow(property) << QString(QLatin1StringView(property));
    }
}

void TestFilterModel::everyRelationComesBack()
{
    QFETCH(const QString, property);
    for (const QVariant &each : FilterModel::relations(property)) {
        const int relation = each.toMap()[u"relation"_s].toInt();
        const QString value = kindOf(property) == PropertyKind::Day ? u"2024-02-29"_s : u"12"_s;
        m_model->clear();
        QVERIFY2(m_model->put(-1, property, relation, value), qPrintable(each.toMap()[u"title"_s].toString()));
        QCOMPARE(m_model->count(), 1);
        const QModelIndex chip = m_model->index(0);
        QCOMPARE(chip.data(FilterModel::PropertyRole).toString(), property);
        QCOMPARE(chip.data(FilterModel::RelationRole).toInt(), relation);
        if (each.toMap()[u"needsValue"_s].toBool()) {
            QCOMPARE(chip.data(FilterModel::ValueRole).toString(), value);
        }
        QVERIFY(!chip.data(FilterModel::TitleRole).toString().isEmpty());
        QVERIFY(m_model->put(0, property, relation, value));
    }
}

void TestFilterModel::wholeQueries()
{
    m_model->show(u"rating ge 4"_s, u"sea"_s, u"rating desc"_s);
    QCOMPARE(m_model->search(), u"sea"_s);
    QCOMPARE(m_model->order(), u"rating desc"_s);
    QVERIFY(!m_model->isEmpty());
    m_model->clear();
    QVERIFY(m_model->isEmpty());
    QCOMPARE(m_model->order(), u"rating desc"_s);
    m_model->setSearch(u"x"_s);
    QVERIFY(!m_model->isEmpty());
    const QSignalSpy asked(m_model.get(), &FilterModel::queryChanged);
    const QSignalSpy told(m_model.get(), &FilterModel::changed);
    m_model->retell();
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(asked.isEmpty());
}

// A day is the person's, from its beginning.
void TestFilterModel::days()
{
    QVERIFY(m_model->put(-1, u"created_at"_s, int(Relation::AtLeast), u"2024-02-29"_s));
    QCOMPARE(titles(), QStringList{u"Date from "_s + QLocale().toString(QDate(2024, 2, 29), QLocale::ShortFormat)});
    const QDateTime begin = QDate(2024, 2, 29).startOfDay();
    QVERIFY(m_model->query().contains(u"2024-02-29T"_s));
    m_model->setText(u"created_at lt "_s + begin.addSecs(3661).toUTC().toString(Qt::ISODate));
    QVERIFY(titles().first().contains(QLocale().toString(begin.addSecs(3661), QLocale::ShortFormat)));
}

void TestFilterModel::numbersOfThePerson()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QVERIFY(m_model->put(-1, u"rating"_s, int(Relation::AtLeast), u"4,5"_s));
    QCOMPARE(m_model->query(), u"rating ge 4.5"_s);
    QCOMPARE(titles(), QStringList{u"Rating ≥ 4,5"_s});
    QVERIFY(m_model->put(0, u"seed"_s, int(Relation::Equal), u"9007199254740993"_s));
    QCOMPARE(m_model->query(), u"seed eq 9007199254740993"_s);
}

QTEST_GUILESS_MAIN(TestFilterModel)
#include "tst_filter_model.moc"
