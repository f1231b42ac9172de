// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/invocation.h"
#ifdef KINFRAME_WINDOW
#include "app/window/window.h"
#endif
#include "base/log.h"
#include "library/library_folder.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#ifdef KINFRAME_WINDOW
#include <QGuiApplication>
#endif

#include <map>
#include <variant>

using namespace Qt::StringLiterals;

namespace kinframe::app {
namespace {

const QString help = uR"(Kinframe keeps your photos, finds the people in them, and shares them on your network.

  kinframe                              the window, with the server inside
  kinframe window [PATH...]             the window, which asks how to add these files and folders
  kinframe serve                        the server alone
      --host ADDRESS --port N           where it listens: 127.0.0.1 and 8000; port 0 picks a free one
      --tls                             encrypted, with a certificate made at first use
      --json                            say the address as JSON
      --trust-loopback                  let programs of this computer act as the owner without a key
  kinframe import PATH... [--in-place]  add files and folders; --in-place leaves them where they are
  kinframe download URL...              fetch files (into KINFRAME_DOWNLOADS; else Pictures/Kinframe)
  kinframe download ID... --server NAME   the same with photos of another library
  kinframe recognize PHOTO [--size 10]  who is in a photo, and their other photos, as JSON
  kinframe recognize --again            look for all faces anew; what you corrected stays
  kinframe user add NAME [--admin] [--password WORD] | user list
  kinframe key create [--user NAME] [--name TEXT]   a key for programs; shown once
  kinframe models fetch | status | use NAME         the face models
  kinframe status                       what the library holds and does
  kinframe backup DIR                   copy the library there; again: only what is new
  kinframe restore DIR                  put the newest backup of DIR into an unused library
  kinframe check                        read every file against its hash

  --data DIR                            the library's folder (KINFRAME_DATA; else the system's place)
  --help, --version
)"_s;

const QString windowCommand = u"window"_s;

using Command = int (*)(const Invocation &);

const std::map<QString, Command> &commands()
{
    static const std::map<QString, Command> all{
        {u"serve"_s, runServe},         {u"download"_s, runDownload}, {u"import"_s, runImport},
        {u"recognize"_s, runRecognize}, {u"user"_s, runUser},         {u"key"_s, runKey},
        {u"models"_s, runModels},       {u"status"_s, runStatus},     {u"backup"_s, runBackup},
        {u"restore"_s, runRestore},     {u"check"_s, runCheck}};
    return all;
}

int wrongUse(const QString &reason)
{
    fail({ErrorCode::WrongUse, {{u"reason"_s, reason}}, {}});
    return WrongUse;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({{u"data"_s, {}, u"DIR"_s},
                       {u"host"_s, {}, u"ADDRESS"_s, u"127.0.0.1"_s},
                       {u"port"_s, {}, u"N"_s, u"8000"_s},
                       {u"size"_s, {}, u"N"_s, u"10"_s},
                       {u"user"_s, {}, u"NAME"_s},
                       {u"name"_s, {}, u"TEXT"_s},
                       {u"password"_s, {}, u"WORD"_s},
                       {u"server"_s, {}, u"NAME"_s},
                       QCommandLineOption(u"tls"_s),
                       QCommandLineOption(u"json"_s),
                       QCommandLineOption(u"trust-loopback"_s),
                       QCommandLineOption(u"in-place"_s),
                       QCommandLineOption(u"again"_s),
                       QCommandLineOption(u"admin"_s),
                       QCommandLineOption(u"help"_s),
                       QCommandLineOption(u"version"_s)});
}

/// A number of an option within its bounds; WrongUse otherwise.
bool readNumber(const QCommandLineParser &parser, const QString &option, int least, int most, int &number)
{
    bool ok = false;
    number = parser.value(option).toInt(&ok);
    return ok && number >= least && number <= most;
}

/// What the arguments ask for, or the exit code where there is nothing to do.
std::variant<Invocation, int> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) {
        return wrongUse(parser.errorText().chopped(parser.errorText().endsWith(u'.') ? 1 : 0));
    }
    if (parser.isSet(u"help"_s)) {
        printLine(help.trimmed());
        return Done;
    }
    if (parser.isSet(u"version"_s)) {
        printLine(u"kinframe "_s + QStringLiteral(KINFRAME_VERSION));
        return Done;
    }
    Invocation invocation;
    invocation.words = parser.positionalArguments();
    invocation.command = invocation.words.isEmpty() ? windowCommand : invocation.words.takeFirst();
    invocation.options = parser.optionNames();
    invocation.data = parser.isSet(u"data"_s) ? parser.value(u"data"_s) : library::LibraryFolder::defaultRoot();
    invocation.host = parser.value(u"host"_s);
    invocation.user = parser.value(u"user"_s);
    invocation.name = parser.value(u"name"_s);
    invocation.password = parser.value(u"password"_s);
    invocation.server = parser.value(u"server"_s);
    if (!readNumber(parser, u"port"_s, 0, 65535, invocation.port)) {
        return wrongUse(u"--port takes a number from 0 to 65535"_s);
    }
    if (!readNumber(parser, u"size"_s, 1, 1000, invocation.size)) {
        return wrongUse(u"--size takes a number from 1 to 1000"_s);
    }
    return invocation;
}

int runCommand(const Invocation &invocation)
{
    const auto command = commands().find(invocation.command);
    if (command == commands().end()) {
        return wrongUse(u"There is no command “%1”"_s.arg(invocation.command));
    }
    return command->second(invocation);
}

int run(int &argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.push_back(QString::fromLocal8Bit(argv[i]));
    }
    // Before there is an application: which kind of one is needed depends on it. The folder of the library does too,
    // for its name.
    QCoreApplication::setApplicationName(u"kinframe"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KINFRAME_VERSION));
    const auto parsed = parse(arguments);
    if (const int *code = std::get_if<int>(&parsed)) {
        return *code;
    }
    const auto &invocation = std::get<Invocation>(parsed);
    if (invocation.command != windowCommand) {
        QCoreApplication application(argc, argv);
        return runCommand(invocation);
    }
#ifdef KINFRAME_WINDOW
    if (hasDisplay()) {
        const ScreenWords words;
        const QGuiApplication application(argc, argv);
        words.end();
        return runWindow(invocation);
    }
#endif
    return fail({ErrorCode::NoDisplay, {}, {}});
}

} // namespace
} // namespace kinframe::app

int main(int argc, char *argv[])
{
    kinframe::installLog({});
    return kinframe::app::run(argc, argv);
}
