// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/docs_page.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QStringList>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

constexpr const char *style =
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;"
    "background:#fff}h1{font-size:1.6rem}h2{margin-top:2.5rem;text-transform:capitalize}"
    "details{border:1px solid #d5dae1;border-radius:6px;margin:.4rem 0;padding:.4rem .8rem}"
    "summary{cursor:pointer}code{font:13px/1.4 ui-monospace,monospace}b.m{display:inline-block;width:4.5rem}"
    "table{border-collapse:collapse;margin:.4rem 0}td{border-top:1px solid #e4e8ed;padding:.15rem .8rem .15rem 0;"
    "vertical-align:top}a{color:#0b57d0}small{color:#57606a}"
    "@media(prefers-color-scheme:dark){body{color:#e6e9ed;background:#16191d}details{border-color:#363c44}"
    "td{border-color:#2a2f36}a{color:#8ab4f8}small{color:#9aa4af}}";

QString escaped(const QJsonValue &value)
{
    return value.toString().toHtmlEscaped();
}

QString nameOfRef(const QJsonObject &schema)
{
    return schema.value("$ref"_L1).toString().section(u'/', -1);
}

/// What a field holds, in a word, with a link where the word has a table of its own.
QString typeOf(const QJsonObject &schema)
{
    const QJsonArray all = schema.value("allOf"_L1).toArray();
    const QString name = nameOfRef(all.size() == 1 ? all.first().toObject() : schema).toHtmlEscaped();
    QString type = schema.value("type"_L1).toString();
    if (!name.isEmpty()) {
        type = u"<a href=\"#%1\">%1</a>"_s.arg(name);
    } else if (type == "array"_L1) {
        type = u"list of "_s + typeOf(schema.value("items"_L1).toObject());
    } else {
        const QString format = schema.value("format"_L1).toString();
        type = (format.isEmpty() ? type : format).toHtmlEscaped();
    }
    return schema.value("nullable"_L1).toBool() ? QString(type + u" or null"_s) : type;
}

QString row(const QStringList &cells)
{
    return u"<tr><td>"_s + cells.join(u"</td><td>"_s) + u"</td></tr>\n"_s;
}

QString parametersOf(const QJsonArray &parameters)
{
    QString rows;
    for (const QJsonValue value : parameters) {
        const QJsonObject parameter = value.toObject();
        const QJsonObject schema = parameter.value("schema"_L1).toObject();
        QString note = escaped(parameter.value("description"_L1));
        if (schema.contains("default"_L1)) {
            note +=
                u" <small>usually %1</small>"_s.arg(schema.value("default"_L1).toVariant().toString().toHtmlEscaped());
        }
        rows += row({u"<code>%1</code>"_s.arg(escaped(parameter.value("name"_L1))), escaped(parameter.value("in"_L1)),
                     typeOf(schema), note});
    }
    return rows.isEmpty() ? rows : u"<table>%1</table>"_s.arg(rows);
}

QString contentOf(const QJsonObject &content)
{
    QStringList types;
    for (auto it = content.begin(); it != content.end(); ++it) {
        types << u"<code>%1</code> %2"_s.arg(it.key().toHtmlEscaped(),
                                             typeOf(it->toObject().value("schema"_L1).toObject()));
    }
    return types.join(u", "_s);
}

QString answersOf(const QJsonObject &responses)
{
    QString rows;
    for (auto it = responses.begin(); it != responses.end(); ++it) {
        const QJsonObject response = it->toObject();
        const bool isError = response.contains("$ref"_L1);
        rows += row({it.key().toHtmlEscaped(), isError ? u"Refused"_s : escaped(response.value("description"_L1)),
                     isError ? u"<a href=\"#Error\">Error</a>"_s : contentOf(response.value("content"_L1).toObject())});
    }
    return u"<table>%1</table>"_s.arg(rows);
}

