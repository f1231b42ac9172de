// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/fact_rows.h"

#include "base/clock.h"
#include "ui/base/sentences.h"
#include "ui/images/fact_texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

struct Known
{
    QLatin1String key;
    const char *label;
};

constexpr std::array ofFiles{
    Known{"file_name"_L1, QT_TRANSLATE_NOOP("FactRows", "File")},
    Known{"created_at"_L1, QT_TRANSLATE_NOOP("FactRows", "Taken")},
    Known{"width"_L1, QT_TRANSLATE_NOOP("FactRows", "Width")},
    Known{"height"_L1, QT_TRANSLATE_NOOP("FactRows", "Height")},
    Known{"size"_L1, QT_TRANSLATE_NOOP("FactRows", "Size")},
    Known{"mime_type"_L1, QT_TRANSLATE_NOOP("FactRows", "Kind")},
    Known{"duration"_L1, QT_TRANSLATE_NOOP("FactRows", "Length")},
    Known{"camera"_L1, QT_TRANSLATE_NOOP("FactRows", "Camera")},
    Known{"lens"_L1, QT_TRANSLATE_NOOP("FactRows", "Lens")},
    Known{"exposure_time"_L1, QT_TRANSLATE_NOOP("FactRows", "Exposure")},
    Known{"f_number"_L1, QT_TRANSLATE_NOOP("FactRows", "Aperture")},
    Known{"iso"_L1, QT_TRANSLATE_NOOP("FactRows", "ISO")},
    Known{"focal_length"_L1, QT_TRANSLATE_NOOP("FactRows", "Focal length")},
    Known{"latitude"_L1, QT_TRANSLATE_NOOP("FactRows", "Latitude")},
    Known{"longitude"_L1, QT_TRANSLATE_NOOP("FactRows", "Longitude")},
    Known{"task_id"_L1, QT_TRANSLATE_NOOP("FactRows", "Render task")},
    Known{"frame_number"_L1, QT_TRANSLATE_NOOP("FactRows", "Frame")},
};

constexpr std::array ofGeneration{
    Known{"generator"_L1, QT_TRANSLATE_NOOP("FactRows", "Generator")},
    Known{"model"_L1, QT_TRANSLATE_NOOP("FactRows", "Model")},
    Known{"prompt"_L1, QT_TRANSLATE_NOOP("FactRows", "Prompt")},
    Known{"negative_prompt"_L1, QT_TRANSLATE_NOOP("FactRows", "Negative prompt")},
    Known{"seed"_L1, QT_TRANSLATE_NOOP("FactRows", "Seed")},
    Known{"steps"_L1, QT_TRANSLATE_NOOP("FactRows", "Steps")},
    Known{"cfg_scale"_L1, QT_TRANSLATE_NOOP("FactRows", "CFG scale")},
    Known{"sampler"_L1, QT_TRANSLATE_NOOP("FactRows", "Sampler")},
    Known{"scheduler"_L1, QT_TRANSLATE_NOOP("FactRows", "Scheduler")},
    Known{"denoise"_L1, QT_TRANSLATE_NOOP("FactRows", "Denoising")},
    Known{"clip_skip"_L1, QT_TRANSLATE_NOOP("FactRows", "CLIP skip")},
    Known{"loras"_L1, QT_TRANSLATE_NOOP("FactRows", "LoRAs")},
    Known{"model_hash"_L1, QT_TRANSLATE_NOOP("FactRows", "Hash of the model")},
};

constexpr std::array words{
    Known{"title"_L1, QT_TRANSLATE_NOOP("FactRows", "Title")},
    Known{"description"_L1, QT_TRANSLATE_NOOP("FactRows", "Description")},
};

// Shown elsewhere, or not at all.
constexpr std::array hidden{"rating"_L1, "is_favorite"_L1, "is_trashed"_L1, "is_hidden"_L1, "type"_L1};

QString translated(const char *text)
{
    return QCoreApplication::translate("FactRows", text);
}

bool isAmong(std::span<const Known> some, const QString &key)
{
    return std::any_of(some.begin(), some.end(), [&](const Known &known) { return key == known.key; });
}

/// `1/125`
QString secondsText(double seconds)
{
    constexpr double longest = 0.3; // From there on people say "0.4 s".
    return seconds > 0 && seconds < longest ? u"1/%1"_s.arg(qRound(1 / seconds)) : QLocale().toString(seconds);
}

