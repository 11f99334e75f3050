// A staff card: NTAG 424 DNA, as far as Handbell speaks to one; and one that only plays back.
//
// 1. Five keys with a version each, all zeros and version 0 from the factory. Key 0 may change all.
// 2. SELECT of its one application, GetVersion, AuthenticateEV2First and EV2NonFirst, GetKeyVersion
//    and ChangeKey, the last two in a session, with MACs and count. Whatever is wrong ends it.
// 3. Wrong proofs are counted in a row; from the fiftieth on it answers "later" each second time.
#pragma once

#include "drivers/cipher/ev2.h"
#include "drivers/pn532/iso_card.h"

#include <array>
#include <memory>
#include <optional>
#include <random>

namespace handbell::pn532 {

class Ntag424 final : public IsoCard {
 public:
  static constexpr std::size_t kKeys = 5;
  /// All keys are `key`, of `version`.
  Ntag424(CardNumber name, const cipher::Key128& key, std::uint8_t version);

  /// From the control socket: nothing, or 32 hexadecimal digits for all keys; then their version
  /// is 1.
  [[nodiscard]] static std::unique_ptr<Target> made(const CardNumber& uid, const std::string& key);

  [[nodiscard]] Bytes ats() const override { return {0x06, 0x77, 0x77, 0x71, 0x02, 0x80}; }
  [[nodiscard]] int wrong_in_a_row() const { return wrong_; }

 protected:
  [[nodiscard]] Bytes answer(const Bytes& command) override;
  void forget() override;

 private:
  struct Slot {
    cipher::Key128 key;
    std::uint8_t version = 0;
  };
  struct Login {
    std::uint8_t number = 0;
    bool first = true;
    cipher::Block rnd_b{};
  };
  [[nodiscard]] Bytes own_command(std::uint8_t code, const Bytes& data);
  [[nodiscard]] Bytes select(const Bytes& command);
  [[nodiscard]] Bytes version_frame();
  [[nodiscard]] Bytes begin_login(bool first, const Bytes& data);
  [[nodiscard]] Bytes end_login(const Bytes& data);
  [[nodiscard]] Bytes key_version(const Bytes& data);
  [[nodiscard]] Bytes change_key(const Bytes& data);
  /// Whether the MAC at the end of `data` is right; it is taken off.
  [[nodiscard]] bool right_mac(std::uint8_t code, Bytes& data) const;
  [[nodiscard]] Bytes with_mac(const Bytes& data);
  [[nodiscard]] Bytes refuse(std::uint8_t why);

  std::array<Slot, kKeys> slots_;
  bool selected_ = false;
  int version_at_ = 0;  ///< the next of the three frames; 0: none is asked for
  std::optional<Login> login_;
  std::optional<cipher::Ev2Session> session_;
  std::uint8_t proven_number_ = 0;
  int wrong_ = 0;
  bool later_ = false;
  std::mt19937_64 chance_;
};

/// Has heard a staff card and answers each command with what that one said, in that order.
class ReplayCard final : public IsoCard {
 public:
  ReplayCard(CardNumber name, std::vector<Bytes> answers);
  /// `answers`: hexadecimal, commas between.
  [[nodiscard]] static std::unique_ptr<Target> made(const CardNumber& uid,
                                                    const std::string& answers);

 protected:
  [[nodiscard]] Bytes answer(const Bytes& command) override;
  void forget() override { at_ = 0; }

 private:
  std::vector<Bytes> answers_;
  std::size_t at_ = 0;
};

}  // namespace handbell::pn532
