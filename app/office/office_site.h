// What browsers ask of the office, and who answers.
//
//   GET  /, /today            the page; /today?on=YYYY-MM-DD an earlier day
//   GET  /today/live          server-sent events: the live part after each change
//   GET  /today/fragment      the live part once
//   POST /accept              one proposal or all, by a named person
//   GET  /web/...             style, script, fonts
//   GET  /healthz             "ready", while the register can be read
//
// Whatever goes wrong in here is answered with a number that also stands in the log, and with
// nothing else.
#pragma once

#include "app/office/live_hub.h"
#include "app/office/page/page_layout.h"
#include "app/office/today/accept_form.h"
#include "app/office/web/web_files.h"

#include <atomic>
#include <functional>
#include <string>

namespace handbell::office {

class OfficeSite {
 public:
  /// `log` gets one line for each thing that went wrong. Everything outlives this.
  OfficeSite(Writer& writer, TodayReader& reader, LiveHub& hub, const WebFiles& files,
             std::function<Instant()> now, std::function<void(const std::string&)> log);

  void handle(const net::Request& request, const net::Reply& reply);

 private:
  void route(const net::Request& request, const net::Reply& reply);
  void today(const net::Request& request, const net::Reply& reply);
  void accept(const net::Request& request, const net::Reply& reply);
  void fragment(const net::Reply& reply);
  void health(const net::Reply& reply);
  void send_page(const net::Reply& reply, int status, const Html& page) const;
  void refuse(const net::Reply& reply, int status, const std::string& words) const;
  void went_wrong(const net::Request& request, const net::Reply& reply, const std::string& what);
  /// `on`: the day, or empty for today.
  void show(const net::Request& request, const std::string& on, const TodayVisit& visit,
            const net::Reply& reply);
  void show_problem(const net::Request& request, const AcceptForm& form, const std::string& problem,
                    const net::Reply& reply);
  [[nodiscard]] PageFrame frame() const;

  Writer& writer_;
  TodayReader& reader_;
  LiveHub& hub_;
  const WebFiles& files_;
  std::function<Instant()> now_;
  std::function<void(const std::string&)> log_;
  std::atomic<int> wrong_{0};
};

}  // namespace handbell::office
