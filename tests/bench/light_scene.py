# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# blender -b --factory-startup --python light_scene.py -- FILE: a cube that turns, cheap to render.
import sys

import bpy

scene = bpy.context.scene
scene.render.engine = "CYCLES"
scene.cycles.samples = 1
scene.cycles.use_denoising = False
scene.render.resolution_x = 160
scene.render.resolution_y = 90
scene.render.resolution_percentage = 100
scene.frame_end = 10000
cube = bpy.data.objects["Cube"]
cube.keyframe_insert("rotation_euler", frame=1)
cube.rotation_euler[2] = 60
cube.keyframe_insert("rotation_euler", frame=10000)
bpy.ops.wm.save_as_mainfile(filepath=sys.argv[-1])
