// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/inflate.h"

#include <zlib.h>

#include <algorithm>

namespace kinframe::media {
namespace {

class Inflater
{
public:
    Inflater() { m_good = inflateInit(&m_stream) == Z_OK; }
    ~Inflater()
    {
        if (m_good) {
            inflateEnd(&m_stream);
        }
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    std::optional<QByteArray> run(QByteArrayView packed, qsizetype most)
    {
        constexpr qsizetype step = 64 * 1024;
        // zlib's interface is older than const.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
        m_stream.avail_in = uInt(packed.size());
        QByteArray bytes;
        qsizetype filled = 0;
        int state = m_good ? Z_OK : Z_MEM_ERROR;
        while (state == Z_OK && filled < most) {
            bytes.resize(std::min(std::max(filled + step, 2 * filled), most));
            m_stream.next_out = reinterpret_cast<Bytef *>(bytes.data() + filled);
            m_stream.avail_out = uInt(bytes.size() - filled);
            state = inflate(&m_stream, Z_NO_FLUSH);
            filled = bytes.size() - qsizetype(m_stream.avail_out);
        }
        if (state != Z_STREAM_END) {
            return std::nullopt;
        }
        bytes.truncate(filled);
        return bytes;
    }

private:
    z_stream m_stream{};
    bool m_good = false;
};

} // namespace

std::optional<QByteArray> inflated(QByteArrayView packed, qsizetype most)
{
    return Inflater().run(packed, most);
}

} // namespace kinframe::media
