// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/soak_reads.h"

#include "api/image_calls.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace kinframe::test {

using namespace Qt::StringLiterals;
using State = SoakFile::State;

namespace {

bool isSame(const HttpAnswer &answer, const SoakFile &file)
{
    return QCryptographicHash::hash(answer.body, QCryptographicHash::Sha1) == file.sha1;
}

} // namespace

SoakReads::SoakReads(SoakCalls &calls)
    : m_calls(calls)
{
}

void SoakReads::thumbnail()
{
    const SoakFile *file = m_calls.files.any(State::Kept);
    if (file == nullptr) {
        return;
    }
    const QString size = m_calls.files.roll(3) == 0 ? u"preview"_s : u"thumbnail"_s;
    const QString path = u"/api/assets/"_s + file->id;
    const HttpAnswer record = m_calls.http.get(path);
    m_calls.expect(u"record"_s, record, {200});
    const bool isMade = record.object().value("resized"_L1).toBool();
    const HttpAnswer answer = m_calls.http.get(path + u"/thumbnail?size="_s + size);
    if (m_calls.expect(u"thumbnail"_s, answer, {200, 404})) {
        m_calls.expect(u"thumbnail of what is looked at"_s, answer.status == 200 || !isMade, *file, answer);
    }
}

void SoakReads::original()
{
    const SoakFile *file = m_calls.files.any(State::Kept);
    if (file == nullptr) {
        return;
    }
    const HttpAnswer answer = m_calls.http.get(u"/api/assets/%1/original"_s.arg(file->id));
    if (m_calls.expect(u"original"_s, answer, {200})) {
        m_calls.expect(u"original"_s, isSame(answer, *file), *file, answer);
    }
}

void SoakReads::originalGivenUp()
{
    if (const SoakFile *file = m_calls.files.any(State::Kept)) {
        const HttpClient hasty = m_calls.http.withPatience(1 + m_calls.files.roll(3));
        m_calls.expect(u"original that is given up"_s, hasty.get(imagePath(file->sha256, u"/content"_s)), {0, 200});
    }
}

void SoakReads::range()
{
    const SoakFile *file = m_calls.files.any(State::Kept);
    if (file == nullptr) {
        return;
    }
    const QByteArray bytes = file->bytes();
    const int begin = m_calls.files.roll(static_cast<int>(bytes.size()));
    const int end = begin + m_calls.files.roll(static_cast<int>(bytes.size()) - begin);
    const HttpAnswer answer =
        m_calls.http.withHeaders({"Range: bytes=" + QByteArray::number(begin) + '-' + QByteArray::number(end)})
            .get(imagePath(file->sha256, u"/content"_s));
    if (m_calls.expect(u"range of an original"_s, answer, {206})) {
        m_calls.expect(u"range of an original"_s, answer.body == bytes.mid(begin, end - begin + 1), *file, answer);
    }
}

void SoakReads::record()
{
    const SoakFile *file = m_calls.files.any(m_calls.files.roll(4) == 0 ? State::Trashed : State::Kept);
    if (file == nullptr) {
        return;
    }
    const HttpAnswer answer = m_calls.http.get(u"/api/assets/"_s + file->id);
    if (m_calls.expect(u"record"_s, answer, {200})) {
        const QString difference = differenceOf(m_calls.files, *file, answer.object());
        m_calls.expect(u"record: "_s + difference, difference.isEmpty(), *file, answer);
    }
}

void SoakReads::deleted()
{
    const SoakFile *file = m_calls.files.any(State::Gone);
    if (file != nullptr && !file->id.isEmpty()) {
        m_calls.expect(u"record of what was deleted"_s, m_calls.http.get(u"/api/assets/"_s + file->id), {400});
        m_calls.expect(u"bytes of what was deleted"_s, m_calls.http.get(imagePath(file->sha256, u"/content"_s)), {404});
    }
}

