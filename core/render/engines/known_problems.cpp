// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/known_problems.h"

#include <QByteArray>

#include <array>

namespace kinframe::render {
namespace {

using enum FailureReason;

enum Whose : unsigned {
    OfAny = 0,
    OfBlender = 1,
    OfMaya = 2,
    OfUnreal = 4,
};

// What a line must hold, in lower case; where both are given, both. The first row that fits counts.
struct Row
{
    unsigned engines;
    const char *words;
    const char *also;
    FailureReason reason;
    bool isFatal;
};

constexpr const char *nothing = "";

constexpr std::array rows{
    // The system's own words, whoever passes them on.
    Row{OfAny, "no space left on device", nothing, DiskFull, true},
    Row{OfAny, "not enough space on the disk", nothing, DiskFull, true},
    Row{OfAny, "disk quota exceeded", nothing, DiskFull, true},
    Row{OfAny, "file too large", nothing, DiskFull, true},
    Row{OfAny, "out of gpu memory", nothing, Device, true},
    Row{OfAny, "out of device memory", nothing, Device, true},
    Row{OfAny, "out of video memory", nothing, Device, true},
    Row{OfAny, "cuda", "out of memory", Device, true},
    Row{OfAny, "optix", "out of memory", Device, true},
    Row{OfAny, "std::bad_alloc", nothing, Memory, true},
    Row{OfAny, "cannot allocate memory", nothing, Memory, true},
    Row{OfAny, "memory allocation failure", nothing, Memory, true},
    Row{OfAny, "run out of memory", nothing, Memory, true},
    Row{OfAny, "out of memory", nothing, Memory, true},
    Row{OfAny, "not enough memory", nothing, Memory, true},
    Row{OfAny, "segmentation fault", nothing, Crash, true},
    Row{OfAny, "sigsegv", nothing, Crash, true},
    Row{OfAny, "core dumped", nothing, Crash, true},
    Row{OfAny, "exception_access_violation", nothing, Crash, true},

    // What our own script says, then Blender.
    Row{OfBlender, "kinframe: missing texture", nothing, MissingTexture, false},
    Row{OfBlender, "kinframe: missing file", nothing, MissingFile, false},
    Row{OfBlender, "kinframe: no camera", nothing, NoCamera, true},
    Row{OfBlender, "kinframe: no graphics card", nothing, Device, false},
    Row{OfBlender, "cannot render, no camera", nothing, NoCamera, true},
    Row{OfBlender, "no camera found in scene", nothing, NoCamera, true},
    Row{OfBlender, "scene has no camera", nothing, NoCamera, true},
    Row{OfBlender, "no camera for frame", nothing, NoCamera, true},
    Row{OfBlender, "not a blend file", nothing, BadScene, true},
    Row{OfBlender, "file format is not supported", nothing, BadScene, true},
    Row{OfBlender, "missing dna block", nothing, BadScene, true},
    Row{OfBlender, "failed to read blend file", nothing, BadScene, true},
    Row{OfBlender, "cannot read file", "no such file", MissingFile, true},
    Row{OfBlender, "cannot read file", nothing, BadScene, true},
    Row{OfBlender, "unable to open", ".blend", BadScene, true},
    Row{OfBlender, "cannot find lib", nothing, MissingFile, false},
    Row{OfBlender, "lib: ", "missing from", MissingFile, false},
    Row{OfBlender, "no compute device", nothing, Device, true},
    Row{OfBlender, "found no cycles device", nothing, Device, true},
    Row{OfBlender, "failed to create cuda context", nothing, Device, true},
    Row{OfBlender, "failed to execute", "kernel", Device, true},
    Row{OfBlender, "illegal address", nothing, Device, true},
    Row{OfBlender, "illegal memory access", nothing, Device, true},
    Row{OfBlender, "build without", nothing, Option, true},
    Row{OfBlender, "engine not recognized", nothing, Option, true},
    Row{OfBlender, "format not recognized", nothing, Option, true},
    Row{OfBlender, "unable to load image", nothing, MissingTexture, false},
    Row{OfBlender, "write error", "cannot save", Unknown, true},
    Row{OfBlender, "render error", "cannot save", Unknown, true},
    Row{OfBlender, "could not write image", nothing, Unknown, true},
    Row{OfBlender, "could not write encoded", nothing, Unknown, true},

    // Maya and what renders in it: Arnold, V-Ray, Redshift, RenderMan.
    Row{OfMaya, "abort_on_license_fail", nothing, Licence, true},
    Row{OfMaya, "rendering with watermarks", nothing, Licence, false},
    Row{OfMaya, "license was not obtained", nothing, Licence, true},
    Row{OfMaya, "not obtain a license", nothing, Licence, true},
    Row{OfMaya, "unable to obtain", "license", Licence, true},
    Row{OfMaya, "could not initialize license", nothing, Licence, true},
    Row{OfMaya, "license error", nothing, Licence, true},
    Row{OfMaya, "licensing error", nothing, Licence, true},
    Row{OfMaya, "{severe}", "license", Licence, true},
    Row{OfMaya, "error checking out license", nothing, Licence, true},
    Row{OfMaya, "failed to check out", "license", Licence, true},
    Row{OfMaya, "all licenses in use", nothing, Licence, true},
    Row{OfMaya, "no renderable camera", nothing, NoCamera, true},
    Row{OfMaya, "no cameras in the scene", nothing, NoCamera, true},
    Row{OfMaya, "camera", "does not exist", NoCamera, true},
    Row{OfMaya, "no devices found", nothing, Device, true},
    Row{OfMaya, "illegal memory access", nothing, Device, true},
    Row{OfMaya, "no gpu", "found", Device, true},
    Row{OfMaya, "was not found on maya_plug_in_path", nothing, Option, true},
    Row{OfMaya, "cannot find procedure", nothing, Option, true},
    Row{OfMaya, "renderer", "is not registered", Option, true},
    Row{OfMaya, "invalid image file", nothing, MissingTexture, false},
    Row{OfMaya, "couldn't convert the texture", nothing, MissingTexture, false},
    Row{OfMaya, "texture", "does not exist", MissingTexture, false},
    Row{OfMaya, "texture", "not found", MissingTexture, false},
    Row{OfMaya, "texture", "could not open", MissingTexture, false},
    Row{OfMaya, "texture", "cannot open", MissingTexture, false},
    Row{OfMaya, "texture", "unable to open", MissingTexture, false},
    Row{OfMaya, "texture", "failed to load", MissingTexture, false},
    Row{OfMaya, "could not load bitmap", nothing, MissingTexture, false},
    Row{OfMaya, "cannot load scene", nothing, BadScene, true},
    Row{OfMaya, "could not open file", "scene", BadScene, true},
    Row{OfMaya, "error reading file", nothing, BadScene, true},
    Row{OfMaya, "is not a maya", nothing, BadScene, true},
    Row{OfMaya, "error: file not found", nothing, MissingFile, true},
    Row{OfMaya, "reference file not found", nothing, MissingFile, false},
    Row{OfMaya, "could not read reference", nothing, MissingFile, false},
    Row{OfMaya, "fatal error", nothing, Crash, true},
    Row{OfMaya, "failed batch render", nothing, Unknown, true},
    Row{OfMaya, "failed to render", nothing, Unknown, true},
    Row{OfMaya, "frame rendering aborted", nothing, Unknown, true},
    Row{OfMaya, "frame aborted", nothing, Unknown, true},
    Row{OfMaya, "internally aborted", nothing, Unknown, true},

    Row{OfUnreal, "device removed", nothing, Device, true},
    Row{OfUnreal, "device lost", nothing, Device, true},
    Row{OfUnreal, "gpu crash", nothing, Device, true},
    Row{OfUnreal, "vk_error_", nothing, Device, true},
    Row{OfUnreal, "failed to open descriptor file", nothing, BadScene, true},
    Row{OfUnreal, "failed to load map", nothing, MissingFile, true},
    Row{OfUnreal, "failed to find", "sequence", MissingFile, true},
    Row{OfUnreal, "could not find", "sequence", MissingFile, true},
    Row{OfUnreal, "failed to load", "/game/", MissingFile, false},
    Row{OfUnreal, "can't find file", nothing, MissingFile, false},
    Row{OfUnreal, "logpython: error", nothing, Script, false},
    Row{OfUnreal, "assertion failed", nothing, Crash, true},
    Row{OfUnreal, "unhandled exception", nothing, Crash, true},
    Row{OfUnreal, "fatal error", nothing, Crash, true},
    Row{OfUnreal, "logmovierenderpipeline: error", nothing, Unknown, true},
};

unsigned maskOf(Engine engine)
{
    switch (engine) {
    case Engine::Blender:
        return OfBlender;
    case Engine::Maya:
        return OfMaya;
    case Engine::Unreal:
        return OfUnreal;
    case Engine::Command:
        break;
    }
    return OfAny;
}

} // namespace

std::optional<KnownProblem> knownProblem(Engine engine, QByteArrayView line)
{
    const QByteArray text = line.toByteArray().toLower();
    const unsigned mask = maskOf(engine);
    for (const Row &row : rows) {
        if ((row.engines == OfAny || (row.engines & mask) != 0) && text.contains(row.words) &&
            text.contains(row.also)) {
            return KnownProblem{row.reason, row.isFatal};
        }
    }
    return std::nullopt;
}

} // namespace kinframe::render
