// The loop of a PC/SC reader's child against a service of our own that stands in for libpcsclite:
// readers come while another one is read, as they do by USB alone, on a clock that only waiting
// moves.
#include "drivers/card/pcsc_loop.h"

#include "drivers/card/reader_line.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <winscard.h>

#include <algorithm>
#include <cstring>
#include <map>

namespace handbell::card {
namespace {

/// What the service counts in the state of its list of readers.
enum class Counts : std::uint8_t {
  nothing,  ///< as pcscd 1.9 where nobody told it a count
  events,   ///< as pcscd 2.0: how often readers came and went
};

class FakeService {
 public:
  explicit FakeService(Counts counts) : counts_(counts) { service = this; }
  FakeService(const FakeService&) = delete;
  FakeService& operator=(const FakeService&) = delete;
  ~FakeService() { service = nullptr; }

  /// Reader by its name, and the card in it, empty for none; from then on, `ms` on the clock.
  void has(std::int64_t ms, std::map<std::string, std::string> readers) {
    script_.emplace_back(Steady{ms}, std::move(readers));
    come_due();
  }
  LONG list(char* into, DWORD* size) const {
    std::string names;
    for (const auto& [name, card] : readers_) names += name + '\0';
    if (names.empty()) return SCARD_E_NO_READERS_AVAILABLE;
    names += '\0';
    if (into != nullptr) std::memcpy(into, names.data(), names.size());
    *size = names.size();
    return SCARD_S_SUCCESS;
  }
  LONG wait(Millis length, SCARD_READERSTATE* states, std::size_t count) {
    // A loop that never rests would run for ever.
    if (++waits_ > kMostWaits) now = Steady{1'000'000};
    const Steady end = now + length;
    bool listed_anew = false;
    while (true) {
      if (count > 1 && !readers_.contains(states[1].szReader)) return SCARD_E_UNKNOWN_READER;
      bool changed = list_state(states[0], listed_anew);
      if (count > 1) changed = card_state(states[1]) || changed;
      if (changed) return SCARD_S_SUCCESS;
      if (script_.empty() || script_.front().first > end) break;
      now = script_.front().first;
      const auto names = readers_.size();
      come_due();
      listed_anew = readers_.size() != names;
    }
    now = end;
    return SCARD_E_TIMEOUT;
  }
  [[nodiscard]] Bytes card_in(const std::string& reader) const {
    return from_hex(readers_.at(reader)).value();
  }
  [[nodiscard]] int waits() const { return waits_; }

  static inline FakeService* service = nullptr;
  static inline std::string connected;
  Steady now{1000};

 private:
  static constexpr int kMostWaits = 5'000;
  static constexpr unsigned kHighWord = 16;

  void come_due() {
    while (!script_.empty() && script_.front().first <= now) {
      if (script_.front().second.size() != readers_.size()) ++events_;
      readers_ = std::move(script_.front().second);
      ++changes_;
      script_.erase(script_.begin());
    }
  }
  bool list_state(SCARD_READERSTATE& state, bool anew) const {
    const DWORD told = state.dwCurrentState >> kHighWord;
    state.dwEventState = counts_ == Counts::events ? DWORD{events_} << kHighWord : 0;
    anew = anew || (counts_ == Counts::events && told != 0 && told != events_);
    if (anew) state.dwEventState |= SCARD_STATE_CHANGED;
    return anew;
  }
  bool card_state(SCARD_READERSTATE& state) const {
    const DWORD card =
        readers_.at(state.szReader).empty() ? SCARD_STATE_EMPTY : SCARD_STATE_PRESENT;
    state.dwEventState = card | DWORD{changes_} << kHighWord;
    return (state.dwCurrentState & card) == 0;
  }

  Counts counts_;
  std::vector<std::pair<Steady, std::map<std::string, std::string>>> script_;
  std::map<std::string, std::string> readers_;
  unsigned events_ = 0;
  unsigned changes_ = 0;
  int waits_ = 0;
};

}  // namespace
}  // namespace handbell::card

using handbell::card::FakeService;

// The library's own names: the linker takes these before those of libpcsclite.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
LONG SCardEstablishContext(DWORD, LPCVOID, LPCVOID, LPSCARDCONTEXT context) {
  *context = 1;
  return SCARD_S_SUCCESS;
}
LONG SCardReleaseContext(SCARDCONTEXT) { return SCARD_S_SUCCESS; }
LONG SCardListReaders(SCARDCONTEXT, LPCSTR, LPSTR into, LPDWORD size) {
  return FakeService::service->list(into, size);
}
LONG SCardGetStatusChange(SCARDCONTEXT, DWORD wait, SCARD_READERSTATE* states, DWORD count) {
  return FakeService::service->wait(handbell::Millis{static_cast<std::int64_t>(wait)}, states,
                                    count);
}
LONG SCardConnect(SCARDCONTEXT, LPCSTR reader, DWORD, DWORD, LPSCARDHANDLE card, LPDWORD protocol) {
  FakeService::connected = reader;
  *card = 1;
  *protocol = SCARD_PROTOCOL_T1;
  return SCARD_S_SUCCESS;
}
LONG SCardReconnect(SCARDHANDLE, DWORD, DWORD, DWORD, LPDWORD) { return SCARD_S_SUCCESS; }
LONG SCardDisconnect(SCARDHANDLE, DWORD) { return SCARD_S_SUCCESS; }
LONG SCardStatus(SCARDHANDLE, LPSTR, LPDWORD, LPDWORD, LPDWORD, LPBYTE, LPDWORD size) {
  *size = 0;
  return SCARD_S_SUCCESS;
}
LONG SCardTransmit(SCARDHANDLE, const SCARD_IO_REQUEST*, LPCBYTE, DWORD, SCARD_IO_REQUEST*,
                   LPBYTE answer, LPDWORD size) {
  auto said = FakeService::service->card_in(FakeService::connected);
  said.push_back(0x90);
  said.push_back(0x00);
  std::copy(said.begin(), said.end(), answer);
  *size = said.size();
  return SCARD_S_SUCCESS;
}
}
// NOLINTEND(readability-identifier-naming)

