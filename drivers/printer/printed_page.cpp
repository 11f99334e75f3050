#include "drivers/printer/printed_page.h"

#include <algorithm>
#include <utility>

namespace handbell::printer {

namespace {

constexpr int kLineRows = 30;  ///< of one line fed
constexpr int kHead = 8;       ///< of a picture's command
constexpr int kMostRows = 4096;

using namespace std::string_view_literals;
constexpr auto kReset = "\x1B@"sv;
constexpr auto kFeed = "\x1B\x64"sv;
constexpr auto kCut = "\x1DVB"sv;
constexpr auto kAsk = "\x10\x04\x04"sv;
constexpr auto kPicture = "\x1Dv0\0"sv;

int number(const std::string& bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<int>(static_cast<std::uint8_t>(bytes[i]));
  };
  return byte(at) + 256 * byte(at + 1);
}

}  // namespace

int PrintedPage::take(std::string_view bytes) {
  heard_ += bytes;
  asked_ = 0;
  while (!heard_.empty()) {
    const std::size_t length = command();
    if (length == 0) break;
    heard_.erase(0, length);
  }
  return asked_;
}

std::size_t PrintedPage::command() {
  const auto begins = [&](std::string_view with) { return heard_.starts_with(with); };
  const auto whole = [&](std::size_t length) { return heard_.size() >= length ? length : 0; };
  if (begins(kReset)) return kReset.size();
  if (begins(kFeed)) {
    if (whole(3) != 0) feed(kLineRows * static_cast<std::uint8_t>(heard_[2]));
    return whole(3);
  }
  if (begins(kCut)) {
    if (whole(4) != 0) cut();
    return whole(4);
  }
  if (begins(kAsk)) {
    ++asked_;
    return kAsk.size();
  }
  if (begins(kPicture)) return picture();
  for (const auto known : {kReset, kFeed, kCut, kAsk, kPicture}) {
    if (known.starts_with(heard_)) return 0;
  }
  ++strange_;
  return 1;
}

std::size_t PrintedPage::picture() {
  if (heard_.size() < kHead) return 0;
  const int bytes = number(heard_, 4);
  const int rows = number(heard_, 6);
  const std::size_t length =
      kHead + static_cast<std::size_t>(bytes) * static_cast<std::size_t>(rows);
  if (heard_.size() < length) return 0;
  if (paper_.width == 0) paper_.width = bytes * 8;
  const bool fits = paper_.width == bytes * 8 && paper_.height + rows <= kMostRows;
  if (!fits) {
    strange_ += static_cast<int>(length);
    return length;
  }
  std::transform(heard_.begin() + kHead, heard_.begin() + static_cast<std::ptrdiff_t>(length),
                 std::back_inserter(paper_.bits),
                 [](char each) { return static_cast<std::uint8_t>(each); });
  paper_.height += rows;
  return length;
}

void PrintedPage::feed(int rows) {
  if (paper_.width == 0) return;
  const int most = std::min(rows, kMostRows - paper_.height);
  paper_.height += most;
  paper_.bits.resize(static_cast<std::size_t>(paper_.height) * paper_.row_bytes(), 0);
}

void PrintedPage::cut() {
  if (paper_.height > 0) slips_.push_back(std::exchange(paper_, {}));
}

}  // namespace handbell::printer
