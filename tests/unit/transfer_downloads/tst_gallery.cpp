// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_names.h"
#include "transfer/downloads/download_request.h"
#include "transfer/downloads/gallery.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace kinframe;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

/// What files are called, and that they get it.
class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void safeNames_data();
    void safeNames();
    void longNames();
    void namesOfHeads_data();
    void namesOfHeads();
    void checksums();
    void freeNames();
    void thousandsOfOneName();
    void renamesOverNothing();
    void allOrNone();

private:
    [[nodiscard]] QString make(const QString &name, const QByteArray &bytes = "x") const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    [[nodiscard]] static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
    }
    QTemporaryDir m_folder;
};

void GalleryTest::safeNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"IMG 1.jpg"_s << u"IMG 1.jpg"_s;
    QTest::newRow("folders") << u"../../etc/passwd"_s << u".._.._etc_passwd"_s;
    QTest::newRow("Windows") << u"a:b*c?\"<>|\\.jpg"_s << u"a_b_c______.jpg"_s;
    QTest::newRow("control") << u"a\nb\0c\x7f.jpg"_s << u"a_b_c_.jpg"_s;
    QTest::newRow("dots at the end") << u"a.jpg. . "_s << u"a.jpg"_s;
    QTest::newRow("device") << u"con.jpg"_s << u"_con.jpg"_s;
    QTest::newRow("numbered device") << u"LPT1"_s << u"_LPT1"_s;
    QTest::newRow("no device") << u"COMET.jpg"_s << u"COMET.jpg"_s;
    QTest::newRow("Chinese") << u"照片 一.heic"_s << u"照片 一.heic"_s;
    QTest::newRow("decomposed") << u"e\u0301t\u00e9.jpg"_s << u"\u00e9t\u00e9.jpg"_s;
    QTest::newRow("nothing") << u" .. "_s << QString();
}

void GalleryTest::safeNames()
{
    QFETCH(const QString, name);
    QTEST(safeFileName(name), "safe");
}

