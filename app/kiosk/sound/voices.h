// The sentences that the kiosk can say, as sound files: a school's own, and those that were made.
//
//   own/LANGUAGE/KEY.wav    recorded by the school, in the kiosk's folder (assets/docs/voice.md)
//   made/LANGUAGE/KEY.wav   made by espeak-ng when Handbell was built
//
// A recording wins. One that cannot be used is said in one sentence, and the made one is heard.
// What a language lacks is said in English.
#pragma once

#include "app/base/result.h"
#include "app/kiosk/sound/samples.h"

#include <map>
#include <string>
#include <vector>

namespace handbell::kiosk {

class Voices {
 public:
  /// `made`: the folder with phrases.txt and voices.txt; `own` need not be there.
  [[nodiscard]] static Voices read(const std::string& made, const std::string& own);

  /// What is wrong with the school's recordings: voice_unusable.
  [[nodiscard]] std::vector<Fault> faults() const;
  /// Read anew each time; empty where there is none.
  [[nodiscard]] Samples prompt(const std::string& key, const std::string& language) const;

  /// By which voice of espeak-ng a sentence of this language is said; that of English where it has
  /// none.
  [[nodiscard]] std::string voice_of(const std::string& language) const;
  [[nodiscard]] bool speaks(const std::string& language) const;
  /// Key to its English sentence.
  [[nodiscard]] const std::map<std::string, std::string>& phrases() const { return phrases_; }

 private:
  std::string made_;
  std::string own_;
  std::map<std::string, std::string> phrases_;
  std::map<std::string, std::string> voices_;  ///< by language
};

}  // namespace handbell::kiosk
