// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/face_networks.h"

#include "faces/recognition.h"
#include "ui/base/fetch_models.h"
#include "ui/base/sentences.h"

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using models::ModelRole;
using models::ModelStatus;

qint64 sizeOf(const ModelStatus &network)
{
    qint64 size = 0;
    for (const models::FileStatus &file : network.files) {
        size += file.size;
    }
    return size;
}

} // namespace

FaceNetworks::~FaceNetworks() = default;

void FaceNetworks::begin()
{
    connect(context(), &Context::happened, this, [this](const std::vector<Event> &events) {
        for (const Event &event : events) {
            // Fetched from elsewhere, as at the first start.
            if (event.type == u"job.progress" && event.details.value("kind"_L1).toString() == u"models" &&
                event.details.value("ended"_L1).toBool()) {
                reload();
                return;
            }
        }
    });
}

int FaceNetworks::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.networks.size());
}

bool FaceNetworks::isUsed(const ModelStatus &network) const
{
    if (network.model.role == ModelRole::Detector || m_found.recogniser.isEmpty()) {
        return network.model.usual;
    }
    return network.model.name == m_found.recogniser;
}

QVariant FaceNetworks::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ModelStatus &network = m_found.networks[size_t(index.row())];
    switch (role) {
    case NameRole:
        return network.model.name;
    case TitleRole:
        return network.model.role == ModelRole::Detector ? tr("Finds faces") : tr("Tells people apart");
    case DetailRole:
        return network.usable ? tr("%1, %2 on the disk").arg(network.model.name, bytesText(sizeOf(network)))
                              : tr("%1, %2 to download").arg(network.model.name, bytesText(network.missingBytes));
    case LicenceRole:
        return tr("Licence: %1").arg(network.model.licence);
    case LicenceUrlRole:
        return network.model.licenceUrl;
    case IsRecogniserRole:
        return network.model.role == ModelRole::Recogniser;
    case IsUsedRole:
        return isUsed(network);
    case IsHereRole:
        return network.usable;
    case CanFetchRole:
        return !network.usable && network.fetchable;
    case ProblemRole:
        if (!network.usable && !network.fetchable) {
            return tr("It cannot be downloaded. Put its files into the folder “%1”.")
                .arg(context() ? context()->services().models.folder() : QString());
        }
        for (const models::FileStatus &file : network.files) {
            if (file.state == models::FileState::WrongHash || file.state == models::FileState::Unreadable) {
                return tr("The file “%1” is not what it should be. Download it again.").arg(file.path);
            }
        }
        return QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> FaceNetworks::roleNames() const
{
    return {{NameRole, "name"},          {TitleRole, "title"},           {DetailRole, "detail"},
            {LicenceRole, "licence"},    {LicenceUrlRole, "licenceUrl"}, {IsRecogniserRole, "isRecogniser"},
            {IsUsedRole, "isUsed"},      {IsHereRole, "isHere"},         {CanFetchRole, "canFetch"},
            {ProblemRole, "problemText"}};
}

double FaceNetworks::fraction() const
{
    return m_progress.total > 0 ? double(m_progress.bytes) / double(m_progress.total) : 0;
}

QString FaceNetworks::progressText() const
{
    return m_progress.total > 0 ? tr("%1 of %2").arg(bytesText(m_progress.bytes), bytesText(m_progress.total))
                                : QString();
}

void FaceNetworks::reload()
{
    if (!context()) {
        return;
    }
    if (status() == Status::Unloaded) {
        setStatus(Status::Loading);
    }
    m_question.ask(
        *context(), this,
        [services = context()->services()](const std::stop_token &) -> Result<Found> {
            auto chosen = services.recognition.chosen();
            if (!chosen) {
                return failed(chosen);
            }
            return Found{services.models.status(), *chosen};
        },
        [this](Result<Found> found) {
            if (!found) {
                setFailed(found.error());
                return;
            }
            const bool isSameList = found->networks.size() == m_found.networks.size();
            if (!isSameList) {
                beginResetModel();
            }
            m_found = std::move(*found);
            if (!isSameList) {
                endResetModel();
            } else if (rowCount({}) > 0) {
                Q_EMIT dataChanged(index(0), index(rowCount({}) - 1));
            }
            setStatus(Status::Ready);
        });
}

// It waits for the network, so it has a thread of its own and not one of those that answer the window.
void FaceNetworks::fetch(const QString &name)
{
    if (!context() || !m_fetching.isEmpty()) {
        return;
    }
    setActErrorText({});
    m_fetching = name;
    m_progress = {};
    Q_EMIT progressed();
    m_fetcher = std::jthread([this, name, services = context()->services()](const std::stop_token &stop) {
        const auto tell = [this](const models::FetchProgress &progress) {
            QMetaObject::invokeMethod(this, [this, progress] {
                m_progress = progress;
                Q_EMIT progressed();
            });
        };
        const auto result = fetchModels(services, {name}, tell, stop);
        QMetaObject::invokeMethod(this, [this, result] { fetched(result); });
    });
}

void FaceNetworks::fetched(const Result<void> &result)
{
    m_fetching.clear();
    m_progress = {};
    Q_EMIT progressed();
    if (!result && result.error().code != ErrorCode::Canceled) {
        setActErrorText(sentenceOf(result.error()));
    }
    reload();
}

void FaceNetworks::cancelFetch()
{
    m_fetcher.request_stop();
}

void FaceNetworks::choose(const QString &name)
{
    if (!context() || m_isMeasuring) {
        return;
    }
    setActErrorText({});
    setMeasuring(true);
    context()->ask(
        this, [&recognition = context()->services().recognition, name] { return recognition.choose(name); },
        [this](const Result<void> &chosen) {
            setMeasuring(false);
            if (!chosen) {
                setActErrorText(sentenceOf(chosen.error()));
            }
            reload();
        });
}

void FaceNetworks::lookAgain()
{
    if (!context() || m_isMeasuring) {
        return;
    }
    setActErrorText({});
    setMeasuring(true);
    context()->ask(
        this,
        [&recognition = context()->services().recognition, user = context()->userId()] {
            return recognition.runAgain(user);
        },
        [this](const Result<qint64> &photos) {
            setMeasuring(false);
            if (photos) {
                Q_EMIT lookingAgain(int(*photos));
            } else {
                setActErrorText(sentenceOf(photos.error()));
            }
        });
}

void FaceNetworks::setActErrorText(const QString &text)
{
    if (text != m_actErrorText) {
        m_actErrorText = text;
        Q_EMIT actErrorTextChanged();
    }
}

void FaceNetworks::setMeasuring(bool isMeasuring)
{
    if (isMeasuring != m_isMeasuring) {
        m_isMeasuring = isMeasuring;
        Q_EMIT measuringChanged();
    }
}

} // namespace kinframe::ui
