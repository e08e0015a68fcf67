// Where the knowledge lies when the command line names no folder.
#pragma once

#include <filesystem>

namespace facteur {

// The knowledge that belongs to `program`: ../share/facteur/knowledge from its folder. An installed program, a package
// unpacked anywhere and a build folder (which links that place to knowledge/base) all have this layout, so no path of
// the machine that built it is in the program. Links are followed where the folder exists; it need not.
std::filesystem::path knowledge_beside(const std::filesystem::path& program);

// The knowledge beside the running program. Throws std::runtime_error where /proc can't tell which program runs.
std::filesystem::path default_knowledge();

}  // namespace facteur
