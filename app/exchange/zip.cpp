#include "app/exchange/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace handbell::exchange {

namespace {

struct FreeArchive {
  void operator()(archive* made) const { archive_write_free(made); }
};
struct FreeEntry {
  void operator()(archive_entry* made) const { archive_entry_free(made); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;
using ArchiveEntry = std::unique_ptr<archive_entry, FreeEntry>;

constexpr unsigned kReadable = 0644;
constexpr std::int64_t kSecond = 1000;

la_ssize_t append_bytes(archive*, void* to, const void* bytes, std::size_t count) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), count);
  return static_cast<la_ssize_t>(count);
}

Fault archive_fault(archive* made) {
  const char* said = made == nullptr ? nullptr : archive_error_string(made);
  return {FaultCode::archive_failed, said == nullptr ? "there is no memory" : said};
}

bool add_file(archive* made, const NamedText& file, Instant at) {
  const ArchiveEntry entry(archive_entry_new());
  if (!entry) return false;
  archive_entry_set_pathname_utf8(entry.get(), file.name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.text.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), kReadable);
  archive_entry_set_mtime(entry.get(), static_cast<time_t>(at.ms / kSecond), 0);
  if (archive_write_header(made, entry.get()) != ARCHIVE_OK) return false;
  const auto wrote = archive_write_data(made, file.text.data(), file.text.size());
  return wrote == static_cast<la_ssize_t>(file.text.size());
}

}  // namespace

Result<std::string> zip_of(const std::vector<NamedText>& files, Instant made) {
  std::string bytes;
  const Archive zip(archive_write_new());
  if (!zip) return tl::unexpected(archive_fault(nullptr));
  // A name in UTF-8 is marked as such; nobody pads a file that is kept in memory.
  const bool opened =
      archive_write_set_format_zip(zip.get()) == ARCHIVE_OK &&
      archive_write_set_bytes_in_last_block(zip.get(), 1) == ARCHIVE_OK &&
      archive_write_open(zip.get(), &bytes, nullptr, append_bytes, nullptr) == ARCHIVE_OK;
  if (!opened) return tl::unexpected(archive_fault(zip.get()));
  for (const auto& file : files) {
    if (!add_file(zip.get(), file, made)) return tl::unexpected(archive_fault(zip.get()));
  }
  if (archive_write_close(zip.get()) != ARCHIVE_OK) {
    return tl::unexpected(archive_fault(zip.get()));
  }
  return bytes;
}

}  // namespace handbell::exchange
