// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/asset_details.h"

#include "base/error_json.h"
#include "base/ids.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"
#include "ui/images/fact_texts.h"

#include <QCache>
#include <QFileInfo>

#include <algorithm>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

/// The photos that were looked at last, for all who look at some: going back and forth shows no gap. Belongs to the
/// context.
class LatestFacts : public QObject
{
public:
    using QObject::QObject;

    static QCache<QString, AssetFacts> &of(Context &context)
    {
        constexpr auto name = "latestFacts"_L1;
        auto *found = static_cast<LatestFacts *>(context.findChild<QObject *>(name, Qt::FindDirectChildrenOnly));
        if (!found) {
            found = new LatestFacts(&context);
            found->setObjectName(name);
        }
        return found->m_facts;
    }

private:
    QCache<QString, AssetFacts> m_facts{16};
};

} // namespace

void AssetDetails::componentComplete()
{
    m_context = Context::of(this);
    if (!m_context) {
        return;
    }
    connect(m_context, &Context::happened, this, &AssetDetails::hear);
    if (auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &AssetDetails::changed);
    }
    reload();
}

void AssetDetails::setAssetId(const QString &id)
{
    if (m_assetId == id) {
        return;
    }
    m_assetId = id;
    const AssetFacts *latest = m_context ? LatestFacts::of(*m_context).object(id) : nullptr;
    m_isLoaded = latest != nullptr;
    m_facts = latest ? *latest : AssetFacts();
    m_readError.clear();
    Q_EMIT assetIdChanged();
    Q_EMIT changed();
    reload();
}

void AssetDetails::hear(const std::vector<Event> &events)
{
    const bool isMeant = std::ranges::any_of(events, [this](const Event &event) {
        return event.type == "person.changed"_L1 || toText(event.id) == m_assetId;
    });
    if (isMeant) {
        reload();
    }
}

void AssetDetails::reload()
{
    const auto uuid = uuidFromText(m_assetId);
    if (!m_context || !uuid) {
        m_question.drop();
        return;
    }
    m_question.ask(
        *m_context, this,
        [services = m_context->services(), user = m_context->userId(), id = *uuid](const std::stop_token &stop) {
            return readAssetFacts(services, user, id, stop);
        },
        [this](Result<std::optional<AssetFacts>> facts) { take(std::move(facts)); });
}

void AssetDetails::take(Result<std::optional<AssetFacts>> facts)
{
    m_readError.clear();
    if (!facts) {
        m_readError = sentenceOf(facts.error());
    } else if (*facts) {
        m_facts = std::move(**facts);
        LatestFacts::of(*m_context).insert(m_assetId, new AssetFacts(m_facts));
    } else {
        LatestFacts::of(*m_context).remove(m_assetId);
        m_readError = tr("This photo has been deleted.");
    }
    m_isLoaded = true;
    Q_EMIT changed();
}

QString AssetDetails::errorText() const
{
    if (!m_readError.isEmpty()) {
        return m_readError;
    }
    if (!m_facts.error.isEmpty()) {
        return sentenceOf(errorFromJsonText(m_facts.error));
    }
    if (m_isLoaded && m_facts.file.isEmpty()) {
        return tr("The original is not at “%1” any more. Connect the disk it lies on, or put the file back.")
            .arg(m_facts.lastFile);
    }
    return {};
}

AssetDetails::State AssetDetails::state() const
{
    if (!m_isLoaded) {
        return State::Unknown;
    }
    if (!m_readError.isEmpty()) {
        return State::Failed;
    }
    switch (asset().state) {
    case library::AssetState::Processing:
        return State::Processing;
    case library::AssetState::Failed:
        return State::Failed;
    case library::AssetState::Done:
        break;
    }
    return State::Done;
}

QUrl AssetDetails::videoUrl() const
{
    const QString path = isVideo() ? m_facts.file : m_facts.liveFile;
    return path.isEmpty() ? QUrl() : QUrl::fromLocalFile(path);
}

QString AssetDetails::dateText() const
{
    return m_isLoaded ? ui::dateText(asset()) : QString();
}

QString AssetDetails::timeText() const
{
    return m_isLoaded ? ui::timeText(asset()) : QString();
}

QString AssetDetails::sizeText() const
{
    return m_isLoaded ? bytesText(asset().size) : QString();
}

QString AssetDetails::dimensionsText() const
{
    return ui::dimensionsText(asset());
}

QString AssetDetails::durationText() const
{
    return asset().durationMs ? ui::durationText(*asset().durationMs) : QString();
}

QString AssetDetails::exposureText() const
{
    return ui::exposureText(m_facts);
}

QString AssetDetails::coordinatesText() const
{
    return ui::coordinatesText(m_facts);
}

QString AssetDetails::folder() const
{
    return m_facts.isInPlace ? QFileInfo(m_facts.lastFile).path() : QString();
}

QVariantList AssetDetails::people() const
{
    QVariantList people;
    for (const PersonFact &person : m_facts.people) {
        people.push_back(QVariantMap{{u"personId"_s, toText(person.uuid)}, {u"name"_s, person.name}});
    }
    return people;
}

} // namespace kinframe::ui
