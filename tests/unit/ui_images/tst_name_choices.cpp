// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "support/patience.h"
#include "ui/images/name_choices.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestNameChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnAsItBegins();
    void nothingForNothing();
};

void TestNameChoices::goesOnAsItBegins()
{
    test::WindowFixture m;
    const QUuid marianna = m.personIn(m.photoOf({m.face(1)}));
    const QUuid anna = m.personIn(m.photoOf({m.face(2)}));
    m.photoOf({m.face(1, 1)});
    m.photoOf({m.face(3)}); // unnamed
    (void)m.name(marianna, u"Marianna"_s);
    (void)m.name(anna, u"Anna"_s);
    auto choices = m.make<NameChoices>();
    QAbstractItemModelTester tester(choices.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    choices->componentComplete();
    choices->setText(u"an"_s);
    QTRY_COMPARE(choices->count(), 2);
    QCOMPARE(choices->personAt(0), toText(anna)); // begins like that, though Marianna is in more photos
    QCOMPARE(choices->index(1).data(NameChoices::NameRole).toString(), u"Marianna"_s);
    QCOMPARE(choices->personAt(2), QString());
    choices->setText(u"MARI"_s);
    QTRY_COMPARE(choices->count(), 1);
}

void TestNameChoices::nothingForNothing()
{
    test::WindowFixture m;
    (void)m.name(m.personIn(m.photoOf({m.face(1)})), u"Anna"_s);
    auto choices = m.make<NameChoices>();
    choices->componentComplete();
    choices->setText(u"a"_s);
    QTRY_COMPARE(choices->count(), 1);
    choices->setText(u"  "_s);
    QTRY_COMPARE(choices->count(), 0);
}

QTEST_GUILESS_MAIN(TestNameChoices)
#include "tst_name_choices.moc"
