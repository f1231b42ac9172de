// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata_text.h"
#include "media/write_parts.h"

#include <QtEndian>

#include <cmath>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

std::string utf8(const QString &text)
{
    return cleanText(QStringView(text)).toStdString();
}

QString textOf(const Exiv2::Metadatum &datum, int index = 0)
{
    return cleanText(QByteArrayView(datum.toString(index)));
}

/// All texts of a list; a list that was written as simple text is one entry.
QStringList listOf(const Exiv2::Xmpdatum &datum)
{
    QStringList texts;
    const bool isArray = dynamic_cast<const Exiv2::XmpArrayValue *>(&datum.value()) != nullptr;
    const int count = isArray ? int(datum.count()) : 1;
    for (int i = 0; i < count; ++i) {
        texts.append(textOf(datum, i));
    }
    return texts;
}

class XmpWriter
{
public:
    explicit XmpWriter(Exiv2::XmpData &xmp)
        : m_xmp(xmp)
    {
    }

    [[nodiscard]] Exiv2::Xmpdatum *find(const char *key)
    {
        const auto found = m_xmp.findKey(Exiv2::XmpKey(key));
        return found == m_xmp.end() ? nullptr : &*found;
    }

    void erase(const char *key)
    {
        const auto found = m_xmp.findKey(Exiv2::XmpKey(key));
        if (found != m_xmp.end()) {
            m_xmp.erase(found);
        }
    }

    void set(const char *key, const Exiv2::Value &value)
    {
        if (auto *datum = find(key)) {
            datum->setValue(&value);
        } else {
            m_xmp.add(Exiv2::XmpKey(key), &value);
        }
    }

    void setText(const char *key, const std::string &text)
    {
        Exiv2::XmpTextValue value;
        value.value_ = text;
        set(key, value);
    }

    /// The text for everyone; what is there in other languages stays.
    void setForAll(const char *key, const QString &text)
    {
        if (text.isEmpty()) {
            erase(key);
            return;
        }
        Exiv2::LangAltValue value;
        if (const auto *datum = find(key)) {
            if (const auto *languages = dynamic_cast<const Exiv2::LangAltValue *>(&datum->value())) {
                value = *languages;
            }
        }
        std::string &standard = value.value_["x-default"];
        if (cleanText(QByteArrayView(standard)) != text) {
            standard = utf8(text);
            set(key, value);
        }
    }

    void setList(const char *key, const QStringList &texts, Exiv2::TypeId type = Exiv2::xmpBag)
    {
        if (texts.isEmpty()) {
            erase(key);
            return;
        }
        Exiv2::XmpArrayValue value(type);
        for (const QString &text : texts) {
            value.read(utf8(text));
        }
        set(key, value);
    }

    /// Takes out of a list of paths those whose last level is no keyword any more.
    void keepPaths(const char *key, QChar separator, const QStringList &keywords)
    {
        const auto *datum = find(key);
        if (datum == nullptr) {
            return;
        }
        const QStringList paths = listOf(*datum);
        QStringList kept;
        for (const QString &path : paths) {
            if (keywords.contains(path.section(separator, -1).trimmed(), Qt::CaseInsensitive)) {
                kept.append(path);
            }
        }
        if (kept != paths) {
            setList(key, kept, datum->typeId() == Exiv2::xmpSeq ? Exiv2::xmpSeq : Exiv2::xmpBag);
        }
    }

private:
    Exiv2::XmpData &m_xmp;
};

// What Windows writes for so many stars.
constexpr int percentOfStars[] = {0, 1, 25, 50, 75, 99};

int percentOf(double rating)
{
    return percentOfStars[std::clamp(int(std::lround(rating)), 0, 5)];
}

void writeRating(XmpWriter &writer, const std::optional<double> &rating)
{
    const auto *datum = writer.find("Xmp.xmp.Rating");
    bool isNumber = false;
    const double written = datum != nullptr ? textOf(*datum).toDouble(&isNumber) : 0;
    if (rating) {
        if (!isNumber || written != *rating) {
            writer.setText("Xmp.xmp.Rating", QString::number(*rating).toStdString());
        }
        if (writer.find("Xmp.MicrosoftPhoto.Rating") != nullptr) {
            writer.setText("Xmp.MicrosoftPhoto.Rating", std::to_string(percentOf(*rating)));
        }
    } else if (!isNumber || written >= 0) { // Below 0 it is marked as a reject, of which nothing is said here.
        writer.erase("Xmp.xmp.Rating");
        writer.erase("Xmp.MicrosoftPhoto.Rating");
    }
}

/// UTF-16 with an end, as Windows keeps its texts in Exif.
Exiv2::DataValue utf16(const QString &text)
{
    QByteArray bytes((text.size() + 1) * 2, '\0');
    qToLittleEndian<quint16>(text.utf16(), text.size(), bytes.data());
    Exiv2::DataValue value(Exiv2::unsignedByte);
    value.read(reinterpret_cast<const Exiv2::byte *>(bytes.constData()), bytes.size(), Exiv2::littleEndian);
    return value;
}

class OlderExif
{
public:
    explicit OlderExif(Exiv2::ExifData &exif)
        : m_exif(exif)
    {
    }

    [[nodiscard]] bool hasChanged() const { return m_hasChanged; }

