# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Run by Blender in the background with a scene open: prints what the scene says of how it is rendered, as one line of
# JSON between two lines with a mark that nobody else knows.
import json
import os

import bpy

MOST = 20000


def relative(path, library=None):
    """As it stands in the scene, also where a linked library has it relative to itself."""
    if library is not None and path.startswith("//"):
        path = bpy.path.abspath(path, library=library)
        try:
            return bpy.path.relpath(path)
        except ValueError:  # on another drive
            return path
    return path


def named(items, kind, path_of):
    for item in list(items)[:MOST]:
        path = path_of(item)
        if path:
            yield [item.name, relative(path, getattr(item, "library", None)), kind, "one"]


def images():
    spreads = {"TILED": "tiles", "SEQUENCE": "sequence"}
    for image in list(bpy.data.images)[:MOST]:
        if image.source in {"FILE", "MOVIE", "SEQUENCE", "TILED"} and not image.packed_file and image.filepath:
            path = relative(image.filepath, image.library)
            yield [image.name, path, "texture", spreads.get(image.source, "one")]


def strips(scene):
    editor = scene.sequence_editor
    everything = getattr(editor, "sequences_all", None) or getattr(editor, "strips_all", []) if editor else []
    for strip in list(everything)[:MOST]:
        if strip.type == "MOVIE":
            yield [strip.name, strip.filepath, "other", "one"]
        elif strip.type == "IMAGE" and strip.elements:
            spread = "sequence" if len(strip.elements) > 1 else "one"
            yield [strip.name, os.path.join(strip.directory, strip.elements[0].filename), "texture", spread]


def files(scene):
    data = bpy.data
    yield from named(data.libraries, "reference", lambda item: item.filepath)
    yield from images()
    yield from named(data.cache_files, "cache", lambda item: item.filepath)
    yield from named(getattr(data, "volumes", []), "cache", lambda item: item.filepath)
    yield from named(data.sounds, "audio", lambda item: None if item.packed_file else item.filepath)
    yield from named(data.movieclips, "texture", lambda item: item.filepath)
    yield from named(
        data.fonts, "other", lambda item: None if item.packed_file or item.filepath == "<builtin>" else item.filepath
    )
    yield from strips(scene)


def samples(scene):
    if scene.render.engine == "CYCLES":
        return getattr(getattr(scene, "cycles", None), "samples", None)
    return getattr(getattr(scene, "eevee", None), "taa_render_samples", None)


def facts(scene):
    render = scene.render
    scale = render.resolution_percentage / 100
    cameras = [item for item in scene.objects if item.type == "CAMERA"][:MOST]
    return {
        "version": bpy.app.version_string,
        "renderer": render.engine,
        "start": scene.frame_start,
        "end": scene.frame_end,
        "step": scene.frame_step,
        "fps": render.fps / render.fps_base,
        "width": int(render.resolution_x * scale),
        "height": int(render.resolution_y * scale),
        "format": render.image_settings.file_format,
        "extension": render.file_extension,
        "samples": samples(scene),
        "cameras": [[item.data.name, item.name, item == scene.camera, item.data.type == "ORTHO"] for item in cameras],
        "layers": [[layer.name, layer.use] for layer in scene.view_layers],
        "files": list(files(scene))[:MOST],
    }


mark = os.environ["KINFRAME_MARK"]
print("\n%s\n%s\n%s" % (mark, json.dumps(facts(bpy.context.scene)), mark), flush=True)
