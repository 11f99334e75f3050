#include "app/base/site_config.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <functional>
#include <map>

namespace handbell {

namespace {

using Setter = std::function<bool(const toml::node&)>;

Setter text_into(std::string& to) {
  return [&to](const toml::node& node) {
    if (!node.is_string()) return false;
    to = node.as_string()->get();
    return true;
  };
}

Setter flag_into(bool& to) {
  return [&to](const toml::node& node) {
    if (!node.is_boolean()) return false;
    to = node.as_boolean()->get();
    return true;
  };
}

Setter number_into(int& to, int least, int most) {
  return [&to, least, most](const toml::node& node) {
    const auto* number = node.as_integer();
    if (number == nullptr || number->get() < least || number->get() > most) return false;
    to = static_cast<int>(number->get());
    return true;
  };
}

Setter degrees_into(int& to) {
  return [&to](const toml::node& node) {
    const auto* number = node.as_integer();
    if (number == nullptr || number->get() % 90 != 0 || number->get() < 0 || number->get() > 270) {
      return false;
    }
    to = static_cast<int>(number->get());
    return true;
  };
}

Setter texts_into(std::vector<std::string>& to) {
  return [&to](const toml::node& node) {
    const auto* list = node.as_array();
    if (list == nullptr) return false;
    to.clear();
    for (const auto& item : *list) {
      if (!item.is_string()) return false;
      to.push_back(item.as_string()->get());
    }
    return true;
  };
}

Setter one_into(std::string& to, std::vector<std::string> words) {
  return [&to, words = std::move(words)](const toml::node& node) {
    const auto word = node.value<std::string>();
    if (std::find(words.begin(), words.end(), word) == words.end()) return false;
    to = *word;
    return true;
  };
}

Setter hours_into(DailyHours& to) {
  return [&to](const toml::node& node) {
    const auto text = node.value<std::string>();
    const auto hours = DailyHours::parse(text.value_or("?"));
    if (!hours) return false;
    to = *hours;
    return true;
  };
}

std::map<std::string, Setter> setters(SiteConfig& config) {
  return {{"site.rehearsal", flag_into(config.rehearsal)},
          {"office.listen", text_into(config.listen)},
          {"office.kiosks", text_into(config.kiosks)},
          {"office.tls", text_into(config.tls)},
          {"office.readers", texts_into(config.desk_readers)},
          {"kiosk.readers", texts_into(config.readers)},
          {"kiosk.display", text_into(config.display)},
          {"kiosk.size", text_into(config.size)},
          {"kiosk.mm", text_into(config.mm)},
          {"kiosk.rotation", degrees_into(config.rotation)},
          {"kiosk.full_screen", flag_into(config.full_screen)},
          {"kiosk.volume", number_into(config.volume, 0, 100)},
          {"kiosk.theme", texts_into(config.theme)},
          {"kiosk.hand", one_into(config.hand, {"right", "left"})},
          {"kiosk.languages", texts_into(config.languages)},
          {"kiosk.look_up", one_into(config.look_up, {"off", "window", "always"})},
          {"kiosk.going_out", flag_into(config.going_out)},
          {"kiosk.patience", number_into(config.patience, 1, 4)},
          {"kiosk.night", hours_into(config.night)},
          {"kiosk.dim", hours_into(config.dim)},
          {"kiosk.quiet", hours_into(config.quiet)},
          {"kiosk.speech", flag_into(config.speech)},
          {"kiosk.read_aloud", flag_into(config.read_aloud)},
          {"kiosk.says_names", flag_into(config.says_names)},
          {"kiosk.slip_printer", text_into(config.slip_printer)},
          {"kiosk.logo", text_into(config.logo)}};
}

Status take(const toml::table& table, const std::map<std::string, Setter>& known) {
  for (const auto& [section, node] : table) {
    const auto* keys = node.as_table();
    const std::string name(section.str());
    if (keys == nullptr) return fail(FaultCode::bad_config, "\"" + name + "\"");
    for (const auto& [key, value] : *keys) {
      const std::string path = name + "." + std::string(key.str());
      const auto setter = known.find(path);
      if (setter == known.end() || !setter->second(value)) {
        return fail(FaultCode::bad_config,
                    fmt::format("\"{}\" (line {})", path, value.source().begin.line));
      }
    }
  }
  return {};
}

std::string listed(const std::vector<std::string>& texts) {
  std::string list;
  for (const auto& text : texts) list += (list.empty() ? "\"" : ", \"") + text + "\"";
  return list;
}

/// How the door behaves.
std::string door_written(const SiteConfig& config) {
  return fmt::format(
      R"(# signing in without a card, by class, month of birth and name: "off", "window" (from an hour before
# the first children must be in until the last register closes) or "always"
look_up = "{}"
# the button by which an adult asks for a child; the office grants it
going_out = {}
# how long a list waits for a touch: 1 as usual, to 4 times that
patience = {}
# hours of each day, "18:30-06:30"; "" for never. Black until somebody touches the screen or holds up
# a card; light letters on a dark ground; without a sound
night = "{}"
dim = "{}"
quiet = "{}"
# true: a voice says what a result says, never a name
speech = {}
# true: a button that reads the screen to whoever cannot, names only with the second
read_aloud = {}
says_names = {}
# a printer beside the door: each child who comes late takes a slip to the teacher, with first name,
# class and time. "usb:/dev/usb/lp0", "tcp:ADDRESS" or "cups:QUEUE", "#58" behind it for paper of 58 mm;
# "" for none
slip_printer = "{}"
# the path of the school's picture (PNG or SVG), shown beside its name
logo = "{}"
)",
      config.look_up, config.going_out, config.patience, config.night.text(), config.dim.text(),
      config.quiet.text(), config.speech, config.read_aloud, config.says_names, config.slip_printer,
      config.logo);
}

}  // namespace

