#include "day_player.h"

#include "day_register.h"

namespace handbell::days {

namespace {

Answer in_any(DayRegister& day, const DayLine& line) {
  static const std::vector<Sentence> kAll = [] {
    std::vector<Sentence> all;
    for (const auto& some : {answer_sentences(), presence_sentences(), task_sentences(),
                             office_sentences(), group_sentences(), door_sentences()}) {
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }();
  return say(kAll, day, line);
}

/// "refused..." is the beginning of what was found.
bool fits(const std::string& expected, const std::string& found) {
  if (!expected.ends_with("...")) return expected == found;
  return found.starts_with(expected.substr(0, expected.size() - 3));
}

class Player {
 public:
  Player(const DayFile& file, DayRegister& day) : file_(file), day_(day) {}

  Played play() {
    before_ = day_.written().value_or(0);
    for (const DayLine& line : file_.lines) take(line);
    return std::move(played_);
  }

 private:
  std::string place(const DayLine& line) const {
    return file_.name + ":" + std::to_string(line.number) + ": ";
  }

  void take(const DayLine& line) {
    if (line.at) day_.set_time(*line.at);
    if (line.says == "what is written") return compare(line, written());
    const auto now = day_.written();
    if (!now) return compare(line, unread(sentence(now.error())));
    const Answer answer = in_any(day_, line);
    const bool event = line.at.has_value();
    if (event) before_ = *now;
    compare(line, answer);
  }

  /// By the last line with a time.
  Answer written() {
    const auto now = day_.written();
    if (!now) return unread(sentence(now.error()));
    return *now == before_ ? "nothing" : std::to_string(*now - before_) + " more";
  }

  void compare(const DayLine& line, const Answer& answer) {
    const std::string wrong = what_is_wrong(line, answer);
    if (line.known.empty()) {
      if (!wrong.empty()) played_.failures.push_back(place(line) + wrong);
    } else if (wrong.empty()) {
      played_.failures.push_back(place(line) + "holds now: take the known line away");
    } else {
      played_.known.push_back(place(line) + wrong + " (" + line.known + ")");
    }
  }

  static std::string what_is_wrong(const DayLine& line, const Answer& answer) {
    if (!answer) return answer.error();
    if (!line.expected) return answer->starts_with("refused") ? line.says + ": " + *answer : "";
    if (fits(*line.expected, *answer)) return "";
    return line.says + ": expected \"" + *line.expected + "\", found \"" + *answer + "\"";
  }

  const DayFile& file_;
  DayRegister& day_;
  std::uint64_t before_ = 0;
  Played played_;
};

}  // namespace

Played play(const DayFile& file, store::Register& store) {
  const auto school = read_school(file);
  if (!school) return {{school.error()}, {}};
  auto day = DayRegister::opened(*school, store);
  if (!day) return {{file.name + ": " + sentence(day.error())}, {}};
  return Player(file, *day).play();
}

}  // namespace handbell::days
