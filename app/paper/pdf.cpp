#include "app/paper/pdf.h"

#include "app/paper/page_flow.h"
#include "app/paper/pdf_language.h"

#include <cairo-pdf.h>
#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>

namespace handbell::paper {
namespace {

constexpr double kFootSize = 8;
constexpr const char* kRehearsal = "Rehearsal: nothing on this paper is real.";
constexpr double kRehearsalSize = 9;
constexpr double kFromEdge = 8;     // points above it
constexpr double kAboveFoot = 10;   // points between a page's words and its foot
constexpr double kPageNumber = 70;  // points for "Page 1 of 2"
constexpr double kWidestLogo = 60;  // mm
constexpr double kHighestLogo = 17;

struct Format {
  double width = 0;
  double height = 0;
  double side = 0;
  double top = 0;
  double foot = 0;  ///< free below the last line, for the page's number
};

Format format_of(PaperSize size) {
  if (size == PaperSize::slip) {
    return {105 * kPointsAMm, 148 * kPointsAMm, 9 * kPointsAMm, 9 * kPointsAMm, 14 * kPointsAMm};
  }
  return {210 * kPointsAMm, 297 * kPointsAMm, 22 * kPointsAMm, 18 * kPointsAMm, 22 * kPointsAMm};
}

struct CairoEnd {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Cairo = std::unique_ptr<cairo_t, CairoEnd>;

cairo_status_t append(void* to, const unsigned char* data, unsigned int length) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

/// Draws what stands on a page.
struct Drawing {
  cairo_t* cairo;
  bool drawn = true;

  void operator()(const TextInk& ink) const {
    cairo_set_source_rgb(cairo, ink.grey, ink.grey, ink.grey);
    cairo_move_to(cairo, ink.x, ink.y);
    pango_cairo_show_layout(cairo, ink.layout.get());
  }
  void operator()(const RuleInk& ink) const {
    cairo_set_source_rgb(cairo, ink.grey, ink.grey, ink.grey);
    cairo_set_line_width(cairo, ink.thick);
    cairo_new_path(cairo);
    cairo_move_to(cairo, ink.x, ink.y);
    cairo_line_to(cairo, ink.x + ink.width, ink.y);
    cairo_stroke(cairo);
  }
  void operator()(const PictureInk& ink) {
    cairo_save(cairo);
    if (!ink.picture->draw(cairo, ink.place)) drawn = false;
    cairo_restore(cairo);
  }
  void operator()(const TagInk& ink) const {
    if (ink.begins) {
      cairo_tag_begin(cairo, ink.tag.c_str(), nullptr);
    } else {
      cairo_tag_end(cairo, ink.tag.c_str());
    }
  }
};

/// Puts head and foot around the pages of each sheet.
class Press {
 public:
  Press(const Fonts& fonts, const Letterhead& head, cairo_t* cairo, cairo_surface_t* surface)
      : fonts_(fonts), head_(head), cairo_(cairo), surface_(surface) {}

  Status take_logo() {
    if (head_.logo.empty()) return {};
    auto logo = Picture::decode(head_.logo);
    if (!logo || !logo->draw_once({0, 0, kWidestLogo, kHighestLogo})) {
      return fail(FaultCode::logo_unfit, "that is kept is no picture");
    }
    logo_ = std::make_shared<const Picture>(std::move(*logo));
    return {};
  }

