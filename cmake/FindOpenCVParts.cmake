# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
# OpenCV's own configuration where it is installed. Debian has it only in libopencv-dev, which brings the toolkits of all
# of OpenCV's modules (600 MB more); there the libraries asked for as COMPONENTS are found one by one.
find_package(OpenCV ${OpenCVParts_FIND_VERSION} QUIET CONFIG COMPONENTS ${OpenCVParts_FIND_COMPONENTS})
if(OpenCV_FOUND)
  set(OpenCVParts_VERSION "${OpenCV_VERSION}")
  set(OpenCVParts_INCLUDE_DIR "${OpenCV_INCLUDE_DIRS}")
else()
  find_path(OpenCVParts_INCLUDE_DIR opencv2/core/version.hpp PATH_SUFFIXES opencv4)
  mark_as_advanced(OpenCVParts_INCLUDE_DIR)
  if(OpenCVParts_INCLUDE_DIR)
    set(version_parts "")
    foreach(part MAJOR MINOR REVISION)
      file(STRINGS "${OpenCVParts_INCLUDE_DIR}/opencv2/core/version.hpp" line REGEX "^#define CV_VERSION_${part} ")
      string(REGEX MATCH "[0-9]+$" number "${line}")
      list(APPEND version_parts "${number}")
    endforeach()
    list(JOIN version_parts "." OpenCVParts_VERSION)
  endif()
endif()

foreach(component IN LISTS OpenCVParts_FIND_COMPONENTS)
  if(NOT OpenCV_FOUND)
    find_library(OpenCVParts_${component}_LIBRARY opencv_${component})
    mark_as_advanced(OpenCVParts_${component}_LIBRARY)
    if(OpenCVParts_${component}_LIBRARY AND NOT TARGET opencv_${component})
      add_library(opencv_${component} SHARED IMPORTED)
      set_target_properties(
        opencv_${component}
        PROPERTIES IMPORTED_LOCATION "${OpenCVParts_${component}_LIBRARY}"
                   INTERFACE_INCLUDE_DIRECTORIES "${OpenCVParts_INCLUDE_DIR}")
    endif()
  endif()
  if(TARGET opencv_${component})
    set(OpenCVParts_${component}_FOUND TRUE)
  endif()
endforeach()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  OpenCVParts
  REQUIRED_VARS OpenCVParts_INCLUDE_DIR
  VERSION_VAR OpenCVParts_VERSION
  HANDLE_COMPONENTS)
