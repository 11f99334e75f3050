// What the register holds of what it was told, as `handbell list` shows it: notices of families,
// and settings of legal effect.
#pragma once

#include "app/admin/table.h"
#include "app/register/notice.h"
#include "app/register/setting.h"

namespace handbell::admin {

/// Oldest first, with both moments, whether it came before the register closed (D04), and with who
/// took it back and why.
[[nodiscard]] Table notice_list(const std::vector<reg::NoticeGiven>& notices,
                                const reg::School& school);
/// As they were set, each from its day on (D50).
[[nodiscard]] Table setting_list(const std::vector<reg::Setting>& settings);

}  // namespace handbell::admin
