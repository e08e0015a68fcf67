// What /sync and /messages are asked for (client-server API v1.19, section 6.3).
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace facteur {

// Messages and what changes them; of the members only those who speak; of the account's own data only m.direct.
// `most_events`: of each room's timeline.
nlohmann::json matrix_filter(int most_events);

// For /messages.
nlohmann::json matrix_history_filter();

}  // namespace facteur