namespace handbell::card {
namespace {

/// Two runs of this program at once lock different names.
const std::string kRun = " (" + std::to_string(::getpid()) + ") ";
const std::string kLaptops = "Alcor Micro AU9540" + kRun + "00 00";
const std::string kDesks = "ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC]" + kRun + "01 00";
const std::string kDesksSam = "ACS ACR1252 Dual Reader [ACR1252 Dual Reader SAM]" + kRun + "02 00";
const std::string kAmira = "04A1B2C3D4E580";
const std::string kBen = "11223344";

class PcscLoopTest : public ::testing::TestWithParam<Counts> {
 protected:
  /// Lets it run until a minute has passed: what it told, without the beats.
  std::string told(std::string_view connection = "pcsc:") {
    std::string told;
    const LoopHands hands{[this] { return service_.now; },
                          [this](Millis length) { service_.now = service_.now + length; },
                          [&](const ReaderLine& line) {
                            if (!std::holds_alternative<Beat>(line)) told += line_of(line) + "; ";
                            return service_.now < Steady{61'000};
                          }};
    PcscLoop(connection, hands).run();
    return told;
  }
  FakeService service_{GetParam()};
};

TEST_P(PcscLoopTest, a_reader_without_contacts_that_comes_later_is_taken_from_then_on) {
  service_.has(0, {{kLaptops, ""}});
  service_.has(10'000, {{kLaptops, ""}, {kDesks, ""}, {kDesksSam, ""}});
  service_.has(20'000, {{kLaptops, ""}, {kDesks, kAmira}, {kDesksSam, ""}});
  service_.has(22'000, {{kLaptops, ""}, {kDesks, ""}, {kDesksSam, ""}});
  EXPECT_EQ(told(), "state ready; seen " + kAmira + " 20000; gone " + kAmira + " 22120; ");
}

TEST_P(PcscLoopTest, a_card_in_the_one_that_is_left_is_gone) {
  service_.has(0, {{kLaptops, kBen}});
  service_.has(10'000, {{kLaptops, kBen}, {kDesks, ""}});
  EXPECT_EQ(told(), "seen " + kBen + " 1000; state ready; gone " + kBen + " 10000; ");
}

TEST_P(PcscLoopTest, one_that_fits_no_better_changes_nothing) {
  service_.has(0, {{kDesks, kAmira}});
  service_.has(10'000, {{"A PICC" + kRun + "00 00", ""}, {kDesks, kAmira}, {kLaptops, ""}});
  EXPECT_EQ(told(), "seen " + kAmira + " 1000; state ready; ");
}

TEST_P(PcscLoopTest, a_named_reader_is_found_when_it_comes_whatever_else_there_is) {
  service_.has(0, {{kLaptops, kBen}});
  service_.has(10'000, {{kLaptops, kBen}, {kDesks, kAmira}, {kDesksSam, ""}});
  EXPECT_EQ(told("pcsc:acr1252"), "state missing; seen " + kAmira + " 10000; state ready; ");
}

TEST_P(PcscLoopTest, it_rests_however_often_readers_came_and_went) {
  for (std::int64_t second = 0; second < 10; ++second) {
    service_.has(second * 1000, {{kDesks, ""}, {kLaptops, ""}});
    service_.has(second * 1000 + 500, {{kDesks, ""}});
  }
  EXPECT_EQ(told(), "state ready; ");
  EXPECT_LE(service_.waits(), 60 + 2 * 20) << "one a second, and two where a reader came or went";
}

TEST_P(PcscLoopTest, it_rests_while_its_reader_is_missing) {
  service_.has(0, {{kLaptops, ""}, {kDesksSam, ""}});
  service_.has(5'000, {{kLaptops, ""}});
  EXPECT_EQ(told("pcsc:ACR1252"), "state missing; ");
  EXPECT_LE(service_.waits(), 65);
}

INSTANTIATE_TEST_SUITE_P(Each, PcscLoopTest, ::testing::Values(Counts::nothing, Counts::events),
                         [](const auto& each) {
                           return each.param == Counts::nothing ? "counts_nothing"
                                                                : "counts_events";
                         });

}  // namespace
}  // namespace handbell::card
