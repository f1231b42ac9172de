// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A form must read the same whole and in pieces of any size.
#include "fuzz/input.h"
#include "server/http/multipart.h"

#include <random>
#include <vector>

using namespace kinframe;
using namespace kinframe::http;
using kinframe::fuzz::Input;
using kinframe::fuzz::require;

namespace {

constexpr MultipartLimits limits{.parts = 8, .headerBytes = 200, .fieldBytes = 64, .preambleBytes = 64};

struct Part
{
    PartHeaders headers;
    QByteArray data;
    bool isWhole = false;
};

struct Outcome : MultipartSink
{
    std::vector<Part> parts;
    Result<void> result;

    Result<void> partBegin(const PartHeaders &headers) override
    {
        require(parts.empty() || parts.back().isWhole);
        require(!headers.fileName.contains(QChar(u'/')) && headers.fileName != QLatin1String(".."));
        parts.push_back({headers, {}, false});
        return {};
    }
    Result<void> partData(QByteArrayView bytes) override
    {
        require(!parts.empty() && !parts.back().isWhole && !bytes.isEmpty());
        parts.back().data.append(bytes);
        return {};
    }
    Result<void> partEnd() override
    {
        require(!parts.empty() && !parts.back().isWhole);
        parts.back().isWhole = true;
        return {};
    }
};

void read(const QByteArray &boundary, QByteArrayView body, quint32 seed, Outcome &outcome)
{
    std::mt19937 random(seed);
    MultipartParser parser(boundary, outcome, limits);
    while (!body.isEmpty() && outcome.result) {
        const qsizetype longest = seed == 0 ? body.size() : static_cast<qsizetype>(1 + random() % 32);
        const QByteArrayView piece = body.first(std::min(longest, body.size()));
        outcome.result = parser.feed(piece);
        body = body.sliced(piece.size());
    }
    if (outcome.result) {
        outcome.result = parser.finish();
    }
    require(parser.finish().has_value() == outcome.result.has_value());
}

void compare(const Outcome &left, const Outcome &right)
{
    require(left.result.has_value() == right.result.has_value());
    require(left.result || left.result.error().code == right.result.error().code);
    require(left.parts.size() == right.parts.size());
    for (std::size_t index = 0; index < left.parts.size(); ++index) {
        const Part &one = left.parts[index];
        const Part &other = right.parts[index];
        require(one.isWhole == other.isWhole && one.headers.name == other.headers.name);
        require(one.headers.fileName == other.headers.fileName && one.headers.isFile == other.headers.isFile);
        // How much of a part that is not whole was handed on depends on the pieces.
        require(!one.isWhole || one.data == other.data);
        require(one.headers.isFile || one.data.size() <= limits.fieldBytes);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint32 seed = 1 + input.byte();
    const Result<QByteArray> boundary = multipartBoundary(input.line());
    if (!boundary) {
        return 0;
    }
    const QByteArrayView body = input.rest();
    Outcome whole;
    Outcome pieces;
    read(*boundary, body, 0, whole);
    read(*boundary, body, seed, pieces);
    compare(whole, pieces);
    return 0;
}
