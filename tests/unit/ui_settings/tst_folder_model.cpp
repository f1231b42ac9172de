// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/folder_model.h"
#include "window_fixture.h"

#include "library/folder_job.h"
#include "support/patience.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using ui::FolderModel;

/// Folders in the window, with their jobs at work.
class TestFolderModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aFolderIsAddedAndCounted();
    void oneInUseIsRefusedWithASentence();
    void pulledAwayItSaysWhatToDo();
    void itIsFoundWhereThePersonShows();
    void otherPhotosAreNotTakenForIt();
    void missingPhotosGoToTheTrashAndBack();
    void refusedFilesAreNamed();
    void removedItCanComeBack_data();
    void removedItCanComeBack();

private:
    QString add(const QString &name = u"photos"_s)
    {
        const int before = m_folders->count();
        m_folders->add(QUrl::fromLocalFile(m->path(name)), false);
        if (!QTest::qWaitFor([&] { return m_folders->count() == before + 1; }, tests::patienceMs)) {
            return {};
        }
        return at(rowOf(name), FolderModel::FolderIdRole).toString();
    }
    int rowOf(const QString &name)
    {
        for (int row = 0; row < m_folders->count(); ++row) {
            if (at(row, FolderModel::NameRole).toString() == name) {
                return row;
            }
        }
        return 0;
    }
    QVariant at(int row, FolderModel::Role role) { return m_folders->data(m_folders->index(row), role); }
    QString problem() { return at(0, FolderModel::ProblemRole).toString(); }
    bool shows(int files) { return at(0, FolderModel::StateRole).toString().startsWith(QString::number(files)); }

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<library::FolderJob> m_job;
    std::unique_ptr<FolderModel> m_folders;
};

void TestFolderModel::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_job = std::make_unique<library::FolderJob>(*m->services, [] { return QStringList(); });
    jobs::KindOptions options;
    options.kind = QString::fromUtf16(library::folderKind);
    m->jobs->registerKind(options,
                          [this](const jobs::Job &job, jobs::JobContext &context) { return m_job->run(job, context); });
    QVERIFY(m->jobs->start());
    m->writeJpeg(u"a.jpg"_s, 10);
    m->writeJpeg(u"b.jpg"_s, 20);
    m_folders = m->make<FolderModel>();
    new QAbstractItemModelTester(m_folders.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_folders.get());
    m_folders->componentComplete();
    QTRY_COMPARE(m_folders->status(), FolderModel::Status::Ready);
}

void TestFolderModel::cleanup()
{
    m->jobs->stop();
    m_folders.reset();
}

void TestFolderModel::aFolderIsAddedAndCounted()
{
    QVERIFY(!add().isEmpty());
    QTRY_VERIFY(shows(2));
    QTRY_VERIFY(!at(0, FolderModel::IsScanningRole).toBool());
    QVERIFY(problem().isEmpty());
    QVERIFY(at(0, FolderModel::IsWatchedRole).toBool());
    QVERIFY(!at(0, FolderModel::IsAwayRole).toBool());
    m_folders->setWatched(at(0, FolderModel::FolderIdRole).toString(), false);
    QTRY_VERIFY(!at(0, FolderModel::IsWatchedRole).toBool());
}

void TestFolderModel::oneInUseIsRefusedWithASentence()
{
    QVERIFY(!add().isEmpty());
    QSignalSpy refused(m_folders.get(), &FolderModel::refused);
    m_folders->add(QUrl::fromLocalFile(m->path(u"photos"_s)), true);
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(refused.first().at(0).toString().isEmpty());
    QVERIFY(refused.first().at(1).toString().contains(m->path(u"photos"_s)));
    QCOMPARE(m_folders->count(), 1);
}