QString callOf(const QString &path, const QString &method, const QJsonObject &call, const QJsonArray &shared)
{
    QJsonArray parameters = shared;
    for (const QJsonValue parameter : call.value("parameters"_L1).toArray()) {
        parameters.append(parameter);
    }
    QString html = u"<details><summary><b class=\"m\">%1</b><code>%2</code> – %3</summary>\n"_s.arg(
        method.toUpper().toHtmlEscaped(), path.toHtmlEscaped(), escaped(call.value("summary"_L1)));
    if (call.contains("description"_L1)) {
        html += u"<p>%1</p>"_s.arg(escaped(call.value("description"_L1)));
    }
    QStringList needs;
    if (call.value("security"_L1).isArray()) {
        needs << u"Open to everyone."_s;
    }
    if (call.value("x-kinframe-admin"_L1).toBool()) {
        needs << u"For admins."_s;
    }
    if (call.contains("x-kinframe-permission"_L1)) {
        needs << u"Keys need <code>%1</code>."_s.arg(escaped(call.value("x-kinframe-permission"_L1)));
    }
    html += u"<p><small>%1</small></p>"_s.arg(needs.join(u' ')) + parametersOf(parameters);
    const QJsonObject body = call.value("requestBody"_L1).toObject().value("content"_L1).toObject();
    if (!body.isEmpty()) {
        html += u"<p>Body: %1</p>"_s.arg(contentOf(body));
    }
    return html + answersOf(call.value("responses"_L1).toObject()) + u"</details>\n"_s;
}

QString callsOf(const QJsonObject &paths, const QString &tag)
{
    QString html;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject calls = path->toObject();
        for (auto call = calls.begin(); call != calls.end(); ++call) {
            const QJsonObject one = call->toObject();
            if (one.value("tags"_L1).toArray().contains(tag)) {
                html += callOf(path.key(), call.key(), one, calls.value("parameters"_L1).toArray());
            }
        }
    }
    return html;
}

QString schemaOf(const QString &name, const QJsonObject &schema)
{
    QString html = u"<h3 id=\"%1\">%1</h3>"_s.arg(name.toHtmlEscaped());
    QString rows;
    QJsonObject properties = schema.value("properties"_L1).toObject();
    QJsonArray required = schema.value("required"_L1).toArray();
    for (const QJsonValue part : schema.value("allOf"_L1).toArray()) {
        if (const QString base = nameOfRef(part.toObject()); !base.isEmpty()) {
            html += u"<p>As <a href=\"#%1\">%1</a>, and:</p>"_s.arg(base.toHtmlEscaped());
        } else {
            properties = part.toObject().value("properties"_L1).toObject();
            required = part.toObject().value("required"_L1).toArray();
        }
    }
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonObject field = it->toObject();
        rows += row({u"<code>%1</code>"_s.arg(it.key().toHtmlEscaped()), typeOf(field),
                     required.contains(it.key()) ? QString() : u"<small>may be missing</small>"_s,
                     escaped(field.value("description"_L1))});
    }
    return html + u"<table>%1</table>\n"_s.arg(rows);
}

} // namespace

QByteArray docsPage(const QJsonObject &description)
{
    const QJsonObject info = description.value("info"_L1).toObject();
    const QString title = escaped(info.value("title"_L1));
    QString html = u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1 API</title>"
                   "<meta name=\"viewport\" content=\"width=device-width\"><style>"_s.arg(title);
    html += QString::fromLatin1(style) +
            u"</style></head><body>\n<h1>%1 API</h1><p>%2</p>\n"_s.arg(title, escaped(info.value("description"_L1)));
    for (const QJsonValue value : description.value("tags"_L1).toArray()) {
        const QString tag = value.toObject().value("name"_L1).toString();
        html += u"<h2>%1</h2><p>%2</p>\n"_s.arg(tag.toHtmlEscaped(), escaped(value.toObject().value("description"_L1)));
        html += callsOf(description.value("paths"_L1).toObject(), tag);
    }
    html += u"<h2>Fields</h2>\n"_s;
    const QJsonObject schemas = description.value("components"_L1).toObject().value("schemas"_L1).toObject();
    for (auto it = schemas.begin(); it != schemas.end(); ++it) {
        html += schemaOf(it.key(), it->toObject());
    }
    return (html + u"</body></html>\n"_s).toUtf8();
}

QByteArray docsPolicy()
{
    const QByteArray hash = QCryptographicHash::hash(QByteArray(style), QCryptographicHash::Sha256).toBase64();
    return "default-src 'none'; style-src 'sha256-" + hash +
           "'; base-uri 'none'; form-action 'none'; "
           "frame-ancestors 'none'";
}

} // namespace kinframe::server
