// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What ComfyUI writes and where, besides the graph as it was executed.
#include "unit/media_generation/comfy_graphs.h"
#include "unit/media_generation/made_texts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::media;
using namespace kinframe::media::test;

class GenerationComfyFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWorkflows();
    void readsNewerWorkflows();
    void readsTagsOfExif_data();
    void readsTagsOfExif();
    void addsToParameters();
    void keepsGraphsThatPaintNothing();
    void refusesWhatIsNoGraph_data();
    void refusesWhatIsNoGraph();
};

void GenerationComfyFilesTest::readsWorkflows()
{
    const QString workflow = uR"({"last_node_id": 12, "last_link_id": 12, "version": 0.4, "nodes": [
{"id": 3, "type": "KSampler", "mode": 0, "inputs": [{"name": "model", "type": "MODEL", "link": 1},
    {"name": "positive", "type": "CONDITIONING", "link": 4}, {"name": "negative", "type": "CONDITIONING", "link": 6},
    {"name": "latent_image", "type": "LATENT", "link": 2}], "widgets_values": [42, "randomize", 20, 8, "euler",
    "normal", 0.6]},
{"id": 4, "type": "CheckpointLoaderSimple", "outputs": [], "widgets_values": ["v1-5.safetensors"]},
{"id": 5, "type": "EmptyLatentImage", "widgets_values": [512, 640, 1]},
{"id": 6, "type": "CLIPTextEncode", "inputs": [{"name": "clip", "link": 3}], "widgets_values": ["a cat"]},
{"id": 7, "type": "CLIPTextEncode", "inputs": [{"name": "clip", "link": 5}], "widgets_values": ["a dog"]},
{"id": 8, "type": "VAEDecode", "inputs": [{"name": "samples", "link": 7}, {"name": "vae", "link": 8}]},
{"id": 9, "type": "SaveImage", "inputs": [{"name": "images", "link": 9}], "widgets_values": ["ComfyUI"]},
{"id": 10, "type": "LoraLoader", "mode": 4, "inputs": [{"name": "model", "link": 10}, {"name": "clip", "link": 11}],
    "widgets_values": ["off.safetensors", 1, 1]},
{"id": 11, "type": "Reroute", "inputs": [{"name": "", "type": "*", "link": 12}]},
{"id": 12, "type": "SaveImage", "mode": 2, "inputs": [{"name": "images", "link": 99}]}],
"links": [[1, 10, 0, 3, 0, "MODEL"], [2, 5, 0, 3, 3, "LATENT"], [3, 4, 1, 6, 0, "CLIP"],
[4, 11, 0, 3, 1, "CONDITIONING"], [5, 4, 1, 7, 0, "CLIP"], [6, 7, 0, 3, 2, "CONDITIONING"], [7, 3, 0, 8, 0, "LATENT"],
[8, 4, 2, 8, 1, "VAE"], [9, 8, 0, 9, 0, "IMAGE"], [10, 4, 0, 10, 0, "MODEL"], [11, 4, 1, 10, 1, "CLIP"],
[12, 6, 0, 11, 0, "CONDITIONING"]], "extra": {}})"_s;
    const Generation generation = generationOf({{"workflow", workflow}}).value_or(Generation());
    QCOMPARE(generation.tool, u"ComfyUI"_s);
    QCOMPARE(generation.prompt, u"a cat"_s);
    QCOMPARE(generation.negativePrompt, u"a dog"_s);
    QCOMPARE(generation.seed, 42ULL);
    QCOMPARE(generation.steps, 20);
    QCOMPARE(generation.cfgScale, 8.0);
    QCOMPARE(generation.denoise, 0.6);
    QCOMPARE(generation.model, u"v1-5"_s);
    QCOMPARE(generation.height, 640);
    QVERIFY(generation.loras.empty());
    QCOMPARE(generation.workflow, workflow);
    QVERIFY(generation.promptJson.isEmpty());

    // What was executed wins over what the editor shows.
    const Generation both = generationOf({{"workflow", workflow}, {"prompt", usualPrompt}}).value_or(Generation());
    QCOMPARE(both.seed, 156680208700286ULL);
    QCOMPARE(both.workflow, workflow);
    QCOMPARE(both.promptJson, usualPrompt);
}

