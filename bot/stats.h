// `facteur stats`: what was asked and what came of it, by day and in total.
#pragma once

#include <string>
#include <vector>

#include "bot/store.h"

namespace facteur {

std::string stats_table(const std::vector<CountedDay>&);

// {"total": [{"language", "intent", "outcome", "number"}], "days": {"2026-11-23": […]}}
std::string stats_json(const std::vector<CountedDay>&);

}  // namespace facteur
