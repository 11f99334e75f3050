// What is said to a staff card, one command after the other: to prove it, or to enrol it.
//
// A dialog knows no reader and no time. It names the next command, is told the card's answer, and
// ends with one word. An answer that is not as it must be ends it as refused.
#pragma once

#include "drivers/cipher/ev2.h"
#include "drivers/keyholder/site_keys.h"

#include <array>
#include <optional>
#include <vector>

namespace handbell::keys {

enum class DialogEnd : std::uint8_t { proven, enrolled, refused };

/// The next command, or how it ended.
struct DialogStep {
  Bytes command;
  std::optional<DialogEnd> end;
};

class CardDialog {
 public:
  CardDialog() = default;
  CardDialog(const CardDialog&) = delete;
  CardDialog& operator=(const CardDialog&) = delete;
  virtual ~CardDialog() = default;

  [[nodiscard]] virtual Bytes first() = 0;
  /// `answer`: with its two status bytes.
  [[nodiscard]] virtual DialogStep hear(const Bytes& answer) = 0;
};

/// One login, with the answers' status bytes checked.
class LoginDialog {
 public:
  enum class State : std::uint8_t { first, second, in, refused };
  LoginDialog(const cipher::Key128& key, std::uint8_t number, Random& random)
      : login_(key, number, random) {}

  [[nodiscard]] Bytes first() const { return login_.first(); }
  /// Empty unless the card is to be asked once more.
  [[nodiscard]] Bytes hear(const Bytes& answer);
  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] cipher::Ev2Session& session() { return *session_; }

 private:
  cipher::Ev2Login login_;
  State state_ = State::first;
  std::optional<cipher::Ev2Session> session_;
};

class ProofDialog final : public CardDialog {
 public:
  ProofDialog(const cipher::Key128& release_key, Random& random)
      : login_(release_key, kReleaseNumber, random) {}

  [[nodiscard]] Bytes first() override;
  [[nodiscard]] DialogStep hear(const Bytes& answer) override;

 private:
  LoginDialog login_;
  bool selected_ = false;
};

/// The five keys of a card, of one version.
struct CardKeys {
  KeyVersion version = 0;
  std::array<cipher::Key128, kCardKeys> keys;  ///< version 0: zeros, as from the factory
};
/// Nothing where the site's key for it, or its administration key, is not here.
[[nodiscard]] std::optional<CardKeys> card_keys(const SiteKeys& site, const CardNumber& card,
                                                KeyVersion version);

/// Changes keys 4 to 1 and then 0, each in one step of the card's own, and proves the card with the
/// new ones. Taken away in the middle the card can be enrolled again: the version of each key says
/// whether it was changed, and number 0 is changed last. Nobody may know with which keys it was
/// written last (written, and then not given): each of `held` is tried, in that order.
class EnrolDialog final : public CardDialog {
 public:
  /// `held`: not empty; with or without `to`.
  EnrolDialog(std::vector<CardKeys> held, CardKeys to, Random& random);

  [[nodiscard]] Bytes first() override;
  [[nodiscard]] DialogStep hear(const Bytes& answer) override;

 private:
  enum class Stage : std::uint8_t {
    select,
    login_old,
    version,
    change,
    change_master,
    select_again,
    login_new,
    login_release,
  };
  [[nodiscard]] DialogStep begin_login(Stage stage, const CardKeys& keys, std::uint8_t number);
  [[nodiscard]] DialogStep begin_old_login();
  [[nodiscard]] DialogStep heard_login(const Bytes& answer);
  [[nodiscard]] DialogStep heard_old_login(bool in);
  [[nodiscard]] DialogStep heard_version(const Bytes& answer);
  [[nodiscard]] DialogStep heard_change(const Bytes& answer);
  [[nodiscard]] DialogStep next_key();
  [[nodiscard]] DialogStep change(std::uint8_t number, const cipher::Key128* old_key);

  std::vector<CardKeys> held_;
  std::size_t at_ = 0;  ///< the one of `held_` that is tried
  CardKeys to_;
  Random& random_;
  Stage stage_ = Stage::select;
  std::optional<LoginDialog> login_;
  std::uint8_t number_ = kCardKeys;
};

}  // namespace handbell::keys
