// What another process has in its memory, and who it is.
#pragma once

#include "app/base/hex.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

namespace handbell::testing_support {

inline std::string proc_text(int pid, const std::string& file) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/" + file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What a command of the shell prints.
inline std::string output_of(const std::string& command) {
  std::string text;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return text;
  std::array<char, 512> buffer{};
  for (std::size_t got = 1; got > 0;) {
    got = std::fread(buffer.data(), 1, buffer.size(), pipe);
    text.append(buffer.data(), got);
  }
  ::pclose(pipe);
  return text;
}

/// The process whose command line has both texts; 0: none.
inline int pid_of(const std::string& one, const std::string& other) {
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const int pid = std::atoi(entry.path().filename().c_str());
    if (pid <= 0) continue;
    const std::string words = proc_text(pid, "cmdline");
    if (words.find(one) != std::string::npos && words.find(other) != std::string::npos) return pid;
  }
  return 0;
}

/// Whether these bytes stand anywhere in what the process may write to.
inline bool memory_holds(int pid, const Bytes& bytes) {
  std::istringstream maps(proc_text(pid, "maps"));
  std::ifstream memory("/proc/" + std::to_string(pid) + "/mem", std::ios::binary);
  std::string line;
  while (std::getline(maps, line)) {
    std::size_t from = 0;
    std::size_t to = 0;
    char may_write = '-';
    if (std::sscanf(line.c_str(), "%zx-%zx r%c", &from, &to, &may_write) != 3) continue;
    if (may_write != 'w') continue;
    Bytes piece(to - from);
    memory.clear();
    memory.seekg(static_cast<std::streamoff>(from));
    memory.read(reinterpret_cast<char*>(piece.data()), static_cast<std::streamsize>(piece.size()));
    piece.resize(static_cast<std::size_t>(std::max<std::streamsize>(memory.gcount(), 0)));
    const std::boyer_moore_searcher wanted(bytes.begin(), bytes.end());
    if (std::search(piece.begin(), piece.end(), wanted) != piece.end()) return true;
  }
  return false;
}

}  // namespace handbell::testing_support
