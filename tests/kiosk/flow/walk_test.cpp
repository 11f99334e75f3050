// Random walks: touches, cards, time, faults, door books, whatever may happen in an entrance.
//
// Each walk ends with nobody there, and must then come to rest. 20,000 walks, or as many as
// HANDBELL_WALKS says; HANDBELL_WALKS_FROM: the first, to go on where another run ended.
#include "family_door.h"
#include "public_words.h"
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <set>

namespace handbell::kiosk {
namespace {

constexpr int kChildren = 17;

using Book = std::shared_ptr<const reg::DoorBook>;

/// Three books of one school: who is never shown, who is to see the office, and whether anybody
/// is asked why, differs.
const std::vector<Book>& books() {
  static const std::vector<Book> kBooks = [] {
    std::vector<Book> made;
    for (std::size_t never = 2; never < 5; ++never) {
      auto school = families();
      for (auto& pupil : school->pupils) {
        pupil.never_show = pupil.id.number() % 5 == static_cast<int>(never);
        pupil.see_office = pupil.id.number() % 7 == static_cast<int>(never);
        if (pupil.never_show) pupil.shown_name.clear();
      }
      if (never == 4) school->reasons = {{}, {}, reg::undo_reasons()};
      made.push_back(school);
    }
    return made;
  }();
  return kBooks;
}

const std::vector<std::shared_ptr<const DoorSettings>>& settings() {
  static const std::vector<std::shared_ptr<const DoorSettings>> kSettings = [] {
    auto window = all_settings();
    window->look_up = LookUpUse::window;
    auto aloud = all_settings();
    aloud->read_aloud = true;
    return std::vector<std::shared_ptr<const DoorSettings>>{all_settings(), window, aloud};
  }();
  return kSettings;
}

/// A child's name with the children who have it.
const std::string& name_of_child(int pupil) {
  static const auto kSchool = families();
  static const std::string kElla = "Ella S";
  const auto& name = kSchool->pupils[static_cast<std::size_t>(pupil) - 1].shown_name;
  return name.empty() ? kElla : name;
}

std::vector<std::string> names_on(const Screen& screen) {
  std::vector<std::string> names;
  const auto add = [&](const std::optional<ResultFor>& child) {
    if (child && child->shown_name) names.push_back(*child->shown_name);
  };
  add(screen.child);
  add(screen.newcomer);
  for (const auto& child : screen.children) add(child);
  const bool lists = screen.kind != ScreenKind::pick_class &&
                     screen.kind != ScreenKind::pick_language &&
                     screen.kind != ScreenKind::staff_pin;
  for (const auto& choice : screen.choices) {
    if (lists && !choice.name.empty()) names.push_back(choice.name);
  }
  return names;
}

class EntranceWalk {
 public:
  EntranceWalk(std::uint32_t seed, PublicWords& words) : words_(words), dice_(seed) { begin(); }

  void go() {
    const auto steps = 5 + roll(40);
    for (unsigned i = 0; i < steps && !testing::Test::HasFailure(); ++i) one();
  }

  /// Nobody touches anything any more.
  void come_to_rest() {
    const bool answers = roll(4) != 0;
    if (state_.evacuation) send(Evacuation{false});
    const Steady end = now_.steady + minutes(2);
    while (now_.steady < end && !(answers && rests()) && !testing::Test::HasFailure()) {
      if (answers) answer_all();
      const auto due = next_deadline(state_);
      pass(due ? std::max(Millis{1}, *due - now_.steady) : seconds(1));
      send(Tick{});
    }
    const auto kind = screen_of(state_, now_).kind;
    EXPECT_EQ(kind, state_.night ? ScreenKind::night : ScreenKind::idle);
    EXPECT_TRUE(rests() || !answers);
    EXPECT_FALSE(state_.visit || state_.staff || state_.shown || state_.newcomer);
    if (answers) expect_every_tap();
  }

  int named = 0;   ///< screens with a name
  int chosen = 0;  ///< screens of an adult who chooses
  int handed = 0;  ///< children handed over by staff
  std::set<ScreenKind> kinds;

