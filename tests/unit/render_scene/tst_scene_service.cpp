// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene_testing.h"

#include "render/scene/scene_analysis.h"
#include "render/scene/scene_words.h"
#include "storage/database.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray scene = "//Maya ASCII 2022 scene\ncreateNode camera -n \"c\" -p \"t\";\n"
                         "createNode file -n \"f\";setAttr \".ftn\" -type \"string\" \"x.png\";\n"
                         "createNode file -n \"g\";setAttr \".ftn\" -type \"string\" \"./x.png\";\n"
                         "createNode file -n \"h\";setAttr \".ftn\" -type \"string\" \"y.png\";\n";

/// A program in the place of Blender: a script of the shell.
QString program(const QString &path, const QByteArray &body)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return {};
    }
    file.write("#!/bin/sh\n" + body);
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

const QByteArray blendBytes = "BLENDER-v304REND" + QByteArray("\x48\0\0\0", 4) + QByteArray(8, '\0') +
                              QByteArray(8, '\0') + QByteArray("\x02\0\0\0\x09\0\0\0", 8) + QByteArray(64, '\0');

QStringList names(const std::vector<SceneNote> &notes)
{
    QStringList all;
    for (const SceneNote &note : notes) {
        all << nameOf(note.notice);
    }
    return all;
}

} // namespace

/// Scenes asked for by several people: what is kept and what is looked up anew.
class SceneServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void filesAreLookedUpAnew();
    void whatNobodyTouchedIsNotReadAgain();
    void whatIsKnownIsToldToOthers();
    void whatWasReadLongAgoGivesWay();
    void othersSeeTheAllowedFoldersOnly();
    void settingsComeBack();
    void aBlendIsReadByBlender();
    void aBlendIsToldBeforeBlenderIsDone();
    void whatBlenderCannotReadIsSaid_data();
    void whatBlenderCannotReadIsSaid();
    void aSlowBlenderIsEnded();
    void withoutBlenderTheFramesAreKnown();
    void theRealBlenderReadsAScene();

private:
    void make(const QString &name, const QByteArray &bytes);
    void open(const QString &blender = u"/nowhere/blender"_s);
    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] Result<AnalysedScene> analyse(const QString &name,
                                                const SceneAccess &access = SceneAccess::everywhere());

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<SceneAnalysis> m_analysis;
    SceneOptions m_options;
};

void SceneServiceTest::make(const QString &name, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(at(name)).path()));
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void SceneServiceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = storage::Database::open({at(u"library.db"_s), {}});
    QVERIFY(opened);
    m_database = std::move(*opened);
    m_options = {};
    open();
    make(u"s/wolf.ma"_s, scene);
}

void SceneServiceTest::cleanup()
{
    m_analysis.reset();
    m_database.reset();
}

void SceneServiceTest::open(const QString &blender)
{
    m_analysis.reset();
    SceneOptions options = m_options;
    options.findBlender = [blender]() -> Result<QString> {
        return QFileInfo::exists(blender)
                   ? Result<QString>(blender)
                   : fail(ErrorCode::EngineMissing, {{u"engine"_s, u"blender"_s}, {u"path"_s, blender}});
    };
    m_analysis = std::make_unique<SceneAnalysis>(*m_database, options);
}

Result<AnalysedScene> SceneServiceTest::analyse(const QString &name, const SceneAccess &access)
{
    return m_analysis->analyse({at(name), at(name), false, access}, {});
}

void SceneServiceTest::filesAreLookedUpAnew()
{
    const auto first = analyse(u"s/wolf.ma"_s);
    QVERIFY(first);
    QCOMPARE(first->name, at(u"s/wolf.ma"_s));
    QCOMPARE(first->size, scene.size());
    QCOMPARE(first->md5, QCryptographicHash::hash(scene, QCryptographicHash::Md5));
    QCOMPARE(first->assets.size(), 3u);
    QVERIFY(!first->assets[0].found.isThere);
    make(u"s/x.png"_s, "12345");
    const auto second = analyse(u"s/wolf.ma"_s);
    QVERIFY(second);
    // Two ways to write the path of one file are one file.
    QCOMPARE(second->assets.size(), 2u);
    QVERIFY(second->assets[0].found.isThere);
    QCOMPARE(second->assets[0].found.size, 5);
    QVERIFY(!second->assets[1].found.isThere);
}

