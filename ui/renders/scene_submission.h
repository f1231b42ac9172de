// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/context.h"
#include "ui/renders/scene_files.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QThreadPool>
#include <QUrl>
#include <QVariantMap>
#include <qqml.h>

#include <memory>
#include <optional>

namespace kinframe::ui {

/// A scene on its way to being rendered: it is read, a person says what is wanted, its files are stored, and the task
/// is made. GUI thread; the work is done on a thread of its own.
class SceneSubmission : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(State state READ state NOTIFY changed)
    /// Why it did not go on and what to do; empty otherwise.
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString folder READ folder NOTIFY changed)
    Q_PROPERTY(QString engine READ engine NOTIFY changed)
    Q_PROPERTY(QString engineProblem READ engineProblem NOTIFY changed)
    /// What the scene says, in one line.
    Q_PROPERTY(QString factsText READ factsText NOTIFY changed)
    Q_PROPERTY(QString filesText READ filesText NOTIFY changed)
    Q_PROPERTY(QStringList notes READ notes NOTIFY changed)
    /// After the first, which stands for whatever the scene says.
    Q_PROPERTY(QStringList cameras READ cameras NOTIFY changed)
    Q_PROPERTY(int firstFrame READ firstFrame NOTIFY changed)
    Q_PROPERTY(int lastFrame READ lastFrame NOTIFY changed)
    Q_PROPERTY(int frameStep READ frameStep NOTIFY changed)
    /// Of each file or set of files that is not (all) there: `path`, `reason`.
    Q_PROPERTY(QVariantList missing READ missing NOTIFY changed)
    /// How many files that is, as far as anybody knows.
    Q_PROPERTY(int missingCount READ missingCount NOTIFY changed)
    /// Of the engine, that the scene asks for; empty: it does not say.
    Q_PROPERTY(QString version READ version NOTIFY changed)
    /// Of the scene's frames in pixels; 0: it does not say.
    Q_PROPERTY(int sceneWidth READ sceneWidth NOTIFY changed)
    Q_PROPERTY(int sceneHeight READ sceneHeight NOTIFY changed)
    /// Of frames, to choose from: `text`, `width`, `height` (pixels; 0: the scene's). The first is the scene's.
    Q_PROPERTY(QVariantList sizes READ sizes NOTIFY changed)
    /// Of each kind of computer: `id`, `text`.
    Q_PROPERTY(QVariantList hardware READ hardware NOTIFY changed)
    /// Of storing, 0 to 1.
    Q_PROPERTY(double fraction READ fraction NOTIFY progressed)
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressed)

public:
    enum class State { Idle, Reading, Ready, Looking, Storing, Failed };
    Q_ENUM(State)

    explicit SceneSubmission(QObject *parent = nullptr);
    /// Stops what is being done, and waits for that.
    ~SceneSubmission() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString engine() const;
    [[nodiscard]] QString engineProblem() const;
    [[nodiscard]] QString factsText() const;
    [[nodiscard]] QString filesText() const;
    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] QStringList cameras() const;
    [[nodiscard]] int firstFrame() const;
    [[nodiscard]] int lastFrame() const;
    [[nodiscard]] int frameStep() const;
    [[nodiscard]] QVariantList missing() const;
    [[nodiscard]] int missingCount() const;
    [[nodiscard]] QString version() const;
    [[nodiscard]] int sceneWidth() const;
    [[nodiscard]] int sceneHeight() const;
    [[nodiscard]] QVariantList sizes() const;
    [[nodiscard]] QVariantList hardware() const;
    [[nodiscard]] double fraction() const;
    [[nodiscard]] QString progressText() const;

    /// Reads that scene; what was before is dropped.
    Q_INVOKABLE void open(const QUrl &scene);
    /// Whether it is a file of this computer that may be a scene.
    [[nodiscard]] Q_INVOKABLE static bool isScene(const QUrl &file);
    /// Looks in the folder for files that are missing.
    Q_INVOKABLE void lookIn(const QUrl &folder);
    /// Why it cannot be asked for like this; empty: it can. Wishes by their names in the API, and `camera`.
    [[nodiscard]] Q_INVOKABLE QString problemWith(const QVariantMap &wishes) const;
    /// Stores the files and makes the task.
    Q_INVOKABLE void submit(const QVariantMap &wishes);
    /// Stops what is being done, and forgets the scene.
    Q_INVOKABLE void close();

    void classBegin() override {}
    void componentComplete() override;

    Q_SIGNAL void changed();
    Q_SIGNAL void progressed();
    Q_SIGNAL void made(int task);

private:
    /// `work(stop)` on the thread, `done(outcome)` here unless it was stopped.
    template <typename Work, typename Done>
    void run(State state, Work work, Done done);
    void setFailed(const Error &error);

    Context *m_context = nullptr;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    QString m_path;
    std::shared_ptr<const PlannedScene> m_scene; ///< null until it is read
    qint64 m_bytes = 0;                          ///< that are stored
    QThreadPool m_pool;
    std::stop_source m_stop;
};

} // namespace kinframe::ui
