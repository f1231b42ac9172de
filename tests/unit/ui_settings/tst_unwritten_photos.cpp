// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/unwritten_photos.h"
#include "window_fixture.h"

#include "library/writeback.h"
#include "support/patience.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace kinframe;
using ui::UnwrittenPhotos;

class TestUnwrittenPhotos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeWrittenIsSaidAndTriedAgain();
};

void TestUnwrittenPhotos::whatCannotBeWrittenIsSaidAndTriedAgain()
{
    test::WindowFixture m;
    std::atomic_bool isClosed = true;
    jobs::KindOptions options;
    options.kind = QString::fromUtf16(library::writeBackKind);
    options.maxAttempts = 1;
    m.jobs->registerKind(options, [&](const jobs::Job &, jobs::JobContext &) -> Result<jobs::Effect> {
        if (isClosed) {
            return fail(ErrorCode::DiskReadOnly, {{u"path"_s, u"/photos/a.jpg.xmp"_s}});
        }
        return jobs::Effect();
    });
    QVERIFY(m.change([&](storage::Transaction &transaction) -> Result<void> {
        library::writeEverythingBackLater(transaction, *m.jobs);
        return {};
    }));
    QVERIFY(m.jobs->start());
    QTRY_COMPARE(m.number("SELECT count(*) FROM job WHERE state = 2"), 1);
    const auto unwritten = m.make<UnwrittenPhotos>();
    QCOMPARE(unwritten->count(), 0);
    unwritten->componentComplete();
    QTRY_COMPARE(unwritten->count(), 1);
    QVERIFY(unwritten->reason().contains(u"/photos/a.jpg.xmp"_s));
    isClosed = false;
    unwritten->retry();
    QTRY_COMPARE(m.number("SELECT count(*) FROM job"), 0);
    unwritten->retry(); // Nothing is left; it only looks again.
    QTRY_COMPARE(unwritten->count(), 0);
    QVERIFY(unwritten->reason().isEmpty());
    m.jobs->stop();
}

QTEST_GUILESS_MAIN(TestUnwrittenPhotos)
#include "tst_unwritten_photos.moc"