void SceneServiceTest::whatNobodyTouchedIsNotReadAgain()
{
#ifndef Q_OS_LINUX
    QSKIP("only Linux tells whether a file was touched");
#endif
    qint64 now = wallMs();
    m_options.clock = [&now] { return ++now; };
    open();
    // Touched a moment ago it is read each time: it might be touched again in the same moment.
    const qint64 first = analyse(u"s/wolf.ma"_s)->analyzedAt;
    const qint64 second = analyse(u"s/wolf.ma"_s)->analyzedAt;
    QVERIFY(second > first);
    now += 60'000;
    const qint64 third = analyse(u"s/wolf.ma"_s)->analyzedAt;
    QVERIFY(third > second);
    const auto again = analyse(u"s/wolf.ma"_s);
    QCOMPARE(again->analyzedAt, third);
    QCOMPARE(again->md5, QCryptographicHash::hash(scene, QCryptographicHash::Md5));
    QCOMPARE(again->name, at(u"s/wolf.ma"_s));
    // Which files are there is looked up all the same.
    QVERIFY(!again->assets[0].found.isThere);
    make(u"s/x.png"_s, "12345");
    QVERIFY(analyse(u"s/wolf.ma"_s)->assets[0].found.isThere);
    // Other bytes of the same number, with the time of the old ones.
    QByteArray other = scene;
    other.replace("y.png", "z.png");
    const QDateTime modified = QFileInfo(at(u"s/wolf.ma"_s)).lastModified();
    make(u"s/wolf.ma"_s, other);
    QFile file(at(u"s/wolf.ma"_s));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(modified, QFileDevice::FileModificationTime));
    file.close();
    const auto changed = analyse(u"s/wolf.ma"_s);
    QCOMPARE(changed->md5, QCryptographicHash::hash(other, QCryptographicHash::Md5));
    QCOMPARE(changed->assets[1].file.path, u"z.png"_s);
    // By another name it lies elsewhere.
    QVERIFY(QFile::link(at(u"s/wolf.ma"_s), at(u"link.ma"_s)));
    QCOMPARE(analyse(u"link.ma"_s)->name, at(u"link.ma"_s));
}

void SceneServiceTest::whatIsKnownIsToldToOthers()
{
    const QByteArray md5 = QCryptographicHash::hash(scene, QCryptographicHash::Md5);
    const auto unknown = m_analysis->known(md5, SceneAccess::everywhere(), {});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    QVERIFY(analyse(u"s/wolf.ma"_s));
    make(u"s/x.png"_s, "12345");
    const auto known = m_analysis->known(md5, SceneAccess::everywhere(), {});
    QVERIFY(known);
    QCOMPARE(known->name, at(u"s/wolf.ma"_s));
    QCOMPARE(known->size, scene.size());
    QVERIFY(known->assets[0].found.isThere);
    QVERIFY(known->facts == analyse(u"s/wolf.ma"_s)->facts);
    const auto others = m_analysis->known(md5, SceneAccess::within({}), {});
    QVERIFY(others);
    QVERIFY(others->name.isEmpty());
    QCOMPARE(others->assets.size(), 3u);
    QVERIFY(!others->assets[0].found.isThere);
    // It outlives the program.
    open();
    QVERIFY(m_analysis->known(md5, SceneAccess::everywhere(), {}));
}

void SceneServiceTest::whatWasReadLongAgoGivesWay()
{
    const auto count = [this] {
        return *m_database->read([](storage::Connection &db) -> Result<qint64> {
            storage::Statement statement = db.prepare("SELECT count(*) FROM scene_facts");
            (void)statement.step();
            return statement.int64(0);
        });
    };
    QVERIFY(m_database->write([](storage::Transaction &transaction) -> Result<void> {
        transaction.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10050) "
                        "INSERT INTO scene_facts SELECT CAST(printf('%016d', i) AS BLOB), 1, '{}', i FROM n");
        return {};
    }));
    QCOMPARE(count(), 10'050);
    const auto read = analyse(u"s/wolf.ma"_s);
    QVERIFY(read);
    QCOMPARE(count(), 10'000);
    QVERIFY(m_analysis->known(read->md5, SceneAccess::everywhere(), {}));
}

void SceneServiceTest::othersSeeTheAllowedFoldersOnly()
{
    make(u"s/x.png"_s, "12345");
    QVERIFY(analyse(u"s/wolf.ma"_s, SceneAccess::within({at(u"s"_s)})));
    for (const SceneAccess &access : {SceneAccess::within({}), SceneAccess::within({at(u"s/x.png"_s)}),
                                      SceneAccess::within({at(u"other"_s)}), SceneAccess::within({u"s"_s})}) {
        const auto refused = analyse(u"s/wolf.ma"_s, access);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Forbidden);
        // Whether or not it is there.
        const auto none = analyse(u"s/none.ma"_s, access);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::Forbidden);
    }
}

