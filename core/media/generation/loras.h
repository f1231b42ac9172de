// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/generation.h"

#include <QStringView>

#include <vector>

namespace kinframe::media {

/// Adds what a prompt names in it: `<lora:add_detail:0.6>`, `<lyco:style:1:0.5>`, `<lora:x:te=0.5:unet=1>`.
void addLorasOfPrompt(std::vector<GenerationLora> &loras, QStringView prompt);
/// Adds `add_detail: 7c6bad76eb54, style: e4b4b2b8`; with a weight as third part in some programs.
void addLoraHashes(std::vector<GenerationLora> &loras, QStringView list);
/// Adds `add_detail: 0.5, style: 1.0`.
void addLoraWeights(std::vector<GenerationLora> &loras, QStringView list);

} // namespace kinframe::media
