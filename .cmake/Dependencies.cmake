# Every package imapscope uses, and what to do when the system has none. Packages found on the system win;
# otherwise the pinned version below is fetched, after a sentence that names the package to install instead.
# FETCHCONTENT_SOURCE_DIR_<NAME>=path builds against sources you have (say, a newer Dear ImGui).
include(FetchContent)
set(IMAPSCOPE_DOWNLOAD_SECONDS 120 CACHE STRING "Give up on a download after this many seconds")

# imapscope_need(NAME DEBIAN package URL url [FIND find_package arguments...])
# Afterwards NAME's targets exist, or ${NAME}_SOURCE_DIR holds its sources.
macro(imapscope_need name)
  cmake_parse_arguments(need "" "DEBIAN;URL" "FIND" ${ARGN})
  string(TOUPPER ${name} need_upper)
  if(NOT FETCHCONTENT_SOURCE_DIR_${need_upper})
    find_package(${name} ${need_FIND} QUIET)
    if(NOT ${name}_FOUND)
      message(STATUS "${name} is not installed (Debian and Ubuntu: apt install ${need_DEBIAN}), "
                     "so its sources are fetched from ${need_URL}.")
    endif()
  endif()
  FetchContent_Declare(${name} SYSTEM
                       URL ${need_URL}
                       TIMEOUT ${IMAPSCOPE_DOWNLOAD_SECONDS}
                       INACTIVITY_TIMEOUT 30
                       DOWNLOAD_EXTRACT_TIMESTAMP ON
                       FIND_PACKAGE_ARGS ${need_FIND})
  FetchContent_MakeAvailable(${name})
endmacro()

