// What comes from pipes, cards and files to those who hold the keys of staff cards.
#include "drivers/card/exchange.h"
#include "drivers/card/relay_line.h"
#include "drivers/keyholder/key_holder.h"
#include "drivers/pn532/ntag424.h"

#include "corpus.h"
#include "mutations.h"
#include <gtest/gtest.h>

namespace handbell::fuzz {
namespace {

const CardNumber kStaffCard = CardNumber::parse("04A1B2C3D4E580").value();

/// A line is refused, or it is the one form of what it says.
template <class Parse>
void expect_one_form(const std::string& corpus, Parse parse) {
  Mutations inputs(corpus_lines(corpus));
  int taken = 0;
  for (int i = 0; i < rounds(); ++i) {
    const std::string text = inputs.next_text();
    const auto line = parse(text);
    if (!line) continue;
    ++taken;
    EXPECT_EQ(line_of(*line), text);
  }
  EXPECT_GT(taken, 0);
}

TEST(FuzzKeys, what_is_asked_of_the_key_process_has_one_form_or_is_a_fault) {
  expect_one_form("key_request", keys::parse_request);
}

TEST(FuzzKeys, what_the_key_process_answers_has_one_form_or_is_a_fault) {
  expect_one_form("key_reply", keys::parse_reply);
}

TEST(FuzzKeys, what_is_asked_of_a_readers_child_has_one_form_or_is_a_fault) {
  expect_one_form("relay_ask", card::parse_relay_ask);
}

TEST(FuzzKeys, what_a_readers_child_answers_of_a_card_has_one_form_or_is_a_fault) {
  expect_one_form("relay_answer", card::parse_relay_answer);
}

TEST(FuzzKeys, what_the_chip_says_of_a_card_is_an_answer_of_its_length_or_a_fault) {
  Mutations inputs(corpus_bytes("exchange"));
  for (int i = 0; i < rounds(); ++i) {
    const Bytes input = inputs.next();
    const auto said = card::exchanged(input);
    EXPECT_TRUE(!said || said->size() + 1 == input.size());
  }
}

TEST(FuzzKeys, an_emulated_staff_card_bears_any_command) {
  Mutations inputs(corpus_bytes("staff_card"));
  pn532::Ntag424 card(kStaffCard, cipher::Key128(cipher::Block{5}), 1);
  card.field_lost();
  ASSERT_TRUE(card.request());
  for (int i = 0; i < rounds(); ++i) {
    const auto said = card.exchange(inputs.next());
    ASSERT_TRUE(said);
    EXPECT_GE(said->data.size(), 2U);
    if (i % 1000 == 0) (void)card.exchange(from_hex("00A4040007D276000085010100").value());
  }
}

TEST(FuzzKeys, no_answer_of_a_card_that_lacks_the_key_proves_it) {
  CountedRandom random;
  keys::SiteKeys site;
  ASSERT_TRUE(site.make(random));
  std::optional<Bytes> attempts;
  keys::KeyHolder holder({[&]() -> Result<keys::SiteKeys> { return site; },
                          [&]() -> Result<std::optional<Bytes>> { return attempts; },
                          [&](const Bytes& bytes) -> Status {
                            attempts = bytes;
                            return {};
                          },
                          [] { return keys::MachineTime{}; }, &random});
  Mutations inputs(
      {from_hex("9000").value(), from_hex("A04C124213C186F22399D33AC2A3021591AF").value(),
       from_hex("3FA64DB5446D1F34CD6EA311167F5E4985B89690C04A05F17FA7AB2F081206639100").value()});
  int second = 0;
  for (int i = 0; i < rounds(); ++i) {
    const auto seq = static_cast<std::uint32_t>(i);
    (void)holder.answer({seq, keys::AskProof{kStaffCard, 1}});
    (void)holder.answer({seq, keys::CardTold{{0x90, 0x00}}});
    if (i % 2 == 0) {
      const auto reply = holder.answer(
          {seq, keys::CardTold{from_hex("A04C124213C186F22399D33AC2A3021591AF").value()}});
      if (std::holds_alternative<keys::SendCommand>(reply.what)) ++second;
    }
    const auto reply = holder.answer({seq, keys::CardTold{inputs.next()}});
    const auto* end = std::get_if<keys::KeyEnd>(&reply.what);
    EXPECT_TRUE(end == nullptr || *end == keys::KeyEnd::refused);
  }
  EXPECT_GT(second, 0);
}

/// A dialog to its end, with one answer of the card garbled on its way; -1: none.
keys::DialogEnd talked(keys::CardDialog& dialog, pn532::Ntag424& card, int garbled, Mutations& by) {
  card.field_lost();
  while (!card.request()) {
  }
  Bytes command = dialog.first();
  for (int i = 0;; ++i) {
    const Bytes said = card.exchange(command).value().data;
    keys::DialogStep step = dialog.hear(i == garbled ? by.changed(said) : said);
    if (step.end) return *step.end;
    command = std::move(step.command);
  }
}

TEST(FuzzKeys, an_enrolment_with_a_garbled_answer_says_enrolled_only_of_a_card_that_is) {
  CountedRandom random;
  keys::SiteKeys site;
  ASSERT_TRUE(site.make(random));
  Mutations mutations({Bytes{0}});
  int refused = 0;
  for (int i = 0; i < rounds() / 20; ++i) {
    pn532::Ntag424 card(kStaffCard, cipher::Key128(), 0);
    const std::vector<keys::CardKeys> known{*keys::card_keys(site, kStaffCard, 0),
                                            *keys::card_keys(site, kStaffCard, 1)};
    keys::EnrolDialog first(known, known.back(), random);
    const auto end = talked(first, card, i % 18, mutations);
    const auto proof = [&] {
      keys::ProofDialog dialog(known.back().keys[keys::kReleaseNumber], random);
      return talked(dialog, card, -1, mutations);
    };
    if (end == keys::DialogEnd::refused) ++refused;
    if (end == keys::DialogEnd::enrolled) {
      EXPECT_EQ(proof(), keys::DialogEnd::proven);
    }
    keys::EnrolDialog again(known, known.back(), random);
    EXPECT_EQ(talked(again, card, -1, mutations), keys::DialogEnd::enrolled);
    EXPECT_EQ(proof(), keys::DialogEnd::proven);
  }
  EXPECT_GT(refused, 0);
}

TEST(FuzzKeys, the_files_of_the_key_process_are_whole_or_a_fault) {
  CountedRandom random;
  keys::SiteKeys site;
  ASSERT_TRUE(site.make(random));
  keys::Attempts attempts(random);
  ASSERT_TRUE(attempts.note_wrong(kStaffCard, {}));
  Mutations keys_in({site.bytes()});
  Mutations attempts_in({attempts.bytes()});
  for (int i = 0; i < rounds(); ++i) {
    const Bytes of_keys = keys_in.next();
    const auto read = keys::SiteKeys::parse(of_keys);
    EXPECT_TRUE(!read || read->bytes() == of_keys);
    const Bytes of_attempts = attempts_in.next();
    const auto counted = keys::Attempts::parse(of_attempts);
    EXPECT_TRUE(!counted || counted->bytes() == of_attempts);
  }
}

}  // namespace
}  // namespace handbell::fuzz
