// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/maya_paths.h"

#include <QDir>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

QString inMel(QString text)
{
    return u'"' + text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

} // namespace

std::vector<FileToWrite> mayaPathFiles(const ChunkJob &job)
{
    QString script = u"dirmap -en true;\n"_s;
    for (const PathRule &rule : job.paths) {
        script += u"dirmap -m %1 %2;\n"_s.arg(inMel(rule.from), inMel(rule.to));
    }
    return {{job.workDir + u"/userSetup.mel"_s, script.toUtf8()}};
}

QMap<QString, QString> mayaPathEnvironment(const ChunkJob &job)
{
    return {{u"MAYA_SCRIPT_PATH"_s, job.workDir + QDir::listSeparator() + u"{inherited}"_s}};
}

} // namespace kinframe::render
