// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/engine_settings.h"

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// Blender reads its arguments in order: what comes after -a or -f is not looked at.
constexpr auto blenderLines = u"-b --disable-autoexec {scene}\n"
                              "-E {renderer}\n"
                              "-t {threads}\n"
                              "--python-exit-code 9 --python {settings}\n"
                              "-o {output_dir}/{output_name}_####\n"
                              "-F {format}\n"
                              "{extra}\n"
                              "-s {start} -e {end} -j {step} -a\n"
                              "-f {frame_list}";

constexpr auto mayaLines = u"-r {renderer}\n"
                           "-proj {project}\n"
                           "-s {start} -e {end} -b {step}\n"
                           "-rd {output_dir} -im {output_name} -fnc name.#.ext -pad 4\n"
                           "-of {format}\n"
                           "-x {width} -y {height}\n"
                           "-cam {camera}\n"
                           "-rl {layer}\n"
                           "-ai:threads {arnold_threads}\n"
                           "-threads {vray_threads}\n"
                           "{extra}\n"
                           "{scene}";

constexpr auto unrealLines = u"{scene} {map} -game -LevelSequence={sequence} -MoviePipelineConfig={config}\n"
                             "-windowed -resx={width} -resy={height}\n"
                             "-RenderOffscreen -Unattended -NoLoadingScreen -log -stdout -FullStdOutLogOutput\n"
                             "{extra}";

QStringList argumentsOf(QStringView line)
{
    QStringList arguments;
    QString argument;
    bool isQuoted = false;
    bool isBegun = false;
    for (const QChar character : line) {
        if (character == u'"') {
            isQuoted = !isQuoted;
            isBegun = true;
        } else if (character.isSpace() && !isQuoted) {
            if (isBegun) {
                arguments += argument;
            }
            argument.clear();
            isBegun = false;
        } else {
            argument += character;
            isBegun = true;
        }
    }
    if (isBegun) {
        arguments += argument;
    }
    return arguments;
}

} // namespace

CommandTemplate defaultTemplate(Engine engine)
{
    switch (engine) {
    case Engine::Blender:
        return templateFromText(QStringView(blenderLines).toString());
    case Engine::Maya:
        return templateFromText(QStringView(mayaLines).toString());
    case Engine::Unreal:
        return templateFromText(QStringView(unrealLines).toString());
    case Engine::Command:
        break;
    }
    return {};
}

CommandTemplate templateFromText(const QString &text)
{
    CommandTemplate lines;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (const QStringList arguments = argumentsOf(line); !arguments.isEmpty()) {
            lines += arguments;
        }
    }
    return lines;
}

QString textOf(const CommandTemplate &commandTemplate)
{
    QStringList lines;
    for (const QStringList &arguments : commandTemplate) {
        QStringList words;
        for (const QString &argument : arguments) {
            const bool isPlain = !argument.isEmpty() && !argument.contains(u' ') && !argument.contains(u'\t');
            words += isPlain ? argument : u'"' + argument + u'"';
        }
        lines += words.join(u' ');
    }
    return lines.join(u'\n');
}

} // namespace kinframe::render
