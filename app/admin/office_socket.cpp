#include "app/admin/office_socket.h"

#include "app/net/client.h"

#include <nlohmann/json.hpp>
#include <unistd.h>

namespace handbell::admin {
namespace {

using Json = nlohmann::json;

constexpr std::chrono::minutes kLongestCommand{5};

net::Response json_answer(int status, const Json& value) {
  return {status,
          "application/json",
          value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n",
          {}};
}

std::string text_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<CommandOrder> order_in(const std::string& body) {
  const auto end = body.find('\n');
  const auto head = Json::parse(body.substr(0, end), nullptr, false);
  if (!head.is_object() || !head.contains("words") || !head["words"].is_array()) {
    return std::nullopt;
  }
  CommandOrder order;
  for (const auto& word : head["words"]) {
    if (!word.is_string()) return std::nullopt;
    order.words.push_back(word.get<std::string>());
  }
  if (head.value("file", false) && end != std::string::npos) order.file = body.substr(end + 1);
  return order;
}

std::optional<CommandOrder> acceptance_in(const std::string& body) {
  const auto asked = Json::parse(body, nullptr, false);
  if (!asked.is_object()) return std::nullopt;
  CommandOrder order{{"accept", "--on", text_in(asked, "on"), "--session",
                      text_in(asked, "session"), "--by", text_in(asked, "by")},
                     std::nullopt};
  if (const auto pupil = text_in(asked, "pupil"); !pupil.empty()) {
    order.words.insert(order.words.end(), {"--pupil", pupil});
  }
  return order;
}

/// The writing thread outlives whatever another library throws in a command.
Answer run_caught(const Site& site, const CommandOrder& order) {
  try {
    return run_in_office(site, order);
  } catch (const std::exception& error) {
    const Fault fault{FaultCode::program_failed, "The command"};
    return {1, error.what() + std::string("\n"), sentence(fault) + "\n"};
  }
}

}  // namespace

std::string admin_socket(const Site& site) {
  return "unix:" + site.office_folder() + "/admin.sock";
}

Result<Answer> ask_office(const Site& site, const CommandOrder& order) {
  const auto address = net::Address::parse(admin_socket(site));
  if (!address) return fail(address.error());
  net::Request request;
  request.method = "POST";
  request.path = "/admin/v1/command";
  const Json head{{"words", order.words}, {"file", order.file.has_value()}};
  request.body =
      head.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n" + order.file.value_or("");
  net::Client client(*address);
  const auto response = client.send(request, kLongestCommand);
  if (!response) return fail(response.error());
  const auto told = Json::parse(response->body, nullptr, false);
  if (response->status != 200 || !told.is_object()) {
    return fail(FaultCode::office_answered_wrong, "status " + std::to_string(response->status));
  }
  return Answer{told.value("status", 1), text_in(told, "out"), text_in(told, "err")};
}

AdminService::AdminService(const Site& site, Writer& writer, std::function<void()> changed)
    : site_(site), writer_(writer), changed_(std::move(changed)) {}

void AdminService::handle(const net::Request& request, const net::Reply& reply) {
  const bool post = request.method == "POST";
  if (!post && request.path == "/admin/v1/status") {
    return reply.send(json_answer(200, {{"program", "handbell-office"},
                                        {"process", ::getpid()},
                                        {"site", site_.folder()},
                                        {"rehearsal", site_.config().rehearsal}}));
  }
  std::optional<CommandOrder> order;
  if (post && request.path == "/admin/v1/command") order = order_in(request.body);
  if (post && request.path == "/admin/v1/accept") order = acceptance_in(request.body);
  if (!order) return reply.send(json_answer(404, {{"err", "There is nothing like that here.\n"}}));
  run(*order, reply);
}

void AdminService::run(const CommandOrder& order, const net::Reply& reply) {
  const bool left = writer_.leave([this, order, reply](store::Register& held) {
    const auto answer = run_caught(site_.held_by_office(held), order);
    if (answer.status == 0) changed_();
    reply.send(
        json_answer(200, {{"status", answer.status}, {"out", answer.out}, {"err", answer.err}}));
  });
  if (!left) reply.send(json_answer(503, {{"err", "The office is busy.\n"}}));
}

}  // namespace handbell::admin
