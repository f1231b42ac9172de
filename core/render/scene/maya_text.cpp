// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/maya_text.h"

#include <algorithm>
#include <array>

namespace kinframe::render {
namespace {

struct CodesetName
{
    std::string_view maya;
    const char *decoder;
};

// What Windows in the languages of its users calls its code pages.
constexpr std::array codesets{
    CodesetName{"932", "Shift_JIS"},     CodesetName{"936", "GB18030"},
    CodesetName{"949", "windows-949"},   CodesetName{"950", "Big5"},
    CodesetName{"1250", "windows-1250"}, CodesetName{"1251", "windows-1251"},
    CodesetName{"eucJP", "EUC-JP"},      CodesetName{"eucKR", "EUC-KR"},
    CodesetName{"GB18030", "GB18030"},   CodesetName{"ISO8859-1", "ISO-8859-1"},
    CodesetName{"SJIS", "Shift_JIS"},
};

// Windows-1252 from 0x80 to 0x9F; all else of it is Latin-1.
constexpr std::array<char16_t, 32> western{
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178,
};

QString fromWestern(std::string_view bytes)
{
    QString text = QString::fromLatin1(bytes.data(), qsizetype(bytes.size()));
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xa0) {
            c = QChar(western[c.unicode() - 0x80u]);
        }
    }
    return text;
}

/// None where the bytes are not UTF-8.
std::optional<QString> fromUtf8(std::string_view bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8);
    QString text = decoder(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

bool MayaText::setCodeset(std::string_view name)
{
    m_codeset = Codeset::Guessed;
    if (name == "UTF-8") {
        return true;
    }
    if (name == "1252") {
        m_codeset = Codeset::Western;
        return true;
    }
    for (const CodesetName &codeset : codesets) {
        if (codeset.maya == name && QStringDecoder(codeset.decoder).isValid()) {
            m_codeset = Codeset::Named;
            m_name = codeset.decoder;
            return true;
        }
    }
    return false;
}

QString MayaText::decode(std::string_view bytes) const
{
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        return QString::fromLatin1(bytes.data(), qsizetype(bytes.size()));
    }
    if (m_codeset == Codeset::Named) {
        QStringDecoder decoder(m_name);
        QString text = decoder(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
        if (!decoder.hasError()) {
            return text;
        }
    }
    if (m_codeset != Codeset::Western) {
        if (const auto text = fromUtf8(bytes)) {
            return *text;
        }
    }
    return fromWestern(bytes);
}

} // namespace kinframe::render
