// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/media_generation/made_texts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::media;
using namespace kinframe::media::test;

namespace {

Generation parametersOf(const QString &text)
{
    return generationOf({{"parameters", text}}).value_or(Generation());
}

const QString settings =
    u"Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 965400086, Size: 512x768, Model hash: 45dee52b"_s;

} // namespace

class GenerationA1111Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheOldestForm();
    void readsTheNewestForm();
    void readsForge();
    void readsPrompts_data();
    void readsPrompts();
    void namesTools_data();
    void namesTools();
    void readsLoras();
    void readsHashes();
    void readsCivitai();
    void readsSettingsOfSeveralLines();
    void leavesTemplatesOut();
    void asksCommentsForSettings_data();
    void asksCommentsForSettings();
    void leavesNonsenseOut();
    void survivesLongTexts_data();
    void survivesLongTexts();
};

void GenerationA1111Test::readsTheOldestForm()
{
    const QString text = u"girl with an artist's beret, ((eyeshadow)), (coquettish), [blurry]\n"
                         "Negative prompt: ugly, fat, (((deformed))), [blurry], mutated, (extra_limb)\n"_s +
                         settings;
    const Generation generation = parametersOf(text);
    QCOMPARE(generation.tool, u"AUTOMATIC1111"_s);
    QCOMPARE(generation.prompt, u"girl with an artist's beret, ((eyeshadow)), (coquettish), [blurry]"_s);
    QCOMPARE(generation.negativePrompt, u"ugly, fat, (((deformed))), [blurry], mutated, (extra_limb)"_s);
    QCOMPARE(generation.steps, 20);
    QCOMPARE(generation.sampler, u"Euler a"_s);
    QCOMPARE(generation.cfgScale, 7.0);
    QCOMPARE(generation.seed, 965400086ULL);
    QCOMPARE(generation.width, 512);
    QCOMPARE(generation.height, 768);
    QCOMPARE(generation.modelHash, u"45dee52b"_s);
    QVERIFY(generation.model.isEmpty() && !generation.clipSkip && !generation.denoise);
    QCOMPARE(generation.parameters, text);
    QVERIFY(generation.promptJson.isEmpty() && generation.workflow.isEmpty());
}

void GenerationA1111Test::readsTheNewestForm()
{
    const Generation generation = parametersOf(
        u"masterpiece, 1girl, \"hello, world\" sign\nNegative prompt: lowres\n"
        "Steps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 5.5, Seed: 4158183252, Size: 832x1216, "
        "Model hash: 31e35c80fc, Model: sd_xl_base_1.0, Denoising strength: 0.35, Clip skip: 2, RNG: CPU, "
        "ADetailer prompt: \"a face, \\\"smiling\\\"\\nNegative prompt: none\", ADetailer model: face_yolov8n.pt, "
        "Hires prompt: \"Seed: 1, Steps: 99\", Hires upscale: 1.5, TI hashes: \"easyneg: c74b4e810b03\", "
        "Version: v1.10.1"_s);
    QCOMPARE(generation.toolVersion, u"v1.10.1"_s);
    QCOMPARE(generation.prompt, u"masterpiece, 1girl, \"hello, world\" sign"_s);
    QCOMPARE(generation.negativePrompt, u"lowres"_s);
    QCOMPARE(generation.sampler, u"DPM++ 2M"_s);
    QCOMPARE(generation.scheduler, u"Karras"_s);
    QCOMPARE(generation.steps, 28);
    QCOMPARE(generation.seed, 4158183252ULL);
    QCOMPARE(generation.model, u"sd_xl_base_1.0"_s);
    QCOMPARE(generation.denoise, 0.35);
    QCOMPARE(generation.clipSkip, 2);
    QCOMPARE(generation.height, 1216);
}

