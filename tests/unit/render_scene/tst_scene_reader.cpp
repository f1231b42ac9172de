// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene_testing.h"

#include "render/scene/scene_reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <zstd.h>

using namespace kinframe;
using namespace kinframe::render;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray littleEndian(qint32 number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

/// The beginning of a .blend of Blender 3.4 with that range.
QByteArray blend(int start, int end)
{
    const QByteArray scene = QByteArray("Scene").leftJustified(64, '\0');
    return "BLENDER-v304" + QByteArray("REND") + littleEndian(72) + QByteArray(8, '\0') + littleEndian(0) +
           littleEndian(1) + littleEndian(start) + littleEndian(end) + scene + "TEST" + QByteArray(1000, '\0');
}

QByteArray blendOfFive(int start, int end)
{
    return "BLENDER17-01v0500" + QByteArray("REND") + littleEndian(0) + QByteArray(8, '\0') + littleEndian(72) +
           littleEndian(0) + littleEndian(1) + littleEndian(0) + littleEndian(start) + littleEndian(end) +
           QByteArray(64, '\0');
}

QByteArray zstd(const QByteArray &bytes)
{
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    packed.truncate(
        qsizetype(ZSTD_compress(packed.data(), size_t(packed.size()), bytes.constData(), size_t(bytes.size()), 3)));
    return packed;
}

const QByteArray mayaHead = "//Maya ASCII 2022 scene\n//Codeset: UTF-8\n";

} // namespace

/// What files are, by their bytes; broken ones and hostile ones.
class SceneReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeReadSaysWhy_data();
    void whatCannotBeReadSaysWhy();
    void blenderFilesTellTheirFrames_data();
    void blenderFilesTellTheirFrames();
    void anUnrealProjectTellsItsEngine();
    void cutPackedFilesAreReadSoFar();
    void packedFilesBehindEachOther();
    void aCanceledReadEnds();

private:
    [[nodiscard]] Result<ReadScene> read(const QByteArray &bytes, const QString &name = u"x.ma"_s);
    QTemporaryDir m_folder;
};

Result<ReadScene> SceneReaderTest::read(const QByteArray &bytes, const QString &name)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::DiskFailed);
    }
    file.write(bytes);
    file.close();
    return readScene(file.fileName(), name, {});
}

void SceneReaderTest::whatCannotBeReadSaysWhy_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    const QString other = u"it is neither Maya ASCII (.ma, .ma.gz) nor Blender (.blend) nor an Unreal project"_s;
    const QString binary = u"it is a Maya binary file; save it as Maya ASCII (.ma) and send that"_s;
    QTest::newRow("empty") << QByteArray() << u"x.ma"_s << u"it is empty"_s;
    QTest::newRow("text") << QByteArray("setAttr;") << u"x.ma"_s << other;
    QTest::newRow("zeros") << QByteArray(10'000, '\0') << u"x.ma"_s << other;
    QTest::newRow("Maya binary") << QByteArray("FOR8\0\0\0\0", 8) << u"x.ma"_s << binary;
    QTest::newRow("older Maya binary") << QByteArray("FOR4\0\0\0\0", 8) << u"x.mb"_s << binary;
    QTest::newRow("packed Maya binary") << gzipped("FOR8abcd") << u"x.gz"_s << binary;
    QTest::newRow("blend cut") << QByteArray("BLENDER-v30") << u"x.blend"_s << u"its Blender header is damaged"_s;
    QTest::newRow("blend of nothing") << QByteArray("BLENDER?v304REND____________") << u"x.blend"_s
                                      << u"its Blender header is damaged"_s;
    QTest::newRow("no project") << QByteArray("{}") << u"x.uproject"_s << u"it is no Unreal project"_s;
    QTest::newRow("large project") << QByteArray("{" + QByteArray(5'000'000, ' ')) << u"x.uproject"_s
                                   << u"it is too large for an Unreal project"_s;
    QTest::newRow("JSON") << QByteArray("{\"FileVersion\": 3}") << u"x.ma"_s << other;
    QTest::newRow("damaged gzip") << QByteArray("\x1f\x8b\x08\x00garbage garbage garbage") << u"x.ma.gz"_s
                                  << u"its packing is damaged"_s;
    QTest::newRow("damaged zstd") << QByteArray("\x28\xb5\x2f\xfdgarbage garbage garbage") << u"x.blend"_s
                                  << u"its packing is damaged"_s;
}

