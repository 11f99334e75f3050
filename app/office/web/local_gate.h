// Until people can sign in with a password: whoever sits at this machine says who it is.
//
// The name and the position stand in each entry (regulation 13), so nobody gets further without
// them; what the person may do follows from the staff list or the position, as for the commands of
// handbell. Whoever comes from another machine gets no page at all.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/web/gate.h"

#include <functional>

namespace handbell::office {

class LocalGate final : public Gate {
 public:
  /// `token`: of every form, for as long as the office runs. `frame`: style and script.
  LocalGate(std::string token, std::function<PageFrame()> frame)
      : token_(std::move(token)), frame_(std::move(frame)) {}

  [[nodiscard]] Admission admit(const net::Request& request, const reg::Staff& staff,
                                Instant now) override;
  /// GET and POST /sign-in, POST /sign-out, and whatever another machine asks.
  [[nodiscard]] bool answers(const net::Request& request, const net::Reply& reply) override;

 private:
  void show(const net::Reply& reply, const net::Fields& typed, const FormErrors& errors) const;
  void enter(const net::Request& request, const net::Reply& reply) const;

  std::string token_;
  std::function<PageFrame()> frame_;
};

}  // namespace handbell::office
