// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/text_bytes.h"

#include <QStringConverter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr qsizetype charsetSize = 8;

QByteArrayView untilNul(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\0');
    return end < 0 ? bytes : bytes.first(end);
}

char16_t unitAt(QByteArrayView bytes, qsizetype at, bool bigEndian)
{
    const auto first = uchar(bytes[at]);
    const auto second = uchar(bytes[at + 1]);
    return char16_t(bigEndian ? first << 8 | second : second << 8 | first);
}

/// Every language's prompts hold spaces and commas, and the settings behind them are ASCII.
bool isBigEndian(QByteArrayView bytes)
{
    qsizetype evenZeros = 0;
    qsizetype oddZeros = 0;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        evenZeros += bytes[i] == '\0' ? 1 : 0;
        oddZeros += bytes[i + 1] == '\0' ? 1 : 0;
    }
    return evenZeros > oddZeros;
}

QString utf16Text(QByteArrayView bytes)
{
    const bool bigEndian = isBigEndian(bytes);
    QString text;
    text.reserve(bytes.size() / 2);
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        const char16_t unit = unitAt(bytes, i, bigEndian);
        if (unit == 0) {
            break;
        }
        text += QChar(unit);
    }
    return text;
}

bool isUnwanted(char16_t unit)
{
    const bool control = unit < 0x20 || (unit >= 0x7f && unit < 0xa0);
    return (control && unit != u'\n' && unit != u'\t') || unit == 0xfeff || unit == 0xfffe || unit == 0xffff;
}

int utf8Size(char32_t code)
{
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

struct PlainText
{
    QString text;
    bool isWhole = true;
};

PlainText plainText(QStringView from, qsizetype mostBytes)
{
    PlainText plain;
    plain.text.reserve(std::min(from.size(), mostBytes));
    qsizetype bytes = 0;
    for (qsizetype i = 0; i < from.size(); ++i) {
        QChar unit = from[i];
        const QChar next = i + 1 < from.size() ? from[i + 1] : QChar();
        const bool isPair = unit.isHighSurrogate() && next.isLowSurrogate();
        if (unit == u'\r') {
            if (next == u'\n') {
                continue;
            }
            unit = u'\n';
        }
        if (isUnwanted(unit.unicode()) || (unit.isSurrogate() && !isPair)) {
            continue;
        }
        bytes += utf8Size(isPair ? QChar::surrogateToUcs4(unit, next) : char32_t(unit.unicode()));
        if (bytes > mostBytes) {
            plain.isWhole = false;
            break;
        }
        plain.text += unit;
        if (isPair) {
            plain.text += next;
            ++i;
        }
    }
    plain.text = plain.text.trimmed();
    return plain;
}

} // namespace

QString textOfBytes(QByteArrayView bytes)
{
    const QByteArrayView text = untilNul(bytes);
    // Without a state, half a character at the end is an error as it is elsewhere.
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = utf8.decode(text);
    return utf8.hasError() ? QString::fromLatin1(text) : decoded;
}

QString userCommentText(QByteArrayView bytes)
{
    if (bytes.startsWith("UNICODE")) {
        return bytes.size() > charsetSize ? utf16Text(bytes.sliced(charsetSize)) : QString();
    }
    const QByteArrayView charset = bytes.first(std::min(bytes.size(), charsetSize));
    const bool isUndefined = std::ranges::all_of(charset, [](char c) { return c == '\0' || c == ' '; });
    if (isUndefined || charset.startsWith(QByteArrayView("ASCII\0", 6)) ||
        charset.startsWith(QByteArrayView("JIS\0", 4))) {
        return textOfBytes(bytes.sliced(charset.size()));
    }
    return textOfBytes(bytes);
}

QString shownText(QStringView text)
{
    constexpr qsizetype longestShown = 64 * 1024;
    return plainText(text, longestShown).text;
}

QString keptText(QStringView text)
{
    constexpr qsizetype longestKept = 2 * 1024 * 1024;
    const PlainText plain = plainText(text, longestKept);
    return plain.isWhole ? plain.text : QString();
}

QString modelName(QStringView path)
{
    constexpr qsizetype longestName = 1024;
    constexpr std::array suffixes{".safetensors"_L1, ".ckpt"_L1, ".pt"_L1,  ".pth"_L1,
                                  ".gguf"_L1,        ".sft"_L1,  ".bin"_L1, ".onnx"_L1};
    const qsizetype slash = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    QString name = shownText(path.sliced(slash + 1).left(longestName));
    for (const QLatin1StringView suffix : suffixes) {
        if (name.size() > suffix.size() && name.endsWith(suffix, Qt::CaseInsensitive)) {
            name.chop(suffix.size());
            break;
        }
    }
    return name == "None"_L1 ? QString() : name;
}

} // namespace kinframe::media
