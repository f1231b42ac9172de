// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durable_moves.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDurableMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsAtItsPathInTurn();
    void oneThatFailsHoldsUpNoOther();
    void whatLiesThereIsReplacedOrStays();
    void nothingToMove();
};

void TestDurableMoves::eachIsAtItsPathInTurn()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"below"_s));
    std::vector<FileMove> moves;
    // More than are open at a time.
    constexpr int files = 200;
    for (int i = 0; i < files; ++i) {
        const QString place = i % 3 == 0 ? u"below/"_s : QString();
        moves.push_back({folder.filePath(u"new%1"_s.arg(i)), folder.filePath(place + u"file%1"_s.arg(i))});
        write(moves.back().from, QByteArray::number(i));
    }
    const auto results = moveDurably(moves);
    QCOMPARE(results.size(), moves.size());
    for (int i = 0; i < files; ++i) {
        QVERIFY(results[i]);
        QCOMPARE(read(moves[i].to), QByteArray::number(i));
        QVERIFY(!QFile::exists(moves[i].from));
    }
}

void TestDurableMoves::oneThatFailsHoldsUpNoOther()
{
    const QTemporaryDir folder;
    const std::vector<FileMove> moves{{folder.filePath(u"a"_s), folder.filePath(u"to_a"_s)},
                                      {folder.filePath(u"missing"_s), folder.filePath(u"to_b"_s)},
                                      {folder.filePath(u"c"_s), folder.filePath(u"no such folder/c"_s)},
                                      {folder.filePath(u"d"_s), folder.filePath(u"to_d"_s)}};
    for (const int present : {0, 2, 3}) {
        write(moves[present].from, "bytes");
    }
    const auto results = moveDurably(moves);
    QVERIFY(results[0]);
    QVERIFY(!results[1]);
    QCOMPARE(int(results[1].error().code), int(ErrorCode::FileUnreadable));
    QVERIFY(!results[2]);
    QVERIFY(results[3]);
    QVERIFY(!QFile::exists(moves[1].to));
    QCOMPARE(read(moves[2].from), QByteArray("bytes"));
    QCOMPARE(read(moves[3].to), QByteArray("bytes"));
}

void TestDurableMoves::whatLiesThereIsReplacedOrStays()
{
    const QTemporaryDir folder;
    const QString to = folder.filePath(u"picture"_s);
    write(to, "old");
    const std::vector<FileMove> missing{{folder.filePath(u"missing"_s), to}};
    QVERIFY(!moveDurably(missing).front());
    QCOMPARE(read(to), QByteArray("old"));
    const std::vector<FileMove> move{{folder.filePath(u"new"_s), to}};
    write(move.front().from, "new");
    QVERIFY(moveDurably(move).front());
    QCOMPARE(read(to), QByteArray("new"));
}

void TestDurableMoves::nothingToMove()
{
    QVERIFY(moveDurably({}).empty());
}

QTEST_GUILESS_MAIN(TestDurableMoves)
#include "tst_durable_moves.moc"
