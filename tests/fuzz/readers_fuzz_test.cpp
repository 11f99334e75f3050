// What a chip, its host, a reader's child and cards say to each other.
#include "drivers/card/listing.h"
#include "drivers/card/reader_line.h"
#include "drivers/pn532/chip.h"
#include "drivers/pn532/fault_plan.h"
#include "drivers/pn532/frame.h"
#include "drivers/pn532/target_kind.h"

#include "corpus.h"
#include "mutations.h"
#include <gtest/gtest.h>

namespace handbell::fuzz {
namespace {

TEST(FuzzReaders, a_listing_is_a_whole_number_of_a_card_or_a_fault) {
  Mutations inputs(corpus_bytes("listing"));
  int cards = 0;
  for (int i = 0; i < rounds(); ++i) {
    const auto card = card::listed_card(inputs.next());
    if (!card || !*card) continue;
    ++cards;
    const auto size = (**card).bytes().size();
    EXPECT_TRUE(size == 4 || size == 7 || size == 10);
  }
  EXPECT_GT(cards, 0);
}

TEST(FuzzReaders, a_readers_line_is_an_event_or_a_fault) {
  Mutations inputs(corpus_lines("reader_line"));
  int events = 0;
  for (int i = 0; i < rounds(); ++i) {
    const auto line = card::parse_line(inputs.next_text());
    if (!line) continue;
    ++events;
    EXPECT_EQ(card::parse_line(card::line_of(*line)), line);
  }
  EXPECT_GT(events, 0);
}

/// A chip with two cards in its field, and with this fault.
void prepare(pn532::Chip& chip, pn532::FaultKind fault) {
  chip.wake();
  chip.put(CardNumber::parse("04A1B2C3D4E580").value());
  chip.put(pn532::make_target(CardNumber::parse("08112233").value(), "bank"));
  chip.set_fault(fault);
}

TEST(FuzzReaders, the_emulated_chip_bears_any_command_with_any_fault) {
  Mutations inputs(corpus_bytes("chip_command"));
  const auto faults = pn532::all_faults();
  pn532::Chip chip;
  for (int i = 0; i < rounds(); ++i) {
    prepare(chip, faults[static_cast<std::size_t>(i) % faults.size()]);
    const auto answer = chip.carry_out(inputs.next());
    if (!answer || answer->data.empty()) continue;
    EXPECT_GE(answer->after, 0);
    if (answer->data.size() < 255) {
      EXPECT_EQ(pn532::answer_frame(answer->data).size(), answer->data.size() + 8);
    }
  }
}

TEST(FuzzReaders, whatever_the_host_sends_is_frames_no_longer_than_they_may_be) {
  Mutations inputs(corpus_bytes("host_bytes"));
  pn532::FrameReader reader;
  int commands = 0;
  for (int i = 0; i < rounds(); ++i) {
    for (const auto byte : inputs.next()) {
      const auto frame = reader.take(byte);
      if (!frame) continue;
      EXPECT_LE(frame->data.size(), 254U);
      commands += frame->kind == pn532::FrameKind::command ? 1 : 0;
    }
  }
  EXPECT_GT(commands, 0);
}

TEST(FuzzReaders, a_planned_fault_is_one_that_there_is_at_a_number_or_none) {
  Mutations inputs(corpus_lines("fault_plan"));
  int plans = 0;
  for (int i = 0; i < rounds(); ++i) {
    const auto plan = pn532::parse_fault_plan(inputs.next_text());
    if (!plan) continue;
    ++plans;
    EXPECT_LE(plan->at, 1'000'000U);
  }
  EXPECT_GT(plans, 0);
}

TEST(FuzzReaders, every_kind_of_card_bears_any_command) {
  std::vector<std::unique_ptr<pn532::Target>> cards;
  for (const char* number : {"11223344", "04A1B2C3D4E580"}) {
    for (const auto kind : pn532::kinds_of_cards()) {
      auto card = pn532::make_target(CardNumber::parse(number).value(), kind);
      if (card) cards.push_back(std::move(card));
    }
  }
  Mutations inputs(corpus_bytes("card_command"));
  for (int i = 0; i < rounds(); ++i) {
    auto& card = *cards[static_cast<std::size_t>(i) % cards.size()];
    card.field_lost();
    ASSERT_TRUE(card.request());
    for (int n = 0; n < 3; ++n) {
      const auto said = card.exchange(inputs.next());
      EXPECT_TRUE(!said || said->data.size() <= 135 * 4U);
    }
    const auto size = card.uid().size();
    EXPECT_TRUE(size == 4 || size == 7);
  }
}

}  // namespace
}  // namespace handbell::fuzz
