// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model_fixture.h"
#include "models/model_store.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace kinframe;
using namespace kinframe::models;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray finder = testBytes(400'000, 1);
const QByteArray plan = testBytes(200'000, 2);
const QByteArray weights = testBytes(600'000, 3);

Answer file(const QByteArray &body)
{
    Answer answer;
    answer.body = body;
    return answer;
}

/// A server that has every file, and a store that knows it.
struct Fixture
{
    FaultServer server;
    transfer::HttpClient client;
    transfer::FileDownloader downloader{client};
    QTemporaryDir data;
    FetchOptions options;
    ModelStore store{manifest(), data.path(), {}};

    Fixture()
    {
        options.retry.firstDelay = std::chrono::milliseconds(2);
        server.serve("/finder", {file(finder)});
        server.serve("/plan", {file(plan)});
        server.serve("/weights", {file(weights)});
    }

    [[nodiscard]] Manifest manifest() const
    {
        return {{detector(modelFile(u"finder.onnx"_s, finder, {server.url("/finder"), server.url("/finder2")})),
                 recogniser({{ModelKind::Onnx, {modelFile(u"k.onnx"_s, "only by hand")}},
                             {ModelKind::OpenVinoIr,
                              {modelFile(u"k.xml"_s, plan, {server.url("/plan")}),
                               modelFile(u"k.bin"_s, weights, {server.url("/weights")})}}})}};
    }
    [[nodiscard]] Result<void> fetch(const QStringList &names = {}, const std::stop_token &stop = {})
    {
        return store.fetch(downloader, names, options, stop);
    }
    [[nodiscard]] QString path(const QString &name) const { return store.folder() + u'/' + name; }
    [[nodiscard]] int requests() const
    {
        return server.requests("/finder") + server.requests("/plan") + server.requests("/weights");
    }
};

} // namespace

class TestModelFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everything();
    void progressOverAllFiles();
    void onlyWhatIsMissing();
    void whatIsHereCostsNothing();
    void byName();
    void aWrongFileIsReplaced();
    void theSecondAddress_data();
    void theSecondAddress();
    void wrongEverywhere();
    void withoutNetwork();
    void noAddressKnown();
    void canceled();
    void anotherHoldsTheLock();
    void twoAtOnce();
    void theFolderCannotBe();
};

void TestModelFetch::initTestCase()
{
    for (const char *name : {"http_proxy", "all_proxy", "ALL_PROXY"}) {
        qunsetenv(name);
    }
}

void TestModelFetch::everything()
{
    Fixture f;
    QCOMPARE(f.store.resolve().error().code, ErrorCode::ModelMissing);
    const auto fetched = f.fetch();
    QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().forLog()));
    const auto found = f.store.resolve();
    QVERIFY(found);
    QCOMPARE(found->detector.files, QStringList{f.path(u"finder.onnx"_s)});
    QCOMPARE(found->recogniser.files, (QStringList{f.path(u"k.xml"_s), f.path(u"k.bin"_s)}));
    QVERIFY(readFile(f.path(u"k.bin"_s)) == weights);
    QCOMPARE(QDir(f.store.folder()).entryList({u"*.part*"_s}, QDir::Files), QStringList());
}

void TestModelFetch::progressOverAllFiles()
{
    Fixture f;
    std::vector<FetchProgress> told;
    f.options.progress = [&](const FetchProgress &progress) { told.push_back(progress); };
    QVERIFY(f.fetch());
    QVERIFY(told.size() >= 6);
    const qint64 total = finder.size() + plan.size() + weights.size();
    QVERIFY(std::ranges::all_of(told, [&](const FetchProgress &each) { return each.total == total; }));
    QVERIFY(std::ranges::is_sorted(told, {}, &FetchProgress::bytes));
    QCOMPARE(told.front().bytes, 0);
    QCOMPARE(told.front().file, u"finder.onnx"_s);
    QCOMPARE(told.back().bytes, total);
    QCOMPARE(told.back().file, u"k.bin"_s);
}

void TestModelFetch::onlyWhatIsMissing()
{
    Fixture f;
    QVERIFY(QDir().mkpath(f.store.folder()) && writeFile(f.path(u"k.xml"_s), plan));
    QVERIFY(f.fetch({u"knower"_s}));
    QCOMPARE(f.server.requests("/plan"), 0);
    QCOMPARE(f.server.requests("/weights"), 1);
    QVERIFY(f.store.find(u"knower"_s));
}

void TestModelFetch::whatIsHereCostsNothing()
{
    Fixture f;
    QVERIFY(f.fetch());
    const int before = f.requests();
    QVERIFY(f.fetch());
    QCOMPARE(f.requests(), before);
    // Also where it lies elsewhere, in another form.
    QTemporaryDir data;
    QTemporaryDir other;
    QVERIFY(writeFile(other.filePath(u"k.onnx"_s), "only by hand"));
    ModelStore store(f.manifest(), data.path(), {other.path()});
    QVERIFY(store.fetch(f.downloader, {u"knower"_s}, f.options));
    QCOMPARE(f.requests(), before);
    QVERIFY(!QFileInfo::exists(data.filePath(u"models"_s)));
}

void TestModelFetch::byName()
{
    Fixture f;
    QVERIFY(f.fetch({u"finder"_s}));
    QCOMPARE(f.requests(), 1);
    QCOMPARE(f.fetch({u"finder"_s, u"nobody"_s}).error().code, ErrorCode::NotFound);
    QCOMPARE(f.requests(), 1);
}

