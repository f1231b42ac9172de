// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>
#include <vector>

namespace kinframe::media {

/// A small network that was mixed into the model.
struct GenerationLora
{
    QString name;                 ///< as its tool names it, without folder and file suffix
    std::optional<double> weight; ///< of the model's part; 1 is as trained
    QString hash;                 ///< as the tool wrote it, of any length

    friend bool operator==(const GenerationLora &, const GenerationLora &) = default;
};

/// How a generated picture was made, as the program that made it wrote into its file. A value; whatever the file does
/// not say, or says nonsensically, is absent or empty. Texts are free of NULs and other control characters but line
/// ends and tabs, and are valid UTF-16.
struct Generation
{
    /// `AUTOMATIC1111`, `Forge`, `ComfyUI`, `InvokeAI`, `Fooocus`, `NovelAI`, or the name that a program of their kind
    /// gives itself (`SD.Next`); never empty in what a file is read as.
    QString tool;
    QString toolVersion; ///< as the tool wrote it: `v1.10.1`, `f2.0.1v1.10.1-previous-659-gc055f2d4`
    QString model;       ///< without folder and file suffix
    QString modelHash;
    QString prompt;              ///< at most 64 KiB of UTF-8, as the other texts of metadata
    QString negativePrompt;      ///< at most 64 KiB of UTF-8
    std::optional<quint64> seed; ///< exact; tools use all 64 bits
    std::optional<int> steps;
    std::optional<double>
        cfgScale;                  ///< how strictly to follow the prompt; of Flux its guidance, where there is no other
    QString sampler;               ///< in the tool's own words: `DPM++ 2M`, `dpmpp_2m`, `k_euler_ancestral`
    QString scheduler;             ///< in the tool's own words: `Karras`, `karras`
    std::optional<double> denoise; ///< 0..1: how much of a given picture was painted anew
    std::optional<int> clipSkip;   ///< 1: nothing skipped
    std::vector<GenerationLora> loras; ///< without duplicates, at most 100
    std::optional<int> width;          ///< asked for, before upscaling; the file's own size may differ
    std::optional<int> height;

    /// What stands in the file, for copying to where it came from; empty where it is larger than 2 MiB.
    QString parameters; ///< A1111's text, or the JSON of InvokeAI, Fooocus and NovelAI
    QString promptJson; ///< ComfyUI's graph as it was executed
    QString workflow;   ///< the graph as its editor keeps it (ComfyUI, InvokeAI), JSON

    friend bool operator==(const Generation &, const Generation &) = default;
};

} // namespace kinframe::media
