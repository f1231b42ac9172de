// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "real_scenes.h"
#include "scene_testing.h"

#include "render/scene/scene_analysis.h"
#include "render/scene/scene_reader.h"
#include "render/scene/scene_words.h"
#include "storage/database.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

/// Tells an analysis in the words of RealScene.
class Story
{
public:
    explicit Story(const AnalysedScene &scene)
        : m_scene(scene)
        , m_facts(scene.facts)
    {
    }

    [[nodiscard]] QStringList told() const
    {
        const QString slider =
            m_facts.playback ? u"%1 to %2"_s.arg(m_facts.playback->start).arg(m_facts.playback->end) : u"-"_s;
        QStringList lines{
            u"file %1 bytes %2"_s.arg(m_scene.size).arg(QString::fromLatin1(m_scene.md5.toHex())),
            u"written by %1, needs %2"_s.arg(m_facts.application, m_facts.requiredVersion),
            plugins(),
            u"renderer "_s + said(u"renderer"_s, m_facts.renderer),
            u"frames %1 to %2 by %3, %4 a second, slider %5"_s.arg(
                said(u"start_frame"_s, number(m_facts.startFrame)), said(u"end_frame"_s, number(m_facts.endFrame)),
                said(u"frame_step"_s, number(m_facts.frameStep)), number(m_facts.framesPerSecond), slider),
            u"picture %1 x %2, %3"_s.arg(said(u"width"_s, number(m_facts.width)),
                                         said(u"height"_s, number(m_facts.height)),
                                         said(u"image_format"_s, m_facts.imageFormat)),
            u"samples %1 %2 %3"_s.arg(said(u"sampling.camera"_s, number(m_facts.sampling.camera)),
                                      said(u"sampling.diffuse"_s, number(m_facts.sampling.diffuse)),
                                      said(u"sampling.specular"_s, number(m_facts.sampling.specular)))};
        return lines + cameras() + QStringList{layers(), notes()} + assets();
    }

private:
    template <typename Value>
    static QString number(const std::optional<Value> &value)
    {
        return value ? QString::number(*value) : u"-"_s;
    }
    [[nodiscard]] QString said(const QString &field, const QString &value) const
    {
        return m_facts.saidByFile.contains(field) ? value + u'*' : value;
    }
    static QString listed(const QString &what, const QStringList &items)
    {
        return what + u' ' + (items.isEmpty() ? u"-"_s : items.join(u", "_s));
    }

    [[nodiscard]] QString plugins() const
    {
        QString line = u"plug-ins"_s;
        for (const QString &plugin : m_facts.plugins) {
            line += u" ["_s + plugin + u']';
        }
        return line;
    }

    [[nodiscard]] QStringList cameras() const
    {
        QStringList rendered;
        QStringList left;
        QStringList flat;
        for (const SceneCamera &camera : m_facts.cameras) {
            (camera.isRenderable ? rendered : left) << camera.shape + u" of "_s + camera.transform;
            if (camera.isOrthographic) {
                flat << camera.shape;
            }
        }
        return {listed(said(u"render_camera"_s, u"renders"_s), rendered), listed(u"leaves"_s, left),
                listed(u"flat"_s, flat)};
    }

    [[nodiscard]] QString layers() const
    {
        QStringList names;
        for (const SceneLayer &layer : m_facts.layers) {
            names << (layer.isRenderable ? layer.name : layer.name + u" (off)"_s);
        }
        return listed(u"layers"_s, names);
    }

    [[nodiscard]] QString notes() const
    {
        QStringList names;
        for (const SceneNote &note : m_scene.notes) {
            names << nameOf(note.notice);
        }
        return listed(u"notes"_s, names);
    }

    static QString whereOf(const FoundFile &found)
    {
        if (found.isThere) {
            return u"%1 bytes at %2"_s.arg(found.size).arg(QDir(mayaPath({})).relativeFilePath(found.path));
        }
        switch (found.reason) {
        case MissingReason::UnresolvedVariable:
            return u"unresolved_variable"_s;
        case MissingReason::NotAccessible:
            return u"not_accessible"_s;
        case MissingReason::NotFound:
            break;
        }
        return u"file_not_found"_s;
    }

