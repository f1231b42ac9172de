// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene_testing.h"

#include "render/scene/path_finder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

/// Paths of scenes, from all the places where scenes are made, looked up in a made project.
class PathFinderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pathsAreFound_data();
    void pathsAreFound();
    void whatIsNotThereSaysWhy_data();
    void whatIsNotThereSaysWhy();
    void setsHaveTheirFiles_data();
    void setsHaveTheirFiles();
    void anotherCaseIsTold();
    void aFileOfThatNameIsSuggested();
    void mappingsAndVariablesLeadToFiles();
    void withoutAProjectTheScenesFolderCounts();
    void blenderPathsStartAtTheScene();
    void outsideOfTheAllowedNothingIsSeen();
    void linksDoNotLeadOut();
    void theRealProjectIsFound();

private:
    void make(const QString &name, const QByteArray &bytes = "x");
    [[nodiscard]] QString at(const QString &name) const { return m_root + u'/' + name; }
    [[nodiscard]] FoundFile find(const QString &path, Spread spread = Spread::One,
                                 SceneFileType type = SceneFileType::Texture) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
};

void PathFinderTest::make(const QString &name, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(at(name)).path()));
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void PathFinderTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = QFileInfo(m_folder->path()).canonicalFilePath();
    make(u"show/workspace.mel"_s, "//Maya 2022 Project Definition\n\nworkspace -fr \"sourceImages\" \"tex\";\n"
                                  "workspace -fileRule \"audio\" \"sound\";\n");
    make(u"show/scenes/a/wolf.ma"_s);
    make(u"show/tex/wood.png"_s, "12345");
    make(u"show/sourceimages/grid.png"_s, "123");
    make(u"show/scenes/a/beside.png"_s);
    make(u"show/tex/skin.1001.exr"_s, "1");
    make(u"show/tex/skin.1002.exr"_s, "22");
    make(u"show/tex/skin.2002.exr"_s, "22");
    make(u"show/tex/fire_0001.png"_s, "1");
    make(u"show/tex/fire_0002.png"_s, "22");
    make(u"show/tex/fire_000a.png"_s, "22");
    make(u"show/tex/tile_u1_v2.png"_s, "1");
    make(u"show/sound/Bark.WAV"_s);
    make(u"outside/secret.png"_s);
}

FoundFile PathFinderTest::find(const QString &path, Spread spread, SceneFileType type) const
{
    PathFinder finder({at(u"show/scenes/a"_s), SceneFormat::MayaAscii, {}, {}}, SceneAccess::everywhere());
    return finder.find({u"node"_s, path, type, spread});
}

void PathFinderTest::pathsAreFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("found");
    QTest::newRow("absolute") << u"{root}/outside/secret.png"_s << u"outside/secret.png"_s;
    QTest::newRow("backslashes") << u"tex\\wood.png"_s << u"show/tex/wood.png"_s;
    QTest::newRow("of the project") << u"sourceimages/grid.png"_s << u"show/sourceimages/grid.png"_s;
    QTest::newRow("by the project's rule") << u"wood.png"_s << u"show/tex/wood.png"_s;
    QTest::newRow("beside the scene") << u"./beside.png"_s << u"show/scenes/a/beside.png"_s;
    QTest::newRow("behind another project") << u"/nowhere/old//tex/wood.png"_s << u"show/tex/wood.png"_s;
    QTest::newRow("behind a project of Windows") << u"D:/old//tex/wood.png"_s << u"show/tex/wood.png"_s;
}

void PathFinderTest::pathsAreFound()
{
    QFETCH(QString, path);
    QFETCH(QString, found);
    const FoundFile file = find(path.replace(u"{root}"_s, m_root));
    QVERIFY(file.isThere);
    QCOMPARE(file.path, at(found));
    QCOMPARE(file.size, QFileInfo(file.path).size());
    QVERIFY(!file.isSet && file.otherCase.isEmpty());
}

void PathFinderTest::whatIsNotThereSaysWhy_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("told");
    QTest::addColumn<int>("reason");
    const int missing = int(MissingReason::NotFound);
    const int variable = int(MissingReason::UnresolvedVariable);
    QTest::newRow("relative") << u"tex/none.png"_s << u"{root}/show/tex/none.png"_s << missing;
    QTest::newRow("absolute") << u"/nowhere/none.png"_s << u"/nowhere/none.png"_s << missing;
    QTest::newRow("folder") << u"tex"_s << u"{root}/show/tex"_s << missing;
    QTest::newRow("variable") << u"$SHOW/none.png"_s << u"$SHOW/none.png"_s << variable;
    QTest::newRow("variable in braces") << u"${SHOW}/none.png"_s << u"${SHOW}/none.png"_s << variable;
    QTest::newRow("variable of Windows") << u"%SHOW%\\none.png"_s << u"%SHOW%\\none.png"_s << variable;
