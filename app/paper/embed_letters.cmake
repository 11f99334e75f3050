# cmake -DFOLDER=... -DNAMES=meeting:contract -DOUT=file.cpp -P embed_letters.cmake
string(REPLACE ":" ";" names "${NAMES}")
set(rows "")
foreach(name IN LISTS names)
  file(READ "${FOLDER}/${name}.txt" words)
  string(APPEND rows "    {\"${name}\", R\"letter(${words})letter\"},\n")
endforeach()
file(WRITE "${OUT}"
"#include \"app/paper/letter_wordings.h\"

namespace handbell::paper {
namespace {

struct Wording {
  std::string_view name;
  std::string_view words;
};

constexpr Wording kWordings[] = {
${rows}};

}  // namespace

std::string_view wording_in_assets(std::string_view name) {
  for (const auto& wording : kWordings) {
    if (wording.name == name) return wording.words;
  }
  return {};
}

}  // namespace handbell::paper
")
