// Several lambdas as one visitor, so that a visit lists every alternative and a new one fails to compile.
#pragma once

namespace stet {

template <class... Ts>
struct overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
overloaded(Ts...) -> overloaded<Ts...>;

}  // namespace stet
