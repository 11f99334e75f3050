// What a person, a screen reader or another program finds in a PDF: asked of poppler's programs.
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace handbell::paper {

/// A file that goes away.
class PdfFile {
 public:
  explicit PdfFile(const std::string& bytes) {
    std::string pattern = (std::filesystem::temp_directory_path() / "handbell-pdf-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    std::ofstream(folder_ + "/sheet.pdf", std::ios::binary) << bytes;
  }
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;
  ~PdfFile() { std::filesystem::remove_all(folder_); }

  /// `program`: "pdftotext -layout"; `behind` what follows the file's name.
  [[nodiscard]] std::string said_by(const std::string& program,
                                    const std::string& behind = "") const {
    const std::string line = program + " " + folder_ + "/sheet.pdf " + behind + " 2>&1";
    FILE* pipe = ::popen(line.c_str(), "r");
    std::string said;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
      said.push_back(static_cast<char>(c));
    }
    EXPECT_EQ(::pclose(pipe), 0) << line << "\n" << said;
    return said;
  }
  /// The words, without the marks with which poppler says that they run from right to left.
  [[nodiscard]] std::string words() const { return unmarked(said_by("pdftotext", "-")); }
  /// As a screen reader reads it out: part by part, as headings, rows and cells say. Of a part that
  /// is broken into lines poppler gives the first: it takes the blank there for the part's end.
  [[nodiscard]] std::string in_order() const { return unmarked(said_by("pdfinfo -struct-text")); }
  /// Kept for people to look at, where HANDBELL_PICTURES names a folder.
  void picture(const std::string& name) const {
    const char* to = std::getenv("HANDBELL_PICTURES");
    if (to == nullptr) return;
    (void)said_by("pdftoppm -r 80 -png", std::string(to) + "/" + name);
  }
  /// Its first page, kept in the docs where HANDBELL_WRITE is set.
  void picture_for_docs(const std::string& folder, const std::string& name) const {
    picture(name);
    if (std::getenv("HANDBELL_WRITE") == nullptr) return;
    (void)said_by("pdftoppm -r 72 -png -singlefile -f 1 -l 1", folder + "/" + name);
  }

 private:
  static std::string unmarked(std::string said) {
    for (const char* mark : {"\u202A", "\u202B", "\u202C", "\u200E", "\u200F"}) {
      for (auto at = said.find(mark); at != std::string::npos; at = said.find(mark)) {
        said.erase(at, 3);
      }
    }
    return said;
  }

  std::string folder_;
};

}  // namespace handbell::paper
