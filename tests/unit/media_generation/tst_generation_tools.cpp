// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// InvokeAI, Fooocus and NovelAI.
#include "unit/media_generation/made_texts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::media;
using namespace kinframe::media::test;

class GenerationToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInvokeAi4();
    void readsInvokeAi3();
    void readsInvokeAiGraph();
    void readsInvokeAi2_data();
    void readsInvokeAi2();
    void readsInvokeAi1_data();
    void readsInvokeAi1();
    void readsFooocus();
    void readsFooocusAsA1111();
    void readsFirstFooocus();
    void readsNovelAi();
    void readsNovelAi4();
    void readsNovelAiInComments();
    void leavesOthersAlone();
};

void GenerationToolsTest::readsInvokeAi4()
{
    const QString metadata =
        uR"json({"generation_mode": "sdxl_txt2img", "positive_prompt": "isometric cabin, \"warm\" light",
"negative_prompt": "blurry", "width": 1024, "height": 768, "seed": 2718281828, "rand_device": "cpu", "cfg_scale": 6.5,
"steps": 30, "scheduler": "dpmpp_2m_k", "clip_skip": 0, "model": {"key": "5e0c", "hash": "blake3:1a2b", "name":
"Juggernaut XL v9", "base": "sdxl", "type": "main"}, "loras": [{"model": {"key": "9f8e", "hash": "blake3:0011", "name":
"add-detail-xl", "base": "sdxl", "type": "lora"}, "weight": 0.6}], "strength": 0.7, "app_version": "5.4.2"})json"_s;
    const auto generation =
        generationOf({{"invokeai_metadata", metadata}, {"invokeai_workflow", u"{\"nodes\": []}"_s}});
    QVERIFY(generation);
    QCOMPARE(generation->tool, u"InvokeAI"_s);
    QCOMPARE(generation->toolVersion, u"5.4.2"_s);
    QCOMPARE(generation->model, u"Juggernaut XL v9"_s);
    QCOMPARE(generation->modelHash, u"blake3:1a2b"_s);
    QCOMPARE(generation->prompt, u"isometric cabin, \"warm\" light"_s);
    QCOMPARE(generation->negativePrompt, u"blurry"_s);
    QCOMPARE(generation->seed, 2718281828ULL);
    QCOMPARE(generation->steps, 30);
    QCOMPARE(generation->cfgScale, 6.5);
    QCOMPARE(generation->sampler, u"dpmpp_2m_k"_s);
    QCOMPARE(generation->denoise, 0.7);
    QCOMPARE(generation->clipSkip, 1);
    QCOMPARE(generation->width, 1024);
    QCOMPARE(generation->height, 768);
    QCOMPARE(generation->loras, (std::vector<GenerationLora>{{u"add-detail-xl"_s, 0.6, u"blake3:0011"_s}}));
    QCOMPARE(generation->parameters, metadata);
    QCOMPARE(generation->workflow, u"{\"nodes\": []}"_s);
}

