# Language level, warnings, sanitizers, where binaries go. Applies to our own code only: dependencies are
# included as system headers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(IMAPSCOPE_CCACHE ccache)
if(IMAPSCOPE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER "${IMAPSCOPE_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${IMAPSCOPE_CCACHE}")
endif()

if(IMAPSCOPE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(IMAPSCOPE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# GCC 12 sees overlapping copies in any std::string it has inlined (GCC bug 105651), and uninitialized octets in
# the alternatives that a moved std::variant does not hold, or in its own <regex> (bug 105562 and its like), wherever
# it optimizes; under the sanitizers, too. clang and the sanitizers look for the real ones.
set(IMAPSCOPE_FALSE_ALARMS $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict$<SEMICOLON>-Wno-maybe-uninitialized>)

# In a unity build a source is included, and GCC takes what its unnamed namespace holds for a header's.
if(IMAPSCOPE_UNITY)
  list(APPEND IMAPSCOPE_FALSE_ALARMS $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

function(imapscope_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion
                         $<$<BOOL:${IMAPSCOPE_WERROR}>:-Werror> ${IMAPSCOPE_FALSE_ALARMS})
endfunction()
