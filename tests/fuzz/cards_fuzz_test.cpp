// What PC/SC readers answer, what keyboard wedges type, and what vpcd sends to our virtual card.
#include "drivers/card/pcsc_answer.h"
#include "drivers/card/wedge_port.h"
#include "drivers/vcard/virtual_card.h"
#include "drivers/vcard/vpcd_frame.h"

#include "corpus.h"
#include "mutations.h"
#include <gtest/gtest.h>
#include <linux/input.h>
#include <unistd.h>

#include <array>
#include <map>
#include <numeric>

namespace handbell::fuzz {
namespace {

const std::map<std::string, std::size_t> kDigitsOf{{"10H", 10},  {"13D", 13},  {"10D", 10},
                                                   {"10DR", 10}, {"4H4H", 10}, {"8D", 8},
                                                   {"2H4H", 8},  {"8H", 8},    {"8HR", 8}};

unsigned key_for(char c) {
  constexpr std::string_view kLetters = "ABCDEF";
  constexpr std::array<unsigned, 6> kLetterKeys{KEY_A, KEY_B, KEY_C, KEY_D, KEY_E, KEY_F};
  if (const auto letter = kLetters.find(c); letter != std::string_view::npos) {
    return kLetterKeys.at(letter);
  }
  if (c >= '1' && c <= '9') return KEY_1 + static_cast<unsigned>(c - '1');
  if (c == '0') return KEY_0;
  if (c == ',') return KEY_COMMA;
  // The rest is any key, so that all codes come.
  return static_cast<unsigned char>(c) * 3U;
}

/// A wedge number of as many digits as its name says.
bool well_formed(const CardNumber& card) {
  const std::string text = card.text();
  const auto colon = text.rfind(':');
  const auto digits = kDigitsOf.find(text.substr(6, colon - 6));
  return card.is_wedge() && digits != kDigitsOf.end() && text.size() - colon - 1 == digits->second;
}

TEST(FuzzWedge, keys_are_a_whole_number_of_their_format_or_nothing) {
  Mutations inputs(corpus_lines("wedge_typed"));
  std::vector<card::WedgeDecoder> decoders;
  decoders.reserve(kDigitsOf.size());
  for (const auto& [name, digits] : kDigitsOf) {
    decoders.emplace_back(card::WedgeFormat::named(name).value());
  }
  int numbers = 0;
  Steady now{1000};
  const auto check = [&](const std::optional<CardNumber>& card) {
    if (!card) return;
    ++numbers;
    EXPECT_TRUE(well_formed(*card)) << card->text();
  };
  for (int i = 0; i < rounds(); ++i) {
    auto& decoder = decoders[static_cast<std::size_t>(i) % decoders.size()];
    const std::string text = inputs.next_text();
    // Its length says how it was typed: by its rhythm, and whether Enter or silence ended it.
    const Millis each{text.size() % 7 == 0 ? 120 : 10};
    for (const char c : text) {
      now = now + each;
      check(decoder.press({key_for(c), static_cast<unsigned char>(c) == 0xFF ? 2 : 1, now}));
      if (decoder.begun()) {
        EXPECT_LE(decoder.wait(now)->count, card::WedgeDecoder::kBreaks.count);
      }
    }
    if (text.size() % 2 == 0) check(decoder.press({KEY_ENTER, 1, now}));
    now = now + Millis{static_cast<std::int64_t>(text.size() % 5) * 100};
    check(decoder.silence(now));
    if (text.size() % 11 == 0) decoder.missed(now);
  }
  EXPECT_GT(numbers, 0);
}

TEST(FuzzWedge, digits_are_a_number_only_where_they_are_whole) {
  Mutations inputs(corpus_lines("wedge_typed"));
  int numbers = 0;
  for (int i = 0; i < rounds(); ++i) {
    const std::string text = inputs.next_text();
    for (const auto& [name, digits] : kDigitsOf) {
      const auto format = card::WedgeFormat::named(name).value();
      const auto card = format.number_of(text);
      if (!card) continue;
      ++numbers;
      EXPECT_TRUE(format.whole(text));
      EXPECT_TRUE(well_formed(*card)) << text;
      EXPECT_EQ(CardNumber::parse(card->text()), *card);
    }
  }
  EXPECT_GT(numbers, 0);
}

TEST(FuzzWedge, a_pipe_of_events_is_keys_or_nothing) {
  Mutations inputs(corpus_bytes("wedge_events"));
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  const auto port = card::keys_from(ends[0], [] { return Steady{101'000}; });
  card::WedgeDecoder decoder(card::WedgeFormat::named("10D").value());
  for (int i = 0; i < rounds(); ++i) {
    const Bytes bytes = inputs.next();
    ASSERT_EQ(::write(ends[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    const auto heard = port->hear(Millis{0});
    ASSERT_TRUE(heard);
    EXPECT_LE(heard->keys.size(), bytes.size() / sizeof(input_event) + 1);
    for (const auto& key : heard->keys) {
      EXPECT_LE(key.at, Steady{101'000});
      EXPECT_GE(key.at, Steady{99'000});
      const auto card = decoder.press(key);
      EXPECT_TRUE(!card || well_formed(*card));
    }
  }
  ::close(ends[1]);
}

TEST(FuzzWedge, a_name_is_a_path_and_a_format_or_a_fault) {
  Mutations inputs(corpus_lines("wedge_name"));
  int names = 0;
  for (int i = 0; i < rounds(); ++i) {
    const auto name = card::parse_wedge_name(inputs.next_text());
    if (!name) continue;
    ++names;
    EXPECT_GE(name->path.size(), 2U);
    EXPECT_EQ(name->path.front(), '/');
  }
  EXPECT_GT(names, 0);
}

TEST(FuzzPcsc, an_answer_is_a_whole_number_with_its_status_or_a_fault) {
  Mutations inputs(corpus_bytes("pcsc_answer"));
  int cards = 0;
  for (int i = 0; i < rounds(); ++i) {
    const Bytes answer = inputs.next();
    (void)card::takes_commands(answer);
    const auto card = card::uid_of_answer(answer);
    if (!card) continue;
    ++cards;
    Bytes whole = card->bytes();
    whole.push_back(0x90);
    whole.push_back(0x00);
    EXPECT_EQ(whole, answer);
    EXPECT_FALSE(card->is_wedge());
  }
  EXPECT_GT(cards, 0);
}

TEST(FuzzPcsc, a_list_of_readers_is_names_within_it) {
  Mutations inputs(corpus_bytes("pcsc_readers"));
  int chosen = 0;
  for (int i = 0; i < rounds(); ++i) {
    const std::string list = inputs.next_text();
    const auto names = card::listed_readers(list);
    const auto size = std::accumulate(names.begin(), names.end(), std::size_t{0},
                                      [](auto sum, const auto& name) { return sum + name.size(); });
    EXPECT_LE(size, list.size());
    for (const char* wanted : {"", "ACS ACR1252", "Virtual"}) {
      const auto reader = card::chosen_reader(names, wanted);
      if (!reader) continue;
      ++chosen;
      EXPECT_NE(std::ranges::find(names, *reader), names.end());
    }
  }
  EXPECT_GT(chosen, 0);
}

TEST(FuzzVpcd, the_virtual_card_bears_any_stream) {
  Mutations inputs(corpus_bytes("vpcd"));
  const auto number = CardNumber::parse("04A1B2C3D4E580").value();
  auto card = vcard::VirtualCard::iso_dep(number);
  int answers = 0;
  for (int i = 0; i < rounds(); ++i) {
    vcard::VpcdFrames frames;
    Bytes framed;
    card.set_fault(
        vcard::all_card_faults()[static_cast<std::size_t>(i) % vcard::all_card_faults().size()]
            .first);
    const Bytes stream = inputs.next();
    for (const auto byte : stream) {
      const auto message = frames.take(byte);
      if (!message) continue;
      const Bytes frame = vcard::vpcd_frame(*message);
      framed.insert(framed.end(), frame.begin(), frame.end());
      const auto answer = card.answer(*message);
      if (!answer) continue;
      ++answers;
      EXPECT_LE(answer->size(), 402U);
    }
    // What was taken is the stream's beginning, byte for byte.
    ASSERT_LE(framed.size(), stream.size());
    EXPECT_TRUE(std::equal(framed.begin(), framed.end(), stream.begin()));
  }
  EXPECT_GT(answers, 0);
}

}  // namespace
}  // namespace handbell::fuzz
