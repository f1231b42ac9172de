// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model_fixture.h"
#include "models/model_store.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace kinframe;
using namespace kinframe::models;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray finder = testBytes(1000, 1);
const QByteArray plan = testBytes(2000, 2);
const QByteArray weights = testBytes(3000, 3);
const QByteArray single = testBytes(4000, 4);

Manifest manifest()
{
    return {{detector(modelFile(u"finder.onnx"_s, finder)),
             recogniser({{ModelKind::OpenVinoIr, {modelFile(u"k.xml"_s, plan), modelFile(u"k.bin"_s, weights)}},
                         {ModelKind::Onnx, {modelFile(u"k.onnx"_s, single)}}})}};
}

/// As if it had lain there for an hour.
bool age(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) &&
           file.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime);
}

} // namespace

class TestModelStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingHere();
    void inTheDataFolder();
    void inAnotherFolder();
    void oneFolderDeep();
    void halfAPair();
    void halvesInTwoFolders();
    void theOtherForm();
    void aFormThatIsAskedFor();
    void wrongContent();
    void wrongSize();
    void wrongInOneFolderRightInTheNext();
    void unreadable();
    void aFolderOfThatName();
    void unknownNames();
    void statusTellsWhatIsMissing();
    void readOnce();
    void readAgainAfterAChange();
    void aChangeOfThisMomentIsSeen();
    void aBrokenMemoryIsIgnored();
    void withoutAPlaceToRemember();
    void theEnvironment();
    void theRealModels();

private:
    [[nodiscard]] QString other(const QString &name) const { return m_folder->filePath(u"other/"_s + name); }
    [[nodiscard]] QString data(const QString &name) const { return m_folder->filePath(u"data/models/"_s + name); }
    [[nodiscard]] std::unique_ptr<ModelStore> store() const
    {
        return std::make_unique<ModelStore>(manifest(), m_folder->filePath(u"data"_s),
                                            QStringList{m_folder->filePath(u"other"_s)});
    }
    [[nodiscard]] QString errorOf(const QString &name) const
    {
        const auto found = store()->find(name);
        return found ? QString() : found.error().name();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestModelStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir folder(m_folder->path());
    QVERIFY(folder.mkpath(u"other/inner/deeper"_s) && folder.mkpath(u"data/models"_s));
}

void TestModelStore::nothingHere()
{
    const auto found = store()->resolve();
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::ModelMissing);
    QCOMPARE(found.error().fact(u"model"_s), u"finder"_s);
    const ModelStore empty({}, m_folder->path(), {});
    QCOMPARE(empty.resolve().error().code, ErrorCode::ModelMissing);
    QVERIFY(empty.status().empty());
}

void TestModelStore::inTheDataFolder()
{
    QVERIFY(writeFile(data(u"finder.onnx"_s), finder) && writeFile(data(u"k.xml"_s), plan) &&
            writeFile(data(u"k.bin"_s), weights));
    const auto found = store()->resolve();
    QVERIFY(found);
    QCOMPARE(found->detector.files, QStringList{data(u"finder.onnx"_s)});
    QCOMPARE(found->recogniser.files, (QStringList{data(u"k.xml"_s), data(u"k.bin"_s)}));
    QCOMPARE(found->recogniser.kind, ModelKind::OpenVinoIr);
    QCOMPARE(found->recogniser.name, u"knower"_s);
    QCOMPARE(found->recogniser.dimensions, 4);
}

void TestModelStore::inAnotherFolder()
{
    QVERIFY(writeFile(data(u"finder.onnx"_s), finder) && writeFile(other(u"finder.onnx"_s), finder));
    // What somebody named goes before what was fetched.
    QCOMPARE(store()->find(u"finder"_s)->files, QStringList{other(u"finder.onnx"_s)});
}

void TestModelStore::oneFolderDeep()
{
    QVERIFY(writeFile(other(u"inner/deeper/finder.onnx"_s), finder));
    QCOMPARE(errorOf(u"finder"_s), u"model_missing"_s);
    QVERIFY(writeFile(other(u"inner/finder.onnx"_s), finder));
    QCOMPARE(store()->find(u"finder"_s)->files, QStringList{other(u"inner/finder.onnx"_s)});
}

