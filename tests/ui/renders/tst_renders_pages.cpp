// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/store_choice.h"
#include "render/scene/scene_analysis.h"
#include "render/tasks.h"
#include "storage/database.h"
#include "support/patience.h"
#include "ui/base/preferences.h"
#include "ui/renders/renders_case.h"

#include <QFile>
#include <QProcess>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace kinframe;
using namespace kinframe::tests;
using namespace Qt::StringLiterals;

/// As a person works with renders: by what stands on the buttons, and by keys.
class TestRendersPages : public RendersCase
{
    Q_OBJECT

private Q_SLOTS:
    void theListIsReachedByItsKey();
    void spacePausesAndGoesOn();
    void cancelAsksFirst();
    void whatFailedIsRenderedAgain();
    void framesFillWhileOneLooks();
    void aPictureOpensAndOneComesBack();
    void theLogOfAFrameIsThere();
    void workFilesGoAfterAQuestion();
    void aNarrowWindowShowsItAll();
    void whatRendersIsSetUp();
    void theClusterIsSetUpAndTested();
    void pathsOfScenesAreSetUp();
    void theStoreIsAskedFor();
    void aRunningRenderIsInTheProgress();
    void aSceneIsDroppedAndRendered();
    void aRealSceneBecomesPictures();

private:
    void write(const char *sql);
    void openSettings();
    [[nodiscard]] int number(const char *sql) const;
    [[nodiscard]] QString stateOf(const QString &scene) const;
};

void TestRendersPages::write(const char *sql)
{
    QVERIFY(services().library.database.write([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run(sql);
        render::publishTask(transaction, services().events, 5);
        return {};
    }));
}

int TestRendersPages::number(const char *sql) const
{
    return services()
        .library.database
        .read([sql](storage::Connection &db) -> Result<int> {
            storage::Statement row = db.prepare(sql);
            return row.step() ? row.integer(0) : -1;
        })
        .value_or(-1);
}

QString TestRendersPages::stateOf(const QString &scene) const
{
    return services()
        .library.database
        .read([&](storage::Connection &db) -> Result<QString> {
            storage::Statement row = db.prepare("SELECT t.state FROM render_task t JOIN render_file f ON f.id = "
                                                "t.scene_file_id WHERE f.file_name = ?1");
            row.bindAll(scene);
            return row.step() ? render::nameOf(render::TaskState(row.integer(0))) : QString();
        })
        .value_or(QString());
}

void TestRendersPages::theListIsReachedByItsKey()
{
    m->go(u"people"_s);
    QVERIFY(m->waitForNo(u"castle.blend"_s));
    m->key(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"castle.blend"_s));
    QVERIFY(m->waitFor(u"Rendering"_s));
    QVERIFY(m->waitFor(u"Waiting"_s));
}

void TestRendersPages::spacePausesAndGoesOn()
{
    choose(1);
    m->key(Qt::Key_Space);
    QTRY_COMPARE(stateOf(u"castle.blend"_s), u"paused"_s);
    QVERIFY(m->waitForNo(u"Rendering"_s));
    m->key(Qt::Key_Space);
    QTRY_COMPARE(stateOf(u"castle.blend"_s), u"rendering"_s);
    QVERIFY(m->waitFor(u"Rendering"_s));
}

void TestRendersPages::cancelAsksFirst()
{
    choose(1);
    m->key(Qt::Key_Delete);
    QVERIFY(m->waitFor(u"Cancel “castle.blend”?"_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"Cancel “castle.blend”?"_s));
    QCOMPARE(stateOf(u"castle.blend"_s), u"rendering"_s);
    m->key(Qt::Key_Delete);
    QVERIFY(m->click(u"Cancel the render"_s));
    QTRY_COMPARE(stateOf(u"castle.blend"_s), u"cancelled"_s);
    QVERIFY(m->waitForNo(u"Rendering"_s));
}

void TestRendersPages::whatFailedIsRenderedAgain()
{
    choose(3);
    m->key(Qt::Key_R);
    QVERIFY(m->waitFor(u"3 frames are rendered again."_s));
    // The renderer soon finds that there is no such scene.
    QTRY_COMPARE(number("SELECT count(*) FROM render_frame f JOIN render_task t ON t.id = f.task_id JOIN render_file s "
                        "ON s.id = t.scene_file_id WHERE s.file_name = 'harbour_night.blend' AND f.state = 3"),
                 0);
}

void TestRendersPages::framesFillWhileOneLooks()
{
    openRow(1);
    QVERIFY(m->waitFor(u"castle.blend"_s));
    // The first that failed is looked at.
    QVERIFY(m->waitFor(u"Frame 17 · Failed · 44 s"_s));
    write("UPDATE render_frame SET state = 2, error = NULL WHERE task_id = 5 AND number = 17");
    QVERIFY(m->waitFor(u"Frame 17 · Done · 44 s"_s));
    QVERIFY(m->waitForNo(u"Render what failed again"_s));
    m->key(Qt::Key_Backspace);
    QVERIFY(m->waitFor(u"garden.blend"_s));
}

