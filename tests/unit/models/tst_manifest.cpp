// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/manifest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace kinframe;
using namespace kinframe::models;
using namespace Qt::StringLiterals;

class TestManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInOne();
    void everyFetchIsPinned();
    void theNetworksForms();
    void whatIsWrong_data();
    void whatIsWrong();

private:
    static QByteArray builtInText();
};

QByteArray TestManifest::builtInText()
{
    (void)Manifest::builtIn();
    QFile file(u":/models/models.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestManifest::theBuiltInOne()
{
    const Manifest &manifest = Manifest::builtIn();
    QCOMPARE(manifest.models.size(), size_t(3));
    QVERIFY(manifest.usual(ModelRole::Detector));
    QCOMPARE(manifest.usual(ModelRole::Detector)->name, u"yunet-2023mar"_s);
    QVERIFY(manifest.usual(ModelRole::Recogniser));
    QCOMPARE(manifest.usual(ModelRole::Recogniser)->name, u"face-reidentification-retail-0095"_s);
    QCOMPARE(manifest.find(u"sface-2021dec"_s)->dimensions, 128);
    QCOMPARE(manifest.find(u"other"_s).error().code, ErrorCode::NotFound);
    QStringList names;
    for (const Model &model : manifest.models) {
        QVERIFY2(!names.contains(model.name), qPrintable(model.name));
        names.append(model.name);
        QVERIFY2(!model.licence.isEmpty() && model.licenceUrl.scheme() == u"https"_s, qPrintable(model.name));
        QVERIFY2(std::ranges::any_of(model.forms, &ModelForm::fetchable), qPrintable(model.name));
    }
}

void TestManifest::everyFetchIsPinned()
{
    QStringList names;
    for (const Model &model : Manifest::builtIn().models) {
        for (const ModelForm &form : model.forms) {
            for (const ModelFile &file : form.files) {
                QCOMPARE(file.sha256.size(), 32);
                QVERIFY(file.size > 0);
                QVERIFY2(!names.contains(file.name), qPrintable(file.name));
                names.append(file.name);
                for (const QUrl &url : file.urls) {
                    QVERIFY2(url.isValid() && url.scheme() == u"https"_s, qPrintable(url.toString()));
                }
            }
        }
    }
}

void TestManifest::theNetworksForms()
{
    const auto model = Manifest::builtIn().find(u"face-reidentification-retail-0095"_s);
    QVERIFY(model);
    QCOMPARE(model->forms.size(), size_t(2));
    QCOMPARE(model->forms.at(0).kind, ModelKind::OpenVinoIr);
    QVERIFY(model->forms.at(0).files.at(0).name.endsWith(u".xml"_s));
    QVERIFY(model->forms.at(0).files.at(1).name.endsWith(u".bin"_s));
    QVERIFY(model->forms.at(0).fetchable());
    QCOMPARE(model->forms.at(0).size(), 225'737 + 2'213'724);
    // Nobody publishes this one; it counts where somebody put it.
    QCOMPARE(model->forms.at(1).kind, ModelKind::Onnx);
    QVERIFY(!model->forms.at(1).fetchable());
}

void TestManifest::whatIsWrong_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("field");
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("") << u"models"_s;
    QTest::newRow("role") << QByteArray("\"detector\"") << QByteArray("\"director\"") << u"role"_s;
    QTest::newRow("kind") << QByteArray("\"onnx\"") << QByteArray("\"tarball\"") << u"kind"_s;
    QTest::newRow("size") << QByteArray("232589") << QByteArray("0") << u"size"_s;
    QTest::newRow("no size") << QByteArray("\"size\"") << QByteArray("\"length\"") << u"size"_s;
    QTest::newRow("short hash") << QByteArray("8f2383e4dd") << QByteArray("8f") << u"sha256"_s;
    QTest::newRow("a path") << QByteArray("\"face_detection_yunet") << QByteArray("\"../face") << u"name"_s;
    QTest::newRow("an absolute path") << QByteArray("\"face_detection_yunet") << QByteArray("\"/etc/face") << u"name"_s;
    QTest::newRow("a Windows path") << QByteArray("\"face_detection_yunet") << QByteArray("\"C:\\\\face") << u"name"_s;
    QTest::newRow("a hidden file") << QByteArray("\"face_detection_yunet") << QByteArray("\".face") << u"name"_s;
    QTest::newRow("address") << QByteArray("https://raw") << QByteArray("file:///raw") << u"urls"_s;
    QTest::newRow("dimensions") << QByteArray("\"dimensions\": 256") << QByteArray("\"dimensions\": -1")
                                << u"dimensions"_s;
    QTest::newRow("half a pair") << QByteArray("\"openvino-ir\"") << QByteArray("\"onnx\"") << u"files"_s;
    QTest::newRow("no forms") << QByteArray("\"forms\"") << QByteArray("\"shapes\"") << u"forms"_s;
}

void TestManifest::whatIsWrong()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, field);
    QByteArray text = builtInText();
    QVERIFY(Manifest::parse(text));
    QVERIFY(text.contains(from));
    const auto parsed = Manifest::parse(text.replace(from, to));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(parsed.error().fact(u"field"_s), field);
}

QTEST_APPLESS_MAIN(TestManifest)
#include "tst_manifest.moc"