void GenerationToolsTest::readsInvokeAi3()
{
    const auto generation =
        generationOf({{"invokeai_metadata", uR"json({"app_version": "3.0.2", "generation_mode": "txt2img",
"positive_prompt": "a boat", "negative_prompt": "", "width": 512, "height": 512, "seed": 7, "cfg_scale": 7.5, "steps": 50,
"scheduler": "euler", "clip_skip": 1, "model": {"model_name": "stable-diffusion-v1-5", "base_model": "sd-1"}, "loras":
[{"lora": {"model_name": "ink", "base_model": "sd-1"}, "weight": 0.75}], "vae": null})json"_s}});
    QVERIFY(generation);
    QCOMPARE(generation->model, u"stable-diffusion-v1-5"_s);
    QCOMPARE(generation->loras, (std::vector<GenerationLora>{{u"ink"_s, 0.75, {}}}));
    QCOMPARE(generation->clipSkip, 2);
    QVERIFY(generation->negativePrompt.isEmpty());
}

void GenerationToolsTest::readsInvokeAiGraph()
{
    const auto generation = generationOf({{"invokeai_graph", uR"json({"id": "g", "nodes": {
"m": {"type": "main_model_loader", "model": {"name": "dream", "hash": "h"}},
"l": {"type": "lora_loader", "lora": {"name": "ink"}, "weight": 0.5},
"p": {"type": "compel", "prompt": "a boat"}, "n": {"type": "compel", "prompt": ""},
"t": {"type": "string", "value": "fog"}, "c": {"type": "collect"},
"s": {"type": "noise", "seed": 3, "width": 640, "height": 512}, "i": {"type": "integer", "value": 21},
"d": {"type": "denoise_latents", "steps": 10, "cfg_scale": 4, "scheduler": "ddim"}}, "edges": [
{"source": {"node_id": "c", "field": "collection"}, "destination": {"node_id": "d", "field": "positive_conditioning"}},
{"source": {"node_id": "p", "field": "conditioning"}, "destination": {"node_id": "c", "field": "item"}},
{"source": {"node_id": "n", "field": "conditioning"}, "destination": {"node_id": "d", "field": "negative_conditioning"}},
{"source": {"node_id": "t", "field": "value"}, "destination": {"node_id": "n", "field": "prompt"}},
{"source": {"node_id": "i", "field": "value"}, "destination": {"node_id": "d", "field": "steps"}}]})json"_s}});
    QVERIFY(generation);
    QCOMPARE(generation->tool, u"InvokeAI"_s);
    QCOMPARE(generation->model, u"dream"_s);
    QCOMPARE(generation->prompt, u"a boat"_s);
    QCOMPARE(generation->negativePrompt, u"fog"_s);
    QCOMPARE(generation->seed, 3ULL);
    QCOMPARE(generation->steps, 21);
    QCOMPARE(generation->cfgScale, 4.0);
    QCOMPARE(generation->sampler, u"ddim"_s);
    QCOMPARE(generation->width, 640);
    QCOMPARE(generation->loras, (std::vector<GenerationLora>{{u"ink"_s, 0.5, {}}}));
    QVERIFY(!generation->workflow.isEmpty());
}

void GenerationToolsTest::readsInvokeAi2_data()
{
    QTest::addColumn<QString>("written");
    QTest::newRow("with weights") << u"[{\"prompt\": \"a lonely robot [blurry, text]\", \"weight\": 1.0}]"_s;
    QTest::newRow("alone") << u"\"a lonely robot [blurry, text]\""_s;
}

void GenerationToolsTest::readsInvokeAi2()
{
    QFETCH(const QString, written);
    const QString metadata =
        uR"json({"model": "stable diffusion", "model_weights": "stable-diffusion-1.5", "model_hash":
"cc6cb271", "app_id": "invoke-ai/InvokeAI", "app_version": "2.3.5", "image": {"prompt": %1, "steps": 50, "cfg_scale": 7.5,
"threshold": 0, "perlin": 0, "height": 768, "width": 512, "seed": 1618033988, "seamless": false, "type": "txt2img",
"postprocessing": null, "sampler": "k_lms", "variations": []}})json"_s.arg(written);
    const auto generation = generationOf(
        {{"Dream", u"\"a lonely robot [blurry, text]\" -s 50 -S 1618033988 -W 512 -H 768 -C 7.5 -A k_lms"_s},
         {"sd-metadata", metadata}});
    QVERIFY(generation);
    QCOMPARE(generation->tool, u"InvokeAI"_s);
    QCOMPARE(generation->toolVersion, u"2.3.5"_s);
    QCOMPARE(generation->prompt, u"a lonely robot"_s);
    QCOMPARE(generation->negativePrompt, u"blurry, text"_s);
    QCOMPARE(generation->model, u"stable-diffusion-1.5"_s);
    QCOMPARE(generation->modelHash, u"cc6cb271"_s);
    QCOMPARE(generation->sampler, u"k_lms"_s);
    QCOMPARE(generation->seed, 1618033988ULL);
    QCOMPARE(generation->height, 768);
    QCOMPARE(generation->parameters, metadata);
}