void TestFolderModel::pulledAwayItSaysWhatToDo()
{
    const QString id = add();
    QTRY_VERIFY(shows(2));
    QVERIFY(QDir().rename(m->path(u"photos"_s), m->path(u"drive"_s)));
    m_folders->scan(id);
    QTRY_VERIFY(at(0, FolderModel::IsAwayRole).toBool());
    QVERIFY(!problem().isEmpty());
    QVERIFY(shows(2));
    QVERIFY(QDir().rename(m->path(u"drive"_s), m->path(u"photos"_s)));
    m_folders->scan(id);
    QTRY_VERIFY(!at(0, FolderModel::IsAwayRole).toBool());
    QTRY_VERIFY(problem().isEmpty());
}

void TestFolderModel::itIsFoundWhereThePersonShows()
{
    const QString id = add();
    QTRY_VERIFY(shows(2));
    QVERIFY(QDir().rename(m->path(u"photos"_s), m->path(u"elsewhere"_s)));
    m_folders->scan(id);
    QTRY_VERIFY(at(0, FolderModel::IsAwayRole).toBool());
    m_folders->relocate(id, QUrl::fromLocalFile(m->path(u"elsewhere"_s)));
    QTRY_COMPARE(at(0, FolderModel::NameRole).toString(), u"elsewhere"_s);
    QTRY_VERIFY(problem().isEmpty());
    QVERIFY(!at(0, FolderModel::IsAwayRole).toBool());
}

void TestFolderModel::otherPhotosAreNotTakenForIt()
{
    const QString id = add();
    QTRY_VERIFY(shows(2));
    m->writeJpeg(u"../other/a.jpg"_s, 30);
    QSignalSpy refused(m_folders.get(), &FolderModel::refused);
    m_folders->relocate(id, QUrl::fromLocalFile(m->path(u"other"_s)));
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(refused.first().at(0).toString(), id);
    QVERIFY(!refused.first().at(1).toString().isEmpty());
    QCOMPARE(at(0, FolderModel::NameRole).toString(), u"photos"_s);
}

void TestFolderModel::missingPhotosGoToTheTrashAndBack()
{
    const QString id = add();
    QTRY_VERIFY(shows(2));
    QVERIFY(QFile::remove(m->path(u"photos/a.jpg"_s)));
    m_folders->scan(id);
    QTRY_COMPARE(at(0, FolderModel::MissingRole).toInt(), 1);
    QVERIFY(!problem().isEmpty());
    m_folders->forgetMissing(id);
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    QTRY_COMPARE(at(0, FolderModel::MissingRole).toInt(), 0);
    QTRY_VERIFY(shows(1));
    m->undoStack().undo();
    QTRY_VERIFY(shows(2));
    QCOMPARE(at(0, FolderModel::MissingRole).toInt(), 1);
}

void TestFolderModel::refusedFilesAreNamed()
{
    m->write(u"bad.jpg"_s, "no picture"_ba);
    const QString id = add();
    QTRY_COMPARE(at(0, FolderModel::RefusedRole).toInt(), 1);
    QSignalSpy told(m_folders.get(), &FolderModel::refusedFiles);
    m_folders->askForRefused(id);
    QTRY_COMPARE(told.count(), 1);
    const QStringList sentences = told.first().at(1).toStringList();
    QCOMPARE(sentences.size(), 1);
    QVERIFY(sentences.first().contains(u"bad.jpg"));
}

void TestFolderModel::removedItCanComeBack_data()
{
    QTest::addColumn<bool>("keepsPhotos");
    QTest::newRow("its photos stay") << true;
    QTest::newRow("its photos go to the trash") << false;
}

void TestFolderModel::removedItCanComeBack()
{
    QFETCH(const bool, keepsPhotos);
    const QString id = add();
    QTRY_VERIFY(shows(2));
    m_folders->remove(id, keepsPhotos);
    QTRY_COMPARE(m_folders->count(), 0);
    QTRY_COMPARE(m->number("SELECT count(*) FROM asset WHERE trashed_at IS NULL"), keepsPhotos ? 2 : 0);
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    m->undoStack().undo();
    QTRY_COMPARE(m_folders->count(), 1);
    QTRY_VERIFY(shows(2));
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE trashed_at IS NULL"), 2);
}

QTEST_GUILESS_MAIN(TestFolderModel)
#include "tst_folder_model.moc"