  /// All sheets are one document of which each is a section.
  Status print(const Sheet& sheet, bool last) {
    format_ = format_of(sheet.size);
    slip_ = sheet.size == PaperSize::slip;
    // However long the stamp is, it stands on the paper.
    constexpr double kBelow = 6 * kPointsAMm;
    const double stamp = height_of(stamp_words());
    format_.foot = std::max(format_.foot, kAboveFoot + stamp + kBelow);
    const Page letterhead = head_page();
    const PageBox box{format_.side, format_.width - 2 * format_.side, format_.top + 16,
                      format_.height - format_.foot, head_bottom_};
    auto pages = flow(sheet, fonts_, box);
    if (!pages) return fail(pages.error());
    for (std::size_t i = 0; i < pages->size(); ++i) {
      cairo_pdf_surface_set_size(surface_, format_.width, format_.height);
      Drawing drawing{cairo_};
      if (i == 0) begin_section();
      begin_page();
      const Page top = i == 0 ? letterhead : running_title(sheet.title);
      for (const auto& ink : rehearsal().ink) std::visit(drawing, ink);
      for (const auto& ink : top.ink) std::visit(drawing, ink);
      for (const auto& ink : (*pages)[i].ink) std::visit(drawing, ink);
      for (const auto& ink : foot(i + 1, pages->size()).ink) std::visit(drawing, ink);
      if (!drawing.drawn)
        return fail(FaultCode::sheet_picture_unusable, "on \"" + sheet.title + "\"");
      if (i + 1 == pages->size()) end_section(last);
      cairo_show_page(cairo_);
    }
    return {};
  }

 private:
  /// cairo 1.16 fails where a picture is the first thing within a mark of structure on a page: a
  /// white dot comes before it.
  void begin_page() {
    constexpr double kDot = 0.1;
    cairo_set_source_rgb(cairo_, 1, 1, 1);
    cairo_rectangle(cairo_, 0, 0, kDot, kDot);
    cairo_fill(cairo_);
  }

  void begin_section() {
    if (!begun_) cairo_tag_begin(cairo_, "Document", nullptr);
    begun_ = true;
    cairo_tag_begin(cairo_, "Sect", nullptr);
  }
  void end_section(bool last) {
    cairo_tag_end(cairo_, "Sect");
    if (last) cairo_tag_end(cairo_, "Document");
  }

  static void put(Page& page, Layout layout, double x, double y, double grey) {
    page.ink.emplace_back(TagInk{"P", true});
    page.ink.emplace_back(TextInk{{layout.release(), ObjectEnd()}, x, y, grey});
    page.ink.emplace_back(TagInk{"P", false});
  }

  /// Logo and name; says where what follows may begin.
  Page head_page() {
    Page page;
    double left = format_.side;
    double height = 0;
    if (logo_ != nullptr) {
      double high = (slip_ ? 10 : kHighestLogo) * kPointsAMm;
      double wide = high * logo_->width() / logo_->height();
      const double most = (slip_ ? 25 : kWidestLogo) * kPointsAMm;
      if (wide > most) {
        high *= most / wide;
        wide = most;
      }
      // No part of what is read out: the school's name stands beside it.
      page.ink.emplace_back(PictureInk{logo_, {left, format_.top, wide, high}});
      left += wide + 12;
      height = high;
    }
    Layout name = fonts_.laid_out(head_.school, {slip_ ? 10.0 : 13.0, Weight::bold},
                                  format_.width - format_.side - left);
    const double own = height_of(name);
    height = std::max(height, own);
    put(page, std::move(name), left, format_.top + (height - own) / 2, 0);
    const double rule = format_.top + height + 6;
    page.ink.emplace_back(RuleInk{format_.side, rule, format_.width - 2 * format_.side, 0.8, 0.3});
    head_bottom_ = rule + 14;
    return page;
  }

  [[nodiscard]] Page running_title(const std::string& title) const {
    Page page;
    // It was read out where the sheet began.
    Layout words =
        fonts_.laid_out(title, {kFootSize, Weight::normal}, format_.width - 2 * format_.side);
    page.ink.emplace_back(
        TextInk{{words.release(), ObjectEnd()}, format_.side, format_.top - 4, 0.25});
    return page;
  }

  /// Above everything else, on each page.
  [[nodiscard]] Page rehearsal() const {
    Page page;
    if (!head_.rehearsal) return page;
    Layout words = fonts_.laid_out(kRehearsal, {kRehearsalSize, Weight::bold},
                                   format_.width - 2 * format_.side);
    pango_layout_set_alignment(words.get(), PANGO_ALIGN_CENTER);
    put(page, std::move(words), format_.side, kFromEdge, 0);
    return page;
  }

