// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/media_generation/comfy_graphs.h"
#include "unit/media_generation/made_texts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::media;
using namespace kinframe::media::test;

namespace {

Generation graphOf(const QString &prompt)
{
    return generationOf({{"prompt", prompt}}).value_or(Generation());
}

} // namespace

class GenerationComfyUiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheUsualGraph();
    void readsFlux();
    void readsTwoPasses();
    void readsLoras();
    void readsSdxl();
    void joinsConditioning();
    void followsValuesThroughNodes();
    void followsBothSidesThroughOneNode();
    void readsNodesOfExtensions();
    void keepsLongSeeds();
};

void GenerationComfyUiTest::readsTheUsualGraph()
{
    const Generation generation = graphOf(usualPrompt);
    QCOMPARE(generation.tool, u"ComfyUI"_s);
    QCOMPARE(generation.model, u"v1-5-pruned-emaonly"_s);
    QCOMPARE(generation.prompt, u"beautiful scenery, \"glass\" bottle\nгалактика"_s);
    QCOMPARE(generation.negativePrompt, u"text, watermark"_s);
    QCOMPARE(generation.seed, 156680208700286ULL);
    QCOMPARE(generation.steps, 20);
    QCOMPARE(generation.cfgScale, 8.0);
    QCOMPARE(generation.sampler, u"euler"_s);
    QCOMPARE(generation.scheduler, u"normal"_s);
    QCOMPARE(generation.denoise, 1.0);
    QCOMPARE(generation.width, 512);
    QCOMPARE(generation.height, 768);
    QVERIFY(!generation.clipSkip && generation.loras.empty());
    QCOMPARE(generation.promptJson, usualPrompt);
    QVERIFY(generation.parameters.isEmpty() && generation.workflow.isEmpty());
}

void GenerationComfyUiTest::readsFlux()
{
    const Generation generation = graphOf(uR"json({
"5": {"class_type": "EmptySD3LatentImage", "inputs": {"width": ["30", 0], "height": 1344, "batch_size": 1}},
"6": {"class_type": "CLIPTextEncode", "inputs": {"text": "anime girl", "clip": ["11", 0]}},
"8": {"class_type": "VAEDecode", "inputs": {"samples": ["13", 0], "vae": ["10", 0]}},
"9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "Flux", "images": ["8", 0]}},
"10": {"class_type": "VAELoader", "inputs": {"vae_name": "ae.safetensors"}},
"11": {"class_type": "DualCLIPLoader", "inputs": {"clip_name1": "t5xxl_fp16.safetensors", "type": "flux"}},
"12": {"class_type": "UNETLoader", "inputs": {"unet_name": "flux1-dev.safetensors", "weight_dtype": "default"}},
"13": {"class_type": "SamplerCustomAdvanced", "inputs": {"noise": ["25", 0], "guider": ["22", 0], "sampler": ["16", 0],
    "sigmas": ["18", 0], "latent_image": ["5", 0]}},
"16": {"class_type": "KSamplerSelect", "inputs": {"sampler_name": "euler"}},
"17": {"class_type": "BasicScheduler", "inputs": {"scheduler": "simple", "steps": 25, "denoise": 0.9, "model": ["31", 0]}},
"18": {"class_type": "SplitSigmas", "inputs": {"step": 10, "sigmas": ["17", 0]}},
"22": {"class_type": "BasicGuider", "inputs": {"model": ["31", 0], "conditioning": ["26", 0]}},
"25": {"class_type": "RandomNoise", "inputs": {"noise_seed": 219670278747233}},
"26": {"class_type": "FluxGuidance", "inputs": {"guidance": 3.5, "conditioning": ["6", 0]}},
"30": {"class_type": "PrimitiveInt", "inputs": {"value": 768}},
"31": {"class_type": "ModelSamplingFlux", "inputs": {"max_shift": 1.15, "width": 1, "height": 2, "model": ["12", 0]}}})json"_s);
    QCOMPARE(generation.model, u"flux1-dev"_s);
    QCOMPARE(generation.prompt, u"anime girl"_s);
    QVERIFY(generation.negativePrompt.isEmpty());
    QCOMPARE(generation.seed, 219670278747233ULL);
    QCOMPARE(generation.steps, 25);
    QCOMPARE(generation.cfgScale, 3.5);
    QCOMPARE(generation.sampler, u"euler"_s);
    QCOMPARE(generation.scheduler, u"simple"_s);
    QCOMPARE(generation.denoise, 0.9);
    QCOMPARE(generation.width, 768);
    QCOMPARE(generation.height, 1344);
}

