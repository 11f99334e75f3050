#include "app/office/web/web_files.h"

#include "app/base/hex.h"
#include "app/store/atomic_file.h"

#include <sodium.h>

#include <array>
#include <filesystem>

namespace handbell::office {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargest = 2 * 1024 * 1024;
constexpr const char* kTextType = "text/plain; charset=utf-8";

std::string type_of(const fs::path& path) {
  static const std::map<std::string, std::string> kTypes{{".css", "text/css; charset=utf-8"},
                                                         {".js", "text/javascript; charset=utf-8"},
                                                         {".svg", "image/svg+xml"},
                                                         {".png", "image/png"},
                                                         {".woff2", "font/woff2"}};
  const auto found = kTypes.find(path.extension().string());
  return found == kTypes.end() ? "" : found->second;
}

std::string version_of(const std::string& bytes) {
  std::array<std::uint8_t, crypto_generichash_BYTES_MIN> digest{};
  crypto_generichash(digest.data(), digest.size(),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                     0);
  return to_hex({digest.data(), 8});
}

}  // namespace

Result<WebFiles> WebFiles::load(const std::string& folder) {
  WebFiles loaded;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const std::string type = type_of(at->path());
    if (type.empty() || !at->is_regular_file(error)) continue;
    auto bytes = store::read_file(at->path().string(), kLargest);
    if (!bytes) return fail(bytes.error());
    const std::string version = version_of(*bytes);
    const auto name = at->path().lexically_relative(folder).generic_string();
    loaded.files_[name] = File{std::move(*bytes), type, version};
  }
  if (!loaded.files_.contains("office.css")) {
    return fail(FaultCode::asset_missing, folder + "/office.css");
  }
  return loaded;
}

std::string WebFiles::address(const std::string& name) const {
  const auto found = files_.find(name);
  const std::string path = "/web/" + name;
  return found == files_.end() ? path : path + "?v=" + found->second.version;
}

net::Response WebFiles::answer(const net::Request& request) const {
  const std::string prefix = "/web/";
  const auto found = files_.find(request.path.substr(std::min(prefix.size(), request.path.size())));
  if (found == files_.end()) return {404, kTextType, "There is no such file.\n", {}};
  const File& file = found->second;
  const std::string tag = '"' + file.version + '"';
  const bool exact = net::field(request.query, "v") == file.version;
  const std::map<std::string, std::string> headers{
      {"ETag", tag},
      {"Cache-Control", exact ? "public, max-age=31536000, immutable" : "no-cache"},
      {"X-Content-Type-Options", "nosniff"}};
  const auto asked = request.headers.find("if-none-match");
  if (asked != request.headers.end() && asked->second == tag) return {304, file.type, "", headers};
  return {200, file.type, file.bytes, headers};
}

PageFrame plain_frame(const WebFiles& files, bool rehearsal) {
  PageFrame frame;
  frame.style = files.address("office.css");
  frame.script = files.address("office.js");
  frame.rehearsal = rehearsal;
  return frame;
}

}  // namespace handbell::office
