// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/people_state.h"

#include "api/library_state.h"

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const QList<QJsonObject> &items)
{
    QStringList ids;
    for (const QJsonObject &item : items) {
        ids << item.value("id"_L1).toString();
    }
    return ids;
}

} // namespace

QJsonObject peopleState(const HttpClient &client, const QStringList &photos)
{
    QJsonObject people;
    for (QJsonObject person : allItems(client, u"/api/people?withHidden=true"_s, u"people"_s)) {
        const QString id = person.value("id"_L1).toString();
        person.remove(u"updatedAt"_s);
        person.insert(u"total"_s, client.get(u"/api/person/%1/assets"_s.arg(id)).object().value("total"_L1));
        people.insert(id, person);
    }
    QJsonObject faces;
    for (const QString &photo : photos) {
        for (const QJsonObject &face : facesIn(client, photo)) {
            QJsonObject kept = face;
            kept.insert(u"photo"_s, photo);
            faces.insert(face.value("id"_L1).toString(), kept);
        }
    }
    return {{u"people"_s, people}, {u"faces"_s, faces}};
}

QList<QJsonObject> facesIn(const HttpClient &client, const QString &photo)
{
    QList<QJsonObject> faces;
    const QJsonArray all = client.get(u"/api/asset/"_s + photo).object().value("faces"_L1).toArray();
    for (const QJsonValue face : all) {
        faces.append(face.toObject());
    }
    return faces;
}

QString personIn(const HttpClient &client, const QString &photo, qsizetype face)
{
    return facesIn(client, photo).value(face).value("personId"_L1).toString();
}

QStringList facesOf(const HttpClient &client, const QString &person)
{
    return idsOf(allItems(client, u"/api/people/%1/faces"_s.arg(person), u"items"_s));
}

QStringList photosOf(const HttpClient &client, const QString &person)
{
    return idsOf(allItems(client, u"/api/person/%1/assets"_s.arg(person), u"items"_s));
}

QJsonObject personOf(const HttpClient &client, const QString &id)
{
    return client.get(u"/api/people/"_s + id).object();
}

} // namespace kinframe::test
