// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/cluster_form.h"

#include "render/slurm_setup.h"
#include "ui/base/sentences.h"

#include <QCoreApplication>
#include <QLocale>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using render::SlurmSettings;

constexpr int mbPerGb = 1024;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ClusterForm)
};

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty()) {
            lines += trimmed;
        }
    }
    return lines;
}

QString amountText(const render::Needs &has)
{
    QStringList parts{Texts::tr("%n core(s)", nullptr, has.cores)};
    if (has.memoryMb > 0) {
        parts += Texts::tr("%1 GB of memory").arg(QLocale().toString(has.memoryMb / mbPerGb));
    }
    if (has.gpus > 0) {
        parts += Texts::tr("%n graphics card(s)", nullptr, has.gpus);
    }
    return parts.join(u", "_s);
}

} // namespace

QVariantMap textsOf(const SlurmSettings &settings)
{
    QStringList environment;
    for (auto variable = settings.environment.cbegin(); variable != settings.environment.cend(); ++variable) {
        environment += variable.key() + u'=' + variable.value();
    }
    return {{u"partition"_s, settings.partition},
            {u"account"_s, settings.account},
            {u"worker"_s, settings.worker},
            {u"commandFolder"_s, settings.commandFolder},
            {u"arguments"_s, settings.extraArguments.join(u'\n')},
            {u"environment"_s, environment.join(u'\n')}};
}

Result<SlurmSettings> slurmSettingsOf(const QVariantMap &texts)
{
    const auto text = [&texts](const QString &name) { return texts[name].toString().trimmed(); };
    SlurmSettings wanted;
    wanted.partition = text(u"partition"_s);
    wanted.account = text(u"account"_s);
    wanted.worker = text(u"worker"_s);
    wanted.commandFolder = text(u"commandFolder"_s);
    wanted.extraArguments = linesOf(texts[u"arguments"_s].toString());
    for (const QString &line : linesOf(texts[u"environment"_s].toString())) {
        const qsizetype equals = line.indexOf(u'=');
        if (equals <= 0) {
            return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"slurm.environment"_s},
                                                     {u"value"_s, line},
                                                     {u"expected"_s, u"names of variables, each with a text"_s}});
        }
        wanted.environment[line.first(equals).trimmed()] = line.sliced(equals + 1).trimmed();
    }
    return render::slurmSettingsFrom(render::toJson(wanted));
}

QString problemOf(const Error &error)
{
    const QString field = error.fact(u"field"_s);
    const QString value = error.fact(u"value"_s);
    if (field == "slurm.partition"_L1) {
        return Texts::tr("A partition cannot be called “%1”: its name has letters, digits and _ . @ , - only.")
            .arg(value);
    }
    if (field == "slurm.account"_L1) {
        return Texts::tr("An account cannot be called “%1”: its name has letters, digits and _ . @ , - only.")
            .arg(value);
    }
    if (field == "slurm.worker"_L1 || field == "slurm.command_folder"_L1) {
        return Texts::tr("“%1” is no whole path. Begin it at the root, such as /opt/slurm/bin.").arg(value);
    }
    if (field == "slurm.extra_arguments"_L1) {
        return Texts::tr("“%1” cannot be passed on. Options look like --qos=night, one a line; those that name or "
                         "split the job are not for you to set.")
            .arg(value);
    }
    if (field == "slurm.environment"_L1) {
        return Texts::tr("“%1” is no variable. Write NAME=value, one a line.").arg(value);
    }
    return sentenceOf(error);
}

QString foundText(const render::SlurmFound &found)
{
    QString text = Texts::tr("%1 answers.").arg(found.version.isEmpty() ? u"Slurm"_s : found.version);
    text += u' ';
    text += found.partition.isEmpty()
                ? Texts::tr("It has %n computer(s)", nullptr, found.nodes)
                : Texts::tr("Partition “%1” has %n computer(s)", nullptr, found.nodes).arg(found.partition);
    if (found.usableNodes == 0) {
        return text + Texts::tr(", but none of them takes work now. Renders wait until one does.");
    }
    text += Texts::tr(", %n of them ready for work", nullptr, found.usableNodes);
    text += Texts::tr(", together with %1.").arg(amountText(found.capacity.total));
    if (found.usableNodes > 1) {
        text += u' ' + Texts::tr("The largest has %1.").arg(amountText(found.capacity.largest));
    }
    return text;
}

QString testProblemOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return Texts::tr("“%1” is not on this computer. Install the commands of Slurm, or say in which folder they "
                         "are.")
            .arg(error.fact(u"path"_s));
    case ErrorCode::NetworkFailed:
        return Texts::tr("The cluster does not answer: %1. See whether its controller runs, and whether this computer "
                         "and you may use it.")
            .arg(error.fact(u"reason"_s));
    case ErrorCode::Conflict:
        return Texts::tr("The connection is being tested already. Wait until that has ended.");
    case ErrorCode::InvalidArgument:
        if (error.fact(u"field"_s) == "slurm.partition"_L1) {
            return Texts::tr("The cluster has no partition “%1” with computers in it. Leave the name empty for its "
                             "usual one, or ask whoever runs it.")
                .arg(error.fact(u"value"_s));
        }
        return problemOf(error);
    default:
        return sentenceOf(error);
    }
}

} // namespace kinframe::ui
