// Marks that other programs write for a bullet.
#pragma once

#include <cstdint>
#include <string_view>

namespace stet::grammar {

struct PastedBullet {
    std::uint32_t size = 0;  ///< bytes of the mark at the start of the line; 0 where there is none
    bool sure = false;       ///< else only several such lines, or one behind a colon, make a list
};

PastedBullet find_pasted_bullet(std::string_view line);

}  // namespace stet::grammar
