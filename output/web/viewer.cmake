# The viewer: TypeScript, bundled into one page that is compiled into the program. Sets web_page to its source file.
find_program(NODE node REQUIRED)
set(web ${CMAKE_CURRENT_LIST_DIR})
set(web_page ${CMAKE_CURRENT_BINARY_DIR}/web_page.cpp)

# Does nothing where node_modules matches the lock file, so that it needs the network only once.
add_custom_command(OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/web_installed
  COMMAND ${NODE} ${web}/install.mjs
  COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_CURRENT_BINARY_DIR}/web_installed
  DEPENDS ${web}/package-lock.json ${web}/install.mjs
  COMMENT "Installing what the viewer is built with" VERBATIM)

# Its texts stand beside the program's: language/catalogue.cmake names the files.
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${web}/src/*)
add_custom_command(OUTPUT ${web_page}
  COMMAND ${NODE} ${web}/build.mjs ${web_page}
  DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/web_installed ${web}/build.mjs ${web}/texts.mjs ${web_sources} ${language_sources}
  COMMENT "Bundling the viewer" VERBATIM)
