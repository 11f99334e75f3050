// The cards that hang in the children's bags: NTAG stickers and older MIFARE Classic cards.
//
// Nearly every child has one. Some lost theirs in the autumn and got another; those who left have
// not given theirs back.
#pragma once

#include "app/invent/chance.h"
#include "app/register/school.h"

#include <set>
#include <vector>

namespace handbell::invent {

class CardBox {
 public:
  explicit CardBox(Chance& chance) : chance_(chance) {}
  /// A number that is fit as identity and not one of `known`, nor one that this box gave before.
  [[nodiscard]] CardNumber next(const std::set<CardNumber>& known = {});

 private:
  Chance& chance_;
  std::set<CardNumber> given_;
};

/// In the order of the pupils. Cards are given out from `first_day` on.
[[nodiscard]] std::vector<reg::CardRecord> invent_cards(const std::vector<reg::PupilRecord>& pupils,
                                                        SchoolDay first_day, Chance& chance);

}  // namespace handbell::invent
