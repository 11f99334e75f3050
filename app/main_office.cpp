// handbell-office: the register's one owner, the page for people, the door for kiosks.
#include "app/admin/commands.h"
#include "app/admin/office_socket.h"
#include "app/admin/office_tls.h"
#include "app/office/access/front_door.h"
#include "app/office/desk_enroller.h"
#include "app/office/kiosk_service.h"
#include "app/office/letters/wording_routes.h"
#include "app/office/office_site.h"
#include "app/office/settings/import.h"
#include "app/register/due_change.h"

#include "command_words.h"
#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace {

using namespace handbell;
namespace fs = std::filesystem;

struct Options {
  std::string site;
  std::string listen;  ///< empty: as in handbell.toml
  std::string web;     ///< where style and script stand
};

void log(const std::string& line) { std::cerr << "handbell-office: " << line << std::endl; }

int told(const Fault& fault) {
  std::cerr << sentence(fault) << "\n";
  return 1;
}

/// What stands beside this program, wherever it was installed or built.
std::string beside(const std::string& name) {
  std::error_code error;
  const auto program = fs::read_symlink("/proc/self/exe", error);
  return (program.parent_path() / name).lexically_normal().string();
}

sigset_t ending_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

/// The register rests; when its disk fails nothing more is trusted: the office ends, and whoever
/// supervises it starts it clean.
void rest(store::RegisterFile& file, std::atomic<bool>& failed) {
  const Status rested = file.rest();
  if (rested) return;
  log(sentence(rested.error()));
  if (rested.error().code != FaultCode::disk_failed || failed.exchange(true)) return;
  ::kill(::getpid(), SIGTERM);  // to the process: main waits for it
}

struct Addresses {
  net::Address page;
  std::vector<net::Address> kiosks;
  net::Address commands;
};

Result<Addresses> addresses_of(const admin::Site& site, const Options& options, bool certificate) {
  const auto& config = site.config();
  const auto page =
      admin::page_address(options.listen.empty() ? config.listen : options.listen, certificate);
  if (!page) return fail(page.error());
  const auto kiosks = admin::kiosks_addresses(site, certificate);
  if (!kiosks) return fail(kiosks.error());
  const auto commands = net::Address::parse(admin::admin_socket(site));
  if (!commands) return fail(commands.error());
  return Addresses{*page, *kiosks, *commands};
}

net::Handler handler_of(auto& service) {
  return [&service](const net::Request& request, const net::Reply& reply) {
    service.handle(request, reply);
  };
}

/// What listens. stop() lies between the last request and the end of whoever answers; the servers
/// themselves go last, since answers may still hold their connections.
class Servers {
 public:
  Status start(const std::vector<net::Address>& at, net::Handler handler,
               const net::ServerLimits& limits = {},
               const std::optional<net::TlsContext>& tls = std::nullopt) {
    auto server = net::Server::start(at, std::move(handler), limits, tls);
    if (!server) return fail(server.error());
    servers_.push_back(std::move(*server));
    return {};
  }
  void stop() {
    for (auto& server : servers_) server->stop();
  }
  /// Of those that browsers find, which were started last.
  [[nodiscard]] std::uint16_t port() const { return servers_.back()->ports().front(); }

 private:
  std::vector<std::unique_ptr<net::Server>> servers_;
};

std::string page_place(const net::Address& at, std::uint16_t port,
                       const std::optional<admin::OfficeTls>& tls) {
  if (!tls) return "http://" + at.host() + ":" + std::to_string(port) + "/today";
  const auto called = admin::called_by_others(at, tls->names).at_port(port);
  return "https://" + called.text() + "/today";
}

/// What a new day asks for: the log hears of a certificate that ends, what was read more than a
/// year ago is forgotten, and timetables that were agreed for this day begin and end.
void begin_day(const admin::Site& site, office::AuditLog& audit, office::Writer& writer,
               const std::function<void()>& changed) {
  if (const auto warning = admin::certificate_warning(site)) log(*warning);
  if (const auto gone = audit.prune(site.now()); !gone) log(sentence(gone.error()));
  const auto today = site.today();
  if (!today) return;
  const auto due =
      writer.ask([&](store::Register& held) { return reg::apply_due_changes(held, *today); });
  if (!due) return log(sentence(due.error()));
  if (*due > 0) changed();
}

