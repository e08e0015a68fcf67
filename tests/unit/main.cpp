// Runs the unit tests, with Catch2's command line: --help lists it.
#define CATCH_CONFIG_RUNNER
#include "tests/unit/catch.h"

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