Result<SiteConfig> parse_site_config(std::string_view text) {
  try {
    SiteConfig config;
    const auto known = setters(config);
    if (Status taken = take(toml::parse(text), known); !taken) return fail(taken.error());
    return config;
  } catch (const toml::parse_error& error) {
    return fail(FaultCode::bad_config, fmt::format("line {}", error.source().begin.line));
  }
}

std::string written(const SiteConfig& config) {
  return fmt::format(
      R"(# Handbell: this machine's matters. Programs read it when they start.
# Session times, calendar, users and all else with legal effect stand in the register.

[site]
# true: every program reads the one clock that 'handbell clock' sets; for trying things out alone
rehearsal = {}

[office]
# where browsers find the page: this machine alone, until there is a certificate
listen = "{}"
# where kiosks reach the office: unix:PATH (from the site's folder), or tls:HOST:PORT for kiosks on
# other machines
kiosks = "{}"
# the folder of the certificate (from the site's), which is shown once 'handbell certificate make' or
# 'handbell certificate use' put one there; "" for none
tls = "{}"
# card readers on the office's desk, for giving cards out; named as those of the kiosk below
readers = [{}]

[kiosk]
# card readers: a libnfc connection as "pn532_uart:/dev/handbell-reader", a PC/SC reader as
# "pcsc:ACR1252", or one that types as "wedge:/dev/input/by-id/usb-...-event-kbd#10D", with the
# format of its numbers behind the path: 10D, 10DR, 10H, 13D, 4H4H, 8D, 2H4H, 8H or 8HR
readers = [{}]
# "window", or "memory" for a machine without a screen
display = "{}"
# pixels, and the screen's physical size in millimetres, from which all sizes follow
size = "{}"
mm = "{}"
# how far the picture is turned on a panel that hangs on its side: 0, 90, 180 or 270 degrees clockwise
rotation = {}
# true: the window covers the whole screen
full_screen = {}
# of the sounds, 0 to 100
volume = {}
# how it looks: [] as it is made, "large" for larger type, "contrast" for black on white; both may
# be named, and after them the path of a file of the school's own
theme = [{}]
# "right" or "left": the side of the hand that presses
hand = "{}"
# what the screen says to everybody beside English, in this order
languages = [{}]
{})",
      config.rehearsal, config.listen, config.kiosks, config.tls, listed(config.desk_readers),
      listed(config.readers), config.display, config.size, config.mm, config.rotation,
      config.full_screen, config.volume, listed(config.theme), config.hand,
      listed(config.languages), door_written(config));
}

}  // namespace handbell
