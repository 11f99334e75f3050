// A child is handed over at a real door by a real card's proof: emulated card, libnfc's child, the
// relay, the key process, kiosk, journal, office. And whoever tries with less is refused, each time
// with the same words, and the office reads why (D49).
#include "app/office/desk_enroller.h"
#include "app/store/register_file.h"
#include "app/store/site_clock.h"
#include "drivers/keyholder/site_keys.h"

#include "counted_random.h"
#include "staff_school.h"

namespace handbell::chain {
namespace {

const std::string kUid = "04A1B2C3D4E591";
const std::string kOtherUid = "04A1B2C3D4E592";
const std::string kPin = "730284";
const std::string kOtherPin = "918273";

class ReleaseAtTheDoor : public testing::Test {
 protected:
  void SetUp() override {
    school_.handbell("staff-keys make");
    school_.handbell("staff-keys give " + school_.kiosk_folder());
    std::ofstream(school_.file("staff2.csv"))
        << "StaffId,Name,Position,Role\nJO,Joy Okoro,Manager,office\nRP,R Patel,Clerk,office\n";
    school_.handbell("import staff " + school_.file("staff2.csv"));
    name_child();
    enrol();
    school_.set_clock("2026-01-12T08:30:00");
    school_.start_office();
    school_.start_kiosk(chip_.connection());
    ASSERT_TRUE(until([&] { return school_.shows("School"); })) << school_.lately();
  }
  void TearDown() override {
    if (!ended_) end();
  }
  void name_child() {
    const auto cards = text_of(HANDBELL_SOURCE "/assets/demo/cards.csv");
    const auto at = cards.find(std::string(",") + kReceptionCard);
    const auto comma = cards.find(',', cards.rfind('\n', at) + 1) + 1;
    child_ = cards.substr(comma, cards.find(',', comma) - comma);
    std::ofstream(school_.file("contacts.csv")) << "AdmissionNumber,Order,ContactName,MayCollect\n"
                                                << child_ << ",1,Ann Carer,Y\n";
    school_.handbell("import contacts " + school_.file("contacts.csv"));
  }
  /// Two members of staff, each with a card of their own, written as at the office's desk.
  void enrol() {
    office::CardDesk desk(store::steady_now, [] {});
    const auto readers =
        office::DeskReaders::open(HANDBELL_BIN "/handbell-reader", {chip_.connection()},
                                  school_.file("desk.sock"), desk, store::steady_now);
    ASSERT_TRUE(readers);
    CountedRandom random;
    office::DeskEnroller enroller(HANDBELL_BIN "/handbell-keys", school_.site() + "/office/keys",
                                  **readers, random, store::steady_now);
    auto file = store::RegisterFile::open(school_.site() + "/office/register.db", random);
    ASSERT_TRUE(file) << sentence(file.error());
    for (const auto& [staff, uid, pin] :
         {std::tuple{"JO", kUid, kPin}, std::tuple{"RP", kOtherUid, kOtherPin}}) {
      const auto card = *CardNumber::parse(uid);
      ASSERT_EQ(chip_.say("on " + uid + " ntag424"), "ok");
      ASSERT_TRUE(until([&, lies = card] { return (*readers)->talk_to(lies) != nullptr; }));
      const auto key = enroller.enrol(card, 0, pin);
      ASSERT_TRUE(key) << sentence(key.error());
      chip_.say("off all");
      ASSERT_TRUE((*file)->put_staff_cards(
          {{card, staff, {}, *SchoolDay::parse("2026-01-05"), std::nullopt, *key}}));
    }
  }

