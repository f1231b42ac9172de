// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of Immich as it comes from npm, against the real program.
#include "api/immich_cli.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/test_data.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int picturesInOne = 3;
constexpr int picturesInTwo = 2;

} // namespace

class ImmichCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void signsIn_data() { versions(); }
    void signsIn();
    void wrongKeyIsRefused_data() { versions(); }
    void wrongKeyIsRefused();
    void rehearsalSendsNothing_data() { versions(); }
    void rehearsalSendsNothing();
    void secondRunSendsNothing_data() { versions(); }
    void secondRunSendsNothing();
    void sendsWithoutHashes_data() { versions(); }
    void sendsWithoutHashes();
    void sidecarsComeAlong_data() { versions(); }
    void sidecarsComeAlong();
    void foldersBecomeAlbums_data() { versions(); }
    void foldersBecomeAlbums();
    void allGoIntoOneAlbum_data() { versions(); }
    void allGoIntoOneAlbum();
    void deletesOnlyWhatIsKept_data() { versions(); }
    void deletesOnlyWhatIsKept();
    void duplicatesAreDeletedOnlyWhereTheyAreKept();
    void followsAFolder();
    void cleanup();

private:
    static void versions();
    [[nodiscard]] ProgramOutput send(const QStringList &options) const
    {
        return m_cli->run(QStringList{u"upload"_s, u"--recursive"_s} + options + QStringList{m_pictures});
    }
    [[nodiscard]] int photos() const
    {
        return m_client.get(u"/api/assets/statistics"_s).object().value("images"_L1).toInt(-1);
    }
    /// The names of albums with the number of their photos.
    [[nodiscard]] QMap<QString, int> albums() const;
    [[nodiscard]] QStringList left() const { return filesBelow(m_pictures); }
    [[nodiscard]] QString blobOf(const QByteArray &bytes) const
    {
        return m_kinframe->data() + u"/blobs/"_s + blobName(sha256Of(bytes));
    }

    NpmPackages m_packages;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KinframeProcess> m_kinframe;
    std::unique_ptr<ImmichCli> m_cli;
    HttpClient m_client;
    QString m_pictures;
};

void ImmichCliTest::versions()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("2.1.0") << u"2.1.0"_s;
    QTest::newRow("3.2.2") << u"3.2.2"_s;
}

void ImmichCliTest::initTestCase()
{
    m_packages = installImmich(QString::fromUtf8(KINFRAME_NPM_FOLDER));
    if (!m_packages.missing.isEmpty()) {
        QSKIP(qPrintable(m_packages.missing));
    }
    QVERIFY2(m_packages.error.isEmpty(), m_packages.error.constData());
}

void ImmichCliTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_pictures = m_folder->filePath(u"pictures"_s);
    QCOMPARE(writeJpegs(m_pictures + u"/one"_s, picturesInOne).size(), picturesInOne);
    QCOMPARE(writeJpegs(m_pictures + u"/two"_s, picturesInTwo, 100).size(), picturesInTwo);
    m_kinframe = std::make_unique<KinframeProcess>(QString(), Models::None);
    QVERIFY2(m_kinframe->start(), m_kinframe->log().constData());
    m_client = m_kinframe->client();
    const QString version = QString::fromLatin1(QTest::currentDataTag() ? QTest::currentDataTag() : "3.2.2");
    m_cli = std::make_unique<ImmichCli>(m_packages, version, m_folder->filePath(u"configuration"_s));
    QVERIFY(QDir().mkpath(m_folder->filePath(u"configuration"_s)));
    const ProgramOutput login = m_cli->login(m_kinframe->url() + u"/api"_s, m_client.key());
    QVERIFY2(login.exitCode == 0, textOf(login).constData());
}

void ImmichCliTest::cleanup()
{
    if (m_kinframe && m_kinframe->isRunning()) {
        QVERIFY2(m_kinframe->stop(), m_kinframe->log().constData());
    }
}

