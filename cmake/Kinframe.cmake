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
            KINFRAME_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(kinframe_options INTERFACE /W4 /WX /permissive- /utf-8)
else()
  # One position-independent code model for libraries and programs alike, or they could not share a precompiled header.
  target_compile_options(
    kinframe_options
    INTERFACE -fPIC -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
              -Wnull-dereference -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # GCC does not see that Exiv2 0.27's only way to own an image is deprecated; Clang does.
  target_compile_options(kinframe_options INTERFACE -Wno-deprecated-declarations)
endif()
if(KINFRAME_SANITIZE)
  target_compile_options(kinframe_options INTERFACE -fsanitize=${KINFRAME_SANITIZE} -fno-omit-frame-pointer
                                                    -fno-sanitize-recover=undefined -Wno-null-dereference)
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