void TestModelStore::halfAPair()
{
    QVERIFY(writeFile(data(u"k.xml"_s), plan));
    QCOMPARE(errorOf(u"knower"_s), u"model_missing"_s);
    const ModelStatus status = store()->status().at(1);
    QVERIFY(!status.usable);
    QCOMPARE(status.missingBytes, weights.size());
    QCOMPARE(status.files.at(0).state, FileState::Verified);
    QCOMPARE(status.files.at(1).state, FileState::Missing);
}

void TestModelStore::halvesInTwoFolders()
{
    // The reader of a pair looks for the second beside the first.
    QVERIFY(writeFile(data(u"k.xml"_s), plan) && writeFile(other(u"k.bin"_s), weights));
    QCOMPARE(errorOf(u"knower"_s), u"model_missing"_s);
}

void TestModelStore::theOtherForm()
{
    QVERIFY(writeFile(other(u"k.onnx"_s), single) && writeFile(data(u"k.xml"_s), plan));
    const auto found = store()->find(u"knower"_s);
    QVERIFY(found);
    QCOMPARE(found->kind, ModelKind::Onnx);
    QCOMPARE(found->files, QStringList{other(u"k.onnx"_s)});
}

void TestModelStore::aFormThatIsAskedFor()
{
    QVERIFY(writeFile(other(u"k.onnx"_s), single) && writeFile(data(u"k.xml"_s), plan) &&
            writeFile(data(u"k.bin"_s), weights));
    QCOMPARE(store()->find(u"knower"_s)->kind, ModelKind::OpenVinoIr);
    QCOMPARE(store()->find(u"knower"_s, ModelKind::Onnx)->files, QStringList{other(u"k.onnx"_s)});
    QCOMPARE(store()->find(u"finder"_s, ModelKind::OpenVinoIr).error().code, ErrorCode::ModelMissing);
}

void TestModelStore::wrongContent()
{
    QByteArray changed = finder;
    changed[500] = char(changed.at(500) ^ 1);
    QVERIFY(writeFile(other(u"finder.onnx"_s), changed));
    const auto found = store()->find(u"finder"_s);
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::ModelWrongHash);
    QCOMPARE(found.error().fact(u"path"_s), other(u"finder.onnx"_s));
    QCOMPARE(store()->status().at(0).files.at(0).state, FileState::WrongHash);
    QCOMPARE(store()->status().at(0).missingBytes, finder.size());
}

void TestModelStore::wrongSize()
{
    QVERIFY(writeFile(data(u"k.xml"_s), plan) && writeFile(data(u"k.bin"_s), weights.chopped(1)));
    const auto found = store()->find(u"knower"_s);
    QCOMPARE(found.error().code, ErrorCode::ModelWrongHash);
    QCOMPARE(found.error().fact(u"path"_s), data(u"k.bin"_s));
}

void TestModelStore::wrongInOneFolderRightInTheNext()
{
    QVERIFY(writeFile(other(u"finder.onnx"_s), plan) && writeFile(data(u"finder.onnx"_s), finder));
    QCOMPARE(store()->find(u"finder"_s)->files, QStringList{data(u"finder.onnx"_s)});
}

void TestModelStore::unreadable()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no such permissions.");
#else
    if (::geteuid() == 0) {
        QSKIP("To root every file is readable.");
    }
#endif
    QVERIFY(writeFile(data(u"finder.onnx"_s), finder));
    QVERIFY(QFile::setPermissions(data(u"finder.onnx"_s), {}));
    QCOMPARE(errorOf(u"finder"_s), u"model_unreadable"_s);
}

void TestModelStore::aFolderOfThatName()
{
    QVERIFY(QDir().mkpath(data(u"finder.onnx"_s)));
    QCOMPARE(errorOf(u"finder"_s), u"model_unreadable"_s);
}

void TestModelStore::unknownNames()
{
    QCOMPARE(errorOf(u"nobody"_s), u"not_found"_s);
    QVERIFY(writeFile(data(u"finder.onnx"_s), finder));
    QCOMPARE(store()->resolve(u"nobody"_s).error().code, ErrorCode::NotFound);
}

void TestModelStore::statusTellsWhatIsMissing()
{
    const auto status = store()->status();
    QCOMPARE(status.size(), size_t(2));
    QCOMPARE(status.at(0).model.name, u"finder"_s);
    QCOMPARE(status.at(0).missingBytes, finder.size());
    QVERIFY(!status.at(0).usable && !status.at(0).fetchable);
    QCOMPARE(status.at(1).kind, ModelKind::OpenVinoIr);
    QCOMPARE(status.at(1).missingBytes, plan.size() + weights.size());
    QVERIFY(status.at(1).files.at(0).path.isEmpty());
}

