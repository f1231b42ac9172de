// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs that nobody drew: they may give anything or nothing, but soon.
#include "unit/media_generation/made_texts.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace kinframe::media;
using namespace kinframe::media::test;

namespace {

using Node = std::function<QString(int)>;

/// A graph of so many nodes, each made from its number, behind a saver and a sampler.
QString graphOf(int count, const Node &node)
{
    QString prompt = uR"({"a": {"class_type": "SaveImage", "inputs": {"images": ["b", 0]}},
"b": {"class_type": "KSampler", "inputs": {"seed": ["0", 0], "steps": ["0", 0], "sampler_name": ["0", 0],
"model": ["0", 0], "positive": ["0", 0], "negative": ["c", 0], "latent_image": ["0", 0], "pipe": ["0", 0]}},
"c": {"class_type": "CLIPTextEncode", "inputs": {"text": ["0", 0], "clip": ["0", 0]}})"_s;
    for (int i = 0; i < count; ++i) {
        prompt += u",\n\"%1\": {\"class_type\": %2}"_s.arg(QString::number(i), node(i));
    }
    return prompt + u'}';
}

QString linkTo(int id)
{
    return u"[\"%1\", 0]"_s.arg(id);
}

} // namespace

class GenerationHostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesGraphs_data();
    void survivesGraphs();
    void survivesWrongTypes_data();
    void survivesWrongTypes();
    void survivesCutsAnywhere();
    void notesWhatCannotBeRead();
};

void GenerationHostileTest::survivesGraphs_data()
{
    QTest::addColumn<QString>("prompt");
    const auto row = [](const char *name, int count, const Node &node) { QTest::newRow(name) << graphOf(count, node); };
    row("a node that leads to itself", 1,
        [](int i) { return QString(u"\"Reroute\", \"inputs\": {\"\": "_s + linkTo(i) + u'}'); });
    row("a sampler that paints on itself", 1, [](int) {
        return u"\"KSampler\", \"inputs\": {\"seed\": 1, \"steps\": 1, \"model\": [\"b\", 0], \"latent_image\": "
               "[\"b\", 0], \"positive\": [\"0\", 0]}"_s;
    });
    row("a circle", 1000, [](int i) {
        return QString(u"\"LoraLoader\", \"inputs\": {\"lora_name\": \"x\", \"model\": "_s + linkTo((i + 1) % 1000) +
                       u", \"conditioning\": "_s + linkTo((i + 7) % 1000) + u'}');
    });
    row("a long way", 15'000,
        [](int i) { return QString(u"\"Reroute\", \"inputs\": {\"model\": "_s + linkTo(i + 1) + u'}'); });
    row("a tower of texts", 100, [](int i) {
        return QString(u"\"StringConcatenate\", \"inputs\": {\"text_a\": "_s + linkTo(i + 1) + u", \"text_b\": "_s +
                       linkTo(i + 1) + u", \"text_c\": \""_s + u"x"_s.repeated(1000) + u"\"}"_s);
    });
    row("a tower of conditioning", 200, [](int i) {
        return QString(u"\"ConditioningCombine\", \"inputs\": {\"conditioning_1\": "_s + linkTo(i + 1) +
                       u", \"conditioning_2\": "_s + linkTo(i + 2) + u'}');
    });
    row("a row of samplers", 10'000, [](int i) {
        return QString(u"\"KSampler\", \"inputs\": {\"seed\": 1, \"steps\": 1, \"model\": [\"b\", 0], "
                       "\"latent_image\": "_s +
                       linkTo(i + 1) + u'}');
    });
    row("savers of nothing", 15'000, [](int i) {
        return QString(u"\"SaveImage\", \"inputs\": {\"images\": "_s + linkTo((i * 7919) % 15'000) + u'}');
    });
    row("everything to everything", 300, [](int i) {
        QString inputs;
        for (int j = 0; j < 300; ++j) {
            inputs += u"\"conditioning%1\": %2, "_s.arg(j).arg(linkTo((i + j) % 300));
        }
        return QString(u"\"Mix\", \"inputs\": {"_s + inputs + u"\"x\": 1}"_s);
    });
    row("more nodes than count", 60'000, [](int) { return u"\"Note\""_s; });
    row("stacks upon stacks", 100, [](int i) {
        return QString(u"\"Stack\", \"inputs\": {\"lora_name_1\": \"%1\", \"lora_stack\": "_s.arg(i) +
                       linkTo((i + 1) % 100) + u", \"model\": "_s + linkTo((i + 3) % 100) + u'}');
    });
    row("values in circles", 10, [](int i) {
        return QString(u"\"Int\", \"inputs\": {\"value\": "_s + linkTo((i + 1) % 10) + u", \"text\": "_s +
                       linkTo((i + 3) % 10) + u'}');
    });
}

void GenerationHostileTest::survivesGraphs()
{
    QFETCH(const QString, prompt);
    const auto generation = generationOf({{"prompt", prompt}});
    QVERIFY(generation);
    QCOMPARE(generation->tool, u"ComfyUI"_s);
    QVERIFY(generation->prompt.toUtf8().size() <= 64 * 1024);
    QVERIFY(generation->loras.size() <= 100);
}

