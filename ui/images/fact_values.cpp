// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/fact_values.h"

#include "library/metadata_columns.h"
#include "library/metadata_rules.h"
#include "ui/base/sentences.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

/// As the person's language writes it, or as programs do.
QJsonValue numberFrom(const QString &text)
{
    bool isNumber = false;
    if (const qint64 whole = text.toLongLong(&isNumber); isNumber) {
        return whole;
    }
    if (const double number = text.toDouble(&isNumber); isNumber && std::isfinite(number)) {
        return number;
    }
    const double number = QLocale().toDouble(text, &isNumber);
    return isNumber && std::isfinite(number) ? QJsonValue(number) : QJsonValue();
}

} // namespace

Result<QJsonValue> FactValues::value(const QString &key, Kind kind, const QString &text)
{
    QJsonValue value;
    const QString words = text.trimmed();
    switch (kind) {
    case Text:
        value = text;
        break;
    case Number:
        value = numberFrom(words);
        if (value.isNull()) {
            return Failure(library::wrongMetadata(key, text, u"a number"_s));
        }
        break;
    case YesNo:
        value = words == "true"_L1;
        break;
    case Nothing:
        break;
    }
    library::MetadataEdit edit;
    edit.values.emplace_back(key, value);
    const auto checked = library::checkMetadata(edit);
    return checked ? Result<QJsonValue>(value) : failed(checked);
}

FactValues::Kind FactValues::kindOf(const QJsonValue &value)
{
    return value.isBool() ? YesNo : value.isDouble() ? Number : value.isNull() ? Nothing : Text;
}

QString FactValues::written(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    if (value.isDouble()) {
        return library::isWhole(value) ? QString::number(value.toInteger())
                                       : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    return value.toString();
}

QString FactValues::shown(const QJsonValue &value)
{
    return value.isBool() ? (value.toBool() ? tr("Yes") : tr("No")) : written(value);
}

QString FactValues::problem(const QString &key, int kind, const QString &text) const
{
    if (key.trimmed().isEmpty()) {
        return tr("Give the property a name.");
    }
    const auto made = value(key, Kind(kind), text);
    return made ? QString() : sentenceOf(made.error());
}

QString FactValues::tagProblem(const QString &tag) const
{
    library::MetadataEdit edit;
    edit.values.emplace_back(u"tags"_s, QJsonArray{tag});
    const auto checked = library::checkMetadata(edit);
    return checked ? QString() : sentenceOf(checked.error());
}

int FactValues::usualKind(const QString &key) const
{
    static constexpr std::array numbers{"iso"_L1,   "f_number"_L1,  "exposure_time"_L1, "focal_length"_L1, "seed"_L1,
                                        "steps"_L1, "cfg_scale"_L1, "denoise"_L1,       "clip_skip"_L1};
    const library::MetadataColumn *column = library::metadataColumn(key);
    if (library::tagOfKey(key) || (column && column->kind == library::MetadataColumn::Kind::Flag)) {
        return YesNo;
    }
    if (column) {
        using Of = library::MetadataColumn::Kind;
        const bool isNumber = column->kind == Of::Whole || column->kind == Of::Stars || column->kind == Of::Latitude ||
                              column->kind == Of::Longitude;
        return isNumber ? Number : Text;
    }
    return std::find(numbers.begin(), numbers.end(), key) != numbers.end() ? Number : Text;
}

} // namespace kinframe::ui
