// How every program reads the words it was started with: 0 after help, 2 for words that are wrong.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>

namespace handbell {

/// The status to end with; nothing where the program may begin.
inline std::optional<int> ends_with(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    constexpr int kWrongUsage = 2;
    return app.exit(error) == 0 ? 0 : kWrongUsage;
  }
}

}  // namespace handbell
