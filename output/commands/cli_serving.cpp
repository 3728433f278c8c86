// SPDX-License-Identifier: MIT
#include "output/commands/cli_parts.hpp"

namespace trapphus::output {

void add_serve(const CommandLine& line) {
  const auto serve = describe<ServeCommand>(line, "serve", "help.serve", serve_command);
  ServeCommand* c = &serve.command;
  c->folder = "my-scenarios";
  serve.option(line.words("help.type.folder_argument"), c->folder, "", "help.serve.folder");
  serve.value("--port", "N", "help.serve.port",
              [c](const std::string& t) { c->port = static_cast<int>(whole_number("--port", t, 0, 65535)); });
  serve.option("--host", c->host, "ADDRESS", "help.serve.host");
  serve.option("--token", c->token, "TEXT", "help.serve.token");
}

void add_work(const CommandLine& line) {
  const auto work = describe<WorkCommand>(line, "work", "help.serve", work_command);
  work.option("FOLDER", work.command.folder, "", "help.serve.folder")->required();
  work.app.group("");  // a process of the server: nobody calls it by hand
}

}  // namespace trapphus::output
