// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_scenes.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace kinframe::test {
namespace {

using namespace Qt::StringLiterals;

constexpr auto script = R"py(
import bpy
import sys

FOLDER = sys.argv[-1]


def shine(x, strength):
    bpy.ops.mesh.primitive_plane_add(size=4, location=(x, 0, 0))
    material = bpy.data.materials.new("light")
    material.use_nodes = True
    tree = material.node_tree
    light = tree.nodes.new("ShaderNodeEmission")
    light.inputs["Strength"].default_value = strength
    surface = next(n for n in tree.nodes if n.type == "OUTPUT_MATERIAL")
    tree.links.new(light.outputs[0], surface.inputs[0])
    bpy.context.object.data.materials.append(material)


def make(name, samples=2, camera=True, texture=None, denoise=False, percent=100, border=False, lights=None):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    if camera:
        eye = bpy.data.objects.new("eye", bpy.data.cameras.new("eye"))
        eye.location = (0, 0, 8)
        scene.collection.objects.link(eye)
        scene.camera = eye
    if lights:
        # One fills the left half of the picture, the other the right.
        shine(-2, lights[0])
        shine(2, lights[1])
    bpy.ops.mesh.primitive_cube_add(location=(0, 0, -8 if lights else 0))
    material = bpy.data.materials.new("material")
    material.use_nodes = True
    bpy.context.object.data.materials.append(material)
    if texture:
        image = bpy.data.images.new("texture", 8, 8)
        image.filepath = texture
        image.source = "FILE"
        node = material.node_tree.nodes.new("ShaderNodeTexImage")
        node.image = image
        surface = next(n for n in material.node_tree.nodes if n.type == "BSDF_PRINCIPLED")
        material.node_tree.links.new(node.outputs[0], surface.inputs[0])
    scene.render.engine = "CYCLES"
    scene.cycles.samples = samples
    scene.cycles.use_denoising = denoise
    scene.cycles.use_adaptive_sampling = False
    scene.render.resolution_x = 160
    scene.render.resolution_y = 90
    scene.render.resolution_percentage = percent
    scene.render.use_border = scene.render.use_crop_to_border = border
    scene.render.border_max_x = 0.5
    scene.render.image_settings.file_format = "PNG"
    # As it was named, also where that is a path of another system.
    bpy.ops.wm.save_as_mainfile(filepath=FOLDER + "/" + name + ".blend", relative_remap=False)


make("plain")
make("half", percent=50)
make("border", border=True)
make("steady", samples=150)
make("slow", samples=1000000)
make("texture", texture="C:/textures/wood.png")
make("no_camera", camera=False)
make("denoised", denoise=True)
make("lights", lights=(0.18, 8))
)py";

constexpr auto tachyonScene = R"(BEGIN_SCENE
RESOLUTION 160 90
CAMERA
  ZOOM 1.0
  ASPECTRATIO 1.0
  ANTIALIASING 0
  RAYDEPTH 2
  CENTER 0.0 0.0 -8.0
  VIEWDIR 0.0 0.0 1.0
  UPDIR 0.0 1.0 0.0
END_CAMERA
LIGHT CENTER 4.0 4.0 -10.0 RAD 0.2 COLOR 0.9 0.9 0.9
SPHERE
  CENTER 0.0 0.0 1.0 RAD 2.0
  TEXTURE
    AMBIENT 0.2 DIFFUSE 0.8 SPECULAR 0.0 OPACITY 1.0
    COLOR 1.0 0.5 0.2
    TEXFUNC 0
END_SCENE
)";

void write(const QString &path, const char *text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != qint64(qstrlen(text))) {
        qFatal("the test cannot write %s", qPrintable(path));
    }
}

} // namespace

QString blender()
{
    return QStandardPaths::findExecutable(u"blender"_s);
}

QString tachyon()
{
    return QStandardPaths::findExecutable(u"tachyon"_s);
}

QString makeBlenderScenes(const QString &folder)
{
    const QString path = folder + u"/make_scenes.py"_s;
    write(path, script);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(blender(), {u"-b"_s, u"--factory-startup"_s, u"--python-exit-code"_s, u"9"_s, u"--python"_s, path,
                              u"--"_s, folder});
    constexpr int patienceMs = 60'000;
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0) {
        return u"Blender makes no scenes: "_s + QString::fromUtf8(process.readAll());
    }
    return {};
}

QString makeTachyonScene(const QString &folder)
{
    const QString path = folder + u"/ball.dat"_s;
    write(path, tachyonScene);
    return path;
}

} // namespace kinframe::test
