// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library_walls.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestIncludeArrows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forbiddenIncludesAreFound_data();
    void forbiddenIncludesAreFound();
    void allowedIncludesPass_data();
    void allowedIncludesPass();
    void everyBreachIsToldWithItsLine();
    void heavyHeadersMayStayInside();
    void forbiddenLibrariesAreFound_data();
    void forbiddenLibrariesAreFound();
    void theProjectHolds();
};

namespace {

void write(const QString &root, const QString &name, const QByteArray &bytes)
{
    const QString path = root + u'/' + name;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("the test cannot write %s", qPrintable(path));
    }
}

QList<Breach> breachesBelow(const QString &root)
{
    const QStringList files = sourceFiles(root);
    const QList<Include> includes = includesOf(root, files);
    return arrowBreaches(includes, files) + libraryBreaches(includes) + linkBreaches(root);
}

// A tree of one file besides headers that may be included.
QList<Breach> breachesOf(const QString &name, const QByteArray &text)
{
    const QTemporaryDir root;
    write(root.path(), u"core/base/result.h"_s, {});
    write(root.path(), u"core/media/decode.h"_s, {});
    write(root.path(), name, text);
    return breachesBelow(root.path());
}

QString listOf(const QList<Breach> &breaches)
{
    QString text;
    for (const Breach &breach : breaches) {
        text += u"\n%1:%2: %3"_s.arg(breach.file).arg(breach.line).arg(breach.reason);
    }
    return text;
}

} // namespace

void TestIncludeArrows::forbiddenIncludesAreFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QString &file, const QByteArray &text) {
        QTest::newRow(name) << file << text;
    };
    row("upwards", u"core/base/x.cpp"_s, "#include \"storage/database.h\"\n");
    row("media stores", u"core/media/x.cpp"_s, "#include \"storage/database.h\"\n");
    row("sideways", u"core/accounts/x.h"_s, "#include \"jobs/job.h\"\n");
    row("transfer knows the library", u"core/transfer/x.cpp"_s, "#include \"library/asset.h\"\n");
    row("models know the library", u"core/models/x.cpp"_s, "#include \"library/asset.h\"\n");
    row("library knows faces", u"core/library/x.cpp"_s, "#include \"faces/people.h\"\n");
    row("the engine stores", u"core/faces/engine/x.cpp"_s, "#include \"storage/database.h\"\n");
    row("one feature knows another", u"core/query/x.cpp"_s, "#include \"faces/people.h\"\n");
    row("core knows the server", u"core/library/x.cpp"_s, "#include \"server/server.h\"\n");
    row("core knows the window", u"core/base/x.cpp"_s, "#include \"ui/models/grid.h\"\n");
    row("the window knows the program", u"ui/models/x.cpp"_s, "#include \"app/options.h\"\n");
    row("the window knows the server", u"ui/models/x.cpp"_s, "#include \"server/server.h\"\n");
    row("insides", u"core/sync/x.cpp"_s, "#include \"library/store/rows.h\"\n");
    row("spaces", u"core/base/x.cpp"_s, "  #  include   \"storage/database.h\" // why\n");
    row("not from core", u"core/media/x.cpp"_s, "#include \"decode.h\"\n");
    row("past core", u"core/media/x.cpp"_s, "#include \"../media/decode.h\"\n");
    row("an unknown folder", u"core/misc/x.cpp"_s, "int x;\n");
    row("a window in core", u"core/faces/x.cpp"_s, "#include <QQuickItem>\n");
    row("a widget in media", u"core/media/x.cpp"_s, "#include <QtWidgets/QWidget>\n");
    row("a picture in the library", u"core/library/x.cpp"_s, "#include <QImage>\n");
    row("Qt whole", u"core/base/x.h"_s, "#include <QtCore>\n");
    row("Qt whole in the window", u"ui/models/x.h"_s, "#include <QtQuick>\n");
    row("OpenCV whole", u"core/faces/engine/x.h"_s, "#include <opencv2/opencv.hpp>\n");
}

void TestIncludeArrows::forbiddenIncludesAreFound()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, text);
    const auto breaches = breachesOf(file, text);
    QCOMPARE(breaches.size(), 1);
    QCOMPARE(breaches.front().file, file);
    QCOMPARE(breaches.front().line, 1);
    QVERIFY(!breaches.front().reason.isEmpty());
}

