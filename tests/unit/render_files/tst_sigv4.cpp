// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/sigv4.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::render;

/// The published examples: Amazon's test suite for Signature Version 4, and those of S3's documentation.
class TestSigV4 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suite_data();
    void suite();
    void theFirstStep();
    void objectsOfS3_data();
    void objectsOfS3();
    void aPresignedLink();
    void textIsEncoded();
};

namespace {

const QByteArray noBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

qint64 at(int year, int month, int day, int hour, int minute)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone::utc()).toMSecsSinceEpoch();
}

SigV4Credentials ofSuite()
{
    return {"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "service"};
}

SigV4Credentials ofS3()
{
    return {"AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1", "s3"};
}

SigV4Request suiteRequest(const QByteArray &method, const QByteArray &path, const SigV4Pairs &query,
                          const SigV4Pairs &headers)
{
    SigV4Request request{method, path, query, {{"Host", "example.amazonaws.com"}}, noBody};
    request.headers.insert(request.headers.end(), headers.begin(), headers.end());
    request.headers.emplace_back("X-Amz-Date", "20150830T123600Z");
    return request;
}

} // namespace

void TestSigV4::suite_data()
{
    QTest::addColumn<SigV4Request>("request");
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QByteArray>("signature");
    const QByteArray usual = "host;x-amz-date";
    QTest::newRow("get-vanilla") << suiteRequest("GET", "/", {}, {}) << usual
                                 << "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"_ba;
    QTest::newRow("post-vanilla") << suiteRequest("POST", "/", {}, {}) << usual
                                  << "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"_ba;
    QTest::newRow("get-vanilla-query-order-key-case")
        << suiteRequest("GET", "/", {{"Param2", "value2"}, {"Param1", "value1"}}, {}) << usual
        << "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"_ba;
    QTest::newRow("get-utf8") << suiteRequest("GET", sigV4Encoded("/\xe1\x88\xb4", Slashes::Keep), {}, {}) << usual
                              << "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"_ba;
    QTest::newRow("get-unreserved") << suiteRequest(
                                           "GET", "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                                           {}, {})
                                    << usual << "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"_ba;
    QTest::newRow("get-header-value-trim")
        << suiteRequest("GET", "/", {}, {{"My-Header1", " value1"}, {"My-Header2", " \"a   b   c\""}})
        << "host;my-header1;my-header2;x-amz-date"_ba
        << "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"_ba;
    QTest::newRow("get-header-key-duplicate")
        << suiteRequest("GET", "/", {}, {{"My-Header1", "value2"}, {"My-Header1", "value2"}, {"My-Header1", "value1"}})
        << "host;my-header1;x-amz-date"_ba
        << "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"_ba;
}

void TestSigV4::suite()
{
    QFETCH(const SigV4Request, request);
    QFETCH(const QByteArray, names);
    QFETCH(const QByteArray, signature);
    const QByteArray expected = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                                "SignedHeaders=" +
                                names + ", Signature=" + signature;
    QCOMPARE(sigV4Authorization(request, ofSuite(), at(2015, 8, 30, 12, 36)), expected);
}

void TestSigV4::theFirstStep()
{
    QCOMPARE(sigV4CanonicalRequest(suiteRequest("GET", "/", {}, {})),
             "GET\n/\n\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\n" + noBody);
    QCOMPARE(sigV4Time(at(2015, 8, 30, 12, 36)), QByteArray("20150830T123600Z"));
}

void TestSigV4::objectsOfS3_data()
{
    QTest::addColumn<SigV4Request>("request");
    QTest::addColumn<QByteArray>("signature");
    const auto request = [](const QByteArray &method, const QByteArray &path, const SigV4Pairs &query,
                            const SigV4Pairs &more, const QByteArray &payload) {
        SigV4Request made{method, path, query, more, payload};
        made.headers.emplace_back("Host", "examplebucket.s3.amazonaws.com");
        made.headers.emplace_back("x-amz-content-sha256", payload);
        made.headers.emplace_back("x-amz-date", "20130524T000000Z");
        return made;
    };
    QTest::newRow("get") << request("GET", "/test.txt", {}, {{"Range", "bytes=0-9"}}, noBody)
                         << "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"_ba;
    QTest::newRow("put") << request("PUT", sigV4Encoded("/test$file.text", Slashes::Keep), {},
                                    {{"Date", "Fri, 24 May 2013 00:00:00 GMT"},
                                     {"x-amz-storage-class", "REDUCED_REDUNDANCY"}},
                                    "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072")
                         << "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"_ba;
    QTest::newRow("get lifecycle") << request("GET", "/", {{"lifecycle", ""}}, {}, noBody)
                                   << "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"_ba;
    QTest::newRow("list") << request("GET", "/", {{"max-keys", "2"}, {"prefix", "J"}}, {}, noBody)
                          << "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"_ba;
}

void TestSigV4::objectsOfS3()
{
    QFETCH(const SigV4Request, request);
    QFETCH(const QByteArray, signature);
    QVERIFY(sigV4Authorization(request, ofS3(), at(2013, 5, 24, 0, 0)).endsWith(QByteArray("Signature=" + signature)));
}

void TestSigV4::aPresignedLink()
{
    const SigV4Request request{"GET", "/test.txt", {}, {{"Host", "examplebucket.s3.amazonaws.com"}}, {}};
    QCOMPARE(sigV4PresignedQuery(request, ofS3(), at(2013, 5, 24, 0, 0), std::chrono::hours(24)),
             QByteArray("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1"
                        "%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&"
                        "X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"));
}

void TestSigV4::textIsEncoded()
{
    QCOMPARE(sigV4Encoded("a b/c+d=~.狼", Slashes::Keep), QByteArray("a%20b/c%2Bd%3D~.%E7%8B%BC"));
    QCOMPARE(sigV4Encoded("a/b", Slashes::Encode), QByteArray("a%2Fb"));
    QCOMPARE(sigV4Query({{"b", "2"}, {"a", "x y"}, {"a", ""}}), QByteArray("a=&a=x%20y&b=2"));
}

QTEST_GUILESS_MAIN(TestSigV4)
#include "tst_sigv4.moc"