void GenerationToolsTest::readsInvokeAi1_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("quoted")
        << u"\"a \\\"big\\\" castle [fog] at night [rain]\" -s 30 -S 42 -W 640 -H 448 -C 9.0 -A ddim"_s;
    QTest::newRow("without spaces")
        << u"\"a \\\"big\\\" castle [fog] at night [rain]\" -s30 -S42 -W640 -H448 -C9.0 -Addim -f 0.5"_s;
    QTest::newRow("unquoted") << u"a \"big\" castle [fog] at night [rain] -s 30 -S 42 -W 640 -H 448 -C 9.0 -A ddim"_s;
}

void GenerationToolsTest::readsInvokeAi1()
{
    QFETCH(const QString, command);
    const auto generation = generationOf({{"Dream", command}});
    QVERIFY(generation);
    QCOMPARE(generation->prompt.simplified(), u"a \"big\" castle at night"_s);
    QCOMPARE(generation->negativePrompt, u"fog, rain"_s);
    QCOMPARE(generation->steps, 30);
    QCOMPARE(generation->seed, 42ULL);
    QCOMPARE(generation->width, 640);
    QCOMPARE(generation->height, 448);
    QCOMPARE(generation->cfgScale, 9.0);
    QCOMPARE(generation->sampler, u"ddim"_s);
    QVERIFY(generationOf({{"Dream", u"\"no end"_s}})->prompt == "no end"_L1);
}

void GenerationToolsTest::readsFooocus()
{
    const QString parameters = uR"json({"adm_guidance": "(1.5, 0.8, 0.3)", "base_model": "juggernautXL_v8Rundiffusion",
"base_model_hash": "aeb7e9e689", "clip_skip": 2, "full_negative_prompt": ["(worst quality:1.3)", "anime"],
"full_prompt": ["cinematic still A sunflower field . emotional", "A sunflower field, highly detailed"],
"guidance_scale": 4, "lora_combined_1": "sd_xl_offset_example-lora_1.0 : 0.1", "lora_combined_2": "False : off : 1",
"loras": [["sd_xl_offset_example-lora_1.0", 0.1, "4852686128"]], "metadata_scheme": "fooocus", "negative_prompt": "",
"performance": "Speed", "prompt": "A sunflower field", "refiner_model": "None", "resolution": "(512, 768)",
"sampler": "dpmpp_2m_sde_gpu", "scheduler": "karras", "seed": "127589946317439009", "sharpness": 2, "steps": 30,
"styles": "['Fooocus V2']", "vae": "Default (model)", "version": "Fooocus v2.5.5"})json"_s;
    for (const char *name : {"parameters", "UserComment"}) {
        const auto generation = generationOf({{name, parameters}, {"fooocus_scheme", u"fooocus"_s}});
        QVERIFY(generation);
        QCOMPARE(generation->tool, u"Fooocus"_s);
        QCOMPARE(generation->toolVersion, u"Fooocus v2.5.5"_s);
        QCOMPARE(generation->prompt, u"A sunflower field"_s);
        QVERIFY(generation->negativePrompt.isEmpty());
        QCOMPARE(generation->model, u"juggernautXL_v8Rundiffusion"_s);
        QCOMPARE(generation->modelHash, u"aeb7e9e689"_s);
        QCOMPARE(generation->seed, 127589946317439009ULL);
        QCOMPARE(generation->steps, 30);
        QCOMPARE(generation->cfgScale, 4.0);
        QCOMPARE(generation->sampler, u"dpmpp_2m_sde_gpu"_s);
        QCOMPARE(generation->scheduler, u"karras"_s);
        QCOMPARE(generation->clipSkip, 2);
        QCOMPARE(generation->width, 512);
        QCOMPARE(generation->height, 768);
        QCOMPARE(generation->loras,
                 (std::vector<GenerationLora>{{u"sd_xl_offset_example-lora_1.0"_s, 0.1, u"4852686128"_s}}));
        QCOMPARE(generation->parameters, parameters);
    }
}

