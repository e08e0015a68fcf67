// What passes between a connector and the bot: a message in, a reply out. Plain values, UTF-8 throughout.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace facteur {

enum class Place { direct, group };
enum class Addressed { no, yes };

// What somebody said, as a connector heard it.
struct Message {
  std::string text;                     // as typed; may be invalid UTF-8, any length
  Place place = Place::direct;          // a direct chat answers everything, a group only what is surely meant
  Addressed addressed = Addressed::no;  // in a group: mentioned, replied to, or called by a command
  bool operator==(const Message&) const = default;
};

// Facts in rows, for a platform that shows real tables. It stands for the bytes [begin, end) of the reply's text, which
// say the same as CommonMark.
struct Table {
  std::vector<std::string> heads;  // plain text, as every cell
  std::vector<std::vector<std::string>> rows;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Table&) const = default;
};

// What to say back. `text` is CommonMark in which everything that came from a user is already escaped.
struct Reply {
  std::string text;
  std::vector<std::string> links;    // the https addresses in `text`, in order
  std::vector<std::string> choices;  // what the customer may answer by tapping, e.g. domains; also listed in `text`
  std::vector<std::string>
      copies;                 // what the customer must type elsewhere, e.g. host names; plain text, also in `text`
  std::vector<Table> tables;  // in order, each beyond the one before
  bool operator==(const Reply&) const = default;
};

}  // namespace facteur
