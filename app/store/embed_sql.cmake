# cmake -DNAME=toy -DFOLDER=... -DMIGRATIONS=0001_a:0002_b -DOUT=file.cpp -P embed_sql.cmake
string(REPLACE ":" ";" migrations "${MIGRATIONS}")
set(rows "")
foreach(migration IN LISTS migrations)
  string(REGEX MATCH "^([0-9]+)_(.*)$" matched "${migration}")
  math(EXPR number "1${CMAKE_MATCH_1} - 10000")
  set(name "${CMAKE_MATCH_2}")
  file(READ "${FOLDER}/${migration}.up.sql" up)
  file(READ "${FOLDER}/${migration}.down.sql" down)
  string(APPEND rows
    "    {${number}, \"${name}\",\n     R\"sql(${up})sql\",\n     R\"sql(${down})sql\"},\n")
endforeach()
file(WRITE "${OUT}"
"#include \"app/store/migration.h\"

#include <array>
#include <span>

namespace handbell::store {

std::span<const Migration> ${NAME}_migrations();

namespace {
constexpr Migration kMigrations[] = {
${rows}};
}  // namespace

std::span<const Migration> ${NAME}_migrations() { return kMigrations; }

}  // namespace handbell::store
")