void SceneServiceTest::settingsComeBack()
{
    QVERIFY(m_analysis->settings()->folders.isEmpty());
    SceneSettings settings;
    settings.folders = QStringList{u"/films"_s, u"/贴图"_s};
    settings.variables = {{u"SHOW"_s, u"/films/wolf"_s}};
    settings.mappings = {{u"Z:/"_s, u"/films"_s}};
    QVERIFY(m_analysis->set(settings));
    const auto back = m_analysis->settings();
    QVERIFY(back);
    QCOMPARE(back->folders, settings.folders);
    QCOMPARE(back->variables, settings.variables);
    QVERIFY(back->mappings == settings.mappings);
}

void SceneServiceTest::aBlendIsReadByBlender()
{
    make(u"s/a.blend"_s, blendBytes);
    open(program(at(u"blender"_s), "echo run >>\"$(dirname \"$0\")/runs\"\necho Blender 9\n"
                                   "printf '%s\\n{\"renderer\": \"CYCLES\", \"start\": 4, \"end\": 8, \"step\": 1, "
                                   "\"fps\": 24, \"width\": 64, \"height\": 32, \"format\": \"PNG\", \"samples\": 7, "
                                   "\"extension\": \".png\", \"cameras\": [[\"Cam\", \"CamT\", true, false]], "
                                   "\"files\": [[\"i\", \"//x.png\", \"texture\", \"one\"]]}\\n%s\\n' "
                                   "$KINFRAME_MARK $KINFRAME_MARK\n"));
    make(u"s/x.png"_s, "12345");
    for (int i = 0; i < 2; ++i) {
        const auto read = analyse(u"s/a.blend"_s);
        QVERIFY(read);
        QVERIFY(read->facts.isWhole);
        QCOMPARE(read->facts.renderer, u"cycles"_s);
        QCOMPARE(read->facts.application, u"Blender 3.4"_s);
        QCOMPARE(read->facts.startFrame.value_or(0), 4.0);
        QCOMPARE(read->facts.sampling.camera.value_or(0), 7);
        QCOMPARE(read->facts.cameras.front().transform, u"CamT"_s);
        QVERIFY(read->assets.front().found.isThere);
        QVERIFY(read->notes.empty());
    }
    QCOMPARE(bytesAt(at(u"runs"_s)), "run\n"); // the second time it was known
}

void SceneServiceTest::aBlendIsToldBeforeBlenderIsDone()
{
    make(u"s/a.blend"_s, blendBytes);
    m_options.blenderPatience = std::chrono::milliseconds(0);
    open(program(at(u"blender"_s), "while [ ! -e \"$(dirname \"$0\")/go\" ]; do sleep 0.05; done\n"
                                   "printf '%s\\n{\"renderer\": \"CYCLES\", \"start\": 4}\\n%s\\n' "
                                   "$KINFRAME_MARK $KINFRAME_MARK\n"));
    const auto first = analyse(u"s/a.blend"_s);
    QVERIFY(first);
    QVERIFY(!first->facts.isWhole);
    QCOMPARE(first->facts.startFrame.value_or(0), 2.0);
    QCOMPARE(first->facts.endFrame.value_or(0), 9.0);
    QCOMPARE(names(first->notes), QStringList{u"blender_reads"_s});
    QCOMPARE(names(m_analysis->known(first->md5, SceneAccess::everywhere(), {})->notes),
             QStringList{u"blender_reads"_s});
    make(u"go"_s, "x");
    QTRY_VERIFY_WITH_TIMEOUT(m_analysis->known(first->md5, SceneAccess::everywhere(), {})->facts.isWhole, 60'000);
    QCOMPARE(m_analysis->known(first->md5, SceneAccess::everywhere(), {})->facts.startFrame.value_or(0), 4.0);
}

void SceneServiceTest::whatBlenderCannotReadIsSaid_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("reason");
    QTest::newRow("fails") << QByteArray("exit 9\n") << u"it ended with code 9"_s;
    QTest::newRow("says nothing") << QByteArray("exit 0\n") << u"its answer was not understood"_s;
    QTest::newRow("says nonsense") << QByteArray("echo $KINFRAME_MARK{$KINFRAME_MARK\n")
                                   << u"its answer was not understood"_s;
    QTest::newRow("says it without the mark")
        << QByteArray("echo '{\"renderer\": \"CYCLES\"}'\n") << u"its answer was not understood"_s;
    QTest::newRow("speaks for ever") << QByteArray("exec cat /dev/zero\n") << u"its answer was not understood"_s;
}

void SceneServiceTest::whatBlenderCannotReadIsSaid()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, reason);
    make(u"s/a.blend"_s, blendBytes);
    open(program(at(u"blender"_s), body));
    const auto read = analyse(u"s/a.blend"_s);
    QVERIFY(read);
    QCOMPARE(names(read->notes), QStringList{u"blender_failed"_s});
    QCOMPARE(read->notes.front().facts.front().second, reason);
    QCOMPARE(read->facts.startFrame.value_or(0), 2.0);
    QCOMPARE(names(m_analysis->known(read->md5, SceneAccess::everywhere(), {})->notes),
             QStringList{u"blender_failed"_s});
}

