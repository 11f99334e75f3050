// What comes over wires and sockets without a seal: forms.
#include "app/net/message.h"
#include "app/net/multipart.h"

#include "mutations.h"
#include <gtest/gtest.h>

namespace handbell::fuzz {
namespace {

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
