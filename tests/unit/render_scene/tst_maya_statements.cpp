// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/maya_statements.h"
#include "render/scene/maya_tokens.h"

#include <QTest>

#include <string>
#include <vector>

using namespace kinframe::render;
using namespace Qt::StringLiterals;

namespace {

class Taken : public MayaStatementTaker
{
public:
    void takeHeaderLine(std::string_view line) override { lines << QByteArray(line.data(), qsizetype(line.size())); }
    void takeStatement(std::string_view statement) override
    {
        statements << QByteArray(statement.data(), qsizetype(statement.size()));
    }
    bool operator==(const Taken &other) const
    {
        return lines == other.lines && statements == other.statements && isOpen == other.isOpen;
    }

    QList<QByteArray> lines;
    QList<QByteArray> statements;
    bool isOpen = false;
};

/// The text in two blocks, the second from `at` on, or byte by byte where `at` is negative.
Taken taken(const QByteArray &text, qsizetype at)
{
    Taken taken;
    MayaStatements statements(taken);
    const std::string_view all(text.constData(), std::size_t(text.size()));
    if (at < 0) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            // A buffer of its own, so that reading past its end is seen.
            const std::string byte(1, all[i]);
            statements.add(byte);
        }
    } else {
        statements.add(std::string(all.substr(0, std::size_t(at))));
        statements.add(std::string(all.substr(std::size_t(at))));
    }
    taken.isOpen = statements.finish();
    return taken;
}

QByteArrayList words(const QByteArray &statement)
{
    MayaTokens tokens({statement.constData(), std::size_t(statement.size())});
    QByteArrayList all;
    for (MayaToken token; tokens.next(token);) {
        all << (token.isString ? "'" + QByteArray::fromStdString(token.text) + "'"
                               : QByteArray::fromStdString(token.text));
    }
    return all;
}

} // namespace

/// Where statements end and what their words are, wherever the blocks of the file are cut.
class MayaStatementsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsEndWhereTheyDo_data();
    void statementsEndWhereTheyDo();
    void longStatementsAreCut();
    void longStatementsAreCutAcrossBlocks();
    void wordsOfAStatement_data();
    void wordsOfAStatement();
    void flagsAreNotNumbers();
};

void MayaStatementsTest::statementsEndWhereTheyDo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<QByteArrayList>("statements");
    QTest::addColumn<bool>("isOpen");

    const QByteArrayList none;
    QTest::newRow("nothing") << QByteArray() << none << none << false;
    QTest::newRow("spaces") << QByteArray(" \r\n\t;;\n") << none << none << false;
    QTest::newRow("header") << QByteArray("//Maya ASCII 2023 scene\n//Codeset: 1252\r\na;\n//no header\nb;")
                            << QByteArrayList{"Maya ASCII 2023 scene", "Codeset: 1252\r"} << QByteArrayList{"a", "b"}
                            << false;
    QTest::newRow("header alone") << QByteArray("//Maya ASCII 2023 scene") << QByteArrayList{"Maya ASCII 2023 scene"}
                                  << none << false;
    QTest::newRow("semicolon in a string")
        << QByteArray("a \"x;y\" b;c;") << none << QByteArrayList{"a \"x;y\" b", "c"} << false;
    QTest::newRow("slashes in a string") << QByteArray("a \"C:/p//s;x\";b \"http://x\";") << none
                                         << QByteArrayList{"a \"C:/p//s;x\"", "b \"http://x\""} << false;
    QTest::newRow("escaped quote") << QByteArray(R"(a "x\";y\\";b "\\";c;)") << none
                                   << QByteArrayList{R"(a "x\";y\\")", R"(b "\\")", "c"} << false;
    QTest::newRow("comment in a statement")
        << QByteArray("a // it; \"is\n b;c / d;") << none << QByteArrayList{"a // it; \"is\n b", "c / d"} << false;
    QTest::newRow("comment between") << QByteArray("a;// x; y \"\n  // z\nb;") << none << QByteArrayList{"a", "b"}
                                     << false;
    QTest::newRow("joined string") << QByteArray("s \"a;\\n\"\n\t+ \"b\";t;") << none
                                   << QByteArrayList{"s \"a;\\n\"\n\t+ \"b\"", "t"} << false;
    QTest::newRow("several lines in a string")
        << QByteArray("s \"a\n;//b\" ;\nt;") << none << QByteArrayList{"s \"a\n;//b\" ", "t"} << false;
    QTest::newRow("open") << QByteArray("a;b c") << none << QByteArrayList{"a", "b c"} << true;
    QTest::newRow("open string") << QByteArray("a;b \"c;") << none << QByteArrayList{"a", "b \"c;"} << true;
    QTest::newRow("open escape") << QByteArray("b \"c\\") << none << QByteArrayList{"b \"c\\"} << true;
    QTest::newRow("open slash") << QByteArray("b /") << none << QByteArrayList{"b /"} << true;
    QTest::newRow("open comment") << QByteArray("b // c") << none << QByteArrayList{"b // c"} << true;
    QTest::newRow("trailing comment") << QByteArray("b;\n// End of x.ma") << none << QByteArrayList{"b"} << false;
}

