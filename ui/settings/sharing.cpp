// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sharing.h"

#include <QQmlEngine>

namespace kinframe::ui {
namespace {

constexpr char propertyName[] = "kinframeSharing";

} // namespace

bool SharingFacts::operator==(const SharingFacts &other) const
{
    return isRunning == other.isRunning && addresses == other.addresses && fingerprint == other.fingerprint &&
           port == other.port && freePort == other.freePort && error.has_value() == other.error.has_value() &&
           (!error || error->forLog() == other.error->forLog());
}

void Sharing::attachTo(QQmlEngine &engine)
{
    engine.setProperty(propertyName, QVariant::fromValue(this));
}

Sharing *Sharing::of(const QObject *object)
{
    const QQmlEngine *engine = qmlEngine(object);
    return engine ? engine->property(propertyName).value<Sharing *>() : nullptr;
}

} // namespace kinframe::ui