void SoakReads::byTag()
{
    const int tag = m_calls.files.roll(SoakFiles::tagCount);
    const HttpAnswer answer = m_calls.http.get(u"/api/images?tag_%1&take=200"_s.arg(m_calls.files.tagName(tag)));
    if (!m_calls.expect(u"query by tag"_s, answer, {200})) {
        return;
    }
    QStringList expected;
    for (const SoakFile &file : m_calls.files.all()) {
        if (file.state == State::Kept && file.tags.contains(tag)) {
            expected << file.sha256;
        }
    }
    QStringList found = hashesOf(answer);
    expected.sort();
    found.sort();
    if (found != expected) {
        m_calls.problem(u"query by tag"_s, u"%1 pictures were found, not %2"_s.arg(found.size()).arg(expected.size()));
    }
}

void SoakReads::newest()
{
    const HttpAnswer answer = m_calls.http.get(u"/api/images?$top=50"_s);
    if (m_calls.expect(u"page of images"_s, answer, {200})) {
        QStringList hashes = hashesOf(answer);
        if (hashes.removeDuplicates() > 0) {
            m_calls.problem(u"page of images"_s, u"a picture came twice"_s);
        }
    }
}

void SoakReads::uploadCheck()
{
    constexpr qsizetype most = 20;
    QList<const SoakFile *> asked;
    QJsonArray assets;
    for (const SoakFile &file : m_calls.files.all()) {
        if (m_calls.files.roll(3) == 0 && asked.size() < most) {
            assets.append(QJsonObject{{u"id"_s, QString::number(asked.size())},
                                      {u"checksum"_s, QString::fromLatin1(file.sha1.toHex())}});
            asked << &file;
        }
    }
    const QString kind = u"upload check"_s;
    const HttpAnswer answer = m_calls.http.post(u"/api/assets/bulk-upload-check"_s, {{u"assets"_s, assets}});
    if (!m_calls.expect(kind, answer, {200})) {
        return;
    }
    const QJsonArray results = answer.object().value("results"_L1).toArray();
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const bool isHere = asked[i]->state == State::Kept;
        m_calls.expect(kind, results[i]["action"_L1].toString() == (isHere ? "reject"_L1 : "accept"_L1), *asked[i],
                       answer);
    }
}

void SoakReads::search()
{
    const SoakFile *file = m_calls.files.any(State::Kept);
    if (file == nullptr) {
        return;
    }
    const QString kind = u"search by checksum"_s;
    const HttpAnswer answer =
        m_calls.http.post(u"/api/search/metadata"_s, {{u"checksum"_s, QString::fromLatin1(file->sha1.toBase64())}});
    if (m_calls.expect(kind, answer, {200})) {
        const QJsonArray items = answer.object().value("assets"_L1)["items"_L1].toArray();
        m_calls.expect(kind, items.size() == 1 && items[0]["id"_L1] == QJsonValue(file->id), *file, answer);
    }
}

void SoakReads::statistics()
{
    m_calls.expect(u"statistics"_s, m_calls.http.get(u"/api/assets/statistics"_s), {200});
    m_calls.expect(u"progress"_s, m_calls.http.get(u"/api/progress"_s), {200});
}

QString differenceOf(const SoakFiles &files, const SoakFile &file, const QJsonObject &asset)
{
    std::set<int> tags;
    for (const QJsonValue tag : asset.value("tags"_L1).toArray()) {
        for (int one = 0; one < SoakFiles::tagCount; ++one) {
            if (tag["value"_L1].toString() == files.tagName(one)) {
                tags.insert(one);
            }
        }
    }
    const QJsonValue rating = asset.value("exifInfo"_L1)["rating"_L1];
    if (asset.value("id"_L1).toString() != file.id) {
        return u"another id"_s;
    }
    if (asset.value("checksum"_L1).toString() != QString::fromLatin1(file.sha1.toBase64())) {
        return u"another checksum"_s;
    }
    if (asset.value("isTrashed"_L1) != QJsonValue(file.state == State::Trashed)) {
        return u"in the trash or not"_s;
    }
    if (asset.value("isFavorite"_L1) != QJsonValue(file.isFavorite)) {
        return u"a favourite or not"_s;
    }
    if (file.rating ? rating.toInt(-1) != *file.rating : !rating.isNull()) {
        return u"another rating"_s;
    }
    return tags == file.tags ? QString() : u"other tags"_s;
}

} // namespace kinframe::test
