// The office's door: who may come in, and the pages in front of it.
//
//   1. Over a line where others could read along nobody gets a page: TLS, or this machine itself.
//   2. Its own pages are set-up, sign-in, invitation, and those of classroom devices. What checks a
//      password or a PIN runs on the two threads that are there for it.
//   3. What somebody may do is read anew from the staff list at each request.
#pragma once

#include "app/office/access/access.h"
#include "app/office/web/gate.h"

namespace handbell::office {

class AccessGate final : public Gate {
 public:
  explicit AccessGate(Access& access) : access_(access) {}

  [[nodiscard]] Admission admit(const net::Request& request, const reg::Staff& staff,
                                Instant now) override;
  [[nodiscard]] bool is_signed_in(const net::Request& request) override;
  [[nodiscard]] bool answers(const net::Request& request, const net::Reply& reply) override;

 private:
  [[nodiscard]] std::optional<Visitor> visitor_of(const store::SessionRow& row,
                                                  const reg::Staff& staff, Instant now) const;
  [[nodiscard]] net::Response sign_out(const net::Request& request) const;

  Access& access_;
};

}  // namespace handbell::office
