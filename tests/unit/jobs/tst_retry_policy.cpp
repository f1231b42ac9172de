// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_json.h"
#include "jobs/retry_policy.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::jobs;
using namespace Qt::StringLiterals;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delaysGrowAndSpread();
    void delaysHaveAnEnd();
    void countsApart();
    void releasingCountsNothing();
    void knowsWhatCannotGetBetter();
    void errorsSurviveTheDatabase();
};

void TestRetryPolicy::delaysGrowAndSpread()
{
    KindOptions kind;
    kind.maxAttempts = 9;
    Job job;
    const Error error{ErrorCode::NetworkFailed, {}, {}};
    QCOMPARE(judge(kind, job, Verdict::Attempt, error, 0, 0.0).job.runAt, 1600);
    QCOMPARE(judge(kind, job, Verdict::Attempt, error, 0, 0.5).job.runAt, 2000);
    QCOMPARE(judge(kind, job, Verdict::Attempt, error, 0, 1.0).job.runAt, 2400);
    job.attempts = 2;
    QCOMPARE(judge(kind, job, Verdict::Attempt, error, 100, 0.5).job.runAt, 32'100);
}

void TestRetryPolicy::delaysHaveAnEnd()
{
    KindOptions kind;
    kind.maxAttempts = 1000;
    Job job;
    job.attempts = 900;
    QCOMPARE(judge(kind, job, Verdict::Attempt, {ErrorCode::NetworkFailed, {}, {}}, 0, 0.5).job.runAt, 15 * 60'000);
}

void TestRetryPolicy::countsApart()
{
    const KindOptions kind;
    Job job;
    job.attempts = 2;
    const Sentence late = judge(kind, job, Verdict::Timeout, {ErrorCode::Timeout, {}, {}}, 0, 0.5);
    QVERIFY(!late.isFinal);
    QCOMPARE(late.job.attempts, 2);
    QCOMPARE(late.job.timeouts, 1);
    QCOMPARE(timeoutOf(kind, job), 600'000);
    QCOMPARE(timeoutOf(kind, late.job), 1'200'000);
    QVERIFY(judge(kind, late.job, Verdict::Attempt, {}, 0, 0.5).isFinal);
}

void TestRetryPolicy::releasingCountsNothing()
{
    const KindOptions kind;
    Job job;
    job.attempts = 2;
    job.runAt = 77;
    const Sentence sentence = judge(kind, job, Verdict::Release, {ErrorCode::FileDamaged, {}, {}}, 1000, 0.5);
    QVERIFY(!sentence.isFinal);
    QCOMPARE(sentence.job.attempts, 2);
    QCOMPARE(sentence.job.runAt, 77);
    QVERIFY(!sentence.job.error);
}

void TestRetryPolicy::knowsWhatCannotGetBetter()
{
    for (const ErrorCode code : {ErrorCode::FileDamaged, ErrorCode::FileNotMedia, ErrorCode::NotFound,
                                 ErrorCode::TooLarge, ErrorCode::Forbidden, ErrorCode::Unauthorized}) {
        QVERIFY2(!canGetBetter({code, {}, {}}), qPrintable(nameOf(code)));
    }
    for (const ErrorCode code : {ErrorCode::FileChanged, ErrorCode::DiskFull, ErrorCode::NetworkTimeout,
                                 ErrorCode::Timeout, ErrorCode::Internal, ErrorCode::RateLimited}) {
        QVERIFY2(canGetBetter({code, {}, {}}), qPrintable(nameOf(code)));
    }
}

void TestRetryPolicy::errorsSurviveTheDatabase()
{
    const Error error{ErrorCode::FileUnreadable, {{u"path"_s, u"/ä"_s}, {u"reason"_s, u"no"_s}}, u"detail"_s};
    const Error read = errorFromJson(toJson(error));
    QCOMPARE(read.code, error.code);
    QCOMPARE(read.facts, error.facts);
    QCOMPARE(read.detail, error.detail);
    QCOMPARE(errorFromJson({}).code, ErrorCode::Internal);
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retry_policy.moc"