 private:
  struct Tap {
    int card = 0;
    Steady at;
  };
  struct Kept {
    int card = 0;  ///< the child's
    Steady at;
  };

  [[nodiscard]] bool rests() const {
    const bool screen = state_.visit || state_.staff || state_.shown || state_.newcomer;
    const bool awake = state_.night && now_.steady < state_.awake_until;
    return !screen && !awake && !state_.writing && state_.queue.empty() && state_.language.empty();
  }

  unsigned roll(unsigned sides) { return static_cast<unsigned>(dice_() % sides); }

  void begin() {
    state_ = State{};
    state_.boot = ++boot_;
    state_.book = books()[roll(3)];
    state_.settings = settings()[roll(3)];
    state_.evidence.time_service_synced = roll(8) != 0;
    static const std::vector<Instant> kTimes{
        *parse_local("2026-01-12T08:20:00"), *parse_local("2026-01-12T08:41:00"),
        *parse_local("2026-01-12T08:58:30"), *parse_local("2026-01-12T11:00:00")};
    now_.wall = kTimes[roll(4)];
    now_.steady = Steady{1'000'000};
    taps_.clear();
    kept_.clear();
    proofs_.clear();
    pins_.clear();
    proven_.clear();
    right_.clear();
    said_ = now_.steady;
  }

  void pass(Millis length) {
    now_.wall = now_.wall + length;
    now_.steady = now_.steady + length;
  }

  /// Those that wait for the disk, the newest last.
  [[nodiscard]] std::vector<reg::DoorHandOver> handing_over() const {
    std::vector<reg::DoorHandOver> all;
    const auto take = [&](const reg::DoorEvent& event) {
      if (const auto* gone = std::get_if<reg::DoorHandOver>(&event)) all.push_back(*gone);
    };
    if (state_.writing) take(state_.writing->event);
    for (const Job& job : state_.queue) {
      if (const auto* note = std::get_if<Note>(&job.what)) take(note->event);
    }
    return all;
  }

  void send(const Event& event) {
    const auto before = handing_over().size();
    auto stepped = step(std::move(state_), event, now_);
    state_ = std::move(stepped.state);
    for (const Effect& effect : stepped.effects) {
      if (std::holds_alternative<EndAfterFault>(effect)) ended_ = true;
      if (const auto* asked = std::get_if<ProveCard>(&effect)) proofs_.push_back(*asked);
      if (const auto* asked = std::get_if<TryPin>(&effect)) pins_.push_back(*asked);
    }
    // Its own desk is the newest: there is never another beside it.
    const auto after = handing_over();
    if (after.size() > before) expect_proven(after.back());
    look();
    // As the supervisor does.
    if (std::exchange(ended_, false)) begin();
  }

  void one() {
    if (roll(3) == 0) pass(Millis{static_cast<std::int64_t>(roll(roll(6) == 0 ? 40'000 : 3'000))});
    const auto dice = roll(24);
    if (state_.writing && dice < 9) return answer();
    if (dice < 12) return touch();
    if (dice < 18) return hold(static_cast<int>(roll(kChildren + 2)) + 1);
    if (dice == 18) return change_book();
    if (dice == 19) return other();
    if (dice == 20) return release();
    send(Tick{});
  }

  void other() {
    const auto dice = roll(12);
    reg::ClockEvidence evidence;
    evidence.time_service_synced = roll(4) != 0;
    if (dice == 0) return send(ClockEvidenceChanged{evidence});
    if (dice == 1) return send(Waiting{static_cast<int>(roll(3))});
    if (dice == 2) return send(ReaderNews{static_cast<ReaderState>(roll(3))});
    if (dice == 3) return send(ManyCards{});
    if (dice == 4) return send(Night{roll(2) == 0});
    if (dice == 5) return send(Evacuation{roll(4) == 0});
    if (dice == 6) return send(CardTapped{card(kStaffCard), now_.wall, now_.steady});
    if (dice == 7) return touch_staff();
    if (dice == 8) return be_read();
    if (dice > 9) return hold_family();
    const PupilId pupil(static_cast<int>(roll(kChildren)) + 1);
    handed_over_.insert(pupil.number());
    send(HandedOver{pupil, "appointment"});
  }

