// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/unpacker.h"

#include <vector>

#include <zlib.h>
#include <zstd.h>

namespace kinframe::render {
namespace {

constexpr std::size_t outputSize = 256 * 1024;

class Gunzip : public Unpacker
{
public:
    Gunzip()
        : m_output(outputSize)
    {
        constexpr int gzipOnly = 16 + MAX_WBITS;
        m_isOpen = inflateInit2(&m_stream, gzipOnly) == Z_OK;
    }
    ~Gunzip() override
    {
        if (m_isOpen) {
            inflateEnd(&m_stream);
        }
    }
    Gunzip(const Gunzip &) = delete;
    Gunzip &operator=(const Gunzip &) = delete;

    Step unpack(std::string_view input) override
    {
        if (m_isWhole && !input.empty()) {
            // Files may be several packed ones behind each other. What else follows is no part of any of them.
            if (input.front() != '\x1f' || inflateReset(&m_stream) != Z_OK) {
                return {input.size(), {}, false};
            }
            m_isWhole = false;
        }
        // zlib does not write to its input; its interface is older than const.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data()));
        m_stream.avail_in = uInt(input.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(m_output.data());
        m_stream.avail_out = uInt(m_output.size());
        const int result = m_isOpen ? inflate(&m_stream, Z_NO_FLUSH) : Z_MEM_ERROR;
        m_isWhole = m_isWhole || result == Z_STREAM_END;
        Step step;
        step.taken = input.size() - m_stream.avail_in;
        step.bytes = std::string_view(m_output.data(), m_output.size() - m_stream.avail_out);
        step.isDamaged = result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR;
        return step;
    }

    bool isWhole() const override { return m_isWhole; }

private:
    z_stream m_stream{};
    std::vector<char> m_output;
    bool m_isOpen = false;
    bool m_isWhole = false;
};

class Unzstd : public Unpacker
{
public:
    Unzstd()
        : m_stream(ZSTD_createDStream())
        , m_output(outputSize)
    {
        // Files that need more memory than this are not scenes.
        constexpr int mostWindowBits = 25;
        ZSTD_DCtx_setParameter(m_stream, ZSTD_d_windowLogMax, mostWindowBits);
    }
    ~Unzstd() override { ZSTD_freeDStream(m_stream); }
    Unzstd(const Unzstd &) = delete;
    Unzstd &operator=(const Unzstd &) = delete;

    Step unpack(std::string_view input) override
    {
        ZSTD_inBuffer in{input.data(), input.size(), 0};
        ZSTD_outBuffer out{m_output.data(), m_output.size(), 0};
        const std::size_t result = ZSTD_decompressStream(m_stream, &out, &in);
        // Asked once more behind a whole one, it says what it would need of the next.
        if (in.pos > 0 || out.pos > 0) {
            m_isWhole = result == 0;
        }
        return {in.pos, std::string_view(m_output.data(), out.pos), ZSTD_isError(result) != 0};
    }

    bool isWhole() const override { return m_isWhole; }

private:
    ZSTD_DStream *m_stream;
    std::vector<char> m_output;
    bool m_isWhole = false;
};

} // namespace

std::unique_ptr<Unpacker> makeGunzip()
{
    return std::make_unique<Gunzip>();
}

std::unique_ptr<Unpacker> makeUnzstd()
{
    return std::make_unique<Unzstd>();
}

} // namespace kinframe::render