void SceneServiceTest::aSlowBlenderIsEnded()
{
    make(u"s/a.blend"_s, blendBytes);
    m_options.blenderLimit = std::chrono::milliseconds(1000);
    open(program(at(u"blender"_s), "exec sleep 1000\n"));
    const auto read = analyse(u"s/a.blend"_s);
    QVERIFY(read);
    QCOMPARE(names(read->notes), QStringList{u"blender_failed"_s});
    // And with the program: this must not wait for it.
    m_options.blenderLimit = std::chrono::minutes(10);
    m_options.blenderPatience = std::chrono::milliseconds(0);
    open(at(u"blender"_s));
    QCOMPARE(names(analyse(u"s/a.blend"_s)->notes), QStringList{u"blender_reads"_s});
    m_analysis.reset();
    open();
    const auto interrupted =
        m_analysis->known(QCryptographicHash::hash(blendBytes, QCryptographicHash::Md5), SceneAccess::everywhere(), {});
    QVERIFY(interrupted);
    QCOMPARE(names(interrupted->notes), QStringList{u"blender_failed"_s});
    QCOMPARE(interrupted->notes.front().facts.front().second, u"it was interrupted"_s);
}

void SceneServiceTest::withoutBlenderTheFramesAreKnown()
{
    make(u"s/a.blend"_s, blendBytes);
    const auto read = analyse(u"s/a.blend"_s);
    QVERIFY(read);
    QCOMPARE(names(read->notes), QStringList{u"blender_missing"_s});
    QCOMPARE(read->facts.endFrame.value_or(0), 9.0);
}

void SceneServiceTest::theRealBlenderReadsAScene()
{
    const QString blender = QStandardPaths::findExecutable(u"blender"_s);
    if (blender.isEmpty()) {
        QSKIP("Blender is not installed here, so no scene of it can be made and read");
    }
    make(u"s/tex/x.png"_s,
         QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
                                "WjR9awAAAABJRU5ErkJggg=="));
    QProcess made;
    made.start(blender,
               {u"-b"_s, u"--factory-startup"_s, u"--python-exit-code"_s, u"9"_s, u"--python-expr"_s,
                u"import bpy, os\n"
                "s = bpy.context.scene\n"
                "s.frame_start, s.frame_end, s.render.resolution_x, s.render.resolution_y = 3, 7, 320, 200\n"
                "s.render.resolution_percentage, s.render.engine, s.cycles.samples = 50, 'CYCLES', 5\n"
                "s.render.image_settings.file_format = 'OPEN_EXR'\n"
                "i = bpy.data.images.load('%1/tex/x.png')\n"
                "i.use_fake_user = True\n"
                "bpy.data.texts.new('evil.py').from_string('import os; os.abort()')\n"
                "bpy.data.texts['evil.py'].use_module = True\n"
                "bpy.ops.wm.save_as_mainfile(filepath='%1/real.blend', compress=True, relative_remap=True)\n"_s.arg(
                    at(u"s"_s))});
    QVERIFY(made.waitForFinished(120'000));
    QVERIFY2(QFileInfo::exists(at(u"s/real.blend"_s)), made.readAll().constData());
    open(blender);
    m_options.blenderPatience = std::chrono::minutes(5);
    open(blender);
    const auto read = analyse(u"s/real.blend"_s);
    QVERIFY(read);
    QCOMPARE(names(read->notes), QStringList());
    QCOMPARE(read->facts.renderer, u"cycles"_s);
    QCOMPARE(read->facts.startFrame.value_or(0), 3.0);
    QCOMPARE(read->facts.endFrame.value_or(0), 7.0);
    QCOMPARE(read->facts.width.value_or(0), 160);
    QCOMPARE(read->facts.height.value_or(0), 100);
    QCOMPARE(read->facts.imageFormat, u"exr"_s);
    QCOMPARE(read->facts.sampling.camera.value_or(0), 5);
    QCOMPARE(read->facts.cameras.size(), 1u);
    QCOMPARE(read->facts.cameras.front(), (SceneCamera{u"Camera"_s, u"Camera"_s, true, false}));
    QCOMPARE(read->assets.size(), 1u);
    QCOMPARE(read->assets.front().file.path, u"//tex/x.png"_s);
    QVERIFY(read->assets.front().found.isThere);
}

QTEST_GUILESS_MAIN(SceneServiceTest)
#include "tst_scene_service.moc"
