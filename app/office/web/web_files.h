// Style, script, fonts and pictures of the pages: built once, read when the office starts.
//
// Each is known by what it holds: an address with the right `v` may be kept by the browser for
// ever, any other is asked again and answered 304 where nothing changed.
#pragma once

#include "app/base/result.h"
#include "app/net/message.h"
#include "app/office/page/page_layout.h"

#include <map>
#include <string>

namespace handbell::office {

class WebFiles {
 public:
  /// Faults: asset_missing where the folder or its style sheet is not there.
  [[nodiscard]] static Result<WebFiles> load(const std::string& folder);

  /// "/web/office.css?v=0A1B2C3D", or the path alone where there is no such file.
  [[nodiscard]] std::string address(const std::string& name) const;
  /// GET /web/...
  [[nodiscard]] net::Response answer(const net::Request& request) const;

 private:
  struct File {
    std::string bytes;
    std::string type;
    std::string version;
  };
  std::map<std::string, File> files_;  ///< by path under /web/
};

/// The frame of a page that belongs to nobody yet: style, script, and the banner of a rehearsal.
[[nodiscard]] PageFrame plain_frame(const WebFiles& files, bool rehearsal);

}  // namespace handbell::office
