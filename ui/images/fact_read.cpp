// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/asset.h"
#include "library/image_record.h"
#include "library/metadata_rules.h"
#include "storage/database.h"
#include "ui/images/fact_rows.h"

#include <algorithm>
#include <optional>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

/// Tags are told apart from the other properties.
QJsonObject withoutTags(QJsonObject metadata)
{
    for (auto value = metadata.begin(); value != metadata.end();) {
        const bool isTag = value.key() == "tags"_L1 || (library::tagOfKey(value.key()) && value->toBool());
        value = isTag ? metadata.erase(value) : std::next(value);
    }
    return metadata;
}

/// Gathers one record after the other.
class Gathering
{
public:
    void add(const library::ImageRecord &record)
    {
        const QJsonObject values = withoutTags(record.metadata);
        if (m_facts.count++ == 0) {
            m_facts.values = values;
            m_all = QSet<QString>(record.tags.begin(), record.tags.end());
        } else {
            compare(values);
            m_all.intersect(QSet<QString>(record.tags.begin(), record.tags.end()));
        }
        m_any.unite(QSet<QString>(record.tags.begin(), record.tags.end()));
        m_facts.bytes += values.value("size"_L1).toInteger();
    }

    SharedFacts take()
    {
        m_facts.tags = QStringList(m_all.begin(), m_all.end());
        const QSet<QString> some = m_any.subtract(m_all);
        m_facts.someTags = QStringList(some.begin(), some.end());
        m_facts.tags.sort();
        m_facts.someTags.sort();
        return std::move(m_facts);
    }

private:
    void compare(const QJsonObject &values)
    {
        for (auto value = m_facts.values.begin(); value != m_facts.values.end();) {
            if (library::isSame(*value, values.value(value.key()))) {
                ++value;
            } else {
                m_facts.various.insert(value.key());
                value = m_facts.values.erase(value);
            }
        }
        for (auto value = values.begin(); value != values.end(); ++value) {
            if (!m_facts.values.contains(value.key())) {
                m_facts.various.insert(value.key());
            }
        }
    }

    SharedFacts m_facts;
    QSet<QString> m_all;
    QSet<QString> m_any;
};

} // namespace

Result<SharedFacts> readSharedFacts(const Services &services, qint64 userId, const AssetChoice &choice,
                                    const std::stop_token &stop)
{
    const auto uuids = choice.uuids(services, userId);
    if (!uuids) {
        return failed(uuids);
    }
    return services.library.database.read(
        [&](storage::Connection &db) -> Result<SharedFacts> {
            Gathering gathering;
            for (const QUuid &uuid : *uuids) {
                const auto asset = library::findAsset(db, userId, uuid);
                if (const auto record = asset ? library::imageRecord(db, asset->id) : std::nullopt) {
                    gathering.add(*record);
                }
            }
            return gathering.take();
        },
        stop);
}

} // namespace kinframe::ui
