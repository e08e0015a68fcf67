# How every target of the house is compiled: link facteur_settings.
option(FACTEUR_WARNINGS_AS_ERRORS "Stop at a compiler warning" OFF)
set(FACTEUR_SANITIZE "" CACHE STRING "Sanitizers for -fsanitize=, e.g. address,undefined")

# Without a preset, too, the build is an optimised one.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug or Release" FORCE)
endif()

find_program(FACTEUR_CCACHE ccache)
if(FACTEUR_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${FACTEUR_CCACHE})
endif()

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_EXTENSIONS OFF)

add_library(facteur_settings INTERFACE)
target_compile_features(facteur_settings INTERFACE cxx_std_20)

# Position-independent programs. Not CMake's POSITION_INDEPENDENT_CODE, which builds static libraries with -fPIC, whose
# public functions GCC doesn't inline even within a file.
target_compile_options(facteur_settings INTERFACE -fPIE)
target_link_options(facteur_settings INTERFACE -pie)

target_compile_options(facteur_settings INTERFACE
  -Wall -Wextra -Wpedantic
  -Wcast-align -Wcast-qual -Wconversion -Wdouble-promotion -Wextra-semi -Wfloat-equal -Wformat=2
  -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wshadow -Wsign-conversion -Wundef -Wunused
  # Open structs are filled by designated initialisers; a member that isn't named takes its default, on purpose.
  -Wno-missing-field-initializers
  $<$<BOOL:${FACTEUR_WARNINGS_AS_ERRORS}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(facteur_settings INTERFACE
    -Wduplicated-branches -Wduplicated-cond -Wlogical-op -Wsuggest-override
    # GCC 12 takes every `"literal" + string` for an overlap: gcc.gnu.org/bugzilla/show_bug.cgi?id=105651.
    $<$<VERSION_LESS:${CMAKE_CXX_COMPILER_VERSION},13>:-Wno-restrict>
    # … and a std::string in a braced temporary for one that nobody set, once Catch2's macros are inlined.
    $<$<VERSION_LESS:${CMAKE_CXX_COMPILER_VERSION},13>:-Wno-maybe-uninitialized>)
endif()

if(FACTEUR_SANITIZE OR FACTEUR_FUZZ)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # What a sanitizer adds hides from GCC that a value is set; its manual says so beside -fsanitize.
    target_compile_options(facteur_settings INTERFACE -Wno-maybe-uninitialized)
  endif()
  # libFuzzer counts branches in the whole program, not only in the target that holds its entry point.
  string(REPLACE "," ";" sanitizers "${FACTEUR_SANITIZE}")
  if(FACTEUR_FUZZ)
    list(APPEND sanitizers fuzzer-no-link)
  endif()
  list(JOIN sanitizers "," sanitizers)
  target_compile_options(facteur_settings INTERFACE
    -fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(facteur_settings INTERFACE -fsanitize=${sanitizers})
endif()

# Hardening, where it neither fights a sanitizer nor needs an optimiser that is off. A release names no build path.
target_compile_definitions(facteur_settings INTERFACE _GLIBCXX_ASSERTIONS)
if(NOT FACTEUR_SANITIZE AND NOT FACTEUR_FUZZ)
  target_compile_options(facteur_settings INTERFACE
    -fstack-protector-strong -fstack-clash-protection
    $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection>
    $<$<CONFIG:Release>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2;-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=>)
  target_link_options(facteur_settings INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack,--as-needed)
endif()