    void setUtf16(const char *key, const QString &text)
    {
        change(key, text.isEmpty(), [&](Exiv2::Exifdatum &datum) {
            const Exiv2::DataValue value = utf16(text);
            if (cleanUtf16(valueBytes(datum)) != text) {
                datum.setValue(&value);
                m_hasChanged = true;
            }
        });
    }

    void setText(const char *key, const QString &text)
    {
        const auto found = m_exif.findKey(Exiv2::ExifKey(key));
        if (found != m_exif.end() && isPlaceholder(textOf(*found))) {
            return; // Its camera's, which nobody took for a description.
        }
        change(key, text.isEmpty(), [&](Exiv2::Exifdatum &datum) {
            if (textOf(datum) != text) {
                datum.setValue(utf8(text));
                m_hasChanged = true;
            }
        });
    }

    void setNumber(const char *key, std::optional<int> number)
    {
        change(key, !number, [&](Exiv2::Exifdatum &datum) {
            if (integerNumber(datum) != qint64(*number)) {
                datum = std::uint16_t(*number);
                m_hasChanged = true;
            }
        });
    }

private:
    template <typename Update>
    void change(const char *key, bool isGone, Update update)
    {
        const auto found = m_exif.findKey(Exiv2::ExifKey(key));
        if (found == m_exif.end()) {
            return;
        }
        if (isGone) {
            m_exif.erase(found);
            m_hasChanged = true;
        } else {
            update(*found);
        }
    }

    Exiv2::ExifData &m_exif;
    bool m_hasChanged = false;
};

/// UTF-8 throughout, since it is said once for all of them.
void makeUtf8(Exiv2::IptcData &iptc)
{
    for (Exiv2::Iptcdatum &datum : iptc) {
        if (datum.record() == Exiv2::IptcDataSets::application2 && datum.typeId() == Exiv2::string) {
            datum.setValue(utf8(textOf(datum)));
        }
    }
    iptc["Iptc.Envelope.CharacterSet"] = std::string("\033%G");
}

bool setIptcText(Exiv2::IptcData &iptc, const char *key, const QString &text)
{
    const auto found = iptc.findKey(Exiv2::IptcKey(key));
    if (found == iptc.end() || textOf(*found) == text) {
        return false;
    }
    if (text.isEmpty()) {
        iptc.erase(found);
    } else {
        found->setValue(utf8(text));
    }
    return true;
}

void setIptcKeywords(Exiv2::IptcData &iptc, const Exiv2::IptcKey &key, const QStringList &keywords)
{
    for (auto found = iptc.findKey(key); found != iptc.end(); found = iptc.findKey(key)) {
        iptc.erase(found);
    }
    for (const QString &keyword : keywords) {
        Exiv2::StringValue value(utf8(keyword));
        iptc.add(key, &value);
    }
}

} // namespace

void writeXmpWords(Exiv2::XmpData &xmp, const WrittenMetadata &written)
{
    XmpWriter writer(xmp);
    writeRating(writer, written.rating);
    writer.setForAll("Xmp.dc.title", written.title);
    writer.setForAll("Xmp.dc.description", written.description);
    const auto *flat = writer.find("Xmp.dc.subject");
    if (!sameKeywords(flat != nullptr ? listOf(*flat) : QStringList(), written.keywords)) {
        writer.setList("Xmp.dc.subject", written.keywords);
    }
    writer.keepPaths("Xmp.lr.hierarchicalSubject", u'|', written.keywords);
    writer.keepPaths("Xmp.digiKam.TagsList", u'/', written.keywords);
    writer.keepPaths("Xmp.MicrosoftPhoto.LastKeywordXMP", u'/', written.keywords);
}

bool writeOlderWords(Exiv2::ExifData &exif, const WrittenMetadata &written)
{
    OlderExif older(exif);
    older.setUtf16("Exif.Image.XPTitle", written.title);
    older.setText("Exif.Image.ImageDescription", written.description);
    older.setUtf16("Exif.Image.XPKeywords", written.keywords.join(u';'));
    const auto stars = written.rating ? std::optional(int(std::lround(*written.rating))) : std::nullopt;
    older.setNumber("Exif.Image.Rating", stars);
    older.setNumber("Exif.Image.RatingPercent", written.rating ? std::optional(percentOf(*written.rating)) : stars);
    return older.hasChanged();
}

bool writeOlderWords(Exiv2::IptcData &iptc, const WrittenMetadata &written)
{
    bool hasChanged = setIptcText(iptc, "Iptc.Application2.ObjectName", written.title);
    hasChanged = setIptcText(iptc, "Iptc.Application2.Caption", written.description) || hasChanged;
    const Exiv2::IptcKey key("Iptc.Application2.Keywords");
    QStringList keywords;
    for (const Exiv2::Iptcdatum &datum : iptc) {
        if (datum.record() == key.record() && datum.tag() == key.tag()) {
            keywords.append(textOf(datum));
        }
    }
    if (!keywords.isEmpty() && !sameKeywords(keywords, written.keywords)) {
        hasChanged = true;
        setIptcKeywords(iptc, key, written.keywords);
    }
    if (hasChanged) {
        makeUtf8(iptc);
    }
    return hasChanged;
}

} // namespace kinframe::media
