// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/file_key.h"

#include <QStringList>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1String hashFolder("assets/");

Failure wrong(const QString &field, const QString &key, const QString &expected)
{
    constexpr qsizetype shown = 80;
    return fail(ErrorCode::InvalidArgument,
                {{u"field"_s, field}, {u"value"_s, key.left(shown)}, {u"expected"_s, expected}});
}

bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control || character == QChar::LineSeparator ||
           character == QChar::ParagraphSeparator;
}

bool isHex(QChar character)
{
    const char16_t c = character.unicode();
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

} // namespace

Result<void> checkKey(const QString &field, const QString &key)
{
    if (key.isEmpty()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, field}, {u"expected"_s, u"a text"_s}});
    }
    if (key.toUtf8().size() > longestKey) {
        return wrong(field, key, u"at most %1 characters"_s.arg(longestKey));
    }
    const auto isWrongSegment = [](const QString &segment) {
        return segment.isEmpty() || segment == "."_L1 || segment == ".."_L1;
    };
    const QStringList segments = key.split(u'/');
    const bool isWrong = std::any_of(segments.begin(), segments.end(), isWrongSegment) || key.contains(u'\\') ||
                         std::any_of(key.begin(), key.end(), isControl);
    if (isWrong) {
        return wrong(field, key, u"a key such as projects/user/wolf.ma"_s);
    }
    return {};
}

Result<void> checkOwnKey(const QString &field, const QString &key)
{
    if (key.startsWith(hashFolder)) {
        return wrong(field, key, u"a key that does not begin with assets/"_s);
    }
    return checkKey(field, key);
}

std::optional<QByteArray> md5OfKey(const QString &key)
{
    return key.startsWith(hashFolder) ? md5From(key.sliced(hashFolder.size())) : std::nullopt;
}

std::optional<QByteArray> md5From(const QString &text)
{
    constexpr qsizetype digits = 32;
    if (text.size() != digits || !std::all_of(text.begin(), text.end(), isHex)) {
        return std::nullopt;
    }
    return QByteArray::fromHex(text.toLatin1());
}

} // namespace kinframe::render
