// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/scene_places.h"

#include "render/scene/scene_analysis.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"
#include "ui/base/undo_stack.h"

#include <QDir>
#include <QPointer>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using render::PathMapping;
using render::SceneSettings;

// As the API has it.
constexpr int most = 1000;
constexpr int longest = 4096;

Result<SceneSettings> stored(const Services &services)
{
    return services.sceneAnalysis->settings();
}

QVariantMap pairOf(const QString &from, const QString &to)
{
    return {{u"from"_s, from}, {u"to"_s, to}};
}

} // namespace

void ScenePlaces::componentComplete()
{
    m_context = Context::of(this);
    if (const auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &ScenePlaces::changed, Qt::QueuedConnection);
    }
    reload();
}

void ScenePlaces::reload()
{
    if (m_context == nullptr || m_context->services().sceneAnalysis == nullptr) {
        return;
    }
    if (m_status != Status::Ready) {
        m_status = Status::Loading;
        Q_EMIT changed();
    }
    m_question.ask(
        *m_context, this, [&services = m_context->services()](const std::stop_token &) { return stored(services); },
        [this](Result<SceneSettings> settings) { show(std::move(settings)); });
}

void ScenePlaces::show(Result<SceneSettings> settings)
{
    if (settings) {
        m_status = Status::Ready;
        m_error.reset();
        m_settings = std::move(*settings);
    } else {
        m_status = m_status == Status::Ready ? Status::Ready : Status::Failed;
        m_error = settings.error();
    }
    Q_EMIT changed();
}

void ScenePlaces::put(SceneSettings settings)
{
    m_question.drop();
    m_settings = std::move(settings);
    m_error.reset();
    Q_EMIT changed();
    m_keeping.begin();
}

void ScenePlaces::keep()
{
    m_context->ask(
        this,
        [&services = m_context->services(), settings = m_settings] { return services.sceneAnalysis->set(settings); },
        [this](const Result<void> &kept) {
            if (m_keeping.ended() && !kept) {
                // What holds is shown again, with why the change is not there.
                m_context->ask(
                    this, [&services = m_context->services()] { return stored(services); },
                    [this, error = kept.error()](Result<SceneSettings> held) {
                        show(std::move(held));
                        m_error = error;
                        Q_EMIT changed();
                    });
            }
        });
}

void ScenePlaces::change(const Change &forth, const QString &text, const Change &back)
{
    if (m_status != Status::Ready) {
        return;
    }
    const auto act = [self = QPointer<ScenePlaces>(this)](const Change &way) {
        if (self) {
            SceneSettings settings = self->m_settings;
            way(settings);
            self->put(std::move(settings));
        }
    };
    act(forth);
    UndoStack *stack = UndoStack::of(this);
    if (back && stack != nullptr) {
        stack->push({text, [act, back] { act(back); }, [act, forth] { act(forth); }});
    }
}

QString ScenePlaces::errorText() const
{
    return m_error ? sentenceOf(*m_error) : QString();
}

QStringList ScenePlaces::folders() const
{
    QStringList folders;
    for (const QString &folder : m_settings.folders) {
        folders += QDir::toNativeSeparators(folder);
    }
    return folders;
}

QVariantList ScenePlaces::variables() const
{
    QVariantList rows;
    for (auto variable = m_settings.variables.cbegin(); variable != m_settings.variables.cend(); ++variable) {
        rows += pairOf(variable.key(), variable.value());
    }
    return rows;
}

QVariantList ScenePlaces::mappings() const
{
    QVariantList rows;
    for (const PathMapping &mapping : m_settings.mappings) {
        rows += pairOf(mapping.from, mapping.to);
    }
    return rows;
}

QString ScenePlaces::pathOf(const QUrl &folder)
{
    return QDir::toNativeSeparators(folder.toLocalFile());
}

