// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "support/patience.h"
#include "ui/renders/missing_files.h"
#include "ui/renders/scene_submission.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::SceneSubmission;

/// Sets of tiles and sequences of a scene of which some or all files are not there.
class TestMissingFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_submission.reset(); }
    void setsAreShownAsSets();
    void setsAreFoundElsewhere();
    void whatIsNoFrameOfTheSceneIsWhole();
    void theVersionAndTheSizeAreAskedFor();

private:
    void open();
    /// What is said of the missing path that ends so; empty: it is not missing.
    [[nodiscard]] QString reasonOf(const QString &path) const;

    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<SceneSubmission> m_submission;
    QString m_scene;
};

void TestMissingFiles::init()
{
    m = std::make_unique<test::RendersFixture>();
    const QByteArray folder = m->path(u"show/textures/"_s).toUtf8();
    const auto texture = [&folder](const QByteArray &node, const QByteArray &name,
                                   const QByteArray &more) -> QByteArray {
        return "createNode file -n \"" + node + "\";\n\tsetAttr \".ftn\" -type \"string\" \"" + folder + name +
               "\";\n" + more;
    };
    const QByteArray tiles = "\tsetAttr \".uvt\" 3;\n";
    const QByteArray frames = "\tsetAttr \".ufe\" yes;\n";
    m_scene = m->write(
        u"../show/scenes/hall.ma"_s,
        "//Maya ASCII 2024 scene\nrequires maya \"2024\";\n" + texture("wood", "wood.1001.exr", tiles) +
            texture("stone", "stone.1001.exr", tiles) + texture("fire", "fire.0001.exr", frames) +
            texture("smoke", "smoke.0001.exr", frames) + texture("alone", "alone.exr", {}) +
            texture("named", "named.<UDIM>.exr", {}) +
            "select -ne :defaultResolution;\n\tsetAttr \".w\" 1920;\n\tsetAttr \".h\" 1080;\n"
            "select -ne :defaultRenderGlobals;\n\tsetAttr \".an\" yes;\n\tsetAttr \".fs\" 1;\n\tsetAttr \".ef\" 10;\n"
            "// End of hall.ma\n");
    m->write(u"../show/textures/wood.1001.exr"_s, "wood"_ba);
    m->write(u"../show/textures/wood.1003.exr"_s, "wood"_ba);
    for (const int frame : {3, 4, 5, 6, 8, 9, 10}) {
        m->write(u"../show/textures/fire.%1.exr"_s.arg(frame, 4, 10, QChar(u'0')), "fire"_ba);
    }
    m_submission = m->make<SceneSubmission>();
    m_submission->componentComplete();
}

void TestMissingFiles::open()
{
    m_submission->open(QUrl::fromLocalFile(m_scene));
    QTRY_COMPARE(m_submission->state(), SceneSubmission::State::Ready);
}

QString TestMissingFiles::reasonOf(const QString &path) const
{
    for (const QVariant &file : m_submission->missing()) {
        if (file.toMap()[u"path"_s].toString().endsWith(path)) {
            return file.toMap()[u"reason"_s].toString();
        }
    }
    return {};
}

void TestMissingFiles::setsAreShownAsSets()
{
    open();
    QCOMPARE(m_submission->missing().size(), 5);
    // Nobody knows how many tiles there should be: what is there is all.
    QCOMPARE(reasonOf(u"wood.1001.exr"_s), QString());
    QVERIFY(reasonOf(u"stone.1001.exr"_s).contains(u"set of tiles"_s));
    QVERIFY(reasonOf(u"named.<UDIM>.exr"_s).contains(u"set of tiles"_s));
    const QString fire = reasonOf(u"fire.0001.exr"_s);
    QVERIFY2(fire.contains(u"10 "_s) && fire.contains(u" 3 are missing: 1 to 2, 7."_s), qPrintable(fire));
    const QString smoke = reasonOf(u"smoke.0001.exr"_s);
    QVERIFY2(smoke.contains(u"none of its 10 "_s), qPrintable(smoke));
    QVERIFY(!reasonOf(u"alone.exr"_s).isEmpty());
    // Two sets of tiles, 3 and 10 frames, and one file.
    QCOMPARE(m_submission->missingCount(), 2 + 3 + 10 + 1);
}

void TestMissingFiles::setsAreFoundElsewhere()
{
    open();
    for (int frame = 1; frame <= 10; ++frame) {
        m->write(u"../elsewhere/a/Smoke.%1.exr"_s.arg(frame, 4, 10, QChar(u'0')), "smoke"_ba);
    }
    m->write(u"../elsewhere/b/fire.0001.exr"_s, "fire"_ba);
    m->write(u"../elsewhere/b/fire.0003.exr"_s, "another"_ba);
    m->write(u"../elsewhere/c/stone.1002.exr"_s, "stone"_ba);
    m_submission->lookIn(QUrl::fromLocalFile(m->path(u"elsewhere"_s)));
    QTRY_COMPARE(m_submission->state(), SceneSubmission::State::Ready);
    QCOMPARE(reasonOf(u"smoke.0001.exr"_s), QString());
    QCOMPARE(reasonOf(u"stone.1001.exr"_s), QString());
    const QString fire = reasonOf(u"fire.0001.exr"_s);
    QVERIFY2(fire.contains(u" 2 are missing: 2, 7."_s), qPrintable(fire));
    QCOMPARE(m_submission->missingCount(), 4);
    // Once more finds nothing twice.
    m_submission->lookIn(QUrl::fromLocalFile(m->path(u"elsewhere"_s)));
    QTRY_COMPARE(m_submission->state(), SceneSubmission::State::Ready);
    QCOMPARE(m_submission->missingCount(), 4);
}

void TestMissingFiles::whatIsNoFrameOfTheSceneIsWhole()
{
    for (int frame = 101; frame <= 105; ++frame) {
        m->write(u"../show/textures/smoke.%1.exr"_s.arg(frame, 4, 10, QChar(u'0')), "smoke"_ba);
    }
    open();
    QCOMPARE(reasonOf(u"smoke.0001.exr"_s), QString());
}

void TestMissingFiles::theVersionAndTheSizeAreAskedFor()
{
    open();
    QCOMPARE(m_submission->version(), u"2024"_s);
    QCOMPARE(m_submission->sizes().size(), 3);
    const QVariantMap half = m_submission->sizes()[1].toMap();
    QCOMPARE(half[u"width"_s].toInt(), 960);
    QCOMPARE(half[u"height"_s].toInt(), 540);
    const QSignalSpy made(m_submission.get(), &SceneSubmission::made);
    m_submission->submit({{u"start_frame"_s, 1},
                          {u"total_frames"_s, 2},
                          {u"cg_version"_s, u"2023"_s},
                          {u"width"_s, 960},
                          {u"height"_s, 540}});
    QTRY_COMPARE(made.count(), 1);
    const render::Caller caller{m->owner.userId, u"anna"_s, false};
    const auto task = m->tasks->task(caller, made.first().first().toInt());
    QVERIFY(task);
    QCOMPARE(task->request.version, u"2023"_s);
    QCOMPARE(task->request.info[u"width"_s].toInt(), 960);
    QCOMPARE(task->request.info[u"height"_s].toInt(), 540);
    // As many files as there are, and those that are not.
    const auto files = m->tasks->files(caller, task->id, 100, 0);
    QVERIFY(files);
    QCOMPARE(files->counts.total, 2 + 7);
}

QTEST_GUILESS_MAIN(TestMissingFiles)
#include "tst_missing_files.moc"
