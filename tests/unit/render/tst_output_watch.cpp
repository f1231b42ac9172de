// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen in the output folder of an engine that says nothing of its files.
#include "render/output_watch.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe::render;
using namespace Qt::StringLiterals;

class TestOutputWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesOfThisAttempt();
    void whatStaysTheSameIsSettled();
    void inTheOrderOfTheirTimes();
};

namespace {

void write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes, qint64 writtenAt)
{
    QDir(folder.path()).mkpath(QFileInfo(name).path());
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    QVERIFY(file.flush());
    QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(writtenAt), QFileDevice::FileModificationTime));
}

QList<int> numbersOf(const std::vector<SeenPicture> &pictures)
{
    QList<int> numbers;
    for (const SeenPicture &picture : pictures) {
        numbers += picture.frame;
    }
    return numbers;
}

} // namespace

void TestOutputWatch::filesOfThisAttempt()
{
    const QTemporaryDir folder;
    constexpr qint64 begun = 1'700'000'000'000;
    write(folder, u"shot/Final.0001.png"_s, "12345", begun + 2000);
    write(folder, u"shot/Final.Depth.0001.png"_s, "123", begun + 3000);
    write(folder, u"shot/Final.0002.png"_s, "old", begun - 60'000);
    write(folder, u"shot/Final.0003.png"_s, "a clock that is behind", begun - 1000);
    write(folder, u"notes.txt"_s, "no frame", begun);
    const auto pictures = picturesIn(folder.path(), begun);
    QCOMPARE(numbersOf(pictures), (QList<int>{1, 3}));
    const SeenPicture &first = pictures.front();
    QVERIFY(first.path.endsWith(u"/shot/Final.0001.png"_s));
    QCOMPARE(first.files, 2);
    QCOMPARE(first.bytes, 8);
    QCOMPARE(first.writtenAt, begun + 3000);
    QVERIFY(picturesIn(folder.filePath(u"nowhere"_s), begun).empty());
}

void TestOutputWatch::whatStaysTheSameIsSettled()
{
    OutputWatch watch;
    const SeenPicture half{1, u"a"_s, 1, 100, 1000};
    const SeenPicture whole{1, u"a"_s, 1, 200, 1500};
    QVERIFY(watch.settled({half}, false).empty());
    QVERIFY(watch.settled({whole}, false).empty());
    QCOMPARE(numbersOf(watch.settled({whole}, false)), QList<int>{1});
    QVERIFY(watch.settled({whole}, false).empty());
    QVERIFY(watch.settled({whole}, true).empty());
    // It was not whole after all.
    const SeenPicture grown{1, u"a"_s, 1, 300, 2500};
    QVERIFY(watch.settled({grown}, false).empty());
    QCOMPARE(numbersOf(watch.settled({grown}, false)), QList<int>{1});
    // Its picture has become a result, and another pass of it has come.
    QVERIFY(watch.settled({}, false).empty());
    QVERIFY(watch.settled({half}, false).empty());
    QCOMPARE(numbersOf(watch.settled({half}, true)), QList<int>{1});
}

void TestOutputWatch::inTheOrderOfTheirTimes()
{
    OutputWatch watch;
    const std::vector<SeenPicture> look{{1, u"a"_s, 1, 9, 3000}, {2, u"b"_s, 1, 9, 1000}, {3, u"c"_s, 1, 9, 3000}};
    QVERIFY(watch.settled(look, false).empty());
    QCOMPARE(numbersOf(watch.settled(look, false)), (QList<int>{2, 1, 3}));
    OutputWatch another;
    QCOMPARE(numbersOf(another.settled(look, true)), (QList<int>{2, 1, 3}));
}

QTEST_APPLESS_MAIN(TestOutputWatch)
#include "tst_output_watch.moc"
