// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "face_testing.h"

#include "faces/engine/embedder.h"
#include "faces/engine/plan_net.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::faces;
using namespace kinframe::faces::test;

namespace {

// Two channels of 2x2; a 1x1 convolution to two channels, a bias, a PReLU, and the mean of it through a sigmoid.
const QByteArray smallNetwork = R"(<net name="small" version="10"><layers>
<layer id="0" name="in" type="Parameter"><data element_type="f16" shape="1,2,2,2"/></layer>
<layer id="1" name="w" type="Const"><data element_type="f32" offset="0" shape="2,2,1,1" size="16"/></layer>
<layer id="2" name="conv" type="Convolution">
<data dilations="1,1" output_padding="0,0" pads_begin="0,0" pads_end="0,0" strides="1,1"/></layer>
<layer id="3" name="b" type="Const"><data element_type="f32" offset="16" shape="1,2,1,1" size="8"/></layer>
<layer id="4" name="add" type="Add"/>
<layer id="5" name="s" type="Const"><data element_type="f32" offset="24" shape="1" size="4"/></layer>
<layer id="6" name="prelu" type="PReLU"/>
<layer id="7" name="mean" type="AvgPool">
<data exclude-pad="true" kernel="2,2" pads_begin="0,0" pads_end="0,0" rounding_type="floor" strides="2,2"/></layer>
<layer id="8" name="sigmoid" type="Sigmoid"/>
<layer id="9" name="mul" type="Multiply"/>
<layer id="10" name="out" type="Result"/>
</layers><edges>
<edge from-layer="0" from-port="0" to-layer="2" to-port="0"/><edge from-layer="1" from-port="1" to-layer="2" to-port="1"/>
<edge from-layer="2" from-port="2" to-layer="4" to-port="0"/><edge from-layer="3" from-port="1" to-layer="4" to-port="1"/>
<edge from-layer="4" from-port="2" to-layer="6" to-port="0"/><edge from-layer="5" from-port="1" to-layer="6" to-port="1"/>
<edge from-layer="6" from-port="2" to-layer="7" to-port="0"/><edge from-layer="7" from-port="1" to-layer="8" to-port="0"/>
<edge from-layer="6" from-port="2" to-layer="9" to-port="0"/><edge from-layer="8" from-port="1" to-layer="9" to-port="1"/>
<edge from-layer="9" from-port="2" to-layer="10" to-port="0"/></edges></net>)";

QByteArray smallWeights()
{
    const std::vector<float> values{1, 2, -1, 0, 0.5f, -1, 0.25f};
    return {reinterpret_cast<const char *>(values.data()), static_cast<qsizetype>(values.size() * sizeof(float))};
}

Result<NetworkPlan> planOf(const QByteArray &xml, const QByteArray &weights)
{
    const auto graph = readIrGraph(xml);
    if (!graph)
        return failed(graph);
    return planNetwork(*graph, weights);
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class OpenVinoIrTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesWhatTheLayersSay();
    void refusesNetworksThatDoNotFit_data();
    void refusesNetworksThatDoNotFit();
    void survivesDamage();
    void givesTheEmbeddingsOfTheOnnxFile();
};

void OpenVinoIrTest::computesWhatTheLayersSay()
{
    const auto plan = planOf(smallNetwork, smallWeights());
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().forLog()));
    cv::dnn::Net net = buildNet(*plan);
    const float input[] = {1, 2, 3, 4, 5, 6, 7, 8};
    const std::vector<int> shape{1, 2, 2, 2};
    cv::Mat blob(shape, CV_32F);
    std::copy(std::begin(input), std::end(input), blob.ptr<float>());
    net.setInput(blob);
    const cv::Mat output = net.forward();
    QCOMPARE(static_cast<int>(output.total()), 8);
    for (int channel = 0; channel < 2; ++channel) {
        float values[4];
        float mean = 0;
        for (int i = 0; i < 4; ++i) {
            const float sum = channel == 0 ? input[i] + 2 * input[4 + i] + 0.5f : -input[i] - 1;
            values[i] = sum < 0 ? sum * 0.25f : sum;
            mean += values[i] / 4;
        }
        for (int i = 0; i < 4; ++i)
            QVERIFY(std::abs(output.ptr<float>()[channel * 4 + i] - values[i] / (1 + std::exp(-mean))) < 1e-4f);
    }
}