/// Until a signal comes.
void wait_for_end(const admin::Site& site, const std::function<void()>& day_begins) {
  constexpr timespec kMinute{60, 0};
  const auto signals = ending_signals();
  std::optional<SchoolDay> begun;
  do {
    const auto today = site.today();
    if (begun && (!today || *today == *begun)) continue;
    day_begins();
    if (today) begun = *today;
  } while (::sigtimedwait(&signals, nullptr, &kMinute) < 0);
}

/// First nobody asks any more, then what was asked is done; only then may go what it knows of.
struct StopAtEnd {
  Servers& servers;
  office::LiveHub& hub;
  office::Readers& readers;
  office::FrontDoor& door;
  office::Writer& writer;
  StopAtEnd(Servers& stopped, office::LiveHub& quiet, office::Readers& read,
            office::FrontDoor& shut, office::Writer& finished)
      : servers(stopped), hub(quiet), readers(read), door(shut), writer(finished) {}
  StopAtEnd(const StopAtEnd&) = delete;
  StopAtEnd& operator=(const StopAtEnd&) = delete;
  ~StopAtEnd() {
    servers.stop();
    hub.finish();
    door.finish();
    readers.finish();
    writer.finish();
  }
};

/// Where nobody can sign in yet, how the first person does.
Status tell_first_run(office::FrontDoor& door, const std::string& place) {
  const auto code = door.first_run_code();
  if (!code) return fail(code.error());
  if (!*code) return {};
  std::cout << "Nobody can sign in yet: open " << place.substr(0, place.rfind('/')) << "/set-up\n"
            << "First-run code: " << **code << std::endl;
  return {};
}

Result<std::unique_ptr<office::FrontDoor>> front_door_of(const admin::Site& site,
                                                         office::Writer& writer,
                                                         const office::WebFiles& files,
                                                         Random& random, office::AuditLog& audit) {
  return office::FrontDoor::open(
      {site.office_folder(), site.register_path(), [&site] { return site.now(); },
       [&writer](const reg::StaffMember& member) {
         return writer.ask([member](store::Register& held) -> Status {
           const auto put = held.put_staff({member});
           return put ? Status() : fail(put.error());
         });
       },
       [&files, &site] { return office::plain_frame(files, site.config().rehearsal); }, log,
       &audit},
      random);
}

