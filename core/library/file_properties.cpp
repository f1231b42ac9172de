// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/file_properties.h"

#include "base/json_values.h"
#include "library/metadata_doc.h"
#include "library/metadata_rules.h"

#include <limits>

namespace kinframe::library {

using namespace Qt::StringLiterals;

namespace {

QJsonValue shortTextOrNull(const QString &text)
{
    return textOrNull(text.left(metadata_limit::textLength));
}

/// Exact: beyond what the database's integers hold it is a text.
QJsonValue seedOf(const std::optional<quint64> &seed)
{
    if (!seed) {
        return {};
    }
    return *seed <= quint64(std::numeric_limits<qint64>::max()) ? QJsonValue(qint64(*seed))
                                                                : QJsonValue(QString::number(*seed));
}

/// `detail:0.8, style`
QString lorasOf(const media::Generation &generation)
{
    QStringList names;
    for (const media::GenerationLora &lora : generation.loras) {
        names << (lora.weight ? u"%1:%2"_s.arg(lora.name).arg(*lora.weight) : lora.name);
    }
    return names.join(u", "_s);
}

void addGeneration(QJsonObject &values, const media::Generation &made)
{
    values.insert(u"generator"_s, shortTextOrNull(made.tool));
    values.insert(u"prompt"_s, shortTextOrNull(made.prompt));
    values.insert(u"negative_prompt"_s, shortTextOrNull(made.negativePrompt));
    values.insert(u"seed"_s, seedOf(made.seed));
    values.insert(u"steps"_s, numberOrNull(made.steps));
    values.insert(u"cfg_scale"_s, numberOrNull(made.cfgScale));
    values.insert(u"sampler"_s, shortTextOrNull(made.sampler));
    values.insert(u"scheduler"_s, shortTextOrNull(made.scheduler));
    values.insert(u"denoise"_s, numberOrNull(made.denoise));
    values.insert(u"clip_skip"_s, numberOrNull(made.clipSkip));
    values.insert(u"model_hash"_s, shortTextOrNull(made.modelHash));
    values.insert(u"loras"_s, shortTextOrNull(lorasOf(made)));
}

bool storeOrigin(storage::Transaction &transaction, qint64 assetId, const media::Generation &made,
                 const QSet<QString> &edited)
{
    bool isChanged = false;
    if (!edited.contains(u"type"_s)) {
        isChanged = transaction.run("UPDATE asset SET type = 'generated' WHERE id = ?1 AND type IS NULL", assetId) > 0;
    }
    if (!made.model.isEmpty() && !edited.contains(u"model"_s)) {
        const bool isNew =
            transaction.run("UPDATE asset SET model = ?2 WHERE id = ?1 AND model IS NOT ?2", assetId, made.model) > 0;
        isChanged = isChanged || isNew;
    }
    return isChanged;
}

} // namespace

QJsonObject fileProperties(const media::Metadata &metadata)
{
    QJsonObject values{{u"camera"_s, shortTextOrNull(metadata.cameraName())},
                       {u"lens"_s, shortTextOrNull(metadata.lensModel)},
                       {u"iso"_s, numberOrNull(metadata.iso)},
                       {u"f_number"_s, numberOrNull(metadata.fNumber)},
                       {u"exposure_time"_s, numberOrNull(metadata.exposureSeconds)},
                       {u"focal_length"_s, numberOrNull(metadata.focalLength)},
                       {u"title"_s, shortTextOrNull(metadata.title)},
                       {u"description"_s, shortTextOrNull(metadata.description)}};
    addGeneration(values, metadata.generation.value_or(media::Generation()));
    return values;
}

bool storeFileProperties(storage::Transaction &transaction, qint64 assetId, const media::Metadata &metadata)
{
    const MetadataDoc before = readDoc(transaction.db(), assetId);
    MetadataDoc after = before;
    const QJsonObject said = fileProperties(metadata);
    for (auto value = said.begin(); value != said.end(); ++value) {
        if (before.edited.contains(value.key())) {
            continue;
        }
        if (value->isNull()) {
            after.values.remove(value.key());
        } else {
            after.values.insert(value.key(), *value);
        }
    }
    // A record that people have filled to its limit stays theirs.
    const bool isRoom = checkDoc(after).has_value();
    writeDoc(transaction, assetId, before, isRoom ? after : before);
    transaction.run("UPDATE doc SET reader = ?2 WHERE id = ?1", assetId, metadataReader);
    const bool isMade = metadata.generation && storeOrigin(transaction, assetId, *metadata.generation, before.edited);
    return isMade || (isRoom && after.values != before.values);
}

} // namespace kinframe::library