void GenerationComfyUiTest::readsTwoPasses()
{
    // The base paints, the refiner and an enlargement follow; a preview of the first stands before the saver.
    const Generation generation = graphOf(uR"json({
"1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sd_xl_base_1.0.safetensors"}},
"2": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sd_xl_refiner_1.0.safetensors"}},
"3": {"class_type": "CLIPTextEncode", "inputs": {"text": "base", "clip": ["1", 1]}},
"4": {"class_type": "CLIPTextEncode", "inputs": {"text": "refiner", "clip": ["2", 1]}},
"5": {"class_type": "EmptyLatentImage", "inputs": {"width": 1024, "height": 1024, "batch_size": 1}},
"10": {"class_type": "KSamplerAdvanced", "inputs": {"add_noise": "enable", "noise_seed": 721897303308196, "steps": 25,
    "cfg": 8, "sampler_name": "dpmpp_2m", "scheduler": "karras", "start_at_step": 0, "end_at_step": 20,
    "return_with_leftover_noise": "enable", "model": ["1", 0], "positive": ["3", 0], "negative": ["3", 0],
    "latent_image": ["5", 0]}},
"11": {"class_type": "KSamplerAdvanced", "inputs": {"add_noise": "disable", "noise_seed": 0, "steps": 26, "cfg": 7,
    "sampler_name": "euler", "scheduler": "normal", "model": ["2", 0], "positive": ["4", 0], "negative": ["4", 0],
    "latent_image": ["10", 0]}},
"12": {"class_type": "VAEDecode", "inputs": {"samples": ["11", 0], "vae": ["2", 2]}},
"13": {"class_type": "UltimateSDUpscale", "inputs": {"image": ["12", 0], "model": ["2", 0], "positive": ["4", 0],
    "negative": ["4", 0], "seed": 1, "steps": 5, "cfg": 1, "sampler_name": "ddim", "scheduler": "simple"}},
"14": {"class_type": "SaveImage", "inputs": {"filename_prefix": "x", "images": ["13", 0]}}})json"_s);
    QCOMPARE(generation.model, u"sd_xl_base_1.0"_s);
    QCOMPARE(generation.prompt, u"base"_s);
    QCOMPARE(generation.seed, 721897303308196ULL);
    QCOMPARE(generation.steps, 25);
    QCOMPARE(generation.sampler, u"dpmpp_2m"_s);
    QCOMPARE(generation.width, 1024);
}

void GenerationComfyUiTest::readsLoras()
{
    QString prompt = usualPrompt;
    prompt.replace("\"model\": [\"4\", 0]"_L1, "\"model\": [\"20\", 0]"_L1);
    prompt.replace("\"clip\": [\"4\", 1]"_L1, "\"clip\": [\"23\", 0]"_L1);
    prompt.chop(1);
    prompt += uR"json(,
"20": {"class_type": "LoraLoader", "inputs": {"lora_name": "style/oil.safetensors", "strength_model": 0.75,
    "strength_clip": 1, "model": ["21", 0], "clip": ["21", 1]}},
"21": {"class_type": "LoraLoaderModelOnly", "inputs": {"lora_name": "lcm.safetensors", "strength_model": 1,
    "model": ["22", 0]}},
"22": {"class_type": "Power Lora Loader (rgthree)",
        "inputs":
    {
        "PowerLoraLoaderHeaderWidget" : {"type" : "x"},
                                        "lora_1" : {"on" : true, "lora" : "one.safetensors", "strength" : 0.4},
                                                   "lora_2"
            : {"on" : false, "lora" : "two.safetensors", "strength" : 1},
              "model" : [ "4", 0 ],
                        "clip" : [ "4", 1 ]
    }
}
, "23":
{
    "class_type" : "CLIPSetLastLayer", "inputs":
    {
        "stop_at_clip_layer" : -2, "clip" : [ "20", 1 ]
    }
}
})json"_s;
    const Generation generation = graphOf(prompt);
    const std::vector<GenerationLora> loras{{u"one"_s, 0.4, {}}, {u"lcm"_s, 1.0, {}}, {u"oil"_s, 0.75, {}}};
    QCOMPARE(generation.loras, loras);
    QCOMPARE(generation.model, u"v1-5-pruned-emaonly"_s);
    QCOMPARE(generation.clipSkip, 2);
}

