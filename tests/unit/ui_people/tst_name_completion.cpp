// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "ui/people/name_completion.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestNameCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_names.reset(); }
    void thoseThatBeginSoComeFirst();
    void theOneWhoIsNamedIsNotOffered();
    void aNameInAnyCase();
    void whoWritesFastIsUnderstood();
    void nothingIsReadWhileNobodyLooks();
    void newNamesAreKnown();

private:
    [[nodiscard]] QStringList offered() const;
    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<ui::NameCompletion> m_names;
};

void TestNameCompletion::init()
{
    m = std::make_unique<test::WindowFixture>();
    int identity = 1;
    for (const QString &name : {u"Joanna"_s, u"Anna"_s, u"张三"_s}) {
        m->name(m->personIn(m->photoOf({m->face(identity++)})), name);
    }
    m->photoOf({m->face(identity)});
    m_names = m->make<ui::NameCompletion>();
    new QAbstractItemModelTester(m_names.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_names.get());
    m_names->componentComplete();
    QTRY_COMPARE(m_names->count(), 3);
}

QStringList TestNameCompletion::offered() const
{
    QStringList names;
    for (int row = 0; row < m_names->count(); ++row) {
        names << m_names->nameAt(row);
    }
    return names;
}

void TestNameCompletion::thoseThatBeginSoComeFirst()
{
    m_names->setText(u" an"_s);
    QCOMPARE(offered(), (QStringList{u"Anna"_s, u"Joanna"_s}));
    m_names->setText(u"三"_s);
    QCOMPARE(offered(), QStringList{u"张三"_s});
    QTRY_VERIFY(!m_names->index(0).data(ui::NameCompletion::CoverRole).toString().isEmpty());
}

void TestNameCompletion::theOneWhoIsNamedIsNotOffered()
{
    m_names->setText(u"anna"_s);
    m_names->setExcept(m_names->idAt(0));
    QCOMPARE(offered(), QStringList{u"Joanna"_s});
    QCOMPARE(m_names->personNamed(u"Anna"_s), QString());
}

void TestNameCompletion::aNameInAnyCase()
{
    m_names->setText(u"anna"_s);
    QCOMPARE(m_names->personNamed(u" ANNA "_s), m_names->idAt(0));
    QCOMPARE(m_names->personNamed(u"Ann"_s), QString());
    QCOMPARE(m_names->personNamed({}), QString());
}

void TestNameCompletion::whoWritesFastIsUnderstood()
{
    const QString anna = m_names->personNamed(u"Anna"_s);
    const auto fresh = m->make<ui::NameCompletion>();
    QSignalSpy decided(fresh.get(), &ui::NameCompletion::decided);
    fresh->componentComplete();
    fresh->decide(u"anna"_s); // before any name has been read
    QTRY_COMPARE(decided.count(), 1);
    QCOMPARE(decided.takeFirst(), (QVariantList{u"anna"_s, anna}));
    fresh->decide(u"Zoe"_s);
    QCOMPARE(decided.count(), 1);
    QCOMPARE(decided.takeFirst(), (QVariantList{u"Zoe"_s, QString()}));
    fresh->reload();
    QTRY_COMPARE(fresh->status(), ui::ListModel::Status::Ready);
    QCOMPARE(decided.count(), 0);
}

void TestNameCompletion::nothingIsReadWhileNobodyLooks()
{
    m_names->setOn(false);
    const auto other = m->make<ui::NameCompletion>();
    other->componentComplete();
    QTRY_COMPARE(other->count(), 3);
    m->name(m->personIn(m->photoOf({m->face(7)})), u"Otto"_s);
    m->events.publish({u"person.changed"_s, {}, {}, {}});
    // When one that looks has heard of it, all have.
    QTRY_COMPARE(other->count(), 4);
    QCOMPARE(m_names->count(), 3);
    m_names->setOn(true);
    m_names->decide(u"Otto"_s); // waits for what is read now
    QSignalSpy decided(m_names.get(), &ui::NameCompletion::decided);
    QTRY_COMPARE(decided.count(), 1);
    QCOMPARE(decided.front().at(1).toString(), other->personNamed(u"Otto"_s));
    QVERIFY(!decided.front().at(1).toString().isEmpty());
    QCOMPARE(m_names->count(), 4);
}

void TestNameCompletion::newNamesAreKnown()
{
    m->name(m->personIn(m->photoOf({m->face(9)})), u"Zoe"_s);
    QTRY_COMPARE(m_names->count(), 4);
}

QTEST_GUILESS_MAIN(TestNameCompletion)
#include "tst_name_completion.moc"
