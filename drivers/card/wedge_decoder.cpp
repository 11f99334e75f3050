#include "drivers/card/wedge_decoder.h"

#include <linux/input-event-codes.h>

#include <algorithm>
#include <array>
#include <utility>

namespace handbell::card {

namespace {

constexpr char kEnter = '\n';
constexpr char kOther = '?';

constexpr std::array<std::pair<unsigned, char>, 30> kKeys{{
    {KEY_0, '0'},        {KEY_1, '1'},          {KEY_2, '2'},     {KEY_3, '3'},
    {KEY_4, '4'},        {KEY_5, '5'},          {KEY_6, '6'},     {KEY_7, '7'},
    {KEY_8, '8'},        {KEY_9, '9'},          {KEY_KP0, '0'},   {KEY_KP1, '1'},
    {KEY_KP2, '2'},      {KEY_KP3, '3'},        {KEY_KP4, '4'},   {KEY_KP5, '5'},
    {KEY_KP6, '6'},      {KEY_KP7, '7'},        {KEY_KP8, '8'},   {KEY_KP9, '9'},
    {KEY_A, 'A'},        {KEY_B, 'B'},          {KEY_C, 'C'},     {KEY_D, 'D'},
    {KEY_E, 'E'},        {KEY_F, 'F'},          {KEY_COMMA, ','}, {KEY_KPCOMMA, ','},
    {KEY_ENTER, kEnter}, {KEY_KPENTER, kEnter},
}};

char character_of(unsigned code) {
  const auto found = std::ranges::find(kKeys, code, [](const auto& each) { return each.first; });
  return found == kKeys.end() ? kOther : found->second;
}

/// They go with a letter, and with Num Lock: no characters.
bool is_modifier(unsigned code) {
  return code == KEY_LEFTSHIFT || code == KEY_RIGHTSHIFT || code == KEY_CAPSLOCK ||
         code == KEY_NUMLOCK;
}

}  // namespace

std::optional<CardNumber> WedgeDecoder::press(const WedgeKey& key) {
  if (key.value != 1 || is_modifier(key.code)) return std::nullopt;
  auto before = silence(key.at);
  last_ = std::max(last_, key.at);
  const char c = character_of(key.code);
  if (c != kEnter) {
    type(c);
    return before;
  }
  auto now = ended();
  return before ? before : now;
}

void WedgeDecoder::type(char c) {
  if (!begun()) first_ = last_;
  typed_ += c;
  if (!format_.takes(c) || typed_.size() > kMostCharacters) spoiled_ = true;
  if (spoiled_) typed_.clear();
}

std::optional<CardNumber> WedgeDecoder::silence(Steady now) {
  const Millis quiet = now - last_;
  if (!spoiled_ && quiet >= kEnds && format_.whole(typed_)) return ended();
  if (begun() && quiet >= kBreaks) {
    spoiled_ = false;
    typed_.clear();
  }
  return std::nullopt;
}

void WedgeDecoder::missed(Steady at) {
  spoiled_ = true;
  typed_.clear();
  last_ = std::max(last_, at);
}

std::optional<Millis> WedgeDecoder::wait(Steady now) const {
  if (!begun()) return std::nullopt;
  const Millis end = !spoiled_ && format_.whole(typed_) ? kEnds : kBreaks;
  return std::max(end - (now - last_), Millis{0});
}

std::optional<CardNumber> WedgeDecoder::ended() {
  const std::string typed = std::exchange(typed_, "");
  if (std::exchange(spoiled_, false)) return std::nullopt;
  auto number = format_.number_of(typed);
  if (!number) return std::nullopt;
  first_of_last_ = first_;
  return std::move(*number);
}

}  // namespace handbell::card
