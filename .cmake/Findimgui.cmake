# Dear ImGui, wherever it comes from:
#   imgui::imgui          the library
#   imgui::glfw_opengl3   its two backends
# Debian and Ubuntu (libimgui-dev) have headers in include/imgui, one libimgui.a that holds the backends too, and
# stb as a library of its own. vcpkg and Homebrew bring a CMake package with backends in the one target.
find_package(imgui CONFIG QUIET)
if(imgui_FOUND)
  if(NOT TARGET imgui::glfw_opengl3)
    add_library(imgui::glfw_opengl3 INTERFACE IMPORTED)
    target_link_libraries(imgui::glfw_opengl3 INTERFACE imgui::imgui glfw)
  endif()
  return()
endif()

find_path(imgui_INCLUDE_DIR imgui.h PATH_SUFFIXES imgui)
find_path(imgui_BACKEND_DIR imgui_impl_glfw.h HINTS "${imgui_INCLUDE_DIR}" PATH_SUFFIXES backends)
find_library(imgui_LIBRARY imgui)
find_library(imgui_STB_LIBRARY stb)
if(imgui_INCLUDE_DIR)
  file(STRINGS "${imgui_INCLUDE_DIR}/imgui.h" imgui_VERSION REGEX "#define IMGUI_VERSION ")
  string(REGEX MATCH "[0-9.]+" imgui_VERSION "${imgui_VERSION}")
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(imgui
  REQUIRED_VARS imgui_LIBRARY imgui_INCLUDE_DIR imgui_BACKEND_DIR
  VERSION_VAR imgui_VERSION)
mark_as_advanced(imgui_INCLUDE_DIR imgui_BACKEND_DIR imgui_LIBRARY imgui_STB_LIBRARY)

if(imgui_FOUND AND NOT TARGET imgui::imgui)
  add_library(imgui::imgui STATIC IMPORTED)
  set_target_properties(imgui::imgui PROPERTIES
    IMPORTED_LOCATION "${imgui_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${imgui_INCLUDE_DIR};${imgui_BACKEND_DIR}"
    INTERFACE_LINK_LIBRARIES "$<$<BOOL:${imgui_STB_LIBRARY}>:${imgui_STB_LIBRARY}>")
  add_library(imgui::glfw_opengl3 INTERFACE IMPORTED)
  target_link_libraries(imgui::glfw_opengl3 INTERFACE imgui::imgui glfw ${CMAKE_DL_LIBS})
endif()