void GenerationComfyFilesTest::readsNewerWorkflows()
{
    const Generation generation = generationOf({{"workflow", uR"({"id": "7f", "version": 1, "nodes": [
{"id": "a", "type": "New Sampler", "inputs": [{"name": "model", "link": 1}, {"name": "positive", "link": 2},
    {"name": "seed", "widget": {"name": "seed"}, "link": null}, {"name": "steps", "widget": {"name": "steps"}, "link": 3},
    {"name": "cfg", "widget": {"name": "cfg"}, "link": null}], "widgets_values": [7, "fixed", 1, 2.5]},
{"id": "b", "type": "UnetLoaderGGUF", "widgets_values": ["q4.gguf"]},
{"id": "c", "type": "Text", "widgets_values": {"text": "a bird"}},
{"id": "d", "type": "PrimitiveNode", "widgets_values": [30, "fixed"]}],
"links": [{"id": 1, "origin_id": "b", "origin_slot": 0, "target_id": "a"}, {"id": 2, "origin_id": "c"},
{"id": 3, "origin_id": "d"}]})"_s}}).value_or(Generation());
    QCOMPARE(generation.seed, 7ULL);
    QCOMPARE(generation.steps, 30);
    QCOMPARE(generation.cfgScale, 2.5);
    QCOMPARE(generation.model, u"q4"_s);
    QCOMPARE(generation.prompt, u"a bird"_s);
}

void GenerationComfyFilesTest::readsTagsOfExif_data()
{
    QTest::addColumn<QString>("promptTag");
    QTest::addColumn<QString>("promptMark");
    QTest::addColumn<QString>("workflowTag");
    QTest::addColumn<QString>("workflowMark");
    QTest::newRow("ComfyUI") << u"Model"_s << u"prompt:"_s << u"Make"_s << u"workflow:"_s;
    QTest::newRow("WAS") << u"Make"_s << u"Prompt:"_s << u"ImageDescription"_s << u"Workflow:"_s;
    QTest::newRow("one in a comment") << u"UserComment"_s << u"Prompt: "_s << u"ImageDescription"_s << u"Workflow:"_s;
}

void GenerationComfyFilesTest::readsTagsOfExif()
{
    QFETCH(const QString, promptTag);
    QFETCH(const QString, promptMark);
    QFETCH(const QString, workflowTag);
    QFETCH(const QString, workflowMark);
    const QByteArray promptName = promptTag.toLatin1();
    const QByteArray workflowName = workflowTag.toLatin1();
    // Some write all that the editor hands them one behind the other.
    const QString workflow = u"{\"nodes\": [{\"id\": 1, \"type\": \"Note\"}]}"_s;
    const auto generation = generationOf({{promptName.constData(), promptMark + usualPrompt},
                                          {workflowName.constData(), workflowMark + workflow + u"{\"more\": 1}"_s}});
    QVERIFY(generation);
    QCOMPARE(generation->tool, u"ComfyUI"_s);
    QCOMPARE(generation->seed, 156680208700286ULL);
    QVERIFY(generation->workflow.startsWith(workflow));

    const auto together = generationOf(
        {{"UserComment", QString(u"{\"prompt\": "_s + usualPrompt + u", \"workflow\": "_s + workflow + u'}')}});
    QVERIFY(together);
    QCOMPARE(together->steps, 20);
    QVERIFY(!together->workflow.isEmpty());
}

void GenerationComfyFilesTest::addsToParameters()
{
    const auto generation = generationOf(
        {{"parameters", u"what I meant\nNegative prompt: not this\nSteps: 21, Sampler: euler_normal, Seed: 3, Size: "
                        "1x2, Version: ComfyUI"_s},
         {"prompt", usualPrompt}});
    QVERIFY(generation);
    QCOMPARE(generation->tool, u"ComfyUI"_s);
    QCOMPARE(generation->prompt, u"what I meant"_s);
    QCOMPARE(generation->seed, 3ULL);
    QCOMPARE(generation->cfgScale, 8.0);
    QCOMPARE(generation->model, u"v1-5-pruned-emaonly"_s);
    QVERIFY(!generation->parameters.isEmpty() && !generation->promptJson.isEmpty());
}

void GenerationComfyFilesTest::keepsGraphsThatPaintNothing()
{
    const QString prompt = uR"({"1": {"class_type": "LoadImage", "inputs": {"image": "a.png"}},
"2": {"class_type": "SaveImage", "inputs": {"images": ["1", 0]}}})"_s;
    const Generation generation = generationOf({{"prompt", prompt}}).value_or(Generation());
    QCOMPARE(generation.tool, u"ComfyUI"_s);
    QCOMPARE(generation.promptJson, prompt);
    QVERIFY(generation.prompt.isEmpty() && !generation.seed);
}

void GenerationComfyFilesTest::refusesWhatIsNoGraph_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"a cat"_s;
    QTest::newRow("empty") << u"{}"_s;
    QTest::newRow("another object") << u"{\"a\": {\"b\": 1}}"_s;
    QTest::newRow("cut") << usualPrompt.chopped(1);
    QTest::newRow("deep") << u"{\"1\":"_s.repeated(1000);
    QTest::newRow("NULs") << QString(4096, QChar(0));
}

void GenerationComfyFilesTest::refusesWhatIsNoGraph()
{
    QFETCH(const QString, text);
    QVERIFY(!generationOf({{"prompt", text}}));
    QVERIFY(!generationOf({{"workflow", text}}));
}

QTEST_GUILESS_MAIN(GenerationComfyFilesTest)
#include "tst_generation_comfy_files.moc"