void OpenVinoIrTest::refusesNetworksThatDoNotFit_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    };
    row("not a network", "<net ", "<web ");
    row("constant outside of the file", "offset=\"24\"", "offset=\"25\"");
    row("offset that overflows", "offset=\"24\"", "offset=\"9223372036854775807\"");
    row("negative offset", "offset=\"24\"", "offset=\"-4\"");
    row("size that is not its shape", "shape=\"2,2,1,1\"", "shape=\"2,2,1,2\"");
    row("shape that overflows", "shape=\"2,2,1,1\"", "shape=\"4096,4096,4096,4096\"");
    row("empty shape", "shape=\"2,2,1,1\"", "shape=\"0,2,1,1\"");
    row("unknown numbers", "element_type=\"f32\" offset=\"0\"", "element_type=\"i8\" offset=\"0\"");
    row("picture too large", "shape=\"1,2,2,2\"", "shape=\"1,2,4096,4096\"");
    row("two pictures", "shape=\"1,2,2,2\"", "shape=\"2,2,2,2\"");
    row("channels that do not fit", "shape=\"1,2,2,2\"", "shape=\"1,3,2,2\"");
    row("mean of a part", "kernel=\"2,2\"", "kernel=\"1,2\"");
    row("stride of nothing", "strides=\"1,1\"", "strides=\"0,1\"");
    row("padding without end", "pads_begin=\"0,0\" pads_end=\"0,0\" strides=\"1,1\"",
        "pads_begin=\"4096,4096\" pads_end=\"4096,4096\" strides=\"1,1\"");
    row("circle", "<edge from-layer=\"0\" from-port=\"0\" to-layer=\"2\"",
        "<edge from-layer=\"9\" from-port=\"0\" to-layer=\"2\"");
    row("layer twice", "<layer id=\"8\"", "<layer id=\"7\"");
    row("edge to nowhere", "to-layer=\"10\"", "to-layer=\"11\"");
    row("edge without end", "to-layer=\"10\"", "");
    row("unknown layer", "type=\"Sigmoid\"", "type=\"Loop\"");
    row("no result", "type=\"Result\"", "type=\"Sigmoid\"");
    row("no input", "type=\"Parameter\"", "type=\"Sigmoid\"");
    row("input that is not", "<edge from-layer=\"0\" from-port=\"0\" to-layer=\"2\" to-port=\"0\"/>", "");
    row("weights that are no constant", "<edge from-layer=\"1\" from-port=\"1\" to-layer=\"2\"",
        "<edge from-layer=\"0\" from-port=\"1\" to-layer=\"2\"");
    row("cut off", "</layers>", "");
}

void OpenVinoIrTest::refusesNetworksThatDoNotFit()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QVERIFY(smallNetwork.contains(from));
    const auto plan = planOf(QByteArray(smallNetwork).replace(from, to), smallWeights());
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::ModelUnreadable);
    QVERIFY(!plan.error().fact(u"reason"_s).isEmpty());
}

void OpenVinoIrTest::survivesDamage()
{
    std::mt19937 random(11);
    int refused = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray xml = smallNetwork;
        QByteArray weights = smallWeights();
        for (unsigned change = random() % 4; change < 4; ++change)
            xml[static_cast<qsizetype>(random() % static_cast<unsigned>(xml.size()))] =
                static_cast<char>(round % 2 == 0 ? '0' + random() % 10 : random() % 256);
        if (round % 5 == 0)
            weights[static_cast<qsizetype>(random() % static_cast<unsigned>(weights.size()))] =
                static_cast<char>(random() % 256);
        const auto plan = planOf(xml, weights);
        refused += plan ? 0 : 1;
        QVERIFY(plan || plan.error().code == ErrorCode::ModelUnreadable);
    }
    QVERIFY(refused > 500 && refused < 3000);
}

void OpenVinoIrTest::givesTheEmbeddingsOfTheOnnxFile()
{
    const QString xml = installedModels().recogniser;
    const QString onnx = modelPath(u"face-reidentification-retail-0095.onnx"_s);
    if (!hasModelsAndPhotos() || onnx.isEmpty())
        QSKIP("KINFRAME_MODELS or KINFRAME_TESTDATA is not set.");
    ModelFiles files = installedModels();
    auto ofIr = FaceEngine::load(files);
    files.recogniser = onnx;
    auto ofOnnx = FaceEngine::load(files);
    QVERIFY(ofIr && ofOnnx);
    int compared = 0;
    for (const auto &photo : {u"groups/two_people.jpg"_s, u"groups/kit_with_rose.jpg"_s, u"groups/Pumpkins3.jpg"_s,
                              u"photos/Kofi_Annan/Kofi_Annan_0001.jpg"_s}) {
        const auto picture = readPhoto(photoPath(photo));
        const auto one = (*ofIr)->analyse(picture, picture.width, picture.height);
        const auto other = (*ofOnnx)->analyse(picture, picture.width, picture.height);
        QVERIFY(one && other && one->size() == other->size());
        for (std::size_t face = 0; face < one->size(); ++face)
            for (std::size_t i = 0; i < (*one)[face].embedding.values.size(); ++i, ++compared)
                QVERIFY(std::abs((*one)[face].embedding.values[i] - (*other)[face].embedding.values[i]) < 1e-4f);
    }
    QCOMPARE(compared, 8 * 256);
    // A file that is not all there is refused as a whole.
    const auto cut = planOf(fileBytes(xml), fileBytes(QString(xml).replace(u".xml"_s, u".bin"_s)).chopped(2));
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, ErrorCode::ModelUnreadable);
}

QTEST_GUILESS_MAIN(OpenVinoIrTest)
#include "tst_openvino_ir.moc"
