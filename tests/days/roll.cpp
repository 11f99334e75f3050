#include "roll.h"

#include "app/base/text.h"

#include <algorithm>

namespace handbell::days {

Reading<PupilId> Roll::add(const std::string& name, const std::string& class_name) {
  const auto blank = name.find(' ');
  if (blank == std::string::npos) return unread("\"" + name + "\" has no surname");
  if (find(name)) return unread(name + " stands twice");
  children_.push_back({name.substr(0, blank), name.substr(blank + 1), class_name});
  return PupilId(static_cast<std::int64_t>(children_.size()));
}

Reading<PupilId> Roll::find(const std::string& name) const {
  std::vector<PupilId> found;
  for (const PupilId id : everybody()) {
    if (child(id).full_name() == name) return id;
    if (child(id).forename == name) found.push_back(id);
  }
  if (found.size() == 1) return found.front();
  return unread((found.empty() ? "nobody is called \"" : "more than one is called \"") + name +
                "\"");
}

Reading<std::vector<PupilId>> Roll::list(const std::string& names) const {
  std::vector<PupilId> ids;
  if (names == "nobody") return ids;
  std::string commas = names;
  if (const auto last = commas.rfind(" and "); last != std::string::npos) {
    commas.replace(last, 5, ", ");
  }
  for (const auto& name : split(commas, ',')) {
    const auto id = find(trimmed(name));
    if (!id) return unread(id.error());
    ids.push_back(*id);
  }
  return ids;
}

Reading<std::vector<PupilId>> Roll::in_class(const std::string& class_name,
                                             const std::string& names) const {
  static const std::string kAllBut = "all but ";
  auto ids = of_class(class_name);
  if (ids.empty()) return unread("there is no class " + class_name);
  if (names == "all") return ids;
  if (!names.starts_with(kAllBut)) return list(names);
  const auto but = list(names.substr(kAllBut.size()));
  if (!but) return unread(but.error());
  std::erase_if(ids, [&](PupilId id) { return std::ranges::find(*but, id) != but->end(); });
  return ids;
}

Reading<std::pair<PupilId, std::string>> Roll::leading(const std::string& text) const {
  for (auto cut = text.size(); cut != std::string::npos && cut > 0;
       cut = text.rfind(' ', cut - 1)) {
    const auto id = find(text.substr(0, cut));
    if (id) return std::pair{*id, trimmed(text.substr(cut))};
  }
  return unread("no child in \"" + text + "\"");
}

const RollChild& Roll::child(PupilId id) const {
  return children_.at(static_cast<std::size_t>(id.number() - 1));
}

std::string Roll::called(PupilId id) const {
  return find(child(id).forename) ? child(id).forename : child(id).full_name();
}

std::string Roll::called(const std::vector<PupilId>& ids) const {
  std::string names;
  for (const PupilId id : ids) names += (names.empty() ? "" : ", ") + called(id);
  return names.empty() ? "nobody" : names;
}

std::vector<PupilId> Roll::of_class(const std::string& class_name) const {
  auto ids = everybody();
  std::erase_if(ids, [&](PupilId id) { return child(id).class_name != class_name; });
  return ids;
}

std::vector<PupilId> Roll::everybody() const {
  std::vector<PupilId> ids;
  for (std::size_t i = 1; i <= children_.size(); ++i) {
    ids.emplace_back(static_cast<std::int64_t>(i));
  }
  return ids;
}

}  // namespace handbell::days
