#include "app/admin/kiosk_folder.h"

#include "app/net/client.h"
#include "app/store/folder_lock.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

namespace handbell::admin {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kLongestVerify{5};
constexpr std::chrono::seconds kLongestStatus{2};

Result<net::Response> ask(const std::string& folder, const net::Request& request,
                          std::chrono::milliseconds longest) {
  const auto address = net::Address::parse("unix:" + folder + "/admin.sock");
  if (!address) return fail(address.error());
  net::Client client(*address);
  auto response = client.send(request, longest);
  if (!response) return fail(FaultCode::program_silent, folder);
  return response;
}

Result<store::VerifiedJournal> journal_in(const std::string& answer) {
  std::istringstream lines(answer);
  std::array<journal::Witness, 3> said;  // its own head, the office's, the sealed one
  for (auto& witness : said) {
    std::string line;
    std::getline(lines, line);
    const auto read = journal::parse_witness(line);
    if (!read) return fail(read.error());
    witness = *read;
  }
  return store::VerifiedJournal{said[0], said[1], said[2].head};
}

}  // namespace

std::string KioskFolder::name() const { return fs::path(path_).filename().string(); }

std::optional<std::string> KioskFolder::owner() const { return store::FolderLock::owner(path_); }

Result<std::optional<store::VerifiedJournal>> KioskFolder::verify(
    const std::vector<journal::Witness>& witnesses) const {
  using Found = std::optional<store::VerifiedJournal>;
  if (!owner()) {
    const std::string file = path_ + "/journal.db";
    if (!fs::exists(file)) return Found();
    const auto found = store::JournalFile::verify(file, witnesses);
    if (!found) return fail(found.error().code, found.error().where + " of " + name());
    return Found(*found);
  }
  net::Request request{"POST", "/admin/v1/verify", {}, {}, ""};
  for (const auto& witness : witnesses) request.body += text_of(witness) + "\n";
  const auto response = ask(path_, request, kLongestVerify);
  if (!response) return fail(response.error());
  constexpr int kOk = 200;
  if (response->status != kOk) {
    const std::string said = response->body.substr(0, response->body.find('\n'));
    return fail(FaultCode::usage, name() + ": " + said);
  }
  const auto found = journal_in(response->body);
  if (!found) return fail(found.error());
  return Found(*found);
}

std::optional<std::string> KioskFolder::says() const {
  const auto response = ask(path_, {"GET", "/admin/v1/status", {}, {}, ""}, kLongestStatus);
  if (!response) return std::nullopt;
  const auto told = nlohmann::json::parse(response->body, nullptr, false);
  if (!told.is_object()) return std::nullopt;
  return fmt::format("{} entries, {} not yet at the office, reader {}, clock {}, door book {}",
                     told.value("entries", 0), told.value("waiting", 0),
                     told.value("reader", std::string("unknown")),
                     told.value("clock_trusted", false) ? "trusted" : "not trusted",
                     told.value("door_book", 0));
}

std::vector<KioskFolder> kiosk_folders(const std::string& site) {
  std::vector<std::string> paths;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(site, ignored)) {
    const bool kiosk = entry.path().filename().string().starts_with("kiosk-");
    if (kiosk && entry.is_directory(ignored)) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return {paths.begin(), paths.end()};
}

}  // namespace handbell::admin