  /// Now and then with an answer of the office to a request that was made.
  void change_book() {
    const Book book = books()[roll(3)];
    if (state_.asked.empty() || roll(2) == 0) return send(BookChanged{book});
    auto answered = std::make_shared<reg::DoorBook>(*book);
    const auto& asked = state_.asked[roll(static_cast<unsigned>(state_.asked.size()))];
    const auto state = static_cast<reg::DoorReleaseState>(roll(3));
    answered->releases = {{asked.pupil, asked.at, state, now_.wall}};
    said_ = now_.steady;
    send(BookChanged{answered});
  }

  void grant_at_another_door() {
    auto answered = std::make_shared<reg::DoorBook>(*books()[roll(3)]);
    const PupilId pupil(static_cast<int>(roll(kChildren)) + 1);
    answered->releases = {
        {pupil, now_.wall, reg::DoorReleaseState::granted, now_.wall + seconds(1)}};
    send_said(BookChanged{answered});
  }

  /// Somebody listens.
  void be_read() {
    said_ = now_.steady;
    send(BeingRead{});
  }

  void hold_family() {
    said_ = now_.steady;
    send(CardTapped{card(kFamilyCard), now_.wall, now_.steady});
  }

  void touch_staff() {
    send(CardTapped{card(kStaffCard), now_.wall, now_.steady});
    for (const char* digit : {"choice:3", "choice:1", "choice:3", "choice:1"}) press(digit);
  }

  /// A staff card with a release key: tapped, proven or not, its PIN right or not, or an answer
  /// that nobody asked for.
  void release() {
    const auto dice = roll(8);
    const auto which = card(roll(2) == 0 ? kReleaseCard : kOtherReleaseCard);
    if (dice < 2) return send_said(CardTapped{which, now_.wall, now_.steady});
    if (dice < 4) return answer_proof(static_cast<CardCheck>(roll(3) == 0 ? roll(5) : 0));
    if (dice < 6) return answer_pin(static_cast<PinCheck>(roll(3) == 0 ? roll(4) : 0));
    if (dice == 6) return go_for_release(which);
    const auto session = state_.last_session + roll(2) - roll(2);
    if (roll(2) == 0) {
      if (!asked_for(proofs_, session, which)) send(CardProven{session, which, CardCheck::proven});
    } else if (!asked_for(pins_, session, which)) {
      send(PinTried{session, which, PinCheck::right});
    }
  }

  template <class Asked>
  static bool asked_for(const std::vector<Asked>& all, std::uint64_t session,
                        const reg::CardHash& which) {
    return std::ranges::any_of(
        all, [&](const Asked& one) { return one.session == session && one.card == which; });
  }

  void answer_proof(CardCheck check) {
    if (proofs_.empty()) return;
    const auto asked = proofs_.back();
    if (check == CardCheck::proven) proven_.insert({asked.session, asked.card});
    send_said(CardProven{asked.session, asked.card, check});
  }

  void answer_pin(PinCheck check) {
    if (pins_.empty()) return;
    const auto asked = pins_.back();
    if (check == PinCheck::right) right_.insert({asked.session, asked.card});
    send_said(PinTried{asked.session, asked.card, check});
  }

  /// A parent asks for a child, if nobody else is at the door.
  void ask_for(int child) {
    press("going_out");
    for (int i = 0; i < 2; ++i) {
      hold(child);
      answer_all();
      if (screen_of(state_, now_).kind != ScreenKind::out_child) break;
    }
    for (int i = 0; i < 3; ++i) press("choice:" + std::to_string(roll(2)));
    answer_all();
    pass(kResultStays);
    send(Tick{});
  }

