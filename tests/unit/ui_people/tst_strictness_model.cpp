// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/strictness.h"
#include "support/patience.h"
#include "ui/people/strictness_preview.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::StrictnessPreview;

/// Two people whom the loosest setting takes for one.
class TestStrictnessModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatWouldBeIsShown();
    void appliedIsKept();
    void theLastWishCounts();
    void withoutModelsItSaysSo();

private:
    void useModels(bool areThere);
    void open();
    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<faces::Recognition> m_recognition;
    std::unique_ptr<ui::Context> m_context;
    std::unique_ptr<StrictnessPreview> m_preview;
};

void TestStrictnessModel::init()
{
    m = std::make_unique<test::WindowFixture>();
    m->photoOf({m->face(1, 0, 0.1F, 1)});
    m->photoOf({m->faceBetween(1, 2, double(m->model.sameThreshold) - 0.05)});
    m->cluster();
    useModels(true);
}

void TestStrictnessModel::cleanup()
{
    m_preview.reset();
    m_context.reset();
}

void TestStrictnessModel::useModels(bool areThere)
{
    m_recognition = std::make_unique<faces::Recognition>(
        *m->services, [this, areThere](const QString &) -> Result<faces::ModelFiles> {
            return areThere ? Result<faces::ModelFiles>(faces::ModelFiles{{}, {}, m->model.kind})
                            : fail(ErrorCode::ModelMissing);
        });
    m_context =
        std::make_unique<ui::Context>(ui::Services{*m->services, *m->accounts, m->people, m->history, m->suggestions,
                                                   *m_recognition, m->models, m->downloader, m->progress, m->events},
                                      m->owner.userId);
    m_context->attachTo(m->engine);
}

void TestStrictnessModel::open()
{
    m_preview = m->make<StrictnessPreview>();
    new QAbstractItemModelTester(m_preview.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_preview.get());
    m_preview->componentComplete();
    QTRY_COMPARE(m_preview->status(), StrictnessPreview::Status::Ready);
}

void TestStrictnessModel::whatWouldBeIsShown()
{
    open();
    QCOMPARE(m_preview->strictness(), 0);
    QCOMPARE(m_preview->count(), 0);
    QCOMPARE(m_preview->peopleNow(), 2);
    m_preview->setStrictness(m_preview->least());
    QCOMPARE(m_preview->status(), StrictnessPreview::Status::Loading);
    QTRY_COMPARE(m_preview->count(), 1);
    QCOMPARE(m_preview->peopleThen(), 1);
    QCOMPARE(m_preview->joined(), 1);
    const QModelIndex row = m_preview->index(0);
    QVERIFY(row.data(StrictnessPreview::JoinRole).toBool());
    QCOMPARE(row.data(StrictnessPreview::CoversRole).toStringList().size(), 2);
    QVERIFY(!row.data(StrictnessPreview::TextRole).toString().isEmpty());
    QCOMPARE(m->number("SELECT count(DISTINCT person_id) FROM face"), 2);
}

void TestStrictnessModel::appliedIsKept()
{
    open();
    m_preview->setStrictness(3);
    QCOMPARE(m_preview->applied(), 0);
    m_preview->apply();
    QTRY_COMPARE(m_preview->applied(), 3);
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'cluster'"), 1);
    open();
    QCOMPARE(m_preview->strictness(), 3);
}

void TestStrictnessModel::theLastWishCounts()
{
    open();
    for (int strictness = 1; strictness <= m_preview->most(); ++strictness) {
        m_preview->setStrictness(strictness);
    }
    m_preview->setStrictness(m_preview->least() - 7);
    QCOMPARE(m_preview->strictness(), m_preview->least());
    const QSignalSpy previewed(m_preview.get(), &StrictnessPreview::previewed);
    QTRY_COMPARE(m_preview->status(), StrictnessPreview::Status::Ready);
    QCOMPARE(previewed.count(), 1);
    QCOMPARE(m_preview->peopleThen(), 1);
}

void TestStrictnessModel::withoutModelsItSaysSo()
{
    useModels(false);
    m_preview = m->make<StrictnessPreview>();
    m_preview->componentComplete();
    QTRY_COMPARE(m_preview->status(), StrictnessPreview::Status::Failed);
    QVERIFY(!m_preview->errorText().isEmpty());
}

QTEST_GUILESS_MAIN(TestStrictnessModel)
#include "tst_strictness_model.moc"