void GenerationA1111Test::readsForge()
{
    const Generation generation =
        parametersOf(u"style \"positive.\"\n\n<lora:Ars_MidJourney:0.6>\n<lora:- Flux1 - vanta_black_V2.0:0.55>\n"
                     "Steps: 20, Sampler: Euler, Schedule type: Simple, CFG scale: 1, Distilled CFG Scale: 3.5, Seed: "
                     "3045329758, Size: 832x1216, Model hash: 06f96f89f6, Model: flux_dev, Lora hashes: "
                     "\"Ars_MidJourney: c4f0b45e6a60, - Flux1 - vanta_black_V2.0: 5d8cf3724039\", Version: "
                     "f2.0.1v1.10.1-previous-561-g82eb7566, Module 1: ae"_s);
    QCOMPARE(generation.tool, u"Forge"_s);
    QCOMPARE(generation.toolVersion, u"f2.0.1v1.10.1-previous-561-g82eb7566"_s);
    QCOMPARE(generation.cfgScale, 1.0);
    QCOMPARE(generation.scheduler, u"Simple"_s);
    const std::vector<GenerationLora> loras{{u"Ars_MidJourney"_s, 0.6, u"c4f0b45e6a60"_s},
                                            {u"- Flux1 - vanta_black_V2.0"_s, 0.55, u"5d8cf3724039"_s}};
    QCOMPARE(generation.loras, loras);
    QVERIFY(generation.negativePrompt.isEmpty());
}

void GenerationA1111Test::readsPrompts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("negative");
    const QString end = u'\n' + settings;
    QTest::newRow("lines") << QString(u"one,\n\ntwo\nNegative prompt: three,\nfour"_s + end) << u"one,\n\ntwo"_s
                           << u"three,\nfour"_s;
    QTest::newRow("none") << settings << QString() << QString();
    QTest::newRow("only negative") << QString(u"Negative prompt: lowres"_s + end) << QString() << u"lowres"_s;
    QTest::newRow("empty negative") << QString(u"a cat\nNegative prompt: "_s + end) << u"a cat"_s << QString();
    QTest::newRow("mark in a line") << QString(u"a sign that says Negative prompt: no\nNegative prompt: blurry"_s + end)
                                    << u"a sign that says Negative prompt: no"_s << u"blurry"_s;
    QTest::newRow("mark twice") << QString(u"a\nNegative prompt: b\nNegative prompt: c"_s + end) << u"a"_s
                                << u"b\nNegative prompt: c"_s;
    QTest::newRow("mark in the first line")
        << QString(u"Negative prompt: is what\nI wrote"_s + end) << QString() << u"is what\nI wrote"_s;
    QTest::newRow("settings in the prompt") << QString(u"a\nSteps: 1, Seed: 2, Sampler: x\nb"_s + end)
                                            << u"a\nSteps: 1, Seed: 2, Sampler: x\nb"_s << QString();
    QTest::newRow("colons") << QString(u"(cat:1.2), [dog:cat:0.5], style: oil, a: b"_s + end)
                            << u"(cat:1.2), [dog:cat:0.5], style: oil, a: b"_s << QString();
    QTest::newRow("Unicode") << QString(u"一只猫，月光 🐈\nNegative prompt: 模糊"_s + end) << u"一只猫，月光 🐈"_s
                             << u"模糊"_s;
    QTest::newRow("Windows") << QString(u"one\r\nNegative prompt: two\r\n"_s + settings) << u"one"_s << u"two"_s;
    QTest::newRow("line ends lost") << QString(u"a cat Negative prompt: a dog "_s + settings) << u"a cat"_s
                                    << u"a dog"_s;
    QTest::newRow("quotes") << QString(u"\"a, \\b\\ and \"c"_s + end) << u"\"a, \\b\\ and \"c"_s << QString();
}

void GenerationA1111Test::readsPrompts()
{
    QFETCH(const QString, text);
    const Generation generation = parametersOf(text);
    QTEST(generation.prompt, "prompt");
    QTEST(generation.negativePrompt, "negative");
    QCOMPARE(generation.seed, 965400086ULL);
    QCOMPARE(generation.steps, 20);
}

void GenerationA1111Test::namesTools_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("tool");
    QTest::newRow("nothing") << QString() << u"AUTOMATIC1111"_s;
    QTest::newRow("A1111") << u", Version: v1.6.0-2-g4afaaf8a"_s << u"AUTOMATIC1111"_s;
    QTest::newRow("Forge") << u", Version: f0.0.17v1.8.0rc-latest-276-g29be1da7"_s << u"Forge"_s;
    QTest::newRow("Forge Neo") << u", Version: neo-2.24"_s << u"Forge Neo"_s;
    QTest::newRow("SD.Next") << u", App: SD.Next, Version: 8b73cb6, Parser: a1111"_s << u"SD.Next"_s;
    QTest::newRow("a node of ComfyUI") << u", Version: ComfyUI"_s << u"ComfyUI"_s;
    QTest::newRow("Civitai") << u", Civitai resources: [{\"type\":\"checkpoint\",\"modelName\":\"SD XL\"}]"_s
                             << u"Civitai"_s;
    QTest::newRow("Fooocus") << u", Raw prompt: x, Version: Fooocus v2.5.5"_s << u"Fooocus"_s;
}

