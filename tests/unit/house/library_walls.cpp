// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library_walls.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

bool matches(const QString &pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

bool isWindowHeader(const QString &target)
{
    return matches(
        u"(QtQuick|QtQml|QtWidgets|QtQuickControls2)(/.*)?|Q(Quick|Qml|JS)\\w+|Q(Application|Widget|MainWindow|"
        "Dialog|MessageBox|SystemTrayIcon|Menu)"_s,
        target);
}

bool isGuiHeader(const QString &target)
{
    return matches(
        u"QtGui(/.*)?|Q(GuiApplication|Image|ImageReader|ImageWriter|Pixmap|Color|ColorSpace|Painter|Icon|Font|"
        "Window|Clipboard|DesktopServices)"_s,
        target);
}

bool isUmbrella(const QString &target)
{
    return matches(u"Qt(Core|Gui|Network|Qml|Quick|Widgets|HttpServer|WebSockets|Concurrent|Test|Sql|Xml)|"
                   "opencv2/opencv\\.hpp|boost/asio\\.hpp"_s,
                   target);
}

bool isHeavy(const QString &target)
{
    return matches(
        u"(opencv2|exiv2|libheif|libav\\w+|libsw\\w+|hnswlib|curl|rapidjson)/.*|turbojpeg\\.h|jpeglib\\.h|lcms2\\.h|"
        "sqlite3\\.h"_s,
        target);
}

// Our headers that files of another part include, as paths from core/.
QSet<QString> sharedHeaders(const QList<Include> &includes)
{
    QSet<QString> shared;
    for (const Include &include : includes) {
        if (include.quoted && partOf(u"core/"_s + include.target) != partOf(include.file)) {
            shared += include.target;
        }
    }
    return shared;
}

QString whyNot(const Include &include, const QSet<QString> &shared)
{
    const bool inCore = include.file.startsWith("core/"_L1);
    if (inCore && isWindowHeader(include.target)) {
        return u"core draws no windows (%1)"_s.arg(include.target);
    }
    if (inCore && isGuiHeader(include.target) && partOf(include.file) != u"media") {
        return u"only media may use Qt Gui (%1)"_s.arg(include.target);
    }
    if (!include.file.endsWith(".h"_L1)) {
        return {};
    }
    if (isUmbrella(include.target)) {
        return u"%1 is a whole library; name what is used"_s.arg(include.target);
    }
    if (inCore && isHeavy(include.target) && shared.contains(include.file.mid(5))) {
        return u"%1 reaches other parts through this header"_s.arg(include.target);
    }
    return {};
}

} // namespace

QList<Breach> libraryBreaches(const QList<Include> &includes)
{
    const QSet<QString> shared = sharedHeaders(includes);
    QList<Breach> breaches;
    for (const Include &include : includes) {
        if (include.quoted) {
            continue;
        }
        if (const QString reason = whyNot(include, shared); !reason.isEmpty()) {
            breaches += {include.file, include.line, reason};
        }
    }
    return breaches;
}

QList<Breach> linkBreaches(const QString &root)
{
    static const QRegularExpression windows(u"Qt6?::(Quick|Qml|Widgets)\\w*"_s);
    static const QRegularExpression gui(u"Qt6?::Gui\\b"_s);
    QList<Breach> breaches;
    QDirIterator entry(root + u"/core"_s, {u"CMakeLists.txt"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (entry.hasNext()) {
        QFile file(entry.next());
        const QString name = QDir(root).relativeFilePath(file.fileName());
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("%s cannot be read", qPrintable(name));
        }
        for (int number = 1; !file.atEnd(); ++number) {
            const QString line = QString::fromUtf8(file.readLine()).section(u'#', 0, 0);
            const bool wrong =
                windows.match(line).hasMatch() || (gui.match(line).hasMatch() && !name.startsWith("core/media/"_L1));
            if (wrong) {
                breaches += {name, number, u"core does not link this: "_s + line.trimmed()};
            }
        }
    }
    return breaches;
}
