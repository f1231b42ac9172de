// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/stored_setting.h"

#include "library/settings.h"
#include "ui/base/sentences.h"

namespace kinframe::ui {

using namespace Qt::StringLiterals;
using library::Settings;

void StoredSetting::setKey(const QString &key)
{
    if (key == m_key) {
        return;
    }
    m_key = key;
    Q_ASSERT(Settings::rule(key));
    setValue(Settings::rule(key)->usualValue());
    Q_EMIT keyChanged();
}

int StoredSetting::least() const
{
    return int(Settings::rule(m_key)->least);
}

int StoredSetting::most() const
{
    return int(Settings::rule(m_key)->most);
}

QStringList StoredSetting::choices() const
{
    return Settings::rule(m_key)->choiceNames();
}

int StoredSetting::choice() const
{
    return int(choices().indexOf(m_value.toString()));
}

void StoredSetting::componentComplete()
{
    m_context = Context::of(this);
    if (m_context) {
        connect(m_context, &Context::happened, this, &StoredSetting::hear);
        read();
    }
}

void StoredSetting::hear(const std::vector<Event> &events)
{
    for (const Event &event : events) {
        if (event.type == u"setting.changed" && event.details.value("key"_L1).toString() == m_key && m_changes == 0) {
            setValue(event.details.value("value"_L1));
        }
    }
}

void StoredSetting::read()
{
    m_question.ask(
        *m_context, this,
        [services = m_context->services().library, key = m_key](const std::stop_token &) {
            return Settings(services).value(key);
        },
        [this](const Result<QJsonValue> &value) {
            if (value) {
                setValue(*value);
            } else {
                setErrorText(sentenceOf(value.error()));
            }
        });
}

void StoredSetting::change(const QVariant &value)
{
    const QJsonValue wanted = QJsonValue::fromVariant(value);
    if (!m_context || wanted == m_value) {
        return;
    }
    m_question.drop();
    setErrorText({});
    setValue(wanted);
    ++m_changes;
    m_context->ask(
        this,
        [services = m_context->services().library, key = m_key, wanted] { return Settings(services).set(key, wanted); },
        [this](const Result<void> &kept) {
            --m_changes;
            if (!kept) {
                setErrorText(sentenceOf(kept.error()));
                read();
            }
        });
}

void StoredSetting::choose(int choice)
{
    change(choices().value(choice));
}

void StoredSetting::setValue(const QJsonValue &value)
{
    if (value != m_value) {
        m_value = value;
        Q_EMIT valueChanged();
    }
}

void StoredSetting::setErrorText(const QString &text)
{
    if (text != m_errorText) {
        m_errorText = text;
        Q_EMIT errorTextChanged();
    }
}

} // namespace kinframe::ui