void GenerationA1111Test::namesTools()
{
    QFETCH(const QString, more);
    QTEST(parametersOf(QString(u"a cat\n"_s + settings + more)).tool, "tool");
}

void GenerationA1111Test::readsLoras()
{
    const Generation generation = parametersOf(
        u"<lora:one:0.8> <lora:two> <lyco:three:1:0.5>, <lora:four:te=0.1:unet=0.7> <hypernet:x:1> "
        "a < b > c <lora:> <lora::1> <lora:one:0.1> <lora:folder/five.safetensors:-0.5> <lora:six:much>\n"_s +
        settings);
    const std::vector<GenerationLora> loras{{u"one"_s, 0.8, {}},  {u"two"_s, 1.0, {}},   {u"three"_s, 1.0, {}},
                                            {u"four"_s, 0.7, {}}, {u"five"_s, -0.5, {}}, {u"six"_s, {}, {}}};
    QCOMPARE(generation.loras, loras);
}

void GenerationA1111Test::readsHashes()
{
    const Generation generation =
        parametersOf(u"a cat <lora:detail:0.5>\nSteps: 30, Sampler: DPM++ 3M SDE Karras, CFG scale: 3.6, Seed: "
                     "1087151610341875, Size: 768x1344, Model hash: {\"key1\": \"value1\", \"key2\": {\"sub\": "
                     "\"value2\"}}, Model: Kolors v1, Hashes: {\"vae\": \"735e4c3a44\", \"model\": \"879db523c3\", "
                     "\"lora:detail\": \"7c6bad76eb\"}, Version: ComfyUI"_s);
    QCOMPARE(generation.model, u"Kolors v1"_s);
    QCOMPARE(generation.modelHash, u"879db523c3"_s);
    QCOMPARE(generation.seed, 1087151610341875ULL);
    QCOMPARE(generation.loras, (std::vector<GenerationLora>{{u"detail"_s, 0.5, u"7c6bad76eb"_s}}));
}

void GenerationA1111Test::readsCivitai()
{
    const Generation generation = *generationOf(
        {{"UserComment",
          u"double exposure\nNegative prompt:  greyscale\nSteps: 22, Sampler: DPM++ 2M Karras, CFG scale: 3.8, Seed: "
          "894409639, Size: 832x1216, Clip skip: 2, Created Date: 2024-09-23T06:17:42.9952795Z, Civitai resources: "
          "[{\"type\":\"checkpoint\",\"modelVersionId\":128078,\"modelName\":\"SD XL [fix, 1]\","
          "\"modelVersionName\":\"v1.0\"},{\"type\":\"lora\",\"weight\":0.85,\"modelName\":\"Double Exposure\"},"
          "{\"type\":\"embed\",\"weight\":1,\"modelName\":\"negativeXL\"}], Civitai metadata: {}"_s}});
    QCOMPARE(generation.model, u"SD XL [fix, 1]"_s);
    QCOMPARE(generation.loras, (std::vector<GenerationLora>{{u"Double Exposure"_s, 0.85, {}}}));
    QCOMPARE(generation.negativePrompt, u"greyscale"_s);
}

void GenerationA1111Test::readsSettingsOfSeveralLines()
{
    const Generation generation = parametersOf(
        u"cat\nNegative prompt: blur\nSteps: 30, Sampler: Euler, Seed: 42, extra text,\nmore\n, Model: example"_s);
    QCOMPARE(generation.negativePrompt, u"blur"_s);
    QCOMPARE(generation.model, u"example"_s);
    QCOMPARE(generation.seed, 42ULL);

    const Generation other = parametersOf(
        u"cat\nSteps: 10, Size: 256x128, Sampler: DPM++ SDE, Scheduler: Foo, Seed: 666, Model: \"a, b\", ,,, x"_s);
    QCOMPARE(other.width, 256);
    QCOMPARE(other.scheduler, u"Foo"_s);
    QCOMPARE(other.model, u"a, b"_s);

    // Without the usual first setting.
    QCOMPARE(parametersOf(u"cat\nSampler: Euler, Seed: 7, Size: 64x64"_s).seed, 7ULL);
}