/// Everything that serves, in the order in which it has to stop, last first.
int serve(const admin::Site& site, const Addresses& at, const std::optional<admin::OfficeTls>& tls,
          store::RegisterFile& file, const office::WebFiles& files) {
  const std::string clock_file = site.config().rehearsal ? site.clock_path() : "";
  store::SiteClock page_clock(clock_file);
  store::SiteClock kiosk_clock(clock_file);
  store::SiteRandom random;
  std::atomic<bool> failed = false;
  const auto card_key = file.card_key();
  if (!card_key) return told(card_key.error());
  auto reader =
      office::TodayReader::open(site.register_path(), random, page_clock, site.config().rehearsal);
  if (!reader) return told(reader.error());
  auto readers = office::Readers::open(site.register_path(), random);
  if (!readers) return told(readers.error());
  const auto audited = store::AuditFile::open(site.audit_path(), random);
  if (!audited) return told(audited.error());
  Servers servers;
  office::AuditLog audit(**audited, log);
  office::LiveHub hub(**reader);
  office::Writer writer(
      file, [&](store::Register&) { rest(file, failed); },
      [&file](const auto& parts) { return file.together(parts); });
  const auto changed = [&hub] { hub.changed(); };
  office::KioskService kiosks(writer, kiosk_clock, *card_key, changed);
  const auto all_changed = [&] {
    changed();
    kiosks.school_changed();
  };
  office::CardDesk desk(store::steady_now, [&hub] { hub.pages_changed(); });
  auto door = front_door_of(site, writer, files, random, audit);
  if (!door) return told(door.error());
  const auto desk_readers =
      office::DeskReaders::open(beside("handbell-reader"), site.config().desk_readers,
                                site.office_folder() + "/desk.sock", desk, store::steady_now);
  if (!desk_readers) return told(desk_readers.error());
  store::SiteRandom ticket_random;
  office::DeskEnroller enroller(beside("handbell-keys"), site.office_folder() + "/keys",
                                **desk_readers, ticket_random, store::steady_now);
  const admin::Site with_accounts =
      site.with_accounts((*door)->accounts()).with_audit([&audit](const reg::Reading& reading) {
        audit.note(reading);
      });
  admin::AdminService commands(with_accounts, writer, all_changed);
  office::OfficeSite pages(
      {writer,
       **readers,
       **reader,
       hub,
       files,
       (*door)->gate(),
       audit,
       [&site] { return site.now(); },
       log,
       all_changed,
       site.config().rehearsal,
       tls ? tls->names : std::vector<std::string>{},
       (*door)->routes(),
       {site.register_path(), admin::office_for_kiosks(site), &random, &enroller, &desk}});
  if (tls && at.kiosks.front().is_tls()) kiosks.vouch_with(tls->top);
  const StopAtEnd stop(servers, hub, **readers, **door, writer);

  net::ServerLimits large;
  large.body = 16ULL * 1024 * 1024;  // a school's file of 8 MB
  Status started = servers.start({at.commands}, handler_of(commands), large);
  net::ServerLimits messages;
  messages.body = 2ULL * 1024 * 1024;  // 256 entries of a kiosk
  const auto shown = tls ? std::optional(tls->context) : std::nullopt;
  if (started) {
    started = servers.start(at.kiosks, handler_of(kiosks), messages,
                            at.kiosks.front().is_tls() ? shown : std::nullopt);
  }
  net::ServerLimits forms;
  // Whoever did not sign in sends no file.
  forms.body_of = [&gate = (*door)->gate(), usual = forms.body](const net::Request& head) {
    if (!gate.is_signed_in(head)) return usual;
    return std::max(office::largest_body(head.path), office::largest_logo_body(head.path));
  };
  if (started) started = servers.start({at.page}, handler_of(pages), forms, shown);
  if (!started) return told(started.error());
  const auto place = page_place(at.page, servers.port(), tls);
  std::cout << "The office's page: " << place << std::endl;
  if (Status first = tell_first_run(**door, place); !first) return told(first.error());
  wait_for_end(site, [&] { begin_day(site, audit, writer, all_changed); });
  return failed ? 1 : 0;
}

int run(const Options& options) {
  const auto site = admin::Site::open(options.site);
  if (!site) return told(site.error());
  const auto tls = admin::office_tls(*site);
  if (!tls) return told(tls.error());
  const auto at = addresses_of(*site, options, tls->has_value());
  if (!at) return told(at.error());
  const auto files = office::WebFiles::load(options.web);
  if (!files) return told(files.error());
  const auto lock = store::FolderLock::take(site->office_folder(), "handbell-office");
  if (!lock) return told(lock.error());
  store::SiteRandom random;
  const auto file = store::RegisterFile::open(site->register_path(), random);
  if (!file) return told(file.error());
  return serve(*site, *at, *tls, **file, *files);
}

}  // namespace

int main(int argc, char** argv) {
  ::umask(077);
  // A page of 200 late children is 200 kB: its memory is kept for the next one, since asking the
  // kernel for it anew takes twice as long as making the page. A file that somebody sends is rare
  // and large: its memory goes back at once.
  ::mallopt(M_MMAP_THRESHOLD, 2 * 1024 * 1024);
  ::mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
  std::signal(SIGPIPE, SIG_IGN);
  net::allow_many_files();
  // Before any thread is made: only main hears them.
  const auto signals = ending_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  CLI::App app("The office: the register, its page and its kiosks");
  Options options;
  options.web = beside("../share/handbell/web");
  if (const char* site = std::getenv("HANDBELL_SITE")) options.site = site;
  app.add_option("--site", options.site, "the site's folder; or HANDBELL_SITE");
  app.add_option("--listen", options.listen, "ADDRESS:PORT of the page; others with a certificate");
  app.add_option("--web", options.web, "the folder of style and script");
  if (const auto status = handbell::ends_with(app, argc, argv)) return *status;
  if (options.site.empty()) {
    std::cerr << "Which site? Give --site FOLDER or set HANDBELL_SITE.\n";
    return 2;
  }
  return run(options);
}
