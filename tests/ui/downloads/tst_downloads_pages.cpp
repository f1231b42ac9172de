// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/client_fixture.h"
#include "support/patience.h"
#include "transfer/downloads/downloads.h"
#include "ui/base/preferences.h"
#include "ui/window/fetching_window.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QTest>

using namespace kinframe;
using namespace kinframe::tests;
using namespace Qt::StringLiterals;
using transfer::DownloadStatus;

/// As a person works with downloads: by what stands on the buttons, and by keys.
class TestDownloadsPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { FetchingWindow::prepare(); }
    void init();
    void cleanup();
    void theEmptyPageSaysWhatToDo();
    void aLinkIsAddedAndComes();
    void whatTheClipboardHasIsAdded();
    void textWithoutLinksIsRefused();
    void spacePausesAndGoesOn();
    void whatIsCanceledComesBack();
    void whatFailedSaysWhyAndIsTriedAgain();
    void theKeyboardReachesTheRemedy();
    void oneStatusIsShown();
    void manyAreSelected();
    void theHistoryGoesAfterAQuestion();
    void theDetailsAreThere();
    void aNarrowWindowShowsItAll();
    void whereTheyGoIsSetUp();

private:
    [[nodiscard]] transfer::Downloads &downloads() const { return *m_place->services().downloads; }
    QString add(const QByteArray &name)
    {
        transfer::NewDownload file;
        file.url = m_place->server.url('/' + name);
        return downloads().add({file}).value().front().taskId;
    }
    /// It comes so slowly that there is time to do something with it.
    QString addSlow(const QByteArray &name)
    {
        test::Answer slow = test::withBody(test::testBytes(2'000'000));
        slow.dripBytes = 50;
        m_place->server.serve('/' + name, {slow});
        return add(name);
    }
    [[nodiscard]] DownloadStatus statusOf(const QString &task) const
    {
        return downloads().find(task).value_or(transfer::DownloadTask()).status;
    }
    void choose(int row) const
    {
        m->key(Qt::Key_Home);
        for (int i = 0; i < row; ++i) {
            m->key(Qt::Key_Down);
        }
    }

    std::unique_ptr<FetchingWindow> m_place;
    WindowDriver *m = nullptr;
};

void TestDownloadsPages::init()
{
    m_place = std::make_unique<FetchingWindow>();
    QVERIFY(m_place->open());
    m = m_place->window.get();
    m->go(u"downloads"_s);
    QVERIFY(m->waitFor(u"Nothing is downloaded yet"_s));
}

void TestDownloadsPages::cleanup()
{
    QCOMPARE(m_place->close(), QStringList());
    m_place.reset();
}

void TestDownloadsPages::theEmptyPageSaysWhatToDo()
{
    QVERIFY(m->click(u"Choose from a server"_s));
    QVERIFY(m->waitFor(u"No other library yet"_s));
    m->key(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"Nothing is downloaded yet"_s));
}

void TestDownloadsPages::aLinkIsAddedAndComes()
{
    m_place->server.serve("/beach.jpg", {test::withBody(test::testBytes(50'000))});
    m->key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"Download"_s));
    m->type(m_place->server.url("/beach.jpg").toString());
    QVERIFY(m->waitFor(u"1 file will be downloaded."_s));
    QVERIFY(m->click(u"Download"_s));
    QVERIFY(m->waitFor(u"beach.jpg"_s));
    QVERIFY(m->waitFor(u"Complete"_s));
    QVERIFY(QFile::exists(m_place->gallery() + u"/beach.jpg"_s));
}

void TestDownloadsPages::whatTheClipboardHasIsAdded()
{
    m_place->server.serve("/one.jpg", {test::withBody(test::testBytes(5000))});
    m_place->server.serve("/two.jpg", {test::withBody(test::testBytes(6000))});
    QGuiApplication::clipboard()->setText(m_place->server.url("/one.jpg").toString() + u' ' +
                                          m_place->server.url("/two.jpg").toString());
    m->key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"2 files will be downloaded."_s));
    QVERIFY(m->click(u"Download"_s));
    QVERIFY(m->waitFor(u"one.jpg"_s));
    QVERIFY(m->waitFor(u"two.jpg"_s));
}

void TestDownloadsPages::textWithoutLinksIsRefused()
{
    m->key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"Download"_s));
    m->type(u"no link at all"_s);
    QVERIFY(m->waitFor(u"There is no address of a file in this text."_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"There is no address of a file in this text."_s));
    QGuiApplication::clipboard()->setText(u"nothing"_s);
    m->key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"The clipboard has no address of a file. Copy one that begins with https:// first."_s));
}

void TestDownloadsPages::spacePausesAndGoesOn()
{
    const QString task = addSlow("film.mov");
    QVERIFY(m->waitFor(u"Downloading"_s));
    choose(0);
    m->key(Qt::Key_Space);
    QTRY_COMPARE(statusOf(task), DownloadStatus::Paused);
    QVERIFY(m->waitFor(u"Paused"_s));
    m->key(Qt::Key_Space);
    QTRY_VERIFY(statusOf(task) != DownloadStatus::Paused);
    QVERIFY(m->waitFor(u"Downloading"_s));
    QVERIFY(m->click(u"Pause all"_s));
    QTRY_COMPARE(statusOf(task), DownloadStatus::Paused);
    QVERIFY(m->click(u"Resume all"_s));
    QTRY_VERIFY(statusOf(task) != DownloadStatus::Paused);
}