void GenerationToolsTest::readsFooocusAsA1111()
{
    const auto generation =
        generationOf({{"fooocus_scheme", u"a1111"_s},
                      {"parameters", u"cinematic still a goldfish . emotional, a goldfish, deep focus\n"
                                     "Negative prompt: anime, cartoon\nSteps: 30, Sampler: DPM++ 2M SDE Karras, "
                                     "Seed: 1234567890123, Size: 1152x896, CFG scale: 4, Sharpness: 2, ADM Guidance: "
                                     "\"(1.5, 0.8, 0.3)\", Model: juggernautXL_v8Rundiffusion, Model hash: aeb7e9e689, "
                                     "Performance: Speed, Scheduler: karras, VAE: Default (model), Raw prompt: "
                                     "\"a goldfish,\\nsmiling\", Raw negative prompt: , Lora hashes: \"offset_1.0: "
                                     "4852686128\", Lora weights: \"offset_1.0: 0.1\", Version: Fooocus v2.5.5"_s}});
    QVERIFY(generation);
    QCOMPARE(generation->tool, u"Fooocus"_s);
    QCOMPARE(generation->prompt, u"a goldfish,\nsmiling"_s);
    QVERIFY(generation->negativePrompt.isEmpty());
    QCOMPARE(generation->scheduler, u"karras"_s);
    QCOMPARE(generation->seed, 1234567890123ULL);
    QCOMPARE(generation->loras, (std::vector<GenerationLora>{{u"offset_1.0"_s, 0.1, u"4852686128"_s}}));
}

void GenerationToolsTest::readsFirstFooocus()
{
    const auto generation =
        generationOf({{"parameters", uR"json({"Prompt": "a fish", "Negative Prompt": "text", "Styles":
"['Fooocus V2']", "Performance": "Quality", "Resolution": "(896, 1152)", "Guidance Scale": 7.0, "Base Model":
"sd_xl_base_1.0_0.9vae.safetensors", "Sampler": "dpmpp_2m_sde_gpu", "Scheduler": "karras", "Seed": 5,
"LoRA 1": "sd_xl_offset.safetensors : 0.5", "Version": "v2.1.865"})json"_s}});
    QVERIFY(generation);
    QCOMPARE(generation->tool, u"Fooocus"_s);
    QCOMPARE(generation->prompt, u"a fish"_s);
    QCOMPARE(generation->negativePrompt, u"text"_s);
    QCOMPARE(generation->model, u"sd_xl_base_1.0_0.9vae"_s);
    QCOMPARE(generation->height, 1152);
    QCOMPARE(generation->loras, (std::vector<GenerationLora>{{u"sd_xl_offset"_s, 0.5, {}}}));
}

void GenerationToolsTest::readsNovelAi()
{
    const QString comment = uR"json({"steps": 28, "sampler": "k_euler_ancestral", "seed": 2913424461, "strength": 0.69,
"noise": 0.667, "scale": 11.0, "uc": "lowres, {bad} anatomy", "width": 512, "height": 768})json"_s;
    const auto generation = generationOf({{"Title", u"AI generated image"_s},
                                          {"Description", u"{{masterpiece}}, 1girl, [hat]"_s},
                                          {"Software", u"NovelAI"_s},
                                          {"Source", u"Stable Diffusion 1D44365E"_s},
                                          {"Comment", comment}});
    QVERIFY(generation);
    QCOMPARE(generation->tool, u"NovelAI"_s);
    QCOMPARE(generation->model, u"Stable Diffusion"_s);
    QCOMPARE(generation->modelHash, u"1D44365E"_s);
    QCOMPARE(generation->prompt, u"{{masterpiece}}, 1girl, [hat]"_s);
    QCOMPARE(generation->negativePrompt, u"lowres, {bad} anatomy"_s);
    QCOMPARE(generation->seed, 2913424461ULL);
    QCOMPARE(generation->steps, 28);
    QCOMPARE(generation->cfgScale, 11.0);
    QCOMPARE(generation->sampler, u"k_euler_ancestral"_s);
    QCOMPARE(generation->denoise, 0.69);
    QCOMPARE(generation->height, 768);
    QCOMPARE(generation->parameters, comment);
}

