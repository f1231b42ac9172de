// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching_fixture.h"
#include "support/patience.h"
#include "ui/downloads/download_setup.h"

#include <QDir>
#include <QFile>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::DownloadSetup;

class TestDownloadSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<test::FetchingFixture>();
        m_setup = m->make<DownloadSetup>();
        m_setup->componentComplete();
        QTRY_VERIFY(m_setup->isReady());
    }
    void cleanup()
    {
        m_setup.reset();
        m.reset();
    }
    void whatIsSetIsKept();
    void theLastOfManyChangesStays();
    void aFolderThatCannotBeIsRefused();
    void theUsualFolderComesBack();

private:
    [[nodiscard]] transfer::DownloadSettings kept() { return *m->downloads->settings(); }

    std::unique_ptr<test::FetchingFixture> m;
    std::unique_ptr<DownloadSetup> m_setup;
};

void TestDownloadSetup::whatIsSetIsKept()
{
    QCOMPARE(m_setup->folder(), m->gallery());
    QVERIFY(!m_setup->isUsualFolder());
    QVERIFY(!m_setup->freeText().isEmpty());
    m_setup->setSpeed(25);
    QTRY_COMPARE(kept().bytesPerSecond, 2'500'000);
    m_setup->setJoinsLibrary(true);
    QTRY_VERIFY(kept().joinsLibrary);
    m_setup->setHasHours(true);
    QTRY_VERIFY(kept().hours.has_value());
    m_setup->setFrom(23);
    m_setup->setTo(5);
    QTRY_COMPARE(kept().hours->to, 5);
    QCOMPARE(kept().hours->from, 23);
    m_setup->setHasHours(false);
    QTRY_VERIFY(!kept().hours);
    // They are there again when they are wanted again.
    m_setup->setHasHours(true);
    QCOMPARE(m_setup->from(), 23);
    const auto other = m->make<DownloadSetup>();
    other->componentComplete();
    QTRY_COMPARE(other->speed(), 25);
}

void TestDownloadSetup::theLastOfManyChangesStays()
{
    for (int speed = 1; speed <= 30; ++speed) {
        m_setup->setSpeed(speed);
    }
    QTRY_COMPARE(kept().bytesPerSecond, 3'000'000);
    QCOMPARE(m_setup->speed(), 30);
}

void TestDownloadSetup::aFolderThatCannotBeIsRefused()
{
    const QString file = m->write(u"no_folder"_s, "x");
    m_setup->setFolder(QUrl::fromLocalFile(file + u"/below"_s));
    QTRY_VERIFY(!m_setup->errorText().isEmpty());
    QTRY_COMPARE(m_setup->folder(), m->gallery());
    QCOMPARE(kept().folder, m->gallery());
    const QString other = m->path(u"other"_s);
    m_setup->setFolder(QUrl::fromLocalFile(other));
    QTRY_COMPARE(kept().folder, other);
    QTRY_VERIFY(m_setup->errorText().isEmpty());
}

void TestDownloadSetup::theUsualFolderComesBack()
{
    // Of a person whose pictures are elsewhere.
    qputenv("HOME", m->path(u"home"_s).toUtf8());
    QVERIFY(QDir().mkpath(m->path(u"home"_s)));
    m_setup->setFolder({});
    QTRY_VERIFY(kept().folder.isEmpty());
    QCOMPARE(m_setup->folder(), transfer::usualGallery());
    QVERIFY(m_setup->isUsualFolder());
}

QTEST_GUILESS_MAIN(TestDownloadSetup)
#include "tst_download_setup.moc"
