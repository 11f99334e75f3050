// How `handbell` reaches the office that runs: the socket SITE/office/admin.sock, mode 0600.
//
//   GET  /admin/v1/status    how the office is, as JSON
//   POST /admin/v1/command   the words of a command, and the file that it names; JSON on the first
//                            line, the file's bytes behind it
//   POST /admin/v1/accept    a short cut: {"on", "session", "pupil", "by"} as JSON
//
// Whoever may open the socket may write the register file as well: it asks for nobody's name.
#pragma once

#include "app/admin/command_line.h"
#include "app/net/server.h"
#include "app/store/owner.h"
#include "app/store/register.h"

namespace handbell::admin {

[[nodiscard]] std::string admin_socket(const Site& site);  ///< "unix:..."

/// Hands a command to the office that runs. Faults: office_unreachable, office_answered_wrong.
[[nodiscard]] Result<Answer> ask_office(const Site& site, const CommandOrder& order);

class AdminService {
 public:
  using Writer = store::Owner<store::Register>;
  /// `changed` runs on the writer's thread after each command that was done; everything outlives
  /// this.
  AdminService(const Site& site, Writer& writer, std::function<void()> changed);

  void handle(const net::Request& request, const net::Reply& reply);

 private:
  void run(const CommandOrder& order, const net::Reply& reply);

  const Site& site_;
  Writer& writer_;
  std::function<void()> changed_;
};

}  // namespace handbell::admin
