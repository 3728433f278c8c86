// SPDX-License-Identifier: MIT
#include "output/commands/commands.hpp"
#include "scenarios/reference/schema.hpp"

namespace trapphus::output {

Command fields_command() {
  return {"fields", "help.fields", {}, [](const OptionValues&, Streams streams) {
            streams.out << scenarios::fields_page(streams.words);
            return ExitCode::Done;
          }};
}

}  // namespace trapphus::output