QString shownText(const QString &key, const QJsonValue &value)
{
    if (key == "created_at"_L1) {
        const auto at = fromIso(value.toString());
        return at ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*at), QLocale::ShortFormat) : value.toString();
    }
    if (key == "size"_L1) {
        return bytesText(value.toInteger());
    }
    if (key == "duration"_L1) {
        constexpr double msPerSecond = 1000;
        return durationText(qint64(value.toDouble() * msPerSecond));
    }
    if (key == "exposure_time"_L1 && value.isDouble()) {
        return QCoreApplication::translate("FactRows", "%1 s").arg(secondsText(value.toDouble()));
    }
    if (key == "f_number"_L1) {
        return u"f/"_s + FactValues::shown(value);
    }
    if (key == "focal_length"_L1) {
        return QCoreApplication::translate("FactRows", "%1 mm").arg(FactValues::shown(value));
    }
    return FactValues::shown(value);
}

class Rows
{
public:
    explicit Rows(const SharedFacts &facts)
        : m_facts(facts)
    {
    }

    void add(const QString &key, const QString &label)
    {
        if (m_facts.various.contains(key)) {
            m_rows.push_back({key, label, {}, {}, FactValues::Text, true});
        } else if (const QJsonValue value = m_facts.values.value(key); !value.isUndefined()) {
            m_rows.push_back(
                {key, label, shownText(key, value), FactValues::written(value), FactValues::kindOf(value), false});
        }
    }
    void add(std::span<const Known> some)
    {
        for (const Known &known : some) {
            add(known.key, translated(known.label));
        }
    }
    std::vector<FactRow> take() { return std::move(m_rows); }

private:
    const SharedFacts &m_facts;
    std::vector<FactRow> m_rows;
};

/// What people made up, by name.
QStringList ownKeys(const SharedFacts &facts)
{
    QStringList keys = facts.values.keys();
    keys.append(QStringList(facts.various.begin(), facts.various.end()));
    keys.erase(std::remove_if(keys.begin(), keys.end(),
                              [](const QString &key) {
                                  return isAmong(ofFiles, key) || isAmong(ofGeneration, key) || isAmong(words, key) ||
                                         std::find(hidden.begin(), hidden.end(), key) != hidden.end();
                              }),
               keys.end());
    keys.sort();
    return keys;
}

} // namespace

std::vector<FactRow> factRows(const SharedFacts &facts, FactGroup group)
{
    Rows rows(facts);
    switch (group) {
    case FactGroup::File:
        rows.add(ofFiles);
        break;
    case FactGroup::Generation:
        rows.add(ofGeneration);
        break;
    case FactGroup::Own:
        rows.add(words);
        for (const QString &key : ownKeys(facts)) {
            rows.add(key, key);
        }
        break;
    }
    return rows.take();
}

QString parametersText(const SharedFacts &facts)
{
    const auto text = [&](const QString &key) { return FactValues::written(facts.values.value(key)); };
    QStringList lines;
    if (const QString prompt = text(u"prompt"_s); !prompt.isEmpty()) {
        lines << prompt;
    }
    if (const QString negative = text(u"negative_prompt"_s); !negative.isEmpty()) {
        lines << u"Negative prompt: "_s + negative;
    }
    QStringList settings;
    for (const auto &[key, name] : {std::pair{u"steps"_s, u"Steps"_s},
                                    {u"sampler"_s, u"Sampler"_s},
                                    {u"scheduler"_s, u"Schedule type"_s},
                                    {u"cfg_scale"_s, u"CFG scale"_s},
                                    {u"seed"_s, u"Seed"_s},
                                    {u"model_hash"_s, u"Model hash"_s},
                                    {u"model"_s, u"Model"_s},
                                    {u"denoise"_s, u"Denoising strength"_s},
                                    {u"clip_skip"_s, u"Clip skip"_s},
                                    {u"loras"_s, u"Loras"_s}}) {
        if (const QString value = text(key); !value.isEmpty()) {
            settings << name + u": "_s + (value.contains(u',') ? u'"' + value + u'"' : value);
        }
    }
    if (!settings.isEmpty()) {
        lines << settings.join(u", "_s);
    }
    return lines.join(u'\n');
}

} // namespace kinframe::ui
