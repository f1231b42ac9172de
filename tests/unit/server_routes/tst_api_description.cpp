// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "server/routes/api_description.h"
#include "server/routes/docs_page.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestApiDescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouteIsDescribed();
    void everyDescribedCallExists();
    void accessIsDescribedAsItIs();
    void bodiesAreDescribedAsTheyAre();
    void everyReferenceLeadsSomewhere();
    void thePageListsEveryCall();
    void thePageNeedsNoScript();
};

namespace {

QJsonObject pathsOf(const QJsonObject &description)
{
    return description.value("paths"_L1).toObject();
}

QString nameOf(const http::Route &route)
{
    return QString::fromLatin1(route.method).toLower() + u' ' + QString::fromLatin1(route.pattern);
}

QJsonObject callOf(const http::Route &route)
{
    return pathsOf(server::apiDescriptionObject())
        .value(QString::fromLatin1(route.pattern))
        .toObject()
        .value(QString::fromLatin1(route.method).toLower())
        .toObject();
}

} // namespace

void TestApiDescription::everyRouteIsDescribed()
{
    const ApiFixture fixture;
    for (const http::Route &route : fixture.routes) {
        QVERIFY2(!callOf(route).isEmpty(), qPrintable(nameOf(route)));
    }
}

void TestApiDescription::everyDescribedCallExists()
{
    const ApiFixture fixture;
    QSet<QString> routes;
    for (const http::Route &route : fixture.routes) {
        routes.insert(nameOf(route));
    }
    const QJsonObject paths = pathsOf(server::apiDescriptionObject());
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        for (const QString &method : path->toObject().keys()) {
            const QString name = method + u' ' + path.key();
            QVERIFY2(method == "parameters"_L1 || routes.contains(name), qPrintable(name));
        }
    }
    QCOMPARE(size_t(routes.size()), fixture.routes.size());
}

void TestApiDescription::accessIsDescribedAsItIs()
{
    const ApiFixture fixture;
    for (const http::Route &route : fixture.routes) {
        const QJsonObject call = callOf(route);
        const QByteArray name = nameOf(route).toUtf8();
        QVERIFY2(call.value("security"_L1).isArray() == (route.access == http::Access::Open), name.constData());
        QVERIFY2(call.value("x-kinframe-admin"_L1).toBool() == (route.access == http::Access::Admin), name.constData());
        QCOMPARE(call.value("x-kinframe-permission"_L1).toString(), route.permission);
    }
}

void TestApiDescription::bodiesAreDescribedAsTheyAre()
{
    const ApiFixture fixture;
    for (const http::Route &route : fixture.routes) {
        const QJsonObject content = callOf(route).value("requestBody"_L1).toObject().value("content"_L1).toObject();
        const QString type = route.body == http::BodyKind::Multipart ? u"multipart/form-data"_s
                             : route.body == http::BodyKind::Json    ? u"application/json"_s
                             : route.body == http::BodyKind::Text    ? u"text/plain"_s
                             : route.body == http::BodyKind::Sink    ? u"application/offset+octet-stream"_s
                                                                     : QString();
        QVERIFY2(content.keys().value(0) == type, qPrintable(nameOf(route)));
    }
}

void TestApiDescription::everyReferenceLeadsSomewhere()
{
    const QJsonObject components = server::apiDescriptionObject().value("components"_L1).toObject();
    static const QRegularExpression reference(u"\"#/components/(\\w+)/(\\w+)\""_s);
    auto found = reference.globalMatch(QString::fromUtf8(server::apiDescription()));
    QVERIFY(found.hasNext());
    while (found.hasNext()) {
        const auto match = found.next();
        QVERIFY2(components.value(match.captured(1)).toObject().contains(match.captured(2)),
                 qPrintable(match.captured(0)));
    }
}

void TestApiDescription::thePageListsEveryCall()
{
    const ApiFixture fixture;
    const QByteArray page = fixture.services ? server::docsPage(server::apiDescriptionObject()) : QByteArray();
    for (const http::Route &route : fixture.routes) {
        const QByteArray heading = "<b class=\"m\">" + route.method + "</b><code>" + route.pattern + "</code>";
        QVERIFY2(page.contains(heading), heading.constData());
    }
}

void TestApiDescription::thePageNeedsNoScript()
{
    QJsonObject description = server::apiDescriptionObject();
    description.insert(u"info"_s, QJsonObject{{u"title"_s, u"<script>alert(1)</script>"_s}});
    const QByteArray page = server::docsPage(description);
    QVERIFY(!page.contains("<script"));
    QVERIFY(server::docsPolicy().startsWith("default-src 'none'; style-src 'sha256-"));
}

QTEST_GUILESS_MAIN(TestApiDescription)
#include "tst_api_description.moc"
