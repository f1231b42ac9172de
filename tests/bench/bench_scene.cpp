// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast scenes are read, and in how much memory: bench_scene make FILE MB writes a made Maya scene of that size,
// always the same; bench_scene read FILE reads one and prints a line of JSON: the seconds, those without the hash of
// the file, and the most memory that the process had.
#include "render/scene/maya_reader.h"
#include "render/scene/scene_bytes.h"
#include "render/scene/scene_reader.h"

#include <QFile>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <random>
#include <string>
#include <vector>

using namespace kinframe::render;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The most memory that this process has held, in megabytes; 0 where the system does not tell.
double mostMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word == "VmHWM:" && status >> word) {
            return std::strtod(word.c_str(), nullptr) * 1024 / 1e6;
        }
    }
    return 0;
}

/// As scenes of films are: mostly points of meshes, in statements of many sizes, and a thousand small ones between.
class Scene
{
public:
    explicit Scene(const char *path)
        : m_file(path, std::ios::binary)
    {
        m_file << "//Maya ASCII 2023 scene\n//Name: made.ma\n//Codeset: UTF-8\nrequires maya \"2023\";\n"
                  "createNode camera -n \"shotShape\" -p \"shot\";\n";
    }

    bool fill(std::size_t bytes)
    {
        for (int i = 0; std::size_t(m_file.tellp()) < bytes && m_file; ++i) {
            mesh(i);
            for (int k = 0; k < 20; ++k) {
                small(i * 20 + k);
            }
        }
        m_file << "select -ne :defaultRenderGlobals;\n\tsetAttr \".ren\" -type \"string\" \"arnold\";\n";
        m_file.flush();
        return bool(m_file);
    }

private:
    void mesh(int number)
    {
        // Most have some thousand points; a few, some hundred thousand.
        const std::size_t points = m_random() % 50 == 0 ? 60'000 : 500 + m_random() % 4000;
        std::string text = "createNode mesh -n \"meshShape" + std::to_string(number) + "\" -p \"mesh" +
                           std::to_string(number) + "\";\n\tsetAttr -s " + std::to_string(points) +
                           " \".vt[0:" + std::to_string(points - 1) + "]\" ";
        for (std::size_t i = 0; i < points; ++i) {
            std::array<char, 80> line{};
            const auto one = [this] { return double(m_random() % 2'000'001 - 1'000'000) / 997; };
            std::snprintf(line.data(), line.size(), " %.8f %.8f %.8f%s", one(), one(), one(),
                          i % 2 == 1 ? "\n\t\t" : "");
            text += line.data();
        }
        m_file << text << ";\n";
    }

    void small(int number)
    {
        const std::string name = std::to_string(number);
        if (number % 10 == 0) {
            m_file << "createNode file -n \"file" << name
                   << "\";\n\trename -uid \"0D79067D-4F96-32DD-0C23-2BA460FD5190\";\n"
                   << "\tsetAttr \".ftn\" -type \"string\" \"sourceimages/texture_" << number % 5000 << ".png\";\n";
            return;
        }
        m_file << "createNode transform -n \"group" << name << "\";\n\tsetAttr \".t\" -type \"double3\" " << number % 97
               << ".5 0 -3.25 ;\n\tsetAttr \".r\" -type \"double3\" 0 45 0 ;\n\tsetAttr -k off \".v\";\n"
               << "connectAttr \"group" << name << ".iog\" \":initialShadingGroup.dsm\" -na;\n";
    }

    std::ofstream m_file;
    std::mt19937 m_random{20};
};

/// Without the hash, by blocks as they come from the disk.
double secondsUnhashed(const char *path)
{
    const auto start = Clock::now();
    QFile file(QString::fromLocal8Bit(path));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return 0;
    }
    MayaReader reader;
    std::vector<char> block(256 * 1024);
    for (qint64 size = 0; (size = file.read(block.data(), qint64(block.size()))) > 0;) {
        reader.add({block.data(), std::size_t(size)});
    }
    (void)reader.finish(true);
    return secondsSince(start);
}

int read(const char *path)
{
    const auto start = Clock::now();
    const QString name = QString::fromLocal8Bit(path);
    const auto scene = readScene(name, name, {});
    const double seconds = secondsSince(start);
    if (!scene) {
        std::fprintf(stderr, "%s\n", qPrintable(scene.error().forLog()));
        return 1;
    }
    std::printf("{\"bench\": \"scene\", \"seconds\": %.4f, \"unhashed_seconds\": %.4f, \"megabytes\": %.1f, "
                "\"bytes\": %lld, \"files\": %zu}\n",
                seconds, secondsUnhashed(path), mostMegabytes(), static_cast<long long>(scene->mark.size),
                scene->facts.files.size());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && std::strcmp(argv[1], "make") == 0) {
        return Scene(argv[2]).fill(std::strtoul(argv[3], nullptr, 10) * 1'000'000) ? 0 : 1;
    }
    if (argc == 3 && std::strcmp(argv[1], "read") == 0) {
        return read(argv[2]);
    }
    std::fputs("bench_scene make FILE MB | read FILE\n", stderr);
    return 2;
}