  /// As somebody does it who may; a card or a sentence may come in between.
  void go_for_release(const reg::CardHash& which) {
    for (auto asks = roll(3); asks > 0; --asks) ask_for(static_cast<int>(roll(kChildren)) + 1);
    if (roll(6) == 0) grant_at_another_door();
    send_said(CardTapped{which, now_.wall, now_.steady});
    for (int i = 0; i < 6; ++i) press("choice:1");
    press("done");
    const auto session = state_.last_session;
    const auto way = roll(14);
    if (way == 0) send_said(CardProven{session - 1, which, CardCheck::proven});
    if (way == 1) send_said(CardProven{session, card(kStaffCard), CardCheck::proven});
    if (way > 2) answer_proof(way == 3 ? CardCheck::not_proven : CardCheck::proven);
    if (way == 4) send_said(PinTried{session - 1, which, PinCheck::right});
    if (way == 5) send_said(PinTried{session, card(kStaffCard), PinCheck::right});
    // Also where no proof came: whoever tries it goes on as if.
    if (way != 4 && way != 5) answer_pin(way == 6 ? PinCheck::wrong : PinCheck::right);
    press("choice:3");
    if (roll(6) == 0) return change_book();
    for (int i = 0; i < 3; ++i) press("choice:0");
    press("give");
    press("give");
  }

  void send_said(const Event& event) {
    said_ = now_.steady;
    send(event);
  }

  void press(const std::string& button) {
    said_ = now_.steady;
    send(Pressed{button});
  }

  void touch() {
    const Screen screen = screen_of(state_, now_);
    if (!screen.choices.empty() && roll(3) != 0) {
      return press(screen.choices[roll(static_cast<unsigned>(screen.choices.size()))].id);
    }
    static const std::vector<std::string> kButtons{
        "no_card",  "no_card",  "read_aloud", "going_out", "going_out", "languages",
        "back",     "skip",     "done",       "more_time", "all_here",  "not_me",
        "choice:0", "choice:9", "nothing",    "more",      "give"};
    press(kButtons[roll(static_cast<unsigned>(kButtons.size()))]);
  }

  void hold(int child) {
    said_ = now_.steady;
    if (!state_.disk_failed) taps_.push_back({child, now_.steady});
    send(CardTapped{card(child), now_.wall, now_.steady});
  }

  void keep(const reg::DoorEvent& event) {
    if (const auto* came = std::get_if<reg::Arrived>(&event)) {
      kept_.push_back({static_cast<int>(came->pupil.number()), came->at.steady});
    } else if (const auto* refused = std::get_if<reg::RefusedCard>(&event)) {
      kept_.push_back({refused->card[0], refused->at.steady});
    } else if (const auto* passed = std::get_if<reg::Passed>(&event)) {
      kept_.push_back({static_cast<int>(passed->pupil.number()), passed->at.steady});
      EXPECT_TRUE(!passed->out || handed_over_.contains(passed->pupil.number()))
          << "nobody is released by a parent alone (D49)";
    }
  }

  /// Nothing less is accepted: this card's proof and this card's PIN, in this very session, for a
  /// child who is not the office's.
  void expect_proven(const reg::DoorHandOver& gone) {
    ++handed;
    const std::pair session{state_.last_session, gone.by};
    EXPECT_TRUE(proven_.contains(session)) << "the card did not prove itself";
    EXPECT_TRUE(right_.contains(session)) << "nobody knew the PIN";
    EXPECT_TRUE(gone.at.trusted);
    const bool asked = std::ranges::any_of(
        state_.asked, [&](const AskedHere& one) { return one.pupil == gone.pupil; });
    EXPECT_TRUE(asked || gone.request == 0) << "nobody had asked for the child";
    EXPECT_FALSE(gone.pupil == PupilId(8)) << "the office's";
  }

  void answer() {
    const auto dice = roll(40);
    const auto request = state_.writing->request;
    said_ = now_.steady;
    if (dice > 1) {
      keep(state_.writing->event);
      return send(Written{request, ++seq_});
    }
    // Whoever is told so is not lost.
    keep(state_.writing->event);
    send(WriteFailed{request, dice == 0 && roll(3) == 0 ? WriteFault::failed : WriteFault::full});
    if (state_.disk_failed) taps_.clear();
  }

