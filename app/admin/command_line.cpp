#include "app/admin/command_line.h"

#include "app/admin/line.h"
#include "app/admin/office_socket.h"
#include "app/admin/policy_command.h"
#include "app/exchange/csv.h"
#include "app/store/atomic_file.h"

#include <map>
#include <sstream>

namespace handbell::admin {

CLI::App* command(CLI::App& app, Line& line, const char* name, const char* help, Action action) {
  auto* made = app.add_subcommand(name, help);
  made->callback([&line, action = std::move(action)] { line.action = action; });
  return made;
}

void add_format(CLI::App* app, Line& line) {
  static const std::map<std::string, Format> kFormats{
      {"table", Format::table}, {"csv", Format::csv}, {"json", Format::json}};
  const auto choose = [&line](const std::string& text) { line.format = kFormats.at(text); };
  app->add_option_function<std::string>("--format", choose, "table, csv or json")
      ->check(CLI::IsMember({"table", "csv", "json"}));
}

namespace {

void add_session(CLI::App* app, Line& line) {
  app->add_option("--on", line.session.on, "the day, YYYY-MM-DD")->required();
  app->add_option("--session", line.session.session, "am or pm")->required();
}

void add_school(CLI::App& app, Line& line) {
  auto* import =
      command(app, line, "import",
              "take a file: pupils, contacts, cards, staff, calendar, reasons or marks",
              [&](const Site& site) { return import_file(site, line.what, line.import); });
  import
      ->add_option("what", line.what, "pupils, contacts, cards, staff, calendar, reasons or marks")
      ->required()
      ->check(
          CLI::IsMember({"pupils", "contacts", "cards", "staff", "calendar", "reasons", "marks"}));
  import->add_option("file", line.import.file, "a CSV file")->required();
  import->add_flag("--dry-run", line.import.dry_run, "show what would be taken");
  import->add_flag("--partial", line.import.partial, "take the good rows");
  import->add_option("--by", line.import.by, "marks: who answers for them, \"NAME, POSITION\"");

  auto* listed = command(app, line, "list", "what the site holds",
                         [&](const Site& site) { return list(site, line.listed, line.format); });
  listed
      ->add_option(
          "what", line.listed.what,
          "pupils, contacts, cards, staff, staff-cards, acting, calendar, kiosks, notices, "
          "settings, reasons or evacuations")
      ->required()
      ->check(
          CLI::IsMember({"pupils", "contacts", "cards", "staff", "staff-cards", "acting",
                         "calendar", "kiosks", "notices", "settings", "reasons", "evacuations"}));
  listed->add_option("--on", line.listed.on, "notices: the day, YYYY-MM-DD; without it today");
  add_format(listed, line);
}

void add_days(CLI::App* app, Line& line) {
  app->add_option("--from", line.exported.from, "the first day, YYYY-MM-DD")->required();
  app->add_option("--to", line.exported.to, "the last day")->required();
}

/// `file`: what it is called in a folder.
void add_folder(CLI::App* app, Line& line,
                std::function<Result<std::string>(const Site&, const std::string&)> file) {
  const auto choose = [&line, file = std::move(file)](const std::string& folder) {
    line.kept_as = [file, folder](const Site& site) { return file(site, folder); };
  };
  app->add_option_function<std::string>("--folder", choose,
                                        "write a file there, named by its days and the register");
}

void add_exports(CLI::App& app, Line& line) {
  auto* exported = app.add_subcommand("export", "give out a list");
  exported->require_subcommand(1);
  auto* marks = command(*exported, line, "marks", "the register's marks",
                        [&](const Site& site) { return export_marks(site, line.exported); });
  add_days(marks, line);
  marks->add_flag("--every-entry", line.exported.every_entry, "each amendment too; CSV alone");
  marks->add_option("--format", line.exported.format, "csv, or json in the aggregator's fields")
      ->check(CLI::IsMember({"csv", "json"}));
  marks->add_flag("--new", line.exported.only_new, "what has not left yet or was refused there");
  marks->add_option("--ids", line.exported.ids, "json: the other system's numbers, a CSV file");
  add_folder(marks, line, [&](const Site& site, const std::string& folder) {
    return marks_file(site, line.exported, folder);
  });

  auto* subject = command(*exported, line, "pupil", "everything that is held about one child",
                          [&](const Site& site) { return export_pupil(site, line.subject); });
  subject->add_option("pupil", line.subject.pupil, "UPN or admission number")->required();
  subject
      ->add_option("--to", line.subject.to,
                   "a new FILE.zip, FILE.json or FILE.html, or a new folder")
      ->required();
  subject->add_option("--asked-by", line.subject.asked_by, "the place in the child's contacts")
      ->check(CLI::Range(1, reg::kMostContacts));
  subject->add_option("--no-name", line.subject.no_names, "a word to be left in; may be repeated")
      ->allow_extra_args(false);

  auto* crosscheck =
      command(*exported, line, "crosscheck", "what the school census will ask, as CSV",
              [&](const Site& site) { return export_crosscheck(site, line.year); });
  crosscheck->add_option("--year", line.year, "of its September; without it the present one")
      ->check(CLI::Range(1901, 2198));
  add_folder(crosscheck, line, [&](const Site& site, const std::string& folder) {
    return crosscheck_file(site, line.year, folder);
  });
}

void add_exported(CLI::App& app, Line& line) {
  auto* exported = app.add_subcommand("exported", "what became of marks that were handed out");
  exported->require_subcommand(1);
  auto* listed =
      command(*exported, line, "list", "each with its newest state",
              [&](const Site& site) { return exported_list(site, line.exported, line.format); });
  add_days(listed, line);
  add_format(listed, line);
  add_days(command(*exported, line, "accepted", "the other system took what waits of these days",
                   [&](const Site& site) { return exported_accepted(site, line.exported); }),
           line);
  auto* rejected =
      command(*exported, line, "rejected", "the other system refused a mark: it goes out again",
              [&](const Site& site) { return exported_rejected(site, line.rejected); });
  rejected->add_option("pupil", line.rejected.pupil, "UPN or admission number")->required();
  rejected->add_option("date", line.rejected.session.on, "YYYY-MM-DD")->required();
  rejected->add_option("session", line.rejected.session.session, "am or pm")->required();
  rejected->add_option("--reason", line.rejected.reason, "what it said")->required();
}

void add_notices(CLI::App& app, Line& line) {
  auto* noticed = command(app, line, "notice", "what a family told us beforehand",
                          [&](const Site& site) { return notice(site, line.notice); });
  noticed->add_option("pupil", line.notice.pupil, "UPN or admission number")->required();
  noticed->add_option("date", line.notice.session.on, "YYYY-MM-DD")->required();
  noticed->add_option("session", line.notice.session.session, "am or pm")->required();
  noticed->add_option("code", line.notice.code, "the attendance code")->required();
  noticed
      ->add_option("--told", line.notice.told,
                   "when: HH:MM of today or of a date gone by, or YYYY-MM-DDTHH:MM")
      ->required();
  noticed->add_option("--reason", line.notice.reason, "who told us, and what");
  noticed->add_option("--by", line.notice.by, "\"NAME, POSITION\"");

  auto* withdrawn =
      command(app, line, "withdraw-notice", "what was noted of a child's session is not so",
              [&](const Site& site) { return withdraw_notice(site, line.notice); });
  withdrawn->add_option("pupil", line.notice.pupil, "UPN or admission number")->required();
  withdrawn->add_option("date", line.notice.session.on, "YYYY-MM-DD")->required();
  withdrawn->add_option("session", line.notice.session.session, "am or pm")->required();
  withdrawn->add_option("--reason", line.notice.reason, "why");
  withdrawn->add_option("--by", line.notice.by, "\"NAME, POSITION\"");
}

void add_settings(CLI::App& app, Line& line) {
  auto* setting = app.add_subcommand("setting", "what has legal effect, from a day on");
  setting->require_subcommand(1);
  auto* legal = command(*setting, line, "legal-register", "which register is the legal one",
                        [&](const Site& site) { return set_legal_register(site, line.setting); });
  legal->add_option("name", line.setting.value, "\"Handbell\", or the other system's name")
      ->required();
  legal->add_option("--from", line.setting.from, "the first day, YYYY-MM-DD")->required();
  legal->add_option("--reason", line.setting.reason, "why")->required();
  legal->add_option("--by", line.setting.by, "the headteacher: \"NAME, POSITION\"")->required();
}

void add_staff_commands(CLI::App& app, Line& line) {
  auto* staff = app.add_subcommand("staff", "who works here");
  staff->require_subcommand(1);
  auto* added = command(*staff, line, "add", "put a person on the staff list, or change one",
                        [&](const Site& site) { return add_staff(site, line.staff); });
  added->add_option("id", line.staff.id, "as the school writes it")->required();
  added->add_option("--name", line.staff.name, "\"R Patel\"")->required();
  added->add_option("--position", line.staff.position, "\"Office manager\"")->required();
  added->add_option("--role", line.staff.roles, "may be repeated")
      ->required()
      ->allow_extra_args(false);
  added->add_option("--class", line.staff.classes, "of a class teacher; may be repeated")
      ->allow_extra_args(false);
  auto* acting = command(*staff, line, "acting", "who acts in a role, and on which days",
                         [&](const Site& site) { return name_acting(site, line.acting); });
  acting->add_option("staff", line.acting.staff, "id or name")->required();
  acting->add_option("--role", line.acting.role, "\"headteacher\"")->required();
  acting->add_option("--from", line.acting.from, "the first day, YYYY-MM-DD")->required();
  acting->add_option("--to", line.acting.to, "the last day")->required();
  acting->add_option("--by", line.acting.by, "the headteacher: \"NAME, POSITION\"")->required();
  add_staff_card(*staff, line);
}

void add_kiosks(CLI::App& app, Line& line) {
  auto* kiosks = app.add_subcommand("kiosks", "which kiosks are ours");
  kiosks->require_subcommand(1);
  auto* added = command(*kiosks, line, "add", "make a code for a new kiosk, or for one set up anew",
                        [&](const Site& site) { return add_kiosk(site, line.name); });
  added->add_option("name", line.name, "where it stands, \"Side door\"")->required();
}

void add_asked(CLI::App* app, Line& line, Asked asked) {
  if (asked == Asked::days || asked == Asked::days_by) {
    app->add_option("--from", line.report.from, "the first day, YYYY-MM-DD")->required();
    app->add_option("--to", line.report.to, "the last day, YYYY-MM-DD")->required();
    if (asked == Asked::days) return;
    app->add_option("--by", line.report.by, "pupil, class, year, group or school")
        ->check(CLI::IsMember({"pupil", "class", "year", "group", "school"}));
    return;
  }
  if (asked == Asked::that_day) {
    app->add_option("--on", line.report.on, "the day, YYYY-MM-DD")->required();
    return;
  }
  app->add_option("--on", line.report.on, "the day, YYYY-MM-DD; without it today");
  if (asked == Asked::day_and_time) app->add_option("--at", line.report.at, "HH:MM");
}

void add_reports(CLI::App& report, Line& line) {
  for (const ReportCommand& one : report_commands()) {
    auto* made = command(report, line, one.name, one.help, [&](const Site& site) {
      return admin::report(site, one, line.report, line.format);
    });
    add_asked(made, line, one.asked);
    add_format(made, line);
  }
}

void add_register(CLI::App& app, Line& line) {
  auto* accepted =
      command(app, line, "accept", "pending proposals become entries",
              [&](const Site& site) { return accept(site, line.session, line.pupil, line.by); });
  add_session(accepted, line);
  accepted->add_option("--pupil", line.pupil, "one alone: UPN or admission number");
  accepted->add_option("--by", line.by, "\"NAME, POSITION\"")->required();

  auto* marked = command(app, line, "mark", "an entry or an amendment",
                         [&](const Site& site) { return mark(site, line.mark); });
  marked->add_option("pupil", line.mark.pupil, "UPN or admission number")->required();
  marked->add_option("date", line.mark.session.on, "YYYY-MM-DD")->required();
  marked->add_option("session", line.mark.session.session, "am or pm")->required();
  marked->add_option("code", line.mark.code, "the attendance code")->required();
  marked->add_option("--reason", line.mark.reason, "why");
  marked->add_option("--by", line.mark.by, "\"NAME, POSITION\"");

  auto* settled = command(app, line, "settle", "a person decides where door and register differ",
                          [&](const Site& site) { return settle(site, line.mark); });
  settled->add_option("pupil", line.mark.pupil, "UPN or admission number")->required();
  settled->add_option("date", line.mark.session.on, "YYYY-MM-DD")->required();
  settled->add_option("session", line.mark.session.session, "am or pm")->required();
  settled->add_option("--code", line.mark.code, "the attendance code; without it the mark is kept");
  settled->add_option("--reason", line.mark.reason, "why")->required();
  settled->add_option("--by", line.mark.by, "\"NAME, POSITION\"")->required();

  auto* told = command(app, line, "history", "every entry of one mark", [&](const Site& site) {
    return history(site, line.pupil, line.session, line.format);
  });
  told->add_option("pupil", line.pupil, "UPN or admission number")->required();
  told->add_option("date", line.session.on, "YYYY-MM-DD")->required();
  told->add_option("session", line.session.session, "am or pm")->required();
  add_format(told, line);

  auto* report = app.add_subcommand("report", "lists");
  report->require_subcommand(1);
  add_reports(*report, line);

  auto* explained = command(app, line, "explain", "what an arrival earns, and why (JSON)",
                            [&](const Site& site) { return explain(site, line.explain); });
  explained->add_option("--year-group", line.explain.year_group, "N1, N2, R, 1 or 2")->required();
  explained->add_option("--on", line.explain.session.on, "YYYY-MM-DD")->required();
  explained->add_option("--session", line.explain.session.session, "am or pm")->required();
  explained->add_option("--at", line.explain.at, "HH:MM:SS")->required();
  explained->add_option("--mark", line.explain.mark, "what a person entered before");
  explained->add_option("--planned", line.explain.planned, "what was agreed beforehand");
  explained->add_option("--told", line.explain.told, "HH:MM, when we were told");
}

void add_care(CLI::App& app, Line& line) {
  command(app, line, "verify", "read every entry and its chain",
          [](const Site& site) { return verify(site); });
  auto* backup = command(app, line, "backup", "make a checked copy of what the office holds",
                         [&](const Site& site) { return back_up(site, line.copy); });
  backup->add_option("file", line.copy, "a new file")->required();
  add_format(command(app, line, "status", "who runs, and how the kiosks are",
                     [&](const Site& site) { return status(site, line.format); }),
             line);
  auto* audit = app.add_subcommand("audit", "who read or took away what is held about children");
  audit->require_subcommand(1);
  auto* read = command(*audit, line, "list", "newest first", [&](const Site& site) {
    return audit_list(site, line.exported, line.format);
  });
  add_days(read, line);
  add_format(read, line);
  auto* retention = app.add_subcommand("retention", "what need not be kept any more");
  retention->require_subcommand(1);
  add_format(command(*retention, line, "list", "how many texts are due to be erased today",
                     [&](const Site& site) { return retention_list(site, line.format); }),
             line);
  auto* approved = command(*retention, line, "approve", "erase them, for good",
                           [&](const Site& site) { return retention_approve(site, line.by); });
  approved->add_option("--by", line.by, "\"NAME, POSITION\"")->required();
  auto* clock = app.add_subcommand("clock", "the clock of a rehearsal site");
  clock->require_subcommand(1);
  auto* set = command(*clock, line, "set", "set it to a local time",
                      [&](const Site& site) { return clock_set(site, line.value, line.rate); });
  set->add_option("time", line.value, "2026-01-12T08:52:00")->required();
  set->add_option("--rate", line.rate, "how many times faster than real");
  command(*clock, line, "hold", "stop it", [](const Site& site) { return clock_hold(site); });
  auto* rate = command(*clock, line, "rate", "let it run",
                       [&](const Site& site) { return clock_rate(site, line.rate); });
  rate->add_option("rate", line.rate, "how many times faster than real")->required();
  auto* step = command(*clock, line, "step", "move it forward",
                       [&](const Site& site) { return clock_step(site, line.value); });
  step->add_option("by", line.value, "10s, 5m, 1h")->required();
}

Answer told(const Fault& fault) { return {1, "", sentence(fault) + "\n"}; }

Answer answer_of(const Result<std::string>& text) {
  return text ? Answer{0, *text, ""} : told(text.error());
}

Result<std::string> make_site(const Line& line) {
  const auto made = Site::create(line.folder, line.fresh);
  if (!made) return fail(made.error());
  return "The site " + made->folder() + " is ready.\n";
}

void add_restore(CLI::App& app, Line& line) {
  auto* restored = app.add_subcommand("restore", "make a new site of a copy");
  restored->callback(
      [&line] { line.beginning = [&line] { return restore(line.copy, line.folder); }; });
  restored->add_option("file", line.copy, "made by 'handbell backup'")->required();
  restored->add_option("folder", line.folder, "a new or empty folder")->required();
}

void add_policy(CLI::App& app, Line& line) {
  auto* policy = app.add_subcommand("policy", "what of the attendance policy is done where");
  policy->callback([&line] { line.beginning = [&line] { return policy_list(line.format); }; });
  add_format(policy, line);
}

void add_beginnings(CLI::App& app, Line& line) {
  auto* init = app.add_subcommand("init", "make a site");
  init->callback([&line] { line.beginning = [&line] { return make_site(line); }; });
  init->add_option("folder", line.folder, "a new or empty folder")->required();
  init->add_option("--name", line.fresh.name, "the school's name");
  init->add_flag("--rehearsal", line.fresh.rehearsal, "with a clock that can be set");
  init->add_flag("--demo", line.fresh.demo, "with an invented school of 280 children; a rehearsal");
  auto* kiosk = app.add_subcommand("init-kiosk", "make a further kiosk's folder, at that kiosk");
  kiosk->callback([&line] { line.beginning = [&line] { return init_kiosk(line.kiosk); }; });
  kiosk->add_option("folder", line.kiosk.folder, "a new or empty folder")->required();
  kiosk->add_option("--office", line.kiosk.office, "unix:PATH or tls:HOST:PORT of the office")
      ->required();
  kiosk->add_option("--code", line.kiosk.code, "from 'handbell kiosks add' in the office")
      ->required();
}

void describe(CLI::App& app, Line& line) {
  app.require_subcommand(1);
  app.fallthrough();
  app.set_help_all_flag("--help-all", "every command with its options");
  app.add_option("--site", line.site, "the site's folder; or HANDBELL_SITE");
  add_beginnings(app, line);
  add_restore(app, line);
  add_school(app, line);
  add_certificates(app, line);
  add_readers(app, line);
  add_staff_keys(app, line);
  add_cards(app, line);
  add_evacuation(app, line);
  add_releases(app, line);
  add_calls(app, line);
  add_collectors(app, line);
  add_leave(app, line);
  add_cases(app, line);
  add_letters(app, line);
  add_roll_calls(app, line);
  add_take_back(app, line);
  add_exports(app, line);
  add_exported(app, line);
  add_notices(app, line);
  add_settings(app, line);
  add_staff_commands(app, line);
  add_accounts(app, line);
  add_kiosks(app, line);
  add_register(app, line);
  add_care(app, line);
  add_policy(app, line);
}

/// Nothing where the words were understood.
std::optional<Answer> parsed(CLI::App& app, std::vector<std::string> words) {
  try {
    std::reverse(words.begin(), words.end());  // as CLI11 wants them
    app.parse(words);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    const int status = app.exit(error, out, err) == 0 ? 0 : 2;
    return Answer{status, out.str(), err.str()};
  }
}

/// The office has the folder: it runs the command for us, on what stands in our file.
Answer hand_over(const Site& site, const Line& line, const std::vector<std::string>& words,
                 const Fault& owned) {
  CommandOrder order{words, std::nullopt};
  if (line.asks_pin) order.file = line.staff_card.pin;
  const std::string& named = line.import.file.empty() ? line.exported.ids : line.import.file;
  if (!named.empty()) {
    auto bytes = exchange::load_file(named);
    if (!bytes) return told(bytes.error());
    order.file = std::move(*bytes);
  }
  const auto answer = ask_office(site, order);
  if (answer) return *answer;
  const bool nobody = answer.error().code == FaultCode::office_unreachable;
  return told(nobody ? owned : answer.error());
}

Answer run_here(const Site& site, const Line& line, const std::vector<std::string>& words) {
  const auto text = line.action(site);
  const bool owned = !text && text.error().code == FaultCode::folder_owned;
  return owned ? hand_over(site, line, words, text.error()) : answer_of(text);
}

/// The file is the shell's own, also where the office ran the command.
Answer run_into_file(const Site& site, const Line& line, const std::vector<std::string>& words) {
  const auto path = line.kept_as(site);
  if (!path) return told(path.error());
  Answer answer = run_here(site, line, words);
  if (answer.status != 0) return answer;
  if (Status wrote = store::write_file(*path, answer.out); !wrote) return told(wrote.error());
  answer.out = *path + " is written.\n";
  return answer;
}

/// What the shell makes is its own; the office notes that it was made.
Answer run_first(const Site& site, const Line& line, const std::vector<std::string>& words) {
  const auto made = line.first(site);
  if (!made) return told(made.error());
  Answer answer = run_here(site, line, words);
  if (answer.status == 0) answer.out = *made;
  return answer;
}

}  // namespace

Answer run_in_office(const Site& site, const CommandOrder& order) {
  CLI::App app("Handbell: a school's register and its door", "handbell");
  Line line;
  describe(app, line);
  if (auto wrong = parsed(app, order.words)) return *wrong;
  if (line.beginning) return {1, "", "This is done without the office.\n"};
  line.import.bytes = order.file;
  line.exported.ids_text = order.file;
  if (line.asks_pin) line.staff_card.pin = order.file.value_or("");
  return answer_of(line.action(site));
}

Answer run_in_shell(const std::vector<std::string>& words, const std::string& site,
                    const AskSecret& ask, const SayLine& say) {
  CLI::App app("Handbell: a school's register and its door", "handbell");
  Line line;
  line.site = site;
  line.say = say;
  describe(app, line);
  if (auto wrong = parsed(app, words)) return *wrong;
  if (line.beginning) return answer_of(line.beginning());
  if (line.site.empty()) {
    return {2, "", "Which site? Give --site FOLDER or set HANDBELL_SITE.\n"};
  }
  const auto opened = Site::open(line.site);
  if (!opened) return told(opened.error());
  if (line.asks_pin && ask) line.staff_card.pin = ask("PIN, four digits: ");
  if (line.first) return run_first(*opened, line, words);
  return line.kept_as ? run_into_file(*opened, line, words) : run_here(*opened, line, words);
}

}  // namespace handbell::admin