  [[nodiscard]] Layout stamp_words() const {
    return fonts_.laid_out(head_.stamp, {kFootSize, Weight::normal},
                           format_.width - 2 * format_.side - kPageNumber);
  }

  [[nodiscard]] Page foot(std::size_t number, std::size_t of) const {
    Page page;
    const double top = format_.height - format_.foot + kAboveFoot;
    const double width = format_.width - 2 * format_.side;
    put(page, stamp_words(), format_.side, top, 0.25);
    Layout count = fonts_.laid_out(fmt::format("Page {} of {}", number, of),
                                   {kFootSize, Weight::normal}, kPageNumber);
    pango_layout_set_alignment(count.get(), PANGO_ALIGN_RIGHT);
    put(page, std::move(count), format_.side + width - kPageNumber, top, 0.25);
    return page;
  }

  const Fonts& fonts_;
  const Letterhead& head_;
  cairo_t* cairo_;
  cairo_surface_t* surface_;
  std::shared_ptr<const Picture> logo_;
  Format format_;
  bool slip_ = false;
  double head_bottom_ = 0;
  bool begun_ = false;
};

std::string title_of(const std::vector<Sheet>& sheets, const Letterhead& head) {
  if (!head.title.empty()) return head.title;
  return sheets.empty() ? head.school : sheets.front().title;
}

std::string iso_time(Instant at) {
  const date::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(at.ms)};
  return date::format("%FT%TZ", date::floor<std::chrono::seconds>(time));
}

void name_file(cairo_surface_t* surface, const std::vector<Sheet>& sheets, const Letterhead& head) {
  const auto say = [&](cairo_pdf_metadata_t what, const std::string& words) {
    cairo_pdf_surface_set_metadata(surface, what, words.c_str());
  };
  say(CAIRO_PDF_METADATA_TITLE, title_of(sheets, head));
  say(CAIRO_PDF_METADATA_AUTHOR, head.school);
  std::string subject = head.stamp;
  std::ranges::replace(subject, '\n', ' ');
  say(CAIRO_PDF_METADATA_SUBJECT, subject);
  say(CAIRO_PDF_METADATA_CREATOR, "Handbell");
  say(CAIRO_PDF_METADATA_CREATE_DATE, iso_time(head.made));
  say(CAIRO_PDF_METADATA_MOD_DATE, iso_time(head.made));
}

}  // namespace

Result<std::string> render_pdf(const std::vector<Sheet>& sheets, const Letterhead& head,
                               const GoOn& go_on) {
  const auto fonts = Fonts::open(head.fonts);
  if (!fonts) return fail(fonts.error());
  std::string bytes;
  const Format first = format_of(sheets.empty() ? PaperSize::a4 : sheets.front().size);
  const Surface surface(
      cairo_pdf_surface_create_for_stream(append, &bytes, first.width, first.height));
  name_file(surface.get(), sheets, head);
  const Cairo cairo(cairo_create(surface.get()));
  Press press(*fonts, head, cairo.get(), surface.get());
  Status done = press.take_logo();
  bool wanted = true;
  for (std::size_t i = 0; i < sheets.size() && done && wanted; ++i) {
    wanted = !go_on || go_on(i);
    if (wanted) done = press.print(sheets[i], i + 1 == sheets.size());
  }
  const bool drawn = cairo_status(cairo.get()) == CAIRO_STATUS_SUCCESS;
  cairo_surface_finish(surface.get());
  if (!done) return fail(done.error());
  if (!wanted) return std::string();
  if (!drawn || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return fail(FaultCode::program_failed, "The printing of the sheets");
  }
  return in_language(std::move(bytes), head.language);
}

}  // namespace handbell::paper