void GalleryTest::longNames()
{
    const QString latin = safeFileName(QString(1000, u'a') + u".jpeg"_s);
    QCOMPARE(latin.toUtf8().size(), 240);
    QVERIFY(latin.endsWith(u".jpeg"_s));
    const QString emoji = safeFileName(u"😀"_s.repeated(300) + u".png"_s);
    QVERIFY(emoji.toUtf8().size() <= 240);
    QVERIFY(emoji.endsWith(u"😀.png"_s));
    QVERIFY(!make(emoji).isEmpty());
    QVERIFY(!make(numberedName(latin, 99'999)).isEmpty());
    QCOMPARE(safeFileName(u"a."_s + QString(1000, u'b')).toUtf8().size(), 240);
}

void GalleryTest::namesOfHeads_data()
{
    QTest::addColumn<QByteArray>("disposition");
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("plain") << QByteArray("attachment; filename=a.jpg") << u"a.jpg"_s;
    QTest::newRow("quoted") << QByteArray("inline; filename=\"a b.jpg\"") << u"a b.jpg"_s;
    QTest::newRow("both") << QByteArray("attachment; filename=x; filename*=utf-8'en'%E7%85%A7.jpg") << u"照.jpg"_s;
    QTest::newRow("climbing") << QByteArray("attachment; filename=\"../../a\"") << u".._.._a"_s;
}

void GalleryTest::namesOfHeads()
{
    QFETCH(const QByteArray, disposition);
    HttpHead head;
    head.headers = {{"Content-Disposition", disposition}};
    QTEST(filenameFrom(head), "name");
}

void GalleryTest::checksums()
{
    const QByteArray sha1(20, 'a');
    const QByteArray sha256(32, 'b');
    QCOMPARE(checksumFrom(QString::fromLatin1(sha1.toBase64()))->bytes, sha1);
    QCOMPARE(checksumFrom(QString::fromLatin1(sha1.toHex()))->bytes, sha1);
    QCOMPARE(checksumFrom(QString::fromLatin1(sha256.toHex()))->kind, Checksum::Kind::Sha256);
    QVERIFY(!checksumFrom(u"abc"_s));
    QVERIFY(!checksumFrom(QString(40, u'z')));
    HttpHead head;
    QVERIFY(!checksumFrom(head).known());
    head.headers = {{"Digest", "md5=abc, SHA-256=" + sha256.toBase64()}};
    QCOMPARE(checksumFrom(head).bytes, sha256);
    head.headers = {{"Repr-Digest", "sha-256=:" + sha256.toBase64() + ':'}};
    QCOMPARE(checksumFrom(head).bytes, sha256);
}

void GalleryTest::freeNames()
{
    QVERIFY(!make(u"free.jpg"_s).isEmpty());
    const QString folder = m_folder.path();
    const auto one = freePaths(folder, {u"free.jpg"_s}, {});
    QCOMPARE(one->front(), folder + u"/free (2).jpg"_s);
    const auto taken = freePaths(folder, {u"free.jpg"_s}, {QString(folder + u"/FREE (2).jpg"_s).toCaseFolded()});
    QCOMPARE(taken->front(), folder + u"/free (3).jpg"_s);
    const auto both = freePaths(folder, {u"free.mov"_s, u"free.jpg"_s}, {});
    QCOMPARE(both->front(), folder + u"/free (2).mov"_s);
}

void GalleryTest::thousandsOfOneName()
{
    const QString gallery = m_folder.path();
    const auto keyOf = [&gallery](int number) {
        return QString(gallery + u'/' + numberedName(u"IMG.jpg"_s, number)).toCaseFolded();
    };
    QSet<QString> taken;
    for (int number = 1; number <= 10'000; ++number) {
        const auto paths = freePaths(gallery, {u"IMG.jpg"_s, u"IMG.mov"_s}, taken);
        QVERIFY(paths);
        QCOMPARE(paths->at(0), gallery + u'/' + numberedName(u"IMG.jpg"_s, number));
        QCOMPARE(paths->at(1), gallery + u'/' + numberedName(u"IMG.mov"_s, number));
        for (const QString &path : *paths) {
            taken.insert(path.toCaseFolded());
        }
    }
    // One that was given up is not looked for, but what is given is free.
    taken.remove(keyOf(2));
    const auto paths = freePaths(gallery, {u"IMG.jpg"_s}, taken);
    QVERIFY(paths && !taken.contains(paths->front().toCaseFolded()));
    // As many as one looks at in a moment, and more than one could go through one by one.
    for (int number = 2; number <= 200'000; ++number) {
        taken.insert(keyOf(number));
    }
    QCOMPARE(freePaths(gallery, {u"IMG.jpg"_s}, taken).value(), std::vector<QString>{gallery + u"/IMG (200001).jpg"_s});
}

void GalleryTest::renamesOverNothing()
{
    const QString from = make(u"from"_s, "from");
    const QString there = make(u"there"_s, "there");
    QCOMPARE(*renameToNew(from, there), false);
    QCOMPARE(read(there), QByteArray("there"));
    QCOMPARE(*renameToNew(from, m_folder.filePath(u"new"_s)), true);
    QCOMPARE(read(m_folder.filePath(u"new"_s)), QByteArray("from"));
    QVERIFY(!QFile::exists(from));
    QVERIFY(!renameToNew(from, m_folder.filePath(u"x"_s)));
}

void GalleryTest::allOrNone()
{
    const std::vector<ArrivedFile> pair{{1, make(u"1"_s, "one"), m_folder.filePath(u"a.heic"_s)},
                                        {2, make(u"2"_s, "two"), m_folder.filePath(u"a.mov"_s)}};
    const QString other = make(u"a.mov"_s, "other");
    QCOMPARE(*nameFiles(pair), Naming::Taken);
    QCOMPARE(read(pair[0].arrival), QByteArray("one"));
    QVERIFY(!QFile::exists(pair[0].path));
    QVERIFY(QFile::remove(other));
    QCOMPARE(*nameFiles(pair), Naming::Named);
    QCOMPARE(*nameFiles(pair), Naming::Named); // Again, as after a crash.
    QCOMPARE(read(pair[1].path), QByteArray("two"));
    QVERIFY(QFile::remove(pair[1].path));
    QCOMPARE(*nameFiles(pair), Naming::Vanished);
    // A crash where the file has both names for a moment.
    const QString arrival = make(u"3"_s, "three");
    const QString path = m_folder.filePath(u"three"_s);
#ifdef Q_OS_UNIX
    QCOMPARE(::link(QFile::encodeName(arrival).constData(), QFile::encodeName(path).constData()), 0);
    QCOMPARE(*nameFiles(std::vector<ArrivedFile>{{3, arrival, path}}), Naming::Named);
    QVERIFY(!QFile::exists(arrival));
    QCOMPARE(read(path), QByteArray("three"));
#endif
}

QTEST_GUILESS_MAIN(GalleryTest)
#include "tst_gallery.moc"
