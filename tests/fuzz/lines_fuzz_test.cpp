// What comes over wires and sockets without a seal: chips, pipes, forms.
#include "app/net/message.h"
#include "app/net/multipart.h"
#include "drivers/card/listing.h"
#include "drivers/card/reader_line.h"
#include "drivers/pn532/chip.h"
#include "drivers/pn532/frame.h"

#include "mutations.h"
#include <gtest/gtest.h>

namespace handbell::fuzz {
namespace {

TEST(FuzzLines, a_listing_is_a_whole_number_of_a_card_or_a_fault) {
  Mutations inputs({from_hex("0101000408"
                             "0411223344")
                        .value(),
                    from_hex("0101004400"
                             "0704A1B2C3D4E580")
                        .value(),
                    from_hex("0101034420"
                             "0A01020304050607080910"
                             "067577810280")
                        .value()});
  for (int i = 0; i < rounds(); ++i) {
    const auto card = card::listed_card(inputs.next());
    if (!card || !*card) continue;
    const auto size = (**card).bytes().size();
    EXPECT_TRUE(size == 4 || size == 7 || size == 10);
  }
}

TEST(FuzzLines, a_readers_line_is_an_event_or_a_fault) {
  Mutations inputs({std::string("seen 04A1B2C3D4E580 12345"), std::string("gone 11223344 1"),
                    std::string("state ready"), std::string("many"), std::string("beat")});
  for (int i = 0; i < rounds(); ++i) {
    const auto line = card::parse_line(inputs.next_text());
    if (!line) continue;
    EXPECT_EQ(card::parse_line(card::line_of(*line)), line);
  }
}

TEST(FuzzLines, the_emulated_chip_bears_any_command) {
  Mutations inputs({Bytes{0x4A, 1, 0}, Bytes{0x32, 5, 0xFF, 1, 1}, Bytes{0x40, 1, 0x30, 4},
                    Bytes{0x08, 0x63, 0x02, 0x80}, Bytes{0x06, 0x63, 0x02}, Bytes{0x44, 0}});
  pn532::Chip chip;
  pn532::FrameReader reader;
  chip.put(CardNumber::parse("04A1B2C3D4E580").value());
  for (int i = 0; i < rounds(); ++i) {
    const Bytes command = inputs.next();
    const auto answer = chip.carry_out(command);
    if (answer && !answer->data.empty() && answer->data.size() < 250) {
      (void)pn532::answer_frame(answer->data);
    }
    for (const auto byte : command) (void)reader.take(byte);
  }
}

TEST(FuzzLines, a_form_with_a_file_is_parts_within_its_body_or_none) {
  const std::string type = "multipart/form-data; boundary=xyz";
  Mutations inputs({std::string("--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1"
                                "\r\n--xyz\r\nContent-Disposition: form-data; name=\"f\"; "
                                "filename=\"b.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n"
                                "\r\n--xyz--\r\n"),
                    std::string("--xyz--\r\n")});
  for (int i = 0; i < rounds(); ++i) {
    const std::string body = inputs.next_text();
    const auto parts = net::parse_multipart(type, body);
    if (!parts) continue;
    std::size_t size = 0;
    for (const auto& part : *parts) size += part.name.size() + part.body.size();
    EXPECT_LE(size, body.size());
  }
  for (int i = 0; i < rounds(); ++i) (void)net::parse_multipart(inputs.next_text(), "--xyz--");
}

TEST(FuzzLines, a_form_is_fields) {
  Mutations inputs(
      {std::string("by-name=R+Patel&one=2026-01-12%3Aam%3A7&all="), std::string("%41=%zz&&==&a")});
  for (int i = 0; i < rounds(); ++i) {
    for (const auto& [name, value] : net::parse_fields(inputs.next_text())) {
      EXPECT_LT(name.size() + value.size(), 1000U);
    }
  }
}

}  // namespace
}  // namespace handbell::fuzz
