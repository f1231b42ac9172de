// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_names.h"

#include "base/files.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/syscall.h>
#endif

namespace kinframe {
namespace {

using namespace Qt::StringLiterals;

// File systems allow 255; some of it is left for ` (2)` and what programs put behind a name while they write.
constexpr qsizetype longestName = 240; // bytes as UTF-8
constexpr qsizetype longestSuffix = 32;

/// Names that are devices on Windows, with whatever suffix.
bool isDevice(const QString &name)
{
    static const std::array devices{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s, u"CONIN$"_s, u"CONOUT$"_s};
    const QString base = name.left(name.indexOf(u'.')).trimmed().toUpper();
    const bool isNumbered =
        base.size() == 4 && base[3].isDigit() && (base.startsWith("COM"_L1) || base.startsWith("LPT"_L1));
    return isNumbered || std::find(devices.begin(), devices.end(), base) != devices.end();
}

/// At most so many bytes as UTF-8, cut between two characters.
QString cut(const QString &text, qsizetype bytes)
{
    QString result = text;
    while (result.toUtf8().size() > bytes) {
        result.chop(result.size() > 1 && result.back().isLowSurrogate() ? 2 : 1);
    }
    return result;
}

#ifndef Q_OS_WIN

bool isUnknownHere(int error)
{
    return error == ENOSYS || error == EINVAL || error == ENOTSUP || error == EPERM;
}

/// Takes the name with an empty file, then puts ours over that: for file systems that know neither of the better ways.
int overOwnPlaceholder(const char *from, const char *to)
{
    const int handle = ::open(to, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (handle < 0) {
        return -1;
    }
    ::close(handle);
    return ::rename(from, to);
}

int renameNoReplace(const char *from, const char *to)
{
#ifdef Q_OS_LINUX
    constexpr unsigned noReplace = 1;
    if (::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, noReplace) == 0) {
        return 0;
    }
    if (!isUnknownHere(errno)) {
        return -1;
    }
#endif
    if (::link(from, to) == 0) {
        return ::unlink(from);
    }
    return isUnknownHere(errno) ? overOwnPlaceholder(from, to) : -1;
}

#endif

} // namespace

QString safeFileName(const QString &name)
{
    QString safe = name.normalized(QString::NormalizationForm_C);
    for (QChar &c : safe) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7F || u"/\\:*?\"<>|"_s.contains(c)) {
            c = u'_';
        }
    }
    safe = safe.trimmed();
    while (safe.endsWith(u'.') || safe.endsWith(u' ')) {
        safe.chop(1);
    }
    if (isDevice(safe)) {
        safe.prepend(u'_');
    }
    if (safe.toUtf8().size() <= longestName) {
        return safe;
    }
    const QString suffix = QFileInfo(safe).suffix();
    const QString tail = suffix.isEmpty() || suffix.toUtf8().size() > longestSuffix ? QString() : u'.' + suffix;
    return cut(safe.chopped(tail.size()), longestName - tail.toUtf8().size()).trimmed() + tail;
}

QString numberedName(const QString &name, int number)
{
    if (number == 1) {
        return name;
    }
    const QFileInfo info(name);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return u"%1 (%2)%3"_s.arg(info.completeBaseName()).arg(number).arg(suffix);
}

Result<bool> renameToNew(const QString &from, const QString &to)
{
#ifdef Q_OS_WIN
    // Over nothing: that needs a flag which is not given.
    if (::MoveFileExW(reinterpret_cast<const wchar_t *>(from.utf16()), reinterpret_cast<const wchar_t *>(to.utf16()),
                      MOVEFILE_WRITE_THROUGH) != 0) {
        return true;
    }
    if (QFileInfo::exists(to)) {
        return false;
    }
    return fail(ErrorCode::DiskFailed, {{u"path"_s, to}, {u"reason"_s, qt_error_string()}});
#else
    if (renameNoReplace(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0) {
        return true;
    }
    return errno == EEXIST ? Result<bool>(false) : Failure(systemError(to, errno));
#endif
}

} // namespace kinframe