void GenerationComfyUiTest::readsSdxl()
{
    QString prompt = usualPrompt;
    prompt.replace("\"class_type\": \"CLIPTextEncode\", \"inputs\": {\"text\": \"text, watermark\""_L1,
                   "\"class_type\": \"CLIPTextEncodeSDXL\", \"inputs\": {\"width\": 4096, \"height\": 4096, "
                   "\"text_g\": \"many words\", \"text_l\": \"few\""_L1);
    QCOMPARE(graphOf(prompt).negativePrompt, u"many words\nfew"_s);
    prompt.replace("\"few\""_L1, "\"many words\""_L1);
    QCOMPARE(graphOf(prompt).negativePrompt, u"many words"_s);
}

void GenerationComfyUiTest::joinsConditioning()
{
    QString prompt = usualPrompt;
    prompt.replace("\"positive\": [\"6\", 0]"_L1, "\"positive\": [\"20\", 0]"_L1);
    prompt.replace("\"negative\": [\"7\", 0]"_L1, "\"negative\": [\"22\", 0]"_L1);
    prompt.chop(1);
    prompt += uR"json(,
"20": {"class_type": "ConditioningCombine", "inputs": {"conditioning_1": ["6", 0], "conditioning_2": ["21", 0]}},
"21": {"class_type": "ConditioningConcat", "inputs": {"conditioning_from": ["23", 0], "conditioning_to": ["6", 0]}},
"22": {"class_type": "ConditioningZeroOut", "inputs": {"conditioning": ["6", 0]}},
"23": {"class_type": "ConditioningSetArea", "inputs": {"width": 64, "conditioning": ["24", 0]}},
"24": {"class_type": "CLIPTextEncode", "inputs": {"text": "in the corner", "clip": ["4", 1]}}})json"_s;
    const Generation generation = graphOf(prompt);
    QCOMPARE(generation.prompt, u"beautiful scenery, \"glass\" bottle\nгалактика\nin the corner"_s);
    QVERIFY(generation.negativePrompt.isEmpty());
}

void GenerationComfyUiTest::followsValuesThroughNodes()
{
    QString prompt = usualPrompt;
    prompt.replace("\"seed\": 156680208700286"_L1, "\"seed\": [\"20\", 3]"_L1);
    prompt.replace("\"steps\": 20"_L1, "\"steps\": [\"21\", 0]"_L1);
    prompt.replace("\"sampler_name\": \"euler\""_L1, "\"sampler_name\": [\"25\", 0]"_L1);
    prompt.replace("\"text\": \"text, watermark\""_L1, "\"text\": [\"22\", 0]"_L1);
    prompt.chop(1);
    prompt += uR"json(,
"20": {"class_type": "Seed (rgthree)",
        "inputs":
    {
        "seed" : "9007199254740993"
    }
}
, "21" : {"class_type" : "Reroute", "inputs" : {"" : [ "26", 0 ]}},
         "22" : {"class_type" : "ShowText|pysssh", "inputs" : {"text" : [ "23", 0 ]}},
                "23" : {
                    "class_type" : "StringConcatenate",
                    "inputs" : {"string_a" : [ "24", 0 ], "string_b" : "blurry", "delimiter" : ", "}
                },
                       "24" : {"class_type" : "PrimitiveStringMultiline", "inputs" : {"value" : "lowres"}},
                              "25" : {"class_type" : "Sampler Selector", "inputs" : {"sampler_name" : "dpmpp_sde"}},
                                     "26":
{
    "class_type" : "INTConstant", "inputs":
    {
        "value" : 33
    }
}
})json"_s;
    const Generation generation = graphOf(prompt);
    QCOMPARE(generation.seed, 9007199254740993ULL);
    QCOMPARE(generation.steps, 33);
    QCOMPARE(generation.sampler, u"dpmpp_sde"_s);
    QCOMPARE(generation.negativePrompt, u"lowres, blurry"_s);
}

