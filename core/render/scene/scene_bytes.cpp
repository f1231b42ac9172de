// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/scene_bytes.h"

#include "base/files.h"
#include "render/scene/hashed_file.h"
#include "render/scene/unpacker.h"

namespace kinframe::render {
namespace {

// No scene is larger, but a small file of zeros may be when unpacked.
constexpr quint64 mostUnpacked = quint64(64) * 1024 * 1024 * 1024;

Packing packingOf(std::string_view head)
{
    if (head.substr(0, 2) == "\x1f\x8b") {
        return Packing::Gzip;
    }
    return head.substr(0, 4) == "\x28\xb5\x2f\xfd" ? Packing::Zstd : Packing::None;
}

} // namespace

struct SceneBytes::State
{
    State(std::unique_ptr<QFile> opened, std::stop_token token)
        : file(std::move(opened), std::move(token))
    {
    }

    HashedFile file;
    Packing packing = Packing::None;
    std::unique_ptr<Unpacker> unpacker;
    std::string_view input; ///< of the file, not yet unpacked
    quint64 unpacked = 0;   ///< bytes so far
    bool isFirst = true;    ///< the first block was read but not given
    bool isAtEnd = false;   ///< of the file
    bool isDamaged = false;
    bool isDone = false; ///< nothing more can be unpacked

    Result<std::string_view> nextUnpacked();
};

/// Where packed bytes are damaged, nothing of what follows can be had.
Result<std::string_view> SceneBytes::State::nextUnpacked()
{
    while (!isDone) {
        if (input.empty() && !isAtEnd) {
            auto block = file.next();
            if (!block) {
                return block;
            }
            input = *block;
            isAtEnd = input.empty();
        }
        const Unpacker::Step step = unpacker->unpack(input);
        input.remove_prefix(step.taken);
        unpacked += step.bytes.size();
        const bool isTooLarge = unpacked > mostUnpacked;
        isDamaged = step.isDamaged || isTooLarge || (isAtEnd && !unpacker->isWhole());
        isDone = step.isDamaged || isTooLarge || (isAtEnd && step.bytes.empty());
        if (!step.bytes.empty()) {
            return step.bytes;
        }
    }
    return std::string_view();
}

SceneBytes::SceneBytes(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

SceneBytes::~SceneBytes() = default;

Result<std::unique_ptr<SceneBytes>> SceneBytes::open(const QString &path, std::stop_token stop)
{
    auto file = openForReading(path);
    if (!file) {
        return failed(file);
    }
    auto state = std::make_unique<State>(std::move(*file), std::move(stop));
    const auto head = state->file.next();
    if (!head) {
        return failed(head);
    }
    state->input = *head;
    state->isAtEnd = head->empty();
    state->packing = packingOf(*head);
    if (state->packing != Packing::None) {
        state->unpacker = state->packing == Packing::Gzip ? makeGunzip() : makeUnzstd();
    }
    return std::unique_ptr<SceneBytes>(new SceneBytes(std::move(state)));
}

Packing SceneBytes::packing() const
{
    return m_state->packing;
}

bool SceneBytes::isDamaged() const
{
    return m_state->isDamaged;
}

Result<std::string_view> SceneBytes::next()
{
    if (m_state->unpacker) {
        return m_state->nextUnpacked();
    }
    if (m_state->isFirst) {
        m_state->isFirst = false;
        return m_state->input;
    }
    return m_state->isAtEnd ? Result<std::string_view>(std::string_view()) : m_state->file.next();
}

Result<FileMark> SceneBytes::finish()
{
    while (!m_state->isAtEnd) {
        const auto block = m_state->file.next();
        if (!block) {
            return failed(block);
        }
        m_state->isAtEnd = block->empty();
    }
    return FileMark{m_state->file.finish(), m_state->file.size()};
}

} // namespace kinframe::render
