// Until people can sign in: whoever sits at this machine is the office.
#pragma once

#include "app/office/web/gate.h"

namespace handbell::office {

class LocalGate final : public Gate {
 public:
  /// `token`: of every form, for as long as the office runs.
  explicit LocalGate(std::string token) : token_(std::move(token)) {}
  [[nodiscard]] Admission admit(const net::Request&, const reg::Staff&, Instant) override {
    const auto by = reg::Author::from("The office", "Office");
    return {Visitor{"", *by, {reg::Role::office}, {}, token_}, "local"};
  }
  [[nodiscard]] bool answers(const net::Request&, const net::Reply&) override { return false; }

 private:
  std::string token_;
};

}  // namespace handbell::office
