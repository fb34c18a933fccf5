# Dear ImGui has no CMakeLists.txt; when its sources were fetched (or given with
# FETCHCONTENT_SOURCE_DIR_IMGUI), this makes the same two targets as Findimgui.
if(TARGET imgui::imgui)
  return()
endif()
add_library(imgui_core STATIC
  "${imgui_SOURCE_DIR}/imgui.cpp"
  "${imgui_SOURCE_DIR}/imgui_demo.cpp"
  "${imgui_SOURCE_DIR}/imgui_draw.cpp"
  "${imgui_SOURCE_DIR}/imgui_tables.cpp"
  "${imgui_SOURCE_DIR}/imgui_widgets.cpp"
  "${imgui_SOURCE_DIR}/misc/cpp/imgui_stdlib.cpp")
target_include_directories(imgui_core SYSTEM PUBLIC
  "${imgui_SOURCE_DIR}" "${imgui_SOURCE_DIR}/backends" "${imgui_SOURCE_DIR}/misc/cpp")
set_target_properties(imgui_core PROPERTIES CXX_STANDARD 17)  # older ones warn under C++20
add_library(imgui::imgui ALIAS imgui_core)

add_library(imgui_backends STATIC
  "${imgui_SOURCE_DIR}/backends/imgui_impl_glfw.cpp"
  "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
target_link_libraries(imgui_backends PUBLIC imgui_core glfw ${CMAKE_DL_LIBS})
add_library(imgui::glfw_opengl3 ALIAS imgui_backends)
