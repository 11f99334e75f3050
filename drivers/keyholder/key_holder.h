// The one who has the keys: is asked, and answers one word.
//
// Knows no process, clock, file or chance of its own; they come in as its hands. One dialog with a
// card at a time: a new question drops the one before. A PIN is counted as wrong, durably, before
// it is looked at; where that can't be written down nothing is looked at. A try that could not be
// looked at after all (no memory for it) is struck out again.
#pragma once

#include "drivers/keyholder/attempts.h"
#include "drivers/keyholder/card_dialog.h"
#include "drivers/keyholder/key_line.h"

#include <functional>
#include <memory>

namespace handbell::keys {

struct HolderHands {
  /// Asked anew for each question, so a new version counts at once.
  std::function<Result<SiteKeys>()> keys;
  std::function<Result<std::optional<Bytes>>()> read_attempts;
  std::function<Status(const Bytes&)> write_attempts;
  std::function<MachineTime()> now;
  Random* random = nullptr;
};

class KeyHolder {
 public:
  explicit KeyHolder(HolderHands hands) : hands_(std::move(hands)) {}

  [[nodiscard]] KeyReply answer(const KeyRequest& request);

 private:
  using Answer = decltype(KeyReply::what);
  [[nodiscard]] Answer answer_to(const AskProof& ask);
  [[nodiscard]] Answer answer_to(const AskEnrol& ask);
  [[nodiscard]] Answer answer_to(const CardTold& told);
  [[nodiscard]] Answer answer_to(const CardLeft& left);
  [[nodiscard]] Answer answer_to(const AskPin& ask);
  [[nodiscard]] Answer answer_to(const AskVerifier& ask);
  [[nodiscard]] Answer answer_to(const AskNewest& ask);
  [[nodiscard]] Answer begin(std::unique_ptr<CardDialog> dialog);
  [[nodiscard]] Result<Attempts> attempts();

  HolderHands hands_;
  std::unique_ptr<CardDialog> dialog_;
  std::uint32_t dialog_seq_ = 0;
  std::uint32_t seq_ = 0;
  Steady began_;
};

}  // namespace handbell::keys
