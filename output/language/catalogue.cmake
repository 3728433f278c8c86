# What the program says in each language, compiled into it. Sets catalogue to its source file. The viewer's texts stand
# in the same files; it takes them itself.
find_program(NODE node REQUIRED)
set(languages ${CMAKE_CURRENT_LIST_DIR})
set(catalogue ${CMAKE_CURRENT_BINARY_DIR}/catalogue.cpp)

file(GLOB language_sources CONFIGURE_DEPENDS ${languages}/*.json)
add_custom_command(OUTPUT ${catalogue}
  COMMAND ${NODE} ${languages}/catalogue.mjs ${catalogue}
  DEPENDS ${languages}/catalogue.mjs ${language_sources}
  COMMENT "Compiling what the program says" VERBATIM)
