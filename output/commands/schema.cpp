// SPDX-License-Identifier: MIT
#include "scenarios/reference/schema.hpp"
#include "output/commands/commands.hpp"

namespace trapphus::output {

Command schema_command() {
  return {"schema", "help.schema", {}, [](const OptionValues&, Streams streams) {
            streams.out << scenarios::json_schema(streams.words);
            return ExitCode::Done;
          }};
}

}  // namespace trapphus::output
