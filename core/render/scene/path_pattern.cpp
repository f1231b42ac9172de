// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/path_pattern.h"

#include <array>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

/// A place for a number in a file name, and what may stand there.
struct Place
{
    QRegularExpression place;
    QString numbers;
};

const std::array<Place, 7> &places()
{
    const auto any = QRegularExpression::CaseInsensitiveOption;
    static const std::array<Place, 7> all{{
        {QRegularExpression(u"<UDIM>|_MAPID_"_s, any), u"1[0-9]{3}"_s},
        {QRegularExpression(u"u<u>_v<v>"_s, any), u"u[0-9]+_v[0-9]+"_s},
        {QRegularExpression(u"<uvtile>"_s, any), u"u[0-9]+_v[0-9]+"_s},
        {QRegularExpression(u"<u>|<v>"_s, any), u"[0-9]+"_s},
        {QRegularExpression(u"<f[0-9]?>|<frame[0-9]*>"_s, any), u"-?[0-9]+"_s},
        {QRegularExpression(u"#+"_s), u"-?[0-9]+"_s},
        {QRegularExpression(u"%0?[0-9]?d"_s), u"-?[0-9]+"_s},
    }};
    return all;
}

/// The name with its places as a regular expression; empty where it has none.
QString expressionOf(const QString &name)
{
    QString expression;
    qsizetype at = 0;
    bool hasPlace = false;
    while (at < name.size()) {
        bool isPlace = false;
        for (const Place &place : places()) {
            const auto match = place.place.match(name, at, QRegularExpression::NormalMatch,
                                                 QRegularExpression::AnchorAtOffsetMatchOption);
            if (match.hasMatch() && match.capturedLength() > 0) {
                expression += place.numbers;
                at = match.capturedEnd();
                isPlace = true;
                hasPlace = true;
                break;
            }
        }
        if (!isPlace) {
            expression += QRegularExpression::escape(name.mid(at, 1));
            ++at;
        }
    }
    return hasPlace ? expression : QString();
}

/// The last number of the name that is a tile's, or that counts frames, gives way to any such number.
QString withNumberFreed(const QString &name, Spread spread)
{
    static const QRegularExpression tile(u"(?<![0-9])1[0-9]{3}(?![0-9])"_s);
    static const QRegularExpression frame(u"[0-9]+(?=[^0-9]*\\.[^.]*$)"_s);
    QRegularExpressionMatch last;
    for (auto found = (spread == Spread::Tiles ? tile : frame).globalMatch(name); found.hasNext();) {
        last = found.next();
    }
    if (!last.hasMatch()) {
        return {};
    }
    return QRegularExpression::escape(name.first(last.capturedStart())) +
           (spread == Spread::Tiles ? u"1[0-9]{3}"_s : u"[0-9]+"_s) +
           QRegularExpression::escape(name.mid(last.capturedEnd()));
}

} // namespace

QRegularExpression PathPattern::anyCase() const
{
    QRegularExpression same = name;
    same.setPatternOptions(name.patternOptions() | QRegularExpression::CaseInsensitiveOption);
    return same;
}

std::optional<PathPattern> pathPatternOf(const QString &path, Spread spread)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    const QString name = path.mid(slash + 1);
    QString expression = expressionOf(name);
    if (expression.isEmpty() && spread != Spread::One) {
        expression = withNumberFreed(name, spread);
    }
    if (expression.isEmpty()) {
        return std::nullopt;
    }
    return PathPattern{slash < 0 ? QString() : path.first(slash),
                       QRegularExpression(QRegularExpression::anchoredPattern(expression))};
}

} // namespace kinframe::render
