// The register in memory, or the one in a file: what a contract holds for, it holds for both.
#pragma once

#include "app/store/memory_register.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace handbell::store {

/// `which`: "memory", or anything else. Null, and a failure, where it cannot be opened.
inline std::unique_ptr<Register> either_register(const std::string& which, CountedRandom& random,
                                                 const PowerCutVfs& vfs) {
  if (which == "memory") return std::make_unique<MemoryRegister>(random);
  auto file = RegisterFile::open("register.db", random, {vfs.vfs_name()});
  if (file) return std::move(*file);
  ADD_FAILURE() << sentence(file.error());
  return nullptr;
}

}  // namespace handbell::store
