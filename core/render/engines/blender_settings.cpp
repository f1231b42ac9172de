// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/blender_settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// Runs in Blender's own Python, 2.93 to 5: what a version does not have is passed over. The lines that it prints are
// read by log_blender.cpp.
constexpr auto script = R"py(# Sets the scene up as the task asks; written anew for every attempt.
import glob
import json
import os

import bpy

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "settings.json"), encoding="utf-8") as file:
    WANTED = json.load(file)


def say(text):
    print("Kinframe: " + text, flush=True)


def mapped(path):
    """Where the path lies here, by the rules; None where none of them is about it."""
    plain = path.replace("\\", "/")
    for rule in WANTED["paths"]:
        start = rule["from"].replace("\\", "/").rstrip("/")
        same = plain.lower() == start.lower() if ":" in start else plain == start
        head = plain[: len(start) + 1]
        below = head.lower() == (start + "/").lower() if ":" in start else head == start + "/"
        if same or below:
            return rule["to"].rstrip("/") + plain[len(start):]
    return None


def here(path, library=None):
    """A path of the scene as it is on this computer."""
    full = bpy.path.abspath(path, library=library)
    if os.path.exists(full):
        return full
    for candidate in (path, full):
        found = mapped(candidate)
        if found is not None:
            return found
    return full


def is_there(path):
    for tile in ("<UDIM>", "<UVTILE>"):
        if tile in path:
            return bool(glob.glob(glob.escape(path).replace(tile, "*")))
    return os.path.exists(path)


def point(thing, kind):
    if not thing.filepath or getattr(thing, "packed_file", None) or getattr(thing, "packed_files", None):
        return False
    library = getattr(thing, "library", None)
    path = here(thing.filepath, library)
    if not is_there(path):
        say("missing %s: %s" % (kind, path))
        return False
    if path == bpy.path.abspath(thing.filepath, library=library):
        return False
    try:
        thing.filepath = path
    except AttributeError:
        return False  # of a linked library: what that says is not ours to change
    return True


def set_paths():
    for library in bpy.data.libraries:
        if point(library, "file"):
            library.reload()
    for image in bpy.data.images:
        if image.source in {"FILE", "SEQUENCE", "MOVIE", "TILED"} and image.users > 0:
            if point(image, "texture"):
                image.reload()
    for group in ("cache_files", "volumes", "movieclips", "sounds"):
        for thing in getattr(bpy.data, group, ()):
            point(thing, "file")
    for font in bpy.data.fonts:
        if font.filepath != "<builtin>":
            point(font, "file")


def use_gpu(scene):
    addon = bpy.context.preferences.addons.get("cycles")
    if addon is None:
        return
    preferences = addon.preferences
    for kind in ("OPTIX", "CUDA", "HIP", "ONEAPI", "METAL"):
        try:
            preferences.compute_device_type = kind
        except TypeError:
            continue
        if hasattr(preferences, "refresh_devices"):
            preferences.refresh_devices()
        else:
            preferences.get_devices()
        cards = [device for device in preferences.devices if device.type == kind]
        for device in preferences.devices:
            device.use = device.type == kind
        if cards:
            scene.cycles.device = "GPU"
            say("renders with %s" % ", ".join(device.name for device in cards))
            return
    say("no graphics card that Cycles can use")


def set_scene(scene):
    render = scene.render
    render.use_overwrite = True
    render.use_placeholder = False
    if render.image_settings.file_format in {"FFMPEG", "AVI_JPEG", "AVI_RAW"}:
        render.image_settings.file_format = "PNG"
    if WANTED["width"]:
        render.resolution_x = WANTED["width"]
        render.resolution_y = WANTED["height"]
        render.resolution_percentage = 100
    if WANTED["camera"]:
        camera = bpy.data.objects.get(WANTED["camera"])
        if camera is None:
            camera = next((o for o in bpy.data.objects if o.data and o.data.name == WANTED["camera"]), None)
        if camera is None:
            say("no camera: %s" % WANTED["camera"])
        scene.camera = camera
        for marker in scene.timeline_markers:
            marker.camera = None
    if WANTED["layer"]:
        names = [layer.name for layer in scene.view_layers]
        if WANTED["layer"] not in names:
            raise ValueError("there is no view layer %s" % WANTED["layer"])
        for layer in scene.view_layers:
            layer.use = layer.name == WANTED["layer"]
    if hasattr(scene, "cycles"):
        if WANTED["gpus"] > 0:
            use_gpu(scene)
        else:
            scene.cycles.device = "CPU"


def size_of(scene):
    """How large its pictures become; nothing where the scene itself makes them of another size: cut to a border, or
    of two eyes."""
    render = scene.render
    if render.use_multiview or (render.use_border and render.use_crop_to_border):
        return ""
    percent = render.resolution_percentage
    return ", %d x %d" % (render.resolution_x * percent // 100, render.resolution_y * percent // 100)


def frame_begins(scene, *_):
    say("frame %d begins%s" % (scene.frame_current, size_of(scene)))


set_paths()
set_scene(bpy.context.scene)
bpy.app.handlers.render_pre.append(frame_begins)
)py";

} // namespace

QString blenderSettingsPath(const QString &workDir)
{
    return workDir + u"/settings.py"_s;
}

std::vector<FileToWrite> blenderSettings(const ChunkJob &job)
{
    QJsonArray paths;
    for (const PathRule &rule : job.paths) {
        paths += QJsonObject{{u"from"_s, rule.from}, {u"to"_s, rule.to}};
    }
    const QSize resolution = job.resolution.value_or(QSize(0, 0));
    const QJsonObject settings{
        {u"paths"_s, paths},       {u"width"_s, resolution.width()}, {u"height"_s, resolution.height()},
        {u"camera"_s, job.camera}, {u"layer"_s, job.layer},          {u"gpus"_s, job.gpus}};
    return {{blenderSettingsPath(job.workDir), QByteArray(script)},
            {job.workDir + u"/settings.json"_s, QJsonDocument(settings).toJson(QJsonDocument::Compact)}};
}

} // namespace kinframe::render
