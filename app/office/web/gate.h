// Who stands at the office's door: either somebody who signed in, or a place to go to first.
//
// The site asks it before every page. Its own pages (set-up, sign-in, PIN) are the only ones that
// anybody may open; it answers those itself, since checking a password takes threads of its own.
#pragma once

#include "app/net/server.h"
#include "app/office/web/visitor.h"

#include <map>
#include <optional>
#include <string>

namespace handbell::office {

struct Admission {
  std::optional<Visitor> visitor;
  std::string session;             ///< names it for as long as the office runs; never the cookie
  std::string first = "/sign-in";  ///< where to go where nobody is signed in
};

/// The page asked by itself, and no person did: what follows what happens (live.js).
[[nodiscard]] inline bool asked_by_itself(const net::Request& request) {
  return !request.header("x-handbell-live").empty() || request.path == "/live" ||
         request.path == "/today/live";
}

class Gate {
 public:
  Gate() = default;
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;
  virtual ~Gate() = default;

  /// `staff`: as the register has it now. From any thread; in memory.
  [[nodiscard]] virtual Admission admit(const net::Request& request, const reg::Staff& staff,
                                        Instant now) = 0;
  /// True while whoever asks is signed in. Unlike admit() it does not count as having been there: a
  /// page that is left open keeps nobody signed in. From any thread; in memory.
  [[nodiscard]] virtual bool is_signed_in(const net::Request& request) = 0;
  /// True where the request is the gate's own matter: it answers, at once or later.
  [[nodiscard]] virtual bool answers(const net::Request& request, const net::Reply& reply) = 0;
};

}  // namespace handbell::office
