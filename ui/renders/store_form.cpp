// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/store_form.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using render::S3Settings;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(StoreForm)
};

// What most stores that are no cloud answer to.
const QString usualRegion = u"us-east-1"_s;

QString textIn(const QVariantMap &texts, const QString &name)
{
    return texts[name].toString().trimmed();
}

bool isAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    const bool isBare = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment();
    return isWeb && isBare && url.userInfo().isEmpty() && !url.host().isEmpty();
}

bool isWord(const QString &text)
{
    static const QRegularExpression printable(u"^[!-~]{1,256}$"_s);
    return printable.match(text).hasMatch();
}

} // namespace

QVariantMap textsOf(const S3Settings &settings)
{
    return {{u"endpoint"_s, settings.endpoint.toString()},
            {u"region"_s, settings.region},
            {u"bucket"_s, settings.bucket},
            {u"keyId"_s, settings.accessKey},
            {u"isPathStyle"_s, settings.isPathStyle}};
}

S3Settings s3SettingsOf(const QVariantMap &texts)
{
    const QString region = textIn(texts, u"region"_s);
    S3Settings settings;
    settings.endpoint = QUrl(textIn(texts, u"endpoint"_s)).adjusted(QUrl::RemovePath | QUrl::RemoveFragment);
    settings.region = region.isEmpty() ? usualRegion : region;
    settings.bucket = textIn(texts, u"bucket"_s);
    settings.accessKey = textIn(texts, u"keyId"_s);
    settings.secret = textIn(texts, u"secret"_s).toUtf8();
    settings.isPathStyle = texts[u"isPathStyle"_s].toBool();
    return settings;
}

QVariantMap problemsWith(const QVariantMap &texts, bool hasSecret)
{
    static const QRegularExpression buckets(u"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"_s);
    QVariantMap problems;
    if (!isAddress(textIn(texts, u"endpoint"_s))) {
        problems[u"endpoint"_s] = Texts::tr("Write its address, such as https://s3.example.org, with no path.");
    }
    if (!buckets.match(textIn(texts, u"bucket"_s)).hasMatch()) {
        problems[u"bucket"_s] = Texts::tr("A bucket has 3 to 63 small letters, digits, dots and hyphens.");
    }
    const QString region = textIn(texts, u"region"_s);
    if (!region.isEmpty() && !isWord(region)) {
        problems[u"region"_s] = Texts::tr("A region is one word.");
    }
    if (!isWord(textIn(texts, u"keyId"_s))) {
        problems[u"keyId"_s] = Texts::tr("Write the id of the key: one word.");
    }
    const QString secret = textIn(texts, u"secret"_s);
    if (secret.isEmpty() ? !hasSecret : !isWord(secret)) {
        problems[u"secret"_s] = Texts::tr("Write the secret that belongs to the key.");
    }
    return problems;
}

} // namespace kinframe::ui
