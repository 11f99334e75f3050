# cmake -DROWS=rows.csv -DOUT=policy_rows.cpp -P embed_policy.cmake
file(READ "${ROWS}" rows)
file(WRITE "${OUT}"
"#include \"app/admin/policy_command.h\"

namespace handbell::admin {

std::string_view policy_rows() { return R\"rows(${rows})rows\"; }

}  // namespace handbell::admin
")
