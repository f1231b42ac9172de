// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/fact_sheet.h"

#include "base/ids.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"

#include <algorithm>
#include <chrono>

namespace kinframe::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A rubber band changes the selection with every move of the mouse, an act on many tells of each.
constexpr auto gathering = 60ms;

} // namespace

FactSheet::FactSheet(QObject *parent)
    : QObject(parent)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(gathering);
    connect(&m_gather, &QTimer::timeout, this, &FactSheet::reload);
}

void FactSheet::componentComplete()
{
    m_context = Context::of(this);
    if (!m_context) {
        return;
    }
    connect(m_context, &Context::happened, this, &FactSheet::hear);
    if (auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &FactSheet::show);
    }
    reload();
}

void FactSheet::setAssetId(const QString &id)
{
    if (m_assetId != id) {
        m_assetId = id;
        begin(!isOfSelection() || !m_wasOfSelection);
    }
}

void FactSheet::setSelection(Selection *selection)
{
    if (m_selection == selection) {
        return;
    }
    if (m_selection) {
        m_selection->disconnect(this);
    }
    m_selection = selection;
    if (m_selection) {
        connect(m_selection, &Selection::changed, this, [this] {
            if (isOfSelection() || m_wasOfSelection) {
                begin(isOfSelection() != m_wasOfSelection);
            }
        });
    }
    begin(true);
}

/// What was known of other photos is not said of these.
void FactSheet::begin(bool isAnother)
{
    m_wasOfSelection = isOfSelection();
    Q_EMIT whatChanged();
    if (isAnother) {
        m_facts = {};
        m_isLoaded = false;
        show();
    }
    if (m_context && isAnother) {
        m_gather.stop();
        reload();
    } else if (m_context) {
        m_gather.start();
    }
}

QVariant FactSheet::what() const
{
    return isOfSelection() ? QVariant::fromValue(m_selection.data()) : QVariant(m_assetId);
}

void FactSheet::hear(const std::vector<Event> &events)
{
    const bool isMeant = std::any_of(events.begin(), events.end(), [this](const Event &event) {
        return isOfSelection() ? event.type.startsWith("asset."_L1) : toText(event.id) == m_assetId;
    });
    // While many are read an import would have them read anew all the time, and never to the end.
    m_isStale = m_isStale || (isMeant && m_isAsking);
    if (isMeant && !m_isAsking && !m_gather.isActive()) {
        m_gather.start();
    }
}

void FactSheet::reload()
{
    m_question.drop();
    m_isAsking = false;
    m_isStale = false;
    if (isOfSelection() && m_selection->count() > mostCompared) {
        SharedFacts facts;
        facts.count = m_selection->count();
        facts.isTooMany = true;
        take(std::move(facts));
        return;
    }
    const AssetChoice choice(what());
    if (choice.isEmpty()) {
        return;
    }
    m_isAsking = true;
    m_question.ask(
        *m_context, this,
        [services = m_context->services(), user = m_context->userId(), choice](const std::stop_token &stop) {
            return readSharedFacts(services, user, choice, stop);
        },
        [this](Result<SharedFacts> facts) { take(std::move(facts)); });
}

void FactSheet::take(Result<SharedFacts> facts)
{
    m_isAsking = false;
    if (m_isStale) {
        m_gather.start();
    }
    m_errorText = facts ? QString() : sentenceOf(facts.error());
    if (facts) {
        m_facts = std::move(*facts);
    }
    m_isLoaded = true;
    show();
}

void FactSheet::show()
{
    m_file.setRows(factRows(m_facts, FactGroup::File));
    m_generation.setRows(factRows(m_facts, FactGroup::Generation));
    m_own.setRows(factRows(m_facts, FactGroup::Own));
    Q_EMIT changed();
}

QString FactSheet::sizeText() const
{
    return bytesText(m_facts.bytes);
}

int FactSheet::rating() const
{
    return m_facts.various.contains(u"rating"_s) ? -1 : qRound(m_facts.values.value("rating"_L1).toDouble());
}

QString FactSheet::frame() const
{
    return FactValues::written(m_facts.values.value("frame_number"_L1));
}

} // namespace kinframe::ui
