#include "layers.h"

#include <vector>

namespace handbell::tidy {
namespace {

/// Whatever a page of the office is made from; never another page.
std::set<std::string> office_page_may_include() {
  return {"app/base",        "app/register",   "app/journal",      "app/reports",
          "app/exchange",    "app/net",        "app/store",        "app/paper",
          "app/office/page", "app/office/web", "app/office/access"};
}

const std::vector<std::string>& office_pages() {
  static const std::vector<std::string> kPages{
      "absence",   "attendance", "audit",   "calls",    "cards",    "cases",
      "concerns",  "figures",    "letters", "out",      "presence", "pupils",
      "reconcile", "reports",    "roll",    "settings", "take",     "today"};
  return kPages;
}

/// What puts the pages together.
std::set<std::string> office_site_may_include() {
  std::set<std::string> all{"app/base",  "app/register",    "app/journal",    "app/net",
                            "app/store", "app/office/page", "app/office/web", "app/office/access"};
  for (const auto& page : office_pages()) all.insert("app/office/" + page);
  // The office's own card readers.
  all.insert({"drivers/card", "drivers/control", "drivers/keyholder"});
  return all;
}

using Layers = std::map<std::string, std::set<std::string>>;

Layers all_layers() {
  static const std::string kBase = "app/base";
  static const std::string kRegister = "app/register";
  static const std::string kJournal = "app/journal";
  static const std::string kFlow = "app/kiosk/flow";
  static const std::string kView = "app/kiosk/view";
  static const std::string kI18n = "app/kiosk/i18n";
  static const std::string kPage = "app/office/page";
  static const std::string kWeb = "app/office/web";
  Layers all{
      {kBase, {}},
      {"drivers/card", {kBase}},
      {"drivers/cipher", {kBase}},
      {"drivers/control", {kBase}},
      {"drivers/keyholder", {kBase, "drivers/card", "drivers/cipher"}},
      {"drivers/pn532", {kBase, "drivers/cipher", "drivers/control"}},
      {"drivers/vcard", {kBase}},
      {"drivers/printer", {kBase, "drivers/card"}},
      {kRegister, {kBase}},
      {kJournal, {kBase, kRegister}},
      {"app/reports", {kBase, kRegister}},
      {"app/exchange", {kBase, kRegister}},
      {"app/invent", {kBase, kRegister}},
      {"app/rehearsal", {kBase, kRegister, kJournal, "app/invent", "app/store", "drivers/control"}},
      {"app/net", {kBase}},
      {"app/store", {kBase, kRegister, kJournal}},
      {"app/paper", {kBase, kRegister, "app/reports"}},
      {kFlow, {kBase, kRegister, kJournal}},
      {kI18n, {kBase}},
      {kView, {kBase, kFlow, kI18n}},
      {"app/kiosk/paint", {kBase, kView, kI18n}},
      {"app/kiosk/sound", {kBase}},
      {"app/kiosk/link", {kBase, kRegister, kJournal, "app/net", "app/store"}},
      {"app/kiosk/shell",
       {kBase, kRegister, kJournal, kFlow, kView, kI18n, "app/kiosk/paint", "app/kiosk/sound",
        "app/kiosk/link", "app/net", "app/store", "drivers/card", "drivers/control",
        "drivers/keyholder", "drivers/printer"}},
      {kPage, {kBase, kRegister}},
      {kWeb, {kBase, kRegister, kJournal, "app/net", "app/store", kPage}},
      {"app/office/access", {kBase, kRegister, kJournal, "app/net", "app/store", kPage, kWeb}},
      {"app/office", office_site_may_include()},
      {"app/admin",
       {kBase, kRegister, kJournal, "app/reports", "app/exchange", "app/invent", "app/net",
        "app/store", "app/paper", "drivers/card", "drivers/control", "drivers/keyholder"}},
  };
  for (const auto& page : office_pages()) all["app/office/" + page] = office_page_may_include();
  return all;
}

}  // namespace

const std::map<std::string, std::set<std::string>>& layers() {
  static const Layers kLayers = all_layers();
  return kLayers;
}

const std::set<std::string>& pure_folders() {
  static const std::set<std::string> kPure{"app/base",       "app/register",  "app/journal",
                                           "app/reports",    "app/invent",    "app/kiosk/flow",
                                           "app/kiosk/view", "app/kiosk/i18n"};
  return kPure;
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

}  // namespace handbell::tidy