void MayaStatementsTest::statementsEndWhereTheyDo()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, lines);
    QFETCH(QByteArrayList, statements);
    QFETCH(bool, isOpen);
    const Taken whole = taken(text, 0);
    QCOMPARE(whole.lines, lines);
    QCOMPARE(whole.statements, statements);
    QCOMPARE(whole.isOpen, isOpen);
    for (qsizetype at = -1; at <= text.size(); ++at) {
        QVERIFY2(taken(text, at) == whole, QByteArray::number(at).constData());
    }
}

void MayaStatementsTest::longStatementsAreCut()
{
    const QByteArray data = "setAttr \".vt\" " + QByteArray(300'000, '1') + ";b;";
    const Taken all = taken(data, 0);
    QCOMPARE(all.statements.size(), 2);
    QCOMPARE(all.statements[0], data.first(qsizetype(MayaStatements::mostKept)));
    QCOMPARE(all.statements[1], "b");
}

void MayaStatementsTest::longStatementsAreCutAcrossBlocks()
{
    const QByteArray data = "a;setAttr \".vt\" " + QByteArray(300'000, '1') + ";b;";
    const Taken whole = taken(data, 0);
    for (const qsizetype at : {qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(20), qsizetype(70'000),
                               data.size() - 3, data.size() - 2, qsizetype(-1)}) {
        QVERIFY2(taken(data, at) == whole, QByteArray::number(at).constData());
    }
}

void MayaStatementsTest::wordsOfAStatement_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("words") << QByteArray("createNode  camera\t-s -n \"perspShape\"\n")
                           << QByteArrayList{"createNode", "camera", "-s", "-n", "'perspShape'"};
    QTest::newRow("escapes") << QByteArray(R"(a "\"x\\y\"\n\t\q")") << QByteArrayList{"a", "'\"x\\y\"\n\tq'"};
    QTest::newRow("joined") << QByteArray("a (\"x\" + \"y\"\n+\n\"z\") b") << QByteArrayList{"a", "'xyz'", "b"};
    QTest::newRow("plus at the end") << QByteArray("\"x\" +") << QByteArrayList{"'x'"};
    QTest::newRow("plus and a word") << QByteArray("\"x\" + y") << QByteArrayList{"'x'", "y"};
    QTest::newRow("comment") << QByteArray("a // \"x\"\nb") << QByteArrayList{"a", "b"};
    QTest::newRow("comment at the end") << QByteArray("a// x") << QByteArrayList{"a"};
    QTest::newRow("empty string") << QByteArray("\"\" \"\"") << QByteArrayList{"''", "''"};
    QTest::newRow("open string") << QByteArray("a \"b\\") << QByteArrayList{"a", "'b\\'"};
    QTest::newRow("no space") << QByteArray("a\"b\"c") << QByteArrayList{"a", "'b'", "c"};
}

void MayaStatementsTest::wordsOfAStatement()
{
    QFETCH(QByteArray, statement);
    QFETCH(QByteArrayList, expected);
    QCOMPARE(words(statement), expected);
}

void MayaStatementsTest::flagsAreNotNumbers()
{
    QVERIFY((MayaToken{"-k", false}.isFlag("k", "keyable")));
    QVERIFY((MayaToken{"-keyable", false}.isFlag("k", "keyable")));
    QVERIFY((!MayaToken{"-keyable", false}.isFlag("cb", "channelBox")));
    QVERIFY((!MayaToken{"-12.5", false}.isFlag()));
    QVERIFY((!MayaToken{"-", false}.isFlag()));
    QVERIFY((!MayaToken{"-k", true}.isFlag()));
}

QTEST_APPLESS_MAIN(MayaStatementsTest)
#include "tst_maya_statements.moc"
