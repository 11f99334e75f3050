// A copy as one file: whole, and opened by any program that reads zips.
#include "app/exchange/zip.h"

#include "small_school.h"
#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <map>

namespace handbell::exchange {
namespace {

std::map<std::string, std::string> unpacked(const std::string& bytes) {
  std::map<std::string, std::string> files;
  archive* zip = archive_read_new();
  archive_read_support_format_zip(zip);
  EXPECT_EQ(archive_read_open_memory(zip, bytes.data(), bytes.size()), ARCHIVE_OK);
  archive_entry* entry = nullptr;
  while (archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
    std::string& text = files[archive_entry_pathname(entry)];
    char piece[256];
    for (auto read = archive_read_data(zip, piece, sizeof piece); read > 0;
         read = archive_read_data(zip, piece, sizeof piece)) {
      text.append(piece, static_cast<std::size_t>(read));
    }
  }
  archive_read_free(zip);
  return files;
}

TEST(Zip, holds_each_file_as_it_was) {
  const std::string large(100'000, 'x');
  const auto bytes =
      zip_of({{"marks.csv", "Größe;علی\n"}, {"pupil.json", large}, {"empty.csv", ""}},
             instant("2026-01-12T09:10:00"));
  ASSERT_TRUE(bytes) << sentence(bytes.error());
  EXPECT_LT(bytes->size(), 3000U) << "packed";
  const auto files = unpacked(*bytes);
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files.at("marks.csv"), "Größe;علی\n");
  EXPECT_EQ(files.at("pupil.json"), large);
  EXPECT_EQ(files.at("empty.csv"), "");
}

TEST(Zip, of_the_same_files_at_the_same_time_is_the_same) {
  const std::vector<NamedText> files{{"a.csv", "1"}, {"b.csv", "2"}};
  const auto at = instant("2026-01-12T09:10:00");
  EXPECT_EQ(*zip_of(files, at), *zip_of(files, at));
}

}  // namespace
}  // namespace handbell::exchange
