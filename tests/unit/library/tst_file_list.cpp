// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/file_list.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace kinframe;

class FileListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatIsMissingOrLockedIsTold();
    void itCanBeStopped();
    void theVisitorCanEndIt();
    void onlyMediaOfAFolderIsVisited();
    void linksToFoldersAreNotFollowed();
    void aNamedFileIsVisitedWhateverItIs();

private:
    QString make(const QString &name)
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) ? path : QString();
    }
    Result<void> walk(const QStringList &paths, const std::stop_token &stop = {})
    {
        m_visited.clear();
        m_unreadable.clear();
        return library::walkFiles(
            paths,
            [&](const QString &path) {
                m_visited << QDir(m_folder->path()).relativeFilePath(path);
                return m_visited.size() < m_most;
            },
            [&](const QString &path, const Error &error) { m_unreadable.emplace_back(path, error.code); }, stop);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_visited;
    qsizetype m_most = 1000;
    std::vector<std::pair<QString, ErrorCode>> m_unreadable;
};

void FileListTest::whatIsMissingOrLockedIsTold()
{
    make(u"a/1.jpg"_s);
    make(u"locked/2.jpg"_s);
    QVERIFY(QFile::setPermissions(m_folder->filePath(u"locked"_s), QFileDevice::WriteOwner));
    const QString missing = m_folder->filePath(u"missing"_s);
    const auto walked = walk({missing, m_folder->path()});
    QFile::setPermissions(m_folder->filePath(u"locked"_s),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QVERIFY(walked);
    QVERIFY(m_visited.contains(u"a/1.jpg"_s));
    QCOMPARE(m_unreadable.front(), std::pair(missing, ErrorCode::FileNotFound));
    if (::geteuid() != 0) {
        QCOMPARE(m_unreadable.size(), size_t(2));
        QCOMPARE(m_unreadable.back().second, ErrorCode::FileUnreadable);
    }
}

void FileListTest::itCanBeStopped()
{
    make(u"1.jpg"_s);
    std::stop_source stop;
    stop.request_stop();
    const auto walked = walk({m_folder->path()}, stop.get_token());
    QVERIFY(!walked);
    QCOMPARE(walked.error().code, ErrorCode::Canceled);
    QVERIFY(m_visited.isEmpty());
}

void FileListTest::theVisitorCanEndIt()
{
    make(u"1.jpg"_s);
    make(u"2.jpg"_s);
    m_most = 1;
    QVERIFY(!walk({m_folder->path()}));
    QCOMPARE(m_visited, QStringList{u"1.jpg"_s});
    m_most = 1000;
}

void FileListTest::onlyMediaOfAFolderIsVisited()
{
    for (const QString &name : {u"b/2.JPG"_s, u"a.png"_s, u"a.png.xmp"_s, u".hidden.jpg"_s, u".cache/3.jpg"_s,
                                u"notes.txt"_s, u"b/clip.mov"_s, u"noext"_s}) {
        make(name);
    }
    QVERIFY(walk({m_folder->path()}));
    QCOMPARE(m_visited, (QStringList{u"a.png"_s, u"b/2.JPG"_s, u"b/clip.mov"_s}));
    QVERIFY(m_unreadable.empty());
}

void FileListTest::linksToFoldersAreNotFollowed()
{
    const QString file = make(u"a/1.jpg"_s);
    QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(u"a/round"_s)));
    QVERIFY(QFile::link(file, m_folder->filePath(u"a/linked.jpg"_s)));
    QVERIFY(walk({m_folder->path()}));
    QCOMPARE(m_visited, (QStringList{u"a/1.jpg"_s, u"a/linked.jpg"_s}));
}

void FileListTest::aNamedFileIsVisitedWhateverItIs()
{
    QVERIFY(walk({make(u"notes.txt"_s)}));
    QCOMPARE(m_visited, QStringList{u"notes.txt"_s});
}

QTEST_GUILESS_MAIN(FileListTest)
#include "tst_file_list.moc"
