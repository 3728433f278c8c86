// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace trapphus::output {

struct Document;

/// For the viewer: {"title", "subtitle", "sections": [{"heading", "blocks": [{"paragraph" | "prompt" | "subheading":
/// text} | {"bullets": [text]} | {"table": {"title", "columns": [{"text", "left"}], "rows": [{"cells": [text],
/// "total"}], "note"}}]}]}.
[[nodiscard]] nlohmann::ordered_json document_json(const Document& document);

}  // namespace trapphus::output