void SceneReaderTest::whatCannotBeReadSaysWhy()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, reason);
    const auto scene = read(bytes, name);
    QVERIFY(!scene);
    QCOMPARE(scene.error().code, ErrorCode::SceneUnreadable);
    QCOMPARE(scene.error().fact(u"reason"_s), reason);
    const auto missing = readScene(m_folder.filePath(u"none"_s), u"none"_s, {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::SceneMissing);
    const auto folder = readScene(m_folder.path(), u"folder"_s, {});
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::SceneUnreadable);
}

void SceneReaderTest::blenderFilesTellTheirFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("application");
    QTest::newRow("plain") << blend(3, 250) << u"Blender 3.4"_s;
    QTest::newRow("gzip") << gzipped(blend(3, 250)) << u"Blender 3.4"_s;
    QTest::newRow("zstd") << zstd(blend(3, 250)) << u"Blender 3.4"_s;
    QTest::newRow("5.0") << blendOfFive(3, 250) << u"Blender 5.0"_s;
}

void SceneReaderTest::blenderFilesTellTheirFrames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, application);
    const auto scene = read(bytes, u"x.blend"_s);
    QVERIFY(scene);
    QCOMPARE(scene->facts.format, SceneFormat::Blend);
    QCOMPARE(scene->facts.application, application);
    QCOMPARE(scene->facts.startFrame.value_or(0), 3.0);
    QCOMPARE(scene->facts.endFrame.value_or(0), 250.0);
    QVERIFY(!scene->facts.isWhole);
    for (qsizetype size = 17; size < bytes.size(); size += 5) {
        (void)read(bytes.first(size), u"cut.blend"_s); // must not read past its end
    }
}

void SceneReaderTest::anUnrealProjectTellsItsEngine()
{
    const auto scene = read(R"({"FileVersion": 3, "EngineAssociation": "5.3", "Plugins": [
        {"Name": "MovieRenderPipeline", "Enabled": true}, {"Name": "Off", "Enabled": false}]})",
                            u"x.uproject"_s);
    QVERIFY(scene);
    QCOMPARE(scene->facts.application, u"Unreal Engine 5.3"_s);
    QCOMPARE(scene->facts.plugins, QStringList{u"MovieRenderPipeline"_s});
    QCOMPARE(noteNames(scene->facts), QStringList{u"unreal_only"_s});
}

void SceneReaderTest::cutPackedFilesAreReadSoFar()
{
    QByteArray text = mayaHead + "createNode file -n \"f\";setAttr \".ftn\" -type \"string\" \"first.png\";\n";
    for (int i = 0; i < 20'000; ++i) {
        text += "setAttr \".x" + QByteArray::number(i * 7919) + "\" 0;\n";
    }
    const QByteArray packed = gzipped(text);
    const auto whole = read(packed, u"x.ma.gz"_s);
    QVERIFY(whole && !noteNames(whole->facts).contains(u"truncated"_s));
    for (const qsizetype size : {packed.size() / 2, packed.size() - 1, packed.size() - 8}) {
        const auto cut = read(packed.first(size), u"x.ma.gz"_s);
        QVERIFY(cut);
        QVERIFY(noteNames(cut->facts).contains(u"truncated"_s));
        QCOMPARE(cut->mark.size, size);
    }
    QByteArray damaged = packed;
    damaged.replace(packed.size() / 2, 20, QByteArray(20, '\xff'));
    const auto broken = read(damaged, u"x.ma.gz"_s);
    QVERIFY(broken);
    QVERIFY(noteNames(broken->facts).contains(u"truncated"_s));
    QCOMPARE(broken->mark.size, packed.size());
}

void SceneReaderTest::packedFilesBehindEachOther()
{
    const QByteArray begin = mayaHead + "createNode file -n \"f\";setAttr \".ftn\" -ty";
    const QByteArray end = "pe \"string\" \"first.png\";\n";
    for (const QByteArray &padding : {QByteArray(), QByteArray(512, '\0')}) {
        const auto scene = read(gzipped(begin) + gzipped(end) + padding, u"x.ma.gz"_s);
        QVERIFY(scene);
        QCOMPARE(fileLines(scene->facts), QStringList{u"texture first.png"_s});
        QVERIFY(!noteNames(scene->facts).contains(u"truncated"_s));
    }
}

void SceneReaderTest::aCanceledReadEnds()
{
    QVERIFY(read(mayaHead + "createNode file;"));
    std::stop_source stop;
    stop.request_stop();
    const auto scene = readScene(m_folder.filePath(u"x.ma"_s), u"x"_s, stop.get_token());
    QVERIFY(!scene);
    QCOMPARE(scene.error().code, ErrorCode::Canceled);
}

QTEST_GUILESS_MAIN(SceneReaderTest)
#include "tst_scene_reader.moc"
