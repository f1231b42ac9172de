// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/metadata_rules.h"

#include "library/metadata_columns.h"

#include <QJsonDocument>
#include <QVariant>

#include <algorithm>
#include <array>

namespace kinframe::library {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownLength = 80;
constexpr QLatin1String tagPrefix("tag_");

// What is made of the bytes, and what other calls change: a value of somebody's would be a lie.
constexpr std::array computed{"hash"_L1,      "width"_L1,    "height"_L1,     "size"_L1,
                              "mime_type"_L1, "duration"_L1, "is_trashed"_L1, "is_hidden"_L1,
                              "people"_L1,    "albums"_L1,   "stack_id"_L1,   "is_stacked"_L1};

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F; });
}

Failure tooLong(const QString &key, qsizetype length, qsizetype limit)
{
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, key},
                                             {u"value"_s, u"%1 characters long"_s.arg(length)},
                                             {u"expected"_s, u"at most %1 characters"_s.arg(limit)}});
}

Result<void> checkTags(const QJsonValue &value)
{
    const QString expected = u"a list of texts that are not empty"_s;
    if (value.isNull()) {
        return {};
    }
    if (!value.isArray()) {
        return wrongMetadata(u"tags"_s, value, expected);
    }
    const QJsonArray tags = value.toArray();
    if (tags.size() > metadata_limit::tags) {
        return fail(ErrorCode::TooMany, {{u"field"_s, u"tags"_s},
                                         {u"value"_s, QString::number(tags.size())},
                                         {u"limit"_s, QString::number(metadata_limit::tags)}});
    }
    for (const auto &tag : tags) {
        const QString text = tag.toString();
        if (!tag.isString() || isBlank(text) || hasControl(text)) {
            return wrongMetadata(u"tags"_s, tag, expected);
        }
        if (text.size() > metadata_limit::tagLength) {
            return tooLong(u"tags"_s, text.size(), metadata_limit::tagLength);
        }
    }
    return {};
}

Result<void> checkOpen(const QString &key, const QJsonValue &value)
{
    if (value.isArray() || value.isObject() || value.isUndefined()) {
        return wrongMetadata(key, value, u"a text, a number, true, false or null"_s);
    }
    const QString text = value.toString();
    if (text.size() > metadata_limit::textLength) {
        return tooLong(key, text.size(), metadata_limit::textLength);
    }
    // SQLite would show such a text only up to there.
    return text.contains(QChar(u'\0')) ? wrongMetadata(key, u"…"_s, u"a text without NUL characters"_s)
                                       : Result<void>();
}

Result<void> checkOne(const QString &key, const QJsonValue &value)
{
    if (!isMetadataKey(key)) {
        return fail(ErrorCode::InvalidArgument,
                    {{u"field"_s, key.left(shownLength)},
                     {u"value"_s, u"a name"_s},
                     {u"expected"_s, u"a name of 1 to %1 letters, digits and “_”"_s.arg(metadata_limit::keyLength)}});
    }
    if (std::find(computed.begin(), computed.end(), key) != computed.end()) {
        return fail(ErrorCode::ReadOnlyField, {{u"field"_s, key}});
    }
    if (key == "tags"_L1) {
        return checkTags(value);
    }
    if (tagOfKey(key)) {
        return value.isBool() || value.isNull() ? Result<void>() : wrongMetadata(key, value, u"true, false or null"_s);
    }
    if (const MetadataColumn *column = metadataColumn(key)) {
        if (auto checked = column->check(value); !checked) {
            return checked;
        }
    }
    return checkOpen(key, value);
}

} // namespace

bool isMetadataKey(QStringView key)
{
    if (key.isEmpty() || key.size() > metadata_limit::keyLength) {
        return false;
    }
    const auto codes = key.toUcs4();
    const auto isPart = [](char32_t c) { return c == U'_' || QChar::isLetterOrNumber(c) || QChar::isMark(c); };
    return !QChar::isMark(codes.front()) && std::all_of(codes.begin(), codes.end(), isPart);
}

std::optional<QString> tagOfKey(const QString &key)
{
    const bool isTag = key.startsWith(tagPrefix) && key.size() > tagPrefix.size();
    return isTag ? std::optional(key.mid(tagPrefix.size())) : std::nullopt;
}

QString keyOfTag(const QString &tag)
{
    const QString key = tagPrefix + tag;
    return !tag.isEmpty() && isMetadataKey(key) ? key : QString();
}

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && value.toVariant().typeId() == QMetaType::LongLong;
}

bool isSame(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isDouble() && b.isDouble() && isWhole(a) && isWhole(b)) {
        return a.toInteger() == b.toInteger();
    }
    return a == b;
}

Failure wrongMetadata(const QString &key, const QJsonValue &value, const QString &expected)
{
    // Qt writes whole documents only: the value is what stands between the brackets of an array of one.
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    QString shown = value.isString() ? value.toString() : QString::fromUtf8(json.mid(1, json.size() - 2));
    if (shown.size() > shownLength) {
        shown = shown.left(shownLength) + u'…';
    }
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, key}, {u"value"_s, shown}, {u"expected"_s, expected}});
}

Result<void> checkMetadata(const MetadataEdit &edit)
{
    for (const auto &[key, value] : edit.values) {
        if (auto checked = checkOne(key, value); !checked) {
            return checked;
        }
    }
    return {};
}

QStringList tagsFrom(const QJsonValue &value)
{
    QStringList tags;
    for (const auto &tag : value.toArray()) {
        tags << tag.toString();
    }
    tags.sort();
    tags.removeDuplicates();
    return tags;
}

} // namespace kinframe::library