  void expect_screen(const std::string& name) {
    ASSERT_TRUE(until([&] { return school_.shows_screen(name); })) << name << school_.lately();
  }
  void press(const std::string& button) { school_.press(button); }
  void press_words(const std::string& label) {
    ASSERT_TRUE(until([&] { return school_.buttons().contains(label); }))
        << label << school_.lately();
    press(school_.buttons().at(label));
  }
  /// Mum asks for a child at this door.
  void ask() {
    (void)school_.card(kReceptionCard);
    expect_screen("on_time");
    expect_screen("idle");
    press("going_out");
    expect_screen("out_child");
    (void)school_.card(kReceptionCard);
    expect_screen("out_who");
    press("choice:0");
    expect_screen("out_why");
    press("choice:0");
    expect_screen("out_back");
    press("choice:1");
    expect_screen("someone_comes");
    expect_screen("idle");
  }
  void lay(const std::string& what) { ASSERT_EQ(chip_.say("on " + what), "ok"); }
  void type(const std::string& digits) {
    expect_screen("staff_pin");
    for (const char digit : digits) press_words(std::string(1, digit));
    press("done");
  }
  std::string state() const {
    const auto lines = nlohmann::json::parse(school_.handbell("release list --format json"));
    return lines.size() == 1 ? lines[0]["state"].get<std::string>() : lines.dump();
  }
  /// What the office holds of them once kiosk and office have ended: why, as often as it was so.
  std::multiset<std::string> why_refused() {
    EXPECT_TRUE(until([&] {
      return school_.handbell("status").find(" 0 entries waiting") != std::string::npos;
    }));
    end();
    CountedRandom random;
    const auto file = store::RegisterFile::open(school_.site() + "/office/register.db", random);
    std::multiset<std::string> why;
    const auto events = (*file)->events(*SchoolDay::parse("2026-01-12"));
    EXPECT_TRUE(events);
    for (const auto& seen : *events) {
      const auto* refused = std::get_if<reg::StaffRefused>(&seen.event);
      if (refused != nullptr) why.emplace(text_of(refused->why));
    }
    return why;
  }
  void end() {
    EXPECT_EQ(school_.end_kiosk(), 0);
    EXPECT_EQ(school_.end_office(), 0);
    ended_ = true;
  }
  void expect_refused() {
    expect_screen("see_office");
    refused_words_.insert(school_.screen()["texts"].dump());
    chip_.say("off all");
    expect_screen("idle");
    EXPECT_EQ(state(), "asked") << "nobody was handed over";
  }

  StaffSchool school_;
  testing_support::EmulatedReader chip_{school_.folder()};
  std::string child_;
  std::set<std::string> refused_words_;
  bool ended_ = false;
};

TEST_F(ReleaseAtTheDoor, needs_the_card_that_proves_itself_and_the_holders_own_pin_D49) {
  ask();
  lay(kUid);
  type(kPin);
  expect_screen("staff_menu");
  press_words("Hand over a child");
  expect_screen("staff_release");
  press("choice:0");
  for (const char* step : {"staff_who", "staff_check"}) {
    if (until([&] { return school_.shows_screen(step); }, 2)) press("choice:0");
  }
  expect_screen("staff_give");
  press("give");
  ASSERT_TRUE(until([&] { return state() == "handed_over"; })) << state() << school_.lately();
  chip_.say("off all");
  const auto lines = nlohmann::json::parse(school_.handbell("release list --format json"));
  EXPECT_NE(lines.dump().find("Joy Okoro"), std::string::npos) << lines.dump();
  EXPECT_EQ(school_.described().find(kPin), std::string::npos) << "no screen holds a PIN";
  EXPECT_NE(school_.verified().find("all as they were written"), std::string::npos);
}

TEST_F(ReleaseAtTheDoor, is_refused_to_whoever_has_less_and_says_no_more_than_see_the_office_D49) {
  ask();
  // The number alone, played by a rehearsal, by a card that copies it, and by one that plays back.
  (void)school_.card(kUid);
  type(kPin);
  expect_refused();
  for (const char* kind : {" ntag213", " desfire", " ntag424 00112233445566778899AABBCCDDEEFF"}) {
    lay(kUid + kind);
    type(kPin);
    expect_refused();
  }
  // The right card and a wrong PIN, and another's PIN.
  lay(kOtherUid);
  type("730285");
  expect_refused();
  lay(kOtherUid);
  type(kPin);
  expect_refused();
  EXPECT_EQ(refused_words_.size(), 1U) << "none tells which check failed";
  EXPECT_EQ(why_refused(), (std::multiset<std::string>{"uid_only", "not_proven", "not_proven",
                                                       "not_proven", "wrong_pin", "wrong_pin"}));
}

}  // namespace
}  // namespace handbell::chain