  void answer_all() {
    while (state_.writing) {
      said_ = now_.steady;
      keep(state_.writing->event);
      send(Written{state_.writing->request, ++seq_});
    }
  }

  /// After each step, on the screen itself.
  void look() {
    const Screen screen = screen_of(state_, now_);
    kinds.insert(screen.kind);
    EXPECT_EQ(words_.wrong_on(screen, state_), "") << "a stranger reads it";
    const auto names = names_on(screen);
    named += names.empty() ? 0 : 1;
    chosen += state_.visit ? 1 : 0;
    if (names.empty()) return;
    EXPECT_LE((now_.steady - said_).count, kListStays.count) << "a name stays too long";
    for (const auto& pupil : state_.book->pupils) {
      if (!pupil.never_show) continue;
      const auto& hidden = name_of_child(static_cast<int>(pupil.id.number()));
      if (hidden == "Jo B") continue;  // another child's name as well
      EXPECT_EQ(std::count(names.begin(), names.end(), hidden), 0) << hidden;
    }
  }

  /// Each was written, or ignored within a minute of one that was (D07).
  void expect_every_tap() {
    for (const Tap& tap : taps_) {
      const bool kept = std::any_of(kept_.begin(), kept_.end(), [&](const Kept& event) {
        const auto before = (tap.at - event.at).count;
        return event.card == tap.card && before >= 0 && before < 60'000;
      });
      EXPECT_TRUE(kept) << "the card of " << tap.card << " is lost";
    }
  }

  PublicWords& words_;
  std::mt19937 dice_;
  State state_;
  Moment now_;
  Steady said_;  ///< the last touch, card, sentence or answer of the disk
  std::uint64_t boot_ = 0;
  std::uint64_t seq_ = 0;
  bool ended_ = false;
  std::vector<Tap> taps_;
  std::vector<Kept> kept_;
  std::set<std::int64_t> handed_over_;
  std::vector<ProveCard> proofs_;
  std::vector<TryPin> pins_;
  std::set<std::pair<std::uint64_t, reg::CardHash>> proven_;  ///< by session and card
  std::set<std::pair<std::uint64_t, reg::CardHash>> right_;
};

std::uint32_t number_in(const char* name, std::uint32_t otherwise) {
  const char* wanted = std::getenv(name);
  return wanted == nullptr ? otherwise : static_cast<std::uint32_t>(std::stoul(wanted));
}

TEST(Walks, come_to_rest_without_a_touch_lose_no_card_and_show_no_name_too_long) {
  std::set<ScreenKind> kinds;
  PublicWords words;
  std::int64_t named = 0;
  std::int64_t chosen = 0;
  std::int64_t handed = 0;
  const auto walks = number_in("HANDBELL_WALKS", 20'000);
  const auto from = number_in("HANDBELL_WALKS_FROM", 1);
  for (std::uint32_t seed = from; seed < from + walks; ++seed) {
    EntranceWalk walk(seed, words);
    walk.go();
    walk.come_to_rest();
    kinds.insert(walk.kinds.begin(), walk.kinds.end());
    named += walk.named;
    chosen += walk.chosen;
    handed += walk.handed;
    ASSERT_FALSE(HasFailure()) << "walk " << seed;
  }
  std::cout << walks << " walks: " << named << " screens with a name, " << chosen << " of a visit, "
            << handed << " children handed over, " << kinds.size()
            << " kinds of screen, the words of " << words.scenes() << " scenes read\n";
  EXPECT_GT(named, 0);
  if (walks >= 20'000) {
    EXPECT_GT(handed, 100);
  }
  EXPECT_GE(kinds.size(), walks < 20'000 ? 1U : 33U) << "every kind of screen was seen";
}

}  // namespace
}  // namespace handbell::kiosk
