// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "real_scenes.h"

namespace kinframe::test {

const QList<RealScene> &realScenes()
{
    static const QList<RealScene> scenes{
        {"appleseed_batch_render.ma", R"(file 115954 bytes 71c1cd6edb3c2d69cc0cbbbd11de1e46
written by Maya 2017, needs 2017
plug-ins [appleseedMaya 0.1.0] [stereoCamera 10.0]
renderer appleseed*
frames 1 to 10 by 1, 24 a second, slider 1 to 120
picture 512* x 512*, exr*
samples 4* - -
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
assets 0, missing 0, 0 bytes)"},
        {"deadline_cube.ma", R"(file 61058 bytes a00f3ef4d822c2c1591a17c1f191f616
written by Maya 2023, needs 2023
plug-ins [stereoCamera 10.0] [mtoa 5.1.0]
renderer mayaSoftware
frames 1 to 10 by 1, 24 a second, slider 537 to 583
picture 640 x 480, iff
samples - - -
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
texture of file1: file_not_found: D:/deadline-clients/deadline-cloud-for-maya/job_bundle_output_tests//cube/deadline_logo_48x48.png
reference of scene_file_to_referenceRN: file_not_found: D:/deadline-clients/deadline-cloud-for-maya/job_bundle_output_tests//cube/scene_file_to_reference.mb
assets 2, missing 2, 0 bytes)"},
        {"deadline_layers.ma", R"(file 92644 bytes 05c53033c990161296d4bae8ea25ee3d
written by Maya 2023, needs 2023
plug-ins [stereoCamera 10.0] [mtoa 5.1.0] [renderSetup.py 1.0]
renderer arnold*
frames 1 to 10 by 1, 24 a second, slider 537 to 583
picture 640 x 480, exr*
samples 3 2 2
renders* perspShape of persp, cameraShape1 of camera1
leaves topShape of top, frontShape of front, sideShape of side, cameraShape2 of camera2, cameraShape3 of camera3
flat topShape, frontShape, sideShape
layers defaultRenderLayer, rs_layerFrameRange1, rs_renderSetupLayer2, rs_layerDefaultFrames, rs_renderSetupLayer4, rs_notRenderableLayer (off)
notes -
reference of scene_file_to_referenceRN: file_not_found: D:/deadline-clients/deadline-cloud-for-maya/job_bundle_output_tests/layers/scene/scene_file_to_reference.mb
assets 1, missing 1, 0 bytes)"},
        {"deadline_maya-test.ma", R"(file 53914 bytes e92bc50e034af6d7dee96afe87644687
written by Maya 2018, needs 2018ff09
plug-ins [mtoa 3.1.1.1]
renderer mayaSoftware
frames 1 to 10 by 1, 24 a second, slider 1 to 120
picture 640 x 480, jpg*
samples - - -
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
assets 0, missing 0, 0 bytes)"},
        {"deadline_ref.ma", R"(file 77621 bytes 317cc37b5f9642cf0b009140a06c583a
written by Maya 2023, needs 2023
plug-ins [stereoCamera 10.0] [rfm_volume_aggregate_set.py 1.0] [RenderMan_for_Maya.py 25.2 @ 2282507] [mtoa 5.2.0]
renderer arnold*
frames 1 to 10 by 1, 24 a second, slider 1 to 120
picture 640 x 480, exr*
samples 3 2 2
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
assets 0, missing 0, 0 bytes)"},
        {"deadline_referenced_layers.ma", R"(file 73344 bytes df953c7e32161d10bc5148da1ce2729d
written by Maya 2023, needs 2023
plug-ins [stereoCamera 10.0] [rfm_volume_aggregate_set.py 1.0] [RenderMan_for_Maya.py 25.2 @ 2282507] [mtoa 5.2.0]
renderer arnold*
frames 1 to 10 by 1, 24 a second, slider -
picture 640 x 480, exr*
samples 3 2 2
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer, imported_scene_defaultRenderLayer
notes animation_off
reference of imported_scene_refRN: file_not_found: ref.ma
reference of scene_file_to_referenceRN: file_not_found: /Users/rmvh/work/deadline/deadline-cloud-for-maya/job_bundle_output_tests/renderman/scene/scene_file_to_reference.ma
assets 2, missing 2, 0 bytes)"},
        {"deadline_renderman.ma", R"(file 100851 bytes a2498e5a1dab60eb42cd435230ae9f64
written by Maya 2023, needs 2023
plug-ins [stereoCamera 10.0] [rfm_volume_aggregate_set.py 1.0] [RenderMan_for_Maya.py 25.2 @ 2282507] [mtoa 5.2.0]
renderer renderman*
frames 1 to 10 by 1, 24 a second, slider 537 to 583
picture 640 x 480, exr*
samples 128* - -
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
texture of file1: file_not_found: /Users/rmvh/work/deadline/deadline-cloud-for-maya/job_bundle_output_tests/renderman/scene/deadline_logo_48x48.png
reference of scene_file_to_referenceRN: file_not_found: /Users/rmvh/work/deadline/deadline-cloud-for-maya/job_bundle_output_tests/renderman/scene/scene_file_to_reference.mb
assets 2, missing 2, 0 bytes)"},
        {"mayausd_Ball_prmanRIS.ma", R"(file 145234 bytes b6987a817236694c71ed00470b67e57e
written by Maya 2015, needs 2015
plug-ins [RenderMan_for_Maya 20.3]
renderer renderManRIS*
frames 1 to 10 by 1, 24 a second, slider 1 to 120
picture 960* x 540*, exr*
samples 512* - -
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
texture of BallTexture: file_not_found: ./tex/ball1.tex
assets 1, missing 1, 0 bytes)"},
        {"mayausd_Camera11.ma", R"(file 105154 bytes 92ef37d2315d4f29bb3d9d3331890644
written by Maya 2016, needs 2016
plug-ins
renderer mayaSoftware
frames 1 to 10 by 1, 24 a second, slider 1 to 96
picture 640 x 480, tif*
samples - - -
renders* perspShape of persp, PerspCamNoDOFShape of PerspCamNoDOF
leaves topShape of top, frontShape of front, sideShape of side, OrthoCamStaticShape of OrthoCamStatic, PerspCamStaticShape of PerspCamStatic, PerspCamAnimTransformShape of PerspCamAnimTransform, PerspCamAnimShapeShape of PerspCamAnimShape, OrthographicCameraShape of OrthographicCamera, PerspectiveCameraShape of PerspectiveCamera
flat topShape, frontShape, sideShape, OrthoCamStaticShape, OrthographicCameraShape
layers defaultRenderLayer
notes animation_off
assets 0, missing 0, 0 bytes)"},
        {"mayausd_OpenPBR2026.ma", R"(file 94071 bytes 9c875bf96de4309849e94041169067de
written by Maya 2026, needs 2026
plug-ins [stereoCamera 10.0]
renderer mayaSoftware
frames 1 to 10 by 1, 24 a second, slider 1 to 120
picture 640 x 480, iff
samples - - -
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
texture of file25: file_not_found: textures/grid.png
texture of file27: file_not_found: textures/Mono.png
texture of file33: file_not_found: textures/normalSpiral.png
assets 3, missing 3, 0 bytes)"},
        {"mayausd_RfMLights.ma", R"(file 143132 bytes af9fdc26dd03c011e5b934f3a006e988
written by Maya 2022, needs 2022
plug-ins [rfm_volume_aggregate_set.py 1.0] [px_render 1.0] [RenderMan_for_Maya.py 24.5 @ 2245091]
renderer px_render*
frames 1 to 10 by 1, 24 a second, slider 1 to 120
picture 640 x 480, tif*
samples - - -
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
other of DiskLightShape: file_not_found: ./DiskLight_profile.ies
texture of DomeLightShape: file_not_found: ./DomeLight_texture.tex
texture of RectLightShape: file_not_found: ./RectLight_texture.tex
assets 3, missing 3, 0 bytes)"},
        {"mayausd_TextureTest.ma", R"(file 67185 bytes ddd90a0d1fd2c1a03b851887a97b9e24
written by Maya 2025ff01, needs 2016
plug-ins
renderer arnold*
frames 1 to 10 by 1, 24 a second, slider 0 to 160
picture 640 x 480, exr
samples 3 2 2
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
texture of file1: file_not_found: sourceimages/grid.png
assets 1, missing 1, 0 bytes)"},
        {"mayausd_UDIM.ma", R"(file 58838 bytes dd72a0871a13387ced30f9005083550f
written by Maya 2018, needs 2018
plug-ins [stereoCamera 10.0]
renderer mayaSoftware
frames 1 to 10 by 1, 24 a second, slider 1 to 120
picture 640 x 480, iff
samples - - -
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
texture tiles of file1: file_not_found: UdimTest_1001_color.png
assets 1, missing 1, 0 bytes)"},
        {"mayausd_fractional_range.ma", R"(file 326073 bytes d64a7dfc3b67035cd49372894a620b50
written by Maya 2020, needs 2020
plug-ins
renderer mayaSoftware
frames 1 to 10 by 1, 30 a second, slider 1.25 to 150
picture 640 x 480, gif*
samples - - -
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer, defaultRenderLayer1, defaultRenderLayer2, defaultRenderLayer3, defaultRenderLayer4, defaultRenderLayer5, defaultRenderLayer6, defaultRenderLayer7, defaultRenderLayer8, defaultRenderLayer9, defaultRenderLayer10, defaultRenderLayer11, defaultRenderLayer12, defaultRenderLayer13, defaultRenderLayer14, defaultRenderLayer15, defaultRenderLayer16, defaultRenderLayer17, defaultRenderLayer18, defaultRenderLayer19, bind:defaultRenderLayer
notes animation_off
assets 0, missing 0, 0 bytes)"},
        {"mayausd_multi_uv_simple.ma", R"(file 7315 bytes 319c5fe33a840a8d79937d7d8c7ffbb5
written by Maya 2024, needs 2022
plug-ins
renderer mayaSoftware
frames 1 to 10 by 1, 24 a second, slider -
picture 640 x 480, iff
samples - - -
renders -
leaves -
flat -
layers -
notes animation_off, no_camera
texture of texcoord_checker_up_bc: file_not_found: label_bc.png
texture of uv_grid_ao: file_not_found: label_ao.png
texture of uv_grid_ao_opacity: file_not_found: label_o.png
assets 3, missing 3, 0 bytes)"},
        {"mayausd_rhino_anim_001.ma", R"(file 411755 bytes d75d8814cbe4dcc44ee64fe0b13b5c6f
written by Maya 2022, needs 2022
plug-ins [stereoCamera 10.0] [Mayatomr 2013.0 - 3.10.1.4 ]
renderer mayaSoftware
frames 1 to 10 by 1, 24 a second, slider 2 to 300
picture 640 x 480, iff
samples - - -
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
reference of rhino_rig_029RN: file_not_found: /scenes/rhino_model_textured/waking_animation/rhino_rig_001.ma
assets 1, missing 1, 0 bytes)"},
        {"plex_s010_ANIM.ma", R"(file 107352 bytes d44bbd8e0b8f38f4decc539efe993212
written by Maya 2018, needs 2018ff09
plug-ins [mtoa 3.1.2.1]
renderer arnold*
frames 1 to 10 by 1, 24 a second, slider 1 to 120
picture 1920* x 1080*, exr*
samples 3 2 2
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes -
assets 0, missing 0, 0 bytes)"},
        {"rel_project/scenes/TextureTest.ma", R"(file 67185 bytes ddd90a0d1fd2c1a03b851887a97b9e24
written by Maya 2025ff01, needs 2016
plug-ins
renderer arnold*
frames 1 to 10 by 1, 24 a second, slider 0 to 160
picture 640 x 480, exr
samples 3 2 2
renders* perspShape of persp
leaves topShape of top, frontShape of front, sideShape of side
flat topShape, frontShape, sideShape
layers defaultRenderLayer
notes animation_off
texture of file1: 171 bytes at rel_project/sourceimages/grid.png: sourceimages/grid.png
assets 1, missing 0, 171 bytes)"},
    };
    return scenes;
}

} // namespace kinframe::test