void GenerationA1111Test::leavesTemplatesOut()
{
    const Generation generation =
        parametersOf(u"a red cat\n"_s + settings + u", Model: m\nTemplate: a {red|blue} cat\nNegative Template: x"_s);
    QCOMPARE(generation.prompt, u"a red cat"_s);
    QCOMPARE(generation.model, u"m"_s);
}

void GenerationA1111Test::asksCommentsForSettings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGenerated");
    QTest::newRow("settings") << QString(u"a cat\n"_s + settings) << true;
    QTest::newRow("words") << u"Our cat, on the sofa"_s << false;
    QTest::newRow("colons") << u"Place: Rome, Date: Monday, Weather: fine, With: Ann"_s << false;
    QTest::newRow("one setting") << u"Steps: 20 of the stairs"_s << false;
    QTest::newRow("JSON") << u"{\"camera\": 1}"_s << false;
    QTest::newRow("broken JSON") << u"{\"camera\": "_s << false;
    QTest::newRow("nothing") << u" "_s << false;
}

void GenerationA1111Test::asksCommentsForSettings()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isGenerated);
    for (const char *name : {"UserComment", "ImageDescription", "Comment", "Description"}) {
        QCOMPARE(generationOf({{name, text}}).has_value(), isGenerated);
    }
    QVERIFY(!generationOf({{"Make", text}, {"Model", text}, {"Software", text}}));
    // In a place of their own, words are a prompt.
    QVERIFY(!generationOf({{"parameters", u"Our cat, on the sofa"_s}})->prompt.isEmpty());
}

void GenerationA1111Test::leavesNonsenseOut()
{
    const Generation generation =
        parametersOf(u"a cat\nSteps: 20.5, Sampler: , CFG scale: seven, Seed: -1, Size: 0x-5, Denoising strength: 3, "
                     "Clip skip: 0, Model: None, Lora hashes: \"nothing\", Hashes: {broken, Steps: 7"_s);
    QVERIFY(!generation.steps && !generation.cfgScale && !generation.seed && !generation.width && !generation.height);
    QVERIFY(!generation.denoise && !generation.clipSkip && generation.model.isEmpty() && generation.loras.empty());
    QVERIFY(generation.sampler.isEmpty());
}

void GenerationA1111Test::survivesLongTexts_data()
{
    QTest::addColumn<QString>("text");
    constexpr qsizetype size = 8'000'000;
    QTest::newRow("one word") << u"a"_s.repeated(size);
    QTest::newRow("line ends") << QString(u"a"_s + u"\n"_s.repeated(size - 2) + u'b');
    QTest::newRow("negative marks") << u"Negative prompt: "_s.repeated(size / 17);
    QTest::newRow("lines of negative marks") << u"a\nNegative prompt: "_s.repeated(size / 19);
    QTest::newRow("settings") << u"Steps: 1, Seed: 2, Sampler: 3, "_s.repeated(size / 31);
    QTest::newRow("lines of settings") << u"Steps: 1, Seed: 2\n"_s.repeated(size / 18);
    QTest::newRow("open quotes") << QString(u"a\nSteps: 1, "_s + u"a:\","_s.repeated(size / 4) + u'"');
    QTest::newRow("open brackets") << QString(u"a\nSteps: 1, Seed: 1, "_s + u"a:{,"_s.repeated(size / 4 - 10));
    QTest::newRow("open tags") << u"<lora:"_s.repeated(size / 6);
    QTest::newRow("tags") << u"<lora:a:1>"_s.repeated(size / 10);
    QTest::newRow("hashes") << QString(settings + u", Lora hashes: \""_s + u"a: b, "_s.repeated(size / 7) + u'"');
}

void GenerationA1111Test::survivesLongTexts()
{
    QFETCH(const QString, text);
    const auto generation = generationOf({{"parameters", text}});
    QVERIFY(generation);
    QVERIFY(generation->prompt.toUtf8().size() <= 64 * 1024);
    QVERIFY(generation->negativePrompt.toUtf8().size() <= 64 * 1024);
    QVERIFY(generation->loras.size() <= 100);
    QVERIFY(generation->parameters.isEmpty());
    QVERIFY(!generationOf({{"parameters", u"a"_s.repeated(10'000'000)}}));
}

QTEST_GUILESS_MAIN(GenerationA1111Test)
#include "tst_generation_a1111.moc"