void ScenePlaces::addFolder(const QUrl &folder)
{
    const QString path = QDir::cleanPath(folder.toLocalFile());
    if (!folder.isLocalFile() || m_settings.folders.contains(path) || m_settings.folders.size() >= most) {
        return;
    }
    change([path](SceneSettings &settings) { settings.folders += path; }, tr("“%1” may hold scenes").arg(path),
           [path](SceneSettings &settings) { settings.folders.removeOne(path); });
}

void ScenePlaces::removeFolder(int row)
{
    if (row < 0 || row >= m_settings.folders.size()) {
        return;
    }
    const QString path = m_settings.folders[row];
    change([path](SceneSettings &settings) { settings.folders.removeOne(path); }, tr("“%1” removed").arg(path),
           [path, row](SceneSettings &settings) {
               settings.folders.insert(std::min<qsizetype>(row, settings.folders.size()), path);
           });
}

QString ScenePlaces::setVariable(int row, const QString &name, const QString &value)
{
    static const QRegularExpression names(u"^\\w{1,100}$"_s);
    QString bare = name.trimmed();
    if (bare.startsWith(u'$')) {
        bare.remove(0, 1);
    }
    const QString meaning = value.trimmed();
    const QString before = m_settings.variables.keys().value(row);
    if (!names.match(bare).hasMatch()) {
        return tr("The name of a variable has letters, digits and _ only.");
    }
    if (meaning.isEmpty() || meaning.size() > longest) {
        return tr("Say what it stands for, such as a folder.");
    }
    if (bare != before && m_settings.variables.contains(bare)) {
        return tr("There is a variable “%1” already. Change that one.").arg(bare);
    }
    if (before.isEmpty() && m_settings.variables.size() >= most) {
        return tr("There can be at most %n variables.", nullptr, most);
    }
    change([before, bare, meaning](SceneSettings &settings) {
        settings.variables.remove(before);
        settings.variables.insert(bare, meaning);
    });
    return {};
}

QString ScenePlaces::setMapping(int row, const QString &from, const QString &to)
{
    const PathMapping mapping{from.trimmed(), QDir::cleanPath(QDir::fromNativeSeparators(to.trimmed()))};
    const bool isNew = row < 0 || row >= int(m_settings.mappings.size());
    if (mapping.from.isEmpty() || mapping.from.size() > longest) {
        return tr("Say how the paths begin on the other computer, such as Z:/show.");
    }
    if (!QDir::isAbsolutePath(mapping.to) || mapping.to.size() > longest) {
        return tr("Say which folder of this computer that is, from its root on.");
    }
    if (isNew && int(m_settings.mappings.size()) >= most) {
        return tr("There can be at most %n of them.", nullptr, most);
    }
    change([row, isNew, mapping](SceneSettings &settings) {
        if (isNew) {
            settings.mappings.push_back(mapping);
        } else {
            settings.mappings[size_t(row)] = mapping;
        }
    });
    return {};
}

void ScenePlaces::removeVariable(int row)
{
    const QString name = m_settings.variables.keys().value(row);
    if (name.isEmpty()) {
        return;
    }
    change([name](SceneSettings &settings) { settings.variables.remove(name); }, tr("“%1” removed").arg(name),
           [name, value = m_settings.variables.value(name)](SceneSettings &settings) {
               settings.variables.insert(name, value);
           });
}

void ScenePlaces::removeMapping(int row)
{
    if (row < 0 || row >= int(m_settings.mappings.size())) {
        return;
    }
    const PathMapping mapping = m_settings.mappings[size_t(row)];
    change(
        [mapping](SceneSettings &settings) {
            const auto found = std::ranges::find(settings.mappings, mapping);
            if (found != settings.mappings.end()) {
                settings.mappings.erase(found);
            }
        },
        tr("“%1” removed").arg(mapping.from),
        [mapping, row](SceneSettings &settings) {
            const int place = std::min(row, int(settings.mappings.size()));
            settings.mappings.insert(settings.mappings.begin() + place, mapping);
        });
}

} // namespace kinframe::ui
