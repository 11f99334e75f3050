#include "app/kiosk/shell/admin_desk.h"

#include "app/base/text.h"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <sstream>

namespace handbell::kiosk {

namespace {

constexpr std::size_t kEachRead = 256;  // entries; a tap waits for no more than that

net::Response plain(int status, const std::string& text) {
  return {status, "text/plain; charset=utf-8", text + "\n", {}};
}

Result<std::vector<journal::Witness>> witnesses_in(const std::string& body) {
  std::vector<journal::Witness> witnesses;
  std::istringstream lines(body);
  for (std::string line; std::getline(lines, line);) {
    const auto witness = journal::parse_witness(line);
    if (!witness) return fail(witness.error());
    witnesses.push_back(*witness);
  }
  return witnesses;
}

/// The head; nothing where the journal was pruned meanwhile: what was read begins elsewhere now.
Result<std::optional<journal::Head>> checked_once(AdminDesk::JournalOwner& journal,
                                                  const std::vector<journal::Witness>& witnesses) {
  const auto [id, sealed] = journal.ask([](store::JournalFile& held) {
    return std::pair{held.id(), held.sealed_head()};
  });
  journal::HistoryCheck check(id, witnesses, sealed);
  while (true) {
    const auto [entries, still] = journal.ask([next = check.next()](store::JournalFile& held) {
      return std::pair{held.read_from(next, kEachRead), held.sealed_head()};
    });
    if (!entries) return fail(entries.error());
    if (still != sealed) return std::optional<journal::Head>();
    if (entries->empty()) break;
    for (const auto& entry : *entries) {
      if (Status good = check.take(entry); !good) return fail(good.error());
    }
  }
  const auto head = check.end();
  if (!head) return fail(head.error());
  return std::optional(*head);
}

Result<journal::Head> checked(AdminDesk::JournalOwner& journal,
                              const std::vector<journal::Witness>& witnesses) {
  while (true) {  // pruned once a day
    const auto head = checked_once(journal, witnesses);
    if (!head) return fail(head.error());
    if (*head) return **head;
  }
}

}  // namespace

AdminDesk::AdminDesk(std::string folder, JournalOwner& journal, Health health)
    : folder_(std::move(folder)), journal_(journal), health_(std::move(health)) {}

Result<std::unique_ptr<AdminDesk>> AdminDesk::open(const std::string& folder, JournalOwner& journal,
                                                   Health health) {
  const auto address = net::Address::parse("unix:" + folder + "/admin.sock");
  if (!address) return fail(address.error());
  std::unique_ptr<AdminDesk> desk(new AdminDesk(folder, journal, std::move(health)));
  auto server = net::Server::start(
      {*address},
      [raw = desk.get()](const auto& request, const auto& reply) { raw->handle(request, reply); });
  if (!server) return fail(server.error());
  desk->server_ = std::move(*server);
  return desk;
}

void AdminDesk::handle(const net::Request& request, const net::Reply& reply) {
  const bool post = request.method == "POST";
  if (!post && request.path == "/admin/v1/status") return reply.send(status());
  if (post && request.path == "/admin/v1/verify") return reply.send(verify(request.body));
  reply.send(plain(404, "There is nothing like that here."));
}

net::Response AdminDesk::status() {
  const auto [entries, received] = journal_.ask([](store::JournalFile& held) {
    return std::pair{held.head().seq, held.receipt()};
  });
  const auto health = health_();
  const nlohmann::json told{{"program", "handbell-kiosk"},
                            {"process", ::getpid()},
                            {"folder", folder_},
                            {"entries", entries},
                            {"waiting", entries - std::min(entries, received)},
                            {"reader", health.reader},
                            {"clock_trusted", health.clock_trusted},
                            {"door_book", health.book_version}};
  return {200,
          "application/json",
          told.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n",
          {}};
}

net::Response AdminDesk::verify(const std::string& body) {
  const auto witnesses = witnesses_in(body);
  if (!witnesses) return plain(400, sentence(witnesses.error()));
  const auto [id, office, sealed] = journal_.ask([](store::JournalFile& held) {
    return std::tuple{held.id(), held.office_witness(), held.sealed_head()};
  });
  const auto head = checked(journal_, *witnesses);
  if (!head) return plain(409, sentence(head.error()));
  return plain(200, text_of(journal::Witness{id, *head}) + "\n" + text_of(office) + "\n" +
                        text_of(journal::Witness{id, sealed}));
}

}  // namespace handbell::kiosk
