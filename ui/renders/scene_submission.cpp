// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/scene_submission.h"

#include "jobs/progress.h"
#include "render/scene/scene_words.h"
#include "ui/base/ask_on.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"
#include "ui/renders/missing_files.h"
#include "ui/renders/submission_texts.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <cmath>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 tellEvery = 4 << 20; // bytes

QString number(double value)
{
    return QLocale().toString(value, 'g', 8);
}

} // namespace

SceneSubmission::SceneSubmission(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

SceneSubmission::~SceneSubmission()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void SceneSubmission::componentComplete()
{
    m_context = Context::of(this);
    if (const auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &SceneSubmission::changed, Qt::QueuedConnection);
    }
}

template <typename Work, typename Done>
void SceneSubmission::run(State state, Work work, Done done)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_state = state;
    m_error.reset();
    Q_EMIT changed();
    const std::stop_token stop = m_stop.get_token();
    askOn(
        m_pool, this, this, [work = std::move(work), stop]() mutable { return work(stop); }, std::move(done), stop);
}

void SceneSubmission::setFailed(const Error &error)
{
    m_state = State::Failed;
    m_error = error;
    Q_EMIT changed();
}

bool SceneSubmission::isScene(const QUrl &file)
{
    const QString name = file.toLocalFile().toLower();
    for (const auto suffix : {".ma"_L1, ".ma.gz"_L1, ".mb"_L1, ".blend"_L1, ".uproject"_L1}) {
        if (name.endsWith(suffix)) {
            return true;
        }
    }
    return false;
}

void SceneSubmission::open(const QUrl &scene)
{
    if (!m_context || m_context->services().sceneAnalysis == nullptr) {
        return;
    }
    m_path = scene.toLocalFile();
    m_scene.reset();
    run(
        State::Reading,
        [&services = m_context->services(), userId = m_context->userId(), path = m_path](const std::stop_token &stop) {
            return planScene(services, userId, path, stop);
        },
        [this](Result<PlannedScene> planned) {
            if (!planned) {
                setFailed(planned.error());
                return;
            }
            m_scene = std::make_shared<const PlannedScene>(std::move(*planned));
            m_state = State::Ready;
            Q_EMIT changed();
        });
}

void SceneSubmission::lookIn(const QUrl &folder)
{
    if (m_state != State::Ready) {
        return;
    }
    run(
        State::Looking,
        [scene = m_scene, path = folder.toLocalFile()](const std::stop_token &stop) -> Result<PlannedScene> {
            PlannedScene found = *scene;
            const auto count = findMissing(found, path, stop);
            return count ? Result<PlannedScene>(std::move(found)) : failed(count);
        },
        [this](Result<PlannedScene> found) {
            if (found) {
                m_scene = std::make_shared<const PlannedScene>(std::move(*found));
            } else {
                m_error = found.error();
            }
            m_state = State::Ready;
            Q_EMIT changed();
        });
}

QString SceneSubmission::problemWith(const QVariantMap &wishes) const
{
    if (!m_scene) {
        return {};
    }
    const auto request = requestFor(*m_scene, u"scene"_s, QJsonObject::fromVariantMap(wishes), {});
    return request ? QString() : sentenceOf(request.error());
}

void SceneSubmission::submit(const QVariantMap &wishes)
{
    if (m_state != State::Ready) {
        return;
    }
    m_bytes = 0;
    run(
        State::Storing,
        [this, &services = m_context->services(), scene = m_scene,
         asked = QJsonObject::fromVariantMap(wishes)](const std::stop_token &stop) {
            qint64 told = 0;
            const auto tell = [this, &told](qint64 bytes) {
                if (bytes - told >= tellEvery) {
                    told = bytes;
                    QMetaObject::invokeMethod(
                        this,
                        [this, bytes] {
                            m_bytes = bytes;
                            Q_EMIT progressed();
                        },
                        Qt::QueuedConnection);
                }
            };
            return submitScene(services, *scene, asked, tell, stop);
        },
        [this](const Result<qint64> &task) {
            if (!task) {
                setFailed(task.error());
                return;
            }
            close();
            Q_EMIT made(int(*task));
        });
    Q_EMIT progressed();
}