void GenerationComfyUiTest::followsBothSidesThroughOneNode()
{
    QString prompt = usualPrompt;
    prompt.replace("\"positive\": [\"6\", 0]"_L1, "\"positive\": [\"20\", 0]"_L1);
    prompt.replace("\"negative\": [\"7\", 0]"_L1, "\"negative\": [\"20\", 1]"_L1);
    prompt.chop(1);
    prompt += uR"json(, "20": {"class_type": "ControlNetApplyAdvanced", "inputs": {"strength": 1, "positive": ["6", 0],
"negative": ["7", 0], "control_net": ["21", 0], "image": ["22", 0]}}})json"_s;
    const Generation generation = graphOf(prompt);
    QVERIFY(generation.prompt.startsWith("beautiful"_L1));
    QCOMPARE(generation.negativePrompt, u"text, watermark"_s);
}

void GenerationComfyUiTest::readsNodesOfExtensions()
{
    const Generation generation = graphOf(uR"json({
"1": {"class_type": "Efficient Loader", "inputs": {"ckpt_name": {"content": "dream.safetensors", "image": null},
    "clip_skip": -2, "lora_name": "None", "positive": "a castle", "negative": "fog", "empty_latent_width": 640,
    "empty_latent_height": 480, "lora_stack": ["2", 0]}},
"2": {"class_type": "LoRA Stacker", "inputs": {"lora_count": 2, "lora_name_1": "a.safetensors", "lora_wt_1": 0.5,
    "lora_name_2": "None", "lora_wt_2": 1}},
"3": {"class_type": "KSampler (Efficient)", "inputs": {
    "seed" : 5, "steps" : 12, "cfg" : 6.5,
        "sampler_name" : "euler",
                         "scheduler" : "karras",
                                       "denoise" : 1,
                                       "model" : [ "1", 0 ],
                                                 "positive" : [ "1", 1 ],
                                                              "negative" : [ "1", 2 ],
                                                                           "latent_image" : [ "1", 3 ]}},
"4":
{
    "class_type" : "PreviewImage", "inputs":
    {
        "images" : [ "3", 5 ]
    }
}
})json"_s);
    QCOMPARE(generation.model, u"dream"_s);
    QCOMPARE(generation.prompt, u"a castle"_s);
    QCOMPARE(generation.negativePrompt, u"fog"_s);
    QCOMPARE(generation.clipSkip, 2);
    QCOMPARE(generation.width, 640);
    QCOMPARE(generation.height, 480);
    QCOMPARE(generation.loras, (std::vector<GenerationLora>{{u"a"_s, 0.5, {}}}));

    const Generation bundled = graphOf(uR"json({
"1": {"class_type": "easy fullLoader", "inputs": {"ckpt_name": "easy.safetensors", "positive": "a boat",
    "negative": "sea", "empty_latent_width": 512, "empty_latent_height": 512}},
"2": {"class_type": "easy preSampling", "inputs": {"steps": 9, "cfg": 4, "sampler_name": "lcm", "scheduler": "normal",
    "denoise": 1, "seed": 77, "pipe": ["1", 0]}},
"3": {"class_type": "easy kSampler", "inputs": {"image_output": "Save", "pipe": ["2", 0]}}})json"_s);
    QCOMPARE(bundled.model, u"easy"_s);
    QCOMPARE(bundled.prompt, u"a boat"_s);
    QCOMPARE(bundled.negativePrompt, u"sea"_s);
    QCOMPARE(bundled.seed, 77ULL);
    QCOMPARE(bundled.steps, 9);
    QCOMPARE(bundled.sampler, u"lcm"_s);
}

void GenerationComfyUiTest::keepsLongSeeds()
{
    for (const quint64 seed : {9007199254740993ULL, 9223372036854775808ULL, 18446744073709551615ULL}) {
        QString prompt = usualPrompt;
        prompt.replace("156680208700286"_L1, QString::number(seed));
        QCOMPARE(graphOf(prompt).seed, seed);
    }
}

QTEST_GUILESS_MAIN(GenerationComfyUiTest)
#include "tst_generation_comfyui.moc"