    [[nodiscard]] QStringList assets() const
    {
        QStringList lines;
        int missing = 0;
        qint64 bytes = 0;
        for (const SceneAsset &asset : m_scene.assets) {
            const QString spread = asset.file.spread == Spread::One ? QString() : u' ' + nameOf(asset.file.spread);
            lines << u"%1%2 of %3: %4: %5"_s.arg(nameOf(asset.file.type), spread, asset.file.node, whereOf(asset.found),
                                                 asset.file.path);
            missing += asset.found.isThere ? 0 : 1;
            bytes += asset.found.isThere ? asset.found.size : 0;
        }
        return lines << u"assets %1, missing %2, %3 bytes"_s.arg(m_scene.assets.size()).arg(missing).arg(bytes);
    }

    const AnalysedScene &m_scene;
    const SceneFacts &m_facts;
};

} // namespace

/// Real scenes of several studios and versions: what is read is what a person finds in them.
class MayaScenesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSceneSaysWhatStandsInIt_data();
    void aSceneSaysWhatStandsInIt();
    void blocksMakeNoDifference();
    void packedItSaysTheSame();
    void cutAnywhereItIsReadSoFar();
    void everyRealSceneIsExpected();
    void cleanupTestCase();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<SceneAnalysis> m_analysis;
};

void MayaScenesTest::initTestCase()
{
    if (const QString missing = missingScenes(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    auto opened = storage::Database::open({m_folder.filePath(u"library.db"_s), {}});
    QVERIFY(opened);
    m_database = std::move(*opened);
    m_analysis = std::make_unique<SceneAnalysis>(*m_database, SceneOptions());
}

void MayaScenesTest::aSceneSaysWhatStandsInIt_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("told");
    for (const RealScene &scene : realScenes()) {
        QTest::newRow(scene.file) << QString::fromLatin1(scene.file) << QString::fromLatin1(scene.told);
    }
}

void MayaScenesTest::aSceneSaysWhatStandsInIt()
{
    QFETCH(QString, file);
    QFETCH(QString, told);
    const QString path = mayaPath(file);
    const auto scene = m_analysis->analyse({path, path, false, SceneAccess::everywhere()}, {});
    QVERIFY2(scene, scene ? "" : qPrintable(scene.error().forLog()));
    QCOMPARE(Story(*scene).told(), told.split(u'\n'));
}

void MayaScenesTest::blocksMakeNoDifference()
{
    for (const RealScene &scene : realScenes()) {
        const QByteArray text = bytesAt(mayaPath(QString::fromLatin1(scene.file)));
        const SceneFacts whole = mayaFactsOf(text);
        for (const qsizetype size : {1, 2, 3, 7, 100, 4096}) {
            QVERIFY2(mayaFactsOf(text, size) == whole, scene.file);
        }
    }
}

void MayaScenesTest::packedItSaysTheSame()
{
    QTemporaryDir folder;
    const QByteArray text = bytesAt(mayaPath(u"deadline_renderman.ma"_s));
    QFile file(folder.filePath(u"x.ma.gz"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray packed = gzipped(text);
    file.write(packed);
    file.close();
    const auto read = readScene(file.fileName(), u"x"_s, {});
    QVERIFY(read);
    QVERIFY(read->facts == mayaFactsOf(text));
    QCOMPARE(read->mark.md5, QCryptographicHash::hash(packed, QCryptographicHash::Md5));
}

void MayaScenesTest::cutAnywhereItIsReadSoFar()
{
    const QByteArray text = bytesAt(mayaPath(u"mayausd_multi_uv_simple.ma"_s));
    int truncated = 0;
    for (qsizetype size = 0; size < text.size(); ++size) {
        const SceneFacts facts = mayaFactsOf(text.first(size));
        QVERIFY(facts.files.size() <= 3);
        truncated += noteNames(facts).contains("truncated"_L1) ? 1 : 0;
    }
    // But for cuts between statements and within comments.
    QVERIFY2(truncated > text.size() / 2, QByteArray::number(truncated).constData());
}

void MayaScenesTest::everyRealSceneIsExpected()
{
    QStringList expected;
    for (const RealScene &scene : realScenes()) {
        expected << QString::fromLatin1(scene.file);
    }
    QStringList there;
    const QDir folder(mayaPath({}));
    for (QDirIterator files(folder.path(), {u"*.ma"_s}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        there << folder.relativeFilePath(files.next());
    }
    expected.sort();
    there.sort();
    QCOMPARE(expected, there);
}

void MayaScenesTest::cleanupTestCase()
{
    m_analysis.reset();
    m_database.reset();
}

QTEST_GUILESS_MAIN(MayaScenesTest)
#include "tst_maya_scenes.moc"
