#include "connectors/matrix_timeline.h"

#include <algorithm>

namespace facteur {
namespace {

using std::chrono::milliseconds;

bool is_own_join(const MatrixEvent& event) { return event.kind == MatrixEventKind::own_join; }

}  // namespace

milliseconds age_of(const MatrixEvent& event, std::chrono::system_clock::time_point now) {
  if (event.age) return *event.age;
  if (!event.at) return milliseconds{0};
  return std::max(milliseconds{0}, std::chrono::duration_cast<milliseconds>(now - *event.at));
}

void keep_what_we_heard(std::vector<MatrixEvent>& events) {
  const auto last = std::find_if(events.rbegin(), events.rend(), is_own_join);
  events.erase(events.begin(), last.base());
}

MatrixGapPart part_of_gap(const MatrixPage& page, std::chrono::seconds grace,
                          std::chrono::system_clock::time_point now) {
  const auto join = std::find_if(page.events.begin(), page.events.end(), is_own_join);
  const auto size = static_cast<std::size_t>(join - page.events.begin());
  if (join != page.events.end()) return {size + 1, false};
  // Late arrivals from other servers stand anywhere: only a page that is old as a whole ends the search.
  const bool all_old = std::all_of(page.events.begin(), page.events.end(),
                                   [&](const MatrixEvent& event) { return age_of(event, now) > grace; });
  return {size, !page.end.empty() && !(all_old && !page.events.empty())};
}

}  // namespace facteur