void TestIncludeArrows::allowedIncludesPass_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QString &file, const QByteArray &text) {
        QTest::newRow(name) << file << text;
    };
    row("downwards", u"core/storage/x.cpp"_s, "#include \"base/result.h\"\n#include <sqlite3.h>\n");
    row("itself", u"core/media/x.cpp"_s, "#include \"media/decode.h\"\n#include <QImage>\n");
    row("its own insides", u"core/server/routes/x.cpp"_s, "#include \"server/http/gate.h\"\n");
    row("the engine below faces", u"core/faces/x.cpp"_s, "#include \"faces/engine/face_engine.h\"\n");
    row("models fetch", u"core/models/x.cpp"_s, "#include \"transfer/http_client.h\"\n");
    row("the program wires", u"app/x.cpp"_s,
        "#include \"server/http/server.h\"\n#include \"options.h\"\n#include <QApplication>\n");
    row("heavy in a source", u"core/media/x.cpp"_s, "#include <opencv2/imgproc.hpp>\n#include <QtCore>\n");
    row("in a comment", u"core/base/x.cpp"_s, "// #include \"storage/database.h\"\n");
    row("what moc made", u"core/jobs/x.cpp"_s, "#include \"x.moc\"\n");
}

void TestIncludeArrows::allowedIncludesPass()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, text);
    const auto breaches = breachesOf(file, text);
    QVERIFY2(breaches.isEmpty(), qPrintable(listOf(breaches)));
}

void TestIncludeArrows::everyBreachIsToldWithItsLine()
{
    const auto breaches =
        breachesOf(u"core/base/x.cpp"_s, "#include <QString>\n\n#include \"jobs/job.h\"\n#include <QWidget>\n");
    QCOMPARE(breaches.size(), 2);
    QCOMPARE(breaches[0].line, 3);
    QCOMPARE(breaches[1].line, 4);
}

void TestIncludeArrows::heavyHeadersMayStayInside()
{
    const QTemporaryDir root;
    write(root.path(), u"core/media/view.h"_s, "#include <opencv2/core.hpp>\n");
    write(root.path(), u"core/media/scale.cpp"_s, "#include \"media/view.h\"\n");
    QVERIFY(breachesBelow(root.path()).isEmpty());
    write(root.path(), u"core/library/x.cpp"_s, "#include \"media/view.h\"\n");
    const auto breaches = breachesBelow(root.path());
    QCOMPARE(breaches.size(), 1);
    QCOMPARE(breaches.front().file, u"core/media/view.h"_s);
}

void TestIncludeArrows::forbiddenLibrariesAreFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("Quick") << u"core/faces/CMakeLists.txt"_s << QByteArray("x\nQt6::Quick\n") << false;
    QTest::newRow("QuickControls2") << u"core/faces/CMakeLists.txt"_s << QByteArray("x\n Qt6::QuickControls2\n")
                                    << false;
    QTest::newRow("Qml in media") << u"core/media/CMakeLists.txt"_s << QByteArray("x\nQt6::Qml)\n") << false;
    QTest::newRow("Widgets") << u"core/CMakeLists.txt"_s << QByteArray("x\nQt::Widgets\n") << false;
    QTest::newRow("Gui in the server") << u"core/server/CMakeLists.txt"_s << QByteArray("x\nQt6::Gui\n") << false;
    QTest::newRow("Gui in media") << u"core/media/CMakeLists.txt"_s << QByteArray("x\nQt6::Gui\n") << true;
    QTest::newRow("Network") << u"core/transfer/CMakeLists.txt"_s << QByteArray("x\nQt6::Network\n") << true;
    QTest::newRow("a comment") << u"core/faces/CMakeLists.txt"_s << QByteArray("x\n# not Qt6::Quick\n") << true;
}

void TestIncludeArrows::forbiddenLibrariesAreFound()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, text);
    QFETCH(const bool, allowed);
    const auto breaches = breachesOf(file, text);
    QCOMPARE(breaches.size(), allowed ? 0 : 1);
    if (!allowed) {
        QCOMPARE(breaches.front().file, file);
        QCOMPARE(breaches.front().line, 2);
    }
}

void TestIncludeArrows::theProjectHolds()
{
    const QString root = QStringLiteral(KINFRAME_SOURCE_DIR);
    // A checker that reads nothing would find nothing.
    QVERIFY(sourceFiles(root).contains(u"core/base/result.h"_s));
    QVERIFY(includesOf(root, sourceFiles(root)).size() > 100);
    const auto breaches = breachesBelow(root);
    QVERIFY2(breaches.isEmpty(), qPrintable(listOf(breaches)));
}

QTEST_GUILESS_MAIN(TestIncludeArrows)
#include "tst_include_arrows.moc"
