// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/storage_overview.h"
#include "window_fixture.h"

#include "library/trash.h"
#include "support/patience.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace kinframe;
using ui::StorageOverview;

class TestStorageOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itSaysWhatThereIs();
    void theTrashIsEmptied();

private:
    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<StorageOverview> m_use;
};

void TestStorageOverview::init()
{
    m_use.reset();
    m = std::make_unique<test::WindowFixture>();
    const auto kept = m->upload(test::LibraryFixture::jpeg(10));
    const auto gone = m->upload(test::LibraryFixture::jpeg(20));
    QVERIFY(kept && gone && m->change([&](storage::Transaction &tx) {
        return library::Trash(*m->services).moveToTrash(tx, m->owner.userId, gone->uuid);
    }));
    m_use = m->make<StorageOverview>();
    QVERIFY(!m_use->isKnown());
    m_use->componentComplete();
    QTRY_VERIFY(m_use->isKnown());
}

void TestStorageOverview::itSaysWhatThereIs()
{
    QCOMPARE(m_use->trashed(), 1);
    for (const QString &amount : {m_use->originals(), m_use->trash(), m_use->database(), m_use->free()}) {
        QVERIFY(!amount.isEmpty());
    }
    const QList<double> shares = m_use->shares();
    QCOMPARE(shares.size(), 4);
    QVERIFY(qFuzzyCompare(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0));
}

void TestStorageOverview::theTrashIsEmptied()
{
    QSignalSpy emptied(m_use.get(), &StorageOverview::emptied);
    m_use->emptyTrash();
    QVERIFY(m_use->isEmptying());
    QTRY_COMPARE(emptied.count(), 1);
    QCOMPARE(emptied.first().at(0).toInt(), 1);
    QVERIFY(!m_use->isEmptying());
    QTRY_COMPARE(m_use->trashed(), 0);
    QVERIFY(m_use->errorText().isEmpty());
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 1);
    QVERIFY(m->progress.snapshot().empty());
}

QTEST_GUILESS_MAIN(TestStorageOverview)
#include "tst_storage_overview.moc"
