// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include "base/files.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aMessageStaysOneLineOfPlainText_data();
    void aMessageStaysOneLineOfPlainText();
    void threadsDoNotMixTheirLines();
    void aLongLogIsBegunAnew();

private:
    QList<QByteArray> linesOf(const QString &name) const;

    QTemporaryDir m_folder;
    QtMessageHandler m_handler = nullptr;
};

void TestLog::initTestCase()
{
    installLog(m_folder.filePath(u"kinframe.log"_s));
    m_handler = qInstallMessageHandler(nullptr);
}

void TestLog::cleanupTestCase()
{
    qInstallMessageHandler(nullptr);
}

QList<QByteArray> TestLog::linesOf(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QList<QByteArray> lines = file.readAll().split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

void TestLog::aMessageStaysOneLineOfPlainText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("plain") << u"photo.jpg, 张三"_s << u"photo.jpg, 张三"_s;
    QTest::newRow("line end") << u"a\nb"_s << u"a\\nb"_s;
    QTest::newRow("line ends of others") << u"a\r\nb\x2028 c"_s << u"a\\u000d\\nb\\u2028 c"_s;
    QTest::newRow("a command to the terminal") << u"\x1b[2J"_s << u"\\u001b[2J"_s;
    QTest::newRow("a NUL") << u"a"_s + QChar(0) + u"b"_s << u"a\\u0000b"_s;
    QTest::newRow("a C1 command") << u"a\u009b2J"_s << u"a\\u009b2J"_s;
    QTest::newRow("a forged line") << u"x\n2026-11-20T13:22:05.123Z error kinframe.app all is lost"_s
                                   << u"x\\n2026-11-20T13:22:05.123Z error kinframe.app all is lost"_s;
}

void TestLog::aMessageStaysOneLineOfPlainText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, written);
    const qsizetype before = linesOf(u"kinframe.log"_s).size();
    const auto previous = qInstallMessageHandler(m_handler);
    qCInfo(logMedia).noquote() << text;
    qInstallMessageHandler(previous);
    const auto lines = linesOf(u"kinframe.log"_s);
    QCOMPARE(lines.size(), before + 1);
    static const QRegularExpression shape(
        u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z info kinframe\\.media (.*)$"_s);
    const auto match = shape.match(QString::fromUtf8(lines.last()));
    QVERIFY2(match.hasMatch(), lines.last().constData());
    QCOMPARE(match.captured(1), written);
}

void TestLog::threadsDoNotMixTheirLines()
{
    const qsizetype before = linesOf(u"kinframe.log"_s).size();
    const auto previous = qInstallMessageHandler(m_handler);
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([] {
            for (int n = 0; n < 200; ++n) {
                qCInfo(logApp).noquote() << QString(100, u'x');
            }
        });
    }
    threads.clear();
    qInstallMessageHandler(previous);
    const auto lines = linesOf(u"kinframe.log"_s);
    QCOMPARE(lines.size(), before + 800);
    for (qsizetype i = before; i < lines.size(); ++i) {
        QVERIFY(lines[i].endsWith(QByteArray(" info kinframe.app " + QByteArray(100, 'x'))));
    }
}

void TestLog::aLongLogIsBegunAnew()
{
    const QString megabyte(1024 * 1024, u'x');
    const auto previous = qInstallMessageHandler(m_handler);
    for (int i = 0; i < 11; ++i) {
        qCInfo(logApp).noquote() << megabyte;
    }
    qCInfo(logApp) << "after";
    qInstallMessageHandler(previous);
    const auto lines = linesOf(u"kinframe.log"_s);
    QVERIFY(!lines.isEmpty());
    QVERIFY(lines.last().endsWith("after"));
    QVERIFY(QFileInfo(m_folder.filePath(u"kinframe.log"_s)).size() < 10 * 1024 * 1024);
    QVERIFY(QFileInfo(m_folder.filePath(u"kinframe.log.1"_s)).size() > 10 * 1024 * 1024);
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
