# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project has in common, and the three functions that make them.

add_library(kinframe_options INTERFACE)
target_compile_features(kinframe_options INTERFACE cxx_std_20)
target_compile_definitions(
  kinframe_options
  INTERFACE QT_NO_KEYWORDS
            QT_NO_CAST_TO_ASCII
            QT_NO_CAST_FROM_BYTEARRAY
            QT_NO_URL_CAST_FROM_STRING
            QT_NO_CONTEXTLESS_CONNECT
            QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
            QT_USE_QSTRINGBUILDER
            QT_DISABLE_DEPRECATED_BEFORE=0x060400
            QT_WARN_DEPRECATED_UP_TO=0x060400 # What newer versions deprecate is all that 6.4 has.
            KINFRAME_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(kinframe_options INTERFACE /W4 /WX /permissive- /utf-8)
else()
  # One code model and one threading flag for all, whatever the libraries they use ask for, or they could not share a
  # precompiled header.
  target_compile_options(
    kinframe_options
    INTERFACE -fPIC -pthread -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
              # GCC takes every use of a QPointer for one that may be null.
              $<$<NOT:$<BOOL:$<TARGET_PROPERTY:KINFRAME_USES_QPOINTER>>>:-Wnull-dereference> -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # GCC does not see that Exiv2 0.27's only way to own an image is deprecated; Clang does.
  target_compile_options(kinframe_options INTERFACE -Wno-deprecated-declarations)
endif()
if(KINFRAME_SANITIZE)
  # What the instrumentation adds confuses two of GCC's warnings; builds without it keep them.
  target_compile_options(
    kinframe_options INTERFACE -fsanitize=${KINFRAME_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined
                               -Wno-null-dereference $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(kinframe_options INTERFACE -fsanitize=${KINFRAME_SANITIZE})
endif()

# kinframe_module(name SOURCES ... [LIBS public...] [PRIVATE_LIBS ...]): one static library per folder of core.
# Included as "faces/people.h" from anywhere below core.
function(kinframe_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS;PRIVATE_LIBS" ${ARGN})
  add_library(kinframe_${name} STATIC ${ARG_SOURCES})
  target_include_directories(kinframe_${name} PUBLIC "${PROJECT_SOURCE_DIR}/core")
  target_link_libraries(kinframe_${name} PUBLIC kinframe_options Qt6::Core ${ARG_LIBS} PRIVATE ${ARG_PRIVATE_LIBS})
  kinframe_precompiled(kinframe_${name})
endfunction()

# The folder of the built QML modules, where qmllint and the tests look for them.
set(KINFRAME_QML_DIR "${CMAKE_BINARY_DIR}/qml")

# kinframe_ui_module(name URI uri SOURCES ... [LIBS ...]): the C++ side of one part of the window, as a static library
# and a QML module of its types. Included as "ui/name/….h".
function(kinframe_ui_module name)
  cmake_parse_arguments(ARG "" "URI" "SOURCES;LIBS" ${ARGN})
  qt_add_library(kinframe_ui_${name} STATIC)
  # Without the modules that its types derive from, qmllint does not know them.
  set(needs QtQuick QtQml.Models)
  if(NOT name STREQUAL "base")
    list(APPEND needs Kinframe.Ui)
  endif()
  kinframe_add_qml_module(kinframe_ui_${name} ${ARG_URI} DEPENDENCIES ${needs} SOURCES ${ARG_SOURCES})
  target_include_directories(kinframe_ui_${name} PUBLIC "${PROJECT_SOURCE_DIR}" PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(kinframe_ui_${name} PUBLIC kinframe_options Qt6::Quick ${ARG_LIBS})
  set_target_properties(kinframe_ui_${name} PROPERTIES KINFRAME_USES_QPOINTER ON)
endfunction()

# kinframe_qml_module(name URI uri FILES ... [RESOURCES ...]): one folder of views.
function(kinframe_qml_module name)
  cmake_parse_arguments(ARG "" "URI" "FILES;RESOURCES" ${ARGN})
  qt_add_library(kinframe_qml_${name} STATIC)
  kinframe_add_qml_module(kinframe_qml_${name} ${ARG_URI} QML_FILES ${ARG_FILES} RESOURCES ${ARG_RESOURCES})
  target_link_libraries(kinframe_qml_${name} PRIVATE Qt6::Quick)
endfunction()

function(kinframe_add_qml_module target uri)
  string(REPLACE "." "/" path "${uri}")
  string(REPLACE "." "_" class "${uri}")
  qt_add_qml_module(
    ${target}
    URI ${uri}
    VERSION 1.0
    RESOURCE_PREFIX /qt/qml
    OUTPUT_DIRECTORY "${KINFRAME_QML_DIR}/${path}"
    ${ARGN})
  # What a program must link and name to have the module; see kinframe_use_qml.
  set_property(GLOBAL APPEND PROPERTY KINFRAME_QML_PLUGINS ${target}plugin)
  set_property(GLOBAL APPEND PROPERTY KINFRAME_QML_CLASSES ${class}Plugin)
endfunction()

# kinframe_use_qml(target [uri ...]): the program brings all modules of the window with it, or only those.
function(kinframe_use_qml target)
  get_property(plugins GLOBAL PROPERTY KINFRAME_QML_PLUGINS)
  get_property(classes GLOBAL PROPERTY KINFRAME_QML_CLASSES)
  if(ARGN)
    set(all_plugins ${plugins})
    set(all_classes ${classes})
    set(plugins "")
    set(classes "")
    foreach(uri IN LISTS ARGN)
      string(REPLACE "." "_" class "${uri}")
      list(FIND all_classes ${class}Plugin at)
      list(GET all_plugins ${at} plugin)
      list(APPEND plugins ${plugin})
      list(APPEND classes ${class}Plugin)
    endforeach()
  endif()
  set(imports "")
  foreach(class IN LISTS classes)
    string(APPEND imports "Q_IMPORT_QML_PLUGIN(${class})\n")
  endforeach()
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${target}_qml_modules.cpp"
       CONTENT "#include <QtQml/qqmlextensionplugin.h>\n@imports@" @ONLY)
  target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${target}_qml_modules.cpp")
  set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${target}_qml_modules.cpp" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  target_link_libraries(${target} PRIVATE ${plugins})
endfunction()

# The commonest headers, compiled once (by base) and used by every target.
function(kinframe_precompiled target)
  if(target STREQUAL "kinframe_base")
    target_precompile_headers(${target} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled.h")
  else()
    target_precompile_headers(${target} REUSE_FROM kinframe_base)
  endif()
endfunction()

# kinframe_test(name SOURCES ... LIBS ... [LABELS unit|api|long] [TIMEOUT s]): one Qt Test program, run by ctest.
function(kinframe_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  if(KINFRAME_SANITIZE)
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 10") # An instrumented program runs up to ten times as long.
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} kinframe_options Qt6::Test)
  target_compile_definitions(${name} PRIVATE KINFRAME_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  kinframe_precompiled(${name})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
endfunction()

# kinframe_quick_test(name [SOURCES ...] [LIBS ...] [MODULES uri...]): one program that runs the tst_*.qml of its folder,
# without a screen; it has all modules of the window, or only those.
function(kinframe_quick_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS;MODULES" ${ARGN})
  add_executable(${name} "${PROJECT_SOURCE_DIR}/tests/ui/support/quick_test_main.cpp" ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} kinframe_ui_testing kinframe_options Qt6::QuickTest)
  target_compile_definitions(${name} PRIVATE KINFRAME_TEST_NAME="${name}" KINFRAME_TEST_FOLDER="${CMAKE_CURRENT_SOURCE_DIR}")
  kinframe_use_qml(${name} ${ARG_MODULES})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS ui TIMEOUT 300 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software")
endfunction()
