# What Debian 12 and newer provide, found once. The names on the left are the ones the folders link.
find_package(PkgConfig REQUIRED)

function(facteur_dependency name module)
  string(TOUPPER ${name} prefix)
  pkg_check_modules(${prefix} REQUIRED IMPORTED_TARGET GLOBAL ${module})
  add_library(${name} INTERFACE)
  target_link_libraries(${name} INTERFACE PkgConfig::${prefix})
endfunction()

facteur_dependency(re2           re2)
facteur_dependency(tomlplusplus  tomlplusplus)
facteur_dependency(md4c          md4c)
facteur_dependency(utf8proc      libutf8proc)
facteur_dependency(edit          libedit)
facteur_dependency(nlohmann_json nlohmann_json)
facteur_dependency(fmt           fmt)
facteur_dependency(cli11         CLI11)
facteur_dependency(spdlog        spdlog)
facteur_dependency(systemd       libsystemd)

# Not linked but loaded when it is needed: connectors/curl_library.h.
pkg_check_modules(CURL REQUIRED libcurl)
add_library(curl_headers INTERFACE)
target_include_directories(curl_headers SYSTEM INTERFACE ${CURL_INCLUDE_DIRS})
target_link_libraries(curl_headers INTERFACE ${CMAKE_DL_LIBS})

find_package(SQLiteCpp REQUIRED)  # has no .pc file
add_library(sqlitecpp INTERFACE)
target_link_libraries(sqlitecpp INTERFACE SQLiteCpp)

if(FACTEUR_TESTS)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  facteur_dependency(google_benchmark benchmark)

  find_package(Catch2 REQUIRED)  # version 2 or 3: tests/unit/catch.h
  add_library(catch2 INTERFACE)
  target_link_libraries(catch2 INTERFACE Catch2::Catch2)
endif()
