#include "app/base/reader_health.h"

#include <algorithm>
#include <array>
#include <utility>

namespace handbell {

namespace {

constexpr std::size_t kLongestReaderName = 24;

constexpr std::array<std::pair<ReaderState, std::string_view>, 5> kStateNames{{
    {ReaderState::starting, "starting"},
    {ReaderState::ready, "ready"},
    {ReaderState::missing, "missing"},
    {ReaderState::busy, "busy"},
    {ReaderState::faulty, "faulty"},
}};

constexpr std::array<std::pair<ReaderTrouble, std::string_view>, 10> kTroubleNames{{
    {ReaderTrouble::none, ""},
    {ReaderTrouble::permission, "permission"},
    {ReaderTrouble::other_program, "other_program"},
    {ReaderTrouble::kernel, "kernel"},
    {ReaderTrouble::pcscd_holds, "pcscd_holds"},
    {ReaderTrouble::pcscd_absent, "pcscd_absent"},
    {ReaderTrouble::silent, "silent"},
    {ReaderTrouble::no_paper, "no_paper"},
    {ReaderTrouble::printer_off, "printer_off"},
    {ReaderTrouble::printer_stuck, "printer_stuck"},
}};

template <class Names, class Value>
std::string_view called(const Names& names, Value value) {
  const auto found = std::ranges::find(names, value, [](const auto& each) { return each.first; });
  return found == names.end() ? "" : found->second;
}

template <class Value, std::size_t kSize>
std::optional<Value> named(const std::array<std::pair<Value, std::string_view>, kSize>& names,
                           std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const auto& each) { return each.second; });
  if (found == names.end()) return std::nullopt;
  return found->first;
}

std::string condition_of(const ReaderHealth& reader) {
  std::string state(name_of(reader.state));
  if (reader.trouble == ReaderTrouble::none) return state;
  return state + " " + std::string(name_of(reader.trouble));
}

std::optional<ReaderHealth> parse_one(std::string_view text) {
  ReaderHealth reader;
  const auto equals = text.find('=');
  if (equals != std::string_view::npos) {
    reader.name = text.substr(0, equals);
    text.remove_prefix(equals + 1);
  }
  const auto space = text.find(' ');
  const auto state = reader_state_named(text.substr(0, space));
  const auto trouble =
      reader_trouble_named(space == std::string_view::npos ? "" : text.substr(space + 1));
  if (!state || !trouble) return std::nullopt;
  reader.state = *state;
  reader.trouble = *trouble;
  return reader;
}

}  // namespace

std::string name_of_reader(std::string_view connection) {
  // What stands behind the driver's name: a path, of which the last part says most, or a name.
  const auto colon = connection.find(':');
  std::string_view name =
      colon == std::string_view::npos ? connection : connection.substr(colon + 1);
  if (name.starts_with('/')) {
    name = name.substr(0, name.find_first_of(":#?"));
    name = name.substr(name.rfind('/') + 1);
  }
  if (name.empty()) name = connection.substr(0, colon);
  // Names by place differ at their end.
  if (name.size() > kLongestReaderName) name.remove_prefix(name.size() - kLongestReaderName);
  std::string plain;
  for (const char c : name) {
    const bool parts = c == ';' || c == '=' || static_cast<unsigned char>(c) <= ' ';
    plain += parts ? '-' : c;
  }
  return plain;
}

std::vector<std::string> names_of_readers(const std::vector<std::string>& connections) {
  std::vector<std::string> names;
  for (const auto& connection : connections) {
    const std::string name = name_of_reader(connection);
    std::string distinct = name;
    for (int i = 2; std::ranges::find(names, distinct) != names.end(); ++i) {
      distinct = name + "-" + std::to_string(i);
    }
    names.push_back(std::move(distinct));
  }
  return names;
}

