// Forms with a file: what a browser sends is read, everything looser is refused.
#include "app/net/multipart.h"

#include <gtest/gtest.h>

namespace handbell::net {
namespace {

constexpr const char* kType = "multipart/form-data; boundary=----WebKitFormBoundaryA1";

std::string part(const std::string& head, const std::string& body) {
  return "------WebKitFormBoundaryA1\r\n" + head + "\r\n\r\n" + body + "\r\n";
}
const std::string kEnd = "------WebKitFormBoundaryA1--\r\n";

TEST(Multipart, reads_what_a_browser_sends) {
  const auto parts = parse_multipart(
      kType, part("Content-Disposition: form-data; name=\"token\"", "t0ken") +
                 part("Content-Disposition: form-data; name=\"file\"; filename=\"a%22b;c.csv\"\r\n"
                      "Content-Type: text/csv",
                      "a,b\r\n--\r\n1,2\r\n") +
                 kEnd);
  ASSERT_TRUE(parts);
  EXPECT_EQ(*parts, (std::vector<FormPart>{{"token", std::nullopt, "t0ken"},
                                           {"file", "a\"b;c.csv", "a,b\r\n--\r\n1,2\r\n"}}));
}

TEST(Multipart, an_empty_field_and_a_file_that_was_not_chosen_are_empty) {
  const auto parts = parse_multipart(
      kType, part("Content-Disposition: form-data; name=\"a\"", "") +
                 part("Content-Disposition: form-data; name=\"file\"; filename=\"\"", "") + kEnd);
  ASSERT_TRUE(parts);
  EXPECT_EQ((*parts)[0].body, "");
  EXPECT_EQ((*parts)[1].file_name, "");
}

TEST(Multipart, everything_else_is_no_form) {
  const std::string good = part("Content-Disposition: form-data; name=\"a\"", "1");
  EXPECT_TRUE(parse_multipart(kType, good + kEnd));
  for (const std::string& body :
       {std::string(), good, kEnd + "x", "preamble" + good + kEnd, good + kEnd + "epilogue",
        part("Content-Disposition: form-data", "1") + kEnd,
        part("Content-Disposition: attachment; name=\"a\"", "1") + kEnd,
        part("Content-Disposition: form-data; name=\"a\"; name=\"b\"", "1") + kEnd,
        part("Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; "
             "name=\"b\"",
             "1") +
            kEnd,
        part("Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64",
             "1") +
            kEnd,
        part("Content-Disposition: form-data; name=\"a\nb\"", "1") + kEnd,
        part("no colon", "1") + kEnd,
        part("Content-Disposition: form-data; name=\"" + std::string(3000, 'x') + "\"", "1") +
            kEnd}) {
    EXPECT_FALSE(parse_multipart(kType, body)) << body.substr(0, 200);
  }
  for (const char* type : {"text/plain", "multipart/form-data",
                           "multipart/form-data; boundary=", "multipart/form-data; boundary=a b",
                           "multipart/mixed; boundary=----WebKitFormBoundaryA1",
                           "multipart/form-data; boundary=\"----WebKitFormBoundaryA1"}) {
    EXPECT_FALSE(parse_multipart(type, good + kEnd)) << type;
  }
  std::string many;
  for (std::size_t i = 0; i <= kMostParts; ++i) many += good;
  EXPECT_FALSE(parse_multipart(kType, many + kEnd));
}

TEST(Multipart, fields_come_from_either_kind_of_form) {
  Request request;
  request.body = "a=1&b=2";
  EXPECT_EQ(field(form_fields(request), "b"), "2");
  request.headers["content-type"] = kType;
  EXPECT_TRUE(form_fields(request).empty());
  request.body =
      part("Content-Disposition: form-data; name=\"file\"; filename=\"x.csv\"", "a") + kEnd;
  EXPECT_EQ(field(form_fields(request), "file-name"), "x.csv");
  EXPECT_EQ(field(form_fields(request), "file"), "a");
}

}  // namespace
}  // namespace handbell::net
