# What `cmake --install` and the Debian package put where. bot/knowledge_location.h relies on this layout.
include(GNUInstallDirs)

file(RELATIVE_PATH from_program ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_DATADIR})
if(NOT from_program STREQUAL "../share")
  message(FATAL_ERROR "The program looks for its knowledge in ../share from its own folder, "
    "but CMAKE_INSTALL_BINDIR and CMAKE_INSTALL_DATADIR put it in ${from_program}.")
endif()

# A build folder has the same layout, so a program runs from there on the files being edited.
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/share/facteur)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/knowledge/base ${PROJECT_BINARY_DIR}/share/facteur/knowledge SYMBOLIC)

# Debian wants manual pages and change logs compressed, without the time and name of the original.
function(facteur_compressed source)
  cmake_path(GET source FILENAME name)
  add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/${name}.gz
    COMMAND gzip -9nc ${source} > ${PROJECT_BINARY_DIR}/${name}.gz
    DEPENDS ${source} VERBATIM)
  set_property(GLOBAL APPEND PROPERTY facteur_compressed ${PROJECT_BINARY_DIR}/${name}.gz)
endfunction()
facteur_compressed(${PROJECT_SOURCE_DIR}/config/facteur.1)
facteur_compressed(${PROJECT_SOURCE_DIR}/config/changelog)
get_property(compressed GLOBAL PROPERTY facteur_compressed)
add_custom_target(facteur_documents ALL DEPENDS ${compressed})

install(TARGETS facteur)
install(DIRECTORY knowledge/base/ DESTINATION ${CMAKE_INSTALL_DATADIR}/facteur/knowledge
  FILES_MATCHING PATTERN "*.toml" PATTERN "*.json" PATTERN ".*" EXCLUDE)
install(FILES config/facteur.example.toml DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
install(FILES config/facteur.service DESTINATION lib/systemd/system)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES ${PROJECT_BINARY_DIR}/facteur.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_BINARY_DIR}/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME facteur)
set(CPACK_PACKAGE_CONTACT "The Facteur authors <facteur@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION mail)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libcurl4 (>= 7.87) | libcurl4t64")  # loaded by connectors/curl_library.cpp, so not found by itself
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "help-desk assistant for e-mail set-up")
set(CPACK_PACKAGE_DESCRIPTION
"Facteur answers questions about setting up an e-mail account, in French and in
English: the server, the port and the encryption for an address, how to set up
a mail program, and the first thing to try when mail no longer arrives.
It knows only what its knowledge files say, and those can be edited.")
include(CPack)