std::string_view name_of(ReaderState state) { return called(kStateNames, state); }
std::string_view name_of(ReaderTrouble trouble) { return called(kTroubleNames, trouble); }
std::optional<ReaderState> reader_state_named(std::string_view name) {
  return named(kStateNames, name);
}
std::optional<ReaderTrouble> reader_trouble_named(std::string_view name) {
  return named(kTroubleNames, name);
}

std::string readers_text(const std::vector<ReaderHealth>& readers) {
  if (readers.empty()) return "none";
  if (readers.size() == 1) return condition_of(readers.front());
  std::string text;
  for (const ReaderHealth& reader : readers) {
    const std::string one = reader.name + "=" + condition_of(reader);
    if (text.size() + one.size() + 1 > kLongestReadersText) break;
    if (!text.empty()) text += ";";
    text += one;
  }
  return text;
}

std::vector<ReaderHealth> parse_readers_text(std::string_view text) {
  std::vector<ReaderHealth> readers;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    if (auto one = parse_one(text.substr(0, end))) readers.push_back(std::move(*one));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return readers;
}

std::string_view words_of(const ReaderHealth& reader) {
  switch (reader.trouble) {
    case ReaderTrouble::permission:
      return "may not be opened";
    case ReaderTrouble::kernel:
      return "held by the system";
    case ReaderTrouble::pcscd_holds:
      return "held by the service pcscd";
    case ReaderTrouble::pcscd_absent:
      return "the service pcscd does not run";
    case ReaderTrouble::no_paper:
      return "no paper";
    case ReaderTrouble::printer_off:
      return "not plugged in or switched off";
    case ReaderTrouble::printer_stuck:
      return "takes nothing";
    default:
      break;
  }
  switch (reader.state) {
    case ReaderState::starting:
      return "starting";
    case ReaderState::ready:
      return "working";
    case ReaderState::missing:
      return "not plugged in";
    case ReaderState::busy:
      return "used by another program";
    case ReaderState::faulty:
      return "does not answer";
  }
  return "not known";
}

std::string_view remedy_of(const ReaderHealth& reader) {
  switch (reader.trouble) {
    case ReaderTrouble::permission:
      return "Let Handbell's user into the group of the reader's port: deploy/machine/install does "
             "it.";
    case ReaderTrouble::kernel:
      return "Keep the kernel's modules nfc, pn533 and pn533_usb from loading: "
             "deploy/machine/install does it; then plug the reader in again.";
    case ReaderTrouble::pcscd_holds:
      return "Let pcscd ignore this reader, or read it as pcsc: instead.";
    case ReaderTrouble::pcscd_absent:
      return "Install pcscd and start it: systemctl enable --now pcscd.socket.";
    case ReaderTrouble::no_paper:
      return "Put in a new roll and close the lid.";
    case ReaderTrouble::printer_off:
      return "Look at the printer's switch and its cable.";
    case ReaderTrouble::printer_stuck:
      return "Close the printer's lid, or switch it off and on.";
    default:
      break;
  }
  switch (reader.state) {
    case ReaderState::missing:
      return "Plug the reader in; it is taken by itself.";
    case ReaderState::busy:
      return "Stop the other program; the reader is taken by itself.";
    case ReaderState::faulty:
      return "Unplug the reader, wait five seconds, and plug it in again.";
    default:
      return "";
  }
}

std::string readers_words(std::string_view text) {
  if (text == "none") return "none connected";
  std::string words;
  for (const ReaderHealth& reader : parse_readers_text(text)) {
    if (!words.empty()) words += ", ";
    if (!reader.name.empty()) words += reader.name + ": ";
    words += words_of(reader);
  }
  return words.empty() ? "not known" : words;
}

bool all_ready(std::string_view text) {
  const auto readers = parse_readers_text(text);
  return !readers.empty() && std::ranges::all_of(readers, [](const ReaderHealth& reader) {
    return reader.state == ReaderState::ready;
  });
}

}  // namespace handbell