#ifndef Q_OS_WIN
    QTest::newRow("drive") << u"C:\\tex\\none.png"_s << u"C:/tex/none.png"_s << missing;
    QTest::newRow("share") << u"\\\\server\\tex\\none.png"_s << u"//server/tex/none.png"_s << missing;
#endif
}

void PathFinderTest::whatIsNotThereSaysWhy()
{
    QFETCH(QString, path);
    QFETCH(QString, told);
    QFETCH(int, reason);
    const FoundFile file = find(path);
    QVERIFY(!file.isThere);
    QCOMPARE(file.path, told.replace(u"{root}"_s, m_root));
    QCOMPARE(int(file.reason), reason);
}

void PathFinderTest::setsHaveTheirFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("spread");
    QTest::addColumn<QStringList>("names");
    const int one = int(Spread::One);
    const QStringList tiles{u"skin.1001.exr"_s, u"skin.1002.exr"_s};
    const QStringList frames{u"fire_0001.png"_s, u"fire_0002.png"_s};
    QTest::newRow("token") << u"tex/skin.<UDIM>.exr"_s << one << tiles;
    QTest::newRow("renderman's token") << u"tex/skin._MAPID_.exr"_s << one << tiles;
    QTest::newRow("first tile") << u"skin.1001.exr"_s << int(Spread::Tiles) << tiles;
    QTest::newRow("hashes") << u"tex/fire_####.png"_s << one << frames;
    QTest::newRow("percent") << u"tex/fire_%04d.png"_s << one << frames;
    QTest::newRow("frame") << u"tex/fire_<f>.png"_s << one << frames;
    QTest::newRow("first frame") << u"fire_0001.png"_s << int(Spread::Sequence) << frames;
    QTest::newRow("tile of Mudbox") << u"tile_<uvtile>.png"_s << one << QStringList{u"tile_u1_v2.png"_s};
    QTest::newRow("tile in two") << u"tile_u<u>_v<v>.png"_s << one << QStringList{u"tile_u1_v2.png"_s};
    QTest::newRow("none") << u"tex/rock.<UDIM>.exr"_s << one << QStringList();
}

void PathFinderTest::setsHaveTheirFiles()
{
    QFETCH(QString, path);
    QFETCH(int, spread);
    QFETCH(QStringList, names);
    const FoundFile file = find(path, Spread(spread));
    QVERIFY(file.isSet);
    QCOMPARE(file.isThere, !names.isEmpty());
    QStringList found;
    qint64 size = 0;
    for (const QString &member : file.members) {
        found << QFileInfo(member).fileName();
        size += QFileInfo(member).size();
    }
    QCOMPARE(found, names);
    QCOMPARE(file.size, size);
}

void PathFinderTest::anotherCaseIsTold()
{
    const FoundFile sound = find(u"Sound/bark.wav"_s, Spread::One, SceneFileType::Audio);
    QVERIFY(sound.isThere);
    QCOMPARE(sound.path, at(u"show/sound/Bark.WAV"_s));
    QCOMPARE(sound.otherCase, sound.path);
    const FoundFile tiles = find(u"tex/SKIN.<UDIM>.EXR"_s);
    QCOMPARE(tiles.members.size(), 2);
    QVERIFY(!tiles.otherCase.isEmpty());
    QVERIFY(find(m_root + u"/SHOW/Tex/WOOD.png"_s).isThere);
}

void PathFinderTest::aFileOfThatNameIsSuggested()
{
#ifndef Q_OS_WIN
    const FoundFile file = find(u"E:\\jobs\\wood.png"_s);
    QVERIFY(!file.isThere);
    QCOMPARE(file.otherPlace, at(u"show/tex/wood.png"_s));
#endif
}

void PathFinderTest::mappingsAndVariablesLeadToFiles()
{
    ScenePlace place{at(u"show/scenes/a"_s), SceneFormat::MayaAscii, {{u"SHOW"_s, at(u"show"_s)}}, {}};
    place.mappings = {{u"Z:\\films"_s, at(u"show"_s)}, {u"//nas/films/"_s, at(u"show"_s)}};
    PathFinder finder(place, SceneAccess::everywhere());
    for (const QString &path : {u"z:/films/tex/wood.png"_s, u"\\\\nas\\films\\tex\\wood.png"_s, u"$SHOW/tex/wood.png"_s,
                                u"${SHOW}/tex/wood.png"_s, u"%SHOW%/tex/wood.png"_s}) {
        const FoundFile file = finder.find({{}, path, SceneFileType::Texture, Spread::One});
        QVERIFY2(file.isThere, qPrintable(path));
        QCOMPARE(file.path, at(u"show/tex/wood.png"_s));
    }
    QVERIFY(!finder.find({{}, u"Z:/filmstrip/tex/wood.png"_s, SceneFileType::Texture, Spread::One}).isThere);
}

