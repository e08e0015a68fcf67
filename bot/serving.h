// The commands that need a configuration: run, check --config, stats. Each returns the exit status.
#pragma once

#include <filesystem>
#include <string>

namespace facteur {

struct ServingOptions {
  std::filesystem::path configuration;
  std::filesystem::path knowledge;  // as the command line says; empty: the configuration's, else the installed one
  bool json = false;
  bool online = false;
};

int serve_command(const ServingOptions&);
int check_configuration(const ServingOptions&);
int stats_command(const ServingOptions&);

}  // namespace facteur
