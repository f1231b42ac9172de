// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/model_download.h"

#include "faces/recognition.h"
#include "models/model_store.h"
#include "ui/base/context.h"
#include "ui/base/fetch_models.h"
#include "ui/base/sentences.h"
#include "ui/shell/task_texts.h"

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

struct Missing
{
    bool isUsable = true;
    qint64 bytes = 0;
};

/// Of the models that are used where nobody chose others.
Missing missingOf(const models::ModelStore &store)
{
    Missing missing;
    for (const models::ModelStatus &status : store.status()) {
        if (status.model.usual && !status.usable) {
            missing.isUsable = false;
            missing.bytes += status.missingBytes;
        }
    }
    return missing;
}

} // namespace

ModelDownload::ModelDownload(QObject *parent)
    : QObject(parent)
{
}

ModelDownload::~ModelDownload() = default;

void ModelDownload::componentComplete()
{
    m_context = Context::of(this);
    look();
}

void ModelDownload::look()
{
    if (m_context == nullptr || m_state == State::Loading) {
        return;
    }
    m_context->ask(
        this, [&store = m_context->services().models]() -> Result<Missing> { return missingOf(store); },
        [this](const Result<Missing> &missing) {
            if (m_state != State::Loading) {
                m_missingBytes = missing->bytes;
                setState(missing->isUsable ? State::Here : State::Missing);
            }
        });
}

// The fetch waits for the network, so it has a thread of its own and not one of those that answer the window.
void ModelDownload::start()
{
    if (m_context == nullptr || m_state == State::Loading) {
        return;
    }
    m_progress = {};
    setState(State::Loading);
    m_fetching = std::jthread([this, services = m_context->services()](const std::stop_token &stop) {
        const auto tell = [this](const models::FetchProgress &progress) {
            QMetaObject::invokeMethod(this, [this, progress] {
                m_progress = progress;
                Q_EMIT progressed();
            });
        };
        const auto result = fetchModels(services, {}, tell, stop);
        QMetaObject::invokeMethod(this, [this, result] { fetched(result); });
    });
}

void ModelDownload::fetched(const Result<void> &result)
{
    if (result) {
        m_missingBytes = 0;
        setState(State::Here);
    } else if (result.error().code == ErrorCode::Canceled) {
        setState(State::Missing);
    } else {
        setState(State::Failed, sentenceOf(result.error()));
    }
}

void ModelDownload::cancel()
{
    m_fetching.request_stop();
}

double ModelDownload::fraction() const
{
    return m_progress.total > 0 ? double(m_progress.bytes) / double(m_progress.total) : 0;
}

QString ModelDownload::progressText() const
{
    return m_progress.total > 0 ? tr("%1 of %2").arg(bytesText(m_progress.bytes), bytesText(m_progress.total))
                                : QString();
}

QString ModelDownload::sizeText() const
{
    return m_missingBytes > 0 ? bytesText(m_missingBytes) : QString();
}

void ModelDownload::setState(State state, const QString &errorText)
{
    m_state = state;
    m_errorText = errorText;
    Q_EMIT changed();
    Q_EMIT progressed();
}

} // namespace kinframe::ui