void TestModelFetch::aWrongFileIsReplaced()
{
    Fixture f;
    QVERIFY(QDir().mkpath(f.store.folder()) && writeFile(f.path(u"finder.onnx"_s), testBytes(400'000, 9)));
    QCOMPARE(f.store.find(u"finder"_s).error().code, ErrorCode::ModelWrongHash);
    QVERIFY(f.fetch({u"finder"_s}));
    QVERIFY(f.store.find(u"finder"_s));
}

void TestModelFetch::theSecondAddress_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("not there") << 404 << QByteArray("gone");
    QTest::newRow("broken") << 500 << QByteArray("oops");
    QTest::newRow("wrong content") << 200 << testBytes(400'000, 9);
    QTest::newRow("a page instead of the file") << 200 << QByteArray("<html>please sign in</html>");
    QTest::newRow("a pointer instead of the file") << 200 << QByteArray("version https://git-lfs.github.com/spec/v1");
}

void TestModelFetch::theSecondAddress()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Fixture f;
    Answer bad = file(body);
    bad.status = status;
    f.server.serve("/finder", {bad});
    f.server.serve("/finder2", {file(finder)});
    QVERIFY(f.fetch({u"finder"_s}));
    QCOMPARE(f.server.requests("/finder2"), 1);
    QVERIFY(f.store.find(u"finder"_s));
}

void TestModelFetch::wrongEverywhere()
{
    Fixture f;
    f.server.serve("/finder", {file(testBytes(400'000, 9))});
    f.server.serve("/finder2", {file(testBytes(400'000, 8))});
    QCOMPARE(f.fetch({u"finder"_s}).error().code, ErrorCode::RemoteChecksum);
    // Nothing wrong is left where a model is looked for.
    QCOMPARE(f.store.find(u"finder"_s).error().code, ErrorCode::ModelMissing);
}

void TestModelFetch::withoutNetwork()
{
    Fixture f;
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QUrl nowhere(u"http://127.0.0.1:%1/"_s.arg(closed.serverPort()));
    closed.close();
    ModelStore store({{detector(modelFile(u"finder.onnx"_s, finder, {nowhere}))}}, f.data.path(), {});
    const auto fetched = store.fetch(f.downloader, {}, f.options);
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().code, ErrorCode::NetworkFailed);
    QCOMPARE(store.find(u"finder"_s).error().code, ErrorCode::ModelMissing);
}

void TestModelFetch::noAddressKnown()
{
    Fixture f;
    ModelStore store({{detector(modelFile(u"finder.onnx"_s, finder))}}, f.data.path(), {});
    const auto fetched = store.fetch(f.downloader, {}, f.options);
    QCOMPARE(fetched.error().code, ErrorCode::ModelMissing);
    QCOMPARE(fetched.error().fact(u"model"_s), u"finder"_s);
}

void TestModelFetch::canceled()
{
    Fixture f;
    Answer stalled = file(finder);
    stalled.stallAfter = 300'000;
    f.server.serve("/finder", {stalled, file(finder)});
    std::stop_source stop;
    f.options.progress = [&](const FetchProgress &progress) {
        if (progress.bytes == 300'000) {
            stop.request_stop();
        }
    };
    QCOMPARE(f.fetch({u"finder"_s}, stop.get_token()).error().code, ErrorCode::Canceled);
    QCOMPARE(f.store.find(u"finder"_s).error().code, ErrorCode::ModelMissing);
    f.options.progress = {};
    QVERIFY(f.fetch({u"finder"_s}));
    QCOMPARE(f.server.asked("/finder").at(1).header("Range"), QByteArray("bytes=300000-"));
}

void TestModelFetch::anotherHoldsTheLock()
{
    Fixture f;
    QVERIFY(QDir().mkpath(f.store.folder()));
    QLockFile other(f.path(u"fetch.lock"_s));
    QVERIFY(other.lock());
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(f.fetch({}, stop.get_token()).error().code, ErrorCode::Canceled);
    QCOMPARE(f.requests(), 0);
    other.unlock();
    QVERIFY(f.fetch());
}

void TestModelFetch::twoAtOnce()
{
    Fixture f;
    Answer slow = file(finder);
    slow.dripBytes = 40'000;
    f.server.serve("/finder", {slow});
    // Two stores, as two processes have.
    ModelStore second(f.manifest(), f.data.path(), {});
    bool fetched = false;
    std::thread other([&] { fetched = bool(second.fetch(f.downloader, {}, f.options)); });
    const bool mine = bool(f.fetch());
    other.join();
    QVERIFY(mine && fetched);
    QCOMPARE(f.server.requests("/finder"), 1);
    QCOMPARE(f.server.requests("/weights"), 1);
    QVERIFY(f.store.resolve());
}

void TestModelFetch::theFolderCannotBe()
{
    Fixture f;
    QVERIFY(writeFile(f.data.filePath(u"file"_s), "in the way"));
    ModelStore store(f.manifest(), f.data.filePath(u"file"_s), {});
    const auto fetched = store.fetch(f.downloader, {}, f.options);
    QVERIFY(!fetched);
    QCOMPARE(f.requests(), 0);
}

QTEST_GUILESS_MAIN(TestModelFetch)
#include "tst_model_fetch.moc"