void TestDownloadsPages::whatIsCanceledComesBack()
{
    const QString task = addSlow("film.mov");
    QVERIFY(m->waitFor(u"Downloading"_s));
    choose(0);
    m->key(Qt::Key_Delete);
    QTRY_COMPARE(statusOf(task), DownloadStatus::Canceled);
    QVERIFY(m->waitFor(u"1 download canceled"_s));
    m->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(statusOf(task) != DownloadStatus::Canceled);
    QVERIFY(m->waitFor(u"Downloading"_s));
}

void TestDownloadsPages::whatFailedSaysWhyAndIsTriedAgain()
{
    test::Answer gone;
    gone.status = 404;
    m_place->server.serve("/lost.jpg", {gone, test::withBody(test::testBytes(9000))});
    add("lost.jpg");
    QVERIFY(m->waitFor(u"Not found"_s));
    QVERIFY(m->waitFor(u"It is not on the server any more, so it was left out."_s));
    QVERIFY(m->click(u"Try again"_s));
    QVERIFY(m->waitFor(u"Complete"_s));
}

void TestDownloadsPages::theKeyboardReachesTheRemedy()
{
    // Nothing can be saved where a file stands in place of the folder.
    QFile file(m_place->path(u"no_folder"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    auto settings = *downloads().settings();
    QVERIFY(QDir().mkpath(m_place->path(u"shut"_s)));
    settings.folder = m_place->path(u"shut"_s);
    QVERIFY(downloads().setSettings(settings));
    QVERIFY(QDir(m_place->path(u"shut"_s)).removeRecursively());
    QVERIFY(file.rename(m_place->path(u"shut"_s)));
    m_place->server.serve("/lost.jpg", {test::withBody(test::testBytes(9000))});
    add("lost.jpg");
    QVERIFY(m->waitFor(u"Choose another folder"_s));
    choose(0);
    m->key(Qt::Key_Menu);
    QVERIFY(m->waitFor(u"Details"_s));
    m->key(Qt::Key_Down);
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"Where they go"_s));
}

void TestDownloadsPages::oneStatusIsShown()
{
    m_place->server.serve("/done.jpg", {test::withBody(test::testBytes(9000))});
    add("done.jpg");
    QVERIFY(m->waitFor(u"Complete"_s));
    addSlow("film.mov");
    QVERIFY(m->waitFor(u"Downloading"_s));
    QVERIFY(m->click(u"All"_s));
    QVERIFY(m->click(u"Complete (1)"_s));
    QVERIFY(m->waitForNo(u"film.mov"_s));
    QVERIFY(m->waitFor(u"done.jpg"_s));
    QVERIFY(m->click(u"Complete (1)"_s));
    QVERIFY(m->click(u"All"_s));
    QVERIFY(m->waitFor(u"film.mov"_s));
}

void TestDownloadsPages::manyAreSelected()
{
    const QString first = addSlow("one.mov");
    const QString second = addSlow("two.mov");
    const QString third = addSlow("three.mov");
    QVERIFY(m->waitFor(u"three.mov"_s));
    QVERIFY(m->waitFor(u"one.mov"_s));
    choose(0);
    m->key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(m->waitFor(u"2 selected"_s));
    m->key(Qt::Key_Space);
    QTRY_COMPARE(statusOf(second), DownloadStatus::Paused);
    QTRY_COMPARE(statusOf(third), DownloadStatus::Paused);
    QVERIFY(statusOf(first) != DownloadStatus::Paused);
    m->key(Qt::Key_A, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"3 selected"_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"3 selected"_s));
}

void TestDownloadsPages::theHistoryGoesAfterAQuestion()
{
    m_place->server.serve("/done.jpg", {test::withBody(test::testBytes(9000))});
    add("done.jpg");
    QVERIFY(m->waitFor(u"Complete"_s));
    choose(0);
    m->key(Qt::Key_Delete);
    QVERIFY(m->waitFor(u"Remove 1 download from the list?"_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"Remove 1 download from the list?"_s));
    QVERIFY(m->waitFor(u"done.jpg"_s));
    m->key(Qt::Key_Delete);
    QVERIFY(m->click(u"Remove"_s));
    QVERIFY(m->waitFor(u"Nothing is downloaded yet"_s));
    QVERIFY(QFile::exists(m_place->gallery() + u"/done.jpg"_s));
}

void TestDownloadsPages::theDetailsAreThere()
{
    addSlow("film.mov");
    QVERIFY(m->waitFor(u"Downloading"_s));
    choose(0);
    m->key(Qt::Key_I);
    QVERIFY(m->waitFor(u"Address"_s));
    QVERIFY(m->waitFor(m_place->server.url("/film.mov").toString()));
    m->key(Qt::Key_I);
    QVERIFY(m->waitForNo(u"Address"_s));
}

void TestDownloadsPages::aNarrowWindowShowsItAll()
{
    ui::Preferences::of(m->window())->setTextScale(2);
    m->window()->resize(480, 800);
    addSlow("a_film_with_a_very_long_name_from_a_very_long_holiday_in_the_mountains.mov");
    QVERIFY(m->waitFor(u"Downloading"_s));
    choose(0);
    m->key(Qt::Key_Space);
    QVERIFY(m->waitFor(u"Paused"_s));
}

void TestDownloadsPages::whereTheyGoIsSetUp()
{
    m->open(u"settings"_s, {{u"section"_s, u"downloads"_s}});
    QVERIFY(m->waitFor(m_place->gallery()));
    QVERIFY(m->click(u"Add what has come to the library"_s));
    QTRY_VERIFY(downloads().settings()->joinsLibrary);
    QVERIFY(m->click(u"Only at certain hours"_s));
    QTRY_VERIFY(downloads().settings()->hours.has_value());
    QVERIFY(m->waitFor(u"From"_s));
}

QTEST_MAIN(TestDownloadsPages)
#include "tst_downloads_pages.moc"
