// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/image_odata.h"

#include "server/http/percent.h"
#include "server/routes/image_kit.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

constexpr char service[] = "/api/odata";

struct Property
{
    const char *name;
    const char *type;
};

constexpr std::array properties{
    Property{"width", "Edm.Int64"},
    Property{"height", "Edm.Int64"},
    Property{"size", "Edm.Int64"},
    Property{"created_at", "Edm.DateTimeOffset"},
    Property{"mime_type", "Edm.String"},
    Property{"file_name", "Edm.String"},
    Property{"duration", "Edm.Double"},
    Property{"rating", "Edm.Double"},
    Property{"is_favorite", "Edm.Boolean"},
    Property{"is_trashed", "Edm.Boolean"},
    Property{"is_archived", "Edm.Boolean"},
    Property{"is_stacked", "Edm.Boolean"},
    Property{"stack_id", "Edm.Guid"},
    Property{"task_id", "Edm.String"},
    Property{"frame_number", "Edm.Int64"},
    Property{"type", "Edm.String"},
    Property{"model", "Edm.String"},
    Property{"latitude", "Edm.Double"},
    Property{"longitude", "Edm.Double"},
    Property{"tags", "Collection(Edm.String)"},
    Property{"people", "Collection(Kinframe.Person)"},
    Property{"albums", "Collection(Kinframe.Album)"},
};

QString serviceUrl(const Request &request)
{
    return request.origin() + QLatin1String(service);
}

QByteArray versionFor(const Request &request)
{
    const auto says = [&](QByteArrayView header) { return request.header(header).startsWith("4.01"); };
    return says("OData-MaxVersion") || says("OData-Version") ? "4.01" : "4.0";
}

Reply answer(const Request &request, const QJsonObject &json)
{
    Reply reply = Reply::json(json);
    reply.set("Content-Type", "application/json;odata.metadata=minimal;charset=utf-8");
    reply.set("OData-Version", versionFor(request));
    return reply;
}

/// Whether a part of the query says where the page begins.
bool isPlace(QByteArrayView part)
{
    const qsizetype equals = part.indexOf('=');
    const auto name = http::percentDecoded(equals < 0 ? part : part.first(equals)).value_or(QByteArray()).toLower();
    return name == "$skip" || name == "skip" || name == "$skiptoken" || name == "skiptoken";
}

/// A query of a body may have characters that no URL has.
QByteArray asUrl(const QByteArray &part)
{
    constexpr QByteArrayView forbidden("\"<>\\^`{|}#");
    QByteArray url;
    for (const char c : part) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = byte > 0x20 && byte < 0x7F && !forbidden.contains(c);
        url += isPlain ? QByteArray(1, c) : http::percentEncoded(QByteArrayView(&c, 1));
    }
    return url;
}

QString nextLink(const Request &request, const ImagePage &page)
{
    QByteArray path = request.path();
    const qsizetype body = path.lastIndexOf("/$query");
    path = body < 0 ? path : path.first(body);
    QByteArray query;
    for (const QByteArray &part : page.raw.split('&')) {
        if (!part.isEmpty() && !isPlace(part)) {
            query += asUrl(part) + '&';
        }
    }
    return request.origin() +
           QString::fromLatin1(path + '?' + query + "$skiptoken=" + http::percentEncoded(page.next.toUtf8()));
}

QString contextOf(const Request &request, const ImagePage &page)
{
    const QString selected = page.query.select.isEmpty() ? QString() : u'(' + page.query.select.join(u',') + u')';
    return serviceUrl(request) + u"/$metadata#images"_s + selected;
}

} // namespace

bool wantsOData(const Request &request)
{
    return request.path().startsWith(service) || !request.header("OData-Version").isEmpty() ||
           !request.header("OData-MaxVersion").isEmpty() || request.header("Accept").contains("odata.metadata=");
}

Reply odataPage(const Request &request, const ImagePage &page)
{
    QJsonArray rows;
    for (const library::ImageRecord &record : page.records) {
        QJsonObject row = record.metadata;
        row.insert(u"hash"_s, hashText(record.sha256));
        rows.append(row);
    }
    QJsonObject json{{u"@odata.context"_s, contextOf(request, page)}, {u"value"_s, rows}};
    if (page.total) {
        json.insert(u"@odata.count"_s, *page.total);
    }
    if (page.hasMore && !page.next.isEmpty()) {
        json.insert(u"@odata.nextLink"_s, nextLink(request, page));
    }
    return answer(request, json);
}

Reply odataService(const Request &request)
{
    const QJsonObject images{{u"name"_s, u"images"_s}, {u"kind"_s, u"EntitySet"_s}, {u"url"_s, u"images"_s}};
    const QJsonObject json{{u"@odata.context"_s, QString(serviceUrl(request) + u"/$metadata"_s)},
                           {u"value"_s, QJsonArray{images}}};
    return answer(request, json);
}

Reply odataMetadata(const Request &request)
{
    QByteArray xml = R"(<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">
<edmx:DataServices>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="Kinframe">
<ComplexType Name="Person">
<Property Name="id" Type="Edm.Guid" Nullable="false"/>
<Property Name="name" Type="Edm.String"/>
</ComplexType>
<ComplexType Name="Album">
<Property Name="id" Type="Edm.Guid" Nullable="false"/>
<Property Name="name" Type="Edm.String"/>
</ComplexType>
<EntityType Name="Image" OpenType="true">
<Key><PropertyRef Name="hash"/></Key>
<Property Name="hash" Type="Edm.String" Nullable="false" MaxLength="64"/>
)";
    for (const Property &property : properties) {
        xml += QByteArray("<Property Name=\"") + property.name + "\" Type=\"" + property.type + "\"/>\n";
    }
    xml += R"(</EntityType>
<EntityContainer Name="Library">
<EntitySet Name="images" EntityType="Kinframe.Image"/>
</EntityContainer>
</Schema>
</edmx:DataServices>
</edmx:Edmx>
)";
    Reply reply = Reply::bytes(xml, "application/xml;charset=utf-8");
    reply.set("OData-Version", versionFor(request));
    return reply;
}

} // namespace kinframe::server
