// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "support/patience.h"
#include "ui/renders/frame_log.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::FrameLog;

class TestFrameLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_model.reset(); }
    void linesAreShown();
    void onlyWhatHasComeIsRead();
    void aLineGrowsInItsPlace();
    void anAttemptIsChosen();
    void theNextAttemptIsFollowed();
    void ofALongLogTheEndIsShown();
    void withoutALogNothingIsShown();
    void allIsCopied();

private:
    void open(int frame);
    [[nodiscard]] QStringList lines() const;
    static void write(const QString &path, const QByteArray &text);

    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<FrameLog> m_model;
    qint64 m_task = 0;
};

void TestFrameLog::init()
{
    m = std::make_unique<test::RendersFixture>();
    m_task = m->add({.frames = 3, .completed = 1, .rendering = 1});
}

void TestFrameLog::open(int frame)
{
    m_model = m->make<FrameLog>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->setTaskId(int(m_task));
    m_model->setFrame(frame);
    m_model->componentComplete();
    QTRY_COMPARE(m_model->status(), FrameLog::Status::Ready);
}

QStringList TestFrameLog::lines() const
{
    QStringList lines;
    for (int row = 0; row < m_model->count(); ++row) {
        lines += m_model->index(row).data(FrameLog::LineRole).toString();
    }
    return lines;
}

void TestFrameLog::write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(text), text.size());
}

void TestFrameLog::linesAreShown()
{
    test::addLog(*m, m->renders(), m_task, 1, "Fra:1 Mem:12M\r\nSaved\xc3\xa9\nend");
    open(1);
    QCOMPARE(lines(), (QStringList{u"Fra:1 Mem:12M"_s, u"Savedé"_s, u"end"_s}));
    QVERIFY(!m_model->isGrowing());
    QCOMPARE(m_model->attempts(), 1);
}

void TestFrameLog::onlyWhatHasComeIsRead()
{
    const QString path = test::addLog(*m, m->renders(), m_task, 2, "one\n", true);
    open(2);
    QCOMPARE(lines(), QStringList{u"one"_s});
    QVERIFY(m_model->isGrowing());
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    // Nothing tells of it: it looks by itself.
    write(path, "two\nthree\n");
    QTRY_COMPARE(lines(), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 1);
    test::closeLogs(*m, m_task);
    m->tell(m_task);
    QTRY_VERIFY(!m_model->isGrowing());
}

void TestFrameLog::aLineGrowsInItsPlace()
{
    const QString path = test::addLog(*m, m->renders(), m_task, 2, "begin\nhal", true);
    open(2);
    QCOMPARE(lines(), (QStringList{u"begin"_s, u"hal"_s}));
    write(path, "f and \xc3");
    QTRY_VERIFY(lines().last().startsWith(u"half and"_s));
    write(path, "\xa9\nnext\n");
    QTRY_COMPARE(lines(), (QStringList{u"begin"_s, u"half and é"_s, u"next"_s}));
}

void TestFrameLog::anAttemptIsChosen()
{
    test::addLog(*m, m->renders(), m_task, 1, "first\n");
    test::addLog(*m, m->renders(), m_task, 1, "second\n");
    open(1);
    QCOMPARE(lines(), QStringList{u"second"_s});
    QCOMPARE(m_model->attempts(), 2);
    QCOMPARE(m_model->shownAttempt(), 2);
    m_model->setAttempt(1);
    QTRY_COMPARE(lines(), QStringList{u"first"_s});
    // Another frame begins with its last attempt.
    m_model->setFrame(3);
    QCOMPARE(m_model->attempt(), 0);
}

void TestFrameLog::theNextAttemptIsFollowed()
{
    test::addLog(*m, m->renders(), m_task, 1, "first\n");
    open(1);
    QCOMPARE(lines(), QStringList{u"first"_s});
    test::addLog(*m, m->renders(), m_task, 1, "second\n");
    m->tell(m_task);
    QTRY_COMPARE(lines(), QStringList{u"second"_s});
}

void TestFrameLog::ofALongLogTheEndIsShown()
{
    QByteArray text;
    while (text.size() < 2'000'000) {
        text += "a line of the renderer\n";
    }
    text += "the last one\n";
    test::addLog(*m, m->renders(), m_task, 1, text);
    open(1);
    QTRY_COMPARE(lines().last(), u"the last one"_s);
    QVERIFY(m_model->count() < 50'000);
    QVERIFY(!m_model->skippedText().isEmpty());
}

void TestFrameLog::withoutALogNothingIsShown()
{
    open(3);
    QCOMPARE(m_model->count(), 0);
    QCOMPARE(m_model->attempts(), 0);
}

void TestFrameLog::allIsCopied()
{
    test::addLog(*m, m->renders(), m_task, 1, "one\ntwo\n");
    open(1);
    m_model->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"one\ntwo"_s);
}

QTEST_MAIN(TestFrameLog)
#include "tst_frame_log.moc"