QMap<QString, int> ImmichCliTest::albums() const
{
    QMap<QString, int> counts;
    for (const QJsonValue album : m_client.get(u"/api/albums"_s).array()) {
        counts.insert(album["albumName"_L1].toString(), album["assetCount"_L1].toInt());
    }
    return counts;
}

void ImmichCliTest::signsIn()
{
    const ProgramOutput info = m_cli->run({u"server-info"_s});
    QVERIFY2(info.exitCode == 0, textOf(info).constData());
    QVERIFY2(info.out.contains("2.7.5") && info.out.contains("Images: 0"), textOf(info).constData());
    QVERIFY2(info.out.contains("jpg") && info.out.contains("mp4"), textOf(info).constData());
}

void ImmichCliTest::wrongKeyIsRefused()
{
    QVERIFY(m_cli->login(m_kinframe->url(), "kk_wrong").exitCode != 0);
    // Also one that may not do it.
    const QJsonObject made =
        m_client.post(u"/api/api-keys"_s, {{u"permissions"_s, QJsonArray{u"asset.read"_s}}}).object();
    QVERIFY(m_cli->login(m_kinframe->url(), made.value("secret"_L1).toString().toLatin1()).exitCode != 0);
}

void ImmichCliTest::rehearsalSendsNothing()
{
    const ProgramOutput output = send({u"--dry-run"_s, u"--delete"_s});
    QVERIFY2(output.exitCode == 0 && output.out.contains("Would have uploaded 5"), textOf(output).constData());
    QCOMPARE(photos(), 0);
    QCOMPARE(left().size(), picturesInOne + picturesInTwo);
}

void ImmichCliTest::secondRunSendsNothing()
{
    const ProgramOutput first = send({});
    QVERIFY2(first.exitCode == 0 && first.out.contains("uploaded 5"), textOf(first).constData());
    QCOMPARE(photos(), picturesInOne + picturesInTwo);
    const ProgramOutput second = send({});
    QVERIFY2(second.exitCode == 0 && second.out.contains("All assets were already uploaded"),
             textOf(second).constData());
    // One more file is the only one that goes.
    QCOMPARE(writeJpegs(m_pictures, 1, 200).size(), 1);
    const ProgramOutput third = send({});
    QVERIFY2(third.exitCode == 0 && third.out.contains("uploaded 1 "), textOf(third).constData());
    QCOMPARE(photos(), picturesInOne + picturesInTwo + 1);
}

void ImmichCliTest::sendsWithoutHashes()
{
    for (int round = 0; round < 2; ++round) {
        const ProgramOutput output = send({u"--skip-hash"_s});
        QVERIFY2(output.exitCode == 0, textOf(output).constData());
        QCOMPARE(photos(), picturesInOne + picturesInTwo);
    }
}

void ImmichCliTest::sidecarsComeAlong()
{
    const QString picture = m_pictures + u"/one/made-00001.jpg"_s;
    QVERIFY(writeBytes(picture + u".xmp"_s,
                       "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                       "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
                       "xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:Rating='4'/></rdf:RDF></x:xmpmeta>"));
    const QString id = ownerAssetId(bytesOf(picture));
    const ProgramOutput output = send({});
    QVERIFY2(output.exitCode == 0, textOf(output).constData());
    const auto rating = [&] {
        return m_client.get(u"/api/assets/"_s + id).object().value("exifInfo"_L1)["rating"_L1].toDouble();
    };
    QVERIFY(waitUntil([&] { return rating() == 4; }));
}

void ImmichCliTest::foldersBecomeAlbums()
{
    const QMap<QString, int> expected{{u"one"_s, picturesInOne}, {u"two"_s, picturesInTwo}};
    for (int round = 0; round < 2; ++round) {
        const ProgramOutput output = send({u"--album"_s});
        QVERIFY2(output.exitCode == 0, textOf(output).constData());
        QCOMPARE(albums(), expected);
    }
}