# --- always ----------------------------------------------------------------------------------------
set(EXPECTED_BUILD_TESTS OFF)
imapscope_need(tl-expected DEBIAN libexpected-dev
  URL https://github.com/TartanLlama/expected/archive/refs/tags/v1.1.0.tar.gz)
set(JSON_BuildTests OFF)
imapscope_need(nlohmann_json DEBIAN nlohmann-json3-dev FIND 3.10
  URL https://github.com/nlohmann/json/releases/download/v3.11.3/json.tar.xz)
imapscope_need(fmt DEBIAN libfmt-dev FIND 9.1
  URL https://github.com/fmtlib/fmt/archive/refs/tags/10.2.1.tar.gz)
set(UTF8PROC_INSTALL OFF)
imapscope_need(utf8proc DEBIAN libutf8proc-dev
  URL https://github.com/JuliaStrings/utf8proc/archive/refs/tags/v2.9.0.tar.gz)
if(NOT TARGET utf8proc::utf8proc)
  add_library(utf8proc::utf8proc ALIAS utf8proc)
endif()
imapscope_need(CLI11 DEBIAN libcli11-dev FIND 2.1
  URL https://github.com/CLIUtils/CLI11/archive/refs/tags/v2.4.2.tar.gz)

# --- sockets ---------------------------------------------------------------------------------------
if(IMAPSCOPE_NET STREQUAL "AUTO")
  set(IMAPSCOPE_NET ON)
  if(EMSCRIPTEN)
    set(IMAPSCOPE_NET OFF)
  endif()
endif()
if(IMAPSCOPE_NET)
  find_package(Threads REQUIRED)
  imapscope_need(asio DEBIAN libasio-dev
    URL https://github.com/chriskohlhoff/asio/archive/refs/tags/asio-1-30-2.tar.gz)
  if(NOT TARGET asio::asio)
    add_library(asio_headers INTERFACE)
    target_include_directories(asio_headers SYSTEM INTERFACE "${asio_SOURCE_DIR}/asio/include")
    target_link_libraries(asio_headers INTERFACE Threads::Threads)
    add_library(asio::asio ALIAS asio_headers)
  endif()
endif()

# --- digests and compression -----------------------------------------------------------------------
# imapscope_may_use(OPTION PACKAGE absent debian [find_package arguments...]): OPTION becomes ON where the package is found, and
# OFF where it is not; without it something is absent, which a sentence says.
macro(imapscope_may_use option package absent debian)
  if(${option})
    find_package(${package} QUIET ${ARGN})
    if(${package}_FOUND)
      set(${option} ON)
    elseif(${option} STREQUAL "AUTO")
      message(STATUS "${package} is not installed (Debian and Ubuntu: apt install ${debian}), so ${absent}.")
      set(${option} OFF)
    else()
      message(FATAL_ERROR "${option}=ON needs ${package}: apt install ${debian}.")
    endif()
  endif()
endmacro()
imapscope_may_use(IMAPSCOPE_CRYPTO OpenSSL "CRAM-MD5, SCRAM and URLAUTH are absent from this build" libssl-dev
                  COMPONENTS Crypto)
imapscope_may_use(IMAPSCOPE_DEFLATE ZLIB "COMPRESS is absent from this build" zlib1g-dev)

# --- captures --------------------------------------------------------------------------------------
if(IMAPSCOPE_PCAP)
  set(missing "")
  find_package(libtins QUIET)
  if(NOT libtins_FOUND)
    set(missing "libtins and libpcap are not installed (Debian and Ubuntu: apt install libtins-dev libpcap-dev)")
  endif()
  include(CheckSymbolExists)
  check_symbol_exists(fmemopen stdio.h IMAPSCOPE_HAS_FMEMOPEN)
  if(NOT IMAPSCOPE_HAS_FMEMOPEN)
    set(missing "this system has no fmemopen (POSIX)")
  endif()
  if(NOT missing)
    set(IMAPSCOPE_PCAP ON)
  elseif(IMAPSCOPE_PCAP STREQUAL "AUTO")
    message(STATUS "${missing}, so pcap files cannot be read by this build.")
    set(IMAPSCOPE_PCAP OFF)
  else()
    message(FATAL_ERROR "IMAPSCOPE_PCAP=ON is not possible: ${missing}.")
  endif()
endif()

# --- the window ------------------------------------------------------------------------------------
if(IMAPSCOPE_GUI)
  find_package(OpenGL QUIET COMPONENTS OpenGL EGL)
  if(NOT OpenGL_FOUND)
    find_package(OpenGL QUIET)  # a window, but no pictures without one: EGL is not everywhere
  endif()
  if(NOT OpenGL_FOUND AND IMAPSCOPE_GUI STREQUAL "AUTO")
    message(STATUS "OpenGL is not installed (Debian and Ubuntu: apt install libgl-dev libopengl-dev libegl-dev), so "
                   "only the headless tool is built.")
    set(IMAPSCOPE_GUI OFF)
  elseif(NOT OpenGL_FOUND)
    message(FATAL_ERROR "IMAPSCOPE_GUI=ON needs OpenGL: apt install libgl-dev libopengl-dev libegl-dev.")
  else()
    set(IMAPSCOPE_GUI ON)
  endif()
endif()
if(IMAPSCOPE_GUI)
  set(IMAPSCOPE_GL_TARGETS OpenGL::GL)
  if(TARGET OpenGL::EGL)
    set(IMAPSCOPE_GL_TARGETS OpenGL::OpenGL OpenGL::EGL)
  endif()
  set(GLFW_BUILD_EXAMPLES OFF)
  set(GLFW_BUILD_TESTS OFF)
  set(GLFW_BUILD_DOCS OFF)
  set(GLFW_INSTALL OFF)
  imapscope_need(glfw3 DEBIAN libglfw3-dev FIND 3.3
    URL https://github.com/glfw/glfw/archive/refs/tags/3.4.tar.gz)
  imapscope_need(stb DEBIAN libstb-dev
    URL https://github.com/nothings/stb/archive/5c205738c191bcb0abc65c4febfa9bd25ff35234.tar.gz)
  if(NOT TARGET stb::stb)
    add_library(stb_headers INTERFACE)
    target_include_directories(stb_headers SYSTEM INTERFACE "${stb_SOURCE_DIR}")
    add_library(stb::stb ALIAS stb_headers)
  endif()
  imapscope_need(imgui DEBIAN libimgui-dev FIND 1.86
    URL https://github.com/ocornut/imgui/archive/refs/tags/v1.91.9b.tar.gz)
  include(ImguiFromSource)
endif()

# --- tests, benchmarks -----------------------------------------------------------------------------
if(IMAPSCOPE_TESTS)
  set(DOCTEST_WITH_TESTS OFF)
  set(DOCTEST_NO_INSTALL ON)
  imapscope_need(doctest DEBIAN doctest-dev FIND 2.4
    URL https://github.com/doctest/doctest/archive/refs/tags/v2.4.11.tar.gz)
  imapscope_need(rapidcheck DEBIAN librapidcheck-dev
    URL https://github.com/emil-e/rapidcheck/archive/ff6af6fc683159deb51c543b065eba14dfcf329b.tar.gz)
endif()
if(IMAPSCOPE_BENCH)
  set(BENCHMARK_ENABLE_TESTING OFF)
  set(BENCHMARK_ENABLE_INSTALL OFF)
  imapscope_need(benchmark DEBIAN libbenchmark-dev FIND 1.7
    URL https://github.com/google/benchmark/archive/refs/tags/v1.8.5.tar.gz)
endif()