void TestRendersPages::aPictureOpensAndOneComesBack()
{
    openRow(2);
    m->key(Qt::Key_Home);
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"stage"_s));
    m->key(Qt::Key_Right);
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"stage"_s));
    QVERIFY(m->waitFor(u"frames"_s));
    m->key(Qt::Key_Backspace);
    QVERIFY(m->waitFor(u"garden.blend"_s));
}

void TestRendersPages::theLogOfAFrameIsThere()
{
    openRow(3);
    // The first that failed is what one comes for.
    QVERIFY(m->waitFor(u"Error: Out of memory in CUDA queue enqueue (integrator_shade_surface)"_s));
    QVERIFY(m->waitFor(u"Attempt 3"_s));
    m->key(Qt::Key_G);
    QVERIFY(m->waitForNo(u"Attempt 3"_s));
    m->key(Qt::Key_G);
    QVERIFY(m->waitFor(u"Attempt 3"_s));
    m->key(Qt::Key_R, Qt::ShiftModifier);
    QVERIFY(m->waitFor(u"1 frame is rendered again."_s));
}

void TestRendersPages::workFilesGoAfterAQuestion()
{
    openRow(3);
    QVERIFY(m->click(u"More"_s));
    QVERIFY(m->click(u"Remove its work files…"_s));
    QVERIFY(m->click(u"Remove"_s));
    QTRY_COMPARE(number("SELECT count(*) FROM render_task WHERE is_cleaned = 1"), 1);
    QVERIFY(m->waitForNo(u"Render what failed again"_s));
}

void TestRendersPages::aNarrowWindowShowsItAll()
{
    ui::Preferences::of(m->window())->setTextScale(2);
    m->window()->resize(480, 800);
    QVERIFY(m->waitFor(u"castle.blend"_s));
    openRow(1);
    QVERIFY(m->waitFor(u"More"_s));
    m->key(Qt::Key_Backspace);
    QVERIFY(m->waitFor(u"garden.blend"_s));
}

void TestRendersPages::openSettings()
{
    // All of it is in sight.
    m->window()->resize(1280, 2400);
    m->open(u"settings"_s, {{u"section"_s, u"renders"_s}});
    QVERIFY(m->waitFor(u"Where renders run"_s));
}

void TestRendersPages::whatRendersIsSetUp()
{
    const auto setup = [this] { return *services().tasks->setup(); };
    openSettings();
    QVERIFY(m->waitFor(u"Engines"_s));
    QVERIFY(m->click(u"Render here anyway"_s));
    QTRY_COMPARE(setup().rendersAnyway, std::optional(false));
    QVERIFY(m->click(u"changeKind"_s));
    QVERIFY(m->waitFor(u"Change this kind"_s));
    m->key(Qt::Key_A, Qt::ControlModifier);
    m->type(u"Large"_s);
    QVERIFY(m->click(u"Save"_s));
    QVERIFY(m->waitFor(u"Large"_s));
    QTRY_VERIFY(std::ranges::any_of(setup().hardware, [](const auto &kind) { return kind.name == u"Large"_s; }));
    QVERIFY(m->click(u"Remove “Large”"_s));
    QVERIFY(m->waitForNo(u"Large"_s));
    m->key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"Large"_s));
}

void TestRendersPages::theClusterIsSetUpAndTested()
{
    openSettings();
    QVERIFY(m->click(u"On a cluster run by Slurm"_s));
    QTRY_COMPARE(services().tasks->setup()->runner, u"slurm"_s);
    QVERIFY(m->click(u"changeCluster"_s));
    QVERIFY(m->waitFor(u"How the cluster is reached"_s));
    m->type(u"night"_s);
    m->key(Qt::Key_Tab);
    m->key(Qt::Key_Tab);
    m->type(u"/nowhere/slurm"_s);
    QVERIFY(m->click(u"Test the connection"_s));
    QVERIFY(m->waitFor(u"“/nowhere/slurm/sbatch” is not on this computer. Install the commands of Slurm, or say in "
                       "which folder they are."_s));
    QVERIFY(m->click(u"Save"_s));
    QTRY_COMPARE(services().tasks->setup()->slurm.partition, u"night"_s);
    QVERIFY(m->waitFor(u"partition night · commands in /nowhere/slurm"_s));
    QVERIFY(m->click(u"On this computer"_s));
    QTRY_COMPARE(services().tasks->setup()->runner, u"local"_s);
}

