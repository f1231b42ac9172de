// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/file_key.h"
#include "render/files/local_store.h"
#include "render/files/stored_file.h"
#include "support/library_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

class TestFileKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data();
    void keys();
    void hashesHaveTheirFolder();
    void objectsAreFiles_data();
    void objectsAreFiles();
    void nothingOutsideIsReached_data();
    void nothingOutsideIsReached();
    void anObjectIsCopiedIn();
};

void TestFileKeys::keys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("isOne");
    const auto row = [](const char *name, const QString &key, bool isOne) { QTest::newRow(name) << key << isOne; };
    row("one name", u"wolf.ma"_s, true);
    row("folders", u"projects/user 1/狼.ma.gz"_s, true);
    row("dots in names", u"a..b/.c/d."_s, true);
    row("1024 bytes", QString(1024, u'k'), true);
    row("1025 bytes", QString(1025, u'k'), false);
    row("1026 bytes of Chinese", QString(342, u'狼'), false);
    row("none", {}, false);
    row("up", u"../a"_s, false);
    row("up inside", u"a/../b"_s, false);
    row("up at the end", u"a/.."_s, false);
    row("here", u"a/./b"_s, false);
    row("from the root", u"/a"_s, false);
    row("a folder", u"a/"_s, false);
    row("an empty folder", u"a//b"_s, false);
    row("a backslash", u"a\\b"_s, false);
    row("NUL", u"a"_s + QChar(0) + u"b"_s, false);
    row("a line end", u"a\nb"_s, false);
    row("a C1 control", u"a"_s + QChar(0x85), false);
    row("a line separator", u"a"_s + QChar(0x2028), false);
}

void TestFileKeys::keys()
{
    QFETCH(const QString, key);
    QFETCH(const bool, isOne);
    const auto checked = render::checkKey(u"path"_s, key);
    QCOMPARE(checked.has_value(), isOne);
    QVERIFY(isOne || checked.error().fact(u"field"_s) == u"path"_s);
}

void TestFileKeys::hashesHaveTheirFolder()
{
    const QByteArray md5 = QByteArray::fromHex("00112233445566778899aabbccddeeff");
    QCOMPARE(render::storageKeyOf(md5), u"assets/00112233445566778899aabbccddeeff"_s);
    QCOMPARE(render::md5OfKey(u"assets/00112233445566778899AABBCCDDEEFF"_s), md5);
    QVERIFY(!render::md5OfKey(u"assets/0011"_s));
    QVERIFY(!render::md5OfKey(u"other/00112233445566778899aabbccddeeff"_s));
    QVERIFY(!render::md5OfKey(u"assets/ 0112233445566778899aabbccddeeff"_s));
    QVERIFY(!render::checkOwnKey(u"path"_s, u"assets/a"_s));
    QVERIFY(render::checkOwnKey(u"path"_s, u"asset/a"_s));
}

void TestFileKeys::objectsAreFiles_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("a file") << u"projects/wolf.ma"_s << true;
    QTest::newRow("a folder") << u"projects"_s << false;
    QTest::newRow("none") << u"projects/none.ma"_s << false;
    QTest::newRow("a link inside") << u"inside"_s << true;
    QTest::newRow("a link out") << u"out"_s << false;
    QTest::newRow("below a link out") << u"outer/secret"_s << false;
    QTest::newRow("a link to nothing") << u"broken"_s << false;
}

void TestFileKeys::objectsAreFiles()
{
    QFETCH(const QString, key);
    QFETCH(const bool, isThere);
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    QVERIFY(dir.mkpath(u"objects/projects"_s) && dir.mkpath(u"outside"_s));
    for (const QString &name : {u"objects/projects/wolf.ma"_s, u"outside/secret"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("bytes") == 5);
    }
    QVERIFY(QFile::link(folder.filePath(u"objects/projects/wolf.ma"_s), folder.filePath(u"objects/inside"_s)));
    QVERIFY(QFile::link(folder.filePath(u"outside/secret"_s), folder.filePath(u"objects/out"_s)));
    QVERIFY(QFile::link(folder.filePath(u"outside"_s), folder.filePath(u"objects/outer"_s)));
    QVERIFY(QFile::link(folder.filePath(u"nothing"_s), folder.filePath(u"objects/broken"_s)));
    render::LocalStore store(folder.filePath(u"objects"_s));
    const auto facts = store.look(key, {});
    QVERIFY(facts);
    QCOMPARE(facts->has_value(), isThere);
    QVERIFY(!isThere || (*facts)->size == 5);
}

void TestFileKeys::nothingOutsideIsReached_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : {"../outside", "projects/../../outside", "/etc/passwd", "..", "a/../../outside"}) {
        QTest::newRow(key) << QString::fromLatin1(key);
    }
}

void TestFileKeys::nothingOutsideIsReached()
{
    QFETCH(const QString, key);
    test::LibraryFixture library;
    QVERIFY(QDir(library.folder.path()).mkpath(u"objects/projects"_s));
    QFile file(library.path(u"outside"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("bytes") == 5);
    file.close();
    render::LocalStore store(library.path(u"objects"_s));
    const auto facts = store.look(key, {});
    QVERIFY(facts && !*facts);
    const auto fetched = store.fetch(key, *library.blobs, {});
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().code, ErrorCode::FileNotFound);
}

void TestFileKeys::anObjectIsCopiedIn()
{
    test::LibraryFixture library;
    QVERIFY(QDir(library.folder.path()).mkpath(u"objects"_s));
    QFile file(library.path(u"objects/wolf.ma"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("bytes") == 5);
    file.close();
    render::LocalStore store(library.path(u"objects"_s));
    const auto digests = store.fetch(u"wolf.ma"_s, *library.blobs, {});
    QVERIFY(digests);
    QVERIFY(library.blobs->has(digests->sha256));
    QVERIFY(!store.isRemote());
    QVERIFY(store.link(u"wolf.ma"_s, std::chrono::seconds(1)).isEmpty());
}

QTEST_GUILESS_MAIN(TestFileKeys)
#include "tst_file_keys.moc"
