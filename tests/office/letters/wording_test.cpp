// The school's own wording of a letter, and its logo.
#include "letters_fixture.h"

namespace handbell::office {
namespace {

using paper::PdfFile;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

constexpr const char* kOne = "/letters/templates/one";
constexpr const char* kLook = "/letters/templates/look";
constexpr const char* kSvg = "%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='5'/%3E";

class Wording : public LettersTest {
 protected:
  std::vector<reg::LetterChangeGiven> changes() {
    return *writer_->ask([](store::Register& held) { return held.letter_changes(); });
  }
  std::string meeting_words() {
    return PdfFile(get("/letters/sheet?kind=meeting&pupil=1").body).words();
  }
};

TEST_F(Wording, is_handbells_until_somebody_changes_it) {
  expect_golden("wordings.html", get("/letters/templates").body);
  const auto page = get("/letters/templates/one?kind=lateness");
  EXPECT_THAT(page.body, AllOf(HasSubstr("{{minutes_lost}}"), HasSubstr("never changed")));
  expect_golden("wording.html", page.body);
}

TEST_F(Wording, that_is_kept_is_what_letters_say_and_the_history_says_who_and_why) {
  const auto kept =
      post(kOne,
           "kind=meeting&words=%23+Hello+%7B%7Bfirst_name%7D%7D%0D%0A%0D%0AWelcome.&reason="
           "Plain+words&do=keep");
  EXPECT_EQ(kept.status, 303);
  EXPECT_THAT(meeting_words(), AllOf(HasSubstr("Hello Amira"), HasSubstr("Welcome.")));
  ASSERT_THAT(changes(), SizeIs(1));
  EXPECT_EQ(changes()[0].what.was, "");
  EXPECT_EQ(changes()[0].what.is, "# Hello {{first_name}}\n\nWelcome.");
  const auto page = get("/letters/templates/one?kind=meeting");
  EXPECT_THAT(page.body, AllOf(HasSubstr("Plain words"), HasSubstr("Łucja Wójcik"),
                               HasSubstr("Back to Handbell")));
  EXPECT_EQ(post(kOne, "kind=meeting&words=x&reason=Too+short&do=own").status, 303);
  EXPECT_THAT(meeting_words(), Not(HasSubstr("Hello Amira")));
  EXPECT_THAT(changes(), SizeIs(2));
}

TEST_F(Wording, with_an_unknown_field_is_refused_in_one_sentence_and_nothing_changes) {
  const auto page = post(kOne, "kind=meeting&words=Dear+%7B%7Bfrist_name%7D%7D&reason=x&do=keep");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body,
              HasSubstr("In line 1 {{frist_name}} is no field of this letter, the nearest is "
                        "{{first_name}}; write one of the fields"));
  EXPECT_THAT(page.body, HasSubstr("Dear {{frist_name}}</textarea>"));
  EXPECT_THAT(changes(), SizeIs(0));
}

TEST_F(Wording, is_looked_at_as_page_and_as_pdf_before_it_is_kept) {
  const auto page = post(kLook, "kind=meeting&words=Rate+%7B%7Brate%7D%7D&reason=&do=look");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Rate 93.4"));
  const auto file = post(kLook, "kind=meeting&words=Rate+%7B%7Brate%7D%7D&reason=&do=pdf");
  EXPECT_EQ(file.content_type, "application/pdf");
  EXPECT_THAT(PdfFile(file.body).words(), HasSubstr("Rate 93.4"));
  for (const char* how : {"look", "pdf"}) {
    const auto wrong = post(kLook, std::string("kind=meeting&words=%7B%7Brat%7D%7D&do=") + how);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("In line 1 {{rat}} is no field of this letter"));
  }
  EXPECT_EQ(post(kLook, "kind=nonsense&words=x&do=look").status, 404);
  EXPECT_THAT(changes(), SizeIs(0));
}

TEST_F(Wording, of_two_people_at_once_the_second_is_told_and_loses_nothing) {
  EXPECT_THAT(get("/letters/templates/one?kind=meeting").body,
              HasSubstr("name=\"newest\" value=\"0\""));
  EXPECT_EQ(post(kOne, "kind=meeting&newest=0&words=One&reason=x&do=keep").status, 303);
  const auto second = post(kOne, "kind=meeting&newest=0&words=Two&reason=y&do=keep");
  EXPECT_EQ(second.status, 422);
  EXPECT_THAT(second.body, AllOf(HasSubstr("Somebody changed this letter while you wrote"),
                                 HasSubstr("Two</textarea>"),
                                 HasSubstr("<pre class=\"hb-letter__words\">One</pre>")));
  EXPECT_THAT(changes(), SizeIs(1));
  const auto at = second.body.find("name=\"newest\" value=\"") + 21;
  const auto seen = second.body.substr(at, second.body.find('"', at) - at);
  EXPECT_EQ(post(kOne, "kind=meeting&newest=" + seen + "&words=Two&reason=y&do=keep").status, 303);
  EXPECT_THAT(changes(), SizeIs(2));
}

