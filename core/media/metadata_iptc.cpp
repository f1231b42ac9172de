// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata_exiv2.h"
#include "media/metadata_parts.h"
#include "media/metadata_text.h"

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

QString text(const Exiv2::IptcData &iptc, const char *key)
{
    const auto found = iptc.findKey(Exiv2::IptcKey(key));
    return found == iptc.end() ? QString() : cleanText(QByteArrayView(found->toString()));
}

void set(QString &field, const QString &value)
{
    if (field.isEmpty()) {
        field = value;
    }
}

/// IPTC has the day and the time apart; Exiv2 writes them as `2018-11-28` and `17:14:00-05:00`.
std::optional<CaptureTime> timeOf(const Exiv2::IptcData &iptc, const char *day, const char *clock)
{
    const QString date = text(iptc, day);
    const QString time = text(iptc, clock);
    auto found = parseIsoTime(time.isEmpty() ? date : QString(date + u'T' + time));
    // The standard demands a zone, so programs that know none write +00:00.
    if (found && found->offsetMinutes == 0) {
        found->offsetMinutes.reset();
    }
    return found;
}

} // namespace

void addIptc(Metadata &metadata, CaptureTimes &times, const Exiv2::IptcData &iptc)
{
    if (iptc.empty()) {
        return;
    }
    set(metadata.title, text(iptc, "Iptc.Application2.ObjectName"));
    if (const QString caption = text(iptc, "Iptc.Application2.Caption"); !isPlaceholder(caption)) {
        set(metadata.description, caption);
    }
    set(metadata.city, text(iptc, "Iptc.Application2.City"));
    set(metadata.state, text(iptc, "Iptc.Application2.ProvinceState"));
    set(metadata.country, text(iptc, "Iptc.Application2.CountryName"));
    for (const Exiv2::Iptcdatum &datum : iptc) {
        if (datum.record() == Exiv2::IptcDataSets::application2 && datum.tag() == Exiv2::IptcDataSets::Keywords) {
            addKeyword(metadata.keywords, cleanText(QByteArrayView(datum.toString())));
        }
    }
    times.add(CaptureTimes::Source::Iptc,
              timeOf(iptc, "Iptc.Application2.DateCreated", "Iptc.Application2.TimeCreated"));
    times.add(CaptureTimes::Source::Iptc,
              timeOf(iptc, "Iptc.Application2.DigitizationDate", "Iptc.Application2.DigitizationTime"));
}

} // namespace kinframe::media