void ImmichCliTest::allGoIntoOneAlbum()
{
    const ProgramOutput output = send({u"--album-name"_s, u"On the 长城"_s});
    QVERIFY2(output.exitCode == 0, textOf(output).constData());
    const QMap<QString, int> expected{{u"On the 长城"_s, picturesInOne + picturesInTwo}};
    QCOMPARE(albums(), expected);
}

void ImmichCliTest::deletesOnlyWhatIsKept()
{
    QHash<QString, QByteArray> sent;
    for (const QString &file : left()) {
        sent.insert(file, bytesOf(m_pictures + u'/' + file));
    }
    QVERIFY(send({}).exitCode == 0);
    // Two are damaged here before the client sends them again and deletes its own.
    const QByteArray cut = sent.value(u"one/made-00000.jpg"_s);
    const QByteArray other = sent.value(u"one/made-00001.jpg"_s);
    QVERIFY(writeBytes(blobOf(cut), cut.first(100)));
    QVERIFY(writeBytes(blobOf(other), QByteArray(other.size(), 'x')));
    const ProgramOutput output = send({u"--skip-hash"_s, u"--delete"_s});
    QVERIFY2(output.exitCode == 0, textOf(output).constData());
    const QStringList kept = left();
    QVERIFY(kept.size() < sent.size());
    for (auto file = sent.begin(); file != sent.end(); ++file) {
        QVERIFY2(kept.contains(file.key()) || bytesOf(blobOf(*file)) == *file, qPrintable(file.key()));
    }
    QVERIFY(!kept.contains(u"one/made-00000.jpg"_s) && !kept.contains(u"one/made-00001.jpg"_s));
}

void ImmichCliTest::duplicatesAreDeletedOnlyWhereTheyAreKept()
{
    QVERIFY(send({}).exitCode == 0);
    const QStringList files = left();
    QList<QByteArray> sent;
    for (const QString &file : files) {
        sent << bytesOf(m_pictures + u'/' + file);
    }
    QVERIFY(writeBytes(blobOf(sent[0]), sent[0].first(100)));
    QVERIFY(writeBytes(blobOf(sent[1]), QByteArray(sent[1].size(), 'x')));
    QVERIFY(QFile::remove(blobOf(sent[2])));
    const QJsonObject trashed{{u"ids"_s, QJsonArray{ownerAssetId(sent[3])}}};
    QCOMPARE(m_client.send("DELETE", u"/api/assets"_s, QJsonDocument(trashed).toJson(), "application/json").status,
             204);
    const ProgramOutput rehearsal = send({u"--delete-duplicates"_s, u"--dry-run"_s});
    QVERIFY2(rehearsal.out.contains("Found 4 new files and 1 duplicate"), textOf(rehearsal).constData());
    const ProgramOutput output = send({u"--delete-duplicates"_s});
    QVERIFY2(output.exitCode == 0, textOf(output).constData());
    QCOMPARE(left(), files.first(4));
    for (const QByteArray &bytes : sent) {
        QVERIFY(bytesOf(blobOf(bytes)) == bytes);
        const QJsonObject asset = m_client.get(u"/api/assets/"_s + ownerAssetId(bytes)).object();
        QCOMPARE(asset.value("isTrashed"_L1), QJsonValue(false));
    }
}

void ImmichCliTest::followsAFolder()
{
    QProcess watching;
    watching.setWorkingDirectory(m_packages.folder);
    watching.setProcessChannelMode(QProcess::MergedChannels);
    watching.start(m_packages.node, m_cli->command({u"upload"_s, u"--recursive"_s, u"--watch"_s, m_pictures}));
    QVERIFY(waitUntil([&] { return photos() == picturesInOne + picturesInTwo; }));
    QCOMPARE(writeJpegs(m_pictures + u"/two"_s, 1, 300).size(), 1);
    QVERIFY(waitUntil([&] { return photos() == picturesInOne + picturesInTwo + 1; }));
    watching.terminate();
    QVERIFY(watching.waitForFinished());
}

QTEST_GUILESS_MAIN(ImmichCliTest)
#include "tst_immich_cli.moc"
