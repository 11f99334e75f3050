// The names that children of an English town have, by where their families' names come from.
//
// Lists of common first names and surnames, put together by chance: whoever is called like one of
// the children here is called so by coincidence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbell::invent {

struct Forename {
  std::string text;
  std::string preferred;  ///< short ("Ben") or in the family's own script; empty: none
};

/// Families whose names come from one place.
struct NameStock {
  int weight = 0;        ///< how many of a hundred families
  std::string language;  ///< ISO 639, of those that speak another than English at home
  int speaks = 0;        ///< how many of a hundred of these families do
  std::vector<std::string> surnames;
  std::vector<Forename> girls;
  std::vector<Forename> boys;
  bool own_script = false;  ///< the preferred names are in the family's script, not short forms
  bool double_barrels = false;
};

/// All of them; the weights add up to 100.
[[nodiscard]] std::vector<NameStock> name_stocks();

/// A stock as its file writes it: names with a blank between them, "Amina=آمنہ" with a preferred
/// name, "_" for a blank inside of a name.
struct WrittenStock {
  int weight;
  std::string_view language;
  int speaks;
  std::string_view surnames;
  std::string_view girls;
  std::string_view boys;
  bool own_script = false;
};

[[nodiscard]] NameStock stock_from(const WrittenStock& written);
[[nodiscard]] std::vector<NameStock> stocks_from_abroad();

}  // namespace handbell::invent
