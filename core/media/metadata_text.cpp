// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata_text.h"

#include <QStringConverter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr qsizetype longestText = 64 * 1024;
constexpr qsizetype longestKeyword = 1024;
constexpr qsizetype mostKeywords = 1000;

/// Windows-1252 differs from Latin-1 only from 0x80 to 0x9f: quotes, dashes and a few letters.
QString fromWindows1252(QByteArrayView bytes)
{
    constexpr std::u16string_view special = u"\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
                                            u"\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014"
                                            u"\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xa0) {
            c = QChar(special[c.unicode() - 0x80]);
        }
    }
    return text;
}

bool isUnwanted(QChar c)
{
    const char16_t code = c.unicode();
    const bool control = code < 0x20 || (code >= 0x7f && code < 0xa0);
    return (control && code != u'\n' && code != u'\t') || code == 0xfeff || code == 0xfffe || code == 0xffff;
}

} // namespace

QString cleanText(QStringView view)
{
    // UTF-8 takes at most three bytes for each of these units.
    QString text = view.first(std::min(view.size(), longestText)).toString();
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    text.removeIf(isUnwanted);
    if (!text.isEmpty() && text.back().isHighSurrogate()) {
        text.chop(1);
    }
    while (text.toUtf8().size() > longestText) {
        text.chop(text.size() / 8 + 1);
        if (text.back().isHighSurrogate()) {
            text.chop(1);
        }
    }
    return text.trimmed();
}

QString cleanText(QByteArrayView bytes)
{
    // What follows the first NUL of a C string is left over from something else; leading NULs are padding.
    while (!bytes.isEmpty() && bytes.front() == '\0') {
        bytes = bytes.sliced(1);
    }
    if (const qsizetype end = bytes.indexOf('\0'); end >= 0) {
        bytes = bytes.first(end);
    }
    const bool cut = bytes.size() > longestText;
    bytes = bytes.first(std::min(bytes.size(), longestText));
    // A cut may have hit the middle of a character, which does not make it another charset.
    for (int i = 0; cut && i < 3 && !bytes.isEmpty() && (uchar(bytes.back()) & 0xc0) == 0x80; ++i) {
        bytes.chop(1);
    }
    if (cut && !bytes.isEmpty() && uchar(bytes.back()) >= 0xc0) {
        bytes.chop(1);
    }
    // Without a state, half a character at the end is an error as it is elsewhere.
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8.decode(bytes);
    return cleanText(QStringView(utf8.hasError() ? fromWindows1252(bytes) : text));
}

QString cleanUtf16(QByteArrayView bytes)
{
    bytes = bytes.first(std::min(bytes.size(), 2 * longestText));
    QString text;
    text.reserve(bytes.size() / 2);
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        const char16_t unit = char16_t(uchar(bytes[i]) | uchar(bytes[i + 1]) << 8);
        if (unit == 0) {
            break;
        }
        text += QChar(unit);
    }
    return text.isValidUtf16() ? cleanText(QStringView(text)) : QString();
}

bool isPlaceholder(QStringView description)
{
    constexpr std::array<QLatin1StringView, 12> known{"OLYMPUS DIGITAL CAMERA"_L1,
                                                      "SONY DSC"_L1,
                                                      "SAMSUNG"_L1,
                                                      "KONICA MINOLTA DIGITAL CAMERA"_L1,
                                                      "MINOLTA DIGITAL CAMERA"_L1,
                                                      "DIGITAL CAMERA"_L1,
                                                      "DCIM"_L1,
                                                      "KODAK Digital Still Camera"_L1,
                                                      "DEFAULT"_L1,
                                                      "SAMSUNG CAMERA PICTURES"_L1,
                                                      "Image"_L1,
                                                      "default"_L1};
    return std::ranges::any_of(known, [description](QLatin1StringView text) { return description == text; }) ||
           description.startsWith("DCIM\\"_L1);
}

void addKeyword(QStringList &keywords, const QString &keyword)
{
    const QString text = keyword.left(longestKeyword).trimmed();
    if (!text.isEmpty() && keywords.size() < mostKeywords && !keywords.contains(text, Qt::CaseInsensitive)) {
        keywords.append(text);
    }
}

void addKeywordPath(QStringList &keywords, QStringList &paths, const QString &path, QChar separator)
{
    QStringList levels;
    for (const QString &level : path.left(longestKeyword).split(separator, Qt::SkipEmptyParts)) {
        if (const QString text = level.trimmed(); !text.isEmpty()) {
            levels.append(text);
        }
    }
    if (levels.size() > 1) {
        addKeyword(paths, levels.join(u'/'));
    }
    if (!levels.isEmpty()) {
        addKeyword(keywords, levels.last());
    }
}

} // namespace kinframe::media