void PathFinderTest::withoutAProjectTheScenesFolderCounts()
{
    make(u"loose/x.png"_s);
    PathFinder finder({at(u"loose"_s), SceneFormat::MayaAscii, {}, {}}, SceneAccess::everywhere());
    QVERIFY(finder.find({{}, u"x.png"_s, SceneFileType::Texture, Spread::One}).isThere);
    PathFinder nowhere({{}, SceneFormat::MayaAscii, {}, {}}, SceneAccess::everywhere());
    QVERIFY(!nowhere.find({{}, u"x.png"_s, SceneFileType::Texture, Spread::One}).isThere);
}

void PathFinderTest::blenderPathsStartAtTheScene()
{
    PathFinder finder({at(u"show/scenes/a"_s), SceneFormat::Blend, {}, {}}, SceneAccess::everywhere());
    QVERIFY(finder.find({{}, u"//beside.png"_s, SceneFileType::Texture, Spread::One}).isThere);
    QVERIFY(finder.find({{}, u"//../../tex/wood.png"_s, SceneFileType::Texture, Spread::One}).isThere);
    QVERIFY(!finder.find({{}, u"//none.png"_s, SceneFileType::Texture, Spread::One}).isThere);
}

void PathFinderTest::outsideOfTheAllowedNothingIsSeen()
{
    const SceneAccess access = SceneAccess::within({at(u"show"_s)});
    PathFinder finder({at(u"show/scenes/a"_s), SceneFormat::MayaAscii, {}, {}}, access);
    QVERIFY(finder.find({{}, u"tex/wood.png"_s, SceneFileType::Texture, Spread::One}).isThere);
    for (const QString &path : {at(u"outside/secret.png"_s), at(u"outside/none.png"_s), at(u"OUTSIDE/secret.png"_s),
                                u"../outside/secret.png"_s, u"../../../outside/secret.png"_s}) {
        const FoundFile file = finder.find({{}, path, SceneFileType::Texture, Spread::One});
        QVERIFY2(!file.isThere && file.size == 0, qPrintable(path));
        QCOMPARE(int(file.reason), int(MissingReason::NotAccessible));
    }
    // What is there and what is not looks the same.
    QVERIFY(SceneAccess::within({}).folderOf(u"/"_s).isEmpty());
    QVERIFY(!SceneAccess::within({}).allows(m_root));
    QVERIFY(!access.allows(at(u"showdown/x"_s)));
}

void PathFinderTest::linksDoNotLeadOut()
{
    QVERIFY(QFile::link(at(u"outside"_s), at(u"show/tex/way"_s)));
    QVERIFY(QFile::link(at(u"outside/secret.png"_s), at(u"show/tex/skin.1003.exr"_s)));
    PathFinder finder({at(u"show/scenes/a"_s), SceneFormat::MayaAscii, {}, {}}, SceneAccess::within({at(u"show"_s)}));
    QVERIFY(!finder.find({{}, u"tex/way/secret.png"_s, SceneFileType::Texture, Spread::One}).isThere);
    QVERIFY(!finder.find({{}, u"tex/way/SECRET.png"_s, SceneFileType::Texture, Spread::One}).isThere);
    QCOMPARE(finder.find({{}, u"tex/skin.<UDIM>.exr"_s, SceneFileType::Texture, Spread::One}).members.size(), 2);
    // The owner's links lead wherever they lead.
    QVERIFY(find(u"tex/way/secret.png"_s).isThere);
}

void PathFinderTest::theRealProjectIsFound()
{
    if (const QString missing = missingScenes(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    PathFinder finder({mayaPath(u"rel_project/scenes"_s), SceneFormat::MayaAscii, {}, {}}, SceneAccess::everywhere());
    const FoundFile file = finder.find({{}, u"sourceimages/grid.png"_s, SceneFileType::Texture, Spread::One});
    QVERIFY(file.isThere);
    QCOMPARE(file.size, 171);
}

QTEST_GUILESS_MAIN(PathFinderTest)
#include "tst_path_finder.moc"