void TestModelStore::readOnce()
{
    const QString path = data(u"finder.onnx"_s);
    QVERIFY(writeFile(path, finder) && age(path));
    QVERIFY(store()->find(u"finder"_s));
    const QDateTime changed = QFileInfo(path).lastModified();
    // Other bytes of the same size and time: only who does not read them again still finds them right.
    QVERIFY(writeFile(path, testBytes(1000, 9)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(changed, QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(store()->find(u"finder"_s));
}

void TestModelStore::readAgainAfterAChange()
{
    const QString path = data(u"finder.onnx"_s);
    QVERIFY(writeFile(path, finder) && age(path));
    const auto open = store();
    QVERIFY(open->find(u"finder"_s));
    QVERIFY(writeFile(path, testBytes(1000, 9)));
    QCOMPARE(open->find(u"finder"_s).error().code, ErrorCode::ModelWrongHash);
    QCOMPARE(errorOf(u"finder"_s), u"model_wrong_hash"_s);
    QVERIFY(writeFile(path, finder));
    QVERIFY(open->find(u"finder"_s));
}

void TestModelStore::aChangeOfThisMomentIsSeen()
{
    const QString path = data(u"finder.onnx"_s);
    const auto open = store();
    QVERIFY(writeFile(path, finder));
    const QDateTime changed = QFileInfo(path).lastModified();
    QVERIFY(open->find(u"finder"_s));
    QVERIFY(writeFile(path, testBytes(1000, 9)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(changed, QFileDevice::FileModificationTime));
    file.close();
    QCOMPARE(open->find(u"finder"_s).error().code, ErrorCode::ModelWrongHash);
}

void TestModelStore::aBrokenMemoryIsIgnored()
{
    const QString path = data(u"finder.onnx"_s);
    QVERIFY(writeFile(path, finder) && age(path));
    for (const QByteArray text : {"", "{", "[]", "{\"x\": 1}", "{\"x\": {\"sha256\": \"00\"}}"}) {
        QVERIFY(writeFile(data(u"verified.json"_s), text));
        QVERIFY2(store()->find(u"finder"_s), text.constData());
    }
}

void TestModelStore::withoutAPlaceToRemember()
{
    QVERIFY(writeFile(other(u"finder.onnx"_s), finder) && age(other(u"finder.onnx"_s)));
    QVERIFY(writeFile(m_folder->filePath(u"file"_s), "in the way"));
    const ModelStore readOnly(manifest(), m_folder->filePath(u"file"_s), {m_folder->filePath(u"other"_s)});
    QVERIFY(readOnly.find(u"finder"_s));
}

void TestModelStore::theEnvironment()
{
    const QByteArray before = qgetenv("KINFRAME_MODELS");
    qputenv("KINFRAME_MODELS", QFile::encodeName(u"/one"_s + QDir::listSeparator() + u"/two"_s));
    QCOMPARE(ModelStore::foldersOfEnvironment(), (QStringList{u"/one"_s, u"/two"_s}));
    qunsetenv("KINFRAME_MODELS");
    QCOMPARE(ModelStore::foldersOfEnvironment(), QStringList());
    if (!before.isNull()) {
        qputenv("KINFRAME_MODELS", before);
    }
}

void TestModelStore::theRealModels()
{
    const QStringList folders = ModelStore::foldersOfEnvironment();
    if (folders.isEmpty()) {
        QSKIP("KINFRAME_MODELS names no folder with the models.");
    }
    const ModelStore real(Manifest::builtIn(), m_folder->filePath(u"data"_s), folders);
    const auto found = real.resolve();
    QVERIFY2(found, found ? "" : qPrintable(found.error().forLog()));
    QCOMPARE(found->detector.files.size(), 1);
    QCOMPARE(found->recogniser.kind, ModelKind::OpenVinoIr);
    QCOMPARE(found->recogniser.files.size(), 2);
    QVERIFY(real.find(found->recogniser.name, ModelKind::Onnx));
}

QTEST_APPLESS_MAIN(TestModelStore)
#include "tst_model_store.moc"
