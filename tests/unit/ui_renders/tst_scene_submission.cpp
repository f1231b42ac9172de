// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "support/patience.h"
#include "ui/renders/scene_submission.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::SceneSubmission;

class TestSceneSubmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_submission.reset(); }
    void aSceneIsRead();
    void whatIsMissingIsFound();
    void whatCannotBeAskedForIsSaid();
    void theFilesAreStoredAndTheTaskIsMade();
    void aBrokenSceneSaysSo();
    void closingForgetsIt();
    void onlyScenesAreScenes();

private:
    void open(const QString &path);
    [[nodiscard]] static QVariantMap wishes();

    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<SceneSubmission> m_submission;
    QString m_scene;
};

void TestSceneSubmission::init()
{
    m = std::make_unique<test::RendersFixture>();
    m->write(u"../show/scenes/wood.jpg"_s, "wood"_ba);
    m_scene =
        m->write(u"../show/scenes/hall.ma"_s, "//Maya ASCII 2024 scene\nrequires maya \"2024\";\n"
                                              "createNode file -n \"a\";\n\tsetAttr \".ftn\" -type \"string\" \""_ba +
                                                  m->path(u"show/scenes/wood.jpg"_s).toUtf8() +
                                                  "\";\ncreateNode file -n \"b\";\n\tsetAttr \".ftn\" -type \"string\" "
                                                  "\"Z:/textures/gone.jpg\";\n// End of hall.ma\n"_ba);
    m_submission = m->make<SceneSubmission>();
    m_submission->componentComplete();
}

void TestSceneSubmission::open(const QString &path)
{
    m_submission->open(QUrl::fromLocalFile(path));
    QCOMPARE(m_submission->state(), SceneSubmission::State::Reading);
    QTRY_VERIFY(m_submission->state() != SceneSubmission::State::Reading);
}

QVariantMap TestSceneSubmission::wishes()
{
    return {{u"start_frame"_s, 5},
            {u"total_frames"_s, 3},
            {u"frame_step"_s, 2},
            {u"priority"_s, 7},
            {u"camera"_s, u"front"_s}};
}

void TestSceneSubmission::aSceneIsRead()
{
    open(m_scene);
    QCOMPARE(m_submission->state(), SceneSubmission::State::Ready);
    QCOMPARE(m_submission->name(), u"hall.ma"_s);
    QCOMPARE(m_submission->engine(), u"Maya"_s);
    QCOMPARE(m_submission->missing().size(), 1);
    QVERIFY(m_submission->missing().first().toMap()[u"path"_s].toString().endsWith(u"gone.jpg"_s));
    QVERIFY(!m_submission->missing().first().toMap()[u"reason"_s].toString().isEmpty());
    QVERIFY(m_submission->hardware().size() > 1);
    QVERIFY(m_submission->firstFrame() <= m_submission->lastFrame());
}

void TestSceneSubmission::whatIsMissingIsFound()
{
    m->write(u"../elsewhere/deep/Gone.JPG"_s, "found"_ba);
    open(m_scene);
    m_submission->lookIn(QUrl::fromLocalFile(m->path(u"elsewhere"_s)));
    QTRY_COMPARE(m_submission->state(), SceneSubmission::State::Ready);
    QCOMPARE(m_submission->missing().size(), 0);
}

void TestSceneSubmission::whatCannotBeAskedForIsSaid()
{
    open(m_scene);
    QCOMPARE(m_submission->problemWith(wishes()), QString());
    QVariantMap bad = wishes();
    bad[u"test_frames"_s] = u"six"_s;
    QVERIFY(!m_submission->problemWith(bad).isEmpty());
    bad[u"test_frames"_s] = u"6"_s; // not one of 5, 7, 9
    QVERIFY(!m_submission->problemWith(bad).isEmpty());
    bad[u"test_frames"_s] = u"7"_s;
    QCOMPARE(m_submission->problemWith(bad), QString());
}

void TestSceneSubmission::theFilesAreStoredAndTheTaskIsMade()
{
    m->write(u"../elsewhere/gone.jpg"_s, "found"_ba);
    open(m_scene);
    m_submission->lookIn(QUrl::fromLocalFile(m->path(u"elsewhere"_s)));
    QTRY_COMPARE(m_submission->state(), SceneSubmission::State::Ready);
    const QSignalSpy made(m_submission.get(), &SceneSubmission::made);
    m_submission->submit(wishes());
    QTRY_COMPARE(made.count(), 1);
    QCOMPARE(m_submission->state(), SceneSubmission::State::Idle);
    const render::Caller caller{m->owner.userId, u"anna"_s, false};
    const qint64 id = made.first().first().toInt();
    const auto task = m->tasks->task(caller, id);
    QVERIFY(task);
    QCOMPARE(task->request.frames(), (QList<int>{5, 7, 9}));
    QCOMPARE(task->request.priority, 7);
    QCOMPARE(task->request.engine, render::Engine::Maya);
    QCOMPARE(task->request.info[u"camera"_s].toString(), u"front"_s);
    QCOMPARE(task->request.info[u"source_dir"_s].toString(), m->path(u"show/scenes"_s));
    QVERIFY(task->sceneFileId > 0);
    const auto files = m->tasks->files(caller, id, 10, 0);
    QVERIFY(files);
    QCOMPARE(files->counts.total, 2);
    QCOMPARE(files->counts.missing, 0);
    // Nothing is left where uploads are written.
    QCOMPARE(QDir(m->path(u"tmp"_s)).entryList(QDir::Files).size(), 0);
}

void TestSceneSubmission::aBrokenSceneSaysSo()
{
    open(m->path(u"show/scenes/nowhere.ma"_s));
    QCOMPARE(m_submission->state(), SceneSubmission::State::Failed);
    QVERIFY(!m_submission->errorText().isEmpty());
    m_submission->close();
    QCOMPARE(m_submission->state(), SceneSubmission::State::Idle);
    QCOMPARE(m_submission->errorText(), QString());
}

void TestSceneSubmission::closingForgetsIt()
{
    m_submission->open(QUrl::fromLocalFile(m_scene));
    m_submission->close();
    QCOMPARE(m_submission->state(), SceneSubmission::State::Idle);
    // What was being read is over once another one is.
    open(m_scene);
    QCOMPARE(m_submission->state(), SceneSubmission::State::Ready);
    m_submission->submit(wishes());
    m_submission->close();
    QCOMPARE(m_submission->state(), SceneSubmission::State::Idle);
}

void TestSceneSubmission::onlyScenesAreScenes()
{
    for (const auto *name : {"a.ma", "A.MA.GZ", "b.blend", "c.uproject", "d.mb"}) {
        QVERIFY(SceneSubmission::isScene(QUrl::fromLocalFile(u"/x/"_s + QString::fromLatin1(name))));
    }
    QVERIFY(!SceneSubmission::isScene(QUrl::fromLocalFile(u"/x/photo.jpg"_s)));
    QVERIFY(!SceneSubmission::isScene(QUrl(u"https://example.org/a.blend"_s)));
}

QTEST_GUILESS_MAIN(TestSceneSubmission)
#include "tst_scene_submission.moc"
