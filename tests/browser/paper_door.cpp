// A kiosk of paper for tests: it keeps its journal in memory and sends it to a real office.
//
//   paper_door FOLDER        a kiosk's folder with its kiosk.id
//
// Lines on its standard input; each is answered with "held N" or with what went wrong:
//   tap PUPIL 2026-01-12T08:52:00 [CODE]     a child came; CODE is what the kiosk proposed
//   card 04A1B2C3D4E580 2026-01-12T08:41:00  a card that was refused
//   ask PUPIL 2026-01-12T13:00:00 mum        an adult asks for a child (D49)
//   health READER WAITING                    how the kiosk is
// "book" is answered with what the door book says of who was asked for: "1 granted, 5 refused".
#include "app/journal/book_request.h"
#include "app/journal/door_book_codec.h"
#include "app/journal/kiosk_identity.h"
#include "app/net/client.h"
#include "app/store/atomic_file.h"

#include "small_school.h"

#include <iostream>
#include <sstream>

namespace {

using namespace handbell;

class PaperDoor {
 public:
  explicit PaperDoor(journal::KioskIdentity identity)
      : identity_(std::move(identity)), kiosk_(identity_.number, 0xD0) {
    health_.reader = "ready";
  }

  std::string obey(const std::string& line) {
    std::istringstream words(line);
    std::string what;
    std::string first;
    std::string second;
    std::string code;
    words >> what >> first >> second >> code;
    if (what == "tap") tap(first, second, code);
    if (what == "card") card(first, second);
    if (what == "ask") ask(first, second, code);
    if (what == "book") return book();
    if (what == "health") {
      health_.reader = first;
      health_.waiting = std::stoull(second);
    }
    return send();
  }

 private:
  void tap(const std::string& pupil, const std::string& at, const std::string& code) {
    const auto proposal =
        code.empty() ? std::nullopt : std::optional<reg::Code>(reg::code_of(code));
    kiosk_.tap(PupilId(std::stoll(pupil)), instant(at.c_str()), proposal);
  }
  void card(const std::string& uid, const std::string& at) {
    reg::RefusedCard refused;
    refused.card = journal::hash_of_card(CardNumber::parse(uid)->bytes(), identity_.card_key);
    refused.at.wall = instant(at.c_str());
    kiosk_.write(refused, refused.at.wall);
  }
  void ask(const std::string& pupil, const std::string& at, const std::string& who) {
    reg::ReleaseAsked asked;
    asked.pupil = PupilId(std::stoll(pupil));
    asked.at.wall = instant(at.c_str());
    asked.who = who;
    asked.why = "appointment";
    kiosk_.write(asked, asked.at.wall);
  }
  std::string book() {
    const auto bytes =
        journal::encode(journal::BookRequest{identity_.number, 0, {}}, identity_.key);
    net::Client client(*net::Address::parse(identity_.office));
    net::Request request;
    request.method = "POST";
    request.path = "/kiosk/v1/book";
    request.body.assign(bytes.begin(), bytes.end());
    const auto response = client.send(request, std::chrono::seconds(10));
    if (!response) return sentence(response.error());
    const auto* body = reinterpret_cast<const std::uint8_t*>(response->body.data());
    const auto held = journal::decode_door_book({body, response->body.size()}, identity_.key);
    if (!held) return "status " + std::to_string(response->status);
    static constexpr const char* kStates[] = {"granted", "refused", "handed over"};
    std::string words;
    for (const auto& release : held->releases) {
      words += (words.empty() ? "" : ", ") + std::to_string(release.pupil.number()) + " " +
               kStates[static_cast<std::size_t>(release.state)];
    }
    return words;
  }
  std::string send() {
    auto message = kiosk_.message(sent_ + 1);
    message.health = health_;
    message.wall = kiosk_.entries().empty() ? Instant{} : kiosk_.entries().back().at;
    const auto bytes = journal::encode(message, identity_.key);
    net::Client client(*net::Address::parse(identity_.office));
    net::Request request;
    request.method = "POST";
    request.path = "/kiosk/v1/sync";
    request.body.assign(bytes.begin(), bytes.end());
    const auto response = client.send(request, std::chrono::seconds(10));
    if (!response) return sentence(response.error());
    const auto* body = reinterpret_cast<const std::uint8_t*>(response->body.data());
    const auto answer = journal::decode_answer({body, response->body.size()}, identity_.key);
    if (!answer) return "status " + std::to_string(response->status);
    if (!answer->fault.empty()) return answer->fault;
    sent_ = answer->received;
    kiosk_.remember(answer->office);
    return "held " + std::to_string(answer->received);
  }

  journal::KioskIdentity identity_;
  PaperKiosk kiosk_;
  journal::KioskHealth health_;
  std::uint64_t sent_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto text = store::read_file(std::string(argv[1]) + "/kiosk.id", 4096);
  if (!text) return 1;
  auto identity = journal::parse_kiosk_identity(*text);
  if (!identity) return 1;
  PaperDoor door(std::move(*identity));
  for (std::string line; std::getline(std::cin, line);) std::cout << door.obey(line) << std::endl;
  return 0;
}