void GenerationHostileTest::survivesWrongTypes_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"null", "true", "-1", "1e308", "\"\"", "\"\\u0000\\ud800\"", "[]", "[[]]", "{}",
                              "[1, 2, 3]", "[\"3\", 0]", "[null, 0]", "[{}, {}]", "{\"a\": [1]}", "NaN"}) {
        QTest::newRow(value) << QString::fromLatin1(value);
    }
}

void GenerationHostileTest::survivesWrongTypes()
{
    QFETCH(const QString, value);
    const QStringList shapes{
        uR"({"3": {"class_type": "KSampler", "inputs": {"seed": %1, "steps": %1, "cfg": %1, "sampler_name": %1,
"scheduler": %1, "denoise": %1, "model": %1, "positive": %1, "negative": %1, "latent_image": %1, "noise": %1,
"guider": %1, "sigmas": %1, "pipe": %1}}, "4": {"class_type": "SaveImage", "inputs": {"images": ["3", 0]}}})"_s,
        uR"({"3": {"class_type": "KSampler", "inputs": %1}, "4": %1, "5": {"class_type": %1, "inputs": {"x": %1}}})"_s,
        uR"({"nodes": %1, "links": %1})"_s,
        uR"({"nodes": [%1, {"id": %1, "type": "KSampler", "mode": %1, "inputs": %1, "widgets_values": %1},
{"id": 1, "type": "KSampler", "inputs": [%1, {"name": %1, "link": %1, "widget": %1}], "widgets_values": [%1, %1]}],
"links": [%1, [%1], [%1, %1, %1], {"id": %1, "origin_id": %1}]})"_s,
        uR"({"metadata_scheme": "fooocus", "prompt": %1, "full_prompt": %1, "loras": [%1], "lora_combined_1": %1,
"resolution": %1, "seed": %1, "steps": %1, "version": %1, "base_model": %1})"_s,
        uR"({"positive_prompt": %1, "model": %1, "loras": [%1, {"model": %1, "weight": %1}], "seed": %1, "steps": %1,
"clip_skip": %1, "width": %1})"_s,
        uR"({"image": {"prompt": [%1], "seed": %1, "steps": %1, "width": %1}, "model_weights": %1})"_s,
        uR"({"image": %1, "app_version": %1})"_s,
        uR"({"nodes": {"a": %1, "b": {"type": %1}, "c": {"type": "denoise_latents", "steps": %1, "seed": %1},
"d": {"type": "noise", "seed": %1}, "e": {"type": "main_model_loader", "model": %1}}, "edges": [%1, {"source": %1,
"destination": %1}, {"source": {"node_id": "c", "field": %1}, "destination": {"node_id": "c",
"field": "positive_conditioning"}}]})"_s,
        uR"({"v4_prompt": %1, "uc": %1, "seed": %1, "steps": %1, "scale": %1, "strength": %1})"_s,
        uR"({"v4_prompt": {"caption": {"base_caption": %1, "char_captions": [%1, {"char_caption": %1}]}}})"_s,
    };
    for (QString shape : shapes) {
        shape.replace("%1"_L1, value);
        for (const char *name : {"prompt", "workflow", "parameters", "UserComment", "Comment", "invokeai_metadata",
                                 "invokeai_graph", "invokeai_workflow", "sd-metadata", "Dream", "Model"}) {
            const auto generation = generationOf({{name, shape}, {"Software", u"NovelAI"_s}});
            QVERIFY(!generation || !generation->tool.isEmpty());
            const auto alone = generationOf({{name, shape}});
            QVERIFY(!alone || (!alone->tool.isEmpty() && !alone->prompt.contains(QChar(0))));
        }
    }
}

void GenerationHostileTest::survivesCutsAnywhere()
{
    const QString whole =
        u"{\"2\": {\"class_type\": \"KSampler\", \"inputs\": {\"seed\": 12345678901234567890, \"text\": "
        "\"a \\\"b\\\"\", \"model\": [\"1\", 0], \"steps\": NaN}}}"_s;
    QVERIFY(generationOf({{"prompt", whole}}));
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY(!generationOf({{"prompt", whole.first(size)}}));
    }
}

void GenerationHostileTest::notesWhatCannotBeRead()
{
    for (const char *name : {"prompt", "workflow", "invokeai_metadata", "sd-metadata", "parameters"}) {
        SourceTexts texts;
        texts.add(QString::fromLatin1(name), u"{\"cut"_s);
        (void)readGeneration(texts);
        QCOMPARE(texts.problems().size(), 1);
    }
    SourceTexts good;
    good.add(u"parameters"_s, u"a cat\nSteps: 1, Seed: 2"_s);
    good.add(u"prompt"_s, u"not a graph"_s);
    QVERIFY(readGeneration(good));
    QVERIFY(good.problems().isEmpty());
}

QTEST_GUILESS_MAIN(GenerationHostileTest)
#include "tst_generation_hostile.moc"
