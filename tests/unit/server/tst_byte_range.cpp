// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/byte_range.h"
#include "server/http/http_date.h"
#include "server/http/multipart_ranges.h"

#include <QTest>

using namespace kinframe::http;
using Answer = RangePlan::Answer;

namespace {

QByteArray text(const RangePlan &plan)
{
    QByteArray line = plan.answer == Answer::Whole ? "whole" : plan.answer == Answer::Partial ? "partial" : "none";
    for (const ByteRange &range : plan.ranges) {
        line += ' ' + QByteArray::number(range.first) + '-' + QByteArray::number(range.last);
    }
    return line;
}

} // namespace

class TestByteRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void boundsTheNumber();
    void weighsIfRange_data();
    void weighsIfRange();
    void framesSeveral();
};

void TestByteRange::plans_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("plan");
    const auto row = [](const char *header, qint64 size, const char *plan) {
        QTest::addRow("%s of %lld", header, static_cast<long long>(size))
            << QByteArray(header) << size << QByteArray(plan);
    };
    // What breaks the grammar is as if it were not there.
    for (const char *header : {"", "bytes", "bytes=", "bytes=,", "bytes 0-1", "items=0-1", "bytes=a-b", "bytes=1",
                               "bytes=-", "bytes=--1", "bytes=1-2-3", "bytes=5-4", "bytes=0-1,x", "bytes=0 - 1",
                               "bytes=+1-2", "bytes=0x1-2", "bytes=1.0-2", "bytes=0-1;2-3", "bytes =0-1"}) {
        row(header, 10, "whole");
    }
    row("bytes=10-", 10, "none");
    row("bytes=10-20", 10, "none");
    row("bytes=-0", 10, "none");
    row("bytes=99999999999999999999-", 10, "none");
    row("bytes=11-12,20-30", 10, "none");
    row("bytes=0-", 0, "none");
    row("bytes=0-0", 0, "none");
    row("bytes=-5", 0, "whole");
    row("bytes=0-0", 10, "partial 0-0");
    row("Bytes=0-4", 10, "partial 0-4");
    row(" bytes=0-4 ", 10, "partial 0-4");
    row("bytes=5-", 10, "partial 5-9");
    row("bytes=5-99999999999999999999", 10, "partial 5-9");
    row("bytes=-3", 10, "partial 7-9");
    row("bytes=-30", 10, "partial 0-9");
    row("bytes=-99999999999999999999999", 10, "partial 0-9");
    row("bytes=0000000000000000000000002-3", 10, "partial 2-3");
    row("bytes=9-9", 10, "partial 9-9");
    row("bytes=0-1, 4-5 ,8-", 10, "partial 0-1 4-5 8-9");
    row("bytes=8-,0-1", 10, "partial 8-9 0-1");
    row("bytes=0-1,20-30", 10, "partial 0-1");
    row("bytes=0-5,3-8", 10, "partial 0-8");
    row("bytes=6-8,0-1,7-9", 10, "partial 0-1 6-9");
    row("bytes=0-,0-,0-,0-", 10, "partial 0-9");
    row("bytes=0-1,2-3", 10, "partial 0-1 2-3");
    row("bytes=17179869183-", 17'179'869'184, "partial 17179869183-17179869183");
}

void TestByteRange::plans()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, size);
    QFETCH(QByteArray, plan);
    QCOMPARE(text(planRanges(header, size)), plan);
}

void TestByteRange::boundsTheNumber()
{
    QByteArray header = "bytes=0-0";
    for (int index = 1; index < 16; ++index) {
        header += "," + QByteArray::number(index * 10) + "-" + QByteArray::number(index * 10);
    }
    QCOMPARE(planRanges(header, 1000).ranges.size(), 16U);
    QCOMPARE(text(planRanges(QByteArray(header + ",500-501"), 1000)), QByteArray("whole"));
    QCOMPARE(text(planRanges("bytes=0-1,3-4", 1000, 1)), QByteArray("whole"));
}

void TestByteRange::weighsIfRange_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("holds");
    QTest::newRow("absent") << QByteArray() << true;
    QTest::newRow("same") << QByteArray("\"abc\"") << true;
    QTest::newRow("other") << QByteArray("\"abd\"") << false;
    QTest::newRow("weak") << QByteArray("W/\"abc\"") << false;
    QTest::newRow("list") << QByteArray("\"abc\", \"x\"") << false;
    QTest::newRow("any") << QByteArray("*") << false;
    QTest::newRow("open") << QByteArray("\"abc") << false;
    QTest::newRow("same date") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << true;
    QTest::newRow("later date") << QByteArray("Sun, 06 Nov 1994 08:49:38 GMT") << false;
    QTest::newRow("no date") << QByteArray("yesterday") << false;
}

void TestByteRange::weighsIfRange()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, holds);
    QCOMPARE(ifRangeHolds(header, "\"abc\"", 784'111'777'500), holds);
    if (!header.isEmpty()) {
        QVERIFY(!ifRangeHolds(header, "W/\"abc\"", std::nullopt));
    }
}

void TestByteRange::framesSeveral()
{
    const QByteArray bytes = "0123456789";
    const MultipartRanges framing({{0, 1}, {8, 9}}, 10, "image/png", "bnd");
    QByteArray body;
    for (std::size_t index = 0; index < framing.ranges().size(); ++index) {
        const ByteRange &range = framing.ranges()[index];
        body += framing.partHead(index) + bytes.mid(range.first, range.length());
    }
    body += framing.tail();
    QCOMPARE(body, QByteArray("--bnd\r\nContent-Type: image/png\r\nContent-Range: bytes 0-1/10\r\n\r\n01"
                              "\r\n--bnd\r\nContent-Type: image/png\r\nContent-Range: bytes 8-9/10\r\n\r\n89"
                              "\r\n--bnd--\r\n"));
    QCOMPARE(framing.contentLength(), qint64(body.size()));
    QCOMPARE(framing.contentType(), QByteArray("multipart/byteranges; boundary=bnd"));
    QCOMPARE(contentRangeUnsatisfied(10), QByteArray("bytes */10"));
}

QTEST_APPLESS_MAIN(TestByteRange)
#include "tst_byte_range.moc"