const QString novelAi4 = uR"json({"prompt": "2girls, winter", "steps": 23, "height": 1216, "width": 832, "scale": 5.0,
"cfg_rescale": 0.0, "seed": 1234567890, "n_samples": 1, "noise_schedule": "karras", "sampler": "k_dpmpp_2m",
"uc": "lowres", "v4_prompt": {"caption": {"base_caption": "2girls, winter", "char_captions": [{"char_caption":
"girl, walking", "centers": [{"x": 0.5, "y": 0.5}]}, {"char_caption": "", "centers": []}, {"char_caption": "girl, 雪"}]},
"use_coords": false, "use_order": true}, "v4_negative_prompt": {"caption": {"base_caption": "lowres", "char_captions":
[{"char_caption": "sleeping"}]}, "legacy_uc": false}, "request_type": "PromptGenerateRequest", "signed_hash": "x=="})json"_s;

void GenerationToolsTest::readsNovelAi4()
{
    const auto generation = generationOf({{"Title", u"NovelAI generated image"_s},
                                          {"Software", u"NovelAI"_s},
                                          {"Source", u"NovelAI Diffusion V4.5 4BDE2A90"_s},
                                          {"Description", u"2girls, winter"_s},
                                          {"Comment", novelAi4}});
    QVERIFY(generation);
    QCOMPARE(generation->model, u"NovelAI Diffusion V4.5"_s);
    QCOMPARE(generation->prompt, u"2girls, winter\ngirl, walking\ngirl, 雪"_s);
    QCOMPARE(generation->negativePrompt, u"lowres\nsleeping"_s);
    QCOMPARE(generation->scheduler, u"karras"_s);
    QCOMPARE(generation->width, 832);
    QVERIFY(!generation->denoise);
}

void GenerationToolsTest::readsNovelAiInComments()
{
    QString quoted = novelAi4;
    quoted.replace(u'"', u"\\\""_s).replace(u'\n', u' ');
    const auto generation = generationOf(
        {{"UserComment", QString(u"{\"Software\": \"NovelAI\", \"Source\": \"NovelAI Diffusion V4 7ABFFA2A\", "
                                 "\"Comment\": \""_s +
                                 quoted + u"\"}"_s)}});
    QVERIFY(generation);
    QCOMPARE(generation->tool, u"NovelAI"_s);
    QCOMPARE(generation->seed, 1234567890ULL);
    QCOMPARE(generation->modelHash, u"7ABFFA2A"_s);
}

void GenerationToolsTest::leavesOthersAlone()
{
    QVERIFY(!generationOf({}));
    QVERIFY(!generationOf({{"Software", u"GIMP 2.10"_s}, {"Comment", u"Created with GIMP"_s}}));
    QVERIFY(!generationOf({{"Title", u"Sea"_s}, {"Description", u"The sea, at night"_s}, {"Source", u"Ann"_s}}));
    QVERIFY(!generationOf({{"Make", u"Canon"_s}, {"Model", u"Canon EOS 6D"_s}, {"UserComment", u"ASCII"_s}}));
    QVERIFY(!generationOf({{"Software", u"NovelAI"_s}}));
}

QTEST_GUILESS_MAIN(GenerationToolsTest)
#include "tst_generation_tools.moc"