void TestRendersPages::pathsOfScenesAreSetUp()
{
    const auto settings = [this] { return *services().sceneAnalysis->settings(); };
    openSettings();
    QVERIFY(m->click(u"Add a variable…"_s));
    QVERIFY(m->waitFor(u"What it stands for"_s));
    m->type(u"SHOW"_s);
    QVERIFY(m->click(u"Save"_s));
    // It stands for something: the dialog stays and says so.
    QVERIFY(m->waitFor(u"Say what it stands for, such as a folder."_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"What it stands for"_s));
    QVERIFY(m->click(u"Add a path…"_s));
    QVERIFY(m->waitFor(u"Folder here"_s));
    m->type(u"Z:/show"_s);
    m->key(Qt::Key_Tab);
    m->type(u"/mnt/show"_s);
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"Z:/show → /mnt/show"_s));
    QTRY_COMPARE(settings().mappings.size(), size_t(1));
    QVERIFY(m->click(u"Remove “Z:/show”"_s));
    QVERIFY(m->waitForNo(u"Z:/show → /mnt/show"_s));
    m->key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"Z:/show → /mnt/show"_s));
    QTRY_COMPARE(settings().mappings.size(), size_t(1));
}

void TestRendersPages::theStoreIsAskedFor()
{
    openSettings();
    QVERIFY(m->click(u"In an object store, too"_s));
    QVERIFY(m->waitFor(u"Which object store?"_s));
    m->type(u"s3.example.org"_s);
    QVERIFY(m->click(u"Test and save"_s));
    QVERIFY(m->waitFor(u"Write its address, such as https://s3.example.org, with no path."_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"Which object store?"_s));
    QVERIFY(!*services().objectStore->current());
}

void TestRendersPages::aRunningRenderIsInTheProgress()
{
    m->go(u"people"_s);
    QVERIFY(m->waitForNo(u"garden.blend"_s));
    QVERIFY(m->click(u"Progress"_s));
    QVERIFY(m->waitFor(u"Rendering “castle.blend”"_s));
    // It cannot be taken back: the page asks.
    QVERIFY(m->click(u"Stop: Rendering “castle.blend”"_s));
    QVERIFY(m->waitFor(u"Cancel “castle.blend”?"_s));
    QCOMPARE(stateOf(u"castle.blend"_s), u"rendering"_s);
    QVERIFY(m->click(u"Cancel the render"_s));
    QTRY_COMPARE(stateOf(u"castle.blend"_s), u"cancelled"_s);
    QVERIFY(m->waitForNo(u"Rendering “castle.blend”"_s));
}

void TestRendersPages::aSceneIsDroppedAndRendered()
{
    const QString scene = m_library + u"/hall.ma"_s;
    QFile file(scene);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(
        file.write("//Maya ASCII 2024 scene\nrequires maya \"2024\";\ncreateNode file -n \"a\";\n\tsetAttr \".ftn\" "
                   "-type \"string\" \"/nowhere/gone.jpg\";\n// End of hall.ma\n") > 0);
    file.close();
    // From any page.
    m->go(u"people"_s);
    m->drop({scene}, {400, 300});
    QVERIFY(m->waitFor(u"Render a scene"_s));
    QVERIFY(m->waitFor(u"1 file of the scene is missing"_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"1 file of the scene is missing"_s));
    m->drop({scene}, {400, 300});
    QVERIFY(m->click(u"Render"_s));
    // There is no Maya here: it is made, and has failed.
    QTRY_COMPARE(number("SELECT count(*) FROM render_task"), 7);
    QVERIFY(m->waitFor(u"hall.ma"_s));
    QVERIFY(m->waitFor(u"frames"_s));
}

void TestRendersPages::aRealSceneBecomesPictures()
{
    const QString blender = QStandardPaths::findExecutable(u"blender"_s);
    if (blender.isEmpty()) {
        QSKIP("there is no Blender here");
    }
    const QString scene = m_library + u"/cube.blend"_s;
    const QString script =
        u"import bpy\ns = bpy.context.scene\ns.frame_end = 2\ns.render.engine = 'CYCLES'\n"
        "s.cycles.samples = 1\ns.cycles.use_denoising = False\ns.render.resolution_x = 48\ns.render.resolution_y = 32\n"
        "bpy.ops.wm.save_as_mainfile(filepath='%1')"_s.arg(scene);
    QCOMPARE(QProcess::execute(blender, {u"-b"_s, u"--factory-startup"_s, u"--python-expr"_s, script}), 0);
    m->drop({scene}, {400, 300});
    constexpr int blenderMs = 120'000;
    QVERIFY(m->waitFor(u"Render a scene"_s, blenderMs));
    QVERIFY(m->waitFor(u"2 frames are rendered."_s));
    QVERIFY(m->click(u"Render"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"cube.blend"_s), u"completed"_s, blenderMs);
    // They come into the library, and to the page without anything being done.
    QTRY_COMPARE_WITH_TIMEOUT(number("SELECT count(*) FROM render_frame f JOIN asset a ON a.id = f.asset_id JOIN "
                                     "render_task t ON t.id = f.task_id WHERE a.width > 0 AND t.total_frames = 2"),
                              2, blenderMs);
    QVERIFY(m->waitFor(u"Done"_s));
    m->key(Qt::Key_Home);
    QTRY_VERIFY((m->key(Qt::Key_Return), m->waitFor(u"stage"_s, 500)));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"stage"_s));
}

QTEST_MAIN(TestRendersPages)
#include "tst_renders_pages.moc"
