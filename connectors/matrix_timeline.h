// Which of a room's events are to be answered.
#pragma once

#include <chrono>
#include <vector>

#include "connectors/matrix_sync.h"

namespace facteur {

// What was asked longer ago than this is passed over: whoever asked has gone on.
struct MatrixGrace {
  std::chrono::seconds direct{15 * 60};
  std::chrono::seconds group{5 * 60};
};

// How long ago it was said, by the homeserver's word or by the clocks; an event without either is new.
std::chrono::milliseconds age_of(const MatrixEvent& event, std::chrono::system_clock::time_point now);

// The events after our last coming in, without those before it: they were not said to us.
void keep_what_we_heard(std::vector<MatrixEvent>& events);

// How much of a page of history, the latest first, belongs to a gap: all up to our coming in, and whether what lies
// before the page may still matter.
struct MatrixGapPart {
  std::size_t events = 0;
  bool more = false;
};
MatrixGapPart part_of_gap(const MatrixPage& page, std::chrono::seconds grace,
                          std::chrono::system_clock::time_point now);

}  // namespace facteur
