// An outcome as the JSON object of `facteur ask --json` and `--jsonl`.
#pragma once

#include <string>

#include "bot/assistant.h"

namespace facteur {

// One line, without a line break: language, intent, intents, domain, protocol, direction, field, fields, concepts,
// client, problem, replied, reply, links. UTF-8; what is not is replaced.
std::string to_json(const Outcome&, const Knowledge&);

// {"error": message}
std::string error_json(std::string_view message);

}  // namespace facteur