void SceneSubmission::close()
{
    m_stop.request_stop();
    m_scene.reset();
    m_error.reset();
    m_state = State::Idle;
    Q_EMIT changed();
}

QString SceneSubmission::errorText() const
{
    return m_error ? sentenceOf(*m_error) : QString();
}

QString SceneSubmission::name() const
{
    return QFileInfo(m_path).fileName();
}

QString SceneSubmission::folder() const
{
    return QDir::toNativeSeparators(QFileInfo(m_path).path());
}

QString SceneSubmission::engine() const
{
    return m_scene ? titleOf(m_scene->engine) : QString();
}

QString SceneSubmission::engineProblem() const
{
    return m_scene && m_scene->engineError ? sentenceOf(*m_scene->engineError) : QString();
}

QString SceneSubmission::factsText() const
{
    if (!m_scene) {
        return {};
    }
    const render::SceneFacts &facts = m_scene->scene.facts;
    QStringList texts{titleOf(m_scene->engine)};
    if (!facts.renderer.isEmpty()) {
        texts << facts.renderer;
    }
    if (facts.startFrame && facts.endFrame) {
        texts << tr("frames %1 to %2").arg(number(*facts.startFrame), number(*facts.endFrame));
    }
    if (facts.width && facts.height) {
        texts << tr("%1 × %2 pixels").arg(*facts.width).arg(*facts.height);
    }
    texts << bytesText(m_scene->scene.size);
    return texts.join(u" · ");
}

QString SceneSubmission::filesText() const
{
    if (!m_scene) {
        return {};
    }
    const auto there =
        std::ranges::count_if(m_scene->files, [](const PlannedFile &file) { return !file.source.isEmpty(); });
    return tr("%n file(s) with %1 are stored for it.", nullptr, int(there) + 1).arg(bytesText(sizeOf(*m_scene)));
}

QStringList SceneSubmission::notes() const
{
    QStringList notes;
    if (m_scene) {
        for (const render::SceneNote &note : m_scene->scene.notes) {
            notes << render::textOf(note, windowLanguage());
        }
    }
    return notes;
}

QStringList SceneSubmission::cameras() const
{
    QStringList cameras{tr("As the scene has it")};
    if (m_scene) {
        for (const render::SceneCamera &camera : m_scene->scene.facts.cameras) {
            cameras << (camera.transform.isEmpty() ? camera.shape : camera.transform);
        }
    }
    return cameras;
}

int SceneSubmission::firstFrame() const
{
    return m_scene ? std::max(0, int(std::lround(m_scene->scene.facts.startFrame.value_or(1)))) : 1;
}

int SceneSubmission::lastFrame() const
{
    return m_scene ? std::max(firstFrame(), int(std::lround(m_scene->scene.facts.endFrame.value_or(1)))) : 1;
}

int SceneSubmission::frameStep() const
{
    return m_scene ? std::max(1, int(std::lround(m_scene->scene.facts.frameStep.value_or(1)))) : 1;
}

QVariantList SceneSubmission::missing() const
{
    return m_scene ? missingRows(*m_scene) : QVariantList();
}

int SceneSubmission::missingCount() const
{
    return m_scene ? ui::missingCount(*m_scene) : 0;
}

QString SceneSubmission::version() const
{
    return m_scene ? m_scene->scene.facts.requiredVersion : QString();
}

int SceneSubmission::sceneWidth() const
{
    return m_scene ? m_scene->scene.facts.width.value_or(0) : 0;
}

int SceneSubmission::sceneHeight() const
{
    return m_scene ? m_scene->scene.facts.height.value_or(0) : 0;
}

QVariantList SceneSubmission::sizes() const
{
    return m_scene ? frameSizes(m_scene->scene.facts) : QVariantList();
}

QVariantList SceneSubmission::hardware() const
{
    return m_scene ? hardwareKinds(m_scene->setup) : QVariantList();
}

double SceneSubmission::fraction() const
{
    const qint64 total = m_scene ? sizeOf(*m_scene) : 0;
    return total > 0 ? std::min(1.0, double(m_bytes) / double(total)) : 0;
}

QString SceneSubmission::progressText() const
{
    return m_scene ? tr("%1 of %2").arg(bytesText(m_bytes), bytesText(sizeOf(*m_scene))) : QString();
}

} // namespace kinframe::ui
