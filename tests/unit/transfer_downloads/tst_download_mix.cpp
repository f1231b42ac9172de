// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "downloads_fixture.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::test;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

namespace {

constexpr int files = 200;

/// What one file meets on its way, and how it ends.
struct Case
{
    QByteArray name;
    std::vector<Answer> answers;
    QByteArray bytes; ///< that must be there in the end; empty: it fails
    DownloadStatus end = DownloadStatus::Complete;
    ErrorCode code = ErrorCode::Internal;
    bool isChecked = true; ///< whoever asks knows the checksum
};

Answer statusOf(int status, std::vector<std::pair<QByteArray, QByteArray>> headers = {})
{
    Answer answer;
    answer.status = status;
    answer.headers = std::move(headers);
    return answer;
}

} // namespace

/// Many files through every trouble at once: each ends whole, or failed with its reason.
class DownloadMixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTroubleAtOnce();

private:
    [[nodiscard]] Case caseOf(int number, const DownloadsFixture &m, FaultServer &other) const;
};

Case DownloadMixTest::caseOf(int number, const DownloadsFixture &m, FaultServer &other) const
{
    const QByteArray bytes = testBytes(20'000 + number * 997, quint32(number));
    Answer good = withBody(bytes);
    good.etag = "\"v1\"";
    Answer bad = good;
    const int at = 1 + number * 101 % int(bytes.size() - 2);
    switch (number % 20) {
    case 0:
        bad.closeAfter = at;
        return {"dropped", {bad, good}, bytes};
    case 1:
        bad.closeAfter = at;
        bad.reset = true;
        return {"reset", {bad, bad, good}, bytes};
    case 2:
        bad.stallAfter = at;
        return {"stalled", {bad, good}, bytes};
    case 3:
        bad.claimedLength = bytes.size() + 10;
        bad.closeAfter = bytes.size();
        return {"shorter than said", {bad, good}, bytes};
    case 4:
        bad.corruptAt = at;
        return {"wrong bytes", {bad, good}, bytes};
    case 5:
        bad.corruptAt = at;
        return {"always wrong bytes", {bad}, {}, DownloadStatus::Failed, ErrorCode::RemoteChecksum};
    case 6:
        bad.closeAfter = at;
        good.ranges = false;
        return {"200 to a range", {bad, good}, bytes};
    case 7: {
        bad.closeAfter = at;
        Answer changed = withBody(testBytes(bytes.size(), 1'000'000U + quint32(number)));
        changed.etag = "\"v2\"";
        return {"changed", {bad, changed}, changed.body, DownloadStatus::Complete, ErrorCode::Internal, false};
    }
    case 8:
        return {"404", {statusOf(404)}, {}, DownloadStatus::NotFound, ErrorCode::RemoteNotFound};
    case 9:
        return {"410", {statusOf(410)}, {}, DownloadStatus::NotFound, ErrorCode::RemoteNotFound};
    case 10:
        return {"429", {statusOf(429, {{"Retry-After", "0"}}), good}, bytes};
    case 11:
        return {"503", {statusOf(503), statusOf(500), good}, bytes};
    case 12:
        return {"always 503", {statusOf(503)}, {}, DownloadStatus::Failed, ErrorCode::RemoteRefused};
    case 13:
        return {"redirect loop",
                {statusOf(302, {{"Location", m.server.url('/' + QByteArray::number(number)).toEncoded()}})},
                {},
                DownloadStatus::Failed,
                ErrorCode::RemoteInvalid};
    case 14: {
        const QByteArray path = "/moved/" + QByteArray::number(number);
        other.serve(path, {good});
        return {"another host", {statusOf(307, {{"Location", other.url(path).toEncoded()}})}, bytes};
    }
    case 15:
        bad.endless = true;
        bad.withoutLength = true;
        return {"endless", {bad}, {}, DownloadStatus::Failed, ErrorCode::RemoteChecksum};
    case 16:
        good.gzip = true;
        return {"packed", {good}, bytes};
    case 17:
        good.chunked = true;
        return {"chunked", {good}, bytes};
    case 18:
        good.dripBytes = 4000;
        return {"slow", {good}, bytes};
    default:
        good.withoutLength = true;
        return {"without a length", {good}, bytes};
    }
}

void DownloadMixTest::everyTroubleAtOnce()
{
    DownloadsFixture m;
    FaultServer other;
    std::vector<Case> cases;
    std::vector<NewDownload> wanted;
    for (int number = 0; number < files; ++number) {
        cases.push_back(caseOf(number, m, other));
        const QByteArray path = '/' + QByteArray::number(number);
        m.server.serve(path, cases.back().answers);
        // Half of them by a name that others have too.
        NewDownload one = m.wanted(path, number % 2 == 0 ? u"IMG.jpg"_s : u"%1.mp4"_s.arg(number));
        one.headers = {{"Authorization", "Bearer very-secret"}};
        const QByteArray right = cases.back().bytes.isEmpty() && !cases.back().answers.front().body.isEmpty()
                                     ? testBytes(20'000 + number * 997, quint32(number))
                                     : cases.back().bytes;
        if (cases.back().isChecked && !right.isEmpty()) {
            one.checksum = Checksum::sha1(sha1Of(right));
            one.size = right.size();
        }
        wanted.push_back(one);
    }
    const auto tasks = m.downloads->add(wanted);
    QVERIFY(tasks);
    m.start();
    QVERIFY(QTest::qWaitFor([&] { return m.downloads->summary()->unfinished() == 0; }, 240'000));
    qsizetype saved = 0;
    QSet<QString> paths;
    for (size_t i = 0; i < cases.size(); ++i) {
        const DownloadTask task = m.task((*tasks)[i].taskId);
        const QByteArray what = cases[i].name + ' ' + task.taskId.toUtf8() + ' ' + nameOf(task.status).toUtf8() +
                                (task.error ? ' ' + task.error->forLog().toUtf8() : QByteArray());
        QVERIFY2(task.status == cases[i].end, what.constData());
        if (task.status == DownloadStatus::Complete) {
            QVERIFY2(m.bytesOf(task.filePath) == cases[i].bytes, what.constData());
            paths.insert(task.filePath);
            ++saved;
        } else {
            QVERIFY2(task.error && task.error->code == cases[i].code, what.constData());
        }
    }
    QCOMPARE(paths.size(), saved);
    QCOMPARE(m.files().size(), saved);
    // Nothing secret goes to the other host.
    for (int number = 14; number < files; number += 20) {
        QCOMPARE(other.asked("/moved/" + QByteArray::number(number)).front().header("Authorization"), QByteArray());
    }
    QVERIFY(m.server.mostAtOnce() <= 6);
}

QTEST_GUILESS_MAIN(DownloadMixTest)
#include "tst_download_mix.moc"