TEST_F(Wording, with_markup_shows_it_as_words_and_runs_none_of_it) {
  const auto page = post(kLook,
                         "kind=meeting&words=%3Cscript%3Ealert(1)%3C%2Fscript%3E+%3Cb%3E%7B%7B"
                         "first_name%7D%7D%3C%2Fb%3E&do=look")
                        .body;
  EXPECT_THAT(page,
              AllOf(Not(HasSubstr("<script>alert")), Not(HasSubstr("<b>")),
                    HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;Zoë&lt;/b&gt;")));
  EXPECT_EQ(
      post(kOne, "kind=meeting&words=%3Cb%3E%7B%7Bfirst_name%7D%7D%3C%2Fb%3E&reason=x&do=keep")
          .status,
      303);
  EXPECT_THAT(meeting_words(), HasSubstr("<b>Amira</b>"));
}

TEST_F(Wording, without_a_why_is_not_kept) {
  EXPECT_EQ(post(kOne, "kind=meeting&words=Hello&reason=&do=keep").status, 422);
  EXPECT_EQ(post(kOne, "kind=meeting&words=Hello&reason=x&do=nonsense").status, 404);
  EXPECT_EQ(post(kOne, "kind=nonsense&words=Hello&reason=x&do=keep").status, 404);
  EXPECT_THAT(changes(), SizeIs(0));
}

TEST_F(Wording, a_logo_that_is_no_picture_gets_one_sentence) {
  const auto page = post("/letters/logo", "logo=GIF89a&reason=new");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("The logo that was sent is no picture; choose a PNG or SVG "
                                   "file of at most 512 kB."));
  EXPECT_EQ(get("/letters/logo/picture").status, 404);
}

TEST_F(Wording, a_logo_that_would_harm_gets_one_sentence_and_nothing_changes) {
  const std::string before = "logo=%3Csvg xmlns='http://www.w3.org/2000/svg'%3E";
  const std::string after = "%3C/svg%3E&reason=new";
  for (const auto& [sent, said] : std::vector<std::pair<std::string, std::string>>{
           {before + "%3Cimage href='http://example.org/a.png'/%3E" + after,
            "The logo that was sent is an SVG that takes in another picture, file or address"},
           {before + "%3Cg id='a'%3E%3Cuse href='%23a'/%3E%3C/g%3E" + after,
            "The logo that was sent is an SVG that draws its parts too often"},
           {"logo=%89PNG%0D%0A%1A%0A%00%00%00%0DIHDR%00%01%00%00%00%01%00%00&reason=new",
            "The logo of 65536 by 65536 pixels is larger than 4096 by 4096"},
           {"logo=%1F%8B%08&reason=new", "The logo that was sent is packed (SVGZ)"},
           {"logo=&reason=new", "The logo that was sent is empty"}}) {
    const auto page = post("/letters/logo", sent);
    EXPECT_EQ(page.status, 422) << said;
    EXPECT_THAT(page.body, HasSubstr(said));
    EXPECT_THAT(page.body, HasSubstr("choose a PNG or SVG file of at most 512 kB."));
  }
  EXPECT_THAT(changes(), SizeIs(0));
  EXPECT_EQ(get("/letters/logo/picture").status, 404);
}

TEST_F(Wording, a_logo_stands_on_letters_and_goes_again) {
  EXPECT_EQ(post("/letters/logo", std::string("logo=") + kSvg + "&reason=new").status, 303);
  const auto picture = get("/letters/logo/picture");
  EXPECT_EQ(picture.content_type, "image/png");
  EXPECT_THAT(picture.body, HasSubstr("PNG"));
  EXPECT_THAT(get("/letters/page?kind=meeting&pupil=1").body, HasSubstr("/letters/logo/picture"));
  EXPECT_EQ(get("/letters/sheet?kind=meeting&pupil=1").status, 200);
  expect_golden("logo.html", get("/letters/logo").body);
  EXPECT_EQ(post("/letters/logo/remove", "why=").status, 422);
  EXPECT_EQ(post("/letters/logo/remove", "why=It+was+old").status, 303);
  EXPECT_EQ(get("/letters/logo/picture").status, 404);
  const auto page = get("/letters/logo").body;
  EXPECT_THAT(page, AllOf(HasSubstr("an SVG of 1 kB"), HasSubstr("It was old"),
                          HasSubstr("Łucja Wójcik, Senior Attendance Champion")));
  EXPECT_THAT(changes(), SizeIs(2));
  EXPECT_EQ(post("/letters/logo/remove", "why=again").status, 303);
  EXPECT_THAT(changes(), SizeIs(2));
}

TEST_F(Wording, is_the_heads_and_the_champions_matter) {
  become_office();
  for (const char* path :
       {"/letters/templates", "/letters/templates/one?kind=meeting", "/letters/logo"}) {
    EXPECT_EQ(get(path).status, 404) << path;
  }
  EXPECT_EQ(post(kOne, "kind=meeting&words=Hello&reason=x&do=keep").status, 404);
  EXPECT_EQ(post(kLook, "kind=meeting&words=Hello&do=look").status, 404);
}

}  // namespace
}  // namespace handbell::office
