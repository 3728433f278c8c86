# cmake -DFOLDER=... -DFILES="a/b.yaml;..." -DOUT=... -P shipped.cmake: the scenarios as a source file.
set(source "// Made from scenarios/*/*.yaml when the program is built.
#include \"scenarios/format/yaml/shipped.hpp\"

namespace trapphus::scenarios {

const std::vector<Shipped>& shipped_scenarios() {
  static const std::vector<Shipped> kAll{\n")
foreach(name IN LISTS FILES)
  file(READ "${FOLDER}/${name}" text)
  string(APPEND source "{\"trapphus:${name}\", R\"~yaml~(${text})~yaml~\"},\n")
endforeach()
file(WRITE "${OUT}" "${source}};
  return kAll;
}

}  // namespace trapphus::scenarios
")
