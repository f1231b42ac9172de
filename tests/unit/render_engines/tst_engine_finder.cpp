// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/language.h"
#include "render/engines/engine_finder.h"
#include "render/engines/failure_reason.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

class TestEngineFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asSetUp();
    void inPath();
    void newestInItsUsualPlace();
    void askedForVersionFirst();
    void whatIsNotAProgramIsPassedOver();
    void missing();
    void elsewhere();
    void reasonsHaveNamesAndSentences();
};

namespace {

void makeProgram(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        qFatal("the test cannot write %s", qPrintable(path));
    }
}

} // namespace

void TestEngineFinder::asSetUp()
{
    const QTemporaryDir folder;
    const QString program = folder.filePath(u"my blender"_s);
    makeProgram(program);
    QCOMPARE(findEngine(Engine::Blender, {program, {}, {}, 0, {}}, {}, {}).value(), program);
    const auto gone = findEngine(Engine::Blender, {u"/nowhere/blender"_s, {}, {}, 0, {}}, {}, {});
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::EngineMissing);
    QCOMPARE(gone.error().fact(u"path"_s), u"/nowhere/blender"_s);
    QCOMPARE(gone.error().fact(u"engine"_s), u"Blender"_s);
}

void TestEngineFinder::inPath()
{
    const QTemporaryDir folder;
    makeProgram(folder.filePath(u"bin/blender"_s));
    const ProgramPlaces places{{u"/nowhere"_s, folder.filePath(u"bin"_s)}, folder.path()};
    QCOMPARE(findEngine(Engine::Blender, {}, {}, places).value(), folder.filePath(u"bin/blender"_s));
    // A name alone is looked for in PATH too.
    makeProgram(folder.filePath(u"bin/tachyon"_s));
    QCOMPARE(findEngine(Engine::Command, {u"tachyon"_s, {}, {}, 0, {}}, {}, places).value(),
             folder.filePath(u"bin/tachyon"_s));
}

void TestEngineFinder::newestInItsUsualPlace()
{
#ifdef Q_OS_LINUX
    const QTemporaryDir folder;
    makeProgram(folder.filePath(u"usr/autodesk/maya2022/bin/Render"_s));
    makeProgram(folder.filePath(u"usr/autodesk/maya2024/bin/Render"_s));
    makeProgram(folder.filePath(u"opt/blender-3.6.5-linux-x64/blender"_s));
    makeProgram(folder.filePath(u"opt/blender-3.10.0-linux-x64/blender"_s));
    const ProgramPlaces places{{}, folder.path()};
    QCOMPARE(findEngine(Engine::Maya, {}, {}, places).value(), folder.filePath(u"usr/autodesk/maya2024/bin/Render"_s));
    QCOMPARE(findEngine(Engine::Blender, {}, {}, places).value(),
             folder.filePath(u"opt/blender-3.10.0-linux-x64/blender"_s));
#else
    QSKIP("the usual places of Linux");
#endif
}

void TestEngineFinder::askedForVersionFirst()
{
#ifdef Q_OS_LINUX
    const QTemporaryDir folder;
    makeProgram(folder.filePath(u"bin/Render"_s));
    makeProgram(folder.filePath(u"usr/autodesk/maya2022/bin/Render"_s));
    const ProgramPlaces places{{folder.filePath(u"bin"_s)}, folder.path()};
    QCOMPARE(findEngine(Engine::Maya, {}, u"2022"_s, places).value(),
             folder.filePath(u"usr/autodesk/maya2022/bin/Render"_s));
    QCOMPARE(findEngine(Engine::Maya, {}, u"2023"_s, places).value(), folder.filePath(u"bin/Render"_s));
#else
    QSKIP("the usual places of Linux");
#endif
}

void TestEngineFinder::whatIsNotAProgramIsPassedOver()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"one/blender"_s)); // a folder of that name
    QFile plain(folder.filePath(u"one/Render"_s));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    makeProgram(folder.filePath(u"two/blender"_s));
    const ProgramPlaces places{{folder.filePath(u"one"_s), folder.filePath(u"two"_s)}, folder.path()};
    QCOMPARE(findEngine(Engine::Blender, {}, {}, places).value(), folder.filePath(u"two/blender"_s));
    QVERIFY(!findEngine(Engine::Maya, {}, {}, places));
}

void TestEngineFinder::missing()
{
    const QTemporaryDir folder;
    const auto found = findEngine(Engine::Maya, {}, u"2024"_s, {{}, folder.path()});
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::EngineMissing);
    QVERIFY(found.error().fact(u"path"_s).startsWith(folder.path()));
    QVERIFY(found.error().fact(u"path"_s).contains(u"aya2024"_s));
    QVERIFY(!findEngine(Engine::Command, {}, {}, {{}, folder.path()}));
}

void TestEngineFinder::elsewhere()
{
    // Whether it is here says nothing.
    QCOMPARE(engineElsewhere(Engine::Maya, {u"/cluster/Render"_s, {}, {}, 0, {}}).value(), u"/cluster/Render"_s);
    QCOMPARE(engineElsewhere(Engine::Maya, {}).value(), u"Render"_s);
    QCOMPARE(engineElsewhere(Engine::Blender, {}).value(), u"blender"_s);
    QCOMPARE(engineElsewhere(Engine::Command, {}).error().code, ErrorCode::EngineMissing);
}

void TestEngineFinder::reasonsHaveNamesAndSentences()
{
    for (int number = 0; number <= int(FailureReason::Unknown); ++number) {
        const auto reason = FailureReason(number);
        QCOMPARE(failureReasonOf(nameOf(reason)), std::optional(reason));
        const Error error = errorFor(reason, u"the renderer's words"_s);
        for (const Language language : {Language::English, Language::Chinese}) {
            QVERIFY2(textOf(error, language).contains(u"the renderer's words"_s), qPrintable(error.name()));
        }
        QVERIFY(textOf(error, Language::English) != textOf(error, Language::Chinese));
    }
    QVERIFY(!failureReasonOf(u"mood"_s));
    QVERIFY(errorFor(FailureReason::Crash, QString(5000, u'x')).fact(u"reason"_s).size() <= 500);
}

QTEST_APPLESS_MAIN(TestEngineFinder)
#include "tst_engine_finder.moc"
