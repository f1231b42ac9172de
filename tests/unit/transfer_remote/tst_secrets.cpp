// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/secrets/library_secrets.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::transfer;

namespace {

/// Set for the run of this program that has a desktop's keychain.
constexpr const char *withKeychain = "KINFRAME_TEST_WITH_KEYCHAIN";

std::optional<QByteArray> readFrom(SecretStore &store, const QString &name)
{
    const auto read = store.read(name).get();
    return read ? *read : std::optional<QByteArray>("failed: " + read.error().forLog().toUtf8());
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFileKeepsThem();
    void aFileIsForItsOwnerAlone();
    void aDamagedFileIsToldAndLeft();
    void withoutAKeychainTheyLieInTheFile();
    void theKeychainKeepsThem();
    void theKeychainIsPreferred();
    void inAKeychain();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"credentials"_s); }
    QTemporaryDir m_folder;
};

void TestSecrets::initTestCase()
{
    if (!qEnvironmentVariableIsSet(withKeychain)) {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // Not the keychain of who runs the tests.
    }
}

void TestSecrets::aFileKeepsThem()
{
    const QByteArray bytes("\0secret\xff", 8);
    {
        FileSecrets file(path());
        QCOMPARE(readFrom(file, u"a"_s), std::nullopt);
        QVERIFY(file.write(u"a"_s, bytes).get());
        QVERIFY(file.write(u"b"_s, "other").get());
        QVERIFY(file.write(u"b"_s, "third").get());
    }
    FileSecrets again(path());
    QCOMPARE(readFrom(again, u"a"_s), std::optional(bytes));
    QCOMPARE(readFrom(again, u"b"_s), std::optional<QByteArray>("third"));
    QVERIFY(again.remove(u"a"_s).get());
    QVERIFY(again.remove(u"a"_s).get());
    QCOMPARE(readFrom(again, u"a"_s), std::nullopt);
    QCOMPARE(again.place().get()->path, path());
}

void TestSecrets::aFileIsForItsOwnerAlone()
{
    FileSecrets file(path());
    QVERIFY(file.write(u"a"_s, "secret").get());
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFile::permissions(path()), ownerOnly);
    QVERIFY(QFile::setPermissions(path(), ownerOnly | QFile::ReadOther));
    QCOMPARE(readFrom(file, u"a"_s), std::optional<QByteArray>("secret"));
    QCOMPARE(QFile::permissions(path()), ownerOnly);
}

void TestSecrets::aDamagedFileIsToldAndLeft()
{
    QFile damaged(path());
    QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
    damaged.write("{\"a\": ");
    damaged.close();
    FileSecrets file(path());
    QCOMPARE(file.read(u"a"_s).get().error().code, ErrorCode::FileDamaged);
    QCOMPARE(file.write(u"a"_s, "secret").get().error().code, ErrorCode::FileDamaged);
    QCOMPARE(damaged.size(), 6);
    QVERIFY(QFile::remove(path()));
}

void TestSecrets::withoutAKeychainTheyLieInTheFile()
{
    if (qEnvironmentVariableIsSet(withKeychain)) {
        QSKIP("this run has a keychain");
    }
    LibrarySecrets secrets(u"library"_s, path());
    QVERIFY(secrets.write(u"a"_s, "secret").get());
    QCOMPARE(readFrom(secrets, u"a"_s), std::optional<QByteArray>("secret"));
    const auto place = secrets.place().get();
    QVERIFY(place);
    QCOMPARE(place->kind, SecretPlace::Kind::File);
    QVERIFY(QFile::exists(place->path));
}

void TestSecrets::theKeychainKeepsThem()
{
    if (!qEnvironmentVariableIsSet(withKeychain)) {
        QSKIP("this run has no keychain");
    }
    KeychainSecrets one(u"one"_s);
    KeychainSecrets other(u"other"_s);
    const QByteArray bytes("\0secret\xff", 8);
    QCOMPARE(readFrom(one, u"a"_s), std::nullopt);
    QVERIFY(one.write(u"a"_s, "first").get());
    QVERIFY(one.write(u"a"_s, bytes).get());
    QCOMPARE(readFrom(one, u"a"_s), std::optional(bytes));
    QCOMPARE(readFrom(other, u"a"_s), std::nullopt);
    QVERIFY(one.remove(u"a"_s).get());
    QVERIFY(one.remove(u"a"_s).get());
    QCOMPARE(readFrom(one, u"a"_s), std::nullopt);
}

void TestSecrets::theKeychainIsPreferred()
{
    if (!qEnvironmentVariableIsSet(withKeychain)) {
        QSKIP("this run has no keychain");
    }
    {
        // What a run without a keychain left behind.
        FileSecrets file(path());
        QVERIFY(file.write(u"old"_s, "from the file").get());
    }
    LibrarySecrets secrets(u"library"_s, path());
    QCOMPARE(secrets.place().get()->kind, SecretPlace::Kind::Keychain);
    QCOMPARE(readFrom(secrets, u"old"_s), std::optional<QByteArray>("from the file"));
    QVERIFY(secrets.write(u"old"_s, "from the keychain").get());
    QCOMPARE(readFrom(secrets, u"old"_s), std::optional<QByteArray>("from the keychain"));
    FileSecrets file(path());
    QCOMPARE(readFrom(file, u"old"_s), std::nullopt);
    QVERIFY(secrets.remove(u"old"_s).get());
    QCOMPARE(readFrom(secrets, u"old"_s), std::nullopt);
}

/// Runs this program once more, in a desktop's session of its own with a keychain that is unlocked.
void TestSecrets::inAKeychain()
{
    if (qEnvironmentVariableIsSet(withKeychain)) {
        QSKIP("this run has it");
    }
    for (const QString &needed : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s, u"dbus-send"_s}) {
        if (QStandardPaths::findExecutable(needed).isEmpty()) {
            QSKIP(qPrintable(needed + u" is not installed"_s));
        }
    }
    QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DBUS_SESSION_BUS_ADDRESS"_s, u"GNOME_KEYRING_CONTROL"_s, u"DISPLAY"_s}) {
        environment.remove(name);
    }
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, home.filePath(u"cache"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, home.filePath(u"config"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
    environment.insert(QString::fromLatin1(withKeychain), u"1"_s);
    // A keychain that is still starting would ask a person for the word.
    const QString script = uR"(
        printf word | gnome-keyring-daemon --daemonize --unlock --components=secrets >/dev/null 2>&1
        until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
              string:org.freedesktop.secrets | grep -q true; do sleep 0.05; done
        exec "$0" theKeychainKeepsThem theKeychainIsPreferred)"_s;
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"dbus-run-session"_s, {u"--"_s, u"sh"_s, u"-c"_s, script, QCoreApplication::applicationFilePath()});
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray output = process.readAll();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, output.constData());
    QVERIFY2(output.contains("0 failed, 0 skipped"), output.constData());
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
