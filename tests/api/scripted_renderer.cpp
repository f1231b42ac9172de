// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/scripted_renderer.h"

#include "api/made_files.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"
#include "api/test_data.h"

#include <QFile>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

// So short a line is written whole, whoever else writes.
constexpr char functions[] = "begin() { echo \"$1\" >> \"$HERE/begun\"; }\n"
                             "picture() { cp \"$HERE/picture.jpg\" \"$OUT\"; }\n"
                             "OUT=$2\n";

} // namespace

QString ScriptedRenderer::missing()
{
    return QFile::exists(u"/bin/sh"_s) ? QString() : u"there is no /bin/sh"_s;
}

HttpAnswer ScriptedRenderer::setUp(const HttpClient &owner)
{
    if (!writeBytes(path(u"picture.jpg"_s), madeJpeg(1))) {
        return {};
    }
    return useCommand(owner, u"/bin/sh"_s, u"{scene} {frame} {output}"_s, u"jpg"_s);
}

qint64 ScriptedRenderer::makeTask(const HttpClient &client, const QByteArray &script, const QJsonObject &more)
{
    const QByteArray scene = "HERE='" + QFile::encodeName(m_folder.path()) + "'\n" + functions + script + '\n';
    const QString key = dataOf(putFile(client, scene, {}, u"scene.sh"_s)).value("storage_path"_L1).toString();
    QJsonObject body = taskBody(key, more);
    body.insert(u"render_engine"_s, u"command"_s);
    return dataOf(client.post(u"/api/tasks"_s, body)).value("id"_L1).toInteger(-1);
}

QStringList ScriptedRenderer::begun() const
{
    return QString::fromUtf8(bytesOf(path(u"begun"_s))).split(u'\n', Qt::SkipEmptyParts);
}

void ScriptedRenderer::forgetBegun() const
{
    QFile::remove(path(u"begun"_s));
}

bool ScriptedRenderer::touch(const QString &name) const
{
    return writeBytes(path(name), "x");
}

} // namespace kinframe::test
