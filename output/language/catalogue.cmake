# The texts of each language, compiled into the program. Sets catalogue to their source file. The viewer takes its texts
# from the same files.
find_program(NODE node REQUIRED)
set(languages ${CMAKE_CURRENT_LIST_DIR})
set(catalogue ${CMAKE_CURRENT_BINARY_DIR}/catalogue.cpp)

file(GLOB language_sources CONFIGURE_DEPENDS ${languages}/*.json)
add_custom_command(OUTPUT ${catalogue}
  COMMAND ${NODE} ${languages}/catalogue.mjs ${catalogue}
  DEPENDS ${languages}/catalogue.mjs ${language_sources}
  COMMENT "Compiling the texts of each language" VERBATIM)
