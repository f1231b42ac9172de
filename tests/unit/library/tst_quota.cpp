// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "library/trash.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::Importer;

/// How much of the disk a user may fill: counted as photos come and go, and held to wherever the library keeps bytes.
class QuotaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::LibraryFixture>(); }
    void useIsCountedAsPhotosComeAndGo();
    void whatIsTooMuchLeavesNothing();
    void theLastByteFits();
    void whatOneHasAlreadyIsNoMore();
    void filesThatStayWhereTheyAreTakeNoRoom();
    void whatIsMadeHereIsCountedAndKept();
    void theQuotaIsOnesOwn();

private:
    qint64 used() { return m->number("SELECT used_bytes FROM user WHERE id = ?1", m->owner.userId); }
    void allow(qint64 bytes)
    {
        QVERIFY(m->run("UPDATE user SET quota_bytes = ?2 WHERE id = ?1", m->owner.userId, bytes));
    }
    int filesInStore() const
    {
        int count = 0;
        m->blobs->forEach([&](const QByteArray &) { return ++count > 0; });
        return count;
    }
    std::unique_ptr<test::LibraryFixture> m;
};

void QuotaTest::useIsCountedAsPhotosComeAndGo()
{
    const QByteArray one = test::LibraryFixture::jpeg(1);
    const QByteArray two = test::LibraryFixture::jpeg(2, 128);
    const auto first = m->upload(one);
    QVERIFY(first);
    QVERIFY(m->upload(two));
    QVERIFY(m->upload(two));
    QCOMPARE(used(), one.size() + two.size());
    QVERIFY(m->change([&](storage::Transaction &tx) {
        return library::Trash(*m->services).deleteForGood(tx, m->owner.userId, first->uuid);
    }));
    QCOMPARE(used(), two.size());
}

void QuotaTest::whatIsTooMuchLeavesNothing()
{
    const QByteArray one = test::LibraryFixture::jpeg(1);
    const QByteArray two = test::LibraryFixture::jpeg(2);
    QVERIFY(m->upload(one));
    allow(one.size() + two.size() - 1);
    const auto uploaded = m->upload(two);
    QVERIFY(!uploaded);
    QCOMPARE(uploaded.error().code, ErrorCode::QuotaExceeded);
    QVERIFY(!uploaded.error().fact(u"limit"_s).isEmpty());
    const auto copied = m->add(m->write(u"b.jpg"_s, two), Importer::Placement::Copy);
    QVERIFY(!copied);
    QCOMPARE(copied.error().code, ErrorCode::QuotaExceeded);
    QCOMPARE(used(), one.size());
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 1);
    QCOMPARE(m->number("SELECT count(*) FROM blob"), 1);
    QCOMPARE(filesInStore(), 1);
}

void QuotaTest::theLastByteFits()
{
    const QByteArray one = test::LibraryFixture::jpeg(1);
    allow(one.size());
    QVERIFY(m->upload(one));
    QCOMPARE(used(), one.size());
    allow(0);
    QVERIFY(!m->upload(test::LibraryFixture::jpeg(2)));
}

void QuotaTest::whatOneHasAlreadyIsNoMore()
{
    const QByteArray one = test::LibraryFixture::jpeg(1);
    const auto first = m->upload(one);
    QVERIFY(first);
    allow(1);
    const auto again = m->upload(one);
    QVERIFY(again);
    QVERIFY(again->isDuplicate);
    QCOMPARE(again->uuid, first->uuid);
}

void QuotaTest::filesThatStayWhereTheyAreTakeNoRoom()
{
    const QByteArray one = test::LibraryFixture::jpeg(1);
    allow(one.size() - 1);
    QVERIFY(m->add(m->write(u"a.jpg"_s, one), Importer::Placement::InPlace));
    QCOMPARE(used(), 0);
    // To be kept by the library too, there must be room.
    const auto refused = m->upload(one);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::QuotaExceeded);
    QCOMPARE(filesInStore(), 0);
    allow(one.size());
    QVERIFY(m->upload(one));
    QCOMPARE(used(), one.size());
}

void QuotaTest::whatIsMadeHereIsCountedAndKept()
{
    allow(1);
    const QString file = m->writeJpeg(u"frame.jpg"_s, 3);
    library::FileFacts facts;
    facts.isBeyondQuota = true;
    QVERIFY(Importer(*m->services).addFile(m->owner, file, Importer::Placement::Copy, facts));
    QVERIFY(used() > 1);
}

void QuotaTest::theQuotaIsOnesOwn()
{
    const QByteArray one = test::LibraryFixture::jpeg(1);
    QVERIFY(m->upload(one));
    allow(1);
    QVERIFY(m->addFor(m->guest, m->write(u"a.jpg"_s, one), Importer::Placement::Copy));
    QCOMPARE(m->number("SELECT used_bytes FROM user WHERE id = ?1", m->guest.userId), one.size());
    // That the bytes are there for somebody else is nobody's business: they count, and are not taken from them.
    QCOMPARE(filesInStore(), 1);
    const auto refused = m->upload(test::LibraryFixture::jpeg(2));
    QVERIFY(!refused);
    QCOMPARE(used(), one.size());
}

QTEST_GUILESS_MAIN(QuotaTest)
#include "tst_quota.moc"
