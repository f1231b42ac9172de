// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "support/patience.h"
#include "ui/base/selection.h"
#include "ui/images/export_acts.h"
#include "ui/images/timeline_model.h"
#include "window_fixture.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestExportActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void toAFolder();
    void aFolderHasToBeWhole();
    void saysHowManyCouldNot();
    void oneToTheClipboard();
    void severalToTheClipboard();
    void tooManyForTheClipboard();
    void pathsAndHashes();
    void whatWasHandedOverBeforeIsGone();

private:
    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<ExportActs> m_acts;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<Selection> m_selection;
    QUuid m_first;
};

void TestExportActs::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_acts = std::make_unique<ExportActs>(m->context.get());
    for (int i = 1; i <= 3; ++i) {
        const auto photo = m->upload(test::LibraryFixture::jpeg(i), u"photo %1.jpg"_s.arg(i));
        QVERIFY(m->process(*photo));
        m_first = i == 1 ? photo->uuid : m_first;
    }
    m_model = m->make<TimelineModel>();
    m_model->componentComplete();
    QTRY_COMPARE(m_model->count(), 3);
    m_selection = std::make_unique<Selection>();
    m_selection->setModel(m_model.get());
    m_selection->selectAll();
}

void TestExportActs::cleanup()
{
    m_acts.reset();
    m_selection.reset();
    m_model.reset();
    m.reset();
}

void TestExportActs::toAFolder()
{
    const QString folder = m->path(u"out"_s);
    const QSignalSpy done(m_acts.get(), &ExportActs::done);
    m_acts->exportTo(QVariant::fromValue(m_selection.get()), folder, ExportActs::WebP, 32, false);
    QVERIFY(m_acts->isBusy());
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(!m_acts->isBusy());
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden),
             (QStringList{u"photo 1.webp"_s, u"photo 2.webp"_s, u"photo 3.webp"_s}));
}

void TestExportActs::aFolderHasToBeWhole()
{
    const QSignalSpy failed(m_acts.get(), &ExportActs::failed);
    m_acts->exportTo(QVariant::fromValue(m_selection.get()), u"somewhere"_s, ExportActs::Original, 0, false);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!m_acts->isBusy());
}

void TestExportActs::saysHowManyCouldNot()
{
    QVERIFY(QFile::remove(m->blobs->pathOf(m->asset(m_first)->sha256)));
    const QSignalSpy failed(m_acts.get(), &ExportActs::failed);
    const QSignalSpy done(m_acts.get(), &ExportActs::done);
    m_acts->exportTo(QVariant::fromValue(m_selection.get()), m->path(u"out"_s), ExportActs::Original, 0, false);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().toString().contains(u"photo 1.jpg"_s));
    QVERIFY(done.front().front().toString().startsWith(u"2 "_s));
}

void TestExportActs::oneToTheClipboard()
{
    m_selection->select(0);
    const QSignalSpy done(m_acts.get(), &ExportActs::done);
    m_acts->copyFiles(QVariant::fromValue(m_selection.get()));
    QTRY_COMPARE(done.size(), 1);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->urls().size(), 1);
    QVERIFY(QFileInfo(data->urls().front().toLocalFile()).fileName().startsWith(u"photo"_s));
    QCOMPARE(data->imageData().value<QImage>().size(), QSize(64, 48));
}

void TestExportActs::severalToTheClipboard()
{
    const QSignalSpy done(m_acts.get(), &ExportActs::done);
    m_acts->copyFiles(QVariant::fromValue(m_selection.get()));
    QTRY_COMPARE(done.size(), 1);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->urls().size(), 3);
    QVERIFY(!data->hasImage());
    for (const QUrl &url : data->urls()) {
        QVERIFY(QFileInfo(url.toLocalFile()).size() > 0);
    }
}

void TestExportActs::tooManyForTheClipboard()
{
    m->addRows(5000, 1'600'000'100'000);
    m_model->reload();
    QTRY_COMPARE(m_model->count(), 5003);
    m_selection->selectAll();
    const QSignalSpy failed(m_acts.get(), &ExportActs::failed);
    const QSignalSpy done(m_acts.get(), &ExportActs::done);
    m_acts->copyFiles(QVariant::fromValue(m_selection.get()));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(done.size(), 0);
}

void TestExportActs::pathsAndHashes()
{
    m_selection->select(0);
    const QSignalSpy done(m_acts.get(), &ExportActs::done);
    m_acts->copyHashes(QVariant::fromValue(m_selection.get()));
    QTRY_COMPARE(done.size(), 1);
    const QString hash = QGuiApplication::clipboard()->text();
    QCOMPARE(hash.size(), 64);
    m_acts->copyPaths(QVariant::fromValue(m_selection.get()));
    QTRY_COMPARE(done.size(), 2);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(hash));
}

void TestExportActs::whatWasHandedOverBeforeIsGone()
{
    const QSignalSpy done(m_acts.get(), &ExportActs::done);
    m_acts->copyFiles(QVariant::fromValue(m_selection.get()));
    QTRY_COMPARE(done.size(), 1);
    const QString file = QGuiApplication::clipboard()->mimeData()->urls().front().toLocalFile();
    QVERIFY(QFileInfo::exists(file));
    m_acts = std::make_unique<ExportActs>(m->context.get());
    QTRY_VERIFY(!QFileInfo::exists(file));
}

QTEST_MAIN(TestExportActs)
#include "tst_export_acts.moc"
